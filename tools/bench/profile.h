// FeedProfile: what a feed is like, in figures that decide how much work it gives to the pipeline.
//
//     ProfileMeter meter(pipeline);
//     for (const Story& story : stories) meter.Add(story);
//     FeedProfile profile = meter.profile();      // profile.Get("events_per_kb")
//
// The figures of a real feed stand in profile.yaml; the feed that generate_feed writes has to meet
// them. Every figure is taken from the layers of the pipeline, thus a trigger is what the rules
// take for one. One thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "pipeline/pipeline.h"

namespace telex {

struct ProfileFigure {
  std::string name;
  double value = 0;
  std::string about;
};

struct FeedProfile {
  std::vector<ProfileFigure> figures;

  /// 0 where there is no such figure.
  double Get(std::string_view name) const;
};

class ProfileMeter {
 public:
  /// `pipeline` must outlive this.
  explicit ProfileMeter(const Pipeline& pipeline) : pipeline_(pipeline) {}

  void Add(const Story& story);
  /// Of all stories so far.
  FeedProfile profile() const;
  uint64_t text_bytes() const { return bytes_; }
  size_t distinct_words() const { return all_words_.size(); }

 private:
  void AddToWindow(std::string_view word);
  bool IsTrigger(const StoryView& view, TokenIndex token) const;

  const Pipeline& pipeline_;
  Scratch scratch_;
  std::vector<Event> events_;
  uint64_t stories_ = 0, bytes_ = 0, non_ascii_ = 0, tokens_ = 0, sentences_ = 0, capitals_ = 0,
           numbers_ = 0, quotes_ = 0;
  uint64_t hits_ = 0, names_ = 0, dates_ = 0, triggers_ = 0, event_count_ = 0;
  uint64_t sentences_with_trigger_ = 0, stories_with_trigger_ = 0;
  // Distinct words, in all and by windows of a megabyte.
  std::unordered_set<std::string> all_words_, window_words_;
  uint64_t window_bytes_ = 0, windows_ = 0, window_sum_ = 0;
};

/// Reads the lines `name: number` of `yaml`; anything else is passed over.
FeedProfile ParseProfile(std::string_view yaml);

}  // namespace telex
