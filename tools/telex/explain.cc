// telex explain: everything that Telex sees in a sentence or story, what fired, and why the rest
// did not.
//
// Exit: 0 explained, 2 no text, no rules, or no such rule.

#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/explain/explanation.h"
#include "pipeline/explain/why_not.h"
#include "pipeline/feeds/feed.h"
#include "pipeline/feeds/story_check.h"
#include "pipeline/text/utf8.h"
#include "tools/telex/command.h"
#include "tools/telex/output.h"
#include "tools/telex/rules_option.h"
#include "tools/telex/terminal.h"

namespace telex {
namespace {

struct ExplainOptions {
  std::string sentence;
  std::string story;
  std::string rule;
  std::string published;
  RulesOption rules;
  bool json = false;
};

/// The first story of a file, or the sentence as a story; nothing, having said why, if there is
/// none.
std::optional<Story> FindStory(const ExplainOptions& options) {
  if (options.sentence.empty() == options.story.empty()) {
    Complain("give a sentence in quotes, - for the standard input, or --story FILE (one of them)");
    return std::nullopt;
  }
  std::optional<Story> story;
  if (!options.story.empty()) {
    FeedOptions feed_options;
    feed_options.published = options.published;
    FeedReceiver receiver;
    receiver.story = [&](Story&& one) {
      story.emplace(std::move(one));
      return false;
    };
    receiver.problem = [](FeedProblem&& problem) { Warn(problem.place + ": " + problem.message); };
    if (auto read = ReadFeed(options.story, feed_options, receiver); !read)
      Complain(read.error().place + ": " + read.error().message);
    else if (!story)
      Complain(options.story + ": there is no story in it");
    return story;
  }
  StoryFields fields;
  fields.id = "sentence";
  fields.published = options.published;
  fields.text = options.sentence;
  if (options.sentence == "-")
    fields.text.assign(std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>());
  if (fields.text.find_first_not_of(" \t\r\n") == std::string::npos) {
    Complain("there is no text to explain");
    return std::nullopt;
  }
  if (!IsValidUtf8(fields.text)) {
    Complain("the text is not UTF-8");
    return std::nullopt;
  }
  story.emplace(std::move(fields));
  return story;
}

int Explain(ExplainOptions& options) {
  if (!options.published.empty()) {
    const std::string date = IsoDate(options.published);
    if (date.empty()) {
      Complain("--published " + options.published + ": write a date such as 2025-03-04");
      return kExitUsage;
    }
    options.published = date;
  }
  const std::optional<Story> story = FindStory(options);
  if (!story) return kExitUsage;
  const auto rules = LoadRulesOrComplain(options.rules, true).rules;
  if (rules == nullptr) return kExitUsage;
  RuleId rule;
  if (!options.rule.empty()) {
    const auto found = FindRuleOrNearest(*rules, options.rule);
    if (!found) {
      Complain(found.error());
      return kExitUsage;
    }
    rule = *found;
  }
  const Pipeline pipeline(rules, PipelineOptions{});
  Scratch scratch;
  std::vector<Event> events;
  Trace trace;
  pipeline.Run(*story, scratch, events, &trace);
  std::vector<Table> tables = ExplainLayers(*story, scratch.view(), *rules);
  tables.push_back(ExplainEvents(pipeline, *story, scratch, events));
  tables.push_back(ExplainLosers(pipeline, *story, scratch, trace));
  if (rule.valid()) tables.push_back(WhyNot(pipeline, *story, scratch, rule));

  auto output = Output::Open("-");
  if (options.json) {
    output->Write(TablesJson(tables));
  } else {
    for (const Table& table : tables)
      output->Write(TableText(table, HasColorOut(), table.title == "events" ? "none" : ""));
  }
  if (output->Finish() || output->reader_left()) return kExitFine;
  Complain(output->failure());
  return kExitUsage;
}

}  // namespace

void AddExplainCommand(CLI::App& app, int* exit_code) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App* command = app.add_subcommand(
      "explain", "Show all that Telex sees in a sentence, and why a rule does not fire");
  command
      ->add_option("sentence", options->sentence,
                   "The text, in quotes, or - for the standard input")
      ->type_name("SENTENCE");
  command->add_option("--story", options->story, "Explain the first story of this file instead")
      ->type_name("FILE");
  command->add_option("--rule", options->rule, "Say of each pattern of this rule how far it got")
      ->type_name("RULE");
  command
      ->add_option("--published", options->published, "The day that \"on Thursday\" is seen from")
      ->type_name("DATE");
  AddRulesOption(*command, &options->rules);
  command->add_flag("--json", options->json, "One JSON object: each layer a list of objects");
  command->callback([options, exit_code] { *exit_code = Explain(*options); });
}

}  // namespace telex
