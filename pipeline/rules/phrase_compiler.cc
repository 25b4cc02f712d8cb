// From a pattern's tree to a Phrase, which is matched over tokens as written.
#include "pipeline/rules/word_set.h"

namespace telex {
namespace {

Phrase CompileSequence(const PatternSequence& sequence, const RuleWords& words, RuleSet& rules) {
  Phrase phrase;
  for (const PatternElement& element : sequence) {
    PhraseElement compiled;
    compiled.optional = element.optional;
    switch (element.kind) {
      case PatternElement::Kind::kSlot:
        compiled.kind = PhraseElement::Kind::kSlot;
        if (!CompileSlot(element, rules, &compiled.slot)) continue;
        break;
      case PatternElement::Kind::kWord:
      case PatternElement::Kind::kMark:
        compiled.kind = PhraseElement::Kind::kWord;
        compiled.words = CompileWords(element.words, words, rules);
        break;
      case PatternElement::Kind::kGap:
        compiled.kind = PhraseElement::Kind::kGap;
        break;
      case PatternElement::Kind::kGroup:
        compiled.kind = PhraseElement::Kind::kGroup;
        for (const PatternSequence& alternative : element.alternatives)
          compiled.alternatives.push_back(CompileSequence(alternative, words, rules));
        break;
    }
    phrase.push_back(std::move(compiled));
  }
  return phrase;
}

}  // namespace

Phrase CompilePhrase(const RulePattern& pattern, const RuleWords& words, RuleSet& rules,
                     Diagnostics&) {
  return CompileSequence(pattern.tree, words, rules);
}

}  // namespace telex
