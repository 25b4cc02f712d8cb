#include "pipeline/rules/yaml_map.h"

#include <algorithm>
#include <utility>

#include "pipeline/rules/suggest.h"

namespace telex {
namespace {

const std::vector<YamlNode>& NoItems() {
  static const std::vector<YamlNode> none;
  return none;
}
const std::vector<YamlEntry>& NoEntries() {
  static const std::vector<YamlEntry> none;
  return none;
}

std::string_view NameOf(YamlNode::Kind kind) {
  switch (kind) {
    case YamlNode::Kind::kNull:
      return "nothing";
    case YamlNode::Kind::kText:
      return "a text";
    case YamlNode::Kind::kList:
      return "a list";
    case YamlNode::Kind::kMap:
      return "a map";
  }
  return "";
}

Diagnostic& Add(Diagnostics& diagnostics, std::string_view code, SourcePlace place,
                std::string message, std::string help) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.place = std::move(place);
  diagnostic.message = std::move(message);
  diagnostic.help = std::move(help);
  diagnostics.Add(std::move(diagnostic));
  return diagnostics.last();
}

}  // namespace

YamlMap::YamlMap(const YamlFile& file, const YamlNode& node, std::string owner,
                 Diagnostics& diagnostics)
    : file_(file), node_(node), owner_(std::move(owner)), diagnostics_(diagnostics) {
  if (!node.is_map() && !(node.is_null() && file.damaged))
    Error("R010", node, "expected `key: value` pairs, found " + std::string(NameOf(node.kind)));
}

Diagnostic& YamlMap::Error(std::string_view code, const YamlNode& node, std::string message,
                           std::string help) {
  return Add(diagnostics_, code, file_.PlaceOf(node), owner_ + ": " + std::move(message),
             std::move(help));
}

const YamlNode* YamlMap::Find(std::string_view key) {
  const bool asked = std::find(known_.begin(), known_.end(), key) != known_.end();
  if (!asked) known_.emplace_back(key);
  for (const YamlEntry& entry : node_.entries) {
    if (entry.key.text != key) continue;
    if (!entry.value.is_null()) return &entry.value;
    if (!asked && !file_.damaged)
      Error("R011", entry.key, "\"" + entry.key.text + "\" is empty",
            "give it a value or take the key out; a value that starts with # needs quotes");
    return nullptr;
  }
  return nullptr;
}

const YamlNode* YamlMap::FindOrEmpty(std::string_view key) {
  if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.emplace_back(key);
  return node_.Find(key);
}

std::string YamlMap::Text(std::string_view key) {
  const YamlNode* value = Find(key);
  if (value == nullptr) return "";
  if (value->is_text()) return value->text;
  Error("R010", *value,
        "\"" + std::string(key) + "\" must be a text, not " + std::string(NameOf(value->kind)),
        value->is_map() ? "a text that contains \": \" or starts with { needs quotes" : "");
  return "";
}

std::string YamlMap::Require(std::string_view key) {
  const bool there = std::any_of(node_.entries.begin(), node_.entries.end(),
                                 [&](const YamlEntry& entry) { return entry.key.text == key; });
  if (!there && node_.is_map())
    Error("R009", node_, "the key \"" + std::string(key) + "\" is missing");
  return Text(key);
}

std::vector<const YamlNode*> YamlMap::Texts(std::string_view key) {
  const YamlNode* value = Find(key);
  if (value == nullptr) return {};
  return TextsOf(file_, *value, owner_, key, diagnostics_);
}

std::vector<std::string> YamlMap::Words(std::string_view key) {
  std::vector<std::string> words;
  for (const YamlNode* text : Texts(key)) words.push_back(text->text);
  return words;
}

bool YamlMap::Flag(std::string_view key, bool otherwise) {
  const YamlNode* value = Find(key);
  if (value == nullptr) return otherwise;
  if (value->is_text())
    if (const std::optional<bool> flag = ParseFlag(value->text)) return *flag;
  Error("R014", *value, "\"" + std::string(key) + "\" must be true or false");
  return otherwise;
}

std::optional<size_t> YamlMap::Choice(std::string_view key,
                                      const std::vector<std::string>& allowed) {
  const YamlNode* value = Find(key);
  if (value == nullptr) return std::nullopt;
  const std::string text = Text(key);
  if (!value->is_text()) return std::nullopt;
  for (size_t i = 0; i < allowed.size(); ++i)
    if (allowed[i] == text) return i;
  std::string list;
  for (const std::string& one : allowed) list += (list.empty() ? "" : ", ") + one;
  Error("R014", *value, "\"" + text + "\" is no value of \"" + std::string(key) + "\"",
        "one of: " + list)
      .suggestion = Nearest(text, allowed);
  return std::nullopt;
}

const std::vector<YamlNode>& YamlMap::Items(std::string_view key) {
  const YamlNode* value = Find(key);
  if (value == nullptr) return NoItems();
  if (value->is_list()) return value->items;
  Error("R010", *value,
        "\"" + std::string(key) + "\" must be a list, not " + std::string(NameOf(value->kind)),
        "start each item with \"- \"");
  return NoItems();
}

const std::vector<YamlEntry>& YamlMap::Entries(std::string_view key) {
  const YamlNode* value = Find(key);
  if (value == nullptr) return NoEntries();
  if (value->is_map()) return value->entries;
  Error("R010", *value,
        "\"" + std::string(key) + "\" must hold `key: value` pairs, not " +
            std::string(NameOf(value->kind)));
  return NoEntries();
}

bool YamlMap::Finish() {
  bool all_known = true;
  for (const YamlEntry& entry : node_.entries) {
    if (std::find(known_.begin(), known_.end(), entry.key.text) != known_.end()) continue;
    all_known = false;
    std::string list;
    for (const std::string& one : known_) list += (list.empty() ? "" : ", ") + one;
    Error("R008", entry.key, "unknown key \"" + entry.key.text + "\"", "the keys here are: " + list)
        .suggestion = Nearest(entry.key.text, known_);
  }
  return all_known;
}

std::vector<const YamlNode*> TextsOf(const YamlFile& file, const YamlNode& node,
                                     const std::string& owner, std::string_view what,
                                     Diagnostics& diagnostics) {
  std::vector<const YamlNode*> texts;
  const auto check = [&](const YamlNode& one) {
    if (one.is_text()) {
      texts.push_back(&one);
      return;
    }
    if (one.is_null() && file.damaged) return;
    Add(diagnostics, one.is_null() ? "R011" : "R010", file.PlaceOf(one),
        owner + ": \"" + std::string(what) + "\" must hold texts, not " +
            std::string(NameOf(one.kind)),
        one.is_map() ? "a text that contains \": \" or starts with { needs quotes" : "");
  };
  if (!node.is_list()) {
    check(node);
    return texts;
  }
  for (const YamlNode& item : node.items) check(item);
  return texts;
}

std::optional<bool> ParseFlag(std::string_view text) {
  for (const std::string_view yes : {"true", "yes", "on", "True", "Yes"})
    if (text == yes) return true;
  for (const std::string_view no : {"false", "no", "off", "False", "No"})
    if (text == no) return false;
  return std::nullopt;
}

}  // namespace telex
