// Roles and groups: "the Turkish minister", "his counterpart", "both sides", "the three countries",
// "they".
#include <algorithm>
#include <string_view>

#include "pipeline/discourse/referents.h"
#include "pipeline/events/slots.h"

namespace telex {
namespace {

constexpr size_t kMentionsAround = 500;  // how far a role looks for its holder, each way

}  // namespace

// True where what the phrase calls the person is an office the person is known to hold: the same; a
// part of it
// ("minister" of "Foreign Minister") or a fuller form; a word for people of that sector ("lawmaker"
// of a speaker of parliament); or a general word for people of rank ("diplomat").
bool Resolver::HoldsOffice(const StoryPerson& person, const NounPhrase& phrase) const {
  const Lexicon& lexicon = rules_.lexicon;
  if (phrase.office != kNone && phrase.office == person.office) return true;
  if (person.office == StoryPerson::kNone && person.title.empty()) return false;
  if (flags_.Has(Head(phrase).noun_lemma, kPersonNoun)) return true;
  if (phrase.office == kNone) {
    return phrase.sector != kNone && person.office != StoryPerson::kNone &&
           lexicon.sectors[phrase.sector].people &&
           lexicon.sectors[phrase.sector].code == lexicon.offices[person.office].sector &&
           lexicon.sectors[phrase.sector].code != "GOV";
  }
  if (person.office == StoryPerson::kNone) return false;
  const auto last_word = [](std::string_view name) { return name.substr(name.rfind(' ') + 1); };
  const std::string_view asked = lexicon.offices[phrase.office].name,
                         held = lexicon.offices[person.office].name;
  const bool general = asked == last_word(asked) || held == last_word(held);
  return general && last_word(asked) == last_word(held);
}

// The person whom a role phrase means: of that country and office; the one named last before it,
// else (with `later`) the first one named after it.
PersonId Resolver::PersonOfRole(const NounPhrase& phrase, uint32_t country, bool later) const {
  const auto fits = [&](const NameMention& mention) {
    const StoryPerson& person = view_.syntax.people[mention.person.value()];
    return (country == kNone || person.country == country) && HoldsOffice(person, phrase);
  };
  const auto here =
      std::lower_bound(mentions_.begin(), mentions_.end(), phrase.range.begin,
                       [](const NameMention& a, TokenIndex b) { return a.range.begin < b; });
  size_t tried = 0;
  if (later) {
    for (auto mention = here; mention != mentions_.end() && tried++ < kMentionsAround; ++mention)
      if (mention->range.begin != phrase.range.begin && fits(*mention)) return mention->person;
  } else {
    for (auto mention = here; mention != mentions_.begin() && tried++ < kMentionsAround;)
      if (fits(*--mention)) return mention->person;
  }
  return PersonId();
}

Referents Resolver::ResolveCounterpart(NounPhraseId id, int depth) {
  const NounPhrase& phrase = view_.syntax[id];
  Referents holder;
  if (phrase.possessor.valid()) holder = ResolveOne(phrase.possessor, depth + 1);
  const StoryPerson* own = !holder.empty() && holder[0].kind == Referent::Kind::kPerson
                               ? &view_.syntax.people[holder[0].index]
                               : nullptr;
  PersonId best;
  for (int pass = 0; pass < 2 && !best.valid(); ++pass) {  // with the same office first
    for (size_t p = 0; p < view_.syntax.people.size(); ++p) {
      const StoryPerson& person = view_.syntax.people[p];
      if (&person == own || phrase.country == kNone || person.country != phrase.country) continue;
      if (pass == 0 && (!own || own->office != person.office)) continue;
      if (!best.valid()) best = PersonId(p);
    }
  }
  if (best.valid()) return {PersonReferent(best, id)};
  return {{Referent::Kind::kPhrase, 0, id}};
}

Referents Resolver::ResolveRole(NounPhraseId id, int depth) {
  const NounPhrase& phrase = view_.syntax[id];
  const Word& head = Head(phrase);
  if (flags_.Has(head.noun_lemma, kCounterpartNoun) || flags_.Has(head.term, kCounterpartNoun))
    return ResolveCounterpart(id, depth);
  const std::vector<uint32_t> countries = CountriesIn(phrase);
  if (phrase.plural) {
    // "the Iranian and Qatari foreign ministers": one for each country.
    if (countries.size() > 1) {
      Referents all;
      for (uint32_t country : countries) {
        PersonId person = PersonOfRole(phrase, country, false);
        if (!person.valid()) person = PersonOfRole(phrase, country, true);
        AddOnce(&all, person.valid() ? PersonReferent(person, id)
                                     : Referent{Referent::Kind::kCountry, country, id});
      }
      return all;
    }
    const bool unnamed = phrase.country == kNone && phrase.organization == kNone;
    const bool grouped =
        flags_.Has(head.noun_lemma, kSideNoun | kCountryNoun) || phrase.office != kNone;
    if (unnamed && grouped &&
        (phrase.number > 0 || (phrase.definite && flags_.Has(head.noun_lemma, kSideNoun))))
      return ResolveGroup(id, depth);
    return {{Referent::Kind::kPhrase, 0, id}};
  }
  if (phrase.definite && phrase.country == kNone && !phrase.possessor.valid() &&
      flags_.Has(head.noun_lemma, kOrganizationNoun) &&
      phrase.range.size() <= 2) {  // "the agency": the body named last
    for (size_t p = id.value(), end = FarthestBack(id); p-- > end;)
      if (view_.syntax.phrases[p].reading == Reading::kOrganization)
        return ResolveOne(NounPhraseId(p), depth + 1);
  }
  if (flags_.Has(head.noun_lemma, kGovernmentNoun) && phrase.country != kNone)
    return {{Referent::Kind::kCountry, phrase.country, id}};
  if (flags_.Has(head.noun_lemma, kCountryNoun)) {  // "his country", "the country"
    if (phrase.possessor.valid()) {
      const Referents owner = ResolveOne(phrase.possessor, depth + 1);
      if (!owner.empty())
        if (const uint32_t country = CountryOf(owner[0]); country != kNone)
          return {{Referent::Kind::kCountry, country, id}};
    } else if (phrase.definite && countries.empty()) {
      const Referents last = LastCountries(id, 1);
      if (!last.empty()) return last;
    }
    return {{Referent::Kind::kPhrase, 0, id}};
  }
  if (!phrase.indefinite && (phrase.definite || phrase.country != kNone)) {
    uint32_t country = phrase.country;
    if (country == kNone && phrase.possessor.valid()) {
      const Referents owner = ResolveOne(phrase.possessor, depth + 1);
      if (!owner.empty()) country = CountryOf(owner[0]);
    }
    PersonId person = PersonOfRole(phrase, country, false);
    if (!person.valid() && country != kNone) person = PersonOfRole(phrase, country, true);
    if (person.valid()) return {PersonReferent(person, id)};
  }
  return {{Referent::Kind::kPhrase, 0, id}};
}

// The countries named last before a phrase: all of the last list of `number`, else one by one.
Referents Resolver::LastCountries(NounPhraseId before, uint32_t number) const {
  Referents found;
  for (size_t p = before.value(), end = FarthestBack(before); p-- > end && found.size() < number;) {
    const NounPhrase& phrase = view_.syntax.phrases[p];
    if (phrase.reading != Reading::kCountry) continue;
    if (number > 1 && (phrase.first.valid() || phrase.next.valid())) {
      Referents list;
      NounPhraseId member = phrase.first.valid() ? phrase.first : NounPhraseId(p);
      for (; member.valid(); member = view_.syntax[member].next)
        if (view_.syntax[member].reading == Reading::kCountry)
          AddOnce(&list, {Referent::Kind::kCountry, view_.syntax[member].country, member});
      if (list.size() == number) return list;
    }
    AddOnce(&found, {Referent::Kind::kCountry, phrase.country, NounPhraseId(p)});
  }
  std::reverse(found.begin(), found.end());
  return found.size() == number ? found : Referents();
}

// "both sides", "the two foreign ministers", "the three countries", "they".
Referents Resolver::ResolveGroup(NounPhraseId id, int depth) {
  const Syntax& syntax = view_.syntax;
  const NounPhrase& phrase = syntax[id];
  const Word& head = Head(phrase);
  const bool pronoun = phrase.reading == Reading::kPronoun;
  const uint32_t number = phrase.number > 0 ? phrase.number : 2;
  if (!pronoun && flags_.Has(head.noun_lemma, kCountryNoun)) {
    const Referents countries = LastCountries(id, number);
    if (!countries.empty()) return countries;
    Referents of_parties;
    for (const Referent& party : parties_)
      if (const uint32_t country = CountryOf(party); country != kNone)
        AddOnce(&of_parties, {Referent::Kind::kCountry, country, id});
    return of_parties.size() == number ? of_parties : Referents{{Referent::Kind::kPhrase, 0, id}};
  }
  if (const NounPhraseId subject = SubjectBehind(id); subject.valid() && syntax[subject].plural) {
    Referents ahead;
    for (NounPhraseId member = subject; member.valid(); member = syntax[member].next)
      for (const Referent& one : ResolveOne(member, depth + 1)) AddOnce(&ahead, one);
    return ahead;
  }
  if (phrase.possessed
          .valid()) {  // "Turkish citizens … their families": the nearest plural of the sentence
    for (size_t p = id.value(), end = FarthestBack(id);
         p-- > end && syntax.phrases[p].clause.valid();) {
      const NounPhrase& earlier = syntax.phrases[p];
      if (!earlier.plural || !IsActor(earlier) || earlier.reading == Reading::kPronoun) continue;
      const NounPhraseId first = earlier.first.valid() ? earlier.first : NounPhraseId(p);
      Referents all;
      for (NounPhraseId member = first; member.valid(); member = syntax[member].next)
        for (const Referent& one : ResolveOne(member, depth + 1)) AddOnce(&all, one);
      return all;
    }
  }
  if (pronoun && phrase.number == 0) {  // "they": a plural subject before
    const uint32_t sentence = SentenceOf(phrase.range.begin);
    const uint32_t last = syntax.sentences[sentence].last_clause;
    for (size_t c = last, end = last > kPhrasesBack ? last - kPhrasesBack : 0; c-- > end;) {
      const Clause& clause = syntax.clauses[c];
      if (clause.sentence + kSentencesBack < sentence) break;
      if (clause.relation != Clause::Relation::kMain &&
          clause.relation != Clause::Relation::kCoordinate)
        continue;
      if (!clause.subject.valid() || syntax[clause.subject].range.begin >= phrase.range.begin)
        continue;
      if (!syntax[clause.subject].plural || syntax[clause.subject].reading == Reading::kThing)
        continue;
      if (clause.subject == id) continue;
      Referents all;
      for (NounPhraseId member = clause.subject; member.valid(); member = syntax[member].next)
        for (const Referent& one : ResolveOne(member, depth + 1)) AddOnce(&all, one);
      if (!all.empty()) return all;
    }
  }
  if (parties_.size() == number || (phrase.number == 0 && parties_.size() > 1)) return parties_;
  Referents people;
  for (size_t p = id.value(), end = FarthestBack(id); p-- > end && people.size() < number;) {
    const NounPhrase& earlier = syntax.phrases[p];
    if (earlier.reading == Reading::kPerson)
      AddOnce(&people, PersonReferent(earlier.person, NounPhraseId(p)));
  }
  std::reverse(people.begin(), people.end());
  if (people.size() == number) return people;
  if (pronoun) return {};
  return {{Referent::Kind::kPhrase, 0, id}};
}

}  // namespace telex
