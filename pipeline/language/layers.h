// Layers: what the stages of the language floor found in one story, each layer an array that one
// stage writes.
//
// A scratch holds one Layers and uses it for story after story: clear() keeps the memory.
// Everything points into the story's text by tokens (and tokens by bytes). Not shared between
// threads.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "grammars/date.h"
#include "pipeline/language/token.h"
#include "pipeline/rules/lexicon.h"
#include "pipeline/text/span.h"

namespace telex {

/// Sentences follow each other in text order; the tokens of the dateline and of agency tags belong
/// to none.
struct Sentence {
  TokenIndex begin = 0;
  TokenIndex end = 0;
  uint32_t paragraph = 0;  // counts blocks between blank lines, the story's headline is block 0
  bool headline = false;   // the story's headline, or a first line of the body that is one

  uint32_t size() const { return end - begin; }
};

/// A lexicon phrase over tokens. Sorted by begin, not overlapping; several entries over the same
/// tokens are several hits.
struct LexiconHit {
  TokenIndex begin = 0;
  TokenIndex end = 0;
  EntryId entry;
  EntryKind kind = EntryKind::kCountry;  // of the entry
};

/// Types of TIMEX3.
enum class Timex : uint8_t { kDate, kTime, kDuration, kSet };

/// A time expression of the text, with its value in TIMEX3 notation: "2025-11-13", "2016-04",
/// "P2D", "2024-12-02TMO".
struct DateMention {
  TokenIndex begin = 0;
  TokenIndex end = 0;
  Timex type = Timex::kDate;
  bool resolved = false;  // a date or time whose value is fixed; else the value has X in the place
                          // of what is open
  bool anchored =
      false;  // the value depends on the anchor ("Monday"); else the text says it all ("2016")
  std::string value;
  DateExpression expression;  // as read; resolved once the verb's tense is known (dates.h)
};

/// "TEHRAN, Dec. 5 (MNA) –" before the first sentence. There is one where `end > begin`.
struct Dateline {
  TokenIndex begin = 0;
  TokenIndex end = 0;
  TokenRange place;  // "TEHRAN"; the first place where there are several
  Span agency;       // "MNA", bytes
  std::string date;  // "2025-12-05", "XXXX-12-05" where no year is known, or empty
  TokenRange day;    // "Dec. 5", where it was read
  DateExpression expression;
  // Of the lexicon: the state that the place is in, and the place, unless it is a state itself.
  uint32_t country = kNowhere;
  uint32_t town = kNowhere;

  static constexpr uint32_t kNowhere = 0xffffffff;
  bool found() const { return end > begin; }
};

struct Layers {
  std::vector<Token> tokens;
  std::vector<HintSet> hints;  // of each token's word, and kAfterLine
  Dateline dateline;
  std::vector<TokenRange> agency_tags;  // "Iran Press/Iran news:" before a paragraph, in text order
  std::vector<Sentence> sentences;
  std::vector<LexiconHit> lexicon_hits;
  std::vector<DateMention> dates;

  void clear() {
    tokens.clear();
    hints.clear();
    dateline = Dateline();
    agency_tags.clear();
    sentences.clear();
    lexicon_hits.clear();
    dates.clear();
  }
};

/// The first token in [at, end) that has any of the hints, else `end`: how a stage steps over the
/// many tokens that do not concern it.
inline TokenIndex NextWith(const std::vector<HintSet>& hints, HintSet any, TokenIndex at,
                           TokenIndex end) {
  constexpr TokenIndex kAtOnce = sizeof(uint64_t) / sizeof(HintSet);
  const uint64_t wanted = any * 0x0001'0001'0001'0001ull;
  for (; at + kAtOnce <= end; at += kAtOnce) {
    uint64_t some;
    std::memcpy(&some, hints.data() + at, sizeof some);
    if (some & wanted) break;
  }
  while (at < end && (hints[at] & any) == 0) ++at;
  return at;
}

}  // namespace telex
