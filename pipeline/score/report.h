// Report: a Score as a table for people, or as one line of JSON.
//
// Pure functions; safe from any thread.
#pragma once

#include <string>

#include "pipeline/score/scorer.h"

namespace telex {

/// The levels, the fields, then types (most gold events first) and rules (most spurious events
/// first).
std::string ScoreText(const Score& score);
/// A line an event: MISSED or SPURIOUS, story, type, actors, and the words of the story.
std::string ScoreErrorsText(const Score& score);
/// One object, with a line feed: "levels", "date", "place", "types", "rules", and "errors" where
/// `errors`.
std::string ScoreJson(const Score& score, bool errors);

}  // namespace telex
