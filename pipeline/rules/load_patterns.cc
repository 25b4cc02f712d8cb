// What rules of events and of names have in common: patterns, with the lists they name, and
// examples.

#include <algorithm>
#include <cctype>
#include <utility>

#include "pipeline/rules/load.h"
#include "pipeline/rules/phrase_form.h"
#include "pipeline/rules/suggest.h"
#include "pipeline/rules/tsv.h"
#include "pipeline/rules/word_set.h"

namespace telex {
namespace {

constexpr std::string_view kEventRoles[] = {"source", "target", "place", "topic", "what"};
constexpr std::string_view kNameRoles[] = {"name",      "office",   "country", "organization",
                                           "honorific", "modifier", "person"};

// Of <what:…>, beside the types of the ontology.
constexpr std::string_view kContentKinds[] = {"event",  "clause", "thing", "actor",
                                              "person", "place",  "owner"};

class PatternChecker {
 public:
  PatternChecker(Loading& loading, const RulePattern& pattern, const RuleWords& words,
                 bool of_names, std::set<std::string>& used)
      : loading_(loading), pattern_(pattern), words_(words), of_names_(of_names), used_(used) {}

  void Check(const PatternSequence& elements) {
    for (const PatternElement& element : elements) {
      for (const PatternSequence& alternative : element.alternatives) Check(alternative);
      for (const PatternWord& word : element.words) {
        if (word.kind == PatternWord::Kind::kList) CheckList(word);
        if (word.kind == PatternWord::Kind::kRegex) CountRegex(word);
        if (word.kind == PatternWord::Kind::kLemma || word.kind == PatternWord::Kind::kExact)
          CheckShort(word);
      }
      if (element.kind == PatternElement::Kind::kSlot) CheckRole(element);
      if (element.alternatives.size() == 1) CheckBars(element.alternatives[0]);
    }
  }

 private:
  SourcePlace PlaceOf(uint32_t begin, uint32_t end) const {
    SourcePlace place = pattern_.place;
    const auto code_points = [&](uint32_t from, uint32_t to) {
      uint32_t count = 0;
      for (uint32_t i = from; i < to && i < pattern_.text.size(); ++i)
        if ((static_cast<unsigned char>(pattern_.text[i]) & 0xC0) != 0x80) ++count;
      return count;
    };
    place.column += code_points(0, begin);
    place.length = std::max<uint32_t>(1, code_points(begin, end));
    return place;
  }

  void CountRegex(const PatternWord& word) {
    loading_.regexes.insert(word.text);
    if (loading_.regexes.size() <= kMostRegexes) return;
    loading_.Report("R051", PlaceOf(word.begin, word.end),
                    "there are more than " + std::to_string(kMostRegexes) +
                        " different regular expressions in all rules",
                    "write the words out, or use one expression in several places");
  }

  // "(regret|pay dearly|be punished)" asks for "pay be punished": a bar without blanks parts single
  // words, which is hardly meant where two such sets stand side by side in brackets.
  void CheckBars(const PatternSequence& inside) {
    const PatternElement* first = nullptr;
    for (const PatternElement& element : inside) {
      if (element.words.size() < 2) continue;
      if (first == nullptr) {
        first = &element;
        continue;
      }
      const auto text = [&](const PatternElement& set) {
        return pattern_.text.substr(set.begin, set.end - set.begin);
      };
      loading_.Report("R053", PlaceOf(first->begin, element.end),
                      "this reads as `" + text(*first) + "` and behind it `" + text(element) + "`",
                      "where an alternative has several words, put blanks around each bar: "
                      "( pay | give in ); two sets are written as (is|are) (not|never)");
      return;
    }
  }

  // "won't" and "n't": texts have them as whole words.
  void CheckShort(const PatternWord& word) {
    const RuleSet& rules = loading_.rules;
    const std::string folded = FoldWord(word.text);
    const auto text = [&](TermId term) { return std::string(rules.vocabulary.text(term)); };
    std::string full;
    if (const auto contraction = rules.FindContraction(folded))
      full = text(contraction->first) + " " + text(contraction->second);
    const auto part = rules.short_forms.find(rules.vocabulary.Find(folded));
    if (part != rules.short_forms.end() && folded.find('\'') != std::string::npos)
      full = text(part->second);
    if (full.empty()) return;
    loading_.Report("R052", PlaceOf(word.begin, word.end),
                    "\"" + word.text + "\" is never a word of a text",
                    "short forms are read as their full ones: write `" + full + "`");
  }

  void CheckList(const PatternWord& word) {
    if (words_.lists.count(word.text) != 0) {
      used_.insert(word.text);
      return;
    }
    std::vector<std::string> names;
    for (const auto& [name, list] : words_.lists) names.push_back(name);
    std::sort(names.begin(), names.end());
    loading_
        .Report("R026", PlaceOf(word.begin, word.end), "there is no list \"" + word.text + "\"",
                "a list stands in `words:` of the same file, or in words.yaml")
        .suggestion = Nearest(word.text, names);
  }

  void CheckRole(const PatternElement& slot) {
    const bool event_role = std::find(std::begin(kEventRoles), std::end(kEventRoles), slot.role) !=
                            std::end(kEventRoles);
    const bool name_role =
        std::find(std::begin(kNameRoles), std::end(kNameRoles), slot.role) != std::end(kNameRoles);
    if (!of_names_ && slot.role == "what") CheckContent(slot);
    if (of_names_ ? name_role : event_role) return;
    loading_.Report(
        "R041", PlaceOf(slot.begin + 1, slot.begin + 1 + static_cast<uint32_t>(slot.role.size())),
        "the role \"" + slot.role + "\" does not belong here",
        of_names_
            ? "slots of a name are: name, office, country, organization, honorific, modifier"
            : "the roles are: source, target, place, topic, what; a kind follows a colon, as in "
              "<target:person>");
  }

  // <what:…> takes a kind, or the types that an inner event may have.
  void CheckContent(const PatternElement& slot) {
    if (slot.slot_kind.empty()) return;
    std::vector<std::string> names(std::begin(kContentKinds), std::end(kContentKinds));
    if (std::find(names.begin(), names.end(), slot.slot_kind) != names.end()) return;
    for (const EventType& type : loading_.rules.types) names.push_back(type.name);
    const uint32_t first = slot.begin + 1 + static_cast<uint32_t>(slot.role.size()) + 1;
    for (const std::string_view name : SplitAlternatives(slot.slot_kind)) {
      if (loading_.rules.FindType(name).valid()) continue;
      const auto begin = first + static_cast<uint32_t>(name.data() - slot.slot_kind.data());
      const bool kind = std::find(names.begin(), names.end(), name) != names.end();
      loading_
          .Report("R042", PlaceOf(begin, begin + static_cast<uint32_t>(name.size())),
                  kind ? "the kind \"" + std::string(name) + "\" stands alone"
                       : "there is no kind and no event type \"" + std::string(name) + "\"",
                  "write <what:event> for any inner event, <what:clause> for any content, or event "
                  "types as in <what:aid|mediation>")
          .suggestion = kind ? "" : Nearest(name, names);
    }
  }

  Loading& loading_;
  const RulePattern& pattern_;
  const RuleWords& words_;
  bool of_names_;
  std::set<std::string>& used_;
};

/// A broken pattern still uses its lists: no second message shall say that they are unused.
void MarkLists(std::string_view pattern, const RuleWords& words, std::set<std::string>& used) {
  for (size_t at = pattern.find('$'); at != std::string_view::npos;
       at = pattern.find('$', at + 1)) {
    size_t end = at + 1;
    while (end < pattern.size() && (isalnum(static_cast<unsigned char>(pattern[end])) != 0 ||
                                    pattern[end] == '_' || pattern[end] == '-'))
      ++end;
    const std::string name(pattern.substr(at + 1, end - at - 1));
    if (words.lists.count(name) != 0) used.insert(name);
  }
}

}  // namespace

std::vector<RulePattern> ReadPatterns(Loading& loading, const YamlFile& file,
                                      const std::vector<const YamlNode*>& texts,
                                      RulePattern::Kind kind, bool of_names, const RuleWords& words,
                                      std::set<std::string>& used) {
  std::vector<RulePattern> patterns;
  for (const YamlNode* text : texts) {
    const size_t before = loading.diagnostics.all().size();
    RulePattern pattern;
    pattern.kind = kind;
    pattern.text = text->text;
    pattern.place = file.InsideOf(*text);
    pattern.tree = ParsePattern(pattern.text, pattern.place, loading.diagnostics);
    if (loading.diagnostics.all().size() == before)
      PatternChecker(loading, pattern, words, of_names, used).Check(pattern.tree);
    if (loading.diagnostics.all().size() == before) {
      patterns.push_back(std::move(pattern));
    } else {
      MarkLists(pattern.text, words, used);
    }
  }
  return patterns;
}

std::vector<Example> ReadExamples(YamlMap& rule, const YamlFile& file,
                                  const std::vector<std::string>& expected,
                                  Diagnostics& diagnostics) {
  static const std::pair<const char*, Example::Kind> kKinds[] = {{"text", Example::Kind::kText},
                                                                 {"not", Example::Kind::kNot},
                                                                 {"none", Example::Kind::kNone},
                                                                 {"todo", Example::Kind::kTodo}};
  std::vector<Example> examples;
  for (const YamlNode& item : rule.Items("examples")) {
    YamlMap map(file, item, rule.owner() + ", example", diagnostics);
    if (!map.is_map()) continue;
    Example example;
    int kinds = 0;
    for (const auto& [key, kind] : kKinds) {
      const YamlNode* node = map.Find(key);
      if (node == nullptr) continue;
      ++kinds;
      example.kind = kind;
      example.text = map.Text(key);
      example.place = file.InsideOf(*node);
    }
    for (const YamlEntry& entry : map.Entries("expect")) {
      if (std::find(expected.begin(), expected.end(), entry.key.text) == expected.end()) {
        map.Error("R029", entry.key, "\"" + entry.key.text + "\" is nothing that can be expected")
            .suggestion = Nearest(entry.key.text, expected);
        continue;
      }
      // A list of actors is kept as one text; RunExamples takes it apart again.
      std::string value;
      for (const YamlNode* text :
           TextsOf(file, entry.value, map.owner(), entry.key.text, diagnostics))
        value += (value.empty() ? "" : "; ") + text->text;
      example.expect.emplace_back(entry.key.text, std::move(value));
    }
    map.Text("about");
    map.Finish();
    if (kinds == 0) {
      if (!file.damaged)
        map.Error("R009", item, "this has no text", "write text:, not:, none: or todo:");
      continue;
    }
    if (kinds > 1)
      map.Error("R010", item, "an example has one text",
                "write one of text:, not:, none: and todo:");
    if (!example.expect.empty() &&
        (example.kind == Example::Kind::kNot || example.kind == Example::Kind::kNone))
      map.Error("R010", item, "what must not fire can have no `expect`");
    examples.push_back(std::move(example));
  }
  return examples;
}

}  // namespace telex
