#include "pipeline/rules/rule_cache.h"

#include <filesystem>
#include <optional>
#include <system_error>

#include "pipeline/rules/cache_folder.h"
#include "pipeline/rules/hasher.h"
#include "pipeline/rules/load.h"
#include "pipeline/rules/program_id.h"
#include "pipeline/rules/stored_rules.h"

namespace telex {
namespace {

bool IsInside(const std::string& folder, const std::string& directory) {
  std::error_code error;
  const auto path = std::filesystem::weakly_canonical(folder, error);
  const auto above = std::filesystem::weakly_canonical(directory, error);
  return error ||
         std::mismatch(above.begin(), above.end(), path.begin(), path.end()).first == above.end();
}

std::optional<uint64_t> KeyOf(const RuleFiles& files) {
  const std::optional<uint64_t> program = ProgramId();
  if (!program) return std::nullopt;
  Hasher hasher;
  hasher.Add(HexOf(*program));
  hasher.Add(files.directory());
  hasher.Add(files.Hash());
  return hasher.value();
}

}  // namespace

CachedRules LoadRulesCached(const std::string& directory, const std::string& folder,
                            Diagnostics& diagnostics) {
  const RuleFiles files = RuleFiles::Read(directory, diagnostics);
  std::optional<uint64_t> key;
  if (!folder.empty() && diagnostics.all().empty() && !IsInside(folder, directory))
    key = KeyOf(files);
  if (!key) return {CompileRules(files, diagnostics)};
  const CacheFolder cache(folder);
  if (const std::optional<std::string> bytes = cache.Read(*key))
    if (auto rules = RestoreRules(*bytes, diagnostics)) return {std::move(rules), true};
  auto rules = CompileRules(files, diagnostics);
  if (rules != nullptr && !diagnostics.HasErrors())
    cache.Write(*key, StoreRules(*rules, diagnostics));
  return {std::move(rules)};
}

}  // namespace telex
