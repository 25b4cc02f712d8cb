// The sink. The reader of the same name is tested with the other feeds.
#include "pipeline/sinks/json_lines.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "pipeline/sinks/json_object.h"
#include "tests/catch.h"

namespace telex {
namespace {

Span Find(const Story& story, std::string_view text) {
  const size_t at = story.text().find(text);
  REQUIRE(at != std::string_view::npos);
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + text.size())};
}

std::string Line(const Event& event, const Story& story) {
  std::string out;
  AppendJsonLine(event, story, CodePoints(story.text()), &out);
  return out;
}

TEST_CASE("A full event is written with every key, in the documented order") {
  const Story story({"call-1", "2025-11-13", "Türkiye, Oman talk",
                     "“Good,” Türkiye’s envoy Ece Aydın told Oman’s Salim Harthy by phone.", "",
                     ""});
  Event event;
  event.id = "00ff";
  event.doc = "call-1";
  event.type = "phone_call";
  event.source = {{"Ece Aydın", "Türkiye’s envoy Ece Aydın", "TUR", "GOV", "envoy",
                   Find(story, "Türkiye’s envoy Ece Aydın")}};
  event.target = {{"Salim Harthy", "Salim Harthy", "OMN", "", "", Find(story, "Salim Harthy")},
                  {"Oman", "Oman", "OMN", "", "", Find(story, "Oman")}};
  event.status = EventStatus::kPlanned;
  event.modes = {"future"};
  event.date = {"2025-11-14", "on Friday", ""};
  event.place = {"Muscat", "OMN", true, 23.5841, -58.25};
  event.topic = "trade";
  event.what.type = "visit";
  event.what.text = "a visit";
  event.attribution = {{"the ministry", "the ministry", "TUR", "GOV", "", {}}};
  event.has_plover = true;
  event.plover = {"CONSULT", "phone", {"diplomatic", "economic"}, "1", "1.5", false};
  event.has_goldstein = true;
  event.goldstein = 1;
  event.cameo = "041";
  event.evidence = {
      "“Good,” …", {story.body_begin(), static_cast<uint32_t>(story.text().size())}, 1, false};
  event.mentions = 3;
  event.rule = "phone_call/tell-by-phone";
  event.voice = "active";
  event.rules_hash = "abcd";
  event.published = "2025-11-13";
  event.headline = "Türkiye, Oman talk";
  event.url = "https://example.org/1";

  const std::string line = Line(event, story);
  CHECK(line.back() == '\n');
  CHECK(line.find('\n') == line.size() - 1);
  const auto json = nlohmann::ordered_json::parse(line);
  std::vector<std::string> keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  CHECK(keys ==
        std::vector<std::string>{"schema",    "id",        "doc",         "type",     "source",
                                 "target",    "status",    "modes",       "date",     "place",
                                 "topic",     "what",      "attribution", "plover",   "cameo",
                                 "goldstein", "extension", "evidence",    "mentions", "rule",
                                 "voice",     "rules",     "published",   "headline", "url"});
  CHECK(json["schema"] == 1);
  CHECK(json["status"] == "planned");
  CHECK(json["modes"] == nlohmann::ordered_json({"future"}));
  CHECK(json["source"][0]["text"] == "Türkiye’s envoy Ece Aydın");
  CHECK(json["source"][0]["begin"] == 8);  // code points of the body
  CHECK(json["source"][0]["end"] == 33);
  CHECK_FALSE(json["source"][0].contains("in"));
  CHECK(json["target"][1]["begin"] == 9);  // "Oman" was found in the headline first
  CHECK(json["target"][1]["end"] == 13);
  CHECK(json["target"][1]["in"] == "headline");
  CHECK_FALSE(json["target"][0].contains("sector"));
  CHECK_FALSE(json["attribution"][0].contains("begin"));
  CHECK(json["place"]["lat"] == 23.5841);
  CHECK(json["place"]["lon"] == -58.25);
  CHECK(json["what"]["type"] == "visit");
  CHECK(
      json["plover"].dump() ==
      R"({"type":"CONSULT","mode":"phone","context":["diplomatic","economic"],"quad":1,"scale":1.5})");
  CHECK(json["goldstein"] == 1);
  CHECK(json["cameo"] == "041");
  CHECK(json["extension"].is_null());
  CHECK(json["evidence"]["begin"] == 0);
  CHECK(json["evidence"]["sentence"] == 1);
  CHECK(json["mentions"] == 3);
}

TEST_CASE("What the story gives no ground for is absent") {
  const Story story({"s", "", "", "Nothing much.", "", ""});
  Event event;
  event.id = "1";
  event.doc = "s";
  event.type = "meeting";
  CHECK(Line(event, story) ==
        "{\"schema\": 1, \"id\": \"1\", \"doc\": \"s\", \"type\": \"meeting\", \"source\": [], "
        "\"target\": [], \"status\": \"actual\", \"modes\": [], \"mentions\": 1}\n");
}

TEST_CASE("An event that only the extension codes has a null for PLOVER and CAMEO") {
  const Story story({"s", "", "", "Condolences.", "", ""});
  Event event;
  event.extension = "CONDOLE";
  const auto json = nlohmann::json::parse(Line(event, story));
  CHECK(json["plover"].is_null());
  CHECK(json["cameo"].is_null());
  CHECK(json["extension"] == "CONDOLE");
}

TEST_CASE("Every character survives the escaper, wherever it stands") {
  for (int c = 0; c < 256; ++c) {
    if (c >= 0x80) break;
    for (size_t before = 0; before < 18; ++before) {
      std::string text(before, 'x');
      text += static_cast<char>(c);
      text += "yé\U0001F600\"";
      std::string out;
      AppendJsonString(text, &out);
      CAPTURE(c, before, out);
      CHECK(nlohmann::json::parse(out).get<std::string>() == text);
    }
  }
  std::string out;
  AppendJsonString(std::string_view("a\0\x1F\"\\\n", 6), &out);
  CHECK(out == "\"a\\u0000\\u001f\\\"\\\\\\n\"");
}

}  // namespace
}  // namespace telex
