// The grammar of rule patterns, in Spirit X3. What it accepts:
//
//     sequence = element*                      elements are parted by blanks
//     element  = slot | gap | mark | group | words, each with an optional "?"
//     slot     = "<" role (":" kind ("|" kind)*)? ">"
//     gap      = "..."
//     mark     = "," | ";" | ":" | "." | "-" | "'s" | a curly quote
//     group    = "(" sequence ("|" sequence)* ")"
//     words    = word ("|" word)*              no blanks around the bar
//     word     = lemma | glob | "exact" | /re/ | $list; a glob is a lemma with a "*" in it
//
// The grammar only finds structure; names of roles and kinds, regular expressions and the place of
// gaps are checked on the finished tree, so that several mistakes of one pattern are reported
// together. Expectation points carry the name of what was missing, from which the message is made.

#include <boost/spirit/home/x3.hpp>

#include <algorithm>
#include <tuple>

#include "grammars/pattern_report.h"
#include "pipeline/rules/pattern.h"
#include "pipeline/rules/phrase_form.h"

namespace telex {
namespace {

namespace x3 = boost::spirit::x3;

using Iterator = const char*;
struct BaseTag {};  // where the pattern starts, to turn iterators into offsets

template <class Context, class Range>
std::pair<uint32_t, uint32_t> Offsets(const Context& context, const Range& range) {
  const Iterator base = x3::get<BaseTag>(context);
  return {static_cast<uint32_t>(range.begin() - base), static_cast<uint32_t>(range.end() - base)};
}

/// The regular expression of a glob: "*ly" is any word that ends so, "*" alone any word.
std::string GlobExpression(std::string_view glob) {
  // Letters, figures, hyphens and apostrophes; beyond ASCII all but quotes and dashes.
  const std::string letter = R"(a-z0-9\x{80}-\x{200f}\x{2027}-\x{10ffff})";
  std::string expression = glob == "*" ? "[" + letter + "]" : "";
  for (const char c : glob) {
    if (c == '*') {
      expression += "[" + letter + "'-]*";
    } else {
      if (std::string_view(R"(\.+[]{}^)").find(c) != std::string_view::npos) expression += '\\';
      expression += c;
    }
  }
  return expression;
}

/// An action that makes the word of `kind` from the raw text it covers; `cut` characters of dress
/// go at either end.
template <PatternWord::Kind kKind, size_t kCutFront, size_t kCutBack>
struct MakeWord {
  template <class Context>
  void operator()(Context& context) const {
    const auto& range = x3::_attr(context);
    PatternWord& word = x3::_val(context);
    const std::string text(range.begin(), range.end());
    word.kind = kKind;
    word.text = text.substr(kCutFront, text.size() - kCutFront - kCutBack);
    std::tie(word.begin, word.end) = Offsets(context, range);
    if (kKind == PatternWord::Kind::kLemma && word.text.find('*') != std::string::npos) {
      word.kind = PatternWord::Kind::kRegex;
      word.text = GlobExpression(FoldWord(word.text));
    }
  }
};

template <PatternElement::Kind kKind>
struct MakeElement {
  template <class Context>
  void operator()(Context& context) const {
    const auto& range = x3::_attr(context);
    PatternElement& element = x3::_val(context);
    element.kind = kKind;
    std::tie(element.begin, element.end) = Offsets(context, range);
    const std::string text(range.begin(), range.end());
    if (kKind == PatternElement::Kind::kSlot) {
      const size_t colon = std::min(text.find(':'), text.size() - 1);
      element.role = text.substr(1, colon - 1);
      if (colon + 1 < text.size())
        element.slot_kind = text.substr(colon + 1, text.size() - colon - 2);
    } else if (kKind == PatternElement::Kind::kMark) {
      PatternWord word;
      word.kind = PatternWord::Kind::kExact;
      word.text = FoldWord(text);
      word.begin = element.begin;
      word.end = element.end;
      element.words.push_back(std::move(word));
    }
  }
};

struct AddWord {
  template <class Context>
  void operator()(Context& context) const {
    PatternElement& element = x3::_val(context);
    const PatternWord& word = x3::_attr(context);
    if (element.words.empty()) element.begin = word.begin;
    element.kind = PatternElement::Kind::kWord;
    element.end = word.end;
    element.words.push_back(word);
  }
};
struct AddAlternative {
  template <class Context>
  void operator()(Context& context) const {
    x3::_val(context).kind = PatternElement::Kind::kGroup;
    x3::_val(context).alternatives.push_back(x3::_attr(context));
  }
};
struct SetRange {
  template <class Context>
  void operator()(Context& context) const {
    PatternElement& element = x3::_val(context);
    std::tie(element.begin, element.end) = Offsets(context, x3::_attr(context));
  }
};
struct TakeElement {
  template <class Context>
  void operator()(Context& context) const {
    x3::_val(context) = x3::_attr(context);
  }
};
struct SetOptional {
  template <class Context>
  void operator()(Context& context) const {
    x3::_val(context).optional = true;
    ++x3::_val(context).end;
  }
};
struct AddElement {
  template <class Context>
  void operator()(Context& context) const {
    x3::_val(context).push_back(x3::_attr(context));
  }
};

using x3::char_;
using x3::lit;
using x3::raw;

const x3::rule<class SlotEnd> slot_end = "slot end";
const x3::rule<class RoleName> role_name = "role name";
const x3::rule<class KindName> kind_name = "kind name";
const x3::rule<class GroupEnd> group_end = "group end";
const x3::rule<class ExactText> exact_text = "exact text";
const x3::rule<class ExactEnd> exact_end = "exact end";
const x3::rule<class RegexText> regex_text = "regex text";
const x3::rule<class RegexEnd> regex_end = "regex end";
const x3::rule<class ListName> list_name = "list name";
const x3::rule<class WordId, PatternWord> word = "word";
const x3::rule<class WordsId, PatternElement> words = "words";
const x3::rule<class SlotId, PatternElement> slot = "slot";
const x3::rule<class GapId, PatternElement> gap = "gap";
const x3::rule<class MarkId, PatternElement> mark = "mark";
const x3::rule<class AlternativesId, PatternElement> alternatives = "alternatives";
const x3::rule<class GroupId, PatternElement> group = "group";
const x3::rule<class ElementId, PatternElement> element = "element";
const x3::rule<class SequenceId, PatternSequence> sequence = "sequence";

const auto blank = char_(" \t\n");
const auto name = +char_("a-zA-Z0-9_-");
const auto slot_end_def = lit('>');
const auto role_name_def = name;
const auto kind_name_def = name >> *(lit('|') >> name);
const auto group_end_def = lit(')');
const auto exact_text_def = +~char_('"');
const auto exact_end_def = lit('"');
const auto regex_text_def = +((lit('\\') >> char_) | ~char_("/"));
const auto regex_end_def = lit('/');
const auto list_name_def = name;

const auto curly_quote = lit("\xE2\x80\x9C") | lit("\xE2\x80\x9D") | lit("\xE2\x80\x98");
const auto word_end = x3::eoi | char_(" \t\n?|),;:(<") | lit("'s") | lit("\xE2\x80\x99s");
const auto mark_text =
    lit("'s") | lit("\xE2\x80\x99s") | char_(",;:") | curly_quote | (char_(".-") >> &word_end);
const auto lemma_char = ~char_(" \t\n<>|()?$\"/,;:") - curly_quote;
const auto possessive = (lit("'s") | lit("\xE2\x80\x99s")) >> &(x3::eoi | char_(" \t\n?|),;:(<"));

const auto word_def =
    raw[lit('"') > exact_text > exact_end][MakeWord<PatternWord::Kind::kExact, 1, 1>()] |
    raw[lit('/') > regex_text > regex_end][MakeWord<PatternWord::Kind::kRegex, 1, 1>()] |
    raw[lit('$') > list_name][MakeWord<PatternWord::Kind::kList, 1, 0>()] |
    raw[+(lemma_char - possessive)][MakeWord<PatternWord::Kind::kLemma, 0, 0>()];
const auto words_def = word[AddWord()] >> *(lit('|') >> word[AddWord()]) >> &word_end;
const auto slot_def = raw[lit('<') > role_name > -(lit(':') > kind_name) > slot_end]
                         [MakeElement<PatternElement::Kind::kSlot>()];
const auto gap_def =
    raw[lit("...") | lit("\xE2\x80\xA6")][MakeElement<PatternElement::Kind::kGap>()];
const auto mark_def = raw[mark_text][MakeElement<PatternElement::Kind::kMark>()];
const auto alternatives_def = sequence[AddAlternative()] >>
                              *(*blank >> lit('|') >> sequence[AddAlternative()]);
const auto group_def =
    raw[lit('(') >> alternatives[TakeElement()] >> *blank > group_end][SetRange()];
const auto element_def = (slot[TakeElement()] | gap[TakeElement()] | mark[TakeElement()] |
                          group[TakeElement()] | words[TakeElement()]) >>
                         -lit('?')[SetOptional()];
const auto sequence_def = *(*blank >> element[AddElement()]);

BOOST_SPIRIT_DEFINE(slot_end, role_name, kind_name, group_end, exact_text, exact_end, regex_text,
                    regex_end, list_name, word, words, slot, gap, mark, alternatives, group,
                    element, sequence)

/// An exact form of several words becomes a group with a sequence of exact words.
PatternElement SpreadExactForms(PatternElement words_in) {
  PatternElement spread;
  spread.kind = PatternElement::Kind::kGroup;
  spread.begin = words_in.begin;
  spread.end = words_in.end;
  spread.optional = words_in.optional;
  PatternElement rest = words_in;
  rest.optional = false;
  rest.words.clear();
  for (PatternWord& one : words_in.words) {
    const std::vector<std::string> parts =
        one.kind == PatternWord::Kind::kExact ? CutForm(one.text) : std::vector<std::string>(1);
    if (parts.size() < 2) {
      rest.words.push_back(std::move(one));
      continue;
    }
    PatternSequence form;
    for (const std::string& part : parts) {
      PatternElement exact;
      exact.begin = one.begin;
      exact.end = one.end;
      exact.words.push_back({PatternWord::Kind::kExact, part, one.begin, one.end});
      form.push_back(std::move(exact));
    }
    spread.alternatives.push_back(std::move(form));
  }
  if (spread.alternatives.empty()) {
    words_in.words = std::move(rest.words);
    return words_in;
  }
  if (!rest.words.empty())
    spread.alternatives.insert(spread.alternatives.begin(), {std::move(rest)});
  return spread;
}

/// Brings the tree into its final form: folded words, spread exact forms, optional slots as
/// optional groups.
PatternSequence Finish(PatternSequence elements) {
  PatternSequence result;
  for (PatternElement& one : elements) {
    for (PatternSequence& alternative : one.alternatives)
      alternative = Finish(std::move(alternative));
    for (PatternWord& each : one.words)
      if (each.kind == PatternWord::Kind::kLemma || each.kind == PatternWord::Kind::kExact)
        each.text = FoldWord(each.text);
    if (one.kind == PatternElement::Kind::kWord) {
      result.push_back(SpreadExactForms(std::move(one)));
    } else if (one.kind != PatternElement::Kind::kGroup && one.optional) {
      PatternElement wrapped;
      wrapped.kind = PatternElement::Kind::kGroup;
      wrapped.begin = one.begin;
      wrapped.end = one.end;
      wrapped.optional = true;
      one.optional = false;
      wrapped.alternatives.push_back({std::move(one)});
      result.push_back(std::move(wrapped));
    } else {
      result.push_back(std::move(one));
    }
  }
  return result;
}

}  // namespace

PatternSequence ParsePattern(std::string_view text, const SourcePlace& where,
                             Diagnostics& diagnostics) {
  PatternReporter reporter(text, where, diagnostics);
  PatternSequence tree;
  Iterator at = text.data();
  const Iterator end = text.data() + text.size();
  try {
    x3::parse(at, end, x3::with<BaseTag>(text.data())[sequence >> x3::omit[*blank]], tree);
  } catch (const x3::expectation_failure<Iterator>& failure) {
    reporter.ReportMissing(failure.which(), static_cast<size_t>(failure.where() - text.data()));
    return {};
  }
  if (at != end) {
    reporter.ReportLeftOver(static_cast<size_t>(at - text.data()));
    return {};
  }
  if (tree.empty()) {
    reporter.Report("R050", 0, text.size(), "an empty pattern", "");
    return {};
  }
  reporter.Check(tree);
  return Finish(std::move(tree));
}

}  // namespace telex
