#include "pipeline/text/utf8.h"

#include <utf8proc.h>
#include <algorithm>
#include <iterator>

#include <cassert>
#include <cstdlib>
#include <cstring>

namespace telex {
namespace {

bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

utf8proc_int32_t ToUtf8proc(char32_t code_point) {
  return static_cast<utf8proc_int32_t>(code_point);
}

/// Length of the well-formed sequence at the start of `bytes`, 0 if there is none. The second
/// byte's bounds shut out overlong forms, surrogates and what lies above U+10FFFF (table 3-7 of the
/// Unicode standard).
size_t SequenceLength(std::string_view bytes) {
  const auto at = [&](size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char lead = at(0);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (bytes.size() < length) return 0;
  const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (at(1) < low || at(1) > high) return 0;
  for (size_t i = 2; i < length; ++i)
    if (!IsContinuation(bytes[i])) return 0;
  return length;
}

/// How many of the first bytes are ASCII, counted in steps of eight; the rest is left to the
/// caller.
size_t AsciiPrefix(std::string_view bytes) {
  constexpr uint64_t kHighBits = 0x8080808080808080ull;
  size_t at = 0;
  while (at + 8 <= bytes.size()) {
    uint64_t word;
    std::memcpy(&word, bytes.data() + at, 8);
    if (word & kHighBits) break;
    at += 8;
  }
  return at;
}

}  // namespace

size_t ValidPrefix(std::string_view bytes) {
  size_t at = 0;
  while (at < bytes.size()) {
    at += AsciiPrefix(bytes.substr(at));
    // A stretch of text that is not ASCII tends to go on; leave it only at the next plain byte.
    do {
      if (at == bytes.size()) return at;
      const size_t length = SequenceLength(bytes.substr(at));
      if (length == 0) return at;
      at += length;
    } while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) >= 0x80);
  }
  return at;
}

bool IsValidUtf8(std::string_view bytes) { return ValidPrefix(bytes) == bytes.size(); }

bool IsAscii(std::string_view bytes) {
  for (size_t at = AsciiPrefix(bytes); at < bytes.size(); ++at)
    if (static_cast<unsigned char>(bytes[at]) >= 0x80) return false;
  return true;
}

DecodedCodePoint Decode(std::string_view text, size_t at) {
  assert(at < text.size());
  const size_t length = SequenceLength(text.substr(at));
  const auto bits = [&](size_t i, unsigned mask) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]) & mask);
  };
  switch (length) {
    case 1:
      return {bits(0, 0x7F), 1};
    case 2:
      return {bits(0, 0x1F) << 6 | bits(1, 0x3F), 2};
    case 3:
      return {bits(0, 0x0F) << 12 | bits(1, 0x3F) << 6 | bits(2, 0x3F), 3};
    case 4:
      return {bits(0, 0x07) << 18 | bits(1, 0x3F) << 12 | bits(2, 0x3F) << 6 | bits(3, 0x3F), 4};
    default:
      return {0xFFFD, 1};
  }
}

void AppendUtf8(char32_t code_point, std::string* out) {
  utf8proc_uint8_t bytes[4];
  const auto length = utf8proc_encode_char(ToUtf8proc(code_point), bytes);
  out->append(reinterpret_cast<const char*>(bytes), static_cast<size_t>(length));
}

std::string FoldCase(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  if (IsAscii(text)) {
    for (const char c : text) folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return folded;
  }
  for (size_t at = 0; at < text.size();) {
    const DecodedCodePoint c = Decode(text, at);
    at += c.size;
    if (c.value == U'\u2019' || c.value == U'\u2018' || c.value == U'\u02BC') {
      folded += '\'';
    } else {
      AppendUtf8(static_cast<char32_t>(utf8proc_tolower(ToUtf8proc(c.value))), &folded);
    }
  }
  // Composing last: a letter and its mark may only meet after lower-casing.
  utf8proc_uint8_t* composed = nullptr;
  const auto length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(folded.data()),
                   static_cast<utf8proc_ssize_t>(folded.size()), &composed,
                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (length >= 0) folded.assign(reinterpret_cast<char*>(composed), static_cast<size_t>(length));
  std::free(composed);
  return folded;
}

std::string StripMarks(std::string_view folded) {
  struct Plain {
    char32_t letter;
    std::string_view plain;
  };
  // Letters that Unicode does not take apart, as gazetteers write them.
  static constexpr Plain kPlain[] = {{U'\u0111', "d"},  {U'\u00F0', "d"},  {U'\u00F8', "o"},
                                     {U'\u0142', "l"},  {U'\u0131', "i"},  {U'\u00DF', "ss"},
                                     {U'\u00E6', "ae"}, {U'\u0153', "oe"}, {U'\u00FE', "th"}};
  utf8proc_uint8_t* mapped = nullptr;
  const auto length = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(folded.data()),
      static_cast<utf8proc_ssize_t>(folded.size()), &mapped,
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK));
  std::string bare = length >= 0
                         ? std::string(reinterpret_cast<char*>(mapped), static_cast<size_t>(length))
                         : std::string(folded);
  std::free(mapped);
  std::string plain;
  for (size_t at = 0; at < bare.size();) {
    const DecodedCodePoint c = Decode(bare, at);
    const auto* known = std::find_if(std::begin(kPlain), std::end(kPlain),
                                     [&](const Plain& p) { return p.letter == c.value; });
    if (known == std::end(kPlain)) {
      plain.append(bare, at, c.size);
    } else {
      plain.append(known->plain);
    }
    at += c.size;
  }
  return plain;
}

bool IsUpper(char32_t code_point) {
  if (code_point < 0x80) return code_point >= U'A' && code_point <= U'Z';
  const auto category = utf8proc_category(ToUtf8proc(code_point));
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool IsLower(char32_t code_point) {
  if (code_point < 0x80) return code_point >= U'a' && code_point <= U'z';
  return utf8proc_category(ToUtf8proc(code_point)) == UTF8PROC_CATEGORY_LL;
}

bool IsLetter(char32_t code_point) {
  if (code_point < 0x80) {
    return (code_point >= U'A' && code_point <= U'Z') || (code_point >= U'a' && code_point <= U'z');
  }
  const auto category = utf8proc_category(ToUtf8proc(code_point));
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
         (category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME);
}

}  // namespace telex
