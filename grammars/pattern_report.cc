#include "grammars/pattern_report.h"

#include <re2/re2.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "pipeline/rules/suggest.h"

namespace telex {
namespace {

uint32_t CodePoints(std::string_view text, size_t begin, size_t end) {
  uint32_t count = 0;
  for (size_t i = begin; i < std::min(end, text.size()); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) ++count;
  return count;
}

const std::vector<std::string>& Roles() {
  static const std::vector<std::string> roles = {"source",    "target",  "place",    "topic",
                                                 "what",      "name",    "office",   "organization",
                                                 "honorific", "country", "modifier", "person"};
  return roles;
}
const std::vector<std::string>& Kinds() {
  static const std::vector<std::string> kinds = {
      "actor",    "person", "place", "thing",  "event",   "clause",       "owner",
      "affected", "state",  "name",  "office", "country", "organization", "honorific"};
  return kinds;
}

std::string JoinNames(const std::vector<std::string>& names) {
  std::string joined;
  for (const std::string& one : names) joined += (joined.empty() ? "" : ", ") + one;
  return joined;
}

/// Explains what other engines of regular expressions have and RE2 has not; "" if that is not it.
std::string RegexAdvice(std::string_view expression) {
  for (const std::string_view look : {"(?=", "(?!", "(?<=", "(?<!"})
    if (expression.find(look) != std::string_view::npos)
      return std::string(look) +
             " (looking ahead or behind) is not supported, so that no rule can hang a feed; write "
             "the exception as a `never:` pattern";
  for (size_t i = 0; i + 1 < expression.size(); ++i) {
    if (expression[i] != '\\') continue;
    if (expression[i + 1] >= '1' && expression[i + 1] <= '9')
      return "\\" + std::string(1, expression[i + 1]) +
             " (a back reference) is not supported; write the words out";
    ++i;
  }
  if (expression.find("(?<") != std::string_view::npos)
    return "a named group is written (?P<name>…); a pattern needs none, plain ( ) will do";
  for (const std::string_view greedy : {"++", "*+", "?+"})
    if (expression.find(greedy) != std::string_view::npos)
      return "possessive repetition is not supported; use + or *";
  return "";
}

/// The last position before `at` where `open` stands, or `at`.
size_t OpenedAt(std::string_view text, size_t at, char open) {
  const size_t found = text.substr(0, at).rfind(open);
  return found == std::string_view::npos ? at : found;
}

}  // namespace

Diagnostic& PatternReporter::Report(std::string_view code, size_t begin, size_t end,
                                    std::string message, std::string help) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.place = where_;
  diagnostic.place.column += CodePoints(text_, 0, begin);
  diagnostic.place.length = std::max<uint32_t>(1, CodePoints(text_, begin, end));
  diagnostic.message = std::move(message);
  diagnostic.help = std::move(help);
  diagnostics_.Add(std::move(diagnostic));
  return diagnostics_.last();
}

void PatternReporter::CheckRegex(const PatternWord& regex) {
  RE2::Options options;
  options.set_log_errors(false);
  const RE2 compiled(regex.text, options);
  if (compiled.ok()) return;
  const std::string advice = RegexAdvice(regex.text);
  Report("R045", regex.begin, regex.end,
         "this regular expression does not compile: " + compiled.error(),
         advice.empty() ? "the syntax is RE2's; it is matched against one whole word in lower case"
                        : advice);
}

void PatternReporter::CheckSlot(const PatternElement& slot) {
  const uint32_t role_begin = slot.begin + 1;
  const uint32_t role_end = role_begin + static_cast<uint32_t>(slot.role.size());
  if (std::find(Roles().begin(), Roles().end(), slot.role) == Roles().end())
    Report("R041", role_begin, role_end, "unknown role \"" + slot.role + "\"",
           "the roles are: source, target, place, topic, what")
        .suggestion = Nearest(slot.role, Roles());
  // What may stand behind <what:…> is for the ontology to say (load_patterns.cc).
  if (!slot.slot_kind.empty() && slot.role != "what" &&
      std::find(Kinds().begin(), Kinds().end(), slot.slot_kind) == Kinds().end())
    Report("R042", role_end + 1, role_end + 1 + slot.slot_kind.size(),
           "unknown kind \"" + slot.slot_kind + "\"", "the kinds are: " + JoinNames(Kinds()))
        .suggestion = Nearest(slot.slot_kind, Kinds());
}

void PatternReporter::CheckElement(const PatternElement& element) {
  switch (element.kind) {
    case PatternElement::Kind::kSlot:
      CheckSlot(element);
      break;
    case PatternElement::Kind::kWord:
      for (const PatternWord& one : element.words)
        if (one.kind == PatternWord::Kind::kRegex) CheckRegex(one);
      break;
    case PatternElement::Kind::kGroup:
      for (const PatternSequence& alternative : element.alternatives) {
        if (alternative.empty()) {
          const bool only = element.alternatives.size() == 1;
          Report(only ? "R043" : "R044", element.begin, element.end,
                 only ? "an empty group" : "a group with an empty alternative",
                 only ? "put something between ( and ), or take them out"
                      : "to make the whole group optional, put ? behind it");
          break;
        }
        CheckSequence(alternative, false);
      }
      break;
    case PatternElement::Kind::kGap:
    case PatternElement::Kind::kMark:
      break;
  }
}

void PatternReporter::CheckSequence(const PatternSequence& elements, bool top) {
  for (size_t i = 0; i < elements.size(); ++i) {
    const PatternElement& one = elements[i];
    CheckElement(one);
    if (one.kind != PatternElement::Kind::kGap) continue;
    if (top && (i == 0 || i + 1 == elements.size()))
      Report("R046", one.begin, one.end, "a gap at the edge of a pattern matches anything",
             "take it out; a pattern may start and end anywhere in a clause");
    else if (i + 1 < elements.size() && elements[i + 1].kind == PatternElement::Kind::kGap)
      Report("R046", one.begin, elements[i + 1].end, "two gaps side by side",
             "one gap is up to six words");
  }
}

void PatternReporter::ReportMissing(std::string_view missing, size_t at) {
  if (missing == "role name" || missing == "kind name") {
    Report("R040", OpenedAt(text_, at, '<'), at + 1,
           "a slot needs a role: <source>, <target:person>",
           "a role and a kind are single words without blanks");
  } else if (missing == "slot end") {
    Report("R040", OpenedAt(text_, at, '<'), at, "this slot is never closed", "close it with >");
  } else if (missing == "group end") {
    // The innermost ( without its ) is the one.
    size_t open = at;
    int depth = 0;
    for (size_t i = at; i-- > 0;) {
      if (text_[i] == ')') ++depth;
      if (text_[i] == '(' && depth-- == 0) {
        open = i;
        break;
      }
    }
    Report("R047", open, open + 1, "this ( is never closed",
           "close it with ), or with )? if it is optional");
  } else if (missing == "exact text" || missing == "exact end") {
    Report("R048", OpenedAt(text_, at, '"'), at,
           missing == "exact text" ? "an empty exact form" : "this \" is never closed",
           "an exact form stands between two \"");
  } else if (missing == "regex text" || missing == "regex end") {
    Report("R048", OpenedAt(text_, at, '/'), at,
           missing == "regex text" ? "an empty regular expression" : "this / is never closed",
           "a regular expression stands between two /; to mean \"or\", write |");
  } else {
    Report("R049", OpenedAt(text_, at, '$'), at + 1, "the name of a list must follow $", "");
  }
}

void PatternReporter::ReportLeftOver(size_t at) {
  // A word that runs into something else is left over as a whole; what it runs into is the mistake.
  const size_t special = std::min(text_.find_first_of(" <>|()?$\"/", at), text_.size());
  if (special < text_.size() && text_[special] != ' ') at = special;
  switch (text_[at]) {
    case '|':
      Report("R044", at, at + 1, "a stray |",
             "between single words it stands without blanks: hold|have; between longer parts "
             "inside brackets: "
             "( by phone | in a call )");
      break;
    case ')':
      Report("R047", at, at + 1, "this ) closes nothing", "");
      break;
    case '>':
      Report("R040", at, at + 1, "this > closes nothing",
             "a slot is written <role> or <role:kind>");
      break;
    case '?':
      Report("R049", at, at + 1, "a stray ?",
             "it stands right behind a word or a group, without a blank");
      break;
    default:
      Report("R049", at, at + 1, std::string("unexpected \"") + text_[at] + "\"",
             "words are parted by blanks, alternatives by |");
  }
}

}  // namespace telex
