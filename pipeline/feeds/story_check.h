// What every feed asks of a story before it lets it in, whatever the format: valid UTF-8, some
// text, a readable date.
//
// Free functions without state.
#pragma once

#include <string>
#include <string_view>

namespace telex {

/// Why `text` cannot be a story's text (empty, binary, not UTF-8, with byte offset and line), or
/// "".
std::string WhyNotText(std::string_view text);

/// "2025-03-04" or "2025-03-04T08:15:00Z" from what a feed calls its date, which may also start
/// with "20250304"; "" if it starts with no date of the calendar.
std::string IsoDate(std::string_view written);

/// "1,204 bytes", "256 MB": a size for people.
std::string SizeInWords(size_t bytes);

}  // namespace telex
