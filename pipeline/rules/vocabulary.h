// Vocabulary: the lower-case words that rules know, each with a TermId.
//
// Built while rules load, immutable afterwards. A word of a story whose lower-case form (or lemma) is not here can
// match no rule and has no TermId. Safe to share between threads once built.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/text/id.h"

namespace telex {

using TermId = Id<struct TermTag>;

class Vocabulary {
 public:
  Vocabulary() : cells_(1024) {}

  /// Adds `lower` (already lower case, straight apostrophes) or finds it.
  TermId Intern(std::string_view lower) {
    const uint64_t hash = HashOf(lower);
    size_t at = CellOf(lower, hash);
    if (cells_[at].term.valid()) return cells_[at].term;
    const TermId id(texts_.size());
    texts_.emplace_back(lower);
    if (texts_.size() * 2 > cells_.size()) {
      std::vector<Cell> old(cells_.size() * 2);
      old.swap(cells_);
      for (const Cell& cell : old)
        if (cell.term.valid()) cells_[CellOf(texts_[cell.term.value()], cell.hash)] = cell;
      at = CellOf(lower, hash);
    }
    cells_[at] = {hash, id};
    return id;
  }
  TermId Find(std::string_view lower) const { return cells_[CellOf(lower, HashOf(lower))].term; }
  std::string_view text(TermId id) const { return texts_[id.value()]; }
  size_t size() const { return texts_.size(); }

 private:
  // Every new word of a feed is looked up several times, mostly in vain: open addressing, a power of two, at most half
  // full, so that a miss costs one cell.
  struct Cell {
    uint64_t hash = 0;
    TermId term;
  };
  static uint64_t HashOf(std::string_view text) { return std::hash<std::string_view>()(text); }
  size_t CellOf(std::string_view text, uint64_t hash) const {
    const size_t mask = cells_.size() - 1;
    size_t at = static_cast<size_t>(hash) & mask;
    while (cells_[at].term.valid() && (cells_[at].hash != hash || texts_[cells_[at].term.value()] != text)) at = (at + 1) & mask;
    return at;
  }

  std::deque<std::string> texts_;  // a deque, so that text() stays valid
  std::vector<Cell> cells_;
};

}  // namespace telex
