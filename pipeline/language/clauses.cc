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

namespace telex {

const char* VoiceName(Voice voice) {
  static constexpr const char* kNames[] = {"active",           "passive",         "reduced passive",
                                           "subject relative", "object relative", "participle",
                                           "infinitive",       "inversion",       "nominal"};
  return kNames[static_cast<size_t>(voice)];
}

namespace {

constexpr uint32_t kFarthestVerb = 10;  // items

class SentenceReader {
 public:
  SentenceReader(const TermFlags& flags, Syntax& syntax, uint32_t sentence, bool headline)
      : flags_(flags), syntax_(syntax), sentence_(sentence), headline_(headline) {}

  void Run(uint32_t first, uint32_t last) {
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

 private:
  struct Boundary {
    bool comma = false, coordinator = false, that = false, relative = false;
    TermId subordinator;
    bool any() const { return comma || coordinator || that || relative || subordinator.valid(); }
  };
  struct Preposition {
    bool pending = false;
    TermId term;
  };

  const Item& Here() const { return syntax_.items[item_]; }
  uint32_t Next(uint32_t item) const {
    ++item;
    while (item < last_ && syntax_.items[item].kind == Item::Kind::kOther) ++item;
    return item;
  }
  Item::Kind KindAt(uint32_t item) const {
    return item < last_ ? syntax_.items[item].kind : Item::Kind::kBreak;
  }
  const VerbGroup* VerbAt(uint32_t item) const {
    return KindAt(item) == Item::Kind::kVerbGroup ? &syntax_.verbs[syntax_.items[item].index]
                                                  : nullptr;
  }
  Item::Kind Previous() const {
    for (uint32_t item = item_; item-- > first_;)
      if (syntax_.items[item].kind != Item::Kind::kOther) return syntax_.items[item].kind;
    return Item::Kind::kBreak;
  }
  bool Is(TermId term, uint64_t flag) const { return flags_.Has(term, flag); }
  // "proposed by X", "proposed to Y by X"
  bool ByFollows(uint32_t item) const {
    uint32_t next = Next(item);
    while (KindAt(next) == Item::Kind::kPreposition) {
      const uint32_t phrase = Next(next);
      if (KindAt(phrase) != Item::Kind::kNounPhrase) return false;  // "retaliated by striking"
      if (Is(syntax_.items[next].term, kByPreposition)) return true;
      next = Next(phrase);
    }
    return false;
  }
  // True where the noun phrase at `item`, behind a word that may be a preposition, has a verb:
  // "after two of the vans were hit", against "after talks held in Oslo".
  bool IsSubject(uint32_t item) const {
    uint32_t next = Next(item);
    while (KindAt(next) == Item::Kind::kPreposition && next < item + kFarthestVerb &&
           KindAt(Next(next)) == Item::Kind::kNounPhrase)
      next = Next(Next(next));
    const VerbGroup* verb = VerbAt(next);
    if (!verb || verb->form != VerbGroup::Form::kFinite) return false;
    if (!verb->maybe_participle) return true;
    if (ByFollows(next)) return false;
    const VerbGroup* inner = VerbAt(Next(next));
    return ObjectFollows(next) || KindAt(Next(next)) == Item::Kind::kThat ||
           (inner && inner->form != VerbGroup::Form::kFinite) ||
           syntax_.phrases[syntax_.items[item].index].reading == Reading::kPronoun;
  }

  // "militiamen armed with machetes attacked": behind the verb and its prepositions stands a finite
  // verb for the same subject.
  bool FiniteVerbFollows(uint32_t item) const {
    uint32_t next = Next(item);
    while (KindAt(next) == Item::Kind::kPreposition && next < item + kFarthestVerb &&
           !(syntax_.classes[syntax_.items[next].range.begin] & kSubordinator) &&
           KindAt(Next(next)) == Item::Kind::kNounPhrase)
      next = Next(Next(next));
    const VerbGroup* verb = next > Next(item) ? VerbAt(next) : nullptr;
    return verb && verb->form == VerbGroup::Form::kFinite && !ByFollows(next);
  }
  bool ObjectFollows(uint32_t verb) const {
    const uint32_t next = Next(verb);
    return next == verb + 1 && KindAt(next) == Item::Kind::kNounPhrase;
  }
  Clause* Open() { return open_.valid() ? &syntax_[open_] : nullptr; }

  // "The minister who met [Rosa] praised", "the threat to expel [envoys] was": the noun before
  // "who" or "to" still waits for its verb.
  bool ObjectOfRelative() const {
    return open_.valid() && !boundary_.any() && !candidate_.valid() && !interrupted_.empty() &&
           Previous() == Item::Kind::kVerbGroup &&
           (syntax_[open_].relation == Clause::Relation::kRelative ||
            syntax_[open_].relation == Clause::Relation::kInfinitive) &&
           !syntax_[open_].patient.valid() && !syntax_[open_].verb.passive &&
           !Is(syntax_[open_].verb.lemma, kSpeechVerb);
  }

  // True where the noun phrase at `item` is the subject of the verb right behind it.
  bool HasOwnVerb(uint32_t item) const {
    const uint32_t next = Next(item);
    const VerbGroup* verb = VerbAt(next);
    if (!verb || verb->form != VerbGroup::Form::kFinite) return false;
    if (ObjectOfRelative()) return false;
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

  void Place(NounPhraseId id, NounPhrase::Position position, ClauseId clause) {
    for (NounPhraseId member = id; member.valid(); member = syntax_[member].next) {
      syntax_[member].position = position;
      syntax_[member].clause = clause;
    }
  }

  void AddComplement(ClauseId clause, TermId preposition, NounPhraseId phrase) {
    Clause& target = syntax_[clause];
    target.complements.Add({preposition, phrase});
    target.range.end = std::max(target.range.end, syntax_[phrase].range.end);
    for (NounPhraseId member = phrase; member.valid(); member = syntax_[member].next)
      syntax_[member].preposition = preposition;
    Place(phrase, NounPhrase::Position::kComplement, clause);
    const bool passive = target.voice == Voice::kPassive ||
                         target.voice == Voice::kReducedPassive || target.verb.passive;
    const bool by = passive && Is(preposition, kByPreposition) &&
                    syntax_[phrase].range.begin > target.verb.head;
    // "was reached by phone by the minister": a thing gives way to somebody.
    const bool better =
        !target.agent.valid() || (syntax_[target.agent].reading == Reading::kThing &&
                                  syntax_[phrase].reading != Reading::kThing);
    if (by && better) target.agent = phrase;
  }

  void ReadPreposition() {
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
      if (IsSubject(next) && !candidate_.valid() && open_.valid()) {
        OpenSubordinate(Here().term);
        return;
      }
    }
    preposition_ = {true, Here().term};
  }

  void ReadThat() {
    const VerbGroup* verb = VerbAt(Next(item_));
    if (Previous() == Item::Kind::kNounPhrase && verb && verb->form == VerbGroup::Form::kFinite) {
      OpenRelative();
      return;
    }
    const Clause* open = Open();
    const bool speech = open && Is(open->verb.lemma, kSpeechVerb | kCommunication | kLightVerb);
    if (Previous() == Item::Kind::kNounPhrase && !speech && last_phrase_.valid()) {
      OpenRelative();
      return;
    }
    boundary_.that = true;
    if (candidate_.valid()) interrupted_.push_back(candidate_);
    candidate_ = NounPhraseId();
    preposition_ = Preposition();
  }

  void OpenRelative() {
    if (preposition_.pending &&
        !Is(preposition_.term, kOfPreposition)) {  // "during which he met", "with whom she spoke"
      OpenSubordinate(preposition_.term);
      return;
    }
    boundary_.relative = true;
    antecedent_ = last_phrase_;
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

  void OpenSubordinate(TermId term) {
    boundary_ = Boundary();
    boundary_.subordinator = term;
    if (candidate_.valid()) interrupted_.push_back(candidate_);
    candidate_ = NounPhraseId();
    preposition_ = Preposition();
  }

  void Break() {
    boundary_ = Boundary();
    boundary_.comma = true;
    preposition_ = Preposition();
    antecedent_ = NounPhraseId();
  }

  void ReadPhrase() {
    const NounPhraseId id(Here().index);
    if (preposition_.pending) {
      const TermId preposition = preposition_.term;
      preposition_ = Preposition();
      for (NounPhraseId member = id; member.valid(); member = syntax_[member].next)
        syntax_[member].preposition = preposition;
      if (open_.valid() && !boundary_.that && !boundary_.subordinator.valid() &&
          !candidate_.valid()) {
        AddComplement(open_, preposition, id);
      } else {
        fronted_.push_back({preposition, id});
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
      if (adjacent && !content && last_phrase_.valid() && syntax_[id].reading != Reading::kThing) {
        antecedent_ = last_phrase_;  // "a truce it struck with …"
        boundary_.relative = true;
        if (candidate_.valid() && candidate_ != last_phrase_) interrupted_.push_back(candidate_);
        if (candidate_ == last_phrase_) interrupted_.push_back(candidate_);
      }
      candidate_ = id;
    } else if (Clause* open = Open(); open && !boundary_.any()) {
      const bool passive = open->verb.passive;
      if (!passive && !open->patient.valid() && !candidate_.valid()) {
        open->patient = id;
        Place(id, NounPhrase::Position::kObject, open_);
        if (open_object_.valid() && open_object_.value() + 1 == open_.value())
          syntax_[open_object_].patient = id;
        open_object_ = ClauseId();
        if (Is(open->verb.lemma, kSpeechVerb)) tentative_ = id;  // "said the visit to Oslo was …"
      } else if (!open->second.valid() && Previous() == Item::Kind::kNounPhrase) {
        open->second = id;
        Place(id, NounPhrase::Position::kObject, open_);
      } else if (passive && !open->second.valid()) {
        open->second = id;
        Place(id, NounPhrase::Position::kObject, open_);
      }
      open->range.end = std::max(open->range.end, syntax_[id].range.end);
    } else if (!candidate_.valid() || boundary_.any()) {
      if (!(candidate_.valid() && boundary_.comma && !boundary_.coordinator && !open_.valid()))
        candidate_ = id;
    }
    last_phrase_ = id;
  }

  // The clause of a speaker above `clause`: "he said that X is …, urging Y": back to "said".
  ClauseId Speaker(ClauseId clause) const {
    for (int depth = 0; clause.valid() && depth < 8; ++depth) {
      const Clause& at = syntax_[clause];
      if (!at.parent.valid()) return clause;
      if (at.relation != Clause::Relation::kContent &&
          at.relation != Clause::Relation::kCoordinate &&
          at.relation != Clause::Relation::kParticiple &&
          at.relation != Clause::Relation::kInfinitive)
        return clause;
      clause = at.parent;
    }
    return clause;
  }

  ClauseId Add(const VerbGroup& verb) {
    const ClauseId id(syntax_.clauses.size());
    Clause clause;
    clause.verb = verb;
    clause.sentence = sentence_;
    clause.range = verb.range;
    syntax_.clauses.push_back(clause);
    return id;
  }

  void SetSubject(ClauseId id, NounPhraseId subject) {
    Clause& clause = syntax_[id];
    clause.subject = subject;
    if (!subject.valid()) return;
    (clause.verb.passive ? clause.patient : clause.agent) = subject;
  }

  void Resolve(NounPhraseId subject) {
    for (ClauseId id : waiting_)
      if (!syntax_[id].subject.valid()) SetSubject(id, subject);
    waiting_.clear();
  }

  void Enter(ClauseId id, bool takes_fronted) {
    if (takes_fronted) {
      for (const Complement& complement : fronted_)
        AddComplement(id, complement.preposition, complement.phrase);
      fronted_.clear();
    }
    open_ = id;
    boundary_ = Boundary();
    introducer_ = TermId();
    preposition_ = Preposition();
  }

  void ReadVerb() {
    const VerbGroup& verb = syntax_.verbs[Here().index];
    switch (verb.form) {
      case VerbGroup::Form::kFinite:
        ReadFinite(verb);
        break;
      case VerbGroup::Form::kInfinitive:
        ReadInfinitive(verb);
        break;
      case VerbGroup::Form::kGerund:
        ReadGerund(verb);
        break;
      case VerbGroup::Form::kParticiple:
        ReadParticiple(verb);
        break;
    }
  }

  bool IsReducedPassive(const VerbGroup& verb) const {
    if (!verb.maybe_participle) return false;
    const bool after_phrase = Previous() == Item::Kind::kNounPhrase;
    if (boundary_.relative) return false;
    if (ByFollows(item_)) return true;
    if (after_phrase && !boundary_.any() && FiniteVerbFollows(item_)) return true;
    return after_phrase && !candidate_.valid() && !ObjectFollows(item_);
  }

  // "will go to Rome and meet the pope", "plans to go and meet": a bare verb shares what stands
  // before the one it is joined to.
  void ShareAuxiliaries(ClauseId from, ClauseId to) {
    const VerbGroup first = syntax_[from].verb;
    Clause& clause = syntax_[to];
    VerbGroup& verb = clause.verb;
    const bool bare =
        verb.range.size() == 1 && !verb.past && (syntax_.classes[verb.head] & kBase) != 0;
    if (!bare) return;
    if (first.form == VerbGroup::Form::kInfinitive) {
      verb.form = first.form;
      clause.voice = Voice::kInfinitive;
      clause.governor = syntax_[from].governor;
      clause.parent = syntax_[from].parent;
      SetSubject(to, syntax_[from].subject);
    } else if (first.modal.valid()) {
      verb.modal = first.modal;
      verb.negated = first.negated;
    }
  }

  void ReadFinite(const VerbGroup& verb) {
    if (IsReducedPassive(verb)) {
      ReadParticiple(verb);
      return;
    }
    const ClauseId before = open_;
    const ClauseId id = Add(verb);
    const bool relative = boundary_.relative && antecedent_.valid();
    const bool shares =
        boundary_.coordinator && Previous() == Item::Kind::kCoordinator && before.valid();
    if (relative) {
      if (candidate_.valid()) {
        syntax_[id].voice = Voice::kObjectRelative;
        SetSubject(id, candidate_);
        if (!verb.passive) syntax_[id].patient = antecedent_;
        Place(candidate_, NounPhrase::Position::kSubject, id);
      } else {
        SetSubject(id, antecedent_);
        syntax_[id].voice = Voice::kSubjectRelative;
      }
      syntax_[id].relation = Clause::Relation::kRelative;
      syntax_[id].parent = before;
      candidate_ = NounPhraseId();
      Enter(id, false);
      if (verb.passive) syntax_[id].voice = Voice::kPassive;
      return;
    }
    if (shares) {
      ClauseId host = before;
      // "condemned and rejected the attack": the object of the second is that of the first.
      const Clause& first = syntax_[before];
      if (first.verb.range.end + 1 == verb.range.begin && !first.patient.valid() &&
          !first.verb.passive)
        open_object_ = before;
      const ClauseId speaker = Speaker(before);
      const bool communicates = Is(verb.lemma, kSpeechVerb | kCommunication);
      if (speaker != before && communicates && syntax_[speaker].verb.past == verb.past)
        host = speaker;
      while (host.valid() && syntax_[host].verb.form != VerbGroup::Form::kFinite &&
             syntax_[host].parent.valid())
        host = syntax_[host].parent;
      SetSubject(id, syntax_[host].subject);
      syntax_[id].relation = Clause::Relation::kCoordinate;
      syntax_[id].parent = syntax_[host].parent;
      ShareAuxiliaries(before, id);
    } else if (candidate_.valid()) {
      SetSubject(id, candidate_);
      Place(candidate_, NounPhrase::Position::kSubject, id);
    } else if (tentative_.valid() && before.valid() && syntax_[before].patient == tentative_ &&
               !boundary_.any()) {
      syntax_[before].patient = NounPhraseId();
      SetSubject(id, tentative_);
      Place(tentative_, NounPhrase::Position::kSubject, id);
    } else if (Inverted(id, verb)) {
      // the subject was behind the verb
    } else if (!interrupted_.empty()) {
      SetSubject(id, interrupted_.back());
      Place(interrupted_.back(), NounPhrase::Position::kSubject, id);
      interrupted_.pop_back();
      if (reporting_.valid()) {
        syntax_[id].relation = Clause::Relation::kContent;
        syntax_[id].parent = reporting_;
        reporting_ = ClauseId();
      }
    } else if (before.valid() && boundary_.any()) {
      SetSubject(id, main_subject_);
    } else if (before.valid() && syntax_[before].patient.valid() &&
               Previous() == Item::Kind::kNounPhrase &&
               syntax_[before].verb.form != VerbGroup::Form::kFinite) {
      SetSubject(id, syntax_[before].patient);
    }
    candidate_ = tentative_ = NounPhraseId();
    Clause& clause = syntax_[id];
    if (verb.passive) clause.voice = Voice::kPassive;
    const bool content = !shares && before.valid() && Is(syntax_[before].verb.lemma, kSpeechVerb) &&
                         (boundary_.that || !boundary_.any());
    if (boundary_.that || content) {
      clause.relation = Clause::Relation::kContent;
      clause.parent = before;
    } else if (boundary_.subordinator.valid()) {
      clause.relation = Clause::Relation::kAdjunct;
      clause.introducer = boundary_.subordinator;
      clause.parent = before;
    }
    if (clause.relation == Clause::Relation::kMain && clause.subject.valid()) {
      main_subject_ = clause.subject;
      Resolve(main_subject_);
    }
    if (clause.subject.valid())
      clause.range.begin = std::min(clause.range.begin, syntax_[clause.subject].range.begin);
    Enter(id, true);
  }

  // `"…," said Fidan`: a verb of speech without a subject, and its speaker behind it.
  bool Inverted(ClauseId id, const VerbGroup& verb) {
    if (!Is(verb.lemma, kSpeechVerb) || verb.passive) return false;
    if (!interrupted_.empty()) return false;  // "Diallo, who is in Oslo, told reporters"
    const uint32_t next = Next(item_);
    if (KindAt(next) != Item::Kind::kNounPhrase || HasOwnVerb(next)) return false;
    if (Previous() != Item::Kind::kComma && Previous() != Item::Kind::kQuote) return false;
    const NounPhraseId speaker(syntax_.items[next].index);
    SetSubject(id, speaker);
    Place(speaker, NounPhrase::Position::kSubject, id);
    syntax_[id].voice = Voice::kInversion;
    last_phrase_ = speaker;
    item_ = next;
    return true;
  }

  // Whose the noun is that the infinitive at hand belongs to: "Oman's refusal to sign". False where
  // it stands behind no such noun, or nobody says whose it is.
  bool OwnedByNoun(NounPhraseId* owner) const {
    if (Previous() != Item::Kind::kNounPhrase || !last_phrase_.valid()) return false;
    const NounPhrase& noun = syntax_[last_phrase_];
    if (noun.reading != Reading::kThing || !noun.content) return false;
    if (noun.possessor.valid()) {
      *owner = noun.possessor;
    } else if (noun.country == NounPhrase::kNone) {
      return false;  // "made a decision to": the subject's
    }
    return true;  // "the Omani refusal to": nobody who stands there as a phrase
  }

  void ReadInfinitive(const VerbGroup& verb) {
    const ClauseId before = open_;
    const ClauseId id = Add(verb);
    NounPhraseId subject;
    const bool owned = OwnedByNoun(&subject);
    if (owned && candidate_ == last_phrase_) {  // the noun still waits for its own verb
      interrupted_.push_back(candidate_);
      candidate_ = NounPhraseId();
    }
    if (owned) {
      syntax_[id].relation = Clause::Relation::kInfinitive;
      syntax_[id].governor = syntax_[id].parent = before;
    } else if (before.valid() && !(candidate_.valid() && !boundary_.any())) {
      const Clause& governor = syntax_[before];
      if (governor.verb.passive) {
        subject = governor.patient;
      } else if (Is(governor.verb.lemma, kObjectControl)) {
        subject = governor.patient;
        if (!subject.valid() && governor.complements.size() > 0)
          subject = governor.complements.begin()->phrase;
        if (!subject.valid()) subject = governor.subject;
      } else {
        subject = governor.subject;
      }
      syntax_[id].relation =
          boundary_.coordinator ? Clause::Relation::kCoordinate : Clause::Relation::kInfinitive;
      if (boundary_.coordinator && governor.verb.form == VerbGroup::Form::kInfinitive) {
        subject = governor.subject;
        syntax_[id].governor = governor.governor;
        syntax_[id].parent = governor.parent;
      } else {
        syntax_[id].governor = before;
        syntax_[id].parent = before;
      }
    } else if (candidate_.valid()) {
      subject = candidate_;  // a headline: "Iran's foreign minister to visit Ankara"
      Place(candidate_, NounPhrase::Position::kSubject, id);
      candidate_ = NounPhraseId();
    }
    SetSubject(id, subject);
    syntax_[id].voice = Voice::kInfinitive;
    if (!subject.valid() && !before.valid()) waiting_.push_back(id);
    Enter(id, !before.valid());
  }

  // Whose deed it is that somebody is accused of, thanked for, kept from: the object, or whom its
  // noun went to ("expressed thanks to Oman for opening").
  NounPhraseId Blamed(ClauseId id) const {
    const Clause& clause = syntax_[id];
    if (!clause.patient.valid() || clause.verb.passive) return NounPhraseId();
    if (syntax_[clause.patient].reading != Reading::kThing) return clause.patient;
    for (const Complement& complement : clause.complements)
      if (complement.phrase == last_phrase_ &&
          syntax_[complement.phrase].reading != Reading::kThing)
        return complement.phrase;
    return NounPhraseId();
  }

  void ReadGerund(const VerbGroup& verb) {
    const ClauseId before = open_;
    const ClauseId id = Add(verb);
    Clause& clause = syntax_[id];
    clause.voice = Voice::kParticiple;
    clause.relation =
        introducer_.valid() ? Clause::Relation::kAdjunct : Clause::Relation::kParticiple;
    clause.introducer = introducer_;
    clause.parent = before;
    const bool reduced = Previous() == Item::Kind::kNounPhrase && !introducer_.valid() &&
                         !boundary_.comma && !boundary_.coordinator && last_phrase_.valid();
    const bool content = !introducer_.valid() && before.valid() &&
                         Previous() == Item::Kind::kVerbGroup;  // "stopped bombing"
    if (introducer_.valid() || content) clause.governor = before;
    NounPhraseId subject =
        before.valid() && Is(introducer_, kObjectGerund) ? Blamed(before) : NounPhraseId();
    if (subject.valid()) {
      // "accused Oman of bombing"
    } else if (reduced && !(before.valid() && Is(verb.lemma, kSpeechVerb | kCommunication))) {
      subject = last_phrase_;
      clause.relation = Clause::Relation::kRelative;
    } else if (before.valid()) {
      const bool communicates = Is(verb.lemma, kSpeechVerb | kCommunication);
      const ClauseId host = communicates ? Speaker(before) : before;
      subject = syntax_[host].subject;
      syntax_[id].parent = host;
    } else if (candidate_.valid()) {
      subject = candidate_;
    }
    SetSubject(id, subject);
    if (!subject.valid()) waiting_.push_back(id);
    const bool keep = candidate_.valid() && !before.valid();
    Enter(id, false);
    if (keep) {  // "The minister, speaking to reporters, said": the subject still waits for its
                 // verb
      interrupted_.push_back(candidate_);
      candidate_ = NounPhraseId();
    }
  }

  void ReadParticiple(VerbGroup verb) {
    verb.passive = true;
    verb.form = VerbGroup::Form::kParticiple;
    const ClauseId before = open_;
    const ClauseId id = Add(verb);
    Clause& clause = syntax_[id];
    clause.voice = Voice::kReducedPassive;
    clause.relation = Clause::Relation::kRelative;
    clause.parent = before;
    if (last_phrase_.valid()) {
      SetSubject(id, last_phrase_);
    } else {
      waiting_.push_back(id);
    }
    if (candidate_.valid()) {
      interrupted_.push_back(candidate_);
      candidate_ = NounPhraseId();
    }
    Enter(id, false);
  }

  const TermFlags& flags_;
  Syntax& syntax_;
  uint32_t sentence_;
  bool headline_;
  uint32_t first_ = 0, last_ = 0, item_ = 0;
  ClauseId open_;
  ClauseId open_object_;  // a verb whose object is that of the verb joined to it
  NounPhraseId candidate_, last_phrase_, antecedent_, main_subject_;
  NounPhraseId
      tentative_;       // object of a verb of saying, so far: perhaps the subject of what is said
  ClauseId reporting_;  // … and a relative stands between the two: its verb of saying
  std::vector<NounPhraseId> interrupted_;
  std::vector<Complement> fronted_;
  std::vector<ClauseId> waiting_;
  Boundary boundary_;
  Preposition preposition_;
  TermId introducer_;
};

}  // namespace

void ClauseReader::Run(const Layers& layers, Syntax& syntax) const {
  syntax.clauses.clear();
  for (uint32_t s = 0; s < syntax.sentences.size(); ++s) {
    Syntax::Extent& extent = syntax.sentences[s];
    extent.first_clause = static_cast<uint32_t>(syntax.clauses.size());
    SentenceReader(flags_, syntax, s, layers.sentences[s].headline)
        .Run(extent.first_item, extent.last_item);
    extent.last_clause = static_cast<uint32_t>(syntax.clauses.size());
  }
}

}  // namespace telex
