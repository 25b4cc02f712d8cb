// FrameHeads: the frames that a word heads, and what each asks for first.
//
// A verb as common as "take" heads hundreds of frames, and hardly one of them is there. What a
// frame cannot do without (its two rarest keys, an agent, an object, a preposition) lies beside its
// id, so that most frames end without a look at them. Immutable.
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

  /// Calls `try_frame(frame, certain)` with the frames of `head` that a sentence with these keys
  /// and a clause with these parts may have. Not `certain`: the frame asks for an exact form of it.
  template <class Try>
  void Each(TermId head, const SentenceKeys& keys, const ClauseParts& clause,
            const Try& try_frame) const {
    for (uint32_t g = begin_[head.value()]; g < begin_[head.value() + 1]; ++g) {
      const Group& group = groups_[g];
      if (group.key.valid() && !keys.Has(group.key)) continue;
      for (uint32_t i = group.begin; i < group.end; ++i) {
        const Asked& asked = asked_[i];
        if ((asked.parts & ~clause.parts) != 0 || !(asked.prepositions & clause.prepositions) ||
            (asked.second.valid() && !keys.Has(asked.second)))
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
  };
  static Asked AskedOf(const RuleSet& rules, FrameId id, TermId head);

  std::vector<uint32_t> begin_;  // by TermId, into groups_
  std::vector<Group> groups_;
  std::vector<Asked> asked_;
};

}  // namespace telex
