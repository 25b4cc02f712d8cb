// Vocabulary: the lower-case words that rules know, each with a TermId.
//
// Built while rules load, immutable afterwards. A word of a story whose lower-case form (or lemma) is not here can
// match no rule and has no TermId. Safe to share between threads once built.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

#include "pipeline/text/id.h"

namespace telex {

using TermId = Id<struct TermTag>;

class Vocabulary {
 public:
  /// Adds `lower` (already lower case, straight apostrophes) or finds it.
  TermId Intern(std::string_view lower) {
    if (auto found = ids_.find(lower); found != ids_.end()) return found->second;
    const TermId id(texts_.size());
    texts_.emplace_back(lower);
    ids_.emplace(texts_.back(), id);
    return id;
  }
  TermId Find(std::string_view lower) const {
    auto found = ids_.find(lower);
    return found == ids_.end() ? TermId() : found->second;
  }
  std::string_view text(TermId id) const { return texts_[id.value()]; }
  size_t size() const { return texts_.size(); }

 private:
  std::deque<std::string> texts_;  // a deque, since the map's keys point into it
  std::unordered_map<std::string_view, TermId> ids_;
};

}  // namespace telex
