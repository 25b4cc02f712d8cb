// StandsBeside: whether a noun phrase tells when or where the deed of its clause was done, as in
// "said in a call", "told reporters at the end of a visit". Whose clause it is, his the call and
// the visit are. Shared by the matcher and its reference.
#pragma once

#include "pipeline/events/frame_match.h"

namespace telex {

/// The phrase that `id` is the time or edge of: "the end" of "a visit"; `id` itself elsewhere.
inline NounPhraseId EdgeOf(const StoryView& view, const TermFlags& flags, NounPhraseId id) {
  if (id.value() == 0 || !flags.Has(view.syntax[id].preposition, kOfPreposition)) return id;
  const NounPhraseId before(id.value() - 1);
  const NounPhrase& edge = view.syntax[before];
  return edge.of == id && flags.Has(view.At(edge.head).noun_lemma, kMarginNoun) ? before : id;
}

inline bool StandsBeside(const StoryView& view, const TermFlags& flags, NounPhraseId id) {
  const NounPhrase& phrase = view.syntax[EdgeOf(view, flags, id)];
  return phrase.position == NounPhrase::Position::kComplement &&
         flags.Has(phrase.preposition, kAdjunctPreposition);
}

}  // namespace telex
