// Tables from events to codes: coding/cameo.yaml and the codings beside it, checked against the
// codes that are legal.

#include <algorithm>
#include <utility>

#include "pipeline/rules/load.h"
#include "pipeline/rules/suggest.h"
#include "pipeline/rules/tsv.h"

namespace telex {
namespace {

constexpr std::string_view kCameoFile = "coding/cameo.yaml";
constexpr const char* kWordKeys[kCodingWords] = {"words", "trigger", "under", "by"};

std::vector<std::string> Keys(const std::set<std::string>& names) {
  return {names.begin(), names.end()};
}

template <class Value>
std::vector<std::string> Keys(const std::map<std::string, Value>& map) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : map) keys.push_back(key);
  return keys;
}

/// One file of coding/. The lists of cameo.yaml are known to all.
class CodingFile {
 public:
  CodingFile(Loading& loading, std::string_view name, RuleWords& shared)
      : loading_(loading),
        tables_(loading.rules.coding),
        file_(loading.Parse(name, true)),
        shared_(shared),
        events_(name == kCameoFile) {}

  void Load() {
    YamlMap top(file_, file_.root, "coding", loading_.diagnostics);
    Coding coding;
    coding.name = top.Require("coding");
    coding.place = file_.PlaceOf(file_.root);
    top.set_owner("coding " + coding.name);
    top.Text("about");
    ReadLists(top);
    if (events_) {
      if (const YamlNode* codes = top.Find("codes")) LoadCameoCodes(loading_, file_, *codes);
    } else {
      coding.extends = top.Text("extends");
      coding.by_default = top.Flag("default", false);
      coding.states_of_sentence = top.Flag("states_of_sentence", false);
      for (const YamlNode& item : top.Items("contexts")) ReadContext(item, coding);
    }
    const std::vector<YamlNode>& rows = top.Items("rows");
    std::vector<CodingRow>& into = events_ ? tables_.cameo : coding.rows;
    for (const YamlNode& item : rows) ReadRow(item, into);
    const YamlNode* table = events_ ? nullptr : top.Find("table");
    if (table != nullptr) ReadTable(*table, into);
    if (rows.empty() && table == nullptr && !file_.damaged && top.is_map())
      top.Error("R023", file_.root, "this table has no row");
    top.Finish();
    if (!events_) tables_.codings.push_back(std::move(coding));
  }

 private:
  void ReadLists(YamlMap& top) {
    for (const YamlEntry& entry : top.Entries("words"))
      for (const YamlNode* word :
           TextsOf(file_, entry.value, "list " + entry.key.text, "words", loading_.diagnostics))
        AddWord(*word, lists_.lists[entry.key.text]);
    if (!events_) return;
    shared_ = lists_;
    lists_ = {};
  }

  /// A word, or the words of `$list`.
  void AddWord(const YamlNode& word, std::vector<std::string>& into) {
    if (word.text.rfind('$', 0) != 0) {
      into.push_back(word.text);
      return;
    }
    const std::string name = word.text.substr(1);
    for (const RuleWords* words : {&lists_, &shared_, &loading_.shared_words}) {
      const auto list = words->lists.find(name);
      if (list == words->lists.end()) continue;
      if (words == &loading_.shared_words) loading_.used_shared.insert(name);
      const std::vector<std::string> copy = list->second;
      into.insert(into.end(), copy.begin(), copy.end());
      return;
    }
    std::vector<std::string> names;
    for (const RuleWords* words : {&lists_, &shared_})
      for (const auto& [one, list] : words->lists) names.push_back(one);
    loading_
        .Report("R026", file_.PlaceOf(word), "there is no list \"" + name + "\"",
                "a list stands in `words:` of the same file, of cameo.yaml, or in words.yaml")
        .suggestion = Nearest(name, names);
  }

  uint32_t ReadList(const std::vector<const YamlNode*>& texts) {
    if (texts.empty()) return CodingRow::kNoList;
    std::vector<std::string> words;
    for (const YamlNode* text : texts) AddWord(*text, words);
    std::unordered_set<TermId> terms;
    for (const std::string& word : words) terms.insert(loading_.Intern(word));
    const auto same = std::find(tables_.lists.begin(), tables_.lists.end(), terms);
    const size_t index = static_cast<size_t>(same - tables_.lists.begin());
    if (same == tables_.lists.end()) tables_.lists.push_back(std::move(terms));
    return static_cast<uint32_t>(index);
  }

  std::vector<TypeId> ReadTypes(YamlMap& map, const YamlNode& at, std::string_view names) {
    std::vector<TypeId> types;
    for (const std::string_view name : SplitAlternatives(names)) {
      types.push_back(loading_.rules.FindType(name));
      if (types.back().valid() || loading_.rules.types.empty()) continue;
      std::vector<std::string> known;
      for (const EventType& one : loading_.rules.types) known.push_back(one.name);
      map.Error("R020", at, "the ontology has no event type \"" + std::string(name) + "\"")
          .suggestion = Nearest(std::string(name), known);
    }
    return types;
  }

  void ReadContext(const YamlNode& item, Coding& coding) {
    YamlMap map(file_, item, "context", loading_.diagnostics);
    if (!map.is_map()) return;
    CodingContext context;
    context.context = map.Require("context");
    context.list = ReadList(map.Texts("words"));
    if (const YamlNode* name = map.Find("context")) CheckContext(map, *name, name->text);
    map.Finish();
    coding.contexts.push_back(std::move(context));
  }

  void ReadRow(const YamlNode& item, std::vector<CodingRow>& rows) {
    YamlMap map(file_, item, "row " + std::to_string(rows.size() + 1), loading_.diagnostics);
    if (!map.is_map()) return;
    CodingRow row;
    row.place = file_.PlaceOf(item);
    if (const YamlNode* type = map.Find("type")) row.types = ReadTypes(map, *type, type->text);
    for (const YamlNode* inner : map.Texts("inner")) {
      const std::vector<TypeId> types = ReadTypes(map, *inner, inner->text);
      row.inner.insert(row.inner.end(), types.begin(), types.end());
    }
    ReadStatuses(map, row);
    for (size_t i = 0; i < kCodingWords; ++i) row.words[i] = ReadList(map.Texts(kWordKeys[i]));
    for (const YamlNode* target : map.Texts("target"))
      for (const std::string_view sector : SplitAlternatives(target->text))
        row.target.emplace_back(sector);
    map.Text("about");
    row.extension = Plain(map.Text("extension"));
    if (events_) {
      ReadCameo(map, std::move(row), rows);
      return;
    }
    if (const YamlNode* codes = map.Find("cameo"))
      for (const std::string_view code : SplitAlternatives(codes->text)) {
        row.codes.emplace_back(code);
        CheckCameo(map, *codes, code);
      }
    row.as = map.Text("as");
    row.plover = Plain(map.Text("plover"));
    row.mode = Plain(map.Text("mode"));
    row.contexts = map.Words("context");
    if (const YamlNode* as = map.Find("as")) CheckCameo(map, *as, row.as);
    CheckPlover(map, item, row);
    map.Finish();
    rows.push_back(std::move(row));
  }

  /// `cameo:` is a code for the types of the row, or a map with a code for each of its types.
  void ReadCameo(YamlMap& map, CodingRow row, std::vector<CodingRow>& rows) {
    const YamlNode* cameo = map.Find("cameo");
    if (cameo == nullptr) {
      map.Error("R009", map.node(), "the key \"cameo\" is missing");
    } else if (!cameo->is_map()) {
      if (row.types.empty()) map.Error("R009", map.node(), "the key \"type\" is missing");
      row.cameo = map.Text("cameo");
      CheckCameo(map, *cameo, row.cameo);
      rows.push_back(std::move(row));
    } else {
      for (const YamlEntry& entry : cameo->entries) {
        CodingRow one = row;
        one.types = ReadTypes(map, entry.key, entry.key.text);
        one.cameo = entry.value.text;
        one.place = file_.PlaceOf(entry.key);
        CheckCameo(map, entry.value, one.cameo);
        rows.push_back(std::move(one));
      }
    }
    map.Finish();
  }

  void ReadStatuses(YamlMap& map, CodingRow& row) {
    const YamlNode* node = map.Find("status");
    if (node == nullptr) return;
    row.statuses = 0;
    for (const std::string_view name : SplitAlternatives(node->text)) {
      if (const auto status = FindStatus(name))
        row.statuses = static_cast<uint8_t>(row.statuses | 1u << static_cast<unsigned>(*status));
      else
        map.Error("R014", *node, "there is no status \"" + std::string(name) + "\"").suggestion =
            Nearest(std::string(name), StatusNames());
    }
  }

  void ReadTable(const YamlNode& name, std::vector<CodingRow>& rows) {
    std::string path;
    const std::string* bytes = loading_.Table(file_, name, "coding/", path);
    if (bytes == nullptr) return;
    TsvTable table(path, *bytes, {"code", "plover", "mode", "context"}, loading_.diagnostics);
    while (table.Next()) {
      CodingRow row;
      row.place = table.place();
      row.codes = {std::string(table.Cell(0))};
      row.plover = Plain(std::string(table.Cell(1)));
      row.mode = Plain(std::string(table.Cell(2)));
      for (const std::string_view context : SplitAlternatives(table.Cell(3)))
        if (context != "-") row.contexts.emplace_back(context);
      if (!tables_.codes.empty() && tables_.codes.count(row.codes[0]) == 0)
        table.Report("R090", 0, "CAMEO has no code \"" + row.codes[0] + "\"");
      if (const auto problem = Illegal(row)) table.Report(problem->first, 1, problem->second);
      rows.push_back(std::move(row));
    }
  }

  /// "none" says that there is no code, on purpose.
  static std::string Plain(std::string text) {
    return text == "none" || text == "null" || text == "-" ? "" : text;
  }

  void CheckCameo(YamlMap& map, const YamlNode& at, std::string_view code) {
    if (tables_.codes.empty()) return;
    for (const auto& [known, about] : tables_.codes)
      if (FitsCode(code, known)) return;
    map.Error("R090", at, "CAMEO has no code \"" + std::string(code) + "\"",
              "the codes stand in coding/cameo.tsv; 02x is any code that begins with 02")
        .suggestion = Nearest(std::string(code), Keys(tables_.codes));
  }

  void CheckContext(YamlMap& map, const YamlNode& at, const std::string& context) {
    const LegalCodes& legal = tables_.legal;
    if (legal.types.empty() || legal.contexts.count(context) != 0) return;
    map.Error("R092", at, "PLOVER has no context \"" + context + "\"").suggestion =
        Nearest(context, Keys(legal.contexts));
  }

  /// What is wrong with the type, the mode or a context of the row, as code and message.
  std::optional<std::pair<std::string_view, std::string>> Illegal(const CodingRow& row) const {
    const LegalCodes& legal = tables_.legal;
    if (legal.types.empty()) return std::nullopt;
    const auto type = legal.types.find(row.plover);
    if (!row.plover.empty() && type == legal.types.end())
      return {{"R090", "PLOVER has no type \"" + row.plover + "\""}};
    if (!row.mode.empty() && row.plover.empty()) return {{"R091", "a mode without a PLOVER type"}};
    if (!row.mode.empty() && type->second.modes.count(row.mode) == 0)
      return {{"R091", row.plover + " has no mode \"" + row.mode + "\""}};
    for (const std::string& context : row.contexts)
      if (legal.contexts.count(context) == 0)
        return {{"R092", "PLOVER has no context \"" + context + "\""}};
    return std::nullopt;
  }

  void CheckPlover(YamlMap& map, const YamlNode& item, const CodingRow& row) {
    const LegalCodes& legal = tables_.legal;
    const YamlNode* plover = map.Find("plover");
    if (plover == nullptr && row.as.empty() && map.FindOrEmpty("plover") == nullptr)
      map.Error("R009", item, "the key \"plover\" is missing",
                "write a PLOVER type, or none where PLOVER has none on purpose");
    if (legal.types.empty()) return;
    if (const auto problem = Illegal(row)) {
      const bool mode = problem->first == "R091", context = problem->first == "R092";
      const YamlNode* at = map.Find(mode ? "mode" : context ? "context" : "plover");
      Diagnostic& error = map.Error(problem->first, at != nullptr ? *at : item, problem->second);
      if (mode && !row.plover.empty())
        error.suggestion = Nearest(row.mode, Keys(legal.types.at(row.plover).modes));
      if (!mode && !context) error.suggestion = Nearest(row.plover, Keys(legal.types));
    }
    if (!row.extension.empty() && !legal.extensions.empty() &&
        legal.extensions.count(row.extension) == 0)
      map.Error("R090", *map.Find("extension"), "there is no extension \"" + row.extension + "\"",
                "extensions are named in ontology.yaml")
          .suggestion = Nearest(row.extension, Keys(legal.extensions));
  }

  Loading& loading_;
  CodingTables& tables_;
  const YamlFile file_;
  RuleWords& shared_;
  RuleWords lists_;
  const bool events_;
};

}  // namespace

void LoadCoding(Loading& loading) {
  RuleWords shared;
  const std::vector<std::string> names = loading.files.List("coding/", ".yaml");
  // cameo.yaml first: its code list and word lists are the others' too.
  for (const bool cameo : {true, false})
    for (const std::string& name : names)
      if ((name == kCameoFile) == cameo) CodingFile(loading, name, shared).Load();
  CheckCoding(loading);
}

}  // namespace telex
