#include "pipeline/events/matcher.h"

#include <algorithm>

#include "pipeline/events/inner_events.h"

namespace telex {
namespace {

bool IsTold(const RuleSet& rules, const Candidate& candidate) {
  return rules.rules[candidate.rule.value()].by_speaker;
}

void Sort(const RuleSet& rules, std::vector<Candidate>* candidates) {
  std::stable_sort(
      candidates->begin(), candidates->end(),
      [&](const Candidate& a, const Candidate& b) { return ComesBefore(rules, a, b); });
}

constexpr size_t kMostRunnersUp = 3;

// Whether nobody could take part in the one who does not in the other.
bool IsLike(const Candidate& a, const Candidate& b) {
  return a.type == b.type && a.roles == b.roles && a.kinds == b.kinds;
}

}  // namespace

Matcher::Matcher(const RuleSet& rules, const TermFlags& flags)
    : rules_(rules),
      frames_(rules, flags),
      phrases_(rules),
      speech_(rules, flags),
      status_(rules, flags),
      by_verb_(rules, rules.by_verb),
      by_noun_(rules, rules.by_noun) {
  for (const FrameId frame : rules.by_regex)
    (rules.frames[frame.value()].head == Frame::Head::kVerbal ? verbal_by_regex_
                                                              : nominal_by_regex_)
        .push_back(frame);
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

void Matcher::FindHeads(const StoryView& view, uint32_t sentence, Workspace& work) const {
  const Syntax::Extent& extent = view.syntax.sentences[sentence];
  work.heads_.clear();
  for (uint32_t clause = extent.first_clause; clause < extent.last_clause; ++clause) {
    const Word& verb = view.At(view.syntax.clauses[clause].verb.head);
    const bool heads = verb.Hints(kHeadsVerbal);
    if (heads || !verbal_by_regex_.empty())
      work.heads_.push_back({heads ? verb.verb_lemma : TermId(), ClauseId(clause), NounPhraseId()});
  }
  for (uint32_t phrase = extent.first_phrase; phrase < extent.last_phrase; ++phrase) {
    const TokenIndex noun = view.syntax.phrases[phrase].head;
    const bool heads = (view.layers.hints[noun] & kHeadsNominal) != 0;
    if (heads || !nominal_by_regex_.empty())
      work.heads_.push_back(
          {heads ? view.At(noun).noun_lemma : TermId(), ClauseId(), NounPhraseId(phrase)});
  }
}

// What is known of frames lies far apart: it is asked for, for all heads, before the first is read.
void Matcher::FindPlaces(const StoryView& view, uint32_t sentence, Workspace& work) const {
  FindHeads(view, sentence, work);
  const auto frames_of = [&](const Workspace::Head& head) -> const FrameHeads& {
    return head.clause.valid() ? by_verb_ : by_noun_;
  };
  for (const Workspace::Head& head : work.heads_)
    if (head.lemma.valid()) frames_of(head).Fetch(head.lemma);
  for (const Workspace::Head& head : work.heads_)
    if (head.lemma.valid()) frames_of(head).FetchGroups(head.lemma);
  for (const Workspace::Head& head : work.heads_)
    if (head.lemma.valid()) frames_of(head).FetchFrames(head.lemma, work.keys_);
  work.places_.clear();
  for (const Workspace::Head& head : work.heads_) {
    const auto add = [&](FrameId frame, bool certain) {
      __builtin_prefetch(&rules_.frames[frame.value()]);
      work.places_.push_back({frame, head.clause, head.phrase, sentence, certain});
    };
    if (head.lemma.valid()) {
      const ClauseParts parts =
          head.clause.valid() ? ClauseParts(view.syntax[head.clause]) : ClauseParts();
      frames_of(head).Each(head.lemma, work.keys_, parts, add);
    }
    for (FrameId frame : head.clause.valid() ? verbal_by_regex_ : nominal_by_regex_)
      if (work.keys_.Has(rules_.keys.KeysOf(frame))) add(frame, false);
  }
  for (const Place& place : work.places_)
    __builtin_prefetch(rules_.frames[place.frame.value()].arguments.data());
}

void Matcher::TryPlaces(const StoryView& view, Workspace& work,
                        std::vector<Candidate>* candidates) const {
  for (const Place& place : work.places_) {
    const Frame& frame = rules_.frames[place.frame.value()];
    const TokenIndex head =
        place.clause.valid() ? view.syntax[place.clause].verb.head : view.syntax[place.phrase].head;
    if (!place.certain && !IsHead(frame, view.At(head), view.words)) continue;
    if (frame.composed) {
      work.composed_.push_back(place);
      continue;
    }
    Candidate candidate;
    if (!Try(view, place, nullptr, &candidate)) continue;
    (place.phrase.valid() && candidate.loose ? work.loose_ : *candidates).push_back(candidate);
  }
}

std::vector<Candidate> Matcher::PoolOf(const Workspace& work,
                                       const std::vector<Candidate>& candidates) const {
  std::vector<Candidate> pool;
  pool.reserve(candidates.size() + work.loose_.size());
  // What somebody says that another does or must do is no event on its verb.
  for (const Candidate& candidate : candidates)
    if (!IsTold(rules_, candidate) &&
        (!candidate.frame.valid() ||
         rules_.frames[candidate.frame.value()].head != Frame::Head::kSpoken))
      pool.push_back(candidate);
  pool.insert(pool.end(), work.loose_.begin(), work.loose_.end());
  return pool;
}

void Matcher::Compose(const StoryView& view, Workspace& work, std::vector<Candidate>* candidates,
                      std::vector<Loser>* losers) const {
  const std::vector<Candidate> plain = PoolOf(work, *candidates);
  std::vector<Candidate> pool, composed, next;
  for (int round = 0; round < InnerEvents::kMostRounds; ++round) {
    pool = plain;
    pool.insert(pool.end(), composed.begin(), composed.end());
    Sort(rules_, &pool);
    const InnerEvents inner(phrases_, pool, &work.keys_);
    next.clear();
    for (const Place& place : work.composed_) {
      Candidate candidate;
      if (!Try(view, place, &inner, &candidate)) continue;
      if (!candidate.loose && phrases_.IsVetoed(view, candidate, &work.keys_)) {
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
  candidates->insert(candidates->end(), composed.begin(), composed.end());
}

void Matcher::Read(const StoryView& view, Workspace& work, std::vector<Candidate>* candidates,
                   std::vector<Loser>* losers) const {
  candidates->clear();
  work.loose_.clear();
  work.composed_.clear();
  work.keys_.Forget();
  for (uint32_t s = 0; s < view.syntax.sentences.size(); ++s) {
    size_t kept = candidates->size();
    work.keys_.Read(view, s);
    FindPlaces(view, s, work);
    TryPlaces(view, work, candidates);
    phrases_.Find(view, s, work.keys_, candidates);
    speech_.Run(view, s, candidates);
    for (size_t i = kept; i < candidates->size(); ++i) {
      const Candidate& candidate = (*candidates)[i];
      if (phrases_.IsVetoed(view, candidate, &work.keys_)) {
        if (losers) losers->push_back({candidate, Loser::Reason::kNever, RuleId(), nullptr});
      } else {
        (*candidates)[kept++] = candidate;
      }
    }
    candidates->resize(kept);
  }
  if (!work.composed_.empty()) Compose(view, work, candidates, losers);
}

void Matcher::Gather(const StoryView& view, Workspace& work, std::vector<Candidate>* pool) const {
  std::vector<Candidate> candidates;
  Read(view, work, &candidates, nullptr);
  *pool = PoolOf(work, candidates);
  Sort(rules_, pool);
}

// Of those on one trigger the first that the context does not hold back has the words; what its
// speaker makes of it stands beside what it is, until the speaker is known.
void Matcher::KeepBest(const StoryView& view, std::vector<Candidate>* candidates,
                       std::vector<Loser>* losers) const {
  const auto same_words = [&](const Candidate& a, const Candidate& b) {
    return a.trigger == b.trigger && IsTold(rules_, a) == IsTold(rules_, b);
  };
  // "Oman would attack if": merely thought, whoever reads it.
  const auto thought = [&](const Candidate& candidate, const ContextCue* cue) {
    return cue && cue->unreal && candidate.clause.valid() &&
           !view.syntax[candidate.clause].verb.negated;
  };
  bool barred = false;
  size_t kept = 0, winner = 0;  // the winner of the words at hand, or `kept` where none is yet
  for (size_t i = 0; i < candidates->size(); ++i) {
    Candidate& candidate = (*candidates)[i];
    if (i == 0 || !same_words((*candidates)[i - 1], candidate)) {
      winner = kept;
      barred = false;
    }
    if (barred) continue;
    const bool won = winner == kept;
    if (!won && (kept - winner > kMostRunnersUp || IsLike(candidate, (*candidates)[kept - 1]))) {
      if (losers && candidate.rule != (*candidates)[winner].rule)
        losers->push_back(
            {candidate, Loser::Reason::kOverlap, (*candidates)[winner].rule, nullptr});
      continue;
    }
    const StatusReading reading = status_.Read(view, candidate);
    if (reading.held) {
      if (losers) losers->push_back({candidate, Loser::Reason::kHeld, RuleId(), reading.cue});
      barred = won && thought(candidate, reading.cue);
      continue;
    }
    candidate.status = rules_.rules[candidate.rule.value()].status.value_or(reading.status);
    candidate.historical = reading.historical;
    candidate.runner_up = !won;
    if (kept != i) (*candidates)[kept] = candidate;
    ++kept;
  }
  candidates->resize(kept);
}

void Matcher::Run(const StoryView& view, Workspace& work, std::vector<Candidate>* candidates,
                  std::vector<Loser>* losers) const {
  Read(view, work, candidates, losers);
  candidates->erase(std::remove_if(candidates->begin(), candidates->end(),
                                   [&](const Candidate& candidate) {
                                     return candidate.loose ||
                                            LacksPartner(rules_, view.syntax, candidate);
                                   }),
                    candidates->end());
  Sort(rules_, candidates);
  KeepBest(view, candidates, losers);
}

}  // namespace telex
