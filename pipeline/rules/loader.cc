// LoadRules: reads the directory once, lets each loader take its files, then builds the indexes
// over the frames.
//
// No loader stops at a mistake, and none depends on another's success: an author sees all mistakes
// of all files in one run. The order matters only for what is looked up: types before events, lists
// before patterns.

#include <algorithm>
#include <utility>

#include "pipeline/rules/load.h"
#include "pipeline/rules/phrase_form.h"
#include "pipeline/rules/suggest.h"
#include "pipeline/rules/word_set.h"

namespace telex {
namespace {

constexpr std::string_view kOtherFiles[] = {"ontology.yaml", "words.yaml",  "names.yaml",
                                            "context.yaml",  "topics.yaml", "schema.json"};

/// A YAML file that no loader reads is a file in the wrong place, or a name misspelt.
void ReportStrangeFiles(Loading& loading) {
  for (const std::string& name : loading.files.List("", ".yaml")) {
    const bool in_folder = name.rfind("events/", 0) == 0 || name.rfind("lexicons/", 0) == 0 ||
                           name.rfind("language/", 0) == 0 || name.rfind("coding/", 0) == 0 ||
                           name.rfind("schema/", 0) == 0;
    if (in_folder ||
        std::find(std::begin(kOtherFiles), std::end(kOtherFiles), name) != std::end(kOtherFiles))
      continue;
    Diagnostic& diagnostic =
        loading.Report("R031", {loading.files.PathOf(name), 1, 1, 1}, "nothing reads this file",
                       "rules of events belong into events/, tables into lexicons/");
    diagnostic.severity = Severity::kWarning;
    diagnostic.suggestion =
        Nearest(name, std::vector<std::string>(std::begin(kOtherFiles), std::end(kOtherFiles)));
  }
  for (const std::string& name : loading.files.List("", ".yml")) {
    loading.Report("R031", {loading.files.PathOf(name), 1, 1, 1}, "nothing reads this file",
                   "files of rules end in .yaml");
  }
}

void IndexFrames(RuleSet& rules) {
  for (const Frame& frame : rules.frames) {
    if (frame.head == Frame::Head::kSpoken)
      continue;  // few, tried on every clause with an auxiliary
    auto& index = frame.head == Frame::Head::kVerbal ? rules.by_verb : rules.by_noun;
    std::vector<TermId> heads = frame.words.lemmas;
    for (const TermId exact : frame.words.exact) {
      // Text is looked up by lemma, so an exact form stands under its lemma too; the form is
      // compared afterwards.
      heads.push_back(exact);
      const Readings readings = rules.morphology.Analyse(rules.vocabulary.text(exact));
      const std::string& lemma =
          frame.head == Frame::Head::kVerbal ? readings.verb_lemma : readings.noun_lemma;
      if (!lemma.empty()) heads.push_back(rules.vocabulary.Intern(lemma));
    }
    std::sort(heads.begin(), heads.end());
    heads.erase(std::unique(heads.begin(), heads.end()), heads.end());
    for (const TermId head : heads) index[head].push_back(frame.id);
    if (!frame.words.regexes.empty()) rules.by_regex.push_back(frame.id);
  }
}

/// Frames and phrases are made of the trees, and nothing else asks for them.
void DropTrees(RuleSet& rules) {
  for (Rule& rule : rules.rules)
    for (auto* patterns : {&rule.patterns, &rule.never, &rule.only})
      for (RulePattern& pattern : *patterns) pattern.tree = {};
  for (NameRule& rule : rules.names)
    for (RulePattern& pattern : rule.patterns) pattern.tree = {};
}

}  // namespace

YamlFile Loading::Parse(std::string_view name, bool required) {
  const std::string path = files.PathOf(name);
  if (const std::string* bytes = files.Find(name)) return ParseYaml(path, *bytes, diagnostics);
  YamlFile none;
  none.path = path;
  none.damaged = true;  // so that nobody complains of what it lacks
  if (required) Report("R080", {path, 0, 0, 1}, "this file is missing");
  return none;
}

const std::string* Loading::Table(const YamlFile& file, const YamlNode& table,
                                  std::string_view folder, std::string& path) {
  const std::string name = std::string(folder) + table.text;
  path = files.PathOf(name);
  const std::string* bytes = files.Find(name);
  if (bytes == nullptr) {
    std::vector<std::string> there;
    for (const std::string& one : files.List(folder, ".tsv"))
      there.push_back(one.substr(folder.size()));
    Report("R080", file.PlaceOf(table), "there is no table \"" + table.text + "\" beside this file")
        .suggestion = Nearest(table.text, there);
  }
  return bytes;
}

Diagnostic& Loading::Report(std::string_view code, SourcePlace place, std::string message,
                            std::string help) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.place = std::move(place);
  diagnostic.message = std::move(message);
  diagnostic.help = std::move(help);
  diagnostics.Add(std::move(diagnostic));
  return diagnostics.last();
}

TermId Loading::Intern(std::string_view word) { return rules.vocabulary.Intern(FoldWord(word)); }

TermSet Loading::InternAll(const std::vector<const YamlNode*>& texts) {
  TermSet terms;
  for (const YamlNode* text : texts) terms.insert(Intern(text->text));
  return terms;
}

void Loading::AddPhrase(EntryKind kind, uint32_t index, std::string_view form) {
  std::vector<TermId> phrase;
  for (const std::string& word : CutForm(form)) phrase.push_back(Intern(word));
  if (phrase.empty()) return;
  Lexicon& lexicon = rules.lexicon;
  const Spelling spelling = SpellingOf(form);
  // Forms of one thing are added one after the other: its entries are the last ones.
  EntryId entry;
  for (size_t back = 1; back <= 8 && back <= lexicon.entries.size(); ++back) {
    const LexiconEntry& last = lexicon.entries[lexicon.entries.size() - back];
    if (last.kind == kind && last.index == index && last.spelling == spelling) {
      entry = EntryId(lexicon.entries.size() - back);
      break;
    }
  }
  if (!entry.valid()) {
    entry = EntryId(lexicon.entries.size());
    lexicon.entries.push_back({kind, index, spelling});
  }
  lexicon.phrases.Add(phrase, entry);
}

std::shared_ptr<const RuleSet> CompileRules(const RuleFiles& files, Diagnostics& diagnostics) {
  if (files.size() == 0) {
    if (!diagnostics.HasErrors()) {
      Diagnostic diagnostic;
      diagnostic.code = "R030";
      diagnostic.place.file = files.directory();
      diagnostic.message = "this directory of rules is empty";
      diagnostics.Add(std::move(diagnostic));
    }
    return nullptr;
  }
  auto rules = std::make_shared<RuleSet>();
  rules->hash = files.Hash();
  rules->file_count = files.size();
  Loading loading{files, *rules, diagnostics, {}, {}, {}, {}};
  LoadOntology(loading);
  LoadLanguage(loading);
  LoadDates(loading);
  LoadLexicons(loading);
  LoadContext(loading);
  LoadTopics(loading);
  LoadSharedWords(loading);
  LoadCoding(loading);
  LoadNames(loading);
  LoadEvents(loading);
  ReportStrangeFiles(loading);
  DropTrees(*rules);
  IndexFrames(*rules);
  IndexWords(*rules);
  rules->keys.Build(*rules);
  diagnostics.Sort();
  return rules;
}

std::shared_ptr<const RuleSet> LoadRules(const std::string& directory, Diagnostics& diagnostics) {
  return CompileRules(RuleFiles::Read(directory, diagnostics), diagnostics);
}

}  // namespace telex
