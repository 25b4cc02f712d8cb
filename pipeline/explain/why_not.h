// WhyNot: for one rule, how far each of its patterns got in a story: fired, or what was missing.
//
//     auto rule = FindRuleOrNearest(rules, "hold-cal");      // the error says which name was
//     perhaps meant Table table = WhyNot(pipeline, story, scratch, *rule);
//
// To be called after a run, before the next one on the same scratch. Pure.
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "pipeline/explain/table.h"
#include "pipeline/pipeline.h"

namespace telex {

/// The rule called `name`, "phone_call/hold-call" or "hold-call" where that is one rule's alone.
tl::expected<RuleId, std::string> FindRuleOrNearest(const RuleSet& rules, const std::string& name);

/// A row a pattern (two for a light verb with its noun: as a clause, and as a noun).
Table WhyNot(const Pipeline& pipeline, const Story& story, const Scratch& scratch, RuleId rule);

}  // namespace telex
