// Patterns of titles and names: names.yaml.

#include <utility>

#include "pipeline/rules/load.h"

namespace telex {

void LoadNames(Loading& loading) {
  static const std::vector<std::string> kExpected = {"name", "title", "country", "organization"};
  const YamlFile file = loading.Parse("names.yaml", true);
  YamlMap top(file, file.root, "names", loading.diagnostics);
  std::map<std::string, SourcePlace> seen;
  for (const YamlNode& item : top.Items("names")) {
    YamlMap map(file, item, "name rule", loading.diagnostics);
    if (!map.is_map()) continue;
    NameRule rule;
    rule.id = map.Require("id");
    map.set_owner("name rule " + rule.id);
    rule.place = file.PlaceOf(item);
    if (const auto [first, added] = seen.emplace(rule.id, rule.place); !added)
      map.Error("R021", item, "this id stands twice")
          .labels.push_back({first->second, "the first one is here"});
    const std::vector<const YamlNode*> texts = map.Texts("phrase");
    rule.patterns = ReadPatterns(loading, file, texts, RulePattern::Kind::kPhrase, true,
                                 loading.shared_words, loading.used_shared);
    for (const RulePattern& pattern : rule.patterns)
      rule.phrases.push_back(
          CompilePhrase(pattern, loading.shared_words, loading.rules, loading.diagnostics));
    rule.examples = ReadExamples(map, file, kExpected, loading.diagnostics);
    map.Text("about");
    if (map.Finish() && texts.empty() && !file.damaged)
      map.Error("R022", item, "this rule has no pattern", "give it a phrase:");
    loading.rules.names.push_back(std::move(rule));
  }
  top.Finish();
}

}  // namespace telex
