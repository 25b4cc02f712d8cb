// What a sentence says of the place of its events outside of their own clauses.

#include "pipeline/discourse/place_finder.h"
#include "pipeline/events/following.h"
#include "pipeline/events/slots.h"

namespace telex {
namespace {

constexpr TokenIndex kOpening = 5;  // words that a sentence may open with before its place
constexpr int kMostLevels = 4;      // clauses that hang on each other

}  // namespace

// "In Oslo, envoys spoke of fish and the mayor praised Kenya": what a sentence opens with holds for
// all that it tells, but for what is only said in it.
NounPhraseId PlaceFinder::PlaceOfSentence(const StoryView& view, const Candidate& candidate) const {
  const Syntax::Extent& extent = view.syntax.sentences[candidate.sentence];
  ClauseId id = candidate.clause;
  for (int level = 0; level < kMostLevels; ++level) {
    const Clause& clause = view.syntax[id];
    const bool said = clause.relation == Clause::Relation::kContent && !IsSpeechAct(candidate);
    if (said) return NounPhraseId();
    if (clause.relation == Clause::Relation::kRelative &&
        (IsSpeechAct(candidate) || candidate.noun.valid() || clause.verb.perfect))
      return NounPhraseId();
    const ClauseId above = clause.parent.valid() ? clause.parent : clause.governor;
    if (!above.valid()) break;
    id = above;
  }
  const TokenIndex first = view.layers.sentences[candidate.sentence].begin;
  for (uint32_t c = extent.first_clause; c < extent.last_clause; ++c) {
    const Clause& clause = view.syntax.clauses[c];
    for (const Complement& complement : clause.complements) {
      const NounPhrase& phrase = view.syntax[complement.phrase];
      if (phrase.range.begin >= clause.verb.head || phrase.range.begin > first + kOpening) break;
      if (!flags_.Has(complement.preposition, kPlacePreposition)) continue;
      if (phrase.range.end >= view.syntax.classes.size() ||
          !(view.syntax.classes[phrase.range.end] & kComma))
        continue;
      if (const NounPhraseId place =
              NamedBy(view, candidate, complement.preposition, complement.phrase);
          place.valid())
        return place;
    }
  }
  return NounPhraseId();
}

// "Oslo hosted talks", "talks hosted by Oslo"
NounPhraseId PlaceFinder::PlaceOfHost(const StoryView& view, const Candidate& candidate) const {
  const Syntax::Extent& extent = view.syntax.sentences[candidate.sentence];
  for (uint32_t c = extent.first_clause; c < extent.last_clause; ++c) {
    const Clause& clause = view.syntax.clauses[c];
    if (clause.patient != candidate.noun || !clause.agent.valid()) continue;
    if (hosting_.count(clause.verb.lemma) == 0) continue;
    const Reading reading = view.syntax[clause.agent].reading;
    if (reading == Reading::kCountry || reading == Reading::kPlace) return clause.agent;
  }
  return NounPhraseId();
}

// The place that stands right behind a phrase: "dockworkers in Oslo".
NounPhraseId PlaceFinder::PlaceBehind(const StoryView& view, NounPhraseId phrase) const {
  const FollowingPhrases next(view.syntax, view.syntax[phrase]);
  if (!next.valid() || !flags_.Has(next.preposition(), kPlacePreposition)) return NounPhraseId();
  const Reading reading = view.syntax[next.phrase()].reading;
  return reading == Reading::kPlace || reading == Reading::kCountry ? next.phrase()
                                                                    : NounPhraseId();
}

// "dockworkers in Oslo refused", "students in Oslo said they would march", "three soldiers in Oslo
// were killed"
NounPhraseId PlaceFinder::PlaceOfSubject(const StoryView& view, const Candidate& candidate) const {
  if (!candidate.clause.valid() || candidate.noun.valid()) return NounPhraseId();
  const Clause& clause = view.syntax[candidate.clause];
  NounPhraseId subject = clause.subject;
  if (!subject.valid()) return NounPhraseId();
  if (view.syntax[subject].reading == Reading::kPronoun &&
      clause.relation == Clause::Relation::kContent && clause.parent.valid())
    subject = view.syntax[clause.parent].subject;
  if (!subject.valid()) return NounPhraseId();
  const Reading reading = view.syntax[subject].reading;
  if (reading != Reading::kRole && reading != Reading::kOrganization) return NounPhraseId();
  return PlaceBehind(view, subject);
}

// "will meet ministers who are in Oslo"
NounPhraseId PlaceFinder::PlaceOfParties(const StoryView& view, const Candidate& candidate) const {
  const Syntax::Extent& extent = view.syntax.sentences[candidate.sentence];
  for (uint32_t c = extent.first_clause; c < extent.last_clause; ++c) {
    const Clause& clause = view.syntax.clauses[c];
    if (clause.relation != Clause::Relation::kRelative || !clause.subject.valid()) continue;
    if (clause.patient.valid() || clause.verb.modal.valid() || clause.verb.negated) continue;
    if (being_.count(clause.verb.lemma) == 0) continue;
    const bool party = clause.subject == candidate.role(Role::kSource) ||
                       clause.subject == candidate.role(Role::kTarget) ||
                       clause.subject == candidate.parties;
    if (!party) continue;
    for (const Complement& complement : clause.complements)
      if (flags_.Has(complement.preposition, kPlacePreposition) &&
          Accepts(SlotKind::kPlace, view.syntax[complement.phrase]))
        return complement.phrase;
  }
  return NounPhraseId();
}

// "held talks on the border in Oslo": the town nearest to the event in its clause, whatever stands
// before it.
NounPhraseId PlaceFinder::TownOfClause(const StoryView& view, const Candidate& candidate) const {
  if (!candidate.clause.valid() || IsRemote(candidate)) return NounPhraseId();
  for (const Complement& complement : view.syntax[candidate.clause].complements) {
    const NounPhrase& phrase = view.syntax[complement.phrase];
    // "on the coming talks in Oslo"
    if (const NounPhraseId owner = PhraseBefore(view, complement.phrase);
        owner.valid() && IsGathering(view, owner) &&
        topic_prepositions_.count(view.syntax[owner].preposition) != 0)
      continue;
    if (phrase.place == NounPhrase::kNone || phrase.reading == Reading::kRole) continue;
    if (phrase.reading != Reading::kPlace && phrase.reading != Reading::kCountry) continue;
    if (flags_.Has(complement.preposition, kPlacePreposition)) return complement.phrase;
  }
  return NounPhraseId();
}

// The clause that this one goes on from, or belongs to without a verb of its own time; none where
// it tells something else.
ClauseId PlaceFinder::ToldUnder(const StoryView& view, ClauseId id, bool spoken) const {
  using Relation = Clause::Relation;
  const Clause& clause = view.syntax[id];
  switch (clause.relation) {
    case Relation::kCoordinate:
    case Relation::kParticiple:
      return clause.parent;
    case Relation::kInfinitive:
      return clause.governor;
    case Relation::kContent:
      return spoken ? clause.parent : ClauseId();
    case Relation::kAdjunct:
      if (clause.verb.form == VerbGroup::Form::kGerund &&
          !flags_.Has(clause.introducer, kAfterPreposition))
        return clause.governor;
      return same_time_.count(clause.introducer) != 0 ? clause.parent : ClauseId();
    default:
      return ClauseId();
  }
}

// Whether what the clause `id` tells is told of the event too: its own clause, those that it goes
// on from, or that go on from it, and what was done at a gathering.
bool PlaceFinder::IsToldWith(const StoryView& view, const Candidate& candidate, ClauseId id) const {
  ClauseId up = candidate.clause;
  for (int level = 0; level < kMostLevels && up.valid(); ++level) {
    ClauseId other = id;
    for (int below = 0; below < kMostLevels && other.valid(); ++below) {
      if (up == other) return true;
      const bool finite = view.syntax[other].verb.form == VerbGroup::Form::kFinite;
      other = finite && view.syntax[other].relation != Clause::Relation::kCoordinate
                  ? ClauseId()
                  : ToldUnder(view, other, false);
    }
    up = ToldUnder(view, up, IsSpeechAct(candidate));
  }
  // "during a meeting held in Oslo", "talks between farmers held in Oslo"
  const Clause& clause = view.syntax[id];
  const NounPhraseId about = clause.patient.valid() ? clause.patient : clause.subject;
  if (!about.valid()) return false;
  return IsWithin(view, candidate.noun, about) || IsGathering(view, about);
}

// What is spoken of, or was before, may have been done there on that day: "condolences for the
// deaths in Oslo on Monday", "following their meeting in Oslo on Monday".
bool PlaceFinder::IsOfTopic(const StoryView& view, const Candidate& candidate,
                            NounPhraseId place) const {
  if (const NounPhraseId owner = PhraseBefore(view, place);
      owner.valid() && flags_.Has(view.syntax[owner].preposition, kAfterPreposition))
    return true;
  if (!IsSpeechAct(candidate)) return false;
  const Syntax::Extent& extent = view.syntax.sentences[candidate.sentence];
  for (uint32_t p = extent.first_phrase; p < place.value() && p < extent.last_phrase; ++p) {
    const NounPhrase& phrase = view.syntax.phrases[p];
    if (phrase.head > candidate.trigger && phrase.reading == Reading::kThing &&
        flags_.Has(view.At(phrase.head).noun_lemma, kDeedNoun))
      return true;
  }
  return false;
}

NounPhraseId PlaceFinder::Beside(const StoryView& view, const Candidate& candidate,
                                 const DateMention& date) const {
  if (IsRemote(candidate)) return NounPhraseId();
  const Syntax::Extent& extent = view.syntax.sentences[candidate.sentence];
  for (uint32_t p = extent.first_phrase; p < extent.last_phrase; ++p) {
    const NounPhrase& phrase = view.syntax.phrases[p];
    if (phrase.reading != Reading::kPlace && phrase.reading != Reading::kCountry) continue;
    if (!flags_.Has(phrase.preposition, kPlacePreposition)) continue;
    if (phrase.clause.valid() && candidate.clause.valid() &&
        !IsToldWith(view, candidate, phrase.clause))
      continue;
    const TokenIndex begin = phrase.range.begin - 1, end = phrase.range.end;
    // Between the two a preposition or a comma at most.
    const bool before = end <= date.begin && date.begin - end <= 1;
    const bool after = date.end <= begin && begin - date.end <= 1;
    if ((before || after) && !IsOfTopic(view, candidate, NounPhraseId(p))) return NounPhraseId(p);
  }
  return NounPhraseId();
}

NounPhraseId PlaceFinder::OfClause(const StoryView& view, const Candidate& candidate,
                                   ClauseId host) const {
  Candidate other = candidate;
  other.roles = {};
  other.noun = NounPhraseId();
  other.clause = host;
  other.trigger = view.syntax[host].verb.head;
  NounPhraseId place = PlaceOfClause(view, other, host);
  return place.valid() ? place : PlaceOfOthers(view, other);
}

}  // namespace telex
