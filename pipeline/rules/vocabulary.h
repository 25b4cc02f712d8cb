// Vocabulary: the lower-case words that rules know, each with a TermId.
//
// Built while rules load, immutable afterwards. A word of a story whose lower-case form (or lemma)
// is not here can match no rule and has no TermId. Safe to share between threads once built.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "pipeline/text/id.h"

namespace telex {

using TermId = Id<struct TermTag>;

class Vocabulary {
 public:
  Vocabulary() : cells_(1024), seen_(1024 / 8) {}

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
      seen_.assign(cells_.size() / 8, 0);
      for (const Cell& cell : old) {
        if (!cell.term.valid()) continue;
        cells_[CellOf(texts_[cell.term.value()], cell.hash)] = cell;
        See(cell.hash);
      }
      at = CellOf(lower, hash);
    }
    cells_[at] = {hash, id};
    See(hash);
    return id;
  }
  TermId Find(std::string_view lower) const {
    const uint64_t hash = HashOf(lower);
    const size_t bit = BitOf(hash);
    if ((seen_[bit / 64] >> bit % 64 & 1) == 0) return TermId();
    return cells_[CellOf(lower, hash)].term;
  }
  std::string_view text(TermId id) const { return texts_[id.value()]; }
  size_t size() const { return texts_.size(); }

  static auto Parts(auto& it) { return std::tie(it.texts_, it.cells_, it.seen_); }

 private:
  // Every new word of a feed is looked up several times, mostly in vain: open addressing, a power
  // of two, at most half full, so that a miss costs one cell.
  struct Cell {
    uint64_t hash = 0;
    TermId term;
  };
  static uint64_t HashOf(std::string_view text) { return std::hash<std::string_view>()(text); }
  size_t CellOf(std::string_view text, uint64_t hash) const {
    const size_t mask = cells_.size() - 1;
    size_t at = static_cast<size_t>(hash) & mask;
    while (cells_[at].term.valid() &&
           (cells_[at].hash != hash || texts_[cells_[at].term.value()] != text))
      at = (at + 1) & mask;
    return at;
  }

  // Eight bits a cell, small enough to stay in a near cache, tell of most misses without the cells.
  size_t BitOf(uint64_t hash) const {
    return static_cast<size_t>(hash >> 32) & (seen_.size() * 64 - 1);
  }
  void See(uint64_t hash) { seen_[BitOf(hash) / 64] |= 1ull << BitOf(hash) % 64; }

  std::deque<std::string> texts_;  // a deque, so that text() stays valid
  std::vector<Cell> cells_;
  std::vector<uint64_t> seen_;
};

}  // namespace telex
