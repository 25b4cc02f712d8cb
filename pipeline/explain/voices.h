// Voices: the one table of the shapes in which English may put what a `sentence:` or `noun:` says,
// and a rule's patterns written out in each.
//
//     ExpandRule(rules, id)   // a table a pattern: voice, pattern notation
//
// The clause reader (pipeline/language/clauses.cc) undoes these voices, so that rules name none of
// them; this table is what people are shown. Pure; safe from any thread.
#pragma once

#include <vector>

#include "pipeline/explain/table.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

struct VoiceShape {
  const char* name;
  Frame::Head head;
  bool needs_object;  // the verb has one that can become the subject
  bool needs_target;  // two parties
  /// {S} who does it, {V} verb, {P} particle, {O} objects, {C} complements, {N} noun, {T} the other
  /// party.
  const char* shape;
};

const std::vector<VoiceShape>& VoiceShapes();

/// A table for each pattern of the rule, its title the pattern as written. `-ed` and `-ing` mark
/// the verb's participles.
std::vector<Table> ExpandRule(const RuleSet& rules, RuleId rule);

}  // namespace telex
