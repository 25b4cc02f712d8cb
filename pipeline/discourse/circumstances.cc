#include "pipeline/discourse/circumstances.h"

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

// The phrase that ends right before a preposition which stands before `phrase`.
NounPhraseId Before(const StoryView& view, NounPhraseId phrase) {
  const TokenIndex begin = view.syntax[phrase].range.begin;
  const uint32_t before = begin >= 2 ? view.syntax.phrase_at[begin - 2] : Syntax::kNone;
  return before == Syntax::kNone ? NounPhraseId() : NounPhraseId(before);
}

// "The Union of Farmers in Peru said": whether `part` is the subject or stands behind its "of".
bool IsWithin(const StoryView& view, NounPhraseId subject, NounPhraseId part) {
  for (; subject.valid(); subject = view.syntax[subject].of)
    if (subject == part) return true;
  return false;
}

}  // namespace

const DateMention* Circumstances::Date(const StoryView& view, const Candidate& candidate) const {
  const DateMention* date = DateOfSentence(view, candidate);
  return date != nullptr ? date : DateOfLead(view, candidate);
}

// "reported on Friday that he will travel": between the verb of speech and what is said, the day
// is the speech's.
bool Circumstances::BelongsToSpeech(const StoryView& view, const Candidate& candidate,
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

// "condemned Monday's attack", "ahead of the June 3 election": the day of a thing is the event's
// where the thing is the event, or where the event took place in or at it.
bool Circumstances::BelongsToThing(const StoryView& view, const Candidate& candidate,
                                   const DateMention& date) const {
  const Syntax& syntax = view.syntax;
  if (date.end >= syntax.phrase_at.size()) return false;
  const ClassSet next = syntax.classes[date.end];
  const bool possessive = (next & kPossessive) != 0;
  // "the devastating February 6 earthquake", where the adjective is a phrase by itself
  const bool before_noun = (next & kNoun) && !(next & (kName | kVerb)) &&
                           syntax.date_at[date.end] == Syntax::kNone && date.begin > 0 &&
                           (syntax.classes[date.begin - 1] &
                            (kAdjective | kDeterminer | kPossessive | kPossessivePronoun));
  const TokenIndex at = possessive ? date.end + 1 : before_noun ? date.end : date.end - 1;
  const uint32_t index = at < syntax.phrase_at.size() ? syntax.phrase_at[at] : Syntax::kNone;
  if (index == Syntax::kNone) return false;
  const NounPhraseId thing(index);
  const NounPhrase& phrase = syntax[thing];
  if (phrase.head < date.end || phrase.head == candidate.trigger || thing == candidate.noun)
    return false;
  if (!candidate.clause.valid()) return true;
  const Clause& clause = syntax[candidate.clause];
  if (thing == clause.agent || thing == clause.subject) return false;
  if (thing == clause.patient)
    return before_noun || candidate.noun.valid() || IsSpeechAct(candidate);
  for (const Complement& complement : clause.complements)
    if (complement.phrase == thing) return !flags_.Has(complement.preposition, kScenePreposition);
  return true;
}

// A noun behind a verb of speech, or of a participle that points to it: "told reporters on Monday,
// referring to the visit". In or during it somebody spoke.
bool Circumstances::IsSpokenOf(const StoryView& view, const Candidate& candidate) const {
  if (!candidate.clause.valid()) return false;
  const Clause& clause = view.syntax[candidate.clause];
  const NounPhrase& noun = view.syntax[candidate.noun];
  if (noun.range.begin < clause.verb.head || flags_.Has(noun.preposition, kScenePreposition))
    return false;
  return flags_.Has(clause.verb.lemma, kSpeechVerb | kCommunication) ||
         clause.relation == Clause::Relation::kParticiple;
}

// "arrived on Monday after a visit to Chad", "on Monday hailed the visit": what came before or
// after, or is only spoken of, has a day of its own.
bool Circumstances::BelongsToVerb(const StoryView& view, const Candidate& candidate,
                                  const DateMention& date) const {
  if (!candidate.noun.valid()) return false;
  const NounPhrase& noun = view.syntax[candidate.noun];
  const bool sequence = flags_.Has(noun.preposition, kAfterPreposition);
  if (!sequence && !IsSpokenOf(view, candidate)) return false;
  if (date.begin < noun.range.begin) return (view.syntax.classes[date.end] & kPossessive) == 0;
  for (TokenIndex t = noun.range.end; t < date.begin; ++t)
    if ((view.syntax.classes[t] & kComma) ||
        (candidate.clause.valid() && view.syntax[candidate.clause].verb.head == t))
      return true;
  return false;
}

// The date nearest to the trigger in its sentence, with no verb of another finite clause in
// between.
const DateMention* Circumstances::DateOfSentence(const StoryView& view,
                                                 const Candidate& candidate) const {
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
    if (other || BelongsToSpeech(view, candidate, *date) ||
        BelongsToThing(view, candidate, *date) || BelongsToVerb(view, candidate, *date))
      continue;
    if (!best || high - low < best_distance) {
      best = &*date;
      best_distance = high - low;
    }
  }
  return best;
}

// "In a phone call with Peru, he said …" close behind a lead with one day in it, and with no date
// of its own: the talks in which the news was said are of that day.
const DateMention* Circumstances::DateOfLead(const StoryView& view,
                                             const Candidate& candidate) const {
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

bool Circumstances::NamesPlace(const StoryView& view, TermId preposition,
                               NounPhraseId phrase) const {
  return flags_.Has(preposition, kPlacePreposition) &&
         Accepts(SlotKind::kPlace, view.syntax[phrase]) &&
         view.syntax[phrase].reading != Reading::kRole;
}

// "at the palace in Oslo", "on the margins of a summit in Oslo"
bool Circumstances::OpensScene(const StoryView& view, TermId preposition,
                               NounPhraseId phrase) const {
  return flags_.Has(preposition, kScenePreposition) ||
         flags_.Has(view.At(view.syntax[phrase].head).noun_lemma, kMarginNoun);
}

// What a deed's noun says behind itself is about the deed ("an attack on a base in Iraq"), while
// talks on a war in Iraq are elsewhere.
NounPhraseId Circumstances::PlaceOfNoun(const StoryView& view, const Candidate& candidate) const {
  bool of_event = true;
  for (FollowingPhrases next(view.syntax, view.syntax[candidate.noun]); next.valid();
       next.Advance()) {
    if (of_event && NamesPlace(view, next.preposition(), next.phrase())) return next.phrase();
    if (!IsThing(view, next.phrase())) {
      // "support for the rebels in Yemen"
      if (IsSpeechAct(candidate) && IsBody(view, next.phrase())) of_event = false;
      continue;
    }
    if (IsDeed(candidate)) continue;
    of_event = (of_event && flags_.Has(next.preposition(), kOfPreposition)) ||
               OpensScene(view, next.preposition(), next.phrase());
  }
  return NounPhraseId();
}

// "discussed the situation in Gaza": the place belongs to the thing before it, unless that carries
// the event, is what a deed was done to ("struck bases in Iraq"; a word is not spoken where its
// object lies), or is the scene.
NounPhraseId Circumstances::PlaceOfClause(const StoryView& view, const Candidate& candidate,
                                          ClauseId id) const {
  const Clause& clause = view.syntax[id];
  Scene scene;
  for (const Complement& complement : clause.complements) {
    const NounPhraseId owner = Before(view, complement.phrase);
    bool of_event = true;
    if (owner.valid() && IsWithin(view, clause.subject, owner)) continue;
    if (owner.valid()) {
      const NounPhrase& before = view.syntax[owner];
      const bool own = before.head == candidate.trigger || scene.Has(owner);
      const bool done_to = owner == clause.patient && id == candidate.clause &&
                           (!candidate.noun.valid() || candidate.noun == clause.subject) &&
                           !IsSpeechAct(candidate) && candidate.role(Role::kTopic) != owner;
      if (before.reading == Reading::kThing) of_event = own || done_to;
      // "praised the farmers in Peru", "remarks by officials in Peru"
      if (IsSpeechAct(candidate) && IsBody(view, owner)) of_event = own;
    }
    if (!of_event) continue;
    if (NamesPlace(view, complement.preposition, complement.phrase)) return complement.phrase;
    if (!IsThing(view, complement.phrase)) continue;
    if (OpensScene(view, complement.preposition, complement.phrase) ||
        (owner.valid() && scene.Has(owner) && flags_.Has(complement.preposition, kOfPreposition)))
      scene.Add(complement.phrase);
  }
  return NounPhraseId();
}

// Where a journey leads: "visited Oslo", "flew to Oslo".
NounPhraseId Circumstances::PlaceOfJourney(const StoryView& view, const Clause& clause) const {
  const auto goal = [&](NounPhraseId phrase) {
    return phrase.valid() && Accepts(SlotKind::kPlace, view.syntax[phrase]) &&
           (view.syntax[phrase].reading == Reading::kPlace ||
            view.syntax[phrase].place != NounPhrase::kNone);
  };
  if (goal(clause.patient)) return clause.patient;
  for (const Complement& complement : clause.complements)
    if (goal(complement.phrase) && !flags_.Has(complement.preposition, kFromPreposition))
      return complement.phrase;
  return NounPhraseId();
}

// What a clause beside it says of the place: "Speaking in Oslo, she condemned …", "visited Oslo to
// hold talks", "arrived in Oslo and met …", "in Oslo, where he met …".
NounPhraseId Circumstances::PlaceOfOthers(const StoryView& view, const Candidate& candidate) const {
  const Clause& clause = view.syntax[candidate.clause];
  if (flags_.Has(clause.introducer, kWhere)) {
    for (TokenIndex t = clause.range.begin; t-- > 0 && t + kWhereReach >= clause.range.begin;) {
      const uint32_t phrase = view.syntax.phrase_at[t];
      if (phrase == Syntax::kNone) continue;
      if (Accepts(SlotKind::kPlace, view.syntax.phrases[phrase])) return NounPhraseId(phrase);
      break;
    }
  }
  // What was gone there for happens there.
  if (clause.relation == Clause::Relation::kInfinitive && clause.governor.valid())
    return IsSpeechAct(candidate) ? NounPhraseId()
                                  : PlaceOfJourney(view, view.syntax[clause.governor]);
  if (!clause.subject.valid()) return NounPhraseId();
  const Syntax::Extent& extent = view.syntax.sentences[candidate.sentence];
  for (uint32_t c = extent.first_clause; c < extent.last_clause; ++c) {
    const Clause& other = view.syntax.clauses[c];
    if (other.verb.head >= clause.verb.head) continue;
    const bool shares = other.subject == clause.subject || other.agent == clause.subject;
    const bool opens = other.relation == Clause::Relation::kParticiple;
    const bool before = clause.relation == Clause::Relation::kCoordinate;
    if (!shares || (!opens && !before)) continue;
    if (const NounPhraseId place = PlaceOfClause(view, candidate, ClauseId(c)); place.valid())
      return place;
    if (before && flags_.Has(other.verb.lemma, kMotion))
      if (const NounPhraseId place = PlaceOfJourney(view, other); place.valid()) return place;
  }
  return NounPhraseId();
}

NounPhraseId Circumstances::Place(const StoryView& view, const Candidate& candidate) const {
  for (const Role role :
       {Role::kPlace, Role::kTarget}) {  // "visited <target:place>" says where as well
    const bool is_place =
        role == Role::kPlace || candidate.kinds[static_cast<size_t>(role)] == SlotKind::kPlace;
    if (is_place && candidate.role(role).valid()) return candidate.role(role);
  }
  NounPhraseId place;
  if (candidate.noun.valid()) place = PlaceOfNoun(view, candidate);
  if (!place.valid() && candidate.clause.valid())
    place = PlaceOfClause(view, candidate, candidate.clause);
  if (!place.valid() && candidate.clause.valid()) place = PlaceOfOthers(view, candidate);
  // "an attack on the Gaza Strip", "deployed to Goma"
  const NounPhraseId target = candidate.role(Role::kTarget);
  if (!place.valid() && IsDeed(candidate) && target.valid() &&
      view.syntax[target].reading == Reading::kPlace)
    place = target;
  return place;
}

}  // namespace telex
