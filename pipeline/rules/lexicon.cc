#include "pipeline/rules/lexicon.h"

#include <algorithm>

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
  std::vector<EntryId>& entries = nodes_[node].entries;
  if (std::find(entries.begin(), entries.end(), entry) == entries.end()) entries.push_back(entry);
}

const Country* Lexicon::FindCountry(std::string_view iso3) const {
  auto found = country_by_code.find(std::string(iso3));
  return found == country_by_code.end() ? nullptr : &countries[found->second];
}

}  // namespace telex
