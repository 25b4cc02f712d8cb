// YamlMap: reads the keys of one map, and knows whose map it is, so that a message can say
//     rule hold-call: unknown key "sentense" — did you mean "sentence"?
//
//     YamlMap map(file, node, "rule hold-call", diagnostics);
//     std::string id = map.Require("id");
//     for (const YamlNode* text : map.Texts("sentence")) …
//     map.Finish();  // whatever was not asked for is an unknown key
// One thread; holds references to the file and the diagnostics it was given.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/rules/yaml.h"

namespace telex {

class YamlMap {
 public:
  /// A node that is no map is reported, and read as an empty one.
  YamlMap(const YamlFile& file, const YamlNode& node, std::string owner, Diagnostics& diagnostics);

  bool is_map() const { return node_.is_map(); }
  const YamlNode& node() const { return node_; }
  const std::string& owner() const { return owner_; }
  /// Messages from now on begin with this ("rule hold-call").
  void set_owner(std::string owner) { owner_ = std::move(owner); }

  /// The value of `key`, or nullptr. An empty value (`key:` and nothing) is reported and counts as
  /// missing.
  const YamlNode* Find(std::string_view key);
  /// As Find, but an empty value is given back as it is.
  const YamlNode* FindOrEmpty(std::string_view key);
  /// The text of `key`, or "" where there is none; a list or a map is reported.
  std::string Text(std::string_view key);
  /// As Text, but a missing key is an error.
  std::string Require(std::string_view key);
  /// The texts of `key`, which holds one text or a list of texts.
  std::vector<const YamlNode*> Texts(std::string_view key);
  std::vector<std::string> Words(std::string_view key);
  bool Flag(std::string_view key, bool otherwise);
  /// One of `allowed`, as an index; reports anything else.
  std::optional<size_t> Choice(std::string_view key, const std::vector<std::string>& allowed);
  /// The items of the list at `key`; anything but a list is reported.
  const std::vector<YamlNode>& Items(std::string_view key);
  /// The entries of the map at `key`; anything but a map is reported.
  const std::vector<YamlEntry>& Entries(std::string_view key);

  /// Reports every key that was not asked for; true where there was none.
  bool Finish();

  /// Adds an error about `node`, with the owner in front.
  Diagnostic& Error(std::string_view code, const YamlNode& node, std::string message,
                    std::string help = "");

 private:
  const YamlFile& file_;
  const YamlNode& node_;
  std::string owner_;
  Diagnostics& diagnostics_;
  std::vector<std::string> known_;
};

/// The texts of a node that holds one text or a list of texts; `owner` and `what` are for messages.
std::vector<const YamlNode*> TextsOf(const YamlFile& file, const YamlNode& node,
                                     const std::string& owner, std::string_view what,
                                     Diagnostics& diagnostics);

/// "yes", "true", "on" … as the author wrote it; nothing if it is neither yes nor no.
std::optional<bool> ParseFlag(std::string_view text);

}  // namespace telex
