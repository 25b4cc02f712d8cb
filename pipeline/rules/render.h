// Render: a Diagnostic as text for people, or as one line of JSON.
//
//     rules/events/x.yaml:12:7: error[R008]: rule hold-call: unknown key "sentense"
//        |
//     12 |     sentense: <source> call <target>
//        |     ^^^^^^^^
//        = help: the keys here are: …
//        = did you mean "sentence"?
// SourceLines belongs to one thread.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/rules/diagnostic.h"

namespace telex {

/// The lines that diagnostics quote: read from disk when first asked for, or given beforehand.
class SourceLines {
 public:
  /// Takes `text` as the content of `file`, instead of what is on disk.
  void Give(const std::string& file, std::string_view text);
  /// Line `line` (from 1) of `file` without its end; "" if there is none.
  std::string Line(const std::string& file, uint32_t line);

 private:
  std::map<std::string, std::vector<std::string>> files_;
};

std::string RenderText(const Diagnostic& diagnostic, SourceLines& sources, bool color);
/// One JSON object, without a line end; keys in a fixed order.
std::string RenderJson(const Diagnostic& diagnostic);

/// `text` as a JSON string, with its quotes.
std::string QuoteJson(std::string_view text);

}  // namespace telex
