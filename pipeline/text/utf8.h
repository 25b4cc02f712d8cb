// UTF-8: validation, decoding and the one case folding that rules and stories share.
//
// Feeds let only valid UTF-8 in (IsValidUtf8), so that every later stage may decode without
// checking. FoldCase makes the form under which a word is looked up in the Vocabulary. Free
// functions without state; safe from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace telex {

bool IsValidUtf8(std::string_view bytes);

/// How many bytes from the start are valid UTF-8; `bytes.size()` if all are.
size_t ValidPrefix(std::string_view bytes);

/// True where no byte is above 127.
bool IsAscii(std::string_view bytes);

struct DecodedCodePoint {
  char32_t value = 0;
  uint32_t size = 0;  // bytes it takes, 1 to 4
};

/// The code point that starts at byte `at` of `text`; `at` must be inside. A byte that starts no
/// code point gives U+FFFD with size 1, so that a loop over foreign bytes always ends.
DecodedCodePoint Decode(std::string_view text, size_t at);

void AppendUtf8(char32_t code_point, std::string* out);

/// Lower case, in normal form C, with straight apostrophes: "Türkiye’s" -> "türkiye's". The length
/// may change.
std::string FoldCase(std::string_view text);

/// Without the marks of its letters, for names that a table writes plainly: "türkiye" -> "turkiye",
/// "đà nẵng" -> "da nang".
std::string StripMarks(std::string_view folded);

bool IsUpper(char32_t code_point);  // capital and title-case letters
bool IsLower(char32_t code_point);
bool IsLetter(char32_t code_point);  // letters, and the marks that combine with them

}  // namespace telex
