#include "pipeline/rules/render.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "pipeline/text/utf8.h"

namespace telex {
namespace {

struct Colors {
  std::string_view error, warning, place, mark, off;
};
constexpr Colors kPlain{"", "", "", "", ""};
constexpr Colors kColored{"\x1b[1;31m", "\x1b[1;33m", "\x1b[1m", "\x1b[1;34m", "\x1b[0m"};

std::vector<std::string> SplitLines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines.emplace_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// Blanks that bring the caret under code point `column` of `line`; tabs stay tabs, so that it fits
/// on any terminal.
std::string Padding(std::string_view line, uint32_t column) {
  std::string padding;
  uint32_t at = 1;
  for (size_t i = 0; i < line.size() && at < column; ++i) {
    if ((static_cast<unsigned char>(line[i]) & 0xC0) == 0x80) continue;
    padding += line[i] == '\t' ? '\t' : ' ';
    ++at;
  }
  return padding;
}

uint32_t CodePoints(std::string_view line) {
  uint32_t count = 0;
  for (const char c : line)
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++count;
  return count;
}

std::string Header(const SourcePlace& place) {
  std::string header = place.file;
  if (place.line > 0)
    header += ":" + std::to_string(place.line) + ":" + std::to_string(std::max(1u, place.column));
  return header;
}

/// The line with a caret under it; nothing where there is no such line.
void Quote(const SourcePlace& place, std::string_view text, char caret, std::string_view color,
           const Colors& colors, size_t width, SourceLines& sources, std::string& out) {
  if (place.line == 0) return;
  const std::string line = sources.Line(place.file, place.line);
  if (line.empty()) return;
  std::string number = std::to_string(place.line);
  number.insert(0, width - number.size(), ' ');
  const std::string margin(width, ' ');
  const uint32_t size = CodePoints(line);
  const uint32_t column = std::min(std::max(1u, place.column), size + 1);
  const uint32_t length = std::max(1u, std::min(place.length, size + 1 - column));
  out.append(colors.mark).append(margin).append(" |").append(colors.off).append("\n");
  out.append(colors.mark).append(number).append(" | ").append(colors.off).append(line).append("\n");
  out.append(colors.mark).append(margin).append(" | ").append(colors.off);
  out.append(Padding(line, column)).append(color).append(std::string(length, caret));
  if (!text.empty()) out.append(" ").append(text);
  out.append(colors.off).append("\n");
}

void AppendField(std::string_view key, std::string_view value, std::string& out) {
  out.append(",").append(QuoteJson(key)).append(":").append(QuoteJson(value));
}

void AppendPlace(const SourcePlace& place, std::string& out) {
  out += "\"file\":" + QuoteJson(place.file) + ",\"line\":" + std::to_string(place.line) +
         ",\"column\":" + std::to_string(place.column) +
         ",\"length\":" + std::to_string(place.length);
}

}  // namespace

void SourceLines::Give(const std::string& file, std::string_view text) {
  files_[file] = SplitLines(text);
}

std::string SourceLines::Line(const std::string& file, uint32_t line) {
  auto found = files_.find(file);
  if (found == files_.end()) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    if (stream) text << stream.rdbuf();
    found = files_.emplace(file, SplitLines(text.str())).first;
  }
  if (line < 1 || line > found->second.size()) return "";
  std::string text = found->second[line - 1];
  if (IsValidUtf8(text)) return text;
  // What is no UTF-8 must not reach a terminal.
  std::string shown;
  for (const char c : text)
    shown += static_cast<unsigned char>(c) < 0x80 ? std::string(1, c) : "\xEF\xBF\xBD";
  return shown;
}

std::string RenderText(const Diagnostic& diagnostic, SourceLines& sources, bool color) {
  const Colors& colors = color ? kColored : kPlain;
  const bool error = diagnostic.severity == Severity::kError;
  const std::string_view tone = error ? colors.error : colors.warning;
  std::string out;
  out.append(colors.place)
      .append(Header(diagnostic.place))
      .append(":")
      .append(colors.off)
      .append(" ");
  out.append(tone)
      .append(error ? "error" : "warning")
      .append("[")
      .append(diagnostic.code)
      .append("]");
  out.append(colors.off).append(": ").append(diagnostic.message).append("\n");
  size_t width = std::to_string(diagnostic.place.line).size();
  for (const Label& label : diagnostic.labels)
    width = std::max(width, std::to_string(label.place.line).size());
  Quote(diagnostic.place, "", '^', tone, colors, width, sources, out);
  for (const Label& label : diagnostic.labels) {
    if (label.place.file != diagnostic.place.file)
      out.append(width, ' ').append("--> ").append(Header(label.place)).append("\n");
    Quote(label.place, label.text, '-', colors.mark, colors, width, sources, out);
  }
  const std::string margin(width, ' ');
  const auto note = [&](std::string_view text) {
    out.append(colors.mark)
        .append(margin)
        .append(" = ")
        .append(colors.off)
        .append(text)
        .append("\n");
  };
  if (!diagnostic.suggestion.empty()) note("did you mean \"" + diagnostic.suggestion + "\"?");
  if (!diagnostic.help.empty()) note("help: " + diagnostic.help);
  return out;
}

std::string RenderJson(const Diagnostic& diagnostic) {
  std::string out = "{";
  AppendPlace(diagnostic.place, out);
  AppendField("severity", diagnostic.severity == Severity::kError ? "error" : "warning", out);
  AppendField("code", diagnostic.code, out);
  AppendField("message", diagnostic.message, out);
  if (!diagnostic.suggestion.empty()) AppendField("suggestion", diagnostic.suggestion, out);
  if (!diagnostic.help.empty()) AppendField("help", diagnostic.help, out);
  if (!diagnostic.labels.empty()) {
    out += ",\"labels\":[";
    for (size_t i = 0; i < diagnostic.labels.size(); ++i) {
      out += i == 0 ? "{" : ",{";
      AppendPlace(diagnostic.labels[i].place, out);
      AppendField("text", diagnostic.labels[i].text, out);
      out += "}";
    }
    out += "]";
  }
  return out + "}";
}

std::string QuoteJson(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          char escaped[8];
          std::snprintf(escaped, sizeof escaped, "\\u%04x", c);
          out += escaped;
        } else {
          out += c;
        }
    }
  }
  return out + "\"";
}

}  // namespace telex
