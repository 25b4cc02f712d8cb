// Matcher: finds every place of a story where a rule reads an event.
//
// Frames are looked up by the lemma of a clause's verb or of a phrase's head, phrases by a word
// that they cannot do without. What a `never:` vetoes or the context holds back is left out. Of
// several candidates on one trigger the best comes first (ComesBefore has the order), and a few
// runners-up behind it, in case that nobody takes part in it. Candidates come out in text
// order. The slow reference (reference.h) finds the same ones by trying everything. Immutable; Run
// may be called from any number of threads.
#pragma once

#include <vector>

#include "pipeline/events/candidate.h"
#include "pipeline/events/event_phrases.h"
#include "pipeline/events/frame_heads.h"
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
  /// What a run works with; reused from story to story, by one thread.
  class Workspace;

  Matcher(const RuleSet& rules, const TermFlags& flags);
  /// Replaces `candidates`. `losers` may be null.
  void Run(const StoryView& view, Workspace& work, std::vector<Candidate>* candidates,
           std::vector<Loser>* losers) const;
  /// Every candidate before overlap and context, and the loose ones, sorted for InnerEvents: what
  /// an event of the story may be put together from.
  void Gather(const StoryView& view, Workspace& work, std::vector<Candidate>* pool) const;

 private:
  /// A place where a frame may lie.
  struct Place {
    FrameId frame;
    ClauseId clause;  // one of these two
    NounPhraseId phrase;
    uint32_t sentence = 0;
    bool certain = true;  // the head is one of the frame's
  };
  /// The clauses and phrases of a sentence that have frames; the frames that it may have there.
  void FindHeads(const StoryView& view, uint32_t sentence, Workspace& work) const;
  void FindPlaces(const StoryView& view, uint32_t sentence, Workspace& work) const;
  /// Adds what lies there; what asks for an inner event has to wait.
  void TryPlaces(const StoryView& view, Workspace& work, std::vector<Candidate>* candidates) const;
  /// What the frame makes of its place, loose or not; false where it does not lie there.
  bool Try(const StoryView& view, const Place& place, const InnerEvents* inner,
           Candidate* candidate) const;
  /// Adds what has inner events among the other candidates, round by round from the inside.
  void Compose(const StoryView& view, Workspace& work, std::vector<Candidate>* candidates,
               std::vector<Loser>* losers) const;
  void KeepBest(const StoryView& view, std::vector<Candidate>* candidates,
                std::vector<Loser>* losers) const;
  void Read(const StoryView& view, Workspace& work, std::vector<Candidate>* candidates,
            std::vector<Loser>* losers) const;
  std::vector<Candidate> PoolOf(const Workspace& work,
                                const std::vector<Candidate>& candidates) const;

  const RuleSet& rules_;
  FrameMatch frames_;
  EventPhrases phrases_;
  SpeechMatch speech_;
  StatusReader status_;
  FrameHeads by_verb_, by_noun_;
  std::vector<FrameId> verbal_by_regex_, nominal_by_regex_;
};

class Matcher::Workspace {
 public:
  explicit Workspace(const RuleSet& rules) : keys_(rules.keys) {}

 private:
  friend class Matcher;
  struct Head {
    TermId lemma;  // of the frames that ask for no expression, or none
    ClauseId clause;
    NounPhraseId phrase;
  };
  SentenceKeys keys_;
  std::vector<Head> heads_;    // of a sentence
  std::vector<Place> places_;  // likewise
  std::vector<Candidate> loose_;
  std::vector<Place> composed_;
};

}  // namespace telex
