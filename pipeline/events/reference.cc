// Gathering, veto, overlap and status of the slow matcher. Of the candidates on one trigger that
// one comes out which beats the others and is not held back; where one pattern lies twice on a
// trigger, with nothing to choose between, the first in the text. Three more are kept behind it, in
// case that nobody takes part in it.
#include "pipeline/events/reference.h"

#include "pipeline/events/slots.h"

#include <algorithm>
#include <map>

namespace telex {
namespace {

constexpr size_t kRunnersUp = 3;
constexpr int kRounds = 3;  // inner events of inner events of inner events

template <class T>
bool Has(const std::vector<T>& items, const T& item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

}  // namespace

bool IsOneOf(const WordSet& set, const Word& word, const WordTable& words) {
  for (const TermId reading : {word.verb_lemma, word.noun_lemma, word.term})
    if (reading.valid() && Has(set.lemmas, reading)) return true;
  if (word.term.valid() && Has(set.exact, word.term)) return true;
  return words.IsAny(set.regexes, word);
}

bool ReferenceMatcher::Beats(const Candidate& a, const Candidate& b) const {
  if (a.slots != b.slots) return a.slots > b.slots;
  if (a.words != b.words) return a.words > b.words;
  const uint32_t a_rank = rules_.types[a.type.value()].rank,
                 b_rank = rules_.types[b.type.value()].rank;
  if (a_rank != b_rank) return a_rank > b_rank;
  if (a.rule != b.rule) return a.rule < b.rule;
  if (a.pattern != b.pattern) return a.pattern < b.pattern;
  return a.frame < b.frame;
}

// Somebody says that somebody else must: an active, affirmed clause whose auxiliary is the frame's
// and whose subject is no pronoun, below a clause of communication (four steps up at most), or else
// in a sentence whose first main or inverted clause of plain speech is another's.
std::optional<Candidate> ReferenceMatcher::Spoken(const StoryView& view, const Frame& frame,
                                                  ClauseId id) const {
  const Syntax& syntax = view.syntax;
  const Clause& said = syntax[id];
  const bool must = said.verb.modal.valid() && Has(frame.words.lemmas, said.verb.modal);
  if (!must || said.verb.negated || said.verb.passive || !said.subject.valid() ||
      syntax[said.subject].reading == Reading::kPronoun ||
      !Accepts(frame.owner.kind, syntax[said.subject]))
    return std::nullopt;
  std::vector<ClauseId> speaking;
  for (ClauseId above = said.parent; above.valid() && speaking.size() < 4;
       above = syntax[above].parent)
    speaking.push_back(above);
  const auto silent = [&](ClauseId clause) {
    return !syntax[clause].subject.valid() ||
           !flags_.Has(syntax[clause].verb.lemma, kSpeechVerb | kCommunication);
  };
  speaking.erase(std::remove_if(speaking.begin(), speaking.end(), silent), speaking.end());
  const Syntax::Extent& extent = syntax.sentences[said.sentence];
  for (uint32_t c = extent.first_clause; c < extent.last_clause; ++c) {
    const Clause& beside = syntax.clauses[c];
    const bool main =
        beside.relation == Clause::Relation::kMain || beside.voice == Voice::kInversion;
    if (ClauseId(c) != id && main && beside.subject.valid() &&
        flags_.Has(beside.verb.lemma, kSpeechVerb))
      speaking.push_back(ClauseId(c));
  }
  if (speaking.empty() || syntax[speaking.front()].subject == said.subject) return std::nullopt;
  Candidate candidate;
  candidate.rule = frame.rule;
  candidate.frame = frame.id;
  candidate.pattern = frame.pattern;
  candidate.type = rules_.rules[frame.rule.value()].type;
  candidate.trigger = said.verb.head;
  candidate.sentence = said.sentence;
  candidate.clause = speaking.front();
  candidate.voice = syntax[speaking.front()].voice;
  candidate.roles[static_cast<size_t>(Role::kSource)] = syntax[speaking.front()].subject;
  candidate.roles[static_cast<size_t>(frame.owner.role)] = said.subject;
  candidate.kinds[static_cast<size_t>(frame.owner.role)] = frame.owner.kind;
  candidate.words = 1;
  candidate.slots = 2;
  return candidate;
}

std::vector<Candidate> ReferenceMatcher::Round(const StoryView& view,
                                               const std::vector<Candidate>& before,
                                               bool composed) const {
  std::vector<Candidate> found;
  for (uint32_t s = 0; s < view.syntax.sentences.size(); ++s) {
    const Syntax::Extent& extent = view.syntax.sentences[s];
    for (const Frame& frame : rules_.frames) {
      if (frame.composed != composed) continue;
      if (frame.head == Frame::Head::kSpoken) {
        for (uint32_t clause = extent.first_clause; clause < extent.last_clause; ++clause)
          if (const auto candidate = Spoken(view, frame, ClauseId(clause)))
            found.push_back(*candidate);
      } else if (frame.head == Frame::Head::kVerbal) {
        for (uint32_t clause = extent.first_clause; clause < extent.last_clause; ++clause)
          if (const auto candidate = Verbal(view, frame, ClauseId(clause), before))
            found.push_back(*candidate);
      } else {
        for (uint32_t phrase = extent.first_phrase; phrase < extent.last_phrase; ++phrase)
          if (const auto candidate = Nominal(view, frame, NounPhraseId(phrase), s, before))
            found.push_back(*candidate);
      }
    }
    if (!composed) AddPhrases(view, s, &found);
  }
  const auto vetoed = [&](const Candidate& candidate) { return Vetoed(view, candidate); };
  found.erase(std::remove_if(found.begin(), found.end(), vetoed), found.end());
  return found;
}

void ReferenceMatcher::Run(const StoryView& view, std::vector<Candidate>* candidates) const {
  const std::vector<Candidate> plain = Round(view, {}, false);
  std::vector<Candidate> found = plain;
  for (int round = 0; round < kRounds; ++round) {
    const std::vector<Candidate> composed = Round(view, found, true);
    found = plain;
    found.insert(found.end(), composed.begin(), composed.end());
  }
  // By trigger, so in text order; what a speaker makes of it apart.
  std::map<std::pair<TokenIndex, bool>, std::vector<Candidate>> rivals;
  for (const Candidate& candidate : found)
    if (!candidate.loose && !LacksPartner(rules_, view.syntax, candidate))
      rivals[{candidate.trigger, rules_.rules[candidate.rule.value()].by_speaker}].push_back(
          candidate);
  candidates->clear();
  for (auto& [trigger, all] : rivals) {
    std::stable_sort(all.begin(), all.end(),
                     [&](const Candidate& a, const Candidate& b) { return Beats(a, b); });
    std::vector<Candidate> in_order;
    for (Candidate& candidate : all) {
      if (in_order.size() > kRunnersUp) break;
      const bool like = !in_order.empty() && in_order.back().type == candidate.type &&
                        in_order.back().roles == candidate.roles &&
                        in_order.back().kinds == candidate.kinds;
      if (like) continue;
      const StatusReading reading = status_.Read(view, candidate);
      if (reading.held) {
        const bool negated = candidate.clause.valid() && view.syntax[candidate.clause].verb.negated;
        if (in_order.empty() && reading.cue && reading.cue->unreal && candidate.clause.valid() &&
            !negated)
          break;
        continue;
      }
      candidate.status = rules_.rules[candidate.rule.value()].status.value_or(reading.status);
      candidate.historical = reading.historical;
      candidate.runner_up = !in_order.empty();
      in_order.push_back(candidate);
    }
    candidates->insert(candidates->end(), in_order.begin(), in_order.end());
  }
}

}  // namespace telex
