// Tagger: decides, word by word, which of its possible classes a word has where it stands.
//
// Stage after the tokens and lexicon hits; writes Syntax::classes. The ordered neighbour rules of
// rules/language/word_classes.yaml narrow each ambiguous word, looking at the words to the left as already decided and at
// the words to the right with all that they can be. What no rule settles falls to the reading that is more frequent.
// Immutable after construction; Run may be called from any number of threads with scratches of their own.
#pragma once

#include "pipeline/language/layers.h"
#include "pipeline/language/syntax.h"
#include "pipeline/language/term_flags.h"
#include "pipeline/language/words.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

class Tagger {
 public:
  Tagger(const RuleSet& rules, const TermFlags& flags) : rules_(rules), flags_(flags) {}
  void Run(const WordTable& words, const Layers& layers, Syntax& syntax) const;

 private:
  ClassSet Decide(const Word& word, ClassSet classes, ClassSet left2, ClassSet left, ClassSet right,
                  ClassSet right2) const;

  const RuleSet& rules_;
  const TermFlags& flags_;
};

}  // namespace telex
