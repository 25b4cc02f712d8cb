// Status: what is done, planned, cancelled or only spoken of, for verbs and for nouns.

#include <string>

#include "tests/shipped_rules.h"

namespace telex {
namespace {

constexpr Row kVerbs[] = {
    {"Rosa Quispe visited Kenya.", "visit: Rosa Quispe > Kenya"},
    {"Rosa Quispe has visited Kenya.", "visit: Rosa Quispe > Kenya"},
    {"Rosa Quispe is visiting Kenya.", "visit: Rosa Quispe > Kenya"},
    // Ahead.
    {"Rosa Quispe will visit Kenya.", "visit: Rosa Quispe > Kenya [planned]"},
    {"Rosa Quispe will be visiting Kenya.", "visit: Rosa Quispe > Kenya [planned]"},
    {"Rosa Quispe is to visit Kenya.", "visit: Rosa Quispe > Kenya [planned]"},
    {"Rosa Quispe is due to visit Kenya.", "visit: Rosa Quispe > Kenya [planned]"},
    {"Rosa Quispe is set to visit Kenya.", "visit: Rosa Quispe > Kenya [planned]"},
    {"Rosa Quispe is scheduled to visit Kenya.", "visit: Rosa Quispe > Kenya [planned]"},
    {"Rosa Quispe is expected to visit Kenya.", "visit: Rosa Quispe > Kenya [planned]"},
    {"Rosa Quispe plans to visit Kenya.", "visit: Rosa Quispe > Kenya [planned]"},
    {"Rosa Quispe is planning to visit Kenya.", "visit: Rosa Quispe > Kenya [planned]"},
    {"Rosa Quispe intends to visit Kenya.", "visit: Rosa Quispe > Kenya [planned]"},
    {"Rosa Quispe would visit Kenya, the ministry said.", "visit: Rosa Quispe > Kenya [planned]"},
    {"The ministry said Rosa Quispe will visit Kenya.", "visit: Rosa Quispe > Kenya [planned]"},
    {"Rosa Quispe said she would visit Kenya.", "visit: Rosa Quispe > Kenya [planned]"},
    {"Rosa Quispe announced a plan to visit Kenya.", "visit: Rosa Quispe > Kenya [planned]"},
    {"Rosa Quispe, who will visit Kenya, smiled.", "visit: Rosa Quispe > Kenya [planned]"},
    {"Rosa Quispe to visit Kenya", "visit: Rosa Quispe > Kenya [planned]"},
    {"Rosa Quispe will meet Kemal Aydin.", "meeting: Kemal Aydin, Rosa Quispe [planned]"},
    {"Rosa Quispe will hold talks with Kemal Aydin.",
     "meeting: Kemal Aydin, Rosa Quispe [planned]"},
    {"Rosa Quispe is scheduled to hold a meeting with Kemal Aydin.",
     "meeting: Kemal Aydin, Rosa Quispe [planned]"},
    // Perhaps.
    {"Rosa Quispe may visit Kenya.", "visit: Rosa Quispe > Kenya [possible]"},
    {"Rosa Quispe might visit Kenya.", "visit: Rosa Quispe > Kenya [possible]"},
    {"Rosa Quispe could visit Kenya.", "visit: Rosa Quispe > Kenya [possible]"},
    {"Rosa Quispe is likely to visit Kenya.", "visit: Rosa Quispe > Kenya [possible]"},
    // Not.
    {"Rosa Quispe did not visit Kenya.", "visit: Rosa Quispe > Kenya [negated]"},
    {"Rosa Quispe didn't visit Kenya.", "visit: Rosa Quispe > Kenya [negated]"},
    {"Rosa Quispe never visited Kenya.", "visit: Rosa Quispe > Kenya [negated]"},
    {"Rosa Quispe has never visited Kenya.", "visit: Rosa Quispe > Kenya [negated]"},
    {"Rosa Quispe will not visit Kenya.", "visit: Rosa Quispe > Kenya [negated]"},
    {"Rosa Quispe won't visit Kenya.", "visit: Rosa Quispe > Kenya [negated]"},
    {"Rosa Quispe failed to visit Kenya.", "visit: Rosa Quispe > Kenya [negated]"},
    {"Rosa Quispe left without visiting Kenya.", "visit: Rosa Quispe > Kenya [negated]"},
    {"Rosa Quispe left without meeting Kemal Aydin.",
     "meeting: Kemal Aydin, Rosa Quispe [negated]"},
    {"Rosa Quispe never met Kemal Aydin.", "meeting: Kemal Aydin, Rosa Quispe [negated]"},
    {"Rosa Quispe and Kemal Aydin did not meet in Oslo.",
     "meeting: Kemal Aydin, Rosa Quispe [negated]"},
    {"Rosa Quispe denied that she met Kemal Aydin.", "meeting: Kemal Aydin, Rosa Quispe [negated]"},
    {"Rosa Quispe denied that she had met Kemal Aydin.",
     "meeting: Kemal Aydin, Rosa Quispe [negated]"},
    // Only spoken of: an act of another kind, or none.
    {"If Rosa Quispe visits Kenya, the port will close.", "nothing"},
    {"The port will close if Rosa Quispe visits Kenya.", "nothing"},
    {"Unless Rosa Quispe visits Kenya, the port will close.", "nothing"},
    {"Reporters asked whether Rosa Quispe visited Kenya.", "nothing"},
    {"Rosa Quispe tried to visit Kenya.", "nothing"},
    {"Rosa Quispe's attempt to visit Kenya was short.", "nothing"},
    {"Rosa Quispe refused to go to Oslo and meet Kemal Aydin.", "nothing"},
    // What somebody is accused of is no deed told of, and none of the accuser's.
    {"Kenya accused rebels of killing farmers.", "criticism: Kenya > rebels"},
    // Infinitives of purpose.
    {"Kenya sent arms to attack Chad.", "nothing"},
    {"Rosa Quispe flew to Nairobi to meet Kemal Aydin.",
     "visit: Rosa Quispe > Kenya | meeting: Kemal Aydin, Rosa Quispe"},
    {"Rosa Quispe opened a fair to condemn Kenya.", "criticism: Rosa Quispe > Kenya"},
    // A deed is its subject's where he does it.
    {"Iceland condemned the attack on Niger.", "criticism: Iceland > -"},
    {"Rosa Quispe refused to meet Kemal Aydin.", "rejection: Rosa Quispe > Kemal Aydin"},
    {"Rosa Quispe declined to meet Kemal Aydin.", "rejection: Rosa Quispe > Kemal Aydin"},
    {"Rosa Quispe should meet Kemal Aydin.", "nothing"},
    {"Rosa Quispe must visit Kenya.", "nothing"},
    {"Rosa Quispe is ready to meet Kemal Aydin.", "pledge: Rosa Quispe > -"},
    {"Rosa Quispe agreed to meet Kemal Aydin.", "agreement: Rosa Quispe"},
    {"Rosa Quispe offered to meet Kemal Aydin.", "proposal: Rosa Quispe > -"},
    {"Rosa Quispe proposed to meet Kemal Aydin.", "proposal: Rosa Quispe > -"},
    {"Rosa Quispe urged Kenya to meet Kemal Aydin.", "request: Rosa Quispe > Kenya"},
    {"Rosa Quispe threatened to condemn Kenya.", "threat: Rosa Quispe > Kenya"},
    // Acts of speech that a polite verb introduces are made.
    {"“I wish to express my gratitude to Kenya,” said Rosa Quispe.", "thanks: Rosa Quispe > Kenya"},
    {"“Let me thank Kenya,” Rosa Quispe said.", "thanks: Rosa Quispe > Kenya"},
    {"Rosa Quispe condemned Kenya for refusing to open the port.",
     "criticism: Rosa Quispe > Kenya"},
    {"Rosa Quispe managed to visit Kenya.", "visit: Rosa Quispe > Kenya"},
    {"Rosa Quispe continued to criticise Kenya.", "criticism: Rosa Quispe > Kenya"},
    // Former bugs, and those that still stand.
    {"Rosa Quispe is going to visit Kenya.", "visit: Rosa Quispe > Kenya [planned]", kTodo},
    {"Rosa Quispe is slated to visit Kenya on Friday.", "visit: Rosa Quispe > Kenya [planned]",
     kTodo},
    {"Rosa Quispe will travel to Kenya and meet Kemal Aydin.",
     "visit: Rosa Quispe > Kenya [planned] | meeting: Kemal Aydin, Rosa Quispe [planned]"},
    {"It is possible that Rosa Quispe will visit Kenya.", "visit: Rosa Quispe > Kenya [possible]",
     kTodo},
    {"Rosa Quispe wants to visit Kenya.", "visit: Rosa Quispe > Kenya [possible]"},
    {"Rosa Quispe is not expected to visit Kenya.", "visit: Rosa Quispe > Kenya [negated]"},
    {"Rosa Quispe no longer plans to visit Kenya.", "visit: Rosa Quispe > Kenya [negated]", kTodo},
    {"Rosa Quispe denied meeting Kemal Aydin.", "meeting: Kemal Aydin, Rosa Quispe [negated]"},
    {"Neither Rosa Quispe nor Kemal Aydin visited Kenya.",
     "visit: Rosa Quispe, Kemal Aydin > Kenya [negated]", kTodo},
    {"Rosa Quispe hopes to visit Kenya.", "nothing"},
    {"“I would like to thank Kenya,” Rosa Quispe said.", "thanks: Rosa Quispe > Kenya"},
    {"“We want to thank Kenya,” Rosa Quispe said.", "thanks: Rosa Quispe > Kenya"},
    {"Rosa Quispe said she would like to thank Kenya.", "thanks: Rosa Quispe > Kenya"},
    {"Rosa Quispe did not hesitate to condemn Kenya.", "criticism: Rosa Quispe > Kenya", kTodo},
    {"Rosa Quispe met Kemal Aydin before she will leave.", "meeting: Kemal Aydin, Rosa Quispe"},
};

constexpr Row kNouns[] = {
    {"Rosa Quispe's visit to Kenya was short.", "visit: Rosa Quispe > Kenya"},
    {"Rosa Quispe's upcoming visit to Kenya was announced.",
     "visit: Rosa Quispe > Kenya [planned]"},
    {"Rosa Quispe fell ill before an upcoming visit to Kenya.",
     "visit: Rosa Quispe > Kenya [planned]"},
    {"On the eve of her visit to Kenya, Rosa Quispe fell ill.",
     "visit: Rosa Quispe > Kenya [planned]"},
    {"The planned visit of Rosa Quispe to Kenya is costly.",
     "visit: Rosa Quispe > Kenya [planned]"},
    {"Rosa Quispe's visit to Kenya will take place in June.",
     "visit: Rosa Quispe > Kenya [planned]"},
    {"Rosa Quispe's visit to Kenya is scheduled for June.", "visit: Rosa Quispe > Kenya [planned]"},
    {"Rosa Quispe plans a visit to Kenya.", "visit: Rosa Quispe > Kenya [planned]"},
    {"Rosa Quispe will pay a visit to Kenya.", "visit: Rosa Quispe > Kenya [planned]"},
    {"A meeting between Rosa Quispe and Kemal Aydin will take place on Friday.",
     "meeting: Kemal Aydin, Rosa Quispe [planned]"},
    {"A meeting between Rosa Quispe and Kemal Aydin is expected on Friday.",
     "meeting: Kemal Aydin, Rosa Quispe [planned]"},
    {"A meeting between Rosa Quispe and Kemal Aydin will be held on Friday.",
     "meeting: Kemal Aydin, Rosa Quispe [planned]"},
    {"Rosa Quispe cancelled a visit to Kenya.", "visit: Rosa Quispe > Kenya [negated]"},
    {"Rosa Quispe cancelled her visit to Kenya.", "visit: Rosa Quispe > Kenya [negated]"},
    {"Rosa Quispe called off her visit to Kenya.", "visit: Rosa Quispe > Kenya [negated]"},
    {"Rosa Quispe's visit to Kenya was called off.", "visit: Rosa Quispe > Kenya [negated]"},
    {"Rosa Quispe's visit to Kenya was cancelled.", "visit: Rosa Quispe > Kenya [negated]"},
    {"Rosa Quispe's visit to Kenya was postponed.", "visit: Rosa Quispe > Kenya [negated]"},
    {"Rosa Quispe's visit to Kenya has been postponed, the ministry said.",
     "visit: Rosa Quispe > Kenya [negated]"},
    {"The cancellation of Rosa Quispe's visit to Kenya surprised the hotel.",
     "visit: Rosa Quispe > Kenya [negated]"},
    {"The talks between Rosa Quispe and Kemal Aydin were cancelled.",
     "meeting: Kemal Aydin, Rosa Quispe [negated]"},
    {"No meeting between Rosa Quispe and Kemal Aydin took place.",
     "meeting: Kemal Aydin, Rosa Quispe [negated]"},
    {"A meeting between Rosa Quispe and Kemal Aydin did not take place.",
     "meeting: Kemal Aydin, Rosa Quispe [negated]"},
    {"There was no meeting between Rosa Quispe and Kemal Aydin.",
     "meeting: Kemal Aydin, Rosa Quispe [negated]"},
    {"Rosa Quispe held no talks with Kemal Aydin.", "meeting: Kemal Aydin, Rosa Quispe [negated]"},
    {"Rosa Quispe did not hold talks with Kemal Aydin.",
     "meeting: Kemal Aydin, Rosa Quispe [negated]"},
    {"Rosa Quispe denied a meeting with Kemal Aydin.",
     "meeting: Kemal Aydin, Rosa Quispe [negated]"},
    {"A possible meeting between Rosa Quispe and Kemal Aydin was in the papers.",
     "meeting: Kemal Aydin, Rosa Quispe [possible]"},
    {"Rosa Quispe may hold talks with Kemal Aydin.",
     "meeting: Kemal Aydin, Rosa Quispe [possible]"},
    {"Rosa Quispe may pay a visit to Kenya.", "visit: Rosa Quispe > Kenya [possible]"},
    {"Rosa Quispe proposed a meeting with Kemal Aydin.", "proposal: Rosa Quispe > -"},
    {"Rosa Quispe called for a meeting with Kemal Aydin.", "request: Rosa Quispe > -"},
    {"Rosa Quispe rejected a meeting with Kemal Aydin.", "rejection: Rosa Quispe > Kemal Aydin"},
    {"Rosa Quispe discussed a visit to Kenya.", "nothing"},
    {"Rosa Quispe was invited to a meeting with Kemal Aydin.", "invitation: - > Rosa Quispe"},
    {"Rosa Quispe postponed talks with Kemal Aydin.",
     "meeting: Kemal Aydin, Rosa Quispe [negated]"},
    {"Rosa Quispe ended a visit to Kenya.", "visit: Rosa Quispe > Kenya"},
    {"Rosa Quispe concluded talks with Kemal Aydin.", "meeting: Kemal Aydin, Rosa Quispe"},
    {"Rosa Quispe suspended talks with Kemal Aydin.",
     "sanction: Rosa Quispe > Kemal Aydin | meeting: Kemal Aydin, Rosa Quispe [negated]"},
    {"Before her visit to Kenya, Rosa Quispe fell ill.", "visit: Rosa Quispe > Kenya"},
    {"Rosa Quispe's phone call with Kemal Aydin was postponed.",
     "phone_call: Kemal Aydin, Rosa Quispe [negated]"},
    {"Rosa Quispe's condemnation of Kenya was expected.", "criticism: Rosa Quispe > Kenya"},
    // Former bugs, and those that still stand.
    {"Rosa Quispe announced plans for a visit to Kenya.", "visit: Rosa Quispe > Kenya [planned]"},
    {"Rosa Quispe agreed on a meeting with Kemal Aydin.", "nothing", kTodo},
    {"Rosa Quispe made a proposal for a meeting with Kemal Aydin.", "proposal: Rosa Quispe > -"},
    {"Rosa Quispe is preparing for a visit to Kenya.", "visit: Rosa Quispe > Kenya [planned]",
     kTodo},
    {"Rosa Quispe called her visit to Kenya off.", "visit: Rosa Quispe > Kenya [negated]", kTodo},
    {"Rosa Quispe put off a visit to Kenya.", "visit: Rosa Quispe > Kenya [negated]"},
    {"No meeting took place between Rosa Quispe and Kemal Aydin.",
     "meeting: Kemal Aydin, Rosa Quispe [negated]"},
    {"Rosa Quispe stressed the need for a meeting with Kemal Aydin.", "nothing"},
    {"Ahead of her visit to Kenya, Rosa Quispe fell ill.", "visit: Rosa Quispe > Kenya [planned]",
     kTodo},
};

std::string EventsOf(const Row& row) { return EventLines(row.text); }

TEST_CASE("status of verbs", "[status][shipped]") { CheckRows(kVerbs, EventsOf); }
// PLOVER's modes beside the status; the stories appeared on 15 May 2024.
constexpr Row kModes[] = {
    {"Rosa Quispe visited Kenya in 1979.", "historical"},
    {"Rosa Quispe visited Kenya in January.", "historical"},
    {"Rosa Quispe visited Kenya in April.", ""},
    {"Rosa Quispe visited Kenya on Monday.", ""},
    {"Rosa Quispe visited Kenya.", ""},
    {"Rosa Quispe marked the anniversary of her visit to Kenya.", "historical"},
    {"Rosa Quispe will visit Kenya.", "future"},
    {"Rosa Quispe may visit Kenya.", "hypothetical"},
    {"Rosa Quispe did not visit Kenya.", "negation"},
};

std::string ModesOf(const Row& row) {
  const RunStory run(row.text);
  std::string modes = run.events.empty() ? "no event" : "";
  for (const Event& event : run.events)
    for (const std::string& mode : event.modes) modes += (modes.empty() ? "" : ", ") + mode;
  return modes;
}

TEST_CASE("modes", "[status][shipped]") { CheckRows(kModes, ModesOf); }
TEST_CASE("status of nouns", "[status][shipped]") { CheckRows(kNouns, EventsOf); }

}  // namespace
}  // namespace telex
