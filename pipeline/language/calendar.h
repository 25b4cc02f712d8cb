// Calendar: days, months and weeks counted, feasts that move, and ISO 8601 and TIMEX3 notation of
// them.
//
// The arithmetic below date_values.cc, which knows what the words mean. Free functions without
// state; safe from any thread.
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <string>

#include "grammars/date.h"

namespace telex {

int YearOf(std::chrono::sys_days when);
int MonthOf(std::chrono::sys_days when);
int WeekdayOf(std::chrono::sys_days when);  // Monday = 1

/// "2025-11-13", "2025-11", "2025-W46"
std::string DayText(std::chrono::sys_days when);
std::string MonthText(int year, int month);
std::string WeekText(std::chrono::sys_days when);
/// "P2D", "PT30M", "P1.5Y"; "PXD" for an amount of 0
std::string DurationText(int amount, DateExpression::Unit unit, bool and_half = false);

/// The last day of a month stands in for days it does not have ("a month before March 31").
std::chrono::sys_days Clamp(std::chrono::year y, std::chrono::month m, std::chrono::day d);
std::chrono::sys_days AddMonths(std::chrono::sys_days when, int count);

/// The day of a feast (a HolidayCode) in a year.
std::chrono::sys_days HolidayOf(int code, int year);

template <class... Numbers>
std::string Format(const char* format, Numbers... numbers) {
  std::array<char, 48> buffer;
  const int size = std::snprintf(buffer.data(), buffer.size(), format, numbers...);
  return std::string(buffer.data(), static_cast<size_t>(std::max(size, 0)));
}

}  // namespace telex
