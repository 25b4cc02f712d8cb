// What the files of the NameFinder share: one run's inputs, and which lexicon entry fills which
// slot. Internal to names.
#pragma once

#include <array>

#include "pipeline/language/names.h"

namespace telex {

constexpr uint64_t Bit(SlotKind kind) { return NamePatterns::SignOf(kind); }

/// Which kinds of slots lexicon entries of these kinds can fill in a name rule, as bits.
constexpr uint64_t KindsOf(KindSet kinds) {
  const auto fill = [kinds](KindSet any, SlotKind kind) {
    return (kinds & any) != 0 ? Bit(kind) : uint64_t{0};
  };
  return fill(SetOf(EntryKind::kCountry, EntryKind::kNationality, EntryKind::kCapital,
                    EntryKind::kSeat),
              SlotKind::kCountry) |
         fill(SetOf(EntryKind::kOffice), SlotKind::kOffice) |
         fill(SetOf(EntryKind::kOfficeModifier), SlotKind::kModifier) |
         fill(SetOf(EntryKind::kHonorific), SlotKind::kHonorific) |
         fill(SetOf(EntryKind::kOrganization), SlotKind::kOrganization);
}
constexpr uint64_t KindsOf(EntryKind kind) { return KindsOf(SetOf(kind)); }

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
