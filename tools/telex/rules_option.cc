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

}  // namespace

void AddRulesOption(CLI::App& command, std::string* directory) {
  command
      .add_option("--rules", *directory,
                  "The rules directory (default: $TELEX_RULES, ./rules, or Telex's own)")
      ->type_name("DIR");
}

std::string FindRulesDirectory(const std::string& given) {
  if (!given.empty()) return given;
  if (const char* named = std::getenv("TELEX_RULES"); named != nullptr && *named != '\0')
    return named;
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

std::shared_ptr<const RuleSet> LoadRulesOrComplain(const std::string& given, bool quiet) {
  const std::string directory = FindRulesDirectory(given);
  if (directory.empty()) {
    Complain("no rules found; name their directory with --rules DIR");
    return nullptr;
  }
  Diagnostics diagnostics;
  auto rules = LoadRules(directory, diagnostics);
  SourceLines sources;
  for (const Diagnostic& d : diagnostics.all()) {
    if (d.severity == Severity::kError || !quiet)
      std::fputs((RenderText(d, sources, HasColor()) + "\n").c_str(), stderr);
  }
  if (rules == nullptr) {
    Complain("no rules in " + directory + "; --rules DIR or $TELEX_RULES names their directory");
    return nullptr;
  }
  if (diagnostics.HasErrors()) {
    Complain("the rules in " + directory + " have errors; nothing was run");
    return nullptr;
  }
  if (rules->rules.empty()) {
    Complain("there is no rule in " + directory);
    return nullptr;
  }
  return rules;
}

}  // namespace telex
