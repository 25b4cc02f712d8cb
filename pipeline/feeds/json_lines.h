// JSON Lines: one story a line, under keys that FieldNames names.
//
// A line that is no story (not JSON, not UTF-8, no text, …) is a problem with its line number.
// Blank lines are nothing, unknown keys are passed over, of a key given twice the last counts. A
// story without an id gets "file:line".
#pragma once

#include <string>

#include "pipeline/feeds/byte_source.h"
#include "pipeline/feeds/feed.h"

namespace telex {

/// Reads all of `source`; `name` stands for it in places and ids. False if the receiver ended the
/// feed.
bool ReadJsonLines(ByteSource source, const std::string& name, const FeedOptions& options,
                   const FeedReceiver& receiver);

}  // namespace telex
