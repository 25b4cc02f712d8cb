// telex run: a feed in, events out, one line of JSON each.

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "pipeline/pipeline.h"
#include "pipeline/sinks/json_lines.h"
#include "tools/telex/feed_run.h"
#include "tools/telex/terminal.h"

namespace telex {
namespace {

struct RunOptions {
  FeedArguments feed;
  std::string coding;
  std::vector<std::string> types;
  bool reference = false;
};

bool CheckNames(const RunOptions& options, const RuleSet& rules) {
  std::vector<std::string> types, codings;
  for (const EventType& type : rules.types) types.push_back(type.name);
  for (const Coding& coding : rules.coding.codings) codings.push_back(coding.name);
  const auto known = [](const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  for (const std::string& type : options.types) {
    if (known(types, type)) continue;
    Complain("--types: there is no event type \"" + type + "\"" + DidYouMean(type, types));
    return false;
  }
  if (!options.coding.empty() && !known(codings, options.coding)) {
    Complain("--coding: there is no coding \"" + options.coding + "\"" +
             DidYouMean(options.coding, codings));
    return false;
  }
  return true;
}

/// Writes the events of stories, those of the wanted types.
class EventLines {
 public:
  EventLines(const RunOptions& options, std::shared_ptr<const RuleSet> rules)
      : pipeline_(std::move(rules),
                  PipelineOptions{.coding = options.coding, .reference = options.reference}),
        types_(options.types.begin(), options.types.end()) {}

  void Write(std::span<const Story> stories, Worker& worker, Batch& batch) const {
    const Story* current = nullptr;
    pipeline_.Run(stories, worker.scratch, [&](const Story& story, const Event& event) {
      if (!types_.empty() && types_.count(event.type) == 0) return;
      if (std::exchange(current, &story) != &story) worker.points.Reset(story.text());
      AppendJsonLine(event, story, worker.points, &batch.lines);
      ++batch.counts[event.type];
    });
  }

 private:
  const Pipeline pipeline_;
  const std::unordered_set<std::string> types_;
};

int RunEvents(RunOptions& options) {
  return RunFeeds(
      options.feed, [&](std::shared_ptr<const RuleSet> rules) -> std::optional<FeedProduct> {
        if (!CheckNames(options, *rules)) return std::nullopt;
        auto lines = std::make_shared<EventLines>(options, std::move(rules));
        return FeedProduct{[lines](std::span<const Story> stories, Worker& worker, Batch& batch) {
                             lines->Write(stories, worker, batch);
                           },
                           "event", "events"};
      });
}

}  // namespace

void AddRunCommand(CLI::App& app, int* exit_code) {
  auto options = std::make_shared<RunOptions>();
  CLI::App* command = app.add_subcommand("run", "Read feeds, write their events as JSON Lines");
  AddFeedOptions(*command, "Say how fast it went, and how many events of which type",
                 &options->feed);
  command
      ->add_option("--coding", options->coding,
                   "Which of rules/coding fills `plover`: plover-2.0 (the default), plover-gsr, "
                   "cameo2plover-2021")
      ->type_name("NAME");
  command->add_option("--types", options->types, "Write events of these types only")
      ->type_name("A,B")
      ->delimiter(',')
      ->allow_extra_args(false);
  // A check for those who work on the matcher; an empty group keeps it out of the help.
  command
      ->add_flag("--reference", options->reference,
                 "Match by the slow reference, which tries every rule everywhere: a check of the "
                 "matcher, with the same output")
      ->group("");
  command->callback([options, exit_code] { *exit_code = RunEvents(*options); });
}

}  // namespace telex
