// FollowingPhrases: the prepositional phrases right behind a noun phrase, in order, up to the next
// verb or mark.
//
//     for (FollowingPhrases next(syntax, phrase); next.valid(); next.Advance()) …
//     next.preposition(), next.phrase()
#pragma once

#include "pipeline/language/syntax.h"

namespace telex {

class FollowingPhrases {
 public:
  FollowingPhrases(const Syntax& syntax, const NounPhrase& phrase)
      : syntax_(syntax), item_(phrase.item) {
    Advance();
  }
  bool valid() const { return phrase_.valid(); }
  TermId preposition() const { return preposition_; }
  NounPhraseId phrase() const { return phrase_; }

  void Advance() {
    phrase_ = NounPhraseId();
    const auto kind = [&](uint32_t item) {
      return item < syntax_.items.size() ? syntax_.items[item].kind : Item::Kind::kBreak;
    };
    uint32_t at = item_ + 1;
    while (kind(at) == Item::Kind::kOther) ++at;
    if (kind(at) != Item::Kind::kPreposition) return;
    uint32_t next = at + 1;
    while (kind(next) == Item::Kind::kOther) ++next;
    if (kind(next) != Item::Kind::kNounPhrase) return;
    preposition_ = syntax_.items[at].term;
    phrase_ = NounPhraseId(syntax_.items[next].index);
    item_ = next;
  }

 private:
  const Syntax& syntax_;
  uint32_t item_;
  TermId preposition_;
  NounPhraseId phrase_;
};

}  // namespace telex
