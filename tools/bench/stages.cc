// stages: what each stage of the pipeline costs, in nanoseconds a byte of text and as a share of
// the whole.
//
//     stages RULES FEED [MEGABYTES [ROUNDS]]
//
// Calls the stages in the order of Pipeline::Run, over batches of stories, so that a clock is read
// a few thousand times and not once a story. A stage's layers must outlive the batch: each story of
// a batch has its own. Prints the best of the rounds, stage by stage. Reading the feed is timed
// first, with nothing done to the stories.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/feeds/feed.h"
#include "pipeline/language/dateline.h"
#include "pipeline/language/dates.h"
#include "pipeline/language/phrases.h"
#include "pipeline/language/sentences.h"
#include "pipeline/language/tokenizer.h"
#include "pipeline/pipeline.h"
#include "pipeline/rules/diagnostic.h"
#include "pipeline/sinks/json_lines.h"
#include "pipeline/text/code_points.h"

namespace telex {
namespace {

constexpr size_t kBatch = 32;  // stories; their layers together stay in the second cache
constexpr std::array<const char*, 14> kStages = {
    "tokens", "dateline",     "sentences",      "lexicon hits", "dates",
    "names",  "word classes", "chunks",         "clauses",      "frames, status",
    "roles",  "merging",      "records, codes", "JSON"};

using Clock = std::chrono::steady_clock;

class StageTimer {
 public:
  explicit StageTimer(std::shared_ptr<const RuleSet> rules)
      : rules_(std::move(rules)),
        flags_(*rules_),
        words_(*rules_),
        tagger_(*rules_, flags_),
        names_(*rules_, flags_),
        chunker_(*rules_, flags_),
        clauses_(flags_),
        matcher_(*rules_, flags_),
        matching_(*rules_),
        drafter_(*rules_, flags_),
        merger_(*rules_),
        recorder_(*rules_, flags_),
        coder_(*rules_, "") {}

  /// One round over the stories; adds to `seconds` by stage.
  void Round(const std::vector<Story>& stories, std::array<double, kStages.size()>& seconds) {
    for (size_t begin = 0; begin < stories.size(); begin += kBatch) {
      begin_ = begin;
      end_ = std::min(stories.size(), begin + kBatch);
      Batch(stories, seconds);
    }
  }

 private:
  struct Slot {
    Layers layers;
    Syntax syntax;
    std::vector<Candidate> candidates;
    std::optional<StoryView> view;  // a resolver keeps a reference to it
    std::unique_ptr<Resolver> resolver;
    std::vector<Draft> drafts;
    std::vector<Event> events;
  };

  template <class Stage>
  void Time(const std::vector<Story>& stories, double& seconds, const Stage& stage) {
    const Clock::time_point start = Clock::now();
    for (size_t i = begin_; i < end_; ++i) stage(stories[i], slots_[i - begin_]);
    seconds += std::chrono::duration<double>(Clock::now() - start).count();
  }

  void Batch(const std::vector<Story>& stories, std::array<double, kStages.size()>& seconds) {
    words_.StartStory();  // once a batch: the layers of all its stories hold ids
    for (Slot& slot : slots_) {
      slot.view.emplace(StoryView{words_, slot.layers, slot.syntax});
      slot.resolver.reset();
      slot.layers.clear();
      slot.syntax.clear();
      slot.candidates.clear();
      slot.drafts.clear();
      slot.events.clear();
    }
    size_t s = 0;
    Time(stories, seconds[s++], [&](const Story& story, Slot& slot) {
      Tokenize(story.text(), words_, slot.layers.tokens);
    });
    Time(stories, seconds[s++],
         [&](const Story& story, Slot& slot) { FindDateline(story, words_, slot.layers); });
    Time(stories, seconds[s++],
         [&](const Story& story, Slot& slot) { SplitSentences(story, words_, slot.layers); });
    Time(stories, seconds[s++],
         [&](const Story&, Slot& slot) { FindPhrases(words_, slot.layers); });
    Time(stories, seconds[s++],
         [&](const Story& story, Slot& slot) { FindDates(words_, slot.layers); });
    Time(stories, seconds[s++], [&](const Story& story, Slot& slot) {
      names_.Run(words_, slot.layers, story.published(), slot.syntax);
    });
    Time(stories, seconds[s++],
         [&](const Story&, Slot& slot) { tagger_.Run(words_, slot.layers, slot.syntax); });
    Time(stories, seconds[s++],
         [&](const Story&, Slot& slot) { chunker_.Run(words_, slot.layers, slot.syntax); });
    Time(stories, seconds[s++],
         [&](const Story&, Slot& slot) { clauses_.Run(slot.layers, slot.syntax); });
    Time(stories, seconds[s++], [&](const Story&, Slot& slot) {
      matcher_.Run(*slot.view, matching_, &slot.candidates, nullptr);
    });
    Time(stories, seconds[s++], [&](const Story& story, Slot& slot) {
      if (slot.candidates.empty()) return;
      slot.resolver = std::make_unique<Resolver>(*rules_, flags_, *slot.view, story.source());
      drafter_.Run(*slot.view, slot.candidates, AnchorOf(story.published(), slot.layers.dateline),
                   *slot.resolver, &slot.drafts);
    });
    Time(stories, seconds[s++], [&](const Story&, Slot& slot) {
      if (slot.resolver) merger_.Run(*slot.view, *slot.resolver, &slot.drafts);
    });
    Time(stories, seconds[s++], [&](const Story& story, Slot& slot) {
      for (const Draft& draft : slot.drafts) {
        slot.events.push_back(recorder_.Record(story, *slot.view, *slot.resolver, draft));
        coder_.Code(*slot.view, draft.candidate, &slot.events.back());
      }
    });
    Time(stories, seconds[s++], [&](const Story& story, Slot& slot) {
      lines_.clear();
      if (slot.events.empty()) return;
      points_.Reset(story.text());
      for (const Event& event : slot.events) AppendJsonLine(event, story, points_, &lines_);
    });
  }

  std::shared_ptr<const RuleSet> rules_;
  TermFlags flags_;
  WordTable words_;
  Tagger tagger_;
  NameFinder names_;
  Chunker chunker_;
  ClauseReader clauses_;
  Matcher matcher_;
  Matcher::Workspace matching_;
  Drafter drafter_;
  Merger merger_;
  Recorder recorder_;
  Coder coder_;
  std::array<Slot, kBatch> slots_;
  CodePoints points_;
  std::string lines_;
  size_t begin_ = 0, end_ = 0;
};

int Main(int argc, char** argv) {
  if (argc < 3 || argc > 5) {
    std::cerr << "usage: stages RULES FEED [MEGABYTES [ROUNDS]]\n";
    return 2;
  }
  const double most = argc > 3 ? std::strtod(argv[3], nullptr) * 1e6 : 20e6;
  const int rounds = argc > 4 ? std::max(1, std::atoi(argv[4])) : 5;
  Clock::time_point start = Clock::now();
  Diagnostics diagnostics;
  const auto rules = LoadRules(argv[1], diagnostics);
  if (!rules || diagnostics.HasErrors()) {
    std::cerr << "stages: the rules in " << argv[1] << " have errors (run telex check)\n";
    return 2;
  }
  const double load = std::chrono::duration<double>(Clock::now() - start).count();

  std::vector<Story> stories;
  double bytes = 0;
  FeedReceiver receiver;
  receiver.story = [&](Story&& story) {
    bytes += static_cast<double>(story.text().size());
    stories.push_back(std::move(story));
    return bytes < most;
  };
  receiver.problem = [](FeedProblem&& problem) {
    std::cerr << problem.place << ": " << problem.message << "\n";
  };
  start = Clock::now();
  if (const auto done = ReadFeed(argv[2], FeedOptions{}, receiver); !done || stories.empty()) {
    std::cerr << "stages: cannot read " << argv[2] << "\n";
    return 2;
  }
  const double reading = std::chrono::duration<double>(Clock::now() - start).count();

  StageTimer timer(rules);
  std::array<double, kStages.size()> best;
  best.fill(1e9);
  for (int round = 0; round < rounds; ++round) {
    std::array<double, kStages.size()> seconds{};
    timer.Round(stories, seconds);
    for (size_t s = 0; s < kStages.size(); ++s) best[s] = std::min(best[s], seconds[s]);
  }
  double sum = reading;
  for (const double seconds : best) sum += seconds;
  std::printf("%zu stories, %.1f MB of text, best of %d rounds; rules loaded in %.0f ms\n\n",
              stories.size(), bytes / 1e6, rounds, load * 1e3);
  std::printf("| stage | ns/byte | share |\n|---|---:|---:|\n");
  const auto row = [&](const char* name, double seconds) {
    std::printf("| %s | %.2f | %.1f %% |\n", name, seconds * 1e9 / bytes, 100 * seconds / sum);
  };
  row("feed", reading);
  for (size_t s = 0; s < kStages.size(); ++s) row(kStages[s], best[s]);
  std::printf("| all | %.2f | %.1f MB/s |\n", sum * 1e9 / bytes, bytes / sum / 1e6);
  return 0;
}

}  // namespace
}  // namespace telex

int main(int argc, char** argv) { return telex::Main(argc, argv); }
