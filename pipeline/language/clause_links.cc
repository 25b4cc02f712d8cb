// What a verb shares with those before it, and whose it is: the questions that clause_verbs.cc
// asks.
#include "pipeline/language/sentence_reader.h"

namespace telex {

// "a firm called Velanox signed": what is behind the verb is a name, and has no verb of its own.
bool SentenceReader::IsNaming(const VerbGroup& verb) const {
  if (!verb.maybe_participle || boundary_.any() || !Is(verb.lemma, kNaming) ||
      !ObjectFollows(item_))
    return false;
  const uint32_t next = Next(item_ + 1);
  const VerbGroup* behind = VerbAt(next);
  if (!behind) return FiniteVerbFollows(item_ + 1);
  return behind->form == VerbGroup::Form::kFinite &&
         (!behind->maybe_participle || ObjectFollows(next));
}

bool SentenceReader::IsReducedPassive(const VerbGroup& verb) const {
  if (!verb.maybe_participle || Is(verb.lemma, kIntransitive)) return false;
  const bool after_phrase = Previous() == Item::Kind::kNounPhrase;
  if (boundary_.relative) return false;
  if (ByFollows(item_)) return !SpeaksOf();
  if (after_phrase && !boundary_.any() && FiniteVerbFollows(item_)) return true;
  if (after_phrase && IsNaming(verb)) return true;
  return after_phrase && !candidate_.valid() && !ObjectFollows(item_);
}

// "Oman complained of raids by Chad", "called for a study by Chad": what is said to be by somebody
// is the noun, not the saying.
bool SentenceReader::SpeaksOf() const {
  const VerbGroup& verb = *VerbAt(item_);
  return Is(verb.lemma, kSpeechVerb | kCommunication) && candidate_.valid() && !boundary_.any() &&
         KindAt(Next(item_)) == Item::Kind::kPreposition &&
         !Is(syntax_.items[Next(item_)].term, kByPreposition) && !FiniteVerbFollows(item_) &&
         syntax_[candidate_].reading != Reading::kThing;
}

void SentenceReader::ShareAuxiliaries(ClauseId from, ClauseId to) {
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

// "condemned and rejected the attack", "arrested, beat and later freed monks": the object of the
// last is that of those before it.
bool SentenceReader::SharesObject(const Clause& first, const VerbGroup& verb) const {
  constexpr TokenIndex kMostBetween = 3;
  const Item::Kind between = Previous();
  for (uint32_t item = item_;
       item-- > first_ && syntax_.items[item].range.begin >= first.verb.range.end;)
    if (syntax_.items[item].kind == Item::Kind::kPreposition)
      return false;  // "fought for or backed"
  return (between == Item::Kind::kCoordinator ||
          (between == Item::Kind::kComma && interrupted_.empty() &&
           !Is(first.verb.lemma, kSpeechVerb))) &&
         !first.patient.valid() && !first.verb.passive && !candidate_.valid() &&
         verb.range.begin - first.verb.range.end <= kMostBetween;
}

// The finite clause to which a verb behind "and" belongs: the open one or one above it. A past form
// goes back over what is told in another tense: "said the war goes on and urged", "stressed that it
// is the issue facing the region and urged".
ClauseId SentenceReader::SameTense(ClauseId clause, const VerbGroup& verb) const {
  const auto finite = [&](ClauseId id) {
    return syntax_[id].verb.form == VerbGroup::Form::kFinite;
  };
  ClauseId nearest = clause;
  while (!finite(nearest) && syntax_[nearest].parent.valid()) nearest = syntax_[nearest].parent;
  const bool simple = verb.past && verb.range.size() == 1;
  if (!simple) return nearest;
  for (ClauseId at = nearest; at.valid(); at = syntax_[at].parent) {
    const VerbGroup& own = syntax_[at].verb;
    if (finite(at) && (own.past || own.perfect) && syntax_[at].subject.valid()) return at;
  }
  return nearest;
}

// "Two policemen killed in Kashmir": a verb that cannot do without an object, and none behind it.
bool SentenceReader::IsBarePassive(const VerbGroup& verb) const {
  if (!verb.maybe_participle || verb.range.size() != 1 || !Is(verb.lemma, kNeedsObject) ||
      !candidate_.valid() || boundary_.relative || boundary_.coordinator)
    return false;
  uint32_t next = Next(item_);
  while (KindAt(next) == Item::Kind::kPreposition && KindAt(Next(next)) == Item::Kind::kNounPhrase)
    next = Next(Next(next));
  // "killed and burned monks", "killed on Monday three monks"
  return KindAt(next) != Item::Kind::kNounPhrase && KindAt(next) != Item::Kind::kCoordinator &&
         !(KindAt(next) == Item::Kind::kComma && VerbAt(Next(next)));
}

bool SentenceReader::OwnedByNoun(NounPhraseId* owner) const {
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

// "An agreement between Oman and Chad *to build* a port was signed": the noun in front still waits
// for a verb of its own, which no headline has.
bool SentenceReader::WaitsForVerb(NounPhraseId* owner) const {
  if (headline_ || !candidate_.valid() || candidate_ == last_phrase_ || boundary_.any() ||
      !syntax_[candidate_].content)
    return false;
  uint32_t item = Next(item_);
  const auto inside = [&](Item::Kind kind) {
    return kind == Item::Kind::kNounPhrase || kind == Item::Kind::kPreposition ||
           kind == Item::Kind::kCoordinator;
  };
  while (inside(KindAt(item))) item = Next(item);
  const VerbGroup* verb = VerbAt(item);
  if (!verb || verb->form != VerbGroup::Form::kFinite) return false;
  *owner = syntax_[candidate_].possessor.valid() ? syntax_[candidate_].possessor
                                                 : syntax_[candidate_].of;
  return true;
}

NounPhraseId SentenceReader::Blamed(ClauseId id) const {
  const Clause& clause = syntax_[id];
  if (!clause.patient.valid() || clause.verb.passive) return NounPhraseId();
  if (syntax_[clause.patient].reading != Reading::kThing) return clause.patient;
  for (const Complement& complement : clause.complements)
    if (complement.phrase == last_phrase_ && syntax_[complement.phrase].reading != Reading::kThing)
      return complement.phrase;
  return NounPhraseId();
}
}  // namespace telex
