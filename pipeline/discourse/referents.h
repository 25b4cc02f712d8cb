// What the files of the Resolver share: how far it reaches, and small functions on referents.
// Internal to discourse/.
#pragma once

#include <algorithm>

#include "pipeline/discourse/resolver.h"

namespace telex {

inline constexpr int kMostDepth = 6;           // a pronoun whose antecedent is a pronoun …
inline constexpr uint32_t kSentencesBack = 4;  // how far "he" reaches back for a subject
inline constexpr size_t kPhrasesBack =
    2000;  // how far anything reaches back; keeps the work linear in the story
inline constexpr uint32_t kNone = NounPhrase::kNone;

inline size_t FarthestBack(NounPhraseId id) {
  return id.value() > kPhrasesBack ? id.value() - kPhrasesBack : 0;
}

inline Referent PersonReferent(PersonId person, NounPhraseId phrase) {
  return {Referent::Kind::kPerson, person.value(), phrase};
}

inline void AddOnce(Referents* all, const Referent& one) {
  if (std::find(all->begin(), all->end(), one) == all->end()) all->push_back(one);
}

}  // namespace telex
