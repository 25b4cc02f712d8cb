// Tables from events to codes: coding/*.yaml, checked against the codes that are legal
// (ontology.yaml `legal:`, or coding/legal.yaml).

#include <algorithm>
#include <utility>

#include "pipeline/rules/load.h"
#include "pipeline/rules/suggest.h"
#include "pipeline/rules/tsv.h"

namespace telex {
namespace {

constexpr std::string_view kLegalFile = "coding/legal.yaml";

std::vector<std::string> Sorted(const std::set<std::string>& names) {
  return {names.begin(), names.end()};
}

class CodingFile {
 public:
  CodingFile(Loading& loading, std::string_view name)
      : loading_(loading), file_(loading.Parse(name, true)) {}

  void Load() {
    YamlMap top(file_, file_.root, "coding", loading_.diagnostics);
    Coding coding;
    coding.name = top.Require("coding");
    top.set_owner("coding " + coding.name);
    top.Text("about");
    const std::vector<YamlNode>& rows = top.Items("rows");
    if (rows.empty() && !file_.damaged && top.is_map())
      top.Error("R023", file_.root, "this table has no row");
    for (const YamlNode& item : rows) ReadRow(item, coding);
    top.Finish();
    loading_.rules.codings.push_back(std::move(coding));
  }

 private:
  void ReadRow(const YamlNode& item, Coding& coding) {
    YamlMap map(file_, item, "row " + std::to_string(coding.rows.size() + 1), loading_.diagnostics);
    if (!map.is_map()) return;
    CodingRow row;
    row.place = file_.PlaceOf(item);
    const std::string type = map.Require("type");
    map.set_owner("row for " + type);
    row.type = FindType(map, map.Find("type"), type);
    for (const YamlNode* inner : map.Texts("inner"))
      for (const std::string_view name : SplitAlternatives(inner->text))
        row.inner.push_back(FindType(map, inner, std::string(name)));
    const std::optional<size_t> status = map.Choice("status", StatusNames());
    row.any_status = !status.has_value();
    row.status = static_cast<EventStatus>(status.value_or(0));
    row.wording = loading_.InternAll(map.Texts("words"));
    row.plover = Plain(map.Text("plover"));
    row.mode = Plain(map.Text("mode"));
    row.contexts = map.Words("context");
    row.cameo = map.Text("cameo");
    row.extension = Plain(map.Text("extension"));
    map.Text("about");
    CheckCodes(map, row);
    map.Finish();
    coding.rows.push_back(std::move(row));
  }

  TypeId FindType(YamlMap& map, const YamlNode* at, const std::string& name) {
    const TypeId type = loading_.rules.FindType(name);
    if (type.valid() || name.empty() || at == nullptr || loading_.rules.types.empty()) return type;
    std::vector<std::string> names;
    for (const EventType& one : loading_.rules.types) names.push_back(one.name);
    map.Error("R020", *at, "the ontology has no event type \"" + name + "\"").suggestion =
        Nearest(name, names);
    return type;
  }

  /// "none" says that there is no code, on purpose.
  static std::string Plain(std::string text) {
    return text == "none" || text == "null" || text == "-" ? "" : text;
  }

  void CheckCodes(YamlMap& map, const CodingRow& row) {
    if (!row.cameo.empty()) {
      const bool digits = std::all_of(row.cameo.begin(), row.cameo.end(),
                                      [](char c) { return c >= '0' && c <= '9'; });
      const bool size = row.cameo.size() >= 2 && row.cameo.size() <= 4;
      const std::string root = row.cameo.substr(0, 2);
      if (!digits || !size || root < "01" || root > "20")
        map.Error("R090", *map.Find("cameo"), "\"" + row.cameo + "\" is no CAMEO code",
                  "two to four digits, of which the first two are 01 to 20");
    }
    const LegalCodes& legal = loading_.legal;
    if (legal.modes.empty()) return;
    const auto type = legal.modes.find(row.plover);
    if (!row.plover.empty() && type == legal.modes.end()) {
      std::vector<std::string> types;
      for (const auto& [name, modes] : legal.modes) types.push_back(name);
      map.Error("R090", *map.Find("plover"), "PLOVER has no type \"" + row.plover + "\"")
          .suggestion = Nearest(row.plover, types);
    } else if (!row.mode.empty()) {
      if (row.plover.empty())
        map.Error("R091", *map.Find("mode"), "a mode without a PLOVER type");
      else if (type->second.count(row.mode) == 0)
        map.Error("R091", *map.Find("mode"), row.plover + " has no mode \"" + row.mode + "\"")
            .suggestion = Nearest(row.mode, Sorted(type->second));
    }
    if (!row.extension.empty() && !legal.extensions.empty() &&
        legal.extensions.count(row.extension) == 0)
      map.Error("R090", *map.Find("extension"), "there is no extension \"" + row.extension + "\"",
                "extensions are named in ontology.yaml")
          .suggestion = Nearest(row.extension, Sorted(legal.extensions));
    for (const YamlNode* context : map.Texts("context"))
      if (legal.contexts.count(context->text) == 0)
        map.Error("R092", *context, "PLOVER has no context \"" + context->text + "\"").suggestion =
            Nearest(context->text, Sorted(legal.contexts));
  }

  Loading& loading_;
  const YamlFile file_;
};

}  // namespace

void ReadLegalCodes(Loading& loading, const YamlFile& file, const YamlNode& node) {
  YamlMap map(file, node, "legal codes", loading.diagnostics);
  // `plover:` holds the types with their modes, as a map with scores or as a list; so does
  // `types:`.
  for (const char* key : {"plover", "types"})
    for (const YamlEntry& entry : map.Entries(key)) {
      std::set<std::string>& modes = loading.legal.modes[entry.key.text];
      const YamlNode* list = entry.value.is_map() ? entry.value.Find("modes") : &entry.value;
      if (list == nullptr || list->is_null()) continue;
      for (const YamlEntry& mode : list->entries) modes.insert(mode.key.text);
      if (list->is_map()) continue;
      for (const YamlNode* mode : TextsOf(file, *list, "legal codes", "modes", loading.diagnostics))
        modes.insert(mode->text);
    }
  for (const std::string& context : map.Words("contexts")) loading.legal.contexts.insert(context);
  for (const std::string& extension : map.Words("extensions"))
    loading.legal.extensions.insert(extension);
  for (const std::string& sector : map.Words("sectors")) loading.legal.sectors.insert(sector);
  for (const std::string& sector : map.Words("organizations")) loading.legal.sectors.insert(sector);
  map.Words("auxiliary");
  map.Finish();
}

void LoadCoding(Loading& loading) {
  if (loading.files.Find(kLegalFile) != nullptr) {
    const YamlFile file = loading.Parse(kLegalFile, true);
    YamlMap top(file, file.root, "legal codes", loading.diagnostics);
    if (const YamlNode* legal = top.Find("legal")) ReadLegalCodes(loading, file, *legal);
    top.Finish();
  }
  for (const std::string& name : loading.files.List("coding/", ".yaml"))
    if (name != kLegalFile) CodingFile(loading, name).Load();
}

}  // namespace telex
