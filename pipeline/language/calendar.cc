#include "pipeline/language/calendar.h"

namespace telex {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;
using Unit = DateExpression::Unit;

namespace {

year_month_day Civil(sys_days when) { return year_month_day(when); }
int DayOf(sys_days when) { return static_cast<int>(static_cast<unsigned>(Civil(when).day())); }

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
    case Unit::kHalf:
      return "H";
    case Unit::kYear:
      return "Y";
    case Unit::kMillennium:
      return "ML";
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

// Half of a unit in the smaller one, where that is whole: half an hour is PT30M.
std::string HalfText(Unit unit) {
  switch (unit) {
    case Unit::kMinute:
      return "PT30S";
    case Unit::kHour:
      return "PT30M";
    case Unit::kDay:
      return "PT12H";
    case Unit::kYear:
      return "P6M";
    case Unit::kDecade:
      return "P5Y";
    case Unit::kCentury:
      return "P50Y";
    default:
      return Format("P0.5%s", UnitLetter(unit));
  }
}

// Western Easter: the anonymous Gregorian computus.
sys_days Easter(int y) {
  const int a = y % 19, b = y / 100, c = y % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int sum = h + l - 7 * m + 114;
  return sys_days(year(y) / month(static_cast<unsigned>(sum / 31)) /
                  day(static_cast<unsigned>(sum % 31 + 1)));
}

// The first day of an Islamic month and day that falls into year `y`, by the tabular calendar: a
// day off at most from what is proclaimed.
sys_days IslamicDay(int m, int d, int y) {
  constexpr int kEpoch = 2440588;  // the Julian day of 1970-01-01
  const int about = (y - 622) * 33 / 32;
  for (int h = about - 1; h <= about + 2; ++h) {
    const int julian = (11 * h + 3) / 30 + 354 * h + 30 * m - (m - 1) / 2 + d + 1948440 - 385;
    const sys_days when{days(julian - kEpoch)};
    if (YearOf(when) == y) return when;
  }
  return sys_days(year(y) / 1 / 1);
}

}  // namespace

int YearOf(sys_days when) { return static_cast<int>(Civil(when).year()); }
int MonthOf(sys_days when) { return static_cast<int>(static_cast<unsigned>(Civil(when).month())); }
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

std::string DurationText(int amount, Unit unit, bool and_half) {
  if (amount == 0 && and_half) return HalfText(unit);
  if (unit == Unit::kFortnight) {
    unit = Unit::kWeek;
    amount *= 2;
  }
  if (unit == Unit::kHalf) {
    unit = Unit::kMonth;
    amount *= 6;
  }
  const char* prefix = IsClockUnit(unit) ? "PT" : "P";
  return amount > 0 ? Format("%s%d%s%s", prefix, amount, and_half ? ".5" : "", UnitLetter(unit))
                    : Format("%sX%s", prefix, UnitLetter(unit));
}

sys_days HolidayOf(int code, int y) {
  if (code >= kHolidayIslamic)
    return IslamicDay((code - kHolidayIslamic) / 100, (code - kHolidayIslamic) % 100, y);
  if (code >= (kHolidayWeekday + kHolidayEaster) / 2)
    return Easter(y) + days(code - kHolidayEaster);
  const int m = (code - kHolidayWeekday) / 100, which = code / 10 % 10, weekday = code % 10;
  const auto named = month(static_cast<unsigned>(m));
  if (which == kLastOfMonth) {
    const sys_days last = sys_days(year(y) / named / std::chrono::last);
    return last - days((WeekdayOf(last) - weekday + 7) % 7);
  }
  const sys_days first = sys_days(year(y) / named / day(1));
  return first + days((weekday - WeekdayOf(first) + 7) % 7 + 7 * (which - 1));
}

}  // namespace telex
