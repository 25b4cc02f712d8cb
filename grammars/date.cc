// Every rule below reads one shape of expression into a fresh DateExpression; ParseDate tries all
// that may begin with the symbols at hand and keeps the longest, so that a rule that fails half-way
// leaves nothing behind; of two that read as much the first counts. Here are the points in time;
// spans are in date_amounts.cc.
#include "grammars/date.h"

#include <bit>
#include <cassert>

#include "grammars/date_starts.h"

namespace telex {
namespace {

using namespace date_rules;  // NOLINT: the vocabulary of this file

const auto day_figure = SymbolParser(kSymbolNumber, kSymbolOrdinal, kSymbolRange);
const auto other_day = SymbolParser(kSymbolNumber, kSymbolOrdinal);

const auto another_day = [](auto& ctx) {
  const int32_t value = x3::_attr(ctx);
  if (value < 1 || value > 31 || value <= x3::_val(ctx).day) x3::_pass(ctx) = false;
};
const auto season = [](auto& ctx) {
  x3::_val(ctx).kind = Kind::kCalendar;
  x3::_val(ctx).season[0] = static_cast<char>(x3::_attr(ctx) >> 8);
  x3::_val(ctx).season[1] = static_cast<char>(x3::_attr(ctx) & 0xff);
};
const auto relative = [](auto& ctx) {
  DateExpression& out = x3::_val(ctx);
  const int32_t value = x3::_attr(ctx);
  out.kind = Kind::kRelativeDay;
  out.amount += (value >> 16) - 100;
  if ((value & 0xffff) != 0) SetPart(out, value & 0xffff);
};
// A value with its modifier: "mid-2024", "the late 1990s".
const auto large = [](Unit unit) {
  return [unit](auto& ctx) {
    x3::_val(ctx).kind = Kind::kCalendar;
    x3::_val(ctx).unit = unit;
    x3::_val(ctx).year = x3::_attr(ctx) % 10000;
    if (x3::_attr(ctx) >= 10000)
      x3::_val(ctx).modifier = static_cast<Modifier>(x3::_attr(ctx) / 10000);
  };
};
const auto quarter = [](auto& ctx) {
  const int32_t value = x3::_attr(ctx);
  x3::_val(ctx).kind = Kind::kCalendar;
  (value > 10 ? x3::_val(ctx).half : x3::_val(ctx).quarter) = static_cast<int8_t>(value % 10);
};
const auto quarter_ordinal = [](auto& ctx) {
  if (x3::_attr(ctx) < 1 || x3::_attr(ctx) > 4) x3::_pass(ctx) = false;
  x3::_val(ctx).quarter = static_cast<int8_t>(x3::_attr(ctx) & 7);
};
const auto quarter_unit = [](auto& ctx) {
  DateExpression& out = x3::_val(ctx);
  out.kind = Kind::kCalendar;
  switch (static_cast<Unit>(x3::_attr(ctx))) {
    case Unit::kQuarter:
      break;
    case Unit::kHalf:
      if (out.quarter > 2) x3::_pass(ctx) = false;
      out.half = std::exchange(out.quarter, 0);
      break;
    default:
      x3::_pass(ctx) = false;
  }
};
const auto century = [](auto& ctx) {
  x3::_val(ctx).kind = Kind::kCalendar;
  x3::_val(ctx).unit = Unit::kCentury;
  x3::_val(ctx).year = x3::_attr(ctx) - 1;
  if (x3::_attr(ctx) < 2 || x3::_attr(ctx) > 30) x3::_pass(ctx) = false;
};
const auto holiday = [](auto& ctx) {
  DateExpression& out = x3::_val(ctx);
  out.kind = Kind::kCalendar;
  if (const int32_t value = x3::_attr(ctx); value < 10000) {
    out.month = static_cast<int8_t>(value / 100);
    out.day = static_cast<int8_t>(value % 100);
  } else {
    out.holiday = value;
  }
};
const auto year_step = [](auto& ctx) {
  x3::_val(ctx).unit = static_cast<Unit>(x3::_attr(ctx));
  if (x3::_val(ctx).unit != Unit::kYear) x3::_pass(ctx) = false;
};
const auto set_kind = [](Kind value) { return x3::eps[kind(value)]; };

// "early", "the beginning of", "later"
const auto earlier_later =
    Symbol(kSymbolAgo)[step_is(kStepLoosely)] | Symbol(kSymbolLater)[step_is(kStepLoosely)];
const auto loosely = -(((-the >> Symbol(kSymbolEdge)[modifier] >> of) |
                        (-the >> Symbol(kSymbolModifier)[modifier] >> -preposition) |
                        (earlier_later >> -preposition)));

// "last year", "of last year", "this year", for a date without its year
const auto said_year = -preposition >> -the >> direction_word[direction] >> unit_word[year_step];
const auto day_number = day_figure[day];
const auto more_days = -((also | dash) >> other_day[another_day]);
const auto with_year = -((-comma >> -preposition >> year_figure[year]) | (-comma >> said_year));
const auto month_and_day =
    (-the >> day_number >> more_days >> -preposition >> month_word[month]) |
    (month_word[month] >> (day_number | (the >> Symbol(kSymbolOrdinal)[day])) >> more_days);

// "7 October 2023", "the 7th of October", "June 9 and 10, 2025"
const auto day_month = Rule<struct day_month_tag>("day and month") =
    loosely >> month_and_day >> with_year >> -part_word[part];
// "Saturday, June 7, 2025"; "Friday 13 October"
const auto weekday_date = Rule<struct weekday_date_tag>("weekday and date") =
    loosely >> weekday_word[clock_weekday] >> -comma >> -the >>
    ((day_number >> -preposition >> month_word[month]) |
     (month_word[month] >> -the >> day_number)) >>
    with_year;
// "April 2016", "early May", "October of last year", "October"
const auto month_year = Rule<struct month_year_tag>("month") =
    loosely >> month_word[month] >> with_year;
// "last October"
const auto that_month = Rule<struct that_month_tag>("last October") =
    loosely >> -the >> direction_word[plain_direction] >> month_word[month] >> -day_number;
const auto mid_month = Rule<struct mid_month_tag>("mid-October") =
    Symbol(kSymbolMidMonth)[([](auto& ctx) {
      x3::_val(ctx).kind = Kind::kCalendar;
      x3::_val(ctx).month = static_cast<int8_t>(x3::_attr(ctx) & 15);
      x3::_val(ctx).modifier = static_cast<Modifier>(x3::_attr(ctx) >> 4);
    })] >>
    with_year;
const auto plain_year = Rule<struct plain_year_tag>("year") =
    (loosely >> -(Symbol(kSymbolFiscal) | (-the >> unit_word[only(Unit::kYear)])) >>
     year_figure[year]) |
    Symbol(kSymbolMidYear)[large(Unit::kNone)];
// "44 B.C."
const auto old_year = Rule<struct old_year_tag>("44 B.C.") =
    loosely >> SymbolParser(kSymbolNumber, kSymbolYear)[([](auto& ctx) {
      x3::_val(ctx).kind = Kind::kCalendar;
      x3::_val(ctx).year = -x3::_attr(ctx);
      if (x3::_attr(ctx) < 1 || x3::_attr(ctx) > 9999) x3::_pass(ctx) = false;
    })] >>
    Symbol(kSymbolEra);
const auto iso = Rule<struct iso_tag>("2023-10-07") =
    Symbol(kSymbolIso)[([](auto& ctx) {
      const int32_t value = x3::_attr(ctx);
      x3::_val(ctx).kind = Kind::kCalendar;
      x3::_val(ctx).year = value / 10000;
      x3::_val(ctx).month = static_cast<int8_t>(value / 100 % 100);
      x3::_val(ctx).day = static_cast<int8_t>(value % 100);
    })] >>
    -Symbol(kSymbolClock)[([](auto& ctx) {
      x3::_val(ctx).hour = static_cast<int8_t>(x3::_attr(ctx) / 60);
      x3::_val(ctx).minute = static_cast<int8_t>(x3::_attr(ctx) % 60);
    })];
// "the early nineties"; "her late nineties" are years of life.
const auto decade = Rule<struct decade_tag>("the 1990s") =
    (loosely >> -the >> Symbol(kSymbolDecade)[large(Unit::kDecade)]) |
    (the >> -Symbol(kSymbolModifier)[modifier] >> Symbol(kSymbolNamedDecade)[large(Unit::kDecade)]);
const auto century_rule = Rule<struct century_tag>("the 20th century") =
    (loosely >> -the >> Symbol(kSymbolOrdinal)[century] >> unit_word[only(Unit::kCentury)]) |
    (loosely >> -the >> Symbol(kSymbolCentury)[large(Unit::kCentury)]);
const auto seasons = Rule<struct seasons_tag>("last summer") =
    loosely >> -the >> -direction_word[direction] >> Symbol(kSymbolSeason)[season] >> with_year;
const auto quarters = Rule<struct quarters_tag>("the third quarter of 2001") =
    (loosely >> -the >> ((Symbol(kSymbolOrdinal)[quarter_ordinal] >> unit_word[quarter_unit]) |
                         Symbol(kSymbolQuarter)[quarter]) >>
     -((-preposition >> -Symbol(kSymbolFiscal) >> year_figure[year]) | said_year)) |
    (-the >> year_figure[year] >> Symbol(kSymbolOrdinal)[quarter_ordinal] >>
     unit_word[quarter_unit]);
const auto holidays = Rule<struct holidays_tag>("last Christmas") =
    loosely >> -direction_word[plain_direction] >> Symbol(kSymbolHoliday)[holiday] >> with_year;

// "early Monday", "last Monday", "Saturday evening", "Friday next week", "the morning of Monday"
const auto weekdays = Rule<struct weekdays_tag>("weekday") = loosely >> -the >>
                                                             -direction_word[plain_direction] >>
                                                             -direction_word[plain_direction] >>
                                                             weekday_word[weekday] >>
                                                             -Symbol(kSymbolModifier)[modifier] >>
                                                             -part_word[part];
const auto week_weekday = Rule<struct week_weekday_tag>("Friday next week") =
    loosely >> weekday_word[weekday] >> -preposition >> -the >> direction_word[plain_direction] >>
    unit_word[only(Unit::kWeek)];
// "the morning of June 6", "the early hours of Monday"
const auto part_of_day = -the >> ((-Symbol(kSymbolModifier)[modifier] >> part_word[part]) |
                                  (Symbol(kSymbolModifier) >> unit_word[only(Unit::kHour)] >>
                                   x3::eps[([](auto& ctx) {
                                     x3::_val(ctx).unit = Unit::kNone;
                                     SetPart(x3::_val(ctx), 'M' * 256 + 'O');
                                   })])) >>
                         preposition;
const auto part_weekday = Rule<struct part_weekday_tag>("the morning of Monday") =
    part_of_day >> (weekday_word[weekday] | (month_and_day >> with_year));
const auto part_relative = Rule<struct part_relative_tag>("the morning of yesterday") =
    part_of_day >> relative_word[clock_relative] >> set_kind(Kind::kRelativeDay);

// "yesterday evening", "tonight", "last night", "this morning", "the day before yesterday"
const auto days = Rule<struct days_tag>("yesterday") = loosely >> relative_word[relative] >>
                                                       -Symbol(kSymbolModifier)[modifier] >>
                                                       -part_word[part];
const auto this_part = Rule<struct this_part_tag>("this morning") =
    loosely >> -the >> direction_word[([](auto& ctx) {
      SetDirection(x3::_val(ctx), x3::_attr(ctx));
      x3::_val(ctx).kind = Kind::kRelativeDay;
      x3::_val(ctx).amount = StepOf(x3::_val(ctx));
    })] >>
    -Symbol(kSymbolModifier)[modifier] >> part_word[part];
const auto step = [](int32_t by) { return [by](auto& ctx) { x3::_val(ctx).amount += by; }; };
const auto next_but_one = Rule<struct next_but_one_tag>("the day before yesterday") =
    -the >> unit_word[only(Unit::kDay)] >>
    (Symbol(kSymbolAgo)[step(-1)] | Symbol(kSymbolLater)[step(1)]) >> relative_word[relative];

// "last week", "earlier this month", "late next year", "the end of the year", "the weekend"
const auto told_unit = [](auto& ctx) {
  DateExpression& out = x3::_val(ctx);
  out.kind = Kind::kRelativeUnit;
  // "the next day" is the day after what was told.
  if (out.unit == Unit::kDay) out.from_event = true;
};
const auto units = Rule<struct units_tag>("last week") =
    loosely >> ((direction_word[plain_direction] >> direction_word[plain_direction]) |
                direction_word[direction]) >>
    unit_word[single_unit] >> x3::eps[told_unit];
const auto the_units = Rule<struct the_units_tag>("the previous week") =
    loosely >> the >>
    direction_word[([](auto& ctx) { SetDirection(x3::_val(ctx), x3::_attr(ctx)); })] >>
    unit_word[single_unit] >> x3::eps[([](auto& ctx) {
      DateExpression& out = x3::_val(ctx);
      out.kind = Kind::kRelativeUnit;
      if (out.unit == Unit::kDay) out.from_event = true;
      // "over the past week" is a week long.
      if (!out.from_event && out.unit != Unit::kQuarter && out.unit != Unit::kWeekend &&
          out.unit != Unit::kHalf && out.direction != Direction::kThis) {
        out.kind = Kind::kDuration;
        out.amount = 1;
      }
    })];
const auto edge_unit = Rule<struct edge_unit_tag>("the end of the year") =
    -the >> Symbol(kSymbolEdge)[modifier] >> of >> the
    >> unit_word[single_unit] >> x3::eps[([](auto& ctx) {
        x3::_val(ctx).kind = Kind::kRelativeUnit;
        x3::_val(ctx).direction = Direction::kThis;
        if (x3::_val(ctx).unit <= Unit::kDay) x3::_pass(ctx) = false;
      })];
// "the current fiscal year"
const auto fiscal_year = Rule<struct fiscal_year_tag>("this fiscal year") =
    loosely >> -the >> direction_word[plain_direction] >> Symbol(kSymbolFiscal)[([](auto& ctx) {
      if (x3::_attr(ctx) != 1) x3::_pass(ctx) = false;
      x3::_val(ctx).kind = Kind::kRelativeUnit;
      x3::_val(ctx).unit = Unit::kYear;
    })];
// "year-end 1989", "by year's end"
const auto unit_end =
    Rule<struct unit_end_tag>("year-end") = -the >> Symbol(kSymbolUnitEnd)[([](auto& ctx) {
      x3::_val(ctx).kind = Kind::kRelativeUnit;
      x3::_val(ctx).unit = static_cast<Unit>(x3::_attr(ctx));
      x3::_val(ctx).direction = Direction::kThis;
      x3::_val(ctx).modifier = Modifier::kLate;
    })] >> -(-preposition >> year_figure[year]);
// "the next morning": the one after what was told
const auto next_part = Rule<struct next_part_tag>("the next morning") =
    the >> direction_word[([](auto& ctx) {
      if (x3::_attr(ctx) != 1) x3::_pass(ctx) = false;
      x3::_val(ctx).kind = Kind::kRelativeDay;
      x3::_val(ctx).direction = Direction::kFuture;
      x3::_val(ctx).from_event = true;
      x3::_val(ctx).amount = 1;
    })] >>
    part_word[part];
const auto the_weekend = Rule<struct the_weekend_tag>("the weekend") =
    the >> unit_word[only(Unit::kWeekend)] >> set_kind(Kind::kRelativeUnit);
const auto unit_before_last = Rule<struct unit_before_last_tag>("the week before last") =
    the >> unit_word[single_unit] >>
    Symbol(kSymbolAgo)[step_is(kStepPreposition)] >> direction_word[([](auto& ctx) {
      if (x3::_attr(ctx) != -1) x3::_pass(ctx) = false;
      x3::_val(ctx).kind = Kind::kOffset;
      x3::_val(ctx).amount = -2;
    })];

const auto references = Rule<struct references_tag>("now") =
    Symbol(kSymbolReference)[([](auto& ctx) {
      SetDirection(x3::_val(ctx), x3::_attr(ctx));
      x3::_val(ctx).kind = Kind::kReference;
    })];

const auto clock_time = ((number[hour] >> Symbol(kSymbolMeridiem)[meridiem]) |
                         (Symbol(kSymbolClock)[clock] >> -Symbol(kSymbolMeridiem)[meridiem]) |
                         (number[hour] >> Symbol(kSymbolOclock)) |
                         (SymbolParser(kSymbolNumber, kSymbolYear)[four_figures] >>
                          &Symbol(kSymbolZone))) >>
                        -Symbol(kSymbolZone);
// "6 o'clock in the evening", "10:30 at night"
const auto day_half = [](auto& ctx) {
  DateExpression& out = x3::_val(ctx);
  if (x3::_attr(ctx) != 'M' * 256 + 'O' && out.hour < 12)
    out.hour = static_cast<int8_t>(out.hour + 12);
};
const auto clocks = Rule<struct clocks_tag>("10 a.m. on Monday") =
    clock_time >> -(preposition >> -the >> part_word[day_half]) >>
    -(-comma >> -preposition >>
      ((-(weekday_word[clock_weekday] >> -comma) >> month_and_day >> with_year) |
       weekday_word[clock_weekday] | relative_word[clock_relative]));
const auto weekday_clock = Rule<struct weekday_clock_tag>("Monday at 10 a.m.") =
    (weekday_word[clock_weekday] | relative_word[clock_relative]) >> -preposition >> clock_time;

/// All rules, and which of them may match at a place by the two symbols there.
class RuleTable {
 public:
  RuleTable();
  uint64_t RulesAt(char first, char second) const {
    return at_[static_cast<unsigned char>(first)][static_cast<unsigned char>(second)];
  }
  bool MayBegin(char first) const { return starts_ & SetOf(first); }
  const AnyRule& operator[](int rule) const { return rules_[static_cast<size_t>(rule)]; }

 private:
  std::vector<AnyRule> rules_;
  std::array<std::array<uint64_t, kDateSymbols>, kDateSymbols> at_ = {};  // rules as bits
  SymbolSet starts_ = 0;  // what some rule can begin with
};

RuleTable::RuleTable() : rules_(AmountRules()) {
  const AnyRule points[] = {
      Listed<day_month>(),    Listed<weekday_date>(),  Listed<month_year>(),
      Listed<that_month>(),   Listed<mid_month>(),     Listed<plain_year>(),
      Listed<old_year>(),     Listed<iso>(),           Listed<decade>(),
      Listed<century_rule>(), Listed<seasons>(),       Listed<quarters>(),
      Listed<holidays>(),     Listed<weekdays>(),      Listed<week_weekday>(),
      Listed<part_weekday>(), Listed<part_relative>(), Listed<days>(),
      Listed<next_part>(),  // before the same words in the other sense
      Listed<this_part>(),    Listed<next_but_one>(),  Listed<units>(),
      Listed<the_units>(),    Listed<edge_unit>(),     Listed<fiscal_year>(),
      Listed<unit_end>(),     Listed<the_weekend>(),   Listed<unit_before_last>(),
      Listed<references>(),   Listed<clocks>(),        Listed<weekday_clock>()};
  rules_.insert(rules_.end(), std::begin(points), std::end(points));
  assert(rules_.size() <= 64);
  for (size_t rule = 0; rule < rules_.size(); ++rule) {
    const Starts& starts = rules_[rule].starts;
    starts_ |= starts.First();
    for (int first = 0; first < kDateSymbols; ++first)
      for (int second = 0; second < kDateSymbols; ++second)
        if ((starts.alone & SetOf(first)) || (starts.two[first] & SetOf(second)))
          at_[first][second] |= uint64_t{1} << rule;
  }
}

const RuleTable& Rules() {
  static const RuleTable rules;
  return rules;
}

}  // namespace

bool MayStartDate(char first, char second) { return Rules().RulesAt(first, second) != 0; }

bool MayStartDate(char first) { return Rules().MayBegin(first); }

size_t ParseDate(const DateInput* begin, const DateInput* end, DateExpression& expression) {
  if (begin == end) return 0;
  const char second = begin + 1 < end ? begin[1].symbol : char{kSymbolNone};
  size_t longest = 0;
  for (uint64_t left = Rules().RulesAt(begin->symbol, second); left != 0; left &= left - 1) {
    DateExpression read;
    const DateInput* at = begin;
    if (!Rules()[std::countr_zero(left)].parse(at, end, read)) continue;
    const auto size = static_cast<size_t>(at - begin);
    if (size <= longest) continue;
    longest = size;
    expression = read;
  }
  return longest;
}

}  // namespace telex
