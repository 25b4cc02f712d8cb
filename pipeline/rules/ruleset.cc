#include "pipeline/rules/ruleset.h"

namespace telex {

std::optional<RuleSet::Contraction> RuleSet::FindContraction(std::string_view word) const {
  const size_t apostrophe = word.rfind('\'');
  if (apostrophe == std::string_view::npos || apostrophe == 0) return std::nullopt;
  const auto full_form = [this](std::string_view text) {
    const TermId term = vocabulary.Find(text);
    const auto found = term.valid() ? short_forms.find(term) : short_forms.end();
    return found == short_forms.end() ? TermId() : found->second;
  };
  for (const size_t cut : {apostrophe, apostrophe - 1}) {  // "we|'re", "do|n't"
    if (cut == 0) break;
    const TermId second = full_form(word.substr(cut));
    if (!second.valid()) continue;
    const TermId whole = full_form(word.substr(0, cut));
    const TermId first = whole.valid() ? whole : vocabulary.Find(word.substr(0, cut));
    if (first.valid() && function_words.count(first) != 0)
      return Contraction{cut, first, second, whole.valid()};
  }
  return std::nullopt;
}

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
