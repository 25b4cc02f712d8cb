// Suggest: "did you mean …", by edit distance. Pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace telex {

/// Edits (insert, delete, replace, swap of neighbours), in bytes, that make `a` into `b`.
size_t EditDistance(std::string_view a, std::string_view b);

/// The candidate nearest to `word`, or "" if none is near enough to be meant. The first of equals
/// wins.
std::string Nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace telex
