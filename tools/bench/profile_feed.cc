// profile_feed: the figures of a feed, and whether they are those of another.
//
//     profile_feed RULES FEED > tools/bench/profile.yaml
//     profile_feed RULES FEED --check tools/bench/profile.yaml     # exit 1 where a figure is over
//     10 % away
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>

#include "pipeline/feeds/feed.h"
#include "pipeline/pipeline.h"
#include "pipeline/rules/diagnostic.h"
#include "tools/bench/profile.h"

namespace {

constexpr double kTolerance = 0.10;

int Check(const telex::FeedProfile& measured, const char* path) {
  std::ifstream file(path);
  if (!file) {
    std::cerr << "profile_feed: cannot read " << path << "\n";
    return 2;
  }
  const std::string yaml{std::istreambuf_iterator<char>(file), {}};
  const telex::FeedProfile wanted = telex::ParseProfile(yaml);
  int far = 0;
  for (const telex::ProfileFigure& figure : wanted.figures) {
    const double value = measured.Get(figure.name);
    const double off = figure.value == 0 ? (value == 0 ? 0 : 1) : value / figure.value - 1;
    const bool fails = std::abs(off) > kTolerance;
    far += fails;
    std::printf("%-24s wanted %12.4f  is %12.4f  %+6.1f %%%s\n", figure.name.c_str(), figure.value,
                value, 100 * off, fails ? "  TOO FAR" : "");
  }
  if (wanted.figures.empty()) std::cerr << "profile_feed: no figure in " << path << "\n";
  return wanted.figures.empty() ? 2 : far > 0 ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  const bool check = argc == 5 && std::string(argv[3]) == "--check";
  if (argc != 3 && !check) {
    std::cerr << "usage: profile_feed RULES FEED [--check PROFILE]\n";
    return 2;
  }
  telex::Diagnostics diagnostics;
  const auto rules = telex::LoadRules(argv[1], diagnostics);
  if (!rules || diagnostics.HasErrors()) {
    std::cerr << "profile_feed: the rules in " << argv[1] << " have errors (run telex check)\n";
    return 2;
  }
  const telex::Pipeline pipeline(rules, telex::PipelineOptions{});
  telex::ProfileMeter meter(pipeline);
  telex::FeedReceiver receiver;
  receiver.story = [&](telex::Story&& story) {
    meter.Add(story);
    return true;
  };
  receiver.problem = [](telex::FeedProblem&& problem) {
    std::cerr << problem.place << ": " << problem.message << "\n";
  };
  if (const auto done = telex::ReadFeed(argv[2], telex::FeedOptions{}, receiver); !done) {
    std::cerr << "profile_feed: " << done.error().place << ": " << done.error().message << "\n";
    return 2;
  }
  const telex::FeedProfile profile = meter.profile();
  std::fprintf(stderr, "%zu distinct words in %.1f MB of text\n", meter.distinct_words(),
               static_cast<double>(meter.text_bytes()) / 1e6);
  if (check) return Check(profile, argv[4]);
  for (const telex::ProfileFigure& figure : profile.figures)
    std::printf("# %s\n%s: %.6g\n", figure.about.c_str(), figure.name.c_str(), figure.value);
  return 0;
}
