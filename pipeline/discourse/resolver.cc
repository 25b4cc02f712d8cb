#include "pipeline/discourse/resolver.h"

#include <algorithm>

#include "pipeline/discourse/referents.h"
#include "pipeline/events/following.h"
#include "pipeline/events/slots.h"

namespace telex {
namespace {

constexpr size_t kPeopleAhead = 40;  // phrases

}  // namespace

bool Resolver::ServesState(const StoryPerson& person) const {
  return person.office != StoryPerson::kNone && person.organization == StoryPerson::kNone &&
         rules_.lexicon.offices[person.office].sector != "IGO";
}

uint32_t Resolver::CountryOf(const Referent& referent) const {
  switch (referent.kind) {
    case Referent::Kind::kPerson: {
      const uint32_t country = view_.syntax.people[referent.index].country;
      if (country != StoryPerson::kNone) return country;
      if (referent.country != kNone) return referent.country;
      const StoryPerson& person = view_.syntax.people[referent.index];
      // "China's embassy spokesman Rosa Quispe"
      if (ServesState(person) && referent.phrase.valid())
        if (const NounPhraseId owner = view_.syntax[referent.phrase].possessor;
            owner.valid() && view_.syntax[owner].reading == Reading::kCountry)
          return view_.syntax[owner].country;
      if (ServesState(person) && !HeldByAnother(person) && Home() != kNone) return Home();
      return referent.phrase.valid() && view_.syntax[referent.phrase].reading != Reading::kPronoun
                 ? view_.syntax[referent.phrase].country
                 : kNone;
    }
    case Referent::Kind::kCountry:
      return referent.index;
    case Referent::Kind::kOrganization:
      return kNone;
    case Referent::Kind::kPhrase: {
      const uint32_t country = view_.syntax[referent.phrase].country;
      if (country != kNone) return country;
      if (referent.country != kNone) return referent.country;
      const NounPhrase& phrase = view_.syntax[referent.phrase];
      if (phrase.organization != kNone) return kNone;
      if (phrase.definite && flags_.Has(Head(phrase).noun_lemma, kGovernmentNoun)) return Home();
      // "the President" of what his own office publishes.
      const bool own_office = publisher_ != kNone && phrase.office != kNone &&
                              !phrase.possessor.valid() && !phrase.of.valid() &&
                              !phrase.indefinite && !HeadIsPlural(phrase) &&
                              rules_.List("sole_offices").count(Head(phrase).term) != 0;
      return own_office ? publisher_ : kNone;
    }
  }
  return kNone;
}

// In what the White House publishes, "President Biden and President Rojas": one of them is the
// president of another state.
bool Resolver::HeldByAnother(const StoryPerson& person) const {
  const TermSet& sole = rules_.List("sole_offices");
  bool alone = false;
  for (TokenIndex t = person.title.begin; t < person.title.end && !alone; ++t)
    alone = view_.At(t).term.valid() && sole.count(view_.At(t).term) != 0;
  return alone && std::any_of(view_.syntax.people.begin(), view_.syntax.people.end(),
                              [&](const StoryPerson& other) {
                                return &other != &person && other.office == person.office &&
                                       other.country == Home();
                              });
}

Resolver::Resolver(const RuleSet& rules, const TermFlags& flags, const StoryView& view,
                   std::string_view source)
    : rules_(rules),
      flags_(flags),
      view_(view),
      collectives_(rules.List("collectives")),
      mentions_(view.syntax.names),
      quotations_(rules, flags, view),
      definitions_(view) {
  std::sort(mentions_.begin(), mentions_.end(), [](const NameMention& a, const NameMention& b) {
    return a.range.begin < b.range.begin;
  });
  FindGenders();
  publisher_ = StateOfSource(source, SetOf(EntryKind::kSeat));
  desk_ = StateOfSource(source, SetOf(EntryKind::kSeat, EntryKind::kCapital, EntryKind::kCountry,
                                      EntryKind::kNationality));
  headed_ = StateOfHeadline();
  focus_ = publisher_ != kNone ? publisher_ : desk_ != kNone ? StateMostTold() : kNone;
  author_ = FindAuthor();
  FindLabels();
  // From the first "she" on, the story knows who is a woman.
  for (size_t p = 0; p < view.syntax.phrases.size(); ++p)
    if (view.syntax.phrases[p].reading == Reading::kPronoun && !view.syntax.phrases[p].plural &&
        view.syntax.phrases[p].position == NounPhrase::Position::kSubject)
      ResolveOne(NounPhraseId(p), 0);
}

Referents Resolver::Resolve(NounPhraseId phrase) {
  Referents all;
  for (NounPhraseId member = phrase; member.valid(); member = view_.syntax[member].next)
    for (Referent one : ResolveOne(member, 0)) {
      one.mention = member;
      AddOnce(&all, one);
    }
  return all;
}

Referents Resolver::ResolveOwner(NounPhraseId phrase, SlotKind kind) {
  Referents all;
  for (NounPhraseId member = phrase; member.valid(); member = view_.syntax[member].next)
    for (const Referent& one : OwnerOf(member, kind, 0)) AddOnce(&all, one);
  return all;
}

// An actor stands for itself. Else the possessor; who stands behind "by", "of", "from"; the state
// of its adjective.
Referents Resolver::OwnerOf(NounPhraseId id, SlotKind kind, int depth) {
  if (depth > kMostDepth) return {};
  const NounPhrase& phrase = view_.syntax[id];
  if (IsActor(phrase)) {
    // Grief is shared with a nation: "Turkish citizens", "the Iranian president" who died, stand
    // for their country.
    const bool nation =
        kind == SlotKind::kAffected && phrase.reading == Reading::kRole && phrase.country != kNone;
    if (nation) return {{Referent::Kind::kCountry, phrase.country, id}};
    Referents all = ResolveOne(id, depth + 1);
    for (Referent& one : all) one.mention = id;
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
  if (kind == SlotKind::kOwner)
    if (Referents people = PeopleBefore(id, depth); !people.empty()) return people;
  // "a UN report", "the NATO bombing"
  if (phrase.organization != kNone && kind != SlotKind::kAffected)
    return {{Referent::Kind::kOrganization, phrase.organization, id}};
  // "the theft of fuel from the Omanis by rebels"
  for (FollowingPhrases next(view_.syntax, phrase); deed && next.valid(); next.Advance())
    if (flags_.Has(next.preposition(), kByPreposition) && IsActor(view_.syntax[next.phrase()]))
      return ResolveList(next.phrase(), depth);
  for (FollowingPhrases next(view_.syntax, phrase); next.valid(); next.Advance()) {
    const bool by = flags_.Has(next.preposition(), kByPreposition | kFromPreposition);
    // "the killing of monks" is not the monks', "the killings of the regime" are the regime's.
    const bool of =
        flags_.Has(next.preposition(), kOfPreposition) &&
        (!deed || flags_.Has(Head(view_.syntax[next.phrase()]).noun_lemma, kGovernmentNoun));
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
  // "rejected the plan proposed by Oman"
  if (phrase.made_by.valid() && kind != SlotKind::kAffected)
    return OwnerOf(phrase.made_by, kind, depth + 1);
  // "praised the cooperation with Oman", "called for ties between the two countries"
  if (kind == SlotKind::kOwner)
    for (FollowingPhrases next(view_.syntax, phrase); next.valid(); next.Advance()) {
      const bool with = rules_.List("company_prepositions").count(next.preposition()) != 0;
      if (!with && !flags_.Has(next.preposition(), kBetweenPreposition)) continue;
      if (IsActor(view_.syntax[next.phrase()])) return ResolveList(next.phrase(), depth);
    }
  return {};
}

// "attacked rebel bases": the rebels that were told of before, else right behind.
Referents Resolver::PeopleBefore(NounPhraseId id, int depth) {
  const NounPhrase& phrase = view_.syntax[id];
  if (phrase.head == phrase.range.begin) return {};
  const TokenIndex token = phrase.head - 1;
  const TermId people = view_.At(token).noun_lemma;
  if (!people.valid() || !(view_.syntax.hit_kinds[token] & SetOf(EntryKind::kSector))) return {};
  // Of fighters alone: "a passenger plane" is no passenger's.
  const auto same = [&](size_t p) {
    const NounPhrase& other = view_.syntax.phrases[p];
    if (other.reading != Reading::kRole || Head(other).noun_lemma != people ||
        other.sector == kNone)
      return false;
    const std::string& sector = rules_.lexicon.sectors[other.sector].code;
    if (sector == "MIL" || sector == "COP") return other.head + 1 == other.range.end;
    return other.plural && (sector == "REB" || sector == "UAF" || sector == "CRM");
  };
  for (size_t p = id.value(), end = FarthestBack(id); p-- > end;)
    if (same(p)) return ResolveOne(NounPhraseId(p), depth + 1);
  const size_t last = std::min(view_.syntax.phrases.size(), size_t{id.value()} + kPeopleAhead);
  for (size_t p = id.value() + 1; p < last; ++p)
    if (same(p)) return ResolveOne(NounPhraseId(p), depth + 1);
  return {};
}

// The countries named inside a phrase, before its head: "the Iranian and Qatari foreign ministers".
// In "the Kabul attack" the name is where it was done: `nationalities_only` passes over it.
std::vector<uint32_t> Resolver::CountriesIn(const NounPhrase& phrase,
                                            bool nationalities_only) const {
  std::vector<uint32_t> countries;
  const std::vector<LexiconHit>& hits = view_.layers.lexicon_hits;
  for (TokenIndex token = phrase.range.begin; token < phrase.head; ++token) {
    for (uint32_t hit = view_.syntax.first_hit[token];
         hit < hits.size() && hits[hit].begin == token; ++hit) {
      const LexiconEntry& entry = rules_.lexicon.entries[hits[hit].entry.value()];
      const bool names = entry.kind == EntryKind::kNationality || entry.kind == EntryKind::kSeat ||
                         (!nationalities_only &&
                          (entry.kind == EntryKind::kCountry || entry.kind == EntryKind::kCapital));
      if (!names || hits[hit].end > phrase.head) continue;
      if (std::find(countries.begin(), countries.end(), entry.index) == countries.end())
        countries.push_back(entry.index);
    }
  }
  return countries;
}

// Each phrase is resolved once. One that is met again while it is being resolved (a pronoun that
// leads back to itself) stands for nobody there.
const Referents& Resolver::ResolveOne(NounPhraseId id, int depth) {
  static const Referents nobody;
  if (depth > kMostDepth) return nobody;
  if (memory_.empty()) memory_.resize(view_.syntax.phrases.size());
  Memory& memory = memory_[id.value()];
  if (memory.state == Memory::State::kDone) return memory.referents;
  if (memory.state == Memory::State::kBusy) return nobody;
  memory.state = Memory::State::kBusy;
  memory.referents = Look(id, depth);
  memory.state = Memory::State::kDone;
  return memory.referents;
}

// "RIPI": the phrase that writes it out, "the Research Institute of Petroleum Industry (RIPI)".
NounPhraseId Resolver::WrittenOut(NounPhraseId id) const {
  const NounPhrase& phrase = view_.syntax[id];
  const TokenRange full = definitions_.FullFormOf(view_, phrase.head);
  if (full.empty() || !Head(phrase).Has(kAllCaps)) return NounPhraseId();
  for (TokenIndex t = full.begin; t < full.end; ++t)
    if (const uint32_t at = view_.syntax.phrase_at[t]; at != Syntax::kNone && at != id.value())
      return IsActor(view_.syntax.phrases[at]) ? NounPhraseId(at) : NounPhraseId();
  return NounPhraseId();
}

Referents Resolver::Look(NounPhraseId id, int depth) {
  const NounPhrase& phrase = view_.syntax[id];
  if (phrase.possessor.valid() && rules_.List("courtesies").count(Head(phrase).term) != 0) {
    const auto owner = rules_.pronouns.find(Head(view_.syntax[phrase.possessor]).term);
    if (owner != rules_.pronouns.end() && owner->second.person == 2) return Addressee(id, depth);
  }
  switch (phrase.reading) {
    case Reading::kPerson: {
      Referent person = PersonReferent(phrase.person, id);
      // "Kenya is ready to help, its economy minister Joseph Marek said."
      if (view_.syntax.people[phrase.person.value()].country == StoryPerson::kNone &&
          phrase.possessor.valid() && view_.syntax[phrase.possessor].reading == Reading::kPronoun) {
        const Referents owner = ResolveOne(phrase.possessor, depth + 1);
        if (owner.size() == 1) person.country = CountryOf(owner[0]);
      }
      return {person};
    }
    case Reading::kCountry:
      return {{Referent::Kind::kCountry, phrase.country, id}};
    case Reading::kOrganization:
      if (phrase.organization != kNone)
        return {{Referent::Kind::kOrganization, phrase.organization, id}};
      if (const NounPhraseId full = WrittenOut(id); full.valid())
        return ResolveOne(full, depth + 1);
      return {{Referent::Kind::kPhrase, 0, id}};
    case Reading::kName:
      if (const NounPhraseId full = WrittenOut(id); full.valid())
        return ResolveOne(full, depth + 1);
      if (const PersonId named = NamedAfterOf(phrase); named.valid())
        return {PersonReferent(named, id)};
      // "the Government of the Republic of Peru"
      if (flags_.Has(Head(phrase).noun_lemma, kGovernmentNoun) && phrase.of.valid() &&
          view_.syntax[phrase.of].reading == Reading::kCountry)
        return {{Referent::Kind::kCountry, view_.syntax[phrase.of].country, id}};
      return {{Referent::Kind::kPhrase, 0, id}};
    case Reading::kPlace:
      if (phrase.country != kNone) return {{Referent::Kind::kCountry, phrase.country, id}};
      return {};
    case Reading::kPronoun:
      return ResolvePronoun(id, depth);
    case Reading::kRole:
      return ResolveRole(id, depth);
    case Reading::kThing:
      return {};
  }
  return {};
}

}  // namespace telex
