// The judgement on examples, with made-up events; and the examples of the shipped rules.

#include "pipeline/examples.h"

#include <string>

#include "pipeline/rules/render.h"
#include "tests/catch.h"

namespace telex {
namespace {

Event MakeEvent(const std::string& rule, const std::vector<std::string>& source,
                const std::vector<std::string>& target) {
  Event event;
  event.rule = rule;
  event.type = rule.substr(0, rule.find('/'));
  for (const std::string& name : source) event.source.push_back({name, name, "", "", "", {}});
  for (const std::string& name : target) event.target.push_back({name, name, "", "", "", {}});
  return event;
}

Rule MakeRule() {
  Rule rule;
  rule.id = RuleId(0);
  rule.name = "meeting/meet";
  return rule;
}

Verdict Judge(Example::Kind kind, const std::string& source, const std::vector<Event>& events) {
  Example example;
  example.kind = kind;
  if (!source.empty()) example.expect = {{"source", source}};
  return JudgeExample(MakeRule(), example, events).verdict;
}

TEST_CASE("verdicts on examples", "[examples]") {
  const Event own = MakeEvent("meeting/meet", {"Ali Bagheri"}, {"Oman"});
  const Event other_rule = MakeEvent("meeting/hold", {"Ali Bagheri"}, {});
  const Event other_type = MakeEvent("visit/visit", {"Ali Bagheri"}, {});
  using Kind = Example::Kind;
  CHECK(Judge(Kind::kText, "Ali Bagheri", {own}) == Verdict::kPass);
  CHECK(Judge(Kind::kText, "", {own}) == Verdict::kPass);
  CHECK(Judge(Kind::kText, "", {}) == Verdict::kMissed);
  CHECK(Judge(Kind::kText, "", {other_type}) == Verdict::kMissed);
  CHECK(Judge(Kind::kText, "", {other_rule}) == Verdict::kWrongRule);
  CHECK(Judge(Kind::kText, "Oman", {own}) == Verdict::kWrongRole);
  CHECK(Judge(Kind::kText, "Ali Bagheri", {other_type, own}) == Verdict::kPass);
  CHECK(Judge(Kind::kNot, "", {other_rule}) == Verdict::kPass);
  CHECK(Judge(Kind::kNot, "", {own}) == Verdict::kNoisy);
  CHECK(Judge(Kind::kNone, "", {}) == Verdict::kPass);
  CHECK(Judge(Kind::kNone, "", {other_type}) == Verdict::kNoisy);
}

TEST_CASE("of several events of the rule the best one counts", "[examples]") {
  const Event first = MakeEvent("meeting/meet", {"Peru"}, {});
  const Event second = MakeEvent("meeting/meet", {"Chad"}, {});
  CHECK(Judge(Example::Kind::kText, "Chad", {first, second}) == Verdict::kPass);
}

TEST_CASE("a todo is never a failure", "[examples]") {
  Example example;
  example.kind = Example::Kind::kTodo;
  const ExampleResult result = JudgeExample(MakeRule(), example, {});
  CHECK(result.verdict == Verdict::kMissed);
  CHECK_FALSE(result.failed());
}

TEST_CASE("names are compared as a reader would", "[examples]") {
  CHECK(SameName("Erdoğan", "Erdogan"));
  CHECK(SameName("the United Nations", "United Nations"));
  CHECK(SameName("ALI", "ali"));
  CHECK(SameName("Xi’s", "Xi's"));
  CHECK_FALSE(SameName("Ali", "Alia"));
}

TEST_CASE("several actors may be expected", "[examples]") {
  const std::vector<Event> events = {
      MakeEvent("meeting/meet", {"Iran", "Trinidad and Tobago"}, {})};
  using Kind = Example::Kind;
  CHECK(Judge(Kind::kText, "Iran; Trinidad and Tobago", events) == Verdict::kPass);
  CHECK(Judge(Kind::kText, "Trinidad and Tobago; Iran", events) == Verdict::kPass);
  CHECK(Judge(Kind::kText, "Iran", events) == Verdict::kWrongRole);
  const std::vector<Event> two = {MakeEvent("meeting/meet", {"Iran", "Oman"}, {})};
  CHECK(Judge(Kind::kText, "Oman and Iran", two) == Verdict::kPass);
  CHECK(Judge(Kind::kText, "none", two) == Verdict::kWrongRole);
}

TEST_CASE("a failure says what came out instead", "[examples]") {
  RuleSet rules;
  rules.rules.push_back(MakeRule());
  Example example;
  example.expect = {{"source", "Oman"}};
  example.place = {"f.yaml", 3, 15, 4};
  rules.rules[0].examples.push_back(example);
  const ExampleResult result =
      JudgeExample(rules.rules[0], example, {MakeEvent("meeting/meet", {"Iran"}, {"Chad"})});
  const Diagnostic diagnostic = DescribeFailure(result, rules);
  CHECK(diagnostic.code == "E003");
  CHECK(diagnostic.place.line == 3);
  CHECK(diagnostic.message ==
        "rule meeting/meet: wrong role; source: expected \"Oman\", got \"Iran\"");
  CHECK(diagnostic.help == "what came out: meeting/meet; source: Iran; target: Chad");
}

TEST_CASE("the examples of the shipped rules", "[examples][shipped]") {
  Diagnostics diagnostics;
  const std::shared_ptr<const RuleSet> rules = LoadRules(TELEX_SOURCE_DIR "/rules", diagnostics);
  REQUIRE(rules != nullptr);
  const Pipeline pipeline(rules, PipelineOptions{});
  SourceLines sources;
  for (const ExampleResult& result : RunExamples(pipeline, *rules)) {
    if (!result.failed()) continue;
    INFO(RenderText(DescribeFailure(result, *rules), sources, false));
    CHECK(result.passed());
  }
}

}  // namespace
}  // namespace telex
