#include "pipeline/events/status.h"

#include <algorithm>

namespace telex {
namespace {

constexpr TokenIndex kFarthestMark = 60;  // words behind a verb that a question mark reaches back
constexpr uint32_t kFarthestSpeaker = 6;  // clauses behind: "…, the ministry said"
constexpr uint32_t kFarthestIf = 4;       // clauses between a condition and what would follow

}  // namespace

StatusReader::StatusReader(const RuleSet& rules, const TermFlags& flags)
    : rules_(rules), flags_(flags) {
  for (const ContextCue& cue : rules.cues) {
    Cues& cues = cue.kind == ContextCue::Kind::kModal        ? modals_
                 : cue.kind == ContextCue::Kind::kIntroducer ? introducers_
                 : cue.kind == ContextCue::Kind::kGovernor   ? governors_
                 : cue.kind == ContextCue::Kind::kAdverb     ? adverbs_
                 : cue.kind == ContextCue::Kind::kMark       ? marks_
                                                             : modifiers_;
    for (TermId word : cue.words) cues[word].push_back(&cue);
    for (TermId word : cue.nouns) nouns_[word].push_back(&cue);
    for (TermId word : cue.adjectives) adjectives_[word].push_back(&cue);
  }
  purpose_.id = "purpose";
  spoken_.id = "unasserted";
  purpose_.hold = spoken_.hold = true;
}

const ContextCue* StatusReader::Find(const Cues& cues, TermId word, TermId particle,
                                     uint8_t link) const {
  if (!word.valid()) return nullptr;
  auto found = cues.find(word);
  if (found == cues.end()) return nullptr;
  for (const ContextCue* cue : found->second)
    if ((cue->particles.empty() || cue->particles.contains(particle)) &&
        (cue->takes == 0 || (cue->takes & link) != 0))
      return cue;
  return nullptr;
}

// A governor that takes just this preposition: "called *for* suing".
const ContextCue* StatusReader::FindNamed(const Cues& cues, TermId word, TermId particle,
                                          uint8_t link) const {
  if (!word.valid()) return nullptr;
  auto found = cues.find(word);
  if (found == cues.end()) return nullptr;
  for (const ContextCue* cue : found->second)
    if (cue->particles.contains(particle) && (cue->takes == 0 || (cue->takes & link) != 0))
      return cue;
  return nullptr;
}

// The cue of a noun that governs, or of one that is joined to it ("a plan and decision to").
const ContextCue* StatusReader::OfNoun(const StoryView& view, NounPhraseId noun, TermId particle,
                                       uint8_t link) const {
  NounPhraseId member = view.syntax[noun].first.valid() ? view.syntax[noun].first : noun;
  for (; member.valid(); member = view.syntax[member].next)
    if (const ContextCue* cue =
            Find(nouns_, view.At(view.syntax[member].head).noun_lemma, particle, link))
      return cue;
  return nullptr;
}

// The cue of a governing clause: its verb, or with "be" the word that it says of its subject ("is
// likely to").
const ContextCue* StatusReader::OfClause(const StoryView& view, const Clause& clause,
                                         uint8_t link) const {
  const Word& verb = view.At(clause.verb.head);
  const TermId own = clause.verb.particle;
  for (const TermId word : {verb.term, verb.verb_lemma}) {
    const ContextCue* cue = Find(governors_, word, own, link);
    if (cue && (!cue->passive || clause.verb.passive)) return cue;
  }
  if ((verb.classes & kBe) && clause.patient.valid()) {
    const Word& predicate = view.At(view.syntax[clause.patient].head);
    if (const ContextCue* cue = Find(adjectives_, predicate.term, own, link)) return cue;
    if (const ContextCue* cue = Find(governors_, predicate.term, own, link)) return cue;
    if (const ContextCue* cue = Find(governors_, predicate.verb_lemma, own, link)) return cue;
    return Find(nouns_, predicate.noun_lemma, own, link);
  }
  return nullptr;
}

void StatusReader::Hold(const ContextCue* cue, Walk* walk) const {
  walk->reading.held = true;
  walk->reading.cue = cue;
}

// What no cue lets pass.
void StatusReader::HoldUntold(Walk* walk) const {
  if (!walk->told) Hold(&spoken_, walk);
}

// What was only planned or possible, and that not, is no event unless it can be called off.
void StatusReader::Negate(const ContextCue* cue, Walk* walk) const {
  if (walk->weight != Weight::kStaged || walk->reading.status == EventStatus::kNegated) {
    Hold(cue, walk);
    return;
  }
  walk->reading.status = EventStatus::kNegated;
  walk->reading.cue = cue;
}

// `negated` is what stands over the cue itself: "is *not* expected to".
void StatusReader::Settle(const ContextCue* cue, bool negated, Walk* walk) const {
  StatusReading& reading = walk->reading;
  reading.historical = reading.historical || cue->historical;
  if (cue->hold && cue->status == EventStatus::kNegated) {
    if (!negated && cue != reading.cue) Negate(cue, walk);  // but "did not refrain from attacking"
    return;
  }
  if (cue->hold) {
    Hold(cue, walk);
    return;
  }
  switch (cue->status) {
    case EventStatus::kActual:
      if (negated) reading.status = EventStatus::kNegated;
      return;
    case EventStatus::kNegated:
      if (negated) return;  // "did not fail to"
      if (reading.status == EventStatus::kNegated && cue != reading.cue) Hold(cue, walk);
      reading.status = EventStatus::kNegated;
      break;
    case EventStatus::kPlanned:
      if (negated) return Negate(cue, walk);
      if (reading.status != EventStatus::kActual) return;
      reading.status = EventStatus::kPlanned;
      break;
    case EventStatus::kPossible:
      if (negated) return Negate(cue, walk);
      if (reading.status == EventStatus::kNegated) return;
      reading.status = EventStatus::kPossible;
      break;
  }
  reading.cue = cue;
}

// "*no* plan"
bool StatusReader::IsNone(const StoryView& view, NounPhraseId noun) const {
  if (!noun.valid()) return false;
  const ContextCue* cue =
      Find(modifiers_, view.At(view.syntax[noun].range.begin).term, TermId(), 0);
  return cue && cue->status == EventStatus::kNegated && !cue->hold;
}

bool StatusReader::IsNegated(const StoryView& view, const Clause& clause) const {
  if (clause.verb.negated || clause.verb.range.begin == 0) return clause.verb.negated;
  const ContextCue* cue =
      Find(adverbs_, view.At(clause.verb.range.begin - 1).term, TermId(), Link::kClause);
  return cue && cue->status == EventStatus::kNegated;
}

bool StatusReader::SpeaksItself(const StoryView& view, const Clause& clause) const {
  if (!clause.subject.valid()) return false;
  auto pronoun = rules_.pronouns.find(view.At(view.syntax[clause.subject].head).term);
  return pronoun != rules_.pronouns.end() && pronoun->second.person == 1;
}

// "nor *did* Kenya attack", "*should* Kenya attack": the auxiliary before the subject.
const Clause* StatusReader::Auxiliary(const StoryView& view, ClauseId id) const {
  const Clause& clause = view.syntax[id];
  if (id.value() == 0 || !clause.subject.valid() || clause.verb.modal.valid()) return nullptr;
  const Clause& before = view.syntax[ClauseId(id.value() - 1)];
  if (before.sentence != clause.sentence || before.verb.range.size() != 1 ||
      before.subject.valid() || (view.At(before.verb.head).classes & kAuxiliary) == 0)
    return nullptr;
  const TokenIndex begin = view.syntax[clause.subject].range.begin;
  const bool adjacent = begin >= before.verb.range.end &&
                        begin <= before.verb.range.end + 2 &&  // "did his envoy"
                        begin < clause.verb.range.begin;
  return adjacent ? &before : nullptr;
}

// "said it would", "…, the ministry said": would is the will of yesterday.
bool StatusReader::IsReported(const StoryView& view, ClauseId id) const {
  const Clause& clause = view.syntax[id];
  ClauseId above = clause.parent;
  for (int level = 0; above.valid() && level < 3; ++level) {
    const Clause& speech = view.syntax[above];
    if (speech.verb.past || speech.verb.perfect || speech.verb.form != VerbGroup::Form::kFinite)
      return true;
    above = speech.parent;
  }
  const uint32_t end = std::min<uint32_t>(static_cast<uint32_t>(view.syntax.clauses.size()),
                                          id.value() + kFarthestSpeaker);
  for (uint32_t next = id.value() + 1; next < end; ++next) {
    const Clause& speech = view.syntax.clauses[next];
    if (speech.sentence != clause.sentence) break;
    if (!speech.verb.past || !flags_.Has(speech.verb.lemma, kSpeechVerb)) continue;
    TokenIndex mark = speech.verb.range.begin;
    if (speech.subject.valid()) mark = std::min(mark, view.syntax[speech.subject].range.begin);
    for (int step = 0; step < 3 && mark > clause.verb.range.end; ++step)
      if (view.syntax.classes[--mark] & (kCloseQuote | kOpenQuote)) return false;
    return true;
  }
  return false;
}

// "would attack *if* …": what would follow from a condition.
bool StatusReader::HasCondition(const StoryView& view, ClauseId id) const {
  const uint32_t sentence = view.syntax[id].sentence;
  const auto conditional = [&](uint32_t at) {
    const Clause& clause = view.syntax.clauses[at];
    if (clause.sentence != sentence || !clause.introducer.valid()) return false;
    const ContextCue* cue = Find(introducers_, clause.introducer, TermId(), 0);
    return cue && cue->condition;
  };
  const uint32_t end = std::min<uint32_t>(static_cast<uint32_t>(view.syntax.clauses.size()),
                                          id.value() + kFarthestIf + 1);
  for (uint32_t next = id.value() + 1; next < end; ++next)
    if (conditional(next)) return true;
  for (uint32_t back = 1; back <= kFarthestIf && back <= id.value(); ++back)
    if (conditional(id.value() - back)) return true;
  return false;
}

void StatusReader::ReadIntroducer(const Clause& clause, Walk* walk) const {
  if (const ContextCue* cue = Find(introducers_, clause.introducer, TermId(), 0))
    Settle(cue, false, walk);
}

// "The visit will help": ahead, whatever it does.
void StatusReader::ReadTense(const Clause& clause, Walk* walk) const {
  const ContextCue* cue = Find(modals_, clause.verb.modal, TermId(), 0);
  if (cue && !cue->hold && !cue->unreal && cue->status == EventStatus::kPlanned)
    Settle(cue, false, walk);
}

void StatusReader::ReadModal(ClauseId id, bool negated, Walk* walk) const {
  const Clause& clause = walk->view.syntax[id];
  TermId modal = clause.verb.modal;
  if (!modal.valid())
    if (const Clause* auxiliary = Auxiliary(walk->view, id)) modal = auxiliary->verb.modal;
  const ContextCue* cue = Find(modals_, modal, TermId(), 0);
  if (!cue) return;
  const bool guess =
      cue->unreal && !(cue->status == EventStatus::kPlanned && IsReported(walk->view, id));
  if (cue->unreal && clause.verb.perfect) return Hold(cue, walk);  // "would have attacked"
  if (cue->hold) return Hold(cue, walk);
  if (negated) return Negate(cue, walk);
  const bool follows = cue->status == EventStatus::kPlanned && HasCondition(walk->view, id);
  if ((guess && cue->status == EventStatus::kPlanned) || follows) {
    if (walk->weight == Weight::kDeed) return Hold(cue, walk);
    walk->reading.status = EventStatus::kPossible;
    walk->reading.cue = cue;
    return;
  }
  Settle(cue, false, walk);
}

// In the verb group and beside it: "has *reportedly* met", "*no longer* bombs", "*yet* to meet".
void StatusReader::ReadAdverbs(const Clause& clause, Walk* walk) const {
  const StoryView& view = walk->view;
  const uint8_t link =
      clause.verb.form == VerbGroup::Form::kInfinitive ? Link::kInfinitive : Link::kClause;
  TokenIndex token = clause.verb.range.begin;
  const TokenIndex first = view.layers.sentences[clause.sentence].begin;
  for (int step = 0; step < 2 && token > first; ++step) --token;
  const TokenIndex end =
      std::min<TokenIndex>(clause.verb.range.end + 1, view.layers.sentences[clause.sentence].end);
  for (; token < end; ++token) {
    if (view.At(token).Is(kPunctuation)) {
      if (token >= clause.verb.range.end) return;
      continue;
    }
    const ContextCue* cue = Find(adverbs_, view.At(token).term, TermId(), link);
    if (cue && cue->status != walk->reading.status) Settle(cue, false, walk);
  }
}

// "No envoy met", "neither Kenya nor Chad", "nor did Kenya", "attacked nobody".
bool StatusReader::NegatedByParty(ClauseId id, bool object, Walk* walk) const {
  const StoryView& view = walk->view;
  const Clause& clause = view.syntax[id];
  const auto negates = [&](TokenIndex token) {
    if ((view.At(token).classes & (kDeterminer | kPronoun | kQuantifier)) == 0) return false;
    const ContextCue* cue = Find(modifiers_, view.At(token).term, TermId(), 0);
    if (cue && cue->hold && walk->weight != Weight::kSpeech) Hold(cue, walk);
    return cue && cue->status == EventStatus::kNegated;
  };
  bool negated = false;
  if (clause.subject.valid()) {
    const NounPhraseId subject = clause.subject;
    const NounPhraseId first =
        view.syntax[subject].first.valid() ? view.syntax[subject].first : subject;
    negated = negates(view.syntax[first].range.begin);
  }
  // "will spare no effort" is a vow.
  if (!negated && object && walk->weight != Weight::kSpeech && clause.patient.valid() &&
      clause.patient != clause.subject) {
    const TokenIndex first = view.syntax[clause.patient].range.begin;
    const ContextCue* cue = Find(modifiers_, view.At(first).term, TermId(), 0);
    negated = cue && !cue->hold && cue->status == EventStatus::kNegated &&
              (view.At(first).classes & (kDeterminer | kPronoun)) != 0;
  }
  if (const Clause* auxiliary = Auxiliary(view, id)) {
    negated = negated || auxiliary->verb.negated;
    const TokenIndex at = auxiliary->verb.range.begin;
    const bool opens = at == view.layers.sentences[clause.sentence].begin ||
                       view.At(at - 1).Is(kPunctuation | kCoordinator);
    if (!opens) return negated;
    if (at > 0)
      if (const ContextCue* cue = Find(adverbs_, view.At(at - 1).term, TermId(), Link::kClause))
        negated = negated || cue->status == EventStatus::kNegated;
    if (const ContextCue* cue = Find(introducers_, view.At(at).term, TermId(), 0))
      Settle(cue, false, walk);  // "should Kenya attack"
  }
  return negated;
}

// `object`: its object may negate it ("attacked nobody").
void StatusReader::ReadVerb(ClauseId id, bool object, Walk* walk) const {
  const Clause& clause = walk->view.syntax[id];
  const bool negated = NegatedByParty(id, object, walk) || clause.verb.negated;
  if (walk->reading.held) return;
  ReadIntroducer(clause, walk);
  if (walk->reading.held) return;
  ReadModal(id, negated, walk);
  if (walk->reading.held) return;
  if (negated) walk->reading.status = EventStatus::kNegated;
  ReadAdverbs(clause, walk);
}

// "Did Kenya attack Chad?"
void StatusReader::ReadMark(TokenIndex trigger, uint32_t sentence, Walk* walk) const {
  const TokenIndex end =
      std::min<TokenIndex>(walk->view.layers.sentences[sentence].end, trigger + kFarthestMark);
  for (TokenIndex token = trigger + 1; token < end; ++token) {
    const Word& word = walk->view.At(token);
    if (word.Is(kOpenQuote) && !word.Is(kCloseQuote)) return;  // what follows is asked, not this
    if (!word.Is(kStop)) continue;
    if (const ContextCue* cue = Find(marks_, word.term, TermId(), 0)) Settle(cue, false, walk);
    return;
  }
}

StatusReading StatusReader::Read(const StoryView& view, const Candidate& candidate) const {
  const EventType& type = rules_.types[candidate.type.value()];
  Walk walk{view,
            type.speech_act   ? Weight::kSpeech
            : type.by_subject ? Weight::kStaged
                              : Weight::kDeed,
            {}};
  if (candidate.voice == Voice::kNominal && candidate.noun.valid()) {
    ReadNoun(candidate.noun, &walk);
    return walk.reading;
  }
  if (!candidate.clause.valid()) return walk.reading;
  const Clause& clause = view.syntax[candidate.clause];
  // A rule that says its status has its own "not" or "will".
  if (rules_.rules[candidate.rule.value()].status) {
    ReadIntroducer(clause, &walk);
  } else {
    const bool object =
        clause.patient.valid() && view.syntax[clause.patient].head != candidate.trigger;
    ReadVerb(candidate.clause, object, &walk);
  }
  // "paid no visit to", "held an upcoming …": what stands before the noun of a light verb.
  if (!walk.reading.held && clause.patient.valid() &&
      view.syntax[clause.patient].head == candidate.trigger)
    ReadModifiers(view.syntax[clause.patient], &walk);
  if (!walk.reading.held) ReadAbove(candidate.clause, &walk);
  if (!walk.reading.held && clause.relation != Clause::Relation::kRelative &&
      clause.relation != Clause::Relation::kAdjunct)
    ReadMark(candidate.trigger, candidate.sentence, &walk);
  return walk.reading;
}

}  // namespace telex
