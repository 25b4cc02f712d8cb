// telex annotate: the layers of a story as one line of JSON, and that they are those of a run.
#include "pipeline/sinks/annotation.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "pipeline/language/entities.h"
#include "tests/shipped_rules.h"

namespace telex {
namespace {

nlohmann::ordered_json Annotate(const RunStory& run) {
  std::vector<Entity> entities;
  const StoryView view = run.scratch.view();
  ListEntities(view.words, view.layers, view.syntax, &entities);
  std::string line;
  AppendAnnotation(run.story, view, entities, CodePoints(run.story.text()), &line);
  REQUIRE(line.find('\n') == line.size() - 1);
  return nlohmann::ordered_json::parse(line);
}

// "PERSON Kemal Aydin; PLACE Kenya (0)": kind, words, and in brackets which one it refers to.
std::string Names(std::string_view text) {
  const RunStory run(text);
  const auto json = Annotate(run);
  std::string out;
  for (const auto& name : json["names"]) {
    if (!out.empty()) out += "; ";
    out += name["kind"].get<std::string>() + " " + name["text"].get<std::string>();
    if (name.contains("refers")) out += " (" + std::to_string(name["refers"].get<int>()) + ")";
  }
  return out;
}

TEST_CASE("annotate: the names of a sentence with their kinds", "[annotation]") {
  constexpr Row kRows[] = {
      {"Turkish Foreign Minister Kemal Aydin left Kenya.", "PERSON Kemal Aydin; PLACE Kenya"},
      {"Kemal Aydin left. Aydin went to Nairobi, and Aydin slept.",
       "PERSON Kemal Aydin; PERSON Aydin (0); PLACE Nairobi; PERSON Aydin (0)"},
      {"The United Nations warned Kenya. The UN wrote to Kenya.",
       "ORGANIZATION United Nations; PLACE Kenya; ORGANIZATION UN (0); PLACE Kenya (1)"},
      {"Foreign Minister of Kenya Rosa Quispe spoke.", "PLACE Kenya; PERSON Rosa Quispe"},
      {"A Kenyan official slept.", ""},
      {"The ship sank.", ""},
      // A capital makes no body of an ordinary word.
      {"The ship left the Center.", ""},
  };
  CheckRows(kRows, [](const Row& row) { return Names(row.text); });
}

TEST_CASE("annotate: every span says its own words, in code points", "[annotation]") {
  const RunStory run("Türkiye’s envoy Ece Aydın flew to Córdoba on May 3, 2024. “Café,” she said.",
                     "Türkiye’s envoy flies on May 3");
  const auto json = Annotate(run);
  const auto check = [](const nlohmann::ordered_json& part) {
    const std::string text = part["text"].get<std::string>();
    std::vector<size_t> bytes;  // of each code point
    for (size_t i = 0; i < text.size(); ++i)
      if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) bytes.push_back(i);
    bytes.push_back(text.size());
    const auto words = [&](const nlohmann::ordered_json& item) {
      const size_t begin = bytes.at(item["begin"].get<size_t>());
      return text.substr(begin, bytes.at(item["end"].get<size_t>()) - begin);
    };
    for (const char* list : {"names", "dates"})
      for (const auto& item : part[list]) CHECK(words(item) == item["text"].get<std::string>());
    REQUIRE(!part["sentences"].empty());
    REQUIRE(!part["tokens"].empty());
    return words(part["sentences"][0]);
  };
  CHECK(check(json) == "Türkiye’s envoy Ece Aydın flew to Córdoba on May 3, 2024.");
  CHECK(check(json["headline"]) == "Türkiye’s envoy flies on May 3");
  CHECK(json["sentences"].size() == 2);
  CHECK(json["dates"][0]["type"] == "DATE");
  CHECK(json["dates"][0]["value"] == "2024-05-03");
  CHECK(json["dates"].size() == 1);
  CHECK(json["headline"]["dates"].size() == 1);
}

TEST_CASE("annotate: the keys in their order, and the layers are those of the run",
          "[annotation]") {
  const RunStory run("Kemal Aydin met Rosa Quispe in Nairobi on Monday. She praised Kenya.");
  const auto json = Annotate(run);
  std::vector<std::string> keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  CHECK(keys == std::vector<std::string>{"doc", "published", "text", "sentences", "tokens", "names",
                                         "dates"});
  REQUIRE(!run.events.empty());
  for (const Event& event : run.events) {
    const auto& sentence = json["sentences"][event.evidence.sentence];
    CHECK(sentence["begin"] == event.evidence.span.begin);
    CHECK(sentence["end"] == event.evidence.span.end);
    for (const Actor& actor : event.source) {
      bool named = false;
      for (const auto& name : json["names"]) named = named || name["name"] == actor.name;
      CHECK(named);
    }
  }
  CHECK(json["dates"][0]["value"] == run.events[0].date.value);
}

}  // namespace
}  // namespace telex
