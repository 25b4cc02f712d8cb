// What the commands of the program share: their exit codes and how each is added.
//
// One file a command. AddXxxCommand adds its subcommand with its options and a callback; the
// callback does the work and sets `*exit_code`. `exit_code` must outlive the parsing.
#pragma once

#include <CLI/CLI.hpp>

namespace telex {

enum ExitCode : int {
  kExitFine = 0,
  kExitFindings = 1,  // the command worked, and found something wrong with what it read
  kExitUsage = 2,     // wrong use, or input that cannot be read
  kExitInternal = 3,  // a bug of Telex
};

void AddAnnotateCommand(CLI::App& app, int* exit_code);
void AddCheckCommand(CLI::App& app, int* exit_code);
void AddExpandCommand(CLI::App& app, int* exit_code);
void AddExplainCommand(CLI::App& app, int* exit_code);
void AddRunCommand(CLI::App& app, int* exit_code);
void AddScoreCommand(CLI::App& app, int* exit_code);
void AddTestCommand(CLI::App& app, int* exit_code);

}  // namespace telex
