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

/// What a word gives a stage to do, as bits. Most words give nothing to most stages, which step
/// over their tokens (NextWith, layers.h) and never look at their records.
enum WordHint : uint16_t {
  kInNameRule = 1 << 0,        // the word or a lemma of it stands in a pattern of rules/names.yaml
  kInPatternKey = 1 << 1,      // … in a key of an event rule (PatternKeys)
  kHeadsVerbal = 1 << 2,       // its verb lemma heads a frame
  kHeadsNominal = 1 << 3,      // its noun lemma does
  kInDictionary = 1 << 4,      // a word of the language, which names may be as well
  kStartsDatePhrase = 1 << 5,  // a phrase of several words of rules/language/dates.yaml
  kMayStartDate = 1 << 6,      // by itself, or such a phrase
  kStartsPhrase = 1 << 7,      // a phrase of the lexicon
  kMayStartName = 1 << 8,      // a capital, or a particle: "al-Assad"
  kMayEndSentence = 1 << 9,    // a stop, an abbreviation, or what opens another: bracket, bullet
  kAfterLine = 1 << 10,        // of a token: a line ends before it
  kAmbiguous = 1 << 11,        // what it is depends on what stands around it: see Tagger
  kTopicCue = 1 << 12,         // a year, or the word or a lemma of it in rules/topics.yaml
};
using HintSet = uint16_t;

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
