#include "pipeline/events/phrase_begins.h"

#include <algorithm>

#include "pipeline/events/slot_ends.h"
#include "pipeline/language/phrase_matcher.h"

namespace telex {
namespace {

// Reads a phrase from right to left, in all ways, up to its beginning or to the next slot. Calls
// `at_begin(token)` or `at_slot(slot, token)` with where what was read begins.
template <class AtBegin, class AtSlot>
class ReadBack {
 public:
  ReadBack(const StoryView& view, TokenIndex floor, const AtBegin& at_begin, const AtSlot& at_slot)
      : view_(view), floor_(floor), at_begin_(at_begin), at_slot_(at_slot) {}

  /// The first `count` elements of `phrase`, which end before `token`.
  void Run(const Phrase& phrase, size_t count, TokenIndex token) {
    Step({&phrase, count, nullptr}, token);
  }

 private:
  struct Rest {
    const Phrase* sequence;
    size_t count;  // elements left
    const Rest* then;
  };

  void Step(Rest rest, TokenIndex token) {
    while (rest.count == 0) {
      if (!rest.then) return at_begin_(token);
      rest = *rest.then;
    }
    const PhraseElement& element = (*rest.sequence)[rest.count - 1];
    const Rest before{rest.sequence, rest.count - 1, rest.then};
    switch (element.kind) {
      case PhraseElement::Kind::kWord:
        if (token > floor_ && Matches(element.words, view_.At(token - 1), view_.words))
          Step(before, token - 1);
        break;
      case PhraseElement::Kind::kSlot:
        if (token > floor_) at_slot_(element, token);
        break;
      case PhraseElement::Kind::kGap:
        for (TokenIndex skip = 0; skip <= kMostGap && floor_ + skip <= token; ++skip)
          Step(before, token - skip);
        break;
      case PhraseElement::Kind::kGroup:
        for (const Phrase& alternative : element.alternatives)
          Step({&alternative, alternative.size(), &before}, token);
        break;
    }
    if (element.optional) Step(before, token);
  }

  const StoryView& view_;
  const TokenIndex floor_;
  const AtBegin& at_begin_;
  const AtSlot& at_slot_;
};

}  // namespace

PhraseBegins::PhraseBegins(const StoryView& view, uint32_t sentence, const KeyedPhrase& keyed)
    : view_(view),
      keyed_(keyed),
      sentence_(view.layers.sentences[sentence]),
      extent_(view.syntax.sentences[sentence]),
      next_(sentence_.begin) {}

void PhraseBegins::Add(TokenIndex anchor) {
  if (keyed_.element == KeyedPhrase::kNoElement) return AddAround(anchor);
  const Phrase& phrase = *keyed_.phrase;
  boost::container::small_vector<TokenIndex, 8> begins, slot_ends;
  bool anywhere = false;  // another slot than that in front
  const auto at_begin = [&](TokenIndex token) { begins.push_back(token); };
  const auto at_slot = [&](const PhraseElement& element, TokenIndex token) {
    anywhere = anywhere || &element != &phrase.front();
    slot_ends.push_back(token);
  };
  ReadBack(view_, sentence_.begin, at_begin, at_slot).Run(phrase, keyed_.element, anchor);
  if (begins.empty() && slot_ends.empty()) return;
  const auto ends = [&](const Slot& slot, TokenIndex token, const auto& try_end) {
    return SlotEnds(view_, slot, token, try_end);
  };
  PhraseMatch match(view_.layers.tokens, view_.words, sentence_.end, ends);
  if (!match.GoesOn(phrase, keyed_.element, anchor)) return;
  if (anywhere) return AddAround(anchor);
  begins_.insert(begins_.end(), begins.begin(), begins.end());
  for (const TokenIndex end : slot_ends) AddSlots(end);
}

const boost::container::small_vector<TokenIndex, 32>& PhraseBegins::Sorted() {
  std::sort(begins_.begin(), begins_.end());
  begins_.erase(std::unique(begins_.begin(), begins_.end()), begins_.end());
  return begins_;
}

// All from which the anchor can be reached.
void PhraseBegins::AddAround(TokenIndex anchor) {
  const TokenIndex before = anchor - sentence_.begin;
  if (before < keyed_.least) return;
  if (before > keyed_.most) next_ = std::max(next_, anchor - keyed_.most);
  for (; next_ + keyed_.least <= anchor; ++next_) begins_.push_back(next_);
}

// Those from which the slot in front can take what ends at `end`.
void PhraseBegins::AddSlots(TokenIndex end) {
  const Slot& slot = keyed_.phrase->front().slot;
  for (uint32_t p = extent_.first_phrase; p < extent_.last_phrase; ++p) {
    const TokenIndex begin = view_.syntax.phrases[p].range.begin;
    if (begin >= end) break;
    if (SlotEnds(view_, slot, begin, [&](TokenIndex reached) { return reached == end; }))
      begins_.push_back(begin);
  }
}

}  // namespace telex
