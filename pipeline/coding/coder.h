// Coder: gives an event its PLOVER and CAMEO codes from one coding table (rules/coding/*.yaml).
//
// The first row wins that fits the event's type, status and wording (a lemma in the words of its
// sentence). An event that no row fits stays without codes. Immutable; safe to share between
// threads.
#pragma once

#include <string_view>
#include <vector>

#include "pipeline/events/event.h"
#include "pipeline/events/frame_match.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

class Coder {
 public:
  /// `name` of the coding, "plover-2.0"; empty takes the first one that the rules have.
  Coder(const RuleSet& rules, std::string_view name);
  void Code(const StoryView& view, TypeId type, Event* event) const;

 private:
  bool Fits(const StoryView& view, const CodingRow& row, const Event& event) const;

  std::vector<std::vector<const CodingRow*>> rows_;  // by TypeId
};

}  // namespace telex
