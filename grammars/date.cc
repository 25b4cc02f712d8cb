// Every rule below reads one shape of expression into a fresh DateExpression; ParseDate tries them
// all at one place and keeps the longest, so that their order does not matter and a rule that fails
// half-way leaves nothing behind.
#include "grammars/date.h"

#include <boost/spirit/home/x3.hpp>

namespace telex {
namespace {

namespace x3 = boost::spirit::x3;

using Iterator = const DateInput*;
using Kind = DateExpression::Kind;
using Unit = DateExpression::Unit;
using Modifier = DateExpression::Modifier;
using Direction = DateExpression::Direction;

// Matches one token that has one of up to three symbols; its attribute is the token's value. (An
// alternative of three parsers would give a variant of three integers.)
struct SymbolParser : x3::parser<SymbolParser> {
  using attribute_type = int32_t;
  static bool const has_attribute = true;
  explicit constexpr SymbolParser(char first, char second = 0, char third = 0)
      : symbols{first, second, third} {}

  template <typename It, typename Context, typename RContext, typename Attribute>
  bool parse(It& first, It const& last, Context const&, RContext&, Attribute& attribute) const {
    if (first == last || first->symbol == kSymbolNone) return false;
    const char symbol = first->symbol;
    if (symbol != symbols[0] && symbol != symbols[1] && symbol != symbols[2]) return false;
    x3::traits::move_to(first->value, attribute);
    ++first;
    return true;
  }
  char symbols[3];
};

constexpr SymbolParser Symbol(DateSymbol symbol) { return SymbolParser(symbol); }

const auto weekday_word = Symbol(kSymbolWeekday);
const auto month_word = Symbol(kSymbolMonth);
const auto number = Symbol(kSymbolNumber);
const auto year_figure = Symbol(kSymbolYear);
const auto unit_word = Symbol(kSymbolUnit);
const auto part_word = Symbol(kSymbolPart);
const auto relative_word = Symbol(kSymbolRelative);
const auto direction_word = Symbol(kSymbolDirection);
const auto ago = Symbol(kSymbolAgo);
const auto later = Symbol(kSymbolLater);
const auto modifier_word = Symbol(kSymbolModifier);
const auto season_word = Symbol(kSymbolSeason);
const auto the = Symbol(kSymbolThe);
const auto preposition = Symbol(kSymbolPreposition);
const auto comma = Symbol(kSymbolComma);
const auto also = Symbol(kSymbolAnd);
const auto dash = Symbol(kSymbolDash);
const auto day_figure = SymbolParser(kSymbolNumber, kSymbolOrdinal, kSymbolRange);
const auto other_day = SymbolParser(kSymbolNumber, kSymbolOrdinal);
const auto count_word = SymbolParser(kSymbolNumber, kSymbolOne, kSymbolYear);

Direction DirectionOf(int32_t value) {
  return value < 0 ? Direction::kPast : value > 0 ? Direction::kFuture : Direction::kThis;
}
void SetPart(DateExpression& out, int32_t code) {
  out.part[0] = static_cast<char>(code >> 8);
  out.part[1] = static_cast<char>(code & 0xff);
}

// Actions. `_val` is the expression of the rule, `_attr` the value of the token.
const auto day = [](auto& ctx) {
  const int32_t value = x3::_attr(ctx);
  if (value < 1 || value > 31)
    x3::_pass(ctx) = false;
  else
    x3::_val(ctx).day = static_cast<int8_t>(value);
};
const auto another_day = [](auto& ctx) {
  const int32_t value = x3::_attr(ctx);
  if (value < 1 || value > 31 || value <= x3::_val(ctx).day) x3::_pass(ctx) = false;
};
const auto month = [](auto& ctx) {
  x3::_val(ctx).kind = Kind::kCalendar;
  x3::_val(ctx).month = static_cast<int8_t>(x3::_attr(ctx));
};
const auto year = [](auto& ctx) {
  x3::_val(ctx).year = x3::_attr(ctx);
  x3::_val(ctx).kind = Kind::kCalendar;
};
const auto weekday = [](auto& ctx) {
  x3::_val(ctx).kind = Kind::kWeekday;
  x3::_val(ctx).weekday = static_cast<int8_t>(x3::_attr(ctx));
};
const auto modifier = [](auto& ctx) {
  x3::_val(ctx).modifier = static_cast<Modifier>(x3::_attr(ctx));
};
const auto direction = [](auto& ctx) { x3::_val(ctx).direction = DirectionOf(x3::_attr(ctx)); };
const auto part = [](auto& ctx) { SetPart(x3::_val(ctx), x3::_attr(ctx)); };
const auto unit = [](auto& ctx) { x3::_val(ctx).unit = static_cast<Unit>(x3::_attr(ctx)); };
const auto only = [](Unit wanted) {
  return [wanted](auto& ctx) {
    if (static_cast<Unit>(x3::_attr(ctx)) != wanted)
      x3::_pass(ctx) = false;
    else
      x3::_val(ctx).unit = wanted;
  };
};
const auto amount = [](auto& ctx) { x3::_val(ctx).amount = x3::_attr(ctx); };
const auto kind = [](Kind value) { return [value](auto& ctx) { x3::_val(ctx).kind = value; }; };
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
const auto back = [](auto& ctx) {
  x3::_val(ctx).amount = -x3::_val(ctx).amount;
  x3::_val(ctx).direction = Direction::kPast;
  x3::_val(ctx).from_event = x3::_attr(ctx) != 0;
};
const auto forward = [](auto& ctx) {
  x3::_val(ctx).direction = Direction::kFuture;
  x3::_val(ctx).from_event = true;
};
const auto clock = [](auto& ctx) {
  DateExpression& out = x3::_val(ctx);
  out.kind = Kind::kClock;
  out.hour = static_cast<int8_t>(x3::_attr(ctx) / 60);
  out.minute = static_cast<int8_t>(x3::_attr(ctx) % 60);
};
const auto hour = [](auto& ctx) {
  const int32_t value = x3::_attr(ctx);
  DateExpression& out = x3::_val(ctx);
  out.kind = Kind::kClock;
  if (value < 1 || value > 12) x3::_pass(ctx) = false;
  out.hour = static_cast<int8_t>(value & 31);
  out.minute = 0;
};
const auto meridiem = [](auto& ctx) {
  DateExpression& out = x3::_val(ctx);
  if (out.hour > 12) x3::_pass(ctx) = false;
  out.hour = static_cast<int8_t>(out.hour % 12 + x3::_attr(ctx));
};
// A clock time keeps its kind when the day that goes with it is read.
const auto clock_weekday = [](auto& ctx) {
  x3::_val(ctx).weekday = static_cast<int8_t>(x3::_attr(ctx));
};
const auto clock_relative = [](auto& ctx) { x3::_val(ctx).amount = (x3::_attr(ctx) >> 16) - 100; };

template <class Tag>
using Rule = x3::rule<Tag, DateExpression>;

const auto day_number = day_figure[day];
const auto more_days = -((also | dash) >> other_day[another_day]);
const auto with_year = -(-comma >> year_figure[year]);
const auto loosely = -((modifier_word[modifier] | ago | later) >> -preposition);
const auto month_and_day = (-the >> day_number >> more_days >> -preposition >> month_word[month]) |
                           (month_word[month] >> -the >> day_number >> more_days);

// "7 October 2023", "the 7th of October", "June 9 and 10, 2025"
const auto day_month = Rule<struct day_month_tag>("day and month") =
    loosely >> month_and_day >> with_year >> -part_word[part];
// "Saturday, June 7, 2025"; "Friday 13 October"
const auto weekday_date = Rule<struct weekday_date_tag>("weekday and date") =
    weekday_word[clock_weekday] >> -comma >> -the >>
    ((day_number >> -preposition >> month_word[month]) | (month_word[month] >> day_number)) >>
    with_year;
// "April 2016", "early May", "October of last year", "October"
const auto month_year = Rule<struct month_year_tag>("month") =
    loosely >> month_word[month] >> -((-comma >> -preposition >> year_figure[year]) |
                                      (-comma >> -preposition >> -the >>
                                       direction_word[direction] >> unit_word[only(Unit::kYear)]));
// "last October"
const auto that_month = Rule<struct that_month_tag>("last October") =
    loosely >> -the >> direction_word[direction] >> month_word[month] >> -day_number;
const auto mid_month = Rule<struct mid_month_tag>("mid-October") =
    Symbol(kSymbolMidMonth)[([](auto& ctx) {
      x3::_val(ctx).kind = Kind::kCalendar;
      x3::_val(ctx).month = static_cast<int8_t>(x3::_attr(ctx) & 15);
      x3::_val(ctx).modifier = static_cast<Modifier>(x3::_attr(ctx) >> 4);
    })] >>
    with_year;
const auto plain_year = Rule<struct plain_year_tag>("year") =
    (loosely >> year_figure[year]) | Symbol(kSymbolMidYear)[([](auto& ctx) {
      x3::_val(ctx).kind = Kind::kCalendar;
      x3::_val(ctx).year = x3::_attr(ctx) % 10000;
      x3::_val(ctx).modifier = static_cast<Modifier>(x3::_attr(ctx) / 10000);
    })];
const auto iso = Rule<struct iso_tag>("2023-10-07") = Symbol(kSymbolIso)[([](auto& ctx) {
  const int32_t value = x3::_attr(ctx);
  x3::_val(ctx).kind = Kind::kCalendar;
  x3::_val(ctx).year = value / 10000;
  x3::_val(ctx).month = static_cast<int8_t>(value / 100 % 100);
  x3::_val(ctx).day = static_cast<int8_t>(value % 100);
})];
const auto decade = Rule<struct decade_tag>("the 1990s") = -the >> -modifier_word[modifier] >>
                                                           Symbol(kSymbolDecade)[([](auto& ctx) {
                                                             x3::_val(ctx).kind = Kind::kCalendar;
                                                             x3::_val(ctx).unit = Unit::kDecade;
                                                             x3::_val(ctx).year = x3::_attr(ctx);
                                                           })];
const auto seasons = Rule<struct seasons_tag>("last summer") = loosely >> -the >>
                                                               -direction_word[direction] >>
                                                               season_word[season] >>
                                                               -(-preposition >> year_figure[year]);

// "early Monday", "last Monday", "Saturday evening", "Friday next week", "the morning of Monday"
const auto weekdays = Rule<struct weekdays_tag>("weekday") =
    loosely >> -the >> -direction_word[direction] >> weekday_word[weekday] >>
    -modifier_word[modifier] >> -part_word[part];
const auto week_weekday = Rule<struct week_weekday_tag>("Friday next week") =
    weekday_word[weekday] >> -preposition >> -the >> direction_word[direction] >>
    unit_word[only(Unit::kWeek)];
const auto part_weekday = Rule<struct part_weekday_tag>("the morning of Monday") =
    -the >> part_word[part] >> preposition >> weekday_word[weekday];

// "yesterday evening", "tonight", "last night", "this morning", "the day before yesterday"
const auto days = Rule<struct days_tag>("yesterday") =
    loosely >> -modifier_word[modifier] >> relative_word[relative] >> -part_word[part];
const auto this_part = Rule<struct this_part_tag>("this morning") =
    loosely >> direction_word[([](auto& ctx) {
      x3::_val(ctx).kind = Kind::kRelativeDay;
      x3::_val(ctx).amount = x3::_attr(ctx);
    })] >>
    part_word[part];
const auto step = [](int32_t by) { return [by](auto& ctx) { x3::_val(ctx).amount += by; }; };
const auto next_but_one = Rule<struct next_but_one_tag>("the day before yesterday") =
    -the >> unit_word[only(Unit::kDay)] >>
    ((ago[step(-1)]) | (later[step(1)])) >> relative_word[relative];

// "last week", "earlier this month", "late next year"
const auto units = Rule<struct units_tag>("last week") =
    loosely >> -the >> direction_word[direction] >> unit_word[unit] >> x3::eps[([](auto& ctx) {
      DateExpression& out = x3::_val(ctx);
      out.kind = Kind::kRelativeUnit;
      out.from_event = out.unit == Unit::kDay;  // "the next day" is the day after what was told
    })];

const auto count = count_word[amount];
const auto offset = Rule<struct offset_tag>("two days ago") =
    (count | x3::eps) >> unit_word[unit] >>
    (ago[back] | later[forward]) >> x3::eps[kind(Kind::kOffset)];
const auto the_offset = Rule<struct the_offset_tag>("the day before") =
    the >> unit_word[unit] >> x3::eps[([](auto& ctx) { x3::_val(ctx).amount = 1; })] >>
    (ago[back] | later[forward]) >> x3::eps[([](auto& ctx) {
      x3::_val(ctx).kind = Kind::kOffset;
      x3::_val(ctx).from_event = true;
    })];
const auto span_offset = Rule<struct span_offset_tag>("the past two days") =
    -the >> direction_word >> number[amount] >> unit_word[unit] >> x3::eps[kind(Kind::kDuration)];

const auto duration = Rule<struct duration_tag>("two days") =
    count >> unit_word[unit] >> x3::eps[kind(Kind::kDuration)];
const auto hyphen_span = Rule<struct hyphen_span_tag>("two-day") =
    Symbol(kSymbolSpan)[([](auto& ctx) {
      x3::_val(ctx).kind = Kind::kDuration;
      x3::_val(ctx).amount = x3::_attr(ctx) >> 4;
      x3::_val(ctx).unit = static_cast<Unit>(x3::_attr(ctx) & 15);
    })];

const auto clock_time = (number[hour] >> Symbol(kSymbolMeridiem)[meridiem]) |
                        (Symbol(kSymbolClock)[clock] >> -Symbol(kSymbolMeridiem)[meridiem]);
const auto clocks = Rule<struct clocks_tag>("10 a.m. on Monday") =
    clock_time >>
    -(-comma >> -preposition >> (weekday_word[clock_weekday] | relative_word[clock_relative]));
const auto weekday_clock = Rule<struct weekday_clock_tag>("Monday at 10 a.m.") =
    (weekday_word[clock_weekday] | relative_word[clock_relative]) >> -preposition >> clock_time;

const auto often = Rule<struct often_tag>("every Friday") =
    (Symbol(kSymbolEvery) >> (weekday_word[clock_weekday] >> -part_word[part] | part_word[part] |
                              (-number[amount] >> unit_word[unit])) >>
     x3::eps[kind(Kind::kSet)]) |
    (Symbol(kSymbolOften)[unit] >> x3::eps[kind(Kind::kSet)]);

}  // namespace

size_t ParseDate(const DateInput* begin, const DateInput* end, DateExpression& expression) {
  size_t longest = 0;
  const auto attempt = [&](const auto& rule) {
    DateExpression read;
    Iterator at = begin;
    if (!x3::parse(at, end, rule, read) || read.kind == Kind::kNone) return;
    const auto size = static_cast<size_t>(at - begin);
    if (size <= longest) return;
    longest = size;
    expression = read;
  };
  attempt(day_month);
  attempt(weekday_date);
  attempt(month_year);
  attempt(that_month);
  attempt(mid_month);
  attempt(plain_year);
  attempt(iso);
  attempt(decade);
  attempt(seasons);
  attempt(weekdays);
  attempt(week_weekday);
  attempt(part_weekday);
  attempt(days);
  attempt(this_part);
  attempt(next_but_one);
  attempt(units);
  attempt(offset);
  attempt(the_offset);
  attempt(span_offset);
  attempt(duration);
  attempt(hyphen_span);
  attempt(clocks);
  attempt(weekday_clock);
  attempt(often);
  return longest;
}

}  // namespace telex
