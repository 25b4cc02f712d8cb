// Token: one written word or mark of a story, as {word, span}.
//
// The tokenizer makes them in text order, without gaps in their numbering. All that is known about
// the word as such (its classes, lemmas, where lexicon phrases start) stands once in the WordTable
// under `word`; a token adds only the place. Plain values; the layer that holds them is reused from
// story to story.
#pragma once

#include <cstdint>

#include "pipeline/text/id.h"
#include "pipeline/text/span.h"

namespace telex {

using WordId = Id<struct WordTag>;
using TokenIndex = uint32_t;

struct Token {
  WordId word;
  uint32_t begin = 0;  // bytes of Story::text()
  uint32_t end = 0;

  Span span() const { return {begin, end}; }
};

/// A half-open range of tokens.
struct TokenRange {
  TokenIndex begin = 0;
  TokenIndex end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool Contains(TokenIndex token) const { return begin <= token && token < end; }
  bool Contains(TokenRange other) const { return begin <= other.begin && other.end <= end; }
  bool Overlaps(TokenRange other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(TokenRange a, TokenRange b) {
    return a.begin == b.begin && a.end == b.end;
  }
};

}  // namespace telex
