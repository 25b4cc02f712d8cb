// telex score: how well events agree with gold, at five levels, by type and by rule.
//
// The events come from a file that `telex run` wrote, or the pipeline makes them here from --feed.
// The score is the data: it goes to the standard output. Exit: 0 scored, 2 something cannot be
// read.

#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/feeds/byte_source.h"
#include "pipeline/feeds/feed.h"
#include "pipeline/pipeline.h"
#include "pipeline/score/report.h"
#include "pipeline/score/scorer.h"
#include "tools/telex/command.h"
#include "tools/telex/output.h"
#include "tools/telex/rules_option.h"
#include "tools/telex/terminal.h"

namespace telex {
namespace {

struct CommandOptions {
  std::string gold;
  std::string events;
  std::vector<std::string> feeds;
  RulesOption rules;
  std::vector<std::string> types;
  bool errors = false;
  bool json = false;
};

tl::expected<std::string, std::string> ReadAll(const std::string& path) {
  auto source = ByteSource::Open(path);
  if (!source) return tl::unexpected(path + ": " + source.error());
  std::string bytes, buffer(1 << 16, '\0');
  while (true) {
    const auto size = source->Read(buffer.data(), buffer.size());
    if (!size) return tl::unexpected(path + ": " + size.error());
    if (*size == 0) return bytes;
    bytes.append(buffer, 0, *size);
  }
}

/// The events that the rules find in the feeds; nothing, having said why, if that cannot be.
tl::expected<ScoredEvents, std::string> RunFeeds(const CommandOptions& options,
                                                 std::set<std::string>* symmetric) {
  const auto rules = LoadRulesOrComplain(options.rules, true).rules;
  if (rules == nullptr) return tl::unexpected(std::string("the feed was not read"));
  symmetric->clear();
  for (const EventType& type : rules->types)
    if (type.symmetric) symmetric->insert(type.name);
  const Pipeline pipeline(rules, PipelineOptions{});
  Scratch scratch;
  std::vector<Event> events;
  ScoredEvents scored;
  FeedReceiver receiver;
  receiver.story = [&](Story&& story) {
    pipeline.Run(story, scratch, events);
    for (const Event& event : events) scored[event.doc].push_back(ToScored(event));
    return true;
  };
  receiver.problem = [](FeedProblem&& problem) { Warn(problem.place + ": " + problem.message); };
  for (const std::string& feed : options.feeds)
    if (auto read = ReadFeed(feed, FeedOptions{}, receiver); !read)
      return tl::unexpected(read.error().place + ": " + read.error().message);
  return scored;
}

/// What the score needs, read; or why it cannot be.
tl::expected<Score, std::string> MakeScore(const CommandOptions& options) {
  const auto gold_bytes = ReadAll(options.gold);
  if (!gold_bytes) return tl::unexpected(gold_bytes.error());
  const auto stories = ReadGold(*gold_bytes, options.gold);
  if (!stories) return tl::unexpected(stories.error());
  ScoreOptions score_options;
  score_options.types.insert(options.types.begin(), options.types.end());
  score_options.symmetric = UsualSymmetricTypes();
  tl::expected<ScoredEvents, std::string> events;
  if (!options.feeds.empty()) {
    events = RunFeeds(options, &score_options.symmetric);
  } else {
    const auto bytes = ReadAll(options.events);
    if (!bytes) return tl::unexpected(bytes.error());
    events = ReadScored(*bytes, options.events);
  }
  if (!events) return tl::unexpected(events.error());
  return ScoreEvents(*stories, *events, score_options);
}

int ScoreGold(const CommandOptions& options) {
  if (options.events.empty() == options.feeds.empty()) {
    Complain("name a file of events, or a feed to find them in with --feed FEED (one of the two)");
    return kExitUsage;
  }
  const auto score = MakeScore(options);
  if (!score) {
    Complain(score.error());
    return kExitUsage;
  }
  auto output = Output::Open("-");
  if (options.json) {
    output->Write(ScoreJson(*score, options.errors));
  } else {
    if (options.errors) output->Write(ScoreErrorsText(*score));
    output->Write(ScoreText(*score));
  }
  if (output->Finish() || output->reader_left()) return kExitFine;
  Complain(output->failure());
  return kExitUsage;
}

}  // namespace

void AddScoreCommand(CLI::App& app, int* exit_code) {
  auto options = std::make_shared<CommandOptions>();
  CLI::App* command = app.add_subcommand("score", "Measure events against gold");
  command->add_option("gold", options->gold, "Gold: JSON Lines, a line a story with its events")
      ->type_name("GOLD")
      ->required();
  command
      ->add_option("events", options->events, "What `telex run` wrote (- for the standard input)")
      ->type_name("EVENTS");
  command
      ->add_option("--feed", options->feeds,
                   "Find the events in this feed instead; may be given again")
      ->type_name("FEED")
      ->allow_extra_args(false);
  AddRulesOption(*command, &options->rules);
  command->add_option("--types", options->types, "Score these types only")
      ->type_name("A,B")
      ->delimiter(',')
      ->allow_extra_args(false);
  command->add_flag("--errors", options->errors, "List every missed and every spurious event");
  command->add_flag("--json", options->json, "The score as one JSON object");
  command->footer("Exit codes: 0 scored, 2 something cannot be read.");
  command->callback([options, exit_code] { *exit_code = ScoreGold(*options); });
}

}  // namespace telex
