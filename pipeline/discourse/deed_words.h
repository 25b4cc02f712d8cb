// DeedWords: what a word alone tells of a deed: of which types its noun is ("raid", "talks"), and
// whether only a state's own people do it ("arrest"). Made once from a RuleSet; immutable.
#pragma once

#include <unordered_map>

#include "pipeline/language/words.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

using TypeSet = uint64_t;  // by TypeId; an ontology has no more types (R095)

inline TypeSet TypeSetOf(TypeId type) { return TypeSet{1} << type.value(); }

class DeedWords {
 public:
  explicit DeedWords(const RuleSet& rules);
  /// Of which types an event is that this noun tells of; none of a noun of no rule, or of no noun.
  TypeSet TypesOf(TermId noun) const;
  bool IsLawful(const Word& word) const;

 private:
  std::unordered_map<TermId, TypeSet> types_of_noun_;
  const TermSet& lawful_;  // list `lawful_verbs`: arrest, jail, custody
};

}  // namespace telex
