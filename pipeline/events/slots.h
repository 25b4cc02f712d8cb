// Slots: which noun phrases a slot of a frame takes. Shared by every matcher; free functions, no
// state.
#pragma once

#include <algorithm>

#include "pipeline/language/syntax.h"
#include "pipeline/language/words.h"
#include "pipeline/rules/frame.h"

namespace telex {

/// True where the set has this very word or lemma.
inline bool Contains(const WordSet& set, TermId term) {
  return term.valid() && set.MayHave(term) &&
         (std::find(set.lemmas.begin(), set.lemmas.end(), term) != set.lemmas.end() ||
          std::find(set.exact.begin(), set.exact.end(), term) != set.exact.end());
}

/// True where a phrase of this reading can be somebody who acts.
inline bool IsActor(const NounPhrase& phrase) {
  switch (phrase.reading) {
    case Reading::kPerson:
    case Reading::kName:
    case Reading::kCountry:
    case Reading::kOrganization:
    case Reading::kRole:
    case Reading::kPronoun:
      return true;
    case Reading::kThing:
    case Reading::kPlace:
      return false;
  }
  return false;
}

/// True where the role goes to whom the phrase belongs, not to the phrase.
inline bool BelongsTo(SlotKind kind) {
  return kind == SlotKind::kOwner || kind == SlotKind::kAffected || kind == SlotKind::kState;
}

/// People, named or not, but no state: "left Doha for Baku".
inline bool IsSomebody(const NounPhrase& phrase) {
  return IsActor(phrase) && phrase.reading != Reading::kCountry && !phrase.inanimate;
}

inline bool Accepts(SlotKind kind, const NounPhrase& phrase) {
  switch (kind) {
    case SlotKind::kActor:
      return IsActor(phrase);
    case SlotKind::kPerson:
      return phrase.reading == Reading::kPerson ||
             (!phrase.inanimate &&
              (phrase.reading == Reading::kRole || phrase.reading == Reading::kPronoun ||
               phrase.reading == Reading::kName));
    case SlotKind::kPlace:
      return phrase.reading == Reading::kPlace || phrase.reading == Reading::kCountry ||
             phrase.place != NounPhrase::kNone;
    case SlotKind::kOwner:
    case SlotKind::kAffected:
    case SlotKind::kState:  // "the offer of $5 million"
      return !(phrase.reading == Reading::kPronoun && phrase.inanimate && phrase.plural);
    case SlotKind::kThing:
    case SlotKind::kEvent:
    case SlotKind::kClause:
      return true;
    default:
      return false;  // the kinds of name rules
  }
}

}  // namespace telex
