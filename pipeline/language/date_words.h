// What a single word is to the date grammar: a symbol and a value (grammars/date.h), worked out
// once per distinct word from rules/language/dates.yaml. Stateless.
#pragma once

#include <string_view>

#include "grammars/date.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

/// `folded` is `surface` in lower case, `flags` are its SpellingFlags, `term` is what the
/// vocabulary knows it as.
DateInput DescribeDate(std::string_view surface, std::string_view folded, uint16_t flags,
                       TermId term, const RuleSet& rules);

/// What a punctuation mark is to the grammar.
DateInput DescribeDateMark(ClassSet mark);

}  // namespace telex
