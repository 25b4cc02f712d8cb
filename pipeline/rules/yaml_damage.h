// YamlDamage: what to make of a line that the YAML parser stumbles over.
//
// The parser says "end of map not found"; an author needs "put the sentence in quotes, it contains
// a colon". This finds the line that is to blame (which may stand far above the place where the
// parser gave up), names the trap, and says which lines to leave out so that the rest of the file
// can be read. Used by yaml.cc only. Pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/rules/diagnostic.h"

namespace telex {

/// The lines of a file; a line that was given up on is empty.
using YamlLines = std::vector<std::string_view>;

YamlLines SplitYamlLines(std::string_view text);

struct YamlDamage {
  size_t line = 0;            // index of the line to blame
  size_t begin = 0, end = 0;  // lines to leave out
  Diagnostic diagnostic;      // without the file's name
};

/// `line` and `column` (bytes, from 0) are where the parser stopped, `message` is what it said.
YamlDamage ExplainYamlError(const YamlLines& lines, size_t line, size_t column,
                            std::string_view message);

/// Finds a quote that is never closed. The parser of yaml-cpp 0.7 takes it to the end of the file
/// without a word.
bool HasOpenQuote(const YamlLines& lines, size_t& line);

/// Code points in the first `bytes` bytes of `line`.
uint32_t CodePointsBefore(std::string_view line, size_t bytes);

}  // namespace telex
