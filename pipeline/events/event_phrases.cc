#include "pipeline/events/event_phrases.h"

#include <boost/container/small_vector.hpp>

#include <algorithm>

#include "pipeline/events/slots.h"
#include "pipeline/language/phrase_matcher.h"

namespace telex {
namespace {

// Where a slot of a token pattern can end: a noun phrase that starts here, or that one which
// belongs to it ("Niger's junta"), with its coordination, or with what stands behind its "of".
template <class Try>
bool SlotEnds(const StoryView& view, const Slot& slot, TokenIndex token, const Try& try_end) {
  const uint32_t index = view.syntax.phrase_at[token];
  if (index == Syntax::kNone) return false;
  const NounPhrase& phrase = view.syntax.phrases[index];
  if (phrase.range.begin != token) return false;
  const auto ends_at = [&](const NounPhrase& one) {
    if (!Accepts(slot.kind, one)) return false;
    TokenIndex end = one.range.end;
    for (NounPhraseId member = one.next; member.valid(); member = view.syntax[member].next)
      end = view.syntax[member].range.end;
    if (try_end(end)) return true;
    if (end != one.range.end && try_end(one.range.end)) return true;
    return one.of.valid() && view.syntax[one.of].range.end > end &&
           try_end(view.syntax[one.of].range.end);
  };
  if (phrase.possessed.valid() && ends_at(view.syntax[phrase.possessed])) return true;
  return ends_at(phrase);
}

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
  if (first.kind == PhraseElement::Kind::kWord) return Matches(first.words, view.At(token));
  if (first.kind != PhraseElement::Kind::kSlot) return true;
  const uint32_t index = view.syntax.phrase_at[token];
  return index != Syntax::kNone && view.syntax.phrases[index].range.begin == token;
}

// The tokens from which a phrase can begin so that an anchor is in its place, each once and in
// order. Asked for anchor after anchor.
class Begins {
 public:
  Begins(const KeyedPhrase& keyed, TokenIndex sentence_begin)
      : keyed_(keyed), begin_(sentence_begin), next_(sentence_begin) {}

  /// Calls `try_at(begin)` for those of `anchor` until it returns true.
  template <class Try>
  bool Around(TokenIndex anchor, const Try& try_at) {
    const TokenIndex before = anchor - begin_;  // tokens of the sentence before it
    if (before < keyed_.least) return false;
    if (before > keyed_.most) next_ = std::max(next_, anchor - keyed_.most);
    for (; next_ + keyed_.least <= anchor; ++next_)
      if (try_at(next_)) return true;
    return false;
  }

 private:
  const KeyedPhrase& keyed_;
  TokenIndex begin_, next_;
};

// Adds the tokens from which the slot in front of a phrase can take what ends as far before
// `anchor` as the words between allow.
template <class Tokens>
void AddSlotBegins(const StoryView& view, const KeyedPhrase& keyed, const Syntax::Extent& sentence,
                   TokenIndex anchor, Tokens* begins) {
  for (uint32_t p = sentence.first_phrase; p < sentence.last_phrase; ++p) {
    const TokenIndex begin = view.syntax.phrases[p].range.begin;
    if (begin + keyed.least_between >= anchor) break;
    const bool reaches = SlotEnds(view, keyed.phrase->front().slot, begin, [&](TokenIndex end) {
      return end + keyed.least_between <= anchor && anchor <= end + keyed.most_between;
    });
    if (reaches) begins->push_back(begin);
  }
}

// False where what stands behind the anchor is not what the phrase goes on with. Most anchors end
// here, before any begin is looked for.
bool GoesOn(const StoryView& view, const KeyedPhrase& keyed, TokenIndex anchor, TokenIndex limit) {
  if (keyed.element == KeyedPhrase::kNoElement) return true;
  const auto ends = [&](const Slot& slot, TokenIndex token, const auto& try_end) {
    return SlotEnds(view, slot, token, try_end);
  };
  return PhraseMatch(view.layers.tokens, view.words, limit, ends)
      .GoesOn(*keyed.phrase, keyed.element, anchor);
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
  const auto next = [&](TokenIndex token) {
    return NextWith(view.layers.hints, kInPatternKey, token, sentence.end);
  };
  for (TokenIndex token = next(sentence.begin); token < sentence.end; token = next(token + 1)) {
    for (const WordTable::Key key : view.words.keys(view.At(token))) {
      seen_[key.id.value()] = round_;
      if (key.anchor) anchors_.push_back({key.id, token});
    }
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
    candidates->push_back(candidate);
  };
  const std::vector<KeyedPhrase>& phrases = rules_.keys.phrases();
  // Each phrase with the anchors around which it may stand.
  boost::container::small_vector<std::pair<uint32_t, TokenIndex>, 64> possible;
  for (const auto& [key, anchor] : keys.anchors())
    for (const uint32_t index : rules_.keys.AnchoredAt(key))
      if (keys.Has(phrases[index].keys) && GoesOn(view, phrases[index], anchor, sentence.end))
        possible.push_back({index, anchor});
  std::sort(possible.begin(), possible.end());
  boost::container::small_vector<TokenIndex, 32> begins;
  for (size_t i = 0; i < possible.size();) {
    const uint32_t index = possible[i].first;
    const KeyedPhrase& keyed = phrases[index];
    Begins around(keyed, sentence.begin);
    begins.clear();
    for (; i < possible.size() && possible[i].first == index; ++i) {
      const TokenIndex anchor = possible[i].second;
      if (keyed.most_between == KeyedPhrase::kAnywhere) {
        around.Around(anchor, [&](TokenIndex begin) {
          begins.push_back(begin);
          return false;
        });
        continue;
      }
      AddSlotBegins(view, keyed, extent, anchor, &begins);
    }
    std::sort(begins.begin(), begins.end());
    begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
    for (const TokenIndex begin : begins) try_at(keyed, begin);
  }
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
    if (!keyed.keys.empty()) {
      Begins begins(keyed, sentence.begin);
      return std::any_of(
          keys->anchors().begin(), keys->anchors().end(), [&](const SentenceKeys::Anchor& anchor) {
            return anchor.first == keyed.keys.front() && begins.Around(anchor.second, covers);
          });
    }
    for (TokenIndex begin = sentence.begin; begin <= candidate.trigger; ++begin)
      if (covers(begin)) return true;
    return false;
  };
  if (std::any_of(nevers.begin(), nevers.end(), matches)) return true;
  return !onlys.empty() && std::none_of(onlys.begin(), onlys.end(), matches);
}

}  // namespace telex
