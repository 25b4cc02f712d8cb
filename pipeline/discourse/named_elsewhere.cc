// Roles whose holder the story names beside them or later: "the leader of the movement, John
// Garang,", "Director of the Economic Council Brian Deese", a lead's "a lawmaker" whom the next
// sentence names, a headline's "Culture minister".
#include <algorithm>

#include "pipeline/discourse/referents.h"

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
  if (headline ? phrase.definite : !phrase.indefinite) return PersonId();
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
    if (HoldsOffice(person, phrase) >= (subject ? 1 : 2) || CalledBy(*mention, noun))
      return mention->person;
  }
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

}  // namespace telex
