// PhraseBegins: from which tokens of a sentence an anchored phrase can match.
//
// A phrase is tried only where its anchor stands (PatternKeys). What it has before the anchor, back
// to the next slot, is read from right to left first: "<source> cannot (accept|allow)" at "allow"
// asks for "cannot" at once, and then for a noun phrase that ends there. Most anchors end here, and
// what is left is hardly ever tried in vain. Used by EventPhrases; one thread.
#pragma once

#include <boost/container/small_vector.hpp>

#include "pipeline/events/frame_match.h"
#include "pipeline/rules/pattern_keys.h"

namespace telex {

class PhraseBegins {
 public:
  /// For one phrase in one sentence. Keeps references.
  PhraseBegins(const StoryView& view, uint32_t sentence, const KeyedPhrase& keyed);

  /// Adds the tokens from which the phrase can begin so that `anchor`, a word of its first key, is
  /// in its place. Anchors must come in text order.
  void Add(TokenIndex anchor);
  /// All that were added, each once and in order.
  const boost::container::small_vector<TokenIndex, 32>& Sorted();

 private:
  void AddAround(TokenIndex anchor);
  void AddSlots(TokenIndex end);

  const StoryView& view_;
  const KeyedPhrase& keyed_;
  const Sentence& sentence_;
  const Syntax::Extent& extent_;
  TokenIndex next_;  // AddAround has added those before it
  boost::container::small_vector<TokenIndex, 32> begins_;
};

}  // namespace telex
