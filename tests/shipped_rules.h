// The project's own rules, compiled once a binary, and stories run through them, for tests that are
// tables of sentences.
//
//     constexpr Row kRows[] = {{"Kenya was praised by Amina Diallo.", "praise: Amina Diallo >
//     Kenya"}, …}; CheckRows(kRows, [](const Row& row) { return EventLines(row.text); });
//
// A row that the engine does not give yet is marked kTodo: it never fails, and a warning says so
// when it begins to pass. Events are written on one line: type, source > target, a status that is
// not `actual` in brackets; the parties of a symmetric type in alphabetical order with commas. Used
// by one thread.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/pipeline.h"
#include "tests/catch.h"

namespace telex {

enum class Works : uint8_t { kYes, kTodo };
constexpr Works kTodo = Works::kTodo;

struct Row {
  const char* text;
  const char* want;
  Works works = Works::kYes;
};

inline const Pipeline& ShippedPipeline() {
  static const std::unique_ptr<const Pipeline> pipeline = [] {
    Diagnostics diagnostics;
    auto rules = LoadRules(TELEX_SOURCE_DIR "/rules", diagnostics);
    REQUIRE(rules != nullptr);
    return std::make_unique<const Pipeline>(std::move(rules), PipelineOptions{});
  }();
  return *pipeline;
}

/// A story that was run, with its layers. It appeared on a Wednesday.
struct RunStory {
  explicit RunStory(std::string_view text, std::string_view headline = "")
      : story(Fields(text, headline)) {
    ShippedPipeline().Run(story, scratch, events);
  }
  RunStory(const RunStory&) = delete;
  RunStory& operator=(const RunStory&) = delete;

  static StoryFields Fields(std::string_view text, std::string_view headline) {
    StoryFields fields;
    fields.id = "x";
    fields.published = "2024-05-15";
    fields.headline = headline;
    fields.text = text;
    return fields;
  }

  Story story;
  Scratch scratch;
  std::vector<Event> events;
};

inline std::string ActorNames(std::vector<Actor> actors, bool sorted) {
  const auto by_name = [](const Actor& a, const Actor& b) { return a.name < b.name; };
  if (sorted) std::sort(actors.begin(), actors.end(), by_name);
  std::string text;
  for (const Actor& actor : actors) text += (text.empty() ? "" : ", ") + actor.name;
  return text.empty() ? "-" : text;
}

/// "praise: Amina Diallo > Kenya", "meeting: Amina Diallo, Bo Chen [planned]".
inline std::string EventLine(const Event& event) {
  static constexpr const char* kStatus[] = {"", " [planned]", " [negated]", " [possible]"};
  const RuleSet& rules = ShippedPipeline().rules();
  std::string line = event.type + ": ";
  if (rules.types[rules.FindType(event.type).value()].symmetric) {
    std::vector<Actor> parties = event.source;
    parties.insert(parties.end(), event.target.begin(), event.target.end());
    line += ActorNames(std::move(parties), true);
  } else {
    line += ActorNames(event.source, false) + " > " + ActorNames(event.target, false);
  }
  return line + kStatus[static_cast<size_t>(event.status)];
}

inline std::string EventLines(const std::vector<Event>& events) {
  std::string lines;
  for (const Event& event : events) lines += (lines.empty() ? "" : " | ") + EventLine(event);
  return lines.empty() ? "nothing" : lines;
}

/// Every event of `text`, in text order, with " | " between; "nothing" where there is none.
inline std::string EventLines(std::string_view text, std::string_view headline = "") {
  return EventLines(RunStory(text, headline).events);
}

/// Checks `got(row)` against `row.want` for every row of a table.
template <class Rows, class Got>
void CheckRows(const Rows& rows, const Got& got) {
  for (const auto& row : rows) {
    const std::string result = got(row);
    INFO(row.text);
    if (row.works == Works::kYes) {
      CHECK(result == row.want);
    } else if (result == row.want) {
      WARN("this todo row passes now, take its mark away: " << row.text);
    }
  }
}

}  // namespace telex
