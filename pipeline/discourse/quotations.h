// Quotations: what stands between quotation marks, and who says it.
//
// A quotation ends at its mark; where a paragraph ends without one, the next paragraph goes on with
// it if it opens with a mark again. Its speaker is the subject of the nearest verb of speech
// outside the marks in its sentences ("…," said Fidan), whom "according to" names, whoever the
// sentence before it announces ("Fidan added:"), or who spoke last. One serves one run over one
// story; not shared between threads.
#pragma once

#include <vector>

#include "pipeline/events/frame_match.h"
#include "pipeline/language/syntax.h"
#include "pipeline/language/term_flags.h"

namespace telex {

struct Quotation {
  TokenRange range;      // with its marks
  NounPhraseId speaker;  // not valid where nobody is told
};

class Quotations {
 public:
  Quotations(const RuleSet& rules, const TermFlags& flags, const StoryView& view);

  /// The quotation that `token` stands in, or nullptr.
  const Quotation* At(TokenIndex token) const;
  /// Who says so, by a verb of speech beside the clause of `token` and over none of its own: "…, an
  /// official said", "according to the ministry, …"; not valid where nobody does.
  NounPhraseId SpeakerBeside(TokenIndex token) const;
  /// The number of the sentence that `token` stands in.
  uint32_t SentenceOf(TokenIndex token) const;

 private:
  void Find();
  void Add(TokenIndex begin, TokenIndex end);
  void FindSpeaker(size_t index);
  NounPhraseId SpeakerOf(const Clause& clause) const;
  NounPhraseId LastSpeaker(uint32_t sentence) const;

  const TermSet& participles_;  // list `attributing_participles`: according
  const TermSet& quoting_;      // list `quoting_verbs`
  const TermFlags& flags_;
  const StoryView& view_;
  std::vector<Quotation> quotations_;  // in text order, not overlapping
};

}  // namespace telex
