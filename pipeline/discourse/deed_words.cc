#include "pipeline/discourse/deed_words.h"

namespace telex {

DeedWords::DeedWords(const RuleSet& rules) : lawful_(rules.List("lawful_verbs")) {
  for (const auto& [noun, frames] : rules.by_noun)
    for (const FrameId frame : frames)
      types_of_noun_[noun] |= TypeSetOf(rules.rules[rules.frames[frame.value()].rule.value()].type);
}

TypeSet DeedWords::TypesOf(TermId noun) const {
  const auto found = types_of_noun_.find(noun);
  return found == types_of_noun_.end() ? 0 : found->second;
}

bool DeedWords::IsLawful(const Word& word) const {
  return (word.verb_lemma.valid() && lawful_.count(word.verb_lemma) != 0) ||
         (word.noun_lemma.valid() && lawful_.count(word.noun_lemma) != 0);
}

}  // namespace telex
