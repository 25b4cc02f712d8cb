// Coding: PLOVER and CAMEO codes by type, status and words; every row of the tables is legal.

#include <memory>
#include <string>
#include <vector>

#include "tests/shipped_rules.h"

namespace telex {
namespace {

// "CONSULT/visit 042", "CONDOLE 018" in brackets where PLOVER has no type.
std::string Codes(const Row& row) {
  std::string lines;
  for (const Event& event : RunStory(row.text).events) {
    if (!lines.empty()) lines += " | ";
    lines += event.has_plover ? event.plover.type : "(" + event.extension + ")";
    if (!event.plover.mode.empty()) lines += "/" + event.plover.mode;
    lines += " " + event.cameo;
    for (const std::string& mode : event.modes) lines += " +" + mode;
  }
  return lines.empty() ? "nothing" : lines;
}

constexpr Row kCodes[] = {
    {"Rosa Quispe telephoned Kemal Aydin.", "CONSULT/phone 041"},
    {"Rosa Quispe will telephone Kemal Aydin.", "AGREE 036 +future"},
    {"Rosa Quispe did not telephone Kemal Aydin.", "REJECT/meet 125 +negation"},
    {"Rosa Quispe may telephone Kemal Aydin.", "AGREE 036 +hypothetical"},
    {"Rosa Quispe visited Kenya.", "CONSULT/visit 042"},
    {"Kenya hosted Rosa Quispe.", "CONSULT/visit 043"},
    {"Rosa Quispe will visit Kenya.", "AGREE 036 +future"},
    {"Rosa Quispe cancelled her visit to Kenya.", "REJECT/meet 125 +negation"},
    {"Rosa Quispe may visit Kenya.", "AGREE 036 +hypothetical"},
    {"Rosa Quispe met Kemal Aydin.", "CONSULT 040"},
    {"Rosa Quispe met Kemal Aydin at a conference.", "CONSULT/multilateral 040"},
    {"Rosa Quispe met Kemal Aydin on the sidelines of a fair.", "CONSULT/third-party 044"},
    {"Rosa Quispe will meet Kemal Aydin.", "AGREE 036 +future"},
    {"Rosa Quispe did not meet Kemal Aydin.", "REJECT/meet 125 +negation"},
    {"Peru offered its condolences to Kenya.", "(CONDOLE) 018"},
    {"Peru will offer its condolences to Kenya.", "(CONDOLE) 018 +future"},
    {"Peru did not offer its condolences to Kenya.", "(CONDOLE) 018 +negation"},
    {"Peru thanked Kenya.", "SUPPORT 051"},
    {"Peru will thank Kenya.", "AGREE 032 +future"},
    {"Peru never thanked Kenya.", "SUPPORT 051 +negation"},
    {"Peru praised Kenya.", "SUPPORT 051"},
    {"Peru will praise Kenya.", "AGREE 032 +future"},
    {"Peru did not praise Kenya.", "SUPPORT 051 +negation"},
    {"Peru condemned Kenya.", "ACCUSE/disapprove 111"},
    {"Peru accused Kenya of piracy.", "ACCUSE/allege 112"},
    {"Peru accused Kenya of espionage.", "ACCUSE/allege 1125"},
    {"Peru sued Kenya.", "ACCUSE/allege 115"},
    {"Peru summoned the Kenyan ambassador.", "ACCUSE/disapprove 114"},
    {"Peru is expected to condemn Kenya.", "ACCUSE/disapprove 111 +future"},
    {"Peru proposed a summit to Kenya.", "REQUEST/meet 026"},
    {"Peru urged Kenya to return to the negotiating table.", "REQUEST/meet 026"},
    // Former bugs, and those that still stand.
    {"Peru proposed a truce.", "REQUEST/yield 0256"},
    {"Peru proposed a loan to Kenya.", "AGREE 0331"},
    {"Peru urged Kenya to open the port.", "REQUEST 020"},
    {"Peru called for a ceasefire.", "REQUEST/yield 0256"},
    {"Peru urged Kenya to send aid.", "REQUEST/assist 023"},
};

TEST_CASE("codes by type, status and words", "[coding][shipped]") { CheckRows(kCodes, Codes); }

// The same sentence in each coding: "CAMEO: plover-2.0; plover-gsr; cameo2plover-2021".
std::string InEachCoding(const Row& row) {
  static const std::vector<std::unique_ptr<const Pipeline>> pipelines = [] {
    Diagnostics diagnostics;
    const auto rules = LoadRules(TELEX_SOURCE_DIR "/rules", diagnostics);
    std::vector<std::unique_ptr<const Pipeline>> made;
    for (const char* coding : {"plover-2.0", "plover-gsr", "cameo2plover-2021"})
      made.push_back(std::make_unique<const Pipeline>(rules, PipelineOptions{.coding = coding}));
    return made;
  }();
  std::string line;
  for (const auto& pipeline : pipelines) {
    Scratch scratch;
    std::vector<Event> events;
    pipeline->Run(Story(RunStory::Fields(row.text, "")), scratch, events);
    if (events.size() != 1) return std::to_string(events.size()) + " events";
    const PloverCode& plover = events[0].plover;
    line += line.empty() ? events[0].cameo + ": " : "; ";
    line += events[0].has_plover ? plover.type : "none";
    if (!plover.mode.empty()) line += "/" + plover.mode;
  }
  return line;
}

constexpr Row kCodings[] = {
    {"Peru promised to send food aid to Kenya.", "0333: AGREE; AGREE; AGREE"},
    {"Peru apologised to Kenya.", "055: CONCEDE; CONCEDE; SUPPORT"},
    {"Peru imposed sanctions on Kenya.",
     "163: SANCTION/discontinue; SANCTION/discontinue; COERCE/restrict"},
    {"Peru will impose sanctions on Kenya.",
     "1312: THREATEN/restrict; THREATEN/restrict; THREATEN/restrict"},
    {"Peru expelled the Kenyan ambassador.",
     "161: SANCTION/expel; SANCTION/expel; SANCTION/withdraw"},
    {"Peru suspended aid to Kenya.",
     "162: SANCTION/discontinue; SANCTION/discontinue; SANCTION/discontinue"},
    {"Peru urged Kenya to release the hostages.", "0253: REQUEST/yield; REQUEST/yield; none"},
    {"Rebels kidnapped two Kenyan doctors in Peru.", "181: ASSAULT/abduct; COERCE; ASSAULT/abduct"},
    {"Peruvian soldiers demolished forty houses in Kenya.",
     "1712: ASSAULT/destroy; COERCE/seize; ASSAULT/destroy"},
    {"Peruvian troops shelled a Kenyan village.",
     "194: ASSAULT/heavy-weapons; ASSAULT/heavy-weapons; ASSAULT/heavy-weapons"},
    {"A suicide bomber killed nine soldiers in Peru.",
     "1831: ASSAULT/suicide-attack; ASSAULT/suicide-attack; ASSAULT/suicide-attack"},
    {"Peruvian drones attacked Kenya.",
     "1952: ASSAULT/drone; ASSAULT/drone; ASSAULT/heavy-weapons"},
    {"Peru will attack Kenya.", "1384: THREATEN/violence; THREATEN/violence; THREATEN/violence"},
    {"Peruvian police arrested a Kenyan journalist.",
     "173: COERCE/arrest; COERCE/arrest; COERCE/arrest"},
    {"Peru deported nine Kenyan migrants.", "174: COERCE/deport; COERCE/deport; COERCE/deport"},
    {"Peru issued an arrest warrant for a Kenyan general.",
     "132: THREATEN/arrest; THREATEN/arrest; THREATEN/restrict"},
    {"Workers went on strike in Peru.", "143: PROTEST/strike; PROTEST/strike; PROTEST/boycott"},
    {"Peru sent food to Kenya.", "073: AID; AID; AID"},
    {"Peru granted asylum to a Kenyan general.", "075: AID; AID; AID"},
    {"Peru invited Kenya to a summit.", "036: AGREE; AGREE; AGREE"},
    {"Peru and Kenya held joint military exercises.", "062: COOPERATE; COOPERATE; COOPERATE"},
    {"Peru and Kenya did not reach an agreement.", "127: REJECT/meet; REJECT/meet; REJECT/meet"},
    {"Peru hacked Kenyan computers.", "170: COERCE/cyber; COERCE/cyber; COERCE"},
};

TEST_CASE("codes in each coding", "[coding][shipped]") { CheckRows(kCodings, InEachCoding); }

// What loading checks by itself (tests/diagnostics/codes.yaml) finds nothing in the rules that are
// shipped: codes, modes and contexts are legal, no type, status or code is without a row, and no
// row is out of reach.
// The states of source and target under plover-gsr; a star where the state was worked out.
std::string StatesOfSentence(const Row& row) {
  static const std::unique_ptr<const Pipeline> pipeline = [] {
    Diagnostics diagnostics;
    PipelineOptions options;
    options.coding = "plover-gsr";
    return std::make_unique<const Pipeline>(LoadRules(TELEX_SOURCE_DIR "/rules", diagnostics),
                                            options);
  }();
  const Story story(RunStory::Fields(row.text, ""));
  Scratch scratch;
  std::vector<Event> events;
  pipeline->Run(story, scratch, events);
  std::string lines;
  for (const Event& event : events) {
    lines += (lines.empty() ? "" : " | ") + event.type + ":";
    for (const Actor& actor : event.source)
      lines += " " + actor.country + (actor.inferred ? "*" : "");
    lines += " >";
    for (const Actor& actor : event.target)
      lines += " " + actor.country + (actor.inferred ? "*" : "");
  }
  return lines;
}

constexpr Row kStates[] = {
    {"Kenyan teachers marched in Nairobi on Monday.", "protest: KEN > KEN"},
    {"Peru threatened to cut ties with Ecuador.", "threat: PER > ECU"},
    {"Gunmen shot dead two priests in Ecuador.", "assault: ECU > ECU"},
    {"Peru condemned Ecuador.", "criticism: PER > ECU"},
    {"Kenyan police arrested 20 miners, a Danish weekly said.", "coercion: KEN > KEN*"},
    {"Rosa Quispe met Kemal Aydin in Kenya.", "meeting:  > "},
};

TEST_CASE("states that the sentence names", "[coding][shipped]") {
  CheckRows(kStates, StatesOfSentence);
}

TEST_CASE("the codings are whole and legal", "[coding][shipped]") {
  const CodingTables& tables = ShippedPipeline().rules().coding;
  CHECK(tables.codes.size() == 315);
  CHECK(tables.legal.types.size() == 16);
  CHECK(tables.legal.contexts.size() == 37);
  REQUIRE(tables.Find("") == tables.Find("plover-2.0"));
  CHECK(tables.Chain(*tables.Find("plover-gsr")).size() == 3);
  CHECK(tables.Find("plover-3.0") == nullptr);
}

TEST_CASE("codes of a prefix", "[coding]") {
  CHECK(FitsCode("02x", "0231"));
  CHECK_FALSE(FitsCode("02x", "0311"));
  CHECK_FALSE(FitsCode("023", "0231"));
  CHECK(CodedAs("10x", "02x", "0231") == "1031");
  CHECK(CodedAs("163", "0231", "0231") == "163");
}

}  // namespace
}  // namespace telex
