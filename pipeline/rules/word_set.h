// CompileWords: the alternatives of one pattern word, with lists resolved, as TermIds and
// expressions. Used by the frame and phrase compilers.
#pragma once

#include "pipeline/rules/frame.h"
#include "pipeline/rules/pattern.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

/// Adds to `rules.vocabulary` and `rules.regexes`. An expression that does not compile is reported
/// by the pattern parser and left out here.
WordSet CompileWords(const std::vector<PatternWord>& alternatives, const RuleWords& words,
                     RuleSet& rules);

/// The slot of a `<role:kind>` element, or nothing where the role or kind is unknown (the parser
/// has said so). `<what:TYPE|TYPE>` is an inner event of one of these types.
bool CompileSlot(const PatternElement& element, const RuleSet& rules, Slot* slot);

/// Sets WordSet::signs of all rules, once they are compiled.
void IndexWords(RuleSet& rules);

/// The place of bytes `begin` to `end` of a pattern.
SourcePlace PlaceInPattern(const RulePattern& pattern, uint32_t begin, uint32_t end);

}  // namespace telex
