// PlaceFinder: the place that an event takes from its own sentence.
//
// Asked by the Drafter for every candidate; what the story tells elsewhere is for scenes.h.
// Immutable; stateless between calls.
#pragma once

#include "pipeline/events/candidate.h"
#include "pipeline/events/frame_match.h"
#include "pipeline/language/layers.h"
#include "pipeline/language/term_flags.h"

namespace telex {

class PlaceFinder {
 public:
  PlaceFinder(const RuleSet& rules, const TermFlags& flags);
  /// The phrase that names it; none where the sentence does not say.
  NounPhraseId Find(const StoryView& view, const Candidate& candidate) const;
  /// The place right beside the day that the event has: "in Oslo on Monday", "on Monday in Oslo".
  NounPhraseId Beside(const StoryView& view, const Candidate& candidate,
                      const DateMention& date) const;
  /// The place of the clause `host`, as the candidate would have it if it were that clause's verb:
  /// "said in Oslo" of what was said.
  NounPhraseId OfClause(const StoryView& view, const Candidate& candidate, ClauseId host) const;

 private:
  NounPhraseId PlaceOfNoun(const StoryView& view, const Candidate& candidate) const;
  NounPhraseId PlaceOfClause(const StoryView& view, const Candidate& candidate,
                             ClauseId clause) const;
  NounPhraseId PlaceOfJourney(const StoryView& view, const Clause& clause) const;
  NounPhraseId PlaceOfGoingOn(const StoryView& view, const Candidate& candidate, ClauseId id) const;
  NounPhraseId PlaceOfOthers(const StoryView& view, const Candidate& candidate) const;
  NounPhraseId PlaceOfClausesBelow(const StoryView& view, const Candidate& candidate) const;
  NounPhraseId NamedBy(const StoryView& view, const Candidate& candidate, TermId preposition,
                       NounPhraseId phrase) const;
  NounPhraseId PlaceOfGoal(const StoryView& view, const Clause& clause) const;
  NounPhraseId WholeOf(const StoryView& view, NounPhraseId phrase) const;
  NounPhraseId PlaceOfSentence(const StoryView& view, const Candidate& candidate) const;
  NounPhraseId PlaceOfSubject(const StoryView& view, const Candidate& candidate) const;
  NounPhraseId PlaceOfParties(const StoryView& view, const Candidate& candidate) const;
  NounPhraseId TownOfClause(const StoryView& view, const Candidate& candidate) const;
  ClauseId ToldUnder(const StoryView& view, ClauseId id, bool spoken) const;
  bool IsToldWith(const StoryView& view, const Candidate& candidate, ClauseId id) const;
  bool IsOfTopic(const StoryView& view, const Candidate& candidate, NounPhraseId place) const;
  NounPhraseId PlaceBehind(const StoryView& view, NounPhraseId phrase) const;
  NounPhraseId PlaceOfHost(const StoryView& view, const Candidate& candidate) const;
  NounPhraseId TownIn(const StoryView& view, NounPhraseId phrase) const;
  bool IsUnknownName(const StoryView& view, NounPhraseId phrase) const;
  bool IsLand(const StoryView& view, NounPhraseId phrase) const;
  bool IsUnknownPlace(const StoryView& view, NounPhraseId phrase) const;
  bool IsSite(const StoryView& view, NounPhraseId phrase) const;
  bool IsGathering(const StoryView& view, NounPhraseId phrase) const;
  bool IsStay(const StoryView& view, NounPhraseId phrase) const;
  bool OpensScene(const StoryView& view, TermId preposition, NounPhraseId phrase) const;
  /// The phrase that ends right before a preposition which stands before `phrase`.
  static NounPhraseId PhraseBefore(const StoryView& view, NounPhraseId phrase);
  /// Whether `part` is the whole or stands behind its "of".
  static bool IsWithin(const StoryView& view, NounPhraseId whole, NounPhraseId part);
  bool IsSpeechAct(const Candidate& candidate) const {
    return rules_.types[candidate.type.value()].speech_act;
  }
  bool IsDeed(const Candidate& candidate) const {
    return !IsSpeechAct(candidate) && !rules_.types[candidate.type.value()].symmetric;
  }

  // By telephone: who takes part is nowhere together.
  bool IsRemote(const Candidate& candidate) const {
    const EventType& type = rules_.types[candidate.type.value()];
    return type.symmetric && !type.on_site && !type.alone;
  }

  const RuleSet& rules_;
  const TermFlags& flags_;
  const TermSet& same_time_;           // list `same_time`: *when* it fired
  const TermSet& aims_;                // list `aim_prepositions`: fired *at* a base in Iraq
  const TermSet& topic_prepositions_;  // list `topic_prepositions`: *on* the talks
  const TermSet& goals_;               // list `goal_prepositions`: sent *to* Iraq
  const TermSet& stays_;               // list `stay_nouns`: upon his *arrival* in Oslo
  const TermSet& lands_;               // list `land_prepositions`: *on* Rathlin Island
  const TermSet& land_nouns_;          // list `land_nouns`
  const TermSet& sites_;               // list `site_nouns`: the Fataki *camp*
  const TermSet& parts_;               // list `parts_of_places`: the *center* of Tbilisi
  const TermSet& hosting_;             // list `hosting_verbs`: Oslo *hosted* talks
  const TermSet& gatherings_;          // list `gathering_nouns`: told a news *conference* in Oslo
  const TermSet& being_;               // list `being_verbs`: who *are* in Oslo
  const TermSet& leaving_;             // list `leaving_verbs`: *left* Oslo
};

}  // namespace telex
