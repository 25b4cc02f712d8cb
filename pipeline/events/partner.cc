#include "pipeline/events/partner.h"

#include <algorithm>

#include "pipeline/events/following.h"
#include "pipeline/events/slots.h"

namespace telex {
namespace {

constexpr size_t kDeepest = 2;  // infinitives of infinitives
constexpr size_t kReach = 3;    // clauses behind one among which its infinitive is

bool IsPartner(const TermFlags& flags, TermId preposition, const NounPhrase& phrase) {
  if (!flags.Has(preposition, kPartnerPreposition)) return false;
  return IsActor(phrase) && phrase.reading != Reading::kName &&
         !(phrase.reading == Reading::kPronoun && phrase.inanimate);
}

NounPhraseId PartnerIn(const Syntax& syntax, const TermFlags& flags, const Clause& clause) {
  const bool helps = flags.Has(clause.verb.lemma, kHelping) && !clause.verb.passive;
  if (helps && clause.patient.valid() && IsActor(syntax[clause.patient])) return clause.patient;
  if (flags.Has(clause.verb.lemma, kMotion)) return NounPhraseId();  // "to return to Kenya"
  for (const Complement& complement : clause.complements)
    if (syntax[complement.phrase].range.begin > clause.verb.head &&
        IsPartner(flags, complement.preposition, syntax[complement.phrase]))
      return complement.phrase;
  return NounPhraseId();
}

}  // namespace

NounPhraseId PartnerOf(const Syntax& syntax, const TermFlags& flags, const InnerEvent& what) {
  if (what.noun.valid()) {
    for (FollowingPhrases next(syntax, syntax[what.noun]); next.valid(); next.Advance())
      if (IsPartner(flags, next.preposition(), syntax[next.phrase()])) return next.phrase();
    return NounPhraseId();
  }
  ClauseId id = what.clause;
  for (size_t depth = 0; id.valid() && depth <= kDeepest; ++depth) {
    const NounPhraseId partner = PartnerIn(syntax, flags, syntax[id]);
    if (partner.valid()) return partner;
    const size_t end = std::min(syntax.clauses.size(), id.value() + 1 + kReach);
    ClauseId inner;
    for (size_t i = id.value() + 1; i < end && !inner.valid(); ++i)
      if (syntax.clauses[i].governor == id && !syntax.clauses[i].introducer.valid())
        inner = ClauseId(i);
    id = inner;
  }
  return NounPhraseId();
}

NounPhraseId SaidDoer(const Syntax& syntax, const InnerEvent& what) {
  if (what.type.valid() || !what.clause.valid()) return NounPhraseId();
  const Clause& clause = syntax[what.clause];
  const bool said = clause.relation == Clause::Relation::kContent && clause.agent.valid();
  return said && IsActor(syntax[clause.agent]) ? clause.agent : NounPhraseId();
}

}  // namespace telex
