// Explanation: everything that the pipeline saw in a story, as tables: each layer, what fired, and
// what matched and did not come out.
//
//     pipeline.Run(story, scratch, events, &trace);
//     for (const Table& table : ExplainLayers(story, scratch.view(), rules)) …
//     ExplainEvents(pipeline, scratch, story, events); ExplainLosers(…)
//
// To be called after a run, before the next one on the same scratch. Pure functions.
#pragma once

#include <vector>

#include "pipeline/explain/table.h"
#include "pipeline/pipeline.h"

namespace telex {

/// Sentences, tokens, lexicon, dates, people, noun phrases, verb groups, clauses.
std::vector<Table> ExplainLayers(const Story& story, const StoryView& view, const RuleSet& rules);

/// A block of rows an event: rule, roles and whom each phrase was resolved to, status and its cue,
/// codes.
Table ExplainEvents(const Pipeline& pipeline, const Story& story, const Scratch& scratch,
                    const std::vector<Event>& events);

/// What matched and did not come out, and why.
Table ExplainLosers(const Pipeline& pipeline, const Story& story, const Scratch& scratch,
                    const Trace& trace);

}  // namespace telex
