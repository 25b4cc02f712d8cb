// PatternKeys: the words that a pattern cannot match without, so that a sentence tries only the
// patterns that it can have.
//
// A key is a list of words one of which must stand in the sentence, in any form. Patterns that ask
// for the same list share it. Words that most sentences have ("to", "the") are keys only where a
// pattern has no better one. Each `phrase:` and `never:` is anchored at one of its keys: it is
// looked at where a word of that key stands, and nowhere else. Built once the rules are read;
// immutable afterwards.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pipeline/rules/frame.h"
#include "pipeline/rules/phrase_neighbors.h"

namespace telex {

struct RuleSet;
struct Rule;

using KeyId = Id<struct KeyTag>;

/// A `phrase:`, `never:` or `only:` of an event rule.
struct KeyedPhrase {
  RuleId rule;
  const Phrase* phrase = nullptr;
  uint32_t pattern = 0;     // of the rule; 0 for a `never:` or `only:`
  std::vector<KeyId> keys;  // all of them must be there, the anchor first; none: try everywhere
  // How many tokens before the anchor the phrase can begin.
  uint32_t least = 0;
  uint32_t most = 0;
  uint32_t element = kNoElement;  // the element that begins with the anchor, where one does

  static constexpr uint32_t kAnywhere = 0xffffffffu;  // `most`: a slot has no longest noun phrase
  static constexpr uint32_t kNoElement = 0xffffffffu;
};

class PatternKeys {
 public:
  /// Reads the frames and phrases of `rules`, to whose phrases it keeps pointers.
  void Build(const RuleSet& rules);

  /// The keys that `term` is a word of.
  std::span<const KeyId> KeysOf(TermId term) const {
    return term.valid() && term.value() + 1 < term_begin_.size()
               ? Part(term_keys_, term_begin_, term.value())
               : std::span<const KeyId>();
  }
  /// What a frame asks for beside its head.
  std::span<const KeyId> KeysOf(FrameId frame) const { return frames_[frame.value()]; }

  /// The phrases of all rules, in their order, then the `never:` and `only:` ones.
  const std::vector<KeyedPhrase>& phrases() const { return phrases_; }
  /// A phrase where it is looked for: what most tries end at, side by side.
  struct Anchored {
    uint32_t phrase;          // index into phrases()
    KeyId first, second;      // its keys, the anchor and the next; none: it has fewer
    Neighbor before, behind;  // of a word of the anchor
  };
  /// The `never:` of one rule.
  std::span<const Anchored> NeversOf(RuleId rule) const { return nevers_[rule.value()]; }
  /// The `only:` of one rule, likewise.
  std::span<const Anchored> OnlysOf(RuleId rule) const { return onlys_[rule.value()]; }
  /// Whether a phrase is anchored at the key; whether a phrase, `never:` or `only:` is.
  bool IsPhraseAnchor(KeyId key) const { return key.value() + 1 < anchored_begin_.size(); }
  bool IsAnchor(KeyId key) const { return key.value() < anchor_count_; }
  /// The phrases anchored at such a key, and those without any (indexes); no `never:` or `only:`
  /// among them.
  std::span<const Anchored> AnchoredAt(KeyId key) const {
    return Part(anchored_, anchored_begin_, key.value());
  }
  const std::vector<uint32_t>& unanchored() const { return unanchored_; }
  size_t size() const { return size_; }

 private:
  class Builder;

  // The parts of `all` lie one behind the other and begin where `begin` says.
  template <class T>
  static std::span<const T> Part(const std::vector<T>& all, const std::vector<uint32_t>& begin,
                                 size_t part) {
    return {all.data() + begin[part], all.data() + begin[part + 1]};
  }

  // Keys are numbered so that the anchors of phrases come first, then those of `never:` and
  // `only:`, then all others: a number tells what a key is for.
  size_t size_ = 0;
  size_t anchor_count_ = 0;
  std::vector<uint32_t> term_begin_;  // by TermId, into term_keys_
  std::vector<KeyId> term_keys_;
  std::vector<std::vector<KeyId>> frames_;
  std::vector<KeyedPhrase> phrases_;
  std::vector<std::vector<Anchored>> nevers_, onlys_;
  std::vector<uint32_t> anchored_begin_;  // by KeyId, into anchored_
  std::vector<Anchored> anchored_;
  std::vector<uint32_t> unanchored_;
};

}  // namespace telex
