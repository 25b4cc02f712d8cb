// The date grammar: reads time expressions ("two days ago", "7 October 2023", "early Monday") from
// a row of symbols.
//
// Each token gives one symbol (a letter for weekday, month, number … with a value), worked out once
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
  kSymbolNone = 0,
  kSymbolWeekday = 'W',    // 1 … 7
  kSymbolWeekdays = 'w',   // the same; "Mondays"
  kSymbolMonth = 'M',      // 1 … 12
  kSymbolNumber = 'N',     // the number; "two", "20"; -2 for "2.5"
  kSymbolVague = 'v',      // "several"
  kSymbolYear = 'Y',       // figures from 1000 to 2199
  kSymbolOrdinal = 'O',    // "19th", "first"
  kSymbolUnit = 'U',       // a DateExpression::Unit, + 32 in the plural
  kSymbolPart = 'P',       // part of the day: two letters, first * 256 + second
  kSymbolRelative = 'R',   // (offset in days + 100) * 65536 + part of the day or 0; "tonight"
  kSymbolDirection = 'L',  // -1 last, 0 this, 1 next; + 8 where it counts from the text
  kSymbolAgo = 'A',        // of DateStep
  kSymbolLater = 'F',      // of DateStep
  kSymbolModifier = 'E',   // a DateExpression::Modifier; "early"
  kSymbolEdge = 'G',       // the same of a noun; "beginning"
  kSymbolSeason = 'S',     // two letters, as parts of the day
  kSymbolIso = 'I',        // yyyymmdd; "2023-10-07"
  kSymbolClock = 'K',      // minutes since midnight; "10:30"
  kSymbolMeridiem = 'm',   // 0 a.m., 12 p.m.
  kSymbolOclock = 'k',
  kSymbolZone = 'q',
  kSymbolThe = 't',          // a determiner
  kSymbolOne = 'a',          // a determiner that counts one: "a week ago"
  kSymbolPreposition = 'p',  // 1 for "of", else 0
  kSymbolComma = ',',
  kSymbolStop = '.',  // also the other marks that end a clause
  kSymbolAnd = 'c',
  kSymbolDash = '-',
  kSymbolEvery = 'e',        // 1, or 2 for "every other"
  kSymbolTimes = 'x',        // "times"
  kSymbolOftenCount = 'o',   // "twice"
  kSymbolDecade = 'D',       // modifier * 10000 + 199 for "1990s"
  kSymbolNamedDecade = 'd',  // 199 for "nineties"
  kSymbolCentury = 'C',      // modifier * 10000 + 19 for "20th-century"
  kSymbolQuarter = 'Q',      // 1 … 4, or 11 and 12 for the halves: "third-quarter", "Q3"
  kSymbolSpan = 'H',         // (amount * 2 + half) * 16 + unit; "two-day"
  kSymbolRange = 'B',        // the first of two numbers; "3-5"
  kSymbolOften = 'T',        // amount * 16 + unit; "weekly"
  kSymbolMidMonth = 'X',     // modifier * 16 + month; "mid-September"
  kSymbolMidYear = 'Z',      // modifier * 10000 + year; "mid-2024"
  kSymbolAbout = '~',        // "nearly", "more than"
  kSymbolBetween = 'b',      // "consecutive"
  kSymbolFiscal = 'f',       // 1 for "fiscal year", 0 for "fiscal"
  kSymbolUnitAgo = 'g',      // a DateExpression::Unit; "year-earlier"
  kSymbolUnitEnd = 'z',      // the same; "year-end"
  kSymbolEra = '!',          // "B.C."
  kSymbolReference = 'r',    // -1, 0, 1
  kSymbolHoliday = 'j',      // month * 100 + day, or of HolidayCode
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

/// The longest expression that starts at `begin`. Returns how many symbols it takes, 0 if none.
size_t ParseDate(const DateInput* begin, const DateInput* end, DateExpression& expression);

}  // namespace telex
