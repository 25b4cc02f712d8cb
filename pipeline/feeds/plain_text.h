// Plain text: one story a file, with nothing around it.
//
// The id is the file's name without its extension; where the name starts with an ISO date, the
// story was published then.
#pragma once

#include <string>

#include "pipeline/feeds/byte_source.h"
#include "pipeline/feeds/feed.h"

namespace telex {

/// Reads all of `source` as one story; `name` is its path, or "-" for the standard input, whose
/// story is called "stdin". False if the receiver ended the feed.
bool ReadPlainText(ByteSource source, const std::string& name, const FeedOptions& options,
                   const FeedReceiver& receiver);

}  // namespace telex
