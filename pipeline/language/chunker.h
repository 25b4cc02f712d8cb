// Chunker: cuts each sentence into noun phrases, verb groups and the small words between them.
//
// Stage after Tagger and NameFinder; writes Syntax::items, phrases, verbs and phrase_at. A noun
// phrase is the longest run between function words, verb groups and punctuation; its possessor
// ("Turkey's", "his") and its "of" phrase are linked, and members of a coordination ("Iran, Russia
// and Turkey") form one list under the first member's item. What a phrase stands for is read off
// the lexicon hits under it. Immutable; Run may be called from any number of threads.
#pragma once

#include "pipeline/language/layers.h"
#include "pipeline/language/syntax.h"
#include "pipeline/language/term_flags.h"
#include "pipeline/language/words.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

class Chunker {
 public:
  Chunker(const RuleSet& rules, const TermFlags& flags) : rules_(rules), flags_(flags) {}
  void Run(const WordTable& words, const Layers& layers, Syntax& syntax) const;

 private:
  friend class SentenceChunker;
  const RuleSet& rules_;
  const TermFlags& flags_;
};

}  // namespace telex
