// The YAML tree: every scalar is text, places are kept, duplicates are found, and a mistake hides
// nothing else.

#include "pipeline/rules/yaml.h"

#include <string>

#include "tests/catch.h"

namespace telex {
namespace {

std::string Dump(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::kNull:
      return "~";
    case YamlNode::Kind::kText:
      return "'" + node.text + "'";
    case YamlNode::Kind::kList: {
      std::string out = "[";
      for (const YamlNode& item : node.items) out += (out.size() > 1 ? " " : "") + Dump(item);
      return out + "]";
    }
    case YamlNode::Kind::kMap: {
      std::string out = "{";
      for (const YamlEntry& entry : node.entries)
        out += (out.size() > 1 ? " " : "") + entry.key.text + ":" + Dump(entry.value);
      return out + "}";
    }
  }
  return "";
}

/// The tree, then "CODE line:column" of each mistake.
std::string Read(const std::string& text) {
  Diagnostics diagnostics;
  const YamlFile file = ParseYaml("t.yaml", text, diagnostics);
  std::string out = Dump(file.root);
  for (const Diagnostic& d : diagnostics.all())
    out += " " + std::string(d.code) + " " + std::to_string(d.place.line) + ":" +
           std::to_string(d.place.column);
  return out;
}

struct Row {
  const char* text;
  const char* expected;
};

TEST_CASE("every scalar is text", "[yaml]") {
  const Row rows[] = {
      {"a: 041", "{a:'041'}"},
      {"a: NO", "{a:'NO'}"},
      {"a: null", "{a:'null'}"},
      {"a: ~", "{a:'~'}"},
      {"a: [null, yes, 1.50]", "{a:['null' 'yes' '1.50']}"},
      {"a:", "{a:~}"},
      {"a: \"\"", "{a:''}"},
      {"a: 'it''s'", "{a:'it's'}"},
      {"a: &x [1]\nb: *x", "{a:['1'] b:['1']}"},
      {"", "~"},
      {"\xEF\xBB\xBF"
       "a: b",
       "{a:'b'}"},
      {"a: b\r\nc: d\r\n", "{a:'b' c:'d'}"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Read(row.text) == row.expected);
  }
}

TEST_CASE("mistakes are found and the rest is read", "[yaml]") {
  const Row rows[] = {
      {"a: 1\na: 2\nb: 3", "{a:'1' b:'3'} R007 2:1"},
      {"a: {x: 1, x: 2}", "{a:{x:'1'}} R007 1:11"},
      {"a:\n  <<: x\n  b: c", "{a:{b:'c'}} R012 2:3"},
      {"a: &x b", "{a:'b'} R004 1:4"},
      {"a: x #y", "{a:'x'} R015 1:6"},
      {"a: x # y", "{a:'x'}"},
      // a broken item costs that item
      {"rules:\n  - id: one\n    text: he said: no\n  - id: two\nb: c",
       "{rules:[{id:'two'}] b:'c'} R005 3:18"},
      {"rules:\n  - id: one\n    text: {x} is it\n  - id: two", "{rules:[{id:'two'}]} R004 3:11"},
      {"rules:\n  - id: one\n    text: *x is it\n  - id: two", "{rules:[{id:'two'}]} R004 3:11"},
      {"rules:\n  - id: one\n    text: @x is it\n  - id: two", "{rules:[{id:'two'}]} R004 3:11"},
      {"rules:\n  - id: one\n    text: `x` is it\n  - id: two", "{rules:[{id:'two'}]} R004 3:11"},
      {"rules:\n  - id: one\n    text: \"x is it\n  - id: two\n    text: \"y\"",
       "{rules:[{id:'two' text:'y'}]} R006 3:11"},
      {"rules:\n  - id: one\n    text: \"x\" is it\n  - id: two", "{rules:[{id:'two'}]} R016 3:14"},
      {"rules:\n\t- id: one\n  - id: two\nb: c", "{rules:[{id:'two'}] b:'c'} R003 2:1"},
      {"rules:\n  - id: one\n    examples:\n      - text: a\n     - not: b\n  - id: two",
       "{rules:[{id:'two'}]} R002 5:6"},
      {"words:\n  a: [x, y\n  b: [z]\nc: d", "{words:{b:['z']} c:'d'} R002 2:6"},
      // two broken items, both told
      {"rules:\n  - a: b: c\n  - ok: x\n  - a: @b", "{rules:[{ok:'x'}]} R005 2:9 R004 4:8"},
      {"event: @x\nrules:\n  - ok: x", "{rules:[{ok:'x'}]} R004 1:8"},
      {"a: \xFF\nb: c", "{b:'c'} R013 1:1"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Read(row.text) == row.expected);
  }
}

TEST_CASE("places count code points and look past quotes", "[yaml]") {
  Diagnostics diagnostics;
  const YamlFile file =
      ParseYaml("t.yaml", "é: {ü: 'x y'}\nb: >-\n  folded\n  text\n", diagnostics);
  REQUIRE(diagnostics.all().empty());
  const YamlNode& quoted = *file.root.Find("é")->Find("ü");
  CHECK(file.PlaceOf(quoted).column == 8);
  CHECK(file.InsideOf(quoted).column == 9);
  CHECK(file.InsideOf(quoted).length == 3);
  const YamlNode& block = *file.root.Find("b");
  CHECK(block.text == "folded text");
  CHECK(file.InsideOf(block).line == 3);
  CHECK(file.InsideOf(block).column == 3);
}

TEST_CASE("no text brings the reader down", "[yaml]") {
  const std::string seed =
      "rules:\n  - id: a\n    text: \"b\"\n    expect: {x: [y, 'z']}\n  - &k *k\n";
  for (size_t cut = 0; cut <= seed.size(); ++cut)
    for (const char* put : {"", "\t", "{", "\"", ": ", "- ", "\n", "]", "\xC3"}) {
      Diagnostics diagnostics;
      ParseYaml("t.yaml", seed.substr(0, cut) + put, diagnostics);
      ParseYaml("t.yaml", seed.substr(0, cut) + put + seed.substr(cut), diagnostics);
    }
}

}  // namespace
}  // namespace telex
