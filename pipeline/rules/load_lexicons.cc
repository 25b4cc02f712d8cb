// What the rules know about the world: lexicons/. Countries come first, since all others name them
// by their codes.

#include <algorithm>
#include <charconv>
#include <utility>

#include "pipeline/rules/load.h"
#include "pipeline/rules/phrase_form.h"
#include "pipeline/rules/suggest.h"
#include "pipeline/rules/tsv.h"

namespace telex {
namespace {

constexpr std::string_view kFolder = "lexicons/";

struct Coordinates {
  double latitude = 0;
  double longitude = 0;
};

class LexiconLoader {
 public:
  explicit LexiconLoader(Loading& loading) : loading_(loading), lexicon_(loading.rules.lexicon) {}

  void Run() {
    LoadCountries();
    LoadPlaces();
    AddCapitalsAsPlaces();
    LoadOrganizations();
    LoadPeople();
    LoadOffices();
    LoadSectors();
    LoadGivenNames();
    LoadSurnames();
    LoadGenders();
    LoadRoleWords();
  }

 private:
  Diagnostics& diagnostics() { return loading_.diagnostics; }

  uint32_t CountryIndex(const std::string& code) {
    const auto [found, added] =
        lexicon_.country_by_code.emplace(code, static_cast<uint32_t>(lexicon_.countries.size()));
    if (added) {
      lexicon_.countries.emplace_back().iso3 = code;
      centres_.emplace_back();
    }
    return found->second;
  }

  /// Codes that stand where a country does and are none: IGO, EUR …
  static bool IsBlocCode(std::string_view code) {
    for (const std::string_view bloc : {"IGO", "EUR", "UNO", "NGO", "INT", "ISM", "IMG", "MNC"})
      if (code == bloc) return true;
    return false;
  }
  void CheckCountry(YamlMap& map, const std::string& code) {
    if (code.empty() || lexicon_.countries.empty() || IsBlocCode(code)) return;
    if (lexicon_.country_by_code.count(code) != 0) return;
    std::vector<std::string> codes;
    for (const Country& country : lexicon_.countries) codes.push_back(country.iso3);
    map.Error("R085", *map.Find("country"), "no country has the code \"" + code + "\"",
              "ISO 3166 alpha-3, as in countries.tsv; or IGO, EUR")
        .suggestion = Nearest(code, codes);
  }

  void CheckSector(YamlMap& map, const YamlNode& at, const std::string& sector) {
    const std::set<std::string>& sectors = loading_.rules.coding.legal.sectors;
    if (sector.empty() || sectors.empty() || sectors.count(sector) != 0) return;
    map.Error("R085", at, "there is no sector \"" + sector + "\"",
              "sectors are named in ontology.yaml")
        .suggestion = Nearest(sector, {sectors.begin(), sectors.end()});
  }

  void AddCountryForms(uint32_t index, EntryKind kind, std::string_view form) {
    Country& country = lexicon_.countries[index];
    if (kind == EntryKind::kNationality && country.adjective.empty()) country.adjective = form;
    if (kind == EntryKind::kCapital) {
      if (country.capital.empty()) country.capital = form;
      capitals_.emplace_back(index, std::string(form));
    }
    loading_.AddPhrase(kind, index, form);
  }

  void LoadCountries() {
    const YamlFile file = loading_.Parse("lexicons/countries.yaml", true);
    YamlMap top(file, file.root, "countries", diagnostics());
    if (const YamlNode* table = top.Find("table")) LoadCountryTable(file, *table);
    for (const YamlEntry& entry : top.Entries("more")) {
      YamlMap map(file, entry.value, "country " + entry.key.text, diagnostics());
      if (entry.key.text.size() != 3)
        map.Error("R085", entry.key, "\"" + entry.key.text + "\" is no code of three letters");
      const uint32_t index = CountryIndex(entry.key.text);
      Country& country = lexicon_.countries[index];
      // A state that is no more has its own name and its heir's code.
      if (const std::string heir = map.Text("code"); !heir.empty()) {
        if (lexicon_.country_by_code.count(heir) == 0)
          map.Error("R085", *map.Find("code"), "no country has the code \"" + heir + "\"");
        country.iso3 = heir;
      }
      if (const std::string name = map.Text("name"); !name.empty()) {
        country.name = name;
        loading_.AddPhrase(EntryKind::kCountry, index, name);
      }
      const auto add = [&](std::string_view key, EntryKind kind) {
        for (const YamlNode* form : map.Texts(key)) AddCountryForms(index, kind, form->text);
      };
      add("names", EntryKind::kCountry);
      for (const YamlNode* form : map.Texts("called")) {
        country.called.push_back(form->text);
        AddCountryForms(index, EntryKind::kCountry, form->text);
      }
      add("adjectives", EntryKind::kNationality);
      add("people", EntryKind::kPeople);
      add("capital", EntryKind::kCapital);
      add("seats", EntryKind::kSeat);
      if (lexicon_.countries[index].name.empty() && !map.Texts("names").empty())
        lexicon_.countries[index].name = map.Texts("names").front()->text;
      ReadCoordinates(map, centres_[index]);
      map.Finish();
    }
    top.Finish();
  }

  void LoadCountryTable(const YamlFile& file, const YamlNode& node) {
    std::string path;
    const std::string* bytes = loading_.Table(file, node, kFolder, path);
    if (bytes == nullptr) return;
    TsvTable table(
        path, *bytes,
        {"iso3", "name", "names", "adjectives", "people", "capital", "latitude", "longitude"},
        diagnostics());
    while (table.Next()) {
      const std::string code(table.Cell(0));
      if (lexicon_.country_by_code.count(code) != 0)
        table.Report("R086", 0, "the code " + code + " stands twice");
      const uint32_t index = CountryIndex(code);
      lexicon_.countries[index].name = table.Cell(1);
      loading_.AddPhrase(EntryKind::kCountry, index, table.Cell(1));
      const EntryKind kinds[] = {EntryKind::kCountry, EntryKind::kNationality, EntryKind::kPeople,
                                 EntryKind::kCapital};
      for (size_t i = 0; i < 4; ++i)
        for (const std::string_view form : SplitAlternatives(table.Cell(2 + i)))
          AddCountryForms(index, kinds[i], form);
      centres_[index] = {table.Number(6), table.Number(7)};
    }
  }

  /// Coordinates may be left empty where nobody knows them.
  void ReadCoordinates(YamlMap& map, Coordinates& at) {
    at.latitude = ReadNumber(map, "latitude", at.latitude);
    at.longitude = ReadNumber(map, "longitude", at.longitude);
  }
  double ReadNumber(YamlMap& map, std::string_view key, double otherwise) {
    const YamlNode* node = map.FindOrEmpty(key);
    if (node == nullptr || node->is_null() || (node->is_text() && node->text.empty()))
      return otherwise;
    double value = 0;
    const char* end = node->text.data() + node->text.size();
    const auto [stop, error] = std::from_chars(node->text.data(), end, value);
    if (error == std::errc() && stop == end) return value;
    map.Error("R083", *node, "\"" + node->text + "\" is no number");
    return otherwise;
  }

  uint32_t AddPlace(Place place) {
    const auto index = static_cast<uint32_t>(lexicon_.places.size());
    loading_.AddPhrase(EntryKind::kPlace, index, place.name);
    lexicon_.places.push_back(std::move(place));
    return index;
  }

  void LoadPlaces() {
    const YamlFile file = loading_.Parse("lexicons/places.yaml", true);
    YamlMap top(file, file.root, "places", diagnostics());
    if (const YamlNode* node = top.Find("table")) LoadPlaceTable(file, *node);
    for (const YamlNode& item : top.Items("more")) {
      YamlMap map(file, item, "place", diagnostics());
      Place place;
      place.name = map.Require("name");
      map.set_owner("place " + place.name);
      place.country =
          map.FindOrEmpty("country") != nullptr && !map.FindOrEmpty("country")->is_null()
              ? map.Text("country")
              : "";
      CheckCountry(map, place.country);
      Coordinates at;
      ReadCoordinates(map, at);
      place.latitude = at.latitude;
      place.longitude = at.longitude;
      place.population = static_cast<uint32_t>(std::max(0.0, ReadNumber(map, "population", 0)));
      const uint32_t index = AddPlace(std::move(place));
      for (const YamlNode* form : map.Texts("forms"))
        loading_.AddPhrase(EntryKind::kPlace, index, form->text);
      map.Finish();
    }
    top.Finish();
  }

  void LoadPlaceTable(const YamlFile& file, const YamlNode& node) {
    std::string path;
    const std::string* bytes = loading_.Table(file, node, kFolder, path);
    if (bytes == nullptr) return;
    TsvTable table(path, *bytes,
                   {"name", "country", "latitude", "longitude", "population", "names"},
                   diagnostics());
    while (table.Next()) {
      const std::string code(table.Cell(1));
      if (!code.empty() && lexicon_.country_by_code.count(code) == 0)
        table.Report("R085", 1, "no country has the code \"" + code + "\"");
      const uint32_t index = AddPlace(
          {std::string(table.Cell(0)), code, table.Number(2), table.Number(3), table.Count(4)});
      for (const std::string_view form : SplitAlternatives(table.Cell(5)))
        if (form != table.Cell(0)) loading_.AddPhrase(EntryKind::kPlace, index, form);
    }
  }

  /// A capital is a place as well; where no table of places has it, it stands at its country's
  /// coordinates.
  void AddCapitalsAsPlaces() {
    std::unordered_map<std::string, uint32_t> known;
    for (uint32_t place = 0; place < lexicon_.places.size(); ++place)
      known.emplace(lexicon_.places[place].country + "/" + lexicon_.places[place].name, place);
    for (const auto& [index, form] : capitals_) {
      const std::string& code = lexicon_.countries[index].iso3;
      uint32_t& place = known.emplace(code + "/" + form, Country::kNone).first->second;
      if (place == Country::kNone)
        place = AddPlace({form, code, centres_[index].latitude, centres_[index].longitude, 0});
      Country& country = lexicon_.countries[index];
      if (country.capital == form) country.capital_place = place;
    }
  }

  void LoadOrganizations() {
    const YamlFile file = loading_.Parse("lexicons/organizations.yaml", true);
    YamlMap top(file, file.root, "organizations", diagnostics());
    for (const YamlNode& item : top.Items("organizations")) {
      YamlMap map(file, item, "organization", diagnostics());
      Organization organization;
      organization.name = map.Require("name");
      map.set_owner("organization " + organization.name);
      organization.country = map.Text("country");
      CheckCountry(map, organization.country);
      organization.sector = map.Text("sector");
      if (!organization.sector.empty()) CheckSector(map, *map.Find("sector"), organization.sector);
      const auto index = static_cast<uint32_t>(lexicon_.organizations.size());
      loading_.AddPhrase(EntryKind::kOrganization, index, organization.name);
      for (const YamlNode* form : map.Texts("forms"))
        loading_.AddPhrase(EntryKind::kOrganization, index, form->text);
      map.Finish();
      lexicon_.organizations.push_back(std::move(organization));
    }
    top.Finish();
  }

  void LoadPeople() {
    const YamlFile file = loading_.Parse("lexicons/people.yaml", true);
    YamlMap top(file, file.root, "people", diagnostics());
    for (const YamlNode& item : top.Items("people")) {
      YamlMap map(file, item, "person", diagnostics());
      Person person;
      person.name = map.Require("name");
      map.set_owner("person " + person.name);
      person.country = map.Text("country");
      CheckCountry(map, person.country);
      for (const YamlNode& held : map.Items("offices")) {
        YamlMap office(file, held, "an office of " + person.name, diagnostics());
        Tenure tenure{office.Require("office"), office.Text("country"), DateOf(office, "from"),
                      DateOf(office, "to")};
        CheckCountry(office, tenure.country);
        if (tenure.country.empty()) tenure.country = person.country;
        office.Finish();
        person.tenures.push_back(std::move(tenure));
      }
      const auto index = static_cast<uint32_t>(lexicon_.people.size());
      loading_.AddPhrase(EntryKind::kPerson, index, person.name);
      for (const YamlNode* form : map.Texts("forms"))
        loading_.AddPhrase(EntryKind::kPerson, index, form->text);
      map.Finish();
      lexicon_.people.push_back(std::move(person));
    }
    top.Finish();
  }

  /// A date of which day and month may be missing; nothing else passes.
  std::string DateOf(YamlMap& map, std::string_view key) {
    const YamlNode* node = map.FindOrEmpty(key);
    if (node == nullptr || node->is_null() || (node->is_text() && node->text.empty())) return "";
    const std::string& text = node->text;
    bool fine = text.size() == 4 || text.size() == 7 || text.size() == 10;
    for (size_t i = 0; fine && i < text.size(); ++i)
      fine = i == 4 || i == 7 ? text[i] == '-' : text[i] >= '0' && text[i] <= '9';
    if (!fine)
      map.Error("R083", *node, "\"" + text + "\" is no date", "write 2023, 2023-06 or 2023-06-03");
    return fine ? text : "";
  }

  void LoadOffices() {
    const YamlFile file = loading_.Parse("lexicons/offices.yaml", true);
    YamlMap top(file, file.root, "offices", diagnostics());
    for (const YamlNode* modifier : top.Texts("modifiers")) {
      loading_.AddPhrase(EntryKind::kOfficeModifier,
                         static_cast<uint32_t>(lexicon_.office_modifiers.size()), modifier->text);
      lexicon_.office_modifiers.push_back(modifier->text);
    }
    for (const YamlNode* honorific : top.Texts("honorifics"))
      loading_.AddPhrase(EntryKind::kHonorific, 0, honorific->text);
    for (const YamlNode& item : top.Items("offices")) {
      YamlMap map(file, item, "office", diagnostics());
      Office office;
      office.name = map.Require("name");
      map.set_owner("office " + office.name);
      office.sector = map.Text("sector");
      if (!office.sector.empty()) CheckSector(map, *map.Find("sector"), office.sector);
      office.forms = map.Words("forms");
      const auto index = static_cast<uint32_t>(lexicon_.offices.size());
      // An office is written with capitals or without: "foreign minister", "Foreign Minister".
      loading_.AddPhrase(EntryKind::kOffice, index, FoldWord(office.name));
      for (const std::string& form : office.forms)
        loading_.AddPhrase(EntryKind::kOffice, index, form);
      map.Finish();
      lexicon_.offices.push_back(std::move(office));
    }
    top.Finish();
  }

  void LoadSectors() {
    const YamlFile file = loading_.Parse("lexicons/sectors.yaml", true);
    YamlMap top(file, file.root, "sectors", diagnostics());
    for (const YamlEntry& entry : top.Entries("sectors")) {
      YamlMap map(file, entry.value, "sector " + entry.key.text, diagnostics());
      CheckSector(map, entry.key, entry.key.text);
      for (const bool people : {true, false}) {
        const std::vector<const YamlNode*> forms = map.Texts(people ? "people" : "bodies");
        if (forms.empty()) continue;
        const auto index = static_cast<uint32_t>(lexicon_.sectors.size());
        lexicon_.sectors.push_back({entry.key.text, people});
        for (const YamlNode* form : forms)
          loading_.AddPhrase(EntryKind::kSector, index, form->text);
      }
      map.Text("about");
      map.Finish();
    }
    top.Finish();
  }

  void LoadGivenNames() {
    const YamlFile file = loading_.Parse("lexicons/given_names.yaml", false);
    YamlMap top(file, file.root, "given names", diagnostics());
    for (const YamlNode* name : top.Texts("given_names"))
      loading_.AddPhrase(EntryKind::kGivenName, 0, name->text);
    top.Finish();
  }

  void LoadSurnames() {
    const YamlFile file = loading_.Parse("lexicons/surnames.yaml", false);
    YamlMap top(file, file.root, "surnames", diagnostics());
    for (const YamlNode* name : top.Texts("surnames"))
      loading_.AddPhrase(EntryKind::kSurname, 0, name->text);
    for (const YamlNode* name : top.Texts("surnames_first"))
      loading_.AddPhrase(EntryKind::kSurname, 1, name->text);
    top.Finish();
  }

  /// Titles and given names of women and of men, as word lists; a rules directory may do without.
  void LoadGenders() {
    const YamlFile file = loading_.Parse("lexicons/genders.yaml", false);
    YamlMap top(file, file.root, "genders", diagnostics());
    for (const char* gender : {"female", "male"}) {
      const YamlNode* node = top.Find(gender);
      if (node == nullptr) continue;
      YamlMap map(file, *node, gender, diagnostics());
      for (const char* key : {"titles", "names"})
        loading_.rules.word_lists[std::string(gender) + "_" + key] =
            loading_.InternAll(map.Texts(key));
      map.Finish();
    }
    top.Finish();
  }

  /// Words for people by rank and for bodies by kind; a rules directory may do without.
  void LoadRoleWords() {
    const YamlFile file = loading_.Parse("lexicons/role_words.yaml", false);
    YamlMap top(file, file.root, "role words", diagnostics());
    for (const bool people : {true, false}) {
      for (const YamlNode& item : top.Items(people ? "people" : "bodies")) {
        YamlMap map(file, item, "role word", diagnostics());
        RoleWord entry;
        for (const YamlNode* name : map.Texts("offices")) {
          const auto found =
              std::find_if(lexicon_.offices.begin(), lexicon_.offices.end(),
                           [&](const Office& office) { return office.name == name->text; });
          if (found == lexicon_.offices.end()) {
            map.Error("R085", *name, "no office is called \"" + name->text + "\"");
          } else {
            entry.offices.push_back(static_cast<uint32_t>(found - lexicon_.offices.begin()));
          }
        }
        for (const YamlNode* sector : map.Texts("sectors")) {
          CheckSector(map, *sector, sector->text);
          entry.sectors.push_back(sector->text);
        }
        entry.titles = loading_.InternAll(map.Texts("titles"));
        auto& words = people ? loading_.rules.role_words : loading_.rules.body_words;
        for (const YamlNode* word : map.Texts("words")) words[loading_.Intern(word->text)] = entry;
        map.Finish();
      }
    }
    top.Finish();
  }

  Loading& loading_;
  Lexicon& lexicon_;
  std::vector<Coordinates> centres_;  // by country
  std::vector<std::pair<uint32_t, std::string>> capitals_;
};

}  // namespace

void LoadLexicons(Loading& loading) { LexiconLoader(loading).Run(); }

}  // namespace telex
