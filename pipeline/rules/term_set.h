// TermSet: a list of words of the rules, made to be asked whether a word is one of them.
//
// Most words are not: one bit tells it. Filled while rules load, immutable afterwards; the words
// come in the order of their ids.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "pipeline/rules/vocabulary.h"

namespace telex {

class TermSet {
 public:
  void insert(TermId term) {
    const auto at = std::lower_bound(terms_.begin(), terms_.end(), term);
    if (at == terms_.end() || *at != term) terms_.insert(at, term);
    signs_ |= SignOf(term);
  }
  void merge(const TermSet& other) {
    for (const TermId term : other) insert(term);
  }

  bool contains(TermId term) const {
    return (signs_ & SignOf(term)) != 0 && std::binary_search(terms_.begin(), terms_.end(), term);
  }
  size_t count(TermId term) const { return contains(term) ? 1 : 0; }
  bool empty() const { return terms_.empty(); }
  size_t size() const { return terms_.size(); }
  std::vector<TermId>::const_iterator begin() const { return terms_.begin(); }
  std::vector<TermId>::const_iterator end() const { return terms_.end(); }

 private:
  static uint64_t SignOf(TermId term) { return uint64_t{1} << (term.value() & 63); }

  std::vector<TermId> terms_;  // sorted
  uint64_t signs_ = 0;         // a bit for the last six of each
};

}  // namespace telex
