// Coding: PLOVER and CAMEO codes by type, status and words; every row of the tables is legal.

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <string>

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
    {"Rosa Quispe may telephone Kemal Aydin.", "CONSULT/phone 041 +hypothetical"},
    {"Rosa Quispe visited Kenya.", "CONSULT/visit 042"},
    {"Kenya hosted Rosa Quispe.", "CONSULT/visit 043"},
    {"Rosa Quispe will visit Kenya.", "AGREE 036 +future"},
    {"Rosa Quispe cancelled her visit to Kenya.", "REJECT/meet 125 +negation"},
    {"Rosa Quispe may visit Kenya.", "CONSULT/visit 042 +hypothetical"},
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
    {"Peru never thanked Kenya.", "REJECT 120 +negation"},
    {"Peru praised Kenya.", "SUPPORT 051"},
    {"Peru will praise Kenya.", "AGREE 032 +future"},
    {"Peru did not praise Kenya.", "REJECT 120 +negation"},
    {"Peru condemned Kenya.", "ACCUSE/disapprove 111"},
    {"Peru accused Kenya of piracy.", "ACCUSE/allege 112"},
    {"Peru accused Kenya of espionage.", "ACCUSE/allege 1125"},
    {"Peru sued Kenya.", "ACCUSE/allege 115"},
    {"Peru summoned the Kenyan ambassador.", "ACCUSE/disapprove 114"},
    {"Peru is expected to condemn Kenya.", "THREATEN/relations 131 +future"},
    {"Peru proposed a summit to Kenya.", "REQUEST/meet 026"},
    {"Peru urged Kenya to return to the negotiating table.", "REQUEST/meet 026"},
    // Former bugs, and those that still stand.
    {"Peru proposed a truce.", "REQUEST/yield 0256"},
    {"Peru proposed a loan to Kenya.", "AGREE 033"},
    {"Peru urged Kenya to open the port.", "REQUEST/change 020"},
    {"Peru called for a ceasefire.", "REQUEST/yield 0256"},
    {"Peru urged Kenya to send aid.", "REQUEST/assist 023"},
};

// What PLOVER 2.0 allows, from the codebook's type and mode tables; the ontology repeats it for
// authors.
const std::map<std::string, std::set<std::string>>& LegalModes() {
  static const std::map<std::string, std::set<std::string>> legal = {
      {"AGREE", {}},
      {"CONSULT", {"visit", "third-party", "multilateral", "phone"}},
      {"SUPPORT", {}},
      {"CONCEDE", {}},
      {"COOPERATE", {}},
      {"AID", {}},
      {"RETREAT", {"withdraw", "release", "disarm", "ceasefire", "access", "resign"}},
      {"REQUEST", {"assist", "change", "yield", "meet"}},
      {"ACCUSE", {"disapprove", "investigate", "allege"}},
      {"REJECT", {"assist", "change", "yield", "meet"}},
      {"THREATEN", {"restrict", "arrest", "relations", "expel", "territory", "violence"}},
      {"PROTEST", {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"}},
      {"SANCTION", {"convict", "expel", "withdraw", "discontinue"}},
      {"MOBILIZE", {"troops", "weapons", "police", "militia"}},
      {"COERCE",
       {"seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold",
        "misinformation", "cyber"}},
      {"ASSAULT",
       {"abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms",
        "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control",
        "unconventional"}},
  };
  return legal;
}

bool IsCameo(const std::string& code) {
  if (code.size() < 2 || code.size() > 4) return false;
  for (char c : code)
    if (!std::isdigit(static_cast<unsigned char>(c))) return false;
  const int root = std::stoi(code.substr(0, 2));
  return root >= 1 && root <= 20;
}

TEST_CASE("codes by type, status and words", "[coding][shipped]") { CheckRows(kCodes, Codes); }

TEST_CASE("every row of a coding table is legal", "[coding][shipped]") {
  const RuleSet& rules = ShippedPipeline().rules();
  static const std::set<std::string> kContexts = {"military",
                                                  "intelligence",
                                                  "executive",
                                                  "legislative",
                                                  "election",
                                                  "political_institutions",
                                                  "pro_democracy",
                                                  "pro_autocracy",
                                                  "economic",
                                                  "legal",
                                                  "reparations",
                                                  "human_rights",
                                                  "rights_freedoms",
                                                  "repression",
                                                  "human_security",
                                                  "gender",
                                                  "lgbt",
                                                  "religion_ethnicity",
                                                  "inequality",
                                                  "diplomatic",
                                                  "territory",
                                                  "peacekeeping",
                                                  "health",
                                                  "asylum",
                                                  "migration",
                                                  "disasters",
                                                  "natural_resource",
                                                  "environment",
                                                  "technology",
                                                  "terrorism",
                                                  "cbrn",
                                                  "cyber",
                                                  "misinformation",
                                                  "crime",
                                                  "corruption",
                                                  "illegal_drugs",
                                                  "trafficking"};
  REQUIRE_FALSE(rules.codings.empty());
  for (const Coding& coding : rules.codings) {
    for (const CodingRow& row : coding.rows) {
      INFO(row.place.file << ":" << row.place.line);
      CHECK(row.type.valid());
      CHECK(IsCameo(row.cameo));
      if (row.plover.empty()) {
        CHECK(row.extension == "CONDOLE");
        CHECK(row.mode.empty());
        continue;
      }
      const auto legal = LegalModes().find(row.plover);
      REQUIRE(legal != LegalModes().end());
      CHECK((row.mode.empty() || legal->second.contains(row.mode)));
      for (const std::string& context : row.contexts) CHECK(kContexts.contains(context));
    }
  }
}

TEST_CASE("every type that a rule gives has a code in every status", "[coding][shipped]") {
  const RuleSet& rules = ShippedPipeline().rules();
  std::set<uint32_t> given;
  for (const Rule& rule : rules.rules) given.insert(rule.type.value());
  for (const Coding& coding : rules.codings) {
    for (uint32_t type : given) {
      INFO(coding.name << ": " << rules.types[type].name);
      const auto unconditional = [&](const CodingRow& row) {
        return row.type == TypeId(type) && row.any_status && row.inner.empty() &&
               row.wording.empty();
      };
      CHECK(std::any_of(coding.rows.begin(), coding.rows.end(), unconditional));
    }
  }
}

}  // namespace
}  // namespace telex
