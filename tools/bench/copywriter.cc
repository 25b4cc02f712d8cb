// The knobs are probabilities (or sizes) without a unit of their own: each is turned in proportion
// to how far its figure is off, over and over, until all figures stand. They disturb each other a
// little (a person is also a capital), which the repetition takes care of.
#include "tools/bench/copywriter.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace telex {
namespace {

constexpr size_t kRareWordPool = 60'000;
constexpr size_t kSurnamePool = 5'000;
constexpr size_t kCommonWords = 2'500;  // of each class; the rest comes by the knob of rare words
constexpr uint64_t kSampleBytes = 2'200'000;
constexpr int kRounds = 14;

// S and T are actors, P a country or town, O a noun phrase, D a date.
constexpr std::string_view kEventTemplates[] = {
    "S visited P D",
    "S arrived in P D",
    "S travelled to P",
    "S paid an official visit to P D",
    "S met with T in P D",
    "S met T to discuss O",
    "S held talks with T on O",
    "S held a meeting with T D",
    "S held a phone conversation with T D",
    "S spoke by phone with T about O",
    "S condemned T over O",
    "S criticized T for O",
    "S blamed T for O",
    "S lashed out at T D",
    "S praised T for O",
    "S welcomed the decision of T",
    "S commended the efforts of T D",
    "S thanked T for O",
    "S expressed gratitude to T for O",
    "S offered condolences to T over O",
    "S extended condolences to T D",
    "S proposed O to T",
    "S unveiled a plan for O D",
    "S urged T to accept O",
    "S called on T to end O",
    "S appealed to T for O",
    "S asked T for O",
    "S requested O from T D",
    "T was urged by S to stop O",
    "T was condemned by S D",
    "S and T discussed O during a visit to P",
    "S attacked T D",
    "T was killed by S in P",
    "S arrested T D",
    "S imposed sanctions on T over O",
    "S signed an agreement with T on O",
    "S cooperated with T on O",
    "S pledged to support T D",
    "S vowed to retaliate against T",
    "S threatened to attack T",
    "S rejected the proposal of T",
    "S refused to meet T",
    "S demanded O from T",
    "S deployed troops to P D",
    "S sent aid to P D",
    "S agreed to release T",
    "S apologized to T for O",
    "S invited T to P",
    "S congratulated T on O",
    "S recognized T",
    "S negotiated with T on O",
    "S offered to mediate between T and P",
    "S protested against T in P",
    "S is investigating T over O",
    "S voiced support for T D",
};
constexpr std::string_view kPrepositions[] = {"of", "in", "for",   "on",   "with", "from",
                                              "at", "by", "under", "over", "into", "against"};
constexpr std::string_view kDeterminers[] = {"the", "the",  "the",   "a",
                                             "its", "this", "their", "some"};
constexpr std::string_view kWeekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                          "Friday", "Saturday", "Sunday"};
constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};
constexpr std::string_view kOnsets[] = {"b", "d", "f", "g", "h", "k",  "l",  "m",  "n",  "p",
                                        "r", "s", "t", "v", "z", "br", "dr", "kr", "sh", "tr"};
constexpr std::string_view kRhymes[] = {"a",  "e",  "i",  "o",  "u",  "an", "en", "in",
                                        "on", "ar", "er", "or", "el", "ov", "ai", "ask"};

template <size_t kSize>
std::string_view Any(Dice& dice, const std::string_view (&list)[kSize]) {
  return list[dice.Below(kSize)];
}

std::string Syllables(uint64_t number, size_t least) {
  std::string word;
  uint64_t rest =
      number * 0x9e3779b97f4a7c15ull >> 20;  // so that neighbours in rank do not look alike
  for (size_t i = 0; i < least + (number % 3 == 0); ++i) {
    word += kOnsets[rest % std::size(kOnsets)];
    rest /= std::size(kOnsets);
    word += kRhymes[rest % std::size(kRhymes)];
    rest /= std::size(kRhymes);
  }
  return word;
}

void Capitalise(std::string& text, size_t at) {
  if (at < text.size() && text[at] >= 'a' && text[at] <= 'z')
    text[at] = static_cast<char>(text[at] - 'a' + 'A');
}

std::string Lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

std::string PastOf(std::string_view verb) {
  std::string past(verb);
  if (past.back() == 'e') return past + "d";
  const bool consonant_y =
      past.size() > 2 && past.back() == 'y' &&
      std::string_view("aeiou").find(past[past.size() - 2]) == std::string_view::npos;
  if (consonant_y) past.back() = 'i';
  return past + "ed";
}

bool IsPlainWord(std::string_view word) {
  return word.size() > 2 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

uint64_t Dice::Next() {
  uint64_t z = state_ += 0x9e3779b97f4a7c15ull;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
  return z ^ (z >> 31);
}

size_t Dice::Zipf(size_t limit) {
  // The inverse of the harmonic sum, by its logarithm.
  const size_t rank = static_cast<size_t>(std::pow(static_cast<double>(limit) + 1, Unit())) - 1;
  return std::min(rank, limit - 1);
}

Copywriter::Copywriter(const RuleSet& rules, std::string_view lemmas, uint64_t seed)
    : seed_(seed), dice_(seed) {
  knobs_ = {3000, 20, 0.5, 0.1, 0.05, 0.05, 0.05, 0.3, 0.15, 0.1, 0.1, 0.2, 0.5, 0.1};
  const auto lower = [&](TermId term) { return std::string(rules.vocabulary.text(term)); };
  // Only such heads whose regular form the templates of a filler can use.
  for (size_t i = 0; i < rules.vocabulary.size(); ++i) {
    const TermId term(i);
    if (!IsPlainWord(rules.vocabulary.text(term))) continue;
    if (rules.by_verb.count(term)) trigger_verbs_.push_back(lower(term));
    if (rules.by_noun.count(term)) trigger_nouns_.push_back(lower(term));
    const uint32_t node = rules.lexicon.phrases.Step(PhraseTrie::kRoot, term);
    if (node == PhraseTrie::kNone) continue;
    for (const EntryId entry : rules.lexicon.phrases.EntriesAt(node)) {
      if (rules.lexicon.entries[entry.value()].kind != EntryKind::kGivenName) continue;
      given_names_.push_back(lower(term));
      Capitalise(given_names_.back(), 0);
      break;
    }
  }
  const auto is_trigger = [](const std::vector<std::string>& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  struct Row {
    std::string lemma;
    long count;
  };
  std::array<std::vector<Row>, 4> rows;
  for (size_t at = 0; at < lemmas.size();) {
    const size_t feed = std::min(lemmas.find('\n', at), lemmas.size());
    std::string_view line = lemmas.substr(at, feed - at);
    at = feed + 1;
    const size_t tab = line.find('\t');
    if (tab == std::string_view::npos || !IsPlainWord(line.substr(0, tab))) continue;
    const std::string lemma(line.substr(0, tab));
    for (auto& column : rows) {
      line.remove_prefix(std::min(line.find('\t'), line.size() - 1) + 1);
      if (line.empty()) break;
      if (line[0] >= '0' && line[0] <= '9')
        column.push_back({lemma, std::strtol(line.data(), nullptr, 10)});
    }
  }
  std::array<std::vector<std::string>*, 4> lists = {&nouns_, &verbs_, &adjectives_, &adverbs_};
  for (size_t i = 0; i < lists.size(); ++i) {
    std::stable_sort(rows[i].begin(), rows[i].end(),
                     [](const Row& a, const Row& b) { return a.count > b.count; });
    for (const Row& row : rows[i])
      if (!is_trigger(trigger_verbs_, row.lemma) && !is_trigger(trigger_nouns_, row.lemma))
        lists[i]->push_back(row.lemma);
  }
  for (const Country& country : rules.lexicon.countries) {
    countries_.push_back(country.name);
    if (!country.adjective.empty()) nationalities_.push_back(country.adjective);
    if (!country.capital.empty()) capitals_.push_back(country.capital);
  }
  for (const Organization& organization : rules.lexicon.organizations)
    organizations_.push_back(organization.name);
  for (const Office& office : rules.lexicon.offices) offices_.push_back(office.name);
  for (const telex::Person& person : rules.lexicon.people) people_.push_back(person.name);
  for (const Place& place : rules.lexicon.places) places_.push_back(place.name);
  // A list that the rules leave empty must not stop the writer.
  for (auto* list :
       {&nouns_, &verbs_, &adjectives_, &adverbs_, &trigger_verbs_, &trigger_nouns_, &countries_,
        &nationalities_, &capitals_, &organizations_, &offices_, &people_, &given_names_, &places_})
    if (list->empty()) list->push_back("matter");
}

void Copywriter::Restart() {
  dice_ = Dice(seed_);
  stories_ = 0;
}

std::string Copywriter::RareWord(size_t rank) const { return Syllables(rank + 1, 3); }

std::string Copywriter::Surname(size_t rank) const {
  std::string name = Syllables(rank + 77'777, 2);
  Capitalise(name, 0);
  return name;
}

void Copywriter::Word(std::string_view word) {
  if (!text_.empty() && text_.back() != '\n' && text_.back() != '"' && words_ > 0) text_ += ' ';
  text_ += word;
  ++words_;
}

// Of two draws the longer or the shorter one.
std::string_view Copywriter::Lemma(const std::vector<std::string>& lemmas) {
  const bool rare = dice_.Chance(knob(kRareWords));
  const auto draw = [&]() -> const std::string& {
    return lemmas[rare ? dice_.Below(lemmas.size())
                       : dice_.Zipf(std::min(lemmas.size(), kCommonWords))];
  };
  const std::string& first = draw();
  const std::string& second = draw();
  const bool longer = dice_.Chance(knob(kLongWords));
  return (first.size() > second.size()) == longer ? first : second;
}

void Copywriter::Person() {
  Hero& hero = heroes_[dice_.Zipf(heroes_.size())];
  if (!hero.known) {
    if (!hero.title.empty()) {
      if (dice_.Chance(0.6)) Word(nationalities_[dice_.Zipf(nationalities_.size())]);
      Word(hero.title);
    }
    Word(hero.given);
    hero.known = true;
  }
  Word(hero.surname);
}

// Whoever can do something: a person or what stands for a state.
void Copywriter::Party() {
  const double which = dice_.Unit();
  if (which < 0.5) {
    Person();
  } else if (which < 0.75) {
    Word(countries_[dice_.Zipf(countries_.size())]);
  } else if (which < 0.9) {
    Word("the");
    Word(nationalities_[dice_.Zipf(nationalities_.size())]);
    Word(offices_[dice_.Zipf(offices_.size())]);
  } else {
    Word("the");
    Word(organizations_[dice_.Zipf(organizations_.size())]);
  }
}

void Copywriter::Date() {
  switch (dice_.Below(4)) {
    case 0:
      Word("last");
      Word(dice_.Chance(0.5) ? "week" : "month");
      break;
    case 1:
      Word("in");
      Word(Any(dice_, kMonths));
      break;
    default:
      Word("on");
      Word(Any(dice_, kWeekdays));
      break;
  }
}

void Copywriter::NounPhrase() {
  if (dice_.Chance(knob(kPersons))) return Person();
  if (dice_.Chance(knob(kLexicon))) {
    switch (dice_.Below(5)) {
      case 0:
        Word(countries_[dice_.Zipf(countries_.size())]);
        if (dice_.Chance(0.3)) return;
        Mark(dice_.Chance(knob(kCurly)) ? "\u2019s" : "'s");
        break;
      case 1:
        return Word(places_[dice_.Zipf(std::min(places_.size(), kCommonWords))]);
      case 2:
        Word("the");
        return Word(organizations_[dice_.Zipf(organizations_.size())]);
      case 3:
        Word("the");
        Word(nationalities_[dice_.Zipf(nationalities_.size())]);
        break;
      default:
        Word("the");
        return Word(Lower(offices_[dice_.Zipf(offices_.size())]));
    }
  } else if (dice_.Chance(knob(kNumbers))) {
    static constexpr std::string_view kUnits[] = {"percent", "people", "barrels", "tons",
                                                  "kilometers"};
    const uint64_t number = dice_.Below(900) + 10;
    Word(dice_.Chance(0.3)   ? "$" + std::to_string(number)
         : dice_.Chance(0.3) ? std::to_string(number / 10) + ".5"
                             : std::to_string(number));
    return Word(Any(dice_, kUnits));
  } else if (dice_.Chance(knob(kCapitals))) {
    std::string name = dice_.Chance(knob(kRareWords)) ? RareWord(dice_.Below(kRareWordPool))
                                                      : RareWord(dice_.Zipf(1000));
    Capitalise(name, 0);
    return Word(name);
  } else {
    Word(Any(dice_, kDeterminers));
  }
  if (dice_.Chance(0.5)) Word(Lemma(adjectives_));
  if (dice_.Chance(trigger_chance_)) return Word(trigger_nouns_[dice_.Zipf(trigger_nouns_.size())]);
  if (dice_.Chance(knob(kRareWords) * 0.5)) return Word(RareWord(dice_.Zipf(kRareWordPool)));
  std::string noun(Lemma(nouns_));
  if (dice_.Chance(0.3) && noun.back() != 's') noun += 's';
  Word(noun);
}

void Copywriter::Verb(bool plural) {
  if (dice_.Chance(0.15)) Word(dice_.Chance(0.5) ? "will" : "would");
  const bool base = text_.size() > 4 && (text_.ends_with(" will") || text_.ends_with(" would"));
  const std::string_view verb =
      dice_.Chance(trigger_chance_)
          ? std::string_view(trigger_verbs_[dice_.Below(trigger_verbs_.size())])
          : Lemma(verbs_);
  if (base || plural) return Word(verb);
  Word(PastOf(verb));
}

void Copywriter::EventSentence() {
  std::string_view rest = Any(dice_, kEventTemplates);
  while (!rest.empty()) {
    const size_t blank = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, blank);
    rest.remove_prefix(std::min(blank + 1, rest.size()));
    if (word == "S" || word == "T") {
      Party();
    } else if (word == "P") {
      Word(dice_.Chance(0.7) ? countries_[dice_.Zipf(countries_.size())]
                             : capitals_[dice_.Zipf(capitals_.size())]);
    } else if (word == "O") {
      NounPhrase();
    } else if (word == "D") {
      if (dice_.Chance(knob(kDates))) Date();
    } else {
      Word(word);
    }
  }
}

void Copywriter::Filler(size_t words) {
  NounPhrase();
  while (words_ < words) {
    Verb(false);
    if (dice_.Chance(0.15)) Word(Lemma(adverbs_));
    NounPhrase();
    while (words_ < words && dice_.Chance(0.6)) {
      Word(Any(dice_, kPrepositions));
      NounPhrase();
    }
    if (dice_.Chance(knob(kDates))) Date();
    if (words_ >= words) break;
    if (dice_.Chance(0.4)) {
      Mark(",");
    } else if (dice_.Chance(knob(kCurly) * 0.2)) {
      Word("\u2013");
    }
    const double link = dice_.Unit();
    if (link < 0.5) {
      Word("and");
      if (dice_.Chance(0.5)) NounPhrase();
    } else if (link < 0.7) {
      Word("which");
    } else {
      Word("while");
      NounPhrase();
    }
  }
}

void Copywriter::Sentence(size_t words) {
  words_ = 0;
  const bool spread = dice_.Chance(std::min(1.0, knob(kTriggerSpread)));
  trigger_chance_ = spread ? knob(kTriggers) : 0;
  const bool quoted = dice_.Chance(knob(kQuotes));
  const bool curly = quoted && dice_.Chance(knob(kCurly));
  if (quoted) text_ += curly ? "\u201c" : "\"";
  const size_t first = text_.size();
  if (dice_.Chance(knob(kEvents))) {
    EventSentence();
    if (words_ + 6 < words) {
      Word("after");
      Filler(words);
    }
  } else {
    Filler(words);
  }
  Capitalise(text_, first);
  if (quoted) {
    text_ += curly ? ",\u201d" : ",\"";
    Word("said");
    Person();
  }
  Mark(".");
}

StoryFields Copywriter::Next() {
  StoryFields story;
  ++stories_;
  story.id = "bench-" + std::to_string(stories_);
  story.source = "Bench Wire";
  const uint64_t day = dice_.Below(28) + 1, month = dice_.Below(12) + 1,
                 year = 2015 + dice_.Below(10);
  const auto two = [](uint64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  story.published = std::to_string(year) + "-" + two(month) + "-" + two(day);
  heroes_.clear();
  for (size_t i = 0, count = 3 + dice_.Below(4); i < count; ++i) {
    Hero hero;
    if (dice_.Chance(0.3)) {
      const std::string& name = people_[dice_.Zipf(people_.size())];
      const size_t cut = name.rfind(' ');
      hero.given = cut == std::string::npos ? "" : name.substr(0, cut);
      hero.surname = cut == std::string::npos ? name : name.substr(cut + 1);
      hero.known = cut == std::string::npos;
    } else {
      hero.given = given_names_[dice_.Zipf(given_names_.size())];
      hero.surname = Surname(dice_.Zipf(kSurnamePool));
    }
    if (dice_.Chance(0.7)) hero.title = offices_[dice_.Zipf(offices_.size())];
    heroes_.push_back(std::move(hero));
  }
  text_.clear();
  Sentence(9);
  text_.pop_back();  // a headline has no stop
  story.headline = text_;
  text_.clear();
  if (dice_.Chance(0.6)) {
    text_ += capitals_[dice_.Zipf(capitals_.size())];
    for (char& c : text_)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    text_ += " - ";
  }
  // Lengths of stories are skewed: many short ones, few long ones.
  const double length = -std::log(1 - dice_.Unit()) * 0.7 + 0.3;
  const size_t bytes = static_cast<size_t>(knob(kStoryBytes) * std::min(length, 6.0));
  while (text_.size() < bytes) {
    const double words = knob(kSentenceWords) * (0.4 + 1.2 * dice_.Unit());
    Sentence(static_cast<size_t>(words));
    text_ += dice_.Chance(0.2) ? '\n' : ' ';
  }
  if (!text_.empty()) text_.pop_back();
  story.text = text_;
  return story;
}

void Copywriter::Calibrate(const Pipeline& pipeline, const FeedProfile& wanted) {
  struct Turn {
    Knob knob;
    const char* figure;
    double power;  // how the knob follows its figure; -1 where more of it makes less
    double most;
  };
  static constexpr Turn kTurns[] = {
      {kStoryBytes, "story_bytes", 1, 1e6},
      {kSentenceWords, "sentence_tokens", 1, 1000},
      {kLongWords, "tokens_per_byte", -3, 1},
      {kRareWords, "distinct_words_per_mb", 1, 1},
      {kCapitals, "capital_share", 1, 1},
      {kNumbers, "number_share", 1, 1},
      {kQuotes, "quote_share", 1, 1},
      {kCurly, "non_ascii_per_kb", 1, 1},
      {kLexicon, "hits_per_token", 1, 1},
      {kPersons, "names_per_kb", 1, 1},
      {kDates, "dates_per_kb", 1, 1},
      {kTriggers, "triggers_per_kb", 1, 1},
      {kTriggerSpread, "sentences_with_trigger", 1, 1},
      {kEvents, "events_per_kb", 1, 1},
  };
  for (int round = 0; round < kRounds; ++round) {
    Restart();
    ProfileMeter meter(pipeline);
    while (meter.text_bytes() < kSampleBytes) meter.Add(Story(Next()));
    const FeedProfile is = meter.profile();
    for (const Turn& turn : kTurns) {
      const double want = wanted.Get(turn.figure), got = is.Get(turn.figure);
      if (want <= 0) continue;
      const double ratio = got <= 0 ? 2 : std::clamp(want / got, 0.5, 2.0);
      knobs_[turn.knob] =
          std::clamp(knobs_[turn.knob] * std::pow(ratio, turn.power * 0.8), 1e-4, turn.most);
    }
  }
  Restart();
}

}  // namespace telex
