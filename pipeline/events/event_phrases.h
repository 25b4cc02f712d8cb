// EventPhrases: the `phrase:` and `never:` of event rules, matched over the tokens of a sentence.
//
// A sentence is read once: which keys of patterns stand in it and where (SentenceKeys). A phrase is
// then tried only around its anchor and only where its other keys are there too. Immutable; a
// SentenceKeys belongs to one thread.
#pragma once

#include <utility>
#include <vector>

#include "pipeline/events/candidate.h"
#include "pipeline/events/frame_match.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

/// The keys of one sentence at a time. Reused from sentence to sentence and story to story.
class SentenceKeys {
 public:
  explicit SentenceKeys(const PatternKeys& keys) : seen_(keys.size(), 0) {}

  /// Reads the keys of a sentence of `view`; does nothing where it holds them already.
  void Read(const StoryView& view, uint32_t sentence);
  /// Forgets the sentence: the story is another.
  void Forget() { sentence_ = kNone; }

  bool Has(KeyId key) const { return seen_[key.value()] == round_; }
  bool Has(std::span<const KeyId> keys) const {
    for (const KeyId key : keys)
      if (!Has(key)) return false;
    return true;
  }
  /// Where words of anchors stand, in text order.
  using Anchor = std::pair<KeyId, TokenIndex>;
  const std::vector<Anchor>& anchors() const { return anchors_; }

 private:
  static constexpr uint32_t kNone = 0xffffffffu;
  std::vector<uint32_t> seen_;  // by KeyId: the round in which it was seen last
  uint32_t round_ = 0;
  uint32_t sentence_ = kNone;
  std::vector<Anchor> anchors_;
};

class EventPhrases {
 public:
  explicit EventPhrases(const RuleSet& rules) : rules_(rules) {}
  /// Appends what the `phrase:` patterns read in the sentence that `keys` holds.
  void Find(const StoryView& view, uint32_t sentence, const SentenceKeys& keys,
            std::vector<Candidate>* candidates) const;
  /// True where a `never:` of the candidate's rule matches over its trigger, or none of its
  /// `only:`.
  bool IsVetoed(const StoryView& view, const Candidate& candidate, SentenceKeys* keys) const;

 private:
  const RuleSet& rules_;
};

/// Matches a rule's token pattern at `begin` in the sentence that ends at `limit`; slots take noun
/// phrases. It must end behind the token `beyond`. `candidate` may be null.
bool MatchEventPhrase(const StoryView& view, const Phrase& phrase, TokenIndex begin,
                      TokenIndex limit, TokenIndex beyond, TokenIndex* end, Candidate* candidate);

}  // namespace telex
