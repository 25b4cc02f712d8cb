// TakeWholeSubject: a phrase pattern that begins with its source reads the words right before the
// verb, "the committee" of "the head of the committee called", "a nurse" of "Rosa Quispe, a nurse,
// called"; the source, in a passive the target, is the subject that they belong to. Shared by the
// matcher and its reference.
#pragma once

#include "pipeline/events/candidate.h"
#include "pipeline/events/following.h"
#include "pipeline/events/slots.h"

namespace telex {

/// Whether `part` belongs to the subject: behind its prepositions, or an apposition of it.
inline bool IsPartOfSubject(const Syntax& syntax, NounPhraseId subject, NounPhraseId part) {
  for (FollowingPhrases next(syntax, syntax[subject]); next.valid(); next.Advance())
    if (next.phrase() == part) return true;
  const uint32_t item = syntax[subject].item, own = syntax[part].item;
  return item < syntax.items.size() && own == item + 2 &&
         syntax.items[item + 1].kind == Item::Kind::kComma && !syntax[subject].next.valid();
}

inline void TakeWholeSubject(const Syntax& syntax, Candidate* candidate) {
  if (!candidate->clause.valid()) return;
  const Clause& clause = syntax[candidate->clause];
  const NounPhraseId subject = clause.subject;
  if (!subject.valid() || !IsActor(syntax[subject])) return;
  NounPhraseId& role =
      candidate->roles[static_cast<size_t>(clause.verb.passive ? Role::kTarget : Role::kSource)];
  if (!role.valid() || role == subject || syntax[role].range.end > clause.verb.range.begin) return;
  if (IsPartOfSubject(syntax, subject, role)) role = subject;
}

}  // namespace telex
