#include "pipeline/rules/ruleset.h"

namespace telex {

const TermSet& RuleSet::List(std::string_view name) const {
  static const TermSet none;
  auto found = word_lists.find(std::string(name));
  return found == word_lists.end() ? none : found->second;
}

TypeId RuleSet::FindType(std::string_view name) const {
  for (size_t i = 0; i < types.size(); ++i)
    if (types[i].name == name) return TypeId(i);
  return TypeId();
}

RuleId RuleSet::FindRule(std::string_view name) const {
  RuleId by_short_name;
  bool unique = true;
  for (size_t i = 0; i < rules.size(); ++i) {
    const std::string_view full = rules[i].name;
    if (full == name) return RuleId(i);
    if (full.substr(full.find('/') + 1) == name) {
      unique = !by_short_name.valid();
      by_short_name = RuleId(i);
    }
  }
  return unique ? by_short_name : RuleId();
}

}  // namespace telex
