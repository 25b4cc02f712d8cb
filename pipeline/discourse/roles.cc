// Roles: "the Turkish minister", "his counterpart", "the envoy", "the agency", "the country" and
// who is meant by them.
//
// A role means whoever holds that office: the person named last before it, of the state and the
// body that the role names; with a state, also the one named first after it. Nobody who acts in the
// same clause is meant, and of two in one sentence the subject. Else the phrase stands for itself.
#include <algorithm>
#include <string_view>

#include "pipeline/discourse/referents.h"
#include "pipeline/events/slots.h"

namespace telex {
namespace {

constexpr size_t kMentionsAround = 500;  // how far a role looks for its holder, each way

template <class List, class Value>
bool Contains(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

// How well an office that the person is known to hold is what the phrase calls him: 0 not at all; 2
// where it is the same, or the highest of those that the word stands for ("the top diplomat"); 1
// where it is one of them, a part of it ("minister" of "Foreign Minister") or a fuller form.
int Resolver::HoldsOffice(const StoryPerson& person, const NounPhrase& phrase) const {
  const Lexicon& lexicon = rules_.lexicon;
  if (phrase.office != kNone && phrase.office == person.office) return 2;
  const auto role = rules_.role_words.find(Head(phrase).noun_lemma);
  // "the supreme leader", the highest of the leaders, is no president.
  const bool other = role != rules_.role_words.end() && IsExact(phrase) &&
                     person.office != StoryPerson::kNone && !role->second.offices.empty() &&
                     role->second.offices.front() == phrase.office;
  if (role != rules_.role_words.end() && !other) {
    const RoleWord& word = role->second;
    for (TokenIndex t = person.title.begin; t < person.title.end; ++t)
      if (word.titles.count(view_.At(t).term) != 0) return 2;
    for (TokenIndex t = person.name.begin; t-- > 0 && person.name.begin - t <= 3;)
      if (view_.At(t).term.valid() && word.titles.count(view_.At(t).term) != 0) return 2;
    if (person.office != StoryPerson::kNone) {
      const auto office = std::find(word.offices.begin(), word.offices.end(), person.office);
      if (office != word.offices.end()) return office == word.offices.begin() ? 2 : 1;
      if (Contains(word.sectors, lexicon.offices[person.office].sector)) return 1;
    }
  }
  const auto last_word = [](std::string_view name) { return name.substr(name.rfind(' ') + 1); };
  if (person.office == StoryPerson::kNone) {
    // An office that no list has: "the minister" of "Minister of Refugees".
    if (phrase.office != kNone &&
        lexicon.offices[phrase.office].name.find(' ') != std::string::npos)
      return 0;
    for (TokenIndex t = person.title.begin; t < person.title.end; ++t)
      if (Head(phrase).noun_lemma.valid() && view_.At(t).noun_lemma == Head(phrase).noun_lemma)
        return 1;
    return 0;
  }
  if (phrase.office == kNone) {
    const bool sector =
        role == rules_.role_words.end() && phrase.sector != kNone &&
        lexicon.sectors[phrase.sector].people &&
        lexicon.sectors[phrase.sector].code == lexicon.offices[person.office].sector &&
        lexicon.sectors[phrase.sector].code != "GOV";
    return sector ? 1 : 0;
  }
  const std::string_view asked = lexicon.offices[phrase.office].name,
                         held = lexicon.offices[person.office].name;
  if (StartsWithModifier(asked) || StartsWithModifier(held)) return 0;  // a vice president is none
  const bool general = asked == last_word(asked) || held == last_word(held);
  return general && last_word(asked) == last_word(held) ? 1 : 0;
}

// An office written in several words: "the supreme leader", not "the envoy".
bool Resolver::IsExact(const NounPhrase& phrase) const {
  if (phrase.office == kNone) return false;
  const TokenIndex article = (view_.syntax.classes[phrase.range.begin] & kDeterminer) ? 1 : 0;
  return phrase.head > phrase.range.begin + article &&
         rules_.lexicon.offices[phrase.office].name.find(' ') != std::string::npos;
}

// "Vice President", "Deputy Foreign Minister".
bool Resolver::StartsWithModifier(std::string_view office) const {
  const std::string_view first = office.substr(0, office.find(' '));
  if (first.size() == office.size()) return false;
  const std::vector<std::string>& modifiers = rules_.lexicon.office_modifiers;
  const auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
  return std::any_of(modifiers.begin(), modifiers.end(), [&](const std::string& modifier) {
    return std::equal(first.begin(), first.end(), modifier.begin(), modifier.end(), same);
  });
}

bool Resolver::MayMean(const Referent& role, const Referent& person) const {
  if (role.kind != Referent::Kind::kPhrase || person.kind != Referent::Kind::kPerson) return false;
  const NounPhrase& phrase = view_.syntax[role.phrase];
  const StoryPerson& holder = view_.syntax.people[person.index];
  if (phrase.reading != Reading::kRole) return false;
  // Several of no state are those named one by one; several of one state are others than their
  // head.
  if (HeadIsPlural(phrase))
    return phrase.country == kNone && (flags_.Has(Head(phrase).noun_lemma, kCounterpartNoun) ||
                                       HoldsOffice(holder, phrase) == 2);
  return phrase.country != kNone && phrase.country == holder.country &&
         HoldsOffice(holder, phrase) > 0;
}

bool Resolver::HasBefore(TokenRange range, TokenIndex head, uint64_t flag) const {
  for (TokenIndex t = range.begin; t < head && t < range.end; ++t)
    if (flags_.Has(view_.At(t).term, flag)) return true;
  return false;
}

PersonId Resolver::PersonOfRole(const NounPhrase& phrase, uint32_t country, bool later,
                                const Referents& not_these) const {
  const bool former = HasBefore(phrase.range, phrase.head, kFormerModifier);
  const auto fits = [&](const NameMention& mention) {
    const StoryPerson& person = view_.syntax.people[mention.person.value()];
    if (country != kNone && person.country != country) return 0;
    if (phrase.organization != kNone && person.organization != StoryPerson::kNone &&
        phrase.organization != person.organization)
      return 0;
    if (Contains(not_these, PersonReferent(mention.person, NounPhraseId()))) return 0;
    if (HasBefore(person.title, person.title.end, kFormerModifier) != former) return 0;
    return HoldsOffice(person, phrase);
  };
  const auto here =
      std::lower_bound(mentions_.begin(), mentions_.end(), phrase.range.begin,
                       [](const NameMention& a, TokenIndex b) { return a.range.begin < b; });
  // "the supreme leader" is he, and not the president named last; "the minister" is any.
  const bool top = HasRank(phrase) || IsExact(phrase);
  for (const int least : {2, 1}) {
    if (least == 2 && !top) continue;  // else the nearest is as good as the highest
    size_t tried = 0;
    if (later) {
      for (auto mention = here; mention != mentions_.end() && tried++ < kMentionsAround; ++mention)
        if (mention->range.begin != phrase.range.begin && fits(*mention) >= least)
          return mention->person;
      continue;
    }
    PersonId found;
    uint32_t sentence = 0;
    for (auto mention = here; mention != mentions_.begin() && tried++ < kMentionsAround;) {
      --mention;
      const uint32_t at = quotations_.SentenceOf(mention->range.begin);
      if (found.valid() && at != sentence) break;
      if (fits(*mention) < least) continue;
      const uint32_t named = view_.syntax.phrase_at[mention->range.begin];
      const bool subject = named != Syntax::kNone &&
                           view_.syntax.phrases[named].position == NounPhrase::Position::kSubject;
      if (!found.valid() || subject) found = mention->person;
      sentence = at;
    }
    if (found.valid()) return found;
  }
  return PersonId();
}

// "the top diplomat", "the chief negotiator"
bool Resolver::HasRank(const NounPhrase& phrase) const {
  const TermSet& ranks = rules_.List("top_ranks");
  for (TokenIndex t = phrase.range.begin; t < phrase.head; ++t)
    if (view_.At(t).term.valid() && ranks.count(view_.At(t).term) != 0) return true;
  return false;
}

// Somebody of the same office in another state; where no state is named, the other one of the two
// who were together.
Referents Resolver::ResolveCounterpart(NounPhraseId id, int depth) {
  const NounPhrase& phrase = view_.syntax[id];
  Referents holder;
  if (phrase.possessor.valid()) holder = ResolveOne(phrase.possessor, depth + 1);
  const bool one = holder.size() == 1 && holder[0].kind == Referent::Kind::kPerson;
  const StoryPerson* own = one ? &view_.syntax.people[holder[0].index] : nullptr;
  const auto find = [&](uint32_t country) {
    PersonId unknown;  // of no known office
    for (size_t p = 0; p < view_.syntax.people.size(); ++p) {
      const StoryPerson& person = view_.syntax.people[p];
      if (&person == own || person.country != country) continue;
      if (own && own->office == person.office) return PersonId(p);
      const bool open =
          !own || own->office == StoryPerson::kNone || person.office == StoryPerson::kNone;
      if (open && !unknown.valid()) unknown = PersonId(p);
    }
    return unknown;
  };
  std::vector<uint32_t> countries = CountriesIn(phrase);
  if (countries.empty() && phrase.country != kNone) countries.push_back(phrase.country);
  Referents all;
  if (countries.size() > 1 || (countries.size() == 1 && !HeadIsPlural(phrase))) {
    for (const uint32_t country : countries) {
      const PersonId person = find(country);
      if (person.valid()) {
        AddOnce(&all, PersonReferent(person, id));
      } else if (countries.size() > 1) {
        AddOnce(&all, {Referent::Kind::kCountry, country, id});
      }
    }
  } else if (countries.empty() && !HeadIsPlural(phrase) && one && parties_.size() == 2) {
    for (const Referent& party : parties_)
      if (!(party == holder[0]) && (parties_[0] == holder[0] || parties_[1] == holder[0]))
        all.push_back(party);
  }
  // … also where the story does not tell of which state he is
  if (all.empty() && countries.size() == 1 && !HeadIsPlural(phrase) && one && parties_.size() == 2)
    for (const Referent& party : parties_)
      if (party.kind == Referent::Kind::kPerson && !(party == holder[0]) &&
          (parties_[0] == holder[0] || parties_[1] == holder[0]) &&
          view_.syntax.people[party.index].country == StoryPerson::kNone &&
          view_.syntax.people[party.index].organization == StoryPerson::kNone &&
          view_.syntax.people[party.index].listed == StoryPerson::kNone)
        all.push_back(party);
  return all.empty() ? Referents{{Referent::Kind::kPhrase, 0, id}} : all;
}

// "the agency", "the group": the body named last whose name has the word, else one of that kind.
Referents Resolver::ResolveBody(NounPhraseId id, int depth) {
  const NounPhrase& phrase = view_.syntax[id];
  const TermId word = Head(phrase).noun_lemma;
  const auto kind = rules_.body_words.find(word);
  Referents of_kind;
  for (size_t p = id.value(), end = FarthestBack(id); p-- > end;) {
    const NounPhrase& earlier = view_.syntax.phrases[p];
    if (earlier.reading != Reading::kOrganization) continue;
    if (Head(earlier).noun_lemma == word || NamedWith(earlier, word))
      return ResolveOne(NounPhraseId(p), depth + 1);
    if (!of_kind.empty() || kind == rules_.body_words.end()) continue;
    const bool fits =
        earlier.organization != kNone &&
        Contains(kind->second.sectors, rules_.lexicon.organizations[earlier.organization].sector);
    if (fits) of_kind = ResolveOne(NounPhraseId(p), depth + 1);
  }
  return of_kind;
}

// Whether the listed name of a body has the word: "agency" of the IAEA.
bool Resolver::NamedWith(const NounPhrase& body, TermId word) const {
  if (body.organization == kNone || !word.valid()) return false;
  const std::string_view name = rules_.lexicon.organizations[body.organization].name;
  const std::string_view wanted = rules_.vocabulary.text(word);
  const auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
  const auto at = std::search(name.begin(), name.end(), wanted.begin(), wanted.end(), same);
  return at != name.end() && (at == name.begin() || *(at - 1) == ' ');
}

// "his country", "our nation", "the country".
Referents Resolver::ResolveCountry(NounPhraseId id, int depth) {
  const NounPhrase& phrase = view_.syntax[id];
  // "the island nation of Fiji"
  if (phrase.of.valid() && view_.syntax[phrase.of].reading == Reading::kCountry)
    return ResolveOne(phrase.of, depth + 1);
  if (phrase.possessor.valid()) {
    const Referents owner = ResolveOne(phrase.possessor, depth + 1);
    if (!owner.empty())
      if (const uint32_t country = CountryOf(owner[0]); country != kNone)
        return {{Referent::Kind::kCountry, country, id}};
  } else if (phrase.definite && CountriesIn(phrase).empty()) {
    const Referents last = LastCountries(id, 1);
    if (!last.empty()) return last;
  }
  return {{Referent::Kind::kPhrase, 0, id}};
}

// "met Mircea Lupu … the Moldovan leader": the one person named in this sentence or the one before
// of whom the story tells no state.
PersonId Resolver::OnlyStranger(NounPhraseId id, const Referents& not_these) const {
  const NounPhrase& phrase = view_.syntax[id];
  if (!IsSomebodysRole(phrase) || phrase.inanimate || phrase.possessor.valid() ||
      phrase.of.valid() || phrase.organization != kNone || !phrase.definite)
    return PersonId();
  const uint32_t here = quotations_.SentenceOf(phrase.range.begin);
  PersonId only;
  auto mention =
      std::lower_bound(mentions_.begin(), mentions_.end(), phrase.range.begin,
                       [](const NameMention& a, TokenIndex b) { return a.range.begin < b; });
  while (mention != mentions_.begin()) {
    --mention;
    if (quotations_.SentenceOf(mention->range.begin) + 1 < here) break;
    const StoryPerson& person = view_.syntax.people[mention->person.value()];
    if (person.country != StoryPerson::kNone || person.organization != StoryPerson::kNone ||
        person.office != StoryPerson::kNone || !person.title.empty() ||
        person.listed != StoryPerson::kNone || person.words.size() < 2 || mention->person == only ||
        Contains(not_these, PersonReferent(mention->person, NounPhraseId())))
      continue;
    if (only.valid()) return PersonId();
    only = mention->person;
  }
  return only;
}

// "In talks with President Petrov, the minister said": not the president.
Referents Resolver::PartnersInFront(const Clause& clause) const {
  Referents people;
  for (const Complement& complement : clause.complements)
    if (view_.syntax[complement.phrase].range.end <= clause.verb.range.begin &&
        flags_.Has(complement.preposition, kPartnerPreposition))
      if (const PersonId person = view_.syntax[complement.phrase].person; person.valid())
        people.push_back(PersonReferent(person, complement.phrase));
  return people;
}

Referents Resolver::ResolveRole(NounPhraseId id, int depth) {
  const NounPhrase& phrase = view_.syntax[id];
  if (const PersonId named = NamedBehind(id); named.valid()) {
    Referent person = PersonReferent(named, id);
    person.country = phrase.country;
    return {person};
  }
  if (const PersonId named = NamedAfterOf(phrase); named.valid())
    return {PersonReferent(named, id)};
  const Word& head = Head(phrase);
  if (flags_.Has(head.noun_lemma, kCounterpartNoun) || flags_.Has(head.term, kCounterpartNoun))
    return ResolveCounterpart(id, depth);
  // "said its forces had killed": the state's or the body's own deed.
  if (phrase.possessor.valid() && view_.syntax[phrase.possessor].reading == Reading::kPronoun &&
      phrase.sector != kNone && rules_.lexicon.sectors[phrase.sector].code == "MIL") {
    const Referents owner = ResolveOne(phrase.possessor, depth + 1);
    if (owner.size() == 1 && (owner[0].kind == Referent::Kind::kCountry ||
                              owner[0].kind == Referent::Kind::kOrganization))
      return owner;
  }
  const bool the_two =
      phrase.number > 1 && phrase.definite && (view_.syntax.classes[phrase.head] & kNumber) != 0;
  if (the_two) return ResolveGroup(id, depth);
  if (HeadIsPlural(phrase) || flags_.Has(head.noun_lemma, kPairNoun))
    return ResolveRoles(id, depth);
  const bool bare = phrase.definite && !phrase.indefinite && phrase.country == kNone &&
                    !phrase.possessor.valid() && phrase.range.size() <= 2;
  if (bare && (flags_.Has(head.noun_lemma, kOrganizationNoun) ||
               rules_.body_words.count(head.noun_lemma) != 0)) {
    const Referents body = ResolveBody(id, depth);
    if (!body.empty()) return body;
  }
  if (flags_.Has(head.noun_lemma, kGovernmentNoun)) {
    // "my administration" acts in the name of whoever says so.
    if (phrase.possessor.valid() && view_.syntax[phrase.possessor].reading == Reading::kPronoun) {
      const Referents owner = ResolveOne(phrase.possessor, depth + 1);
      if (owner.size() == 1 && owner[0].kind == Referent::Kind::kPerson)
        return {PersonReferent(PersonId(owner[0].index), id)};
    }
    if (phrase.country != kNone) return {{Referent::Kind::kCountry, phrase.country, id}};
  }
  if (flags_.Has(head.noun_lemma, kCountryNoun)) return ResolveCountry(id, depth);
  if (!phrase.indefinite && (phrase.definite || phrase.country != kNone)) {
    uint32_t country = phrase.country;
    if (country == kNone && phrase.possessor.valid()) {
      const Referents owner = ResolveOne(phrase.possessor, depth + 1);
      if (!owner.empty()) country = CountryOf(owner[0]);
    }
    Referents own;  // who acts in the clause is nobody else in it
    if (phrase.clause.valid() && phrase.position != NounPhrase::Position::kSubject) {
      const NounPhraseId subject = view_.syntax[phrase.clause].subject;
      if (subject.valid() && subject != id) own = ResolveOne(subject, depth + 1);
    } else if (phrase.clause.valid()) {
      own = PartnersInFront(view_.syntax[phrase.clause]);
    }
    // "the President" in what his own office publishes
    PersonId person;
    if (country == kNone && publisher_ != kNone && phrase.office != kNone &&
        rules_.List("sole_offices").count(head.term) != 0)
      person = PersonOfRole(phrase, publisher_, false, own);
    if (!person.valid()) person = PersonOfRole(phrase, country, false, own);
    if (!person.valid() && (country != kNone || IsExact(phrase))) {
      person = PersonOfRole(phrase, country, true, own);
      // Of no state, only he who holds this very office.
      if (country == kNone && person.valid() &&
          HoldsOffice(view_.syntax.people[person.value()], phrase) < 2)
        person = PersonId();
    }
    if (!person.valid() && phrase.country != kNone) person = OnlyStranger(id, own);
    if (person.valid()) return {PersonReferent(person, id)};
  }
  if (const PersonId named = NamedLater(id); named.valid()) return {PersonReferent(named, id)};
  return {{Referent::Kind::kPhrase, 0, id}};
}

}  // namespace telex
