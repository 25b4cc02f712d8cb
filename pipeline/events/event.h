// Event: one record, as it leaves the pipeline. Who did what to whom, when, where, how sure, and
// why Telex says so.
//
// Made by the events floor, completed by discourse (names, merging) and coding (codes), written by
// a sink. All spans are bytes of the story's `text()`; a sink turns them into code points. An empty
// string or list means that the story gives no ground for the field, and a sink leaves it out.
// Plain data: copy and move it freely.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/rules/ruleset.h"
#include "pipeline/text/span.h"

namespace telex {

/// Someone who acts, is acted upon, or says so.
struct Actor {
  std::string name;       // fullest form in the story or the lexicon
  std::string text;       // as written at the mention
  std::string country;    // ISO 3166 alpha-3, or a code of the lexicon such as IGO
  std::string sector;     // GOV, MIL, …
  std::string title;      // "Deputy Foreign Minister"
  Span span;              // of `text`; empty where the actor was worked out and not written
  bool inferred = false;  // the country was worked out from the sentence, for a coding that asks so
};

struct EventDate {
  std::string value;  // as exactly as it is known: 2025-11-13, 2025-11, 2025
  std::string text;   // "on Thursday"
  std::string week;   // "2025-W46" where that is known; the value is then its month
};

struct EventPlace {
  std::string name;
  std::string country;
  bool has_coordinates = false;
  double latitude = 0;   // degrees, north is positive
  double longitude = 0;  // degrees, east is positive
};

/// The inner event of an event ("threatened *to ban the party*"), or any content (text only).
struct EventContent {
  std::string type;
  std::string text;
  std::vector<Actor> source;
  std::vector<Actor> target;
  std::string status;  // "negated" where it is what shall not be
};

struct PloverCode {
  std::string type;  // "CONSULT"
  std::string mode;  // "phone", may be empty
  std::vector<std::string> contexts;
  std::string quad;              // "1" verbal cooperation … "4" material conflict
  std::string scale;             // "-3.5": of the mode, or else of the type
  bool lacks_recipient = false;  // the type needs one, and the story names none
};

struct Evidence {
  std::string text;       // the sentence
  Span span;              // of the sentence
  uint32_t sentence = 0;  // its number in the story, from 0
  bool in_headline = false;
};

struct Event {
  std::string id;    // hash of document, type and trigger span; never of rules
  std::string doc;   // the story's id
  std::string type;  // "phone_call"
  std::vector<Actor> source;
  std::vector<Actor> target;
  EventStatus status = EventStatus::kActual;
  std::vector<std::string> modes;  // PLOVER's auxiliary modes
  EventDate date;
  EventPlace place;
  std::string topic;
  EventContent what;
  std::vector<Actor> attribution;
  bool has_plover = false;
  PloverCode plover;
  std::string cameo;  // "041"
  bool has_goldstein = false;
  double goldstein = 0;   // of the CAMEO code
  std::string extension;  // "CONDOLE" where PLOVER has no code
  Evidence evidence;
  uint32_t mentions = 1;   // how many mentions were merged into this event
  std::string rule;        // "phone_call/hold-call"
  std::string voice;       // "active"
  std::string rules_hash;  // RuleSet::hash
  std::string published;
  std::string headline;
  std::string url;
};

}  // namespace telex
