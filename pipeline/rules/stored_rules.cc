#include "pipeline/rules/stored_rules.h"

#include "pipeline/rules/diagnostic_codes.h"
#include "pipeline/rules/packing.h"

namespace telex {

/// The code of a diagnostic points into the table of all codes.
template <>
struct Packing<std::string_view> {
  static void Put(Packer& packer, std::string_view code) { packer.Put(std::string(code)); }
  static void Take(Unpacker& unpacker, std::string_view& code) {
    std::string text;
    unpacker.Take(text);
    const DiagnosticCode* known = FindDiagnosticCode(text);
    if (known != nullptr)
      code = known->code;
    else
      unpacker.Fail();
  }
};

template <>
struct Packing<TermSet> {
  static void Put(Packer& packer, const TermSet& set) {
    packer.Put(std::vector<TermId>(set.begin(), set.end()));
  }
  static void Take(Unpacker& unpacker, TermSet& set) {
    std::vector<TermId> terms;
    unpacker.Take(terms);
    for (const TermId term : terms) set.insert(term);
  }
};

/// Built anew: it is soon done, and they point to the phrases of their rules.
template <>
struct Packing<PatternKeys> {
  static void Put(Packer&, const PatternKeys&) {}
  static void Take(Unpacker&, PatternKeys&) {}
};

template <>
struct Packing<Regexes> {
  static void Put(Packer& packer, const Regexes& regexes) { packer.Put(regexes.expressions()); }
  static void Take(Unpacker& unpacker, Regexes& regexes) {
    std::vector<std::string> expressions;
    unpacker.Take(expressions);
    for (const std::string& expression : expressions) regexes.Add(expression);
  }
};

std::string StoreRules(const RuleSet& rules, const Diagnostics& diagnostics) {
  Packer packer;
  packer.Put(rules);
  packer.Put(diagnostics.all());
  return packer.Finish();
}

std::shared_ptr<const RuleSet> RestoreRules(std::string_view bytes, Diagnostics& diagnostics) {
  auto rules = std::make_shared<RuleSet>();
  std::vector<Diagnostic> warnings;
  Unpacker unpacker(bytes);
  unpacker.Take(*rules);
  unpacker.Take(warnings);
  if (!unpacker.finished()) return nullptr;
  rules->keys.Build(*rules);
  for (Diagnostic& warning : warnings) diagnostics.Add(std::move(warning));
  return rules;
}

}  // namespace telex
