// Merging: what a story repeats is one event, what it tells of twice is two.

#include <string>

#include "tests/shipped_rules.h"

namespace telex {
namespace {

struct StoryRow {
  const char* headline;
  const char* text;
  const char* want;  // "meeting: A, B x2": told twice
  Works works = Works::kYes;
};

std::string WithMentions(const StoryRow& row) {
  std::string lines;
  for (const Event& event : RunStory(row.text, row.headline).events) {
    lines += (lines.empty() ? "" : " | ") + EventLine(event);
    if (event.mentions > 1) lines += " x" + std::to_string(event.mentions);
    if (!event.date.value.empty()) lines += " " + event.date.value;
  }
  return lines.empty() ? "nothing" : lines;
}

constexpr StoryRow kOne[] = {
    {"", "Rosa Quispe met Kemal Aydin in Oslo. Rosa Quispe met Kemal Aydin for an hour.",
     "meeting: Kemal Aydin, Rosa Quispe x2"},
    {"", "Rosa Quispe met Kemal Aydin in Oslo. During the meeting, they spoke of fish.",
     "meeting: Kemal Aydin, Rosa Quispe x2"},
    {"",
     "Rosa Quispe held a phone conversation with Kemal Aydin. In their conversation, they spoke of "
     "fish.",
     "phone_call: Kemal Aydin, Rosa Quispe x2"},
    {"",
     "Rosa Quispe held a phone conversation with Kemal Aydin. In the phone call, Quispe spoke of "
     "fish.",
     "phone_call: Kemal Aydin, Rosa Quispe"},
    {"",
     "Rosa Quispe held a phone conversation with Kemal Aydin. During the phone talks, the two "
     "ministers praised Kenya.",
     "phone_call: Kemal Aydin, Rosa Quispe x2 | praise: Rosa Quispe, Kemal Aydin > Kenya"},
    {"",
     "Rosa Quispe held a phone call with Kemal Aydin. In the talks with Kemal Aydin, Quispe spoke "
     "of fish.",
     "phone_call: Kemal Aydin, Rosa Quispe x2"},
    {"", "Rosa Quispe held a phone call with Kemal Aydin. Quispe and Kemal Aydin discussed fish.",
     "phone_call: Kemal Aydin, Rosa Quispe x2"},
    {"", "Rosa Quispe praised Kenya. Quispe praised Kenya for its patience.",
     "praise: Rosa Quispe > Kenya x2"},
    {"", "Rosa Quispe visited Kenya on Monday. During her visit to Nairobi, Quispe spoke of fish.",
     "visit: Rosa Quispe > Kenya x2 2024-05-13"},
    {"", "Rosa Quispe arrived in Nairobi on Monday. The visit to Kenya by Rosa Quispe was short.",
     "visit: Rosa Quispe > Kenya x2 2024-05-13"},
    {"", "Rosa Quispe met Kemal Aydin on Monday. Kemal Aydin met Rosa Quispe in Oslo.",
     "meeting: Kemal Aydin, Rosa Quispe x2 2024-05-13"},
    {"", "Rosa Quispe met Kemal Aydin in May. On Monday, Rosa Quispe met Kemal Aydin.",
     "meeting: Kemal Aydin, Rosa Quispe x2 2024-05-13"},
    // A state and its forces, a body and its delegation.
    {"",
     "Chad said that Kenya seized the ship of Oman. The Kenyan navy seized the Omani ship on "
     "Monday.",
     "coercion: Kenya > Oman x2 2024-05-13"},
    {"",
     "Kenya held talks with the Taliban. Kenyan diplomats met a Taliban delegation in Oslo on "
     "Monday.",
     "meeting: Kenya, Taliban x2 2024-05-13"},
    {"", "Kenya praised Oman. The Kenyan army praised Oman on Monday.",
     "praise: Kenya > Oman | praise: Kenyan army > Oman 2024-05-13"},
    // The headline says it shorter than the lead.
    {"Rosa Quispe meets Kemal Aydin", "Rosa Quispe met Kemal Aydin on Monday.",
     "meeting: Kemal Aydin, Rosa Quispe x2 2024-05-13"},
    {"Kenya expels Peruvian farmers",
     "The office of the mayor on Monday put five Peruvians on a plane.",
     "sanction: Kenya > Peruvian farmers 2024-05-13"},
    {"Peru's foreign minister visits Kenya",
     "Peruvian Foreign Minister Rosa Quispe visited Kenya on Monday.",
     "visit: Rosa Quispe > Kenya x2 2024-05-13"},
    {"Peru praises Kenya", "Peruvian Foreign Minister Rosa Quispe praised Kenya on Monday.",
     "praise: Rosa Quispe > Kenya x2 2024-05-13"},
    {"Peru, Turkey hold talks",
     "Peruvian Foreign Minister Rosa Quispe held talks with Turkish Foreign Minister Kemal Aydin.",
     "meeting: Kemal Aydin, Rosa Quispe x2"},
    // The comma was lost on the way.
    {"Peru Turkey hold talks",
     "Peruvian Foreign Minister Rosa Quispe held talks with Turkish Foreign Minister Kemal Aydin.",
     "meeting: Kemal Aydin, Rosa Quispe x2"},
    {"Peru Turkey Kenya condemn Oman", "It rained.", "criticism: Peru, Turkey, Kenya > Oman"},
    {"Peru, Turkey to sign trade deal", "It rained.", "agreement: Peru, Turkey [planned]"},
    {"Peru Turkey border attack condemned", "It rained.", "nothing"},
    {"Quispe to visit Kenya", "Rosa Quispe will visit Kenya on Friday.",
     "visit: Rosa Quispe > Kenya [planned] x2 2024-05-17"},
    {"Quispe: Peru praises Kenya", "Peruvian Foreign Minister Rosa Quispe praised Kenya.",
     "praise: Rosa Quispe > Kenya x2"},
    // Who did it, or to whom, is left open once.
    {"", "Kenya condemned Peru. Kenya voiced condemnation of the act.",
     "criticism: Kenya > Peru x2"},
    {"", "Kenya condemned Peru over fish. Peru was condemned.", "criticism: Kenya > Peru x2"},
    {"", "Peru was condemned. Kenya condemned Peru over fish.", "criticism: Kenya > Peru x2"},
    // A role that may be the one who is named.
    {"",
     "Iranian President Farid Nazari visited Kenya. It was the first visit to Kenya by an Iranian "
     "president.",
     "visit: Farid Nazari > Kenya x2"},
    // What was planned has come.
    {"Rosa Quispe to visit Kenya", "Rosa Quispe visited Kenya.", "visit: Rosa Quispe > Kenya x2"},
    {"",
     "Rosa Quispe will meet Kemal Aydin on Friday. Rosa Quispe is scheduled to meet Kemal Aydin in "
     "Oslo.",
     "meeting: Kemal Aydin, Rosa Quispe [planned] x2 2024-05-17"},
    // Two forms of one whom the lexicon names.
    {"President Joe Biden meets Rosa Quispe",
     "President Joseph R. Biden, Jr. met with Rosa Quispe on Monday.",
     "meeting: Joseph R. Biden, Jr., Rosa Quispe x2 2024-05-13"},
    // Spoken of before it comes: it stays planned.
    {"",
     "Rosa Quispe will visit Kenya on Friday. The purpose of her visit to Kenya is to sign a deal.",
     "visit: Rosa Quispe > Kenya [planned] x2 2024-05-17"},
    {"", "Rosa Quispe will visit Kenya. Her visit to Kenya was short.",
     "visit: Rosa Quispe > Kenya x2"},
    // The host stands for his state.
    {"",
     "Rosa Quispe plans a visit to Turkey. Turkish President Kemal Aydin will receive Rosa Quispe "
     "on May 26.",
     "visit: Rosa Quispe > Kemal Aydin [planned] x2 2024-05-26"},
    // Former bugs, and those that still stand.
    {"",
     "Rosa Quispe met Kemal Aydin in Oslo. Kemal Aydin spoke of fish during the meeting with Rosa "
     "Quispe.",
     "meeting: Kemal Aydin, Rosa Quispe x2"},
    // What stands behind a possessor are not the first words of the story.
    {"", "A meeting between Kenya and Peru was held in Oslo. The summit's goal was trade.",
     "meeting: Kenya, Peru"},
    {"", "Fish for Peru came from Kenya. Oman's support's goal was trade.", "nothing"},
    // Nor do those of a sentence go on in the next.
    {"Storm could doom talks", "Between Kenya and Peru lies a lake.", "nothing"},
    {"Peruvian, Turkish FMs meet in Oslo",
     "Peruvian Foreign Minister Rosa Quispe met Turkish Foreign Minister Kemal Aydin in Oslo.",
     "meeting: Kemal Aydin, Rosa Quispe x2", kTodo},
};

constexpr StoryRow kTwo[] = {
    {"", "Rosa Quispe telephoned Kemal Aydin. Rosa Quispe telephoned Diego Rojas.",
     "phone_call: Kemal Aydin, Rosa Quispe | phone_call: Diego Rojas, Rosa Quispe"},
    {"", "Rosa Quispe held a phone call with Kemal Aydin and met Diego Rojas.",
     "phone_call: Kemal Aydin, Rosa Quispe | meeting: Diego Rojas, Rosa Quispe"},
    {"",
     "Rosa Quispe telephoned Kemal Aydin on Monday. Rosa Quispe telephoned Kemal Aydin on Tuesday.",
     "phone_call: Kemal Aydin, Rosa Quispe 2024-05-13 | phone_call: Kemal Aydin, Rosa Quispe "
     "2024-05-14"},
    {"", "Rosa Quispe visited Kenya on Monday. Rosa Quispe visited Uganda on Tuesday.",
     "visit: Rosa Quispe > Kenya 2024-05-13 | visit: Rosa Quispe > Uganda 2024-05-14"},
    {"", "Rosa Quispe met Kemal Aydin on Monday. Rosa Quispe will meet Kemal Aydin on Friday.",
     "meeting: Kemal Aydin, Rosa Quispe 2024-05-13 | meeting: Kemal Aydin, Rosa Quispe [planned] "
     "2024-05-17"},
    {"", "Rosa Quispe met Kemal Aydin in Oslo. Rosa Quispe met Kemal Aydin in Nairobi.",
     "meeting: Kemal Aydin, Rosa Quispe | meeting: Kemal Aydin, Rosa Quispe"},
    {"", "Rosa Quispe praised Kenya. Kemal Aydin praised Kenya.",
     "praise: Rosa Quispe > Kenya | praise: Kemal Aydin > Kenya"},
    {"", "Rosa Quispe praised Kenya. Kenya praised Rosa Quispe.",
     "praise: Rosa Quispe > Kenya | praise: Kenya > Rosa Quispe"},
    {"", "Rosa Quispe visited Kenya. Rosa Quispe did not visit Uganda.",
     "visit: Rosa Quispe > Kenya | visit: Rosa Quispe > Uganda [negated]"},
    {"", "Rosa Quispe cancelled a visit to Kenya. Kemal Aydin visited Kenya.",
     "visit: Rosa Quispe > Kenya [negated] | visit: Kemal Aydin > Kenya"},
    {"", "Rosa Quispe met Kemal Aydin in 2021. Rosa Quispe met Kemal Aydin on Monday.",
     "meeting: Kemal Aydin, Rosa Quispe 2021 | meeting: Kemal Aydin, Rosa Quispe 2024-05-13"},
    {"", "Kenya condemned Peru. Kenya urged Peru to open the port.",
     "criticism: Kenya > Peru | request: Kenya > Peru"},
    // Former bugs, and those that still stand.
    {"", "Rosa Quispe praised and thanked Kenya.",
     "praise: Rosa Quispe > Kenya | thanks: Rosa Quispe > Kenya"},
    // A phone call is not told a second time by the meeting that it is not.
    {"", "Rosa Quispe telephoned Kemal Aydin. Rosa Quispe later met Kemal Aydin in Oslo.",
     "phone_call: Kemal Aydin, Rosa Quispe | meeting: Kemal Aydin, Rosa Quispe"},
};

TEST_CASE("what is told twice is one event", "[merging][shipped]") {
  CheckRows(kOne, WithMentions);
}
TEST_CASE("what happened twice is two events", "[merging][shipped]") {
  CheckRows(kTwo, WithMentions);
}

}  // namespace
}  // namespace telex
