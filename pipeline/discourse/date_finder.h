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
      : rules_(rules),
        flags_(flags),
        same_time_(rules.List("same_time")),
        later_than_(rules.List("later_than")),
        whole_days_(rules.List("whole_days")),
        day_parts_(rules.List("day_parts")) {}
  /// Null where the text gives none.
  const DateMention* Find(const StoryView& view, const Candidate& candidate) const;
  /// The date of the clause `host`, as the candidate would have it if it were that clause's verb:
  /// "said on Monday" of what was said.
  const DateMention* OfClause(const StoryView& view, const Candidate& candidate,
                              ClauseId host) const;
  /// "a day after Oman shelled the town": the words that say how far the event is from the day of
  /// the clause over it, with its day, empty where that one has none. Null where none do.
  const DateMention* StepFrom(const StoryView& view, const Candidate& candidate, Anchor anchor,
                              std::string* day) const;
  /// "earlier in the day", "at dawn": the words that told a day last, if it is none to come, with
  /// that day. Null where nothing says so.
  const DateMention* OfSameDay(const StoryView& view, const Candidate& candidate, Anchor anchor,
                               std::string* day) const;
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
  bool IsInRelative(const StoryView& view, const Candidate& candidate,
                    const DateMention& date) const;
  const DateMention* HostOfStep(const StoryView& view, const Candidate& candidate,
                                ClauseId* host) const;
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
  const TermSet& same_time_;   // *when*, *as*: of what goes on at once
  const TermSet& later_than_;  // list `later_than`: two days *after* the raid
  const TermSet& whole_days_;  // list `whole_days`: earlier in the *day*
  const TermSet& day_parts_;   // list `day_parts`: at *dawn*
};

}  // namespace telex
