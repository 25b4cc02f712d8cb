// Neighbor: what can stand beside a word of a phrase, told by two loads. Most phrases that are
// tried around their anchor fail at the word before or behind it; asked first, and of bits that lie
// side by side, these words cost nothing of the phrase itself. Free functions over compiled
// phrases.
#pragma once

#include "pipeline/rules/frame.h"

namespace telex {

struct Neighbor {
  uint64_t signs = 0;   // of the words it may be (WordSet::signs)
  bool phrase = false;  // or a noun phrase's border, where a slot takes it
  bool any = false;     // or anything, or nothing

  friend Neighbor operator|(Neighbor a, Neighbor b) {
    return {a.signs | b.signs, a.phrase || b.phrase, a.any || b.any};
  }
};

/// What can stand before the element `index` of `phrase`.
Neighbor Before(const Phrase& phrase, size_t index);
/// What can stand behind the first word of the element `index`, whatever that word is.
Neighbor Behind(const Phrase& phrase, size_t index);

}  // namespace telex
