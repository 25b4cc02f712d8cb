#include "pipeline/events/event_phrases.h"

#include <boost/container/small_vector.hpp>

#include <algorithm>

#include "pipeline/events/phrase_begins.h"
#include "pipeline/events/slot_ends.h"
#include "pipeline/events/whole_subject.h"
#include "pipeline/language/phrase_matcher.h"

namespace telex {
namespace {

// The phrase that a slot took: the one that belongs to the first where the slot goes on to it.
NounPhraseId TakenPhrase(const StoryView& view, TokenRange range) {
  const NounPhraseId first(view.syntax.phrase_at[range.begin]);
  const NounPhraseId own = view.syntax[first].possessed;
  return own.valid() && view.syntax[own].range.begin < range.end ? own : first;
}

uint32_t WordsOf(const Phrase& phrase) {
  uint32_t words = 0;
  for (const PhraseElement& element : phrase)
    words += element.kind == PhraseElement::Kind::kWord && !element.optional;
  return words;
}

// False where the first element of `phrase`, one that must be there, is not at `token`. Most tokens
// end here.
bool MayStart(const StoryView& view, const Phrase& phrase, TokenIndex token) {
  if (phrase.empty() || phrase.front().optional) return true;
  const PhraseElement& first = phrase.front();
  if (first.kind == PhraseElement::Kind::kWord)
    return Matches(first.words, view.At(token), view.words);
  if (first.kind != PhraseElement::Kind::kSlot) return true;
  const uint32_t index = view.syntax.phrase_at[token];
  return index != Syntax::kNone && view.syntax.phrases[index].range.begin == token;
}

// One bit for each term of the word (WordSet::signs).
uint64_t SignsOf(const Word& word) {
  return WordSet::SignOf(word.term) | WordSet::SignOf(word.noun_lemma) |
         WordSet::SignOf(word.verb_lemma);
}

// Whether the words beside `token` may be those of a phrase that is anchored there.
bool MayStand(const StoryView& view, const Sentence& sentence,
              const PatternKeys::Anchored& anchored, TokenIndex token) {
  const auto& phrases = view.syntax.phrases;
  if (!anchored.behind.any) {
    const TokenIndex next = token + 1;
    if (next == sentence.end) return false;
    if (!(anchored.behind.signs & SignsOf(view.At(next)))) {
      if (!anchored.behind.phrase) return false;
      const uint32_t index = view.syntax.phrase_at[next];
      if (index == Syntax::kNone || phrases[index].range.begin != next) return false;
    }
  }
  if (anchored.before.any) return true;
  if (token == sentence.begin) return false;
  if (anchored.before.signs & SignsOf(view.At(token - 1))) return true;
  if (!anchored.before.phrase) return false;
  const uint32_t index = view.syntax.phrase_at[token - 1];
  return index != Syntax::kNone && phrases[index].range.end == token;
}

}  // namespace

void SentenceKeys::Collect(const StoryView& view, uint32_t index) {
  ahead_ = index;
  keyed_.clear();
  const Sentence& sentence = view.layers.sentences[index];
  const auto next = [&](TokenIndex token) {
    return NextWith(view.layers.hints, kInPatternKey, token, sentence.end);
  };
  for (TokenIndex token = next(sentence.begin); token < sentence.end; token = next(token + 1)) {
    const std::span<const KeyId> keys = view.words.keys(view.At(token));
    __builtin_prefetch(keys.data());
    keyed_.push_back({token, keys});
  }
}

void SentenceKeys::Read(const StoryView& view, uint32_t index) {
  if (sentence_ == index) return;
  sentence_ = index;
  anchors_.clear();
  if (++round_ == 0) {
    std::fill(rounds_.begin(), rounds_.end(), uint8_t{0});
    round_ = 1;
  }
  if (ahead_ != index) Collect(view, index);
  for (const Keyed& word : keyed_) {
    // A copy: a byte that is written might be any other's.
    const uint8_t round = round_;
    uint8_t* const rounds = rounds_.data();
    for (const KeyId key : word.keys) rounds[key.value()] = round;
    for (const KeyId key : word.keys) {
      if (!keys_.IsAnchor(key)) break;
      first_[key.value()] = kNone;
      anchors_.push_back({key, word.token});
    }
  }
  for (uint32_t i = static_cast<uint32_t>(anchors_.size()); i-- > 0;) {
    uint32_t& first = first_[anchors_[i].key.value()];
    anchors_[i].next = first;
    first = i;
  }
  // Those of the next sentence have come when it is read.
  if (index + 1 < view.layers.sentences.size()) Collect(view, index + 1);
}

bool MatchEventPhrase(const StoryView& view, const Phrase& phrase, TokenIndex begin,
                      TokenIndex limit, TokenIndex beyond, TokenIndex* end, Candidate* candidate) {
  const auto ends = [&](const Slot& slot, TokenIndex token, const auto& try_end) {
    return SlotEnds(view, slot, token, try_end);
  };
  PhraseMatch match(view.layers.tokens, view.words, limit, ends, beyond);
  if (!match.At(phrase, begin)) return false;
  *end = match.end();
  if (!candidate) return true;
  for (const PhraseBinding& binding : match.bindings()) {
    const size_t role = static_cast<size_t>(binding.slot.role);
    if (candidate->roles[role].valid()) continue;
    candidate->roles[role] = TakenPhrase(view, binding.range);
    candidate->kinds[role] = binding.slot.kind;
    ++candidate->slots;
  }
  // The trigger is the first verb that no slot took, or else the first word that none took.
  TokenIndex verb = *end, noun = begin;
  for (TokenIndex token = *end; token-- > begin;) {
    bool in_slot = false;
    for (const PhraseBinding& binding : match.bindings()) in_slot |= binding.range.Contains(token);
    if (in_slot) continue;
    if (view.syntax.classes[token] & kVerb) verb = token;
    noun = token;
  }
  candidate->trigger = verb != *end ? verb : noun;
  candidate->words = WordsOf(phrase);
  return true;
}

void EventPhrases::Find(const StoryView& view, uint32_t sentence_index, const SentenceKeys& keys,
                        std::vector<Candidate>* candidates) const {
  const Sentence& sentence = view.layers.sentences[sentence_index];
  const Syntax::Extent& extent = view.syntax.sentences[sentence_index];
  const auto try_at = [&](const KeyedPhrase& keyed, TokenIndex begin) {
    if (!MayStart(view, *keyed.phrase, begin)) return;
    TokenIndex end = begin;
    Candidate candidate;
    if (!MatchEventPhrase(view, *keyed.phrase, begin, sentence.end, begin, &end, &candidate))
      return;
    candidate.rule = keyed.rule;
    candidate.pattern = keyed.pattern;
    candidate.type = rules_.rules[keyed.rule.value()].type;
    candidate.sentence = sentence_index;
    for (uint32_t c = extent.first_clause; c < extent.last_clause; ++c)
      if (view.syntax.clauses[c].verb.range.Contains(candidate.trigger))
        candidate.clause = ClauseId(c);
    TakeWholeSubject(view.syntax, &candidate);
    candidates->push_back(candidate);
  };
  const std::vector<KeyedPhrase>& phrases = rules_.keys.phrases();
  const std::vector<SentenceKeys::Anchor>& anchors = keys.anchors();
  const auto stands = [&](const PatternKeys::Anchored& one, uint32_t anchor) {
    return MayStand(view, sentence, one, anchors[anchor].token);
  };
  // What is left of the phrases lies far apart: each part is asked for, for all of them, before the
  // first is read.
  struct Standing {
    const PatternKeys::Anchored* one;
    uint32_t anchor;  // where it stands first
  };
  boost::container::small_vector<Standing, 32> standing;
  for (uint32_t first = 0; first < anchors.size(); ++first) {
    const KeyId key = anchors[first].key;
    if (!rules_.keys.IsPhraseAnchor(key) || keys.First(key) != first) continue;
    for (const PatternKeys::Anchored& one : rules_.keys.AnchoredAt(key)) {
      if (one.second.valid() && !keys.Has(one.second)) continue;
      uint32_t i = first;
      while (i != SentenceKeys::kNone && !stands(one, i)) i = anchors[i].next;
      if (i == SentenceKeys::kNone) continue;
      __builtin_prefetch(&phrases[one.phrase]);
      standing.push_back({&one, i});
    }
  }
  for (const Standing& at : standing) {
    const KeyedPhrase& keyed = phrases[at.one->phrase];
    __builtin_prefetch(keyed.keys.data());
    __builtin_prefetch(keyed.phrase);
  }
  for (const Standing& at : standing) {
    const KeyedPhrase& keyed = phrases[at.one->phrase];
    const uint32_t element = keyed.element == KeyedPhrase::kNoElement ? 0 : keyed.element;
    __builtin_prefetch(keyed.phrase->data() + element);
  }
  for (const Standing& at : standing) {
    const KeyedPhrase& keyed = phrases[at.one->phrase];
    if (!keys.Has(keyed.keys)) continue;
    PhraseBegins begins(view, sentence_index, keyed);
    for (uint32_t i = at.anchor; i != SentenceKeys::kNone; i = anchors[i].next)
      if (stands(*at.one, i)) begins.Add(anchors[i].token);
    for (const TokenIndex begin : begins.Sorted()) try_at(keyed, begin);
  }
  for (const uint32_t index : rules_.keys.unanchored())
    for (TokenIndex begin = sentence.begin; begin < sentence.end; ++begin)
      try_at(phrases[index], begin);
}

bool EventPhrases::IsVetoed(const StoryView& view, const Candidate& candidate,
                            SentenceKeys* keys) const {
  const std::span<const PatternKeys::Anchored> nevers = rules_.keys.NeversOf(candidate.rule);
  const std::span<const PatternKeys::Anchored> onlys = rules_.keys.OnlysOf(candidate.rule);
  if (nevers.empty() && onlys.empty()) return false;
  keys->Read(view, candidate.sentence);
  const Sentence& sentence = view.layers.sentences[candidate.sentence];
  const auto matches = [&](const PatternKeys::Anchored& one) {
    if (one.first.valid() && !keys->Has(one.first)) return false;
    if (one.second.valid() && !keys->Has(one.second)) return false;
    const KeyedPhrase& keyed = rules_.keys.phrases()[one.phrase];
    const auto covers = [&](TokenIndex begin) {
      TokenIndex end = begin;
      return begin <= candidate.trigger && MayStart(view, *keyed.phrase, begin) &&
             MatchEventPhrase(view, *keyed.phrase, begin, sentence.end, candidate.trigger, &end,
                              nullptr);
    };
    if (!keys->Has(keyed.keys)) return false;
    if (one.first.valid()) {
      PhraseBegins begins(view, candidate.sentence, keyed);
      const std::vector<SentenceKeys::Anchor>& anchors = keys->anchors();
      for (uint32_t i = keys->First(one.first); i != SentenceKeys::kNone; i = anchors[i].next)
        if (MayStand(view, sentence, one, anchors[i].token)) begins.Add(anchors[i].token);
      const auto& sorted = begins.Sorted();
      return std::any_of(sorted.begin(), sorted.end(), covers);
    }
    for (TokenIndex begin = sentence.begin; begin <= candidate.trigger; ++begin)
      if (covers(begin)) return true;
    return false;
  };
  if (std::any_of(nevers.begin(), nevers.end(), matches)) return true;
  return !onlys.empty() && std::none_of(onlys.begin(), onlys.end(), matches);
}

}  // namespace telex
