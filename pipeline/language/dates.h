// Dates: finds the time expressions of a story and gives them TIMEX3 values.
//
// FindDates stands after the sentences: the grammar (grammars/date.h) reads expressions from the
// words' date symbols, and the words around them tell dates from other things. ResolveDates stands
// after the clauses, since the verb decides which Tuesday is meant. It turns expressions into
// values, against an anchor: the day of publication, else the dateline's date. Without an anchor
// only expressions that say everything ("7 October 2023") are resolved, and those that follow them
// ("in May"); the others keep X for what is open. The values are those of TIMEX3 as annotated in
// TimeBank and produced by HeidelTime.
//
//     FindDates(words, layers);
//     …
//     ResolveDates(story.published(), &tenses, layers);
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

class DateTenses;

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
/// future open; kUnsaid is past, which is what news tells of ("Monday" is then the last Monday up
/// to and including the anchor), but a day or month without its year is the nearest.
DateValue Resolve(const DateExpression& expression, Anchor anchor,
                  DateExpression::Direction tense = DateExpression::Direction::kUnsaid);

/// The anchor of a story: the day of publication, else the dateline's date where that has a year.
Anchor AnchorOf(std::string_view published, const Dateline& dateline);

/// Whether the value of `expression` depends on the tense of a verb.
bool DependsOnTense(const DateExpression& expression);

/// Fills layers.dates from layers.tokens, without values. The dateline's date is one of them.
void FindDates(const WordTable& words, Layers& layers);

/// Gives layers.dates their values, in text order. Without `tenses` all that is open is past.
void ResolveDates(std::string_view published, const DateTenses* tenses, Layers& layers);

/// The longest time expression that starts at `token` and ends before `end`: its length in tokens,
/// 0 if none.
size_t ReadDate(const WordTable& words, const std::vector<Token>& tokens, TokenIndex token,
                TokenIndex end, DateExpression& expression);

}  // namespace telex
