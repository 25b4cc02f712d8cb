// Time expressions of every kind: their extents, types and values, as TIMEX3 wants them. The
// sentences are invented. The day of publication, 12 March 2003, is a Wednesday.
#include "pipeline/language/dates.h"

#include "shipped_rules.h"

namespace telex {
namespace {

std::string Dates(std::string_view text) {
  StoryFields fields;
  fields.text = text;
  fields.published = "2003-03-12";
  const Story story(std::move(fields));
  static Scratch scratch;
  ShippedPipeline().Read(story, scratch);
  const Layers& layers = scratch.layers();
  std::string out;
  for (const DateMention& m : layers.dates) {
    if (!out.empty()) out += "; ";
    const uint32_t begin = layers.tokens[m.begin].begin;
    out += story.text().substr(begin, layers.tokens[m.end - 1].end - begin);
    out += m.type == Timex::kDate       ? "="
           : m.type == Timex::kTime     ? "=T:"
           : m.type == Timex::kDuration ? "=P:"
                                        : "=S:";
    out += m.value;
  }
  return out;
}

constexpr Row kExplicit[] = {
    {"The bridge opened on 12 March 2003.", "12 March 2003=2003-03-12"},
    {"The bridge opened on March 12, 1998.", "March 12, 1998=1998-03-12"},
    {"The bridge opened on March 12.", "March 12=2003-03-12"},
    {"The bridge opened on 02/27/1998.", "02/27/1998=1998-02-27"},
    {"The bridge opened on 12/03/2003.", "12/03/2003=2003-12-03"},
    {"The bridge opened on 27/02/1998.", "27/02/1998=1998-02-27"},
    {"The bridge opened on 10/26/89.", "10/26/89=1989-10-26"},
    {"The bridge opened on 26.10.1989.", "26.10.1989=1989-10-26"},
    {"The bridge opened on 2003-03-12.", "2003-03-12=2003-03-12"},
    {"The bridge opened on 2003/03/12.", "2003/03/12=2003-03-12"},
    {"The bridge opened on the 12th of March.", "the 12th of March=2003-03-12"},
    {"The bridge opened on the 12th of March 2001.", "the 12th of March 2001=2001-03-12"},
    {"The bridge opened on March 12th, 2001.", "March 12th, 2001=2001-03-12"},
    {"The bridge opened on Feb. 3.", "Feb. 3=2003-02-03"},
    {"The bridge opened on 3 Feb 2003.", "3 Feb 2003=2003-02-03"},
    {"The bridge opened on Monday, Feb. 3.", "Monday, Feb. 3=2003-02-03"},
    {"The bridge opened on Sept. 15, 1999.", "Sept. 15, 1999=1999-09-15"},
    {"The bridge opened in September 1999.", "September 1999=1999-09"},
    {"The bridge opened in September, 1999.", "September, 1999=1999-09"},
    {"The bridge opened in September of 1999.", "September of 1999=1999-09"},
    {"The bridge opened in mid-March.", "mid-March=2003-03"},
    {"The bridge opened in mid-2001.", "mid-2001=2001"},
    {"The bridge opened in early 2003.", "early 2003=2003"},
    {"The bridge opened in late 1997.", "late 1997=1997"},
    {"The bridge opened in late December 1997.", "late December 1997=1997-12"},
    {"The bridge opened in spring 1998.", "spring 1998=1998-SP"},
    {"The bridge opened in the spring of 1998.", "the spring of 1998=1998-SP"},
    {"The bridge opened in autumn 1987.", "autumn 1987=1987-FA"},
    {"The bridge opened in the winter of 1944.", "the winter of 1944=1944-WI"},
    {"The bridge was built in the 1990s.", "the 1990s=199"},
    {"The bridge was built in the early 1990s.", "the early 1990s=199"},
    {"The bridge was built in the late 1960s.", "the late 1960s=196"},
    {"The bridge was built in the mid-1980s.", "the mid-1980s=198"},
    {"The bridge was built in the '90s.", "the '90s=199"},
    {"The bridge was built in the 20th century.", "the 20th century=19"},
    {"The bridge was built in the early 19th century.", "the early 19th century=18"},
    {"They crossed a 19th-century bridge.", "19th-century=18"},
    {"Sales rose in fiscal 1989.", "fiscal 1989=1989"},
    {"Sales rose in fiscal year 1989.", "fiscal year 1989=1989"},
    {"Computers failed in the year 2000.", "the year 2000=2000"},
    {"Sales rose in the third quarter of 2001.", "the third quarter of 2001=2001-Q3"},
    {"Sales rose in the third quarter.", "the third quarter=2002-Q3"},
    {"Sales rose in the first quarter.", "the first quarter=2003-Q1"},
    {"Sales rose in the fourth quarter of last year.", "the fourth quarter of last year=2002-Q4"},
    {"Sales rose in the first half of 2002.", "the first half of 2002=2002-H1"},
    {"Sales rose in the second half.", "the second half=2002-H2"},
    {"Third-quarter sales rose.", "Third-quarter=2002-Q3"},
    {"Sales rose in Q3 2001.", "Q3 2001=2001-Q3"},
    {"The bridge opened in 1979.", "1979=1979"},
    {"The bridge, opened in 1979 and closed in 1981, fell.", "1979=1979; 1981=1981"},
    {"The 1979 revolution changed it.", "The 1979=1979", kTodo},
    {"The bridge opened at the end of 2001.", "the end of 2001=2001"},
    {"The bridge opened at the beginning of March.", "the beginning of March=2003-03"},
    {"The bridge opened at the end of last year.", "the end of last year=2002"},
    {"The bridge will open by the end of the year.", "the end of the year=2003"},
    {"The bridge will open by the end of the month.", "the end of the month=2003-03"},
    {"The bridge opened on Saturday, June 7, 1997.", "Saturday, June 7, 1997=1997-06-07"},
    {"The bridge opened on March 3-5.", "March 3-5=2003-03-03"},
    {"The bridge opened between 1990 and 1995.", "1990=1990; 1995=1995"},
    {"The bridge was shut from March 3 to March 5.", "March 3=2003-03-03; March 5=2003-03-05"},
    {"The bridge was shut from June 5 to July 10, 2001.",
     "June 5=2001-06-05; July 10, 2001=2001-07-10"},
    {"The bridge was shut from Monday to Tuesday.", "Monday=2003-03-10; Tuesday=2003-03-11"},
    {"He was born on 3 May 1921 and died on 9 June 1991.",
     "3 May 1921=1921-05-03; 9 June 1991=1991-06-09"},
};

constexpr Row kRelative[] = {
    {"The bridge opened today.", "today=2003-03-12"},
    {"The bridge opened yesterday.", "yesterday=2003-03-11"},
    {"The bridge opens tomorrow.", "tomorrow=2003-03-13"},
    {"The bridge opens tonight.", "tonight=T:2003-03-12TNI"},
    {"The bridge opened this morning.", "this morning=T:2003-03-12TMO"},
    {"The bridge opened this afternoon.", "this afternoon=T:2003-03-12TAF"},
    {"The bridge opened last night.", "last night=T:2003-03-11TNI"},
    {"The bridge opened late last night.", "late last night=T:2003-03-11TNI"},
    {"The bridge opened early this morning.", "early this morning=T:2003-03-12TMO"},
    {"The bridge opened yesterday afternoon.", "yesterday afternoon=T:2003-03-11TAF"},
    {"The bridge opens tomorrow night.", "tomorrow night=T:2003-03-13TNI"},
    {"The bridge opened earlier today.", "earlier today=2003-03-12"},
    {"The bridge opened last week.", "last week=2003-W10"},
    {"The bridge opened this week.", "this week=2003-W11"},
    {"The bridge opens next week.", "next week=2003-W12"},
    {"The bridge opened early last week.", "early last week=2003-W10"},
    {"The bridge opened last month.", "last month=2003-02"},
    {"The bridge opens next month.", "next month=2003-04"},
    {"The bridge opened earlier this month.", "earlier this month=2003-03"},
    {"The bridge opens later this month.", "later this month=2003-03"},
    {"The bridge opened last year.", "last year=2002"},
    {"The bridge opened this year.", "this year=2003"},
    {"The bridge opens early next year.", "early next year=2004"},
    {"Last year's flood took the bridge.", "Last year=2002"},
    {"The bridge opened two days ago.", "two days ago=2003-03-10"},
    {"The bridge opened three weeks ago.", "three weeks ago=2003-W08"},
    {"The bridge opened a month ago.", "a month ago=2003-02"},
    {"The bridge opened two months ago.", "two months ago=2003-01"},
    {"The bridge opened a year ago.", "a year ago=2002"},
    {"The bridge opened nearly 20 years ago.", "nearly 20 years ago=1983"},
    {"The bridge opened more than a year ago.", "more than a year ago=2002"},
    {"The bridge opened a decade ago.", "a decade ago=199"},
    {"The bridge opened a few days ago.", "a few days ago=PAST_REF"},
    {"The bridge opened several years ago.", "several years ago=PAST_REF"},
    {"The bridge opened a couple of days ago.", "a couple of days ago=2003-03-10"},
    {"The bridge closes two weeks from now.", "two weeks from now=2003-W13"},
    {"It opened on March 3. The previous day it had rained.",
     "March 3=2003-03-03; The previous day=2003-03-02"},
    {"It opened on March 3. The following day it rained.",
     "March 3=2003-03-03; The following day=2003-03-04"},
    {"It opened on March 3. It rained the same day.",
     "March 3=2003-03-03; the same day=2003-03-03"},
    {"It opened on March 3. It rained that day.", "March 3=2003-03-03; that day=2003-03-03"},
    {"It opened on March 3. It rained that night.",
     "March 3=2003-03-03; that night=T:2003-03-03TNI"},
    {"It opened on March 3. It rained the next morning.",
     "March 3=2003-03-03; the next morning=T:2003-03-04TMO", kTodo},
    {"It opened on March 3. It rained two days later.",
     "March 3=2003-03-03; two days later=2003-03-05"},
    {"It opened on March 3. It had rained three days earlier.",
     "March 3=2003-03-03; three days earlier=2003-02-28"},
    {"It opened on March 3. It had rained the day before.",
     "March 3=2003-03-03; the day before=2003-03-02"},
    {"Year-earlier sales were low.", "Year-earlier=2002"},
    {"The city fell in 44 B.C. and rose again.", "44 B.C.=BC0044"},
    {"The war (1941–1945) was long.", "1941=1941; 1945=1945"},
    {"It opened on 3 May 1921, fell in June 1931, rose in 1935 and fell in November 1941. In "
     "January "
     "it rained.",
     "3 May 1921=1921-05-03; June 1931=1931-06; 1935=1935; November 1941=1941-11; January=1942-01"},
    {"It opened in 1979. The following year it fell.", "1979=1979; The following year=1980"},
    {"It opened in 1979. It fell a year later.", "1979=1979; a year later=1980"},
    {"It opened in May 1979. It fell the following month.",
     "May 1979=1979-05; the following month=1979-06"},
    {"It opened the day after the vote.", ""},
    {"It opened six months ago after the vote.", "six months ago=2002-09"},
    {"It opened recently.", "recently=PAST_REF"},
    {"It has been shut in recent years.", "recent years=PAST_REF"},
    {"It is now shut.", "now=PRESENT_REF"},
    {"It is currently shut.", "currently=PRESENT_REF"},
    {"It is shut at the moment.", "at the moment=PRESENT_REF"},
    {"It will open soon.", "soon=FUTURE_REF"},
    {"It will open in the near future.", "the near future=FUTURE_REF"},
    {"It will open in the coming weeks.", "the coming weeks=FUTURE_REF"},
    {"It was open in the past.", "the past=PAST_REF"},
    {"He came as soon as he could.", ""},
};

constexpr Row kByTense[] = {
    {"The bridge opened on Tuesday.", "Tuesday=2003-03-11"},
    {"The bridge opened Tuesday.", "Tuesday=2003-03-11"},
    {"The bridge will open on Tuesday.", "Tuesday=2003-03-18"},
    {"The bridge opened on Friday.", "Friday=2003-03-07"},
    {"The bridge will open on Friday.", "Friday=2003-03-14"},
    {"The bridge is to open on Friday.", "Friday=2003-03-14"},
    {"The talks begin on Friday.", "Friday=2003-03-14", kTodo},
    {"The bridge is due to open on Friday.", "Friday=2003-03-14"},
    {"The opening is scheduled for Friday.", "Friday=2003-03-14"},
    {"The opening was scheduled for Friday.", "Friday=2003-03-14"},
    {"He spoke ahead of Friday's vote.", "Friday=2003-03-14"},
    {"The bridge opened on Wednesday.", "Wednesday=2003-03-12"},
    // Where no verb says when: the nearest, and rather the one before.
    {"A visit to the port on April 26.", "April 26=2003-04-26"},
    {"A visit to the port on December 20.", "December 20=2002-12-20"},
    {"The visit of February 26.", "February 26=2003-02-26"},
    {"The bridge opens next Friday.", "next Friday=2003-03-14"},
    {"The bridge opened last Sunday.", "last Sunday=2003-03-09"},
    {"The bridge opened this past Sunday.", "this past Sunday=2003-03-09"},
    {"The bridge opened on Monday night.", "Monday night=T:2003-03-10TNI"},
    {"The bridge opened late Monday.", "late Monday=2003-03-10"},
    {"The bridge opened early on Monday.", "early on Monday=2003-03-10"},
    {"The bridge opened late Monday night.", "late Monday night=T:2003-03-10TNI"},
    {"The bridge opened on the morning of Monday.", "the morning of Monday=T:2003-03-10TMO"},
    {"The bridge fell on the night of March 3.", "the night of March 3=T:2003-03-03TNI"},
    {"It fell in the early hours of Monday.", "the early hours of Monday=T:2003-03-10TMO"},
    {"The bridge opened over the weekend.", "the weekend=2003-W10-WE"},
    {"The bridge will open at the weekend.", "the weekend=2003-W11-WE"},
    {"The bridge opened last weekend.", "last weekend=2003-W10-WE"},
    {"The bridge opened in November.", "November=2002-11"},
    {"The bridge will open in November.", "November=2003-11"},
    {"The bridge opened in February.", "February=2003-02"},
    {"The bridge will open in February.", "February=2004-02"},
    {"The bridge will open on April 3.", "April 3=2003-04-03"},
    {"The bridge opened on April 3.", "April 3=2002-04-03"},
    {"The bridge opened last November.", "last November=2002-11"},
    {"The bridge opens next May.", "next May=2003-05"},
    {"The bridge opened last summer.", "last summer=2002-SU"},
    {"The bridge will open this summer.", "this summer=2003-SU"},
    {"The bridge opened in the summer.", "the summer=2002-SU"},
    {"The bridge will open in the summer.", "the summer=2003-SU"},
    {"The bridge opened on December 3 last year.", "December 3 last year=2002-12-03"},
    {"The bridge opened in October of last year.", "October of last year=2002-10"},
};

constexpr Row kTimes[] = {
    {"The bridge opened at 10:30 a.m.", "10:30 a.m.=T:2003-03-12T10:30"},
    {"The bridge opened at 10:30 a.m. on Tuesday.", "10:30 a.m. on Tuesday=T:2003-03-11T10:30"},
    {"The bridge opened at 8 p.m. Monday.", "8 p.m. Monday=T:2003-03-10T20:00"},
    {"The bridge opened at 8 o'clock.", "8 o'clock=T:2003-03-12T08:00"},
    {"The bridge opened at eight o'clock.", "eight o'clock=T:2003-03-12T08:00"},
    {"The bridge opened at noon.", "noon=T:2003-03-12T12:00"},
    {"The bridge opened at noon on Monday.", "noon on Monday=T:2003-03-10T12:00"},
    {"The bridge opened at midnight.", "midnight=T:2003-03-12T24:00"},
    {"The bridge opened at 0800 GMT.", "0800 GMT=T:2003-03-12T08:00"},
    {"The bridge opened at 1430 local time.", "1430 local time=T:2003-03-12T14:30"},
    {"The bridge opened at 14:30 GMT on Monday.", "14:30 GMT on Monday=T:2003-03-10T14:30"},
    {"The bridge opened at 3pm.", "3pm=T:2003-03-12T15:00"},
    {"The bridge opened at 12:15 p.m. EST.", "12:15 p.m. EST=T:2003-03-12T12:15"},
    {"The bridge opened at 9 a.m. on March 3, 2001.", "9 a.m. on March 3, 2001=T:2001-03-03T09:00"},
    {"He read John 3:16 aloud.", ""},
    {"They won 2-1.", ""},
};

constexpr Row kDurations[] = {
    {"They talked for three days.", "three days=P:P3D"},
    {"They held two-hour talks.", "two-hour=P:PT2H"},
    {"They signed a 10-year deal.", "10-year=P:P10Y"},
    {"They signed a ten-year deal.", "ten-year=P:P10Y"},
    {"They nursed an 18-month-old boy.", "18-month-old=P:P18M"},
    {"They held week-long talks.", "week-long=P:P1W"},
    {"They talked for several months.", "several months=P:PXM"},
    {"They talked for a few days.", "a few days=P:PXD"},
    {"They talked for many years.", "many years=P:PXY"},
    {"They talked for decades.", "decades=P:PXDE"},
    {"They talked for years.", "years=P:PXY"},
    {"They talked for hours.", "hours=P:PTXH"},
    {"They talked for an hour.", "an hour=P:PT1H"},
    {"They talked for half an hour.", "half an hour=P:PT30M"},
    {"They talked for two and a half years.", "two and a half years=P:P2.5Y"},
    {"They talked for an hour and a half.", "an hour and a half=P:PT1.5H"},
    {"They talked for a couple of weeks.", "a couple of weeks=P:P2W"},
    {"They talked for 90 minutes.", "90 minutes=P:PT90M"},
    {"They talked for twenty-five days.", "twenty-five days=P:P25D"},
    {"They talked for a hundred years.", "a hundred years=P:P100Y"},
    {"They talked for two hundred years.", "two hundred years=P:P200Y"},
    {"They talked for three consecutive days.", "three consecutive days=P:P3D"},
    {"They talked for more than three years.", "more than three years=P:P3Y"},
    {"They talked for nearly two months.", "nearly two months=P:P2M"},
    {"They talked for at least two weeks.", "at least two weeks=P:P2W"},
    {"They talked for about six weeks.", "about six weeks=P:P6W"},
    {"They talked for some 20 years.", "some 20 years=P:P20Y"},
    {"They talked for half a century.", "half a century=P:P50Y"},
    {"They talked in the past three years.", "the past three years=P:P3Y"},
    {"They talked over the last two decades.", "the last two decades=P:P2DE"},
    {"They talked over the past few weeks.", "the past few weeks=P:PXW"},
    {"They will talk over the next five years.", "the next five years=P:P5Y"},
    {"They talked over the past week.", "the past week=P:P1W"},
    {"They talked over the past decade.", "the past decade=P:P1DE"},
    {"Sales rose in the first nine months.", "the first nine months=P:P9M"},
    {"They met two days after the vote.", "two days=P:P2D"},
    {"They met two weeks before the vote.", "two weeks=P:P2W"},
    {"They served a five-and-a-half-year term.", "five-and-a-half-year=P:P5.5Y", kTodo},
    {"It cost three quarters of the sum.", ""},
    {"They lost a half of it.", ""},
    {"Some 2000 troops left.", ""},
    {"His early years were hard.", ""},
    {"The summer months were hard.", ""},
    {"Nurses keep long hours.", ""},
};

constexpr Row kSets[] = {
    {"They meet every day.", "every day=S:P1D"},
    {"They meet each week.", "each week=S:P1W"},
    {"They meet every two weeks.", "every two weeks=S:P2W"},
    {"They meet every other day.", "every other day=S:P2D"},
    {"They meet every Friday.", "every Friday=S:XXXX-WXX-5"},
    {"They meet each Monday.", "each Monday=S:XXXX-WXX-1"},
    {"They meet on Mondays.", "Mondays=S:XXXX-WXX-1"},
    {"They meet every morning.", "every morning=S:XXXX-XX-XXTMO"},
    {"They meet weekly.", "weekly=S:P1W"},
    {"They meet twice a month.", "twice a month=S:P1M"},
    {"They meet once a year.", "once a year=S:P1Y"},
    {"They meet three times a week.", "three times a week=S:P1W"},
    {"They work five days a week.", "five days a week=S:P1W"},
    {"They held their annual meeting.", "annual=S:P1Y"},
    {"They meet annually.", "annually=S:P1Y"},
    {"A daily newspaper wrote of it.", "daily=S:P1D"},
    {"Monthly output rose.", "Monthly=S:P1M"},
    {"They meet every year.", "every year=S:P1Y"},
};

constexpr Row kHolidays[] = {
    {"They met on Christmas Day.", "Christmas Day=2002-12-25"},
    {"They met at Christmas.", "Christmas=2002-12-25"},
    {"They will meet at Christmas.", "Christmas=2003-12-25"},
    {"They met on Christmas Eve.", "Christmas Eve=2002-12-24"},
    {"They met on New Year's Day.", "New Year's Day=2003-01-01"},
    {"They met on New Year's Eve.", "New Year's Eve=2002-12-31"},
    {"They met on Bastille Day.", "Bastille Day=2002-07-14"},
    {"They will meet on Good Friday.", "Good Friday=2003-04-18"},
    {"They will meet at Easter.", "Easter=2003-04-20"},
    {"They met on Thanksgiving.", "Thanksgiving=2002-11-28"},
    {"They met at Christmas 1999.", "Christmas 1999=1999-12-25"},
    {"They will meet after Nowruz.", "Nowruz=2003-03-21"},
    {"They sailed to Easter Island.", ""},
    {"They sailed to Christmas Island.", ""},
};

constexpr Row kNone[] = {
    {"He may march on.", ""},
    {"The shop will close on Friday.", "Friday=2003-03-14"},
    {"Some 500 local papers wrote of it.", ""},
    {"It shows that some half a million left.", ""},
    {"In February the two sides met.", "February=2003-02"},
    {"May he come in.", ""},
    {"Theresa May left.", ""},
    {"April Jones left.", ""},
    {"Jan Novak left.", ""},
    {"The second minister left.", ""},
    {"The first minister left.", ""},
    {"The fall of the city shook them.", ""},
    {"The Sun shines.", ""},
    {"He sat down.", ""},
    {"The minister of the day left.", ""},
    {"The last minister left.", ""},
    {"It has 1,500 people.", ""},
    {"He paid 2000 dollars.", ""},
    {"Article 5 of the treaty holds.", ""},
    {"He won the first half of the match.", ""},
    {"The past minister spoke of the present law.", ""},
    {"He said that Monday will be cold.", "Monday=2003-03-17"},
    {"Before Monday he had slept.", "Monday=2003-03-10"},
};

TEST_CASE("dates: explicit", "[dates]") {
  CheckRows(kExplicit, [](const Row& row) { return Dates(row.text); });
}
TEST_CASE("dates: relative", "[dates]") {
  CheckRows(kRelative, [](const Row& row) { return Dates(row.text); });
}
TEST_CASE("dates: by tense", "[dates]") {
  CheckRows(kByTense, [](const Row& row) { return Dates(row.text); });
}
TEST_CASE("dates: times", "[dates]") {
  CheckRows(kTimes, [](const Row& row) { return Dates(row.text); });
}
TEST_CASE("dates: durations", "[dates]") {
  CheckRows(kDurations, [](const Row& row) { return Dates(row.text); });
}
TEST_CASE("dates: sets", "[dates]") {
  CheckRows(kSets, [](const Row& row) { return Dates(row.text); });
}
TEST_CASE("dates: holidays", "[dates]") {
  CheckRows(kHolidays, [](const Row& row) { return Dates(row.text); });
}
TEST_CASE("dates: what is none", "[dates]") {
  CheckRows(kNone, [](const Row& row) { return Dates(row.text); });
}

}  // namespace
}  // namespace telex
