// The tokenizer: from the bytes of a story to words and marks.
//
// First stage of the language floor. A word is a run of letters and digits with what belongs inside
// it: apostrophes (O'Neil, don't), hyphens (anti-terror), stops (U.S., a.m., 3.5), commas of
// figures (1,200); the stop after an abbreviation of the rules or an initial is part of it. A
// possessive ('s, or ' after a plural) is a token of its own, so is every mark. "Iran-Turkey"
// becomes three tokens where the lexicon knows both halves as parties. Invisible characters belong
// to the word they stand in. Blanks make no tokens; every other byte lies in exactly one token.
//
// Time is linear in the text; nothing is allocated per token. Stateless: the WordTable and the
// layers belong to the caller.
#pragma once

#include <string_view>

#include "pipeline/language/layers.h"
#include "pipeline/language/words.h"

namespace telex {

/// Fills layers.tokens and layers.hints. `text` is shorter than 4 GB.
void Tokenize(std::string_view text, WordTable& words, Layers& layers);

}  // namespace telex
