#include "pipeline/coding/states.h"

#include <algorithm>

namespace telex {
namespace {

bool HasState(const std::vector<Actor>& actors) {
  return std::any_of(actors.begin(), actors.end(),
                     [](const Actor& actor) { return !actor.country.empty(); });
}

bool Knows(const std::vector<Actor>& actors, const std::string& state) {
  return std::any_of(actors.begin(), actors.end(),
                     [&](const Actor& actor) { return actor.country == state; });
}

}  // namespace

std::string States::StateOf(const StoryView& view, const NounPhrase& phrase) const {
  const Lexicon& lexicon = rules_.lexicon;
  if (phrase.country != NounPhrase::kNone) return lexicon.countries[phrase.country].iso3;
  if (phrase.organization != NounPhrase::kNone)
    return lexicon.organizations[phrase.organization].country;
  if (!phrase.person.valid()) return "";
  const uint32_t country = view.syntax.people[phrase.person.value()].country;
  return country == StoryPerson::kNone ? "" : lexicon.countries[country].iso3;
}

// "…, a state-owned Egyptian newspaper said": subject of a verb of saying, beside the event's own.
bool States::Reports(const StoryView& view, const Candidate& candidate,
                     const NounPhrase& phrase) const {
  if (!phrase.clause.valid() || phrase.clause == candidate.clause) return false;
  const Clause& clause = view.syntax[phrase.clause];
  return reporting_.count(clause.verb.lemma) != 0 && clause.verb.range.begin > candidate.trigger;
}

std::string States::Find(const StoryView& view, const Candidate& candidate, TokenIndex begin,
                         TokenIndex end, const std::vector<Actor>& known) const {
  const Syntax::Extent& extent = view.syntax.sentences[candidate.sentence];
  for (uint32_t id = extent.first_phrase; id < extent.last_phrase; ++id) {
    const NounPhrase& phrase = view.syntax.phrases[id];
    if (phrase.range.begin < begin || phrase.range.begin >= end) continue;
    std::string state = StateOf(view, phrase);
    if (!state.empty() && !Knows(known, state) && !Reports(view, candidate, phrase)) return state;
  }
  return "";
}

void States::Give(const std::string& state, std::vector<Actor>* actors) const {
  if (state.empty()) return;
  if (actors->empty()) {
    Actor actor;
    const auto country = rules_.lexicon.country_by_code.find(state);
    actor.name = country == rules_.lexicon.country_by_code.end()
                     ? state
                     : rules_.lexicon.countries[country->second].name;
    actors->push_back(std::move(actor));
  }
  actors->front().country = state;
  actors->front().inferred = true;
}

void States::Complete(const StoryView& view, const Candidate& candidate, Event* event) const {
  if (!event->has_plover || event->plover.type == "CONSULT") return;
  const Sentence& sentence = view.layers.sentences[candidate.sentence];
  const TypeId type = candidate.type;
  if (!event->source.empty() && !HasState(event->source))
    Give(Find(view, candidate, sentence.begin, sentence.end, event->target), &event->source);
  const bool together = rules_.types[type.value()].symmetric && event->source.size() > 1;
  if (HasState(event->target) || together) return;
  std::string state = Find(view, candidate, candidate.trigger + 1, sentence.end, event->source);
  if (state.empty())
    state = Find(view, candidate, sentence.begin, candidate.trigger, event->source);
  if (state.empty() && HasState(event->source))
    state = std::find_if(event->source.begin(), event->source.end(), [](const Actor& actor) {
              return !actor.country.empty();
            })->country;
  Give(state, &event->target);
}

}  // namespace telex
