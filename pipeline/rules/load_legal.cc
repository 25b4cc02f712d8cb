// What a record may hold: ontology.yaml `legal:`, and the list of CAMEO codes (coding/cameo.tsv).

#include "pipeline/rules/load.h"
#include "pipeline/rules/tsv.h"

namespace telex {
namespace {

void ReadModes(const YamlFile& file, const YamlNode& list, Loading& loading, PloverType* type) {
  for (const YamlEntry& mode : list.entries) type->modes[mode.key.text] = mode.value.text;
  if (list.is_map() || list.is_null()) return;
  for (const YamlNode* mode : TextsOf(file, list, "legal codes", "modes", loading.diagnostics))
    type->modes[mode->text] = "";
}

}  // namespace

void ReadLegalCodes(Loading& loading, const YamlFile& file, const YamlNode& node) {
  LegalCodes& legal = loading.rules.coding.legal;
  YamlMap map(file, node, "legal codes", loading.diagnostics);
  for (const YamlEntry& entry : map.Entries("plover")) {
    PloverType& type = legal.types[entry.key.text];
    YamlMap about(file, entry.value, "PLOVER " + entry.key.text, loading.diagnostics);
    type.quad = about.Text("quad");
    type.score = about.Text("score");
    type.needs_recipient = about.Choice("recipient", {"optional", "required"}) == 1u;
    if (const YamlNode* modes = about.FindOrEmpty("modes")) ReadModes(file, *modes, loading, &type);
    about.Finish();
  }
  for (const std::string& context : map.Words("contexts")) legal.contexts.insert(context);
  for (const std::string& extension : map.Words("extensions")) legal.extensions.insert(extension);
  for (const std::string& sector : map.Words("sectors")) legal.sectors.insert(sector);
  for (const std::string& sector : map.Words("organizations")) legal.sectors.insert(sector);
  map.Words("auxiliary");
  map.Finish();
}

void LoadCameoCodes(Loading& loading, const YamlFile& file, const YamlNode& table) {
  std::string path;
  const std::string* bytes = loading.Table(file, table, "coding/", path);
  if (bytes == nullptr) return;
  TsvTable rows(path, *bytes, {"code", "meaning", "goldstein"}, loading.diagnostics);
  while (rows.Next()) {
    const CameoCode code{std::string(rows.Cell(1)), rows.Number(2)};
    if (!loading.rules.coding.codes.emplace(rows.Cell(0), code).second)
      rows.Report("R086", 0, "the code " + std::string(rows.Cell(0)) + " stands twice");
  }
}

}  // namespace telex
