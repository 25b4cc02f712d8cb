#include "pipeline/discourse/drafter.h"

#include <algorithm>
#include <utility>

#include "pipeline/discourse/same_actor.h"
#include "pipeline/events/following.h"
#include "pipeline/events/slots.h"

namespace telex {
namespace {

void Remove(Referents* from, const Referents& what) {
  from->erase(std::remove_if(from->begin(), from->end(),
                             [&](const Referent& one) {
                               return std::find(what.begin(), what.end(), one) != what.end();
                             }),
              from->end());
}

}  // namespace

Referents Drafter::ResolveRole(NounPhraseId phrase, SlotKind kind, Resolver& resolver) const {
  if (!phrase.valid()) return {};
  return BelongsTo(kind) ? resolver.ResolveOwner(phrase, kind) : resolver.Resolve(phrase);
}

// "between the union and the board": each is somebody, whatever the word.
Referents Drafter::PartiesOf(const StoryView& view, NounPhraseId list, Resolver& resolver) const {
  Referents all;
  for (NounPhraseId member = list; member.valid(); member = view.syntax[member].next) {
    Referents own = resolver.ResolveMember(member);
    if (own.empty() && view.syntax[member].reading == Reading::kThing &&
        view.syntax[member].definite)
      own = {{Referent::Kind::kPhrase, 0, member}};
    for (Referent one : own) {
      one.mention = member;
      if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
    }
  }
  return all;
}

// Symmetric events need two who take part, or a plural; those of some types one alone. Others need
// somebody who acts, or, in a passive or where it is only told whose thing did it, somebody acted
// on. What somebody does in his own country has no target (`was_own`) and is none the less done.
bool Drafter::HasParties(const StoryView& view, const Draft& draft, bool was_own) const {
  const Candidate& candidate = draft.candidate;
  const EventType& type = rules_.types[candidate.type.value()];
  if (type.symmetric) {
    const size_t parties = draft.source.size() + draft.target.size();
    if (parties != 1) return parties > 1;
    if (rules_.rules[candidate.rule.value()].alone.value_or(type.alone)) return true;
    const Referent& only = draft.source.empty() ? draft.target[0] : draft.source[0];
    return only.kind == Referent::Kind::kPhrase && view.syntax[only.phrase].plural;
  }
  const auto kind = [&](Role role) { return candidate.kinds[static_cast<size_t>(role)]; };
  const bool source_due = candidate.role(Role::kSource).valid() && !BelongsTo(kind(Role::kSource));
  if (draft.source.empty() && (source_due || draft.target.empty())) return false;
  // Where a pronoun stands for nobody who is known, the event is not; other targets are left open,
  // as is one lent by the inner event, which may turn out to be the source himself.
  const NounPhraseId target = candidate.role(Role::kTarget);
  const SlotKind target_kind = kind(Role::kTarget);
  const bool place = target_kind == SlotKind::kPlace;
  const bool target_due = target.valid() && !candidate.lent && !BelongsTo(target_kind) &&
                          !(was_own && place) &&
                          (place || view.syntax[target].reading == Reading::kPronoun);
  return !target_due || !draft.target.empty();
}

// "those who oppose it" are told to do so in general.
bool Drafter::IsAnybody(const StoryView& view, const Draft& draft) const {
  const auto open = [&](const Referent& one) {
    return one.kind == Referent::Kind::kPhrase &&
           view.syntax[one.phrase].reading == Reading::kPronoun &&
           rules_.List("open_persons").count(view.At(view.syntax[one.phrase].head).term) != 0;
  };
  const ClauseId clause = draft.candidate.clause;
  const bool relative =
      clause.valid() && view.syntax[clause].relation == Clause::Relation::kRelative;
  return std::any_of(draft.source.begin(), draft.source.end(), open) ||
         (relative && std::any_of(draft.target.begin(), draft.target.end(), open));
}

// "the regime", "the elected government" of a state that is known by now is that state; "the
// Federal Government" and "the Biden-Harris administration" have names of their own.
void Drafter::NameStates(const StoryView& view, const Resolver& resolver, Draft* draft) const {
  for (Referents* actors : {&draft->source, &draft->target})
    for (Referent& actor : *actors) {
      if (actor.kind != Referent::Kind::kPhrase) continue;
      const NounPhrase& phrase = view.syntax[actor.phrase];
      if (!phrase.definite || phrase.plural || phrase.organization != NounPhrase::kNone ||
          phrase.of.valid() || !flags_.Has(view.At(phrase.head).noun_lemma, kGovernmentNoun) ||
          !resolver.definitions().FullFormAt(phrase.head).empty())
        continue;
      bool named = false;
      for (TokenIndex t = phrase.range.begin; t < phrase.head; ++t)
        named |= view.At(t).Has(kCapital) && !view.At(t).Is(kDeterminer) &&
                 view.syntax.hit_kinds[t] == 0;
      if (named) continue;
      const bool told = phrase.country != NounPhrase::kNone || actor.country != NounPhrase::kNone;
      if (!told && rules_.List("other_regimes").count(view.At(phrase.head).noun_lemma) != 0)
        continue;
      const uint32_t country = resolver.CountryOf(actor);
      if (country == NounPhrase::kNone) continue;
      const NounPhraseId mention = actor.mention;
      actor = {Referent::Kind::kCountry, country, actor.phrase};
      actor.mention = mention;
    }
}

// Who says so: by a verb of `verbs` over the clause, around its quotation or beside it.
Referents Drafter::FindAttribution(const StoryView& view, const Candidate& candidate,
                                   uint64_t verbs, Resolver& resolver) const {
  ClauseId id = candidate.clause;
  for (int level = 0; id.valid() && level < 4; ++level) {
    const Clause& clause = view.syntax[id];
    if (clause.relation == Clause::Relation::kContent && clause.parent.valid()) {
      const Clause& speech = view.syntax[clause.parent];
      if (flags_.Has(speech.verb.lemma, verbs) && speech.subject.valid())
        return resolver.Resolve(speech.subject);
    }
    id = clause.parent;
  }
  return resolver.Claimant(candidate.trigger);
}

// "the purpose of his visit is", "said that the visit": a noun with no verb of the past over it.
bool Drafter::IsSpokenOf(const StoryView& view, const Candidate& candidate) const {
  if (candidate.status != EventStatus::kActual || !candidate.noun.valid()) return false;
  if (!candidate.clause.valid()) return true;
  const VerbGroup& verb = view.syntax[candidate.clause].verb;
  if (!verb.past && !verb.perfect) return true;
  return flags_.Has(verb.lemma, kSpeechVerb) && view.syntax[candidate.noun].range.begin > verb.head;
}

// Who speaks in the sentence before the event, or in the clause around its noun, in the name of
// `state`: "stressed Kenya would help", "vowing Kenya will not yield", "reaffirmed Kenya's
// support".
Referents Drafter::SpokesmanOf(const StoryView& view, const Candidate& candidate, uint32_t state,
                               Resolver& resolver) const {
  const Syntax::Extent& extent = view.syntax.sentences[candidate.sentence];
  for (uint32_t c = extent.last_clause; c-- > extent.first_clause;) {
    const Clause& clause = view.syntax.clauses[c];
    if (clause.verb.head >= candidate.trigger || !clause.subject.valid() ||
        clause.relation == Clause::Relation::kRelative ||
        !flags_.Has(clause.verb.lemma, kSpeechVerb | kCommunication))
      continue;
    // "praised Kenya's support" for somebody else
    if (candidate.noun.valid() && !flags_.Has(clause.verb.lemma, kSpeechVerb)) return {};
    Referents all = resolver.Resolve(clause.subject);
    if (all.size() == 1 && all[0].kind == Referent::Kind::kPerson &&
        resolver.CountryOf(all[0]) == state)
      return all;
    if (!all.empty()) return {};
  }
  return {};
}

// "Rojas said his men would not yield": whoever says so of his own; else nobody.
Referents Drafter::SpeakerForOwn(const StoryView& view, const Draft& draft,
                                 Resolver& resolver) const {
  const NounPhrase& phrase = view.syntax[draft.source[0].phrase];
  if (!phrase.possessor.valid() || view.syntax[phrase.possessor].reading != Reading::kPronoun ||
      !phrase.clause.valid())
    return {};
  Candidate said = draft.candidate;
  said.clause = phrase.clause;
  Referents speaker = FindAttribution(view, said, kSpeechVerb | kCommunication, resolver);
  const bool one = speaker.size() == 1 && speaker[0].kind == Referent::Kind::kPerson &&
                   resolver.Resolve(phrase.possessor) == speaker;
  return one ? speaker : Referents();
}

// What a state says through somebody is said by him: "Kenya stands with Peru," its minister said.
// Of what it has done before he only tells: "said Kenya had protested to Peru".
void Drafter::SpeakFor(const StoryView& view, Resolver& resolver, Draft* draft) const {
  const Candidate& candidate = draft->candidate;
  if (!rules_.types[candidate.type.value()].speech_act || draft->source.size() != 1) return;
  const Referent state = draft->source[0];
  Referents speaker = state.kind == Referent::Kind::kPhrase ? SpeakerForOwn(view, *draft, resolver)
                                                            : draft->attribution;
  const bool own = state.kind == Referent::Kind::kPhrase && !speaker.empty();
  if (state.kind != Referent::Kind::kCountry && !own) return;
  if (!candidate.noun.valid() && candidate.clause.valid()) {
    const VerbGroup& verb = view.syntax[candidate.clause].verb;
    const NounPhraseId source = candidate.role(Role::kSource);
    const bool backed =  // "he is backed by Kenya," its minister said
        verb.passive && source.valid() && view.syntax[source].range.begin > verb.head;
    if (verb.perfect || backed) return;
  }
  const bool known = own || (speaker.size() == 1 && speaker[0].kind == Referent::Kind::kPerson &&
                             resolver.CountryOf(speaker[0]) == state.index);
  if (!known) speaker = SpokesmanOf(view, candidate, state.index, resolver);
  if (speaker.empty()) return;
  speaker[0].mention = state.mention;
  draft->source = speaker;
  Remove(&draft->target, draft->source);
}

// "cowards", "some countries": nobody who could be known.
bool Drafter::IsVague(const StoryView& view, const Referent& one) const {
  if (one.kind != Referent::Kind::kPhrase) return false;
  const NounPhrase& phrase = view.syntax[one.phrase];
  if (phrase.country != NounPhrase::kNone || phrase.definite) return false;
  // "extra-regional forces", "rebels": soldiers and the like, or people of a kind.
  if (phrase.sector != NounPhrase::kNone && !phrase.indefinite &&
      (phrase.range.size() > 1 || rules_.lexicon.sectors[phrase.sector].code != "CVL") &&
      !(view.syntax.classes[phrase.range.begin] & (kDeterminer | kQuantifier)))
    return false;
  const auto named = [&](TokenIndex token) {
    return view.At(token).Has(kCapital) && token > 0 && view.At(token - 1).Has(kLetters);
  };
  for (TokenIndex token = phrase.range.begin; token < phrase.range.end; ++token)
    if (named(token)) return false;
  return true;
}

// "residents said", "analysts say", "officials said": they tell what happened, and accuse nobody.
bool Drafter::IsWitness(const StoryView& view, const Referent& one) const {
  if (one.kind != Referent::Kind::kPhrase) return false;
  const NounPhrase& phrase = view.syntax[one.phrase];
  if (phrase.country != NounPhrase::kNone || phrase.organization != NounPhrase::kNone) return false;
  const TermId noun = view.At(phrase.head).noun_lemma;
  return noun.valid() && rules_.List("witness_nouns").count(noun) != 0;
}

// "Kenya said that Chad had violated the truce": whoever says so is the source, and what he says
// stands, unless he says that it is not so. Nobody is told of by himself or his own state.
bool Drafter::TakeSpeaker(const StoryView& view, const Candidate& candidate, Resolver& resolver,
                          Draft* draft) const {
  if (draft->status == EventStatus::kNegated) return false;
  draft->status = EventStatus::kActual;
  draft->source = FindAttribution(view, candidate, kSpeechVerb | kCommunication, resolver);
  if (draft->source.empty()) draft->source = resolver.AuthorAt(candidate.trigger);
  if (resolver.Reports(draft->source)) return false;
  const auto witness = [&](const Referent& one) { return IsWitness(view, one); };
  if (std::all_of(draft->source.begin(), draft->source.end(), witness)) return false;
  for (const Referent& speaker : draft->source)
    if (const uint32_t state = resolver.CountryOf(speaker); state != NounPhrase::kNone)
      Remove(&draft->target, {{Referent::Kind::kCountry, state, speaker.phrase}});
  Remove(&draft->target, draft->source);
  const auto vague = [&](const Referent& one) { return IsVague(view, one); };
  draft->target.erase(std::remove_if(draft->target.begin(), draft->target.end(), vague),
                      draft->target.end());
  return !draft->source.empty() &&
         !(draft->target.empty() && candidate.role(Role::kTarget).valid());
}

// "The envoy of Oman called for ties between the two countries": his own is none of whom he asks.
void Drafter::RemoveOwnState(const Resolver& resolver, Draft* draft) const {
  const size_t target = static_cast<size_t>(Role::kTarget);
  if (!BelongsTo(draft->candidate.kinds[target]) || draft->target.size() < 2) return;
  if (draft->source.size() != 1 || draft->source[0].kind == Referent::Kind::kCountry) return;
  const uint32_t home = resolver.CountryOf(draft->source[0]);
  Referents* const all = &draft->target;
  const auto own = [&](const Referent& one) {
    return one.kind == Referent::Kind::kCountry && one.index == home;
  };
  if (!std::all_of(all->begin(), all->end(), own))
    all->erase(std::remove_if(all->begin(), all->end(), own), all->end());
}

void Drafter::SetDate(const StoryView& view, Anchor anchor, const DateMention* date,
                      Draft* draft) const {
  if (date == nullptr) return;
  // "talks in Oslo next Wednesday", whatever stands over them.
  const ClauseId clause = draft->candidate.clause;
  const bool finite = !draft->candidate.noun.valid() && clause.valid() &&
                      view.syntax[clause].verb.form == VerbGroup::Form::kFinite;
  if (!finite && draft->status == EventStatus::kActual &&
      rules_.types[draft->candidate.type.value()].by_subject &&
      dates_.IsToCome(view, draft->candidate, *date, anchor))
    draft->status = EventStatus::kPlanned;
  Candidate candidate = draft->candidate;
  candidate.status = draft->status;
  std::string day = dates_.DayFor(view, *date, candidate, anchor);
  if (day.empty()) return;
  draft->date = date;
  draft->day = std::move(day);
}

// The day and the place on which somebody said what he thereby does: "said on Monday that it
// condemns", "'We condemn it,' Fidan said on Monday".
void Drafter::TakeFromSpeech(const StoryView& view, Anchor anchor, Resolver& resolver,
                             Draft* given) const {
  Draft& draft = *given;
  const Candidate& candidate = draft.candidate;
  if (draft.date && draft.place.valid()) return;
  if (!rules_.types[candidate.type.value()].speech_act || draft.source.empty()) return;
  const Syntax::Extent& extent = view.syntax.sentences[candidate.sentence];
  for (uint32_t c = extent.first_clause; c < extent.last_clause; ++c) {
    const Clause& clause = view.syntax.clauses[c];
    if (ClauseId(c) == candidate.clause || !clause.subject.valid() || clause.verb.negated) continue;
    if (clause.verb.form != VerbGroup::Form::kFinite || !clause.verb.past) continue;
    if (!flags_.Has(clause.verb.lemma, kSpeechVerb)) continue;
    const DateMention* date = draft.date ? nullptr : dates_.OfClause(view, candidate, ClauseId(c));
    const NounPhraseId place =
        draft.place.valid() ? draft.place : places_.OfClause(view, candidate, ClauseId(c));
    if (date == nullptr && place == draft.place) continue;
    if (!Within(view, resolver, draft.source, resolver.Resolve(clause.subject), true)) continue;
    SetDate(view, anchor, date, &draft);
    draft.place = place;
    if (draft.date && draft.place.valid()) return;
  }
}

void Drafter::Run(const StoryView& view, const std::vector<Candidate>& candidates, Anchor anchor,
                  Resolver& resolver, std::vector<Draft>* drafts) const {
  drafts->clear();
  const auto role_of = [&](const auto& roles, const auto& kinds, Role role) {
    return ResolveRole(roles[static_cast<size_t>(role)], kinds[static_cast<size_t>(role)],
                       resolver);
  };
  const Candidate* taken = nullptr;  // the last of whom somebody takes part
  for (const Candidate& candidate : candidates) {
    const bool told = rules_.rules[candidate.rule.value()].by_speaker;
    if (candidate.runner_up && taken != nullptr && taken->trigger == candidate.trigger &&
        rules_.rules[taken->rule.value()].by_speaker == told)
      continue;
    Draft draft;
    draft.candidate = candidate;
    draft.status = candidate.status;
    draft.headline = view.layers.sentences[candidate.sentence].headline;
    const bool symmetric = rules_.types[candidate.type.value()].symmetric;
    if (candidate.parties.valid()) {
      draft.source = PartiesOf(view, candidate.parties, resolver);
      if (draft.source.size() > 1) {
        draft.target.assign(draft.source.begin() + 1, draft.source.end());
        draft.source.resize(1);
      }
    } else {
      draft.source = role_of(candidate.roles, candidate.kinds, Role::kSource);
      draft.target = role_of(candidate.roles, candidate.kinds, Role::kTarget);
    }
    if (told && !TakeSpeaker(view, candidate, resolver, &draft)) continue;
    const size_t targets = draft.target.size();
    Remove(&draft.target, draft.source);
    RemoveOwnState(resolver, &draft);
    if (!HasParties(view, draft, draft.target.size() < targets)) continue;
    if (IsAnybody(view, draft) || (candidate.runner_up && draft.source.empty())) continue;
    taken = &candidate;
    const bool mutual = rules_.rules[candidate.rule.value()].mutual && !symmetric;
    if (mutual && !draft.source.empty() && draft.source.size() + draft.target.size() > 1) {
      draft.source.insert(draft.source.end(), draft.target.begin(), draft.target.end());
      draft.target = draft.source;  // each does it to the other: both are both
    }
    if (symmetric) {
      Referents parties = draft.source;
      parties.insert(parties.end(), draft.target.begin(), draft.target.end());
      if (parties.size() > 1) resolver.AddParties(parties, candidate.sentence);
    }
    std::string day;
    if (const DateMention* step = dates_.StepFrom(view, candidate, anchor, &day)) {
      if (!day.empty()) {
        draft.date = step;
        draft.day = std::move(day);
      }
    } else {
      SetDate(view, anchor, dates_.Find(view, candidate), &draft);
      if (!draft.date) draft.date = dates_.OfSameDay(view, candidate, anchor, &draft.day);
    }
    draft.spoken_of = IsSpokenOf(view, candidate);
    draft.place = places_.Find(view, candidate);
    if (!draft.place.valid() && draft.date && draft.date->type != Timex::kDuration)
      draft.place = places_.Beside(view, candidate, *draft.date);
    homes_.Run(view, resolver, &draft);
    NameStates(view, resolver, &draft);
    draft.attribution = FindAttribution(view, candidate, kSpeechVerb, resolver);
    SpeakFor(view, resolver, &draft);
    TakeFromSpeech(view, anchor, resolver, &draft);
    Remove(&draft.attribution, draft.source);
    if (candidate.what.type.valid()) {
      const InnerEvent& what = candidate.what;
      draft.what_source = role_of(what.roles, what.kinds, Role::kSource);
      draft.what_target = role_of(what.roles, what.kinds, Role::kTarget);
      Remove(&draft.what_target, draft.what_source);
    }
    // "Said Chad violated the pact" is criticism alone, and "said that Chad committed a massacre"
    // tells of the deed too.
    if (told && !drafts->empty() && drafts->back().candidate.trigger == candidate.trigger &&
        rules_.types[drafts->back().candidate.type.value()].speech_act)
      drafts->pop_back();
    drafts->push_back(std::move(draft));
  }
}

}  // namespace telex
