#include "pipeline/rules/pattern_keys.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <utility>

#include "pipeline/rules/ruleset.h"

namespace telex {
namespace {

// A list of words that must be there, and where it stands in its phrase.
struct Need {
  std::vector<TermId> words;  // sorted
  uint32_t least = 0, most = 0;
  const PhraseElement* element = nullptr;  // which begins with it; null where none does
};

// Most sentences have these, and marks; but not "not", or "back".
constexpr ClassSet kEverywhere = kDeterminer | kPronoun | kPossessive | kPossessivePronoun |
                                 kPreposition | kTo | kCoordinator | kSubordinator | kThat |
                                 kRelative | kModal | kBe | kHave | kDo;

bool IsCommon(const RuleSet& rules, TermId word) {
  const auto function = rules.function_words.find(word);
  if (function != rules.function_words.end() && (function->second & kEverywhere)) return true;
  const std::string_view text = rules.vocabulary.text(word);
  return std::none_of(text.begin(), text.end(),
                      [](unsigned char byte) { return byte >= 0x80 || std::isalnum(byte); });
}

// How many sentences have one of the words, on a scale of its own.
size_t CostOf(const RuleSet& rules, const std::vector<TermId>& words) {
  constexpr size_t kCommon = 1000;
  size_t cost = 0;
  for (const TermId word : words) cost += IsCommon(rules, word) ? kCommon : 1;
  return cost;
}

std::vector<TermId> WordsOf(const WordSet& set) {
  std::vector<TermId> words = set.lemmas;
  words.insert(words.end(), set.exact.begin(), set.exact.end());
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

uint32_t Sum(uint32_t a, uint32_t b) {
  return a == KeyedPhrase::kAnywhere || b == KeyedPhrase::kAnywhere ? KeyedPhrase::kAnywhere
                                                                    : a + b;
}

const Need* Best(const RuleSet& rules, const std::vector<Need>& needs) {
  const auto best = std::min_element(needs.begin(), needs.end(), [&](const Need& a, const Need& b) {
    return CostOf(rules, a.words) < CostOf(rules, b.words);
  });
  return best == needs.end() ? nullptr : &*best;
}

// Appends what `phrase` needs; its words begin `least` to `most` tokens behind the start of the
// whole, and the two are moved behind it.
void Collect(const RuleSet& rules, const Phrase& phrase, uint32_t* least, uint32_t* most,
             std::vector<Need>* needs) {
  for (const PhraseElement& element : phrase) {
    uint32_t shortest = 1, longest = 1;
    switch (element.kind) {
      case PhraseElement::Kind::kWord:
        if (!element.optional && element.words.regexes.empty())
          needs->push_back({WordsOf(element.words), *least, *most, &element});
        break;
      case PhraseElement::Kind::kSlot:
        longest = KeyedPhrase::kAnywhere;
        break;
      case PhraseElement::Kind::kGap:
        shortest = 0;
        longest = kMostGap;
        break;
      case PhraseElement::Kind::kGroup: {
        // One word of whatever alternative is taken: the best of each.
        Need any{{}, *least, *most, &element};
        bool every = !element.optional;
        shortest = KeyedPhrase::kAnywhere;
        longest = 0;
        for (const Phrase& alternative : element.alternatives) {
          uint32_t from = 0, to = 0;
          std::vector<Need> inner;
          Collect(rules, alternative, &from, &to, &inner);
          shortest = std::min(shortest, from);
          longest = std::max(longest, to);
          const Need* best = Best(rules, inner);
          every = every && best != nullptr;
          if (best == nullptr) continue;
          if (best->most > 0) any.element = nullptr;
          any.most = std::max(any.most, Sum(*most, best->most));
          any.words.insert(any.words.end(), best->words.begin(), best->words.end());
        }
        if (element.alternatives.empty()) shortest = 0;
        if (!every || any.words.empty()) break;
        std::sort(any.words.begin(), any.words.end());
        any.words.erase(std::unique(any.words.begin(), any.words.end()), any.words.end());
        needs->push_back(std::move(any));
        break;
      }
    }
    if (!element.optional) *least += shortest;
    *most = Sum(*most, longest);
  }
}

// The needs that tell most: those without common words, or the best one where there is none.
std::vector<Need> Telling(const RuleSet& rules, std::vector<Need> needs) {
  std::stable_sort(needs.begin(), needs.end(), [&](const Need& a, const Need& b) {
    return CostOf(rules, a.words) < CostOf(rules, b.words);
  });
  const auto is_common = [&](const Need& need) {
    return std::any_of(need.words.begin(), need.words.end(),
                       [&](TermId word) { return IsCommon(rules, word); });
  };
  const auto common = std::find_if(needs.begin(), needs.end(), is_common);
  if (common != needs.end()) needs.erase(std::max(common, needs.begin() + 1), needs.end());
  return needs;
}

// What must be there of an argument, whatever the voice; or in its place one of the `others`.
void CollectArgument(const Argument& argument, const TermSet& others, std::vector<Need>* needs) {
  if (argument.optional || !argument.has_noun()) return;
  const auto add = [&](const WordSet& words) {
    if (words.empty() || !words.regexes.empty()) return;
    Need need{WordsOf(words)};
    need.words.insert(need.words.end(), others.begin(), others.end());
    std::sort(need.words.begin(), need.words.end());
    need.words.erase(std::unique(need.words.begin(), need.words.end()), need.words.end());
    needs->push_back(std::move(need));
  };
  add(argument.noun);
  for (const WordSet& modifier : argument.modifiers) add(modifier);
}

// What may stand in the place of an argument that a frame lacks: "talks between X and Y" ask for no
// "with Y".
const TermSet& InPlaceOf(const RuleSet& rules, const Frame& frame) {
  static const TermSet kNothing;
  const Rule& rule = rules.rules[frame.rule.value()];
  const bool known = rule.type.valid();  // or its author mistook it
  const bool mutual = rule.mutual || (known && rules.types[rule.type.value()].symmetric);
  return frame.head == Frame::Head::kNominal && mutual ? rules.List("party_prepositions")
                                                       : kNothing;
}

// Where something can stand in an array of parts that lie one behind the other: the number of each
// part's members becomes the place where it begins.
void TurnIntoBegins(std::vector<uint32_t>* counts) {
  uint32_t begin = 0;
  for (uint32_t& count : *counts) begin += std::exchange(count, begin);
}

}  // namespace

// Numbers the keys. What is asked for first gets the first numbers: anchors of phrases, of vetoes,
// and then what phrases and frames need beside.
class PatternKeys::Builder {
 public:
  Builder(const RuleSet& rules, PatternKeys* keys) : rules_(rules), keys_(*keys) {}

  void Run() {
    keys_.nevers_.resize(rules_.rules.size());
    keys_.onlys_.resize(rules_.rules.size());
    for (const Rule& rule : rules_.rules) {
      uint32_t next = 0;
      for (uint32_t pattern = 0; pattern < rule.patterns.size(); ++pattern)
        if (rule.patterns[pattern].kind == RulePattern::Kind::kPhrase)
          AddPhrase(rule.id, rule.phrases[next++], pattern);
    }
    const size_t plain = keys_.phrases_.size(), phrase_anchors = words_.size();
    for (const Rule& rule : rules_.rules) {
      for (const Phrase& never : rule.never_phrases) AddPhrase(rule.id, never, 0);
      for (const Phrase& only : rule.only_phrases) AddPhrase(rule.id, only, 0);
    }
    keys_.anchor_count_ = words_.size();
    for (size_t i = 0; i < keys_.phrases_.size(); ++i)
      for (size_t need = 1; need < needs_[i].size(); ++need)
        keys_.phrases_[i].keys.push_back(Add(needs_[i][need].words));
    AnchorPhrases(plain, phrase_anchors);
    size_t veto = plain;
    for (const Rule& rule : rules_.rules) {
      for (size_t i = 0; i < rule.never_phrases.size(); ++i)
        keys_.nevers_[rule.id.value()].push_back(AnchoredOf(veto++));
      for (size_t i = 0; i < rule.only_phrases.size(); ++i)
        keys_.onlys_[rule.id.value()].push_back(AnchoredOf(veto++));
    }
    for (const Frame& frame : rules_.frames) AddFrame(frame);
    keys_.size_ = words_.size();
    FindTerms();
  }

 private:
  KeyId Add(const std::vector<TermId>& words) {
    const auto [found, added] = ids_.try_emplace(words, KeyId(ids_.size()));
    if (added) words_.push_back(words);
    return found->second;
  }

  // Adds the anchor alone; the other keys get their numbers later.
  void AddPhrase(RuleId rule, const Phrase& phrase, uint32_t pattern) {
    KeyedPhrase& keyed = keys_.phrases_.emplace_back();
    keyed.rule = rule;
    keyed.phrase = &phrase;
    keyed.pattern = pattern;
    uint32_t least = 0, most = 0;
    std::vector<Need> all;
    Collect(rules_, phrase, &least, &most, &all);
    const std::vector<Need>& needs = needs_.emplace_back(Telling(rules_, std::move(all)));
    if (needs.empty()) return;
    keyed.keys.push_back(Add(needs.front().words));
    keyed.least = needs.front().least;
    keyed.most = needs.front().most;
    if (const PhraseElement* element = needs.front().element)
      keyed.element = static_cast<uint32_t>(element - phrase.data());
  }

  Anchored AnchoredOf(size_t index) const {
    const KeyedPhrase& keyed = keys_.phrases_[index];
    Anchored anchored{
        static_cast<uint32_t>(index), KeyId(), KeyId(), {0, false, true}, {0, false, true}};
    if (!keyed.keys.empty()) anchored.first = keyed.keys[0];
    if (keyed.keys.size() > 1) anchored.second = keyed.keys[1];
    if (keyed.element != KeyedPhrase::kNoElement) {
      anchored.before = Before(*keyed.phrase, keyed.element);
      anchored.behind = Behind(*keyed.phrase, keyed.element);
    }
    return anchored;
  }

  // Lays the first `count` phrases side by side, by the key that each is anchored at.
  void AnchorPhrases(size_t count, size_t anchors) {
    std::vector<uint32_t>& begin = keys_.anchored_begin_;
    begin.assign(anchors + 1, 0);
    for (uint32_t i = 0; i < count; ++i) {
      const std::vector<KeyId>& keys = keys_.phrases_[i].keys;
      if (keys.empty())
        keys_.unanchored_.push_back(i);
      else
        ++begin[keys.front().value()];
    }
    TurnIntoBegins(&begin);
    keys_.anchored_.resize(begin.back());
    std::vector<uint32_t> next = begin;
    for (size_t i = 0; i < count; ++i)
      if (const std::vector<KeyId>& keys = keys_.phrases_[i].keys; !keys.empty())
        keys_.anchored_[next[keys.front().value()]++] = AnchoredOf(i);
  }

  void AddFrame(const Frame& frame) {
    std::vector<Need> needs;
    if (frame.head != Frame::Head::kSpoken)
      for (const Argument& argument : frame.arguments)
        CollectArgument(argument, InPlaceOf(rules_, frame), &needs);
    for (const WordSet& modifier : frame.modifiers)
      if (modifier.regexes.empty()) needs.push_back({WordsOf(modifier)});
    std::vector<KeyId>& keys = keys_.frames_.emplace_back();
    for (const Need& need : Telling(rules_, std::move(needs))) keys.push_back(Add(need.words));
  }

  // Which keys each word is in.
  void FindTerms() {
    std::vector<uint32_t>& begin = keys_.term_begin_;
    begin.assign(rules_.vocabulary.size() + 1, 0);
    for (const std::vector<TermId>& words : words_)
      for (const TermId word : words) ++begin[word.value()];
    TurnIntoBegins(&begin);
    keys_.term_keys_.resize(begin.back());
    std::vector<uint32_t> next = begin;
    for (size_t key = 0; key < words_.size(); ++key)
      for (const TermId word : words_[key]) keys_.term_keys_[next[word.value()]++] = KeyId(key);
  }

  const RuleSet& rules_;
  PatternKeys& keys_;
  std::map<std::vector<TermId>, KeyId> ids_;
  std::vector<std::vector<TermId>> words_;  // by KeyId
  std::vector<std::vector<Need>> needs_;    // by index into phrases()
};

void PatternKeys::Build(const RuleSet& rules) {
  *this = PatternKeys();
  Builder(rules, this).Run();
}

}  // namespace telex
