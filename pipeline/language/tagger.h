// Tagger: decides, word by word, which of its possible classes a word has where it stands.
//
// Stage after the tokens and lexicon hits; writes Syntax::classes. The ordered neighbour rules of
// rules/language/word_classes.yaml narrow each ambiguous word, looking at the words to the left as
// already decided and at the words to the right with all that they can be. What no rule settles
// falls to the reading that is more frequent. Immutable after construction; Run may be called from
// any number of threads with scratches of their own.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "pipeline/language/layers.h"
#include "pipeline/language/syntax.h"
#include "pipeline/language/term_flags.h"
#include "pipeline/language/words.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

/// True where a word with these classes has one reading that nothing around it changes; most words.
/// The others are marked kAmbiguous.
bool HasOneReading(ClassSet classes);

class Tagger {
 public:
  Tagger(const RuleSet& rules, const TermFlags& flags);
  void Run(const WordTable& words, const Layers& layers, Syntax& syntax) const;

 private:
  ClassSet Decide(const Word& word, ClassSet classes, ClassSet left2, ClassSet left, ClassSet right,
                  ClassSet right2) const;

  // How many tokens from `token` on approximate the number behind them: 2 for "at least 12".
  TokenIndex Approximators(const WordTable& words, const Layers& layers, TokenIndex token,
                           TokenIndex end) const;

  // Up to 64 rules as bits of a word, by what they ask of one neighbour: the rules that a class of
  // it allows, and those that ask nothing of it. The few that all four neighbours leave are tried
  // in their order.
  struct Neighbour {
    std::array<uint64_t, 64> by_class{};
    uint64_t any = 0;
    uint64_t Allowed(ClassSet classes) const {
      uint64_t allowed = any;
      for (; classes != 0; classes &= classes - 1)
        allowed |= by_class[static_cast<size_t>(std::countr_zero(classes))];
      return allowed;
    }
  };
  struct Block {
    Neighbour left2, left, right, right2;
    std::array<uint64_t, 64> by_list{};  // the rules that ask for a word of that list
    uint64_t any_word = 0;               // … and those that ask for none
  };
  // What a rule asks of the word itself, side by side.
  struct Own {
    ClassSet when, read;
  };

  const RuleSet& rules_;
  const TermFlags& flags_;
  std::vector<uint64_t>
      listed_;            // by TermId: bit i is set where it stands in the i-th list of words
  std::vector<Own> own_;  // by rule
  // By first word.
  std::unordered_map<TermId, std::vector<const std::vector<TermId>*>> approximators_;
  std::vector<Block> blocks_;  // of RuleSet::word_class_rules, 64 each
};

}  // namespace telex
