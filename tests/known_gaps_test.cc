// What fixtures were first written to say and the engine could not read. Their stories say it in
// other words now; the first words stand here, so that the gap is not forgotten. See
// shipped_rules.h for kTodo.
#include "tests/shipped_rules.h"

namespace telex {
namespace {

constexpr Row kGaps[] = {
    {"Slovenian Foreign Minister Tadej Brezovnik met his Maltese and Cypriot counterparts, "
     "Josianne "
     "Borg Farrugia and Kyriakos Hadjimichalis, in Ljubljana on Saturday.",
     "meeting: Josianne Borg Farrugia, Kyriakos Hadjimichalis, Tadej Brezovnik"},
    {"Croatian climbers died in Georgia. Condolences to Croatia also came from Bulgaria.",
     "condolence: Bulgaria > Croatia", kTodo},
    {"The World Food Programme has a base in Malawi. Its director, Annelise Vanderkam, asked the "
     "European Union to speed up. The agency has been asked by Malawi to hire more boats.",
     "request: Annelise Vanderkam > European Union | request: Malawi > World Food Programme",
     kTodo},
    {"South Korean carmakers have asked Paraguay to simplify its rules.",
     "request: South Korean carmakers > Paraguay", kTodo},
    {"Danish Fisheries Minister Mikkel Thorsager spoke first. Norwegian Fisheries Minister Sigrun "
     "Haugsbo thanked him for it. Iceland, which counts from boats, was praised by her as well.",
     "thanks: Sigrun Haugsbo > Mikkel Thorsager | praise: Sigrun Haugsbo > Iceland"},
    {"Malaysian Environment Minister Nurul Ashikin Rahmad spoke of the haze. Her remarks drew "
     "criticism from a Singaporean lawmaker, Daphne Koh Siew Ling.",
     "criticism: Daphne Koh Siew Ling > Nurul Ashikin Rahmad"},
    {"Lt. Gen. Ziyad Haddadeen arrived in Rabat on Saturday. The general met Brig. Gen. A. K. "
     "Benchekrane on Sunday.",
     "visit: Ziyad Haddadeen > Morocco | meeting: A. K. Benchekrane, Ziyad Haddadeen", kTodo},
    {"Ireland met Zimbabwe for the ninth time in this format and lost early wickets.", "nothing",
     kTodo},
};

}  // namespace

TEST_CASE("what fixtures had to say in other words", "[gaps][shipped]") {
  CheckRows(kGaps, [](const Row& row) { return EventLines(row.text); });
}

}  // namespace telex
