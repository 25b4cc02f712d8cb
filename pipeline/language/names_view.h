// What the files of the NameFinder share: one run's inputs, and which lexicon entry fills which
// slot. Internal to names.
#pragma once

#include <array>
#include <bit>

#include "pipeline/language/names.h"

namespace telex {

constexpr uint64_t Bit(SlotKind kind) { return 1ull << static_cast<int>(kind); }

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
  // The last answers of NameRun: the rules that are tried at a token ask for the same few.
  struct Run {
    TokenIndex begin = 0, limit = 0, end = 0;
  };
  mutable std::array<Run, 16> runs = {};
  mutable TokenIndex sentence = 0;  // where the sentence at hand begins
  mutable bool headline = false;    // it is one

  const Word& At(TokenIndex token) const { return words[layers.tokens[token].word]; }
};

// What one sentence has of what patterns need. Most sentences lack something for most patterns
// ("ambassador", an office at all), which are then not tried at any of its tokens.
struct NameFinder::Survey {
  std::array<TokenIndex, 64> last =
      {};  // by slot kind: behind the last token where a lexicon hit of the kind starts
  std::vector<const Pattern*> patterns;  // those that the sentence has something for
  size_t hit = 0;                        // the first lexicon hit behind the sentence
};

}  // namespace telex
