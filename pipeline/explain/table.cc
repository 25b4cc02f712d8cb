#include "pipeline/explain/table.h"

#include <algorithm>
#include <string_view>

#include "pipeline/sinks/json_object.h"
#include "pipeline/text/code_points.h"

namespace telex {
namespace {

constexpr size_t kWidest = 60;  // a wider cell pushes the rest of its row, not the whole column

size_t Width(std::string_view cell) { return CodePoints(cell).At(cell.size()); }

std::string Colored(const std::string& text, const char* code, bool color) {
  return color ? "\x1b[" + std::string(code) + "m" + text + "\x1b[0m" : text;
}

std::string Key(std::string text) {
  std::replace(text.begin(), text.end(), ' ', '_');
  return text;
}

}  // namespace

std::string TableText(const Table& table, bool color, const std::string& nothing) {
  if (table.rows.empty())
    return nothing.empty() ? "" : Colored(table.title, "1", color) + "\n  " + nothing + "\n\n";
  std::vector<size_t> widths(table.columns.size(), 0);
  for (const auto& row : table.rows)
    for (size_t c = 0; c < widths.size(); ++c)
      if (const size_t width = Width(row[c]); width > 0)
        widths[c] = std::max(widths[c], std::min(width, kWidest));
  size_t last = 0;
  for (size_t c = 0; c < widths.size(); ++c) {
    if (widths[c] == 0) continue;
    widths[c] = std::max(widths[c], table.columns[c].size());
    last = c;
  }
  const auto line = [&](const std::vector<std::string>& row) {
    std::string text = " ";
    for (size_t c = 0; c <= last; ++c) {
      if (widths[c] == 0) continue;
      const size_t width = Width(row[c]);
      text += " " + row[c];
      if (c != last) text += std::string(width < widths[c] ? widths[c] - width : 0, ' ') + " ";
    }
    return text;
  };
  std::string text =
      Colored(table.title, "1", color) + "\n" + Colored(line(table.columns), "2", color) + "\n";
  for (const auto& row : table.rows) text += line(row) + "\n";
  return text + "\n";
}

std::string TablesJson(const std::vector<Table>& tables) {
  std::string out = "{";
  for (const Table& table : tables) {
    if (out.size() > 1) out += ',';
    AppendJsonString(Key(table.title), &out);
    out += ":[";
    for (const auto& row : table.rows) {
      out += out.back() == '[' ? "{" : ",{";
      for (size_t c = 0; c < row.size(); ++c) {
        if (row[c].empty()) continue;
        if (out.back() != '{') out += ',';
        AppendJsonString(Key(table.columns[c]), &out);
        out += ':';
        AppendJsonString(row[c], &out);
      }
      out += '}';
    }
    out += ']';
  }
  return out + "}\n";
}

}  // namespace telex
