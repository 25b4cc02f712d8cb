// SlotEnds: where a slot of a token pattern can end, for PhraseMatch. A free function, no state.
#pragma once

#include "pipeline/events/frame_match.h"
#include "pipeline/events/slots.h"

namespace telex {

/// Calls `try_end(end)` until it returns true: behind the noun phrase that starts at `token`, or
/// that one which belongs to it ("Niger's junta"), with its coordination, or with what stands
/// behind its "of".
template <class Try>
bool SlotEnds(const StoryView& view, const Slot& slot, TokenIndex token, const Try& try_end) {
  const uint32_t index = view.syntax.phrase_at[token];
  if (index == Syntax::kNone) return false;
  const NounPhrase& phrase = view.syntax.phrases[index];
  if (phrase.range.begin != token) return false;
  const auto ends_at = [&](const NounPhrase& one) {
    if (!Accepts(slot.kind, one)) return false;
    TokenIndex end = one.range.end;
    for (NounPhraseId member = one.next; member.valid(); member = view.syntax[member].next)
      end = view.syntax[member].range.end;
    if (try_end(end)) return true;
    if (end != one.range.end && try_end(one.range.end)) return true;
    return one.of.valid() && view.syntax[one.of].range.end > end &&
           try_end(view.syntax[one.of].range.end);
  };
  if (phrase.possessed.valid() && ends_at(view.syntax[phrase.possessed])) return true;
  return ends_at(phrase);
}

}  // namespace telex
