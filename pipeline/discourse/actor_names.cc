// Names of those who are no more than a phrase: what of the words around it belongs to the name.
#include <algorithm>

#include "pipeline/discourse/recorder.h"
#include "pipeline/events/following.h"

namespace telex {
namespace {

constexpr TokenIndex kMostWordsOfActor = 10;  // a phrase before its verb
constexpr TokenIndex kMostWordsOfRelative = 8;
constexpr TokenIndex kMostWordsOfTail = 3;  // behind an object, articles not counted

Span SpanOf(const StoryView& view, TokenRange range) {
  return {view.layers.tokens[range.begin].begin, view.layers.tokens[range.end - 1].end};
}

TokenIndex WordsIn(const StoryView& view, TokenRange range) {
  TokenIndex words = 0;
  for (TokenIndex t = range.begin; t < range.end; ++t)
    words += (view.syntax.classes[t] & kDeterminer) ? 0u : 1u;
  return words;
}

}  // namespace

// "those *who had helped Kenya*", where it is short.
TokenIndex Recorder::EndOfRelative(const StoryView& view, const NounPhrase& phrase) const {
  const std::vector<Item>& items = view.syntax.items;
  const TokenIndex end = phrase.range.end;
  if (phrase.item + 1 >= items.size() || items[phrase.item + 1].kind != Item::Kind::kRelative)
    return end;
  const std::vector<Sentence>& sentences = view.layers.sentences;
  const auto own = std::partition_point(sentences.begin(), sentences.end(),
                                        [&](const Sentence& one) { return one.end <= end; });
  if (own == sentences.end()) return end;
  const Syntax::Extent& extent =
      view.syntax.sentences[static_cast<size_t>(own - sentences.begin())];
  for (uint32_t c = extent.first_clause; c < extent.last_clause; ++c) {
    const Clause& clause = view.syntax.clauses[c];
    if (clause.verb.range.begin < end) continue;
    if (clause.relation != Clause::Relation::kRelative) break;
    const TokenIndex last = clause.range.end;
    return last > clause.verb.range.begin && last - end <= kMostWordsOfRelative ? last : end;
  }
  return end;
}

// Where the short words behind a phrase end that tell who these are: "parties *to the nuclear
// deal*", "people *fleeing the war*", "a government *installed by force*", "the authorities *in
// Minsk*".
TokenIndex Recorder::EndOfTail(const StoryView& view, NounPhraseId id) const {
  const NounPhrase& phrase = view.syntax[id];
  const TokenIndex end = phrase.range.end;
  if (phrase.reading == Reading::kPronoun) return EndOfRelative(view, phrase);
  if (phrase.reading != Reading::kRole && phrase.reading != Reading::kOrganization) return end;
  if (phrase.organization != NounPhrase::kNone || phrase.of.valid() || phrase.next.valid() ||
      phrase.first.valid() || phrase.item >= NounPhrase::kNoItem)
    return end;
  const auto within = [&](TokenIndex last) {
    return last > end && WordsIn(view, {end, last}) <= kMostWordsOfTail ? last : end;
  };
  const FollowingPhrases next(view.syntax, phrase);
  if (next.valid()) {
    const NounPhrase& behind = view.syntax[next.phrase()];
    const TermId noun = view.At(phrase.head).noun_lemma;
    const bool party = noun.valid() && rules_.List("signatories").count(noun) != 0 &&
                       flags_.Has(next.preposition(), kRecipient);
    const bool settled = flags_.Has(next.preposition(), kPlacePreposition) && phrase.plural &&
                         phrase.country == NounPhrase::kNone && phrase.definite &&
                         (behind.reading == Reading::kPlace || behind.reading == Reading::kCountry);
    return party || settled ? within(behind.range.end) : end;
  }
  const std::vector<Item>& items = view.syntax.items;
  if (phrase.country != NounPhrase::kNone || phrase.item + 1 >= items.size() ||
      items[phrase.item + 1].kind != Item::Kind::kVerbGroup)
    return end;
  const TokenIndex verb = items[phrase.item + 1].range.begin;
  for (uint32_t c = phrase.clause.valid() ? phrase.clause.value() + 1 : 0;
       c < view.syntax.clauses.size(); ++c) {
    const Clause& clause = view.syntax.clauses[c];
    if (clause.verb.range.begin > verb) break;
    if (clause.verb.range.begin < verb || clause.relation != Clause::Relation::kRelative) continue;
    const bool several = phrase.plural || phrase.number > 1 ||
                         rules_.List("collectives").count(view.At(phrase.head).noun_lemma) != 0;
    if (clause.verb.form == VerbGroup::Form::kGerund && !several) return end;
    const bool told =
        clause.verb.form != VerbGroup::Form::kFinite || clause.voice == Voice::kReducedPassive;
    const TokenIndex last = clause.range.end;
    const bool open = last < view.syntax.classes.size() &&
                      (view.syntax.classes[last] & (kNoun | kAdjective)) != 0;
    const bool points = clause.patient.valid() && clause.patient != id &&
                        view.syntax[clause.patient].reading == Reading::kPronoun;
    return told && !open && !points && last > clause.verb.range.end ? within(last) : end;
  }
  return end;
}

// The name of somebody who is no more than a phrase. It has what belongs to it before its verb
// ("gunmen in army uniform attacked"), all of what the story makes a short form of, and no
// quotation mark.
Span Recorder::ActorSpan(const StoryView& view, const Resolver& resolver, NounPhraseId id) const {
  const NounPhrase& phrase = view.syntax[id];
  Span span = PhraseSpan(view, id);
  const TokenRange full = resolver.definitions().FullFormAt(phrase.head);
  if (!full.empty()) {
    const Span written = SpanOf(view, full);
    span = {std::min(span.begin, written.begin), std::max(span.end, written.end)};
  }
  // Of the president nobody needs to be told where he stands, and of people in a place that they
  // do.
  const bool apart = !phrase.definite || phrase.inanimate;
  const auto tells = [&](NounPhraseId behind, TermId preposition) {
    const Reading reading = view.syntax[behind].reading;
    const bool place = reading == Reading::kPlace || reading == Reading::kCountry;
    return !(view.syntax.classes[view.syntax[behind].range.begin] & kDeterminer) &&
           (phrase.inanimate || !place || !flags_.Has(preposition, kPlacePreposition));
  };
  if (phrase.position == NounPhrase::Position::kSubject && phrase.clause.valid() && apart &&
      phrase.reading == Reading::kRole && !phrase.next.valid() && !phrase.first.valid()) {
    const VerbGroup& verb = view.syntax[phrase.clause].verb;
    NounPhraseId last;
    for (FollowingPhrases next(view.syntax, phrase);
         next.valid() && view.syntax[next.phrase()].range.end <= verb.range.begin &&
         tells(next.phrase(), next.preposition());
         next.Advance())
      last = next.phrase();
    if (last.valid() && view.syntax[last].range.end == verb.range.begin &&
        verb.range.begin - phrase.range.begin <= kMostWordsOfActor)
      span.end = std::max(span.end, SpanOf(view, view.syntax[last].range).end);
  }
  // "CPI(M)", "the Unified CPN (Maoist)": a party by its wing
  const TokenIndex open = phrase.range.end;
  if (open + 2 < view.layers.tokens.size() && (view.syntax.classes[phrase.head] & kName) &&
      view.At(open).Is(kOpenBracket) && view.At(open + 2).Is(kCloseBracket) &&
      rules_.List("party_wings").count(view.At(open + 1).term) != 0)
    span.end = std::max(span.end, view.layers.tokens[open + 2].end);
  if (const TokenIndex end = EndOfTail(view, id); end > phrase.range.end)
    span.end = std::max(span.end, view.layers.tokens[end - 1].end);
  TokenIndex begin = phrase.range.begin;
  while (begin < phrase.head && span.begin == view.layers.tokens[begin].begin &&
         (view.syntax.classes[begin] & (kOpenQuote | kCloseQuote)))
    span.begin = view.layers.tokens[++begin].begin;
  return span;
}

}  // namespace telex
