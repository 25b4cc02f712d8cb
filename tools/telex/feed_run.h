// Reading feeds: what `run` and `annotate` share, from the options to the closing line.
//
//     FeedArguments arguments;
//     AddFeedOptions(*command, "what --stats counts", &arguments);
//     …RunFeeds(arguments, make)…
//
// Stories go to a StoryWriter in any number of threads; its lines come out in the order of the
// stories. Every message about the feed, the output and the speed is said here.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/rules/ruleset.h"
#include "tools/telex/batches.h"
#include "tools/telex/command.h"
#include "tools/telex/rules_option.h"

namespace telex {

struct FeedArguments {
  std::vector<std::string> feeds;
  RulesOption rules;
  std::string published;
  std::vector<std::string> fields;  // "id=guid"
  std::string output;
  unsigned jobs = 0;  // 0: as many as the machine has
  bool quiet = false;
  bool stats = false;
};

/// What comes out of the stories.
struct FeedProduct {
  StoryWriter writer;
  const char* one = "";   // "event"
  const char* many = "";  // "events"
};

/// Makes the product of a command with these rules; nothing, having said why, where it cannot.
using MakeProduct = std::function<std::optional<FeedProduct>(std::shared_ptr<const RuleSet>)>;

/// Adds FEED, --rules, --no-cache, --published, --field, -o, -j, -q and --stats.
void AddFeedOptions(CLI::App& command, const std::string& stats_help, FeedArguments* arguments);

/// Reads all feeds and writes what the product makes of them. Returns the exit code.
int RunFeeds(FeedArguments& arguments, const MakeProduct& make);

/// `; did you mean "text"?`, or nothing.
std::string DidYouMean(const std::string& word, const std::vector<std::string>& candidates);

}  // namespace telex
