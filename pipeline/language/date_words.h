// What a single word is to the date grammar: a symbol (see grammars/date.h) and a value, worked out
// once per distinct word from rules/language/dates.yaml. Stateless.
#pragma once

#include <cstdint>
#include <string_view>

#include "grammars/date.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

struct DateWord {
  char symbol = 0;
  int32_t value = 0;
};

/// `folded` is `surface` in lower case; `mark` are the classes of a punctuation mark, 0 for a word.
DateWord DescribeDate(std::string_view surface, std::string_view folded, ClassSet mark,
                      const RuleSet& rules);

}  // namespace telex
