// Inner events: rules that ask for one, in tests/inner_events, laid over the shipped rules in the
// place of their events. Their examples are the tests; the slow matcher must say the same.

#include <filesystem>
#include <memory>
#include <string>

#include <unistd.h>

#include "pipeline/examples.h"
#include "pipeline/sinks/json_lines.h"
#include "tests/catch.h"

namespace telex {
namespace {

namespace fs = std::filesystem;

std::shared_ptr<const RuleSet> ComposedRules() {
  const fs::path source = TELEX_SOURCE_DIR;
  const fs::path path = fs::temp_directory_path() / ("telex-inner-" + std::to_string(getpid()));
  fs::remove_all(path);
  fs::copy(source / "rules", path, fs::copy_options::recursive);
  fs::remove_all(path / "events");
  fs::copy(source / "tests/inner_events", path / "events");
  Diagnostics diagnostics;
  std::shared_ptr<const RuleSet> rules = LoadRules(path.string(), diagnostics);
  fs::remove_all(path);
  for (const Diagnostic& diagnostic : diagnostics.all())
    if (diagnostic.severity == Severity::kError) FAIL(diagnostic.message);
  REQUIRE(rules != nullptr);
  return rules;
}

std::string LinesOf(const Pipeline& pipeline, const std::string& text) {
  StoryFields fields;
  fields.id = "x";
  fields.text = text;
  const Story story(std::move(fields));
  Scratch scratch;
  std::vector<Event> events;
  pipeline.Run(story, scratch, events);
  const CodePoints points(story.text());
  std::string lines;
  for (const Event& event : events) AppendJsonLine(event, story, points, &lines);
  return lines;
}

TEST_CASE("rules with inner events do what their examples say", "[inner]") {
  const std::shared_ptr<const RuleSet> rules = ComposedRules();
  const Pipeline pipeline(rules, PipelineOptions{});
  size_t passed = 0;
  for (const ExampleResult& result : RunExamples(pipeline, *rules)) {
    const Rule& rule = rules->rules[result.rule.value()];
    INFO(rule.name << ": " << rule.examples[result.example].text << "\n"
                   << DescribeFailure(result, *rules).help);
    CHECK(!result.failed());
    passed += result.passed();
  }
  CHECK(passed > 30);
}

TEST_CASE("the slow matcher reads the same inner events", "[inner][reference]") {
  const std::shared_ptr<const RuleSet> rules = ComposedRules();
  const Pipeline fast(rules, PipelineOptions{});
  const Pipeline slow(rules, PipelineOptions{.coding = "", .reference = true});
  for (const Rule& rule : rules->rules)
    for (const Example& example : rule.examples)
      CHECK(LinesOf(fast, example.text) == LinesOf(slow, example.text));
}

TEST_CASE("a record says what the inner event is, and whose", "[inner]") {
  const Pipeline pipeline(ComposedRules(), PipelineOptions{});
  const std::string line =
      LinesOf(pipeline, "Kenya demanded that Chad not withdraw its troops from Oman.");
  CHECK(line.find("\"what\": {\"type\": \"concession\", \"text\": \"Chad not withdraw its troops "
                  "from Oman\", \"source\": [{\"name\": \"Chad\"") != std::string::npos);
  CHECK(line.find("\"status\": \"negated\"}") != std::string::npos);
}

}  // namespace
}  // namespace telex
