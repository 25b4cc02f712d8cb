#include "pipeline/rules/regexes.h"

#include <re2/re2.h>

#include <algorithm>

namespace telex {

Regexes::Regexes() = default;
Regexes::~Regexes() = default;

RegexId Regexes::Add(const std::string& expression) {
  const auto found = std::find(expressions_.begin(), expressions_.end(), expression);
  if (found != expressions_.end())
    return RegexId(static_cast<size_t>(found - expressions_.begin()));
  if (expressions_.size() == kMostRegexes) return RegexId();
  RE2::Options options;
  options.set_log_errors(false);
  auto compiled = std::make_unique<RE2>(expression, options);
  if (!compiled->ok()) return RegexId();
  expressions_.push_back(expression);
  compiled_.push_back(std::move(compiled));
  return RegexId(expressions_.size() - 1);
}

bool Regexes::Match(RegexId id, std::string_view text) const {
  return RE2::FullMatch({text.data(), text.size()}, *compiled_[id.value()]);
}

}  // namespace telex
