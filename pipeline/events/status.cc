#include "pipeline/events/status.h"

namespace telex {
namespace {

constexpr int kMostLevels =
    4;  // governors above an event: "is expected to agree to begin to visit"

}  // namespace

StatusReader::StatusReader(const RuleSet& rules, const TermFlags& flags)
    : rules_(rules), flags_(flags) {
  for (const ContextCue& cue : rules.cues) {
    Cues& cues = cue.kind == ContextCue::Kind::kModal        ? modals_
                 : cue.kind == ContextCue::Kind::kIntroducer ? introducers_
                 : cue.kind == ContextCue::Kind::kGovernor   ? governors_
                                                             : modifiers_;
    for (TermId word : cue.words) cues[word].push_back(&cue);
    for (TermId word : cue.adjectives) adjectives_[word].push_back(&cue);
  }
  purpose_.id = "purpose";
  purpose_.hold = true;
}

const ContextCue* StatusReader::Find(const Cues& cues, TermId word, TermId particle) const {
  auto found = cues.find(word);
  if (found == cues.end()) return nullptr;
  for (const ContextCue* cue : found->second)
    if (cue->particles.empty() || cue->particles.contains(particle)) return cue;
  return nullptr;
}

// True where the cue settles the matter.
bool StatusReader::Apply(const ContextCue* cue, StatusReading* reading) const {
  if (!cue) return false;
  reading->historical = reading->historical || cue->historical;
  if (cue->hold) {
    reading->held = true;
    reading->cue = cue;
    return true;
  }
  if (cue->status == EventStatus::kActual) return false;
  reading->status = cue->status;
  reading->cue = cue;
  return true;
}

// The cue of a governing clause: its verb, or with "be" the word that it says of its subject ("is
// likely to").
const ContextCue* StatusReader::Governor(const StoryView& view, const Clause& clause,
                                         TermId particle) const {
  const Word& verb = view.At(clause.verb.head);
  const TermId own = particle.valid() ? particle : clause.verb.particle;
  if (const ContextCue* cue = Find(governors_, verb.verb_lemma, own)) return cue;
  if ((verb.classes & kBe) && clause.patient.valid()) {
    const Word& predicate = view.At(view.syntax[clause.patient].head);
    if (const ContextCue* cue = Find(adjectives_, predicate.term, own)) return cue;
    if (const ContextCue* cue = Find(governors_, predicate.term, own)) return cue;
    if (const ContextCue* cue = Find(governors_, predicate.verb_lemma, own)) return cue;
    return Find(governors_, predicate.noun_lemma, own);
  }
  return nullptr;
}

void StatusReader::ReadVerb(const StoryView& view, ClauseId id, StatusReading* reading) const {
  const Clause& clause = view.syntax[id];
  if (clause.verb.modal.valid() && Apply(Find(modals_, clause.verb.modal, TermId()), reading) &&
      reading->held)
    return;
  if (clause.verb.negated) reading->status = EventStatus::kNegated;
  if (clause.introducer.valid()) Apply(Find(introducers_, clause.introducer, TermId()), reading);
}

bool StatusReader::SpeaksItself(const StoryView& view, const Clause& clause) const {
  if (!clause.subject.valid()) return false;
  auto pronoun = rules_.pronouns.find(view.At(view.syntax[clause.subject].head).term);
  return pronoun != rules_.pronouns.end() && pronoun->second.person == 1;
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

// "a plan to visit", "agreement to meet": the noun right before governs.
bool StatusReader::GovernedByNoun(const StoryView& view, TokenIndex verb,
                                  StatusReading* reading) const {
  if (verb == 0 || view.syntax.phrase_at[verb - 1] == Syntax::kNone) return false;
  const NounPhrase& noun = view.syntax.phrases[view.syntax.phrase_at[verb - 1]];
  return Apply(Find(governors_, view.At(noun.head).noun_lemma, TermId()), reading);
}

void StatusReader::ReadAbove(const StoryView& view, ClauseId id, bool deed,
                             StatusReading* reading) const {
  for (int level = 0; level < kMostLevels; ++level) {
    const Clause& clause = view.syntax[id];
    const bool content = clause.relation == Clause::Relation::kContent && clause.parent.valid();
    const ClauseId above = clause.governor.valid() ? clause.governor
                           : content               ? clause.parent
                                                   : ClauseId();
    const bool infinitive = clause.verb.form == VerbGroup::Form::kInfinitive;
    const TokenIndex before = clause.verb.range.begin;
    if (infinitive && GovernedByNoun(view, before, reading)) return;
    if (!above.valid()) {
      // A headline's infinitive lies ahead: "Iran's foreign minister to visit Ankara".
      if (clause.voice == Voice::kInfinitive && reading->status == EventStatus::kActual)
        reading->status = EventStatus::kPlanned;
      return;
    }
    const Clause& governor = view.syntax[above];
    // "denied meeting", but not "left, praising"
    const bool gerund = clause.relation == Clause::Relation::kParticiple &&
                        clause.governor.valid() && !clause.introducer.valid();
    if (infinitive && (view.At(governor.verb.head).classes & kBe) &&
        governor.verb.head + 1 == before) {
      reading->status = EventStatus::kPlanned;  // "is to visit"
      return;
    }
    if (infinitive && flags_.Has(governor.verb.lemma, kPolite) &&
        (governor.verb.modal.valid() || SpeaksItself(view, governor)))
      return;  // "would like to thank", "we wish to thank"
    // "the importance of continuing talks": the noun before the preposition governs the gerund.
    if (clause.introducer.valid() && clause.verb.range.begin > 1) {
      const uint32_t noun = view.syntax.phrase_at[clause.verb.range.begin - 2];
      if (noun != Syntax::kNone) {
        const NounPhraseId last(noun);
        NounPhraseId member = view.syntax[last].first.valid() ? view.syntax[last].first : last;
        for (; member.valid(); member = view.syntax[member].next)
          if (Apply(
                  Find(governors_, view.At(view.syntax[member].head).noun_lemma, clause.introducer),
                  reading))
            return;
      }
    }
    // "called for suing": a governor that takes just this preposition.
    if (clause.introducer.valid() && !infinitive && !content) {
      auto cues = governors_.find(view.At(governor.verb.head).verb_lemma);
      if (cues != governors_.end())
        for (const ContextCue* cue : cues->second)
          if (cue->particles.contains(clause.introducer) && Apply(cue, reading)) return;
    }
    const bool purpose =
        infinitive && IsPurpose(view, governor, clause.verb.range.begin) && !governor.verb.passive;
    if (purpose && deed && reading->status == EventStatus::kActual) {
      Apply(&purpose_, reading);
      return;
    }
    // "blocked a road to protest": the act of speech is made; only what holds it back counts.
    if (purpose) {
      const ContextCue* cue = Governor(view, governor, TermId());
      if (cue && cue->hold && Apply(cue, reading)) return;
    }
    if ((infinitive && !purpose) || content || gerund ||
        flags_.Has(clause.introducer, kOfPreposition)) {
      if (Apply(Governor(view, governor, TermId()), reading)) {
        if (governor.verb.negated && !reading->held) reading->status = EventStatus::kNegated;
        return;
      }
      if (infinitive && governor.verb.modal.valid() &&
          Apply(Find(modals_, governor.verb.modal, TermId()), reading))
        return;
      if (infinitive && governor.verb.negated) {
        reading->status = EventStatus::kNegated;
        return;
      }
    }
    id = above;
  }
}

void StatusReader::ReadNoun(const StoryView& view, NounPhraseId id, bool speech_act,
                            StatusReading* reading) const {
  const NounPhrase& noun = view.syntax[id];
  for (TokenIndex token = noun.range.begin; token < noun.head; ++token)
    if (Apply(Find(modifiers_, view.At(token).term, TermId()), reading)) return;
  if (speech_act)
    return;  // to discuss, reject or await somebody's proposal is to say that there is one
  // The noun before it: "plans for a visit", "a call for talks".
  if (noun.position == NounPhrase::Position::kComplement && noun.preposition.valid() &&
      noun.item > 1) {
    uint32_t item = noun.item - 1;
    while (item > 0 && view.syntax.items[item].kind == Item::Kind::kOther) --item;
    if (item > 0 && view.syntax.items[item].kind == Item::Kind::kPreposition) {
      --item;
      while (item > 0 && view.syntax.items[item].kind == Item::Kind::kOther) --item;
      const Item& before = view.syntax.items[item];
      if (before.kind == Item::Kind::kNounPhrase) {
        const TokenIndex head = view.syntax.phrases[before.index].head;
        if (Apply(Find(governors_, view.At(head).noun_lemma, noun.preposition), reading)) return;
      }
    }
  }
  if (!noun.clause.valid()) return;
  const Clause& clause = view.syntax[noun.clause];
  const bool object = noun.position == NounPhrase::Position::kObject ||
                      noun.position == NounPhrase::Position::kSubject;
  const ContextCue* cue = nullptr;
  if (object) {
    cue = Governor(view, clause, TermId());
  } else if (noun.position == NounPhrase::Position::kComplement) {
    // "called for talks": by the preposition; "agreed on a visit", but not "said during a visit".
    auto found = governors_.find(view.At(clause.verb.head).verb_lemma);
    if (found != governors_.end()) {
      for (const ContextCue* candidate : found->second) {
        const bool named = candidate->particles.contains(noun.preposition);
        const bool any =
            candidate->particles.empty() && !flags_.Has(noun.preposition, kAdjunctPreposition);
        if (!cue && (named || any)) cue = candidate;
      }
    }
  }
  if (Apply(cue, reading)) return;
  if (object) {
    ReadVerb(view, noun.clause, reading);
    if (!reading->held && reading->status == EventStatus::kActual)
      ReadAbove(view, noun.clause, false, reading);
  }
}

StatusReading StatusReader::Read(const StoryView& view, const Candidate& candidate) const {
  StatusReading reading;
  if (candidate.voice == Voice::kNominal && candidate.noun.valid()) {
    ReadNoun(view, candidate.noun, rules_.types[candidate.type.value()].speech_act, &reading);
    return reading;
  }
  if (!candidate.clause.valid()) return reading;
  ReadVerb(view, candidate.clause, &reading);
  if (reading.held) return reading;
  const Clause& clause = view.syntax[candidate.clause];
  // "paid no visit to", "held an upcoming …": what stands before the noun of a light verb.
  if (clause.patient.valid() && view.syntax[clause.patient].head == candidate.trigger) {
    const NounPhrase& noun = view.syntax[clause.patient];
    for (TokenIndex token = noun.range.begin; token < noun.head; ++token)
      if (Apply(Find(modifiers_, view.At(token).term, TermId()), &reading)) return reading;
  }
  const EventType& type = rules_.types[candidate.type.value()];
  ReadAbove(view, candidate.clause, !type.speech_act && !type.by_subject, &reading);
  return reading;
}

}  // namespace telex
