// Loading: the shipped rules load without a mistake and in time; morphology and phrase forms, as
// tables.

#include "pipeline/rules/ruleset.h"

#include <chrono>
#include <string>

#include "pipeline/rules/phrase_form.h"
#include "pipeline/rules/render.h"
#include "tests/catch.h"

namespace telex {
namespace {

const RuleSet& Shipped() {
  static const std::shared_ptr<const RuleSet> rules = [] {
    Diagnostics diagnostics;
    return LoadRules(TELEX_SOURCE_DIR "/rules", diagnostics);
  }();
  return *rules;
}

TEST_CASE("the shipped rules have no mistake", "[rules]") {
  Diagnostics diagnostics;
  const std::shared_ptr<const RuleSet> rules = LoadRules(TELEX_SOURCE_DIR "/rules", diagnostics);
  REQUIRE(rules != nullptr);
  SourceLines sources;
  std::string mistakes;
  for (const Diagnostic& diagnostic : diagnostics.all())
    mistakes += RenderText(diagnostic, sources, false);
  CHECK(mistakes == "");
  CHECK(!rules->rules.empty());
  CHECK(!rules->frames.empty());
  CHECK(rules->hash.size() == 16);
}

TEST_CASE("two loads give the same rules", "[rules]") {
  Diagnostics diagnostics;
  const std::shared_ptr<const RuleSet> again = LoadRules(TELEX_SOURCE_DIR "/rules", diagnostics);
  REQUIRE(again != nullptr);
  CHECK(again->hash == Shipped().hash);
  REQUIRE(again->rules.size() == Shipped().rules.size());
  for (size_t i = 0; i < again->rules.size(); ++i)
    CHECK(again->rules[i].name == Shipped().rules[i].name);
  CHECK(again->vocabulary.size() == Shipped().vocabulary.size());
  CHECK(again->frames.size() == Shipped().frames.size());
}

TEST_CASE("the world of the shipped rules is known", "[rules]") {
  const Lexicon& lexicon = Shipped().lexicon;
  const auto kinds = [&](const std::string& phrase) {
    uint32_t node = PhraseTrie::kRoot;
    for (const std::string& word : CutForm(phrase)) {
      const TermId term = Shipped().vocabulary.Find(FoldWord(word));
      node = term.valid() ? lexicon.phrases.Step(node, term) : PhraseTrie::kNone;
      if (node == PhraseTrie::kNone) return std::string("none");
    }
    std::string kinds_found;
    for (const EntryId entry : lexicon.phrases.EntriesAt(node))
      kinds_found += std::to_string(static_cast<int>(lexicon.entries[entry.value()].kind)) + " ";
    return kinds_found;
  };
  CHECK(kinds("Turkish").find("1 ") != std::string::npos);
  CHECK(kinds("Ankara").find("3 ") != std::string::npos);
  CHECK(kinds("Ankara").find("6 ") != std::string::npos);  // as a place too
  CHECK(kinds("qwertz") == "none");
  REQUIRE(lexicon.FindCountry("TUR") != nullptr);
  CHECK(lexicon.FindCountry("TUR")->capital == "Ankara");
  CHECK(lexicon.FindCountry("XXX") == nullptr);
}

TEST_CASE("rules are found by name", "[rules]") {
  CHECK(Shipped().FindRule("phone_call/hold-call").valid());
  CHECK(Shipped().FindRule("phone_call/no-such-rule").valid() == false);
  CHECK(Shipped().FindType("phone_call").valid());
}

struct Form {
  const char* word;
  ClassSet classes;  // must be among the readings
  ClassSet not_classes;
  const char* noun;
  const char* verb;
};

TEST_CASE("words have the readings that their endings allow", "[rules][morphology]") {
  const Form forms[] = {
      {"met", kPast | kParticiple, kNoun, "", "meet"},
      {"meets", kPresent, kPast, nullptr, "meet"},
      {"talks", kNoun | kPlural | kPresent, kPast, "talk", "talk"},
      {"called", kPast | kParticiple, kBase, "", "call"},
      {"hoped", kPast, 0, "", "hope"},
      {"planning", kGerund, 0, nullptr, "plan"},
      {"visited", kPast | kParticiple, 0, "", "visit"},
      {"found", kPast, kBase, nullptr, "find"},
      {"left", kPast, 0, nullptr, "leave"},
      {"said", kPast, 0, nullptr, "say"},
      {"ministers", kNoun | kPlural, 0, "minister", nullptr},
      {"crises", kNoun | kPlural, 0, "crisis", ""},
      {"process", kNoun, kPlural, "process", nullptr},
      {"dying", kGerund, 0, nullptr, "die"},
      {"tied", kPast, 0, nullptr, "tie"},
      {"denies", kPresent, 0, nullptr, "deny"},
      {"discusses", kPresent, 0, nullptr, "discuss"},
      {"put", kBase | kPast | kParticiple, 0, nullptr, "put"},
      {"qwerts", kNoun | kPlural, kVerb, "qwert", ""},
      {"qwertus", kNoun, kPlural, "qwertus", ""},
      {"qwertly", kAdverb, kNoun, "", ""},
      {"qwert-backed", kNoun | kAdjective, kVerb, "qwert-backed", ""},
      {"re-elected", kPast | kParticiple, 0, nullptr, "re-elect"},
      {"s", kNoun, kVerb, nullptr, ""},
      {"", kNoun, kVerb, nullptr, ""},
  };
  for (const Form& form : forms) {
    INFO(form.word);
    const Readings readings = Shipped().morphology.Analyse(form.word);
    CHECK((readings.classes & form.classes) == form.classes);
    CHECK((readings.classes & form.not_classes) == 0);
    if (form.noun != nullptr) CHECK(readings.noun_lemma == form.noun);
    if (form.verb != nullptr) CHECK(readings.verb_lemma == form.verb);
  }
}

TEST_CASE("phrase forms are cut as text is", "[rules]") {
  const auto cut = [](const char* form) {
    std::string out;
    for (const std::string& word : CutForm(form)) out += (out.empty() ? "" : "|") + word;
    return out;
  };
  CHECK(cut("White House") == "White|House");
  CHECK(cut("Washington, D.C.") == "Washington|,|D.C.");
  CHECK(cut("Xi’s Iran's") == "Xi|'s|Iran|'s");
  CHECK(cut("Workers' Party") == "Workers|'|Party");
  CHECK(cut("Congo (Kinshasa)") == "Congo|(|Kinshasa|)");
  CHECK(cut("al-Quds") == "al-Quds");
  CHECK(cut("  ") == "");
}

TEST_CASE("spelling follows how a form is written", "[rules]") {
  CHECK(SpellingOf("soldiers") == Spelling::kAny);
  CHECK(SpellingOf("Turkey") == Spelling::kCapital);
  CHECK(SpellingOf("al-Quds") == Spelling::kCapital);
  CHECK(SpellingOf("US") == Spelling::kExact);
  CHECK(SpellingOf("U.S.") == Spelling::kExact);
  CHECK(SpellingOf("Lt.") == Spelling::kCapital);
  CHECK(SpellingOf("Élysée") == Spelling::kCapital);
  CHECK(SpellingOf("UN Women") == Spelling::kCapital);
  CHECK(SpellingOf("Amal movement") == Spelling::kLeading);
  CHECK(SpellingOf("U.S. forces") == Spelling::kLeading);
  CHECK(SpellingOf("Jaish al-Adl") == Spelling::kCapital);
}

}  // namespace
}  // namespace telex
