#include "pipeline/discourse/content_targets.h"

#include <algorithm>

#include "pipeline/events/slots.h"

namespace telex {
namespace {

constexpr size_t kDeepest = 2;  // infinitives of infinitives: "refused to continue to pay"
constexpr size_t kReach = 3;    // clauses behind one among which its infinitive is

}  // namespace

ContentTargets::ContentTargets(const RuleSet& rules)
    : rules_(rules),
      prepositions_(rules.List("content_prepositions")),
      sending_(rules.List("giving_verbs")),
      motion_(rules.List("returning_verbs")) {}

// Where a pattern over words has the verb itself ("will not recognize"), the clause of that verb.
ClauseId ContentTargets::ContentOf(const StoryView& view, const Candidate& candidate) const {
  if (candidate.what.valid()) return candidate.what.clause;
  if (candidate.frame.valid() || !candidate.clause.valid()) return ClauseId();
  const NounPhraseId source = candidate.role(Role::kSource);
  if (source.valid() && view.syntax[source].position == NounPhrase::Position::kSubject)
    return view.syntax[source].clause;
  const std::vector<Clause>& clauses = view.syntax.clauses;
  const size_t end = std::min(clauses.size(), candidate.clause.value() + 1 + kReach);
  for (size_t i = candidate.clause.value(); i < end; ++i)
    if (clauses[i].sentence == candidate.sentence && clauses[i].verb.head >= candidate.trigger)
      return ClauseId(i);
  return ClauseId();
}

// "threatened to send troops", "refused to appoint a minister": means, not those it is done to;
// "it" may be anything.
bool ContentTargets::IsInstrument(const NounPhrase& phrase) const {
  const bool thing = phrase.inanimate && phrase.reading == Reading::kPronoun;
  if (thing || phrase.reading == Reading::kName) return true;
  if (phrase.reading != Reading::kRole || phrase.definite || phrase.country != NounPhrase::kNone)
    return false;
  if (phrase.indefinite) return true;
  if (phrase.sector == NounPhrase::kNone) return false;
  const std::string& sector = rules_.lexicon.sectors[phrase.sector].code;
  return sector == "MIL" || sector == "GOV" || sector == "COP" || sector == "LEG";
}

Referents ContentTargets::Others(const Draft& draft, NounPhraseId phrase, SlotKind kind,
                                 Resolver& resolver) const {
  Referents all;
  const Referents found =
      BelongsTo(kind) ? resolver.ResolveOwner(phrase, kind) : resolver.Resolve(phrase);
  for (const Referent& one : found) {
    const uint32_t country = resolver.CountryOf(one);
    const bool own =
        std::any_of(draft.source.begin(), draft.source.end(), [&](const Referent& source) {
          return source == one ||
                 (one.kind == Referent::Kind::kCountry && resolver.CountryOf(source) == country);
        });
    // "the exchange of envoys": nobody who is of a state.
    const bool vague =
        BelongsTo(kind) && one.kind == Referent::Kind::kPhrase && country == NounPhrase::kNone;
    if (!own && !vague) all.push_back(one);
  }
  return all;
}

// "Oman's government agreed to move its forces": whose they are is Oman, however it is called.
bool ContentTargets::IsOwn(const StoryView& view, const Draft& draft, NounPhraseId possessor,
                           Resolver& resolver) const {
  if (view.syntax[possessor].reading == Reading::kPronoun && view.syntax[possessor].inanimate)
    return true;
  return Others(draft, possessor, SlotKind::kActor, resolver).empty();
}

Referents ContentTargets::In(const StoryView& view, const Draft& draft, const Clause& clause,
                             Resolver& resolver) const {
  // "promised that the families would be paid"
  if (clause.verb.passive) {
    const NounPhraseId owner =
        clause.patient.valid() ? view.syntax[clause.patient].possessor : NounPhraseId();
    const bool own = owner.valid() && IsOwn(view, draft, owner, resolver);
    const bool somebody = clause.patient.valid() && IsActor(view.syntax[clause.patient]) && !own &&
                          !IsInstrument(view.syntax[clause.patient]);
    return somebody ? Others(draft, clause.patient, SlotKind::kActor, resolver) : Referents();
  }
  for (const Complement& complement : clause.complements) {
    const NounPhrase& phrase = view.syntax[complement.phrase];
    if (phrase.range.begin < clause.verb.head || prepositions_.count(complement.preposition) == 0)
      continue;
    if (motion_.count(clause.verb.lemma) != 0 && IsActor(phrase)) continue;  // "return to Kenya"
    // "transit for the units of Chad's army": whose they are.
    const bool owned = phrase.possessor.valid() || phrase.of.valid();
    if (IsActor(phrase) ? IsInstrument(phrase) : !owned) continue;
    const SlotKind kind = IsActor(phrase) ? SlotKind::kActor : SlotKind::kOwner;
    if (Referents all = Others(draft, complement.phrase, kind, resolver); !all.empty()) return all;
  }
  if (!clause.patient.valid()) return {};
  const NounPhrase& patient = view.syntax[clause.patient];
  if (IsActor(patient)) {
    const bool sent = !patient.definite && sending_.count(clause.verb.lemma) != 0;
    if (IsInstrument(patient) || sent) return {};
    // "threatened to pull out its troops": their own.
    if (patient.possessor.valid() && IsOwn(view, draft, patient.possessor, resolver)) return {};
    return Others(draft, clause.patient, SlotKind::kActor, resolver);
  }
  // "continue the Vienna talks" are not Austria's.
  if (!patient.possessor.valid() && !patient.of.valid()) return {};
  return Others(draft, clause.patient, SlotKind::kOwner, resolver);
}

Referents ContentTargets::Of(const StoryView& view, const Draft& draft, Resolver& resolver) const {
  const std::vector<Clause>& clauses = view.syntax.clauses;
  ClauseId id = ContentOf(view, draft.candidate);
  for (size_t depth = 0; id.valid() && depth <= kDeepest; ++depth) {
    if (Referents all = In(view, draft, view.syntax[id], resolver); !all.empty()) return all;
    if (view.syntax[id].patient.valid()) return {};
    const size_t end = std::min(clauses.size(), id.value() + 1 + kReach);
    ClauseId inner;
    for (size_t i = id.value() + 1; i < end && !inner.valid(); ++i)
      if (clauses[i].governor == id && !clauses[i].introducer.valid()) inner = ClauseId(i);
    id = inner;
  }
  return {};
}

}  // namespace telex
