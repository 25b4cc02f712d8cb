#include "pipeline/events/content_match.h"

#include <algorithm>

#include "pipeline/events/following.h"
#include "pipeline/events/slots.h"

namespace telex {
namespace {

class ContentFinder {
 public:
  ContentFinder(const StoryView& view, const TermFlags& flags, const Argument& argument,
                const InnerEvents* inner, Candidate* candidate)
      : view_(view),
        syntax_(view.syntax),
        flags_(flags),
        argument_(argument),
        inner_(inner),
        candidate_(candidate) {}

  bool UnderVerb(const Frame& frame, ClauseId id) {
    const std::vector<Clause>& clauses = syntax_.clauses;
    const Clause& clause = syntax_[id];
    const size_t end = std::min<size_t>(clauses.size(), id.value() + 1 + InnerEvents::kMostReach);
    for (size_t i = id.value() + 1; i < end && clauses[i].sentence == clause.sentence; ++i)
      if (Hangs(clauses[i], id) && TakeClause(ClauseId(i))) return true;
    if (!argument_.prepositions.empty()) return BehindPreposition(clause);
    if (!argument_.inner()) return false;
    const bool has_object =
        std::any_of(frame.arguments.begin(), frame.arguments.end(),
                    [](const Argument& other) { return other.place == Argument::Place::kObject; });
    return (!has_object && TakeNoun(ObjectOf(view_, frame, clause))) || TakeNoun(clause.second);
  }

  bool BehindNoun(NounPhraseId id) {
    const NounPhrase& noun = syntax_[id];
    const uint32_t item = Next(noun.item);
    if (argument_.prepositions.empty()) return TakeInfinitive(item);
    if (KindAt(item) == Item::Kind::kPreposition &&
        Contains(argument_.prepositions, syntax_.items[item].term) &&
        TakeVerbAt(Next(item), VerbGroup::Form::kGerund))
      return true;
    if (argument_.infinitive && TakeInfinitive(item)) return true;
    for (FollowingPhrases next(syntax_, noun); next.valid(); next.Advance()) {
      if (!Contains(argument_.prepositions, next.preposition())) continue;
      if (TakeNoun(next.phrase())) return true;
      // "a call for Oman to withdraw"
      if (IsActor(syntax_[next.phrase()]) &&
          TakeVerbAt(Next(syntax_[next.phrase()].item), VerbGroup::Form::kInfinitive))
        return true;
    }
    return false;
  }

 private:
  Item::Kind KindAt(uint32_t item) const {
    return item < syntax_.items.size() ? syntax_.items[item].kind : Item::Kind::kBreak;
  }
  uint32_t Next(uint32_t item) const {
    do ++item;
    while (KindAt(item) == Item::Kind::kOther);
    return item;
  }

  // True where `inner` is content of the clause, in the way that the argument asks for.
  bool Hangs(const Clause& inner, ClauseId id) const {
    const bool said = inner.relation == Clause::Relation::kContent && inner.parent == id;
    if (argument_.prepositions.empty())
      return said || (inner.governor == id && !inner.introducer.valid());
    // "rallied to demand", and the same without "to": "rallied in Lima, demanding"
    if (argument_.infinitive && inner.relation == Clause::Relation::kParticiple &&
        inner.parent == id && inner.subject == syntax_[id].subject)
      return true;
    if (inner.governor != id) return false;
    if (inner.introducer.valid()) return Contains(argument_.prepositions, inner.introducer);
    if (inner.verb.form != VerbGroup::Form::kInfinitive) return false;
    if (argument_.infinitive) return true;
    // "called for Oman to withdraw"
    return std::any_of(syntax_[id].complements.begin(), syntax_[id].complements.end(),
                       [&](const Complement& complement) {
                         const NounPhrase& phrase = syntax_[complement.phrase];
                         return Contains(argument_.prepositions, complement.preposition) &&
                                phrase.range.end == inner.verb.range.begin && IsActor(phrase);
                       });
  }

  bool BehindPreposition(const Clause& clause) {
    for (const Complement& complement : clause.complements)
      if (Contains(argument_.prepositions, complement.preposition) &&
          syntax_[complement.phrase].range.begin > clause.verb.head && TakeNoun(complement.phrase))
        return true;
    // "call off the visit": a particle and an object.
    return Contains(argument_.prepositions, clause.verb.particle) && TakeNoun(clause.patient);
  }

  bool TakeVerbAt(uint32_t item, VerbGroup::Form form) {
    if (KindAt(item) != Item::Kind::kVerbGroup) return false;
    const VerbGroup& verb = syntax_.verbs[syntax_.items[item].index];
    if (verb.form != form) return false;
    const auto clause = std::partition_point(
        syntax_.clauses.begin(), syntax_.clauses.end(),
        [&](const Clause& one) { return one.verb.range.begin < verb.range.begin; });
    if (clause == syntax_.clauses.end() || clause->verb.range.begin != verb.range.begin)
      return false;
    return TakeClause(ClauseId(static_cast<size_t>(clause - syntax_.clauses.begin())));
  }

  // "a call *to end*", "a call by Oman on Chad *to end*"
  bool TakeInfinitive(uint32_t item) {
    for (uint32_t phrases = 0; phrases < InnerEvents::kMostPhrases; ++phrases) {
      if (KindAt(item) != Item::Kind::kPreposition) break;
      const uint32_t phrase = Next(item);
      if (KindAt(phrase) != Item::Kind::kNounPhrase) return false;
      item = Next(phrase);
    }
    return TakeVerbAt(item, VerbGroup::Form::kInfinitive);
  }

  bool TakeClause(ClauseId id) {
    if (!argument_.inner()) {
      Fill(nullptr, id, NounPhraseId(), candidate_);
      return true;
    }
    if (!inner_) return false;
    const Clause& clause = syntax_[id];
    const Candidate* found = inner_->At(view_, clause.verb.head, argument_.slot.types);
    // "to resume talks": the noun of a light verb.
    if (!found && flags_.Has(clause.verb.lemma, kLightVerb))
      for (NounPhraseId noun = clause.patient; noun.valid() && !found; noun = syntax_[noun].next)
        found = inner_->At(view_, syntax_[noun].head, argument_.slot.types);
    if (!found) return false;
    Fill(found, id, NounPhraseId(), candidate_);
    return true;
  }

  bool TakeNoun(NounPhraseId id) {
    if (!id.valid()) return false;
    if (!argument_.inner()) {
      Fill(nullptr, ClauseId(), id, candidate_);
      return true;
    }
    for (NounPhraseId noun = id; noun.valid() && inner_; noun = syntax_[noun].next) {
      const Candidate* found = inner_->At(view_, syntax_[noun].head, argument_.slot.types);
      if (!found) continue;
      Fill(found, ClauseId(), noun, candidate_);
      return true;
    }
    return false;
  }

  const StoryView& view_;
  const Syntax& syntax_;
  const TermFlags& flags_;
  const Argument& argument_;
  const InnerEvents* inner_;
  Candidate* candidate_;
};

}  // namespace

bool FindContent(const StoryView& view, const TermFlags& flags, const Frame& frame,
                 const Argument& argument, ClauseId clause, const InnerEvents* inner,
                 Candidate* candidate) {
  return ContentFinder(view, flags, argument, inner, candidate).UnderVerb(frame, clause);
}

bool FindContentBehind(const StoryView& view, const TermFlags& flags, const Argument& argument,
                       NounPhraseId noun, const InnerEvents* inner, Candidate* candidate) {
  return ContentFinder(view, flags, argument, inner, candidate).BehindNoun(noun);
}

}  // namespace telex
