// With which symbols an expression of a rule can begin, read off the rule: its parsers are walked
// as a tree, their values and actions are not looked at. A rule that cannot begin with the two
// symbols at hand need not be tried, which is nearly every rule nearly everywhere. Internal to
// grammars/.
#pragma once

#include <array>
#include <vector>

#include "grammars/date_rules.h"

namespace telex::date_rules {

using SymbolSet = uint64_t;  // DateSymbols as bits
static_assert(kDateSymbols <= 64);
constexpr SymbolSet SetOf(int symbol) { return SymbolSet{1} << symbol; }

/// The first two symbols of what a parser may read.
struct Starts {
  bool nothing = false;                          // it may read none
  SymbolSet alone = 0;                           // what it may read and no more
  std::array<SymbolSet, kDateSymbols> two = {};  // by the first symbol: what may follow it

  SymbolSet First() const {
    SymbolSet first = alone;
    for (int symbol = 0; symbol < kDateSymbols; ++symbol)
      if (two[symbol] != 0) first |= SetOf(symbol);
    return first;
  }
};

inline Starts Nothing() {
  Starts starts;
  starts.nothing = true;
  return starts;
}

inline Starts Either(Starts a, const Starts& b) {
  a.nothing |= b.nothing;
  a.alone |= b.alone;
  for (int symbol = 0; symbol < kDateSymbols; ++symbol) a.two[symbol] |= b.two[symbol];
  return a;
}

inline Starts Then(const Starts& a, const Starts& b) {
  Starts both;
  both.nothing = a.nothing && b.nothing;
  both.alone = (b.nothing ? a.alone : 0) | (a.nothing ? b.alone : 0);
  const SymbolSet next = b.First();
  for (int symbol = 0; symbol < kDateSymbols; ++symbol) {
    both.two[symbol] = a.two[symbol] | (a.nothing ? b.two[symbol] : 0);
    if (a.alone & SetOf(symbol)) both.two[symbol] |= next;
  }
  return both;
}

inline Starts StartsOf(const SymbolParser& parser) {
  Starts starts;
  for (const char symbol : parser.symbols)
    if (symbol != kSymbolNone) starts.alone |= SetOf(symbol);
  return starts;
}
inline Starts StartsOf(const x3::eps_parser&) { return Nothing(); }
template <class P>
Starts StartsOf(const x3::and_predicate<P>&) {
  return Nothing();
}
template <class P>
Starts StartsOf(const x3::optional<P>& parser) {
  return Either(StartsOf(parser.subject), Nothing());
}
template <class P, class F>
Starts StartsOf(const x3::action<P, F>& parser) {
  return StartsOf(parser.subject);
}
template <class L, class R>
Starts StartsOf(const x3::alternative<L, R>& parser) {
  return Either(StartsOf(parser.left), StartsOf(parser.right));
}
template <class L, class R>
Starts StartsOf(const x3::sequence<L, R>& parser) {
  return Then(StartsOf(parser.left), StartsOf(parser.right));
}
template <class Tag, class P, class A, bool kForced>
Starts StartsOf(const x3::rule_definition<Tag, P, A, kForced>& rule) {
  return StartsOf(rule.rhs);
}

/// A rule without its type.
struct AnyRule {
  Starts starts;
  bool (*parse)(const DateInput*& at, const DateInput* end, DateExpression& out);
};

template <const auto& kRule>
AnyRule Listed() {
  return {StartsOf(kRule), [](const DateInput*& at, const DateInput* end, DateExpression& out) {
            return x3::parse(at, end, kRule, out) && out.kind != Kind::kNone;
          }};
}

/// The rules for durations, sets and offsets: date_amounts.cc.
std::vector<AnyRule> AmountRules();

}  // namespace telex::date_rules
