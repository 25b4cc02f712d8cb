#include "pipeline/rules/regexes.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>

namespace telex {
namespace {

RE2::Options Quiet() {
  RE2::Options options;
  options.set_log_errors(false);
  return options;
}

}  // namespace

struct Regexes::Compiled {
  RE2::Set set{Quiet(), RE2::ANCHOR_BOTH};
  std::vector<std::unique_ptr<RE2>> single;  // for when the set runs out of memory
};

Regexes::Regexes() = default;
Regexes::~Regexes() = default;

RegexId Regexes::Add(const std::string& expression) {
  const auto found = std::find(expressions_.begin(), expressions_.end(), expression);
  if (found != expressions_.end())
    return RegexId(static_cast<size_t>(found - expressions_.begin()));
  if (expressions_.size() == kMostRegexes || !RE2(expression, Quiet()).ok()) return RegexId();
  expressions_.push_back(expression);
  return RegexId(expressions_.size() - 1);
}

void Regexes::Compile() {
  compiled_.reset();
  if (expressions_.empty()) return;
  auto compiled = std::make_unique<Compiled>();
  for (const std::string& expression : expressions_) {
    compiled->set.Add(expression, nullptr);
    compiled->single.push_back(std::make_unique<RE2>(expression, Quiet()));
  }
  compiled->set.Compile();
  compiled_ = std::move(compiled);
}

uint64_t Regexes::Match(std::string_view text) const {
  if (!compiled_) return 0;
  const re2::StringPiece piece(text.data(), text.size());
  uint64_t mask = 0;
  std::vector<int> matches;
  RE2::Set::ErrorInfo error{};
  if (compiled_->set.Match(piece, &matches, &error)) {
    for (const int match : matches) mask |= 1ull << match;
  } else if (error.kind != RE2::Set::kNoError) {
    for (size_t i = 0; i < compiled_->single.size(); ++i)
      if (RE2::FullMatch(piece, *compiled_->single[i])) mask |= 1ull << i;
  }
  return mask;
}

}  // namespace telex
