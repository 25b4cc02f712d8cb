#include "pipeline/feeds/story_check.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

#include "pipeline/text/utf8.h"

namespace telex {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

int TwoDigits(std::string_view text, size_t at) {
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

int DaysIn(int year, int month) {
  if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

}  // namespace

std::string WhyNotText(std::string_view text) {
  if (text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos) return "the text is empty";
  if (const size_t nul = text.find('\0'); nul != std::string_view::npos) {
    return "this is not text: byte " + std::to_string(nul) + " is NUL";
  }
  const size_t valid = ValidPrefix(text);
  if (valid == text.size()) return {};
  const auto line =
      std::count(text.begin(), text.begin() + static_cast<ptrdiff_t>(valid), '\n') + 1;
  char byte[8];
  std::snprintf(byte, sizeof byte, "0x%02X", static_cast<unsigned char>(text[valid]));
  return "the text is not UTF-8: " + std::string(byte) + " at byte " + std::to_string(valid) +
         " (line " + std::to_string(line) + ")";
}

std::string IsoDate(std::string_view written) {
  std::string digits;
  size_t at = 0;
  // Hyphens stand at both places or at none.
  const bool hyphens = written.size() >= 10 && written[4] == '-' && written[7] == '-';
  while (at < written.size() && digits.size() < 8) {
    if (hyphens && (at == 4 || at == 7)) {
      ++at;
      continue;
    }
    if (!IsDigit(written[at])) return {};
    digits += written[at++];
  }
  if (digits.size() < 8 || (at < written.size() && IsDigit(written[at]))) return {};
  const int year = TwoDigits(digits, 0) * 100 + TwoDigits(digits, 2);
  const int month = TwoDigits(digits, 4);
  const int day = TwoDigits(digits, 6);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > DaysIn(year, month)) return {};
  std::string date = digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2);
  // A time follows after "T" or a blank; anything else (a file's name) is no part of the date.
  if (at + 1 < written.size() && (written[at] == 'T' || written[at] == ' ') &&
      IsDigit(written[at + 1])) {
    date += 'T';
    date += written.substr(at + 1);
  }
  return date;
}

std::string SizeInWords(size_t bytes) {
  if (bytes >= (size_t{1} << 20)) return std::to_string(bytes >> 20) + " MB";
  if (bytes >= (size_t{1} << 10)) return std::to_string(bytes >> 10) + " KB";
  return std::to_string(bytes) + " bytes";
}

}  // namespace telex
