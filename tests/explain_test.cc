// Explanations: their structure, on a few sentences and the shipped rules.

#include "pipeline/explain/explanation.h"

#include <algorithm>
#include <memory>
#include <string>

#include "pipeline/explain/voices.h"
#include "pipeline/explain/why_not.h"
#include "tests/catch.h"

namespace telex {
namespace {

const Pipeline& Shipped() {
  static const std::unique_ptr<const Pipeline> pipeline = [] {
    Diagnostics diagnostics;
    return std::make_unique<const Pipeline>(LoadRules(TELEX_SOURCE_DIR "/rules", diagnostics),
                                            PipelineOptions{});
  }();
  return *pipeline;
}

struct Explained {
  std::vector<Table> layers;
  Table events, losers, rule;
};

Explained Explain(const char* text, const char* rule) {
  StoryFields fields;
  fields.id = "x";
  fields.published = "2024-05-15";
  fields.text = text;
  const Story story(std::move(fields));
  Scratch scratch;
  std::vector<Event> events;
  Trace trace;
  Shipped().Run(story, scratch, events, &trace);
  const auto id = FindRuleOrNearest(Shipped().rules(), rule);
  REQUIRE(id.has_value());
  return {ExplainLayers(story, scratch.view(), Shipped().rules()),
          ExplainEvents(Shipped(), story, scratch, events),
          ExplainLosers(Shipped(), story, scratch, trace), WhyNot(Shipped(), story, scratch, *id)};
}

bool Has(const Table& table, const std::string& words) {
  return std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
    return std::any_of(row.begin(), row.end(), [&](const std::string& cell) {
      return cell.find(words) != std::string::npos;
    });
  });
}

TEST_CASE("a table is aligned, and empty columns are left out", "[explain]") {
  const Table table{"things", {"a", "none", "b c"}, {{"long one", "", "1"}, {"é", "", "2"}}};
  CHECK(TableText(table, false) == "things\n  a         b c\n  long one  1\n  é         2\n\n");
  CHECK(TableText({"t", {"a"}, {}}, false).empty());
  CHECK(TableText({"t", {"a"}, {}}, false, "none") == "t\n  none\n\n");
  CHECK(TablesJson({table}) ==
        "{\"things\":[{\"a\":\"long one\",\"b_c\":\"1\"},{\"a\":\"é\",\"b_c\":\"2\"}]}\n");
}

TEST_CASE("every layer is explained", "[explain]") {
  const Explained it = Explain(
      "Turkish Foreign Minister Selin Aksoy held a telephone conversation with Pedro Amaral on "
      "Thursday.",
      "hold-call");
  std::string titles;
  for (const Table& table : it.layers) {
    titles += table.title + ";";
    CHECK_FALSE(table.rows.empty());
    for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
  }
  CHECK(titles == "sentences;tokens;lexicon;dates;people;noun phrases;verb groups;clauses;");
  CHECK(Has(it.layers[2], "nationality of"));
  CHECK(Has(it.layers[3], "2024-05-"));
  CHECK(Has(it.layers[4], "Selin Aksoy"));
  CHECK(Has(it.layers[7], "held"));
  CHECK(Has(it.events, "phone_call/hold-call"));
  CHECK(Has(it.events, "Pedro Amaral"));
  CHECK(Has(it.rule, "matches: held (active)"));
}

TEST_CASE("a rule that does not fire says what it wanted", "[explain]") {
  const Explained without = Explain("Selin Aksoy held a telephone call in Ankara.", "hold-call");
  CHECK(Has(without.rule, "wanted `with|to <target>` (an actor"));
  CHECK(Has(without.rule, "the clause's complements are: in Ankara"));
  CHECK(Has(Explain("The river is low.", "hold-call").rule, "in the text"));
  CHECK(Has(Explain("Her visit was short.", "visit/visit").rule, "not as a verb"));
}

TEST_CASE("a misspelt rule is guessed", "[explain]") {
  const auto rule = FindRuleOrNearest(Shipped().rules(), "hold-cal");
  REQUIRE_FALSE(rule.has_value());
  CHECK(rule.error() == "there is no rule \"hold-cal\"; did you mean \"hold-call\"?");
}

TEST_CASE("a rule is shown in its voices", "[explain]") {
  const auto rule = FindRuleOrNearest(Shipped().rules(), "phone_call/telephone");
  REQUIRE(rule.has_value());
  const std::vector<Table> tables = ExpandRule(Shipped().rules(), *rule);
  REQUIRE(tables.size() == 1);
  CHECK(tables[0].title == "<source> telephone|phone|ring|videocall <target>");
  const auto line = [&](const std::string& voice) {
    for (const auto& row : tables[0].rows)
      if (row[0] == voice) return row[1];
    return std::string();
  };
  CHECK(line("active") == "<source> telephone|phone|ring|videocall <target>");
  CHECK(line("passive") == "<target> be (telephone|phone|ring|videocall)-ed (by <source>)?");
  CHECK(line("subject relative") ==
        "<source>, who|which|that telephone|phone|ring|videocall <target>");
  CHECK(line("participle before") == "(telephone|phone|ring|videocall)-ing <target>, <source> …");
  const auto light = FindRuleOrNearest(Shipped().rules(), "phone_call/hold-call");
  REQUIRE(light.has_value());
  const std::vector<Table> nouns = ExpandRule(Shipped().rules(), *light);
  REQUIRE(nouns.size() == 2);
  CHECK(Has(nouns[0], "nominal, between"));
  CHECK_FALSE(Has(nouns[1], "nominal, between"));  // it names one party
}

}  // namespace
}  // namespace telex
