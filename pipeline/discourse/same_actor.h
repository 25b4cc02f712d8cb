// Whether two who take part in drafts are the same, as far as the story tells. Free functions, no
// state.
#pragma once

#include "pipeline/discourse/draft.h"

namespace telex {

/// Everybody who takes part.
Referents Parties(const Draft& draft);

/// `loose`: a state or a role phrase may stand for a person of that state, as headlines and "the
/// two countries" have it.
bool SameActor(const StoryView& view, const Resolver& resolver, const Referent& a,
               const Referent& b, bool loose);

/// Whether `one` is among them, as the same referent.
bool Has(const Referents& all, const Referent& one);

/// Whether one of them is of `country`; no country is shared by nobody.
bool SharesState(const Referents& all, uint32_t country, const Resolver& resolver);

/// Whether each of `few` is one of `many`.
bool Within(const StoryView& view, const Resolver& resolver, const Referents& few,
            const Referents& many, bool loose);

}  // namespace telex
