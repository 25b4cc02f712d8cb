// Circumstances: the date and the place that an event takes from its own sentence, and the day that
// a lead gives to the talks in which its news was said.
//
// Asked by the Drafter for every candidate; what the story tells elsewhere is for scenes.h.
// Immutable; stateless between calls.
#pragma once

#include "pipeline/events/candidate.h"
#include "pipeline/events/frame_match.h"
#include "pipeline/language/dates.h"
#include "pipeline/language/term_flags.h"

namespace telex {

class Circumstances {
 public:
  Circumstances(const RuleSet& rules, const TermFlags& flags) : rules_(rules), flags_(flags) {}
  /// Null where the text gives none.
  const DateMention* Date(const StoryView& view, const Candidate& candidate) const;
  /// The phrase that names it; none where the sentence does not say.
  NounPhraseId Place(const StoryView& view, const Candidate& candidate) const;

 private:
  const DateMention* DateOfSentence(const StoryView& view, const Candidate& candidate) const;
  const DateMention* DateOfLead(const StoryView& view, const Candidate& candidate) const;
  bool BelongsToSpeech(const StoryView& view, const Candidate& candidate,
                       const DateMention& date) const;
  bool BelongsToThing(const StoryView& view, const Candidate& candidate,
                      const DateMention& date) const;
  bool IsSpokenOf(const StoryView& view, const Candidate& candidate) const;
  bool BelongsToVerb(const StoryView& view, const Candidate& candidate,
                     const DateMention& date) const;
  NounPhraseId PlaceOfNoun(const StoryView& view, const Candidate& candidate) const;
  NounPhraseId PlaceOfClause(const StoryView& view, const Candidate& candidate,
                             ClauseId clause) const;
  NounPhraseId PlaceOfJourney(const StoryView& view, const Clause& clause) const;
  NounPhraseId PlaceOfOthers(const StoryView& view, const Candidate& candidate) const;
  bool NamesPlace(const StoryView& view, TermId preposition, NounPhraseId phrase) const;
  bool OpensScene(const StoryView& view, TermId preposition, NounPhraseId phrase) const;
  bool IsSpeechAct(const Candidate& candidate) const {
    return rules_.types[candidate.type.value()].speech_act;
  }
  bool IsDeed(const Candidate& candidate) const {
    return !IsSpeechAct(candidate) && !rules_.types[candidate.type.value()].symmetric;
  }

  const RuleSet& rules_;
  const TermFlags& flags_;
};

}  // namespace telex
