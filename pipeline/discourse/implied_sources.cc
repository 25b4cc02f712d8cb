#include "pipeline/discourse/implied_sources.h"

#include <algorithm>
#include <string_view>

#include "pipeline/discourse/same_actor.h"
#include "pipeline/events/slots.h"

namespace telex {
namespace {

constexpr size_t kMostBefore = 40;  // drafts that are looked through; keeps the work linear
constexpr size_t kBeside = 4;       // … for who did the like right before

}  // namespace

ImpliedSources::ImpliedSources(const RuleSet& rules, const TermFlags& flags)
    : rules_(rules), flags_(flags), words_(rules) {
  for (size_t type = 0; type < rules.types.size(); ++type)
    if (rules.types[type].adverse && !rules.types[type].speech_act)
      deeds_ |= TypeSetOf(TypeId(type));
}

// Nobody does it to himself or, if he is a state, to his own.
bool ImpliedSources::MayDo(const StoryView& view, const Draft& draft, const Referent& one,
                           const Resolver& resolver) const {
  return std::none_of(draft.target.begin(), draft.target.end(), [&](const Referent& target) {
    return SameActor(view, resolver, one, target, false) ||
           (target.kind == Referent::Kind::kCountry && resolver.CountryOf(one) == target.index);
  });
}

Referents ImpliedSources::Filtered(const StoryView& view, const Draft& draft, const Referents& some,
                                   const Resolver& resolver) const {
  Referents all;
  for (const Referent& one : some)
    if (MayDo(view, draft, one, resolver)) all.push_back(one);
  return all;
}

// Whose raid, whose sanctions.
Referents ImpliedSources::OfNoun(const StoryView& view, const Draft& draft, NounPhraseId id,
                                 Resolver& resolver) const {
  const NounPhrase& noun = view.syntax[id];
  if (noun.reading != Reading::kThing) return {};
  if ((words_.TypesOf(view.At(noun.head).noun_lemma) & deeds_) == 0) return {};
  return Filtered(view, draft, resolver.ResolveOwner(id, SlotKind::kOwner), resolver);
}

// "killed in an Israeli raid", "EU sanctions imposed on", "the Saudi murder of".
Referents ImpliedSources::InDeed(const StoryView& view, const Draft& draft,
                                 Resolver& resolver) const {
  const Candidate& candidate = draft.candidate;
  NounPhraseId noun = candidate.noun;
  if (const uint32_t at = view.syntax.phrase_at[candidate.trigger];
      !noun.valid() && at != Syntax::kNone)
    noun = NounPhraseId(at);
  if (noun.valid() && view.syntax[noun].head == candidate.trigger)
    if (Referents all = OfNoun(view, draft, noun, resolver); !all.empty()) return all;
  if (!candidate.clause.valid()) return {};
  const Clause& clause = view.syntax[candidate.clause];
  if (clause.patient.valid())
    if (Referents all = OfNoun(view, draft, clause.patient, resolver); !all.empty()) return all;
  for (const Complement& complement : clause.complements) {
    if (!flags_.Has(complement.preposition, kScenePreposition | kByPreposition | kFromPreposition))
      continue;
    if (Referents all = OfNoun(view, draft, complement.phrase, resolver); !all.empty()) return all;
  }
  return {};
}

// "Hijackers seized a plane … The Americans were freed": by whom they were held.
Referents ImpliedSources::Undone(const StoryView& view, const std::vector<Draft>& drafts, size_t at,
                                 const Resolver& resolver) const {
  const Draft& draft = drafts[at];
  const std::vector<TypeId>& undone = TypeOf(draft).undoes;
  if (undone.empty() || draft.target.empty()) return {};
  const size_t first = at > kMostBefore ? at - kMostBefore : 0;
  const size_t last = std::min(drafts.size(), at + 1 + kMostBefore);
  // Who held those very ones, else the only one who is told to have held anybody.
  for (const bool same : {true, false}) {
    Referents only;
    for (size_t i = first; i < last; ++i) {
      const Draft& other = drafts[i];
      if (other.source.empty() || other.status != EventStatus::kActual) continue;
      if (std::find(undone.begin(), undone.end(), other.candidate.type) == undone.end()) continue;
      if (same && !Within(view, resolver, draft.target, other.target, false)) continue;
      Referents all = Filtered(view, draft, other.source, resolver);
      if (all.empty()) continue;
      if (same) return all;
      if (!only.empty() && !Within(view, resolver, all, only, true)) return {};
      only = std::move(all);
    }
    if (!only.empty()) return only;
  }
  return {};
}

// Of the state of those it is done to, and no rebel of it.
bool ImpliedSources::IsOfOwn(const Draft& draft, const Referent& one,
                             const Resolver& resolver) const {
  if (one.kind == Referent::Kind::kPhrase) return false;
  const uint32_t country = resolver.CountryOf(one);
  return country != NounPhrase::kNone &&
         std::any_of(draft.target.begin(), draft.target.end(),
                     [&](const Referent& target) { return resolver.CountryOf(target) == country; });
}

// "Police clashed with students. About 120 people were arrested."
Referents ImpliedSources::Beside(const StoryView& view, const std::vector<Draft>& drafts, size_t at,
                                 const Resolver& resolver) const {
  const Draft& draft = drafts[at];
  const Candidate& candidate = draft.candidate;
  // "in revenge for the murder of", "those who were killed": told in passing.
  if (draft.status != EventStatus::kActual || !TypeOf(draft).domestic || draft.headline ||
      candidate.noun.valid() || !candidate.clause.valid())
    return {};
  const Clause& clause = view.syntax[candidate.clause];
  if (clause.verb.form != VerbGroup::Form::kFinite || !clause.verb.past || clause.verb.perfect ||
      clause.verb.head != candidate.trigger || clause.voice == Voice::kReducedPassive ||
      clause.relation == Clause::Relation::kRelative ||
      clause.relation == Clause::Relation::kContent)
    return {};
  const bool lawful = words_.IsLawful(view.At(candidate.trigger));
  const auto keeps_order = [&](const Referent& one) {
    if (one.kind == Referent::Kind::kCountry) return true;
    if (one.kind != Referent::Kind::kPhrase) return false;
    const uint32_t sector = view.syntax[one.phrase].sector;
    if (sector == NounPhrase::kNone) return false;
    const std::string_view code = rules_.lexicon.sectors[sector].code;
    return code == "COP" || code == "MIL" || code == "GOV" || code == "JUD" || code == "SPY";
  };
  const size_t first = at > kBeside ? at - kBeside : 0;
  for (size_t i = at; i-- > first;) {
    const Draft& other = drafts[i];
    if (other.candidate.sentence + 1 < candidate.sentence) break;
    if (other.source.empty() || other.status != EventStatus::kActual || other.headline) continue;
    if (other.candidate.type != candidate.type && !TypeOf(other).in_target) continue;
    Referents all = Filtered(view, draft, other.source, resolver);
    // No state is told to have killed its own in passing.
    all.erase(std::remove_if(
                  all.begin(), all.end(),
                  [&](const Referent& one) { return !lawful && IsOfOwn(draft, one, resolver); }),
              all.end());
    if (lawful)
      all.erase(std::remove_if(all.begin(), all.end(),
                               [&](const Referent& one) { return !keeps_order(one); }),
                all.end());
    if (!all.empty()) return all;
  }
  return {};
}

void ImpliedSources::Run(const StoryView& view, Resolver& resolver,
                         std::vector<Draft>* drafts) const {
  for (size_t at = 0; at < drafts->size(); ++at) {
    Draft& draft = (*drafts)[at];
    const EventType& type = TypeOf(draft);
    if (!draft.source.empty() || draft.target.empty() || type.speech_act || type.symmetric)
      continue;
    const bool deed = (deeds_ & TypeSetOf(draft.candidate.type)) != 0 && !type.at_home;
    if (deed) draft.source = InDeed(view, draft, resolver);
    if (draft.source.empty()) draft.source = Undone(view, *drafts, at, resolver);
    if (deed && draft.source.empty()) draft.source = Beside(view, *drafts, at, resolver);
  }
}

}  // namespace telex
