// What phrases name a place: listed ones, and those that their words show to be one.

#include "pipeline/discourse/place_finder.h"
#include "pipeline/events/slots.h"

namespace telex {
namespace {

constexpr TokenIndex kLongestName = 4;  // words

}  // namespace

// "Kutum town", "the Fataki camp", "Tallinn harbor", "the Naval Observatory": known by its kind.
bool PlaceFinder::IsUnknownPlace(const StoryView& view, NounPhraseId id) const {
  const NounPhrase& phrase = view.syntax[id];
  const TermId noun = view.At(phrase.head).noun_lemma;
  const bool site = sites_.count(noun) != 0;
  const bool capital = view.At(phrase.head).Has(kCapital);
  if (!flags_.Has(noun, kSettlementNoun) && !site) return false;
  if (phrase.plural && !(site && capital)) return false;
  if (phrase.head == phrase.range.begin || phrase.head >= phrase.range.end) return false;
  const Word& name = view.At(phrase.head - 1);
  if (!name.Has(kCapital) || name.Is(kNumber)) return false;
  if (capital) return true;
  const KindSet kinds = view.syntax.hit_kinds[phrase.head - 1];
  return !name.Is(kAdjective) && (kinds == 0 || (site && (kinds & SetOf(EntryKind::kPlace))));
}

// An island, a pass, a square by its own name: what one is on, along or off.
bool PlaceFinder::IsLand(const StoryView& view, NounPhraseId id) const {
  const NounPhrase& phrase = view.syntax[id];
  const TokenIndex last = phrase.range.end - 1;  // of a listed name the head may be its first word
  return view.At(last).Has(kCapital) && land_nouns_.count(view.At(last).noun_lemma) != 0 &&
         (phrase.reading == Reading::kPlace || IsUnknownPlace(view, id));
}

// "the center of Tbilisi", "the outskirts of Goma"
NounPhraseId PlaceFinder::WholeOf(const StoryView& view, NounPhraseId id) const {
  const NounPhrase& phrase = view.syntax[id];
  const bool part = phrase.of.valid() && parts_.count(view.At(phrase.head).noun_lemma) != 0 &&
                    (view.syntax[phrase.of].reading == Reading::kPlace ||
                     view.syntax[phrase.of].reading == Reading::kCountry);
  return part ? phrase.of : NounPhraseId();
}

// A name of which nothing is known: no word of any rule.
bool PlaceFinder::IsUnknownName(const StoryView& view, NounPhraseId id) const {
  const NounPhrase& name = view.syntax[id];
  const Word& head = view.At(name.head);
  return name.reading == Reading::kName && !name.next.valid() &&
         name.range.size() <= kLongestName && view.At(name.range.begin).Has(kCapital) &&
         !head.noun_lemma.valid() && !head.verb_lemma.valid();
}

// "the town of Kutum": its name.
NounPhraseId PlaceFinder::TownIn(const StoryView& view, NounPhraseId id) const {
  const NounPhrase& phrase = view.syntax[id];
  const bool town =
      phrase.of.valid() && !phrase.plural &&
      flags_.Has(view.At(phrase.head).noun_lemma, kSettlementNoun) &&
      (IsUnknownName(view, phrase.of) || view.syntax[phrase.of].reading == Reading::kPlace ||
       view.syntax[phrase.of].reading == Reading::kName);
  return town ? phrase.of : NounPhraseId();
}

// The phrase that names the place where `preposition` and `phrase` say one. Of towns that no list
// knows the noun before their name tells ("the town of Kutum"), or, where something was done, that
// it was done in them.
NounPhraseId PlaceFinder::NamedBy(const StoryView& view, const Candidate& candidate,
                                  TermId preposition, NounPhraseId id) const {
  if (flags_.Has(preposition, kPlacePreposition | kAdjunctPreposition))
    if (const NounPhraseId whole = WholeOf(view, id); whole.valid()) return whole;
  // "on Rathlin Island", "along the Khyber Pass"
  if (lands_.count(preposition) != 0 && IsLand(view, id)) return id;
  if (!flags_.Has(preposition, kPlacePreposition)) return NounPhraseId();
  const NounPhrase& phrase = view.syntax[id];
  if (Accepts(SlotKind::kPlace, phrase) && phrase.reading != Reading::kRole) return id;
  if (const NounPhraseId town = TownIn(view, id); town.valid()) return town;
  if (IsUnknownPlace(view, id)) return id;
  if (phrase.possessor.valid() && (view.syntax[phrase.possessor].reading == Reading::kPlace ||
                                   view.syntax[phrase.possessor].place != NounPhrase::kNone))
    return phrase.possessor;  // "at Oslo's airport"
  return !IsSpeechAct(candidate) && IsUnknownName(view, id) ? id : NounPhraseId();
}

// A place that only its kind tells: a town that it is said to be in says more.
bool PlaceFinder::IsSite(const StoryView& view, NounPhraseId id) const {
  const NounPhrase& phrase = view.syntax[id];
  return phrase.place == NounPhrase::kNone &&
         (phrase.reading == Reading::kThing || phrase.reading == Reading::kName) &&
         sites_.count(view.At(phrase.head).noun_lemma) != 0;
}

}  // namespace telex
