// Targets for whose a thing is: who holds those whose release is asked for, whose ship was seized,
// in which state the deed was done that somebody condemns.

#include <algorithm>

#include "pipeline/discourse/implied_targets.h"
#include "pipeline/discourse/same_actor.h"
#include "pipeline/events/following.h"
#include "pipeline/events/slots.h"

namespace telex {

// "demanded his return", "called for the release of the nuns": those who shall be freed.
Referents ImpliedTargets::Captives(const StoryView& view, const Draft& draft,
                                   Resolver& resolver) const {
  const EventType& type = rules_.types[draft.candidate.type.value()];
  if (!type.addressed || !type.domestic || !draft.candidate.clause.valid()) return {};
  const Clause& clause = view.syntax[draft.candidate.clause];
  const auto freed = [&](NounPhraseId id) {
    if (!id.valid()) return Referents();
    const NounPhrase& phrase = view.syntax[id];
    const TermId noun = view.At(phrase.head).noun_lemma;
    const NounPhraseId whom = phrase.possessor.valid() ? phrase.possessor : phrase.of;
    if (phrase.reading != Reading::kThing || !noun.valid() || freeing_.count(noun) == 0 ||
        !whom.valid() || !IsSomebody(view.syntax[whom]))
      return Referents();
    return resolver.Resolve(whom);
  };
  Referents all = freed(clause.patient);
  for (const Complement& complement : clause.complements)
    if (all.empty()) all = freed(complement.phrase);
  return all;
}

// Who is told to hold them: they are not asked for it themselves.
Referents ImpliedTargets::Captor(const StoryView& view, const std::vector<Draft>& drafts, size_t at,
                                 const Referents& captives, const Resolver& resolver) const {
  const size_t first = at > kMostBefore ? at - kMostBefore : 0;
  const size_t last = std::min(drafts.size(), at + 1 + kMostBefore);
  for (size_t i = first; i < last; ++i) {
    const Draft& other = drafts[i];
    if ((undone_ & TypeSetOf(other.candidate.type)) == 0 || other.source.empty()) continue;
    if (!Within(view, resolver, captives, other.target, false)) continue;
    if (Referents doers = Doers(other, drafts[at], resolver); !doers.empty()) return doers;
  }
  return {};
}

// "seized a Spanish trawler", "closed the Omani mission": what is taken or shut is somebody's.
Referents ImpliedTargets::OwnerOfTaken(const StoryView& view, const Draft& draft,
                                       Resolver& resolver) const {
  const Candidate& candidate = draft.candidate;
  if ((undone_ & TypeSetOf(candidate.type)) == 0 || candidate.role(Role::kTarget).valid() ||
      !candidate.clause.valid())
    return {};
  const NounPhraseId taken = view.syntax[candidate.clause].patient;
  if (!taken.valid() || view.syntax[taken].reading != Reading::kThing) return {};
  Referents all;
  for (const Referent& one : resolver.ResolveOwner(taken, SlotKind::kOwner))
    if (!Has(draft.source, one) && !IsOfOwn(draft, one, resolver)) all.push_back(one);
  return all;
}

// "condemned the crackdown in Chad": what is done there to its people is its state's.
Referents ImpliedTargets::StateOfDeed(const StoryView& view, const Draft& draft,
                                      Resolver& resolver) const {
  const Candidate& candidate = draft.candidate;
  const NounPhraseId slot = candidate.role(Role::kTarget);
  if (!rules_.types[candidate.type.value()].speech_act || !slot.valid() ||
      !BelongsTo(candidate.kinds[static_cast<size_t>(Role::kTarget)]))
    return {};
  const NounPhrase& deed = view.syntax[slot];
  const TermId noun = view.At(deed.head).noun_lemma;
  if (deed.reading != Reading::kThing || !noun.valid() || deeds_of_state_.count(noun) == 0)
    return {};
  for (FollowingPhrases next(view.syntax, deed); next.valid(); next.Advance()) {
    const NounPhrase& place = view.syntax[next.phrase()];
    if (!flags_.Has(next.preposition(), kPlacePreposition) || place.country == NounPhrase::kNone)
      continue;
    if (place.reading != Reading::kCountry && place.reading != Reading::kPlace) continue;
    const Referent state = {Referent::Kind::kCountry, place.country, next.phrase()};
    if (!SharesState(draft.source, place.country, resolver)) return {state};
  }
  return {};
}

}  // namespace telex
