// FrameHeads: the frames that a word heads, and what each asks for first.
//
// A verb as common as "take" heads hundreds of frames, and hardly one of them is there. What a
// frame cannot do without (its two rarest keys, an agent, an object, a preposition) lies beside its
// id, so that most frames end without a look at them. Immutable.
//
// The lists of heads lie far apart. Who has several heads asks for all before the first is read:
//
//     for (TermId head : heads) frames.Fetch(head);
//     for (TermId head : heads) frames.FetchGroups(head);
//     for (TermId head : heads) frames.FetchFrames(head, keys);
//     for (TermId head : heads) frames.Each(head, …);
#pragma once

#include <unordered_map>
#include <vector>

#include "pipeline/events/event_phrases.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

/// What a clause has for frames to ask for.
class ClauseParts {
 public:
  /// Nothing is known: every frame may have what it needs (nouns).
  ClauseParts() = default;
  explicit ClauseParts(const Clause& clause);

  enum : uint8_t { kAgent = 1, kObject = 2, kSecond = 4 };
  uint8_t parts = kAgent | kObject | kSecond;
  uint64_t prepositions = ~uint64_t{0};  // WordSet::signs
};

class FrameHeads {
 public:
  FrameHeads(const RuleSet& rules, const std::unordered_map<TermId, std::vector<FrameId>>& frames);

  void Fetch(TermId head) const { __builtin_prefetch(begin_.data() + head.value()); }
  void FetchGroups(TermId head) const {
    const uint32_t begin = begin_[head.value()];
    if (begin == begin_[head.value() + 1]) return;
    __builtin_prefetch(groups_.data() + begin);
  }
  void FetchFrames(TermId head, const SentenceKeys& keys) const {
    for (uint32_t g = begin_[head.value()]; g < begin_[head.value() + 1]; ++g)
      if (MayHave(groups_[g], keys)) __builtin_prefetch(asked_.data() + groups_[g].begin);
  }

  /// Calls `try_frame(frame, certain)` with the frames of `head` that a sentence with these keys
  /// and a clause with these parts may have. Not `certain`: the frame asks for an exact form of it.
  template <class Try>
  void Each(TermId head, const SentenceKeys& keys, const ClauseParts& clause,
            const Try& try_frame) const {
    for (uint32_t g = begin_[head.value()]; g < begin_[head.value() + 1]; ++g) {
      const Group& group = groups_[g];
      if (!MayHave(group, keys)) continue;
      for (uint32_t i = group.begin; i < group.end; ++i) {
        const Asked& asked = asked_[i];
        if ((asked.parts & ~clause.parts) != 0 || !(asked.prepositions & clause.prepositions) ||
            (asked.second.valid() && !keys.Has(asked.second)) ||
            (asked.more && !keys.Has(keys_.KeysOf(asked.frame))))
          continue;
        try_frame(asked.frame, asked.certain);
      }
    }
  }

 private:
  struct Group {
    KeyId key;  // the rarest of its frames; none where they have none
    uint32_t begin, end;
  };
  struct Asked {
    FrameId frame;
    KeyId second;  // its rarest key but one
    uint64_t prepositions;
    uint8_t parts;
    bool certain;  // the word is a lemma that the frame names
    bool more;     // it has other keys than these two
  };
  static bool MayHave(const Group& group, const SentenceKeys& keys) {
    return !group.key.valid() || keys.Has(group.key);
  }
  static Asked AskedOf(const RuleSet& rules, FrameId id, TermId head);

  const PatternKeys& keys_;
  std::vector<uint32_t> begin_;  // by TermId, into groups_
  std::vector<Group> groups_;
  std::vector<Asked> asked_;
};

}  // namespace telex
