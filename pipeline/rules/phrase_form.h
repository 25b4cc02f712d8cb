// Phrase forms: how a name or word of a lexicon is cut into words, and how it must be spelled to
// count in text.
//
// The cut is that of the tokeniser: at blanks; `'s` and commas stand alone; a hyphenated word is
// one word; an abbreviation keeps its stops. Pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/rules/lexicon.h"

namespace telex {

/// Lower case, typographic apostrophes made straight.
std::string FoldWord(std::string_view word);

/// The words of `form`, as written but for apostrophes.
std::vector<std::string> CutForm(std::string_view form);

/// "US", "U.S." must stand exactly so; "Turkey" needs a capital; "soldiers" may be written in any
/// way.
Spelling SpellingOf(std::string_view form);

}  // namespace telex
