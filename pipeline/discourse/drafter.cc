#include "pipeline/discourse/drafter.h"

#include <algorithm>

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

// Symmetric events need two who take part, or a plural; those of some types one alone. Others need
// somebody who acts, or, in a passive or where it is only told whose thing did it, somebody acted
// on. What somebody does in his own country has no target (`was_own`) and is none the less done.
bool Drafter::HasParties(const StoryView& view, const Draft& draft, bool was_own) const {
  const Candidate& candidate = draft.candidate;
  const EventType& type = rules_.types[candidate.type.value()];
  if (type.symmetric) {
    const size_t parties = draft.source.size() + draft.target.size();
    if (parties != 1) return parties > 1;
    if (type.alone) return true;
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

// "rioted at a jail in Lima": the state of the scene's place.
uint32_t Drafter::PlaceOfScene(const StoryView& view, const Candidate& candidate) const {
  if (!candidate.clause.valid()) return NounPhrase::kNone;
  for (const Complement& complement : view.syntax[candidate.clause].complements) {
    const NounPhrase& scene = view.syntax[complement.phrase];
    if (!flags_.Has(complement.preposition, kPlacePreposition) || scene.reading != Reading::kThing)
      continue;
    for (FollowingPhrases next(view.syntax, scene); next.valid(); next.Advance()) {
      const NounPhrase& behind = view.syntax[next.phrase()];
      if (flags_.Has(next.preposition(), kPlacePreposition) &&
          (behind.reading == Reading::kPlace || behind.reading == Reading::kCountry))
        return behind.country;
    }
  }
  return NounPhrase::kNone;
}

// The one state that a sentence names or has in its adjectives and places; none where there are
// several.
uint32_t Drafter::OnlyState(const StoryView& view, uint32_t sentence) const {
  const Syntax::Extent& extent = view.syntax.sentences[sentence];
  uint32_t only = NounPhrase::kNone;
  for (uint32_t p = extent.first_phrase; p < extent.last_phrase; ++p) {
    const uint32_t country = view.syntax.phrases[p].country;
    if (country == NounPhrase::kNone || country == only) continue;
    if (only != NounPhrase::kNone) return NounPhrase::kNone;
    only = country;
  }
  return only;
}

// A president or a crowd of no known state is at home where the sentence knows one state alone,
// unless that is the other party's: who praises Kenya is no Kenyan. Whom somebody else acts on may
// be a stranger there.
void Drafter::HomeActors(const StoryView& view, const Resolver& resolver, Draft* draft) const {
  const bool symmetric = rules_.types[draft->candidate.type.value()].symmetric;
  for (Referents* actors : {&draft->source, &draft->target}) {
    const bool acts = actors == &draft->source;
    const Referents& others = acts ? draft->target : draft->source;
    for (Referent& actor : *actors) {
      if (resolver.CountryOf(actor) != NounPhrase::kNone) continue;
      const bool person = actor.kind == Referent::Kind::kPerson;
      if (person) {
        const StoryPerson& known = view.syntax.people[actor.index];
        if (known.office == StoryPerson::kNone || known.organization != StoryPerson::kNone ||
            rules_.lexicon.offices[known.office].sector == "IGO")
          continue;
      } else if (!acts || symmetric || actor.kind != Referent::Kind::kPhrase ||
                 view.syntax[actor.phrase].reading != Reading::kRole ||
                 view.syntax[actor.phrase].organization != NounPhrase::kNone) {
        continue;
      }
      const uint32_t home = OnlyState(view, draft->candidate.sentence);
      const bool others_home = std::any_of(others.begin(), others.end(), [&](const Referent& one) {
        return resolver.CountryOf(one) == home && (person || one.kind == Referent::Kind::kCountry);
      });
      if (!others_home) actor.country = home;
    }
  }
}

// People and bodies without a state belong to that of the place right behind them ("rebels in the
// north of Mali"), else to that where it was done.
void Drafter::PlaceActors(const StoryView& view, const Draft& draft, Referents* actors) const {
  for (Referent& actor : *actors) {
    if (actor.kind != Referent::Kind::kPhrase) continue;
    const NounPhrase& phrase = view.syntax[actor.phrase];
    if (phrase.country != NounPhrase::kNone || phrase.organization != NounPhrase::kNone ||
        (phrase.reading != Reading::kRole && phrase.reading != Reading::kPronoun))
      continue;
    // "Kandahar residents"
    for (TokenIndex t = phrase.range.begin; t < phrase.head && t < phrase.range.end; ++t)
      for (uint32_t hit = view.syntax.first_hit[t];
           hit < view.layers.lexicon_hits.size() && view.layers.lexicon_hits[hit].begin == t;
           ++hit) {
        const LexiconEntry& entry =
            rules_.lexicon.entries[view.layers.lexicon_hits[hit].entry.value()];
        if (entry.kind != EntryKind::kPlace) continue;
        const auto country =
            rules_.lexicon.country_by_code.find(rules_.lexicon.places[entry.index].country);
        if (country != rules_.lexicon.country_by_code.end()) actor.country = country->second;
      }
    for (FollowingPhrases next(view.syntax, phrase);
         next.valid() && actor.country == NounPhrase::kNone; next.Advance()) {
      const NounPhrase& behind = view.syntax[next.phrase()];
      const bool place =
          flags_.Has(next.preposition(), kPlacePreposition | kOfPreposition | kFromPreposition);
      if (place && (behind.reading == Reading::kPlace || behind.reading == Reading::kCountry))
        actor.country = behind.country;
    }
    if (actor.country == NounPhrase::kNone && draft.place.valid())
      actor.country = view.syntax[draft.place].country;
    if (actor.country == NounPhrase::kNone) actor.country = PlaceOfScene(view, draft.candidate);
  }
}

// "reported on Friday that he will travel": between the verb of speech and what is said, the day
// is the speech's.
bool Drafter::BelongsToSpeech(const StoryView& view, const Candidate& candidate,
                              const DateMention& date) const {
  // A pledge is made when it is said.
  if (!candidate.clause.valid() || IsSpeechAct(candidate)) return false;
  const Clause& clause = view.syntax[candidate.clause];
  if (clause.relation != Clause::Relation::kContent || !clause.parent.valid()) return false;
  const Clause& speech = view.syntax[clause.parent];
  if (date.begin < speech.verb.head || date.end >= clause.range.begin) return false;
  for (TokenIndex token = date.end; token < clause.range.begin; ++token)
    if (view.At(token).Is(kThat)) return true;
  return false;
}

// The date nearest to the trigger in its sentence, with no verb of another finite clause in
// between.
const DateMention* Drafter::FindDate(const StoryView& view, const Candidate& candidate) const {
  const Sentence& sentence = view.layers.sentences[candidate.sentence];
  const Syntax::Extent& extent = view.syntax.sentences[candidate.sentence];
  const std::vector<DateMention>& dates = view.layers.dates;
  auto date = std::lower_bound(dates.begin(), dates.end(), sentence.begin,
                               [](const DateMention& a, TokenIndex b) { return a.begin < b; });
  const DateMention* best = nullptr;
  TokenIndex best_distance = 0;
  for (; date != dates.end() && date->begin < sentence.end; ++date) {
    if (date->type == Timex::kDuration || date->type == Timex::kSet || !date->resolved) continue;
    if (date->value.size() < 4) continue;  // a decade or a century dates no event
    const TokenIndex low = std::min(candidate.trigger, date->begin),
                     high = std::max(candidate.trigger, date->begin);
    bool other = false;
    for (uint32_t c = extent.first_clause; c < extent.last_clause && !other; ++c) {
      const Clause& clause = view.syntax.clauses[c];
      if (clause.verb.form != VerbGroup::Form::kFinite || ClauseId(c) == candidate.clause) continue;
      // "on Wednesday condemned Belarus and urged it": verbs that share their subject share their
      // day.
      if (candidate.clause.valid() && clause.subject.valid() &&
          clause.subject == view.syntax[candidate.clause].subject)
        continue;
      other = clause.verb.head > low && clause.verb.head < high;
    }
    if (other || BelongsToSpeech(view, candidate, *date)) continue;
    if (!best || high - low < best_distance) {
      best = &*date;
      best_distance = high - low;
    }
  }
  return best;
}

// "In a phone call with Peru, he said …" close behind a lead with one day in it, and with no date
// of its own: the talks in which the news was said are of that day.
const DateMention* Drafter::FindLeadDate(const StoryView& view, const Candidate& candidate) const {
  constexpr uint32_t kClose = 3;  // sentences
  if (!candidate.noun.valid() || !rules_.types[candidate.type.value()].symmetric ||
      candidate.status != EventStatus::kActual)
    return nullptr;
  const std::vector<Sentence>& sentences = view.layers.sentences;
  uint32_t lead = 0;
  while (lead < candidate.sentence && sentences[lead].headline) ++lead;
  if (candidate.sentence <= lead || candidate.sentence > lead + kClose) return nullptr;
  const DateMention* found = nullptr;
  for (const DateMention& date : view.layers.dates) {
    if (date.begin >= sentences[candidate.sentence].end) break;
    if (date.begin < sentences[lead].begin) continue;
    const bool own = date.begin >= sentences[candidate.sentence].begin;
    if (!own && date.begin >= sentences[lead].end) continue;
    const bool day = date.resolved && date.type == Timex::kDate && date.value.size() == 10;
    if (own || found || !day) return nullptr;
    found = &date;
  }
  return found;
}

NounPhraseId Drafter::FindPlace(const StoryView& view, const Candidate& candidate) const {
  for (const Role role :
       {Role::kPlace, Role::kTarget}) {  // "visited <target:place>" says where as well
    const bool is_place =
        role == Role::kPlace || candidate.kinds[static_cast<size_t>(role)] == SlotKind::kPlace;
    if (is_place && candidate.role(role).valid()) return candidate.role(role);
  }
  const auto is_place = [&](TermId preposition, NounPhraseId phrase) {
    return flags_.Has(preposition, kPlacePreposition) &&
           Accepts(SlotKind::kPlace, view.syntax[phrase]) &&
           view.syntax[phrase].reading != Reading::kRole;
  };
  if (candidate.noun.valid()) {
    for (FollowingPhrases next(view.syntax, view.syntax[candidate.noun]); next.valid();
         next.Advance())
      if (is_place(next.preposition(), next.phrase())) return next.phrase();
  }
  if (!candidate.clause.valid()) return NounPhraseId();
  const Clause& clause = view.syntax[candidate.clause];
  for (const Complement& complement : clause.complements) {
    if (!is_place(complement.preposition, complement.phrase)) continue;
    // "discussed the situation in Gaza": the place belongs to the thing before it, unless that
    // carries the event.
    const TokenIndex before = view.syntax[complement.phrase].range.begin;
    const uint32_t owner = before >= 2 ? view.syntax.phrase_at[before - 2] : Syntax::kNone;
    if (owner != Syntax::kNone && view.syntax.phrases[owner].reading == Reading::kThing &&
        view.syntax.phrases[owner].head != candidate.trigger &&
        !SharesPlace(view, candidate, NounPhraseId(owner)))
      continue;
    return complement.phrase;
  }
  // "visited Oslo to hold talks": what was gone there for happens there.
  const bool infinitive = clause.relation == Clause::Relation::kInfinitive;
  if (!infinitive || !clause.governor.valid() || IsSpeechAct(candidate)) return NounPhraseId();
  const Clause& journey = view.syntax[clause.governor];
  const auto goal = [&](NounPhraseId phrase) {
    return phrase.valid() && Accepts(SlotKind::kPlace, view.syntax[phrase]) &&
           (view.syntax[phrase].reading == Reading::kPlace ||
            view.syntax[phrase].place != NounPhrase::kNone);
  };
  if (goal(journey.patient)) return journey.patient;
  for (const Complement& complement : journey.complements)
    if (goal(complement.phrase)) return complement.phrase;
  return NounPhraseId();
}

bool Drafter::IsSpeechAct(const Candidate& candidate) const {
  return rules_.types[candidate.type.value()].speech_act;
}

// Whether the place of `thing` is that of the event: of what a deed was done to ("struck bases in
// Iraq"; a word is not spoken where its object lies), and of the occasion that opens the sentence
// ("At the summit in Oslo, he …").
bool Drafter::SharesPlace(const StoryView& view, const Candidate& candidate,
                          NounPhraseId thing) const {
  const Clause& clause = view.syntax[candidate.clause];
  if (clause.patient == thing) return !IsSpeechAct(candidate);
  if (view.syntax[thing].range.end > clause.verb.head) return false;
  for (const Complement& complement : clause.complements)
    if (complement.phrase == thing) return flags_.Has(complement.preposition, kPlacePreposition);
  return false;
}

Referents Drafter::FindAttribution(const StoryView& view, const Candidate& candidate,
                                   Resolver& resolver) const {
  ClauseId id = candidate.clause;
  for (int level = 0; id.valid() && level < 4; ++level) {
    const Clause& clause = view.syntax[id];
    if (clause.relation == Clause::Relation::kContent && clause.parent.valid()) {
      const Clause& speech = view.syntax[clause.parent];
      if (flags_.Has(speech.verb.lemma, kSpeechVerb) && speech.subject.valid())
        return resolver.Resolve(speech.subject);
    }
    id = clause.parent;
  }
  return resolver.Claimant(candidate.trigger);
}

// What a state says through somebody is said by him: "Kenya stands with Peru," its minister said.
void Drafter::SpeakFor(const Resolver& resolver, Draft* draft) const {
  if (!rules_.types[draft->candidate.type.value()].speech_act) return;
  if (draft->attribution.size() != 1 || draft->source.size() != 1) return;
  Referent speaker = draft->attribution[0];
  const Referent& state = draft->source[0];
  if (speaker.kind != Referent::Kind::kPerson || state.kind != Referent::Kind::kCountry) return;
  if (resolver.CountryOf(speaker) != state.index) return;
  speaker.mention = state.mention;
  draft->source = {speaker};
  Remove(&draft->target, draft->source);
}

void Drafter::Run(const StoryView& view, const std::vector<Candidate>& candidates, Anchor anchor,
                  Resolver& resolver, std::vector<Draft>* drafts) const {
  drafts->clear();
  const auto role_of = [&](const auto& roles, const auto& kinds, Role role) {
    return ResolveRole(roles[static_cast<size_t>(role)], kinds[static_cast<size_t>(role)],
                       resolver);
  };
  for (const Candidate& candidate : candidates) {
    Draft draft;
    draft.candidate = candidate;
    draft.status = candidate.status;
    draft.headline = view.layers.sentences[candidate.sentence].headline;
    const bool symmetric = rules_.types[candidate.type.value()].symmetric;
    if (candidate.parties.valid()) {
      draft.source = resolver.Resolve(candidate.parties);
      if (draft.source.size() > 1) {
        draft.target.assign(draft.source.begin() + 1, draft.source.end());
        draft.source.resize(1);
      }
    } else {
      draft.source = role_of(candidate.roles, candidate.kinds, Role::kSource);
      draft.target = role_of(candidate.roles, candidate.kinds, Role::kTarget);
    }
    const size_t targets = draft.target.size();
    Remove(&draft.target, draft.source);
    if (!HasParties(view, draft, draft.target.size() < targets)) continue;
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
    draft.date = FindDate(view, candidate);
    if (!draft.date) draft.date = FindLeadDate(view, candidate);
    if (draft.date) {
      const bool ahead =
          draft.status == EventStatus::kPlanned || draft.status == EventStatus::kPossible;
      draft.day = ahead && draft.date->anchored ? telex::Resolve(draft.date->expression, anchor,
                                                                 DateExpression::Direction::kFuture)
                                                      .value
                                                : draft.date->value;
      draft.day.resize(std::min(draft.day.size(), draft.day.find('T')));
    }
    draft.place = FindPlace(view, candidate);
    PlaceActors(view, draft, &draft.source);
    PlaceActors(view, draft, &draft.target);
    HomeActors(view, resolver, &draft);
    draft.attribution = FindAttribution(view, candidate, resolver);
    SpeakFor(resolver, &draft);
    Remove(&draft.attribution, draft.source);
    if (candidate.what.type.valid()) {
      const InnerEvent& what = candidate.what;
      draft.what_source = role_of(what.roles, what.kinds, Role::kSource);
      draft.what_target = role_of(what.roles, what.kinds, Role::kTarget);
      Remove(&draft.what_target, draft.what_source);
    }
    drafts->push_back(std::move(draft));
  }
}

}  // namespace telex
