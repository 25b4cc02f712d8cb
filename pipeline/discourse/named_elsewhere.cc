// Roles whose holder the story names beside them or later: "the leader of the movement, John
// Garang,", "Director of the Economic Council Brian Deese", a lead's "a lawmaker" whom the next
// sentence names, a headline's "Culture minister".
#include <algorithm>

#include "pipeline/discourse/referents.h"
#include "pipeline/events/following.h"

namespace telex {
namespace {

constexpr uint32_t kSentencesAhead = 3;  // after the lead, in which somebody unnamed gets his name
constexpr TokenIndex kTitleWords = 12;   // before a name or behind it that tell what he is

}  // namespace

bool Resolver::IsSomebodysRole(const NounPhrase& phrase) const {
  return phrase.office != kNone || flags_.Has(Head(phrase).noun_lemma, kPeopleNoun) ||
         rules_.role_words.count(Head(phrase).noun_lemma) != 0;
}

// "the leader of the movement, John Garang,": who is named behind a role and its comma.
PersonId Resolver::NamedBehind(NounPhraseId id) const {
  const std::vector<Item>& items = view_.syntax.items;
  const NounPhrase& phrase = view_.syntax[id];
  if (!IsSomebodysRole(phrase) || phrase.inanimate || phrase.organization != kNone ||
      phrase.next.valid() || phrase.first.valid() || HeadIsPlural(phrase))
    return PersonId();
  const size_t end = view_.syntax.sentences[quotations_.SentenceOf(phrase.range.begin)].last_item;
  size_t at = phrase.item + 1;
  while (at + 1 < end && items[at].kind == Item::Kind::kPreposition &&
         items[at + 1].kind == Item::Kind::kNounPhrase)
    at += 2;
  if (at + 1 >= end || items[at].kind != Item::Kind::kComma ||
      items[at + 1].kind != Item::Kind::kNounPhrase)
    return PersonId();
  const NounPhrase& name = view_.syntax.phrases[items[at + 1].index];
  if (name.reading != Reading::kPerson || name.next.valid() || name.possessor.valid())
    return PersonId();
  const bool closed = at + 2 >= end || items[at + 2].kind == Item::Kind::kComma ||
                      (view_.syntax.classes[items[at + 2].range.begin] & kStop);
  return closed ? name.person : PersonId();
}

// "Director of the Economic Council Brian Deese": the name ends what the office is of, and the
// words before it are a name of their own, no title of his.
PersonId Resolver::NamedAfterOf(const NounPhrase& phrase) const {
  if (!phrase.of.valid() || HeadIsPlural(phrase)) return PersonId();
  NounPhraseId last = phrase.of;
  while (view_.syntax[last].of.valid()) last = view_.syntax[last].of;
  const NounPhrase& named = view_.syntax[last];
  if (named.reading != Reading::kPerson || named.next.valid() || named.possessor.valid())
    return PersonId();
  const uint32_t mention = view_.syntax.name_at[named.head];
  if (mention == Syntax::kNone) return PersonId();
  const TokenIndex name = view_.syntax.names[mention].range.begin;
  if (name <= named.range.begin || !view_.At(name - 1).Has(kCapital)) return PersonId();
  return named.person;
}

// Whether somebody is called by the noun where he is named: in his title, or in the words right
// before or behind his name ("Pal Kovacs, a miller from Gyor, said").
bool Resolver::CalledBy(const NameMention& mention, TermId noun) const {
  if (!noun.valid()) return false;
  const TokenRange title = view_.syntax.people[mention.person.value()].title;
  for (TokenIndex t = title.begin; t < title.end; ++t)
    if (view_.At(t).noun_lemma == noun) return true;
  for (TokenIndex t = mention.range.begin; t < mention.name.begin; ++t)
    if (view_.At(t).noun_lemma == noun) return true;
  const auto size = static_cast<TokenIndex>(view_.layers.tokens.size());
  TokenIndex t = mention.name.end;
  if (t + 1 >= size || !(view_.syntax.classes[t] & kComma)) return false;
  for (const TokenIndex last = std::min(size, t + kTitleWords); ++t < last;) {
    if (view_.syntax.classes[t] & (kPunctuation | kPreposition)) return false;
    if (view_.At(t).noun_lemma == noun) return true;
  }
  return false;
}

// "An Iranian lawmaker urged … Reza Karimi said": whether somebody new is told to have spoken, by
// his name alone or by a title that the role does not speak against.
bool Resolver::SpeaksByName(const NameMention& mention, const NounPhrase& role) const {
  const StoryPerson& person = view_.syntax.people[mention.person.value()];
  const uint32_t at = view_.syntax.phrase_at[mention.name.begin];
  if (at == Syntax::kNone || person.listed != StoryPerson::kNone) return false;
  const NounPhrase& name = view_.syntax.phrases[at];
  if (name.position != NounPhrase::Position::kSubject || !name.clause.valid() ||
      name.next.valid() || name.first.valid() ||
      !flags_.Has(view_.syntax[name.clause].verb.lemma, kSpeechVerb | kCommunication))
    return false;
  if (person.office == StoryPerson::kNone) return true;
  const Lexicon& lexicon = rules_.lexicon;
  const std::string& sector = lexicon.offices[person.office].sector;
  return (role.office != kNone && lexicon.offices[role.office].sector == sector) ||
         (role.sector != kNone && lexicon.sectors[role.sector].code == sector);
}

// A headline's "Culture minister", a lead's "an Iranian lawmaker": who is named first behind it as
// one. Nobody whom the story has named before.
PersonId Resolver::NamedLater(NounPhraseId id) const {
  const NounPhrase& phrase = view_.syntax[id];
  if (!IsSomebodysRole(phrase) || phrase.inanimate || phrase.organization != kNone ||
      phrase.next.valid() || phrase.first.valid() || phrase.possessor.valid() ||
      HeadIsPlural(phrase))
    return PersonId();
  const uint32_t here = quotations_.SentenceOf(phrase.range.begin);
  const bool headline = view_.layers.sentences[here].headline;
  // Of those in a headline none has an article; in the text, who is new has "a".
  const bool fresh = headline ? !phrase.definite : phrase.indefinite;
  const bool speaks = phrase.position == NounPhrase::Position::kSubject;
  if (!fresh && !speaks) return PersonId();
  uint32_t lead = 0;
  while (lead + 1 < view_.layers.sentences.size() && view_.layers.sentences[lead].headline) ++lead;
  if (here > lead) return PersonId();
  const auto after =
      std::lower_bound(mentions_.begin(), mentions_.end(), phrase.range.end,
                       [](const NameMention& a, TokenIndex b) { return a.range.begin < b; });
  const TermId noun = Head(phrase).noun_lemma;
  for (auto mention = after; mention != mentions_.end(); ++mention) {
    const uint32_t sentence = quotations_.SentenceOf(mention->range.begin);
    if (sentence > lead + kSentencesAhead) break;
    const StoryPerson& person = view_.syntax.people[mention->person.value()];
    if (person.first < phrase.range.begin || (!headline && sentence == here)) continue;
    if (phrase.country != kNone && person.country != StoryPerson::kNone &&
        person.country != phrase.country)
      continue;
    // Whose office has a wider name must be he who acts there.
    const uint32_t at = view_.syntax.phrase_at[mention->name.begin];
    const bool subject =
        at != Syntax::kNone && view_.syntax.phrases[at].position == NounPhrase::Position::kSubject;
    if (fresh && (HoldsOffice(person, phrase) >= (subject ? 1 : 2) || CalledBy(*mention, noun)))
      return mention->person;
    if (speaks && SpeaksByName(*mention, phrase)) return mention->person;
  }
  if (!fresh) return PersonId();
  // "a kidnapped rancher … The rancher, Eleuterio Macias, 61,"
  if (headline) return PersonId();
  for (size_t p = id.value() + 1; p < view_.syntax.phrases.size(); ++p) {
    const NounPhrase& again = view_.syntax.phrases[p];
    if (quotations_.SentenceOf(again.range.begin) > here + kSentencesAhead) break;
    if (again.reading != Reading::kRole || !again.definite || Head(again).noun_lemma != noun)
      continue;
    return NamedBehind(NounPhraseId(p));
  }
  return PersonId();
}

// "the marchers" of a story that told of "marchers from the Andean mining towns": the first phrase
// before it of the same noun that says more, unless two of different states do.
NounPhraseId Resolver::FullerRole(NounPhraseId id) const {
  const NounPhrase& phrase = view_.syntax[id];
  if (!phrase.definite || phrase.country != kNone || phrase.organization != kNone ||
      phrase.possessor.valid() || phrase.of.valid() || phrase.range.size() > 2)
    return NounPhraseId();
  const TermId noun = Head(phrase).noun_lemma;
  if (!noun.valid() || flags_.Has(noun, kCountryNoun)) return NounPhraseId();
  // "the people who stayed", "the people in the camps" say themselves who they are.
  const std::vector<Item>& items = view_.syntax.items;
  if (phrase.item + 1 < items.size() && (items[phrase.item + 1].kind == Item::Kind::kRelative ||
                                         items[phrase.item + 1].kind == Item::Kind::kThat))
    return NounPhraseId();
  const FollowingPhrases behind(view_.syntax, phrase);
  if (behind.valid() && flags_.Has(behind.preposition(), kPlacePreposition)) return NounPhraseId();
  NounPhraseId fuller;
  for (size_t p = FarthestBack(id); p < id.value(); ++p) {
    const NounPhrase& earlier = view_.syntax.phrases[p];
    if (earlier.reading != Reading::kRole || Head(earlier).noun_lemma != noun ||
        HeadIsPlural(earlier) != HeadIsPlural(phrase) || earlier.next.valid() ||
        earlier.first.valid() || earlier.head >= earlier.range.end)
      continue;
    const bool full = earlier.of.valid() || earlier.range.size() > 2 ||
                      (earlier.range.size() == 2 && !earlier.definite && !earlier.indefinite);
    if (!full) continue;
    if (!fuller.valid()) fuller = NounPhraseId(p);
    if (view_.syntax[fuller].country != earlier.country) return NounPhraseId();
  }
  return fuller;
}

}  // namespace telex
