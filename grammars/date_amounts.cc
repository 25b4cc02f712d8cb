// Spans of time and what repeats: "two days", "two days ago", "the past three years", "every
// Friday", "twice a month". Each rule as in date.cc.
#include "grammars/date_starts.h"

namespace telex::date_rules {
namespace {

const auto one = Symbol(kSymbolOne);
const auto half = unit_word[only(Unit::kHalf)];
const auto vague = Symbol(kSymbolVague);
const auto between = Symbol(kSymbolBetween);
const auto about = Symbol(kSymbolAbout);

const auto amount = [](auto& ctx) {  // "2.5" is a negative 2
  const int32_t value = x3::_attr(ctx);
  x3::_val(ctx).amount = value < 0 ? -value : value;
  if (value < 0) x3::_val(ctx).and_half = true;
};
const auto no_amount = [](auto& ctx) { x3::_val(ctx).amount = 0; };
// "two hundred", "two dozen"
const auto times_amount = [](auto& ctx) {
  constexpr int64_t kMost = 1'000'000'000;
  const int64_t factor = x3::_attr(ctx), product = x3::_val(ctx).amount * factor;
  x3::_pass(ctx) = factor >= 12 && product <= kMost;
  if (x3::_pass(ctx)) x3::_val(ctx).amount = static_cast<int32_t>(product);
};
const auto and_half = [](auto& ctx) { x3::_val(ctx).and_half = true; };
// "an hour and a half": the unit is the first one's.
const auto half_more = [](auto& ctx) {
  if (static_cast<Unit>(x3::_attr(ctx)) != Unit::kHalf) x3::_pass(ctx) = false;
  x3::_val(ctx).and_half = true;
};
const auto set_kind = [](Kind value) { return x3::eps[kind(value)]; };
const auto back = [](auto& ctx) {
  x3::_val(ctx).amount = -x3::_val(ctx).amount;
  x3::_val(ctx).direction = Direction::kPast;
  x3::_val(ctx).from_event = x3::_attr(ctx) != kStepPlain;
};
const auto forward = [](auto& ctx) {
  x3::_val(ctx).direction = Direction::kFuture;
  x3::_val(ctx).from_event = x3::_attr(ctx) != kStepPlain;
};
const auto not_preposition = [](auto& ctx) {
  if (x3::_attr(ctx) == kStepPreposition) x3::_pass(ctx) = false;
};
// Spans that words count: "three quarters" and "a half" are parts of other things.
const auto counted_unit = [](auto& ctx) {
  x3::_val(ctx).unit = static_cast<Unit>(x3::_attr(ctx) & 31);
  if (x3::_val(ctx).unit == Unit::kQuarter || x3::_val(ctx).unit == Unit::kHalf)
    x3::_pass(ctx) = false;
};

const auto whole_unit = [](auto& ctx) {
  x3::_val(ctx).unit = static_cast<Unit>(x3::_attr(ctx) & 31);
  if (x3::_val(ctx).unit == Unit::kHalf) x3::_pass(ctx) = false;
};

const auto half_count = half >> -one >> x3::eps[and_half];
const auto count =
    half_count | (-one >> vague[no_amount] >> -preposition) |
    (((one >> number[amount]) |
      (SymbolParser(kSymbolNumber, kSymbolOne, kSymbolYear)[amount] >> -number[times_amount])) >>
     -preposition >> -(-(also >> -one) >> half >> x3::eps[and_half]));
const auto span = ((SymbolParser(kSymbolAbout, kSymbolVague) >> count) | count) >> -between >>
                  unit_word[counted_unit];

const auto duration = Rule<struct duration_tag>("two days") = span >> -(also >> one >>
                                                                        unit_word[half_more]) >>
                                                              set_kind(Kind::kDuration);
const auto hyphen_span = Rule<struct hyphen_span_tag>("two-day") =
    -about >> Symbol(kSymbolSpan)[([](auto& ctx) {
      x3::_val(ctx).kind = Kind::kDuration;
      x3::_val(ctx).amount = x3::_attr(ctx) >> 5;
      x3::_val(ctx).and_half = (x3::_attr(ctx) >> 4 & 1) != 0;
      x3::_val(ctx).unit = static_cast<Unit>(x3::_attr(ctx) & 15);
    })];
// "decades", "years"
const auto bare_plural = Rule<struct bare_plural_tag>("years") =
    unit_word[plural_unit] >> x3::eps[([](auto& ctx) {
      const Unit unit = x3::_val(ctx).unit;
      if (unit < Unit::kHour || unit == Unit::kWeekend || unit == Unit::kQuarter ||
          unit == Unit::kHalf)
        x3::_pass(ctx) = false;
    })] >>
    set_kind(Kind::kDuration);
// "the past two days", "the first nine months", "the last few years", "the coming weeks"
const auto span_offset = Rule<struct span_offset_tag>("the past two days") =
    ((the >> SymbolParser(kSymbolDirection, kSymbolOrdinal)) | direction_word[plain_direction]) >>
    x3::eps[([](auto& ctx) { x3::_val(ctx).direction = Direction::kUnsaid; })] >>
    ((count >> -between >> unit_word[whole_unit]) | unit_word[plural_unit]) >>
    set_kind(Kind::kDuration);

// "two days ago", "a year earlier"
const auto step_word = (Symbol(kSymbolAgo)[back] | Symbol(kSymbolLater)[forward]);
const auto plain_step =
    (Symbol(kSymbolAgo)[not_preposition] | Symbol(kSymbolLater)[not_preposition]);
const auto offset = Rule<struct offset_tag>("two days ago") =
    -about >> ((count >> -between) | x3::eps) >> unit_word[unit] >>
    ((&plain_step >> step_word) | (step_word >> &SymbolParser(kSymbolStop, kSymbolComma))) >>
    set_kind(Kind::kOffset);
// "year-earlier"
const auto unit_ago = Rule<struct unit_ago_tag>("year-earlier") =
    Symbol(kSymbolUnitAgo)[unit] >> x3::eps[([](auto& ctx) {
      x3::_val(ctx).kind = Kind::kOffset;
      x3::_val(ctx).amount = -1;
      x3::_val(ctx).direction = Direction::kPast;
    })];
// "the day before"
const auto the_offset = Rule<struct the_offset_tag>("the day before") =
    the >> unit_word[single_unit] >> x3::eps[([](auto& ctx) { x3::_val(ctx).amount = 1; })] >>
    ((&plain_step >> step_word) | (step_word >> &SymbolParser(kSymbolStop, kSymbolComma))) >>
    x3::eps[([](auto& ctx) {
      x3::_val(ctx).kind = Kind::kOffset;
      x3::_val(ctx).from_event = true;
    })];

// "every Friday", "every two weeks", "weekly", "Mondays", "twice a month", "five days a week"
const auto often = Rule<struct often_tag>("every Friday") =
    ((Symbol(kSymbolEvery)[amount] >>
      ((weekday_word[clock_weekday] >> -part_word[part]) | part_word[part] |
       (-number[amount] >> unit_word[([](auto& ctx) {
         const int32_t value = x3::_attr(ctx);
         x3::_val(ctx).unit = static_cast<Unit>(value & 31);
         // "each of its halves", "every second": no time that repeats
         if (x3::_val(ctx).unit == Unit::kHalf || x3::_val(ctx).unit == Unit::kSecond)
           x3::_pass(ctx) = false;
       })]) |
       month_word[([](auto& ctx) {
         x3::_val(ctx).month = static_cast<int8_t>(x3::_attr(ctx));
       })])) |
     Symbol(kSymbolOften)[([](auto& ctx) {
       x3::_val(ctx).amount = x3::_attr(ctx) >> 4;
       x3::_val(ctx).unit = static_cast<Unit>(x3::_attr(ctx) & 15);
     })] |
     Symbol(kSymbolWeekdays)[clock_weekday] |
     (((-one >> Symbol(kSymbolOftenCount)) | (number >> SymbolParser(kSymbolTimes, kSymbolUnit))) >>
      SymbolParser(kSymbolOne, kSymbolEvery)[amount] >> -number[amount] >>
      unit_word[counted_unit]) |
     unit_word[([](auto& ctx) {  // "on weekends"
       x3::_val(ctx).unit = Unit::kWeekend;
       if (x3::_attr(ctx) != 32 + static_cast<int32_t>(Unit::kWeekend)) x3::_pass(ctx) = false;
     })]) >>
    set_kind(Kind::kSet);

}  // namespace

std::vector<AnyRule> AmountRules() {
  return {Listed<duration>(), Listed<hyphen_span>(), Listed<bare_plural>(), Listed<span_offset>(),
          Listed<offset>(),   Listed<unit_ago>(),    Listed<the_offset>(),  Listed<often>()};
}

}  // namespace telex::date_rules
