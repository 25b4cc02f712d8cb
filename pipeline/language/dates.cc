#include "pipeline/language/dates.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace telex {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;
using std::chrono::years;
using Kind = DateExpression::Kind;
using Unit = DateExpression::Unit;
using Direction = DateExpression::Direction;

constexpr size_t kLongest = 14;  // tokens of one expression

template <class... Numbers>
std::string Format(const char* format, Numbers... numbers) {
  std::array<char, 48> buffer;
  const int size = std::snprintf(buffer.data(), buffer.size(), format, numbers...);
  return std::string(buffer.data(), static_cast<size_t>(std::max(size, 0)));
}

year_month_day Civil(sys_days when) { return year_month_day(when); }
int YearOf(sys_days when) { return static_cast<int>(Civil(when).year()); }
int MonthOf(sys_days when) { return static_cast<int>(static_cast<unsigned>(Civil(when).month())); }
int DayOf(sys_days when) { return static_cast<int>(static_cast<unsigned>(Civil(when).day())); }
int WeekdayOf(sys_days when) { return static_cast<int>(std::chrono::weekday(when).iso_encoding()); }

std::string DayText(sys_days when) {
  return Format("%04d-%02d-%02d", YearOf(when), MonthOf(when), DayOf(when));
}
std::string MonthText(int y, int m) { return Format("%04d-%02d", y, m); }

// ISO 8601: the week belongs to the year of its Thursday.
std::string WeekText(sys_days when) {
  const sys_days thursday = when + days(4 - WeekdayOf(when));
  const sys_days first = sys_days(year(YearOf(thursday)) / 1 / 1);
  return Format("%04d-W%02d", YearOf(thursday),
                static_cast<int>((thursday - first).count() / 7 + 1));
}

// The last day of a month stands in for days it does not have ("a month before March 31").
sys_days Clamp(year y, month m, day d) {
  const year_month_day wanted = y / m / d;
  if (wanted.ok()) return sys_days(wanted);
  return sys_days(y / m / std::chrono::last);
}
sys_days AddMonths(sys_days when, int count) {
  const auto shifted = Civil(when).year() / Civil(when).month() + months(count);
  return Clamp(shifted.year(), shifted.month(), Civil(when).day());
}

const char* UnitLetter(Unit unit) {
  switch (unit) {
    case Unit::kSecond:
      return "S";
    case Unit::kMinute:
      return "M";
    case Unit::kHour:
      return "H";
    case Unit::kDay:
      return "D";
    case Unit::kWeek:
      return "W";
    case Unit::kWeekend:
      return "WE";
    case Unit::kMonth:
      return "M";
    case Unit::kQuarter:
      return "Q";
    case Unit::kYear:
      return "Y";
    case Unit::kDecade:
      return "DE";
    case Unit::kCentury:
      return "CE";
    default:
      return "X";
  }
}
bool IsClockUnit(Unit unit) {
  return unit == Unit::kSecond || unit == Unit::kMinute || unit == Unit::kHour;
}

std::string DurationText(int amount, Unit unit) {
  if (unit == Unit::kFortnight) {
    unit = Unit::kWeek;
    amount *= 2;
  }
  const char* prefix = IsClockUnit(unit) ? "PT" : "P";
  return amount > 0 ? Format("%s%d%s", prefix, amount, UnitLetter(unit))
                    : Format("%sX%s", prefix, UnitLetter(unit));
}

std::string PartText(const DateExpression& e) {
  return e.part[0] ? std::string("T") + e.part[0] + e.part[1] : std::string();
}

// Gives a whole day its part, and says what type that makes it.
DateValue Day(sys_days when, const DateExpression& e, bool anchored) {
  DateValue out;
  out.type = e.part[0] ? Timex::kTime : Timex::kDate;
  out.value = DayText(when) + PartText(e);
  out.resolved = true;
  out.anchored = anchored;
  return out;
}
DateValue Whole(std::string value, bool anchored) {
  return {Timex::kDate, true, anchored, std::move(value)};
}
DateValue Open(std::string value, Timex type = Timex::kDate) {
  return {type, false, true, std::move(value)};
}

// The weekday seen from the anchor.
sys_days NearWeekday(int weekday, sys_days anchor, Direction said, Direction tense) {
  const int back = (WeekdayOf(anchor) - weekday + 7) % 7;  // 0 is the anchor's own day
  switch (said) {
    case Direction::kPast:
      return anchor - days(back == 0 ? 7 : back);
    case Direction::kFuture:
      return anchor + days(7 - back);
    case Direction::kThis:
      if (tense == Direction::kPast) return anchor - days(back);
      if (tense == Direction::kFuture) return anchor + days((7 - back) % 7);
      return anchor + days(weekday - WeekdayOf(anchor));
    default:
      break;
  }
  if (tense == Direction::kFuture) return anchor + days((7 - back) % 7);
  return anchor - days(back);
}

// A year for a month or a day that is given without one.
int NearYear(const DateExpression& e, sys_days anchor, Direction tense) {
  const int now = YearOf(anchor);
  if (e.unit == Unit::kYear && e.direction != Direction::kUnsaid) {  // "October of last year"
    return now + (e.direction == Direction::kPast ? -1 : e.direction == Direction::kFuture ? 1 : 0);
  }
  const auto m = month(static_cast<unsigned>(e.month));
  if (e.day != 0 && e.weekday != 0) {  // "Friday 13 October": the weekday tells the year
    for (const int candidate : {now, now - 1, now + 1}) {
      const year_month_day date = year(candidate) / m / day(static_cast<unsigned>(e.day));
      if (date.ok() && WeekdayOf(sys_days(date)) == e.weekday) return candidate;
    }
  }
  if (e.day == 0) {
    const int here = MonthOf(anchor);
    switch (e.direction) {
      case Direction::kPast:
        return e.month < here ? now : now - 1;
      case Direction::kFuture:
        return e.month > here ? now : now + 1;
      case Direction::kThis:
        return now;
      default:
        break;
    }
    if (tense == Direction::kFuture) return e.month >= here ? now : now + 1;
    return e.month <= here ? now : now - 1;
  }
  const sys_days this_year = Clamp(year(now), m, day(static_cast<unsigned>(e.day)));
  if (tense == Direction::kFuture) return this_year >= anchor ? now : now + 1;
  // Two days of grace: a feed's clock may lag behind the story's.
  return this_year <= anchor + days(2) ? now : now - 1;
}

DateValue ResolveCalendar(const DateExpression& e, Anchor anchor, Direction tense) {
  if (e.unit == Unit::kDecade) return Whole(Format("%03d", e.year), false);
  bool anchored = false;
  int y = e.year;
  if (e.season[0]) {
    if (y == 0 && anchor) {
      anchored = true;
      y = YearOf(*anchor) + (e.direction == Direction::kPast     ? -1
                             : e.direction == Direction::kFuture ? 1
                                                                 : 0);
    }
    if (y == 0) return Open(std::string("XXXX-") + e.season[0] + e.season[1]);
    return Whole(Format("%04d-%c%c", y, e.season[0], e.season[1]), anchored);
  }
  if (y == 0 && anchor) {
    anchored = true;
    y = NearYear(e, *anchor, tense);
  }
  if (e.month == 0) return Whole(Format("%04d", y), anchored);
  if (y == 0) {
    if (e.day == 0) return Open(Format("XXXX-%02d", e.month));
    return Open(Format("XXXX-%02d-%02d", e.month, e.day) + PartText(e),
                e.part[0] ? Timex::kTime : Timex::kDate);
  }
  if (e.day == 0) return Whole(MonthText(y, e.month), anchored);
  const year_month_day date =
      year(y) / month(static_cast<unsigned>(e.month)) / day(static_cast<unsigned>(e.day));
  if (!date.ok()) return Whole(MonthText(y, e.month), anchored);  // February 30: the month at least
  return Day(sys_days(date), e, anchored);
}

DateValue ResolveUnit(const DateExpression& e, sys_days anchor) {
  const int step = e.direction == Direction::kPast ? -1 : e.direction == Direction::kFuture ? 1 : 0;
  switch (e.unit) {
    case Unit::kDay:
      return Day(anchor + days(step), e, true);
    case Unit::kWeek:
      return Whole(WeekText(anchor + days(7 * step)), true);
    case Unit::kFortnight:
      return Whole(WeekText(anchor + days(14 * step)), true);
    case Unit::kWeekend:
      return Whole(WeekText(anchor + days(7 * step)) + "-WE", true);
    case Unit::kMonth: {
      const sys_days then = AddMonths(anchor, step);
      return Whole(MonthText(YearOf(then), MonthOf(then)), true);
    }
    case Unit::kQuarter: {
      const sys_days then = AddMonths(anchor, 3 * step);
      return Whole(Format("%04d-Q%d", YearOf(then), (MonthOf(then) - 1) / 3 + 1), true);
    }
    case Unit::kYear:
      return Whole(Format("%04d", YearOf(anchor) + step), true);
    case Unit::kDecade:
      return Whole(Format("%03d", YearOf(anchor) / 10 + step), true);
    case Unit::kCentury:
      return Whole(Format("%02d", YearOf(anchor) / 100 + step), true);
    default:
      return Open(step < 0 ? "PAST_REF" : step > 0 ? "FUTURE_REF" : "PRESENT_REF");
  }
}

DateValue ResolveOffset(const DateExpression& e, sys_days anchor) {
  if (e.amount == 0) return Open(e.direction == Direction::kPast ? "PAST_REF" : "FUTURE_REF");
  // Nobody means a day nearer than this; it also keeps the calendar inside its bounds.
  if (e.amount < -3000 || e.amount > 3000) return Open(e.amount < 0 ? "PAST_REF" : "FUTURE_REF");
  switch (e.unit) {
    case Unit::kDay:
      return Day(anchor + days(e.amount), e, true);
    case Unit::kWeek:
      return Whole(WeekText(anchor + days(7 * e.amount)), true);
    case Unit::kFortnight:
      return Whole(WeekText(anchor + days(14 * e.amount)), true);
    case Unit::kWeekend:
      return Whole(WeekText(anchor + days(7 * e.amount)) + "-WE", true);
    case Unit::kMonth: {
      const sys_days then = AddMonths(anchor, e.amount);
      return Whole(MonthText(YearOf(then), MonthOf(then)), true);
    }
    case Unit::kQuarter: {
      const sys_days then = AddMonths(anchor, 3 * e.amount);
      return Whole(Format("%04d-Q%d", YearOf(then), (MonthOf(then) - 1) / 3 + 1), true);
    }
    case Unit::kYear:
      return Whole(Format("%04d", YearOf(anchor) + e.amount), true);
    case Unit::kDecade:
      return Whole(Format("%03d", YearOf(anchor) / 10 + e.amount), true);
    case Unit::kHour: {
      // The anchor has no clock; under a day the day itself is the best guess.
      return Day(anchor + days(e.amount / 24), e, true);
    }
    case Unit::kMinute:
    case Unit::kSecond:
      return Day(anchor, e, true);
    default:
      return Open(e.amount < 0 ? "PAST_REF" : "FUTURE_REF");
  }
}

DateValue ResolveSet(const DateExpression& e) {
  DateValue out{Timex::kSet, true, false, {}};
  if (e.weekday != 0)
    out.value = Format("XXXX-WXX-%d", e.weekday) + PartText(e);
  else if (e.part[0])
    out.value = "XXXX-XX-XX" + PartText(e);
  else if (e.amount > 1)
    out.value = DurationText(e.amount, e.unit);
  else if (e.unit == Unit::kDay)
    out.value = "XXXX-XX-XX";
  else if (e.unit == Unit::kWeek)
    out.value = "XXXX-WXX";
  else if (e.unit == Unit::kWeekend)
    out.value = "XXXX-WXX-WE";
  else if (e.unit == Unit::kMonth)
    out.value = "XXXX-XX";
  else if (e.unit == Unit::kYear)
    out.value = "XXXX";
  else
    out.value = DurationText(1, e.unit);
  return out;
}

}  // namespace

Anchor ParseDay(std::string_view iso) {
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto number = [&](size_t at, size_t size) {
    int value = 0;
    for (size_t i = at; i < at + size; ++i) {
      if (iso[i] < '0' || iso[i] > '9') return -1;
      value = value * 10 + (iso[i] - '0');
    }
    return value;
  };
  const int y = number(0, 4), m = number(5, 2), d = number(8, 2);
  if (y < 1 || m < 1 || d < 1) return std::nullopt;
  const year_month_day date =
      year(y) / month(static_cast<unsigned>(m)) / day(static_cast<unsigned>(d));
  if (!date.ok()) return std::nullopt;
  return sys_days(date);
}

Anchor AnchorOf(std::string_view published, const Dateline& dateline) {
  if (const Anchor day_of_feed = ParseDay(published)) return day_of_feed;
  return ParseDay(dateline.date);
}

DateValue Resolve(const DateExpression& e, Anchor anchor, Direction tense) {
  switch (e.kind) {
    case Kind::kNone:
      return Open("");
    case Kind::kCalendar:
      return ResolveCalendar(e, anchor, tense);
    case Kind::kDuration:
      return {Timex::kDuration, true, false, DurationText(e.amount, e.unit)};
    case Kind::kSet:
      return ResolveSet(e);
    case Kind::kWeekday: {
      if (!anchor)
        return Open(Format("XXXX-WXX-%d", e.weekday) + PartText(e),
                    e.part[0] ? Timex::kTime : Timex::kDate);
      if (e.unit == Unit::kWeek) {  // "Friday next week"
        const int step = e.direction == Direction::kPast     ? -1
                         : e.direction == Direction::kFuture ? 1
                                                             : 0;
        return Day(*anchor + days(e.weekday - WeekdayOf(*anchor) + 7 * step), e, true);
      }
      return Day(NearWeekday(e.weekday, *anchor, e.direction, tense), e, true);
    }
    case Kind::kRelativeDay:
      if (!anchor) return Open("XXXX-XX-XX" + PartText(e), e.part[0] ? Timex::kTime : Timex::kDate);
      return Day(*anchor + days(e.amount), e, true);
    case Kind::kRelativeUnit:
      return anchor ? ResolveUnit(e, *anchor)
                    : Open(e.direction == Direction::kPast     ? "PAST_REF"
                           : e.direction == Direction::kFuture ? "FUTURE_REF"
                                                               : "PRESENT_REF");
    case Kind::kOffset:
      return anchor ? ResolveOffset(e, *anchor)
                    : Open(e.direction == Direction::kPast ? "PAST_REF" : "FUTURE_REF");
    case Kind::kClock: {
      const std::string clock = Format("T%02d:%02d", e.hour, e.minute);
      if (!anchor) return Open("XXXX-XX-XX" + clock, Timex::kTime);
      sys_days when = *anchor + days(e.amount);
      if (e.weekday != 0) when = NearWeekday(e.weekday, *anchor, Direction::kUnsaid, tense);
      return {Timex::kTime, true, true, DayText(when) + clock};
    }
  }
  return Open("");
}

size_t ReadDate(const WordTable& words, const std::vector<Token>& tokens, TokenIndex token,
                TokenIndex end, DateExpression& expression) {
  std::array<DateInput, kLongest> input;
  size_t size = 0;
  while (size < kLongest && token + size < end) {
    const Word& word = words[tokens[token + size].word];
    if (word.date_symbol == 0) break;
    input[size++] = {word.date_symbol, word.date_value};
  }
  return size == 0 ? 0 : ParseDate(input.data(), input.data() + size, expression);
}

namespace {

// Symbols that an expression can start with; those in `needs_more` start one only with another
// symbol behind them.
bool MayStart(char symbol, char next) {
  switch (symbol) {
    case kSymbolNone:
    case kSymbolPreposition:
    case kSymbolComma:
    case kSymbolAnd:
    case kSymbolDash:
    case kSymbolMeridiem:
      return false;
    case kSymbolThe:
      return next == kSymbolNumber || next == kSymbolOrdinal || next == kSymbolUnit ||
             next == kSymbolDirection || next == kSymbolDecade || next == kSymbolSeason ||
             next == kSymbolPart || next == kSymbolModifier;
    case kSymbolNumber:
    case kSymbolOne:
    case kSymbolOrdinal:
    case kSymbolUnit:
    case kSymbolDirection:
    case kSymbolModifier:
    case kSymbolAgo:
    case kSymbolLater:
    case kSymbolPart:
    case kSymbolRange:
    case kSymbolEvery:
      return next != kSymbolNone;
    default:
      return true;
  }
}

// A bare year or month is one only where the words around it say so: "in 2016", not "2016 people";
// "in May", not "May he".
bool FitsContext(const DateExpression& e, size_t size, TokenIndex at, const WordTable& words,
                 const Layers& layers) {
  if (size != 1) return true;
  const Word& word = words[layers.tokens[at].word];
  // "Sun" and "Sat" alone are words or names.
  if (e.kind == Kind::kWeekday) return word.Has(kAbbreviation) || word.surface_size > 3;
  if (e.kind != Kind::kCalendar) return true;
  const Word* before = at > 0 ? &words[layers.tokens[at - 1].word] : nullptr;
  const Word* after = at + 1 < layers.tokens.size() ? &words[layers.tokens[at + 1].word] : nullptr;
  if (word.date_symbol == kSymbolYear) {
    if (!before || !before->Is(kPreposition | kSubordinator | kOpenBracket | kDeterminer |
                               kCoordinator | kComma | kPossessivePronoun)) {
      return false;
    }
    if (before->Is(kCoordinator | kComma)) {
      // "in 2016 and 2017"
      return at > 1 && words[layers.tokens[at - 2].word].date_symbol == kSymbolYear;
    }
    if (before->Is(kDeterminer) || !after)
      return !after || !after->Is(kPlural) || before->Is(kDeterminer);
    const bool counted = after->Is(kPlural | kNumber) && !after->Has(kCapital) &&
                         !after->Is(kFiniteVerb | kPreposition);
    return !counted;
  }
  // "Jan Novak", "April Jones": a month alone before another capital is a name, unless a
  // preposition says otherwise.
  if (word.date_symbol == kSymbolMonth && after && after->Has(kCapital) &&
      !(before && before->Is(kPreposition)))
    return false;
  if (word.date_symbol == kSymbolMonth && word.Is(kModal | kVerb | kAdjective)) {
    return before && before->Is(kPreposition) && !before->Is(kTo);
  }
  return true;
}

}  // namespace

void FindDates(std::string_view published, const WordTable& words, Layers& layers) {
  layers.dates.clear();
  const Anchor anchor = AnchorOf(published, layers.dateline);
  Anchor reference;  // the day the text last spoke of, for "two days later"
  for (const Sentence& sentence : layers.sentences) {
    for (TokenIndex at = sentence.begin; at < sentence.end;) {
      const char symbol = words[layers.tokens[at].word].date_symbol;
      const char next =
          at + 1 < sentence.end ? words[layers.tokens[at + 1].word].date_symbol : '\0';
      if (!MayStart(symbol, next)) {
        ++at;
        continue;
      }
      DateExpression expression;
      const size_t size = ReadDate(words, layers.tokens, at, sentence.end, expression);
      if (size == 0 || !FitsContext(expression, size, at, words, layers)) {
        ++at;
        continue;
      }
      const Anchor from = expression.from_event ? reference : anchor;
      DateValue value = Resolve(expression, from);
      DateMention& mention = layers.dates.emplace_back();
      mention.begin = at;
      mention.end = at + static_cast<uint32_t>(size);
      mention.type = value.type;
      mention.resolved = value.resolved;
      mention.anchored = value.anchored;
      mention.expression = expression;
      if (value.resolved && (value.type == Timex::kDate || value.type == Timex::kTime)) {
        if (const Anchor day_of_text = ParseDay(value.value)) reference = day_of_text;
      }
      mention.value = std::move(value.value);
      at = mention.end;
    }
  }
}

}  // namespace telex
