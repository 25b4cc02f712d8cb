// OtherParty: whom an event may concern where nothing else tells: a guess, the last of all.
//
// Who else is named behind the event's verb, in its clause or one that hangs on it; who else the
// sentence begins with ("In reply to Oman's remarks, the minister warned"); with whom its doer has
// to do in what was told right before. Nobody of the doer's own state, and no place. Immutable; one
// Resolver of the story is handed in.
#pragma once

#include "pipeline/discourse/draft.h"
#include "pipeline/discourse/resolver.h"

namespace telex {

class OtherParty {
 public:
  OtherParty(const RuleSet& rules, const TermFlags& flags)
      : rules_(rules),
        flags_(flags),
        prepositions_(rules.List("content_prepositions")),
        between_two_(rules.List("prepositions_between_two")),
        motion_(rules.List("returning_verbs")),
        company_(rules.List("company_prepositions")),
        talks_(rules.List("gathering_nouns")) {}
  /// Nobody where there is nobody to guess. `drafts` are in text order.
  Referents Of(const StoryView& view, const std::vector<Draft>& drafts, size_t at,
               Resolver& resolver) const;

  /// Who is named behind the event's word, in its clause or in one that hangs on it.
  Referents Behind(const StoryView& view, const Draft& draft, Resolver& resolver) const;

 private:
  const EventType& TypeOf(const Draft& draft) const {
    return rules_.types[draft.candidate.type.value()];
  }
  bool IsOwn(const Draft& draft, const Referent& one, const Resolver& resolver) const;
  bool IsOfTalks(const StoryView& view, const NounPhrase& phrase) const;
  Referents Others(const StoryView& view, const Draft& draft, NounPhraseId id,
                   Resolver& resolver) const;
  Referents Before(const StoryView& view, const Draft& draft, Resolver& resolver) const;
  bool IsOpponentAtHome(const StoryView& view, const Draft& draft, const Referent& one) const;
  void AddParty(const Referent& one, bool together, const Draft& draft, const Resolver& resolver,
                Referents* all) const;
  Referents Opponent(const StoryView& view, const std::vector<Draft>& drafts, size_t at,
                     const Resolver& resolver) const;
  Referents Mediated(const std::vector<Draft>& drafts, size_t at, const Resolver& resolver) const;

  const RuleSet& rules_;
  const TermFlags& flags_;
  const TermSet& prepositions_;  // list `content_prepositions`: with, to, against
  const TermSet& between_two_;   // list `prepositions_between_two`: with, from
  const TermSet& motion_;        // list `returning_verbs`: return, go
  const TermSet& company_;       // list `company_prepositions`: with
  const TermSet& talks_;         // list `gathering_nouns`: meeting, talk
};

}  // namespace telex
