// When and where: the date and the place that an event takes from its sentence. The stories are
// invented and appeared on Wednesday, 15 May 2024.
#include "tests/shipped_rules.h"

namespace telex {
namespace {

// "meeting 2024-05-13 Nairobi", "-" for what is open; all events in text order.
std::string WhenAndWhere(std::string_view text) {
  const RunStory run(text);
  std::string out;
  for (const Event& event : run.events) {
    if (!out.empty()) out += " | ";
    out += event.type + " " + (event.date.value.empty() ? "-" : event.date.value) + " " +
           (event.place.name.empty() ? "-" : event.place.name);
  }
  return out;
}

TEST_CASE("the date of an event", "[dates]") {
  constexpr Row kRows[] = {
      {"Rosa Quispe met Kemal Aydin on Monday.", "meeting 2024-05-13 -"},
      {"Rosa Quispe will meet Kemal Aydin on Monday.", "meeting 2024-05-20 -"},
      {"Rosa Quispe met Kemal Aydin in April.", "meeting 2024-04 -"},
      {"Rosa Quispe will meet Kemal Aydin in April.", "meeting 2025-04 -"},
      {"Rosa Quispe met Kemal Aydin last week.", "meeting 2024-05 -"},
      {"Rosa Quispe met Kemal Aydin at 10 a.m. on Monday.", "meeting 2024-05-13 -"},
      // Spans, what repeats and no day in particular date nothing.
      {"Rosa Quispe met Kemal Aydin for two days.", "meeting - -"},
      {"Rosa Quispe met Kemal Aydin every Friday.", "meeting - -"},
      {"Rosa Quispe recently met Kemal Aydin.", "meeting - -"},
      {"Rosa Quispe met Kemal Aydin in the 1990s.", "meeting - -"},
      // The day of what is said, and the day on which it is said.
      {"The ministry reported on Friday that Rosa Quispe will visit Kenya.", "visit - Kenya"},
      {"Kenya said on Monday that it is ready to help Peru.", "pledge 2024-05-13 -"},
      {"Rosa Quispe looks forward to welcoming President Kemal Aydin of Turkey to Lima on June 26.",
       "visit 2024-06-26 Lima"},
      {"Rosa Quispe spoke of fish on Monday. In a phone call with Kemal Aydin, she spoke of ports.",
       "phone_call 2024-05-13 -"},
      {"Rosa Quispe spoke of fish. In a phone call with Kemal Aydin, she spoke of ports.",
       "phone_call - -"},
      {"The ministry said that Rosa Quispe visited Kenya on Monday.", "visit 2024-05-13 Kenya"},
      {"Kenya said on Monday that it will follow up on the case.", "pledge 2024-05-13 -"},
      // The day of a thing is the event's where the thing is the event or the occasion.
      {"At Monday's summit, Rosa Quispe praised Kenya.", "praise 2024-05-13 -"},
      {"Rosa Quispe held Monday's talks with Kemal Aydin.", "meeting 2024-05-13 -"},
      {"Ahead of Friday's vote, Rosa Quispe praised Kenya.", "praise - -"},
      {"Rosa Quispe praised Kenya for last year's truce.", "praise - -"},
      {"After the May 3 election in Peru, Rosa Quispe telephoned Kemal Aydin.", "phone_call - -"},
      {"In a May 9 statement, Rosa Quispe condemned Peru.", "criticism 2024-05-09 -"},
      {"In a meeting with Kemal Aydin, Rosa Quispe spoke of the devastating February 6 flood.",
       "meeting - -"},
      {"Kenya and Peru reached a consensus on the 2015 fish deal.", "agreement - -"},
      // What came before has a day of its own, and what is only spoken of.
      {"Rosa Quispe on Monday hailed a visit to Kenya by Kemal Aydin.",
       "praise 2024-05-13 - | visit - Kenya"},
      {"Rosa Quispe spoke of fish on Monday, referring to a visit to Kenya by Kemal Aydin.",
       "visit - Kenya"},
      {"Rosa Quispe arrived in Oslo on Monday after a visit to Chad.",
       "visit 2024-05-13 Oslo | visit - Chad"},
      {"Rosa Quispe arrived in Oslo after a visit to Chad on Sunday.",
       "visit 2024-05-12 Oslo | visit 2024-05-12 Chad"},
      {"Rosa Quispe agreed to a truce on Friday, following talks with Kenya and his envoy, Kemal "
       "Aydin, in Oslo on Tuesday.",
       "agreement 2024-05-10 - | meeting 2024-05-14 Oslo"},
      // Counted from the day of another clause.
      {"Rosa Quispe arrived in Oslo on Monday, two days after Kenya arrested Kemal Aydin.",
       "visit 2024-05-13 Oslo | coercion 2024-05-11 -"},
      {"Rosa Quispe arrived in Oslo on Monday, hours before Kenya arrested Kemal Aydin.",
       "visit 2024-05-13 Oslo | coercion 2024-05-13 -"},
      {"Rosa Quispe arrived in Oslo, three months after Kenya arrested Kemal Aydin.",
       "visit - Oslo | coercion 2024-02 -"},
      // Who says what he thereby does, does it when he says it.
      {"Rosa Quispe said on Monday that Kenya is to blame for the war.", "criticism 2024-05-13 -"},
      {"\"We condemn the attack by Kenya,\" Rosa Quispe said on Monday.", "criticism 2024-05-13 -"},
      {"Rosa Quispe said on Monday that fish is dear, urging Kenya to help.",
       "request 2024-05-13 -"},
      {"Rosa Quispe said on Monday that Kemal Aydin has condemned Kenya.", "criticism - -"},
      // What goes on at once.
      {"Kenyan troops killed two farmers when they bombed Goma on Monday.",
       "assault 2024-05-13 Goma"},
      // What was done was not done on a day to come; what is still to be done is planned.
      {"Rosa Quispe travelled to Chad to build on the February 20 talks between Kenya and Peru.",
       "visit - Chad | meeting 2024-02-20 -"},
      {"Rosa Quispe promised on Monday to visit Kenya.", "pledge 2024-05-13 -"},
      {"Rosa Quispe called on Kenya to leave Chad by Friday.", "request - -"},
      {"Rosa Quispe will meet Kemal Aydin on the sidelines of this month's summit.",
       "meeting 2024-05 -"},
  };
  CheckRows(kRows, [](const Row& row) { return WhenAndWhere(row.text); });
}

TEST_CASE("the place of an event", "[dates]") {
  constexpr Row kRows[] = {
      {"Rosa Quispe met Kemal Aydin in Nairobi.", "meeting - Nairobi"},
      {"NAIROBI, May 14 (XYZ) - Rosa Quispe met Kemal Aydin.", "meeting - -"},
      {"Rosa Quispe praised Kenya at a summit in Oslo.", "praise - Oslo"},
      {"At a summit in Oslo, Rosa Quispe praised Kenya.", "praise - Oslo"},
      {"Rosa Quispe praised the work of Kenya in Somalia.", "praise - -", kTodo},
      {"Rosa Quispe met Kemal Aydin in Hyderabad, Pakistan.", "meeting - Hyderabad"},
      // Named with the help of a common noun.
      {"Rosa Quispe met Kemal Aydin in the port city of Mombasa.", "meeting - Mombasa"},
      {"Rosa Quispe met Kemal Aydin in the southern Kenyan town of Nakuru.", "meeting - Nakuru"},
      {"Rosa Quispe met Kemal Aydin in the Kenyan capital, Nairobi, on Monday.",
       "meeting 2024-05-13 Nairobi"},
      {"Rosa Quispe met Kemal Aydin in the Kenyan capital of Nairobi.", "meeting - Nairobi"},
      {"Rosa Quispe met Kemal Aydin in Kenya's capital.", "meeting - Nairobi"},
      {"Rosa Quispe arrived in the Kenyan capital on Monday.", "visit 2024-05-13 Nairobi"},
      {"Rosa Quispe flew to the capital of Armenia.", "visit - Yerevan"},
      // At, in or on the margins of something that is somewhere.
      {"Rosa Quispe met Kemal Aydin on the sidelines of a summit in Oslo on Monday.",
       "meeting 2024-05-13 Oslo"},
      {"Rosa Quispe met Kemal Aydin at the presidential palace in Oslo.", "meeting - Oslo"},
      {"Rosa Quispe praised Kenya in a speech in Oslo.", "praise - Oslo"},
      {"Three farmers were killed on Monday in an attack in Goma.", "assault 2024-05-13 Goma"},
      {"In talks with Kemal Aydin, Rosa Quispe discussed the war in Chad.", "meeting - -"},
      {"The Union of Farmers in Oslo condemned Kenya.", "criticism - Oslo"},
      {"Rosa Quispe praised the farmers in Peru.", "praise - -"},
      {"Dockworkers in Oslo have refused to load ships from Chad.", "rejection - Oslo"},
      {"Rosa Quispe told a news conference in Oslo that she thanked Kenya.", "thanks - Oslo"},
      {"Kenya condemned the raid at an emergency session in Oslo.", "criticism - Oslo"},
      {"Students marched in the center of Oslo to demand help from Kenya.",
       "protest - Oslo | demand - Oslo"},
      {"Rosa Quispe met Kemal Aydin on the price of fish in Oslo on Monday.",
       "meeting 2024-05-13 Oslo"},
      {"Police cleared strikers from a bus depot in Oslo.", "coercion - Oslo"},
      // What a clause beside it says.
      {"Speaking in Oslo on Monday, Rosa Quispe condemned Peru.", "criticism 2024-05-13 Oslo"},
      {"Rosa Quispe travelled to Oslo, where she met Kemal Aydin.",
       "visit - Oslo | meeting - Oslo"},
      {"Rosa Quispe arrived in Oslo and met Kemal Aydin.", "visit - Oslo | meeting - Oslo"},
      {"Rosa Quispe is watching the war in Chad and is negotiating with Kenya.", "negotiation - -"},
      // In a site that is known by its kind, or in a town that is told with it.
      {"Rosa Quispe met Kemal Aydin at the Zamuro camp in Chad.", "meeting - Chad"},
      {"Rosa Quispe met Kemal Aydin at the White House.", "meeting - White House"},
      {"Rosa Quispe met Kemal Aydin at the Zamuro Observatory.", "meeting - Zamuro Observatory"},
      {"Rosa Quispe met Kemal Aydin in Mombasa harbour.", "meeting - Mombasa harbour"},
      {"Students rallied against Kenya in the center of Oslo.", "protest - Oslo"},
      {"Students demonstrated in front of its office in Oslo.", "protest - Oslo"},
      {"In a speech to farmers in Oslo, Rosa Quispe praised Kenya.", "praise - Oslo"},
      // What a sentence opens with holds for all of it, and who hosts talks has them.
      {"In Oslo, envoys spoke of fish and the mayor praised Kenya.", "praise - Oslo"},
      {"In Oslo, envoys failed to agree on the truce.", "agreement - Oslo"},
      {"In Oslo, the mayor said that Kenyan troops bombed Goma.", "assault - Goma"},
      {"In Oslo, the mayor said that Kenyan troops killed two farmers.", "assault - -"},
      {"Rosa Quispe visited Chad to meet Kemal Aydin.", "visit - Chad | meeting - Chad"},
      {"Rosa Quispe left Chad to meet Kemal Aydin.", "meeting - -"},
      {"Rosa Quispe forced Chad to meet Kemal Aydin.", "meeting - -"},
      {"The Kenya-Peru talks hosted by Oslo in April were short.", "meeting 2024-04 Oslo"},
      {"Upon her arrival in Oslo, Rosa Quispe met Kemal Aydin.", "visit - Oslo | meeting - Oslo"},
      {"Rebels shelled the town of Zamuro on Monday.", "assault 2024-05-13 Zamuro"},
      // Where the story was written, unless that is where it was printed.
      {"NAIROBI, May 14 (XYZ) - Rosa Quispe met Kenyan President Amina Diallo.",
       "meeting - Nairobi"},
      // What a deed was aimed at.
      {"Kenya fired missiles at a base in Iraq.", "assault - Iraq"},
      {"Kenya attacked Peru.", "assault - Peru"},
      {"Kenyan troops were deployed to Goma on Monday.", "mobilization 2024-05-13 Goma"},
      {"Turkey's attack on the Gaza Strip surprised Kenya.", "assault - Gaza Strip"},
      // Names with their kind, and what lies on or along them.
      {"Rebels killed two farmers on Zamuro Island.", "assault - Zamuro Island"},
      {"Rebels killed two farmers along the Khyber Pass.", "assault - Khyber Pass"},
      {"Police arrested two farmers in the Western Province.", "coercion - Western Province"},
      {"Police arrested two farmers in northern Hormozgan province.", "coercion - Hormozgan"},
      {"Kenyan troops seized a tanker in the Strait of Hormuz.", "coercion - Strait of Hormuz"},
      {"Rosa Quispe met Kemal Aydin in Washington, D.C., on Monday.",
       "meeting 2024-05-13 Washington, D.C."},
      {"Rosa Quispe criticized NATO in Almaty for its plans.", "criticism - Almaty"},
      {"Rosa Quispe criticized Hezbollah in Lebanon for its plans.", "criticism - -"},
      {"Rosa Quispe met Kemal Aydin in the port of Odesa.", "meeting - Odesa"},
      {"Kenya attacked rebels in the Afrin district.", "assault - Afrin"},
      // Another deed that went on with it.
      {"Rebels killed two farmers and wounded six guards in a raid in Peru.",
       "assault - Peru | assault - Peru"},
      {"A raid took place in the city of Mombasa, which killed two farmers.", "assault - Mombasa"},
  };
  CheckRows(kRows, [](const Row& row) { return WhenAndWhere(row.text); });
}

TEST_CASE("what the story tells elsewhere of date and place", "[dates]") {
  constexpr Row kRows[] = {
      // When and where the words and the pact were, told right behind.
      {"Rosa Quispe has praised Kenya. The official made the remarks in Oslo on Monday.",
       "praise 2024-05-13 Oslo"},
      {"Rosa Quispe condemned Kenya. \"It will regret it,\" she told farmers in Oslo on Monday.",
       "criticism 2024-05-13 Oslo | threat 2024-05-13 Oslo"},
      {"Kenya and Peru signed a pact on fish. The document was signed in Oslo on Monday.",
       "agreement 2024-05-13 Oslo"},
      {"Rosa Quispe arrived in Nairobi on Monday. Quispe held talks with Kenyan President Amina "
       "Diallo on Monday.",
       "visit 2024-05-13 Nairobi | meeting 2024-05-13 Nairobi"},
      {"Rosa Quispe arrived in Nairobi on Monday. Quispe held talks with Turkish President Kemal "
       "Aydin in April.",
       "visit 2024-05-13 Nairobi | meeting 2024-04 -"},
      {"Rosa Quispe arrived in Nairobi on Monday. Quispe telephoned Kenyan President Amina Diallo.",
       "visit 2024-05-13 Nairobi | phone_call - -"},
      {"The visit to Nairobi by Rosa Quispe will help trade. Kenyan President Amina Diallo met "
       "Quispe "
       "on Monday.",
       "visit - Nairobi | meeting 2024-05-13 Nairobi"},
      {"Rosa Quispe, during her visit to Kenya, met Kemal Aydin.",
       "visit - Kenya | meeting - Kenya"},
      {"During a visit to Kenya on Monday, Rosa Quispe praised Peru.",
       "visit 2024-05-13 Kenya | praise 2024-05-13 Kenya"},
      {"Peruvian Foreign Minister Rosa Quispe left Lima for Nairobi on Monday. On Tuesday, Peru "
       "and "
       "Kenya signed a trade deal.",
       "visit 2024-05-13 Nairobi | agreement 2024-05-14 Nairobi"},
      {"Rosa Quispe arrived in Ankara early on Monday following a short visit to Kenya. In her "
       "meeting with Kenyan President Amina Diallo in Nairobi on Sunday, Quispe spoke of fish.",
       "visit 2024-05-13 Ankara | visit 2024-05-12 Kenya | meeting 2024-05-12 Nairobi"},
      {"Rosa Quispe visited Kenya on Monday. During her visit to Nairobi, Quispe spoke of fish.",
       "visit 2024-05-13 Nairobi"},
      {"Rosa Quispe praised Kenya's patience. Quispe made the remarks at a press conference in "
       "Oslo "
       "on Monday.",
       "praise 2024-05-13 Oslo"},
      {"Rosa Quispe condemned Peru. The remarks were made in Oslo on Monday.",
       "criticism 2024-05-13 Oslo"},
      {"Rosa Quispe condemned Peru. Kemal Aydin made the remarks in Oslo on Monday.",
       "criticism - -"},
      {"Rosa Quispe has condemned Peru. \"It is bad,\" Quispe said on Monday.",
       "criticism 2024-05-13 -"},
      {"In recent years, Kenya has condemned Peru. Kenya said on Monday that fish is dear.",
       "criticism - -"},
      // What somebody says in several sentences he says on one day, and in one place.
      {"Rosa Quispe said on Monday that fish is dear. Sheep are cheap. She praised Kenya.",
       "praise 2024-05-13 -"},
      {"Rosa Quispe said in Oslo on Monday that fish is dear. She also praised Kenya.",
       "praise 2024-05-13 Oslo"},
      {"Rosa Quispe said on Monday that fish is dear. Kemal Aydin praised Kenya.", "praise - -"},
      {"Rosa Quispe said on Monday that fish is dear. She had praised Kenya.", "praise - -"},
      {"Rosa Quispe said on Monday that fish is dear. She has praised Kenya.", "praise - -"},
      {"Rosa Quispe said on Monday that fish is dear. She praised Kenya last year.",
       "praise 2023 -"},
      {"Rosa Quispe said on Monday that fish is dear. She praised Kenya for the 2015 fish deal.",
       "praise 2024-05-13 -"},
      {"Rosa Quispe said on Monday that fish is dear. \"Today is the day,\" Quispe said in a "
       "meeting with Kemal Aydin.",
       "meeting 2024-05-13 -"},
      {"Rosa Quispe said on Monday that fish is dear. She told Kemal Aydin by phone that sheep are "
       "cheap.",
       "phone_call 2024-05-13 -"},
      // What a visit brought about has its days and its place, whoever was met.
      {"Rosa Quispe travelled to Chad on Monday. She met private sector executives.",
       "visit 2024-05-13 Chad | meeting 2024-05-13 Chad"},
      {"Rosa Quispe travelled to Chad on Monday. She met Turkish executives.",
       "visit 2024-05-13 Chad | meeting - -"},
      // Where a story was written, or the town that it has named last.
      {"NAIROBI, May 14 (Reuters) - Peru and Chad signed a pact on trade between Oslo and Lima "
       "after talks here.",
       "agreement - Nairobi | meeting - Nairobi"},
      {"Students marched in Oslo on Monday. Police killed two farmers in the city on April 9.",
       "protest 2024-05-13 Oslo | assault 2024-04-09 Oslo"},
      {"NAIROBI, May 14 (Reuters) - In the city centre, gunmen killed a farmer.",
       "assault - Nairobi"},
      {"Peruvian Foreign Minister Rosa Quispe arrived in Nairobi. Sheep are cheap. Peru and Kenya "
       "signed a trade deal.",
       "visit - Nairobi | agreement - Nairobi"},
      {"Rosa Quispe travelled to Nairobi on Monday. In Nairobi, she met President Amina Diallo of "
       "Kenya.",
       "visit 2024-05-13 Nairobi | meeting 2024-05-13 Nairobi"},
      // An attack on what lies in a state is one in it.
      {"Chadian jets bombed a Kenyan power plant.", "assault - Kenya"},
      {"Chadian jets bombed a Kenyan ship.", "assault - -"},
      {"Rosa Quispe has praised Kenya. Sheep are cheap. Fish is dear. So are sheep. Boats are "
       "built. Quispe told a paper on Monday that fish is dear.",
       "praise 2024-05-13 -"},
  };
  CheckRows(kRows, [](const Row& row) { return WhenAndWhere(row.text); });
}

}  // namespace
}  // namespace telex
