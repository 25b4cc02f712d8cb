// The program `telex`: finds the command, and turns whatever happens into an exit code.

#include <algorithm>
#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "pipeline/rules/suggest.h"
#include "tools/telex/command.h"
#include "tools/telex/heap.h"
#include "tools/telex/terminal.h"

namespace telex {
namespace {

/// "telex rnu": CLI11 would call the word unexpected, and not say which word was meant.
bool ReportUnknownCommand(const CLI::App& app, int argc, char** argv) {
  if (argc < 2 || argv[1][0] == '-') return false;
  const std::string word = argv[1];
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) {
    if (command->check_name(word)) return false;
    names.push_back(command->get_name());
  }
  const std::string nearest = Nearest(word, names);
  Complain("there is no command \"" + word + "\"" +
           (nearest.empty() ? "; `telex --help` lists them"
                            : "; did you mean `telex " + nearest + "`?"));
  return true;
}

/// The names that people write: "--rules", "-j".
std::vector<std::string> OptionNames(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    for (const std::string& name : option->get_snames()) names.push_back("-" + name);
  }
  return names;
}

/// What is wrong with the arguments, in words that say what to write instead.
void ReportUsage(const CLI::App& app, const CLI::ParseError& error) {
  const std::vector<CLI::App*> commands = app.get_subcommands();
  const CLI::App& command = commands.empty() ? app : *commands.front();
  const std::string call = commands.empty() ? "telex" : "telex " + command.get_name();
  const std::string see = "; see `" + call + " --help`";
  const std::vector<std::string> rest = app.remaining(true);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && !rest.empty()) {
    const auto option = std::find_if(rest.begin(), rest.end(),
                                     [](const std::string& one) { return one[0] == '-'; });
    const std::string& word = option == rest.end() ? rest.front() : *option;
    if (word.size() > 1 && word[0] == '-') {
      const std::string name = word.substr(0, word.find('='));
      const std::vector<std::string> names = OptionNames(command);
      const std::string nearest = name.size() > 2 ? Nearest(name, names) : "";
      if (std::find(names.begin(), names.end(), name) != names.end())
        Complain("options stand behind the command: `" + call + " " + name + " …`");
      else
        Complain("`" + call + "` has no option " + name +
                 (nearest.empty() ? see : "; did you mean " + nearest + "?"));
    } else {
      Complain("\"" + word + "\" is one word too many for `" + call +
               "`; what has blanks in it needs quotes");
    }
  } else if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr) {
    Complain("`" + call + "`: a number was expected; " + error.what() + see);
  } else {
    Complain("`" + call + "`: " + error.what() + see);
  }
}

int Main(int argc, char** argv) {
  // A reader that goes away (`telex run … | head`) shows as a failed write, which ends the command
  // quietly.
  std::signal(SIGPIPE, SIG_IGN);
  SetUpMessages();
  PutHeapOnHugePages();

  CLI::App app("Telex turns wire copy into event records.", "telex");
  app.set_version_flag("--version", "telex " TELEX_VERSION);
  app.require_subcommand(0, 1);
  app.footer(
      "Exit codes: 0 fine, 1 findings, 2 wrong use or unreadable input, 3 a bug of Telex.\n"
      "`telex COMMAND --help` says more.");
  int exit_code = kExitFine;
  AddRunCommand(app, &exit_code);
  AddAnnotateCommand(app, &exit_code);
  AddCheckCommand(app, &exit_code);
  AddExplainCommand(app, &exit_code);
  AddExpandCommand(app, &exit_code);
  AddTestCommand(app, &exit_code);
  AddScoreCommand(app, &exit_code);

  if (ReportUnknownCommand(app, argc, argv)) return kExitUsage;
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // --help, --version
    ReportUsage(app, error);
    return kExitUsage;
  }
  if (app.get_subcommands().empty()) std::fputs(app.help().c_str(), stdout);
  return exit_code;
}

}  // namespace
}  // namespace telex

int main(int argc, char** argv) {
  try {
    return telex::Main(argc, argv);
  } catch (const std::bad_alloc&) {
    telex::Complain("out of memory");
  } catch (const std::exception& error) {
    telex::Complain(std::string("internal error, please report it: ") + error.what());
  }
  return telex::kExitInternal;
}
