#include "catch.h"
#include "pipeline/language/dateline.h"
#include "pipeline/language/phrases.h"
#include "pipeline/language/sentences.h"
#include "pipeline/language/tokenizer.h"
#include "small_rules.h"

namespace telex {
namespace {

std::string Hits(const RuleSet& rules, std::string text) {
  StoryFields fields;
  fields.text = std::move(text);
  const Story story(std::move(fields));
  WordTable words(rules);
  Layers layers;
  Tokenize(story.text(), words, layers);
  FindDateline(story, words, layers);
  SplitSentences(story, words, layers);
  FindPhrases(words, layers);
  std::string out;
  for (const LexiconHit& hit : layers.lexicon_hits) {
    if (!out.empty()) out += "; ";
    const uint32_t begin = layers.tokens[hit.begin].begin;
    out += story.text().substr(begin, layers.tokens[hit.end - 1].end - begin);
    out += ":" + std::to_string(static_cast<int>(rules.lexicon.entries[hit.entry.value()].kind));
  }
  return out;
}

TEST_CASE("phrases of the lexicon in text") {
  const SmallRules small;
  const std::pair<const char*, const char*> kCases[] = {
      {"Turkey met Iran.", "Turkey:0; Iran:0"},
      {"They ate turkey.", ""},
      {"TURKEY", "TURKEY:0"},
      {"The US told us.", "US:0"},
      {"The U.S. told us.", "U.S.:0"},
      {"the United States", "United States:0"},
      {"the united states", ""},
      {"Ankara spoke.", "Ankara:3; Ankara:6"},
      {"The Turkish foreign minister came.", "Turkish:1; foreign minister:8"},
      {"FOREIGN MINISTER", "FOREIGN MINISTER:8"},
      {"Iran-Turkey talks", "Iran:0; Turkey:0"},
      {"Turkey’s minister", "Turkey:0; minister:8"},
      {"the Gulf of Oman", "Gulf of Oman:6"},
      {"the gulf of oman", ""},
      {"al-Qaeda and Al-Qaeda", "al-Qaeda:5; Al-Qaeda:5"},
      {"Ursula von der Leyen came", "Ursula von der Leyen:7"},
      {"Lt. Gen. Khan", "Lt. Gen.:10"},
      {"Guinea-Bissau", "Guinea-Bissau:0"},
      {"The UN met; un is a word", "UN:5"},
      {"the foreign. Minister came", "Minister:8"},
      {"TEHRAN (IP) — Iran came.", "TEHRAN:3; TEHRAN:6; Iran:0"},
  };
  for (const auto& [text, expected] : kCases) {
    INFO(text);
    CHECK(Hits(small.rules, text) == expected);
  }
}

}  // namespace
}  // namespace telex
