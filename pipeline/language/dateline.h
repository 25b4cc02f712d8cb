// The dateline: "TEHRAN, Dec. 5 (MNA) –" before the first sentence, and tags of agencies before
// later paragraphs.
//
// Stands right after the tokenizer. The grammar gives the shape; the lexicon and the list of
// agencies decide whether it is meant: a place is written in capitals or known to the lexicon, a
// bracket holds an agency. Stateless.
#pragma once

#include "pipeline/language/layers.h"
#include "pipeline/language/words.h"
#include "pipeline/text/story.h"

namespace telex {

/// Fills layers.dateline and layers.agency_tags from the tokens.
void FindDateline(const Story& story, const WordTable& words, Layers& layers);

}  // namespace telex
