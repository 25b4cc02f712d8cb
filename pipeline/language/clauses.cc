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
        boundary_.comma = true;
        preposition_ = Preposition();
        break;
      case Item::Kind::kCoordinator:
        boundary_.coordinator = true;
        preposition_ = Preposition();
        break;
      case Item::Kind::kBreak:
        Break();
        break;
      case Item::Kind::kOther:
        break;
    }
  }
  if (!waiting_.empty() && main_subject_.valid()) Resolve(main_subject_);
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

bool SentenceReader::ObjectOfRelative() const {
  // "the aid that Oman gave [Kenya] was"
  if (open_.valid() && syntax_[open_].voice == Voice::kObjectRelative &&
      Is(syntax_[open_].verb.lemma, kDative) && !boundary_.any() &&
      syntax_[open_].complements.size() == 0 && Previous() == Item::Kind::kVerbGroup)
    return !interrupted_.empty();
  return open_.valid() && !boundary_.any() && !candidate_.valid() && !interrupted_.empty() &&
         Previous() == Item::Kind::kVerbGroup &&
         (syntax_[open_].relation == Clause::Relation::kRelative ||
          syntax_[open_].relation == Clause::Relation::kInfinitive ||
          syntax_[open_].relation == Clause::Relation::kContent) &&
         !syntax_[open_].patient.valid() && !syntax_[open_].verb.passive &&
         !Is(syntax_[open_].verb.lemma, kSpeechVerb);
}

// "said lifting [sanctions] would help": the verb behind is that of the whole.
bool SentenceReader::ObjectOfGerund(uint32_t item) const {
  if (!open_.valid() || boundary_.any() || candidate_.valid() ||
      Previous() != Item::Kind::kVerbGroup)
    return false;
  const Clause& open = syntax_[open_];
  return open.verb.form == VerbGroup::Form::kGerund && !open.patient.valid() &&
         !Is(open.verb.lemma, kSpeechVerb | kCommunication) &&
         syntax_.phrases[syntax_.items[item].index].reading == Reading::kThing;
}

bool SentenceReader::HasOwnVerb(uint32_t item) const {
  const uint32_t next = Next(item);
  const VerbGroup* verb = VerbAt(next);
  if (!verb || verb->form != VerbGroup::Form::kFinite) return false;
  if (ObjectOfRelative() || ObjectOfGerund(item) || IsBareInfinitive(*verb)) return false;
  if (!verb->maybe_participle) return true;
  if (ByFollows(next)) return false;
  // Otherwise a pronoun has no participle behind it, and a participle no object.
  if (syntax_.phrases[syntax_.items[item].index].reading == Reading::kPronoun ||
      ObjectFollows(next))
    return true;
  if (!open_.valid() || boundary_.any()) return true;
  if (boundary_.that || candidate_.valid()) return true;
  // "Tehran said Ankara proposed talks", against "the plan that Ankara drafted pleased …"
  return Is(syntax_[open_].verb.lemma, kSpeechVerb) && Previous() == Item::Kind::kVerbGroup;
}

bool SentenceReader::IsBareInfinitive(const VerbGroup& verb) const {
  return open_.valid() && !boundary_.any() && !candidate_.valid() &&
         Is(syntax_[open_].verb.lemma, kMake) && !verb.past && verb.range.size() == 1 &&
         (syntax_.classes[verb.head] & kBase) != 0;
}

void SentenceReader::Place(NounPhraseId id, NounPhrase::Position position, ClauseId clause) {
  for (NounPhraseId member = id; member.valid(); member = syntax_[member].next) {
    syntax_[member].position = position;
    syntax_[member].clause = clause;
  }
}

void SentenceReader::AddComplement(ClauseId clause, TermId preposition, NounPhraseId phrase,
                                   bool fronted) {
  Clause& target = syntax_[clause];
  target.complements.Add({preposition, phrase, fronted});
  target.range.end = std::max(target.range.end, syntax_[phrase].range.end);
  for (NounPhraseId member = phrase; member.valid(); member = syntax_[member].next)
    syntax_[member].preposition = preposition;
  Place(phrase, NounPhrase::Position::kComplement, clause);
  const bool passive = target.voice == Voice::kPassive || target.voice == Voice::kReducedPassive ||
                       target.verb.passive;
  if (Is(preposition, kBetweenPreposition)) FindParties(target, phrase);
  const bool by =
      passive && Is(preposition, kByPreposition) && syntax_[phrase].range.begin > target.verb.head;
  // "was reached by phone by the minister": a thing gives way to somebody.
  const bool better = !target.agent.valid() || (syntax_[target.agent].reading == Reading::kThing &&
                                                syntax_[phrase].reading != Reading::kThing);
  // "was urged to leave by Oman": whose passive it is that the infinitive hangs on.
  if (!passive && Is(preposition, kByPreposition) && target.voice == Voice::kInfinitive &&
      target.governor.valid() && syntax_[phrase].reading != Reading::kThing) {
    Clause& governor = syntax_[target.governor];
    if (governor.verb.passive && !governor.agent.valid()) governor.agent = phrase;
  }
  if (!by || !better) return;
  target.agent = phrase;
  const bool speaks = Is(target.verb.lemma, kLightVerb | kCommunication | kOwnDeed);
  if (target.voice == Voice::kReducedPassive && target.patient.valid() && speaks)
    syntax_[target.patient].made_by = phrase;
}

// "Talks were held in Oslo between", "a meeting took place between": whose the noun is that the
// verb says nothing more of.
void SentenceReader::FindParties(const Clause& clause, NounPhraseId parties) {
  const NounPhraseId noun = clause.verb.passive ? clause.patient : clause.agent;
  if (!noun.valid() || syntax_[noun].reading != Reading::kThing) return;
  const NounPhrase& before = syntax_[last_phrase_];
  const bool behind_verb = before.range.end <= clause.verb.range.begin;
  const bool behind_place = before.clause.valid() && &syntax_[before.clause] == &clause &&
                            Is(before.preposition, kPlacePreposition) &&
                            before.reading != Reading::kThing;
  const bool took_place =
      last_phrase_ == clause.patient && Is(syntax_.items[before.item].term, kOccurrence);
  if (behind_verb || behind_place || took_place) syntax_[noun].between = parties;
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

// "gave Kenya aid", "Kenya was given aid", "the aid Oman gave Kenya": what is given is the object,
// and who gets it stands as behind "to".
bool SentenceReader::GoesToSomebody(NounPhraseId id) {
  Clause& clause = syntax_[open_];
  if (!Is(clause.verb.lemma, kDative) || candidate_.valid() || clause.second.valid()) return false;
  const NounPhraseId object = clause.patient;
  if (!object.valid()) return false;
  const auto somebody = [&](NounPhraseId one) {
    const NounPhrase& phrase = syntax_[one];
    if (phrase.reading == Reading::kPronoun)  // "awarded 17 million"
      return (syntax_.classes[phrase.head] & kNumber) == 0;
    return phrase.reading != Reading::kThing;
  };
  if (clause.voice == Voice::kObjectRelative) {
    if (Previous() != Item::Kind::kVerbGroup || !somebody(id) || somebody(object)) return false;
    AddComplement(open_, flags_.recipient(), id);
    return true;
  }
  const bool beside = clause.verb.passive
                          ? Previous() == Item::Kind::kVerbGroup
                          : Previous() == Item::Kind::kNounPhrase &&
                                (last_phrase_ == object || last_phrase_ == syntax_[object].of);
  if (!beside || !somebody(object) || somebody(id)) return false;
  clause.patient = id;
  Place(id, NounPhrase::Position::kObject, open_);
  const NounPhrase::Position position = syntax_[object].position;
  AddComplement(open_, flags_.recipient(), object, clause.verb.passive);
  if (clause.verb.passive) Place(object, position, open_);
  return true;
}

bool SentenceReader::StandsAlone(const Preposition& preposition, NounPhraseId phrase) const {
  return preposition.alone && Is(preposition.term, kFronted) &&
         syntax_[phrase].reading != Reading::kThing &&
         (KindAt(Next(item_)) == Item::Kind::kComma ||
          KindAt(Next(item_)) == Item::Kind::kNounPhrase);
}

// "launched drones and missiles at Chad": an object of two kinds, which make no list, and nothing
// that the second might do.
bool SentenceReader::ContinuesObject() const {
  if (!open_.valid() || candidate_.valid() || Previous() != Item::Kind::kCoordinator) return false;
  if (boundary_.comma || boundary_.that || boundary_.relative || boundary_.subordinator.valid())
    return false;
  const Clause& clause = syntax_[open_];
  if (!clause.patient.valid() || clause.verb.passive || last_phrase_ != clause.patient)
    return false;
  return KindAt(Next(item_)) == Item::Kind::kPreposition && !IsSubject(item_) &&
         !FiniteVerbFollows(item_);
}

void SentenceReader::ReadPhrase() {
  const NounPhraseId id(Here().index);
  if (preposition_.pending) {
    const Preposition here = preposition_;
    const TermId preposition = here.term;
    preposition_ = Preposition();
    for (NounPhraseId member = id; member.valid(); member = syntax_[member].next)
      syntax_[member].preposition = preposition;
    if (open_.valid() && !boundary_.that && !boundary_.subordinator.valid() &&
        !candidate_.valid()) {
      AddComplement(open_, preposition, id);
    } else {
      fronted_.push_back({preposition, id, StandsAlone(here, id)});
    }
    const bool owner = Is(preposition, kOfPreposition) && last_phrase_.valid() &&
                       syntax_[last_phrase_].reading == Reading::kPerson;
    if (!owner) last_phrase_ = id;
    return;
  }
  if (HasOwnVerb(item_)) {
    const bool adjacent = Previous() == Item::Kind::kNounPhrase && !boundary_.any();
    const bool content = open_.valid() && Is(syntax_[open_].verb.lemma,
                                             kSpeechVerb);  // "told reporters Iran would"
    if (adjacent && !content && last_phrase_.valid() && syntax_[id].reading != Reading::kThing &&
        !BehindOpening()) {
      antecedent_ = last_phrase_;  // "a truce it struck with …"
      boundary_.relative = true;
      if (candidate_.valid() && candidate_ != last_phrase_) interrupted_.push_back(candidate_);
      if (candidate_ == last_phrase_) interrupted_.push_back(candidate_);
    }
    aside_ = SpokenAside();
    if (aside_) interrupted_.push_back(candidate_);
    candidate_ = id;
  } else if (Clause* open = Open(); open && !boundary_.any()) {
    const bool passive = open->verb.passive;
    if (GoesToSomebody(id)) {
      // the two objects of "gave Kenya aid"
    } else if (!passive && !open->patient.valid() && !candidate_.valid()) {
      open->patient = id;
      Place(id, NounPhrase::Position::kObject, open_);
      if (!objectless_.empty() && objectless_.back().value() + 1 == open_.value())
        for (const ClauseId joined : objectless_) syntax_[joined].patient = id;
      objectless_.clear();
      if (Is(open->verb.lemma, kSpeechVerb)) tentative_ = id;  // "said the visit to Oslo was …"
    } else if (!open->second.valid() && Previous() == Item::Kind::kNounPhrase) {
      open->second = id;
      Place(id, NounPhrase::Position::kObject, open_);
    } else if (passive && !open->second.valid()) {
      open->second = id;
      Place(id, NounPhrase::Position::kObject, open_);
    }
    open->range.end = std::max(open->range.end, syntax_[id].range.end);
  } else if (ContinuesObject()) {
    Place(id, NounPhrase::Position::kObject, open_);
    syntax_[open_].range.end = std::max(syntax_[open_].range.end, syntax_[id].range.end);
    boundary_ = Boundary();
  } else if (!candidate_.valid() || boundary_.any()) {
    if (!(candidate_.valid() && boundary_.comma && !boundary_.coordinator && !open_.valid()))
      candidate_ = id;
  }
  last_phrase_ = id;
}

// "Iran, [the envoy] said, will": who speaks stands between a subject and its verb.
bool SentenceReader::SpokenAside() const {
  if (!candidate_.valid() || Previous() != Item::Kind::kComma) return false;
  const uint32_t verb = Next(item_), comma = Next(verb);
  return Is(VerbAt(verb)->lemma, kSpeechVerb) && KindAt(comma) == Item::Kind::kComma &&
         VerbAt(Next(comma)) && VerbAt(Next(comma))->form == VerbGroup::Form::kFinite;
}

// "At the same time he urged Iraq to", "In a statement Oman called for": the subject behind what
// opens the sentence. "In a statement he issued on Monday, the minister condemned": a relative,
// which has no object, and whose comma a subject follows.
bool SentenceReader::BehindOpening() const {
  if (open_.valid() || candidate_.valid() || fronted_.empty()) return false;
  if (fronted_.back().phrase != last_phrase_) return false;
  uint32_t item = Next(item_);
  if (ObjectFollows(item) && !Is(VerbAt(item)->lemma, kDative)) return true;
  while (item < last_ && KindAt(item) != Item::Kind::kComma && KindAt(item) != Item::Kind::kBreak)
    item = Next(item);
  return KindAt(item) != Item::Kind::kComma || KindAt(Next(item)) != Item::Kind::kNounPhrase;
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
