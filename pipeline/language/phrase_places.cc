// Places that a common noun names with the help of what stands beside it: "the port city of
// Mombasa", "the Kenyan capital, Nairobi", "Kenya's capital".
#include "pipeline/language/sentence_chunker.h"

namespace telex {
namespace {

constexpr TokenIndex kLongestPlaceName = 4;

}  // namespace

void SentenceChunker::BecomePlace(uint32_t place, NounPhrase& phrase) const {
  phrase.place = place;
  // A capital is its state as well, as its name is.
  const bool capital = flags_.Has(At(phrase.head).noun_lemma, kCapitalNoun);
  phrase.reading = capital ? Reading::kCountry : Reading::kPlace;
  const auto country = rules_.lexicon.country_by_code.find(rules_.lexicon.places[place].country);
  if (country != rules_.lexicon.country_by_code.end()) phrase.country = country->second;
}

// "Ankara" is one, for "Armenia" (which is a town of Colombia as well) see its state.
bool SentenceChunker::IsOwnPlace(const NounPhrase& phrase) const {
  if (phrase.place == NounPhrase::kNone) return false;
  const Lexicon& lexicon = rules_.lexicon;
  return phrase.reading != Reading::kCountry ||
         lexicon.places[phrase.place].country == lexicon.countries[phrase.country].iso3;
}

// "northern Hebei province": the place whose name ends right before the noun.
uint32_t SentenceChunker::PlaceBefore(const NounPhrase& phrase) const {
  const std::vector<LexiconHit>& hits = layers_.lexicon_hits;
  for (TokenIndex token = phrase.range.begin; token < phrase.head; ++token)
    for (uint32_t hit = syntax_.first_hit[token]; hit < hits.size() && hits[hit].begin == token;
         ++hit)
      if (hits[hit].kind == EntryKind::kPlace && hits[hit].end == phrase.head &&
          !At(token).Has(kAllCaps))
        return rules_.lexicon.entries[hits[hit].entry.value()].index;
  return NounPhrase::kNone;
}

// A capital without its name is that of its state: before it, behind "of", or as its possessor.
void SentenceChunker::LinkPlaces(uint32_t first_item) {
  const std::vector<Item>& items = syntax_.items;
  const auto phrase_at = [&](size_t item) -> const NounPhrase* {
    return item < items.size() && items[item].kind == Item::Kind::kNounPhrase
               ? &syntax_.phrases[items[item].index]
               : nullptr;
  };
  for (size_t i = first_item; i < items.size(); ++i) {
    if (items[i].kind != Item::Kind::kNounPhrase) continue;
    NounPhrase& phrase = syntax_.phrases[items[i].index];
    const TermId noun = At(phrase.head).noun_lemma;
    const bool open = phrase.reading == Reading::kThing || phrase.reading == Reading::kRole ||
                      phrase.reading == Reading::kName;
    if (!open || phrase.plural || !flags_.Has(noun, kSettlementNoun)) continue;
    if (phrase.of.valid() && IsOwnPlace(syntax_[phrase.of])) {
      BecomePlace(syntax_[phrase.of].place, phrase);
      continue;
    }
    if (const uint32_t named = PlaceBefore(phrase);
        named != NounPhrase::kNone && !phrase.of.valid()) {
      BecomePlace(named, phrase);
      continue;
    }
    const size_t comma = NextItem(i);
    if (comma < items.size() && items[comma].kind == Item::Kind::kComma) {
      const NounPhrase* name = phrase_at(NextItem(comma));
      if (name != nullptr && IsOwnPlace(*name) && name->range.size() <= kLongestPlaceName) {
        BecomePlace(name->place, phrase);
        continue;
      }
    }
    if (!flags_.Has(noun, kCapitalNoun) || !phrase.definite) continue;
    if (phrase.country == NounPhrase::kNone) continue;
    const uint32_t capital = rules_.lexicon.countries[phrase.country].capital_place;
    if (capital != Country::kNone) BecomePlace(capital, phrase);
  }
}

}  // namespace telex
