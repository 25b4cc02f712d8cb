// How a sentence is read.
//
// One pass from left to right over the items, with little memory: the clause that is open, a noun
// phrase that waits for its verb (the candidate), prepositional phrases that came before any verb
// (fronted), and a stack of candidates that a relative clause interrupted. What matters is the
// boundary just passed: "that" and subordinators open a clause of their own; a relative pronoun
// binds the noun before it; "and" right before a verb shares the subject; a noun phrase right
// before a finite verb is that verb's subject even without a mark between ("said Tehran is …", "a
// truce it struck").
//
// A past form that could be a participle ("the plan proposed by Oman") is one where "by" follows,
// or where its noun already serves another verb. Participles and infinitives take their subject
// from the clause they hang on: the object where that verb controls it (urge, invite …), else the
// subject; a gerund of communication ("…, urging both to") goes back to whoever speaks in the
// sentence. Participles before the main clause wait for its subject.
#include "pipeline/language/clauses.h"

#include <algorithm>

#include "pipeline/language/sentence_reader.h"

namespace telex {

const char* VoiceName(Voice voice) {
  static constexpr const char* kNames[] = {"active",           "passive",         "reduced passive",
                                           "subject relative", "object relative", "participle",
                                           "infinitive",       "inversion",       "nominal"};
  return kNames[static_cast<size_t>(voice)];
}

namespace {

constexpr uint32_t kFarthestVerb = 10;  // items

}  // namespace

void SentenceReader::Run(uint32_t first, uint32_t last) {
  first_ = first;
  last_ = last;
  for (item_ = first; item_ < last; ++item_) {
    switch (Here().kind) {
      case Item::Kind::kNounPhrase:
        ReadPhrase();
        break;
      case Item::Kind::kVerbGroup:
        ReadVerb();
        break;
      case Item::Kind::kPreposition:
        ReadPreposition();
        break;
      case Item::Kind::kThat:
        ReadThat();
        break;
      case Item::Kind::kRelative:
        OpenRelative();
        break;
      case Item::Kind::kSubordinator:
        OpenSubordinate(Here().term);
        break;
      case Item::Kind::kComma:
      case Item::Kind::kQuote:
        boundary_.comma = !ObjectBehindAside();
        preposition_ = Preposition();
        break;
      case Item::Kind::kCoordinator:
        boundary_.coordinator = true;
        preposition_ = Preposition();
        break;
      case Item::Kind::kBreak:
        if (const uint32_t close = AsideEnd(); close > item_) {
          TakeAside();
          item_ = close;
        } else {
          Break();
        }
        break;
      case Item::Kind::kOther:
        break;
    }
  }
  if (!waiting_.empty() && main_subject_.valid()) Resolve(main_subject_);
}

// "condemned, in the strongest terms, the raid": here ends what stands between a verb and its
// object.
bool SentenceReader::ObjectBehindAside() const {
  if (!open_.valid() || candidate_.valid() || boundary_.that || boundary_.relative ||
      boundary_.coordinator || boundary_.subordinator.valid())
    return false;
  const Clause& clause = syntax_[open_];
  if (clause.patient.valid() || clause.verb.passive || clause.complements.size() == 0 ||
      Is(clause.verb.lemma, kSpeechVerb | kIntransitive | kMotion))
    return false;
  if (KindAt(Next(item_)) != Item::Kind::kNounPhrase || HasOwnVerb(Next(item_))) return false;
  uint32_t item = item_;  // back over phrases with prepositions, to the other comma and the verb
  while (item >= first_ + 2 && KindAt(item - 1) == Item::Kind::kNounPhrase &&
         KindAt(item - 2) == Item::Kind::kPreposition)
    item -= 2;
  return item < item_ && item >= first_ + 2 && KindAt(item - 1) == Item::Kind::kComma &&
         VerbAt(item - 2) && VerbAt(item - 2)->head == clause.verb.head;
}

// "the two states – Oman and Chad – signed": where an aside without a verb, between a subject and
// its verb, ends; else the item at hand.
uint32_t SentenceReader::AsideEnd() const {
  constexpr uint32_t kMostInside = 24;
  if (!candidate_.valid() || !(syntax_.classes[Here().range.begin] & kDash)) return item_;
  for (uint32_t item = item_ + 1; item < last_ && item <= item_ + kMostInside; ++item) {
    const Item::Kind kind = KindAt(item);
    if (kind == Item::Kind::kVerbGroup || kind == Item::Kind::kQuote ||
        kind == Item::Kind::kSubordinator || kind == Item::Kind::kThat)
      return item_;
    if (kind != Item::Kind::kBreak) continue;
    const bool dash =
        item > item_ + 1 && (syntax_.classes[syntax_.items[item].range.begin] & kDash);
    const VerbGroup* verb = VerbAt(Next(item));
    return dash && verb && verb->form == VerbGroup::Form::kFinite ? item : item_;
  }
  return item_;
}

// "the two states – Oman and Chad – signed": those who are named sign.
void SentenceReader::TakeAside() {
  const uint32_t first = Next(item_);
  if (KindAt(first) != Item::Kind::kNounPhrase) return;
  const NounPhraseId named(syntax_.items[first].index);
  const NounPhrase& general = syntax_[candidate_];
  const bool names = syntax_[named].reading == Reading::kCountry ||
                     syntax_[named].reading == Reading::kOrganization ||
                     syntax_[named].reading == Reading::kPerson;
  if (general.reading == Reading::kRole && general.plural && !general.next.valid() &&
      syntax_[named].next.valid() && names)
    candidate_ = named;
}

Item::Kind SentenceReader::KindAt(uint32_t item) const {
  return item < last_ ? syntax_.items[item].kind : Item::Kind::kBreak;
}

const VerbGroup* SentenceReader::VerbAt(uint32_t item) const {
  return KindAt(item) == Item::Kind::kVerbGroup ? &syntax_.verbs[syntax_.items[item].index]
                                                : nullptr;
}

Item::Kind SentenceReader::Previous() const {
  for (uint32_t item = item_; item-- > first_;)
    if (syntax_.items[item].kind != Item::Kind::kOther) return syntax_.items[item].kind;
  return Item::Kind::kBreak;
}

bool SentenceReader::ByFollows(uint32_t item) const {
  uint32_t next = Next(item);
  while (KindAt(next) == Item::Kind::kPreposition) {
    const uint32_t phrase = Next(next);
    if (KindAt(phrase) != Item::Kind::kNounPhrase) return false;  // "retaliated by striking"
    if (Is(syntax_.items[next].term, kByPreposition)) return true;
    if (Is(syntax_.items[next].term, kAfterPreposition)) return false;  // "left after talks by"
    next = Next(phrase);
  }
  return false;
}

bool SentenceReader::IsSubject(uint32_t item) const {
  uint32_t next = Next(item);
  // "after its leader, Rosa Quispe, asked": the comma that closes an apposition.
  if (KindAt(next) == Item::Kind::kComma && KindAt(item) == Item::Kind::kNounPhrase &&
      VerbAt(Next(next)) && HasApposition(syntax_.phrases[syntax_.items[item].index]))
    next = Next(next);
  while (KindAt(next) == Item::Kind::kPreposition && next < item + kFarthestVerb &&
         KindAt(Next(next)) == Item::Kind::kNounPhrase)
    next = Next(Next(next));
  const VerbGroup* verb = VerbAt(next);
  if (!verb || verb->form != VerbGroup::Form::kFinite) return false;
  if (!verb->maybe_participle || Is(verb->lemma, kIntransitive)) return true;
  if (ByFollows(next)) return false;
  const VerbGroup* inner = VerbAt(Next(next));
  return ObjectFollows(next) || KindAt(Next(next)) == Item::Kind::kThat ||
         (inner && inner->form != VerbGroup::Form::kFinite) ||
         syntax_.phrases[syntax_.items[item].index].reading == Reading::kPronoun;
}

bool SentenceReader::HasApposition(const NounPhrase& phrase) const {
  if (phrase.reading != Reading::kPerson) return false;
  for (TokenIndex token = phrase.range.begin; token < phrase.range.end; ++token)
    if (syntax_.classes[token] & kComma) return true;
  return false;
}

bool SentenceReader::FiniteVerbFollows(uint32_t item) const {
  uint32_t next = Next(item);
  while (KindAt(next) == Item::Kind::kPreposition && next < item + kFarthestVerb &&
         !(syntax_.classes[syntax_.items[next].range.begin] & kSubordinator) &&
         KindAt(Next(next)) == Item::Kind::kNounPhrase)
    next = Next(Next(next));
  // "men arrested *on Monday* were": a date is no phrase.
  const VerbGroup* verb = next > item + 1 ? VerbAt(next) : nullptr;
  return verb && verb->form == VerbGroup::Form::kFinite && !ByFollows(next);
}

bool SentenceReader::ObjectFollows(uint32_t verb) const {
  const uint32_t next = Next(verb);
  return next == verb + 1 && KindAt(next) == Item::Kind::kNounPhrase;
}

bool SentenceReader::IsBareInfinitive(const VerbGroup& verb) const {
  return open_.valid() && !boundary_.any() && !candidate_.valid() &&
         Is(syntax_[open_].verb.lemma, kMake) && !verb.past && verb.range.size() == 1 &&
         (syntax_.classes[verb.head] & kBase) != 0;
}

void SentenceReader::ReadPreposition() {
  const uint32_t next = Next(item_);
  const VerbGroup* verb = VerbAt(next);
  if (verb && verb->form == VerbGroup::Form::kGerund) {
    introducer_ = Here().term;
    return;
  }
  // "after Israel attacked": the preposition opens a clause.
  if ((syntax_.classes[Here().range.begin] & kSubordinator) &&
      KindAt(next) == Item::Kind::kNounPhrase && !Is(Here().term, kOfPreposition) &&
      !Is(Here().term, kByPreposition)) {
    if (IsSubject(next) && !candidate_.valid() && (open_.valid() || fronted_.empty())) {
      OpenSubordinate(Here().term);
      return;
    }
  }
  // "In a letter to Chad": what is written goes there.
  const bool alone = Previous() != Item::Kind::kNounPhrase ||
                     (Is(Here().term, kRecipient) && Is(syntax_.items[item_ - 1].term, kMessage));
  preposition_ = {true, alone, Here().term};
}

// "the demand that Chad withdraw its troops", against "the demand that Chad rejected": what the
// noun is about has all that its verb needs.
bool SentenceReader::IsContentOf(const NounPhrase& noun) const {
  const uint32_t subject = Next(item_);
  if (!noun.content || KindAt(subject) != Item::Kind::kNounPhrase) return false;
  const uint32_t item = Next(subject);
  const VerbGroup* verb = VerbAt(item);
  return verb && verb->form == VerbGroup::Form::kFinite &&
         (verb->passive || ObjectFollows(item) || Is(verb->lemma, kIntransitive) ||
          (verb->range.size() == 1 && !verb->past && (syntax_.classes[verb->head] & kBase) != 0));
}

void SentenceReader::ReadThat() {
  const VerbGroup* verb = VerbAt(Next(item_));
  if (Previous() == Item::Kind::kNounPhrase && verb && verb->form == VerbGroup::Form::kFinite) {
    OpenRelative();
    return;
  }
  const Clause* open = Open();
  const bool speech = open && Is(open->verb.lemma, kSpeechVerb | kCommunication | kLightVerb);
  if (Previous() == Item::Kind::kNounPhrase && !speech && last_phrase_.valid() &&
      !IsContentOf(syntax_[last_phrase_])) {
    OpenRelative();
    return;
  }
  boundary_.that = true;
  if (candidate_.valid()) interrupted_.push_back(candidate_);
  candidate_ = NounPhraseId();
  preposition_ = Preposition();
}

// What the relative pronoun here stands for: "ministers of defence, who met", "the members of the
// panel who": somebody, not what he is of.
NounPhraseId SentenceReader::Antecedent() const {
  if (!last_phrase_.valid()) return last_phrase_;
  const NounPhrase& inner = syntax_[last_phrase_];
  // "Oman and Chad, the two countries that": those who are named.
  if (inner.reading == Reading::kRole && inner.plural && inner.definite && !inner.of.valid() &&
      !inner.possessor.valid() && inner.country == NounPhrase::kNone && inner.item > first_) {
    uint32_t item = inner.item - 1;
    const bool mark = KindAt(item) == Item::Kind::kComma || KindAt(item) == Item::Kind::kBreak;
    while (mark && item > first_ && KindAt(--item) == Item::Kind::kOther) {
    }
    const NounPhraseId named(KindAt(item) == Item::Kind::kNounPhrase ? syntax_.items[item].index
                                                                     : last_phrase_.value());
    if (mark && syntax_[named].next.valid() && syntax_[named].reading != Reading::kThing)
      return named;
  }
  if (!Is(Here().term, kPersonalRelative)) return last_phrase_;
  const bool nobody = inner.inanimate || inner.reading == Reading::kThing ||
                      inner.reading == Reading::kOrganization || inner.reading == Reading::kCountry;
  if (!nobody || inner.plural || inner.item < first_ + 2) return last_phrase_;
  const Item& before = syntax_.items[inner.item - 2];
  if (before.kind != Item::Kind::kNounPhrase) return last_phrase_;
  const NounPhraseId outer(before.index);
  const bool people = syntax_[outer].plural && syntax_[outer].reading == Reading::kRole;
  return people && syntax_[outer].of == last_phrase_ ? outer : last_phrase_;
}

void SentenceReader::OpenRelative() {
  if (preposition_.pending &&
      !Is(preposition_.term, kOfPreposition)) {  // "during which he met", "with whom she spoke"
    const TermId preposition = preposition_.term;
    OpenSubordinate(preposition);
    if (Is(preposition, kFronted) && last_phrase_.valid() &&
        syntax_[last_phrase_].reading != Reading::kThing)
      joined_ = {preposition, last_phrase_, true};
    return;
  }
  boundary_.relative = true;
  antecedent_ = Antecedent();
  if (tentative_.valid() && tentative_ == last_phrase_ && !candidate_.valid()) {
    // "said the talks, which began on Monday, helped": what is said begins before the relative.
    syntax_[open_].patient = NounPhraseId();
    interrupted_.push_back(tentative_);
    reporting_ = open_;
    tentative_ = NounPhraseId();
  }
  if (candidate_.valid()) interrupted_.push_back(candidate_);
  candidate_ = NounPhraseId();
  preposition_ = Preposition();
}

void SentenceReader::OpenSubordinate(TermId term) {
  boundary_ = Boundary();
  boundary_.subordinator = term;
  if (candidate_.valid()) interrupted_.push_back(candidate_);
  candidate_ = NounPhraseId();
  preposition_ = Preposition();
}

void SentenceReader::Break() {
  boundary_ = Boundary();
  boundary_.comma = true;
  preposition_ = Preposition();
  antecedent_ = NounPhraseId();
}

void ClauseReader::Run(const Layers& layers, Syntax& syntax) const {
  syntax.clauses.clear();
  syntax.clauses.reserve(syntax.verbs.size());
  for (uint32_t s = 0; s < syntax.sentences.size(); ++s) {
    Syntax::Extent& extent = syntax.sentences[s];
    extent.first_clause = static_cast<uint32_t>(syntax.clauses.size());
    SentenceReader(flags_, syntax, s, layers.sentences[s].headline)
        .Run(extent.first_item, extent.last_item);
    extent.last_clause = static_cast<uint32_t>(syntax.clauses.size());
  }
}

}  // namespace telex
