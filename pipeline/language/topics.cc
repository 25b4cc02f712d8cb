#include "pipeline/language/topics.h"

#include <algorithm>

namespace telex {
namespace {

constexpr uint32_t kStrong = 2;
constexpr uint32_t kLeadFactor = 2;  // for words of the headline and the first sentence

// 1658 of "1658", 0 of any other word.
uint32_t YearOf(const WordTable& words, WordId id) {
  if (!words[id].Has(kYearLike)) return 0;
  uint32_t year = 0;
  for (const char digit : words.folded(id)) year = year * 10 + static_cast<uint32_t>(digit - '0');
  return year;
}

}  // namespace

TopicReader::TopicReader(const RuleSet& rules)
    : rules_(rules.topics), first_cue_(rules.vocabulary.size() + 1, 0) {
  struct Entry {
    TermId term;
    Cue cue;
  };
  std::vector<Entry> entries;
  const auto add = [&](const Topic& topic, size_t index) {
    for (const TermId term : topic.strong)
      entries.push_back({term, {static_cast<uint32_t>(index), kStrong}});
    for (const TermId term : topic.words)
      if (topic.strong.count(term) == 0)
        entries.push_back({term, {static_cast<uint32_t>(index), 1}});
  };
  for (size_t i = 0; i < rules_.topics.size(); ++i) add(rules_.topics[i], i);
  add(rules_.affairs, rules_.topics.size());
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return a.term != b.term ? a.term < b.term : a.cue.topic < b.cue.topic;
  });
  size_t next = 0;
  for (size_t term = 0; term < first_cue_.size(); ++term) {
    first_cue_[term] = static_cast<uint32_t>(cues_.size());
    for (; next < entries.size() && entries[next].term.value() == term; ++next)
      cues_.push_back(entries[next].cue);
  }
}

TopicVerdict TopicReader::Read(const WordTable& words, const Layers& layers) const {
  TopicVerdict verdict;
  if (rules_.topics.empty()) return verdict;
  const size_t affairs = rules_.topics.size();
  std::vector<uint32_t> points(affairs + 1, 0);
  std::vector<bool> seen(cues_.size(), false);
  std::vector<uint32_t> years;  // that some topic takes for a cue; few
  uint32_t lead_affairs = 0;
  uint32_t factor = kLeadFactor;
  const auto count = [&](TermId term) {
    if (!term.valid()) return;
    for (uint32_t i = first_cue_[term.value()]; i < first_cue_[term.value() + 1]; ++i) {
      if (seen[i]) continue;
      seen[i] = true;
      points[cues_[i].topic] += cues_[i].points * factor;
    }
  };
  for (const Sentence& sentence : layers.sentences) {
    const auto next = [&](TokenIndex token) {
      return NextWith(layers.hints, kTopicCue, token, sentence.end);
    };
    for (TokenIndex token = next(sentence.begin); token < sentence.end; token = next(token + 1)) {
      const WordId id = layers.tokens[token].word;
      const Word& word = words[id];
      count(word.term);
      if (word.noun_lemma != word.term) count(word.noun_lemma);
      if (word.verb_lemma != word.term) count(word.verb_lemma);
      const uint32_t year = YearOf(words, id);
      if (year == 0 || years.size() >= 16 || std::count(years.begin(), years.end(), year) != 0)
        continue;
      for (size_t i = 0; i < affairs; ++i)
        if (year <= rules_.topics[i].years) points[i] += kStrong * factor;
      years.push_back(year);
    }
    if (sentence.headline) continue;
    if (factor == kLeadFactor) lead_affairs = points[affairs];
    factor = 1;
  }
  verdict.affairs = points[affairs];
  if (verdict.affairs >= rules_.most || lead_affairs >= rules_.lead) return verdict;
  for (size_t i = 0; i < affairs; ++i) {
    const Topic& topic = rules_.topics[i];
    if (points[i] < rules_.least || points[i] <= topic.times * verdict.affairs) continue;
    if (points[i] <= verdict.points) continue;
    verdict.topic = &topic;
    verdict.points = points[i];
  }
  return verdict;
}

}  // namespace telex
