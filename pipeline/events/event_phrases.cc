#include "pipeline/events/event_phrases.h"

#include <boost/container/small_vector.hpp>

#include <algorithm>

#include "pipeline/events/slots.h"
#include "pipeline/language/phrase_matcher.h"

namespace telex {
namespace {

// Where a slot of a token pattern can end: a noun phrase that starts here, with its coordination.
template <class Try>
bool SlotEnds(const StoryView& view, const Slot& slot, TokenIndex token, const Try& try_end) {
  const uint32_t index = view.syntax.phrase_at[token];
  if (index == Syntax::kNone) return false;
  const NounPhrase& phrase = view.syntax.phrases[index];
  if (phrase.range.begin != token || !Accepts(slot.kind, phrase)) return false;
  TokenIndex end = phrase.range.end;
  for (NounPhraseId member = phrase.next; member.valid(); member = view.syntax[member].next)
    end = view.syntax[member].range.end;
  if (try_end(end)) return true;
  return end != phrase.range.end && try_end(phrase.range.end);
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
  if (first.kind == PhraseElement::Kind::kWord) return Matches(first.words, view.At(token));
  if (first.kind != PhraseElement::Kind::kSlot) return true;
  const uint32_t index = view.syntax.phrase_at[token];
  return index != Syntax::kNone && view.syntax.phrases[index].range.begin == token;
}

// Calls `try_at(begin)` for every token from which the phrase can begin so that an anchor is in its
// place, each once and in order, until it returns true.
template <class Try>
bool AroundAnchors(const KeyedPhrase& keyed, TokenIndex sentence_begin, const SentenceKeys& keys,
                   const Try& try_at) {
  TokenIndex next = sentence_begin;
  for (const auto& [key, anchor] : keys.anchors()) {
    if (key != keyed.keys.front()) continue;
    const TokenIndex before = anchor - sentence_begin;  // tokens of the sentence before it
    if (before < keyed.least) continue;
    if (before > keyed.most) next = std::max(next, anchor - keyed.most);
    for (; next + keyed.least <= anchor; ++next)
      if (try_at(next)) return true;
  }
  return false;
}

}  // namespace

void SentenceKeys::Read(const StoryView& view, uint32_t index) {
  if (sentence_ == index) return;
  sentence_ = index;
  anchors_.clear();
  if (++round_ == 0) {
    std::fill(seen_.begin(), seen_.end(), 0);
    round_ = 1;
  }
  const Sentence& sentence = view.layers.sentences[index];
  for (TokenIndex token = sentence.begin; token < sentence.end; ++token) {
    const Word& word = view.At(token);
    if (!word.Hints(kInPatternKey)) continue;
    const auto see = [&](TermId term) {
      for (const KeyId key : keys_.KeysOf(term)) {
        seen_[key.value()] = round_;
        if (keys_.IsAnchor(key)) anchors_.push_back({key, token});
      }
    };
    see(word.term);
    if (word.verb_lemma != word.term) see(word.verb_lemma);
    if (word.noun_lemma != word.term && word.noun_lemma != word.verb_lemma) see(word.noun_lemma);
  }
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
    candidate->roles[role] = NounPhraseId(view.syntax.phrase_at[binding.range.begin]);
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
    TokenIndex end = begin;
    Candidate candidate;
    if (!MayStart(view, *keyed.phrase, begin) ||
        !MatchEventPhrase(view, *keyed.phrase, begin, sentence.end, begin, &end, &candidate))
      return;
    candidate.rule = keyed.rule;
    candidate.pattern = keyed.pattern;
    candidate.type = rules_.rules[keyed.rule.value()].type;
    candidate.sentence = sentence_index;
    for (uint32_t c = extent.first_clause; c < extent.last_clause; ++c)
      if (view.syntax.clauses[c].verb.range.Contains(candidate.trigger))
        candidate.clause = ClauseId(c);
    candidates->push_back(candidate);
  };
  const std::vector<KeyedPhrase>& phrases = rules_.keys.phrases();
  boost::container::small_vector<uint32_t, 32> possible;
  for (const auto& [key, token] : keys.anchors())
    for (const uint32_t index : rules_.keys.AnchoredAt(key))
      if (keys.Has(phrases[index].keys)) possible.push_back(index);
  std::sort(possible.begin(), possible.end());
  possible.erase(std::unique(possible.begin(), possible.end()), possible.end());
  for (const uint32_t index : possible)
    AroundAnchors(phrases[index], sentence.begin, keys, [&](TokenIndex begin) {
      try_at(phrases[index], begin);
      return false;
    });
  for (const uint32_t index : rules_.keys.unanchored())
    for (TokenIndex begin = sentence.begin; begin < sentence.end; ++begin)
      try_at(phrases[index], begin);
}

bool EventPhrases::IsVetoed(const StoryView& view, const Candidate& candidate,
                            SentenceKeys* keys) const {
  const std::span<const uint32_t> nevers = rules_.keys.NeversOf(candidate.rule);
  const std::span<const uint32_t> onlys = rules_.keys.OnlysOf(candidate.rule);
  if (nevers.empty() && onlys.empty()) return false;
  keys->Read(view, candidate.sentence);
  const Sentence& sentence = view.layers.sentences[candidate.sentence];
  const auto matches = [&](uint32_t index) {
    const KeyedPhrase& keyed = rules_.keys.phrases()[index];
    const auto covers = [&](TokenIndex begin) {
      TokenIndex end = begin;
      return begin <= candidate.trigger && MayStart(view, *keyed.phrase, begin) &&
             MatchEventPhrase(view, *keyed.phrase, begin, sentence.end, candidate.trigger, &end,
                              nullptr);
    };
    if (!keys->Has(keyed.keys)) return false;
    if (!keyed.keys.empty()) return AroundAnchors(keyed, sentence.begin, *keys, covers);
    for (TokenIndex begin = sentence.begin; begin <= candidate.trigger; ++begin)
      if (covers(begin)) return true;
    return false;
  };
  if (std::any_of(nevers.begin(), nevers.end(), matches)) return true;
  return !onlys.empty() && std::none_of(onlys.begin(), onlys.end(), matches);
}

}  // namespace telex
