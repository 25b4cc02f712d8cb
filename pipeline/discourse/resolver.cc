#include "pipeline/discourse/resolver.h"

#include <algorithm>
#include <string_view>

#include "pipeline/events/following.h"
#include "pipeline/events/slots.h"

namespace telex {
namespace {

constexpr int kMostDepth = 6;             // a pronoun whose antecedent is a pronoun …
constexpr uint32_t kSentencesBack = 4;    // how far "he" reaches back for a subject
constexpr size_t kPhrasesBack = 2000;     // how far anything reaches back; keeps the work linear in the story
constexpr size_t kMentionsAround = 500;   // how far a role looks for its holder, each way
constexpr uint32_t kNone = NounPhrase::kNone;

size_t FarthestBack(NounPhraseId id) { return id.value() > kPhrasesBack ? id.value() - kPhrasesBack : 0; }

Referent PersonReferent(PersonId person, NounPhraseId phrase) {
  return {Referent::Kind::kPerson, person.value(), phrase};
}

void AddOnce(Referents* all, const Referent& one) {
  if (std::find(all->begin(), all->end(), one) == all->end()) all->push_back(one);
}

}  // namespace

uint32_t Resolver::CountryOf(const Referent& referent) const {
  switch (referent.kind) {
    case Referent::Kind::kPerson: {
      const uint32_t country = view_.syntax.people[referent.index].country;
      if (country != StoryPerson::kNone) return country;
      return referent.phrase.valid() && view_.syntax[referent.phrase].reading != Reading::kPronoun
                 ? view_.syntax[referent.phrase].country
                 : kNone;
    }
    case Referent::Kind::kCountry: return referent.index;
    case Referent::Kind::kOrganization: return kNone;
    case Referent::Kind::kPhrase: return view_.syntax[referent.phrase].country;
  }
  return kNone;
}

Resolver::Resolver(const RuleSet& rules, const TermFlags& flags, const StoryView& view)
    : rules_(rules), flags_(flags), view_(view), mentions_(view.syntax.names) {
  std::sort(mentions_.begin(), mentions_.end(),
            [](const NameMention& a, const NameMention& b) { return a.range.begin < b.range.begin; });
  // From the first "she" on, the story knows who is a woman.
  for (size_t p = 0; p < view.syntax.phrases.size(); ++p)
    if (view.syntax.phrases[p].reading == Reading::kPronoun && !view.syntax.phrases[p].plural &&
        view.syntax.phrases[p].position == NounPhrase::Position::kSubject)
      ResolveOne(NounPhraseId(p), 0);
}

Referents Resolver::Resolve(NounPhraseId phrase) {
  Referents all;
  for (NounPhraseId member = phrase; member.valid(); member = view_.syntax[member].next)
    for (const Referent& one : ResolveOne(member, 0)) AddOnce(&all, one);
  return all;
}

Referents Resolver::ResolveOwner(NounPhraseId phrase, SlotKind kind) {
  Referents all;
  for (NounPhraseId member = phrase; member.valid(); member = view_.syntax[member].next)
    for (const Referent& one : OwnerOf(member, kind, 0)) AddOnce(&all, one);
  return all;
}

// An actor stands for itself. Else the possessor; who stands behind "by", "of", "from"; the state of its adjective.
Referents Resolver::OwnerOf(NounPhraseId id, SlotKind kind, int depth) {
  if (depth > kMostDepth) return {};
  const NounPhrase& phrase = view_.syntax[id];
  if (IsActor(phrase)) {
    // Grief is shared with a nation: "Turkish citizens", "the Iranian president" who died, stand for their country.
    const bool nation = kind == SlotKind::kAffected && phrase.reading == Reading::kRole && phrase.country != kNone;
    if (nation) return {{Referent::Kind::kCountry, phrase.country, id}};
    Referents all = ResolveOne(id, depth + 1);
    if (kind == SlotKind::kState && all.size() == 1)
      if (const uint32_t country = CountryOf(all[0]); country != kNone)
        return {{Referent::Kind::kCountry, country, all[0].phrase}};
    return all;
  }
  if (phrase.reading == Reading::kPlace && phrase.country != kNone)
    return {{Referent::Kind::kCountry, phrase.country, id}};
  if (phrase.possessor.valid()) {
    const Referents owner = OwnerOf(phrase.possessor, kind, depth + 1);
    if (!owner.empty()) return owner;
  }
  const bool is_deed = flags_.Has(Head(phrase).noun_lemma, kDeedNoun);
  const bool deed = kind != SlotKind::kAffected && is_deed;
  const std::vector<uint32_t> countries = CountriesIn(phrase, deed);
  if (!countries.empty()) {
    Referents owners;
    for (uint32_t country : countries) AddOnce(&owners, {Referent::Kind::kCountry, country, id});
    return owners;
  }
  for (FollowingPhrases next(view_.syntax, phrase); next.valid(); next.Advance()) {
    const bool by = flags_.Has(next.preposition(), kByPreposition | kFromPreposition);
    const bool of = !deed && flags_.Has(next.preposition(), kOfPreposition);
    if (!by && !of) continue;
    Referents owners;
    for (NounPhraseId member = next.phrase(); member.valid(); member = view_.syntax[member].next)
      for (Referent one : OwnerOf(member, kind, depth + 1)) {
        // Grief over somebody's death is shared with his country.
        const uint32_t country = is_deed && kind == SlotKind::kAffected ? CountryOf(one) : kNone;
        if (country != kNone) one = {Referent::Kind::kCountry, country, one.phrase};
        AddOnce(&owners, one);
      }
    if (!owners.empty()) return owners;
  }
  return {};
}

// The countries named inside a phrase, before its head: "the Iranian and Qatari foreign ministers". In "the Kabul attack"
// the name is where it was done: `nationalities_only` passes over it.
std::vector<uint32_t> Resolver::CountriesIn(const NounPhrase& phrase, bool nationalities_only) const {
  std::vector<uint32_t> countries;
  const std::vector<LexiconHit>& hits = view_.layers.lexicon_hits;
  for (TokenIndex token = phrase.range.begin; token < phrase.head; ++token) {
    for (uint32_t hit = view_.syntax.first_hit[token]; hit < hits.size() && hits[hit].begin == token; ++hit) {
      const LexiconEntry& entry = rules_.lexicon.entries[hits[hit].entry.value()];
      const bool names = entry.kind == EntryKind::kNationality || entry.kind == EntryKind::kSeat ||
                         (!nationalities_only && (entry.kind == EntryKind::kCountry || entry.kind == EntryKind::kCapital));
      if (!names || hits[hit].end > phrase.head) continue;
      if (std::find(countries.begin(), countries.end(), entry.index) == countries.end()) countries.push_back(entry.index);
    }
  }
  return countries;
}

// Each phrase is resolved once. One that is met again while it is being resolved (a pronoun that leads back to itself)
// stands for nobody there.
Referents Resolver::ResolveOne(NounPhraseId id, int depth) {
  if (depth > kMostDepth) return {};
  if (memory_.empty()) memory_.resize(view_.syntax.phrases.size());
  Memory& memory = memory_[id.value()];
  if (memory.state == Memory::State::kDone) return memory.referents;
  if (memory.state == Memory::State::kBusy) return {};
  memory.state = Memory::State::kBusy;
  memory.referents = Look(id, depth);
  memory.state = Memory::State::kDone;
  return memory.referents;
}

Referents Resolver::Look(NounPhraseId id, int depth) {
  const NounPhrase& phrase = view_.syntax[id];
  switch (phrase.reading) {
    case Reading::kPerson: return {PersonReferent(phrase.person, id)};
    case Reading::kCountry: return {{Referent::Kind::kCountry, phrase.country, id}};
    case Reading::kOrganization:
      if (phrase.organization != kNone) return {{Referent::Kind::kOrganization, phrase.organization, id}};
      return {{Referent::Kind::kPhrase, 0, id}};
    case Reading::kName: return {{Referent::Kind::kPhrase, 0, id}};
    case Reading::kPlace:
      if (phrase.country != kNone) return {{Referent::Kind::kCountry, phrase.country, id}};
      return {};
    case Reading::kPronoun: return ResolvePronoun(id, depth);
    case Reading::kRole: return ResolveRole(id, depth);
    case Reading::kThing: return {};
  }
  return {};
}

// Whether a person can be meant by a pronoun of this gender: who was once "she" is not "he" afterwards.
bool Resolver::Fits(uint32_t person, const PronounFeatures& features) const {
  if (features.gender != Gender::kMale && features.gender != Gender::kFemale) return true;
  const Gender known = person < genders_.size() ? genders_[person] : Gender::kAny;
  return known == Gender::kAny || known == features.gender;
}

void Resolver::Learn(const Referent& referent, const PronounFeatures& features) {
  if (referent.kind != Referent::Kind::kPerson) return;
  if (features.gender != Gender::kMale && features.gender != Gender::kFemale) return;
  genders_.resize(view_.syntax.people.size(), Gender::kAny);
  genders_[referent.index] = features.gender;
}

uint32_t Resolver::SentenceOf(TokenIndex token) const {
  const std::vector<Sentence>& sentences = view_.layers.sentences;
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), token,
                                      [](TokenIndex t, const Sentence& sentence) { return t < sentence.begin; });
  return after == sentences.begin() ? 0 : static_cast<uint32_t>(after - sentences.begin() - 1);
}

// The last subject before `before` that a pronoun can mean: in its own sentence first (not in its own clause), then in
// the sentences before, the latest clause first.
bool Resolver::LastSubject(NounPhraseId before, bool people, const PronounFeatures& features, const Referents& not_these,
                           Referent* found, int depth) {
  const Syntax& syntax = view_.syntax;
  const NounPhrase& phrase = syntax[before];
  const TokenIndex here = phrase.range.begin;
  const uint32_t own_sentence = SentenceOf(here);
  Referent phrase_found;  // a role phrase counts only where nobody is named
  bool any_phrase = false;
  for (uint32_t back = 0; back <= kSentencesBack && back <= own_sentence; ++back) {
    const uint32_t sentence = own_sentence - back;
    const Syntax::Extent& extent = syntax.sentences[sentence];
    // In earlier sentences the main subject, which stands first, counts before those of clauses inside.
    for (int pass = 0; pass < 2; ++pass) {
      for (uint32_t c = 0; c < extent.last_clause - extent.first_clause; ++c) {
        const uint32_t index = back == 0 ? extent.last_clause - 1 - c : extent.first_clause + c;
        const Clause& clause = syntax.clauses[index];
        const bool main = clause.relation == Clause::Relation::kMain || clause.relation == Clause::Relation::kCoordinate;
        if ((pass == 0) != main) continue;
        if (!clause.subject.valid() || clause.subject == before || syntax[clause.subject].range.begin >= here) continue;
        if (back == 0 && phrase.clause.valid() && ClauseId(index) == phrase.clause &&
            phrase.position != NounPhrase::Position::kNone)
          continue;  // "X met him": not X
        if (syntax[clause.subject].next.valid()) continue;  // several people are no "he"
        for (const Referent& one : ResolveOne(clause.subject, depth + 1)) {
          const bool person = one.kind == Referent::Kind::kPerson ||
                              (one.kind == Referent::Kind::kPhrase && syntax[one.phrase].reading != Reading::kOrganization &&
                               !syntax[one.phrase].plural);
          if (people != person) continue;
          if (one.kind == Referent::Kind::kPerson && !Fits(one.index, features)) continue;
          if (std::find(not_these.begin(), not_these.end(), one) != not_these.end()) continue;
          if (people && one.kind == Referent::Kind::kPhrase) {
            if (!any_phrase) phrase_found = one;
            any_phrase = true;
            continue;
          }
          *found = one;
          return true;
        }
      }
    }
  }
  if (any_phrase) *found = phrase_found;
  return any_phrase;
}

// Who speaks where "we" or "I" stands: the subject of the verb of speech in this sentence, else of the sentences before.
Referents Resolver::Speaker(NounPhraseId id, int depth) {
  const Syntax& syntax = view_.syntax;
  const TokenIndex here = syntax[id].range.begin;
  const uint32_t sentence = SentenceOf(here);
  for (uint32_t back = 0; back <= kSentencesBack && back <= sentence; ++back) {
    const Syntax::Extent& extent = syntax.sentences[sentence - back];
    for (uint32_t c = extent.last_clause; c-- > extent.first_clause;) {
      const Clause& clause = syntax.clauses[c];
      if (!flags_.Has(clause.verb.lemma, kSpeechVerb) || !clause.subject.valid() || clause.subject == id) continue;
      if (syntax[clause.subject].reading == Reading::kPronoun && syntax[clause.subject].range.begin == here) continue;
      const Referents speaker = ResolveOne(clause.subject, depth + 1);
      const bool reporter = !speaker.empty() && speaker[0].kind == Referent::Kind::kOrganization &&
                            rules_.lexicon.organizations[speaker[0].index].sector == "MED";
      if (!speaker.empty() && !reporter) return speaker;  // "we" is not the agency that reports it
    }
  }
  return {};
}

// "In his meeting with X, the minister said": a pronoun in a phrase that stands before its clause's subject means that one.
NounPhraseId Resolver::SubjectBehind(NounPhraseId id) const {
  const NounPhrase& pronoun = view_.syntax[id];
  if (!pronoun.possessed.valid()) return NounPhraseId();
  const NounPhrase& host = view_.syntax[pronoun.possessed];
  if (!host.clause.valid() || host.position != NounPhrase::Position::kComplement) return NounPhraseId();
  const NounPhraseId subject = view_.syntax[host.clause].subject;
  if (!subject.valid() || view_.syntax[subject].range.begin < host.range.begin) return NounPhraseId();
  return subject;
}

Referents Resolver::ResolvePronoun(NounPhraseId id, int depth) {
  const NounPhrase& phrase = view_.syntax[id];
  auto listed = rules_.pronouns.find(Head(phrase).term);
  PronounFeatures features;
  if (listed == rules_.pronouns.end()) {
    if (!phrase.plural) return {};
    features.plural = true;
  } else {
    features = listed->second;
  }
  if (features.person == 1) return Speaker(id, depth);
  if (features.person == 2) return {};
  if (features.plural) return ResolveGroup(id, depth);
  if (const NounPhraseId subject = SubjectBehind(id); subject.valid()) {
    const Referents ahead = ResolveOne(subject, depth + 1);
    if (ahead.size() == 1 && !view_.syntax[subject].plural) return ahead;
  }
  Referent found;
  if (features.gender == Gender::kThing) {
    if (LastSubject(id, false, features, {}, &found, depth)) return {found};
    // Else the state or body named last: "Israel's violations of a ceasefire it struck".
    for (size_t p = id.value(), end = FarthestBack(id); p-- > end;) {
      const NounPhrase& earlier = view_.syntax.phrases[p];
      if (earlier.reading == Reading::kCountry || earlier.reading == Reading::kOrganization)
        return ResolveOne(NounPhraseId(p), depth + 1);
    }
    return {};
  }
  // An object is not its own subject: "he asked her", "she thanked him".
  Referents other;
  if (!phrase.possessed.valid() && phrase.clause.valid() && phrase.position != NounPhrase::Position::kSubject) {
    const NounPhraseId subject = view_.syntax[phrase.clause].subject;
    if (subject.valid() && subject != id) other = ResolveOne(subject, depth + 1);
  }
  // The other one of two who were together: "He called Y. He asked her …".
  if (other.size() == 1 && std::find(parties_.begin(), parties_.end(), other[0]) != parties_.end()) {
    for (const Referent& party : parties_)
      if (party.kind == Referent::Kind::kPerson && !(party == other[0]) && Fits(party.index, features)) {
        Learn(party, features);
        return {party};
      }
  }
  const bool subject_found = LastSubject(id, true, features, other, &found, depth);
  if (subject_found && found.kind == Referent::Kind::kPerson) {
    Learn(found, features);
    return {found};
  }
  const Referent role = found;  // counts only where nobody is named
  for (size_t p = id.value(), end = FarthestBack(id); p-- > end;) {
    const NounPhrase& earlier = view_.syntax.phrases[p];
    if (earlier.reading != Reading::kPerson || !Fits(earlier.person.value(), features)) continue;
    found = PersonReferent(earlier.person, NounPhraseId(p));
    if (std::find(other.begin(), other.end(), found) != other.end()) continue;
    Learn(found, features);
    return {found};
  }
  return subject_found ? Referents{role} : Referents();
}

// True where what the phrase calls the person is an office the person is known to hold: the same; a part of it
// ("minister" of "Foreign Minister") or a fuller form; a word for people of that sector ("lawmaker" of a speaker of
// parliament); or a general word for people of rank ("diplomat").
bool Resolver::HoldsOffice(const StoryPerson& person, const NounPhrase& phrase) const {
  const Lexicon& lexicon = rules_.lexicon;
  if (phrase.office != kNone && phrase.office == person.office) return true;
  if (person.office == StoryPerson::kNone && person.title.empty()) return false;
  if (flags_.Has(Head(phrase).noun_lemma, kPersonNoun)) return true;
  if (phrase.office == kNone) {
    return phrase.sector != kNone && person.office != StoryPerson::kNone && lexicon.sectors[phrase.sector].people &&
           lexicon.sectors[phrase.sector].code == lexicon.offices[person.office].sector &&
           lexicon.sectors[phrase.sector].code != "GOV";
  }
  if (person.office == StoryPerson::kNone) return false;
  const auto last_word = [](std::string_view name) { return name.substr(name.rfind(' ') + 1); };
  const std::string_view asked = lexicon.offices[phrase.office].name, held = lexicon.offices[person.office].name;
  const bool general = asked == last_word(asked) || held == last_word(held);
  return general && last_word(asked) == last_word(held);
}

// The person whom a role phrase means: of that country and office; the one named last before it, else (with `later`) the
// first one named after it.
PersonId Resolver::PersonOfRole(const NounPhrase& phrase, uint32_t country, bool later) const {
  const auto fits = [&](const NameMention& mention) {
    const StoryPerson& person = view_.syntax.people[mention.person.value()];
    return (country == kNone || person.country == country) && HoldsOffice(person, phrase);
  };
  const auto here = std::lower_bound(mentions_.begin(), mentions_.end(), phrase.range.begin,
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
        AddOnce(&all, person.valid() ? PersonReferent(person, id) : Referent{Referent::Kind::kCountry, country, id});
      }
      return all;
    }
    const bool unnamed = phrase.country == kNone && phrase.organization == kNone;
    const bool grouped = flags_.Has(head.noun_lemma, kSideNoun | kCountryNoun) || phrase.office != kNone;
    if (unnamed && grouped && (phrase.number > 0 || (phrase.definite && flags_.Has(head.noun_lemma, kSideNoun))))
      return ResolveGroup(id, depth);
    return {{Referent::Kind::kPhrase, 0, id}};
  }
  if (phrase.definite && phrase.country == kNone && !phrase.possessor.valid() && flags_.Has(head.noun_lemma, kOrganizationNoun) &&
      phrase.range.size() <= 2) {  // "the agency": the body named last
    for (size_t p = id.value(), end = FarthestBack(id); p-- > end;)
      if (view_.syntax.phrases[p].reading == Reading::kOrganization) return ResolveOne(NounPhraseId(p), depth + 1);
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
  if (phrase.possessed.valid()) {  // "Turkish citizens … their families": the nearest plural of the sentence
    for (size_t p = id.value(), end = FarthestBack(id); p-- > end && syntax.phrases[p].clause.valid();) {
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
      if (clause.relation != Clause::Relation::kMain && clause.relation != Clause::Relation::kCoordinate) continue;
      if (!clause.subject.valid() || syntax[clause.subject].range.begin >= phrase.range.begin) continue;
      if (!syntax[clause.subject].plural || syntax[clause.subject].reading == Reading::kThing) continue;
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
    if (earlier.reading == Reading::kPerson) AddOnce(&people, PersonReferent(earlier.person, NounPhraseId(p)));
  }
  std::reverse(people.begin(), people.end());
  if (people.size() == number) return people;
  if (pronoun) return {};
  return {{Referent::Kind::kPhrase, 0, id}};
}

}  // namespace telex
