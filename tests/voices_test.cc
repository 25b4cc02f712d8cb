// Voices: one fact said in every way that the language has for it gives one and the same event.

#include <string>
#include <vector>

#include "tests/shipped_rules.h"

namespace telex {
namespace {

struct VoiceRow {
  const char* voice;
  const char* text;
  Works works = Works::kYes;
};

// Every row of the table must give `want` and nothing else.
template <size_t kCount>
void CheckVoices(const VoiceRow (&voices)[kCount], const char* want) {
  std::vector<Row> rows;
  for (const VoiceRow& voice : voices) rows.push_back({voice.text, want, voice.works});
  size_t at = 0;
  CheckRows(rows, [&](const Row& row) {
    UNSCOPED_INFO(voices[at++].voice);
    return EventLines(row.text);
  });
}

constexpr VoiceRow kPraise[] = {
    {"active", "Oman's foreign minister Salim al-Harthy praised Kenya on Monday."},
    {"perfect", "Omani Foreign Minister Salim al-Harthy has praised Kenya."},
    {"progressive",
     "Omani Foreign Minister Salim al-Harthy was praising Kenya when the lights went out."},
    {"emphatic", "Omani Foreign Minister Salim al-Harthy did praise Kenya."},
    {"passive", "Kenya was praised by Oman's foreign minister Salim al-Harthy on Monday."},
    {"perfect passive", "Kenya has been warmly praised by Omani Foreign Minister Salim al-Harthy."},
    {"reduced passive",
     "Kenya, praised by Omani Foreign Minister Salim al-Harthy, will repair the harbour."},
    {"reduced passive before",
     "Praised by Omani Foreign Minister Salim al-Harthy, Kenya will repair the harbour."},
    {"subject relative",
     "Omani Foreign Minister Salim al-Harthy, who praised Kenya, is sixty years old."},
    {"subject relative at the end",
     "The door was opened for Omani Foreign Minister Salim al-Harthy, who praised Kenya."},
    {"object relative",
     "Kenya, which Omani Foreign Minister Salim al-Harthy praised on Monday, has two harbours."},
    {"passive relative",
     "Kenya, which was praised by Omani Foreign Minister Salim al-Harthy, has two harbours."},
    {"perfect participle before",
     "Having praised Kenya, Omani Foreign Minister Salim al-Harthy left the hall."},
    {"participle after", "Omani Foreign Minister Salim al-Harthy left the hall, praising Kenya."},
    {"participle after the name",
     "Omani Foreign Minister Salim al-Harthy, praising Kenya, left the hall."},
    {"infinitive", "Omani Foreign Minister Salim al-Harthy went on to praise Kenya."},
    {"infinitive of purpose",
     "Omani Foreign Minister Salim al-Harthy used the evening to praise Kenya."},
    {"infinitive after an aspect verb",
     "Omani Foreign Minister Salim al-Harthy began to praise Kenya."},
    {"gerund after an aspect verb", "Omani Foreign Minister Salim al-Harthy began praising Kenya."},
    {"gerund after a preposition",
     "After praising Kenya, Omani Foreign Minister Salim al-Harthy left the hall."},
    {"gerund behind", "Omani Foreign Minister Salim al-Harthy left the hall after praising Kenya."},
    {"gerund of manner",
     "Omani Foreign Minister Salim al-Harthy opened the fair by praising Kenya."},
    {"temporal clause",
     "When Omani Foreign Minister Salim al-Harthy praised Kenya, the hall was empty."},
    {"causal clause",
     "The hall was silent because Omani Foreign Minister Salim al-Harthy praised Kenya."},
    {"shared subject",
     "Omani Foreign Minister Salim al-Harthy opened the session and praised Kenya."},
    {"shared subject, comma",
     "Omani Foreign Minister Salim al-Harthy opened the session, praised Kenya and left the hall."},
    {"shared subject, auxiliary",
     "Omani Foreign Minister Salim al-Harthy has opened the session and praised Kenya."},
    {"content of a report",
     "The agency said Omani Foreign Minister Salim al-Harthy praised Kenya."},
    {"content with that",
     "The agency said that Omani Foreign Minister Salim al-Harthy had praised Kenya."},
    {"source at the end", "Omani Foreign Minister Salim al-Harthy praised Kenya, the agency said."},
    {"according to",
     "According to the agency, Omani Foreign Minister Salim al-Harthy praised Kenya."},
    {"quotation", "“We praise Kenya,” said Omani Foreign Minister Salim al-Harthy."},
    {"quotation, subject first", "“I praise Kenya,” Omani Foreign Minister Salim al-Harthy said."},
    {"apposition between", "Salim al-Harthy, the foreign minister of Oman, praised Kenya."},
    {"parenthesis between", "Omani Foreign Minister Salim al-Harthy (right) praised Kenya."},
    {"adverbs between",
     "Omani Foreign Minister Salim al-Harthy on Monday once again warmly praised Kenya."},
    {"adjunct between",
     "Omani Foreign Minister Salim al-Harthy, in a speech in Muscat, praised Kenya."},
    {"adjunct before",
     "In a speech in Muscat on Monday, Omani Foreign Minister Salim al-Harthy praised Kenya."},
    {"owner of what is praised",
     "Omani Foreign Minister Salim al-Harthy praised Kenya's patience."},
    {"adjective of what is praised",
     "Omani Foreign Minister Salim al-Harthy praised the Kenyan patience."},
    {"of-phrase of what is praised",
     "Omani Foreign Minister Salim al-Harthy praised the patience of Kenya."},
    {"light verb", "Omani Foreign Minister Salim al-Harthy paid tribute to Kenya."},
    {"light verb, heaped", "Omani Foreign Minister Salim al-Harthy heaped praise on Kenya."},
    {"passive of a light verb",
     "Tribute was paid to Kenya by Omani Foreign Minister Salim al-Harthy."},
    {"nominal, possessor", "Omani Foreign Minister Salim al-Harthy's tribute to Kenya was short."},
    {"nominal, by", "A tribute to Kenya by Omani Foreign Minister Salim al-Harthy was short."},
    {"headline present", "Omani Foreign Minister Salim al-Harthy praises Kenya"},
    {"cleft", "It was Omani Foreign Minister Salim al-Harthy who praised Kenya."},
    // Former bugs, and those that still stand.
    {"participle before", "Praising Kenya, Omani Foreign Minister Salim al-Harthy left the hall."},
    {"nominal, from", "Kenya drew praise from Omani Foreign Minister Salim al-Harthy.", kTodo},
    {"coordination with speech",
     "Omani Foreign Minister Salim al-Harthy praised Kenya and said the road was long."},
};

constexpr VoiceRow kMeet[] = {
    {"active",
     "Omani Foreign Minister Salim al-Harthy met Chilean Foreign Minister Diego Rojas on Monday."},
    {"with",
     "Omani Foreign Minister Salim al-Harthy met with Chilean Foreign Minister Diego Rojas in "
     "Oslo."},
    {"date between",
     "Omani Foreign Minister Salim al-Harthy met on Monday with Chilean Foreign Minister Diego "
     "Rojas."},
    {"coordinated subject",
     "Omani Foreign Minister Salim al-Harthy and Chilean Foreign Minister Diego Rojas met in "
     "Oslo."},
    {"each other",
     "Omani Foreign Minister Salim al-Harthy and Chilean Foreign Minister Diego Rojas met each "
     "other in Oslo."},
    {"light verb",
     "Omani Foreign Minister Salim al-Harthy held a meeting with Chilean Foreign Minister Diego "
     "Rojas."},
    {"light verb, both",
     "Omani Foreign Minister Salim al-Harthy and Chilean Foreign Minister Diego Rojas held talks "
     "in Oslo."},
    {"subject relative",
     "Omani Foreign Minister Salim al-Harthy, who met Chilean Foreign Minister Diego Rojas, left "
     "Oslo."},
    {"object relative",
     "Chilean Foreign Minister Diego Rojas, whom Omani Foreign Minister Salim al-Harthy met on "
     "Monday, left Oslo."},
    {"relative of a light verb",
     "The talks that Omani Foreign Minister Salim al-Harthy held with Chilean Foreign Minister "
     "Diego Rojas were short."},
    {"reduced relative of a light verb",
     "The talks Omani Foreign Minister Salim al-Harthy held with Chilean Foreign Minister Diego "
     "Rojas were short."},
    {"gerund before",
     "After meeting Chilean Foreign Minister Diego Rojas, Omani Foreign Minister Salim al-Harthy "
     "smiled."},
    {"gerund behind",
     "Omani Foreign Minister Salim al-Harthy smiled after meeting with Chilean Foreign Minister "
     "Diego Rojas."},
    {"shared subject",
     "Omani Foreign Minister Salim al-Harthy landed early and met Chilean Foreign Minister Diego "
     "Rojas."},
    {"in a meeting",
     "In a meeting with Chilean Foreign Minister Diego Rojas, Omani Foreign Minister Salim "
     "al-Harthy spoke of fish."},
    {"following a meeting",
     "Following a meeting with Chilean Foreign Minister Diego Rojas, Omani Foreign Minister Salim "
     "al-Harthy smiled."},
    {"after a meeting",
     "Omani Foreign Minister Salim al-Harthy smiled after a meeting with Chilean Foreign Minister "
     "Diego Rojas."},
    {"possessor",
     "Omani Foreign Minister Salim al-Harthy's meeting with Chilean Foreign Minister Diego Rojas "
     "was short."},
    {"between",
     "A meeting between Omani Foreign Minister Salim al-Harthy and Chilean Foreign Minister Diego "
     "Rojas was short."},
    {"of",
     "The meeting of Omani Foreign Minister Salim al-Harthy with Chilean Foreign Minister Diego "
     "Rojas was short."},
    {"of two",
     "The meeting of Omani Foreign Minister Salim al-Harthy and Chilean Foreign Minister Diego "
     "Rojas was short."},
    {"existential",
     "There was a meeting between Omani Foreign Minister Salim al-Harthy and Chilean Foreign "
     "Minister Diego Rojas."},
    {"took place",
     "A meeting between Omani Foreign Minister Salim al-Harthy and Chilean Foreign Minister Diego "
     "Rojas took place in Oslo."},
    {"sat down",
     "Omani Foreign Minister Salim al-Harthy sat down with Chilean Foreign Minister Diego Rojas."},
    {"said in a meeting",
     "Omani Foreign Minister Salim al-Harthy said in a meeting with Chilean Foreign Minister Diego "
     "Rojas that fish was scarce."},
    {"content",
     "The agency said that Omani Foreign Minister Salim al-Harthy met Chilean Foreign Minister "
     "Diego Rojas."},
    {"headline",
     "Omani Foreign Minister Salim al-Harthy meets Chilean Foreign Minister Diego Rojas"},
    {"was in talks",
     "Omani Foreign Minister Salim al-Harthy was in talks with Chilean Foreign Minister Diego "
     "Rojas."},
    // Former bugs, and those that still stand.
    {"coordinated subject alone",
     "Omani Foreign Minister Salim al-Harthy and Chilean Foreign Minister Diego Rojas met on "
     "Monday."},
    {"light verb, talks",
     "Omani Foreign Minister Salim al-Harthy had talks with Chilean Foreign Minister Diego Rojas."},
    {"passive of a light verb",
     "Talks were held between Omani Foreign Minister Salim al-Harthy and Chilean Foreign Minister "
     "Diego Rojas."},
    {"relative with a preposition",
     "Chilean Foreign Minister Diego Rojas, with whom Omani Foreign Minister Salim al-Harthy met "
     "on Monday, left Oslo."},
    {"participle before",
     "Meeting Chilean Foreign Minister Diego Rojas in Oslo, Omani Foreign Minister Salim al-Harthy "
     "smiled."},
    {"place between",
     "Talks were held in Oslo on Monday between Omani Foreign Minister Salim al-Harthy and Chilean "
     "Foreign Minister Diego Rojas."},
    {"took place between",
     "A meeting took place in Oslo between Omani Foreign Minister Salim al-Harthy and Chilean "
     "Foreign Minister Diego Rojas."},
    {"during talks",
     "Omani Foreign Minister Salim al-Harthy spoke of fish during talks with Chilean Foreign "
     "Minister Diego Rojas."},
    {"headline list",
     "Omani Foreign Minister Salim al-Harthy, Chilean Foreign Minister Diego Rojas meet in Oslo",
     kTodo},
};

constexpr VoiceRow kUrge[] = {
    {"active", "Omani Foreign Minister Salim al-Harthy urged Kenya to reopen the port."},
    {"passive", "Kenya was urged by Omani Foreign Minister Salim al-Harthy to reopen the port."},
    {"reduced passive",
     "Kenya, urged by Omani Foreign Minister Salim al-Harthy to reopen the port, agreed."},
    {"subject relative",
     "Omani Foreign Minister Salim al-Harthy, who urged Kenya to reopen the port, left the hall."},
    {"object relative",
     "Kenya, which Omani Foreign Minister Salim al-Harthy urged to reopen the port, has two "
     "harbours."},
    {"participle after",
     "Omani Foreign Minister Salim al-Harthy left the hall, urging Kenya to reopen the port."},
    {"participle after content",
     "Omani Foreign Minister Salim al-Harthy said the port was small, urging Kenya to reopen it."},
    {"participle after that",
     "Omani Foreign Minister Salim al-Harthy said that ships were waiting, urging Kenya to reopen "
     "the port."},
    {"shared subject",
     "Omani Foreign Minister Salim al-Harthy spoke of ships and urged Kenya to reopen the port."},
    {"shared subject after content",
     "Omani Foreign Minister Salim al-Harthy said ships were waiting and urged Kenya to reopen the "
     "port."},
    {"called on", "Omani Foreign Minister Salim al-Harthy called on Kenya to reopen the port."},
    {"noun, possessor", "Omani Foreign Minister Salim al-Harthy's appeal to Kenya was ignored."},
    {"noun, by", "An appeal by Omani Foreign Minister Salim al-Harthy to Kenya was ignored."},
    {"noun, from", "An appeal to Kenya from Omani Foreign Minister Salim al-Harthy was published."},
    {"light verb", "Omani Foreign Minister Salim al-Harthy made an appeal to Kenya."},
    {"renewed call",
     "Omani Foreign Minister Salim al-Harthy renewed his call on Kenya to reopen the port."},
    {"headline", "Omani Foreign Minister Salim al-Harthy urges Kenya to reopen port"},
    {"quotation",
     "“We urge Kenya to reopen the port,” Omani Foreign Minister Salim al-Harthy said."},
    {"inversion",
     "“We urge Kenya to reopen the port,” said Omani Foreign Minister Salim al-Harthy."},
    // Former bugs, and those that still stand.
    {"participle before",
     "Urging Kenya to reopen the port, Omani Foreign Minister Salim al-Harthy left the hall."},
    {"calling on",
     "Omani Foreign Minister Salim al-Harthy left the hall, calling on Kenya to reopen the port."},
    {"calling upon",
     "Calling upon Kenya to reopen the port, Omani Foreign Minister Salim al-Harthy left the "
     "hall."},
    {"passive of a light verb",
     "An appeal to Kenya was made by Omani Foreign Minister Salim al-Harthy."},
};

constexpr VoiceRow kVisit[] = {
    {"active", "Omani Foreign Minister Salim al-Harthy visited Kenya on Monday."},
    {"capital", "Omani Foreign Minister Salim al-Harthy visited Nairobi on Monday."},
    {"light verb",
     "Omani Foreign Minister Salim al-Harthy paid a two-day official visit to Kenya."},
    {"arrive", "Omani Foreign Minister Salim al-Harthy arrived in Nairobi early on Monday."},
    {"left for", "Omani Foreign Minister Salim al-Harthy left Muscat for Nairobi on Monday."},
    {"gerund behind", "Omani Foreign Minister Salim al-Harthy fell ill after visiting Kenya."},
    {"during a visit",
     "Omani Foreign Minister Salim al-Harthy spoke of fish during a visit to Kenya."},
    {"on a visit", "Omani Foreign Minister Salim al-Harthy is in Nairobi on a two-day visit."},
    {"possessor", "Omani Foreign Minister Salim al-Harthy's visit to Kenya was short."},
    {"by", "A visit to Kenya by Omani Foreign Minister Salim al-Harthy was short."},
    {"of", "The visit of Omani Foreign Minister Salim al-Harthy to Kenya was short."},
    {"subject relative",
     "Omani Foreign Minister Salim al-Harthy, who visited Kenya on Monday, smiled."},
    {"object relative",
     "Kenya, which Omani Foreign Minister Salim al-Harthy visited on Monday, has two harbours."},
    {"passive", "Kenya was visited by Omani Foreign Minister Salim al-Harthy."},
    {"light verb as relative",
     "The visit that Omani Foreign Minister Salim al-Harthy paid to Kenya was short."},
    {"began", "Omani Foreign Minister Salim al-Harthy began a visit to Kenya on Monday."},
    {"headline", "Omani Foreign Minister Salim al-Harthy visits Kenya"},
    {"headline, arrives", "Omani Foreign Minister Salim al-Harthy arrives in Kenya"},
    {"purpose", "Omani Foreign Minister Salim al-Harthy travelled to Nairobi to open a fair."},
    // Former bugs, and those that still stand.
    {"participle before",
     "Visiting Kenya on Monday, Omani Foreign Minister Salim al-Harthy smiled."},
};

constexpr VoiceRow kVisitPlanned[] = {
    {"headline infinitive", "Omani Foreign Minister Salim al-Harthy to visit Kenya"},
    {"will", "Omani Foreign Minister Salim al-Harthy will visit Kenya next month."},
    {"passive will", "Kenya will be visited by Omani Foreign Minister Salim al-Harthy next month."},
    // Former bugs, and those that still stand.
    {"headline infinitive, light verb",
     "Omani Foreign Minister Salim al-Harthy to pay visit to Kenya"},
};

constexpr VoiceRow kStates[] = {
    {"compound", "Iran-Turkey talks were short."},
    {"compound of adjectives", "Iranian-Turkish talks were short."},
    {"between", "Talks between Iran and Turkey were short."},
    {"adjective and with", "Iranian talks with Turkey were short."},
    {"possessor", "Iran's talks with Turkey were short."},
    {"of the two", "The talks of Iran with Turkey were short."},
    {"subject", "Iran held talks with Turkey."},
    {"both", "Iran and Turkey held talks."},
    {"headline list", "Iran, Turkey hold talks"},
    // Former bugs, and those that still stand.
    {"dash of another kind", "Iran–Turkey talks were short.", kTodo},
    {"preposed", "With Turkey, Iran held talks on Monday."},
};

constexpr Row kLists[] = {
    {"Kenya criticised and condemned Chad.", "criticism: Kenya > Chad"},
    {"Kenya praised and thanked Chad.", "praise: Kenya > Chad | thanks: Kenya > Chad"},
    {"Kenya plans to visit Chad and condemn Oman.",
     "visit: Kenya > Chad [planned] | "
     "criticism: Kenya > Oman [planned]"},
    {"Omani Foreign Minister Salim al-Harthy praised Kenya and Uganda.",
     "praise: Salim al-Harthy > Kenya, Uganda"},
    {"Omani Foreign Minister Salim al-Harthy praised Kenya, Uganda and Rwanda.",
     "praise: Salim al-Harthy > Kenya, Uganda, Rwanda"},
    {"Oman, Kenya and Chile praised Uganda.", "praise: Oman, Kenya, Chile > Uganda"},
    {"Both Oman and Kenya praised Uganda.", "praise: Oman, Kenya > Uganda"},
    {"Oman praised the patience of Kenya and Uganda.", "praise: Oman > Kenya, Uganda"},
    {"Oman praised Kenya and thanked Uganda.", "praise: Oman > Kenya | thanks: Oman > Uganda"},
    {"Oman thanked Uganda, praised Kenya and condemned Chile.",
     "thanks: Oman > Uganda | praise: Oman > Kenya | criticism: Oman > Chile"},
    {"Oman praised Kenya but condemned Chile.", "praise: Oman > Kenya | criticism: Oman > Chile"},
    {"Oman praised Kenya while Chile condemned Uganda.",
     "praise: Oman > Kenya | criticism: Chile > Uganda"},
    {"Oman praised Kenya, and Chile condemned Uganda.",
     "praise: Oman > Kenya | criticism: Chile > Uganda"},
    // Particle and preposition away from the verb.
    {"Oman put forward a peace plan.", "proposal: Oman > -"},
    {"Oman put a peace plan forward.", "proposal: Oman > -"},
    {"A peace plan was put forward by Oman.", "proposal: Oman > -"},
    {"A plan proposed by Oman was read out.", "proposal: Oman > -"},
    {"The plan Oman proposed to Kenya was read out.", "proposal: Oman > Kenya"},
    {"The plan that Oman proposed to Kenya was read out.", "proposal: Oman > Kenya"},
    {"Oman proposed to Kenya a joint fleet.", "proposal: Oman > Kenya"},
    {"Condolences were offered to Kenya by Oman.", "condolence: Oman > Kenya"},
    {"Oman's condolences to Kenya were read out.", "condolence: Oman > Kenya"},
    {"Oman offered its condolences to the people of Kenya.", "condolence: Oman > Kenya"},
    {"Oman gave Kenya tents.", "aid: Oman > Kenya"},
    {"Oman sent Kenya 40 trucks of flour.", "aid: Oman > Kenya"},
    {"Kenya was given wheat by Oman.", "aid: Oman > Kenya"},
    {"The wheat Oman gave Kenya was old.", "aid: Oman > Kenya"},
    {"In a letter to Kenya, Oman proposed a joint fleet.", "proposal: Oman > Kenya"},
    {"In a meeting with Kenya, Oman proposed a joint fleet.",
     "meeting: Kenya, Oman | proposal: Oman > Kenya"},
    {"With Kenya opposing the plan, Oman held talks with Chad.",
     "rejection: Kenya > - | meeting: Chad, Oman"},
    {"Oman condemned Chad along with its minister.", "criticism: Oman > Chad"},
    {"Oman vowed to help Kenya rebuild the port.", "pledge: Oman > Kenya"},
    {"Oman is ready to expand trade with Kenya.", "pledge: Oman > Kenya"},
    {"Oman promised to return to Kenya.", "pledge: Oman > -"},
    {"Oman agreed to continue supplying Kenya with flour.", "agreement: Kenya, Oman"},
    {"Oman rejected a plan proposed by Kenya.", "rejection: Oman > Kenya | proposal: Kenya > Oman"},
    {"Oman left after Kenya and Chad agreed to end the siege.", "agreement: Chad, Kenya"},
    {"The governments of Kenya and Chad agreed to end the siege.", "agreement: Chad, Kenya"},
    {"The ministers of Oman, Kenya and Chad agreed to end the siege.",
     "agreement: Chad, Kenya, Oman"},
    {"Oman-brokered talks between Kenya and Chad resumed.", "mediation: Oman > Kenya, Chad"},
    {"Diplomatic ties between Kenya and Chad were restored.", "recognition: Chad, Kenya"},
    {"Kenya was urged to reopen the port by Oman.", "request: Oman > Kenya"},
    {"Kenya has been invited to visit Muscat by Oman.", "invitation: Oman > Kenya"},
    {"A proposal for a joint fleet was received by Kenya.", "nothing"},
    {"Kenya came under fire from Oman.", "criticism: Oman > Kenya"},
    {"Oman's criticism of Kenya was loud.", "criticism: Oman > Kenya"},
    {"Oman was criticised for its silence by Kenya.", "criticism: Kenya > Oman"},
    {"Diego Rojas telephoned Salim al-Harthy.", "phone_call: Diego Rojas, Salim al-Harthy"},
    {"Diego Rojas and Salim al-Harthy spoke by phone.", "phone_call: Diego Rojas, Salim al-Harthy"},
    {"In a phone call with Salim al-Harthy, Diego Rojas said that the port was open.",
     "phone_call: Diego Rojas, Salim al-Harthy"},
    {"Diego Rojas received a phone call from Salim al-Harthy.",
     "phone_call: Diego Rojas, Salim al-Harthy"},
    {"A phone call between Diego Rojas and Salim al-Harthy was short.",
     "phone_call: Diego Rojas, Salim al-Harthy"},
    // Former bugs, and those that still stand.
    {"Oman as well as Kenya praised Uganda.", "praise: Oman, Kenya > Uganda"},
    {"Oman, along with Kenya, praised Uganda.", "praise: Oman, Kenya > Uganda"},
    {"Oman praised and thanked Kenya.", "praise: Oman > Kenya | thanks: Oman > Kenya"},
    {"Oman will praise Kenya and thank Uganda.",
     "praise: Oman > Kenya [planned] | thanks: Oman > Uganda [planned]"},
    {"A plan put forward by Oman was read out.", "proposal: Oman > -", kTodo},
    {"To Kenya, Oman offered its condolences.", "condolence: Oman > Kenya"},
    {"Oman offered Kenya its condolences.", "condolence: Oman > Kenya"},
    {"In a phone call, Diego Rojas told Salim al-Harthy that the port was open.",
     "phone_call: Diego Rojas, Salim al-Harthy", kTodo},
    {"Diego Rojas and Salim al-Harthy discussed fish over the phone.",
     "phone_call: Diego Rojas, Salim al-Harthy", kTodo},
};

TEST_CASE("one praise in every voice", "[voices][shipped]") {
  CheckVoices(kPraise, "praise: Salim al-Harthy > Kenya");
}
TEST_CASE("one meeting in every voice", "[voices][shipped]") {
  CheckVoices(kMeet, "meeting: Diego Rojas, Salim al-Harthy");
}
TEST_CASE("one request in every voice", "[voices][shipped]") {
  CheckVoices(kUrge, "request: Salim al-Harthy > Kenya");
}
TEST_CASE("one visit in every voice", "[voices][shipped]") {
  CheckVoices(kVisit, "visit: Salim al-Harthy > Kenya");
  CheckVoices(kVisitPlanned, "visit: Salim al-Harthy > Kenya [planned]");
}
TEST_CASE("talks of two states in every voice", "[voices][shipped]") {
  CheckVoices(kStates, "meeting: Iran, Turkey");
}
TEST_CASE("lists, shared parts and other orders", "[voices][shipped]") {
  CheckRows(kLists, [](const Row& row) { return EventLines(row.text); });
}

}  // namespace
}  // namespace telex
