// TakeWholeSubject: a phrase pattern that begins with its source reads the words right before the
// verb, "the committee" of "the head of the committee called"; the source is the subject that they
// belong to. Shared by the matcher and its reference.
#pragma once

#include "pipeline/events/candidate.h"
#include "pipeline/events/following.h"
#include "pipeline/events/slots.h"

namespace telex {

inline void TakeWholeSubject(const Syntax& syntax, Candidate* candidate) {
  NounPhraseId& source = candidate->roles[static_cast<size_t>(Role::kSource)];
  if (!source.valid() || !candidate->clause.valid()) return;
  const Clause& clause = syntax[candidate->clause];
  if (!clause.subject.valid() || clause.verb.passive || clause.subject == source) return;
  const NounPhrase& subject = syntax[clause.subject];
  if (!IsActor(subject) || syntax[source].range.end > clause.verb.range.begin) return;
  for (FollowingPhrases next(syntax, subject); next.valid(); next.Advance())
    if (next.phrase() == source) {
      source = clause.subject;
      return;
    }
}

}  // namespace telex
