#include "pipeline/language/letters.h"

#include <utf8proc.h>

#include <array>

#include "pipeline/language/words.h"
#include "pipeline/text/utf8.h"

namespace telex {
namespace {

CharClass ClassOf(uint32_t c) {  // of a character above ASCII
  if (c >= 0x2000 && c <= 0x206f) {
    if (c <= 0x200a || c == 0x202f || c == 0x205f) return CharClass::kBlank;
    if (c <= 0x200f || (c >= 0x202a && c <= 0x202e) || c >= 0x2060) return CharClass::kInvisible;
    if (c == 0x2028 || c == 0x2029) return CharClass::kNewline;
    if (c == 0x2010 || c == 0x2011) return CharClass::kHyphen;
    if (c >= 0x2012 && c <= 0x2015) return CharClass::kDash;
    if (c == 0x2019 || c == 0x2032) return CharClass::kApostrophe;
    return CharClass::kMark;
  }
  switch (c) {
    case 0x85:
      return CharClass::kNewline;
    case 0xa0:
    case 0x1680:
    case 0x3000:
      return CharClass::kBlank;
    case 0xad:
    case 0xfeff:
      return CharClass::kInvisible;
    case 0x2bc:
    case 0xff07:
      return CharClass::kApostrophe;
    default:
      break;
  }
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return CharClass::kLetter;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return CharClass::kDigit;
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_ZS:
      return CharClass::kBlank;
    case UTF8PROC_CATEGORY_CF:
      return CharClass::kInvisible;
    default:
      return CharClass::kMark;
  }
}

bool Upper(uint32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return utf8proc_tolower(static_cast<utf8proc_int32_t>(c)) != static_cast<utf8proc_int32_t>(c);
}
bool Lower(uint32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_LL;
}

// What a character is in the spelling of a word.
enum Spelling : uint8_t {
  kUpperLetter = 1 << 0,
  kLowerLetter = 1 << 1,
  kCaselessLetter = 1 << 2,  // of neither case
  kFigure = 1 << 3,
  kInnerHyphen = 1 << 4,  // inside
  kPoint = 1 << 5,
  kForeign = 1 << 6,  // what stands in no number
};
constexpr unsigned kAnyLetter = kUpperLetter | kLowerLetter | kCaselessLetter;

constexpr uint8_t SpellingOf(CharClass cls, bool upper, bool lower, bool in_numbers) {
  switch (cls) {
    case CharClass::kLetter:
      return upper ? kUpperLetter : lower ? kLowerLetter : kCaselessLetter;
    case CharClass::kDigit:
      return kFigure;
    case CharClass::kHyphen:
      return kInnerHyphen;
    case CharClass::kStop:
      return kPoint;
    case CharClass::kInvisible:
      return 0;
    default:
      return in_numbers ? 0 : kForeign;
  }
}

constexpr std::array<uint8_t, 128> kAsciiSpelling = [] {
  std::array<uint8_t, 128> spelling{};
  for (size_t c = 0; c < spelling.size(); ++c)
    spelling[c] = SpellingOf(kAsciiClass[c], c >= 'A' && c <= 'Z', c >= 'a' && c <= 'z',
                             c == ',' || c == '%' || c == ':');
  return spelling;
}();

}  // namespace

Character DecodeAt(std::string_view text, size_t at) {
  utf8proc_int32_t code_point = -1;
  const size_t left = text.size() - at;
  const auto size =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                       static_cast<utf8proc_ssize_t>(left < 4 ? left : 4), &code_point);
  if (size <= 0 || code_point < 0) return {0xfffd, 1, CharClass::kBroken};
  const auto value = static_cast<uint32_t>(code_point);
  return {value, static_cast<uint32_t>(size), ClassOf(value)};
}

void FoldSurface(std::string_view surface, std::string& folded) {
  folded.assign(surface);
  unsigned char any = 0;
  for (char& c : folded) {
    any |= static_cast<unsigned char>(c);
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  if (any < 0x80) return;
  folded.clear();
  bool ascii = true;
  for (size_t at = 0; at < surface.size();) {
    const auto byte = static_cast<unsigned char>(surface[at]);
    if (byte < 0x80) {
      folded.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32)
                                                  : static_cast<char>(byte));
      ++at;
      continue;
    }
    const Character c = CharacterAt(surface, at);
    if (c.cls == CharClass::kApostrophe || c.code_point == 0x2018) {
      folded.push_back('\'');
    } else if (c.cls == CharClass::kHyphen) {
      folded.push_back('-');
    } else if (c.cls != CharClass::kInvisible) {
      folded.append(surface.substr(at, c.size));
      ascii = ascii && c.cls == CharClass::kBroken;
    }
    at += c.size;
  }
  if (!ascii) folded = FoldCase(folded);
}

uint16_t SpellingFlags(std::string_view surface) {
  uint32_t flags = 0;
  unsigned once = 0, twice = 0, first = 0;  // of Spelling; the first letter or digit
  for (size_t at = 0; at < surface.size();) {
    const auto byte = static_cast<unsigned char>(surface[at]);
    unsigned kind = 0;
    size_t size = 1;
    if (byte < 0x80) {
      kind = kAsciiSpelling[byte];
    } else {
      const Character c = CharacterAt(surface, at);
      kind = SpellingOf(c.cls, Upper(c.code_point), Lower(c.code_point), false);
      size = c.size;
    }
    if (kind == kInnerHyphen && (at == 0 || at + size == surface.size())) kind = 0;
    if ((once & (kAnyLetter | kFigure)) == 0) first = kind;
    twice |= once & kind;
    once |= kind;
    at += size;
  }
  const bool letter = (once & kAnyLetter) != 0, digit = (once & kFigure) != 0;
  const bool stopped = surface.back() == '.';
  const auto set = [&flags](bool when, uint32_t flag) {
    if (when) flags |= flag;
  };
  set(letter, kLetters);
  set(digit, kHasDigit);
  set((first & kUpperLetter) != 0, kCapital);
  set((once & kUpperLetter) != 0, kAnyCapital);
  set((once & kLowerLetter) != 0, kLowerCase);
  set((twice & kUpperLetter) != 0 && (once & kLowerLetter) == 0, kAllCaps);
  set((once & kInnerHyphen) != 0, kHyphenated);
  set(stopped && letter, kAbbreviation);
  set(stopped && (once & kAnyLetter) == kUpperLetter && !(twice & (kUpperLetter | kPoint)) &&
          !digit,
      kInitial);
  set(digit && !letter && !(once & (kInnerHyphen | kForeign)), kDigits);
  if (surface.size() == 4 && surface.find_first_not_of("0123456789") == std::string_view::npos &&
      (surface[0] == '1' || (surface[0] == '2' && surface[1] <= '1'))) {
    flags |= kYearLike;
  }
  if (surface.size() > 1 && (surface[0] == '@' || surface[0] == '#')) flags |= kAddress;
  if (surface.find("://") != std::string_view::npos ||
      surface.find('@') != std::string_view::npos) {
    set(letter, kAddress);
  }
  if (surface.size() > 4 && surface.substr(0, 4) == "www.") flags |= kAddress;
  return static_cast<uint16_t>(flags);
}

}  // namespace telex
