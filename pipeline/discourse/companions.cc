// With whom somebody did or said what the words give no partner for: "Oman signed two deals", "He
// voiced readiness to". Those of whom the story tells that they were together, or who are named
// behind it.

#include <algorithm>

#include "pipeline/discourse/implied_targets.h"
#include "pipeline/discourse/same_actor.h"

namespace telex {
namespace {

constexpr size_t kMostBefore = 40;  // drafts that are looked through; keeps the work linear
constexpr uint32_t kTogether = 3;   // sentences from a meeting to what was said on it

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

}  // namespace telex
