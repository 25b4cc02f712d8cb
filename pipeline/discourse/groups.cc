// Groups: "both sides", "the two ministers", "the foreign ministers of Peru and Oman", "the three
// countries", "they" and who is meant by them.
#include <algorithm>

#include "pipeline/discourse/referents.h"
#include "pipeline/events/slots.h"

namespace telex {
namespace {

constexpr uint32_t kPartiesLast = 8;  // sentences for which those of an event are "both sides"
constexpr uint32_t kTheyReach = 2;    // sentences back to whom "they" means

}  // namespace

// Everybody of a phrase with its coordination.
Referents Resolver::ResolveList(NounPhraseId first, int depth) {
  Referents all;
  for (NounPhraseId member = first; member.valid(); member = view_.syntax[member].next)
    for (const Referent& one : ResolveOne(member, depth + 1)) AddOnce(&all, one);
  return all;
}

// Those who were together in the event read last, unless that is long past.
Referents Resolver::PartiesNear(TokenIndex token, uint32_t reach) const {
  const uint32_t here = quotations_.SentenceOf(token);
  return here <= parties_sentence_ + reach ? parties_ : Referents();
}

// A plural role: of several states one for each, of a number the parties, else the phrase itself.
Referents Resolver::ResolveRoles(NounPhraseId id, int depth) {
  const NounPhrase& phrase = view_.syntax[id];
  const Word& head = Head(phrase);
  const bool pair = flags_.Has(head.noun_lemma, kPairNoun);
  std::vector<uint32_t> countries = CountriesIn(phrase);
  if (countries.empty())  // "the foreign ministers of Peru and Oman"
    for (NounPhraseId of = phrase.of; of.valid(); of = view_.syntax[of].next)
      if (view_.syntax[of].reading == Reading::kCountry)
        countries.push_back(view_.syntax[of].country);
  // One for each country, where there is but one of that office: not "Iranian and Omani officials".
  const auto rank = rules_.role_words.find(head.noun_lemma);
  const bool one_each = rank == rules_.role_words.end() || rank->second.sectors.empty();
  if (countries.size() > 1 && phrase.office != kNone && !phrase.indefinite && one_each) {
    Referents all;
    for (uint32_t country : countries) {
      PersonId person = PersonOfRole(phrase, country, false, {});
      if (!person.valid()) person = PersonOfRole(phrase, country, true, {});
      AddOnce(&all, person.valid() ? PersonReferent(person, id)
                                   : Referent{Referent::Kind::kCountry, country, id});
    }
    return all;
  }
  // "French and Egyptian warships" are those of two states, as are "the governments of Peru and
  // Oman" and "the two countries of Peru and Oman".
  const bool governments = flags_.Has(head.noun_lemma, kGovernmentNoun | kCountryNoun);
  if (countries.size() > 1 && (governments || !phrase.of.valid())) {
    Referents all;
    for (uint32_t country : countries) AddOnce(&all, {Referent::Kind::kCountry, country, id});
    return all;
  }
  const bool unnamed = phrase.country == kNone && phrase.organization == kNone;
  const bool grouped = flags_.Has(head.noun_lemma, kSideNoun | kCountryNoun | kGovernmentNoun) ||
                       phrase.office != kNone;
  const bool counted =
      (phrase.number > 1 && (phrase.definite || HasBefore(phrase.range, phrase.head, kPairWord))) ||
      pair || (phrase.definite && flags_.Has(head.noun_lemma, kSideNoun));
  if (unnamed && countries.empty() && grouped && counted && phrase.number != 1 &&
      !phrase.indefinite)
    return ResolveGroup(id, depth);
  if (const NounPhraseId fuller = FullerRole(id); fuller.valid())
    return ResolveOne(fuller, depth + 1);
  return {{Referent::Kind::kPhrase, 0, id}};
}

// The countries of the nearest sentence before a phrase that has just so many, by name, nationality
// or person; else those named last: all of the last list of `number`, else one by one.
Referents Resolver::LastCountries(NounPhraseId before, uint32_t number) const {
  const Syntax& syntax = view_.syntax;
  const TokenIndex here = syntax[before].range.begin;
  const uint32_t sentence = quotations_.SentenceOf(here);
  if (number > 1) {
    for (uint32_t back = 0; back <= kSentencesBack && back <= sentence; ++back) {
      const Syntax::Extent& extent = syntax.sentences[sentence - back];
      Referents in_sentence;
      for (uint32_t p = extent.first_phrase; p < extent.last_phrase; ++p) {
        const NounPhrase& phrase = syntax.phrases[p];
        if (phrase.range.begin >= here) break;
        if (phrase.country == kNone || phrase.reading == Reading::kPlace) continue;
        AddOnce(&in_sentence, {Referent::Kind::kCountry, phrase.country, NounPhraseId(p)});
      }
      if (in_sentence.size() == number) return in_sentence;
      if (in_sentence.size() > number) break;
    }
  }
  Referents found;
  for (size_t p = before.value(), end = FarthestBack(before); p-- > end && found.size() < number;) {
    const NounPhrase& phrase = syntax.phrases[p];
    if (phrase.reading != Reading::kCountry) continue;
    // Who acts in the same clause is not "the country" that he acts on.
    if (number == 1 && phrase.position == NounPhrase::Position::kSubject &&
        phrase.clause == syntax[before].clause)
      continue;
    if (number > 1 && (phrase.first.valid() || phrase.next.valid())) {
      Referents list;
      NounPhraseId member = phrase.first.valid() ? phrase.first : NounPhraseId(p);
      for (; member.valid(); member = syntax[member].next)
        if (syntax[member].reading == Reading::kCountry)
          AddOnce(&list, {Referent::Kind::kCountry, syntax[member].country, member});
      if (list.size() == number) return list;
    }
    AddOnce(&found, {Referent::Kind::kCountry, phrase.country, NounPhraseId(p)});
  }
  std::reverse(found.begin(), found.end());
  return found.size() == number ? found : Referents();
}

// "they", "their": a plural subject before, those who were together, or any plural nearby.
Referents Resolver::ResolveThey(NounPhraseId id, int depth) {
  const Syntax& syntax = view_.syntax;
  const NounPhrase& phrase = syntax[id];
  const TokenIndex here = phrase.range.begin;
  const Quotation* const quotation = quotations_.At(here);
  // "thanked the envoys and congratulated them": an object is not its own subject.
  Referents own;
  if (!phrase.possessed.valid() && phrase.clause.valid() &&
      phrase.position != NounPhrase::Position::kSubject) {
    const NounPhraseId subject = syntax[phrase.clause].subject;
    if (subject.valid() && subject != id) own = ResolveList(subject, depth);
  }
  const auto is_own = [&](const Referents& all) {
    return std::all_of(all.begin(), all.end(), [&](const Referent& one) {
      return std::find(own.begin(), own.end(), one) != own.end();
    });
  };
  const auto stands_for = [&](const NounPhrase& earlier) {
    return earlier.plural && earlier.reading != Reading::kPronoun &&
           earlier.reading != Reading::kName && IsActor(earlier);
  };
  if (phrase.possessed.valid()) {  // "Turkish citizens … their families": the nearest in its clause
    for (size_t p = id.value(), end = FarthestBack(id);
         p-- > end && syntax.phrases[p].clause.valid();)
      if (stands_for(syntax.phrases[p])) {
        const NounPhraseId first = syntax.phrases[p].first;
        return ResolveList(first.valid() ? first : NounPhraseId(p), depth);
      }
  }
  const uint32_t sentence = quotations_.SentenceOf(here);
  for (uint32_t back = 0; back <= kSentencesBack && back <= sentence; ++back) {
    const Syntax::Extent& extent = syntax.sentences[sentence - back];
    for (uint32_t c = extent.last_clause; c-- > extent.first_clause;) {
      const Clause& clause = syntax.clauses[c];
      if (clause.relation != Clause::Relation::kMain &&
          clause.relation != Clause::Relation::kCoordinate)
        continue;
      if (!clause.subject.valid() || clause.subject == id) continue;
      const NounPhrase& subject = syntax[clause.subject];
      if (subject.range.begin >= here || subject.reading == Reading::kThing) continue;
      // "police said they"
      if (!subject.plural && !(back == 0 && HeadIsPlural(subject))) continue;
      if (quotations_.At(subject.range.begin) != quotation) continue;
      const Referents all = ResolveList(clause.subject, depth);
      if (!is_own(all)) return all;
    }
    if (back == 0 && !own.empty()) {
      for (size_t p = id.value(); p-- > extent.first_phrase;) {
        const NounPhrase& earlier = syntax.phrases[p];
        if (!stands_for(earlier) || earlier.first.valid()) continue;
        if (quotations_.At(earlier.range.begin) != quotation) continue;
        const Referents all = ResolveList(NounPhraseId(p), depth);
        if (!is_own(all)) return all;
      }
    }
    if (back != 1) continue;
    const Referents parties = PartiesNear(here, kTheyReach);
    if (parties.size() > 1 && !is_own(parties)) return parties;
  }
  const TokenIndex far =
      view_.layers.sentences[sentence > kTheyReach ? sentence - kTheyReach : 0].begin;
  for (size_t p = id.value(), end = FarthestBack(id); p-- > end;) {
    const NounPhrase& earlier = syntax.phrases[p];
    if (earlier.range.begin < far) break;
    if (!stands_for(earlier) || earlier.first.valid()) continue;
    const Referents all = ResolveList(NounPhraseId(p), depth);
    if (!is_own(all)) return all;
  }
  return {};
}

// "both sides", "the two foreign ministers", "the three countries", "they".
Referents Resolver::ResolveGroup(NounPhraseId id, int depth) {
  const Syntax& syntax = view_.syntax;
  const NounPhrase& phrase = syntax[id];
  const Word& head = Head(phrase);
  const bool pronoun = phrase.reading == Reading::kPronoun;
  const uint32_t number = phrase.number > 0 ? phrase.number : 2;
  if (!pronoun && flags_.Has(head.noun_lemma, kCountryNoun | kGovernmentNoun)) {
    Referents of_parties;
    for (const Referent& party : PartiesNear(phrase.range.begin, kTheyReach))
      if (const uint32_t country = CountryOf(party); country != kNone)
        AddOnce(&of_parties, {Referent::Kind::kCountry, country, id});
    if (of_parties.size() == number) return of_parties;
    const Referents countries = LastCountries(id, number);
    return countries.empty() ? Referents{{Referent::Kind::kPhrase, 0, id}} : countries;
  }
  if (const NounPhraseId subject = SubjectBehind(id); subject.valid()) {
    if (syntax[subject].plural) return ResolveList(subject, depth);
    // "During their meeting with Rojas, the envoy said": he, with those who are not named here.
    const Referents one = ResolveOne(subject, depth + 1);
    const Referents near = PartiesNear(phrase.range.begin, kTheyReach);
    if (pronoun && one.size() == 1 && one[0].kind == Referent::Kind::kPerson &&
        std::find(near.begin(), near.end(), one[0]) == near.end())
      return one;
  }
  if (pronoun && phrase.number == 0) return ResolveThey(id, depth);
  if (pronoun && phrase.number == 1) return {};
  const Referents parties = PartiesNear(phrase.range.begin, kPartiesLast);
  if (parties.size() == number || (phrase.number == 0 && parties.size() > 1)) return parties;
  // The nearest list of so many, else the people named last.
  const bool persons = phrase.office != kNone;
  const uint32_t sentence = quotations_.SentenceOf(phrase.range.begin);
  const TokenIndex far =
      view_.layers.sentences[sentence > kPartiesLast ? sentence - kPartiesLast : 0].begin;
  Referents people;
  for (size_t p = id.value(), end = FarthestBack(id); p-- > end && people.size() < number;) {
    const NounPhrase& earlier = syntax.phrases[p];
    if (earlier.range.begin < far) break;
    const bool list = earlier.next.valid() && !earlier.first.valid() && IsActor(earlier) &&
                      (!persons || earlier.reading == Reading::kPerson);
    if (list && people.empty()) {
      const Referents all = ResolveList(NounPhraseId(p), depth);
      if (all.size() == number) return all;
    }
    if (earlier.reading == Reading::kPerson)
      AddOnce(&people, PersonReferent(earlier.person, NounPhraseId(p)));
  }
  std::reverse(people.begin(), people.end());
  if (people.size() == number) return people;
  if (pronoun) return {};
  // "the two sides" of two states that were named, if nobody else was.
  if (flags_.Has(head.noun_lemma, kSideNoun) && !persons)
    if (const Referents states = LastCountries(id, number); !states.empty()) return states;
  return {{Referent::Kind::kPhrase, 0, id}};
}

}  // namespace telex
