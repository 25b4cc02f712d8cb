#include "pipeline/discourse/place_finder.h"

#include <algorithm>
#include <array>

#include "pipeline/events/following.h"
#include "pipeline/events/slots.h"

namespace telex {
namespace {

constexpr TokenIndex kWhereReach = 3;  // "Oslo, where"

using Phrases = std::array<NounPhraseId, 2 * Complements::kMost>;

// The things that an event is in, at or on the margins of: what place they have is the event's.
class Scene {
 public:
  void Add(NounPhraseId phrase) {
    if (size_ < phrases_.size()) phrases_[size_++] = phrase;
  }
  bool Has(NounPhraseId phrase) const {
    return std::find(phrases_.begin(), phrases_.begin() + size_, phrase) !=
           phrases_.begin() + size_;
  }

 private:
  Phrases phrases_;
  size_t size_ = 0;
};

bool IsThing(const StoryView& view, NounPhraseId phrase) {
  return view.syntax[phrase].reading == Reading::kThing;
}

// People and bodies that the words name by what they are: they may be somewhere themselves.
bool IsBody(const StoryView& view, NounPhraseId phrase) {
  const Reading reading = view.syntax[phrase].reading;
  return reading == Reading::kRole || reading == Reading::kOrganization;
}

}  // namespace

PlaceFinder::PlaceFinder(const RuleSet& rules, const TermFlags& flags)
    : rules_(rules),
      flags_(flags),
      same_time_(rules.List("same_time")),
      aims_(rules.List("aim_prepositions")),
      topic_prepositions_(rules.List("topic_prepositions")),
      goals_(rules.List("goal_prepositions")),
      stays_(rules.List("stay_nouns")),
      lands_(rules.List("land_prepositions")),
      land_nouns_(rules.List("land_nouns")),
      sites_(rules.List("site_nouns")),
      parts_(rules.List("parts_of_places")),
      hosting_(rules.List("hosting_verbs")),
      gatherings_(rules.List("gathering_nouns")),
      being_(rules.List("being_verbs")),
      leaving_(rules.List("leaving_verbs")) {}

// A possessor stands before its phrase: "at Kenya's embassy".
NounPhraseId PlaceFinder::PhraseBefore(const StoryView& view, NounPhraseId phrase) {
  const NounPhraseId owner = view.syntax[phrase].possessor;
  const TokenIndex begin = view.syntax[owner.valid() ? owner : phrase].range.begin;
  const uint32_t before = begin >= 2 ? view.syntax.phrase_at[begin - 2] : Syntax::kNone;
  return before == Syntax::kNone ? NounPhraseId() : NounPhraseId(before);
}

// "The Union of Farmers in Peru said", "talks between farmers in Peru".
bool PlaceFinder::IsWithin(const StoryView& view, NounPhraseId whole, NounPhraseId part) {
  for (; whole.valid(); whole = view.syntax[whole].of)
    if (whole == part) return true;
  return false;
}

bool PlaceFinder::IsGathering(const StoryView& view, NounPhraseId phrase) const {
  return gatherings_.count(view.At(view.syntax[phrase].head).noun_lemma) != 0;
}

bool PlaceFinder::IsStay(const StoryView& view, NounPhraseId phrase) const {
  return stays_.count(view.At(view.syntax[phrase].head).noun_lemma) != 0;
}

// "at the palace in Oslo", "on the margins of a summit in Oslo"
bool PlaceFinder::OpensScene(const StoryView& view, TermId preposition, NounPhraseId phrase) const {
  return flags_.Has(preposition, kScenePreposition) ||
         flags_.Has(view.At(view.syntax[phrase].head).noun_lemma, kMarginNoun) ||
         (IsStay(view, phrase) && flags_.Has(preposition, kAdjunctPreposition));
}

// What a deed's noun says behind itself is about the deed ("an attack on a base in Iraq"), while
// talks on a war in Iraq are elsewhere.
NounPhraseId PlaceFinder::PlaceOfNoun(const StoryView& view, const Candidate& candidate) const {
  bool of_event = true;
  NounPhraseId site;  // "a camp in Chad" is in Chad
  for (FollowingPhrases next(view.syntax, view.syntax[candidate.noun]); next.valid();
       next.Advance()) {
    if (of_event)
      if (const NounPhraseId place = NamedBy(view, candidate, next.preposition(), next.phrase());
          place.valid()) {
        if (!IsSite(view, place)) return place;
        site = place;
        continue;
      }
    if (!IsThing(view, next.phrase())) {
      // "support for the rebels in Yemen"
      if (IsSpeechAct(candidate) && IsBody(view, next.phrase())) of_event = false;
      continue;
    }
    if (IsDeed(candidate)) continue;
    of_event = (of_event && flags_.Has(next.preposition(), kOfPreposition)) ||
               OpensScene(view, next.preposition(), next.phrase());
  }
  return site;
}

// "discussed the situation in Gaza": the place belongs to the thing before it, unless that carries
// the event, is what a deed was done to ("struck bases in Iraq"; a word is not spoken where its
// object lies), or is the scene.
NounPhraseId PlaceFinder::PlaceOfClause(const StoryView& view, const Candidate& candidate,
                                        ClauseId id) const {
  const Clause& clause = view.syntax[id];
  Scene scene;
  NounPhraseId site;
  // "told a news conference in Oslo", "told a group of farmers in Oslo"
  if (clause.patient.valid()) {
    const bool audience =
        flags_.Has(clause.verb.lemma, kSpeechVerb) && clause.verb.form == VerbGroup::Form::kFinite;
    if (audience || IsGathering(view, clause.patient)) scene.Add(clause.patient);
    if (const NounPhraseId whom = view.syntax[clause.patient].of; audience && whom.valid())
      scene.Add(whom);
  }
  const Complement* last = nullptr;  // the complement before
  for (const Complement& complement : clause.complements) {
    const NounPhraseId owner = PhraseBefore(view, complement.phrase);
    // "fired at a base in Iraq"
    const bool aimed = last != nullptr && last->phrase == owner && IsDeed(candidate) &&
                       id == candidate.clause && aims_.count(last->preposition) != 0;
    last = &complement;
    bool of_event = true;
    if (owner.valid() && IsWithin(view, clause.subject, owner)) continue;
    if (owner.valid()) {
      const NounPhrase& before = view.syntax[owner];
      const bool own = before.head == candidate.trigger || scene.Has(owner);
      const bool done_to = owner == clause.patient && id == candidate.clause &&
                           (!candidate.noun.valid() || candidate.noun == clause.subject) &&
                           !IsSpeechAct(candidate) && candidate.role(Role::kTopic) != owner;
      if (before.reading == Reading::kThing) of_event = own || done_to || aimed;
      // "praised the farmers in Peru", "remarks by officials in Peru"; "criticized NATO in Oslo"
      if (IsSpeechAct(candidate) && IsBody(view, owner))
        of_event = own || (before.organization != NounPhrase::kNone &&
                           view.syntax[complement.phrase].place != NounPhrase::kNone);
    }
    if (!of_event) {
      if (flags_.Has(complement.preposition, kScenePreposition) &&
          IsGathering(view, complement.phrase))
        scene.Add(complement.phrase);
      continue;
    }
    if (const NounPhraseId place =
            NamedBy(view, candidate, complement.preposition, complement.phrase);
        place.valid()) {
      if (!IsSite(view, place)) return place;
      site = place;
      scene.Add(place);
      continue;
    }
    // "on a visit to Oslo"
    if (owner.valid() && scene.Has(owner) && IsStay(view, owner) &&
        flags_.Has(complement.preposition, kRecipient) &&
        Accepts(SlotKind::kPlace, view.syntax[complement.phrase]))
      return complement.phrase;
    // "in a speech to farmers in Peru"
    if (owner.valid() && scene.Has(owner) && flags_.Has(complement.preposition, kRecipient) &&
        IsBody(view, complement.phrase))
      scene.Add(complement.phrase);
    if (!IsThing(view, complement.phrase)) continue;
    if (OpensScene(view, complement.preposition, complement.phrase) ||
        (owner.valid() && scene.Has(owner) && flags_.Has(complement.preposition, kOfPreposition)))
      scene.Add(complement.phrase);
  }
  return site;
}

// "were killed when a car bomb exploded in Oslo"
NounPhraseId PlaceFinder::PlaceOfClausesBelow(const StoryView& view,
                                              const Candidate& candidate) const {
  if (candidate.noun.valid() || !IsDeed(candidate)) return NounPhraseId();
  const Syntax::Extent& extent = view.syntax.sentences[candidate.sentence];
  for (uint32_t c = extent.first_clause; c < extent.last_clause; ++c) {
    const Clause& clause = view.syntax.clauses[c];
    if (clause.relation != Clause::Relation::kAdjunct || !clause.parent.valid()) continue;
    // "one was killed and two were wounded when"
    const Clause& above = view.syntax[clause.parent];
    const bool listed =
        above.relation == Clause::Relation::kCoordinate && above.parent == candidate.clause;
    if (clause.parent != candidate.clause && !listed) continue;
    if (!clause.verb.past || same_time_.count(clause.introducer) == 0) continue;
    Candidate other = candidate;
    other.roles = {};
    other.clause = ClauseId(c);
    other.trigger = clause.verb.head;
    if (const NounPhraseId place = PlaceOfClause(view, other, other.clause); place.valid())
      return place;
    if (clause.patient.valid())
      if (const NounPhraseId town = TownIn(view, clause.patient); town.valid()) return town;
  }
  return NounPhraseId();
}

// "dispatched two ships to the Sea of Japan"
NounPhraseId PlaceFinder::PlaceOfGoal(const StoryView& view, const Clause& clause) const {
  for (const Complement& complement : clause.complements) {
    const NounPhrase& phrase = view.syntax[complement.phrase];
    if (goals_.count(complement.preposition) == 0) continue;
    if (Accepts(SlotKind::kPlace, phrase) && phrase.reading != Reading::kRole)
      return complement.phrase;
    if (const NounPhraseId town = TownIn(view, complement.phrase); town.valid()) return town;
    if (IsUnknownPlace(view, complement.phrase)) return complement.phrase;
  }
  return NounPhraseId();
}

// Where a journey leads: "visited Oslo", "flew to Oslo". Of other verbs a state is none of it:
// "forced Oman to pay".
NounPhraseId PlaceFinder::PlaceOfJourney(const StoryView& view, const Clause& clause) const {
  const bool motion = flags_.Has(clause.verb.lemma, kMotion);
  const auto goal = [&](NounPhraseId id, bool states) {
    if (!id.valid() || !Accepts(SlotKind::kPlace, view.syntax[id])) return false;
    const NounPhrase& phrase = view.syntax[id];
    return phrase.reading == Reading::kPlace || phrase.place != NounPhrase::kNone ||
           (states && phrase.reading == Reading::kCountry);
  };
  if (leaving_.count(clause.verb.lemma) == 0 && goal(clause.patient, motion)) return clause.patient;
  for (const Complement& complement : clause.complements)
    if (!flags_.Has(complement.preposition, kFromPreposition) &&
        goal(complement.phrase,
             motion && flags_.Has(complement.preposition, kRecipient | kPlacePreposition)))
      return complement.phrase;
  return NounPhraseId();
}

// The place of what was done along with the candidate, in another clause.
NounPhraseId PlaceFinder::PlaceOfGoingOn(const StoryView& view, const Candidate& candidate,
                                         ClauseId id) const {
  Candidate other = candidate;
  other.roles = {};
  other.clause = id;
  other.trigger = view.syntax[id].verb.head;
  return PlaceOfClause(view, other, id);
}

// What a clause beside it says of the place: "Speaking in Oslo, she condemned …", "visited Oslo to
// hold talks", "arrived in Oslo and met …", "in Oslo, where he met …".
NounPhraseId PlaceFinder::PlaceOfOthers(const StoryView& view, const Candidate& candidate) const {
  const Clause& clause = view.syntax[candidate.clause];
  if (flags_.Has(clause.introducer, kWhere)) {
    for (TokenIndex t = clause.range.begin; t-- > 0 && t + kWhereReach >= clause.range.begin;) {
      const uint32_t phrase = view.syntax.phrase_at[t];
      if (phrase == Syntax::kNone) continue;
      if (Accepts(SlotKind::kPlace, view.syntax.phrases[phrase])) return NounPhraseId(phrase);
      break;
    }
  }
  // "an attack occurred in Oslo, which killed two"
  if (clause.relation == Clause::Relation::kRelative && IsDeed(candidate) &&
      clause.subject.valid() && view.syntax[clause.subject].reading == Reading::kPlace)
    return clause.subject;
  // "an attack in Oslo, which killed two"
  if (clause.relation == Clause::Relation::kRelative && IsDeed(candidate) &&
      !candidate.noun.valid() && clause.subject.valid() && IsThing(view, clause.subject)) {
    Candidate first = candidate;
    first.roles = {};
    first.noun = clause.subject;
    first.trigger = view.syntax[clause.subject].head;
    if (const NounPhraseId place = PlaceOfNoun(view, first); place.valid()) return place;
    if (!clause.parent.valid()) return NounPhraseId();
    first.noun = NounPhraseId();
    first.clause = clause.parent;
    first.trigger = view.syntax[clause.parent].verb.head;
    return view.syntax[clause.parent].subject == clause.subject
               ? PlaceOfClause(view, first, first.clause)
               : NounPhraseId();
  }
  // What was gone there for happens there.
  const bool aside = candidate.noun.valid() && candidate.noun != clause.patient;
  if (clause.relation == Clause::Relation::kInfinitive && clause.governor.valid()) {
    const Clause& above = view.syntax[clause.governor];
    if (aside) return NounPhraseId();
    // "marched in Oslo to demand"
    if (above.subject == clause.subject &&
        !flags_.Has(above.verb.lemma, kSpeechVerb | kCommunication)) {
      Candidate first = candidate;
      first.roles = {};
      first.noun = NounPhraseId();
      first.clause = clause.governor;
      first.trigger = above.verb.head;
      if (const NounPhraseId place = PlaceOfClause(view, first, first.clause); place.valid())
        return place;
    }
    return IsSpeechAct(candidate) ? NounPhraseId() : PlaceOfJourney(view, above);
  }
  if (!clause.subject.valid()) return NounPhraseId();
  const Syntax::Extent& extent = view.syntax.sentences[candidate.sentence];
  for (uint32_t c = extent.first_clause; c < extent.last_clause; ++c) {
    const Clause& other = view.syntax.clauses[c];
    // "killed two and wounded six in a clash in Oslo"
    if (other.relation == Clause::Relation::kCoordinate && other.parent == candidate.clause &&
        other.subject == clause.subject && IsDeed(candidate) && !candidate.noun.valid() &&
        other.verb.past && clause.verb.past)
      if (const NounPhraseId place = PlaceOfGoingOn(view, candidate, ClauseId(c)); place.valid())
        return place;
    if (other.verb.head >= clause.verb.head) continue;
    const bool shares = other.subject == clause.subject || other.agent == clause.subject;
    // "bombed camps in Oslo, killing two"
    if (shares && !candidate.noun.valid() && ClauseId(c) == clause.parent &&
        clause.relation == Clause::Relation::kParticiple)
      return PlaceOfClause(view, candidate, clause.parent);
    const bool opens = other.relation == Clause::Relation::kParticiple ||
                       (other.relation == Clause::Relation::kRelative &&
                        other.voice == Voice::kParticiple && other.subject == clause.subject);
    const bool before = clause.relation == Clause::Relation::kCoordinate;
    // "burnt tyres in Oslo, and police beat them"
    const bool goes_on = before && IsDeed(candidate) && ClauseId(c) == clause.parent &&
                         other.verb.past && clause.verb.past;
    if (goes_on && !shares) return PlaceOfGoingOn(view, candidate, ClauseId(c));
    if (!shares || (!opens && !before)) continue;
    if (const NounPhraseId place = PlaceOfClause(view, candidate, ClauseId(c)); place.valid())
      return place;
    if (before && flags_.Has(other.verb.lemma, kMotion))
      if (const NounPhraseId place = PlaceOfJourney(view, other); place.valid()) return place;
  }
  return NounPhraseId();
}

NounPhraseId PlaceFinder::Find(const StoryView& view, const Candidate& candidate) const {
  for (const Role role :
       {Role::kPlace, Role::kTarget}) {  // "visited <target:place>" says where as well
    const bool is_place =
        role == Role::kPlace || candidate.kinds[static_cast<size_t>(role)] == SlotKind::kPlace;
    if (is_place && candidate.role(role).valid()) return candidate.role(role);
  }
  NounPhraseId place;
  // "an attack on Goma in Kivu", "flew to Goma in Kivu": the town says more.
  const NounPhraseId target = candidate.role(Role::kTarget);
  if (IsDeed(candidate) && target.valid() && view.syntax[target].reading == Reading::kPlace)
    return target;
  if (candidate.noun.valid()) place = PlaceOfNoun(view, candidate);
  if (!place.valid() && candidate.clause.valid())
    place = PlaceOfClause(view, candidate, candidate.clause);
  if (!place.valid() && candidate.clause.valid()) place = PlaceOfOthers(view, candidate);
  if (!place.valid() && candidate.clause.valid()) place = PlaceOfClausesBelow(view, candidate);
  if (!place.valid() && candidate.clause.valid() && rules_.types[candidate.type.value()].at_goal)
    place = PlaceOfGoal(view, view.syntax[candidate.clause]);
  // "shelled the town of Goma"
  if (!place.valid() && IsDeed(candidate) && !candidate.noun.valid() && candidate.clause.valid())
    if (const NounPhraseId patient = view.syntax[candidate.clause].patient; patient.valid())
      place = TownIn(view, patient);
  if (!place.valid() && candidate.noun.valid()) place = PlaceOfHost(view, candidate);
  if (!place.valid() && candidate.clause.valid()) place = PlaceOfSentence(view, candidate);
  if (!place.valid()) place = PlaceOfSubject(view, candidate);
  if (!place.valid() && !IsSpeechAct(candidate)) place = PlaceOfParties(view, candidate);
  if (!place.valid() && !IsSpeechAct(candidate)) place = TownOfClause(view, candidate);
  return place;
}

}  // namespace telex
