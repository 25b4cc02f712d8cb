// StatusReader: is the event of a candidate actual, planned, negated or only possible, or merely
// spoken of?
//
// Reads what stands over the event: the auxiliaries, adverbs and negation of its own verb, then
// what its clause or noun hangs on (a verb, a noun, a preposition, a subordinator), as far up as
// they go, the words before its noun ("an upcoming visit") and the mark at the end. The cues are
// rules/context.yaml; the first that fits wins. status.cc has the cues and the event's own clause,
// status_above.cc the way up, status_nouns.cc events that are nouns. Immutable; safe to share
// between threads.
#pragma once

#include <unordered_map>
#include <vector>

#include "pipeline/events/candidate.h"
#include "pipeline/events/frame_match.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

struct StatusReading {
  EventStatus status = EventStatus::kActual;
  bool held = false;                // the event is only spoken of: it does not come out
  bool historical = false;          // it is remembered
  const ContextCue* cue = nullptr;  // what decided, for `telex explain`
};

class StatusReader {
 public:
  StatusReader(const RuleSet& rules, const TermFlags& flags);
  StatusReading Read(const StoryView& view, const Candidate& candidate) const;

 private:
  using Cues = std::unordered_map<TermId, std::vector<const ContextCue*>>;
  using Link = ContextCue::Link;
  // What an event is: a deed, which the hypothetical makes nothing; a meeting, a visit and the
  // like, which are planned and called off; an act of speech.
  enum class Weight : uint8_t { kDeed, kStaged, kSpeech };
  struct Walk {
    const StoryView& view;
    Weight weight;
    StatusReading reading;
    int steps = 0;      // upwards, so far
    bool told = false;  // in a clause that somebody says or knows: only cues hold it back now
  };

  // Cues.
  const ContextCue* Find(const Cues& cues, TermId word, TermId particle, uint8_t link) const;
  const ContextCue* FindNamed(const Cues& cues, TermId word, TermId particle, uint8_t link) const;
  const ContextCue* OfNoun(const StoryView& view, NounPhraseId noun, TermId particle,
                           uint8_t link) const;
  const ContextCue* OfClause(const StoryView& view, const Clause& clause, uint8_t link) const;
  void Hold(const ContextCue* cue, Walk* walk) const;
  void HoldUntold(Walk* walk) const;
  void Negate(const ContextCue* cue, Walk* walk) const;
  void Settle(const ContextCue* cue, bool negated, Walk* walk) const;

  // The clause itself.
  bool IsNone(const StoryView& view, NounPhraseId noun) const;
  bool IsNegated(const StoryView& view, const Clause& clause) const;
  bool SpeaksItself(const StoryView& view, const Clause& clause) const;
  const Clause* Auxiliary(const StoryView& view, ClauseId id) const;
  bool IsReported(const StoryView& view, ClauseId id) const;
  bool HasCondition(const StoryView& view, ClauseId id) const;
  void ReadIntroducer(const Clause& clause, Walk* walk) const;
  void ReadTense(const Clause& clause, Walk* walk) const;
  void ReadModal(ClauseId id, bool negated, Walk* walk) const;
  void ReadAdverbs(const Clause& clause, Walk* walk) const;
  bool NegatedByParty(ClauseId id, bool object, Walk* walk) const;
  void ReadVerb(ClauseId id, bool object, Walk* walk) const;
  void ReadMark(TokenIndex trigger, uint32_t sentence, Walk* walk) const;

  // The way up.
  ClauseId Leader(const StoryView& view, ClauseId id) const;
  bool IsGerundSubject(const StoryView& view, ClauseId id) const;
  bool IsPurpose(const StoryView& view, const Clause& governor, TokenIndex before) const;
  NounPhraseId NounBefore(const StoryView& view, TokenIndex token) const;
  bool IsFirst(const StoryView& view, NounPhraseId noun) const;
  void Share(ClauseId above, bool negation, Walk* walk) const;
  ClauseId AboveInfinitive(ClauseId id, Walk* walk) const;
  ClauseId AboveGerund(ClauseId id, Walk* walk) const;
  ClauseId AboveContent(ClauseId id, Walk* walk) const;
  ClauseId AboveRelative(ClauseId id, Walk* walk) const;
  void ReadAbove(ClauseId id, Walk* walk) const;

  // Nouns.
  NounPhraseId NounOver(const StoryView& view, const NounPhrase& noun) const;
  bool Occurs(const StoryView& view, const Clause& clause) const;
  bool ReadModifiers(const NounPhrase& noun, Walk* walk) const;
  void ReadPlace(NounPhraseId id, Walk* walk) const;
  void ReadNoun(NounPhraseId id, Walk* walk) const;

  const RuleSet& rules_;
  const TermFlags& flags_;
  Cues modals_, introducers_, governors_, nouns_, adjectives_, modifiers_, adverbs_, marks_;
  ContextCue purpose_;  // "sent arms to defend": meant, and no cue of the context says so
  ContextCue spoken_;   // what nothing says has happened: "the cost of attacking"
};

}  // namespace telex
