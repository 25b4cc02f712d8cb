// --rules: where the rules are, and loading them with every mistake told.
//
// Shared by all commands that read rules.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "pipeline/rules/ruleset.h"

namespace telex {

/// Adds `--rules DIR` to a command.
void AddRulesOption(CLI::App& command, std::string* directory);

/// `given`, if not empty; else $TELEX_RULES, ./rules, the rules above the program's own place, the
/// rules it was built from: the first that exists. "" if there are none.
std::string FindRulesDirectory(const std::string& given);

/// Loads the rules, and prints all mistakes to stderr (warnings too, unless `quiet`). Returns
/// nullptr, having said why, where they have errors, where there is none to load, or no rules
/// directory.
std::shared_ptr<const RuleSet> LoadRulesOrComplain(const std::string& given, bool quiet);

}  // namespace telex
