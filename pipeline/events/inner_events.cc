#include "pipeline/events/inner_events.h"

#include <algorithm>

#include "pipeline/events/matcher.h"
#include "pipeline/events/partner.h"

namespace telex {

bool ComesBefore(const RuleSet& rules, const Candidate& a, const Candidate& b) {
  if (a.trigger != b.trigger) return a.trigger < b.trigger;
  const bool told_a = rules.rules[a.rule.value()].by_speaker,
             told_b = rules.rules[b.rule.value()].by_speaker;
  if (told_a != told_b) return told_b;
  if (a.slots != b.slots) return a.slots > b.slots;
  if (a.words != b.words) return a.words > b.words;
  const uint32_t rank_a = rules.types[a.type.value()].rank,
                 rank_b = rules.types[b.type.value()].rank;
  if (rank_a != rank_b) return rank_a > rank_b;
  if (a.rule != b.rule) return a.rule < b.rule;
  if (a.pattern != b.pattern) return a.pattern < b.pattern;
  return a.frame < b.frame;
}

const Candidate* InnerEvents::At(const StoryView& view, TokenIndex trigger, uint64_t types) const {
  auto found = std::lower_bound(pool_.begin(), pool_.end(), trigger,
                                [](const Candidate& a, TokenIndex b) { return a.trigger < b; });
  for (; found != pool_.end() && found->trigger == trigger; ++found) {
    const bool wanted = (types >> found->type.value() & 1) != 0;
    // Most loose candidates are asked for by nobody, so that only those are checked here.
    if (wanted && !(found->loose && phrases_.IsVetoed(view, *found, keys_))) return &*found;
  }
  return nullptr;
}

void Fill(const Candidate* inner, ClauseId clause, NounPhraseId noun, Candidate* candidate) {
  if (candidate->what.valid()) return;
  InnerEvent& what = candidate->what;
  what.clause = clause;
  what.noun = noun;
  if (!inner) return;
  ++candidate->slots;
  what.type = inner->type;
  what.trigger = inner->trigger;
  what.roles = inner->roles;
  what.kinds = inner->kinds;
  if (!inner->parties.valid()) return;
  for (const Role role : {Role::kSource, Role::kTarget}) {
    what.roles[static_cast<size_t>(role)] = inner->parties;
    what.kinds[static_cast<size_t>(role)] = SlotKind::kActor;
  }
}

void Lend(const Syntax& syntax, const TermFlags& flags, const Rule& rule, Candidate* candidate) {
  for (const Lending& lending : rule.lendings) {
    const size_t to = static_cast<size_t>(lending.to), from = static_cast<size_t>(lending.from);
    if (candidate->roles[to].valid()) continue;
    const bool partner = lending.from == Role::kWhat;
    NounPhraseId lent =
        partner ? PartnerOf(syntax, flags, candidate->what) : candidate->what.roles[from];
    const bool said = !lent.valid() && lending.from == Role::kSource;
    if (said) lent = SaidDoer(syntax, candidate->what);
    if (!lent.valid() || lent == candidate->role(Role::kSource)) continue;
    candidate->roles[to] = lent;
    candidate->kinds[to] = partner || said ? SlotKind::kActor : candidate->what.kinds[from];
    candidate->lent = candidate->lent || lending.to == Role::kTarget;
    ++candidate->slots;
  }
}

}  // namespace telex
