// telex annotate: a feed in, the layers of each story out, one line of JSON a story
// (docs/annotate.md).

#include <memory>
#include <span>
#include <string>
#include <utility>

#include "pipeline/pipeline.h"
#include "pipeline/sinks/annotation.h"
#include "tools/telex/feed_run.h"

namespace telex {
namespace {

void Write(const Pipeline& pipeline, const Story& story, Worker& worker, Batch& batch) {
  pipeline.Read(story, worker.scratch);
  const StoryView view = worker.scratch.view();
  ListEntities(view.words, view.layers, view.syntax, &worker.entities);
  worker.points.Reset(story.text());
  AppendAnnotation(story, view, worker.entities, worker.points, &batch.lines);
  for (const Entity& entity : worker.entities) ++batch.counts[std::string(KindName(entity.kind))];
  for (const DateMention& date : view.layers.dates)
    ++batch.counts[std::string(TimexName(date.type))];
}

int Annotate(FeedArguments& arguments) {
  return RunFeeds(arguments, [](std::shared_ptr<const RuleSet> rules) {
    auto pipeline = std::make_shared<const Pipeline>(std::move(rules), PipelineOptions{});
    const auto write = [pipeline](std::span<const Story> stories, Worker& worker, Batch& batch) {
      for (const Story& story : stories) Write(*pipeline, story, worker, batch);
    };
    return FeedProduct{write, "name or date", "names and dates"};
  });
}

}  // namespace

void AddAnnotateCommand(CLI::App& app, int* exit_code) {
  auto arguments = std::make_shared<FeedArguments>();
  CLI::App* command = app.add_subcommand(
      "annotate", "Read feeds, write the sentences, tokens, names and dates of each story");
  AddFeedOptions(*command, "Say how fast it went, and how many names and dates of which kind",
                 arguments.get());
  command->callback([arguments, exit_code] { *exit_code = Annotate(*arguments); });
}

}  // namespace telex
