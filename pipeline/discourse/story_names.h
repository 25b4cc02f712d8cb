// How the story itself writes out the states and bodies of the lexicon: a body that the list calls
// "Mujahedin-e Khalq" is "Mojahedin-e Khalgh" where the story spells it so throughout, and the
// United Kingdom is Britain where the story knows no other name for it. The list's own name counts
// wherever the story has it, and where the story has nothing but abbreviations. Free functions,
// linear in the lexicon hits; safe from any thread.
#pragma once

#include <cstdint>
#include <string>

#include "pipeline/events/frame_match.h"
#include "pipeline/rules/ruleset.h"
#include "pipeline/text/span.h"
#include "pipeline/text/story.h"

namespace telex {

/// Where the story writes the body out otherwise than the lexicon, its fullest form there; empty
/// where the lexicon's name does.
Span OwnFormOfBody(const RuleSet& rules, const Story& story, const StoryView& view,
                   uint32_t organization);

/// One of Country::called that the story has instead of Country::name, or that name.
std::string NameOfState(const RuleSet& rules, const Story& story, const StoryView& view,
                        uint32_t country);

/// The name of a place as these words of the story spell it: "Odesa" where the list has "Odessa".
/// The list's own where they say no more than a part of it, describe, or have
/// letters that it writes in plain ones.
std::string NameOfPlace(const RuleSet& rules, const Story& story, const StoryView& view,
                        uint32_t place, TokenRange words);

}  // namespace telex
