// stages: what each stage of a run costs, in nanoseconds a byte of text and in allocations a story.
//
//     stages [OPTIONS OF GOOGLE BENCHMARK] RULES FEED
//
// Three benchmarks: reading the feed, the pipeline, writing the events. Each iteration takes all
// stories (30 MB of text at most). Within the pipeline a clock is read as each stage ends, some
// twenty times a story. Counters are "ns/NUMBER/STAGE" a byte, of the stage's best iteration, and
// "allocs/NUMBER/STAGE" a story, of the last. run_bench makes a table of them. One thread.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/feeds/feed.h"
#include "pipeline/pipeline.h"
#include "pipeline/rules/diagnostic.h"
#include "pipeline/sinks/json_lines.h"
#include "pipeline/text/code_points.h"
#include "tests/allocations.h"

namespace telex {
namespace {

constexpr double kMostText = 30e6;  // bytes

using Clock = std::chrono::steady_clock;

/// Time and allocations by stage.
class Laps {
 public:
  void Start() {
    allocations_ = Allocations();
    time_ = Clock::now();
  }

  /// What was spent since the last call goes to `stage`.
  void End(const char* stage) {
    const Clock::time_point now = Clock::now();
    const uint64_t allocations = Allocations();
    Lap& lap = Find(stage);
    lap.seconds += std::chrono::duration<double>(now - time_).count();
    lap.allocations += allocations - allocations_;
    Start();
  }

  void EndRound() {
    for (Lap& lap : laps_) {
      lap.best = std::min(lap.best, std::exchange(lap.seconds, 0));
      lap.last = std::exchange(lap.allocations, 0);
    }
  }

  void Report(double stories, double bytes, benchmark::State& state) const {
    for (size_t i = 0; i < laps_.size(); ++i) {
      const std::string name = (i < 10 ? "/0" : "/") + std::to_string(i) + "/" + laps_[i].stage;
      state.counters["ns" + name] = laps_[i].best * 1e9 / bytes;
      state.counters["allocs" + name] = static_cast<double>(laps_[i].last) / stories;
    }
  }

 private:
  struct Lap {
    const char* stage;
    double seconds = 0, best = 1e9;  // of a round
    uint64_t allocations = 0, last = 0;
  };

  Lap& Find(const char* stage) {
    for (Lap& lap : laps_)
      if (lap.stage == stage) return lap;
    return laps_.emplace_back(Lap{stage});
  }

  std::vector<Lap> laps_;
  Clock::time_point time_;
  uint64_t allocations_ = 0;
};

struct Bench {
  std::string feed;
  const Pipeline* pipeline = nullptr;
  std::vector<Story> stories;
  double bytes = 0;

  bool Read(const std::function<bool(Story&&)>& take) const {
    FeedReceiver receiver;
    receiver.story = take;
    receiver.problem = [](FeedProblem&& problem) {
      std::cerr << problem.place << ": " << problem.message << "\n";
    };
    return ReadFeed(feed, FeedOptions{}, receiver).has_value();
  }

  /// Calls `round` for every iteration, and once before, so that buffers are warm.
  template <class Round>
  void Measure(benchmark::State& state, Laps& laps, const Round& round) const {
    round();
    for (auto _ : state) {
      laps.EndRound();
      round();
    }
    laps.EndRound();
    laps.Report(static_cast<double>(stories.size()), bytes, state);
    state.SetBytesProcessed(static_cast<int64_t>(bytes) * static_cast<int64_t>(state.iterations()));
  }
};

void Feed(benchmark::State& state, const Bench& bench) {
  Laps laps;
  bench.Measure(state, laps, [&] {
    size_t left = bench.stories.size();
    laps.Start();
    bench.Read([&](Story&& story) {
      benchmark::DoNotOptimize(story.text().data());
      return --left > 0;
    });
    laps.End("feed");
  });
}

void Stages(benchmark::State& state, const Bench& bench) {
  Laps laps;
  Scratch scratch;
  scratch.stage_ended = [&](const char* stage) { laps.End(stage); };
  std::vector<Event> events;
  bench.Measure(state, laps, [&] {
    for (const Story& story : bench.stories) {
      laps.Start();
      bench.pipeline->Run(story, scratch, events);
    }
  });
}

void Output(benchmark::State& state, const Bench& bench) {
  Laps laps;
  Scratch scratch;
  std::vector<std::vector<Event>> events(bench.stories.size());
  for (size_t i = 0; i < events.size(); ++i)
    bench.pipeline->Run(bench.stories[i], scratch, events[i]);
  CodePoints points;
  std::string lines;
  bench.Measure(state, laps, [&] {
    laps.Start();
    for (size_t i = 0; i < events.size(); ++i) {
      lines.clear();
      if (events[i].empty()) continue;
      points.Reset(bench.stories[i].text());
      for (const Event& event : events[i]) AppendJsonLine(event, bench.stories[i], points, &lines);
    }
    laps.End("JSON");
  });
}

int Main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc != 3) {
    std::cerr << "usage: stages [OPTIONS OF GOOGLE BENCHMARK] RULES FEED\n";
    return 2;
  }
  Diagnostics diagnostics;
  const auto rules = LoadRules(argv[1], diagnostics);
  if (!rules || diagnostics.HasErrors()) {
    std::cerr << "stages: the rules in " << argv[1] << " have errors (run telex check)\n";
    return 2;
  }
  const Pipeline pipeline(rules, PipelineOptions{});
  Bench bench{argv[2], &pipeline, {}, 0};
  const bool read = bench.Read([&](Story&& story) {
    bench.bytes += static_cast<double>(story.text().size());
    bench.stories.push_back(std::move(story));
    return bench.bytes < kMostText;
  });
  if (!read || bench.stories.empty()) {
    std::cerr << "stages: cannot read " << argv[2] << "\n";
    return 2;
  }
  benchmark::AddCustomContext("stories", std::to_string(bench.stories.size()));
  benchmark::AddCustomContext("bytes", std::to_string(bench.bytes));
  for (const auto& [name, function] :
       {std::pair{"feed", &Feed}, {"pipeline", &Stages}, {"output", &Output}})
    benchmark::RegisterBenchmark(name, function, bench)->Unit(benchmark::kMillisecond);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace
}  // namespace telex

int main(int argc, char** argv) { return telex::Main(argc, argv); }
