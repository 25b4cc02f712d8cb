// telex test: runs stories that have their expected events beside them, and tells what differs.
//
// What it finds is its data and goes to the standard output. `--update` writes what came out into
// the expectations, and shows the diff. Exit: 0 all pass, 1 some fail, 2 nothing to run, or
// something cannot be read.

#include <fstream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/fixtures/fixture.h"
#include "pipeline/fixtures/line_diff.h"
#include "pipeline/rules/render.h"
#include "tools/telex/command.h"
#include "tools/telex/output.h"
#include "tools/telex/rules_option.h"
#include "tools/telex/terminal.h"

namespace telex {
namespace {

struct TestOptions {
  std::vector<std::string> paths;
  RulesOption rules;
  bool update = false;
  bool json = false;
};

/// One run over all fixtures; counts and prints.
class Tests {
 public:
  Tests(const TestOptions& options, std::shared_ptr<const RuleSet> rules, Output output)
      : options_(options),
        pipeline_(std::move(rules), PipelineOptions{}),
        output_(std::move(output)) {}

  void Run(const Fixture& fixture) {
    FixtureResult result = RunFixture(pipeline_, fixture);
    if (options_.update && CanRewrite(result)) {
      Rewrite(fixture, result);
      return;
    }
    ++(result.passed() ? passed_ : failed_);
    unreadable_ += result.readable() ? 0 : 1;
    if (options_.json)
      WriteJson(fixture, result);
    else
      WriteText(fixture, result);
  }

  int Close() {
    if (options_.json) {
      output_.Write("{\"kind\":\"summary\",\"passed\":" + std::to_string(passed_) + ",\"failed\":" +
                    std::to_string(failed_) + ",\"updated\":" + std::to_string(updated_) + "}\n");
    } else {
      output_.Write(std::to_string(passed_) + " passed, " + std::to_string(failed_) + " failed" +
                    (updated_ > 0 ? ", " + std::to_string(updated_) + " updated" : "") + "\n");
    }
    if (!output_.Finish() && !output_.reader_left()) {
      Complain(output_.failure());
      return kExitUsage;
    }
    return unreadable_ > 0 ? kExitUsage : failed_ > 0 ? kExitFindings : kExitFine;
  }

 private:
  /// The story was read, and its expectation says something else, or is not there yet.
  static bool CanRewrite(const FixtureResult& result) {
    return result.story_read && !result.diagnostics.HasErrors() && !result.passed();
  }

  void Rewrite(const Fixture& fixture, const FixtureResult& result) {
    const std::string text =
        WriteExpectation(Update(result.expectation, result.events, pipeline_.rules()));
    std::ofstream file(fixture.expectation, std::ios::binary | std::ios::trunc);
    file << text;
    file.close();
    if (!file) {
      Complain("cannot write " + fixture.expectation);
      ++unreadable_;
      return;
    }
    ++updated_;
    const std::string diff = LineDiff(result.expectation_text, text, fixture.expectation);
    if (options_.json)
      output_.Write("{\"kind\":\"update\",\"file\":" + QuoteJson(fixture.expectation) +
                    ",\"diff\":" + QuoteJson(diff) + "}\n");
    else
      output_.Write(diff);
  }

  void WriteText(const Fixture& fixture, const FixtureResult& result) {
    output_.Write((result.passed() ? "PASS " : "FAIL ") + fixture.story + "\n");
    for (const Diagnostic& diagnostic : result.diagnostics.all())
      output_.Write(RenderText(diagnostic, sources_, false) + "\n");
    if (!result.problem.empty()) output_.Write("  " + result.problem + "\n");
    for (const Difference& difference : result.differences)
      output_.Write(DifferenceText(difference));
  }

  void WriteJson(const Fixture& fixture, const FixtureResult& result) {
    std::string line = "{\"kind\":\"story\",\"story\":" + QuoteJson(fixture.story) +
                       ",\"passed\":" + (result.passed() ? "true" : "false");
    if (!result.problem.empty()) line += ",\"problem\":" + QuoteJson(result.problem);
    line += ",\"mistakes\":[";
    for (const Diagnostic& diagnostic : result.diagnostics.all()) {
      if (line.back() != '[') line += ',';
      line += RenderJson(diagnostic);
    }
    line += "],\"differences\":[";
    for (const Difference& difference : result.differences) {
      static constexpr const char* kKinds[] = {"missing", "unexpected", "wrong"};
      if (line.back() != '[') line += ',';
      line += "{\"kind\":" + QuoteJson(kKinds[static_cast<size_t>(difference.kind)]);
      if (difference.kind != Difference::Kind::kUnexpected)
        line += ",\"expected\":" + QuoteJson(EventText(difference.expected)) +
                ",\"line\":" + std::to_string(difference.expected.place.line);
      if (difference.kind != Difference::Kind::kMissing)
        line += ",\"got\":" + QuoteJson(EventText(difference.got)) +
                ",\"rule\":" + QuoteJson(difference.rule) +
                ",\"evidence\":" + QuoteJson(difference.evidence);
      line += ",\"fields\":[";
      for (const Difference::Field& field : difference.fields) {
        if (line.back() != '[') line += ',';
        line += QuoteJson(field.name);
      }
      line += "]}";
    }
    output_.Write(line + "]}\n");
  }

  const TestOptions& options_;
  const Pipeline pipeline_;
  Output output_;
  SourceLines sources_;
  size_t passed_ = 0, failed_ = 0, updated_ = 0, unreadable_ = 0;
};

int RunTests(const TestOptions& options) {
  auto rules = LoadRulesOrComplain(options.rules, true).rules;
  if (rules == nullptr) return kExitUsage;
  std::vector<Fixture> fixtures;
  for (const std::string& path : options.paths) {
    const auto found = FindFixtures(path);
    if (!found) {
      Complain(found.error());
      return kExitUsage;
    }
    fixtures.insert(fixtures.end(), found->begin(), found->end());
  }
  if (fixtures.empty()) {
    Complain("no story with a NAME.events.yaml beside it was found");
    return kExitUsage;
  }
  Tests tests(options, std::move(rules), *Output::Open("-"));
  for (const Fixture& fixture : fixtures) tests.Run(fixture);
  return tests.Close();
}

}  // namespace

void AddTestCommand(CLI::App& app, int* exit_code) {
  auto options = std::make_shared<TestOptions>();
  CLI::App* command = app.add_subcommand("test", "Run stories against the events they must give");
  command
      ->add_option("path", options->paths,
                   "Stories (NAME.txt, NAME.jsonl) with NAME.events.yaml beside them, or "
                   "directories of such")
      ->type_name("PATH")
      ->required();
  AddRulesOption(*command, &options->rules);
  command->add_flag("--update", options->update,
                    "Write what came out into the expectations, and show what changed");
  command->add_flag("--json", options->json, "One JSON object a line: stories, updates, a summary");
  command->footer(
      "Exit codes: 0 all pass, 1 some fail, 2 nothing to run or something cannot be read.");
  command->callback([options, exit_code] { *exit_code = RunTests(*options); });
}

}  // namespace telex
