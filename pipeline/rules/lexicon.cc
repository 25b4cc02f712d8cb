#include "pipeline/rules/lexicon.h"

#include <algorithm>

namespace telex {

void PhraseTrie::Add(const std::vector<TermId>& phrase, EntryId entry) {
  uint32_t node = kRoot;
  for (const TermId term : phrase) {
    const auto [edge, added] = edges_.try_emplace(
        (static_cast<uint64_t>(node) << 32) | term.value(), static_cast<uint32_t>(ends_.size()));
    if (added) ends_.emplace_back();
    node = edge->second;
  }
  std::vector<EntryId>& entries = ends_[node];
  if (std::find(entries.begin(), entries.end(), entry) == entries.end()) entries.push_back(entry);
}

const Country* Lexicon::FindCountry(std::string_view iso3) const {
  auto found = country_by_code.find(std::string(iso3));
  return found == country_by_code.end() ? nullptr : &countries[found->second];
}

}  // namespace telex
