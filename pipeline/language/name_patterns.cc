#include "pipeline/language/name_patterns.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace telex {
namespace {

constexpr size_t kFirstSet = static_cast<size_t>(SlotKind::kHonorific) + 1;

template <class Visit>
void ForEach(uint64_t bits, const Visit& visit) {
  for (; bits != 0; bits &= bits - 1) visit(static_cast<size_t>(std::countr_zero(bits)));
}

}  // namespace

struct NamePatterns::Rest {
  const Phrase* sequence;
  size_t index;
  const Rest* then;
};

// Shows to `visit` each element that may come next, with what may follow it. True where nothing
// need come, or anything may.
template <class Visit>
bool NamePatterns::VisitFirst(Rest rest, const Visit& visit) const {
  while (rest.index == rest.sequence->size()) {
    if (rest.then == nullptr) return true;
    rest = *rest.then;
  }
  const PhraseElement& element = (*rest.sequence)[rest.index];
  const Rest after{rest.sequence, rest.index + 1, rest.then};
  bool open = element.kind == PhraseElement::Kind::kGap;
  if (element.kind == PhraseElement::Kind::kGroup) {
    for (const Phrase& alternative : element.alternatives)
      open |= VisitFirst({&alternative, 0, &after}, visit);
  } else if (!open) {
    visit(element, after);
  }
  if (element.optional) open |= VisitFirst(after, visit);
  return open;
}

NamePatterns::Signs NamePatterns::SignOf(const PhraseElement& element) {
  if (element.kind == PhraseElement::Kind::kSlot) return SignOf(element.slot.kind);
  const WordSet& words = element.words;
  if (!words.regexes.empty()) return kAny;
  const auto same = [&](const WordSet* set) {
    return set->lemmas == words.lemmas && set->exact == words.exact;
  };
  auto set = std::find_if(sets_.begin(), sets_.end(), same);
  const size_t sign = static_cast<size_t>(set - sets_.begin()) + kFirstSet;
  if (sign >= kSigns - 1) return kAny;
  if (set == sets_.end()) sets_.push_back(&words);
  for (const TermId term : words.lemmas) signs_[term.value()] |= Signs{1} << sign;
  for (const TermId term : words.exact) signs_[term.value()] |= Signs{1} << sign;
  return Signs{1} << sign;
}

void NamePatterns::Add(const Phrase& phrase) {
  assert(size() < kMost);
  const Set bit = Set{1} << size();
  patterns_.push_back(&phrase);
  for (const PhraseElement& element : phrase) {
    const bool single =
        element.kind == PhraseElement::Kind::kWord || element.kind == PhraseElement::Kind::kSlot;
    if (!single || element.optional) continue;
    const Signs sign = SignOf(element) & ~kAny & ~SignOf(SlotKind::kName);
    needed_ |= sign;
    ForEach(sign, [&](size_t needed) { needing_[needed] |= bit; });
  }
  VisitFirst({&phrase, 0, nullptr}, [&](const PhraseElement& first, const Rest& after) {
    for (const TermId term : first.words.lemmas) starts_[term.value()] = true;
    for (const TermId term : first.words.exact) starts_[term.value()] = true;
    const auto sign = static_cast<size_t>(std::countr_zero(SignOf(first)));
    const bool open = VisitFirst(after, [&](const PhraseElement& next, const Rest&) {
      ForEach(SignOf(next), [&](size_t behind) { beginning_[sign][behind] |= bit; });
    });
    if (open) ending_[sign] |= bit;
  });
}

NamePatterns::Set NamePatterns::Possible(Signs sentence) const {
  Set possible = ~Set{0} >> (kMost - size());
  ForEach(needed_ & ~sentence, [&](size_t lacking) { possible &= ~needing_[lacking]; });
  return possible;
}

NamePatterns::Set NamePatterns::Beginning(Signs first, Signs next) const {
  Set beginning = 0;
  ForEach(first, [&](size_t sign) {
    beginning |= ending_[sign];
    ForEach(next, [&](size_t behind) { beginning |= beginning_[sign][behind]; });
  });
  return beginning;
}

}  // namespace telex
