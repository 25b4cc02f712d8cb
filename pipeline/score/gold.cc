#include "pipeline/score/gold.h"

#include <simdjson.h>

#include <utility>

#include "pipeline/sinks/json_lines.h"

namespace telex {
namespace {

using Json = simdjson::dom::element;

/// The text at `key`; "" where there is none, or null, or something else.
std::string Text(const Json& object, std::string_view key) {
  std::string_view text;
  return object[key].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

/// The text at `key`, or the text at `inner` of the object at `key`: a date is "2025-03-04" or
/// {"value": "2025-03-04"}.
std::string TextOrInner(const Json& object, std::string_view key, std::string_view inner) {
  Json value;
  if (object[key].get(value) != simdjson::SUCCESS) return "";
  return value.is_object() ? Text(value, inner) : Text(object, key);
}

std::vector<std::string> SplitTypes(std::string_view text) {
  std::vector<std::string> types;
  for (size_t at; (at = text.find('|')) != std::string_view::npos; text.remove_prefix(at + 1))
    types.emplace_back(text.substr(0, at));
  types.emplace_back(text);
  return types;
}

ScoredActors GoldActors(const Json& event, std::string_view key) {
  ScoredActors actors;
  simdjson::dom::array list;
  if (event[key].get(list) != simdjson::SUCCESS) return actors;
  for (const Json& item : list) {
    ScoredActor actor;
    simdjson::dom::array names;
    if (item["name"].get(names) == simdjson::SUCCESS) {
      for (const Json& name : names) {
        std::string_view text;
        if (name.get(text) == simdjson::SUCCESS) actor.names.emplace_back(text);
      }
    } else {
      actor.names.push_back(Text(item, "name"));
    }
    actor.country = Text(item, "country");
    actors.push_back(std::move(actor));
  }
  return actors;
}

ScoredActors FoundActors(const Json& event, std::string_view key) {
  ScoredActors actors;
  simdjson::dom::array list;
  if (event[key].get(list) != simdjson::SUCCESS) return actors;
  for (const Json& item : list)
    actors.push_back({{Text(item, "name"), Text(item, "text")}, Text(item, "country")});
  return actors;
}

/// Calls `take(object)` for each line that is not blank; `take` returns what is wrong with the
/// object, or "".
template <class Take>
tl::expected<void, std::string> ReadLines(std::string_view lines, const std::string& name,
                                          const Take& take) {
  simdjson::dom::parser parser;
  for (size_t number = 1; !lines.empty(); ++number) {
    const size_t end = lines.find('\n');
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    Json object;
    std::string wrong;
    if (parser.parse(line.data(), line.size()).get(object) != simdjson::SUCCESS ||
        !object.is_object())
      wrong = "not a JSON object";
    else
      wrong = take(object);
    if (!wrong.empty()) return tl::unexpected(name + ":" + std::to_string(number) + ": " + wrong);
  }
  return {};
}

GoldEvent ReadGoldEvent(const Json& item) {
  GoldEvent event;
  event.types = SplitTypes(Text(item, "type"));
  event.source = GoldActors(item, "source");
  event.target = GoldActors(item, "target");
  if (std::string status = Text(item, "status"); !status.empty()) event.status = std::move(status);
  event.date = Text(item, "date");
  event.place = Text(item, "place");
  event.quote = Text(item, "quote");
  bool optional = false;
  event.optional = item["optional"].get(optional) == simdjson::SUCCESS && optional;
  return event;
}

ScoredActors ToScored(const std::vector<Actor>& actors) {
  ScoredActors scored;
  for (const Actor& actor : actors) scored.push_back({{actor.name, actor.text}, actor.country});
  return scored;
}

}  // namespace

tl::expected<std::vector<GoldStory>, std::string> ReadGold(std::string_view lines,
                                                           const std::string& name) {
  std::vector<GoldStory> stories;
  const auto take = [&](const Json& object) -> std::string {
    GoldStory story;
    story.doc = Text(object, "doc");
    if (story.doc.empty()) return "a story of gold needs \"doc\", the id of its text";
    simdjson::dom::array events;
    if (object["events"].get(events) != simdjson::SUCCESS)
      return "a story of gold needs \"events\", a list";
    for (const Json& item : events) {
      story.events.push_back(ReadGoldEvent(item));
      if (story.events.back().types.front().empty()) return "an event of gold needs \"type\"";
    }
    stories.push_back(std::move(story));
    return "";
  };
  if (auto read = ReadLines(lines, name, take); !read) return tl::unexpected(read.error());
  if (stories.empty()) return tl::unexpected(name + ": there is no story in it");
  return stories;
}

tl::expected<ScoredEvents, std::string> ReadScored(std::string_view lines,
                                                   const std::string& name) {
  ScoredEvents events;
  const auto take = [&](const Json& object) -> std::string {
    const std::string doc = Text(object, "doc");
    ScoredEvent event;
    event.type = Text(object, "type");
    if (doc.empty() || event.type.empty()) return "an event needs \"doc\" and \"type\"";
    event.source = FoundActors(object, "source");
    event.target = FoundActors(object, "target");
    if (std::string status = Text(object, "status"); !status.empty())
      event.status = std::move(status);
    event.date = TextOrInner(object, "date", "value");
    event.place = TextOrInner(object, "place", "name");
    event.rule = Text(object, "rule");
    event.evidence = TextOrInner(object, "evidence", "text");
    events[doc].push_back(std::move(event));
    return "";
  };
  if (auto read = ReadLines(lines, name, take); !read) return tl::unexpected(read.error());
  return events;
}

ScoredEvent ToScored(const Event& event) {
  ScoredEvent scored;
  scored.type = event.type;
  scored.source = ToScored(event.source);
  scored.target = ToScored(event.target);
  scored.status = StatusName(event.status);
  scored.date = event.date.value;
  scored.place = event.place.name;
  scored.rule = event.rule;
  scored.evidence = event.evidence.text;
  return scored;
}

}  // namespace telex
