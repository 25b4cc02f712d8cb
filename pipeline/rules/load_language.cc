// What the rules know about the language: function words, word forms, neighbour rules,
// abbreviations, datelines.

#include <optional>
#include <sstream>
#include <utility>

#include "pipeline/rules/load.h"
#include "pipeline/rules/phrase_form.h"
#include "pipeline/rules/suggest.h"
#include "pipeline/rules/tsv.h"

namespace telex {
namespace {

constexpr std::string_view kFolder = "language/";

/// "past|participle" as a set; reports a name that is none.
ClassSet ReadClasses(Loading& loading, const SourcePlace& place, std::string_view names) {
  ClassSet classes = 0;
  for (std::string_view name : SplitAlternatives(names)) {
    while (!name.empty() && name.front() == ' ') name.remove_prefix(1);
    while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
    if (const std::optional<ClassSet> found = FindWordClass(name)) {
      classes |= *found;
    } else {
      loading.Report("R084", place, "unknown word class \"" + std::string(name) + "\"").suggestion =
          Nearest(name, WordClassNames());
    }
  }
  return classes;
}

void LoadPronouns(Loading& loading, YamlMap& top, const YamlFile& file) {
  static const std::vector<std::string> kNumbers = {"singular", "plural", "any"};
  static const std::vector<std::string> kGenders = {"any", "male", "female", "thing", "person"};
  static const std::vector<std::string> kPersons = {"1", "2", "3"};
  for (const YamlEntry& entry : top.Entries("pronouns")) {
    YamlMap map(file, entry.value, "pronoun " + entry.key.text, loading.diagnostics);
    PronounFeatures features;
    features.plural = map.Choice("number", kNumbers) == size_t{1};
    features.gender = static_cast<Gender>(map.Choice("gender", kGenders).value_or(0));
    features.person = static_cast<uint8_t>(map.Choice("person", kPersons).value_or(2) + 1);
    map.Finish();
    loading.rules.pronouns[loading.Intern(entry.key.text)] = features;
  }
}

// A short form is read as one whole word, which is none itself.
void LoadShortForm(Loading& loading, const YamlFile& file, const YamlEntry& entry) {
  const std::string& full = entry.value.text;
  if (full.empty() || full.find_first_of(" '") != std::string::npos ||
      full.find("\u2019") != std::string::npos) {
    loading.Report("R032", file.PlaceOf(entry.value),
                   "\"" + entry.key.text + "\" must be read as one whole word",
                   "write the word that it stands for: \"n't\": not");
    return;
  }
  loading.rules.short_forms[loading.Intern(entry.key.text)] = loading.Intern(full);
}

void LoadFunctionWords(Loading& loading) {
  const YamlFile file = loading.Parse("language/function_words.yaml", true);
  YamlMap top(file, file.root, "function words", loading.diagnostics);
  for (const YamlEntry& entry : top.Entries("classes")) {
    const ClassSet classes = ReadClasses(loading, file.PlaceOf(entry.key), entry.key.text);
    for (const YamlNode* word :
         TextsOf(file, entry.value, "function words", entry.key.text, loading.diagnostics))
      loading.rules.function_words[loading.Intern(word->text)] |= classes;
  }
  for (const YamlEntry& entry : top.Entries("short_forms")) LoadShortForm(loading, file, entry);
  LoadPronouns(loading, top, file);
  for (const char* key : {"lists", "verbs", "nouns"})
    for (const YamlEntry& entry : top.Entries(key)) {
      TermSet words = loading.InternAll(
          TextsOf(file, entry.value, "function words", entry.key.text, loading.diagnostics));
      loading.rules.word_lists[entry.key.text].merge(words);
    }
  loading.rules.light_verbs = loading.InternAll(top.Texts("light_verbs"));
  const auto load_phrases = [&](const char* key, std::vector<std::vector<TermId>>& phrases) {
    for (const YamlNode* phrase : top.Texts(key)) {
      std::vector<TermId>& words = phrases.emplace_back();
      std::istringstream text(phrase->text);
      for (std::string word; text >> word;) words.push_back(loading.Intern(word));
    }
  };
  load_phrases("approximators", loading.rules.approximators);
  load_phrases("joiners", loading.rules.joiners);
  top.Finish();
}

void LoadWordClassRules(Loading& loading) {
  const YamlFile file = loading.Parse("language/word_classes.yaml", true);
  YamlMap top(file, file.root, "word classes", loading.diagnostics);
  std::map<std::string, SourcePlace> seen;
  for (const YamlNode& item : top.Items("rules")) {
    YamlMap map(file, item, "word class rule", loading.diagnostics);
    WordClassRule rule;
    rule.id = map.Require("id");
    map.set_owner("word class rule " + rule.id);
    if (const auto [first, added] = seen.emplace(rule.id, file.PlaceOf(item)); !added)
      map.Error("R021", item, "this id stands twice")
          .labels.push_back({first->second, "the first one is here"});
    const auto classes = [&](std::string_view key) {
      ClassSet set = 0;
      for (const YamlNode* text : map.Texts(key))
        set |= ReadClasses(loading, file.PlaceOf(*text), text->text);
      return set;
    };
    rule.when = classes("when");
    rule.left2 = classes("left2");
    rule.left = classes("left");
    rule.right = classes("right");
    rule.right2 = classes("right2");
    rule.read = classes("read");
    rule.words = loading.InternAll(map.Texts("words"));
    map.Texts("example");
    map.Texts("examples");
    if (rule.read == 0 && item.is_map() && item.Find("read") == nullptr)
      map.Error("R009", item, "the key \"read\" is missing");
    map.Finish();
    loading.rules.word_class_rules.push_back(std::move(rule));
  }
  top.Finish();
}

// Nouns for people ("climber"), from WordNet; a rules directory may do without.
void LoadPersonNouns(Loading& loading) {
  const std::string name = "language/person_nouns.tsv";
  const std::string* bytes = loading.files.Find(name);
  if (!bytes) return;
  TsvTable table(loading.files.PathOf(name), *bytes, {"noun"}, loading.diagnostics);
  TermSet& people = loading.rules.word_lists["people"];
  while (table.Next()) people.insert(loading.Intern(table.Cell(0)));
}

void LoadWordForms(Loading& loading) {
  const std::string forms_name = "language/wordforms.tsv";
  if (const std::string* bytes = loading.files.Find(forms_name)) {
    TsvTable table(loading.files.PathOf(forms_name), *bytes,
                   {"lemma", "noun", "verb", "adjective", "adverb"}, loading.diagnostics);
    while (table.Next()) {
      LemmaCounts counts;
      const auto read = [&](size_t column, ClassSet word_class, uint32_t& count) {
        if (table.Cell(column) == "-" || table.Cell(column).empty()) return;
        counts.classes |= word_class;
        count = table.Count(column);
      };
      read(1, kNoun, counts.noun);
      read(2, kBase, counts.verb);
      read(3, kAdjective, counts.adjective);
      read(4, kAdverb, counts.adverb);
      loading.rules.morphology.AddLemma(table.Cell(0), counts);
    }
  } else {
    loading.Report("R080", {loading.files.PathOf(forms_name), 0, 0, 1}, "this table is missing");
  }
  const std::string irregular_name = "language/irregular.tsv";
  if (const std::string* bytes = loading.files.Find(irregular_name)) {
    TsvTable table(loading.files.PathOf(irregular_name), *bytes, {"form", "lemma", "class"},
                   loading.diagnostics);
    while (table.Next()) {
      ClassSet classes = ReadClasses(loading, table.place(), table.Cell(2));
      if ((classes & kPlural) != 0) classes |= kNoun;
      loading.rules.morphology.AddForm(table.Cell(0), table.Cell(1), classes);
    }
  } else {
    loading.Report("R080", {loading.files.PathOf(irregular_name), 0, 0, 1},
                   "this table is missing");
  }
}

void LoadAbbreviations(Loading& loading) {
  const YamlFile file = loading.Parse("language/abbreviations.yaml", true);
  YamlMap top(file, file.root, "abbreviations", loading.diagnostics);
  // An abbreviation stands in the set with its stop and without.
  const auto read = [&](const char* key, TermSet& words) {
    for (const YamlNode* word : top.Texts(key)) {
      std::string bare = word->text;
      if (!bare.empty() && bare.back() == '.') bare.pop_back();
      words.insert(loading.Intern(bare));
      words.insert(loading.Intern(bare + "."));
    }
  };
  read("never_end", loading.rules.abbreviations_never_end);
  read("may_end", loading.rules.abbreviations_may_end);
  if (top.Flag("initials", false))
    loading.rules.word_lists["initials"].insert(loading.Intern("yes"));
  for (const char* key : {"not_initials", "domains", "plural_endings"})
    loading.rules.word_lists[key] = loading.InternAll(top.Texts(key));
  top.Finish();
}

void LoadDatelines(Loading& loading) {
  const YamlFile file = loading.Parse("language/datelines.yaml", true);
  YamlMap top(file, file.root, "datelines", loading.diagnostics);
  loading.rules.agencies = loading.InternAll(top.Texts("agencies"));
  loading.rules.word_lists["dateline_dashes"] = loading.InternAll(top.Texts("dashes"));
  loading.rules.word_lists["dateline_prefixes"] = loading.InternAll(top.Texts("prefixes"));
  top.Finish();
}

/// A file of this folder that nothing reads is most likely misspelt.
void ReportStrange(Loading& loading) {
  const std::vector<std::string> known = {"function_words.yaml", "word_classes.yaml",
                                          "abbreviations.yaml", "datelines.yaml", "dates.yaml"};
  for (const std::string& name : loading.files.List(kFolder, ".yaml")) {
    const std::string base = name.substr(kFolder.size());
    bool found = false;
    for (const std::string& one : known) found = found || one == base;
    if (!found)
      loading.Report("R031", {loading.files.PathOf(name), 1, 1, 1}, "nothing reads this file")
          .suggestion = Nearest(base, known);
  }
}

}  // namespace

void LoadLanguage(Loading& loading) {
  LoadFunctionWords(loading);
  LoadWordClassRules(loading);
  LoadWordForms(loading);
  LoadPersonNouns(loading);
  LoadAbbreviations(loading);
  LoadDatelines(loading);
  ReportStrange(loading);
}

}  // namespace telex
