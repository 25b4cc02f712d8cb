// Expectations: reading, comparing, updating; and the wire stories of fixtures/.

#include "pipeline/fixtures/fixture.h"

#include <string>

#include "pipeline/fixtures/line_diff.h"
#include "tests/catch.h"

namespace telex {
namespace {

constexpr const char* kText =
    "# what for\n# second line\n"
    "events:\n"
    "  - type: meeting\n"
    "    source: [Ada Lund (NOR)]\n"
    "    target: [Bo Chen (SGP), truck drivers (-)]\n"
    "    status: planned\n"
    "    date: \"2025-03\"\n"
    "    place: Oslo\n"
    "  - type: assault\n"
    "    source: [\"Cia, Ltd (-)\"]\n"
    "    target: []\n"
    "    status: actual\n";

/// Rules that know three types, and give events of the first two.
void Fill(RuleSet& rules) {
  for (const char* name : {"meeting", "praise", "assault"}) {
    rules.types.emplace_back();
    rules.types.back().name = name;
  }
  rules.types[0].symmetric = true;
  for (size_t type = 0; type < 2; ++type) {
    Rule rule;
    rule.type = TypeId(type);
    rules.rules.push_back(rule);
  }
  for (const char* code : {"NOR", "SGP"}) {
    rules.lexicon.country_by_code[code] = static_cast<uint32_t>(rules.lexicon.countries.size());
    rules.lexicon.countries.push_back({code, code, "", "", Country::kNone, {}});
  }
}

Event Make(const char* type, std::vector<std::pair<const char*, const char*>> source,
           std::vector<std::pair<const char*, const char*>> target) {
  Event event;
  event.type = type;
  for (const auto& [name, country] : source)
    event.source.push_back({name, name, country, "", "", {}});
  for (const auto& [name, country] : target)
    event.target.push_back({name, name, country, "", "", {}});
  return event;
}

TEST_CASE("an expectation is read and written back", "[fixtures]") {
  RuleSet rules;
  Fill(rules);
  Diagnostics diagnostics;
  const Expectation read = ReadExpectation("x.events.yaml", kText, rules, diagnostics);
  CHECK(diagnostics.all().empty());
  REQUIRE(read.events.size() == 2);
  CHECK(read.comment == "# what for\n# second line\n");
  CHECK(read.events[0].status == EventStatus::kPlanned);
  CHECK(read.events[0].target.at(1).country.empty());
  CHECK(read.events[1].source.at(0).name == "Cia, Ltd");
  CHECK(WriteExpectation(read) == kText);
  const Expectation none = ReadExpectation("x", "# nothing\nevents: []\n", rules, diagnostics);
  CHECK(WriteExpectation(none) == "# nothing\nevents: []\n");
}

TEST_CASE("mistakes of an expectation are told with their line", "[fixtures]") {
  RuleSet rules;
  Fill(rules);
  Diagnostics diagnostics;
  ReadExpectation("x.events.yaml",
                  "events:\n  - type: meting\n    source: [Ada Lund]\n    target: [Bo (XXX)]\n    "
                  "status: done\n"
                  "    date: March\n    plaice: Oslo\n",
                  rules, diagnostics);
  diagnostics.Sort();
  std::string found;
  for (const Diagnostic& d : diagnostics.all())
    found += std::string(d.code) + ":" + std::to_string(d.place.line) + " ";
  CHECK(found == "R020:2 R014:3 R085:4 R014:5 R083:6 R008:7 ");
}

TEST_CASE("events are compared by type, actors, status, date and place", "[fixtures]") {
  RuleSet rules;
  Fill(rules);
  Diagnostics diagnostics;
  const Expectation expected = ReadExpectation("x", kText, rules, diagnostics);
  Event meeting =
      Make("meeting", {{"BO CHÉN", "SGP"}, {"the truck drivers", ""}}, {{"Ada Lund", "NOR"}});
  meeting.status = EventStatus::kPlanned;
  meeting.date.value = "2025-03";
  meeting.place.name = "Oslo";
  // Source and target of a meeting are one set; no rule gives an assault, so none is missing.
  CHECK(Compare(expected, {meeting}, rules).empty());

  Event other = meeting;
  other.status = EventStatus::kActual;
  other.source[0].country = "NOR";
  const auto wrong = Compare(expected, {other}, rules);
  REQUIRE(wrong.size() == 1);
  CHECK(wrong[0].kind == Difference::Kind::kWrong);
  REQUIRE(wrong[0].fields.size() == 2);
  CHECK(wrong[0].fields[0].name == "parties");
  CHECK(wrong[0].fields[1].name == "status");

  const auto both = Compare(expected, {Make("praise", {{"Ada Lund", "NOR"}}, {})}, rules);
  REQUIRE(both.size() == 2);
  CHECK(both[0].kind == Difference::Kind::kMissing);
  CHECK(both[1].kind == Difference::Kind::kUnexpected);
}

TEST_CASE("an update changes no more than it must", "[fixtures]") {
  RuleSet rules;
  Fill(rules);
  Diagnostics diagnostics;
  const Expectation expected = ReadExpectation("x", kText, rules, diagnostics);
  const std::vector<Event> events = {Make("praise", {{"Ada Lund", "NOR"}}, {{"Bo Chen", "SGP"}})};
  const Expectation updated = Update(expected, events, rules);
  CHECK(Compare(updated, events, rules).empty());
  REQUIRE(updated.events.size() == 2);
  CHECK(updated.events[0].type ==
        "assault");  // which these rules cannot give, and so cannot take away
  CHECK(updated.events[1].type == "praise");
  CHECK(updated.comment == expected.comment);
}

TEST_CASE("a diff shows what changes and three lines around", "[fixtures]") {
  CHECK(LineDiff("a\nb\n", "a\nb\n", "f").empty());
  CHECK(LineDiff("1\n2\n3\n4\n5\n6\n", "1\n2\n3\n4\nV\n6\n", "f") ==
        "--- f\n+++ f\n@@ -2,5 +2,5 @@\n 2\n 3\n 4\n-5\n+V\n 6\n");
  CHECK(LineDiff("", "a\n", "f") == "--- f\n+++ f\n@@ -0,0 +1,1 @@\n+a\n");
}

TEST_CASE("the wire stories give their events", "[fixtures][shipped]") {
  Diagnostics diagnostics;
  const auto rules = LoadRules(TELEX_SOURCE_DIR "/rules", diagnostics);
  REQUIRE(rules != nullptr);
  const Pipeline pipeline(rules, PipelineOptions{});
  const auto fixtures = FindFixtures(TELEX_SOURCE_DIR "/fixtures");
  REQUIRE(fixtures.has_value());
  REQUIRE_FALSE(fixtures->empty());
  for (const Fixture& fixture : *fixtures) {
    const FixtureResult result = RunFixture(pipeline, fixture);
    std::string text = result.problem;
    for (const Diagnostic& diagnostic : result.diagnostics.all()) text += diagnostic.message + "\n";
    for (const Difference& difference : result.differences) text += DifferenceText(difference);
    INFO(fixture.story << "\n" << text);
    CHECK(result.passed());
  }
}

}  // namespace
}  // namespace telex
