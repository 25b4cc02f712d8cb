// Phrases of the slow matcher. All ways in which a pattern can be read from a token are written out
// into a list, those first which an author means first: what is optional is there, a noun phrase
// takes its whole coordination, a gap is short, an alternative on the left comes before one on the
// right. A phrase is read in the first way of the list; a `never:` holds if any way covers the
// trigger.
#include "pipeline/events/reference.h"
#include "pipeline/events/slots.h"
#include "pipeline/events/whole_subject.h"

namespace telex {
namespace {

struct Taken {
  Slot slot;
  TokenRange range;
  NounPhraseId phrase;
};
struct Way {
  TokenIndex end = 0;
  std::vector<Taken> slots;  // in text order
};

/// A sentence, as a phrase sees it.
struct Words {
  const StoryView& view;
  TokenIndex limit;
};

std::vector<Way> WaysOfPhrase(const Words& words, const Phrase& phrase, TokenIndex begin);

std::vector<Way> WaysOfSlot(const Words& words, const Slot& slot, TokenIndex begin) {
  const Syntax& syntax = words.view.syntax;
  if (syntax.phrase_at[begin] == Syntax::kNone) return {};
  const NounPhraseId first(syntax.phrase_at[begin]);
  if (syntax[first].range.begin != begin) return {};
  std::vector<Way> ways;
  // "Niger's junta" is the junta before it is Niger.
  for (const NounPhraseId id : {syntax[first].possessed, first}) {
    if (!id.valid() || !Accepts(slot.kind, syntax[id])) continue;
    const NounPhrase& phrase = syntax[id];
    TokenIndex last = phrase.range.end;  // of its coordination
    for (NounPhraseId member = phrase.next; member.valid(); member = syntax[member].next)
      last = syntax[member].range.end;
    const TokenIndex of = phrase.of.valid() ? syntax[phrase.of].range.end : 0;
    for (const TokenIndex end : {last, phrase.range.end, of > last ? of : last})
      if (end <= words.limit) ways.push_back({end, {{slot, {begin, end}, id}}});
  }
  return ways;
}

/// The ways of one element, when it is there.
std::vector<Way> WaysOfElement(const Words& words, const PhraseElement& element, TokenIndex begin) {
  std::vector<Way> ways;
  switch (element.kind) {
    case PhraseElement::Kind::kWord:
      if (begin < words.limit && IsOneOf(element.words, words.view.At(begin), words.view.words))
        ways.push_back({begin + 1, {}});
      break;
    case PhraseElement::Kind::kSlot:
      if (begin < words.limit) ways = WaysOfSlot(words, element.slot, begin);
      break;
    case PhraseElement::Kind::kGap:
      for (TokenIndex end = begin; end <= begin + kMostGap && end <= words.limit; ++end)
        ways.push_back({end, {}});
      break;
    case PhraseElement::Kind::kGroup:
      for (const Phrase& alternative : element.alternatives)
        for (Way& way : WaysOfPhrase(words, alternative, begin)) ways.push_back(std::move(way));
      break;
  }
  return ways;
}

std::vector<Way> WaysOfPhrase(const Words& words, const Phrase& phrase, TokenIndex begin) {
  std::vector<Way> ways = {{begin, {}}};
  for (const PhraseElement& element : phrase) {
    std::vector<Way> longer;
    for (const Way& way : ways) {
      for (const Way& step : WaysOfElement(words, element, way.end)) {
        longer.push_back(way);
        longer.back().end = step.end;
        longer.back().slots.insert(longer.back().slots.end(), step.slots.begin(), step.slots.end());
      }
      if (element.optional) longer.push_back(way);
    }
    ways = std::move(longer);
  }
  return ways;
}

}  // namespace

void ReferenceMatcher::AddPhrases(const StoryView& view, uint32_t s,
                                  std::vector<Candidate>* candidates) const {
  const Sentence& sentence = view.layers.sentences[s];
  const auto add = [&](const Rule& rule, uint32_t pattern, const Phrase& phrase, TokenIndex begin) {
    const std::vector<Way> ways = WaysOfPhrase({view, sentence.end}, phrase, begin);
    if (ways.empty()) return;
    const Way& way = ways.front();
    Candidate candidate;
    candidate.rule = rule.id;
    candidate.pattern = pattern;
    candidate.type = rule.type;
    candidate.sentence = s;
    for (const Taken& taken : way.slots) {
      const size_t role = static_cast<size_t>(taken.slot.role);
      if (candidate.roles[role].valid()) continue;
      candidate.roles[role] = taken.phrase;
      candidate.kinds[role] = taken.slot.kind;
      ++candidate.slots;
    }
    for (const PhraseElement& element : phrase)
      candidate.words += element.kind == PhraseElement::Kind::kWord && !element.optional;
    // The trigger is the first verb that no slot took, or else the first word that none took.
    std::vector<TokenIndex> free, verbs;
    for (TokenIndex token = begin; token < way.end; ++token) {
      bool in_slot = false;
      for (const Taken& taken : way.slots) in_slot = in_slot || taken.range.Contains(token);
      if (!in_slot) free.push_back(token);
      if (!in_slot && (view.syntax.classes[token] & kVerb)) verbs.push_back(token);
    }
    candidate.trigger = !verbs.empty() ? verbs.front() : !free.empty() ? free.front() : begin;
    for (uint32_t clause = view.syntax.sentences[s].first_clause;
         clause < view.syntax.sentences[s].last_clause; ++clause)
      if (view.syntax.clauses[clause].verb.range.Contains(candidate.trigger))
        candidate.clause = ClauseId(clause);
    TakeWholeSubject(view.syntax, &candidate);
    candidates->push_back(candidate);
  };
  for (const Rule& rule : rules_.rules) {
    size_t phrases = 0;  // a rule's phrases stand in the order of its `phrase:` patterns
    for (uint32_t pattern = 0; pattern < rule.patterns.size(); ++pattern) {
      if (rule.patterns[pattern].kind != RulePattern::Kind::kPhrase) continue;
      const Phrase& phrase = rule.phrases[phrases++];
      for (TokenIndex begin = sentence.begin; begin < sentence.end; ++begin)
        add(rule, pattern, phrase, begin);
    }
  }
}

bool ReferenceMatcher::Vetoed(const StoryView& view, const Candidate& candidate) const {
  const Sentence& sentence = view.layers.sentences[candidate.sentence];
  const auto covers = [&](const Phrase& phrase) {
    for (TokenIndex begin = sentence.begin; begin <= candidate.trigger; ++begin)
      for (const Way& way : WaysOfPhrase({view, sentence.end}, phrase, begin))
        if (way.end > candidate.trigger) return true;
    return false;
  };
  const Rule& rule = rules_.rules[candidate.rule.value()];
  for (const Phrase& never : rule.never_phrases)
    if (covers(never)) return true;
  for (const Phrase& only : rule.only_phrases)
    if (covers(only)) return false;
  return !rule.only_phrases.empty();
}

}  // namespace telex
