// Targets that what was told elsewhere gives: with whom somebody did or said what the words give no
// partner for ("Oman signed two deals", "He voiced readiness to"), who holds those whose release is
// asked for, whose ship was seized.

#include <algorithm>

#include "pipeline/discourse/implied_targets.h"
#include "pipeline/discourse/same_actor.h"
#include "pipeline/events/following.h"
#include "pipeline/events/slots.h"

namespace telex {
namespace {

constexpr size_t kMostBefore = 40;  // drafts that are looked through; keeps the work linear
constexpr uint32_t kTogether = 3;   // sentences from a meeting to what was said on it

bool SharesState(const Referents& all, uint32_t country, const Resolver& resolver) {
  return country != NounPhrase::kNone &&
         std::any_of(all.begin(), all.end(),
                     [&](const Referent& one) { return resolver.CountryOf(one) == country; });
}

bool Has(const Referents& all, const Referent& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

// "Rabin met Pham in Oslo. He voiced readiness to …": to the other one of two who were together.
Referents ImpliedTargets::Companion(const StoryView& view, const std::vector<Draft>& drafts,
                                    size_t at, const Resolver& resolver) const {
  const Draft& draft = drafts[at];
  const EventType& own = rules_.types[draft.candidate.type.value()];
  // What one asks or proposes may be meant for all.
  if (!own.addressed || !own.on_content || draft.source.empty()) return {};
  return Together(view, drafts, at, resolver);
}

// The others of a meeting or visit told of right before or in the headline, of which the doer was.
Referents ImpliedTargets::Together(const StoryView& view, const std::vector<Draft>& drafts,
                                   size_t at, const Resolver& resolver) const {
  const Draft& draft = drafts[at];
  const size_t first = at > kMostBefore ? at - kMostBefore : 0;
  for (size_t i = at; i-- > first;) {
    const Draft& other = drafts[i];
    const EventType& type = rules_.types[other.candidate.type.value()];
    const bool near =
        other.headline || other.candidate.sentence + kTogether >= draft.candidate.sentence;
    if (!near || !(type.symmetric || type.journey) || other.status != EventStatus::kActual)
      continue;
    const Referents all = Parties(other);
    if (!Within(view, resolver, draft.source, all, false)) continue;
    Referents others;
    for (const Referent& one : all)
      if (MayHear(view, one, draft, resolver) && resolver.CountryOf(one) != NounPhrase::kNone)
        others.push_back(one);
    if (!others.empty()) return others;
  }
  return {};
}

// "Oman signed two deals", "accepted the offer": with whom, where one alone is named.
Referents ImpliedTargets::Partner(const StoryView& view, const std::vector<Draft>& drafts,
                                  size_t at, Resolver& resolver) const {
  const Draft& draft = drafts[at];
  const Candidate& candidate = draft.candidate;
  if (draft.source.size() != 1 || rules_.rules[candidate.rule.value()].alone.value_or(false))
    return {};
  const Referent& one = draft.source[0];
  if (one.kind == Referent::Kind::kPhrase && view.syntax[one.phrase].plural) return {};
  if (Referents doers = DoerOf(view, drafts, at, resolver); !doers.empty()) return doers;
  if (Referents others = other_party_.Behind(view, draft, resolver); !others.empty()) return others;
  return Together(view, drafts, at, resolver);
}

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
    if (((undone_ >> other.candidate.type.value()) & 1) == 0 || other.source.empty()) continue;
    if (!Within(view, resolver, captives, other.target, false)) continue;
    if (Referents doers = Doers(other, drafts[at], resolver); !doers.empty()) return doers;
  }
  return {};
}

// "seized a Spanish trawler", "closed the Omani mission": what is taken or shut is somebody's.
Referents ImpliedTargets::OwnerOfTaken(const StoryView& view, const Draft& draft,
                                       Resolver& resolver) const {
  const Candidate& candidate = draft.candidate;
  if (((undone_ >> candidate.type.value()) & 1) == 0 || candidate.role(Role::kTarget).valid() ||
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

// The two states of all who take part in what a story tells, if they are at odds; else none.
std::vector<uint32_t> ImpliedTargets::StatesOf(const std::vector<Draft>& drafts,
                                               const Resolver& resolver) const {
  std::vector<uint32_t> states;
  bool at_odds = false;
  for (const Draft& draft : drafts) {
    const bool adverse = rules_.types[draft.candidate.type.value()].adverse;
    for (const Referent& one : draft.source) {
      const uint32_t state = resolver.CountryOf(one);
      at_odds |= adverse && state != NounPhrase::kNone &&
                 std::any_of(draft.target.begin(), draft.target.end(), [&](const Referent& target) {
                   const uint32_t other = resolver.CountryOf(target);
                   return other != NounPhrase::kNone && other != state;
                 });
    }
    for (const Referents* role : {&draft.source, &draft.target})
      for (const Referent& one : *role) {
        const uint32_t state = resolver.CountryOf(one);
        if (state == NounPhrase::kNone ||
            std::find(states.begin(), states.end(), state) != states.end())
          continue;
        states.push_back(state);
        if (states.size() > 2) return {};
      }
  }
  return at_odds ? states : std::vector<uint32_t>();
}

// "Oman rejected the charge" in a story of Oman and Chad alone.
Referents ImpliedTargets::OnlyOther(const Draft& draft, const std::vector<uint32_t>& states,
                                    const Resolver& resolver) const {
  const EventType& type = rules_.types[draft.candidate.type.value()];
  // Who condemns something or proposes it may mean others.
  if (states.size() != 2 || draft.source.empty() || !type.adverse || !type.on_content) return {};
  for (const bool first : {true, false}) {
    const uint32_t own = states[first ? 0 : 1], other = states[first ? 1 : 0];
    const auto of_own = [&](const Referent& one) {
      const bool speaks =
          one.kind == Referent::Kind::kCountry || one.kind == Referent::Kind::kPerson;
      return speaks && resolver.CountryOf(one) == own;
    };
    if (std::all_of(draft.source.begin(), draft.source.end(), of_own))
      return {{Referent::Kind::kCountry, other, NounPhraseId()}};
  }
  return {};
}

}  // namespace telex
