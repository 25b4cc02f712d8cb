// What fills a slot <what:event> or <what:clause> of a frame: an infinitive, gerund or that-clause
// under its verb or behind its noun; a noun phrase where the verb has its object, or behind the
// preposition of the pattern. Free functions, no state; used by FrameMatch.
#pragma once

#include "pipeline/events/inner_events.h"
#include "pipeline/language/term_flags.h"

namespace telex {

/// True where `argument`, a slot of a verbal frame, finds its content in the clause; then
/// `candidate` has it. `inner` may be null: no event is found then.
bool FindContent(const StoryView& view, const TermFlags& flags, const Frame& frame,
                 const Argument& argument, ClauseId clause, const InnerEvents* inner,
                 Candidate* candidate);

/// The same behind a noun: "threat to attack", "call for talks", "fear of being bombed".
bool FindContentBehind(const StoryView& view, const TermFlags& flags, const Argument& argument,
                       NounPhraseId noun, const InnerEvents* inner, Candidate* candidate);

}  // namespace telex
