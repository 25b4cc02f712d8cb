// YamlFile, YamlNode: a YAML file as a small tree that remembers where everything stands.
//
// Every scalar is text (`041` stays "041", `NO` stays "NO"). Keys keep their order and their
// places, a key that stands twice is reported, and a syntax error costs only the list item or the
// block around it: the rest of the file is still read. yaml-cpp is known to yaml.cc alone; no
// exception of it leaves that file. Thread-safety: plain values, nothing shared.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/rules/diagnostic.h"

namespace telex {

struct YamlEntry;

struct YamlNode {
  enum class Kind : uint8_t { kNull, kText, kList, kMap };
  Kind kind = Kind::kNull;
  std::string text;                // kText
  std::vector<YamlNode> items;     // kList
  std::vector<YamlEntry> entries;  // kMap, in file order; a key stands once (the first one)
  uint32_t line = 0;               // from 1; for text in quotes, of the opening quote
  uint32_t column = 0;             // from 1, in code points
  uint32_t length = 1;             // in code points, of a text on one line
  uint32_t inner =
      0;  // columns between `column` and the first code point of the text (1 after a quote)

  bool is_text() const { return kind == Kind::kText; }
  bool is_list() const { return kind == Kind::kList; }
  bool is_map() const { return kind == Kind::kMap; }
  bool is_null() const { return kind == Kind::kNull; }
  /// The value of `key`, or nullptr if this is no map or has no such key.
  const YamlNode* Find(std::string_view key) const;
};

struct YamlEntry {
  YamlNode key;  // always kText
  YamlNode value;
};

struct YamlFile {
  std::string path;  // as it stands in messages
  YamlNode root;
  bool damaged = false;  // parts were left out after a syntax error: "missing" may be our own doing

  SourcePlace PlaceOf(const YamlNode& node) const {
    return {path, node.line, node.column, node.length};
  }
  /// The place of the first code point of a text, past an opening quote.
  SourcePlace InsideOf(const YamlNode& node) const {
    return {path, node.line, node.column + node.inner, node.length - (node.inner == 0 ? 0 : 2)};
  }
};

/// Reads `text`, the bytes of the file called `path`.
YamlFile ParseYaml(std::string path, std::string_view text, Diagnostics& diagnostics);

}  // namespace telex
