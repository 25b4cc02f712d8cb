// Pattern: the tree of one rule pattern, as an author wrote it.
//
//     <source> hold|have $phone $call with <target:person>
//
// An element is a slot `<role:kind>`, a word (alternatives of a lemma, "an exact form", a /regular
// expression/ or a $list), a group `( … | … )` which `?` makes optional, or a gap `...`.
// ParsePattern (grammars/pattern.cc) makes the tree; frames and phrases are compiled from it.
// Columns count bytes of the pattern text from 0.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/rules/diagnostic.h"

namespace telex {

struct PatternWord {
  enum class Kind { kLemma, kExact, kRegex, kList };
  Kind kind = Kind::kLemma;
  std::string text;  // the lemma, the exact form, the expression, the list's name without $
  uint32_t begin = 0, end = 0;
};

struct PatternElement;
using PatternSequence = std::vector<PatternElement>;

struct PatternElement {
  enum class Kind { kSlot, kWord, kGroup, kGap, kMark };
  Kind kind = Kind::kWord;
  std::string role;                // kSlot: <role:kind>
  std::string slot_kind;           // kSlot: empty means actor
  std::vector<PatternWord> words;  // kWord: alternatives; kMark: one mark, such as "," or "'s"
  std::vector<PatternSequence> alternatives;  // kGroup
  bool optional = false;
  uint32_t begin = 0, end = 0;  // bytes of the pattern text
};

/// Parses `text`. Mistakes go to `diagnostics` with their place inside the pattern, worked out from
/// `where`, the place of the pattern's first byte in its file; the result then holds what could be
/// read, and may be empty.
PatternSequence ParsePattern(std::string_view text, const SourcePlace& where,
                             Diagnostics& diagnostics);

/// The canonical one-line form of a tree, against which tests compare.
std::string Dump(const PatternSequence& pattern);

}  // namespace telex
