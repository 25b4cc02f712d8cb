#include "pipeline/rules/pattern_keys.h"

#include <algorithm>
#include <cctype>

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

}  // namespace

KeyId PatternKeys::Add(const std::vector<TermId>& words) {
  const auto [found, added] = ids_.try_emplace(words, KeyId(ids_.size()));
  if (added) words_.push_back(words);
  return found->second;
}

uint32_t PatternKeys::AddPhrase(const RuleSet& rules, RuleId rule, const Phrase& phrase,
                                uint32_t pattern) {
  KeyedPhrase keyed;
  keyed.rule = rule;
  keyed.phrase = &phrase;
  keyed.pattern = pattern;
  uint32_t least = 0, most = 0;
  std::vector<Need> needs;
  Collect(rules, phrase, &least, &most, &needs);
  needs = Telling(rules, std::move(needs));
  for (const Need& need : needs) keyed.keys.push_back(Add(need.words));
  if (!needs.empty()) {
    keyed.least = needs.front().least;
    keyed.most = needs.front().most;
    if (const PhraseElement* element = needs.front().element)
      keyed.element = static_cast<uint32_t>(element - phrase.data());
  }
  phrases_.push_back(std::move(keyed));
  return static_cast<uint32_t>(phrases_.size() - 1);
}

PatternKeys::Anchored PatternKeys::AnchoredOf(uint32_t index) const {
  const KeyedPhrase& keyed = phrases_[index];
  Anchored anchored{index, KeyId(), KeyId(), {0, false, true}, {0, false, true}};
  if (!keyed.keys.empty()) anchored.first = keyed.keys[0];
  if (keyed.keys.size() > 1) anchored.second = keyed.keys[1];
  if (keyed.element != KeyedPhrase::kNoElement) {
    anchored.before = Before(*keyed.phrase, keyed.element);
    anchored.behind = Behind(*keyed.phrase, keyed.element);
  }
  return anchored;
}

void PatternKeys::Build(const RuleSet& rules) {
  *this = PatternKeys();
  for (const Rule& rule : rules.rules) {
    uint32_t next = 0;
    for (uint32_t pattern = 0; pattern < rule.patterns.size(); ++pattern)
      if (rule.patterns[pattern].kind == RulePattern::Kind::kPhrase)
        AddPhrase(rules, rule.id, rule.phrases[next++], pattern);
  }
  const size_t first_never = phrases_.size();
  nevers_.resize(rules.rules.size());
  onlys_.resize(rules.rules.size());
  for (const Rule& rule : rules.rules) {
    for (const Phrase& never : rule.never_phrases)
      nevers_[rule.id.value()].push_back(AnchoredOf(AddPhrase(rules, rule.id, never, 0)));
    for (const Phrase& only : rule.only_phrases)
      onlys_[rule.id.value()].push_back(AnchoredOf(AddPhrase(rules, rule.id, only, 0)));
  }
  for (const Frame& frame : rules.frames) {
    std::vector<Need> needs;
    if (frame.head != Frame::Head::kSpoken)
      for (const Argument& argument : frame.arguments)
        CollectArgument(argument, InPlaceOf(rules, frame), &needs);
    for (const WordSet& modifier : frame.modifiers)
      if (modifier.regexes.empty()) needs.push_back({WordsOf(modifier)});
    std::vector<KeyId>& keys = frames_.emplace_back();
    for (const Need& need : Telling(rules, std::move(needs))) keys.push_back(Add(need.words));
  }
  anchored_.resize(words_.size());
  is_anchor_.resize(words_.size(), 0);
  for (uint32_t i = 0; i < phrases_.size(); ++i) {
    const std::vector<KeyId>& keys = phrases_[i].keys;
    if (!keys.empty()) is_anchor_[keys.front().value()] = 1;
    if (i >= first_never) continue;
    if (keys.empty())
      unanchored_.push_back(i);
    else
      anchored_[keys.front().value()].push_back(AnchoredOf(i));
  }
  term_begin_.assign(rules.vocabulary.size() + 1, 0);
  for (const std::vector<TermId>& words : words_)
    for (const TermId word : words) ++term_begin_[word.value() + 1];
  for (size_t term = 1; term < term_begin_.size(); ++term)
    term_begin_[term] += term_begin_[term - 1];
  term_keys_.resize(term_begin_.back());
  std::vector<uint32_t> next = term_begin_;
  for (size_t key = 0; key < words_.size(); ++key)
    for (const TermId word : words_[key]) term_keys_[next[word.value()]++] = KeyId(key);
  ids_.clear();
  words_.clear();
}

}  // namespace telex
