// ContentTargets: whom it concerns what somebody threatens, refuses or promises to do.
//
// "threatened to punish *Oman*", "refused to hand the fort over to *Chad*", "threatened to close
// *the mission's* office": the object of the content, who stands there behind a preposition, or
// whose thing it is. Asked by ImpliedTargets for types with `on_content`. Immutable; one Resolver
// of the story is handed in.
#pragma once

#include "pipeline/discourse/draft.h"

namespace telex {

class ContentTargets {
 public:
  explicit ContentTargets(const RuleSet& rules);
  /// Nobody where the content names none but those who speak and their own.
  Referents Of(const StoryView& view, const Draft& draft, Resolver& resolver) const;

 private:
  ClauseId ContentOf(const StoryView& view, const Candidate& candidate) const;
  Referents In(const StoryView& view, const Draft& draft, const Clause& clause,
               Resolver& resolver) const;
  Referents Others(const Draft& draft, NounPhraseId phrase, SlotKind kind,
                   Resolver& resolver) const;
  bool IsOwn(const StoryView& view, const Draft& draft, NounPhraseId possessor,
             Resolver& resolver) const;
  bool IsInstrument(const NounPhrase& phrase) const;

  const RuleSet& rules_;
  const TermSet& prepositions_;  // list `content_prepositions`: to, with, against
  const TermSet& sending_;       // list `giving_verbs`: send, deploy *doctors*
  const TermSet& motion_;        // list `returning_verbs`: return, go *to Kenya*
};

}  // namespace telex
