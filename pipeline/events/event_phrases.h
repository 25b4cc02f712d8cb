// EventPhrases: the `phrase:` and `never:` of event rules, matched over the tokens of a sentence.
//
// A sentence is read once: which keys of patterns stand in it and where (SentenceKeys). A phrase is
// then tried only around its anchor and only where its other keys are there too. Immutable; a
// SentenceKeys belongs to one thread.
#pragma once

#include <vector>

#include "pipeline/events/candidate.h"
#include "pipeline/events/frame_match.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

/// The keys of one sentence at a time. Reused from sentence to sentence and story to story.
class SentenceKeys {
 public:
  explicit SentenceKeys(const PatternKeys& keys)
      : keys_(keys), rounds_(keys.size(), 0), first_(keys.size(), kNone) {}

  /// Reads the keys of a sentence of `view`; does nothing where it holds them already.
  void Read(const StoryView& view, uint32_t sentence);
  /// Forgets the sentence: the story is another.
  void Forget() { sentence_ = ahead_ = kNone; }

  bool Has(KeyId key) const { return rounds_[key.value()] == round_; }
  bool Has(std::span<const KeyId> keys) const {
    for (const KeyId key : keys)
      if (!Has(key)) return false;
    return true;
  }
  /// A word of an anchor.
  struct Anchor {
    KeyId key;
    TokenIndex token = 0;
    uint32_t next = kNone;  // the next of the same key, in text order: index into anchors()
  };
  const std::vector<Anchor>& anchors() const { return anchors_; }
  /// The first anchor of a key that the sentence has: index into anchors().
  uint32_t First(KeyId key) const { return first_[key.value()]; }
  static constexpr uint32_t kNone = 0xffffffffu;

 private:
  /// Finds the words of a sentence that have keys, and asks for these: they lie far apart.
  void Collect(const StoryView& view, uint32_t sentence);

  const PatternKeys& keys_;
  // By KeyId, the sentence that had the key last, in rounds of as many as a byte counts: of a
  // hundred keys that a sentence has hardly one is asked for, and noting them is all they cost.
  std::vector<uint8_t> rounds_;
  uint8_t round_ = 0;
  std::vector<uint32_t> first_;  // by KeyId, of an anchor
  uint32_t sentence_ = kNone;
  struct Keyed {
    TokenIndex token;
    std::span<const KeyId> keys;
  };
  uint32_t ahead_ = kNone;    // the sentence that was collected
  std::vector<Keyed> keyed_;  // its words that have keys
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
