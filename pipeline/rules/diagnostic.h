// Diagnostic: one mistake in a rule file (or in data), with its place, a hint and often a
// suggestion.
//
// Stages that read what an author wrote collect Diagnostics and go on; nothing is thrown. Every
// code stands in one table (diagnostic_codes.cc) with its title and its page in
// docs/diagnostics.md. Rendering is in render.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace telex {

enum class Severity : uint8_t { kError, kWarning };

/// A place in a rule file. Lines and columns count from 1, columns in code points; `length` of what
/// the caret underlines.
struct SourcePlace {
  std::string file;
  uint32_t line = 0;
  uint32_t column = 0;
  uint32_t length = 1;
};

struct Label {
  SourcePlace place;
  std::string text;
};

struct Diagnostic {
  std::string_view code;  // "R012", from the table
  Severity severity = Severity::kError;
  SourcePlace place;
  std::string message;        // what is wrong, in a sentence
  std::string help;           // what to do, may be empty
  std::string suggestion;     // "did you mean …", may be empty
  std::vector<Label> labels;  // other places that matter (the first definition …)
};

class Diagnostics {
 public:
  void Add(Diagnostic diagnostic) { all_.push_back(std::move(diagnostic)); }
  /// The diagnostic that was added last; there must be one. Valid until the next Add.
  Diagnostic& last() { return all_.back(); }
  bool HasErrors() const {
    for (const Diagnostic& d : all_)
      if (d.severity == Severity::kError) return true;
    return false;
  }
  const std::vector<Diagnostic>& all() const { return all_; }
  /// Orders by file, line and column; what one reads from top to bottom.
  void Sort();

 private:
  std::vector<Diagnostic> all_;
};

}  // namespace telex
