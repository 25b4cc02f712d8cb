// telex expand: the voices in which a rule's patterns are found, one line each.
//
// Exit: 0 shown, 2 no such rule.

#include <memory>
#include <string>

#include "pipeline/explain/voices.h"
#include "pipeline/explain/why_not.h"
#include "tools/telex/command.h"
#include "tools/telex/output.h"
#include "tools/telex/rules_option.h"
#include "tools/telex/terminal.h"

namespace telex {
namespace {

struct ExpandOptions {
  std::string rule;
  RulesOption rules;
  bool json = false;
};

int Expand(const ExpandOptions& options) {
  const auto rules = LoadRulesOrComplain(options.rules, true).rules;
  if (rules == nullptr) return kExitUsage;
  const auto rule = FindRuleOrNearest(*rules, options.rule);
  if (!rule) {
    Complain(rule.error());
    return kExitUsage;
  }
  auto output = Output::Open("-");
  const std::vector<Table> tables = ExpandRule(*rules, *rule);
  if (options.json) {
    output->Write(TablesJson(tables));
  } else {
    for (const Table& table : tables)
      output->Write(TableText(table, HasColorOut(), "this pattern gives no frame"));
    output->Write(
        "-ed and -ing are the verb's participles; words of a pattern match in any form.\n");
  }
  if (output->Finish() || output->reader_left()) return kExitFine;
  Complain(output->failure());
  return kExitUsage;
}

}  // namespace

void AddExpandCommand(CLI::App& app, int* exit_code) {
  auto options = std::make_shared<ExpandOptions>();
  CLI::App* command = app.add_subcommand("expand", "Show the voices in which a rule is found");
  command->add_option("rule", options->rule, "The rule: phone_call/hold-call, or hold-call")
      ->type_name("RULE")
      ->required();
  AddRulesOption(*command, &options->rules);
  command->add_flag("--json", options->json, "One JSON object: each pattern with its voices");
  command->callback([options, exit_code] { *exit_code = Expand(*options); });
}

}  // namespace telex
