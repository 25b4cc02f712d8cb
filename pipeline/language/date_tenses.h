// DateTenses: whether a date without a year or a week looks back or ahead, told by the verb it
// stands with.
//
// "arrived on Tuesday" is the last Tuesday, "will arrive on Tuesday" and "scheduled for Tuesday"
// the next one. Stands after the clauses; ResolveDates (dates.h) asks it only where it matters.
// Reads the layers it is made with, which must outlive it; cheap to make.
#pragma once

#include "grammars/date.h"
#include "pipeline/language/layers.h"
#include "pipeline/language/syntax.h"
#include "pipeline/language/words.h"

namespace telex {

class DateTenses {
 public:
  DateTenses(const WordTable& words, const Layers& layers, const Syntax& syntax)
      : words_(words), layers_(layers), syntax_(syntax) {}

  /// The tense for a date that starts at `token`: kPast, kFuture, or kUnsaid where nothing tells.
  DateExpression::Direction At(TokenIndex token) const;
  /// Whether the date stands before a noun as its quality ("the devastating June 3 flood"): no verb
  /// tells when that was.
  bool QualifiesNoun(TokenIndex begin, TokenIndex end) const;

 private:
  bool HasPastAuxiliary(const VerbGroup& verb) const;
  DateExpression::Direction Of(ClauseId clause, bool headline) const;

  const WordTable& words_;
  const Layers& layers_;
  const Syntax& syntax_;
};

}  // namespace telex
