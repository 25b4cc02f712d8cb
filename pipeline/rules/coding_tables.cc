#include "pipeline/rules/coding_tables.h"

#include <algorithm>

namespace telex {

bool CodingRow::unconditional() const {
  return inner.empty() && target.empty() &&
         std::all_of(words.begin(), words.end(), [](uint32_t list) { return list == kNoList; });
}

const Coding* CodingTables::Find(std::string_view name) const {
  for (const Coding& coding : codings)
    if (name.empty() ? coding.by_default : coding.name == name) return &coding;
  return name.empty() && !codings.empty() ? &codings.front() : nullptr;
}

std::vector<const Coding*> CodingTables::Chain(const Coding& coding) const {
  std::vector<const Coding*> chain = {&coding};
  while (!chain.back()->extends.empty()) {
    const Coding* next = Find(chain.back()->extends);
    // A ring, or a name that is not there, is an author's mistake that loading reports.
    if (next == nullptr || std::find(chain.begin(), chain.end(), next) != chain.end()) break;
    chain.push_back(next);
  }
  return chain;
}

bool FitsCode(std::string_view pattern, std::string_view code) {
  if (pattern.empty() || pattern.back() != 'x') return pattern == code;
  return code.substr(0, pattern.size() - 1) == pattern.substr(0, pattern.size() - 1);
}

std::string CodedAs(std::string_view as, std::string_view pattern, std::string_view code) {
  if (as.empty() || as.back() != 'x' || pattern.empty() || pattern.back() != 'x')
    return std::string(as);
  std::string coded(as.substr(0, as.size() - 1));
  return coded.append(code.substr(pattern.size() - 1));
}

}  // namespace telex
