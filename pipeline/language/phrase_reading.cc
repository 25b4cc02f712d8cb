// What a noun phrase stands for, read off the lexicon hits and names under it.
#include "pipeline/language/sentence_chunker.h"

namespace telex {
namespace {

// What says whom or what a phrase stands for; the other kinds make up names.
constexpr KindSet kActorKinds =
    SetOf(EntryKind::kCountry, EntryKind::kCapital, EntryKind::kSeat, EntryKind::kNationality,
          EntryKind::kPeople, EntryKind::kPlace, EntryKind::kOrganization, EntryKind::kOffice,
          EntryKind::kSector);

}  // namespace

void SentenceChunker::InheritCountry(NounPhrase& phrase, const NounPhrase& from) const {
  if (phrase.country == NounPhrase::kNone && from.country != NounPhrase::kNone)
    phrase.country = from.country;
  if (phrase.organization == NounPhrase::kNone && phrase.reading == Reading::kRole &&
      from.reading == Reading::kOrganization)
    phrase.organization = from.organization;
}

// "Bali, Indonesia": the state named behind a comma, or none. "Oslo, Kenya and Peru" are a list.
uint32_t SentenceChunker::CountryBehind(const NounPhrase& phrase) const {
  const TokenIndex comma = phrase.head + 1, state = comma + 1;
  if (!(Class(comma) & kComma) || state >= end_) return NounPhrase::kNone;
  if (!(syntax_.hit_kinds[state] & SetOf(EntryKind::kCountry))) return NounPhrase::kNone;
  const std::vector<LexiconHit>& hits = layers_.lexicon_hits;
  uint32_t hit = syntax_.first_hit[state];
  while (hits[hit].kind != EntryKind::kCountry) ++hit;
  const TokenIndex next = hits[hit].end;
  const ClassSet after = next < end_ ? Class(next) : ClassSet{kStop};
  const bool closed = (after & (kStop | kSemicolon | kPreposition | kCloseQuote)) ||
                      ((after & kComma) && next + 1 < end_ && syntax_.hit_kinds[next + 1] == 0 &&
                       !(Class(next + 1) & (kCoordinator | kName)));
  return closed ? rules_.lexicon.entries[hits[hit].entry.value()].index : NounPhrase::kNone;
}

void SentenceChunker::ReadHit(const LexiconEntry& entry, bool at_head, NounPhrase& phrase) const {
  const Lexicon& lexicon = rules_.lexicon;
  switch (entry.kind) {
    case EntryKind::kCountry:
    case EntryKind::kCapital:
    case EntryKind::kSeat:
    case EntryKind::kNationality:
    case EntryKind::kPeople:
      if (phrase.country == NounPhrase::kNone) phrase.country = entry.index;
      if (!at_head) break;
      phrase.country = entry.index;
      if (entry.kind != EntryKind::kPeople && entry.kind != EntryKind::kNationality) {
        phrase.reading = Reading::kCountry;
      } else if (phrase.reading != Reading::kCountry) {  // "U.S." is both
        phrase.reading = Reading::kRole;
      }
      break;
    case EntryKind::kPlace: {
      if (!at_head) break;
      if (phrase.reading == Reading::kThing) phrase.reading = Reading::kPlace;
      const auto country_of = [&](uint32_t place) {
        const auto country = lexicon.country_by_code.find(lexicon.places[place].country);
        return country == lexicon.country_by_code.end() ? NounPhrase::kNone : country->second;
      };
      // Of several that are called so, the one in the state that is named behind, or else the last;
      // where none is in it, a place that no list has.
      const uint32_t behind = CountryBehind(phrase);
      if (behind != NounPhrase::kNone) {
        phrase.country = behind;
        if (country_of(entry.index) == behind) phrase.place = entry.index;
        break;
      }
      const uint32_t before =
          phrase.place == NounPhrase::kNone ? NounPhrase::kNone : country_of(phrase.place);
      phrase.place = entry.index;
      if (phrase.country == before || phrase.country == NounPhrase::kNone)
        phrase.country = country_of(entry.index);
      break;
    }
    case EntryKind::kOrganization: {
      if (phrase.organization == NounPhrase::kNone || at_head) phrase.organization = entry.index;
      if (at_head) phrase.reading = Reading::kOrganization;
      break;
    }
    case EntryKind::kOffice:
      if (phrase.office == NounPhrase::kNone || at_head) phrase.office = entry.index;
      if (at_head && phrase.reading == Reading::kThing) phrase.reading = Reading::kRole;
      break;
    case EntryKind::kSector:
      if (!at_head) break;
      phrase.sector = entry.index;
      phrase.inanimate = !lexicon.sectors[entry.index].people;
      if (phrase.reading == Reading::kThing) phrase.reading = Reading::kRole;
      break;
    default:
      break;
  }
}

// "the Nigeria Labour Congress" is not the congress of the lexicon, which is of another state.
void SentenceChunker::DropForeignBody(NounPhrase& phrase) const {
  if (phrase.organization == NounPhrase::kNone || phrase.country == NounPhrase::kNone ||
      phrase.reading != Reading::kOrganization)
    return;
  const std::string& of = rules_.lexicon.organizations[phrase.organization].country;
  const bool state = of.size() == 3 && of != "IGO" && of != "EUR";
  if (state && of != rules_.lexicon.countries[phrase.country].iso3)
    phrase.organization = NounPhrase::kNone;
}

void SentenceChunker::Read(NounPhrase& phrase) {
  const std::vector<LexiconHit>& hits = layers_.lexicon_hits;
  const TokenIndex after_head = phrase.head + 1;
  for (TokenIndex token = phrase.range.begin; token < after_head; ++token) {
    const Word& word = At(token);
    const ClassSet classes = Class(token);
    const uint64_t flags = flags_.Of(word.term);
    if (token == phrase.range.begin) {
      phrase.indefinite = (flags & kIndefinite) != 0;
      if (classes & kDeterminer) phrase.definite = !phrase.indefinite;
    }
    if (flags & kPairWord) phrase.number = 2;
    if ((classes & kNumber) && !word.Has(kYearLike) && word.date_value > 0 && word.date_value < 100)
      phrase.number = static_cast<uint32_t>(word.date_value);
    if (!(syntax_.hit_kinds[token] & kActorKinds)) continue;
    for (uint32_t hit = syntax_.first_hit[token]; hit < hits.size() && hits[hit].begin == token;
         ++hit)
      if (hits[hit].end <= after_head && (SetOf(hits[hit].kind) & kActorKinds))
        ReadHit(rules_.lexicon.entries[hits[hit].entry.value()], hits[hit].end == after_head,
                phrase);
  }
  DropForeignBody(phrase);
  const ClassSet head = Class(phrase.head);
  const Word& noun = At(phrase.head);
  const uint64_t flags = flags_.Of(noun.noun_lemma);
  phrase.plural = (head & kPlural) != 0;
  settlements_ = settlements_ || (flags & kSettlementNoun) != 0;
  if (syntax_.name_at[phrase.head] != Syntax::kNone) {
    phrase.reading = Reading::kPerson;
    phrase.person = syntax_.names[syntax_.name_at[phrase.head]].person;
    const StoryPerson& person = syntax_.people[phrase.person.value()];
    if (person.country != StoryPerson::kNone) phrase.country = person.country;
    phrase.definite = true;
    return;
  }
  if (phrase.reading != Reading::kThing) return;
  const bool titled =
      phrase.head > phrase.range.begin && flags_.Has(At(phrase.head - 1).noun_lemma, kThingTitle);
  phrase.content = (flags & kContentNoun) != 0;
  if (((flags | flags_.Of(noun.term)) & kCounterpartNoun) ||
      (phrase.definite && (flags & kPairNoun))) {
    phrase.reading = Reading::kRole;
  } else if ((flags & kPeopleNoun) && !(head & kName)) {
    phrase.reading = Reading::kRole;  // climbers, a nurse: people by what they are
  } else if (titled || (flags & kNamedThing)) {
    return;  // the Clean Water Act, Hurricane Otis: has a name and does nothing
  } else if (head & kName) {
    phrase.reading = (flags & kOrganizationNoun) ? Reading::kOrganization : Reading::kName;
    phrase.inanimate = noun.Has(kAllCaps);  // "A.B.", "FY24": no person's name
  } else if (head & (kDeterminer | kQuantifier | kNumber) && phrase.range.size() <= 2) {
    phrase.reading = Reading::kPronoun;  // "both", "the two", "all"
    phrase.plural = true;
    // "$5 million" is nobody's name
    phrase.inanimate =
        phrase.range.size() == 2 && (head & kNumber) && (Class(phrase.range.begin) & kNumber) != 0;
  }
}

}  // namespace telex
