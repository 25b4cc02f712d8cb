// DiagnosticCode: every code that a Diagnostic can have, in one table, with its title and what an
// author should know.
//
// docs/diagnostics.md has a section for each; a test holds the two together. Codes are never used
// again for another mistake. Immutable.
#pragma once

#include <string_view>
#include <vector>

namespace telex {

struct DiagnosticCode {
  std::string_view code;         // "R008"
  std::string_view title;        // "unknown key"
  std::string_view explanation;  // a sentence or two: why it is wrong, and what to do
};

const std::vector<DiagnosticCode>& DiagnosticCodes();

/// The entry of `code`, or nullptr.
const DiagnosticCode* FindDiagnosticCode(std::string_view code);

}  // namespace telex
