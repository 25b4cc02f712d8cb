// EventWords: which words of a sentence belong to an event, for the conditions of coding rows.
//
// A verb's words are its own group, its object, complements and content (infinitive, gerund,
// that-clause), without the doer; a noun's are its phrase, what follows with a preposition, and the
// infinitive or clause behind it. Stateless; linear in the sentence.
#pragma once

#include <algorithm>
#include <vector>

#include "pipeline/events/candidate.h"
#include "pipeline/events/following.h"
#include "pipeline/events/frame_match.h"

namespace telex {

/// Calls `event(range)` for the words of the event, `by(range)` for the doer's and `under(token)`
/// for the verb over it.
template <class Event, class By, class Under>
class EventWords {
 public:
  EventWords(const StoryView& view, Event event, By by, Under under)
      : view_(view), syntax_(view.syntax), event_(event), by_(by), under_(under) {}

  void Run(const Candidate& candidate) {
    if (candidate.noun.valid()) {
      Noun(candidate);
    } else if (candidate.clause.valid() && candidate.frame.valid()) {
      Verb(candidate.clause);
    } else {
      // A `phrase:` says itself which words follow each other: all to the end of the sentence.
      event_({candidate.trigger, view_.layers.sentences[candidate.sentence].end});
    }
  }

 private:
  void Noun(const Candidate& candidate) {
    const NounPhrase& phrase = syntax_[candidate.noun];
    Phrase(candidate.noun, event_);
    if (phrase.possessor.valid()) by_(syntax_[phrase.possessor].range);
    TokenIndex end = phrase.range.end;
    for (FollowingPhrases next(syntax_, phrase); next.valid(); next.Advance()) {
      Phrase(next.phrase(), event_);
      end = std::max(end, syntax_[next.phrase()].range.end);
    }
    if (!phrase.clause.valid()) return;
    under_(syntax_[phrase.clause].verb.head);
    // "an offer to host talks": the clause that starts where the phrase ends.
    const Syntax::Extent& extent = syntax_.sentences[candidate.sentence];
    for (uint32_t c = extent.first_clause; c < extent.last_clause; ++c) {
      const Clause& clause = syntax_.clauses[c];
      if (clause.range.begin < end || clause.range.begin > end + 1) continue;
      if (clause.relation != Clause::Relation::kInfinitive &&
          clause.relation != Clause::Relation::kContent)
        continue;
      Verb(ClauseId(c));
      break;
    }
  }

  void Verb(ClauseId id) {
    const Clause& clause = syntax_[id];
    if (clause.agent.valid()) Phrase(clause.agent, by_);
    const ClauseId over = clause.governor.valid() ? clause.governor : clause.parent;
    if (over.valid()) under_(syntax_[over].verb.head);
    Clauses(id);
  }

  /// The clause and what depends on it as its content.
  void Clauses(ClauseId first) {
    const Syntax::Extent& extent = syntax_.sentences[syntax_[first].sentence];
    inside_.assign(extent.last_clause - extent.first_clause, false);
    for (uint32_t c = first.value(); c < extent.last_clause; ++c) {
      const Clause& clause = syntax_.clauses[c];
      const auto inside = [&](ClauseId over) {
        return over.valid() && over.value() >= extent.first_clause && over.value() < c &&
               inside_[over.value() - extent.first_clause];
      };
      const bool own = c == first.value();
      if (!own && !(IsContent(clause) && (inside(clause.governor) || inside(clause.parent))))
        continue;
      inside_[c - extent.first_clause] = true;
      event_(clause.verb.range);
      if (!own && clause.agent.valid()) Phrase(clause.agent, event_);
      if (clause.patient.valid()) Phrase(clause.patient, event_);
      if (clause.second.valid()) Phrase(clause.second, event_);
      for (const Complement& complement : clause.complements)
        if (complement.phrase != syntax_[first].agent) Phrase(complement.phrase, event_);
    }
  }

  static bool IsContent(const Clause& clause) {
    return clause.relation == Clause::Relation::kInfinitive ||
           clause.relation == Clause::Relation::kContent ||
           clause.relation == Clause::Relation::kAdjunct;
  }

  /// A phrase with its "of" phrases and the members of its list.
  template <class Visit>
  void Phrase(NounPhraseId id, Visit& visit) {
    for (NounPhraseId member = id; member.valid(); member = syntax_[member].next) {
      const NounPhrase& phrase = syntax_[member];
      visit(phrase.range);
      if (phrase.possessor.valid()) visit(syntax_[phrase.possessor].range);
      for (NounPhraseId of = phrase.of; of.valid(); of = syntax_[of].of) visit(syntax_[of].range);
    }
  }

  const StoryView& view_;
  const Syntax& syntax_;
  Event event_;
  By by_;
  Under under_;
  std::vector<bool> inside_;
};

}  // namespace telex
