// Regexes: the `/expressions/` of patterns, each a bit in a word's mask.
//
//     const RegexId id = regexes.Add("[a-z]+");        // while rules load
//     bool matches = regexes.Match(id, "ministers");   // all of it
//
// A distinct word of a feed is asked once for each expression that meets it, which few do
// (WordTable::IsAny). Match may be called from any number of threads.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/rules/frame.h"

namespace re2 {
class RE2;
}

namespace telex {

inline constexpr size_t kMostRegexes = 64;  // a word's matches are one bit each

class Regexes {
 public:
  Regexes();
  ~Regexes();
  /// The expression's id. None where it does not compile or there is no bit left: the pattern
  /// parser reports both.
  RegexId Add(const std::string& expression);
  bool Match(RegexId id, std::string_view text) const;
  const std::string& expression(RegexId id) const { return expressions_[id.value()]; }
  const std::vector<std::string>& expressions() const { return expressions_; }

 private:
  std::vector<std::string> expressions_;
  std::vector<std::unique_ptr<re2::RE2>> compiled_;  // by RegexId
};

}  // namespace telex
