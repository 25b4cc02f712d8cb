// Parties: who takes part where the words name one side alone, or nobody takes part in what fits
// them best.

#include <string>

#include "tests/shipped_rules.h"

namespace telex {
namespace {

// The words go to the next one that comes out.
constexpr Row kRunnersUp[] = {
    {"Kenya would attack Chad if the port closed.", "nothing"},
    {"Kemal Aydin said he would not step aside.", "rejection: Kemal Aydin > -"},
    {"They met. They underscored their commitment to the port.", "nothing"},
};

// With whom, where one alone is named.
constexpr Row kPartners[] = {
    {"Pakistan today accepted India's offer of five million dollars for the port.",
     "agreement: India, Pakistan"},
    {"Kenya has accepted a Peruvian proposal for new talks.",
     "agreement: Kenya, Peru | proposal: Peru > Kenya"},
    {"Oman offered Chad a new port. Chad has accepted the offer.",
     "pledge: Oman > Chad | agreement: Chad, Oman"},
    {"Kenya has signed two deals for importing gas from Oman.", "agreement: Kenya, Oman"},
    {"Kenya agreed to impose sanctions on Chad.", "agreement: Kenya"},
    {"Kemal Aydin met Rosa Quispe of Peru. Aydin also signed a treaty.",
     "meeting: Kemal Aydin, Rosa Quispe | agreement: Kemal Aydin, Rosa Quispe"},
};

TEST_CASE("words that nobody takes part in go to another rule", "[parties][shipped]") {
  CheckRows(kRunnersUp, [](const Row& row) { return EventLines(row.text); });
}

TEST_CASE("the other one of two who did something together", "[parties][shipped]") {
  CheckRows(kPartners, [](const Row& row) { return EventLines(row.text); });
}

}  // namespace
}  // namespace telex
