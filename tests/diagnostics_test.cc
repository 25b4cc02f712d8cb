// Messages, word for word. Each tests/diagnostics/NAME.yaml holds files ("# file: path" starts
// one), which are laid over the small rules of tests/diagnostics/base; NAME.txt is what an author
// must then read. TELEX_UPDATE=1 rewrites the .txt.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <unistd.h>

#include "pipeline/rules/diagnostic_codes.h"
#include "pipeline/rules/render.h"
#include "pipeline/rules/ruleset.h"
#include "pipeline/rules/suggest.h"
#include "tests/catch.h"

namespace telex {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = TELEX_SOURCE_DIR;

std::string ReadText(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

/// A copy of the base rules, gone with the object.
class RulesDirectory {
 public:
  RulesDirectory() {
    path_ = fs::temp_directory_path() / ("telex-diagnostics-" + std::to_string(getpid()));
    fs::remove_all(path_);
    fs::copy(kSource / "tests/diagnostics/base", path_, fs::copy_options::recursive);
  }
  ~RulesDirectory() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  void Lay(const std::string& files) {
    std::istringstream lines(files);
    std::ofstream out;
    for (std::string line; std::getline(lines, line);) {
      if (line.rfind("# file: ", 0) == 0) {
        out.close();
        out.open(path_ / line.substr(8), std::ios::binary);
      } else {
        out << line << '\n';
      }
    }
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string RenderAll(const fs::path& directory) {
  Diagnostics diagnostics;
  LoadRules(directory.string(), diagnostics);
  SourceLines sources;
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.all())
    text += RenderText(diagnostic, sources, false);
  const std::string prefix = directory.string() + "/";
  for (size_t at; (at = text.find(prefix)) != std::string::npos;) text.erase(at, prefix.size());
  return text;
}

std::vector<fs::path> Cases() {
  std::vector<fs::path> cases;
  for (const fs::directory_entry& entry : fs::directory_iterator(kSource / "tests/diagnostics"))
    if (entry.path().extension() == ".yaml") cases.push_back(entry.path());
  std::sort(cases.begin(), cases.end());
  return cases;
}

TEST_CASE("the base rules have no mistakes", "[diagnostics]") {
  CHECK(RenderAll(RulesDirectory().path()) == "");
}

TEST_CASE("messages are word for word", "[diagnostics]") {
  REQUIRE(!Cases().empty());
  for (const fs::path& one : Cases()) {
    INFO(one.filename().string());
    RulesDirectory directory;
    directory.Lay(ReadText(one));
    const std::string rendered = RenderAll(directory.path());
    fs::path golden = one;
    golden.replace_extension(".txt");
    if (std::getenv("TELEX_UPDATE") != nullptr) std::ofstream(golden, std::ios::binary) << rendered;
    CHECK(rendered == ReadText(golden));
  }
}

TEST_CASE("every code has its page and its golden", "[diagnostics]") {
  const std::string page = ReadText(kSource / "docs/diagnostics.md");
  std::string goldens;
  for (fs::path one : Cases()) goldens += ReadText(one.replace_extension(".txt"));
  // These cannot be had from a file of rules: an unreadable directory, and verdicts on examples
  // (examples_test).
  const std::set<std::string_view> elsewhere = {"R001", "E001", "E002", "E003", "E004"};
  std::set<std::string_view> seen;
  for (const DiagnosticCode& code : DiagnosticCodes()) {
    INFO(code.code);
    CHECK(seen.insert(code.code).second);
    CHECK(page.find("## " + std::string(code.code) + " " + std::string(code.title) + "\n") !=
          std::string::npos);
    if (elsewhere.count(code.code) == 0)
      CHECK(goldens.find("[" + std::string(code.code) + "]") != std::string::npos);
  }
  for (size_t at = 0; (at = goldens.find('[', at)) != std::string::npos; ++at) {
    const std::string code = goldens.substr(at + 1, 4);
    if (code.size() == 4 && code[0] == 'R' && isdigit(code[1]) != 0 && goldens[at + 5] == ']') {
      INFO(code);
      CHECK(FindDiagnosticCode(code) != nullptr);
    }
  }
}

TEST_CASE("a directory that is not there, and one that is empty", "[diagnostics]") {
  Diagnostics missing;
  CHECK(LoadRules("/nonexistent/rules", missing) == nullptr);
  REQUIRE(missing.all().size() == 1);
  CHECK(missing.all()[0].code == "R001");

  const fs::path empty = fs::temp_directory_path() / ("telex-empty-" + std::to_string(getpid()));
  fs::create_directories(empty);
  Diagnostics diagnostics;
  CHECK(LoadRules(empty.string(), diagnostics) == nullptr);
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].code == "R030");
  fs::remove_all(empty);
}

TEST_CASE("a caret fits under tabs and letters of several bytes", "[diagnostics]") {
  SourceLines sources;
  sources.Give("f", "\té: xyz\n");
  Diagnostic diagnostic{"R008", Severity::kWarning,        {"f", 1, 5, 3}, "m", "h",
                        "s",    {{{"f", 1, 2, 1}, "here"}}};
  CHECK(RenderText(diagnostic, sources, false) ==
        "f:1:5: warning[R008]: m\n"
        "  |\n1 | \té: xyz\n  | \t   ^^^\n"
        "  |\n1 | \té: xyz\n  | \t- here\n"
        "  = did you mean \"s\"?\n  = help: h\n");
  CHECK(RenderJson(diagnostic) ==
        "{\"file\":\"f\",\"line\":1,\"column\":5,\"length\":3,\"severity\":\"warning\",\"code\":"
        "\"R008\",\"message\":\"m\","
        "\"suggestion\":\"s\",\"help\":\"h\",\"labels\":[{\"file\":\"f\",\"line\":1,\"column\":2,"
        "\"length\":1,"
        "\"text\":\"here\"}]}");
  CHECK(RenderText(diagnostic, sources, true).find("\x1b[") != std::string::npos);
}

TEST_CASE("the nearest word is suggested, and nothing far away", "[diagnostics]") {
  const std::vector<std::string> words = {"sentence", "noun", "phrase", "never", "phone_call"};
  CHECK(Nearest("sentense", words) == "sentence");
  CHECK(Nearest("nuon", words) == "noun");
  CHECK(Nearest("phone-call", words) == "phone_call");
  CHECK(Nearest("xyz", words).empty());
  CHECK(EditDistance("ab", "ba") == 1);
}

}  // namespace
}  // namespace telex
