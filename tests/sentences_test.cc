#include "pipeline/language/sentences.h"

#include <chrono>

#include "catch.h"
#include "pipeline/language/dateline.h"
#include "pipeline/language/tokenizer.h"
#include "small_rules.h"

namespace telex {
namespace {

// The sentences, one between bars; a headline starts with #.
std::string Sentences(const RuleSet& rules, std::string text, std::string headline = "") {
  StoryFields fields;
  fields.headline = std::move(headline);
  fields.text = std::move(text);
  const Story story(std::move(fields));
  WordTable words(rules);
  Layers layers;
  Tokenize(story.text(), words, layers);
  FindDateline(story, words, layers);
  SplitSentences(story, words, layers);
  std::string out;
  for (const Sentence& s : layers.sentences) {
    if (!out.empty()) out += " | ";
    if (s.headline) out += "#";
    out += story.text().substr(layers.tokens[s.begin].begin,
                               layers.tokens[s.end - 1].end - layers.tokens[s.begin].begin);
  }
  return out;
}

struct Case {
  const char* text;
  const char* sentences;
};

TEST_CASE("where a sentence ends") {
  const SmallRules small;
  const Case kCases[] = {
      {"Fidan left. He came back.", "Fidan left. | He came back."},
      {"Fidan left.He came back.", "Fidan left. | He came back."},
      {"Lt. Gen. J. P. Khan left. He came.", "Lt. Gen. J. P. Khan left. | He came."},
      {"He met Joseph R. Biden in Geneva. They talked.",
       "He met Joseph R. Biden in Geneva. | They talked."},
      {"He went to the U.S. The visit was short.", "He went to the U.S. | The visit was short."},
      {"The U.S. President left. He came.", "The U.S. President left. | He came."},
      {"The U.S. Under Secretary left.", "The U.S. Under Secretary left."},
      {"He met the U.S. and left.", "He met the U.S. and left."},
      {"It began at 10 a.m. Fidan was late.", "It began at 10 a.m. | Fidan was late."},
      {"It began at 10 a.m. Monday in Geneva.", "It began at 10 a.m. Monday in Geneva."},
      {"It began at 10 a.m. on Monday.", "It began at 10 a.m. on Monday."},
      {"They chose Plan B. The minister left.", "They chose Plan B. | The minister left."},
      {"\"We will come. We will talk,\" he said. He left.",
       "\"We will come. | We will talk,\" he said. | He left."},
      {"\"We will come.\" he said. Then he left.", "\"We will come.\" he said. | Then he left."},
      {"\"We will come.\" Fidan said. Then he left.",
       "\"We will come.\" Fidan said. | Then he left."},
      {"\"We will come.\" Fidan left.", "\"We will come.\" | Fidan left."},
      {"“We will come.” The minister left.", "“We will come.” | The minister left."},
      {"“Will they come?” he said. No.", "“Will they come?” he said. | No."},
      {"Will they come? Yes! They will.", "Will they come? | Yes! | They will."},
      {"What?! He left.", "What?! | He left."},
      {"They waited... and waited. Then... He left.",
       "They waited... and waited. | Then... | He left."},
      {"They waited … and left.", "They waited … and left."},
      {"Growth was 3.5 percent. It was 2.1 before.",
       "Growth was 3.5 percent. | It was 2.1 before."},
      {"1. Iran will come.\n2. Turkey will come.", "1. Iran will come. | 2. Turkey will come."},
      {"(a) Iran will come.\n(b) Turkey will come.", "(a) Iran will come. | (b) Turkey will come."},
      {"• Iran comes\n• Turkey comes", "• Iran comes | • Turkey comes"},
      {"The deal (signed in Geneva. No date was given) failed. He left.",
       "The deal (signed in Geneva. No date was given) failed. | He left."},
      {"He left. (The talks failed.) They met again.",
       "He left. | (The talks failed.) | They met again."},
      {"One thing\n\nanother thing", "One thing | another thing"},
      {"The minister left in May.\nal-Assad came. He left.",
       "The minister left in May. | al-Assad came. | He left."},
      {"He bought Yahoo! shares in May. He left.", "He bought Yahoo! shares in May. | He left."},
      {"He said no. They left.", "He said no. | They left."},
      {"They like works of art. They left.", "They like works of art. | They left."},
      {"He met Smith Jr. He left.", "He met Smith Jr. | He left."},
      {"He left on Oct. 7. They came.", "He left on Oct. 7. | They came."},
      {"The crash of flight No. 5 came. He left", "The crash of flight No. 5 came. | He left"},
      {"He spoke of the U.N.'s role. It was big.", "He spoke of the U.N.'s role. | It was big."},
      {"", ""},
      {"...", "..."},
  };
  for (const Case& c : kCases) {
    INFO(c.text);
    CHECK(Sentences(small.rules, c.text) == c.sentences);
  }
}

TEST_CASE("headlines, datelines and wrapped copy") {
  const SmallRules small;
  CHECK(Sentences(small.rules, "Fidan left. He came.", "Fidan leaves. He is back") ==
        "#Fidan leaves. He is back | Fidan left. | He came.");
  CHECK(Sentences(small.rules, "Iran, Turkey meet\nTEHRAN – Fidan came. He left.") ==
        "#Iran, Turkey meet | Fidan came. | He left.");
  CHECK(Sentences(small.rules,
                  "Iran, Turkey meet\n\nFidan came to the talks in Tehran on Monday. He left.") ==
        "#Iran, Turkey meet | Fidan came to the talks in Tehran on Monday. | He left.");
  CHECK(Sentences(small.rules, "Tehran (IP): Fidan came.\n\nIran Press/Iran news: Fidan left.") ==
        "Fidan came. | Fidan left.");
  CHECK(Sentences(small.rules,
                  "The foreign minister of Turkey came to the\ntalks that were to be held in the "
                  "city of\nGeneva, where "
                  "he met others. He left on\nMonday. They stayed.") ==
        "The foreign minister of Turkey came to the\ntalks that were to be held in the city "
        "of\nGeneva, where he met "
        "others. | He left on\nMonday. | They stayed.");
  CHECK(
      Sentences(small.rules, "The first paragraph has a stop.\nThe second one too.\nAnd a third") ==
      "The first paragraph has a stop. | The second one too. | And a third");
}

TEST_CASE("paragraphs are counted") {
  const SmallRules small;
  StoryFields fields;
  fields.text = "One. Two.\n\nThree.\n \nFour.";
  const Story story(std::move(fields));
  WordTable words(small.rules);
  Layers layers;
  Tokenize(story.text(), words, layers);
  SplitSentences(story, words, layers);
  REQUIRE(layers.sentences.size() == 4);
  CHECK(layers.sentences[1].paragraph == 0);
  CHECK(layers.sentences[2].paragraph == 1);
  CHECK(layers.sentences[3].paragraph == 2);
}

TEST_CASE("every token is in one sentence, and monstrous sentences are linear") {
  const SmallRules small;
  for (const char* piece : {"word ", "(a. ", "U.S. ", "\"A.\" ", "A. B. ", "He said \"no", "a\n",
                            ". ", "\" ", "1. ", "he.\n\n"}) {
    std::string text;
    while (text.size() < 1000000) text += piece;
    const auto begin = std::chrono::steady_clock::now();
    StoryFields fields;
    fields.text = std::move(text);
    const Story story(std::move(fields));
    WordTable words(small.rules);
    Layers layers;
    Tokenize(story.text(), words, layers);
    FindDateline(story, words, layers);
    SplitSentences(story, words, layers);
    INFO(piece);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(4));
    TokenIndex at = 0;
    for (const Sentence& s : layers.sentences) {
      REQUIRE(s.begin == at);
      REQUIRE(s.end > s.begin);
      at = s.end;
    }
    CHECK(at == layers.tokens.size());
  }
}

}  // namespace
}  // namespace telex
