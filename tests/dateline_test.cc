#include "pipeline/language/dateline.h"

#include "catch.h"
#include "pipeline/language/tokenizer.h"
#include "small_rules.h"

namespace telex {
namespace {

// "place/agency/date>" and the text that follows the dateline, or "none".
std::string Read(const RuleSet& rules, std::string text, std::string published = "2025-12-10") {
  StoryFields fields;
  fields.text = std::move(text);
  fields.published = std::move(published);
  const Story story(std::move(fields));
  WordTable words(rules);
  Layers layers;
  Tokenize(story.text(), words, layers);
  FindDateline(story, words, layers);
  const Dateline& d = layers.dateline;
  if (!d.found()) return "none";
  std::string out;
  if (!d.place.empty()) {
    const uint32_t begin = layers.tokens[d.place.begin].begin;
    out += story.text().substr(begin, layers.tokens[d.place.end - 1].end - begin);
  }
  out += "/" + std::string(d.agency.Of(story.text())) + "/" + d.date + ">";
  if (d.end < layers.tokens.size()) out += layers.tokens[d.end].span().Of(story.text());
  return out;
}

TEST_CASE("datelines") {
  const SmallRules small;
  const std::pair<const char*, const char*> kCases[] = {
      {"TEHRAN (IP) — Bagheri came.", "TEHRAN/IP/>Bagheri"},
      {"Tehran (IP): Bagheri came.", "Tehran/IP/>Bagheri"},
      {"TEHRAN – Iran's minister came.", "TEHRAN//>Iran"},
      {"Tehran – The minister came.", "Tehran//>The"},
      {"TEHRAN- Iran came.", "TEHRAN//>Iran"},
      {"TEHRAN -- Iran came.", "TEHRAN//>Iran"},
      {"ANKARA, Turkey (AP) -- The minister came.", "ANKARA/AP/>The"},
      {"ANKARA, Turkey — The minister came.", "ANKARA//>The"},
      {"WASHINGTON, March 4 (Reuters) - The minister came.", "WASHINGTON/Reuters/2025-03-04>The"},
      {"GENEVA/NEW YORK, 5 May (XYZ) — The minister came.", "GENEVA/XYZ/2025-05-05>The"},
      {"(Reuters) - The minister came.", "/Reuters/>The"},
      {"TEHRAN, Dec. 5 (MNA) – The minister came.", "TEHRAN/MNA/2025-12-05>The"},
      {"TEHRAN, Dec. 5, 2024 (MNA) – The minister came.", "TEHRAN/MNA/2024-12-05>The"},
      {"TEHRAN, Dec 5 – The minister came.", "TEHRAN//2025-12-05>The"},
      {"TEHRAN. Dec. 5 (MNA) - The minister came.", "TEHRAN/MNA/2025-12-05>The"},
      {"TEHRAN, Dec. 5, MNA -- The minister came.", "TEHRAN/MNA/2025-12-05>The"},
      {"Tehran, Dec. 5, MNA -- The minister came.", "Tehran/MNA/2025-12-05>The"},
      {"TEHRAN, (MNA) - The minister came.", "TEHRAN/MNA/>The"},
      {"TEHRAN. The minister came.", "none"},
      {"Tehran, Ankara, Baghdad - The ministers came.", "none"},
      {"BEIRUT: The minister came.", "BEIRUT//>The"},
      {"NEW YORK (AP) _ The minister came.", "NEW YORK/AP/>The"},
      {"NEW YORK (AP) — The minister came.", "NEW YORK/AP/>The"},
      {"AL-TANF (AP) — The minister came.", "AL-TANF/AP/>The"},
      {"Iran, Turkey meet\nTEHRAN – The minister came.", "TEHRAN//>The"},
      {"\n\n  TEHRAN – The minister came.", "TEHRAN//>The"},
      {"WASHINGTON said: The minister came.", "none"},
      {"Washington said - The minister came.", "none"},
      {"IRAN - TURKEY TALKS BEGIN\nThe minister came.", "none"},
      {"TEHRAN-based officials came.", "none"},
      {"The minister (IP) — came.", "none"},
      {"Bagheri: We will come.", "none"},
      {"Fidan (Turkey) came.", "none"},
      {"NATO (the alliance) came.", "none"},
      {"The minister came.\nTEHRAN – is the capital", "none"},
      {"EXCLUSIVE: The minister came.", "none"},
      {"", "none"},
      {"TEHRAN", "none"},
      {"TEHRAN –", "TEHRAN//>"},
  };
  for (const auto& [text, expected] : kCases) {
    INFO(text);
    CHECK(Read(small.rules, text) == expected);
  }
  CHECK(Read(small.rules, "TEHRAN, Dec. 5 (MNA) – The minister came.", "") ==
        "TEHRAN/MNA/XXXX-12-05>The");
}

TEST_CASE("tags of agencies before paragraphs") {
  const SmallRules small;
  StoryFields fields;
  fields.text =
      "Tehran (IP): One.\n\nIran Press/Iran news: Two.\n\nIran Press: Three.\n\nTehran: Four.";
  const Story story(std::move(fields));
  WordTable words(small.rules);
  Layers layers;
  Tokenize(story.text(), words, layers);
  FindDateline(story, words, layers);
  REQUIRE(layers.agency_tags.size() == 2);
  CHECK(layers.tokens[layers.agency_tags[0].end].span().Of(story.text()) == "Two");
  CHECK(layers.tokens[layers.agency_tags[1].end].span().Of(story.text()) == "Three");
}

}  // namespace
}  // namespace telex
