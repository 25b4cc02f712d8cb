// The grammar runs over bytes. A part is taken down as a range of bytes when its rule has matched;
// parts that a failed alternative took down are overwritten or cleared, since every form starts
// from an empty shape.
#include "grammars/dateline.h"

#include <boost/range/iterator_range.hpp>
#include <boost/spirit/home/x3.hpp>

namespace telex {
namespace {

namespace x3 = boost::spirit::x3;
using Iterator = const char*;

constexpr size_t kMostBytes = 160;

// While the grammar runs a part is a pair of pointers.
struct Part {
  Iterator begin = nullptr, end = nullptr;
};
struct Parts {
  Part place, region, date, agency;
  DatelineShape::Mark mark = DatelineShape::Mark::kNone;
};

const auto take = [](Part Parts::*part) {
  return [part](auto& ctx) {
    const auto& range = x3::_attr(ctx);
    (x3::_val(ctx).*part) = {range.begin(), range.end()};
  };
};
const auto set = [](DatelineShape::Mark mark) {
  return [mark](auto& ctx) { x3::_val(ctx).mark = mark; };
};

const auto blank = x3::lit(' ') | '\t' | "\u00a0";
const auto blanks = *blank;
const auto line_end = x3::lit('\n') | '\r';
const auto long_dash = x3::lit("\u2012") | "\u2013" | "\u2014" | "\u2015";

const auto capital = x3::char_('A', 'Z') | (x3::char_('\xc3', '\xd8') >> x3::char_('\x80', '\xbf'));
const auto letter =
    (x3::char_('A', 'Z') | x3::char_('a', 'z') | x3::char_('\x80', '\xff')) - long_dash - "\u00a0";
// A word of a name: SANA'A, St., D.C., AL-QUDS; a hyphen only between letters, a stop only where it
// abbreviates.
const auto initials = x3::repeat(2, 4)[capital >> '.'];
const auto short_word = capital >> x3::repeat(1, 2)[letter] >> '.';
const auto whole_word = capital >>
                        *(letter | (x3::lit('\'') >> letter) | (x3::lit('-') >> &letter));
const auto name_word = initials | short_word | whole_word;
const auto particle = +x3::char_('a', 'z') >> &(blank >> capital);
const auto name = name_word >> *(+blank >> -(particle >> +blank) >> name_word);

const auto dash = long_dash | +x3::lit('-') | "\u2212" | (x3::lit('_') >> &blank);
const auto colon = x3::lit(':') >> &(blank | line_end | x3::eoi);
const auto inside = +(x3::char_ - ')' - '(' - line_end);
const auto figure = x3::char_('0', '9');
// What a date may look like: a word and a figure, in either order, with a year perhaps.
const auto date_word = capital >> +(letter | '.');
const auto figures = x3::repeat(1, 2)[figure] >> !figure >> -(x3::lit("st") | "nd" | "rd" | "th");
const auto date_year = -x3::lit(',') >> +blank >> x3::repeat(4)[figure];
const auto day_and_month = (figures >> +blank >> date_word) | (date_word >> +blank >> figures);
const auto date =
    (day_and_month | (date_word >> -x3::lit(',') >> +blank >> day_and_month)) >> -date_year;

const auto mark = (blanks >> dash[set(DatelineShape::Mark::kDash)]) |
                  (blanks >> colon[set(DatelineShape::Mark::kColon)]);
const auto bracket = '(' >> x3::raw[inside][take(&Parts::agency)] >> ')';

using Rule = x3::rule<class dateline_tag, Parts>;
const auto place_part = x3::raw[name][take(&Parts::place)] >> *(blanks >> '/' >> blanks >> name);
const auto date_part = -(x3::lit(',') | '.') >> blanks >> x3::raw[date][take(&Parts::date)];
const auto region_part = ',' >> blanks >> x3::raw[name][take(&Parts::region)];
// "DAMASCUS, (SANA) -"; "NAIROBI, March 14, Reuter -"
const auto in_bracket = -x3::lit(',') >> blanks >> bracket >> -mark;
const auto bare_agency = ',' >> blanks >> x3::raw[name][take(&Parts::agency)] >> blanks >>
                         dash[set(DatelineShape::Mark::kDash)];
const auto tail = in_bracket | bare_agency | mark;

const auto with_date = Rule("place and date") = place_part >> date_part >> tail;
const auto with_region = Rule("place and region") = place_part >> region_part >> -date_part >> tail;
const auto place_only = Rule("place") = place_part >> tail;
const auto agency_only = Rule("agency") = bracket >> mark;
const auto agency_tag = Rule("agency tag") =
    x3::raw[name][take(&Parts::agency)] >>
    -(blanks >> '/' >> blanks >> name_word >> *(blank >> +letter)) >> blanks
    >> colon[set(DatelineShape::Mark::kColon)];

Span SpanOf(const Part& part, Iterator start) {
  if (part.begin == nullptr) return {};
  return {static_cast<uint32_t>(part.begin - start), static_cast<uint32_t>(part.end - start)};
}

template <class Grammar>
bool Parse(const Grammar& grammar, std::string_view text, DatelineShape& shape) {
  Iterator at = text.data();
  const Iterator end = at + (text.size() < kMostBytes ? text.size() : kMostBytes);
  Parts parts;
  if (!x3::parse(at, end, grammar, parts)) return false;
  shape.place = SpanOf(parts.place, text.data());
  shape.region = SpanOf(parts.region, text.data());
  shape.date = SpanOf(parts.date, text.data());
  shape.agency = SpanOf(parts.agency, text.data());
  shape.mark = parts.mark;
  shape.size = static_cast<uint32_t>(at - text.data());
  return true;
}

}  // namespace

bool ParseDateline(std::string_view text, DatelineShape& shape) {
  return Parse(with_date, text, shape) || Parse(with_region, text, shape) ||
         Parse(place_only, text, shape) || Parse(agency_only, text, shape);
}

bool ParseAgencyTag(std::string_view text, DatelineShape& shape) {
  return Parse(agency_tag, text, shape);
}

}  // namespace telex
