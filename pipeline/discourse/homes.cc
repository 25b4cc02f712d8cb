#include "pipeline/discourse/homes.h"

#include <algorithm>

#include "pipeline/events/following.h"

namespace telex {
namespace {

constexpr uint32_t kNone = NounPhrase::kNone;

bool NamesPlace(const NounPhrase& phrase) {
  return phrase.reading == Reading::kPlace || phrase.reading == Reading::kCountry;
}

}  // namespace

// "rioted at a jail in Lima": the state of the scene's place.
uint32_t Homes::PlaceOfScene(const StoryView& view, const Candidate& candidate) const {
  if (!candidate.clause.valid()) return kNone;
  for (const Complement& complement : view.syntax[candidate.clause].complements) {
    const NounPhrase& scene = view.syntax[complement.phrase];
    if (!flags_.Has(complement.preposition, kPlacePreposition) || scene.reading != Reading::kThing)
      continue;
    for (FollowingPhrases next(view.syntax, scene); next.valid(); next.Advance()) {
      const NounPhrase& behind = view.syntax[next.phrase()];
      if (flags_.Has(next.preposition(), kPlacePreposition) && NamesPlace(behind))
        return behind.country;
    }
  }
  return kNone;
}

// The one state that a sentence names or has in its adjectives and places; kNone where there are
// several, or `none`.
uint32_t Homes::OnlyState(const StoryView& view, uint32_t sentence, bool* none) const {
  const Syntax::Extent& extent = view.syntax.sentences[sentence];
  uint32_t only = kNone;
  for (uint32_t p = extent.first_phrase; p < extent.last_phrase; ++p) {
    const uint32_t country = view.syntax.phrases[p].country;
    if (country == kNone || country == only) continue;
    *none = false;
    if (only != kNone) return kNone;
    only = country;
  }
  return only;
}

// "the director of the WHO", "the UN envoy": of no state, nor need those be whom he meets.
bool Homes::NamesWorldBody(const StoryView& view, uint32_t sentence) const {
  const Syntax::Extent& extent = view.syntax.sentences[sentence];
  const Lexicon& lexicon = rules_.lexicon;
  for (uint32_t p = extent.first_phrase; p < extent.last_phrase; ++p) {
    const uint32_t body = view.syntax.phrases[p].organization;
    if (body != kNone && lexicon.FindCountry(lexicon.organizations[body].country) == nullptr)
      return true;
  }
  return false;
}

// "European countries", "31 nations", "the international community", "terrorists": states of their
// own, or nobody of one, whatever the sentence is about.
bool Homes::NamesStates(const StoryView& view, const NounPhrase& phrase) const {
  const TermId noun = view.At(phrase.head).noun_lemma;
  return (phrase.plural && flags_.Has(noun, kCountryNoun)) ||
         (noun.valid() && stateless_.count(noun) != 0);
}

// "On both banks, drivers called for": who stands on two sides is of no one state.
bool Homes::SpansTwoSides(const StoryView& view, uint32_t sentence) const {
  const Syntax::Extent& extent = view.syntax.sentences[sentence];
  for (uint32_t p = extent.first_phrase; p < extent.last_phrase; ++p) {
    const NounPhrase& phrase = view.syntax.phrases[p];
    if (flags_.Has(view.At(phrase.range.begin).term, kPairWord) &&
        flags_.Has(phrase.preposition, kAdjunctPreposition))
      return true;
  }
  return false;
}

// Whether an actor of no known state may be one of the state that the story is about: a president,
// a crowd, a body of state; where those of one state act on each other (`domestic`), anybody.
// Others act on whom they meet abroad.
bool Homes::MayBeAtHome(const StoryView& view, const Resolver& resolver, const Referent& actor,
                        bool acts, bool domestic, bool alone) const {
  if (actor.kind == Referent::Kind::kPerson) {
    const StoryPerson& person = view.syntax.people[actor.index];
    // "U.N. aid chief Rosa Quispe"
    const bool of_body = actor.phrase.valid() && view.syntax[actor.phrase].organization != kNone;
    if (of_body || person.listed != StoryPerson::kNone || person.organization != StoryPerson::kNone)
      return false;
    return resolver.ServesState(person) || alone ||
           (domestic && person.office == StoryPerson::kNone);
  }
  if (actor.kind != Referent::Kind::kPhrase) return false;
  const NounPhrase& phrase = view.syntax[actor.phrase];
  if (phrase.organization != kNone || NamesStates(view, phrase)) return false;
  // "overran Ayod", a town that no list has
  const bool town = phrase.reading == Reading::kPlace || phrase.reading == Reading::kName;
  if (town && !acts && domestic) return true;
  if (phrase.office != kNone && rules_.lexicon.offices[phrase.office].sector == "IGO") return false;
  // "the Pacific Tuna Commission" has a name; "soldiers" and "the police" are of the place.
  const bool named = (view.syntax.classes[phrase.head] & kName) != 0;
  return (phrase.reading == Reading::kRole && (acts || alone || !named)) ||
         (phrase.reading == Reading::kOrganization &&
          (alone || flags_.Has(view.At(phrase.head).noun_lemma, kHomeBody)));
}

// Who may be at home is so where the story was written; where that is the publisher's own desk,
// in the one state that the sentence knows, or, where it knows none, at the desk. Not in that of
// the other party: who praises Kenya is no Kenyan.
void Homes::HomeActors(const StoryView& view, const Resolver& resolver, Draft* draft) const {
  const EventType& type = rules_.types[draft->candidate.type.value()];
  const uint32_t scene = resolver.Scene();
  const bool from_scene = scene != kNone;
  bool none = true;
  const uint32_t only = from_scene ? scene : OnlyState(view, draft->candidate.sentence, &none);
  // At a publisher's own desk: the sentence knows no other state than the story's own.
  const bool alone = !from_scene && resolver.Focus() != kNone &&
                     (none || only == resolver.Focus()) &&
                     !NamesWorldBody(view, draft->candidate.sentence);
  for (Referents* actors : {&draft->source, &draft->target}) {
    const bool acts = actors == &draft->source;
    const Referents& others = acts ? draft->target : draft->source;
    for (Referent& actor : *actors) {
      if (resolver.CountryOf(actor) != kNone) continue;
      const bool person = actor.kind == Referent::Kind::kPerson;
      if (!alone && !person && (type.symmetric || (!acts && !from_scene && !type.domestic)))
        continue;
      // Anybody may be at home who acts where a story was written.
      const bool anybody = type.domestic || (acts && from_scene && !type.symmetric);
      // Of a story about Chad in a Kenyan paper, those who are named may be of either.
      const bool named = person || !actor.phrase.valid() ||
                         view.syntax[actor.phrase].reading == Reading::kOrganization;
      // Whom they meet may be from anywhere.
      const bool own = alone && (!named || (acts && resolver.Focus() == resolver.Desk()));
      if (!MayBeAtHome(view, resolver, actor, acts, anybody, own)) continue;
      if (from_scene && SpansTwoSides(view, draft->candidate.sentence)) continue;
      const bool at_desk = !from_scene && none;
      const uint32_t home = own || at_desk ? resolver.Focus() : only;
      if (home == kNone || (!from_scene && !own && !at_desk && !acts && !person)) continue;
      // A crowd may be in strife with others of its own state.
      const bool crowd = actor.kind == Referent::Kind::kPhrase &&
                         view.syntax[actor.phrase].reading == Reading::kRole;
      const bool strife = type.domestic && (from_scene || at_desk);
      const bool others_home =
          !strife && std::any_of(others.begin(), others.end(), [&](const Referent& one) {
            return resolver.CountryOf(one) == home &&
                   (!(crowd || own) || one.kind == Referent::Kind::kCountry);
          });
      // Whom somebody from elsewhere acts on may be from anywhere.
      const bool others_abroad =
          !acts && !person && std::any_of(others.begin(), others.end(), [&](const Referent& one) {
            const uint32_t country = resolver.CountryOf(one);
            return country != kNone && country != home;
          });
      if (!others_home && !others_abroad) actor.country = home;
    }
  }
}

// "Kandahar residents"
uint32_t Homes::PlaceInside(const StoryView& view, const NounPhrase& phrase) const {
  const std::vector<LexiconHit>& hits = view.layers.lexicon_hits;
  uint32_t found = kNone;
  for (TokenIndex t = phrase.range.begin; t < phrase.head && t < phrase.range.end; ++t)
    for (uint32_t hit = view.syntax.first_hit[t]; hit < hits.size() && hits[hit].begin == t;
         ++hit) {
      const LexiconEntry& entry = rules_.lexicon.entries[hits[hit].entry.value()];
      if (entry.kind != EntryKind::kPlace) continue;
      const auto country =
          rules_.lexicon.country_by_code.find(rules_.lexicon.places[entry.index].country);
      if (country != rules_.lexicon.country_by_code.end()) found = country->second;
    }
  return found;
}

// "rebels in the north of Mali", "villagers uprooted by the fighting in Mali"
uint32_t Homes::PlaceBehind(const StoryView& view, const NounPhrase& phrase) const {
  for (FollowingPhrases next(view.syntax, phrase); next.valid(); next.Advance()) {
    const NounPhrase& behind = view.syntax[next.phrase()];
    const bool place =
        flags_.Has(next.preposition(), kPlacePreposition | kOfPreposition | kFromPreposition);
    if (place && NamesPlace(behind) && behind.country != kNone) return behind.country;
  }
  const std::vector<Item>& items = view.syntax.items;
  uint32_t at = phrase.item + 1;
  if (at >= items.size() || items[at].kind != Item::Kind::kVerbGroup) return kNone;
  const VerbGroup& verb = view.syntax.verbs[items[at].index];
  if (verb.form == VerbGroup::Form::kFinite && !verb.maybe_participle) return kNone;
  bool finite = verb.form == VerbGroup::Form::kFinite;
  uint32_t found = kNone;
  for (++at; at + 1 < items.size() && items[at].kind == Item::Kind::kPreposition &&
             items[at + 1].kind == Item::Kind::kNounPhrase;
       at += 2) {
    const NounPhrase& behind = view.syntax.phrases[items[at + 1].index];
    finite = finite && !flags_.Has(items[at].term, kByPreposition);
    if (found == kNone && flags_.Has(items[at].term, kPlacePreposition) && NamesPlace(behind))
      found = behind.country;
  }
  return finite ? kNone : found;
}

// People and bodies without a state belong to that of the place right behind them, else to that
// where it was done. What is said in a place, and where two meet, tells nothing of those from
// elsewhere.
void Homes::PlaceActors(const StoryView& view, const Resolver& resolver, const Draft& draft,
                        bool acts, Referents* actors) const {
  const EventType& type = rules_.types[draft.candidate.type.value()];
  for (Referent& actor : *actors) {
    if (actor.kind != Referent::Kind::kPhrase) continue;
    const NounPhrase& phrase = view.syntax[actor.phrase];
    if (phrase.country != kNone || phrase.organization != kNone ||
        (phrase.reading != Reading::kRole && phrase.reading != Reading::kPronoun) ||
        NamesStates(view, phrase))
      continue;
    actor.country = PlaceInside(view, phrase);
    if (actor.country == kNone) actor.country = PlaceBehind(view, phrase);
    if (actor.country == kNone && draft.place.valid()) {
      const uint32_t place = view.syntax[draft.place].country;
      const bool hears = type.speech_act && !acts;
      const Referents& others = acts ? draft.target : draft.source;
      const bool elsewhere =
          (hears || type.symmetric) &&
          std::any_of(others.begin(), others.end(), [&](const Referent& one) {
            const uint32_t country = resolver.CountryOf(one);
            return type.symmetric ? country != kNone && country != place : country == place;
          });
      if (!elsewhere) actor.country = place;
    }
    if (actor.country == kNone) actor.country = PlaceOfScene(view, draft.candidate);
  }
}

void Homes::Run(const StoryView& view, const Resolver& resolver, Draft* draft) const {
  PlaceActors(view, resolver, *draft, true, &draft->source);
  PlaceActors(view, resolver, *draft, false, &draft->target);
  HomeActors(view, resolver, draft);
}

}  // namespace telex
