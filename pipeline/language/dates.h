// Dates: finds the time expressions of a story and gives them TIMEX3 values.
//
// Stands after the sentences. The grammar (grammars/date.h) reads an expression from the words'
// date symbols; this file turns it into a value, against an anchor: the day of publication, else
// the dateline's date. Without an anchor only expressions that say everything ("7 October 2023")
// are resolved; the others keep X for what is open. The values are those of TIMEX3 as annotated in
// TimeBank and produced by HeidelTime.
//
//     FindDates(story.published(), words, layers);
//     Resolve(mention.expression, anchor, DateExpression::Direction::kFuture);   // the verb says
//     "will"
//
// Free functions without state; safe from any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "grammars/date.h"
#include "pipeline/language/layers.h"
#include "pipeline/language/words.h"

namespace telex {

using Anchor = std::optional<std::chrono::sys_days>;

/// The day that an ISO date or time begins with ("2025-11-13T08:00Z"), or nothing.
Anchor ParseDay(std::string_view iso);

struct DateValue {
  Timex type = Timex::kDate;
  bool resolved = false;
  bool anchored = false;
  std::string value;
};

/// The value of `expression` seen from `anchor`. `tense` decides where the words leave past and
/// future open; kUnsaid is past, which is what news tells of: "Monday" is then the last Monday up
/// to and including the anchor.
DateValue Resolve(const DateExpression& expression, Anchor anchor,
                  DateExpression::Direction tense = DateExpression::Direction::kUnsaid);

/// The anchor of a story: the day of publication, else the dateline's date where that has a year.
Anchor AnchorOf(std::string_view published, const Dateline& dateline);

/// Fills layers.dates from layers.tokens. The tokens of the dateline are left out.
void FindDates(std::string_view published, const WordTable& words, Layers& layers);

/// The longest time expression that starts at `token` and ends before `end`: its length in tokens,
/// 0 if none.
size_t ReadDate(const WordTable& words, const std::vector<Token>& tokens, TokenIndex token,
                TokenIndex end, DateExpression& expression);

}  // namespace telex
