#include "pipeline/rules/yaml.h"

#include <yaml-cpp/anchor.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <utility>

#include "pipeline/rules/yaml_damage.h"
#include "pipeline/text/utf8.h"

namespace telex {
namespace {

/// After so many syntax errors a file is given up: it is probably no YAML at all.
constexpr int kMostErrors = 20;

/// Builds the tree from the parser's events. The document API of yaml-cpp would hide duplicate
/// keys.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const std::string& path, const YamlLines& lines) : path_(path), lines_(lines) {}

  YamlNode root;
  Diagnostics diagnostics;

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    YamlNode node = NodeAt(mark, YamlNode::Kind::kNull);
    // "null" and "~" are words like any other.
    const std::string_view rest = RestAt(mark);
    if (const size_t size = rest.substr(0, 1) == "~" ? 1 : EqualsNull(rest) ? 4 : 0; size != 0) {
      node.kind = YamlNode::Kind::kText;
      node.text = std::string(rest.substr(0, size));
      node.length = static_cast<uint32_t>(size);
    }
    Put(std::move(node), anchor);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    YamlNode node = NodeAt(mark, YamlNode::Kind::kText);
    node.text = value;
    Measure(mark, node);
    if (tag != "?" && tag != "!" && !tag.empty())
      Report("R004", node, "a value that starts with ! needs quotes", "YAML takes ! for a type");
    Put(std::move(node), anchor);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    used_.insert_or_assign(anchor, true);
    auto found = anchors_.find(anchor);
    YamlNode node = found == anchors_.end() ? NodeAt(mark, YamlNode::Kind::kNull) : found->second;
    Put(std::move(node), 0);
  }

  void OnAnchor(const YAML::Mark& mark, const std::string& name) override {
    pending_anchor_ = NodeAt(mark, YamlNode::Kind::kText);
    pending_anchor_.text = name;
    pending_anchor_.length = static_cast<uint32_t>(name.size() + 1);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    Open(NodeAt(mark, YamlNode::Kind::kList), anchor);
  }
  void OnSequenceEnd() override { Close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    Open(NodeAt(mark, YamlNode::Kind::kMap), anchor);
  }
  void OnMapEnd() override { Close(); }

  void Finish() {
    for (const auto& [anchor, name] : anchor_names_) {
      if (used_.count(anchor) != 0) continue;
      Report("R004", name, "a value that starts with & needs quotes",
             "YAML takes &" + name.text + " for the name of an anchor, and nothing refers to it");
    }
  }

 private:
  struct Level {
    YamlNode node;
    YamlNode key;
    bool has_key = false;
    bool repeated = false;
    YAML::anchor_t anchor = 0;
  };

  static bool EqualsNull(std::string_view rest) {
    const std::string_view word = rest.substr(0, 4);
    const bool ends =
        rest.size() == 4 ||
        (rest.size() > 4 && std::string_view(" \r,]}:").find(rest[4]) != std::string_view::npos);
    return ends && (word == "null" || word == "Null" || word == "NULL");
  }

  std::string_view LineAt(const YAML::Mark& mark) const {
    const size_t line = mark.line < 0 ? 0 : static_cast<size_t>(mark.line);
    return line < lines_.size() ? lines_[line] : std::string_view();
  }
  std::string_view RestAt(const YAML::Mark& mark) const {
    const std::string_view line = LineAt(mark);
    return line.substr(std::min(static_cast<size_t>(std::max(0, mark.column)), line.size()));
  }

  YamlNode NodeAt(const YAML::Mark& mark, YamlNode::Kind kind) {
    YamlNode node;
    node.kind = kind;
    node.line = static_cast<uint32_t>(std::max(0, mark.line)) + 1;
    node.column = ColumnAt(mark);
    return node;
  }

  /// Nodes come from left to right: counting goes on where it stopped, so that all columns of a
  /// line cost no more than its length.
  uint32_t ColumnAt(const YAML::Mark& mark) {
    const auto bytes = static_cast<size_t>(std::max(0, mark.column));
    if (mark.line != counted_.line || bytes < counted_.bytes) counted_ = {mark.line, 0, 0};
    const std::string_view line = LineAt(mark);
    counted_.code_points += CodePointsBefore(line.substr(std::min(counted_.bytes, line.size())),
                                             bytes - counted_.bytes);
    counted_.bytes = bytes;
    return counted_.code_points + 1;
  }

  /// Sets length and start of a text; warns of a `#` that cuts a sentence in two.
  void Measure(const YAML::Mark& mark, YamlNode& node) {
    const std::string_view rest = RestAt(mark);
    const uint32_t size = CodePointsBefore(node.text, node.text.size());
    node.length = std::max<uint32_t>(1, size);
    if (rest.empty()) return;
    if (rest[0] == '"' || rest[0] == '\'') {
      node.inner = 1;
      node.length += 2;
    } else if ((rest[0] == '|' || rest[0] == '>') &&
               rest.substr(0, node.text.size()) != node.text) {
      MeasureBlock(node);
    } else if (rest.substr(0, node.text.size()) == node.text) {
      const std::string_view after = rest.substr(node.text.size());
      const size_t hash = after.find_first_not_of(' ');
      if (hash != std::string_view::npos && hash > 0 && after[hash] == '#' &&
          hash + 1 < after.size() && after[hash + 1] != ' ' && after[hash + 1] != '#') {
        Diagnostic warning{"R015", Severity::kWarning, {path_, node.line, 0, 1}, "", "", "", {}};
        warning.place.column = node.column + size + static_cast<uint32_t>(hash);
        warning.message = "the text ends here: YAML takes \" #\" for the start of a comment";
        warning.help = "put the whole value in quotes, or a blank after # if it is a comment";
        diagnostics.Add(std::move(warning));
      }
    }
  }

  /// A text of several lines starts on the line below `|` or `>`.
  void MeasureBlock(YamlNode& node) const {
    for (size_t i = node.line; i < lines_.size(); ++i) {
      const size_t at = lines_[i].find_first_not_of(' ');
      if (at == std::string_view::npos) continue;
      node.line = static_cast<uint32_t>(i + 1);
      node.column = static_cast<uint32_t>(at + 1);
      node.length = CodePointsBefore(lines_[i].substr(at), lines_[i].size());
      return;
    }
  }

  void Report(std::string_view code, const YamlNode& at, std::string message, std::string help) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.place = {path_, at.line, at.column, at.length};
    diagnostic.message = std::move(message);
    diagnostic.help = std::move(help);
    diagnostics.Add(std::move(diagnostic));
  }

  void Open(YamlNode node, YAML::anchor_t anchor) {
    Level level;
    level.node = std::move(node);
    level.anchor = anchor;
    levels_.push_back(std::move(level));
    Remember(anchor);
  }
  void Close() {
    Level level = std::move(levels_.back());
    levels_.pop_back();
    Put(std::move(level.node), level.anchor, true);
  }
  void Remember(YAML::anchor_t anchor) {
    if (anchor != 0 && anchor_names_.count(anchor) == 0) anchor_names_[anchor] = pending_anchor_;
  }

  void Put(YamlNode node, YAML::anchor_t anchor, bool was_open = false) {
    if (anchor != 0) {
      if (!was_open) Remember(anchor);
      anchors_[anchor] = node;
    }
    if (levels_.empty()) {
      root = std::move(node);
      return;
    }
    Level& level = levels_.back();
    if (level.node.is_list()) {
      level.node.items.push_back(std::move(node));
    } else if (!level.has_key) {
      PutKey(level, std::move(node));
    } else {
      if (!level.repeated) level.node.entries.push_back({std::move(level.key), std::move(node)});
      level.has_key = false;
      level.repeated = false;
    }
  }

  void PutKey(Level& level, YamlNode key) {
    level.has_key = true;
    if (!key.is_text()) {
      Report("R010", key, "a key must be a word", "write `key: value`");
      level.repeated = true;  // its value goes nowhere
      return;
    }
    if (key.text == "<<") {
      Report("R012", key, "merge keys (`<<`) are not read", "write the keys out, or use a $list");
      level.repeated = true;
      return;
    }
    for (const YamlEntry& entry : level.node.entries) {
      if (entry.key.text != key.text) continue;
      Report("R007", key, "the key \"" + key.text + "\" stands twice",
             "YAML keeps only one of them; join the two, or write a list");
      diagnostics.last().labels.push_back(
          {{path_, entry.key.line, entry.key.column, entry.key.length}, "the first one is here"});
      level.repeated = true;
      return;
    }
    level.key = std::move(key);
  }

  const std::string& path_;
  const YamlLines& lines_;
  std::vector<Level> levels_;
  std::map<YAML::anchor_t, YamlNode> anchors_;
  std::map<YAML::anchor_t, YamlNode> anchor_names_;
  std::map<YAML::anchor_t, bool> used_;
  YamlNode pending_anchor_;
  struct {
    int line = -1;
    size_t bytes = 0;
    uint32_t code_points = 0;
  } counted_;
};

std::string Join(const YamlLines& lines) {
  std::string text;
  for (const std::string_view line : lines) text.append(line).push_back('\n');
  return text;
}

void CheckBytes(const std::string& path, YamlLines& lines, Diagnostics& diagnostics) {
  if (!lines.empty() && lines[0].substr(0, 3) == "\xEF\xBB\xBF") lines[0].remove_prefix(3);
  for (size_t i = 0; i < lines.size(); ++i) {
    if (IsValidUtf8(lines[i])) continue;
    Diagnostic diagnostic;
    diagnostic.code = "R013";
    diagnostic.place = {path, static_cast<uint32_t>(i + 1), 1, 1};
    diagnostic.message = "this line is not UTF-8";
    diagnostic.help = "save the file as UTF-8";
    diagnostics.Add(std::move(diagnostic));
    lines[i] = std::string_view();
  }
}

}  // namespace

const YamlNode* YamlNode::Find(std::string_view key) const {
  for (const YamlEntry& entry : entries)
    if (entry.key.text == key) return &entry.value;
  return nullptr;
}

namespace {

/// Parses `lines` into `builder`; true if that worked, else `damage` says what is wrong.
bool TryParse(const YamlLines& lines, TreeBuilder& builder, YamlDamage& damage) {
  size_t open_quote = 0;
  if (HasOpenQuote(lines, open_quote)) {
    damage = ExplainYamlError(lines, open_quote, 0, "");
    return false;
  }
  try {
    std::istringstream stream(Join(lines));
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    return true;
  } catch (const YAML::Exception& error) {
    const size_t line = static_cast<size_t>(std::max(0, error.mark.line));
    damage = ExplainYamlError(lines, line, static_cast<size_t>(std::max(0, error.mark.column)),
                              error.msg);
    return false;
  }
}

}  // namespace

YamlFile ParseYaml(std::string path, std::string_view text, Diagnostics& diagnostics) {
  YamlFile file;
  file.path = std::move(path);
  YamlLines lines = SplitYamlLines(text);
  CheckBytes(file.path, lines, diagnostics);
  for (int errors = 0; errors <= kMostErrors; ++errors) {
    TreeBuilder builder(file.path, lines);
    YamlDamage damage;
    if (TryParse(lines, builder, damage)) {
      builder.Finish();
      file.root = std::move(builder.root);
      for (const Diagnostic& diagnostic : builder.diagnostics.all()) diagnostics.Add(diagnostic);
      return file;
    }
    file.damaged = true;
    damage.diagnostic.place.file = file.path;
    diagnostics.Add(std::move(damage.diagnostic));
    bool changed = false;
    for (size_t i = damage.begin; i < damage.end && i < lines.size(); ++i) {
      changed = changed || !lines[i].empty();
      lines[i] = std::string_view();
    }
    if (!changed) break;  // nothing left to leave out
  }
  return file;
}

}  // namespace telex
