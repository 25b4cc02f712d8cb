// The dateline grammar: "TEHRAN, Dec. 5 (MNA) –", "GENEVA/NEW YORK, 5 May (XYZ) —", "(Reuters) -",
// "MOSCOW. May 5 (XYZ) -", "NAIROBI, May 5, XYZ -", "Iran Press/Iran news:".
//
// Reads the shape at the start of a paragraph, by brackets, marks and capitals; whether the words
// are places and agencies is for the caller (pipeline/language/dateline.h), who has the lexicon.
// Stateless; safe to call from any thread.
#pragma once

#include <cstdint>
#include <string_view>

#include "pipeline/text/span.h"

namespace telex {

/// Spans are bytes of the text that was given; empty where a part is missing.
struct DatelineShape {
  enum class Mark : uint8_t { kNone, kColon, kDash };
  Span place;   // the first place: "TEHRAN"
  Span region;  // "Turkey" of "ANKARA, Turkey"
  Span date;    // "Dec. 5"
  Span agency;  // inside the brackets, or before the slash of a tag
  Mark mark = Mark::kNone;
  uint32_t size = 0;  // bytes up to and with the mark
};

/// A dateline at the start of `text`, of at most 160 bytes. False if its shape is none.
bool ParseDateline(std::string_view text, DatelineShape& shape);

/// "Iran Press/Iran news:" at the start of `text`; the agency is what stands before the slash or
/// the colon.
bool ParseAgencyTag(std::string_view text, DatelineShape& shape);

}  // namespace telex
