// Cues that stand over an event and change it: context.yaml.

#include <utility>

#include "pipeline/rules/load.h"

namespace telex {

const std::vector<std::string>& StatusNames() {
  static const std::vector<std::string> names = {"actual", "planned", "negated", "possible"};
  return names;
}

std::optional<EventStatus> FindStatus(std::string_view name) {
  for (size_t i = 0; i < StatusNames().size(); ++i)
    if (StatusNames()[i] == name) return static_cast<EventStatus>(i);
  return std::nullopt;
}

namespace {

// The links for which a governor's cue holds.
uint8_t ReadLinks(YamlMap& map) {
  static constexpr std::pair<const char*, ContextCue::Link> kLinks[] = {
      {"infinitive", ContextCue::kInfinitive},
      {"gerund", ContextCue::kGerund},
      {"noun", ContextCue::kNoun},
      {"clause", ContextCue::kClause}};
  uint8_t links = 0;
  for (const YamlNode* text : map.Texts("takes")) {
    uint8_t link = 0;
    for (const auto& [name, bit] : kLinks)
      if (text->text == name) link = bit;
    if (link == 0)
      map.Error("R014", *text, "\"" + text->text + "\" is no value of \"takes\"",
                "one of: infinitive, gerund, noun, clause");
    links |= link;
  }
  return links;
}

void ReadCues(Loading& loading, const YamlFile& file, YamlMap& top, const char* key,
              ContextCue::Kind kind) {
  std::map<std::string, SourcePlace> seen;
  for (const YamlNode& item : top.Items(key)) {
    YamlMap map(file, item, "cue", loading.diagnostics);
    if (!map.is_map()) continue;
    ContextCue cue;
    cue.kind = kind;
    cue.id = map.Require("id");
    map.set_owner("cue " + cue.id);
    if (const auto [first, added] = seen.emplace(cue.id, file.PlaceOf(item)); !added)
      map.Error("R021", item, "this id stands twice")
          .labels.push_back({first->second, "the first one is here"});
    if (kind == ContextCue::Kind::kGovernor) {
      cue.words = loading.InternAll(map.Texts("verbs"));
      cue.nouns = loading.InternAll(map.Texts("nouns"));
      cue.passive = map.Flag("passive", false);
      cue.adjectives = loading.InternAll(map.Texts("adjectives"));
      cue.particles = loading.InternAll(map.Texts("particles"));
      cue.takes = ReadLinks(map);
    } else {
      cue.words = loading.InternAll(map.Texts("words"));
    }
    if (kind == ContextCue::Kind::kAdverb || kind == ContextCue::Kind::kIntroducer)
      cue.takes = ReadLinks(map);
    if (kind == ContextCue::Kind::kModal) cue.unreal = map.Flag("unreal", false);
    if (kind == ContextCue::Kind::kIntroducer) {
      cue.shares = map.Flag("shares", false);
      cue.condition = map.Flag("condition", false);
    }
    cue.hold = map.Flag("hold", false);
    cue.historical = map.Flag("historical", false);
    const std::optional<size_t> status = map.Choice("status", StatusNames());
    cue.status = static_cast<EventStatus>(status.value_or(0));
    map.Text("about");
    map.Finish();
    if (cue.words.empty() && cue.nouns.empty() && cue.adjectives.empty() && !file.damaged)
      map.Error("R009", item, "this cue has no words");
    if (!status && !cue.hold && !cue.historical && item.Find("status") == nullptr && !file.damaged)
      map.Error("R009", item, "this cue changes nothing", "give it a status:, or hold: true");
    loading.rules.cues.push_back(std::move(cue));
  }
}

}  // namespace

void LoadContext(Loading& loading) {
  const YamlFile file = loading.Parse("context.yaml", true);
  YamlMap top(file, file.root, "context", loading.diagnostics);
  ReadCues(loading, file, top, "modals", ContextCue::Kind::kModal);
  ReadCues(loading, file, top, "introducers", ContextCue::Kind::kIntroducer);
  ReadCues(loading, file, top, "governors", ContextCue::Kind::kGovernor);
  ReadCues(loading, file, top, "modifiers", ContextCue::Kind::kModifier);
  ReadCues(loading, file, top, "adverbs", ContextCue::Kind::kAdverb);
  ReadCues(loading, file, top, "marks", ContextCue::Kind::kMark);
  top.Finish();
}

}  // namespace telex
