// The compiled cache: rules that were loaded once come back from one file, without their YAML.
//
// The key is a hash of every rule file's name and bytes, of the directory as it is called (messages
// say it) and of the build of the program, so a file is either exactly what loading would give or
// is not found. It is never needed: whatever is wrong with it, the rules are loaded from their
// YAML. Rules with errors are not kept; warnings are, and come back with them.
#pragma once

#include <memory>
#include <string>

#include "pipeline/rules/diagnostic.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

struct CachedRules {
  std::shared_ptr<const RuleSet> rules;
  bool from_cache = false;
};

/// As LoadRules, through the cache in `folder`. "" is no cache, and neither is a folder inside
/// `directory`, whose files would be rule files.
CachedRules LoadRulesCached(const std::string& directory, const std::string& folder,
                            Diagnostics& diagnostics);

}  // namespace telex
