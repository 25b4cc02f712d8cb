// Lexicon phrases in a story: the longest names of states, bodies, places, people and offices at
// each token.
//
// Stands after the sentences; no phrase runs over a sentence's end. Where a word starts a phrase of
// the lexicon (its record knows), the trie is walked as far as it goes, and every entry at the
// farthest place that is spelled as it must be is a hit. Hits may lie inside each other ("Foreign
// Minister of Turkey" and "Turkey"); which one counts is for later stages. Stateless.
#pragma once

#include "pipeline/language/layers.h"
#include "pipeline/language/words.h"

namespace telex {

/// Fills layers.lexicon_hits from the sentences and the dateline: by begin, all hits at one begin
/// with the same end.
void FindPhrases(const WordTable& words, Layers& layers);

/// Whether [begin, end) is written as `spelling` asks: kCapital wants a capital in the first and in
/// the last word (a small particle may stand first: "al-", "von"), kExact wants capitals throughout
/// ("US", "U.N.", "D-8").
bool SpelledAs(Spelling spelling, const WordTable& words, const std::vector<Token>& tokens,
               TokenIndex begin, TokenIndex end);

}  // namespace telex
