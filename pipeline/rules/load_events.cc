// Rules of events: events/*.yaml, with the lists of words.yaml that all files share; and the
// ontology they name.

#include <algorithm>
#include <utility>

#include "pipeline/rules/load.h"
#include "pipeline/rules/phrase_form.h"
#include "pipeline/rules/suggest.h"

namespace telex {
namespace {

const std::vector<std::string>& ExpectedKeys() {
  static const std::vector<std::string> keys = {"source", "target", "place", "topic",
                                                "what",   "status", "date"};
  return keys;
}

struct PatternKey {
  const char* key;
  RulePattern::Kind kind;
};
constexpr PatternKey kPatternKeys[] = {{"sentence", RulePattern::Kind::kSentence},
                                       {"noun", RulePattern::Kind::kNoun},
                                       {"phrase", RulePattern::Kind::kPhrase},
                                       {"speech", RulePattern::Kind::kSpeech}};

struct LendingKey {
  const char* key;
  Role role;
};
constexpr LendingKey kLendingKeys[] = {{"target", Role::kTarget}, {"place", Role::kPlace}};
constexpr LendingKey kLenders[] = {
    {"source", Role::kSource},
    {"target", Role::kTarget},
    {"place", Role::kPlace},
    {"partner", Role::kWhat}};  // with, to or for whom, whatever the content

std::string JoinTypes(const RuleSet& rules, std::vector<std::string>& names) {
  std::string joined;
  for (const EventType& type : rules.types) {
    names.push_back(type.name);
    joined += (joined.empty() ? "" : ", ") + type.name;
  }
  return joined;
}

/// A list holds single words: what stands in its place in a pattern is one word of the text.
bool IsOneWord(Loading& loading, const YamlFile& file, const YamlNode& word) {
  if (word.text.find(' ') == std::string::npos &&
      !loading.rules.FindContraction(FoldWord(word.text)))
    return true;
  loading.Report("R032", file.PlaceOf(word),
                 "\"" + word.text + "\" is several words, and a list holds single ones",
                 "write the words into the pattern, where those before a noun may stand apart from "
                 "it, or in a `phrase:` as a group of alternatives");
  return false;
}

/// One file of events/.
class EventFile {
 public:
  EventFile(Loading& loading, std::string_view name)
      : loading_(loading), file_(loading.Parse(name, true)), words_(loading.shared_words) {}

  void Load(std::map<std::string, SourcePlace>& rule_places) {
    YamlMap top(file_, file_.root, "events", loading_.diagnostics);
    const YamlNode* event = top.Find("event");
    if (event != nullptr) {
      event_ = top.Text("event");
      FindEventType(top, *event);
    } else if (top.is_map() && !file_.damaged) {
      top.Error("R009", file_.root, "the key \"event\" is missing",
                "name an event type of ontology.yaml");
    }
    top.set_owner(event_.empty() ? "events" : event_);
    top.Text("about");
    ReadLists(top);
    const std::vector<YamlNode>& items = top.Items("rules");
    if (items.empty() && !file_.damaged && top.is_map())
      top.Error("R023", file_.root, "this file has no rule");
    for (const YamlNode& item : items) ReadRule(item, rule_places);
    top.Finish();
    ReportUnusedLists();
  }

 private:
  void FindEventType(YamlMap& top, const YamlNode& node) {
    type_ = loading_.rules.FindType(event_);
    if (type_.valid() || loading_.rules.types.empty()) return;
    std::vector<std::string> names;
    const std::string joined = JoinTypes(loading_.rules, names);
    top.Error("R020", node, "the ontology has no event type \"" + event_ + "\"",
              "the types are: " + joined)
        .suggestion = Nearest(event_, names);
  }

  void ReadLists(YamlMap& top) {
    for (const YamlEntry& entry : top.Entries("words")) {
      const auto shared = loading_.shared_places.find(entry.key.text);
      if (shared != loading_.shared_places.end())
        top.Error("R028", entry.key, "the list \"" + entry.key.text + "\" is in words.yaml already",
                  "give this one another name, or use the shared one")
            .labels.push_back({shared->second, "the shared list"});
      std::vector<std::string> list;
      for (const YamlNode* word :
           TextsOf(file_, entry.value, "list " + entry.key.text, "words", loading_.diagnostics))
        if (IsOneWord(loading_, file_, *word)) list.push_back(word->text);
      words_.lists[entry.key.text] = std::move(list);
      local_lists_.emplace_back(&entry.key);
    }
  }

  void ReadRule(const YamlNode& item, std::map<std::string, SourcePlace>& rule_places) {
    YamlMap map(file_, item, "rule", loading_.diagnostics);
    if (!map.is_map()) return;
    Rule rule;
    const std::string id = map.Require("id");
    map.set_owner("rule " + (id.empty() ? "(without id)" : id));
    rule.name = event_ + "/" + id;
    rule.type = type_;
    rule.about = map.Text("about");
    rule.nominal = map.Flag("nominal", true);
    rule.mutual = map.Flag("mutual", false);
    rule.by_speaker = map.Choice("source", {"speaker"}).has_value();
    if (item.Find("alone") != nullptr) rule.alone = map.Flag("alone", false);
    if (const std::optional<size_t> status = map.Choice("status", StatusNames()))
      rule.status = static_cast<EventStatus>(*status);
    const YamlNode* id_node = item.Find("id");
    rule.place = file_.PlaceOf(id_node != nullptr ? *id_node : item);
    if (const auto [first, added] = rule_places.emplace(rule.name, rule.place);
        !added && !id.empty())
      map.Error("R021", *id_node, "this id stands twice")
          .labels.push_back({first->second, "the first one is here"});
    bool has_pattern = false;
    for (const PatternKey& key : kPatternKeys) {
      const std::vector<const YamlNode*> texts = map.Texts(key.key);
      has_pattern = has_pattern || !texts.empty();
      for (RulePattern& pattern :
           ReadPatterns(loading_, file_, texts, key.kind, false, words_, used_))
        rule.patterns.push_back(std::move(pattern));
    }
    rule.never = ReadPatterns(loading_, file_, map.Texts("never"), RulePattern::Kind::kPhrase,
                              false, words_, used_);
    rule.only = ReadPatterns(loading_, file_, map.Texts("only"), RulePattern::Kind::kPhrase, false,
                             words_, used_);
    const YamlNode* lends = nullptr;
    for (const LendingKey& key : kLendingKeys) {
      for (const YamlNode* text : map.Texts(key.key)) {
        lends = text;
        ReadLending(map, *text, key.role, rule);
      }
    }
    rule.examples = ReadExamples(map, file_, ExpectedKeys(), loading_.diagnostics);
    // A misspelt `sentence:` is one mistake, and told as one.
    if (map.Finish() && !has_pattern)
      map.Error("R022", item, "this rule has no pattern",
                "give it a sentence:, noun:, phrase: or speech:");
    CheckExamples(map, rule);
    Compile(std::move(rule));
    if (lends != nullptr) CheckLending(map, *lends);
  }

  // `target: what.source`
  static void ReadLending(YamlMap& map, const YamlNode& text, Role to, Rule& rule) {
    std::vector<std::string> allowed;
    for (const LendingKey& from : kLenders) {
      allowed.push_back(std::string("what.") + from.key);
      if (text.text != allowed.back()) continue;
      rule.lendings.push_back({to, from.role});
      return;
    }
    map.Error("R014", text, "\"" + text.text + "\" is no role that an inner event lends",
              "one of: what.source, what.target, what.place, what.partner; a role of the rule "
              "itself is a slot of "
              "its pattern, as in <target>")
        .suggestion = Nearest(text.text, allowed);
  }

  void CheckLending(YamlMap& map, const YamlNode& text) {
    const std::vector<Frame>& frames = loading_.rules.frames;
    const RuleId rule = loading_.rules.rules.back().id;
    for (auto frame = frames.rbegin(); frame != frames.rend() && frame->rule == rule; ++frame)
      if (frame->composed || HasContent(*frame)) return;
    map.Error(
        "R064", text, "no pattern of this rule has an inner event that could lend a role",
        "give a `sentence:` or `noun:` a slot <what:event>, or <what:TYPE> with an event type");
  }

  static bool HasContent(const Frame& frame) {
    return std::any_of(frame.arguments.begin(), frame.arguments.end(), [](const Argument& one) {
      return one.has_slot && one.slot.kind == SlotKind::kClause;
    });
  }

  void CheckExamples(YamlMap& map, const Rule& rule) {
    bool fires = false;
    bool rests = false;
    for (const Example& example : rule.examples) {
      fires = fires || example.kind == Example::Kind::kText;
      rests = rests || example.kind == Example::Kind::kNot || example.kind == Example::Kind::kNone;
    }
    YamlNode at;
    at.line = rule.place.line;
    at.column = rule.place.column;
    at.length = rule.place.length;
    if (!fires) map.Error("R024", at, "no example shows it fire", "add `- text: …` with `expect:`");
    if (!rests)
      map.Error("R025", at, "no example shows where it must not fire",
                "add `- not: …` or `- none: …`");
  }

  void Compile(Rule rule) {
    RuleSet& rules = loading_.rules;
    rule.id = RuleId(rules.rules.size());
    CompileFrames(rule, words_, rules, loading_.diagnostics);
    rules.rules.push_back(std::move(rule));
  }

  void ReportUnusedLists() {
    for (const std::string& name : used_) loading_.used_shared.insert(name);
    if (file_.damaged) return;
    for (const YamlNode* key : local_lists_) {
      if (used_.count(key->text) != 0) continue;
      loading_
          .Report("R027", file_.PlaceOf(*key),
                  "no pattern of this file uses the list \"" + key->text + "\"",
                  "write $" + key->text + " in a pattern, or take the list out")
          .severity = Severity::kWarning;
    }
  }

  Loading& loading_;
  const YamlFile file_;
  RuleWords words_;
  std::set<std::string> used_;
  std::vector<const YamlNode*> local_lists_;
  std::string event_;
  TypeId type_;
};

/// The keys of an event type that are true or false.
constexpr std::pair<std::string_view, bool EventType::*> kTraits[] = {
    {"symmetric", &EventType::symmetric},   {"alone", &EventType::alone},
    {"speech_act", &EventType::speech_act}, {"by_subject", &EventType::by_subject},
    {"journey", &EventType::journey},       {"on_site", &EventType::on_site},
    {"at_scene", &EventType::at_scene},     {"addressed", &EventType::addressed},
    {"on_content", &EventType::on_content}, {"domestic", &EventType::domestic},
    {"at_home", &EventType::at_home},       {"at_place", &EventType::at_place},
    {"adverse", &EventType::adverse},       {"between", &EventType::between},
    {"in_target", &EventType::in_target},   {"at_goal", &EventType::at_goal},
};

constexpr size_t kMostTypes = 64;  // sets of types are bits of a word

/// … and those that name other types.
constexpr std::pair<std::string_view, std::vector<TypeId> EventType::*> kTypeLists[] = {
    {"over", &EventType::over}, {"undoes", &EventType::undoes}};

}  // namespace

void LoadOntology(Loading& loading) {
  const YamlFile file = loading.Parse("ontology.yaml", true);
  YamlMap top(file, file.root, "ontology", loading.diagnostics);
  RuleSet& rules = loading.rules;
  const std::vector<YamlEntry>& entries = top.Entries("types");
  for (const YamlEntry& entry : entries) {
    if (rules.types.size() == kMostTypes)
      loading.Report("R095", file.PlaceOf(entry.key),
                     "there are more than " + std::to_string(kMostTypes) + " event types",
                     "let rules of one type tell the rest apart");
    rules.types.emplace_back();
    rules.types.back().name = entry.key.text;
  }
  for (size_t i = 0; i < entries.size(); ++i) {
    YamlMap map(file, entries[i].value, "type " + entries[i].key.text, loading.diagnostics);
    EventType& type = rules.types[i];
    type.about = map.Text("about");
    for (const auto& [key, member] : kTraits) type.*member = map.Flag(key, false);
    for (const auto& [key, member] : kTypeLists)
      for (const YamlNode* named : map.Texts(key)) {
        const TypeId other = rules.FindType(named->text);
        if (other.valid()) {
          (type.*member).push_back(other);
          continue;
        }
        std::vector<std::string> names;
        JoinTypes(rules, names);
        map.Error("R020", *named, "there is no event type \"" + named->text + "\"").suggestion =
            Nearest(named->text, names);
      }
    map.Finish();
  }
  // Ranks follow `over`; a ring of types that win over each other stops at as many steps as there
  // are types.
  for (size_t step = 0; step < rules.types.size(); ++step)
    for (EventType& type : rules.types)
      for (TypeId wider : type.over)
        type.rank =
            std::max(type.rank, std::min<uint32_t>(rules.types[wider.value()].rank + 1,
                                                   static_cast<uint32_t>(rules.types.size())));
  for (const YamlNode* role : top.Texts("roles")) {
    const std::vector<std::string> roles = {"source", "target", "place", "topic", "what"};
    if (std::find(roles.begin(), roles.end(), role->text) == roles.end())
      top.Error("R041", *role, "unknown role \"" + role->text + "\"").suggestion =
          Nearest(role->text, roles);
  }
  if (const YamlNode* legal = top.Find("legal")) ReadLegalCodes(loading, file, *legal);
  top.Finish();
}

void LoadSharedWords(Loading& loading) {
  const YamlFile file = loading.Parse("words.yaml", false);
  YamlMap top(file, file.root, "words", loading.diagnostics);
  for (const YamlEntry& entry : top.Entries("lists")) {
    std::vector<std::string> list;
    for (const YamlNode* word :
         TextsOf(file, entry.value, "list " + entry.key.text, "words", loading.diagnostics))
      if (IsOneWord(loading, file, *word)) list.push_back(word->text);
    loading.shared_words.lists[entry.key.text] = std::move(list);
    loading.shared_places[entry.key.text] = file.PlaceOf(entry.key);
  }
  top.Finish();
}

void LoadEvents(Loading& loading) {
  std::map<std::string, SourcePlace> rule_places;
  const std::vector<std::string> names = loading.files.List("events/", ".yaml");
  for (const std::string& name : names) EventFile(loading, name).Load(rule_places);
  if (loading.rules.rules.empty())
    loading.Report("R030", {loading.files.PathOf("events"), 0, 0, 1},
                   "no rule of an event was loaded", "rules stand in events/*.yaml");
  if (loading.rules.rules.empty()) return;
  for (const auto& [name, place] : loading.shared_places)
    if (loading.used_shared.count(name) == 0)
      loading
          .Report("R027", place, "no pattern uses the list \"" + name + "\"",
                  "write $" + name + " in a pattern, or take the list out")
          .severity = Severity::kWarning;
}

}  // namespace telex
