// InnerEvents: the events of a story that may fill a slot <what:event> of another.
//
// The matchers read in rounds. Events that ask for no inner event come first; then those whose
// inner event was read in a round before, so that "urged Iran to end its threats" is put together
// from the inside. A candidate counts here whether or not it comes out by itself: one that the
// context holds back, one that lost its words to another, and a noun of an event whose doer nobody
// names. Made for one story and one round; reads the pool it was given.
#pragma once

#include <vector>

#include "pipeline/events/candidate.h"
#include "pipeline/events/event_phrases.h"
#include "pipeline/events/frame_match.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

class InnerEvents {
 public:
  static constexpr int kMostRounds = 3;        // inner events of inner events
  static constexpr uint32_t kMostReach = 12;   // clauses behind a verb among which its content is
  static constexpr uint32_t kMostPhrases = 3;  // between a noun and its infinitive

  /// `pool` must be sorted by ComesBefore and outlive this.
  InnerEvents(const EventPhrases& phrases, const std::vector<Candidate>& pool, SentenceKeys* keys)
      : phrases_(phrases), pool_(pool), keys_(keys) {}

  /// The best candidate at `trigger` of one of `types`, or nullptr.
  const Candidate* At(const StoryView& view, TokenIndex trigger, uint64_t types) const;

 private:
  const EventPhrases& phrases_;
  const std::vector<Candidate>& pool_;
  SentenceKeys* keys_;
};

/// By trigger, and on one trigger the better first: more roles filled; more words of pattern; the
/// narrower type (its rank in the ontology); the rule that stands first; the pattern that stands
/// first. A total order, so that two runs agree.
bool ComesBefore(const RuleSet& rules, const Candidate& a, const Candidate& b);

/// Gives the candidate the content that its slot found, and counts it where it is an event.
/// `inner` is null for <what:clause>.
void Fill(const Candidate* inner, ClauseId clause, NounPhraseId noun, Candidate* candidate);

/// Gives roles that no slot filled from the inner event, as the rule says. Nobody acts upon
/// himself.
void Lend(const Syntax& syntax, const TermFlags& flags, const Rule& rule, Candidate* candidate);

}  // namespace telex
