// Inner events of the slow matcher: what may fill <what:event> or <what:clause>, tried one by one,
// and searched for among all candidates of the round before.
#include <algorithm>

#include "pipeline/events/partner.h"
#include "pipeline/events/reference.h"
#include "pipeline/events/slots.h"

namespace telex {
namespace {

constexpr size_t kReach = 12;  // clauses behind a verb among which its content is

bool Names(const WordSet& set, TermId term) {
  const auto has = [&](const std::vector<TermId>& terms) {
    return std::find(terms.begin(), terms.end(), term) != terms.end();
  };
  return term.valid() && (has(set.lemmas) || has(set.exact));
}

/// The inner event of `candidate` is `event`; parties of one list stand on both sides.
void Fill(const Candidate& event, Candidate* candidate) {
  ++candidate->slots;
  InnerEvent& what = candidate->what;
  what.type = event.type;
  what.trigger = event.trigger;
  what.roles = event.roles;
  what.kinds = event.kinds;
  if (!event.parties.valid()) return;
  for (const Role role : {Role::kSource, Role::kTarget}) {
    what.roles[static_cast<size_t>(role)] = event.parties;
    what.kinds[static_cast<size_t>(role)] = SlotKind::kActor;
  }
}

/// The items behind the one at `item` that are more than adverbs and dates.
std::vector<const Item*> ItemsBehind(const Syntax& syntax, uint32_t item) {
  std::vector<const Item*> items;
  for (size_t i = item + 1; i < syntax.items.size(); ++i)
    if (syntax.items[i].kind != Item::Kind::kOther) items.push_back(&syntax.items[i]);
  return items;
}

/// The clause of a verb of this form, where the item at `index` is one.
ClauseId VerbAt(const Syntax& syntax, const std::vector<const Item*>& items, size_t index,
                VerbGroup::Form form) {
  if (index >= items.size() || items[index]->kind != Item::Kind::kVerbGroup) return ClauseId();
  const VerbGroup& verb = syntax.verbs[items[index]->index];
  for (size_t c = 0; c < syntax.clauses.size() && verb.form == form; ++c)
    if (syntax.clauses[c].verb.range.begin == verb.range.begin) return ClauseId(c);
  return ClauseId();
}

/// "called for Oman to withdraw": the infinitive stands right behind somebody behind one of the
/// prepositions.
bool StandsBehindParty(const Syntax& syntax, const Argument& argument, const Clause& clause,
                       const Clause& inner) {
  for (const Complement& complement : clause.complements) {
    const NounPhrase& party = syntax[complement.phrase];
    if (Names(argument.prepositions, complement.preposition) && IsActor(party) &&
        party.range.end == inner.verb.range.begin)
      return true;
  }
  return false;
}

bool DependsOn(const Syntax& syntax, const Argument& argument, ClauseId id, const Clause& inner) {
  const bool governed = inner.governor == id;
  if (argument.prepositions.empty())
    return (governed && !inner.introducer.valid()) ||
           (inner.parent == id && inner.relation == Clause::Relation::kContent);
  if (argument.infinitive && inner.relation == Clause::Relation::kParticiple &&
      inner.parent == id && inner.subject == syntax[id].subject)
    return true;
  if (governed && inner.introducer.valid()) return Names(argument.prepositions, inner.introducer);
  return governed && inner.verb.form == VerbGroup::Form::kInfinitive &&
         (argument.infinitive || StandsBehindParty(syntax, argument, syntax[id], inner));
}

}  // namespace

const Candidate* ReferenceMatcher::EventAt(const Argument& argument, TokenIndex trigger,
                                           const std::vector<Candidate>& before) const {
  const Candidate* best = nullptr;
  for (const Candidate& candidate : before) {
    const bool spoken = rules_.rules[candidate.rule.value()].by_speaker ||
                        (candidate.frame.valid() &&
                         rules_.frames[candidate.frame.value()].head == Frame::Head::kSpoken);
    const bool wanted = (argument.slot.types >> candidate.type.value() & 1) != 0;
    if (spoken || !wanted || candidate.trigger != trigger) continue;
    if (best == nullptr || Beats(candidate, *best)) best = &candidate;
  }
  return best;
}

bool ReferenceMatcher::TakeClause(const StoryView& view, const Argument& argument, ClauseId id,
                                  const std::vector<Candidate>& before,
                                  Candidate* candidate) const {
  const Candidate* event = nullptr;
  if (argument.slot.kind == SlotKind::kEvent) {
    const Clause& clause = view.syntax[id];
    event = EventAt(argument, clause.verb.head, before);
    if (rules_.light_verbs.contains(clause.verb.lemma))
      for (NounPhraseId noun = clause.patient; noun.valid(); noun = view.syntax[noun].next)
        if (event == nullptr) event = EventAt(argument, view.syntax[noun].head, before);
    if (event == nullptr) return false;
  }
  if (candidate->what.valid()) return true;
  candidate->what.clause = id;
  if (event == nullptr) return true;
  Fill(*event, candidate);
  return true;
}

bool ReferenceMatcher::TakeNoun(const StoryView& view, const Argument& argument, NounPhraseId id,
                                const std::vector<Candidate>& before, Candidate* candidate) const {
  if (!id.valid()) return false;
  const Candidate* event = nullptr;
  NounPhraseId noun = id;
  if (argument.slot.kind == SlotKind::kEvent) {
    while (noun.valid() && (event = EventAt(argument, view.syntax[noun].head, before)) == nullptr)
      noun = view.syntax[noun].next;
    if (event == nullptr) return false;
  }
  if (candidate->what.valid()) return true;
  candidate->what.noun = noun;
  if (event == nullptr) return true;
  Fill(*event, candidate);
  return true;
}

// The first of these: a clause that depends on the verb; the noun phrase behind the preposition of
// the pattern; or, for an event without a preposition, the object (where the frame has no other) or
// the second object.
bool ReferenceMatcher::HasContent(const StoryView& view, const Frame& frame,
                                  const Argument& argument, ClauseId id,
                                  const std::vector<Candidate>& before,
                                  Candidate* candidate) const {
  const Syntax& syntax = view.syntax;
  const Clause& clause = syntax[id];
  for (size_t i = id.value() + 1; i < syntax.clauses.size() && i <= id.value() + kReach; ++i)
    if (syntax.clauses[i].sentence == clause.sentence &&
        DependsOn(syntax, argument, id, syntax.clauses[i]) &&
        TakeClause(view, argument, ClauseId(i), before, candidate))
      return true;
  std::vector<NounPhraseId> nouns;
  if (!argument.prepositions.empty()) {
    for (const Complement& complement : clause.complements)
      if (Names(argument.prepositions, complement.preposition) &&
          syntax[complement.phrase].range.begin > clause.verb.head)
        nouns.push_back(complement.phrase);
    if (Names(argument.prepositions, clause.verb.particle)) nouns.push_back(clause.patient);
  } else if (argument.slot.kind == SlotKind::kEvent) {
    bool has_object = false;
    for (const Argument& other : frame.arguments)
      has_object = has_object || other.place == Argument::Place::kObject;
    NounPhraseId object = clause.patient;
    for (const Complement& complement : clause.complements)
      if (!object.valid() && frame.particle.valid() && complement.preposition == frame.particle)
        object = complement.phrase;
    if (!has_object) nouns.push_back(object);
    nouns.push_back(clause.second);
  }
  return std::any_of(nouns.begin(), nouns.end(), [&](NounPhraseId noun) {
    return TakeNoun(view, argument, noun, before, candidate);
  });
}

// The first of these behind a noun: an infinitive, a gerund behind the preposition of the pattern,
// or a noun phrase behind it, perhaps one whose infinitive follows.
bool ReferenceMatcher::HasContentBehind(const StoryView& view, const Argument& argument,
                                        NounPhraseId id, const std::vector<Candidate>& before,
                                        Candidate* candidate) const {
  const Syntax& syntax = view.syntax;
  const std::vector<const Item*> items = ItemsBehind(syntax, syntax[id].item);
  const auto take = [&](size_t index, VerbGroup::Form form) {
    const ClauseId clause = VerbAt(syntax, items, index, form);
    return clause.valid() && TakeClause(view, argument, clause, before, candidate);
  };
  const auto is = [&](size_t index, Item::Kind kind) {
    return index < items.size() && items[index]->kind == kind;
  };
  size_t behind = 0;  // three prepositional phrases at most
  while (behind < 6 && is(behind, Item::Kind::kPreposition) &&
         is(behind + 1, Item::Kind::kNounPhrase))
    behind += 2;
  if (argument.prepositions.empty()) return take(behind, VerbGroup::Form::kInfinitive);
  if (is(0, Item::Kind::kPreposition) && Names(argument.prepositions, items[0]->term) &&
      take(1, VerbGroup::Form::kGerund))
    return true;
  if (argument.infinitive && take(behind, VerbGroup::Form::kInfinitive)) return true;
  for (size_t i = 0; is(i, Item::Kind::kPreposition) && is(i + 1, Item::Kind::kNounPhrase);
       i += 2) {
    if (!Names(argument.prepositions, items[i]->term)) continue;
    const NounPhraseId phrase(items[i + 1]->index);
    if (TakeNoun(view, argument, phrase, before, candidate)) return true;
    if (IsActor(syntax[phrase]) && take(i + 2, VerbGroup::Form::kInfinitive)) return true;
  }
  return false;
}

void ReferenceMatcher::Borrow(const Syntax& syntax, const Rule& rule, Candidate* candidate) const {
  for (const Lending& lending : rule.lendings) {
    const bool partner = lending.from == Role::kWhat;
    NounPhraseId lent = partner ? PartnerOf(syntax, flags_, candidate->what)
                                : candidate->what.roles[static_cast<size_t>(lending.from)];
    const bool said = !lent.valid() && lending.from == Role::kSource;
    if (said) lent = SaidDoer(syntax, candidate->what);
    const size_t to = static_cast<size_t>(lending.to);
    const bool own = lent == candidate->role(Role::kSource);
    if (!lent.valid() || own || candidate->roles[to].valid()) continue;
    candidate->roles[to] = lent;
    candidate->kinds[to] = partner || said
                               ? SlotKind::kActor
                               : candidate->what.kinds[static_cast<size_t>(lending.from)];
    if (lending.to == Role::kTarget) candidate->lent = true;
    ++candidate->slots;
  }
}

}  // namespace telex
