// Morphology: from a written word to the lemmas and word classes it can have.
//
// A table (rules/language/wordforms.tsv, made from WordNet by tools/make_wordforms.py) gives every
// verb, adjective, adverb and verb-like noun with its tag counts, and the irregular forms; regular
// endings are worked out here, once per distinct word. Words that the table does not know are
// nouns. Immutable after load; safe to share between threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
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
    ClassSet classes = 0;   // kPast, kParticiple or both; kPlural|kNoun for nouns
    uint32_t next = kNone;  // the form of another lemma that is written so: index
  };

  void AddLemma(std::string_view lemma, LemmaCounts counts) { At(lemma).counts = counts; }
  void AddForm(std::string_view form, std::string_view lemma, ClassSet classes) {
    uint32_t& first = At(form).first_form;
    forms_.push_back({std::string(lemma), classes, first});
    first = static_cast<uint32_t>(forms_.size() - 1);
  }

  /// Every reading of `lower`, a lower-case word. A word nothing is known about is a noun.
  Readings Analyse(std::string_view lower) const;
  const LemmaCounts* FindLemma(std::string_view lemma) const;

  static auto Parts(auto& it) { return std::tie(it.words_, it.entries_, it.forms_); }

 private:
  static constexpr uint32_t kNone = 0xffffffffu;
  /// What the tables have of one written word.
  struct Entry {
    LemmaCounts counts;           // no classes: the word is no lemma
    uint32_t first_form = kNone;  // that is written so: index into forms_
  };
  Entry& At(std::string_view word) {
    const size_t at = words_.Intern(word).value();
    if (at >= entries_.size()) entries_.resize(at + 1);
    return entries_[at];
  }
  const Entry* Find(std::string_view word) const {
    const TermId found = words_.Find(word);
    return found.valid() ? &entries_[found.value()] : nullptr;
  }

  Vocabulary words_;  // lemmas and irregular forms; its ids are of this table alone
  std::vector<Entry> entries_;
  std::vector<IrregularForm> forms_;
};

}  // namespace telex
