#include "pipeline/rules/lexicon.h"

#include <algorithm>
#include <bit>

namespace telex {

void PhraseTrie::Add(const std::vector<TermId>& phrase, EntryId entry) {
  uint32_t node = kRoot;
  for (const TermId term : phrase) {
    const uint64_t key = KeyOf(node, term);
    size_t cell = CellOf(key);
    if (edges_[cell].key == kFree) {
      if (nodes_.size() * 2 > edges_.size()) {  // there are as many edges as nodes but the root
        std::vector<Edge> old(edges_.size() * 2);
        old.swap(edges_);
        for (const Edge& edge : old)
          if (edge.key != kFree) edges_[CellOf(edge.key)] = edge;
        cell = CellOf(key);
      }
      edges_[cell] = {key, static_cast<uint32_t>(nodes_.size())};
      nodes_[node].next |= NextBit(term);
      nodes_.emplace_back();
    }
    node = edges_[cell].to;
  }
  const std::span<const EntryId> there = EntriesAt(node);
  if (std::find(there.begin(), there.end(), entry) != there.end()) return;
  auto& [next, first, count] = nodes_[node];
  if (count == 0 || std::has_single_bit(count)) {  // no room is left
    const size_t moved = entries_.size();
    entries_.resize(moved + std::max(1u, 2 * count));
    std::copy_n(entries_.begin() + first, count, entries_.begin() + static_cast<ptrdiff_t>(moved));
    first = static_cast<uint32_t>(moved);
  }
  entries_[first + count++] = entry;
}

const Country* Lexicon::FindCountry(std::string_view iso3) const {
  auto found = country_by_code.find(std::string(iso3));
  return found == country_by_code.end() ? nullptr : &countries[found->second];
}

}  // namespace telex
