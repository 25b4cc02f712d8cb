// Events that are nouns: "a plan for talks", "resumed its blockade", "the start of a new round of".
#include "pipeline/events/status.h"

namespace telex {
namespace {

constexpr int kMostNouns = 3;  // "the possible start of a new round of talks"

}  // namespace

// The noun before the preposition of this one: "*plans* for a visit".
NounPhraseId StatusReader::NounOver(const StoryView& view, const NounPhrase& noun) const {
  if (!noun.preposition.valid() || noun.item <= 1) return NounPhraseId();
  uint32_t item = noun.item - 1;
  const auto skip = [&] {
    while (item > 0 && view.syntax.items[item].kind == Item::Kind::kOther) --item;
  };
  skip();
  if (item == 0 || view.syntax.items[item].kind != Item::Kind::kPreposition) return NounPhraseId();
  --item;
  skip();
  const Item& before = view.syntax.items[item];
  return before.kind == Item::Kind::kNounPhrase ? NounPhraseId(before.index) : NounPhraseId();
}

// True where a word before the noun decides: "an upcoming visit", "no visit".
bool StatusReader::ReadModifiers(const NounPhrase& noun, Walk* walk) const {
  for (TokenIndex token = noun.range.begin; token < noun.head; ++token) {
    const ContextCue* cue = Find(modifiers_, walk->view.At(token).term, TermId(), 0);
    if (!cue) continue;
    Settle(cue, false, walk);
    if (walk->reading.held || cue->status != EventStatus::kActual) return true;
  }
  return false;
}

// A verb that says of its subject that it takes place, or of its object that somebody does it.
// Others only speak of them: "did not comment on the talks", "the talks would help".
bool StatusReader::Occurs(const StoryView& view, const Clause& clause) const {
  const TermId verb = view.At(clause.verb.head).verb_lemma;
  if (flags_.Has(verb, kLightVerb | kOwnDeed)) return true;
  const ContextCue* cue = Find(governors_, verb, clause.verb.particle, Link::kNoun);
  return cue && cue->status == EventStatus::kActual && !cue->hold;
}

// The place of the noun in its clause.
void StatusReader::ReadPlace(NounPhraseId id, Walk* walk) const {
  const StoryView& view = walk->view;
  const NounPhrase& noun = view.syntax[id];
  if (const ContextCue* cue = Find(introducers_, noun.preposition, TermId(), Link::kNoun);
      cue && (cue->hold || cue->status != EventStatus::kActual)) {
    Settle(cue, false, walk);  // "without talks"
    return;
  }
  if (!noun.clause.valid()) return;
  const Clause& clause = view.syntax[noun.clause];
  const bool subject = noun.position == NounPhrase::Position::kSubject;
  const bool object = noun.position == NounPhrase::Position::kObject;
  bool shares = subject || object;
  const ContextCue* cue = nullptr;
  if (shares) {
    cue = OfClause(view, clause, Link::kNoun);
  } else if (noun.position == NounPhrase::Position::kComplement) {
    // "called for talks": by the preposition; "agreed on a visit", but not "said during a visit".
    const TermId verb = view.At(clause.verb.head).verb_lemma;
    cue = FindNamed(governors_, verb, noun.preposition, Link::kNoun);
    if (cue && cue->status == EventStatus::kActual && !cue->hold) shares = true;  // "engaged in"
    if (!cue && !flags_.Has(noun.preposition, kAdjunctPreposition))
      cue = Find(governors_, verb, TermId(), Link::kNoun);
    const ContextCue* means = Find(introducers_, noun.preposition, TermId(), Link::kNoun);
    shares = shares || (means && means->shares &&
                        !noun.definite);  // "settle it through", "fly to Oslo for talks"
  }
  if (cue) {
    Settle(cue, clause.verb.negated && cue->status != EventStatus::kActual, walk);
    if (walk->reading.held || cue->status != EventStatus::kActual) return;
  }
  if (!shares) return;
  if ((subject || object) && !Occurs(view, clause)) {
    // What is spoken of is there, but for what nobody has named before ("an attack would").
    if (noun.definite || object) {
      if (subject && clause.verb.modal.valid() && !clause.verb.negated) ReadTense(clause, walk);
      return;
    }
    ReadIntroducer(clause, walk);
    if (!walk->reading.held) ReadModal(noun.clause, false, walk);
  } else {
    ReadVerb(noun.clause, false, walk);
  }
  if (!walk->reading.held) ReadAbove(noun.clause, walk);
  if (!walk->reading.held && noun.indefinite && clause.relation != Clause::Relation::kRelative &&
      clause.relation != Clause::Relation::kAdjunct)
    ReadMark(noun.head, clause.sentence, walk);
}

void StatusReader::ReadNoun(NounPhraseId id, Walk* walk) const {
  const StoryView& view = walk->view;
  for (int level = 0; level < kMostNouns; ++level) {
    const NounPhrase& noun = view.syntax[id];
    if (ReadModifiers(noun, walk)) return;
    if (walk->weight == Weight::kSpeech)
      return;  // to discuss, reject or await somebody's proposal is to say that there is one
    const NounPhraseId over = NounOver(view, noun);
    if (!over.valid()) break;
    const ContextCue* cue = OfNoun(view, over, noun.preposition, Link::kNoun);
    if (!cue) {  // "no hint of talks", "any round of talks"
      const TokenIndex first = view.syntax[over].range.begin;
      cue = flags_.Has(noun.preposition, kOfPreposition) &&
                    view.At(first).Is(kDeterminer | kQuantifier)
                ? Find(modifiers_, view.At(first).term, TermId(), 0)
                : nullptr;
      if (cue) Settle(cue, false, walk);
      if (cue) return;
      break;
    }
    Settle(cue, false, walk);
    if (walk->reading.held || cue->status != EventStatus::kActual) return;
    if (!flags_.Has(noun.preposition, kOfPreposition)) return;
    id = over;  // "the start of a round of": what holds of the one holds of the other
  }
  ReadPlace(id, walk);
}

}  // namespace telex
