// What the files of the date grammar share: the parser of one symbol, and the semantic actions.
// `_val` is the expression of the rule, `_attr` the value of the token. Internal to grammars/.
#pragma once

#include <boost/spirit/home/x3.hpp>

#include "grammars/date.h"

namespace telex::date_rules {

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

template <class Tag>
using Rule = x3::rule<Tag, DateExpression>;

inline void SetPart(DateExpression& out, int32_t code) {
  out.part[0] = static_cast<char>(code >> 8);
  out.part[1] = static_cast<char>(code & 0xff);
}
inline void SetDirection(DateExpression& out, int32_t value) {
  out.from_event = value >= 4;
  if (out.from_event) value -= 8;
  out.direction = value < 0 ? Direction::kPast : value > 0 ? Direction::kFuture : Direction::kThis;
}
inline int32_t StepOf(const DateExpression& e) {
  return e.direction == Direction::kPast ? -1 : e.direction == Direction::kFuture ? 1 : 0;
}

const auto weekday_word = Symbol(kSymbolWeekday);
const auto month_word = Symbol(kSymbolMonth);
const auto number = Symbol(kSymbolNumber);
const auto year_figure = Symbol(kSymbolYear);
const auto unit_word = Symbol(kSymbolUnit);
const auto part_word = Symbol(kSymbolPart);
const auto relative_word = Symbol(kSymbolRelative);
const auto direction_word = Symbol(kSymbolDirection);
const auto the = Symbol(kSymbolThe);
const auto preposition = Symbol(kSymbolPreposition);
const auto comma = Symbol(kSymbolComma);
const auto of = [] {
  return Symbol(kSymbolPreposition)[([](auto& ctx) {
    if (x3::_attr(ctx) != 1) x3::_pass(ctx) = false;
  })];
}();
const auto also = Symbol(kSymbolAnd);
const auto dash = Symbol(kSymbolDash);

const auto kind = [](Kind value) { return [value](auto& ctx) { x3::_val(ctx).kind = value; }; };
const auto day = [](auto& ctx) {
  const int32_t value = x3::_attr(ctx);
  if (value < 1 || value > 31)
    x3::_pass(ctx) = false;
  else
    x3::_val(ctx).day = static_cast<int8_t>(value);
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
const auto direction = [](auto& ctx) { SetDirection(x3::_val(ctx), x3::_attr(ctx)); };
// "that" Monday may be a conjunction: only words that say so themselves.
const auto plain_direction = [](auto& ctx) {
  if (x3::_attr(ctx) >= 4) x3::_pass(ctx) = false;
  SetDirection(x3::_val(ctx), x3::_attr(ctx));
};
const auto part = [](auto& ctx) { SetPart(x3::_val(ctx), x3::_attr(ctx)); };
const auto unit = [](auto& ctx) { x3::_val(ctx).unit = static_cast<Unit>(x3::_attr(ctx) & 31); };
const auto single_unit = [](auto& ctx) {
  if (x3::_attr(ctx) & 32) x3::_pass(ctx) = false;
  x3::_val(ctx).unit = static_cast<Unit>(x3::_attr(ctx) & 31);
};
const auto plural_unit = [](auto& ctx) {
  if (!(x3::_attr(ctx) & 32)) x3::_pass(ctx) = false;
  x3::_val(ctx).unit = static_cast<Unit>(x3::_attr(ctx) & 31);
};
const auto only = [](Unit wanted) {
  return [wanted](auto& ctx) {
    if (static_cast<Unit>(x3::_attr(ctx) & 31) != wanted)
      x3::_pass(ctx) = false;
    else
      x3::_val(ctx).unit = wanted;
  };
};
const auto step_is = [](int32_t wanted) {
  return [wanted](auto& ctx) {
    if (x3::_attr(ctx) != wanted) x3::_pass(ctx) = false;
  };
};

// A time of day; it keeps its kind when the day that goes with it is read.
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
const auto four_figures = [](auto& ctx) {
  const int32_t value = x3::_attr(ctx);
  DateExpression& out = x3::_val(ctx);
  out.kind = Kind::kClock;
  if (value < 100 || value > 2400 || value % 100 > 59) x3::_pass(ctx) = false;
  out.hour = static_cast<int8_t>(value / 100 & 31);
  out.minute = static_cast<int8_t>(value % 100);
};
const auto meridiem = [](auto& ctx) {
  DateExpression& out = x3::_val(ctx);
  if (out.hour > 12) x3::_pass(ctx) = false;
  out.hour = static_cast<int8_t>(out.hour % 12 + x3::_attr(ctx));
};
const auto clock_weekday = [](auto& ctx) {
  x3::_val(ctx).weekday = static_cast<int8_t>(x3::_attr(ctx));
};
const auto clock_relative = [](auto& ctx) { x3::_val(ctx).amount = (x3::_attr(ctx) >> 16) - 100; };

}  // namespace telex::date_rules
