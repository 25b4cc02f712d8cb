// Gold: stories with the events that people found in them, and events to be scored against these.
//
//     auto golds = ReadGold(bytes, "gold.jsonl");       // JSON Lines, a line a story
//     auto scored = ReadScored(bytes, "events.jsonl");  // JSON Lines, a line an event
//
// Both keep what a score needs and drop the rest. Plain data; free functions without state.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "pipeline/events/event.h"

namespace telex {

/// An actor of gold: every form of the name that counts as right, the fullest first. Of an event to
/// be scored: the record's name, which may be empty, then the text of the mention, if there is one.
struct ScoredActor {
  std::vector<std::string> names;
  std::string country;  // "" where there is none
};
using ScoredActors = std::vector<ScoredActor>;

struct GoldEvent {
  std::vector<std::string> types;  // alternatives; the first one is the type it is counted under
  ScoredActors source, target;
  std::string status = "actual";
  std::string date;  // ISO, perhaps a month alone; "" where gold has none
  std::string place;
  std::string quote;      // the words of the story
  bool optional = false;  // neither required nor punished
};

struct GoldStory {
  std::string doc;
  std::vector<GoldEvent> events;
};

/// An event that was found, as far as it is scored.
struct ScoredEvent {
  std::string type;
  ScoredActors source, target;
  std::string status = "actual";
  std::string date;
  std::string place;
  std::string rule;      // "phone_call/hold-call", may be empty
  std::string evidence;  // the sentence, may be empty
};
/// By the story's id, in the order in which they were found.
using ScoredEvents = std::map<std::string, std::vector<ScoredEvent>>;

/// The stories of `lines`, which are called `name` in messages. The error says in words which line
/// is wrong, and how.
tl::expected<std::vector<GoldStory>, std::string> ReadGold(std::string_view lines,
                                                           const std::string& name);
/// The events of `lines`.
tl::expected<ScoredEvents, std::string> ReadScored(std::string_view lines, const std::string& name);
/// An event as it leaves the pipeline.
ScoredEvent ToScored(const Event& event);

}  // namespace telex
