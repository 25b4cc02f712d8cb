// Stored rules: a RuleSet and its diagnostics as bytes, and back.
//
// For the program that made them only, and only where they are whole (rule_cache.h sees to both).
// Pure functions.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "pipeline/rules/diagnostic.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

std::string StoreRules(const RuleSet& rules, const Diagnostics& diagnostics);

/// The rules that `bytes` hold; their diagnostics are added to `diagnostics`. Nullptr where the
/// bytes are no rules.
std::shared_ptr<const RuleSet> RestoreRules(std::string_view bytes, Diagnostics& diagnostics);

}  // namespace telex
