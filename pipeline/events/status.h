// StatusReader: is the event of a candidate actual, planned, negated or only possible, or merely
// spoken of?
//
// Reads what stands over the event: the auxiliaries and negation of its own verb, the verbs and
// nouns that govern it
// ("is expected to", "called off", "a plan for") as far up as they go, the words before its noun
// ("an upcoming visit"). The cues are rules/context.yaml; the first that fits wins. Immutable; safe
// to share between threads.
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

  const ContextCue* Find(const Cues& cues, TermId word, TermId particle) const;
  const ContextCue* Governor(const StoryView& view, const Clause& clause, TermId particle) const;
  bool Apply(const ContextCue* cue, StatusReading* reading) const;
  bool SpeaksItself(const StoryView& view, const Clause& clause) const;
  void ReadVerb(const StoryView& view, ClauseId clause, StatusReading* reading) const;
  bool GovernedByNoun(const StoryView& view, TokenIndex verb, StatusReading* reading) const;
  bool IsPurpose(const StoryView& view, const Clause& governor, TokenIndex before) const;
  void ReadAbove(const StoryView& view, ClauseId clause, bool deed, StatusReading* reading) const;
  void ReadNoun(const StoryView& view, NounPhraseId noun, bool speech_act,
                StatusReading* reading) const;

  const RuleSet& rules_;
  const TermFlags& flags_;
  Cues modals_, introducers_, governors_, adjectives_, modifiers_;
  ContextCue purpose_;  // "sent arms to defend": meant, and no cue of the context says so
};

}  // namespace telex
