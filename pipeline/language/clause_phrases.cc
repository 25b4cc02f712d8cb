// What a noun phrase is to the sentence being read: subject, object or complement, of which clause.
#include <algorithm>

#include "pipeline/language/sentence_reader.h"

namespace telex {

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

// "Quispe, *whose party* lost, praised": opens a clause of its own.
bool SentenceReader::IsWhose(const NounPhrase& phrase) const {
  NounPhraseId owner = phrase.possessor;
  while (owner.valid() && syntax_[owner].possessor.valid()) owner = syntax_[owner].possessor;
  return owner.valid() && (syntax_.classes[syntax_[owner].head] & kRelative) != 0;
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
  if (IsWhose(syntax_[id])) OpenSubordinate(TermId());
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
}  // namespace telex
