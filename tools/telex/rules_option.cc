#include "tools/telex/rules_option.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "pipeline/rules/render.h"
#include "tools/telex/terminal.h"

namespace telex {
namespace {

namespace fs = std::filesystem;

/// A directory of that name alone is not enough: `rules` is a common name.
bool HoldsRules(const fs::path& directory) {
  std::error_code error;
  return fs::is_regular_file(directory / "ontology.yaml", error);
}

std::string Environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

void AddRulesOption(CLI::App& command, RulesOption* option) {
  command
      .add_option("--rules", option->directory,
                  "The rules directory (default: $TELEX_RULES, ./rules, or Telex's own)")
      ->type_name("DIR");
  command.add_flag(
      "--no-cache", option->no_cache,
      "Compile the rules anew, and keep nothing in $TELEX_CACHE_DIR or ~/.cache/telex");
}

std::string FindRulesDirectory(const RulesOption& option) {
  if (!option.directory.empty()) return option.directory;
  if (std::string named = Environment("TELEX_RULES"); !named.empty()) return named;
  if (HoldsRules("rules")) return "rules";
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  for (fs::path above = program.parent_path(); !error && above.has_relative_path();
       above = above.parent_path()) {
    if (HoldsRules(above / "rules")) return (above / "rules").string();
  }
  const fs::path source = fs::path(TELEX_SOURCE_DIR) / "rules";
  return HoldsRules(source) ? source.string() : std::string();
}

std::string FindCacheFolder(const RulesOption& option) {
  if (option.no_cache) return "";
  if (std::string named = Environment("TELEX_CACHE_DIR"); !named.empty()) return named;
  if (const std::string caches = Environment("XDG_CACHE_HOME"); fs::path(caches).is_absolute())
    return caches + "/telex";
  const std::string home = Environment("HOME");
  return fs::path(home).is_absolute() ? home + "/.cache/telex" : "";
}

CachedRules LoadRulesOrComplain(const RulesOption& option, bool quiet) {
  const std::string directory = FindRulesDirectory(option);
  if (directory.empty()) {
    Complain("no rules found; name their directory with --rules DIR");
    return {};
  }
  Diagnostics diagnostics;
  CachedRules loaded = LoadRulesCached(directory, FindCacheFolder(option), diagnostics);
  SourceLines sources;
  for (const Diagnostic& d : diagnostics.all()) {
    if (d.severity == Severity::kError || !quiet)
      std::fputs((RenderText(d, sources, HasColor()) + "\n").c_str(), stderr);
  }
  if (loaded.rules == nullptr) {
    Complain("no rules in " + directory + "; --rules DIR or $TELEX_RULES names their directory");
    return {};
  }
  if (diagnostics.HasErrors()) {
    Complain("the rules in " + directory + " have errors; nothing was run");
    return {};
  }
  if (loaded.rules->rules.empty()) {
    Complain("there is no rule in " + directory);
    return {};
  }
  // The process ends with them: to take millions of objects apart first would be time lost.
  static const auto* const kept = new std::shared_ptr<const RuleSet>(loaded.rules);
  static_cast<void>(kept);
  return loaded;
}

}  // namespace telex
