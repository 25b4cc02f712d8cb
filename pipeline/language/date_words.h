// What a single word is to the date grammar: a symbol and a value (grammars/date.h), worked out
// once per distinct word from rules/language/dates.yaml. Stateless.
#pragma once

#include <string_view>

#include "grammars/date.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

/// `folded` is `surface` in lower case; `mark` are the classes of a punctuation mark, 0 for a word.
DateInput DescribeDate(std::string_view surface, std::string_view folded, ClassSet mark,
                       const RuleSet& rules);

}  // namespace telex
