// NamePatterns: which patterns of rules/names.yaml may match at a place, told before one is tried.
//
// There are some forty, and at nearly every capital nearly none matches. A pattern is a bit, and so
// is a sign: a kind of slot that a token can fill, or a set of words of the patterns that it is in.
// The tables say what a pattern needs somewhere in the sentence, and with which two signs it may
// begin. Holds up to kMost patterns; immutable once filled, safe to share.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "pipeline/language/words.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

class NamePatterns {
 public:
  using Set = uint64_t;    // of patterns
  using Signs = uint64_t;  // slot kinds, then sets of words

  static constexpr size_t kMost = 64;
  static constexpr Signs SignOf(SlotKind kind) { return Signs{1} << static_cast<int>(kind); }

  explicit NamePatterns(size_t terms) : signs_(terms, 0), starts_(terms, false) {}
  void Add(const Phrase& phrase);
  size_t size() const { return patterns_.size(); }
  const Phrase& operator[](size_t pattern) const { return *patterns_[pattern]; }

  /// The sets of words that a word is in, in any of its forms.
  Signs SignsOf(const Word& word) const {
    return Of(word.term) | Of(word.noun_lemma) | Of(word.verb_lemma);
  }
  /// What every word may be: one of an `/expression/`, or of a set for which there was no bit.
  static constexpr Signs kAny = Signs{1} << 63;
  /// Whether some pattern can begin with a word that is written so.
  bool StartsWith(TermId term) const { return term.valid() && starts_[term.value()]; }

  /// The patterns that need nothing but what a sentence has.
  Set Possible(Signs sentence) const;
  Set Needing(SlotKind kind) const { return needing_[static_cast<size_t>(kind)]; }
  /// The patterns that may begin with one of `first`, and behind it with one of `next`.
  Set Beginning(Signs first, Signs next) const;
  /// … whatever stands behind it.
  Set Beginning(Signs first) const { return Beginning(first, ~Signs{0}); }

 private:
  struct Rest;  // what of a pattern is still to come
  template <class Visit>
  bool VisitFirst(Rest rest, const Visit& visit) const;

  Signs Of(TermId term) const { return term.valid() ? signs_[term.value()] : 0; }
  Signs SignOf(const PhraseElement& element);

  static constexpr size_t kSigns = 64;
  std::vector<const Phrase*> patterns_;   // in the order of names.yaml
  std::vector<const WordSet*> sets_;      // words that patterns ask for, alternatives as one
  std::vector<Signs> signs_;              // by TermId: of the sets that it is in
  std::vector<bool> starts_;              // by TermId
  Signs needed_ = 0;                      // what some pattern needs
  std::array<Set, kSigns> needing_ = {};  // by sign
  std::array<Set, kSigns> ending_ = {};   // by first sign: patterns behind which anything may stand
  std::array<std::array<Set, kSigns>, kSigns> beginning_ = {};  // by the first and the next sign
};

}  // namespace telex
