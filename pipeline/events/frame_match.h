// FrameMatch: lays one frame on one clause or noun phrase.
//
// The clause stage has undone the voices, so that a verbal frame compares verb, agent, patient and
// complements, and a nominal frame the noun, what stands before it, whom it belongs to, and what
// follows. Immutable; safe to share.
#pragma once

#include "pipeline/events/candidate.h"
#include "pipeline/language/layers.h"
#include "pipeline/language/syntax.h"
#include "pipeline/language/term_flags.h"
#include "pipeline/language/words.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

/// One story as the matchers see it.
struct StoryView {
  const WordTable& words;
  const Layers& layers;
  const Syntax& syntax;

  const Word& At(TokenIndex token) const { return words[layers.tokens[token].word]; }
};

class InnerEvents;

/// How far a frame got on a clause, for `telex explain`.
struct MatchFailure {
  const Argument* wanted =
      nullptr;  // the first argument that found nothing; null where the head or particle failed
  uint32_t matched = 0;  // arguments met before it
};

class FrameMatch {
 public:
  FrameMatch(const RuleSet& rules, const TermFlags& flags) : rules_(rules), flags_(flags) {}

  /// True where the verbal `frame`, whose head (IsHead) is the verb, lies on `clause`; then
  /// `candidate` is filled but for its status. A frame with a slot for an inner event never does
  /// where `inner` is null.
  bool Verbal(const StoryView& view, const Frame& frame, ClauseId clause, const InnerEvents* inner,
              Candidate* candidate, MatchFailure* failure = nullptr) const;
  /// True where the nominal `frame`, whose head is the noun, lies on `phrase`. False, but with
  /// `candidate` filled and marked as loose, where nothing is missing but whose event it is.
  bool Nominal(const StoryView& view, const Frame& frame, NounPhraseId phrase,
               const InnerEvents* inner, Candidate* candidate,
               MatchFailure* failure = nullptr) const;

 private:
  bool Bind(const StoryView& view, const Argument& argument, NounPhraseId phrase,
            Candidate* candidate) const;
  bool HasModifiers(const StoryView& view, const std::vector<WordSet>& modifiers,
                    const NounPhrase& phrase) const;
  bool BelongsToNoun(const StoryView& view, const Clause& clause, NounPhraseId id) const;
  bool FindComplement(const StoryView& view, const Argument& argument, const Clause& clause,
                      Candidate* candidate) const;
  bool HasAdverb(const StoryView& view, const WordSet& words, const Clause& clause) const;
  bool FindVerb(const StoryView& view, const Argument& argument, ClauseId clause) const;
  void BindParties(const StoryView& view, NounPhraseId noun, Candidate* candidate) const;
  bool BindOwner(const StoryView& view, const Frame& frame, NounPhraseId phrase,
                 Candidate* candidate) const;
  bool FindFollowing(const StoryView& view, const Argument& argument, const NounPhrase& phrase,
                     Candidate* candidate) const;

  const RuleSet& rules_;
  const TermFlags& flags_;
};

/// Whether `word` heads the frame: under the lemma by which frames are looked up ("found" of find
/// is no form of "to found"), as the exact form it is, or by an expression.
bool IsHead(const Frame& frame, const Word& word, const WordTable& words);

/// The phrase that is the object of a clause, as a frame with its particle sees it.
NounPhraseId ObjectOf(const StoryView& view, const Frame& frame, const Clause& clause);

/// The words that a frame of this kind asks of a text; longer patterns win over shorter ones.
uint32_t WordsOf(const Frame& frame);

}  // namespace telex
