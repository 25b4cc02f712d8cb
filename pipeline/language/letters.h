// Letters: what a character is to the tokenizer, and how a written word is folded and spelled.
//
// The first floor of the tokenizer. Knows Unicode categories (through utf8proc), no word of any
// language. Stateless.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace telex {

enum class CharClass : uint8_t {
  kLetter,  // letters, marks that combine with them, underscores
  kDigit,
  kBlank,  // blanks within a line, of any width
  kNewline,
  kInvisible,   // zero-width characters, soft hyphens, marks of direction
  kApostrophe,  // ' and ’ (U+2019, U+02BC, U+2032)
  kHyphen,      // - U+2010 U+2011
  kDash,        // U+2012 … U+2015
  kStop,        // .
  kMark,        // all the rest
  kBroken,      // a byte that is no UTF-8
};

struct Character {
  uint32_t code_point = 0;
  uint32_t size = 1;  // bytes
  CharClass cls = CharClass::kMark;
};

/// The character at text[at]; `at` must be inside the text. Broken bytes are characters of one
/// byte.
Character CharacterAt(std::string_view text, size_t at);

/// Sets `folded` to the form under which the vocabulary knows a word: lower case, straight
/// apostrophes and hyphens, combined accents, no invisible characters.
void FoldSurface(std::string_view surface, std::string& folded);

/// The WordFlags that follow from the letters alone.
uint16_t SpellingFlags(std::string_view surface);

}  // namespace telex
