#include "pipeline/language/date_words.h"

#include <array>

#include "pipeline/language/letters.h"
#include "pipeline/language/words.h"

namespace telex {
namespace {

using Unit = DateExpression::Unit;

// The whole of `text` as a number, "1,200" too; -1 if it is none.
int32_t Figure(std::string_view text) {
  int32_t value = 0;
  size_t digits = 0;
  for (const char c : text) {
    if (c == ',') continue;
    if (c < '0' || c > '9' || ++digits > 8) return -1;
    value = value * 10 + (c - '0');
  }
  return digits == 0 ? -1 : value;
}

bool IsYear(int32_t value) { return value >= 1000 && value < 2200; }

// "98", "03": the year of two figures.
int32_t FullYear(std::string_view figures) {
  const int32_t value = Figure(figures);
  if (figures.size() == 4) return IsYear(value) ? value : -1;
  if (figures.size() != 2 || value < 0) return -1;
  return value < 50 ? 2000 + value : 1900 + value;
}

DateInput Iso(int32_t year, int32_t month, int32_t day) {
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > 31) return {};
  return {kSymbolIso, year * 10000 + month * 100 + day};
}

struct Table {
  const RuleSet& rules;

  template <class Map>
  const typename Map::mapped_type* In(const Map& map, std::string_view word) const {
    return In(map, rules.vocabulary.Find(word));
  }
  template <class Map>
  const typename Map::mapped_type* In(const Map& map, TermId term) const {
    const auto found = term.valid() ? map.find(term) : map.end();
    return found == map.end() ? nullptr : &found->second;
  }
  // The number that a figure or a number word stands for, -1 if none.
  int32_t NumberOf(std::string_view folded) const {
    if (const int32_t figure = Figure(folded); figure >= 0) return figure;
    const int* value = In(rules.dates.numbers, folded);
    return value ? *value : -1;
  }
  // "19th", "twentieth"
  int32_t OrdinalOf(std::string_view folded) const {
    if (const int* value = In(rules.dates.ordinals, folded)) return *value;
    if (folded.size() < 3 || folded.size() > 4) return -1;
    const TermId ending = rules.vocabulary.Find(folded.substr(folded.size() - 2));
    if (!ending.valid() || rules.dates.ordinal_endings.count(ending) == 0) return -1;
    return Figure(folded.substr(0, folded.size() - 2));
  }
};

// Day, month and year between two equal marks: 2023-10-07, 13/10/2023, 10-13-89. Where nobody can
// tell day from month the month stands first, as American agencies write.
DateInput DescribeNumericDate(std::string_view folded) {
  const size_t first = folded.find_first_of("-/.");
  if (first == std::string_view::npos || first == 0) return {};
  const char mark = folded[first];
  const size_t second = folded.find(mark, first + 1);
  if (second == std::string_view::npos || folded.find_first_of("-/.", second + 1) < folded.size())
    return {};
  const std::string_view one = folded.substr(0, first),
                         two = folded.substr(first + 1, second - first - 1),
                         three = folded.substr(second + 1);
  const int32_t a = Figure(one), b = Figure(two), c = Figure(three);
  if (a < 0 || b < 0 || c < 0 || two.size() > 2) return {};
  if (one.size() == 4 && three.size() <= 2) return Iso(a, b, c);
  if (one.size() > 2) return {};
  if (three.size() != 4 && (three.size() != 2 || mark == '.' || one.size() + two.size() < 3))
    return {};
  const int32_t year = FullYear(three);
  if (year < 0) return {};
  if (mark == '.' || a > 12) return Iso(year, b, a);
  return Iso(year, a, b);
}

DateInput DescribeFigures(std::string_view surface, std::string_view folded, const Table& table) {
  const size_t size = folded.size();
  if (const int32_t value = Figure(folded); value >= 0) {
    if (size == 4 && IsYear(value) && surface.find(',') == std::string_view::npos)
      return {kSymbolYear, value};
    return {kSymbolNumber, value};
  }
  // 2.5
  if (size > 2 && size < 6 && folded.substr(size - 2) == ".5") {
    const int32_t whole = Figure(folded.substr(0, size - 2));
    if (whole > 0) return {kSymbolNumber, -whole};
  }
  // "'98" has its year behind the apostrophe
  if (size == 3 && folded[0] == '\'') {
    const int32_t year = FullYear(folded.substr(1));
    if (year > 0) return {kSymbolYear, year};
  }
  if (const DateInput date = DescribeNumericDate(folded); date.symbol != 0) return date;
  // 10:30
  if (const size_t colon = folded.find(':');
      colon != std::string_view::npos && colon <= 2 && size == colon + 3) {
    const int32_t hour = Figure(folded.substr(0, colon)), minute = Figure(folded.substr(colon + 1));
    if (hour >= 0 && hour < 24 && minute >= 0 && minute < 60)
      return {kSymbolClock, hour * 60 + minute};
    return {};
  }
  // 1990s, 90s, '90s
  if (size >= 3 && folded[size - 1] == 's' && folded[size - 2] == '0') {
    const std::string_view figures =
        folded.substr(folded[0] == '\'' ? 1 : 0, size - (folded[0] == '\'' ? 2 : 1));
    const int32_t year = Figure(figures);
    if (figures.size() == 4 && IsYear(year)) return {kSymbolDecade, year / 10};
    if (figures.size() == 2 && year >= 20) return {kSymbolDecade, 190 + year / 10};
  }
  // 19th
  if (const int32_t value = table.OrdinalOf(folded); value >= 0) return {kSymbolOrdinal, value};
  // 3-5
  if (const size_t hyphen = folded.find('-'); hyphen != std::string_view::npos && size <= 5) {
    const int32_t from = Figure(folded.substr(0, hyphen)), to = Figure(folded.substr(hyphen + 1));
    if (from >= 1 && to > from && to <= 31) return {kSymbolRange, from};
  }
  // Q3, H1
  if (size == 2 && (surface[0] == 'Q' || surface[0] == 'H')) {
    const int32_t value = folded[1] - '0';
    if (surface[0] == 'Q' && value >= 1 && value <= 4) return {kSymbolQuarter, value};
    if (surface[0] == 'H' && value >= 1 && value <= 2) return {kSymbolQuarter, 10 + value};
  }
  // 3pm, 10:30am
  if (size > 2) {
    const DateInput* half = table.In(table.rules.dates.words, folded.substr(size - 2));
    if (half && half->symbol == kSymbolMeridiem) {
      const std::string_view time = folded.substr(0, size - 2);
      const size_t colon = time.find(':');
      const int32_t hour = Figure(time.substr(0, colon));
      const int32_t minute = colon == std::string_view::npos ? 0 : Figure(time.substr(colon + 1));
      if (hour >= 1 && hour <= 12 && minute >= 0 && minute < 60)
        return {kSymbolClock, (hour % 12 + half->value) * 60 + minute};
    }
  }
  return {};
}

// "two-and-a-half", "five-and-a-half-year": the number negative, as for "2.5".
DateInput DescribeAndHalf(std::string_view folded, const Table& table) {
  std::array<std::string_view, 5> parts;
  size_t size = 0;
  for (size_t from = 0; size < parts.size(); ++size) {
    const size_t hyphen = folded.find('-', from);
    parts[size] = folded.substr(from, hyphen - from);
    if (hyphen == std::string_view::npos) {
      ++size;
      break;
    }
    from = hyphen + 1;
  }
  if (size < 4) return {};
  const DateInput* also = table.In(table.rules.dates.words, parts[1]);
  const DateInput* one = table.In(table.rules.dates.words, parts[2]);
  const int* half = table.In(table.rules.dates.units, parts[3]);
  const int32_t number = table.NumberOf(parts[0]);
  if (!also || also->symbol != kSymbolAnd || !one || one->symbol != kSymbolOne || !half ||
      *half != static_cast<int>(Unit::kHalf) || number < 1 || number > 1000)
    return {};
  if (size == 4) return {kSymbolNumber, -number};
  const int* unit = table.In(table.rules.dates.units, parts[4]);
  if (!unit) return {};
  return {kSymbolSpan, number * 32 + 16 + (*unit & 31)};
}

// "two-day", "18-month-old", "half-hour", "mid-September", "mid-1990s", "third-quarter",
// "20th-century", "twenty-five"
DateInput DescribeHyphenated(std::string_view folded, const Table& table) {
  const DateWords& dates = table.rules.dates;
  const size_t hyphen = folded.find('-');
  const std::string_view left = folded.substr(0, hyphen);
  std::string_view right = folded.substr(hyphen + 1);
  const size_t second = right.find('-');
  const std::string_view unit_text = right.substr(0, second);
  const std::string_view tail =
      second == std::string_view::npos ? std::string_view() : right.substr(second + 1);
  if (const int* unit = table.In(dates.units, unit_text)) {
    const bool plain = tail.empty() || tail == "old" || tail == "long";
    const int32_t base = *unit & 31;
    const auto is = [&](Unit one) { return base == static_cast<int32_t>(one); };
    if (const int32_t ordinal = table.OrdinalOf(left); ordinal > 0 && tail.empty()) {
      if (is(Unit::kQuarter) && ordinal <= 4) return {kSymbolQuarter, ordinal};
      if (is(Unit::kHalf) && ordinal <= 2) return {kSymbolQuarter, 10 + ordinal};
      if (is(Unit::kCentury) && ordinal > 1 && ordinal < 30) return {kSymbolCentury, ordinal - 1};
      return {};
    }
    const int* half = table.In(dates.units, left);
    if (half && *half == static_cast<int>(Unit::kHalf) && plain) return {kSymbolSpan, 16 + base};
    const int32_t number = table.NumberOf(left);
    if (plain && number > 0 && number < 50'000'000) return {kSymbolSpan, number * 32 + base};
    return {};
  }
  // "year-long", "decades-old"
  if (const int* unit = table.In(dates.units, left); unit && (right == "long" || right == "old")) {
    return {kSymbolSpan, ((*unit & 32) ? 0 : 32) + (*unit & 31)};
  }
  // "year-earlier", "month-ago"
  if (const int* unit = table.In(dates.units, left); unit && !(*unit & 32)) {
    const DateInput* step = table.In(dates.words, right);
    if (step && step->symbol == kSymbolAgo && step->value != kStepPreposition)
      return {kSymbolUnitAgo, *unit};
  }
  if (const int* modifier = table.In(dates.prefixes, left)) {
    if (const int* month = table.In(dates.months, right))
      return {kSymbolMidMonth, *modifier * 16 + *month};
    if (const DateInput figures = DescribeFigures(right, right, table);
        figures.symbol == kSymbolDecade) {
      return {kSymbolDecade, *modifier * 10000 + figures.value};
    }
    if (right.size() == 4 && IsYear(Figure(right)))
      return {kSymbolMidYear, *modifier * 10000 + Figure(right)};
    if (const int32_t ordinal = table.OrdinalOf(unit_text);
        ordinal > 1 && ordinal < 30 && table.In(dates.units, tail)) {
      return {kSymbolCentury, *modifier * 10000 + ordinal - 1};
    }
    return {};
  }
  if (const DateInput half = DescribeAndHalf(folded, table); half.symbol != 0) return half;
  // "twenty-five"
  const int* tens = table.In(dates.numbers, left);
  const int* ones = table.In(dates.numbers, right);
  if (tens && ones && *tens >= 20 && *tens < 100 && *ones < 10)
    return {kSymbolNumber, *tens + *ones};
  return {};
}

}  // namespace

DateInput DescribeDateMark(ClassSet mark) {
  if (mark & kComma) return {kSymbolComma, 0};
  if (mark & kDash) return {kSymbolDash, 0};
  if (mark & (kStop | kSemicolon | kColon | kCloseQuote)) return {kSymbolStop, 0};
  return {};
}

DateInput DescribeDate(std::string_view surface, std::string_view folded, uint16_t flags,
                       TermId term, const RuleSet& rules) {
  const Table table{rules};
  const DateWords& dates = rules.dates;
  if (const DateInput* word = table.In(dates.words, term)) return *word;
  const size_t hyphen = folded.find('-');
  if (hyphen != std::string_view::npos && hyphen > 0 && (flags & kLetters)) {
    if (const DateInput word = DescribeHyphenated(folded, table); word.symbol != 0) return word;
    if (!(flags & kHasDigit)) return {};
  }
  const bool stopped = folded.size() > 1 && folded.back() == '.';
  const std::string_view bare = folded.substr(0, folded.size() - (stopped ? 1 : 0));
  if (flags & kHasDigit) return DescribeFigures(surface, bare, table);
  if (stopped) term = rules.vocabulary.Find(bare);
  // Months and weekdays are written with a capital; "may", "march" and "sat" are words.
  if (flags & kCapital) {
    if (const int* value = table.In(dates.months, term)) return {kSymbolMonth, *value};
    if (const int* value = table.In(dates.weekdays, term)) return {kSymbolWeekday, *value};
    if (bare.size() > 6 && bare.back() == 's') {
      if (const int* value = table.In(dates.weekdays, bare.substr(0, bare.size() - 1)))
        return {kSymbolWeekdays, *value};
    }
  }
  if (stopped)
    if (const DateInput* word = table.In(dates.words, term)) return *word;
  return {};
}

}  // namespace telex
