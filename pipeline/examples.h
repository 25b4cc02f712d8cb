// Examples: runs the sentences that authors put beside their rules, and judges what comes out.
//
//     for (const ExampleResult& result : RunExamples(pipeline, rules))
//       if (!result.passed()) …  DescribeFailure(result, rules)
//
// The same judgement serves `telex check` and the tests. Uses the pipeline as any feed does; no
// state of its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/events/event.h"
#include "pipeline/pipeline.h"
#include "pipeline/rules/diagnostic.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

enum class Verdict : uint8_t {
  kPass,
  kMissed,     // no event where one is owed
  kNoisy,      // an event where none must be
  kWrongRole,  // the event, with another role or status than expected
  kWrongRule,  // an event of the type, found by another rule
};

std::string_view NameOf(Verdict verdict);

struct ExampleResult {
  RuleId rule;
  size_t example = 0;  // of the rule's examples
  Verdict verdict = Verdict::kPass;
  std::vector<std::string> wrong;   // what differs: source: expected "X", got "Y"
  std::vector<std::string> events;  // what came out, one line an event
  bool todo = false;                // known not to work: never a failure

  bool passed() const { return verdict == Verdict::kPass; }
  bool failed() const { return !passed() && !todo; }
};

/// Every example of every rule, in file order.
std::vector<ExampleResult> RunExamples(const Pipeline& pipeline, const RuleSet& rules);

/// Judges `events`, which came out of the text of `example` of `rule`.
ExampleResult JudgeExample(const Rule& rule, const Example& example,
                           const std::vector<Event>& events);

/// A failed result as a diagnostic, at the place of the example's text.
Diagnostic DescribeFailure(const ExampleResult& result, const RuleSet& rules);

/// "phone_call/hold-call [active] source: A; target: B; status: planned".
std::string DescribeEvent(const Event& event);

/// Compares as a reader would: without regard to case, diacritics, and a leading "the".
bool SameName(std::string_view a, std::string_view b);

}  // namespace telex
