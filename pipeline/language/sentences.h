// Sentences: cuts the tokens of a story into sentences, and knows headlines, paragraphs and
// hard-wrapped copy.
//
// Stands after the dateline, whose tokens belong to no sentence. The story's headline is one
// sentence. In the body a blank line always ends a sentence, a single line feed does unless the
// copy is wrapped by hand, and a stop does unless it belongs to an abbreviation, an initial, a
// figure of a list, or the text goes on as if it were none. Linear in the tokens. Stateless.
#pragma once

#include "pipeline/language/layers.h"
#include "pipeline/language/words.h"
#include "pipeline/text/story.h"

namespace telex {

/// Fills layers.sentences.
void SplitSentences(const Story& story, const WordTable& words, Layers& layers);

}  // namespace telex
