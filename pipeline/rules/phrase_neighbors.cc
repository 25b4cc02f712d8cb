#include "pipeline/rules/phrase_neighbors.h"

namespace telex {
namespace {

constexpr Neighbor kAny{0, false, true};

// What the elements from `begin` (to `end`, backwards where it is less) can start with, or `rest`
// where they can be nothing.
Neighbor Edge(const Phrase& phrase, size_t begin, size_t end, Neighbor rest) {
  const bool forwards = begin <= end;
  Neighbor edge;
  for (size_t at = begin; at != end; forwards ? ++at : --at) {
    const PhraseElement& element = phrase[forwards ? at : at - 1];
    switch (element.kind) {
      case PhraseElement::Kind::kWord:
        edge.signs |= element.words.signs;
        break;
      case PhraseElement::Kind::kSlot:
        edge.phrase = true;
        break;
      case PhraseElement::Kind::kGap:
        return kAny;
      case PhraseElement::Kind::kGroup: {
        // One that can be nothing would lead on behind the group: such groups are too rare to ask.
        Neighbor inner;
        for (const Phrase& alternative : element.alternatives)
          inner = inner | (forwards ? Edge(alternative, 0, alternative.size(), kAny)
                                    : Edge(alternative, alternative.size(), 0, kAny));
        if (inner.any) return kAny;
        edge = edge | inner;
        break;
      }
    }
    if (!element.optional) return edge;
  }
  return edge | rest;
}

}  // namespace

Neighbor Before(const Phrase& phrase, size_t index) {
  if (index == 0) return kAny;
  return Edge(phrase, index, 0, kAny);
}

Neighbor Behind(const Phrase& phrase, size_t index) {
  const Neighbor rest =
      index + 1 == phrase.size() ? kAny : Edge(phrase, index + 1, phrase.size(), kAny);
  const PhraseElement& element = phrase[index];
  if (element.kind != PhraseElement::Kind::kGroup) return rest;
  Neighbor behind;
  for (const Phrase& alternative : element.alternatives) {
    if (alternative.empty() || alternative.front().optional ||
        alternative.front().kind != PhraseElement::Kind::kWord)
      return kAny;
    behind =
        behind | (alternative.size() == 1 ? rest : Edge(alternative, 1, alternative.size(), rest));
  }
  return behind;
}

}  // namespace telex
