// PatternReporter: what can be wrong with a rule pattern, told with its place and advice.
//
// The grammar (pattern.cc) says where it stopped and what it missed; the finished tree is checked
// for names of roles and kinds, regular expressions, empty groups and gaps at an edge. One object a
// pattern; one thread.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/rules/pattern.h"

namespace telex {

class PatternReporter {
 public:
  /// All three must outlive the object; `where` is the place of the first byte of `text`.
  PatternReporter(std::string_view text, const SourcePlace& where, Diagnostics& diagnostics)
      : text_(text), where_(where), diagnostics_(diagnostics) {}

  /// Adds an error about bytes `begin` to `end` of the pattern.
  Diagnostic& Report(std::string_view code, size_t begin, size_t end, std::string message,
                     std::string help);
  /// The grammar stood at byte `at` and needed `missing`, the name of one of its rules.
  void ReportMissing(std::string_view missing, size_t at);
  /// The grammar read all up to byte `at`, and cannot go on there.
  void ReportLeftOver(size_t at);
  /// Checks what the grammar leaves open.
  void Check(const PatternSequence& tree) { CheckSequence(tree, true); }

 private:
  void CheckSequence(const PatternSequence& elements, bool top);
  void CheckElement(const PatternElement& element);
  void CheckSlot(const PatternElement& slot);
  void CheckRegex(const PatternWord& regex);

  std::string_view text_;
  const SourcePlace& where_;
  Diagnostics& diagnostics_;
};

}  // namespace telex
