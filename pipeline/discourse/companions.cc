// Targets for whom one was with: the partner of what two do ("Oman signed two deals"), the other
// one of a meeting ("He voiced readiness to"), the other state of a story of two.

#include <algorithm>

#include "pipeline/discourse/implied_targets.h"
#include "pipeline/discourse/same_actor.h"

namespace telex {
namespace {

constexpr uint32_t kTogether = 3;  // sentences from a meeting to what was said on it

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
