// DateFinder: the date that an event takes from its own sentence, and the day that a lead gives to
// the talks in which its news was said.
//
// Asked by the Drafter for every candidate; what the story tells elsewhere is for scenes.h.
// Immutable; stateless between calls.
#pragma once

#include <string>

#include "pipeline/discourse/resolver.h"
#include "pipeline/events/candidate.h"
#include "pipeline/events/frame_match.h"
#include "pipeline/language/dates.h"
#include "pipeline/language/term_flags.h"

namespace telex {

class DateFinder {
 public:
  DateFinder(const RuleSet& rules, const TermFlags& flags)
      : rules_(rules), flags_(flags), same_time_(rules.List("same_time")) {}
  /// Null where the text gives none.
  const DateMention* Find(const StoryView& view, const Candidate& candidate) const;
  /// The date of the clause `host`, as the candidate would have it if it were that clause's verb:
  /// "said on Monday" of what was said.
  const DateMention* OfClause(const StoryView& view, const Candidate& candidate,
                              ClauseId host) const;
  /// The value of `date` for an event of this status, without a time of day: what was done was not
  /// done on a day to come, what is planned is. Empty where no day fits.
  std::string DayFor(const StoryView& view, const DateMention& date, const Candidate& candidate,
                     Anchor anchor) const;
  /// Whether the sentence of `candidate` has a date that may be its own: not one that a quotation
  /// speaks of, nor a year in the name of a thing ("the 2015 treaty").
  bool TellsDay(const StoryView& view, const Resolver& resolver, const Candidate& candidate) const;
  /// Whether the words around an event that no finite verb tells say that it is still to come on
  /// `date`.
  bool IsToCome(const StoryView& view, const Candidate& candidate, const DateMention& date,
                Anchor anchor) const;

 private:
  const DateMention* OfSentence(const StoryView& view, const Candidate& candidate) const;
  const DateMention* OfClausesAbove(const StoryView& view, const Candidate& candidate) const;
  const DateMention* OfClausesBelow(const StoryView& view, const Candidate& candidate) const;
  const DateMention* OfLead(const StoryView& view, const Candidate& candidate) const;
  bool IsOtherVerb(const StoryView& view, const Candidate& candidate, ClauseId id) const;
  bool BelongsToSpeech(const StoryView& view, const Candidate& candidate,
                       const DateMention& date) const;
  bool BelongsToThing(const StoryView& view, const Candidate& candidate,
                      const DateMention& date) const;
  bool BelongsToVerb(const StoryView& view, const Candidate& candidate,
                     const DateMention& date) const;
  bool BelongsToGovernor(const StoryView& view, const Candidate& candidate,
                         const DateMention& date) const;
  bool BelongsToContent(const StoryView& view, const Candidate& candidate,
                        const DateMention& date) const;
  bool IsSpokenOf(const StoryView& view, const Candidate& candidate) const;
  bool IsOccasion(const StoryView& view, const Clause& clause, NounPhraseId thing) const;
  bool IsSpeechAct(const Candidate& candidate) const {
    return rules_.types[candidate.type.value()].speech_act;
  }

  const RuleSet& rules_;
  const TermFlags& flags_;
  const TermSet& same_time_;  // *when*, *as*: of what goes on at once
};

}  // namespace telex
