#include "pipeline/discourse/merger.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "pipeline/discourse/same_actor.h"

namespace telex {
namespace {

constexpr uint32_t kNone = NounPhrase::kNone;
constexpr size_t kMostEventsBack =
    300;  // a mention is compared with these; keeps the work linear in the story

constexpr double kOneTown = 0.1;  // degrees between places of one town

// How exactly the roles are named: a person says more than a state or a role.
int Exactness(const Draft& draft) {
  int exact = 0;
  for (const Referents* role : {&draft.source, &draft.target})
    for (const Referent& one : *role)
      exact += one.kind == Referent::Kind::kPerson   ? 3
               : one.kind == Referent::Kind::kPhrase ? 1
                                                     : 2;
  return exact - (draft.headline ? 1 : 0);
}

bool SameStatus(EventStatus a, EventStatus b) {
  if (a == b) return true;
  const auto firm = [](EventStatus s) {
    return s == EventStatus::kActual || s == EventStatus::kNegated;
  };
  return !(firm(a) && firm(b));
}

// The number of a week ("2025-W07"), 0 of any other date.
int WeekOf(std::string_view day) {
  if (day.size() != 8 || day[5] != 'W') return 0;
  return 10 * (day[6] - '0') + day[7] - '0';
}

// True where nothing in the dates keeps the two apart: one has none, or one says the other less
// exactly. What is planned and what was done need the very same day.
bool SameDay(const Draft& a, const Draft& b) {
  if (!a.date || !b.date) return true;
  std::string_view first = a.day, second = b.day;
  if (first.size() > second.size()) std::swap(first, second);
  if (const int week = WeekOf(first); week > 0 && second.size() >= 10) {
    // "last week" and the day: within a week of each other.
    const int day = 30 * (10 * (second[5] - '0') + second[6] - '0' - 1) + 10 * (second[8] - '0') +
                    second[9] - '0';
    return first.substr(0, 4) == second.substr(0, 4) && std::abs(day - 7 * week + 3) <= 10;
  }
  return a.status == b.status ? second.substr(0, first.size()) == first : second == first;
}

// "Nairobi" against "Kenya"; not a town that was one stop of a tour.
bool IsMoreExact(const StoryView& view, NounPhraseId place, NounPhraseId than) {
  if (!place.valid()) return false;
  const NounPhrase &capital = view.syntax[place], &state = view.syntax[than];
  return capital.reading == Reading::kCountry && state.reading == Reading::kCountry &&
         capital.place != kNone && state.place == kNone && capital.country == state.country;
}

EventStatus Firmer(EventStatus a, EventStatus b) {
  const auto rank = [](EventStatus s) {
    switch (s) {
      case EventStatus::kNegated:
        return 3;
      case EventStatus::kActual:
        return 2;
      case EventStatus::kPlanned:
        return 1;
      case EventStatus::kPossible:
        return 0;
    }
    return 0;
  };
  return rank(a) >= rank(b) ? a : b;
}

}  // namespace

// "their conversation", "the talks", "the two also discussed fish": of an event of a narrower type
// that was told before.
bool Merger::PointsBack(const StoryView& view, const Draft& later, const Draft& before) const {
  const NounPhraseId noun = later.candidate.noun;
  const bool discussed = !noun.valid() && !later.place.valid() && later.day.empty() &&
                         discussing_.count(view.At(later.candidate.trigger).verb_lemma) != 0;
  if (!discussed && (!noun.valid() || !view.syntax[noun].definite)) return false;
  const std::vector<TypeId>& wider = rules_.types[before.candidate.type.value()].over;
  return std::find(wider.begin(), wider.end(), later.candidate.type) != wider.end();
}

// True where both say where it was done, and not the same: two deeds.
bool Merger::OtherPlace(const StoryView& view, const Draft& a, const Draft& b) const {
  if (!a.place.valid() || !b.place.valid()) return false;
  const NounPhrase &first = view.syntax[a.place], &second = view.syntax[b.place];
  if (first.place != kNone && second.place != kNone) {
    // "Washington", "the White House"
    const Place &one = rules_.lexicon.places[first.place],
                &other = rules_.lexicon.places[second.place];
    return first.place != second.place && (std::abs(one.latitude - other.latitude) > kOneTown ||
                                           std::abs(one.longitude - other.longitude) > kOneTown);
  }
  return first.country != kNone && second.country != kNone && first.country != second.country;
}

// "Ten were killed in an Israeli raid on Tyre": the raid is what killed them.
bool Merger::IsOccasion(const StoryView& view, const Draft& told, const Draft& noun) const {
  const Candidate &deed = told.candidate, &raid = noun.candidate;
  if (!raid.noun.valid() || deed.noun.valid() || !deed.clause.valid() || told.target.empty())
    return false;
  if (!told.source.empty() && told.source != noun.source) return false;
  const Clause& clause = view.syntax[deed.clause];
  if (!clause.verb.passive && clause.patient.valid()) return false;
  return std::any_of(clause.complements.begin(), clause.complements.end(),
                     [&](const Complement& complement) { return complement.phrase == raid.noun; });
}

// A deed told twice: "three were killed when rebels attacked a train", "opened fire on marchers,
// killing two", "Rebels raided a town. Ten soldiers were killed".
bool Merger::IsOneDeed(const StoryView& view, const Draft& a, const Draft& b) const {
  const EventType& type = rules_.types[a.candidate.type.value()];
  if (!type.domestic || type.speech_act) return false;
  // Each has what the other lacks.
  const auto fills = [](const Draft& one, const Draft& other) {
    return one.source.empty() && !one.target.empty() && !other.source.empty() &&
           other.target.empty();
  };
  if (a.candidate.sentence != b.candidate.sentence)
    return type.in_target && a.candidate.sentence + 1 == b.candidate.sentence && !a.headline &&
           a.status == EventStatus::kActual && b.status == EventStatus::kActual && fills(b, a);
  if (IsOccasion(view, a, b) || IsOccasion(view, b, a)) return true;
  const ClauseId first = a.candidate.clause, second = b.candidate.clause;
  if (!first.valid() || !second.valid() || first == second) return false;
  if (type.in_target && (fills(a, b) || fills(b, a))) return true;
  const auto under = [&](ClauseId low, ClauseId high) {
    const Clause& clause = view.syntax[low];
    return clause.parent == high && (clause.relation == Clause::Relation::kAdjunct ||
                                     clause.relation == Clause::Relation::kParticiple);
  };
  const bool beside = under(second, first) || under(first, second);
  if (beside && (fills(a, b) || fills(b, a))) return true;
  return beside && !a.source.empty() && a.source == b.source &&
         (view.syntax[second].relation == Clause::Relation::kParticiple ||
          view.syntax[first].relation == Clause::Relation::kParticiple);
}

// "Peru should return the ship that Oman seized. The Omani navy seized it on Thursday": a state and
// its forces, where one of the two says neither day nor place.
bool Merger::ByItsForces(const StoryView& view, const Resolver& resolver, const Draft& a,
                         const Draft& b) const {
  const EventType& type = rules_.types[a.candidate.type.value()];
  if (type.speech_act || a.source.size() != 1 || b.source.size() != 1) return false;
  const auto bare = [](const Draft& draft) { return !draft.date && !draft.place.valid(); };
  if (!bare(a) && !bare(b)) return false;
  const bool first = a.source[0].kind == Referent::Kind::kCountry;
  const Referent& state = first ? a.source[0] : b.source[0];
  const Referent& forces = first ? b.source[0] : a.source[0];
  if (state.kind != Referent::Kind::kCountry || forces.kind != Referent::Kind::kPhrase)
    return false;
  const NounPhrase& phrase = view.syntax[forces.phrase];
  if (phrase.sector == kNone || resolver.CountryOf(forces) != state.index) return false;
  const std::string& sector = rules_.lexicon.sectors[phrase.sector].code;
  return sector == "MIL" || sector == "COP" || sector == "GOV";
}

bool Merger::SameEvent(const StoryView& view, const Resolver& resolver, const Draft& a,
                       const Draft& b) const {
  if (!SameStatus(a.status, b.status)) return false;
  if (a.candidate.type != b.candidate.type && !PointsBack(view, b, a)) return false;
  const EventType& type = rules_.types[a.candidate.type.value()];
  const bool apart = a.candidate.sentence != b.candidate.sentence;
  if (apart && !SameDay(a, b)) return false;
  if (type.symmetric) {
    if (apart && OtherPlace(view, a, b)) return false;
    const Referents all_a = Parties(a), all_b = Parties(b);
    // "will meet officials in Oslo", "met the premier in May": what is to come is not what was.
    const bool freely = a.status == b.status || !apart || a.headline || b.headline;
    return Within(view, resolver, all_a, all_b, freely) ||
           Within(view, resolver, all_b, all_a, freely);
  }
  const bool loose = a.headline || b.headline || a.candidate.sentence == b.candidate.sentence;
  if (!loose && OtherPlace(view, a, b)) return false;
  if (IsOneDeed(view, a, b)) return true;
  const auto same = [&](const Referents& x, const Referents& y, bool freely) {
    return Within(view, resolver, x, y, freely) || Within(view, resolver, y, x, freely);
  };
  // One that leaves a role open tells of the same: where nobody is said to have done it to him, or
  // where the target was said right before.
  const bool near = loose || a.candidate.sentence + 1 == b.candidate.sentence;
  const bool sources = a.source.empty() == b.source.empty()
                           ? same(a.source, b.source, loose) || ByItsForces(view, resolver, a, b)
                           : !a.target.empty() && !b.target.empty();
  const bool targets =
      a.target.empty() == b.target.empty() ? same(a.target, b.target, loose || type.journey) : near;
  return sources && targets;
}

void Merger::Absorb(const StoryView& view, const Resolver& resolver, Draft* into,
                    const Draft& other) const {
  const bool better =
      Exactness(other) > Exactness(*into) && other.candidate.type == into->candidate.type;
  const bool noun = IsOccasion(view, other, *into);
  const bool first = noun || (better && !IsOccasion(view, *into, other));
  Draft merged = first ? other : *into;
  const Draft& rest = first ? *into : other;
  merged.mentions = into->mentions + other.mentions;
  // "will visit Oslo on Friday. The purpose of the visit …": what is planned stays so.
  const auto open = [](const Draft& one, const Draft& than) {
    return one.spoken_of &&
           (than.status == EventStatus::kPlanned || than.status == EventStatus::kPossible);
  };
  merged.status = open(*into, other)   ? other.status
                  : open(other, *into) ? into->status
                                       : Firmer(into->status, other.status);
  merged.spoken_of = into->spoken_of && other.spoken_of;
  if (!merged.date || (rest.date && rest.day.size() > merged.day.size())) {
    merged.date = rest.date;
    merged.day = rest.day;
  }
  if (!merged.place.valid() || IsMoreExact(view, rest.place, merged.place))
    merged.place = rest.place;
  const bool symmetric = rules_.types[merged.candidate.type.value()].symmetric;
  if (merged.source.empty() && !symmetric) merged.source = rest.source;
  if (merged.target.empty() && !symmetric) merged.target = rest.target;
  const Referents known = Parties(merged);
  for (const Referent& one : rest.source)
    if (!Within(view, resolver, {one}, known, true)) merged.source.push_back(one);
  // Where the raid was flown to is not whom it killed.
  const bool occasion = IsOccasion(view, merged, rest);
  for (const Referent& one : rest.target)
    if (!occasion && !Within(view, resolver, {one}, known, true)) merged.target.push_back(one);
  *into = std::move(merged);
}

void Merger::Run(const StoryView& view, const Resolver& resolver,
                 std::vector<Draft>* drafts) const {
  std::vector<Draft> events;
  for (Draft& draft : *drafts) {
    const size_t oldest = events.size() > kMostEventsBack ? events.size() - kMostEventsBack : 0;
    auto same =
        std::find_if(events.begin() + static_cast<std::ptrdiff_t>(oldest), events.end(),
                     [&](const Draft& event) { return SameEvent(view, resolver, event, draft); });
    if (same == events.end()) {
      events.push_back(std::move(draft));
    } else {
      Absorb(view, resolver, &*same, draft);
    }
  }
  *drafts = std::move(events);
}

}  // namespace telex
