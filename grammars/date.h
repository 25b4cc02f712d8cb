// The date grammar: reads time expressions ("two days ago", "7 October 2023", "early Monday") from
// a row of symbols.
//
// Each token gives one symbol (weekday, month, number … with a value), worked out once
// per distinct word from rules/language/dates.yaml, so that the grammar itself knows no English
// word. ParseDate reads the longest expression from one place. Nothing here knows about calendars:
// resolving is in pipeline/language/dates.h. Stateless; safe to call from any thread.
#pragma once

#include <cstddef>
#include <cstdint>

namespace telex {

/// What a time expression says, before any calendar is asked. Fields that it does not mention keep
/// their default.
struct DateExpression {
  enum class Kind : uint8_t {
    kNone,
    kCalendar,  // year, quarter, month, day as far as said: "7 October 2023", "2016", "October 7"
    kWeekday,   // "Monday", "last Monday" (direction), "Monday morning" (part)
    kRelativeDay,   // "yesterday": offset of days
    kRelativeUnit,  // "last week", "this year", "next month": direction and unit
    kOffset,        // "two days ago", "three weeks later": amount and unit
    kClock,         // "10 a.m.": hour, minute
    kDuration,      // "two days"
    kSet,           // "every Friday", "every two weeks", "weekly"
    kReference,     // "now", "the future": direction
  };
  enum class Unit : uint8_t {
    kNone,
    kSecond,
    kMinute,
    kHour,
    kDay,
    kWeek,
    kWeekend,
    kMonth,
    kQuarter,
    kHalf,  // of a year
    kYear,
    kDecade,
    kCentury,
    kMillennium,
    kFortnight
  };
  enum class Modifier : uint8_t { kNone, kEarly, kMid, kLate };
  enum class Direction : uint8_t { kUnsaid, kPast, kThis, kFuture };

  Kind kind = Kind::kNone;
  Unit unit = Unit::kNone;  // with kCalendar: kDecade and kCentury are those of `year` (199, 19)
  Modifier modifier = Modifier::kNone;
  Direction direction = Direction::kUnsaid;
  int32_t year = 0;     // 0 is unsaid
  int32_t amount = 0;   // of units or days; negative is past; 0 with kDuration is "several" (PX)
  int32_t holiday = 0;  // of HolidayCode: a day that moves from year to year
  int8_t month = 0;
  int8_t day = 0;
  int8_t weekday = 0;  // Monday = 1 … Sunday = 7
  int8_t hour = -1;
  int8_t minute = -1;
  int8_t quarter = 0;       // 1 … 4
  int8_t half = 0;          // of the year, 1 or 2
  bool and_half = false;    // "two and a half years"
  char part[2] = {0, 0};    // TIMEX3 part of the day, "MO", "AF", "EV", "NI"
  char season[2] = {0, 0};  // "SP", "SU", "FA", "WI"
  bool from_event =
      false;  // counts from what the text speaks of, not from the anchor ("two days later")
};

/// The symbols, with the value that goes with each.
enum DateSymbol : char {
  kSymbolNone,
  kSymbolWeekday,    // 1 … 7
  kSymbolWeekdays,   // the same; "Mondays"
  kSymbolMonth,      // 1 … 12
  kSymbolNumber,     // the number; "two", "20"; -2 for "2.5"
  kSymbolVague,      // "several"
  kSymbolYear,       // figures from 1000 to 2199
  kSymbolOrdinal,    // "19th", "first"
  kSymbolUnit,       // a DateExpression::Unit, + 32 in the plural
  kSymbolPart,       // part of the day: two letters, first * 256 + second
  kSymbolRelative,   // (offset in days + 100) * 65536 + part of the day or 0; "tonight"
  kSymbolDirection,  // -1 last, 0 this, 1 next; + 8 where it counts from the text
  kSymbolAgo,        // of DateStep
  kSymbolLater,      // of DateStep
  kSymbolModifier,   // a DateExpression::Modifier; "early"
  kSymbolEdge,       // the same of a noun; "beginning"
  kSymbolSeason,     // two letters, as parts of the day
  kSymbolIso,        // yyyymmdd; "2023-10-07"
  kSymbolClock,      // minutes since midnight; "10:30"
  kSymbolMeridiem,   // 0 a.m., 12 p.m.
  kSymbolOclock,
  kSymbolZone,
  kSymbolThe,          // a determiner
  kSymbolOne,          // a determiner that counts one: "a week ago"
  kSymbolPreposition,  // 1 for "of", else 0
  kSymbolComma,
  kSymbolStop,  // also the other marks that end a clause
  kSymbolAnd,
  kSymbolDash,
  kSymbolEvery,        // 1, or 2 for "every other"
  kSymbolTimes,        // "times"
  kSymbolOftenCount,   // "twice"
  kSymbolDecade,       // modifier * 10000 + 199 for "1990s"
  kSymbolNamedDecade,  // 199 for "nineties"
  kSymbolCentury,      // modifier * 10000 + 19 for "20th-century"
  kSymbolQuarter,      // 1 … 4, or 11 and 12 for the halves: "third-quarter", "Q3"
  kSymbolSpan,         // (amount * 2 + half) * 16 + unit; "two-day"
  kSymbolRange,        // the first of two numbers; "3-5"
  kSymbolOften,        // amount * 16 + unit; "weekly"
  kSymbolMidMonth,     // modifier * 16 + month; "mid-September"
  kSymbolMidYear,      // modifier * 10000 + year; "mid-2024"
  kSymbolAbout,        // "nearly", "more than"
  kSymbolBetween,      // "consecutive"
  kSymbolFiscal,       // 1 for "fiscal year", 0 for "fiscal"
  kSymbolUnitAgo,      // a DateExpression::Unit; "year-earlier"
  kSymbolUnitEnd,      // the same; "year-end"
  kSymbolEra,          // "B.C."
  kSymbolReference,    // -1, 0, 1
  kSymbolHoliday,      // month * 100 + day, or of HolidayCode
  kDateSymbols
};

/// What kSymbolAgo and kSymbolLater say beside their direction.
enum DateStep : int32_t {
  kStepPlain = 0,        // "ago"
  kStepPreposition = 1,  // "before", "after": alone, or with what it counts from
  kStepLoosely = 2,      // "earlier", "later": also "earlier this month"
};

/// Values of kSymbolHoliday from which on they are no month * 100 + day.
enum HolidayCode : int32_t {
  kHolidayWeekday = 10000,  // + month * 100 + which * 10 + weekday: the fourth Thursday of November
  kLastOfMonth = 9,         // which of the weekdays: the last
  kHolidayEaster = 20000,   // + days from Easter Sunday
  kHolidayIslamic = 30000,  // + month * 100 + day of the Islamic year
};

/// One token, or several that are one word to the grammar.
struct DateInput {
  char symbol = 0;
  int32_t value = 0;
};

/// Whether an expression may begin with these symbols; `second` is kSymbolNone where none follows.
/// A look at a table, for the many places where no date is.
bool MayStartDate(char first, char second);
/// Whatever follows.
bool MayStartDate(char first);

/// The longest expression that starts at `begin`. Returns how many symbols it takes, 0 if none.
size_t ParseDate(const DateInput* begin, const DateInput* end, DateExpression& expression);

}  // namespace telex
