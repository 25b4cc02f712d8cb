// `telex check`: reads the rules, prints every mistake in them, and runs their examples.
//
// What it finds is its data, so findings go to the standard output. Exit: 0 nothing wrong, 1
// findings, 2 no rules.

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/examples.h"
#include "pipeline/pipeline.h"
#include "pipeline/rules/render.h"
#include "pipeline/rules/ruleset.h"
#include "tools/telex/command.h"
#include "tools/telex/output.h"
#include "tools/telex/rules_option.h"
#include "tools/telex/terminal.h"

namespace telex {
namespace {

struct CheckOptions {
  RulesOption rules;
  std::string only;
  bool json = false;
};

struct Tally {
  size_t errors = 0, warnings = 0, examples = 0, failed = 0, todo = 0, todo_passed = 0;
  size_t verdicts[5] = {};
};

std::string Count(size_t count, const char* one) {
  return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

/// Writes what is found, in words or as JSON.
class Report {
 public:
  Report(bool json, Output output) : json_(json), output_(std::move(output)) {}

  void Write(const Diagnostic& diagnostic) {
    if (json_)
      output_.Write("{\"kind\":\"diagnostic\"," + RenderJson(diagnostic).substr(1) + "\n");
    else
      output_.Write(RenderText(diagnostic, sources_, HasColorOut()) + "\n");
  }

  void Write(const ExampleResult& result, const RuleSet& rules) {
    if (!json_) {
      if (result.failed()) Write(DescribeFailure(result, rules));
      return;
    }
    const Rule& rule = rules.rules[result.rule.value()];
    const Example& example = rule.examples[result.example];
    std::string line = "{\"kind\":\"example\",\"rule\":" + QuoteJson(rule.name) +
                       ",\"verdict\":" + QuoteJson(NameOf(result.verdict)) +
                       ",\"todo\":" + (result.todo ? "true" : "false") +
                       ",\"file\":" + QuoteJson(example.place.file) +
                       ",\"line\":" + std::to_string(example.place.line) +
                       ",\"column\":" + std::to_string(example.place.column) +
                       ",\"text\":" + QuoteJson(example.text);
    const auto list = [&](const char* key, const std::vector<std::string>& texts) {
      line += std::string(",\"") + key + "\":[";
      for (size_t i = 0; i < texts.size(); ++i) line += (i == 0 ? "" : ",") + QuoteJson(texts[i]);
      line += "]";
    };
    list("wrong", result.wrong);
    list("events", result.events);
    output_.Write(line + "}\n");
  }

  void Write(const Tally& tally, size_t rules, bool ran) {
    output_.Write((json_ ? SummaryJson(tally, rules) : SummaryText(tally, rules, ran)) + "\n");
  }

  /// `exit_code`, unless something of the findings was lost.
  int Close(int exit_code) {
    if (output_.Finish() || output_.reader_left()) return exit_code;
    Complain(output_.failure());
    return kExitUsage;
  }

 private:
  static std::string SummaryJson(const Tally& tally, size_t rules) {
    std::string line = "{\"kind\":\"summary\",\"rules\":" + std::to_string(rules) +
                       ",\"errors\":" + std::to_string(tally.errors) +
                       ",\"warnings\":" + std::to_string(tally.warnings) +
                       ",\"examples\":" + std::to_string(tally.examples) +
                       ",\"failed\":" + std::to_string(tally.failed);
    for (const Verdict verdict : {Verdict::kPass, Verdict::kMissed, Verdict::kNoisy,
                                  Verdict::kWrongRole, Verdict::kWrongRule})
      line += "," + QuoteJson(NameOf(verdict)) + ":" +
              std::to_string(tally.verdicts[static_cast<size_t>(verdict)]);
    return line + ",\"todo\":" + std::to_string(tally.todo) + "}";
  }

  static std::string SummaryText(const Tally& tally, size_t rules, bool ran) {
    std::string line = Count(rules, "rule") + ", " + Count(tally.errors, "error") + ", " +
                       Count(tally.warnings, "warning") + "; ";
    if (!ran) return line + "the examples were not run, since the rules have errors";
    line += Count(tally.examples, "example") + ": " + std::to_string(tally.verdicts[0]) + " pass";
    for (const Verdict verdict :
         {Verdict::kMissed, Verdict::kNoisy, Verdict::kWrongRole, Verdict::kWrongRule})
      line += ", " + std::to_string(tally.verdicts[static_cast<size_t>(verdict)]) + " " +
              std::string(NameOf(verdict));
    if (tally.todo > 0)
      line += "; " + std::to_string(tally.todo) + " todo, of which " +
              std::to_string(tally.todo_passed) + " pass now";
    return line;
  }

  const bool json_;
  Output output_;
  SourceLines sources_;
};

int Check(const CheckOptions& options) {
  const std::string directory = FindRulesDirectory(options.rules);
  if (directory.empty()) {
    Complain("no rules found; name their directory with --rules DIR");
    return kExitUsage;
  }
  Diagnostics diagnostics;
  const std::shared_ptr<const RuleSet> rules =
      LoadRulesCached(directory, FindCacheFolder(options.rules), diagnostics).rules;
  Report report(options.json, *Output::Open("-"));
  Tally tally;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    ++(diagnostic.severity == Severity::kError ? tally.errors : tally.warnings);
    report.Write(diagnostic);
  }
  if (rules == nullptr) return report.Close(kExitUsage);
  const bool run = tally.errors == 0;
  if (run) {
    const Pipeline pipeline(rules, PipelineOptions{});
    for (const ExampleResult& result : RunExamples(pipeline, *rules)) {
      const std::string& name = rules->rules[result.rule.value()].name;
      if (!options.only.empty() && name.find(options.only) == std::string::npos) continue;
      ++tally.examples;
      if (result.todo) {
        ++tally.todo;
        tally.todo_passed += result.passed() ? 1 : 0;
      } else {
        ++tally.verdicts[static_cast<size_t>(result.verdict)];
        tally.failed += result.failed() ? 1 : 0;
      }
      report.Write(result, *rules);
    }
    if (tally.examples == 0 && !options.only.empty()) {
      Complain("no rule is called \"" + options.only + "\"");
      return kExitUsage;
    }
  }
  report.Write(tally, rules->rules.size(), run);
  return report.Close(tally.errors > 0 || tally.failed > 0 ? kExitFindings : kExitFine);
}

}  // namespace

void AddCheckCommand(CLI::App& app, int* exit_code) {
  CLI::App* command =
      app.add_subcommand("check", "Find mistakes in the rules and run their examples");
  auto options = std::make_shared<CheckOptions>();
  AddRulesOption(*command, &options->rules);
  command->add_option("rule", options->only, "Only examples of rules whose name contains this")
      ->type_name("RULE");
  command->add_flag("--json", options->json,
                    "One JSON object a line: diagnostics, examples, a summary");
  command->callback([options, exit_code] { *exit_code = Check(*options); });
}

}  // namespace telex
