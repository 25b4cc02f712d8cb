// ReferenceMatcher: the slow matcher, which the fast one (matcher.h) is checked against.
//
//     ReferenceMatcher reference(rules, flags);
//     reference.Run(view, &candidates);      // the same candidates as Matcher::Run, field by field
//
// It says what a match is in the plainest way there is: every verbal frame at every clause, every
// nominal frame at every noun phrase, every phrase at every token, in every way it can be read; no
// index, no laziness, no early end. It shares the rules, the layers, the kinds of slots (slots.h)
// and the status (status.h) with the fast matcher, and nothing else. `telex run --reference` and
// tests/reference_test.cc use it. Immutable; Run may be called from any number of threads.
#pragma once

#include <optional>
#include <vector>

#include "pipeline/events/candidate.h"
#include "pipeline/events/frame_match.h"
#include "pipeline/events/status.h"
#include "pipeline/language/term_flags.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

class ReferenceMatcher {
 public:
  ReferenceMatcher(const RuleSet& rules, const TermFlags& flags)
      : rules_(rules), flags_(flags), status_(rules, flags) {}

  /// Replaces `candidates`.
  void Run(const StoryView& view, std::vector<Candidate>* candidates) const;

 private:
  // reference_frames.cc
  // `before` are the candidates of the round before, in which inner events are looked for.
  std::optional<Candidate> Verbal(const StoryView& view, const Frame& frame, ClauseId clause,
                                  const std::vector<Candidate>& before) const;
  std::optional<Candidate> Nominal(const StoryView& view, const Frame& frame, NounPhraseId phrase,
                                   uint32_t sentence, const std::vector<Candidate>& before) const;
  bool GiveOwner(const StoryView& view, const Frame& frame, NounPhraseId phrase,
                 Candidate* candidate) const;
  // reference_content.cc
  bool HasContent(const StoryView& view, const Frame& frame, const Argument& argument, ClauseId id,
                  const std::vector<Candidate>& before, Candidate* candidate) const;
  bool HasContentBehind(const StoryView& view, const Argument& argument, NounPhraseId id,
                        const std::vector<Candidate>& before, Candidate* candidate) const;
  bool TakeClause(const StoryView& view, const Argument& argument, ClauseId id,
                  const std::vector<Candidate>& before, Candidate* candidate) const;
  bool TakeNoun(const StoryView& view, const Argument& argument, NounPhraseId id,
                const std::vector<Candidate>& before, Candidate* candidate) const;
  const Candidate* EventAt(const Argument& argument, TokenIndex trigger,
                           const std::vector<Candidate>& before) const;
  void Borrow(const Syntax& syntax, const Rule& rule, Candidate* candidate) const;
  // reference_phrases.cc
  void AddPhrases(const StoryView& view, uint32_t sentence,
                  std::vector<Candidate>* candidates) const;
  bool Vetoed(const StoryView& view, const Candidate& candidate) const;
  // reference.cc
  std::optional<Candidate> Spoken(const StoryView& view, const Frame& frame, ClauseId clause) const;
  bool Beats(const Candidate& a, const Candidate& b) const;
  /// One round: what lies on the story, given what was found in the round before.
  std::vector<Candidate> Round(const StoryView& view, const std::vector<Candidate>& before,
                               bool composed) const;

  const RuleSet& rules_;
  const TermFlags& flags_;
  StatusReader status_;
};

/// True where `word` is one of `set`: in any form of a lemma, in an exact form, or by an
/// expression.
bool IsOneOf(const WordSet& set, const Word& word, const WordTable& words);

}  // namespace telex
