// What the files of the NameFinder share: one run's inputs, and which lexicon entry fills which
// slot. Internal to names.
#pragma once

#include <array>
#include <bit>

#include "pipeline/language/names.h"

namespace telex {

constexpr uint64_t Bit(SlotKind kind) { return NamePatterns::SignOf(kind); }

/// What kind of slot a lexicon entry can fill in a name rule, as bits; 0 where none.
inline uint64_t KindsOf(EntryKind kind) {
  switch (kind) {
    case EntryKind::kCountry:
    case EntryKind::kNationality:
    case EntryKind::kCapital:
    case EntryKind::kSeat:
      return Bit(SlotKind::kCountry);
    case EntryKind::kOffice:
      return Bit(SlotKind::kOffice);
    case EntryKind::kOfficeModifier:
      return Bit(SlotKind::kModifier);
    case EntryKind::kHonorific:
      return Bit(SlotKind::kHonorific);
    case EntryKind::kOrganization:
      return Bit(SlotKind::kOrganization);
    default:
      return 0;
  }
}

inline uint64_t KindsOf(KindSet kinds) {
  uint64_t slots = 0;
  for (uint32_t left = kinds; left != 0; left &= left - 1)
    slots |= KindsOf(static_cast<EntryKind>(std::countr_zero(left)));
  return slots;
}

/// A noun, and no function word that the dictionary has as a noun too ("in", "will").
inline bool IsNounAlone(const Word& word) {
  return word.Is(kNoun) && !word.Is(kPreposition | kCoordinator | kSubordinator | kRelative | kTo |
                                    kAuxiliary | kDeterminer | kPunctuation);
}

struct NameFinder::View {
  const WordTable& words;
  const Layers& layers;
  const Syntax& syntax;
  std::string_view date;
  // By token: the answers of NameRun, in tokens. Patterns and both passes over the story ask for
  // the same ones.
  static constexpr uint8_t kUnasked = 0xff;
  mutable std::vector<uint8_t> runs;
  mutable TokenIndex sentence = 0;  // where the sentence at hand begins
  mutable bool headline = false;    // it is one

  const Word& At(TokenIndex token) const { return words[layers.tokens[token].word]; }
};

// What one sentence has of what patterns need. Most sentences lack something for most patterns
// ("ambassador", an office at all), which are then not tried at any of its tokens.
struct NameFinder::Survey {
  // By slot kind: behind the last token where a lexicon hit of the kind starts.
  std::array<TokenIndex, static_cast<size_t>(SlotKind::kHonorific) + 1> last = {};
  std::vector<NamePatterns::Set> possible;  // of each of the NamePatterns
  size_t hit = 0;                           // the first lexicon hit behind the sentence
};

}  // namespace telex
