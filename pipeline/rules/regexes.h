// Regexes: the `/expressions/` of patterns, each a bit in a word's mask.
//
//     const RegexId id = regexes.Add("[a-z]+");   // while rules load
//     regexes.Compile();
//     uint64_t mask = regexes.Match("ministers"); // bit i: the i-th expression matches all of it
//
// All expressions run at once (RE2::Set), once per distinct word of a feed. Match may be called
// from any number of threads once Compile was.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/rules/frame.h"

namespace telex {

inline constexpr size_t kMostRegexes = 64;  // a word's matches are one bit each

class Regexes {
 public:
  Regexes();
  ~Regexes();
  /// The expression's id. None where it does not compile or there is no bit left: the pattern
  /// parser reports both.
  RegexId Add(const std::string& expression);
  void Compile();
  uint64_t Match(std::string_view text) const;
  const std::string& expression(RegexId id) const { return expressions_[id.value()]; }
  const std::vector<std::string>& expressions() const { return expressions_; }

 private:
  struct Compiled;
  std::vector<std::string> expressions_;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace telex
