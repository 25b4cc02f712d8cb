// Attribution: whose words the text is. Who is "we" and "I", and by whom an event is claimed.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/shipped_rules.h"

namespace telex {
namespace {

struct StoryRow {
  const char* headline;
  const char* text;
  const char* want;  // "praise: A > B" and, where somebody says so, " (C)"
  Works works = Works::kYes;
};

std::string WithClaimants(const StoryRow& row) {
  std::string lines;
  for (const Event& event : RunStory(row.text, row.headline).events) {
    lines += (lines.empty() ? "" : " | ") + EventLine(event);
    if (!event.attribution.empty()) lines += " (" + ActorNames(event.attribution, false) + ")";
  }
  return lines.empty() ? "nothing" : lines;
}

// "we", "I", "my" inside quotation marks: whoever speaks.
constexpr StoryRow kQuoted[] = {
    {"", "“We praise Kenya,” said Rosa Quispe.", "praise: Rosa Quispe > Kenya"},
    {"", "“We praise Kenya,” Rosa Quispe said.", "praise: Rosa Quispe > Kenya"},
    {"", "Rosa Quispe said: “We praise Kenya.”", "praise: Rosa Quispe > Kenya"},
    {"", "Rosa Quispe said, \"We praise Kenya.\"", "praise: Rosa Quispe > Kenya"},
    {"", "'We praise Kenya,' said Rosa Quispe.", "praise: Rosa Quispe > Kenya"},
    {"", "‘We praise Kenya,’ Rosa Quispe told reporters.", "praise: Rosa Quispe > Kenya"},
    {"", "“The port is open,” said Rosa Quispe. “We praise Kenya.”", "praise: Rosa Quispe > Kenya"},
    {"", "“The port is open,” said Rosa Quispe. “It is new. We praise Kenya.”",
     "praise: Rosa Quispe > Kenya"},
    {"", "Kemal Aydin smiled. “We praise Kenya,” said Rosa Quispe.", "praise: Rosa Quispe > Kenya"},
    {"", "“The port is open,” said Kemal Aydin. “We praise Kenya,” said Rosa Quispe.",
     "praise: Rosa Quispe > Kenya"},
    {"", "Rosa Quispe spoke of the port.\n\n“The port is open.\n\n“We praise Kenya,” Quispe said.",
     "praise: Rosa Quispe > Kenya"},
    {"", "According to Rosa Quispe, “we praise Kenya.”", "praise: Rosa Quispe > Kenya"},
    {"", "Rosa Quispe was quoted as saying: “We praise Kenya.”", "praise: Rosa Quispe > Kenya"},
    {"", "The Peruvian foreign ministry said: “We praise Kenya.”",
     "praise: Peruvian foreign ministry > Kenya"},
    {"", "“I praise Kenya,” Rosa Quispe wrote to Kemal Aydin.", "praise: Rosa Quispe > Kenya"},
    // Who is spoken of inside a quotation is not who said it.
    {"", "“Diego Rojas was late,” Kemal Aydin said. He praised Kenya.",
     "praise: Kemal Aydin > Kenya"},
    {"", "“The president was late,” Kemal Aydin said. He praised Kenya.",
     "praise: Kemal Aydin > Kenya"},
    {"", "Diego Rojas fell ill. “He praised Kenya,” Kemal Aydin said.",
     "praise: Diego Rojas > Kenya (Kemal Aydin)"},
    {"", "Peruvian President Rosa Quispe said: “My country praises Kenya.”",
     "praise: Rosa Quispe > Kenya"},
};

// Outside of quotation marks: the author whom the headline names, or nobody.
constexpr StoryRow kAuthors[] = {
    {"Statement by President Rosa Quispe on the Port", "We condemn Kenya.",
     "criticism: Rosa Quispe > Kenya"},
    {"Statement from Rosa Quispe on the Port", "I condemn Kenya.",
     "criticism: Rosa Quispe > Kenya"},
    {"Statement of Foreign Minister Rosa Quispe", "Today, I spoke by phone with Kemal Aydin.",
     "phone_call: Kemal Aydin, Rosa Quispe"},
    {"Remarks by Rosa Quispe at the Port", "I thank Kenya.", "thanks: Rosa Quispe > Kenya"},
    {"Message from Rosa Quispe", "My heart is heavy. I offer my condolences to Kenya.",
     "condolence: Rosa Quispe > Kenya"},
    {"Joint Statement by Rosa Quispe and Kemal Aydin", "We condemn Kenya.",
     "criticism: Rosa Quispe, Kemal Aydin > Kenya"},
    {"Statement by Rosa Quispe", "The port is open. Kemal Aydin said: “I thank Kenya.”",
     "thanks: Kemal Aydin > Kenya"},
    {"Port opens in Oslo", "I thank Kenya.", "nothing"},
    {"Port opens in Oslo", "We condemn Kenya.", "nothing"},
    {"Port opens in Oslo", "Rosa Quispe smiled. We condemn Kenya.", "nothing"},
    {"Statement by President Rosa Quispe", "My administration thanks Kenya.",
     "thanks: Rosa Quispe > Kenya"},
    {"Statement by Rosa Quispe", "I thank those who continue to stand with Kenya and I thank Peru.",
     "thanks: Rosa Quispe > those who continue | thanks: Rosa Quispe > Peru"},
    // A statement is its author's from beginning to end, a readout is not.
    {"Statement by President Rosa Quispe", "Kenya has violated the truce.",
     "criticism: Rosa Quispe > Kenya"},
    {"Readout by President Rosa Quispe", "Kenya has violated the truce.", "nothing"},
    {"Statement by President Rosa Quispe", "Kemal Aydin said that Kenya has violated the truce.",
     "criticism: Kemal Aydin > Kenya"},
    {"Remarks by Rosa Quispe and Kemal Aydin", "I thank Kenya.", "nothing"},
    {"Remarks by Rosa Quispe and Kemal Aydin",
     "MINISTER QUISPE: Good day. I thank Kenya.\nMINISTER AYDIN: Good day. I thank Peru.",
     "thanks: Rosa Quispe > Kenya | thanks: Kemal Aydin > Peru"},
    {"Remarks by Rosa Quispe", "Q: Good day. I thank Kenya.", "nothing"},
    {"Letter to the Speaker", "I thank Kenya.\nSincerely,\nROSA QUISPE",
     "thanks: ROSA QUISPE > Kenya"},
    {"Rosa Quispe's statement", "We condemn Kenya.", "criticism: Rosa Quispe > Kenya"},
};

constexpr StoryRow kClaims[] = {
    {"", "Rosa Quispe said Kenya condemned Peru.", "criticism: Kenya > Peru (Rosa Quispe)"},
    {"", "Rosa Quispe said that Kenya had condemned Peru.",
     "criticism: Kenya > Peru (Rosa Quispe)"},
    {"", "“Kenya condemned Peru,” said Rosa Quispe.", "criticism: Kenya > Peru (Rosa Quispe)"},
    {"", "“Kenya condemned Peru,” Rosa Quispe said.", "criticism: Kenya > Peru (Rosa Quispe)"},
    {"", "Kenya condemned Peru, Rosa Quispe said.", "criticism: Kenya > Peru (Rosa Quispe)"},
    // Who speaks in the name of his state is named; of what it has done before he only tells.
    {"",
     "Kenyan envoy Rosa Quispe thanked Peru and said that Kenya would, as always, support "
     "Chad.",
     "thanks: Rosa Quispe > Peru | support: Rosa Quispe > Chad"},
    {"", "Kenyan envoy Rosa Quispe spoke, vowing Kenya will spare no efforts to help Peru.",
     "pledge: Rosa Quispe > Peru"},
    {"", "Kenya condemned Peru, its economy minister Rosa Quispe said.",
     "criticism: Rosa Quispe > Peru"},
    {"", "Kenyan envoy Rosa Quispe praised Kenya's support for Peru.",
     "praise: Rosa Quispe > Kenya | support: Kenya > Peru"},
    {"", "Kenyan envoy Rosa Quispe said Kenya had condemned Peru.",
     "criticism: Kenya > Peru (Rosa Quispe)"},
    {"", "Kenya condemned Peru, according to Rosa Quispe.",
     "criticism: Kenya > Peru (Rosa Quispe)"},
    {"", "According to Rosa Quispe, Kenya condemned Peru.",
     "criticism: Kenya > Peru (Rosa Quispe)"},
    {"", "“The port is open,” said Rosa Quispe. “Kenya condemned Peru.”",
     "criticism: Kenya > Peru (Rosa Quispe)"},
    {"", "Rosa Quispe said: “The port is open. Kenya condemned Peru.”",
     "criticism: Kenya > Peru (Rosa Quispe)"},
    // What a state says through somebody is said by him; what it does is not.
    {"", "“Peru stands with Kenya,” said Peruvian President Rosa Quispe.",
     "support: Rosa Quispe > Kenya"},
    {"", "“Peru stands with Kenya,” said Turkish President Kemal Aydin.",
     "support: Peru > Kenya (Kemal Aydin)"},
    {"", "“Peru attacked Kenya,” said Peruvian President Rosa Quispe.",
     "assault: Peru > Kenya (Rosa Quispe)"},
    // The story's own word.
    {"", "Kenya condemned Peru.", "criticism: Kenya > Peru"},
    {"", "Rosa Quispe said the port was open. Kenya condemned Peru.", "criticism: Kenya > Peru"},
    {"", "“The port is open,” said Rosa Quispe. Kenya condemned Peru.", "criticism: Kenya > Peru"},
    {"", "Rosa Quispe condemned Peru.", "criticism: Rosa Quispe > Peru"},
    {"", "Rosa Quispe said she condemned Peru.", "criticism: Rosa Quispe > Peru"},
};

// "type: COUNTRY > COUNTRY" of a story with the name of its publisher.
std::string Countries(std::string_view source, std::string_view text) {
  StoryFields fields = RunStory::Fields(text, "");
  fields.source = source;
  const Story story(std::move(fields));
  Scratch scratch;
  std::vector<Event> events;
  ShippedPipeline().Run(story, scratch, events);
  std::string lines;
  for (const Event& event : events)
    lines += event.type + ": " + (event.source.empty() ? "-" : event.source[0].country) + " > " +
             (event.target.empty() ? "-" : event.target[0].country);
  return lines;
}

TEST_CASE("whose officials an office of state writes of", "[attribution][shipped]") {
  constexpr std::string_view kText = "Press Secretary Rosa Quispe praised Kenya.";
  CHECK(Countries("White House", kText) == "praise: USA > KEN");
  CHECK(Countries("whitehouse_press", kText) == "praise: USA > KEN");
  CHECK(Countries("the-kremlin", kText) == "praise: RUS > KEN");
  CHECK(Countries("Nairobi Star", kText) == "praise:  > KEN");
  CHECK(Countries("", kText) == "praise:  > KEN");
  CHECK(Countries("White House", "Kemal Aydin praised Kenya.") == "praise:  > KEN");
  CHECK(Countries("White House", "Kemal Aydin praised nurses.") == "praise: USA > USA");
  CHECK(Countries("the-kremlin", "The ministry thanked nurses.") == "thanks: RUS > RUS");
  CHECK(Countries("White House", "The president met teachers.") == "meeting: USA > USA");
  CHECK(Countries("White House", "Kemal Aydin of the UN praised nurses.") == "praise:  > ");
}

// Countries of people and bodies that name none.
constexpr StoryRow kPlaced[] = {
    {"", "Rebels in Mali praised Kenya.", "praise: MLI > KEN"},
    {"", "Residents of Nairobi praised Peru.", "praise: KEN > PER"},
    {"", "Prisoners rioted at a jail in Lima.", "protest: PER > PER"},
    {"", "Kandahar residents praised Peru.", "praise: AFG > PER"},
    {"", "President Kemal Aydin lifted a curfew in Peru.", "concession: PER > -"},
    {"", "Angry farmers marched in protest at the Peruvian parliament.", "protest: PER > PER"},
    {"", "President Kemal Aydin visited Peru.", "visit:  > PER"},
    {"", "President Kemal Aydin praised Peruvian President Rosa Quispe.", "praise:  > PER"},
    {"", "Rebels attacked Peru.", "assault:  > PER"},
    {"", "President Kemal Aydin praised Peru and Kenya.", "praise:  > PER"},
    {"", "Security forces in Guinea praised Peru.", "praise: GIN > PER"},
    {"", "Chad's embassy spokesman Kemal Aydin praised Peru.", "praise: TCD > PER"},
};
TEST_CASE("the state of those who name none", "[attribution][shipped]") {
  CheckRows(kPlaced, [](const StoryRow& row) { return Countries("", row.text); });
}

TEST_CASE("who is we", "[attribution][shipped]") { CheckRows(kQuoted, WithClaimants); }
TEST_CASE("the author of a statement", "[attribution][shipped]") {
  CheckRows(kAuthors, WithClaimants);
}
TEST_CASE("who says so", "[attribution][shipped]") { CheckRows(kClaims, WithClaimants); }

}  // namespace
}  // namespace telex
