// Coding: PLOVER and CAMEO codes by type, status and words; every row of the tables is legal.

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

// What loading checks by itself (tests/diagnostics/codes.yaml) finds nothing in the rules that are
// shipped: codes, modes and contexts are legal, no type, status or code is without a row, and no
// row is out of reach.
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
