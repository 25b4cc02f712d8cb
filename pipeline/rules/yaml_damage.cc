#include "pipeline/rules/yaml_damage.h"

#include <algorithm>

namespace telex {
namespace {

size_t Indent(std::string_view line) {
  const size_t found = line.find_first_not_of(" \t");
  return found == std::string_view::npos ? line.size() : found;
}

bool IsBlank(std::string_view line) {
  const size_t first = line.find_first_not_of(" \t\r");
  return first == std::string_view::npos || line[first] == '#';
}

/// Where the value of a line starts: past the indentation, past "- " and past "key: ".
struct ValueStart {
  size_t at = 0;
  bool after_key = false;
};

ValueStart FindValue(std::string_view line) {
  ValueStart value{Indent(line), false};
  while (value.at + 1 < line.size() && line[value.at] == '-' && line[value.at + 1] == ' ') {
    value.at = line.find_first_not_of(' ', value.at + 1);
    if (value.at == std::string_view::npos) return {line.size(), false};
  }
  size_t end = value.at;
  while (end < line.size() &&
         (isalnum(static_cast<unsigned char>(line[end])) || line[end] == '_' || line[end] == '-'))
    ++end;
  if (end > value.at && end < line.size() && line[end] == ':' &&
      (end + 1 == line.size() || line[end + 1] == ' ')) {
    const size_t next = line.find_first_not_of(' ', end + 1);
    return {next == std::string_view::npos ? line.size() : next, true};
  }
  return value;
}

/// Position of the quote that closes the one at `open`, or npos.
size_t FindClosingQuote(std::string_view line, size_t open) {
  const char quote = line[open];
  for (size_t i = open + 1; i < line.size(); ++i) {
    if (quote == '"' && line[i] == '\\') {
      ++i;
    } else if (line[i] == quote) {
      if (quote == '\'' && i + 1 < line.size() && line[i + 1] == '\'') {
        ++i;
      } else {
        return i;
      }
    }
  }
  return std::string_view::npos;
}

std::string_view TrimEnd(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

bool LooksLikeKey(std::string_view line) { return !IsBlank(line) && FindValue(line).after_key; }

/// True where the value of `line` is the `|` or `>` that starts a text of several lines.
bool StartsBlock(std::string_view line) {
  const std::string_view value = TrimEnd(line.substr(std::min(FindValue(line).at, line.size())));
  return !value.empty() && value.size() <= 3 && (value[0] == '|' || value[0] == '>');
}

/// The line whose value opens a quote that no line of the same value closes, or npos. Only lines up
/// to `last` count.
size_t FindOpenQuote(const YamlLines& lines, size_t last) {
  for (size_t i = 0; i <= last && i < lines.size(); ++i) {
    if (IsBlank(lines[i])) continue;
    if (StartsBlock(lines[i])) {
      const size_t indent = Indent(lines[i]);
      while (i + 1 < lines.size() && (IsBlank(lines[i + 1]) || Indent(lines[i + 1]) > indent)) ++i;
      continue;
    }
    const size_t at = FindValue(lines[i]).at;
    if (at >= lines[i].size() || (lines[i][at] != '"' && lines[i][at] != '\'')) continue;
    if (FindClosingQuote(lines[i], at) != std::string_view::npos) continue;
    // A quoted text may go on, further in than its key. What follows at the left is a new key: the
    // quote is open.
    const std::string quote(1, lines[i][at]);
    size_t next = i + 1;
    bool closed = false;
    for (; next < lines.size() && !closed; ++next) {
      if (IsBlank(lines[next])) continue;
      if (Indent(lines[next]) <= Indent(lines[i]) || LooksLikeKey(lines[next])) break;
      closed = FindClosingQuote(quote + std::string(lines[next]), 0) != std::string_view::npos;
    }
    if (!closed) return i;
    i = next - 1;
  }
  return std::string_view::npos;
}

/// The line that opens a `[` or `{` which is still open where a new key starts at its left, or
/// npos.
size_t FindOpenBracket(const YamlLines& lines, size_t last) {
  size_t opener = std::string_view::npos;
  int depth = 0;
  for (size_t i = 0; i <= last && i < lines.size(); ++i) {
    const std::string_view line = lines[i];
    if (IsBlank(line)) continue;
    const size_t at = FindValue(line).at;
    if (depth > 0 && opener != i && Indent(line) <= Indent(lines[opener])) return opener;
    if (depth == 0 && (at >= line.size() || (line[at] != '[' && line[at] != '{'))) continue;
    if (depth == 0) opener = i;
    for (size_t k = depth == 0 ? at : Indent(line); k < line.size(); ++k) {
      const char c = line[k];
      if ((c == '"' || c == '\'') &&
          (k == 0 || std::string_view(" [{,:").find(line[k - 1]) != std::string_view::npos)) {
        const size_t close = FindClosingQuote(line, k);
        if (close == std::string_view::npos) break;
        k = close;
      } else if (c == '[' || c == '{') {
        ++depth;
      } else if (c == ']' || c == '}') {
        depth = std::max(0, depth - 1);
      } else if (c == '#' && k > 0 && line[k - 1] == ' ') {
        break;
      }
    }
  }
  return depth > 0 ? opener : std::string_view::npos;
}

void SetPlace(Diagnostic& diagnostic, std::string_view line, size_t at, size_t length) {
  diagnostic.place.column = CodePointsBefore(line, at) + 1;
  diagnostic.place.length = std::max<uint32_t>(1, CodePointsBefore(line.substr(at), length));
}

constexpr char kQuoteIt[] =
    "put the whole value in quotes: 'double \"quotes\" may stand inside single ones'";

/// Names the trap in `line`, if it is a known one.
bool ExplainLine(std::string_view line, Diagnostic& diagnostic) {
  const size_t indent = Indent(line);
  if (const size_t tab = line.substr(0, indent).find('\t'); tab != std::string_view::npos) {
    diagnostic.code = "R003";
    diagnostic.message = "a tab in the indentation";
    diagnostic.help = "YAML indents with blanks only; set the editor to write blanks";
    SetPlace(diagnostic, line, tab, 1);
    return true;
  }
  const size_t at = FindValue(line).at;
  if (at >= line.size()) return false;
  const std::string_view value = TrimEnd(line.substr(at));
  if (value.empty()) return false;
  SetPlace(diagnostic, line, at, value.size());
  if (value[0] == '"' || value[0] == '\'') {
    const size_t close = FindClosingQuote(value, 0);
    if (close == std::string_view::npos) {
      diagnostic.code = "R006";
      diagnostic.message = "this quote is never closed";
      diagnostic.help = std::string("end the value with ") + value[0];
      return true;
    }
    const std::string_view rest = TrimEnd(value.substr(close + 1));
    if (!rest.empty() && rest.substr(0, 2) != " #" && rest[0] != ':' && rest[0] != ',') {
      diagnostic.code = "R016";
      diagnostic.message = "there is text after the closing quote";
      diagnostic.help = "a value that starts with a quote must end with it; ";
      diagnostic.help += kQuoteIt;
      SetPlace(diagnostic, line, at + close + 1, rest.size());
      return true;
    }
    return false;
  }
  if (std::string_view("{*&@`%!|>]}").find(value[0]) != std::string_view::npos) {
    const bool flow = value[0] == '{';
    if (flow && value.back() == '}') return false;
    diagnostic.code = "R004";
    diagnostic.message = std::string("a value that starts with ") + value[0] + " needs quotes";
    diagnostic.help = kQuoteIt;
    switch (value[0]) {
      case '{':
        diagnostic.help += "; YAML takes { for the start of a map";
        break;
      case '*':
        diagnostic.help += "; YAML takes * for a reference to an anchor";
        break;
      case '&':
        diagnostic.help += "; YAML takes & for the name of an anchor";
        break;
      case '!':
        diagnostic.help += "; YAML takes ! for a type";
        break;
      case '|':
      case '>':
        diagnostic.help += "; YAML takes | and > for the start of a text of several lines";
        break;
      default:
        diagnostic.help += "; YAML keeps this character for itself";
        break;
    }
    return true;
  }
  if (value[0] != '[') {
    const size_t colon = value.find(": ");
    const bool at_end = value.back() == ':';
    if (colon != std::string_view::npos || (at_end && FindValue(line).after_key)) {
      diagnostic.code = "R005";
      diagnostic.message = "a colon and a blank inside a value without quotes";
      diagnostic.help = "YAML takes \": \" for the end of a key; ";
      diagnostic.help += kQuoteIt;
      SetPlace(diagnostic, line, at + (colon != std::string_view::npos ? colon : value.size() - 1),
               1);
      return true;
    }
  }
  return false;
}

/// The item or key block around `line`: the unit that is left out when the line cannot be read.
void FindRegion(const YamlLines& lines, YamlDamage& damage) {
  const auto has_tab = [&](size_t i) {
    return lines[i].substr(0, Indent(lines[i])).find('\t') != std::string_view::npos;
  };
  if (has_tab(damage.line)) {
    // How far in a tab goes, nobody knows: all lines that have one go together.
    damage.begin = damage.line;
    damage.end = damage.line + 1;
    while (damage.end < lines.size() && (IsBlank(lines[damage.end]) || has_tab(damage.end)))
      ++damage.end;
    return;
  }
  const auto is_top = [&](size_t i) {
    return !IsBlank(lines[i]) && Indent(lines[i]) == 0 && lines[i][0] != '-';
  };
  size_t top = damage.line;
  while (top > 0 && !is_top(top)) --top;
  size_t top_end = top + 1;
  while (top_end < lines.size() && !is_top(top_end)) ++top_end;
  damage.begin = top;
  damage.end = top_end;
  size_t child = top + 1;
  while (child < top_end && IsBlank(lines[child])) ++child;
  if (child >= top_end) return;
  if (damage.line == top) {
    // The key alone is seldom wrong: its first item is.
    const bool bare = FindValue(lines[top]).at >= TrimEnd(lines[top]).size();
    if (!bare) return;
    damage.line = child;
  }
  const size_t depth = Indent(lines[child]);
  size_t begin = damage.line;
  while (begin > child && (IsBlank(lines[begin]) || Indent(lines[begin]) > depth)) --begin;
  size_t end = damage.line + 1;
  while (end < top_end && (IsBlank(lines[end]) || Indent(lines[end]) > depth)) ++end;
  damage.begin = begin;
  damage.end = end;
}

}  // namespace

uint32_t CodePointsBefore(std::string_view line, size_t bytes) {
  uint32_t count = 0;
  for (size_t i = 0; i < bytes && i < line.size(); ++i)
    if ((static_cast<unsigned char>(line[i]) & 0xC0) != 0x80) ++count;
  return count;
}

YamlLines SplitYamlLines(std::string_view text) {
  YamlLines lines;
  size_t begin = 0;
  while (begin <= text.size()) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

bool HasOpenQuote(const YamlLines& lines, size_t& line) {
  line = FindOpenQuote(lines, lines.size());
  return line != std::string_view::npos;
}

YamlDamage ExplainYamlError(const YamlLines& lines, size_t line, size_t column,
                            std::string_view message) {
  YamlDamage damage;
  damage.line = std::min(line, lines.size() - 1);
  // What opened and never closed stands above the place where the parser noticed.
  if (const size_t quote = FindOpenQuote(lines, damage.line); quote != std::string_view::npos) {
    damage.line = quote;
  } else if (const size_t open = FindOpenBracket(lines, damage.line);
             open != std::string_view::npos) {
    damage.line = open;
  } else {
    while (damage.line > 0 && IsBlank(lines[damage.line])) --damage.line;
  }
  size_t blamed = damage.line;
  Diagnostic& diagnostic = damage.diagnostic;
  bool explained = ExplainLine(lines[blamed], diagnostic);
  // The parser often stops on the line after the wrong one.
  if (!explained && blamed == line) {
    size_t previous = blamed;
    while (previous > 0 && IsBlank(lines[--previous])) {
    }
    if (previous < blamed && !IsBlank(lines[previous]) &&
        ExplainLine(lines[previous], diagnostic)) {
      explained = true;
      blamed = damage.line = previous;
    }
  }
  if (!explained) {
    diagnostic.code = "R002";
    const std::string_view text = TrimEnd(lines[blamed]);
    if (message.find("flow") != std::string_view::npos) {
      diagnostic.message = "a [ or { that is never closed, or is closed in the wrong place";
      diagnostic.help = "a text that contains , [ ] { or } needs quotes inside a list in one line";
      SetPlace(diagnostic, text, std::min(FindValue(text).at, text.size()), text.size());
    } else {
      diagnostic.message =
          "this line does not fit where it stands (YAML: " + std::string(message) + ")";
      diagnostic.help =
          "compare its indentation with the lines around it: the items of one list, and the keys "
          "of one "
          "map, start in the same column";
      const size_t at = blamed == line ? std::min(column, text.size()) : Indent(text);
      SetPlace(diagnostic, text, at == text.size() ? Indent(text) : at, text.size());
    }
  }
  diagnostic.place.line = static_cast<uint32_t>(blamed + 1);
  FindRegion(lines, damage);
  return damage;
}

}  // namespace telex
