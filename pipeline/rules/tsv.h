// TsvTable: a table with a header line, one row a line, columns between tabs.
//
// For what is too long for YAML (word forms, places). Views point into the bytes given; nothing is
// copied.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/rules/diagnostic.h"

namespace telex {

class TsvTable {
 public:
  /// `bytes` must outlive the table. A header that lacks one of `columns` is reported, and the
  /// table is then empty; further columns are let be. Lines that are empty or start with # are
  /// skipped.
  TsvTable(std::string path, std::string_view bytes, const std::vector<std::string>& columns,
           Diagnostics& diagnostics);

  /// Goes to the next row; a row with a wrong number of columns is reported and skipped.
  bool Next();
  /// The cell of the current row in the column that was named `index`-th in `columns`.
  std::string_view Cell(size_t index) const { return cells_[order_[index]]; }
  /// The cell as a number; "" and "-" are 0, anything else that is no number is reported.
  double Number(size_t index);
  uint32_t Count(size_t index);
  void Report(std::string_view code, size_t index, std::string message);
  SourcePlace place() const { return {path_, line_, 1, 1}; }

 private:
  bool NextLine(std::string_view& line);
  void Split(std::string_view line);

  std::string path_;
  std::string_view rest_;
  Diagnostics& diagnostics_;
  std::vector<std::string_view> cells_;
  std::vector<size_t> order_;
  size_t width_ = 0;
  uint32_t line_ = 0;
};

/// The parts of `cell` between `|`, without those that are empty.
std::vector<std::string_view> SplitAlternatives(std::string_view cell);

}  // namespace telex
