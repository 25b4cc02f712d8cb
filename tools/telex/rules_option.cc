#include "tools/telex/rules_option.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "tools/telex/terminal.h"

namespace telex {
namespace {

namespace fs = std::filesystem;

/// A directory of that name alone is not enough: `rules` is a common name.
bool HoldsRules(const fs::path& directory) {
  std::error_code error;
  return fs::is_regular_file(directory / "ontology.yaml", error);
}

/// The mistake and its advice, a line each.
std::string Lines(const Diagnostic& d) {
  std::string lines = d.place.file + ":";
  if (d.place.line > 0) {
    lines += std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + ":";
  }
  lines += d.severity == Severity::kError ? " error: " : " warning: ";
  lines.append(d.message).append(" [").append(d.code).append("]\n");
  if (!d.suggestion.empty()) lines.append("    ").append(d.suggestion).append("\n");
  if (!d.help.empty()) lines.append("    ").append(d.help).append("\n");
  return lines;
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
  diagnostics.Sort();
  for (const Diagnostic& d : diagnostics.all()) {
    if (d.severity == Severity::kError || !quiet) std::fputs(Lines(d).c_str(), stderr);
  }
  if (rules == nullptr || diagnostics.HasErrors()) {
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
