// Annotation out: the layers of one story as one line of JSON (docs/annotate.md).
//
//     std::string out;
//     AppendAnnotation(story, scratch.view(), entities, points, &out);   // `points` of
//     story.text()
//
// Sentences, tokens, names and dates lie in the story's body and count its code points, as the
// offsets of events do; those of a headline of its own stand under "headline" and count from its
// start. Without state; safe from any thread.
#pragma once

#include <string>
#include <vector>

#include "pipeline/events/frame_match.h"
#include "pipeline/language/entities.h"
#include "pipeline/text/code_points.h"
#include "pipeline/text/story.h"

namespace telex {

/// Appends the line and its line feed to `out`. `entities` are those of ListEntities for `view`.
void AppendAnnotation(const Story& story, const StoryView& view,
                      const std::vector<Entity>& entities, const CodePoints& points,
                      std::string* out);

/// "PERSON", "ORGANIZATION", "PLACE".
std::string_view KindName(Entity::Kind kind);

/// "DATE", "TIME", "DURATION", "SET".
std::string_view TimexName(Timex type);

}  // namespace telex
