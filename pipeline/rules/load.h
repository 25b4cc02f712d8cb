// Loading: what the loaders of one run share. LoadRules (loader.cc) calls them in this order; each
// reads its own files below the rules directory, fills its part of the RuleSet, and reports what it
// does not understand. Internal to pipeline/rules.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/rules/rule_files.h"
#include "pipeline/rules/ruleset.h"
#include "pipeline/rules/yaml_map.h"

namespace telex {

struct Loading {
  const RuleFiles& files;
  RuleSet& rules;
  Diagnostics& diagnostics;
  RuleWords shared_words;  // rules/words.yaml
  std::map<std::string, SourcePlace> shared_places;
  std::set<std::string> used_shared;
  std::set<std::string> regexes;  // the different ones so far

  /// Parses `name`, or reports that it is missing (where `required`) and gives a file without
  /// content.
  YamlFile Parse(std::string_view name, bool required);
  /// The bytes of the table that `table` names, relative to the folder of `file`; reports one that
  /// is not there.
  const std::string* Table(const YamlFile& file, const YamlNode& table, std::string_view folder,
                           std::string& path);
  Diagnostic& Report(std::string_view code, SourcePlace place, std::string message,
                     std::string help = "");

  TermId Intern(std::string_view word);
  /// Interns the texts of a node that holds a text or a list of texts.
  TermSet InternAll(const std::vector<const YamlNode*>& texts);
  /// Cuts `form`, and lets it lead to an entry of `kind`. Each spelling of one thing is an entry.
  void AddPhrase(EntryKind kind, uint32_t index, std::string_view form);
};

/// Compiles the rules that `files` hold; as LoadRules, which reads the files before.
std::shared_ptr<const RuleSet> CompileRules(const RuleFiles& files, Diagnostics& diagnostics);

void LoadOntology(Loading& loading);
void LoadLanguage(Loading& loading);
void LoadDates(Loading& loading);
void LoadLexicons(Loading& loading);
void LoadContext(Loading& loading);
void LoadTopics(Loading& loading);
void LoadCoding(Loading& loading);
/// Reports types, statuses and codes without a row, and rows that no event reaches.
void CheckCoding(Loading& loading);
void LoadCameoCodes(Loading& loading, const YamlFile& file, const YamlNode& table);
void ReadLegalCodes(Loading& loading, const YamlFile& file, const YamlNode& node);
void LoadSharedWords(Loading& loading);
void LoadNames(Loading& loading);
void LoadEvents(Loading& loading);

/// Parses the patterns that `texts` hold. A pattern with a mistake is reported and left out. Lists
/// that `words` lacks are reported, those that are used are added to `used`.
std::vector<RulePattern> ReadPatterns(Loading& loading, const YamlFile& file,
                                      const std::vector<const YamlNode*>& texts,
                                      RulePattern::Kind kind, bool of_names, const RuleWords& words,
                                      std::set<std::string>& used);

/// Reads `examples:`; `expected` are the keys that `expect` may have.
std::vector<Example> ReadExamples(YamlMap& rule, const YamlFile& file,
                                  const std::vector<std::string>& expected,
                                  Diagnostics& diagnostics);

std::optional<EventStatus> FindStatus(std::string_view name);
const std::vector<std::string>& StatusNames();

}  // namespace telex
