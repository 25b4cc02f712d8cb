// JSON Lines out: one line an event, with the keys always in the same order.
//
//     std::string out;
//     AppendJsonLine(event, story, points, &out);   // `points` made from story.text()
//
// A field that the story gives no ground for is absent. Offsets count code points of the story's
// body; a span of the headline counts from the headline's start and says `"in": "headline"`. Writes
// straight into the buffer: no tree is built. Without state; safe from any thread.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/events/event.h"
#include "pipeline/text/code_points.h"
#include "pipeline/text/story.h"

namespace telex {

/// Number in the key "schema"; rises when a key changes its meaning or goes away, not when one is
/// added.
inline constexpr int kJsonSchema = 1;

/// Appends the event and a line feed to `out`.
void AppendJsonLine(const Event& event, const Story& story, const CodePoints& points,
                    std::string* out);

/// "actual", "planned", "negated", "possible".
std::string_view StatusName(EventStatus status);

}  // namespace telex
