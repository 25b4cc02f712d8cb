// Drafter: turns candidates into drafts: resolves the roles, finds the date and the place, and
// drops what nobody takes part in.
//
// Works through the candidates in text order, since "both sides" reads the parties of the event
// before. Immutable; one Resolver of the story is handed in.
#pragma once

#include <vector>

#include "pipeline/discourse/date_finder.h"
#include "pipeline/discourse/draft.h"
#include "pipeline/discourse/homes.h"
#include "pipeline/discourse/place_finder.h"
#include "pipeline/language/dates.h"

namespace telex {

class Drafter {
 public:
  Drafter(const RuleSet& rules, const TermFlags& flags)
      : rules_(rules),
        flags_(flags),
        dates_(rules, flags),
        places_(rules, flags),
        homes_(rules, flags) {}
  /// Replaces `drafts`.
  void Run(const StoryView& view, const std::vector<Candidate>& candidates, Anchor anchor,
           Resolver& resolver, std::vector<Draft>* drafts) const;

 private:
  Referents PartiesOf(const StoryView& view, NounPhraseId list, Resolver& resolver) const;
  Referents ResolveRole(NounPhraseId phrase, SlotKind kind, Resolver& resolver) const;
  bool HasParties(const StoryView& view, const Draft& draft, bool was_own) const;
  bool IsAnybody(const StoryView& view, const Draft& draft) const;
  bool IsSpokenOf(const StoryView& view, const Candidate& candidate) const;
  void RemoveOwnState(const Resolver& resolver, Draft* draft) const;
  Referents SpokesmanOf(const StoryView& view, const Candidate& candidate, uint32_t state,
                        Resolver& resolver) const;
  Referents SpeakerForOwn(const StoryView& view, const Draft& draft, Resolver& resolver) const;
  void SpeakFor(const StoryView& view, Resolver& resolver, Draft* draft) const;
  void NameStates(const StoryView& view, const Resolver& resolver, Draft* draft) const;
  Referents FindAttribution(const StoryView& view, const Candidate& candidate, uint64_t verbs,
                            Resolver& resolver) const;
  void SetDate(const StoryView& view, Anchor anchor, const DateMention* date, Draft* draft) const;
  void TakeFromSpeech(const StoryView& view, Anchor anchor, Resolver& resolver, Draft* draft) const;
  bool IsWitness(const StoryView& view, const Referent& one) const;
  bool IsVague(const StoryView& view, const Referent& one) const;
  bool TakeSpeaker(const StoryView& view, const Candidate& candidate, Resolver& resolver,
                   Draft* draft) const;

  const RuleSet& rules_;
  const TermFlags& flags_;
  DateFinder dates_;
  PlaceFinder places_;
  Homes homes_;
};

}  // namespace telex
