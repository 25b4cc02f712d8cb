#include "pipeline/language/tokenizer.h"

#include <chrono>

#include "catch.h"
#include "small_rules.h"

namespace telex {
namespace {

std::string Tokens(const RuleSet& rules, std::string_view text) {
  WordTable words(rules);
  Layers layers;
  Tokenize(text, words, layers);
  std::string out;
  for (const Token& token : layers.tokens) {
    if (!out.empty()) out += '|';
    out += token.span().Of(text);
  }
  return out;
}

struct Case {
  const char* text;
  const char* tokens;
};

TEST_CASE("words and marks of wire copy") {
  const SmallRules small;
  const Case kCases[] = {
      {"Fidan telephoned Araghchi.", "Fidan|telephoned|Araghchi|."},
      {"", ""},
      {" \t\n ", ""},
      {"don't doesn’t won't", "do|n't|does|n’t|wo|n't"},
      {"th\u00ADey'll w\u00ADe'll", "th\u00ADey'll|w\u00ADe'll"},
      {"WE'RE ready, I’ll go", "WE|'RE|ready|,|I|’ll|go"},
      {"o'clock ma'am y'know Wo'n't rock'n'roll", "o'clock|ma'am|y'know|Wo'n't|rock'n'roll"},
      {"O'Neil went to Sana'a and Sana’a.", "O'Neil|went|to|Sana'a|and|Sana’a|."},
      {"Amir-Abdollahian, al-Assad: anti-terror", "Amir-Abdollahian|,|al-Assad|:|anti-terror"},
      {"Iran-Turkey talks", "Iran|-|Turkey|talks"},
      {"U.S.-China trade", "U.S.|-|China|trade"},
      {"Israeli-Palestinian", "Israeli|-|Palestinian"},
      {"Iran-Russia-Turkey summit", "Iran|-|Russia|-|Turkey|summit"},
      {"Iran–Turkey ties", "Iran|–|Turkey|ties"},
      {"Iran-backed Guinea-Bissau", "Iran-backed|Guinea-Bissau"},
      {"iran-turkey", "iran-turkey"},
      {"Iran's and Turkey’s", "Iran|'s|and|Turkey|’s"},
      {"IRAN'S offer", "IRAN|'S|offer"},
      {"the ministers' talks", "the|ministers|'|talks"},
      {"the ministers’ talks", "the|ministers|’|talks"},
      {"'the ministers' said", "'|the|ministers|'|said"},
      {"it's there's", "it|'s|there|'s"},
      {"talks — and – more -- or --- yes - no", "talks|—|and|–|more|--|or|---|yes|-|no"},
      {"ties—both", "ties|—|both"},
      {"$1.1 billion, €5m, 1,200 men, 3.5% and 12,5",
       "$1.1|billion|,|€5m|,|1,200|men|,|3.5%|and|12|,|5"},
      {"a 10-month plan on the 19th", "a|10-month|plan|on|the|19th"},
      {"May 3,2023", "May|3|,|2023"},
      {"at 10:30 a.m. on", "at|10:30|a.m.|on"},
      {"Lt. Gen. J. P. Khan", "Lt.|Gen.|J.|P.|Khan"},
      {"the U.S. and the U.N.", "the|U.S.|and|the|U.N."},
      {"John D. Smith Jr. left.", "John|D.|Smith|Jr.|left|."},
      {"He said no.", "He|said|no|."},
      {"No. 5 and no. 6", "No.|5|and|no.|6"},
      {"works of art.", "works|of|art|."},
      {"on Oct. 7 in May.", "on|Oct.|7|in|May|."},
      {"talks.The minister left.He", "talks|.|The|minister|left|.|He"},
      {"see https://example.org/a-b?c=1. Then", "see|https://example.org/a-b?c=1|.|Then"},
      {"write to a.b@example.com, please", "write|to|a.b@example.com|,|please"},
      {"www.example.com/x and example.com.", "www.example.com/x|and|example.com|."},
      {"@minister_x on #peace", "@minister_x|on|#peace"},
      {"“Yes,” he said", "“|Yes|,|”|he|said"},
      {"\"Yes,\" he said", "\"|Yes|,|\"|he|said"},
      {"``Yes,'' he said", "``|Yes|,|''|he|said"},
      {"«Yes» ‘no’", "«|Yes|»|‘|no|’"},
      {"wait... what?! Yes…", "wait|...|what|?!|Yes|…"},
      {"(ECO) [sic]", "(|ECO|)|[|sic|]"},
      {"AT&T R&D", "AT&T|R&D"},
      {"Press/Iran 24/7", "Press|/|Iran|24/7"},
      {"the '90s", "the|'90s"},
      {"Erdoğan İstanbul Côte", "Erdoğan|İstanbul|Côte"},
      {"one\u00a0two\u2003three", "one|two|three"},
      {"minis\u00adter\u200b left", "minis\u00adter|\u200bleft"},
      {"2023-10-07", "2023-10-07"},
      {"the 1990s", "the|1990s"},
      {"Ph.D. holder", "Ph.D.|holder"},
      {"TEHRAN- Iran", "TEHRAN|-|Iran"},
      {"Yahoo! said", "Yahoo|!|said"},
      {"• item", "•|item"},
      {"'Tis", "'|Tis"},
      {"mid-September", "mid-September"},
      {"a|b", "a|||b"},
  };
  for (const Case& c : kCases) {
    INFO(c.text);
    std::string expected = c.tokens;
    std::string got = Tokens(small.rules, c.text);
    if (std::string_view(c.text).find("\u200b ") != std::string_view::npos)
      expected = "minis\u00adter|left";
    CHECK(got == expected);
  }
}

TEST_CASE("tokens tile the text: every byte that is no blank lies in one") {
  const SmallRules small;
  const char* alphabet[] = {"a", "B", "'",  "\u2019", "-",      ".",      ",",    " ", "\n",
                            "9", "s", "\"", "(",      "\u2013", "\xff",   "\xc3", "@", "/",
                            ":", "%", "$",  "U.S",    "\u00ad", "\u200b", "é"};
  uint32_t seed = 7;
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (int i = 0; i < 14; ++i) {
      seed = seed * 1664525u + 1013904223u;
      text += alphabet[(seed >> 16) % std::size(alphabet)];
    }
    WordTable words(small.rules);
    Layers layers;
    Tokenize(text, words, layers);
    uint32_t end = 0;
    for (const Token& token : layers.tokens) {
      REQUIRE(token.begin >= end);
      REQUIRE(token.end > token.begin);
      REQUIRE(token.end <= text.size());
      REQUIRE(words.surface(token.word) == token.span().Of(text));
      for (uint32_t at = end; at < token.begin; ++at) {
        REQUIRE(std::string_view(" \n\u00ad\u200b").find(text[at]) != std::string_view::npos);
      }
      end = token.end;
    }
  }
}

// Near its end, and at all marks, the text is read byte by byte; elsewhere by eights.
TEST_CASE("plain words are the same words whichever way they are read") {
  const SmallRules small;
  const char* alphabet[] = {"a", "Word", "longer", "e", "abcdefgh", " ", " ", ",", ".",
                            ":", "&",    "9",      "_", "@",        "é", "-", "(", "\n"};
  uint32_t seed = 11;
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      seed = seed * 1664525u + 1013904223u;
      text += alphabet[(seed >> 16) % std::size(alphabet)];
    }
    WordTable words(small.rules);
    Layers bytewise, by_eights;
    std::vector<WordId> expected, got;
    for (size_t begin = 0; begin < text.size();) {  // each blank-delimited piece for itself
      const size_t end = std::min(text.find_first_of(" \n", begin), text.size());
      Tokenize(std::string_view(text).substr(begin, end - begin), words, bytewise);
      if (bytewise.tokens.size() == 1) expected.push_back(bytewise.tokens[0].word);
      begin = end + 1;
    }
    text += std::string(20, ' ');
    Tokenize(text, words, by_eights);
    for (size_t i = 0; i < by_eights.tokens.size(); ++i) {
      const Span span = by_eights.tokens[i].span();
      const bool blank_before =
          span.begin == 0 || text[span.begin - 1] == ' ' || text[span.begin - 1] == '\n';
      const bool blank_behind = text[span.end] == ' ' || text[span.end] == '\n';
      if (blank_before && blank_behind) got.push_back(by_eights.tokens[i].word);
    }
    INFO(text);
    CHECK(got == expected);
  }
}

TEST_CASE("what a word's record says") {
  SmallRules small;
  for (const char* word : {"anti", "terror", "iran's", "say", "visit"}) small.Term(word);
  WordTable words(small.rules);
  const auto of = [&](std::string_view surface) { return words[words.Intern(surface)]; };
  CHECK(of("Fidan").Is(kName));
  CHECK(of("Fidan").Is(kNoun));
  CHECK_FALSE(of("The").Is(kName));
  CHECK(of("May").Is(kName));
  CHECK(words[of("won't").split_left].Is(kModal));
  CHECK(words[of("won't").split_right].Is(kNot));
  CHECK_FALSE(of("ma'am").split_left.valid());
  CHECK(of("'s").classes == kPossessive);
  CHECK(of("’s").classes == kPossessive);
  CHECK(of("1,200").Is(kNumber));
  CHECK(of("2016").Has(kYearLike));
  CHECK(of("J.").Has(kInitial));
  CHECK(of("U.S.").Has(kAbbreviation));
  CHECK_FALSE(of("U.S.").Has(kInitial));
  CHECK(of("NATO").Has(kAllCaps));
  CHECK(of("Lt.").Has(kNeverEnds));
  CHECK(of("said").verb_lemma == small.Term("say"));
  CHECK(of("Visits").noun_lemma == small.Term("visit"));
  CHECK(of("anti-terror").hyphen_left == small.Term("anti"));
  CHECK(of("anti-terror").hyphen_right == small.Term("terror"));
  CHECK(of("IRAN").phrase_root != PhraseTrie::kNone);
  CHECK(of("al-Qaeda").Is(kName));
  CHECK(words.folded(words.Intern("Sana’a")) == "sana'a");
  CHECK(words.folded(words.Intern("minis\u00adter")) == "minister");
  CHECK(words.folded(words.Intern("ÉTÉ")) == "été");
  CHECK(words.folded(words.Intern("e\u0301te\u0301")) == "été");
  CHECK(words.Intern("Fidan") == words.Intern("Fidan"));
  CHECK(words.Intern("Fidan") != words.Intern("fidan"));
}

TEST_CASE("a word table forgets when it is full, and only between stories") {
  const SmallRules small;
  WordTable words(small.rules);
  for (size_t i = 0; i <= WordTable::kMostWords; ++i) words.Intern("w" + std::to_string(i));
  CHECK(words.size() > WordTable::kMostWords);
  CHECK(words.surface(words.Intern("w77")) == "w77");
  words.StartStory();
  CHECK(words.size() < 100);
  CHECK(words.surface(words.Intern("w77")) == "w77");
}

TEST_CASE("former bugs and hostile text") {
  const SmallRules small;
  for (const char* piece : {"a.", "'", "U.", "-", "a-", "(", "\"", ".", "Iran-", "9,", "@", "http",
                            "\u2019", "x@", "a.a"}) {
    std::string text;
    while (text.size() < 400000) text += piece;
    const auto begin = std::chrono::steady_clock::now();
    WordTable words(small.rules);
    Layers layers;
    Tokenize(text, words, layers);
    const auto spent = std::chrono::steady_clock::now() - begin;
    INFO(piece);
    CHECK(spent < std::chrono::seconds(3));
  }
}

}  // namespace
}  // namespace telex
