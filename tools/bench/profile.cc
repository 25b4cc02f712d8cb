#include "tools/bench/profile.h"

#include <algorithm>
#include <cstdlib>

namespace telex {
namespace {

constexpr uint64_t kWindow = 1'000'000;  // bytes of text

double Ratio(uint64_t part, uint64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double FeedProfile::Get(std::string_view name) const {
  for (const ProfileFigure& figure : figures)
    if (figure.name == name) return figure.value;
  return 0;
}

bool ProfileMeter::IsTrigger(const StoryView& view, TokenIndex token) const {
  const Word& word = view.At(token);
  const RuleSet& rules = pipeline_.rules();
  const ClassSet classes = view.syntax.classes[token];
  if ((classes & kVerb) && word.verb_lemma.valid() && rules.by_verb.count(word.verb_lemma) > 0)
    return true;
  return (classes & kNoun) && word.noun_lemma.valid() && rules.by_noun.count(word.noun_lemma) > 0;
}

void ProfileMeter::AddToWindow(std::string_view word) {
  window_words_.emplace(word);
  all_words_.emplace(word);
}

void ProfileMeter::Add(const Story& story) {
  pipeline_.Run(story, scratch_, events_);
  const StoryView view = scratch_.view();
  const Layers& layers = view.layers;
  ++stories_;
  bytes_ += story.text().size();
  for (const char byte : story.text()) non_ascii_ += static_cast<unsigned char>(byte) >= 0x80;
  tokens_ += layers.tokens.size();
  hits_ += layers.lexicon_hits.size();
  names_ += view.syntax.names.size();
  dates_ += layers.dates.size();
  event_count_ += events_.size();
  for (const Token& token : layers.tokens) {
    const Word& word = view.words[token.word];
    capitals_ += word.Has(kCapital);
    numbers_ += word.Has(kHasDigit);
    quotes_ += word.Has(kQuoteMark);
    if (word.Has(kLetters)) AddToWindow(view.words.folded(token.word));
  }
  window_bytes_ += story.text().size();
  if (window_bytes_ >= kWindow) {
    ++windows_;
    // A window ends with a story, thus a little late.
    window_sum_ += window_words_.size() * kWindow / window_bytes_;
    window_words_.clear();
    window_bytes_ = 0;
  }
  uint64_t in_story = 0;
  for (const Sentence& sentence : layers.sentences) {
    uint64_t in_sentence = 0;
    for (TokenIndex token = sentence.begin; token < sentence.end; ++token)
      in_sentence += IsTrigger(view, token);
    ++sentences_;
    sentences_with_trigger_ += in_sentence > 0;
    in_story += in_sentence;
  }
  triggers_ += in_story;
  stories_with_trigger_ += in_story > 0;
}

FeedProfile ProfileMeter::profile() const {
  FeedProfile profile;
  const auto add = [&](std::string name, double value, std::string about) {
    profile.figures.push_back({std::move(name), value, std::move(about)});
  };
  const double kilobytes = static_cast<double>(std::max<uint64_t>(bytes_, 1)) / 1000;
  const auto per_kilobyte = [&](uint64_t count) { return static_cast<double>(count) / kilobytes; };
  add("story_bytes", Ratio(bytes_, stories_), "bytes of headline and body a story");
  add("sentence_tokens", Ratio(tokens_, sentences_), "words and marks a sentence");
  add("tokens_per_byte", Ratio(tokens_, bytes_), "words and marks a byte of text");
  add("distinct_words_per_mb", windows_ == 0 ? 0 : Ratio(window_sum_, windows_),
      "distinct lower-case words in a megabyte of text, mean of all whole ones");
  add("capital_share", Ratio(capitals_, tokens_), "tokens that begin with a capital");
  add("number_share", Ratio(numbers_, tokens_), "tokens with a digit");
  add("quote_share", Ratio(quotes_, tokens_), "tokens that are quotation marks");
  add("non_ascii_per_kb", per_kilobyte(non_ascii_), "bytes above ASCII");
  add("hits_per_token", Ratio(hits_, tokens_), "lexicon hits");
  add("names_per_kb", per_kilobyte(names_), "mentions of persons");
  add("dates_per_kb", per_kilobyte(dates_), "time expressions");
  add("triggers_per_kb", per_kilobyte(triggers_),
      "verbs and nouns that head a frame of rules/events");
  add("sentences_with_trigger", Ratio(sentences_with_trigger_, sentences_), "share of sentences");
  add("stories_with_trigger", Ratio(stories_with_trigger_, stories_), "share of stories");
  add("events_per_kb", per_kilobyte(event_count_), "events that come out");
  return profile;
}

FeedProfile ParseProfile(std::string_view yaml) {
  FeedProfile profile;
  while (!yaml.empty()) {
    const size_t feed = std::min(yaml.find('\n'), yaml.size());
    const std::string_view line = yaml.substr(0, feed);
    yaml.remove_prefix(std::min(feed + 1, yaml.size()));
    const size_t colon = line.find(':');
    if (line.empty() || line[0] == '#' || colon == std::string_view::npos) continue;
    const std::string number(line.substr(colon + 1));
    char* end = nullptr;
    const double value = std::strtod(number.c_str(), &end);
    if (end == number.c_str()) continue;
    profile.figures.push_back({std::string(line.substr(0, colon)), value, ""});
  }
  return profile;
}

}  // namespace telex
