// What an event's clause hangs on, and what that says of the event.
//
// Each step goes from a clause to the one above it. How it hangs there decides what reaches it:
//   infinitive     all that is said of the verb above: "did not agree to begin to attack"
//   bare gerund    the same: "considered attacking"
//   gerund behind a preposition: the noun or verb that takes the preposition, or the preposition
//                  itself; one that context.yaml does not name asserts nothing ("the risk of")
//   participle     the modal of the main clause, not its negation: "would ban tea, hurting Kenya"
//   content        the verb of saying; "denied that"
//   adverbial and relative clauses: nothing, they are taken for granted
#include <algorithm>

#include "pipeline/events/status.h"

namespace telex {
namespace {

constexpr int kMostSteps = 8;               // "is expected to agree to begin to visit"
constexpr uint32_t kFarthestLeader = 5;     // clauses between two that are joined
constexpr TokenIndex kLongestSubject = 12;  // of a gerund with its objects

bool IsFinite(const Clause& clause) { return clause.verb.form == VerbGroup::Form::kFinite; }

}  // namespace

// "plans to visit Kenya and [to] meet", "for attacking and bombing": the one that says how both
// hang.
ClauseId StatusReader::Leader(const StoryView& view, ClauseId id) const {
  const Clause& clause = view.syntax[id];
  TokenIndex begin = clause.verb.range.begin;
  if (IsFinite(clause) && clause.subject.valid()) {
    const NounPhrase& subject = view.syntax[clause.subject];
    begin = std::min(begin, subject.range.begin);
    if (subject.possessor.valid())
      begin = std::min(begin, view.syntax[subject.possessor].range.begin);
  }
  const bool shares = clause.relation == Clause::Relation::kCoordinate;
  if (!shares) {
    if (begin == 0 || (view.syntax.classes[begin - 1] & kCoordinator) == 0) return id;
    if (clause.introducer.valid() || (!IsFinite(clause) && clause.governor.valid())) return id;
    if (IsFinite(clause) && (clause.relation != Clause::Relation::kMain || begin < 2 ||
                             view.At(begin - 2).Is(kPunctuation)))
      return id;
  }
  for (uint32_t back = 1; back <= kFarthestLeader && back <= id.value(); ++back) {
    const ClauseId host(id.value() - back);
    const Clause& first = view.syntax[host];
    if (first.sentence != clause.sentence) break;
    if (first.verb.form != clause.verb.form) continue;
    // "insisted that it will talk and *rejected* calls": another tense hangs elsewhere.
    if (shares && (first.subject != clause.subject ||
                   (IsFinite(clause) && clause.verb.past != first.verb.past)))
      continue;
    return host;
  }
  return id;
}

// "*Attacking* Chad would be a mistake": right behind it stands the verb whose subject it is.
bool StatusReader::IsGerundSubject(const StoryView& view, ClauseId id) const {
  const Clause& clause = view.syntax[id];
  if (clause.relation != Clause::Relation::kParticiple || clause.governor.valid() ||
      id.value() + 1 >= view.syntax.clauses.size())
    return false;
  const Clause& next = view.syntax[ClauseId(id.value() + 1)];
  if (next.sentence != clause.sentence || !IsFinite(next)) return false;
  bool own = !next.subject.valid() || next.subject == clause.patient;
  for (const Complement& complement : clause.complements) own |= complement.phrase == next.subject;
  if (!own || next.parent == id) return false;
  const TokenIndex begin = clause.verb.range.end, end = next.verb.range.begin;
  if (end > begin + kLongestSubject) return false;
  for (TokenIndex token = begin; token < end; ++token)
    if (view.syntax.classes[token] & (kPunctuation | kThat | kRelative | kSubordinator))
      return false;
  return true;
}

// An infinitive that its verb does not ask for says what somebody means to do: "sent arms to defend
// the town". Whoever travels somewhere to meet somebody mostly does.
bool StatusReader::IsPurpose(const StoryView& view, const Clause& governor,
                             TokenIndex before) const {
  const Word& verb = view.At(governor.verb.head);
  if (verb.Is(kBe | kHave | kDo) || !governor.verb.lemma.valid()) return false;
  if (flags_.Has(verb.verb_lemma, kSending)) return true;
  if (flags_.Has(verb.verb_lemma, kTakesInfinitive | kMotion)) return false;
  const uint32_t noun = before > 0 ? view.syntax.phrase_at[before - 1] : Syntax::kNone;
  return noun == Syntax::kNone || !view.syntax.phrases[noun].content;
}

NounPhraseId StatusReader::NounBefore(const StoryView& view, TokenIndex token) const {
  if (token == 0 || view.syntax.phrase_at[token - 1] == Syntax::kNone) return NounPhraseId();
  return NounPhraseId(view.syntax.phrase_at[token - 1]);
}

// What is said of the clause above holds for what hangs on it: its modal, condition and adverbs,
// and where the verb governs it the negation.
void StatusReader::Share(ClauseId above, bool negation, Walk* walk) const {
  const Clause& clause = walk->view.syntax[above];
  const bool negated = negation && clause.verb.negated;
  ReadIntroducer(clause, walk);
  if (walk->reading.held) return;
  if (walk->reading.status == EventStatus::kActual) ReadModal(above, negated, walk);
  if (walk->reading.held) return;
  if (negated && walk->reading.status == EventStatus::kActual)
    walk->reading.status = EventStatus::kNegated;
  if (negation) ReadAdverbs(clause, walk);
}

// "the *first* port to open"
bool StatusReader::IsFirst(const StoryView& view, NounPhraseId noun) const {
  const NounPhrase& phrase = view.syntax[noun];
  for (TokenIndex token = phrase.range.begin; token < phrase.head; ++token)
    if (Find(adjectives_, view.At(token).term, TermId(), Link::kInfinitive)) return true;
  return false;
}

ClauseId StatusReader::AboveInfinitive(ClauseId id, Walk* walk) const {
  const StoryView& view = walk->view;
  const Clause& clause = view.syntax[id];
  const TokenIndex before = clause.verb.range.begin;
  // "a plan to visit", "agreement to meet": the noun right before governs.
  const NounPhraseId noun = NounBefore(view, before);
  if (noun.valid()) {
    if (const ContextCue* cue = OfNoun(view, noun, TermId(), Link::kInfinitive)) {
      Settle(cue, IsNone(view, noun), walk);
      return ClauseId();
    }
  }
  if (!clause.governor.valid()) {
    // A headline's infinitive lies ahead: "Iran's foreign minister to visit Ankara".
    if (clause.voice == Voice::kInfinitive && walk->reading.status == EventStatus::kActual)
      walk->reading.status = EventStatus::kPlanned;
    return ClauseId();
  }
  const Clause& governor = view.syntax[clause.governor];
  const Word& verb = view.At(governor.verb.head);
  const bool adjacent = governor.verb.range.end == before;
  if ((verb.classes & kBe) && adjacent) {
    // "is to visit"; but "the aim is to visit" is as its subject
    const ContextCue* cue = governor.subject.valid()
                                ? OfNoun(view, governor.subject, TermId(), Link::kInfinitive)
                                : nullptr;
    if (cue) {
      Settle(cue, false, walk);
    } else if (governor.verb.negated) {
      Negate(nullptr, walk);
    } else if (walk->reading.status == EventStatus::kActual) {
      walk->reading.status = EventStatus::kPlanned;
    }
    return ClauseId();
  }
  if (flags_.Has(governor.verb.lemma, kPolite) &&
      (governor.verb.modal.valid() || SpeaksItself(view, governor)))
    return ClauseId();  // "would like to thank", "we wish to thank"
  // "has to visit", but not "has the nerve to visit"
  const ContextCue* cue =
      verb.Is(kHave) && !adjacent ? nullptr : OfClause(view, governor, Link::kInfinitive);
  // "called for Chad to leave": the preposition before its subject is the verb's.
  if (!cue)
    for (const Complement& complement : governor.complements)
      if (!cue && clause.subject.valid() && complement.phrase == clause.subject)
        cue = FindNamed(governors_, verb.verb_lemma, complement.preposition, Link::kInfinitive);
  const bool passes = cue && !cue->hold && cue->status == EventStatus::kActual;
  const bool purpose = IsPurpose(view, governor, before) && !governor.verb.passive &&
                       !(passes && adjacent) && !(noun.valid() && IsFirst(view, noun));
  if (purpose) {
    // "paid a visit to meet", "held a round to sign": mostly done as well.
    const bool staged =
        walk->weight == Weight::kStaged && flags_.Has(governor.verb.lemma, kLightVerb);
    if (walk->weight != Weight::kSpeech && !staged &&
        walk->reading.status == EventStatus::kActual) {
      Hold(&purpose_, walk);
      return ClauseId();
    }
    // "blocked a road to protest": the act of speech is made; only what holds it back counts.
    if (cue && cue->hold) {
      Hold(cue, walk);
      return ClauseId();
    }
    Share(clause.governor, false, walk);
    return clause.governor;
  }
  if (cue) {
    Settle(cue, governor.verb.negated, walk);
    if (walk->reading.held || cue->status != EventStatus::kActual) return clause.governor;
    Share(clause.governor, true, walk);
    return clause.governor;
  }
  // "It is necessary to send", "is a way to end": only named words say that it was done, or a
  // tense ("was the first port to have opened"). "Is the man to do it" says who did.
  if ((verb.classes & kBe) && governor.patient.valid()) {
    const NounPhrase& predicate = view.syntax[governor.patient];
    if (!clause.verb.perfect && predicate.reading == Reading::kThing &&
        !IsFirst(view, governor.patient)) {
      HoldUntold(walk);
      return ClauseId();
    }
  }
  Share(clause.governor, true, walk);
  return clause.governor;
}

ClauseId StatusReader::AboveGerund(ClauseId id, Walk* walk) const {
  const StoryView& view = walk->view;
  const Clause& clause = view.syntax[id];
  const TokenIndex begin = clause.verb.range.begin;
  const ClauseId above = clause.governor.valid() ? clause.governor : clause.parent;
  if (!clause.introducer.valid()) {
    if (!clause.governor.valid()) {  // ", praising": as its main clause
      if (IsGerundSubject(view, id)) {
        HoldUntold(walk);
        return ClauseId();
      }
      if (!above.valid()) return ClauseId();
      Share(above, false, walk);
      return above;
    }
    const Clause& governor = view.syntax[clause.governor];
    const ContextCue* cue = OfClause(view, governor, Link::kGerund);
    if (!cue) {  // "got to work negotiating"
      Share(above, true, walk);
      return above;
    }
    // "will never forget meeting": what is known to be so is, said or not.
    if (cue->status == EventStatus::kActual && !cue->hold && (cue->takes & Link::kGerund) != 0)
      return ClauseId();
    Settle(cue, governor.verb.negated, walk);
    if (!walk->reading.held && cue->status == EventStatus::kActual) Share(above, true, walk);
    return above;
  }
  // The noun before the preposition governs ("the importance of continuing talks"), or another
  // word that goes with it ("instead of", "because of", "capable of").
  const ContextCue* cue = nullptr;
  bool negated = false;
  if (begin > 1) {
    if (const NounPhraseId noun = NounBefore(view, begin - 1); noun.valid()) {
      cue = OfNoun(view, noun, clause.introducer, Link::kGerund);
      if (cue && !cue->hold && cue->particles.empty() && cue->status == EventStatus::kActual &&
          flags_.Has(clause.introducer, kOfPreposition)) {
        ReadNoun(noun, walk);  // "ordered the start of bombing": as the start
        return ClauseId();
      }
    }
    const Word& word = view.At(begin - 2);
    for (const TermId term : {word.term, word.noun_lemma})
      if (!cue) cue = FindNamed(nouns_, term, clause.introducer, Link::kGerund);
  }
  // "never had a role in attacking"
  if (cue && !cue->hold && above.valid() &&
      (IsNegated(view, view.syntax[above]) || IsNone(view, NounBefore(view, begin - 1)))) {
    Negate(cue, walk);
    return ClauseId();
  }
  // "called for suing": a verb that takes just this preposition.
  bool by_verb = false;
  const ContextCue* own = Find(introducers_, clause.introducer, TermId(), Link::kGerund);
  if (!cue && above.valid()) {
    const Clause& governor = view.syntax[above];
    // "responded to the move in seizing": the preposition is the noun's, if it says nothing else.
    const NounPhraseId between = begin > 0 ? NounBefore(view, begin - 1) : NounPhraseId();
    if (governor.verb.range.begin < begin &&
        !(own && between.valid() && between != governor.patient)) {
      cue = FindNamed(governors_, view.At(governor.verb.head).verb_lemma, clause.introducer,
                      Link::kGerund);
      // "expressed thanks to Oman for hosting"
      if (!cue && governor.patient.valid())
        cue = FindNamed(nouns_, view.At(view.syntax[governor.patient].head).noun_lemma,
                        clause.introducer, Link::kGerund);
      if (!cue && governor.verb.particle == clause.introducer)
        cue = OfClause(view, governor, Link::kGerund);
      by_verb = cue != nullptr;
      negated = by_verb && governor.verb.negated;
    }
  }
  if (!cue) cue = own;
  if (!cue) {
    if (above.valid()) HoldUntold(walk);  // "On arriving in Oslo, she …" is told
    return ClauseId();
  }
  Settle(cue, negated, walk);
  if (walk->reading.held || !above.valid()) return ClauseId();
  if (by_verb || cue->shares) {
    if (cue->status == EventStatus::kActual) Share(above, by_verb, walk);
    return above;
  }
  // "will leave after meeting": ahead as well; other deeds are those that lead to it.
  if (walk->weight == Weight::kStaged && walk->reading.status == EventStatus::kActual)
    Share(above, false, walk);
  return ClauseId();
}

ClauseId StatusReader::AboveContent(ClauseId id, Walk* walk) const {
  const StoryView& view = walk->view;
  const Clause& clause = view.syntax[id];
  const bool governed = clause.parent.valid();
  const TokenIndex before = governed ? view.syntax[clause.parent].verb.range.end : 1;
  // "denied reports that", "expressed hope that": the noun before "that" counts where it is named
  // for clauses ("a plan that it drafted" is none), or with no verb over both ("its demand that").
  const ContextCue* cue = nullptr;
  TokenIndex that = clause.range.begin;
  for (int step = 0; step < 4 && that > before; ++step) {
    if ((view.syntax.classes[--that] & kThat) == 0) continue;
    const NounPhraseId noun = NounBefore(view, that);
    if (noun.valid()) cue = OfNoun(view, noun, TermId(), Link::kClause);
    if (cue && governed && (cue->takes & Link::kClause) == 0) cue = nullptr;
    break;
  }
  if (!governed) {
    if (cue) Settle(cue, false, walk);
    return ClauseId();
  }
  const Clause& governor = view.syntax[clause.parent];
  const ContextCue* verb = OfClause(view, governor, Link::kClause);
  if (!cue || (verb && verb->status == EventStatus::kNegated)) cue = verb;
  // What is told in the past tense was not asked for: "suggested that it attacked".
  const bool past = clause.verb.past || clause.verb.perfect;
  if (cue && cue->hold && past && cue->takes == 0) cue = nullptr;
  if (cue) {
    if (cue->status == EventStatus::kNegated && governor.verb.negated) {
      Hold(cue, walk);
      return ClauseId();
    }
    Settle(cue, false, walk);
    if (walk->reading.held) return ClauseId();
  } else if (governor.verb.negated &&
             (flags_.Has(governor.verb.lemma, kSpeechVerb | kCommunication) ||
              (view.At(governor.verb.head).classes & kBe))) {
    Hold(&spoken_, walk);  // "did not say that it will attack"
    return ClauseId();
  }
  ReadIntroducer(governor, walk);
  walk->told = true;
  // Where nothing says that it is said or thought, "that" may go back farther than the last verb.
  const bool said = cue || flags_.Has(governor.verb.lemma, kSpeechVerb | kCommunication);
  return said ? clause.parent : ClauseId();
}

// "would not back a group that attacks": where nobody is meant in particular, and nothing has
// happened yet, it is no more so than the main clause.
ClauseId StatusReader::AboveRelative(ClauseId id, Walk* walk) const {
  const StoryView& view = walk->view;
  const Clause& clause = view.syntax[id];
  if (!clause.parent.valid() || !IsFinite(clause) || clause.verb.past || clause.verb.perfect ||
      clause.verb.modal.valid())
    return ClauseId();
  const NounPhraseId antecedent =
      clause.voice == Voice::kObjectRelative ? clause.patient : clause.subject;
  if (!antecedent.valid() || !view.syntax[antecedent].indefinite) return ClauseId();
  const Clause& main = view.syntax[clause.parent];
  if (main.verb.negated || Find(modals_, main.verb.modal, TermId(), 0)) {
    Hold(&spoken_, walk);
    return ClauseId();
  }
  ReadIntroducer(main, walk);
  return ClauseId();
}

void StatusReader::ReadAbove(ClauseId id, Walk* walk) const {
  while (id.valid() && !walk->reading.held && ++walk->steps < kMostSteps) {
    const ClauseId leader = Leader(walk->view, id);
    if (leader != id) {
      ReadIntroducer(walk->view.syntax[leader], walk);
      if (walk->reading.held) return;
    }
    const Clause& clause = walk->view.syntax[leader];
    if (walk->steps > 1 && IsFinite(clause)) ReadIntroducer(clause, walk);
    if (walk->reading.held) return;
    if (clause.verb.form == VerbGroup::Form::kInfinitive) {
      id = AboveInfinitive(leader, walk);
    } else if (clause.relation == Clause::Relation::kContent) {
      id = AboveContent(leader, walk);
    } else if (clause.verb.form == VerbGroup::Form::kGerund &&
               clause.relation != Clause::Relation::kRelative) {
      id = AboveGerund(leader, walk);
    } else {
      id =
          clause.relation == Clause::Relation::kRelative ? AboveRelative(leader, walk) : ClauseId();
    }
  }
}

}  // namespace telex
