// telex_guard: what guard.py holds against tests/guard.yaml. Not a test by itself.
//
//     telex_guard RULES FEED
//
// Takes a feed through four parts, one after the other and one function each, so that callgrind can
// tell them apart: reading it, the language floor (Pipeline::Read), all of Pipeline::Run, writing
// the events. Four rounds: the first meets every word as a new one, as a long feed does with few;
// the last tells the allocations, for by then all buffers are warm. One thread.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include "pipeline/feeds/feed.h"
#include "pipeline/pipeline.h"
#include "pipeline/rules/diagnostic.h"
#include "pipeline/sinks/json_lines.h"
#include "pipeline/text/code_points.h"
#include "tests/allocations.h"

namespace guard {

using telex::Event;
using telex::Pipeline;
using telex::Scratch;
using telex::Story;

constexpr int kRounds = 4;

// The names of these four are known to guard.py.
[[gnu::noinline]] bool Feed(const char* path, const telex::FeedReceiver& receiver) {
  return telex::ReadFeed(path, telex::FeedOptions{}, receiver).has_value();
}

[[gnu::noinline]] void Language(const Pipeline& pipeline, const std::vector<Story>& stories,
                                Scratch& scratch) {
  for (const Story& story : stories) pipeline.Read(story, scratch);
}

[[gnu::noinline]] void Run(const Pipeline& pipeline, const std::vector<Story>& stories,
                           Scratch& scratch, std::vector<std::vector<Event>>& events) {
  for (size_t i = 0; i < stories.size(); ++i) pipeline.Run(stories[i], scratch, events[i]);
}

[[gnu::noinline]] void Output(const std::vector<Story>& stories,
                              const std::vector<std::vector<Event>>& events,
                              telex::CodePoints& points, std::string& lines) {
  for (size_t i = 0; i < stories.size(); ++i) {
    lines.clear();
    if (events[i].empty()) continue;
    points.Reset(stories[i].text());
    for (const Event& event : events[i]) telex::AppendJsonLine(event, stories[i], points, &lines);
  }
}

int Main(const char* directory, const char* feed) {
  telex::Diagnostics diagnostics;
  const auto rules = telex::LoadRules(directory, diagnostics);
  if (!rules || diagnostics.HasErrors()) {
    std::fprintf(stderr, "telex_guard: the rules in %s have errors (run telex check)\n", directory);
    return 2;
  }
  const Pipeline pipeline(rules, telex::PipelineOptions{});
  std::vector<Story> stories;
  uint64_t bytes = 0, problems = 0;
  telex::FeedReceiver keep, pass;
  keep.story = [&](Story&& story) {
    bytes += story.text().size();
    stories.push_back(std::move(story));
    return true;
  };
  pass.story = [](Story&&) { return true; };
  keep.problem = pass.problem = [&](telex::FeedProblem&&) { ++problems; };
  const auto kept = telex::ReadFeed(feed, telex::FeedOptions{}, keep);
  if (!kept || problems > 0 || stories.empty()) {
    std::fprintf(stderr, "telex_guard: cannot read all of %s\n", feed);
    return 2;
  }

  Scratch language, all;
  std::vector<std::vector<Event>> events(stories.size());
  telex::CodePoints points;
  std::string lines;
  uint64_t marks[5];
  for (int round = 0; round < kRounds; ++round) {
    marks[0] = telex::Allocations();
    if (!Feed(feed, pass)) return 2;
    marks[1] = telex::Allocations();
    Language(pipeline, stories, language);
    marks[2] = telex::Allocations();
    Run(pipeline, stories, all, events);
    marks[3] = telex::Allocations();
    Output(stories, events, points, lines);
    marks[4] = telex::Allocations();
  }
  uint64_t count = 0;
  for (const auto& of_story : events) count += of_story.size();
  std::printf("compiler: %s %d.%d\n",
#ifdef __clang__
              "clang", __clang_major__, __clang_minor__);
#else
              "g++", __GNUC__, __GNUC_MINOR__);
#endif
  std::printf("rounds: %d\nstories: %zu\nbytes: %ju\nevents: %ju\n", kRounds, stories.size(),
              static_cast<uintmax_t>(bytes), static_cast<uintmax_t>(count));
  const char* const parts[] = {"feed", "language", "run", "output"};
  for (int part = 0; part < 4; ++part)
    std::printf("%s: %ju\n", parts[part], static_cast<uintmax_t>(marks[part + 1] - marks[part]));
  return 0;
}

}  // namespace guard

int main(int argc, char** argv) {
  if (argc == 3) return guard::Main(argv[1], argv[2]);
  std::fprintf(stderr, "usage: telex_guard RULES FEED\n");
  return 2;
}
