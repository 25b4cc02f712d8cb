// Copywriter: writes invented wire stories of a wanted profile, the same ones for the same seed.
//
//     Copywriter writer(rules, lemmas, seed);
//     writer.Calibrate(pipeline, wanted);          // turns its knobs until the pipeline sees the
//     wanted figures for (…) Story story(writer.Next());
//
// A sentence is either a template of an event, or filler made of noun phrases, verbs and
// prepositional phrases. Words come from the project's own lexicons and table of lemmas, surnames
// and rare words are made of syllables; no sentence of a real story is in it. Words follow Zipf's
// law. One thread.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/pipeline.h"
#include "tools/bench/profile.h"

namespace telex {

/// Splitmix64: small, and the same on every machine.
class Dice {
 public:
  explicit Dice(uint64_t seed) : state_(seed) {}
  uint64_t Next();
  double Unit() { return static_cast<double>(Next() >> 11) * 0x1p-53; }  // [0, 1)
  bool Chance(double probability) { return Unit() < probability; }
  size_t Below(size_t limit) { return static_cast<size_t>(Unit() * static_cast<double>(limit)); }
  /// A rank below `limit`, where rank r is 1/r as likely as rank 1.
  size_t Zipf(size_t limit);

 private:
  uint64_t state_;
};

class Copywriter {
 public:
  /// `lemmas` are the bytes of rules/language/wordforms.tsv.
  Copywriter(const RuleSet& rules, std::string_view lemmas, uint64_t seed);

  /// Writes samples and turns the knobs. Leaves the writer at the first story of its seed.
  void Calibrate(const Pipeline& pipeline, const FeedProfile& wanted);
  StoryFields Next();

 private:
  // One knob for each figure of the profile that it moves most.
  enum Knob : size_t {
    kStoryBytes,
    kSentenceWords,
    kLongWords,
    kRareWords,
    kCapitals,
    kNumbers,
    kQuotes,
    kCurly,
    kLexicon,
    kPersons,
    kDates,
    kTriggers,
    kTriggerSpread,
    kEvents,
    kKnobs
  };
  struct Hero {  // a person of the story
    std::string title, given, surname;
    bool known = false;  // has been named in full
  };

  void Restart();
  void Sentence(size_t words);
  void EventSentence();
  void Filler(size_t words);
  void NounPhrase();
  void Verb(bool plural);
  void Person();
  void Party();
  void Date();
  void Word(std::string_view word);
  void Mark(std::string_view mark) { text_ += mark; }
  std::string_view Lemma(const std::vector<std::string>& lemmas);
  std::string RareWord(size_t rank) const;
  std::string Surname(size_t rank) const;
  double knob(Knob which) const { return knobs_[which]; }

  uint64_t seed_;
  Dice dice_;
  std::array<double, kKnobs> knobs_;
  uint64_t stories_ = 0;
  // Word lists, the most frequent first.
  std::vector<std::string> nouns_, verbs_, adjectives_, adverbs_, trigger_verbs_, trigger_nouns_;
  std::vector<std::string> countries_, nationalities_, capitals_, organizations_, offices_, people_,
      given_names_, places_;
  // The story under way.
  std::string text_;
  std::vector<Hero> heroes_;
  size_t words_ = 0;  // of the sentence
  double trigger_chance_ = 0;
};

}  // namespace telex
