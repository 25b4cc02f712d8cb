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
    kCalendar,  // year, month, day as far as said: "7 October 2023", "April 2016", "2016", "October
                // 7"
    kWeekday,   // "Monday", "last Monday" (direction), "Monday morning" (part)
    kRelativeDay,   // "yesterday": offset of days
    kRelativeUnit,  // "last week", "this year", "next month": direction and unit
    kOffset,        // "two days ago", "three weeks later": amount and unit
    kClock,         // "10 a.m.": hour, minute
    kDuration,      // "two days"
    kSet,           // "every Friday", "every two weeks", "weekly"
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
    kYear,
    kDecade,
    kCentury,
    kFortnight
  };
  enum class Modifier : uint8_t { kNone, kEarly, kMid, kLate };
  enum class Direction : uint8_t { kUnsaid, kPast, kThis, kFuture };

  Kind kind = Kind::kNone;
  Unit unit = Unit::kNone;
  Modifier modifier = Modifier::kNone;
  Direction direction = Direction::kUnsaid;
  int32_t year = 0;    // 0 is unsaid
  int32_t amount = 0;  // of units or days; negative is past; 0 with kDuration is "several" (PX)
  int8_t month = 0;
  int8_t day = 0;
  int8_t weekday = 0;  // Monday = 1 … Sunday = 7
  int8_t hour = -1;
  int8_t minute = -1;
  char part[2] = {0, 0};    // TIMEX3 part of the day, "MO", "AF", "EV", "NI"
  char season[2] = {0, 0};  // "SP", "SU", "FA", "WI"
  bool from_event =
      false;  // counts from what the text speaks of, not from the anchor ("two days later")
};

// The symbols, with the value that goes with each.
enum DateSymbol : char {
  kSymbolNone = 0,
  kSymbolWeekday = 'W',    // 1 … 7
  kSymbolMonth = 'M',      // 1 … 12
  kSymbolNumber = 'N',     // the number; "two", "20"
  kSymbolYear = 'Y',       // figures from 1000 to 2199
  kSymbolOrdinal = 'O',    // "19th", "first"
  kSymbolUnit = 'U',       // a DateExpression::Unit
  kSymbolPart = 'P',       // part of the day: two letters, first * 256 + second
  kSymbolRelative = 'R',   // (offset in days + 100) * 65536 + part of the day or 0; "tonight"
  kSymbolDirection = 'L',  // -1 last, 0 this, 1 next
  kSymbolAgo = 'A',        // 1 where it may count from an event ("before"), else 0
  kSymbolLater = 'F',
  kSymbolModifier = 'E',  // a DateExpression::Modifier; "early"
  kSymbolSeason = 'S',    // two letters, as parts of the day
  kSymbolIso = 'I',       // yyyymmdd; "2023-10-07"
  kSymbolClock = 'K',     // minutes since midnight; "10:30"
  kSymbolMeridiem = 'm',  // 0 a.m., 12 p.m.
  kSymbolThe = 't',       // a determiner
  kSymbolOne = 'a',       // a determiner that counts one: "a week ago"
  kSymbolPreposition = 'p',
  kSymbolComma = ',',
  kSymbolAnd = 'c',
  kSymbolDash = '-',
  kSymbolEvery = 'e',
  kSymbolDecade = 'D',    // 199 for "1990s"
  kSymbolSpan = 'H',      // amount * 16 + unit; "two-day"
  kSymbolRange = 'B',     // the first of two numbers; "3-5"
  kSymbolOften = 'T',     // a unit; "weekly"
  kSymbolMidMonth = 'X',  // modifier * 16 + month; "mid-September"
  kSymbolMidYear = 'Z',   // modifier * 10000 + year; "mid-2024"
};

/// One token to the grammar.
struct DateInput {
  char symbol = 0;
  int32_t value = 0;
};

/// The longest expression that starts at `begin`. Returns how many tokens it takes, 0 if none.
size_t ParseDate(const DateInput* begin, const DateInput* end, DateExpression& expression);

}  // namespace telex
