// Letters: what a character is to the tokenizer, and how a written word is folded and spelled.
//
// The first floor of the tokenizer. Knows Unicode categories (through utf8proc), no word of any
// language. Stateless.
#pragma once

#include <array>
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

constexpr std::array<CharClass, 128> MakeAsciiClasses() {
  std::array<CharClass, 128> classes{};
  for (size_t c = 0; c < 128; ++c) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_')
      classes[c] = CharClass::kLetter;
    else if (c >= '0' && c <= '9')
      classes[c] = CharClass::kDigit;
    else if (c == '\n')
      classes[c] = CharClass::kNewline;
    else if (c <= ' ' || c == 127)
      classes[c] = CharClass::kBlank;
    else if (c == '\'')
      classes[c] = CharClass::kApostrophe;
    else if (c == '-')
      classes[c] = CharClass::kHyphen;
    else if (c == '.')
      classes[c] = CharClass::kStop;
    else
      classes[c] = CharClass::kMark;
  }
  return classes;
}
inline constexpr std::array<CharClass, 128> kAsciiClass = MakeAsciiClasses();

struct Character {
  uint32_t code_point = 0;
  uint32_t size = 1;  // bytes
  CharClass cls = CharClass::kMark;
};

/// The character at text[at]; `at` must be inside the text. Broken bytes are characters of one
/// byte.
Character DecodeAt(std::string_view text, size_t at);
inline Character CharacterAt(std::string_view text, size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {byte, 1, kAsciiClass[byte]};
  return DecodeAt(text, at);
}

/// Sets `folded` to the form under which the vocabulary knows a word: lower case, straight
/// apostrophes and hyphens, combined accents, no invisible characters.
void FoldSurface(std::string_view surface, std::string& folded);

/// The WordFlags that follow from the letters alone.
uint16_t SpellingFlags(std::string_view surface);

}  // namespace telex
