// Table: rows under named columns, which is what every part of an explanation is made of.
//
// One content, two forms: aligned text for people, JSON for programs. Plain data; pure functions.
#pragma once

#include <string>
#include <vector>

namespace telex {

struct Table {
  std::string title;                 // "noun phrases"
  std::vector<std::string> columns;  // keys of the JSON; as headings in the text
  std::vector<std::vector<std::string>>
      rows;  // each with a cell a column; "" where there is nothing to say
};

/// Title, headings and rows, columns aligned; columns that are empty in every row are left out.
/// Where there is no row, "" or, if `nothing` is given, the title with these words.
std::string TableText(const Table& table, bool color, const std::string& nothing = "");

/// `{"title": [{"column": "cell", …}, …], …}` and a line feed. Blanks in titles and columns become
/// "_"; empty cells are left out.
std::string TablesJson(const std::vector<Table>& tables);

}  // namespace telex
