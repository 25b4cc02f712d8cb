// Matcher: finds every place of a story where a rule reads an event.
//
// Frames are looked up by the lemma of a clause's verb or of a phrase's head, phrases by a word
// that they cannot do without. What a `never:` vetoes or the context holds back is left out; of
// several candidates on one trigger the best stays (KeepBest has the order). Candidates come out in
// text order. The slow reference (reference.h) finds the same ones by trying everything. Immutable;
// Run may be called from any number of threads.
#pragma once

#include <vector>

#include "pipeline/events/candidate.h"
#include "pipeline/events/frame_match.h"
#include "pipeline/events/speech_match.h"
#include "pipeline/events/status.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

/// What became of candidates that did not come out, for `telex explain`.
struct Loser {
  enum class Reason { kNever, kHeld, kOverlap };
  Candidate candidate;
  Reason reason = Reason::kOverlap;
  RuleId winner;                    // kOverlap
  const ContextCue* cue = nullptr;  // kHeld
};

class Matcher {
 public:
  Matcher(const RuleSet& rules, const TermFlags& flags);
  /// Replaces `candidates`. `losers` may be null.
  void Run(const StoryView& view, std::vector<Candidate>* candidates,
           std::vector<Loser>* losers) const;
  /// Every candidate before overlap and context, and the loose ones, sorted for InnerEvents: what
  /// an event of the story may be put together from.
  void Gather(const StoryView& view, std::vector<Candidate>* pool) const;

 private:
  /// A place where a frame that asks for an inner event may lie.
  struct Place {
    FrameId frame;
    ClauseId clause;  // one of these two
    NounPhraseId phrase;
    uint32_t sentence = 0;
  };
  struct Found {
    std::vector<Candidate>* candidates;
    std::vector<Candidate> loose;
    std::vector<Place> composed;
  };
  void AddVerbal(const StoryView& view, ClauseId clause, Found* found) const;
  void AddNominal(const StoryView& view, NounPhraseId phrase, uint32_t sentence,
                  Found* found) const;
  /// What the frame makes of its place, loose or not; false where it does not lie there.
  bool Try(const StoryView& view, const Place& place, const InnerEvents* inner,
           Candidate* candidate) const;
  /// Adds what has inner events among the other candidates, round by round from the inside.
  void Compose(const StoryView& view, const Found& found, std::vector<Loser>* losers) const;
  void AddPhrases(const StoryView& view, uint32_t sentence,
                  std::vector<Candidate>* candidates) const;
  void Read(const StoryView& view, Found* found, std::vector<Loser>* losers) const;
  std::vector<Candidate> PoolOf(const Found& found) const;

  struct PhraseRule {
    RuleId rule;
    const Phrase* phrase;
    uint32_t pattern;
    uint64_t needed;  // bits of `needed_` that a sentence must have
  };
  const RuleSet& rules_;
  FrameMatch frames_;
  SpeechMatch speech_;
  StatusReader status_;
  // by_verb and by_noun of the rules as arrays by TermId, null where no frame: every clause and
  // phrase asks.
  std::vector<const std::vector<FrameId>*> by_verb_, by_noun_;
  std::vector<FrameId> verbal_by_regex_, nominal_by_regex_;
  std::vector<PhraseRule> phrases_;
  // By TermId: a bit for each of the word sets that the term is in and that some phrase must have.
  // Sets may share a bit.
  std::vector<uint64_t> needed_;
};

/// Matches a rule's token pattern at `begin` in the sentence that ends at `limit`; slots take noun
/// phrases. It must end behind the token `beyond`.
bool MatchEventPhrase(const StoryView& view, const Phrase& phrase, TokenIndex begin,
                      TokenIndex limit, TokenIndex beyond, TokenIndex* end, Candidate* candidate);

/// True where a `never:` of the candidate's rule matches over its trigger.
bool IsVetoed(const RuleSet& rules, const StoryView& view, const Candidate& candidate);

/// Of the candidates on one trigger keeps one, by this order: more roles filled; more words of
/// pattern; the narrower type (its rank in the ontology); the rule that stands first; the pattern
/// that stands first; the one found first in the text. A total order, so that two runs agree. Sorts
/// by trigger.
void KeepBest(const RuleSet& rules, std::vector<Candidate>* candidates, std::vector<Loser>* losers);

}  // namespace telex
