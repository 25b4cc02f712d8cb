// --rules and --no-cache: where the rules are, and loading them with every mistake told.
//
// Shared by all commands that read rules.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "pipeline/rules/rule_cache.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

struct RulesOption {
  std::string directory;
  bool no_cache = false;
};

/// Adds `--rules DIR` and `--no-cache` to a command.
void AddRulesOption(CLI::App& command, RulesOption* option);

/// The directory that was given; else $TELEX_RULES, ./rules, the rules above the program's own
/// place, the rules it was built from: the first that exists. "" if there are none.
std::string FindRulesDirectory(const RulesOption& option);

/// Where compiled rules are kept: $TELEX_CACHE_DIR, else telex/ in $XDG_CACHE_HOME or ~/.cache. ""
/// with --no-cache, or where there is no home.
std::string FindCacheFolder(const RulesOption& option);

/// Loads the rules, and prints all mistakes to stderr (warnings too, unless `quiet`). No rules,
/// having said why, where they have errors, where there is none to load, or no rules directory.
CachedRules LoadRulesOrComplain(const RulesOption& option, bool quiet);

}  // namespace telex
