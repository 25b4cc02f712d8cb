// SpeechMatch: lays `speech:` frames on what is said: "Fidan said that all sides must show
// restraint".
//
//     speech: <target> must|should <what:clause>
//
// The frame's words are the auxiliary of the clause that is said, its subject slot takes that
// clause's subject; the source is whoever says it, by a that-clause, without "that", or around a
// quotation of the same sentence. What is wanted of the speaker himself ("we must …") is no event.
// Immutable; safe to share between threads.
#pragma once

#include <vector>

#include "pipeline/events/candidate.h"
#include "pipeline/events/frame_match.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

class SpeechMatch {
 public:
  SpeechMatch(const RuleSet& rules, const TermFlags& flags);
  /// Appends a candidate for every frame that lies on a clause of the sentence.
  void Run(const StoryView& view, uint32_t sentence, std::vector<Candidate>* candidates) const;

 private:
  ClauseId Speaking(const StoryView& view, ClauseId said) const;

  const RuleSet& rules_;
  const TermFlags& flags_;
  std::vector<FrameId> frames_;
};

}  // namespace telex
