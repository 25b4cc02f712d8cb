// Scorer: how well the events that were found agree with gold, at five levels.
//
//     Score score = ScoreEvents(stories, events, {.types = {"phone_call"}, .symmetric = …});
//     score.levels[static_cast<size_t>(Level::kEvent)].F1()
//
// Levels: type (the type is right); event (type and actors: in each role that gold fills a gold
// actor is there, and at least half of the actors given are gold ones); named (event, and the
// actor's name is the fullest form); full (event, status, and date where gold has one); dyad (type
// and countries). An optional gold event is neither required nor punished. One event with two
// counterparts and two events with one each count the same. At each level stories are matched one
// by one, gold to found, as many pairs as can be made. Pure; the result is a value.
#pragma once

#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/score/gold.h"

namespace telex {

enum class Level : uint8_t { kType, kEvent, kNamed, kFull, kDyad };
inline constexpr size_t kLevels = 5;
const char* NameOf(Level level);

struct Counts {
  size_t right = 0;     // found events that meet a gold one
  size_t found = 0;     // gold events met, also by a share in a found event
  size_t missed = 0;    // gold events not met
  size_t spurious = 0;  // found events that meet none

  double Precision() const { return Ratio(right, right + spurious); }
  double Recall() const { return Ratio(found, found + missed); }
  double F1() const;

 private:
  static double Ratio(size_t part, size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

/// Of the matched events whose gold has this field, in how many it is right.
struct FieldCounts {
  size_t all = 0;
  size_t right = 0;
};

struct ScoreOptions {
  std::set<std::string> types;      // only these, if not empty
  std::set<std::string> symmetric;  // types whose source and target are one set of parties
};

/// One event that went wrong, at level kEvent.
struct ScoreError {
  std::string doc;
  bool missed = false;  // else spurious
  GoldEvent gold;       // if missed
  ScoredEvent found;    // if spurious
};

struct Score {
  std::array<Counts, kLevels> levels;
  FieldCounts date, place;
  std::vector<std::pair<std::string, Counts>>
      by_type;  // level kEvent; in the order in which types first came up
  std::vector<std::pair<std::string, Counts>>
      by_rule;                     // level kEvent; right and spurious alone; by name
  std::vector<ScoreError> errors;  // in story order
};

Score ScoreEvents(const std::vector<GoldStory>& stories, const ScoredEvents& events,
                  const ScoreOptions& options);

/// The types whose source and target are one set, where no ontology says so: those of the gold
/// guidelines.
std::set<std::string> UsualSymmetricTypes();

}  // namespace telex
