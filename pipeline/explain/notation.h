// Notation: parts of a compiled frame back in the rule language, so that a message can say what a
// rule wanted: "with|to <target>".
//
// Pure; safe from any thread.
#pragma once

#include <string>

#include "pipeline/rules/ruleset.h"

namespace telex {

/// "hold|have|make"; of a long list the first few and "…".
std::string WordsText(const RuleSet& rules, const WordSet& words);
/// "<target>", "<target:person>".
std::string SlotText(const RuleSet& rules, const Slot& slot);
/// "with|to <target>", "phone|telephone call|talk", "<source>".
std::string ArgumentText(const RuleSet& rules, const Argument& argument);
/// "(an actor)": what may fill the slot, in words; "" where the argument has none.
std::string SlotMeaning(const Argument& argument);
/// The verb or noun with its modifiers and particle: "phone call", "call off".
std::string HeadText(const RuleSet& rules, const Frame& frame);
const char* RoleName(Role role);

}  // namespace telex
