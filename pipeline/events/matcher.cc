#include "pipeline/events/matcher.h"

#include <algorithm>

#include "pipeline/events/inner_events.h"
#include "pipeline/events/slots.h"
#include "pipeline/language/phrase_matcher.h"

namespace telex {
namespace {

// Where a slot of a token pattern can end: a noun phrase that starts here, with its coordination.
template <class Try>
bool SlotEnds(const StoryView& view, const Slot& slot, TokenIndex token, const Try& try_end) {
  const uint32_t index = view.syntax.phrase_at[token];
  if (index == Syntax::kNone) return false;
  const NounPhrase& phrase = view.syntax.phrases[index];
  if (phrase.range.begin != token || !Accepts(slot.kind, phrase)) return false;
  TokenIndex end = phrase.range.end;
  for (NounPhraseId member = phrase.next; member.valid(); member = view.syntax[member].next)
    end = view.syntax[member].range.end;
  if (try_end(end)) return true;
  return end != phrase.range.end && try_end(phrase.range.end);
}

// False where the first element of `phrase`, one that must be there, is not at `token`. Most tokens
// end here.
bool MayStart(const StoryView& view, const Phrase& phrase, TokenIndex token) {
  if (phrase.empty() || phrase.front().optional) return true;
  const PhraseElement& first = phrase.front();
  if (first.kind == PhraseElement::Kind::kWord) return Matches(first.words, view.At(token));
  if (first.kind != PhraseElement::Kind::kSlot) return true;
  const uint32_t index = view.syntax.phrase_at[token];
  return index != Syntax::kNone && view.syntax.phrases[index].range.begin == token;
}

void Sort(const RuleSet& rules, std::vector<Candidate>* candidates) {
  std::stable_sort(
      candidates->begin(), candidates->end(),
      [&](const Candidate& a, const Candidate& b) { return ComesBefore(rules, a, b); });
}

uint32_t WordsOf(const Phrase& phrase) {
  uint32_t words = 0;
  for (const PhraseElement& element : phrase)
    words += element.kind == PhraseElement::Kind::kWord && !element.optional;
  return words;
}

}  // namespace

Matcher::Matcher(const RuleSet& rules, const TermFlags& flags)
    : rules_(rules),
      frames_(rules, flags),
      speech_(rules, flags),
      status_(rules, flags),
      by_verb_(rules.vocabulary.size()),
      by_noun_(rules.vocabulary.size()),
      needed_(rules.vocabulary.size(), 0) {
  for (const auto& [lemma, frames] : rules.by_verb)
    if (lemma.valid()) by_verb_[lemma.value()] = &frames;
  for (const auto& [lemma, frames] : rules.by_noun)
    if (lemma.valid()) by_noun_[lemma.value()] = &frames;
  for (const FrameId frame : rules.by_regex)
    (rules.frames[frame.value()].head == Frame::Head::kVerbal ? verbal_by_regex_
                                                              : nominal_by_regex_)
        .push_back(frame);
  uint32_t set = 0;
  for (const Rule& rule : rules.rules) {
    uint32_t next = 0;
    for (uint32_t pattern = 0; pattern < rule.patterns.size(); ++pattern) {
      if (rule.patterns[pattern].kind != RulePattern::Kind::kPhrase) continue;
      const Phrase& phrase = rule.phrases[next++];
      phrases_.push_back({rule.id, &phrase, pattern, 0});
      for (const PhraseElement& element : phrase) {
        if (element.optional || element.kind != PhraseElement::Kind::kWord ||
            !element.words.regexes.empty())
          continue;
        const uint64_t bit = 1ull << set++ % 64;
        phrases_.back().needed |= bit;
        for (const TermId term : element.words.lemmas) needed_[term.value()] |= bit;
        for (const TermId term : element.words.exact) needed_[term.value()] |= bit;
      }
    }
  }
}

bool MatchEventPhrase(const StoryView& view, const Phrase& phrase, TokenIndex begin,
                      TokenIndex limit, TokenIndex beyond, TokenIndex* end, Candidate* candidate) {
  const auto ends = [&](const Slot& slot, TokenIndex token, const auto& try_end) {
    return SlotEnds(view, slot, token, try_end);
  };
  PhraseMatch match(view.layers.tokens, view.words, limit, ends, beyond);
  if (!match.At(phrase, begin)) return false;
  *end = match.end();
  if (!candidate) return true;
  candidate->trigger = begin;
  for (const PhraseBinding& binding : match.bindings()) {
    const size_t role = static_cast<size_t>(binding.slot.role);
    if (candidate->roles[role].valid()) continue;
    candidate->roles[role] = NounPhraseId(view.syntax.phrase_at[binding.range.begin]);
    candidate->kinds[role] = binding.slot.kind;
    ++candidate->slots;
  }
  // The trigger is the first verb that no slot took, or else the first word.
  TokenIndex noun = begin;
  for (TokenIndex token = *end; token-- > begin;) {
    bool in_slot = false;
    for (const PhraseBinding& binding : match.bindings()) in_slot |= binding.range.Contains(token);
    if (in_slot) continue;
    if (view.syntax.classes[token] & kVerb) candidate->trigger = token;
    noun = token;
  }
  if (!(view.syntax.classes[candidate->trigger] & kVerb)) candidate->trigger = noun;
  candidate->words = WordsOf(phrase);
  return true;
}

bool IsVetoed(const RuleSet& rules, const StoryView& view, const Candidate& candidate) {
  const Sentence& sentence = view.layers.sentences[candidate.sentence];
  for (const Phrase& never : rules.rules[candidate.rule.value()].never_phrases) {
    for (TokenIndex begin = sentence.begin; begin <= candidate.trigger; ++begin) {
      TokenIndex end = begin;
      if (MayStart(view, never, begin) &&
          MatchEventPhrase(view, never, begin, sentence.end, candidate.trigger, &end, nullptr))
        return true;
    }
  }
  return false;
}

void KeepBest(const RuleSet& rules, std::vector<Candidate>* candidates,
              std::vector<Loser>* losers) {
  Sort(rules, candidates);
  size_t kept = 0;
  for (size_t i = 0; i < candidates->size(); ++i) {
    const bool loses = kept > 0 && (*candidates)[kept - 1].trigger == (*candidates)[i].trigger;
    if (!loses) {
      (*candidates)[kept++] = (*candidates)[i];
    } else if (losers && (*candidates)[kept - 1].rule != (*candidates)[i].rule) {
      losers->push_back(
          {(*candidates)[i], Loser::Reason::kOverlap, (*candidates)[kept - 1].rule, nullptr});
    }
  }
  candidates->resize(kept);
}

bool Matcher::Try(const StoryView& view, const Place& place, const InnerEvents* inner,
                  Candidate* candidate) const {
  const Frame& frame = rules_.frames[place.frame.value()];
  const bool met = place.clause.valid()
                       ? frames_.Verbal(view, frame, place.clause, inner, candidate)
                       : frames_.Nominal(view, frame, place.phrase, inner, candidate);
  if (!met && !(place.phrase.valid() && candidate->loose)) return false;
  candidate->rule = frame.rule;
  candidate->frame = place.frame;
  candidate->pattern = frame.pattern;
  candidate->type = rules_.rules[frame.rule.value()].type;
  candidate->sentence = place.sentence;
  return true;
}

void Matcher::AddVerbal(const StoryView& view, ClauseId id, Found* found) const {
  const Clause& clause = view.syntax[id];
  const auto try_frame = [&](FrameId frame) {
    const Place place{frame, id, NounPhraseId(), clause.sentence};
    if (rules_.frames[frame.value()].composed) {
      found->composed.push_back(place);
      return;
    }
    Candidate candidate;
    if (Try(view, place, nullptr, &candidate)) found->candidates->push_back(candidate);
  };
  const Word& verb = view.At(clause.verb.head);
  if (verb.Hints(kHeadsVerbal))
    for (FrameId frame : *by_verb_[verb.verb_lemma.value()]) try_frame(frame);
  for (FrameId frame : verbal_by_regex_) try_frame(frame);
}

void Matcher::AddNominal(const StoryView& view, NounPhraseId id, uint32_t sentence,
                         Found* found) const {
  const NounPhrase& phrase = view.syntax[id];
  const auto try_frame = [&](FrameId frame) {
    const Place place{frame, ClauseId(), id, sentence};
    if (rules_.frames[frame.value()].composed) {
      found->composed.push_back(place);
      return;
    }
    Candidate candidate;
    if (!Try(view, place, nullptr, &candidate)) return;
    (candidate.loose ? found->loose : *found->candidates).push_back(candidate);
  };
  const Word& noun = view.At(phrase.head);
  if (noun.Hints(kHeadsNominal))
    for (FrameId frame : *by_noun_[noun.noun_lemma.value()]) try_frame(frame);
  for (FrameId frame : nominal_by_regex_) try_frame(frame);
}

void Matcher::AddPhrases(const StoryView& view, uint32_t sentence_index,
                         std::vector<Candidate>* candidates) const {
  const Sentence& sentence = view.layers.sentences[sentence_index];
  // One walk over the words tells which phrases are possible here; most words are in none.
  uint64_t words = 0;
  const auto note = [&](TermId term) {
    if (term.valid()) words |= needed_[term.value()];
  };
  for (TokenIndex token = sentence.begin; token < sentence.end; ++token) {
    const Word& word = view.At(token);
    if (!word.Hints(kInEventPhrase)) continue;
    note(word.term);
    note(word.verb_lemma);
    note(word.noun_lemma);
  }
  Candidate candidate;
  for (const PhraseRule& rule : phrases_) {
    if (rule.needed & ~words) continue;
    for (TokenIndex begin = sentence.begin; begin < sentence.end; ++begin) {
      TokenIndex end = begin;
      if (!MayStart(view, *rule.phrase, begin)) continue;
      if (!MatchEventPhrase(view, *rule.phrase, begin, sentence.end, begin, &end, &candidate))
        continue;
      candidate.rule = rule.rule;
      candidate.pattern = rule.pattern;
      candidate.type = rules_.rules[rule.rule.value()].type;
      candidate.sentence = sentence_index;
      for (uint32_t c = view.syntax.sentences[sentence_index].first_clause;
           c < view.syntax.sentences[sentence_index].last_clause; ++c)
        if (view.syntax.clauses[c].verb.range.Contains(candidate.trigger))
          candidate.clause = ClauseId(c);
      candidates->push_back(candidate);
      candidate = Candidate();
    }
  }
}

std::vector<Candidate> Matcher::PoolOf(const Found& found) const {
  std::vector<Candidate> pool;
  pool.reserve(found.candidates->size() + found.loose.size());
  // What somebody says that another must do is no event on its verb.
  for (const Candidate& candidate : *found.candidates)
    if (!candidate.frame.valid() ||
        rules_.frames[candidate.frame.value()].head != Frame::Head::kSpoken)
      pool.push_back(candidate);
  pool.insert(pool.end(), found.loose.begin(), found.loose.end());
  return pool;
}

void Matcher::Compose(const StoryView& view, const Found& found, std::vector<Loser>* losers) const {
  const std::vector<Candidate> plain = PoolOf(found);
  std::vector<Candidate> pool, composed, next;
  for (int round = 0; round < InnerEvents::kMostRounds; ++round) {
    pool = plain;
    pool.insert(pool.end(), composed.begin(), composed.end());
    Sort(rules_, &pool);
    const InnerEvents inner(rules_, pool);
    next.clear();
    for (const Place& place : found.composed) {
      Candidate candidate;
      if (!Try(view, place, &inner, &candidate)) continue;
      if (!candidate.loose && IsVetoed(rules_, view, candidate)) {
        if (losers && round == 0)
          losers->push_back({candidate, Loser::Reason::kNever, RuleId(), nullptr});
        continue;
      }
      next.push_back(candidate);
    }
    const bool same = next == composed;
    composed.swap(next);
    if (same) break;
  }
  for (const Candidate& candidate : composed) found.candidates->push_back(candidate);
}

void Matcher::Read(const StoryView& view, Found* found, std::vector<Loser>* losers) const {
  std::vector<Candidate>* candidates = found->candidates;
  for (uint32_t s = 0; s < view.syntax.sentences.size(); ++s) {
    const Syntax::Extent& extent = view.syntax.sentences[s];
    for (uint32_t clause = extent.first_clause; clause < extent.last_clause; ++clause)
      AddVerbal(view, ClauseId(clause), found);
    for (uint32_t phrase = extent.first_phrase; phrase < extent.last_phrase; ++phrase)
      AddNominal(view, NounPhraseId(phrase), s, found);
    AddPhrases(view, s, candidates);
    speech_.Run(view, s, candidates);
  }
  size_t kept = 0;
  for (Candidate& candidate : *candidates) {
    if (IsVetoed(rules_, view, candidate)) {
      if (losers) losers->push_back({candidate, Loser::Reason::kNever, RuleId(), nullptr});
      continue;
    }
    (*candidates)[kept++] = candidate;
  }
  candidates->resize(kept);
  if (!found->composed.empty()) Compose(view, *found, losers);
}

void Matcher::Gather(const StoryView& view, std::vector<Candidate>* pool) const {
  std::vector<Candidate> candidates;
  Found found{&candidates, {}, {}};
  Read(view, &found, nullptr);
  *pool = PoolOf(found);
  Sort(rules_, pool);
}

void Matcher::Run(const StoryView& view, std::vector<Candidate>* candidates,
                  std::vector<Loser>* losers) const {
  candidates->clear();
  Found found{candidates, {}, {}};
  Read(view, &found, losers);
  candidates->erase(std::remove_if(candidates->begin(), candidates->end(),
                                   [](const Candidate& candidate) { return candidate.loose; }),
                    candidates->end());
  KeepBest(rules_, candidates, losers);
  size_t kept = 0;
  for (Candidate& candidate : *candidates) {
    const StatusReading reading = status_.Read(view, candidate);
    if (reading.held) {
      if (losers) losers->push_back({candidate, Loser::Reason::kHeld, RuleId(), reading.cue});
      continue;
    }
    candidate.status = rules_.rules[candidate.rule.value()].status.value_or(reading.status);
    candidate.historical = reading.historical;
    (*candidates)[kept++] = candidate;
  }
  candidates->resize(kept);
}

}  // namespace telex
