// The canonical one-line form of a pattern's tree.

#include "pipeline/rules/pattern.h"

namespace telex {
namespace {

void DumpElement(const PatternElement& one, std::string& out);

void DumpSequence(const PatternSequence& elements, std::string& out) {
  for (size_t i = 0; i < elements.size(); ++i) {
    if (i > 0) out += ' ';
    DumpElement(elements[i], out);
  }
}

void DumpWord(const PatternWord& one, std::string& out) {
  switch (one.kind) {
    case PatternWord::Kind::kLemma:
      out += one.text;
      break;
    case PatternWord::Kind::kExact:
      out += '"' + one.text + '"';
      break;
    case PatternWord::Kind::kRegex:
      out += '/' + one.text + '/';
      break;
    case PatternWord::Kind::kList:
      out += '$' + one.text;
      break;
  }
}

void DumpElement(const PatternElement& one, std::string& out) {
  switch (one.kind) {
    case PatternElement::Kind::kSlot:
      out += '<' + one.role + (one.slot_kind.empty() ? "" : ":" + one.slot_kind) + '>';
      break;
    case PatternElement::Kind::kWord:
      for (size_t i = 0; i < one.words.size(); ++i) {
        if (i > 0) out += '|';
        DumpWord(one.words[i], out);
      }
      break;
    case PatternElement::Kind::kGroup:
      out += '(';
      for (size_t i = 0; i < one.alternatives.size(); ++i) {
        if (i > 0) out += " | ";
        DumpSequence(one.alternatives[i], out);
      }
      out += ')';
      break;
    case PatternElement::Kind::kGap:
      out += "...";
      break;
    case PatternElement::Kind::kMark:
      out += one.words.front().text;
      break;
  }
  if (one.optional) out += '?';
}

}  // namespace

std::string Dump(const PatternSequence& pattern) {
  std::string out;
  DumpSequence(pattern, out);
  return out;
}

}  // namespace telex
