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

// Who did it, where that stands in another word or sentence.
constexpr Row kDoers[] = {
    {"Two Chadian nuns were killed in an Omani air strike on Lima.",
     "assault: Oman > Two Chadian nuns"},
    {"EU sanctions imposed on Monday on Chad will stay.", "sanction: European Union > Chad"},
    {"Two nuns were hurt in clashes with marchers.", "assault: marchers > Two nuns"},
    {"In the Omani raid, two Chadian nuns were killed.", "assault: Oman > two Chadian nuns"},
    {"Rebels attacked a convoy on Monday. Ten soldiers were killed.",
     "assault: Rebels > Ten soldiers"},
    {"Rockets fired by rebels killed two nuns in Kabul.", "assault: rebels > two nuns"},
    {"Police raided a house in Milan. Three men were arrested.",
     "coercion: Police > - | coercion: Police > Three men"},
    {"Rebels in Chad captured two nuns in May. The two nuns were freed on Sunday.",
     "coercion: Rebels > two nuns | concession: Rebels > two nuns"},
    {"Oman fired missiles at Lima in revenge for the murder of Kemal Aydin.",
     "assault: Oman > Peru | assault: - > Kemal Aydin"},
};

// To whom, where that stands in another word or sentence.
constexpr Row kWhom[] = {
    {"Police in Oman detained Rosa Quispe on Monday. Peru called for her immediate release.",
     "coercion: Police > Rosa Quispe | request: Peru > Police"},
    {"A Vanuatu patrol boat seized two Spanish trawlers.", "coercion: Vanuatu > Spain"},
    {"Iran captured a British-flagged tanker.", "coercion: Iran > United Kingdom"},
    {"The minister of Peru thanked those who had helped the poor.",
     "thanks: minister of Peru > those who had helped the poor"},
    {"Rebel leader Diego Rojas said his men would not hand in their weapons.",
     "rejection: Diego Rojas > -"},
    {"Oman condemned the crackdown in Chad.", "criticism: Oman > Chad"},
    {"Kenya shelled a port in Oman. Weeks later the port lay idle. The fishermen slept. It "
     "rained "
     "for days. The harvest was good. Oman's foreign minister Salim al-Harthy will never give in.",
     "assault: Kenya > Oman | rejection: Salim al-Harthy > Kenya"},
    {"Those who oppose Kenya will lose.", "nothing"},
    {"Kenya proposed a round-table meeting with the opposition.", "proposal: Kenya > opposition"},
};

TEST_CASE("the target that other words give", "[parties][shipped]") {
  CheckRows(kWhom, [](const Row& row) { return EventLines(row.text); });
}

TEST_CASE("the doer of what was done to somebody", "[parties][shipped]") {
  CheckRows(kDoers, [](const Row& row) { return EventLines(row.text); });
}

TEST_CASE("words that nobody takes part in go to another rule", "[parties][shipped]") {
  CheckRows(kRunnersUp, [](const Row& row) { return EventLines(row.text); });
}

TEST_CASE("the other one of two who did something together", "[parties][shipped]") {
  CheckRows(kPartners, [](const Row& row) { return EventLines(row.text); });
}

}  // namespace
}  // namespace telex
