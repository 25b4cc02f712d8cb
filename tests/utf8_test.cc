#include "pipeline/text/utf8.h"

#include <string>
#include <vector>

#include "pipeline/text/code_points.h"
#include "tests/catch.h"

namespace telex {
namespace {

TEST_CASE("ValidPrefix stops at the first byte that is not UTF-8") {
  struct Case {
    std::string bytes;
    size_t valid;
  };
  const std::vector<Case> cases = {
      {"", 0},
      {"plain", 5},
      {"Türkiye’s \U0001F600", 17},
      {"eight by\xFFte", 8},
      {"latin-1 caf\xE9", 11},
      {"latin-1 caf\xE9 noir", 11},
      {"\xC0\xAF", 0},           // overlong "/"
      {"\xE0\x80\xAF", 0},       // overlong again
      {"a\xED\xA0\x80", 1},      // a surrogate
      {"a\xF4\x90\x80\x80", 1},  // above U+10FFFF
      {"cut \xE2\x80", 4},
      {"\x80", 0},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    CHECK(ValidPrefix(c.bytes) == c.valid);
    CHECK(IsValidUtf8(c.bytes) == (c.valid == c.bytes.size()));
  }
}

TEST_CASE("Decode gives every code point and its size, and gets past foreign bytes") {
  const std::string text = "aé€\U0001F600\xFFz";
  std::vector<char32_t> values;
  for (size_t at = 0; at < text.size();) {
    const DecodedCodePoint c = Decode(text, at);
    values.push_back(c.value);
    at += c.size;
  }
  CHECK(values == std::vector<char32_t>{U'a', U'é', U'€', U'\U0001F600', U'\uFFFD', U'z'});
}

TEST_CASE("FoldCase") {
  CHECK(FoldCase("U.N. Says") == "u.n. says");
  CHECK(FoldCase("TÜRKİYE’S") == "türkiye's");
  CHECK(FoldCase("Erdog\u0306an") == "erdoğan");  // a breve of its own
  CHECK(FoldCase("ÇAVUŞOĞLU") == "çavuşoğlu");
  CHECK(FoldCase("Λαβρόφ, ЛАВРОВ") == "λαβρόφ, лавров");
  CHECK(FoldCase("") == "");
}

TEST_CASE("Letters and their case") {
  CHECK(IsUpper(U'A'));
  CHECK(IsUpper(U'Ş'));
  CHECK_FALSE(IsUpper(U'ş'));
  CHECK_FALSE(IsUpper(U'1'));
  CHECK(IsLower(U'ı'));
  CHECK(IsLetter(U'中'));
  CHECK_FALSE(IsLetter(U'’'));
}

TEST_CASE("CodePoints agrees with counting from the start") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "Türkiye’s envoy \U0001F600 spoke; ";
  const std::vector<std::string> texts = {
      "", "only ASCII here, more than a block of it, to be sure that it is", "é", text};
  for (const std::string& t : texts) {
    const CodePoints points(t);
    size_t expected = 0;
    for (size_t at = 0; at < t.size();) {
      CHECK(points.At(at) == expected);
      at += Decode(t, at).size;
      ++expected;
    }
    CHECK(points.At(t.size()) == expected);
  }
}

}  // namespace
}  // namespace telex
