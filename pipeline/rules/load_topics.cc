// What stories are about that give no events: topics.yaml.

#include <cstdlib>

#include "pipeline/rules/load.h"

namespace telex {
namespace {

/// The number at `key`; nothing there, or no number, is reported.
double Number(YamlMap& map, std::string_view key) {
  const std::string text = map.Require(key);
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  if (!text.empty() && *end != '\0')
    map.Error("R083", *map.Find(key), "\"" + text + "\" is no number");
  return value;
}

void ReadWords(Loading& loading, YamlMap& map, Topic& topic) {
  topic.strong = loading.InternAll(map.Texts("strong"));
  topic.words = loading.InternAll(map.Texts("words"));
  if (topic.strong.empty() && topic.words.empty())
    map.Error("R009", map.node(), "this topic has no words");
}

}  // namespace

void LoadTopics(Loading& loading) {
  if (loading.files.Find("topics.yaml") == nullptr) return;
  const YamlFile file = loading.Parse("topics.yaml", true);
  YamlMap top(file, file.root, "topics", loading.diagnostics);
  TopicRules& rules = loading.rules.topics;
  rules.least = static_cast<uint32_t>(Number(top, "least"));
  rules.most = static_cast<uint32_t>(Number(top, "most"));
  rules.lead = static_cast<uint32_t>(Number(top, "lead"));
  for (const YamlNode& item : top.Items("topics")) {
    YamlMap map(file, item, "topic", loading.diagnostics);
    if (!map.is_map()) continue;
    Topic topic;
    topic.id = map.Require("id");
    map.set_owner("topic " + topic.id);
    topic.times = Number(map, "times");
    if (map.Find("years") != nullptr) topic.years = static_cast<uint32_t>(Number(map, "years"));
    ReadWords(loading, map, topic);
    map.Finish();
    rules.topics.push_back(std::move(topic));
  }
  if (const YamlNode* affairs = top.Find("affairs")) {
    YamlMap map(file, *affairs, "affairs", loading.diagnostics);
    ReadWords(loading, map, rules.affairs);
    map.Finish();
  }
  top.Finish();
}

}  // namespace telex
