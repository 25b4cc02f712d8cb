#include "pipeline/language/dates.h"

#include "tests/date_lines.h"

namespace telex {
namespace {

struct Case {
  const char* text;
  const char* dates;
};

TEST_CASE("time expressions and their values") {
  // The anchor, 4 December 2024, is a Wednesday
  const Case kCases[] = {
      {"He came on Monday.", "Monday=2024-12-02"},
      {"He came on Wednesday.", "Wednesday=2024-12-04"},
      {"He came on Thursday.", "Thursday=2024-11-28"},
      {"He came last Wednesday.", "last Wednesday=2024-11-27"},
      {"He came last Monday.", "last Monday=2024-12-02"},
      {"He will come next Friday.", "next Friday=2024-12-06"},
      {"He will come this Friday.", "this Friday=2024-12-06"},
      {"He arrived early Monday.", "early Monday=2024-12-02"},
      {"He arrived early on Monday.", "early on Monday=2024-12-02"},
      {"He arrived late on Sunday.", "late on Sunday=2024-12-01"},
      {"He came on Monday morning.", "Monday morning=T:2024-12-02TMO"},
      {"He came Saturday evening.", "Saturday evening=T:2024-11-30TEV"},
      {"He came on the morning of Monday.", "the morning of Monday=T:2024-12-02TMO"},
      {"He came today and left yesterday.", "today=2024-12-04; yesterday=2024-12-03"},
      {"He comes tomorrow evening.", "tomorrow evening=T:2024-12-05TEV"},
      {"They talk tonight.", "tonight=T:2024-12-04TNI"},
      {"They met last night.", "last night=T:2024-12-03TNI"},
      {"They met this morning.", "this morning=T:2024-12-04TMO"},
      {"They met earlier today.", "earlier today=2024-12-04"},
      {"They met the day before yesterday.", "the day before yesterday=2024-12-02"},
      {"They met last week.", "last week=2024-W48"},
      {"They met this week.", "this week=2024-W49"},
      {"They met earlier this month.", "earlier this month=2024-12"},
      {"They met last month.", "last month=2024-11"},
      {"They meet next year.", "next year=2025"},
      {"They met late last year.", "late last year=2023"},
      {"They meet next weekend.", "next weekend=2024-W50-WE"},
      {"They met last quarter.", "last quarter=2024-Q3"},
      {"They met two days ago.", "two days ago=2024-12-02"},
      {"They met three weeks ago.", "three weeks ago=2024-W46"},
      {"They met a week ago.", "a week ago=2024-W48"},
      {"They met ten months ago.", "ten months ago=2024-02"},
      {"They met 20 years ago.", "20 years ago=2004"},
      {"They met years ago.", "years ago=PAST_REF"},
      {"They met on October 7.", "October 7=2024-10-07"},
      {"They met on December 20.", "December 20=2023-12-20"},
      {"They met on December 5.", "December 5=2024-12-05"},
      {"They met on 7 October 2023.", "7 October 2023=2023-10-07"},
      {"They met on Oct. 7, 2023, in Geneva.", "Oct. 7, 2023=2023-10-07"},
      {"They met on the 7th of October.", "the 7th of October=2024-10-07"},
      {"They met on October 7th.", "October 7th=2024-10-07"},
      {"They met on 2023-10-07.", "2023-10-07=2023-10-07"},
      {"They met on 13/10/2023.", "13/10/2023=2023-10-13"},
      {"They met in 2016.", "2016=2016"},
      {"They met in April 2016.", "April 2016=2016-04"},
      {"They met in early May.", "early May=2024-05"},
      {"They met in mid-September.", "mid-September=2024-09"},
      {"They met in November.", "November=2024-11"},
      {"They met in December.", "December=2024-12"},
      {"They met in January.", "January=2024-01"},
      {"They met in October last year.", "October last year=2023-10"},
      {"They met in October of last year.", "October of last year=2023-10"},
      {"They met last October.", "last October=2024-10"},
      {"They meet next May.", "next May=2025-05"},
      {"They meet early in 2025.", "early in 2025=2025"},
      {"They met on June 9 and 10, 2025.", "June 9 and 10, 2025=2025-06-09"},
      {"They met on May 3-5.", "May 3-5=2024-05-03"},
      {"They met on Saturday, June 7, 2025.", "Saturday, June 7, 2025=2025-06-07"},
      {"They met on Friday 13 October.", "Friday 13 October=2023-10-13"},
      {"They fought since last week.", "last week=2024-W48"},
      {"They met at 10 a.m. on Monday.", "10 a.m. on Monday=T:2024-12-02T10:00"},
      {"They met at 10:30 p.m. today.", "10:30 p.m. today=T:2024-12-04T22:30"},
      {"They met on Monday at 3 pm.", "Monday at 3 pm=T:2024-12-02T15:00"},
      {"They talked for two days.", "two days=P:P2D"},
      {"After 20 months of war.", "20 months=P:P20M"},
      {"A two-day visit.", "two-day=P:P2D"},
      {"A 10-month war.", "10-month=P:P10M"},
      {"In the past two days.", "the past two days=P:P2D"},
      {"They talked for an hour.", "an hour=P:PT1H"},
      {"A decade of talks.", "A decade=P:P1DE"},
      {"They meet every Friday.", "every Friday=S:XXXX-WXX-5"},
      {"They meet every two weeks.", "every two weeks=S:P2W"},
      {"They meet every day.", "every day=S:P1D"},
      {"The weekly talks.", "weekly=S:P1W"},
      {"They met in the 1990s.", "the 1990s=199"},
      {"They met in the summer of 2023.", "the summer of 2023=2023-SU"},
      {"They met last summer.", "last summer=2023-SU"},
      {"They met on October 7. Two days later they left.",
       "October 7=2024-10-07; Two days later=2024-10-09"},
      {"They met on October 7. The next day they left.",
       "October 7=2024-10-07; The next day=2024-10-08"},
      {"They met on October 7, having come the day before.",
       "October 7=2024-10-07; the day before=2024-10-06"},
      {"They met on February 30.", "February 30=2024-02"},
      // no dates
      {"He may come and march.", ""},
      {"May he come.", ""},
      {"Some 2000 troops left.", ""},
      {"Two ministers came with 15 others.", ""},
      {"The first minister came.", ""},
      {"The minister of the day.", ""},
      {"The last minister left.", ""},
      {"The Sun shines.", ""},
  };
  for (const Case& c : kCases) {
    INFO(c.text);
    CHECK(DatesOf(c.text, "2024-12-04T09:00:00Z") == c.dates);
  }
}

TEST_CASE("without an anchor only full dates are resolved") {
  CHECK(DatesOf("He came on Monday and on May 5.", "") == "Monday=XXXX-WXX-1; May 5=XXXX-05-05");
  // … but a story tells its days one after the other.
  CHECK(DatesOf("He came on 7 October 2023 and left in November.", "") ==
        "7 October 2023=2023-10-07; November=2023-11");
  CHECK(DatesOf("He came yesterday.", "nonsense") == "yesterday=XXXX-XX-XX");
}

TEST_CASE("the tense of a verb decides what the words leave open") {
  using E = DateExpression;
  const Anchor anchor = ParseDay("2024-12-04");
  const auto weekday = [&](int day, E::Direction tense) {
    E e;
    e.kind = E::Kind::kWeekday;
    e.weekday = static_cast<int8_t>(day);
    return Resolve(e, anchor, tense).value;
  };
  CHECK(weekday(1, E::Direction::kFuture) == "2024-12-09");
  CHECK(weekday(3, E::Direction::kFuture) == "2024-12-04");
  CHECK(weekday(5, E::Direction::kPast) == "2024-11-29");
  E e;
  e.kind = E::Kind::kCalendar;
  e.month = 12;
  e.day = 20;
  CHECK(Resolve(e, anchor, E::Direction::kFuture).value == "2024-12-20");
  CHECK(Resolve(e, anchor, E::Direction::kPast).value == "2023-12-20");
  e.month = 1;
  CHECK(Resolve(e, anchor, E::Direction::kFuture).value == "2025-01-20");
}

TEST_CASE("weeks belong to the year of their Thursday, months have their last day") {
  using E = DateExpression;
  E week;
  week.kind = E::Kind::kRelativeUnit;
  week.unit = E::Unit::kWeek;
  week.direction = E::Direction::kThis;
  CHECK(Resolve(week, ParseDay("2024-12-30")).value == "2025-W01");
  CHECK(Resolve(week, ParseDay("2021-01-03")).value == "2020-W53");
  E month;
  month.kind = E::Kind::kOffset;
  month.unit = E::Unit::kMonth;
  month.amount = -1;
  CHECK(Resolve(month, ParseDay("2024-03-31")).value == "2024-02");
  CHECK_FALSE(ParseDay("2024-02-30").has_value());
  CHECK_FALSE(ParseDay("2024").has_value());
}

}  // namespace
}  // namespace telex
