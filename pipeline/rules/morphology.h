// Morphology: from a written word to the lemmas and word classes it can have.
//
// A table (rules/language/wordforms.tsv, made from WordNet by tools/make_wordforms.py) gives every
// verb, adjective, adverb and verb-like noun with its tag counts, and the irregular forms; regular
// endings are worked out here, once per distinct word. Words that the table does not know are
// nouns. Immutable after load; safe to share between threads.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "pipeline/rules/vocabulary.h"
#include "pipeline/rules/word_class.h"

namespace telex {

/// How often a lemma was tagged as what, in WordNet's tagged texts (0 = possible but never seen).
struct LemmaCounts {
  ClassSet classes = 0;  // of kNoun, kBase (a verb), kAdjective, kAdverb
  uint32_t noun = 0;
  uint32_t verb = 0;
  uint32_t adjective = 0;
  uint32_t adverb = 0;
};

/// What one written word can be. Lemmas are lower case; empty where there is no such reading.
struct Readings {
  ClassSet classes = 0;    // kNoun, kPlural, the verb forms, kAdjective, kAdverb
  std::string noun_lemma;  // "crime" of "crimes"
  std::string verb_lemma;  // "meet" of "met"
  LemmaCounts counts;      // of the lemmas concerned
  bool known = false;      // the dictionary has the word, or a word of which it is a form
};

class Morphology {
 public:
  struct IrregularForm {
    std::string lemma;
    ClassSet classes;  // kPast, kParticiple or both; kPlural|kNoun for nouns
  };

  void AddLemma(std::string_view lemma, LemmaCounts counts) {
    const size_t at = lemmas_.Intern(lemma).value();
    if (at >= counts_.size()) counts_.resize(at + 1);
    counts_[at] = counts;
  }
  void AddForm(std::string_view form, IrregularForm irregular) {
    forms_.emplace(std::string(form), std::move(irregular));
  }

  /// Every reading of `lower`, a lower-case word. A word nothing is known about is a noun.
  Readings Analyse(std::string_view lower) const;
  const LemmaCounts* FindLemma(std::string_view lemma) const;

  static auto Parts(auto& it) { return std::tie(it.lemmas_, it.counts_, it.forms_); }

 private:
  struct Hash {  // looks up a string_view as it is, without a string made for it
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  Vocabulary lemmas_;                // its ids are of this table alone
  std::vector<LemmaCounts> counts_;  // by lemma
  std::unordered_multimap<std::string, IrregularForm, Hash, std::equal_to<>> forms_;
};

}  // namespace telex
