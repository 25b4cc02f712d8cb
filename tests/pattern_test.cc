// The pattern language: each row is a pattern and its canonical form, or a pattern and the mistake
// in it.

#include <string>

#include "pipeline/rules/pattern.h"
#include "pipeline/rules/render.h"
#include "tests/catch.h"

namespace telex {
namespace {

std::string Parsed(const std::string& text) {
  Diagnostics diagnostics;
  const PatternSequence tree = ParsePattern(text, {"t", 1, 1, 1}, diagnostics);
  std::string out = Dump(tree);
  for (const Diagnostic& diagnostic : diagnostics.all()) out += " !" + std::string(diagnostic.code);
  return out;
}

/// "CODE column+length" of each mistake.
std::string Mistakes(const std::string& text) {
  Diagnostics diagnostics;
  ParsePattern(text, {"t", 1, 1, 1}, diagnostics);
  std::string out;
  for (const Diagnostic& d : diagnostics.all())
    out += (out.empty() ? "" : " ") + std::string(d.code) + " " + std::to_string(d.place.column) +
           "+" + std::to_string(d.place.length);
  return out;
}

struct Row {
  const char* text;
  const char* expected;
};

TEST_CASE("patterns parse to their canonical form", "[pattern]") {
  const Row rows[] = {
      {"<source> hold|have $phone $call with <target>",
       "<source> hold|have $phone $call with <target>"},
      {"<target:person>", "<target:person>"},
      {"talk|\"talks\"|$list|/^re-/ to", "talk|\"talks\"|$list|/^re-/ to"},
      {"  spaced   out ", "spaced out"},
      {"by|over $phone?", "by|over $phone?"},
      {"(by <target>)?", "(by <target>)?"},
      {"(by phone | in a call) with", "(by phone | in a call) with"},
      {"(the|a|an)? press", "(the|a|an)? press"},
      {"(after|of <target>)", "(after|of <target>)"},
      {"(<office>|<honorific>)? <name>", "(<office> | <honorific>)? <name>"},
      {"<target>?", "(<target>)?"},
      {"hold ... with", "hold ... with"},
      {"hold … with", "hold ... with"},
      {"\"video link\"", "(\"video\" \"link\")"},
      {"phone|\"video link\"", "(phone | \"video\" \"link\")"},
      {"<name> , <office>", "<name> , <office>"},
      {"<name>, <office>", "<name> , <office>"},
      {"<country>'s <office>", "<country> 's <office>"},
      {"Iran's plan", "iran 's plan"},
      {"<country> ('s)? <office>", "<country> ('s)? <office>"},
      {"<country> (’s)? <office>", "<country> ('s)? <office>"},
      {"U.S. envoy", "u.s. envoy"},
      {"co-host|chargé", "co-host|chargé"},
      {"d'affaires", "d'affaires"},
      {"<name> : \"so\" - x .", "<name> : \"so\" - x ."},
      {"call <target> “", "call <target> “"},
      {"((a | b) c)? d", "((a | b) c)? d"},
      {"/a\\/b/", "/a\\/b/"},
      {"Visit", "visit"},
      {"*ly|also", R"(/[a-z0-9\x{80}-\x{200f}\x{2027}-\x{10ffff}'-]*ly/|also)"},
      {"*-brokered", R"(/[a-z0-9\x{80}-\x{200f}\x{2027}-\x{10ffff}'-]*-brokered/)"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Parsed(row.text) == row.expected);
    CHECK(Parsed(row.expected) == row.expected);  // the canonical form is its own
  }
}

TEST_CASE("mistakes in patterns have their place", "[pattern]") {
  const Row rows[] = {
      {"<source call", "R040 1+7"},
      {"<source> call <target", "R040 15+7"},
      {"<> call", "R040 1+2"},
      {"source> call", "R040 7+1"},
      {"<sorce> call", "R041 2+5"},
      {"<target:persn> é", "R042 9+5"},
      {"é <target:persn>", "R042 11+5"},
      {"call () <target>", "R043 6+2"},
      {"call (a | ) b", "R044 6+6"},
      {"call | ring", "R044 6+1"},
      {"| call", "R044 1+1"},
      {"call /(/", "R045 6+3"},
      {"call /(?=x)/", "R045 6+7"},
      {"... call", "R046 1+3"},
      {"call ...", "R046 6+3"},
      {"call ... ... x", "R046 6+7"},
      {"call (by phone", "R047 6+1"},
      {"call by) phone", "R047 8+1"},
      {"call \"by phone", "R048 6+9"},
      {"call /by phone", "R048 6+9"},
      {"call $ phone", "R049 6+2"},
      {"call ? phone", "R049 6+1"},
      {"", "R050 1+1"},
      {"   ", "R050 1+3"},
      {"<sorce> call ... ... <taget>", "R041 2+5 R046 14+7 R041 23+5"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Mistakes(row.text) == row.expected);
  }
}

TEST_CASE("regular expressions that RE2 lacks are explained", "[pattern]") {
  const Row rows[] = {{"/(?=x)/", "never:"},
                      {"/(a)\\1/", "back reference"},
                      {"/(?<n>x)/", "(?P<name>"},
                      {"/a++/", "possessive"}};
  for (const Row& row : rows) {
    INFO(row.text);
    Diagnostics diagnostics;
    ParsePattern(row.text, {"t", 1, 1, 1}, diagnostics);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].help.find(row.expected) != std::string::npos);
  }
}

}  // namespace
}  // namespace telex
