#include "pipeline/language/dates.h"

#include <algorithm>

#include "pipeline/language/calendar.h"

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

std::string PartText(const DateExpression& e) {
  return e.part[0] ? std::string("T") + e.part[0] + e.part[1] : std::string();
}

// The part of the day or the time that goes with a day.
std::string TimeText(const DateExpression& e) {
  return e.hour >= 0 ? Format("T%02d:%02d", e.hour, e.minute) : PartText(e);
}
Timex TypeOf(const DateExpression& e) {
  return e.part[0] || e.hour >= 0 ? Timex::kTime : Timex::kDate;
}

// Gives a whole day its time, and says what type that makes it.
DateValue Day(sys_days when, const DateExpression& e, bool anchored) {
  DateValue out;
  out.type = TypeOf(e);
  out.value = DayText(when) + TimeText(e);
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

const char* ReferenceText(Direction direction) {
  return direction == Direction::kPast     ? "PAST_REF"
         : direction == Direction::kFuture ? "FUTURE_REF"
                                           : "PRESENT_REF";
}

// Where nothing says whether it was or will be: the nearest of last year's (-1), this (0) and next
// year's (1). News tells more of what was: what is ahead counts twice as far. `ahead` is how far
// this year's lies ahead of the anchor, in units of which a year has `year`.
int Nearest(int ahead, int year) {
  const auto distance = [&](int later) {
    const int d = ahead + later * year;
    return d > 0 ? 2 * d : -d;
  };
  int best = 0;
  for (const int later : {-1, 1})
    if (distance(later) < distance(best)) best = later;
  return best;
}

constexpr int kDaysOfGrace = 14;

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
    if (tense == Direction::kUnsaid) return now + Nearest(e.month - here, 12);
    return e.month <= here ? now : now - 1;
  }
  const sys_days this_year = Clamp(year(now), m, day(static_cast<unsigned>(e.day)));
  if (e.direction == Direction::kPast) return this_year < anchor ? now : now - 1;
  if (e.direction == Direction::kFuture) return this_year > anchor ? now : now + 1;
  if (e.direction == Direction::kThis) return now;
  if (tense == Direction::kFuture) return this_year >= anchor ? now : now + 1;
  if (tense == Direction::kUnsaid)
    return now + Nearest(static_cast<int>((this_year - anchor).count()), 365);
  // Days of grace: a feed's clock may lag behind the story's.
  return this_year <= anchor + days(kDaysOfGrace) ? now : now - 1;
}

int StepOf(Direction direction) {
  return direction == Direction::kPast ? -1 : direction == Direction::kFuture ? 1 : 0;
}

// The year of a season, a quarter or a half that is given without one.
int YearOfPart(const DateExpression& e, int first_month, sys_days anchor, Direction tense) {
  const int now = YearOf(anchor), here = MonthOf(anchor);
  if (e.direction == Direction::kThis || e.unit == Unit::kYear) return now + StepOf(e.direction);
  if (e.direction == Direction::kPast) return first_month + 2 < here ? now : now - 1;
  if (e.direction == Direction::kFuture) return first_month > here ? now : now + 1;
  if (tense == Direction::kFuture) return first_month + 2 >= here ? now : now + 1;
  return first_month <= here ? now : now - 1;
}

DateValue ResolveSeason(const DateExpression& e, Anchor anchor, Direction tense) {
  const std::string letters{e.season[0], e.season[1]};
  if (e.year != 0) return Whole(Format("%04d-", e.year) + letters, false);
  if (!anchor) return Open("XXXX-" + letters);
  int y = YearOf(*anchor);
  if (e.direction == Direction::kUnsaid) {
    const int first = letters == "SP" ? 3 : letters == "SU" ? 6 : letters == "FA" ? 9 : 12;
    y = YearOfPart(e, first, *anchor, tense);
  } else {
    y += StepOf(e.direction);
  }
  return Whole(Format("%04d-", y) + letters, true);
}

DateValue ResolveQuarter(const DateExpression& e, Anchor anchor, Direction tense) {
  const std::string name = e.half ? Format("H%d", e.half) : Format("Q%d", e.quarter);
  if (e.year != 0) return Whole(Format("%04d-", e.year) + name, false);
  if (!anchor) return Open("XXXX-" + name);
  const int first = e.half ? 6 * e.half - 5 : 3 * e.quarter - 2;
  return Whole(Format("%04d-", YearOfPart(e, first, *anchor, tense)) + name, true);
}

DateValue ResolveCalendar(const DateExpression& e, Anchor anchor, Direction tense) {
  if (e.year < 0) return Whole(Format("BC%04d", -e.year), false);
  if (e.unit == Unit::kDecade) return Whole(Format("%03d", e.year), false);
  if (e.unit == Unit::kCentury) return Whole(Format("%02d", e.year), false);
  if (e.season[0]) return ResolveSeason(e, anchor, tense);
  if (e.quarter != 0 || e.half != 0) return ResolveQuarter(e, anchor, tense);
  int y = e.year;
  bool anchored = false;
  if (e.holiday != 0) {
    if (y == 0 && !anchor) return Open("XXXX");
    if (y == 0) {
      anchored = true;
      y = YearOf(*anchor) + StepOf(e.direction);
      if (e.direction == Direction::kUnsaid && tense != Direction::kFuture &&
          HolidayOf(e.holiday, y) > *anchor + days(2))
        --y;
      if (tense == Direction::kFuture && HolidayOf(e.holiday, y) < *anchor) ++y;
    }
    return Day(HolidayOf(e.holiday, y), e, anchored);
  }
  if (y == 0 && anchor) {
    anchored = true;
    y = NearYear(e, *anchor, tense);
  }
  if (e.month == 0) return Whole(Format("%04d", y), anchored);
  if (y == 0) {
    if (e.day == 0) return Open(Format("XXXX-%02d", e.month));
    return Open(Format("XXXX-%02d-%02d", e.month, e.day) + TimeText(e), TypeOf(e));
  }
  if (e.day == 0) return Whole(MonthText(y, e.month), anchored);
  const year_month_day date =
      year(y) / month(static_cast<unsigned>(e.month)) / day(static_cast<unsigned>(e.day));
  if (!date.ok()) return Whole(MonthText(y, e.month), anchored);  // February 30: the month at least
  return Day(sys_days(date), e, anchored);
}

DateValue ResolveUnit(const DateExpression& e, sys_days anchor, Direction tense) {
  const int step = StepOf(e.direction);
  switch (e.unit) {
    case Unit::kDay:
      return Day(anchor + days(step), e, true);
    case Unit::kWeek:
      return Whole(WeekText(anchor + days(7 * step)), true);
    case Unit::kFortnight:
      return Whole(WeekText(anchor + days(14 * step)), true);
    case Unit::kWeekend: {
      // "the weekend": the last one, unless it is here or the verb looks ahead.
      const bool past =
          e.direction == Direction::kUnsaid && WeekdayOf(anchor) < 6 && tense != Direction::kFuture;
      return Whole(WeekText(anchor + days(past ? -7 : 7 * step)) + "-WE", true);
    }
    case Unit::kHalf: {
      const sys_days then = AddMonths(anchor, 6 * step);
      return Whole(Format("%04d-H%d", YearOf(then), (MonthOf(then) - 1) / 6 + 1), true);
    }
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
      return Open(ReferenceText(e.direction));
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
    case Unit::kCentury:
      return Whole(Format("%02d", YearOf(anchor) / 100 + e.amount), true);
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
  if (e.weekday != 0 && e.amount < 2)
    out.value = Format("XXXX-WXX-%d", e.weekday) + PartText(e);
  else if (e.weekday != 0)
    out.value = DurationText(e.amount, Unit::kWeek);
  else if (e.month != 0)
    out.value = Format("XXXX-%02d", e.month);
  else if (e.part[0])
    out.value = "XXXX-XX-XX" + PartText(e);
  else if (e.unit == Unit::kWeekend)
    out.value = "XXXX-WXX-WE";
  else
    out.value = DurationText(std::max(e.amount, 1), e.unit);
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
      return {Timex::kDuration, true, false, DurationText(e.amount, e.unit, e.and_half)};
    case Kind::kSet:
      return ResolveSet(e);
    case Kind::kWeekday: {
      if (!anchor) return Open(Format("XXXX-WXX-%d", e.weekday) + PartText(e), TypeOf(e));
      if (e.unit == Unit::kWeek) {  // "Friday next week"
        return Day(*anchor + days(e.weekday - WeekdayOf(*anchor) + 7 * StepOf(e.direction)), e,
                   true);
      }
      return Day(NearWeekday(e.weekday, *anchor, e.direction, tense), e, true);
    }
    case Kind::kRelativeDay:
      if (!anchor) return Open("XXXX-XX-XX" + PartText(e), TypeOf(e));
      return Day(*anchor + days(e.amount), e, true);
    case Kind::kRelativeUnit:
      return anchor ? ResolveUnit(e, *anchor, tense) : Open(ReferenceText(e.direction));
    case Kind::kReference:
      return Open(ReferenceText(e.direction));
    case Kind::kOffset:
      return anchor ? ResolveOffset(e, *anchor)
                    : Open(e.direction == Direction::kPast ? "PAST_REF" : "FUTURE_REF");
    case Kind::kClock: {
      const std::string clock = TimeText(e);
      if (!anchor) return Open("XXXX-XX-XX" + clock, Timex::kTime);
      sys_days when = *anchor + days(e.amount);
      if (e.weekday != 0) when = NearWeekday(e.weekday, *anchor, Direction::kUnsaid, tense);
      return {Timex::kTime, true, true, DayText(when) + clock};
    }
  }
  return Open("");
}

}  // namespace telex
