#include "pipeline/language/date_tenses.h"

#include <algorithm>

namespace telex {
namespace {

using Direction = DateExpression::Direction;

constexpr TokenIndex kWordsBack = 3;   // how far "scheduled" stands before its day
constexpr TokenIndex kVerbReach = 13;  // how far a verb looks ahead: a later date is of its own
constexpr int kClausesUp = 4;          // participles that lean on each other

}  // namespace

bool DateTenses::QualifiesNoun(TokenIndex begin, TokenIndex end) const {
  if (begin == 0 || end >= syntax_.classes.size()) return false;
  const ClassSet next = syntax_.classes[end];
  return (next & kNoun) && !(next & (kName | kVerb)) &&
         (syntax_.classes[begin - 1] &
          (kAdjective | kDeterminer | kPossessive | kPossessivePronoun));
}

DateExpression::Direction DateTenses::At(TokenIndex token) const {
  const auto& sentences = layers_.sentences;
  auto after = std::upper_bound(sentences.begin(), sentences.end(), token,
                                [](TokenIndex t, const Sentence& s) { return t < s.begin; });
  if (after == sentences.begin()) return Direction::kPast;  // the dateline
  const size_t index = static_cast<size_t>(after - sentences.begin()) - 1;
  const Sentence& sentence = sentences[index];
  if (token >= sentence.end) return Direction::kUnsaid;
  const DateWords& dates = words_.rules().dates;
  for (TokenIndex back = 1; back <= kWordsBack && token >= sentence.begin + back; ++back) {
    const Word& word = words_[layers_.tokens[token - back].word];
    if (word.term.valid() && dates.ahead_words.count(word.term)) return Direction::kFuture;
    if (back == 1 && word.term.valid() && dates.ahead_prepositions.count(word.term))
      return Direction::kFuture;
    if (word.Is(kComma | kVerb) && !word.Is(kParticiple)) break;
  }
  // The clause that has begun and waits for its verb; else the one whose verb came last; else the
  // first.
  const Syntax::Extent& extent = syntax_.sentences[index];
  ClauseId waiting, last, first;
  for (uint32_t c = extent.first_clause; c < extent.last_clause; ++c) {
    const Clause& clause = syntax_.clauses[c];
    const TokenIndex head = clause.verb.head;
    if (head < token) {
      if (!last.valid() || head > syntax_[last].verb.head) last = ClauseId(c);
    } else {
      // What is joined on, or asked for by a verb, starts behind that one, wherever its subject
      // stands: "signed it on March 3 to share and build".
      const bool behind = clause.relation == Clause::Relation::kCoordinate ||
                          clause.relation == Clause::Relation::kInfinitive;
      if (!behind && clause.range.begin <= token &&
          (!waiting.valid() || clause.range.begin > syntax_[waiting].range.begin))
        waiting = ClauseId(c);
      if (!first.valid() || head < syntax_[first].verb.head) first = ClauseId(c);
    }
  }
  // "said that on Monday …": what follows has the verb.
  const TokenIndex opener = token - std::min<TokenIndex>(token - sentence.begin, 2);
  for (TokenIndex t = opener; t < token; ++t)
    if (words_[layers_.tokens[t].word].Is(kThat) && first.valid())
      waiting = first, last = ClauseId();
  if (waiting.valid() && last.valid() && syntax_[last].verb.head > syntax_[waiting].range.begin)
    waiting = ClauseId();
  const ClauseId clause = waiting.valid() ? waiting : last.valid() ? last : first;
  if (!clause.valid()) return Direction::kUnsaid;
  const Direction tense = Of(clause, sentence.headline);
  const bool far = clause == last && token > syntax_[last].verb.head + kVerbReach;
  return far && tense == Direction::kFuture ? Direction::kUnsaid : tense;
}

// "did not meet": the group's head tells no tense.
bool DateTenses::HasPastAuxiliary(const VerbGroup& verb) const {
  const TermSet& past = words_.rules().dates.past_auxiliaries;
  for (TokenIndex t = verb.range.begin; t < verb.range.end; ++t) {
    const TermId term = words_[layers_.tokens[t].word].term;
    if (term.valid() && past.count(term)) return true;
  }
  return false;
}

DateExpression::Direction DateTenses::Of(ClauseId id, bool headline) const {
  for (int up = 0; id.valid() && up < kClausesUp; ++up) {
    const Clause& clause = syntax_[id];
    const VerbGroup& verb = clause.verb;
    if (verb.modal.valid())
      return words_.rules().dates.past_modals.count(verb.modal) ? Direction::kUnsaid
                                                                : Direction::kFuture;
    if (verb.form == VerbGroup::Form::kInfinitive)
      return verb.perfect ? Direction::kPast : Direction::kFuture;
    if (verb.form == VerbGroup::Form::kFinite) {
      if (verb.past || verb.perfect || HasPastAuxiliary(verb)) return Direction::kPast;
      // Headlines tell what was in the present tense.
      return headline ? Direction::kUnsaid : Direction::kFuture;
    }
    id = clause.governor.valid() ? clause.governor : clause.parent;
  }
  return Direction::kUnsaid;
}

}  // namespace telex
