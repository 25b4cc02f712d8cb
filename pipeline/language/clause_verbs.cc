// What a verb does to the sentence being read: which clause it opens, and who is its subject.
#include <algorithm>

#include "pipeline/language/sentence_reader.h"

namespace telex {

ClauseId SentenceReader::Speaker(ClauseId clause) const {
  for (int depth = 0; clause.valid() && depth < 8; ++depth) {
    const Clause& at = syntax_[clause];
    if (!at.parent.valid()) return clause;
    if (at.relation != Clause::Relation::kContent && at.relation != Clause::Relation::kCoordinate &&
        at.relation != Clause::Relation::kParticiple &&
        at.relation != Clause::Relation::kInfinitive)
      return clause;
    clause = at.parent;
  }
  return clause;
}

ClauseId SentenceReader::Add(const VerbGroup& verb) {
  const ClauseId id(syntax_.clauses.size());
  Clause& clause = syntax_.clauses.emplace_back();
  clause.verb = verb;
  clause.sentence = sentence_;
  clause.range = verb.range;
  return id;
}

void SentenceReader::SetSubject(ClauseId id, NounPhraseId subject) {
  Clause& clause = syntax_[id];
  clause.subject = subject;
  if (!subject.valid()) return;
  (clause.verb.passive ? clause.patient : clause.agent) = subject;
}

void SentenceReader::Resolve(NounPhraseId subject) {
  for (ClauseId id : waiting_)
    if (!syntax_[id].subject.valid()) SetSubject(id, subject);
  waiting_.clear();
}

void SentenceReader::Enter(ClauseId id, bool takes_fronted) {
  if (takes_fronted) {
    for (const Complement& complement : fronted_)
      AddComplement(id, complement.preposition, complement.phrase, complement.fronted);
    fronted_.clear();
  }
  if (joined_.phrase.valid()) syntax_[id].complements.Add(joined_);  // it has its place already
  joined_ = Complement();
  open_ = id;
  boundary_ = Boundary();
  introducer_ = TermId();
  preposition_ = Preposition();
}

void SentenceReader::ReadVerb() {
  const VerbGroup& verb = syntax_.verbs[Here().index];
  switch (verb.form) {
    case VerbGroup::Form::kFinite:
      if (IsBareInfinitive(verb)) {
        VerbGroup infinitive = verb;
        infinitive.form = VerbGroup::Form::kInfinitive;
        ReadInfinitive(infinitive);
        break;
      }
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

void SentenceReader::ReadFinite(VerbGroup verb) {
  if (IsReducedPassive(verb)) {
    const bool named = IsNaming(verb);
    ReadParticiple(verb);
    if (named) {
      syntax_[open_].second = NounPhraseId(syntax_.items[++item_].index);
      Place(syntax_[open_].second, NounPhrase::Position::kObject, open_);
    }
    return;
  }
  verb.passive = verb.passive || IsBarePassive(verb);
  const ClauseId before = open_;
  const ClauseId id = Add(verb);
  const bool relative = boundary_.relative && antecedent_.valid();
  const bool shares =
      boundary_.coordinator && Previous() == Item::Kind::kCoordinator && before.valid();
  if (relative) {
    if (candidate_.valid()) {
      syntax_[id].voice = Voice::kObjectRelative;
      SetSubject(id, candidate_);
      // "the way Israel treated Lebanon" has an object of its own.
      const bool gap = !ObjectFollows(item_) || Is(verb.lemma, kDative);
      if (!verb.passive && gap) syntax_[id].patient = antecedent_;
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
  if (before.valid() && SharesObject(syntax_[before], verb)) {
    if (!objectless_.empty() && objectless_.back().value() + 1 != before.value())
      objectless_.clear();
    objectless_.push_back(before);
  }
  if (shares) {
    ClauseId host = before;
    const ClauseId speaker = Speaker(before);
    const bool communicates = Is(verb.lemma, kSpeechVerb | kCommunication);
    const VerbGroup& main = syntax_[speaker].verb;
    const bool speaks_again = speaker != before && communicates && main.past == verb.past;
    if (speaks_again) host = speaker;
    host = SameTense(host, verb);
    SetSubject(id, syntax_[host].subject);
    syntax_[id].relation = Clause::Relation::kCoordinate;
    syntax_[id].parent = syntax_[host].parent;
    // "We urge Oman to leave and call on Chad to stay" calls; "plans to urge Oman and call" does
    // not.
    const bool plural = main.range.size() == 1 && (syntax_.classes[main.head] & kBase) != 0;
    if (!speaks_again || !plural) ShareAuxiliaries(before, id);
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
    if (aside_) reporting_ = before;
    aside_ = false;
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
                       (boundary_.that || !boundary_.any()) &&
                       (boundary_.that || syntax_[before].voice != Voice::kReducedPassive);
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

bool SentenceReader::Inverted(ClauseId id, const VerbGroup& verb) {
  if (!Is(verb.lemma, kSpeechVerb) || verb.passive) return false;
  if (!interrupted_.empty()) return false;  // "Diallo, who is in Oslo, told reporters"
  const uint32_t next = Next(item_);
  if (KindAt(next) != Item::Kind::kNounPhrase || HasOwnVerb(next)) return false;
  if (Previous() != Item::Kind::kComma && Previous() != Item::Kind::kQuote) return false;
  const NounPhraseId speaker(syntax_.items[next].index);
  // "…, underscored the need for reform, and": a thing says nothing, but for a statement.
  if (Previous() == Item::Kind::kComma && syntax_[speaker].reading == Reading::kThing &&
      !Is(syntax_.items[next].term, kMessage))
    return false;
  SetSubject(id, speaker);
  Place(speaker, NounPhrase::Position::kSubject, id);
  syntax_[id].voice = Voice::kInversion;
  last_phrase_ = speaker;
  item_ = next;
  return true;
}

void SentenceReader::ReadInfinitive(const VerbGroup& verb) {
  const ClauseId before = open_;
  const ClauseId id = Add(verb);
  NounPhraseId subject;
  const bool waits = WaitsForVerb(&subject);
  const bool owned = waits || OwnedByNoun(&subject);
  if (waits || (owned && candidate_ == last_phrase_)) {  // the noun still waits for its own verb
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
    } else if (governor.patient.valid() && Is(governor.verb.lemma, kPhoning)) {
      subject = governor.subject;  // "called the emir to thank him", but "called on him to leave"
    } else if (Is(governor.verb.lemma, kObjectControl) ||
               (verb.range.size() == 1 && Is(governor.verb.lemma, kMake))) {
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
  if (!subject.valid() && !before.valid() && !owned) waiting_.push_back(id);
  Enter(id, !before.valid() && !owned);
}

void SentenceReader::ReadGerund(const VerbGroup& verb) {
  const ClauseId before = open_;
  const ClauseId id = Add(verb);
  Clause& clause = syntax_[id];
  clause.voice = Voice::kParticiple;
  clause.relation =
      introducer_.valid() ? Clause::Relation::kAdjunct : Clause::Relation::kParticiple;
  clause.introducer = introducer_;
  clause.parent = before;
  // "issued a statement on Monday rejecting": who issued it rejects.
  const bool issued = before.valid() && last_phrase_.valid() &&
                      last_phrase_ == syntax_[before].patient && !syntax_[before].verb.passive &&
                      Is(syntax_.items[syntax_[last_phrase_].item].term, kMessage);
  const bool reduced = Previous() == Item::Kind::kNounPhrase && !introducer_.valid() &&
                       !boundary_.comma && !boundary_.coordinator && last_phrase_.valid() &&
                       !issued;
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
    ClauseId host = communicates ? Speaker(before) : before;
    // "joined the strikes that paralysed ports, demanding": no thing speaks
    while (communicates && boundary_.comma && syntax_[host].parent.valid() &&
           syntax_[host].subject.valid() &&
           syntax_[syntax_[host].subject].reading == Reading::kThing)
      host = Speaker(syntax_[host].parent);
    subject = syntax_[host].subject;
    syntax_[id].parent = host;
  } else if (candidate_.valid()) {
    subject = candidate_;
  }
  SetSubject(id, subject);
  if (!subject.valid()) waiting_.push_back(id);
  // "With Chad opposing the plan, Oman …": whose the gerund is stands for nothing else.
  if (reduced && !fronted_.empty() && fronted_.back().phrase == subject) fronted_.pop_back();
  const bool keep = candidate_.valid() && !before.valid();
  Enter(id, false);
  if (keep) {  // "The minister, speaking to reporters, said": the subject still waits for its
               // verb
    interrupted_.push_back(candidate_);
    candidate_ = NounPhraseId();
  }
}

void SentenceReader::ReadParticiple(VerbGroup verb) {
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

}  // namespace telex
