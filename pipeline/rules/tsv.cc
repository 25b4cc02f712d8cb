#include "pipeline/rules/tsv.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "pipeline/rules/suggest.h"

namespace telex {

TsvTable::TsvTable(std::string path, std::string_view bytes,
                   const std::vector<std::string>& columns, Diagnostics& diagnostics)
    : path_(std::move(path)), rest_(bytes), diagnostics_(diagnostics) {
  std::string_view header;
  if (NextLine(header)) Split(header);
  width_ = cells_.size();
  std::vector<std::string> names(cells_.begin(), cells_.end());
  for (const std::string& column : columns) {
    const auto found = std::find(names.begin(), names.end(), column);
    if (found == names.end()) {
      Diagnostic diagnostic;
      diagnostic.code = "R082";
      diagnostic.place = {path_, std::max<uint32_t>(1, line_), 1,
                          static_cast<uint32_t>(std::max<size_t>(1, header.size()))};
      diagnostic.message = "the header has no column \"" + column + "\"";
      diagnostic.help = "the first line names the columns, with tabs between them";
      diagnostics_.Add(std::move(diagnostic));
      rest_ = std::string_view();
      continue;
    }
    order_.push_back(static_cast<size_t>(found - names.begin()));
  }
}

bool TsvTable::NextLine(std::string_view& line) {
  while (!rest_.empty()) {
    const size_t end = std::min(rest_.find('\n'), rest_.size());
    line = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    ++line_;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (!line.empty() && line.front() != '#') return true;
  }
  return false;
}

void TsvTable::Split(std::string_view line) {
  cells_.clear();
  size_t begin = 0;
  while (true) {
    const size_t tab = line.find('\t', begin);
    if (tab == std::string_view::npos) break;
    cells_.push_back(line.substr(begin, tab - begin));
    begin = tab + 1;
  }
  cells_.push_back(line.substr(begin));
}

bool TsvTable::Next() {
  std::string_view line;
  while (NextLine(line)) {
    Split(line);
    if (cells_.size() == width_) return true;
    Diagnostic diagnostic;
    diagnostic.code = "R081";
    diagnostic.place = {path_, line_, 1, 1};
    diagnostic.message = "this row has " + std::to_string(cells_.size()) + " columns, the header " +
                         std::to_string(width_);
    diagnostic.help = "columns are parted by one tab each; an empty cell keeps its tab";
    diagnostics_.Add(std::move(diagnostic));
  }
  return false;
}

void TsvTable::Report(std::string_view code, size_t index, std::string message) {
  const std::string_view cell = Cell(index);
  Diagnostic diagnostic;
  diagnostic.code = code;
  uint32_t column = 1;
  for (const char* at = cells_[0].data(); at < cell.data(); ++at)
    if ((static_cast<unsigned char>(*at) & 0xC0) != 0x80) ++column;
  diagnostic.place = {path_, line_, column,
                      static_cast<uint32_t>(std::max<size_t>(1, cell.size()))};
  diagnostic.message = std::move(message);
  diagnostics_.Add(std::move(diagnostic));
}

double TsvTable::Number(size_t index) {
  const std::string_view cell = Cell(index);
  if (cell.empty() || cell == "-") return 0;
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value)) {
    Report("R083", index, "\"" + std::string(cell) + "\" is no number");
    return 0;
  }
  return value;
}

uint32_t TsvTable::Count(size_t index) {
  const std::string_view cell = Cell(index);
  if (cell.empty() || cell == "-") return 0;
  uint32_t value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error == std::errc() && end == cell.data() + cell.size()) return value;
  Report("R083", index, "\"" + std::string(cell) + "\" is no whole number");
  return 0;
}

std::vector<std::string_view> SplitAlternatives(std::string_view cell) {
  std::vector<std::string_view> parts;
  while (!cell.empty()) {
    const size_t bar = std::min(cell.find('|'), cell.size());
    if (bar > 0) parts.push_back(cell.substr(0, bar));
    cell.remove_prefix(std::min(bar + 1, cell.size()));
  }
  return parts;
}

}  // namespace telex
