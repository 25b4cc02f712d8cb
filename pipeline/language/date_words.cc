#include "pipeline/language/date_words.h"

#include <array>
#include <charconv>

#include "pipeline/language/letters.h"
#include "pipeline/language/words.h"

namespace telex {
namespace {

using Unit = DateExpression::Unit;
using Modifier = DateExpression::Modifier;

Unit UnitOf(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Unit>, 12> kNames = {{
      {"second", Unit::kSecond},
      {"minute", Unit::kMinute},
      {"hour", Unit::kHour},
      {"day", Unit::kDay},
      {"week", Unit::kWeek},
      {"weekend", Unit::kWeekend},
      {"month", Unit::kMonth},
      {"quarter", Unit::kQuarter},
      {"year", Unit::kYear},
      {"decade", Unit::kDecade},
      {"century", Unit::kCentury},
      {"fortnight", Unit::kFortnight},
  }};
  for (const auto& [text, unit] : kNames) {
    if (text == name) return unit;
  }
  return Unit::kNone;
}

int32_t TwoLetters(std::string_view code) {
  return code.size() == 2
             ? static_cast<unsigned char>(code[0]) * 256 + static_cast<unsigned char>(code[1])
             : 0;
}

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

struct Table {
  const RuleSet& rules;

  template <class Map>
  const typename Map::mapped_type* In(const Map& map, TermId term) const {
    const auto found = term.valid() ? map.find(term) : map.end();
    return found == map.end() ? nullptr : &found->second;
  }
  // What one of the further keys of dates.yaml says of a word.
  const std::string* Under(std::string_view key, TermId term) const {
    const auto found = rules.dates.more.find(std::string(key));
    return found == rules.dates.more.end() ? nullptr : In(found->second, term);
  }
  Modifier ModifierOf(std::string_view key, TermId term) const {
    const std::string* edge = Under(key, term);
    if (!edge) return Modifier::kNone;
    return *edge == "early" ? Modifier::kEarly : *edge == "late" ? Modifier::kLate : Modifier::kMid;
  }
  // The number that a figure or a number word stands for, -1 if none.
  int32_t NumberOf(std::string_view folded) const {
    if (const int32_t figure = Figure(folded); figure >= 0) return figure;
    const int* value = In(rules.dates.numbers, rules.vocabulary.Find(folded));
    return value ? *value : -1;
  }
};

DateWord DescribeFigures(std::string_view surface, std::string_view folded, const Table& table) {
  const size_t size = folded.size();
  if (const int32_t value = Figure(folded); value >= 0) {
    if (size == 4 && value >= 1000 && value < 2200 && surface.find(',') == std::string_view::npos) {
      return {kSymbolYear, value};
    }
    return {kSymbolNumber, value};
  }
  // 2023-10-07
  if (size == 10 && (folded[4] == '-' || folded[4] == '/') && folded[7] == folded[4]) {
    const int32_t year = Figure(folded.substr(0, 4)), month = Figure(folded.substr(5, 2)),
                  day = Figure(folded.substr(8));
    if (year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= 31)
      return {kSymbolIso, year * 10000 + month * 100 + day};
    return {};
  }
  // 13/10/2023 or 10/13/2023; nobody can tell 5/6/2023
  if (const size_t slash = folded.find('/');
      slash != std::string_view::npos && size > 7 && folded[size - 5] == '/') {
    const size_t next = size - 5;
    if (slash >= next) return {};
    const int32_t first = Figure(folded.substr(0, slash)),
                  second = Figure(folded.substr(slash + 1, next - slash - 1));
    const int32_t year = Figure(folded.substr(next + 1));
    if (first < 1 || second < 1 || year < 1000) return {};
    if (first > 12 && first <= 31 && second <= 12)
      return {kSymbolIso, year * 10000 + second * 100 + first};
    if (second > 12 && second <= 31 && first <= 12)
      return {kSymbolIso, year * 10000 + first * 100 + second};
    return {};
  }
  // 10:30
  if (const size_t colon = folded.find(':');
      colon != std::string_view::npos && colon <= 2 && size == colon + 3) {
    const int32_t hour = Figure(folded.substr(0, colon)), minute = Figure(folded.substr(colon + 1));
    if (hour >= 0 && hour < 24 && minute >= 0 && minute < 60)
      return {kSymbolClock, hour * 60 + minute};
    return {};
  }
  // 1990s
  if (size == 5 && folded[4] == 's' && folded[3] == '0') {
    if (const int32_t year = Figure(folded.substr(0, 4)); year >= 1000 && year < 2200)
      return {kSymbolDecade, year / 10};
  }
  // 19th
  if (size >= 3 && size <= 4) {
    const int32_t value = Figure(folded.substr(0, size - 2));
    const TermId ending = table.rules.vocabulary.Find(folded.substr(size - 2));
    if (value >= 0 && table.Under("ordinal_endings", ending)) return {kSymbolOrdinal, value};
  }
  // 3-5
  if (const size_t hyphen = folded.find('-'); hyphen != std::string_view::npos && size <= 5) {
    const int32_t from = Figure(folded.substr(0, hyphen)), to = Figure(folded.substr(hyphen + 1));
    if (from >= 1 && to > from && to <= 31) return {kSymbolRange, from};
  }
  return {};
}

}  // namespace

DateWord DescribeDate(std::string_view surface, std::string_view folded, ClassSet mark,
                      const RuleSet& rules) {
  if (mark & kComma) return {kSymbolComma, 0};
  if (mark & kDash) return {kSymbolDash, 0};
  if (mark & kPunctuation) return {};
  const Table table{rules};
  const DateWords& dates = rules.dates;
  const std::string_view bare =
      folded.size() > 1 && folded.back() == '.' ? folded.substr(0, folded.size() - 1) : folded;
  const uint16_t flags = SpellingFlags(surface);

  // "two-day", "10-month", "mid-September", "mid-2024"
  if (const size_t hyphen = folded.find('-');
      hyphen != std::string_view::npos && hyphen > 0 && (flags & kLetters)) {
    const std::string_view left = folded.substr(0, hyphen), right = folded.substr(hyphen + 1);
    const TermId right_term = rules.vocabulary.Find(right);
    if (const std::string* unit = table.In(dates.units, right_term)) {
      const int32_t number = table.NumberOf(left);
      if (number > 0 && number < 100000000)
        return {kSymbolSpan, number * 16 + static_cast<int32_t>(UnitOf(*unit))};
    }
    if (const Modifier modifier =
            table.ModifierOf("prefixes", rules.vocabulary.Find(folded.substr(0, hyphen + 1)));
        modifier != Modifier::kNone) {
      if (const int* month = table.In(dates.months, right_term)) {
        return {kSymbolMidMonth, static_cast<int32_t>(modifier) * 16 + *month};
      }
      const int32_t year = Figure(right);
      if (right.size() == 4 && year >= 1000 && year < 2200)
        return {kSymbolMidYear, static_cast<int32_t>(modifier) * 10000 + year};
    }
    if (!(flags & kHasDigit)) {
      if (const int* value = table.In(dates.ordinals, rules.vocabulary.Find(folded)))
        return {kSymbolOrdinal, *value};
      return {};
    }
  }
  if (flags & kHasDigit) return DescribeFigures(surface, bare, table);

  const TermId term = rules.vocabulary.Find(bare);
  const TermId whole = rules.vocabulary.Find(folded);
  const bool capital = (flags & kCapital) != 0;
  // Months and weekdays are written with a capital; "may", "march" and "sat" are words.
  if (capital || bare.size() > 5) {
    if (const int* value = table.In(dates.months, term)) return {kSymbolMonth, *value};
    if (const int* value = table.In(dates.weekdays, term)) return {kSymbolWeekday, *value};
  }
  for (const TermId form : {whole, term}) {
    if (!form.valid()) continue;
    if (const std::string* half = table.Under("clock", form);
        half && (*half == "AM" || *half == "PM")) {
      if (!table.In(dates.parts, form)) return {kSymbolMeridiem, *half == "PM" ? 12 : 0};
    }
  }
  if (!term.valid()) return {};
  const std::string* part = table.In(dates.parts, term);
  const int32_t part_code = part ? TwoLetters(*part) : 0;
  if (const int* value = table.In(dates.relative_days, term))
    return {kSymbolRelative, (*value + 100) * 65536 + part_code};
  ClassSet function = 0;
  if (const ClassSet* found = table.In(rules.function_words, term)) function = *found;
  if (table.Under("every", term)) return {kSymbolEvery, 0};
  if (const Modifier modifier = table.ModifierOf("edges", term);
      modifier != Modifier::kNone && !dates.ago.count(term) && !dates.later.count(term) &&
      !dates.directions.count(term)) {
    return {kSymbolModifier, static_cast<int32_t>(modifier)};
  }
  if (dates.ago.count(term)) {
    return {kSymbolAgo, (function & (kPreposition | kSubordinator)) ? 1 : 0};
  }
  if (dates.later.count(term)) return {kSymbolLater, 0};
  if (const int* value = table.In(dates.directions, term)) return {kSymbolDirection, *value};
  if (const int* value = table.In(dates.ordinals, term)) return {kSymbolOrdinal, *value};
  if (const std::string* unit = table.In(dates.units, term); unit && !part)
    return {kSymbolUnit, static_cast<int32_t>(UnitOf(*unit))};
  if (part_code != 0) return {kSymbolPart, part_code};
  if (const std::string* season = table.Under("seasons", term);
      season && TwoLetters(*season) != 0) {
    return {kSymbolSeason, TwoLetters(*season)};
  }
  if (const int* value = table.In(dates.numbers, term)) {
    return {(function & kDeterminer) ? kSymbolOne : kSymbolNumber, *value};
  }
  if (const std::string* unit = table.Under("often", term))
    return {kSymbolOften, static_cast<int32_t>(UnitOf(*unit))};
  if (function & kDeterminer) return {kSymbolThe, 0};
  if (function & kPreposition) return {kSymbolPreposition, 0};
  if (function & kCoordinator) return {kSymbolAnd, 0};
  return {};
}

}  // namespace telex
