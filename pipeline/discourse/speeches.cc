#include "pipeline/discourse/speeches.h"

#include <algorithm>
#include <utility>

#include "pipeline/discourse/same_actor.h"

namespace telex {
namespace {

using Relation = Clause::Relation;

constexpr size_t kMostSayings = 24;  // of a story; keeps the work linear
constexpr uint32_t kTalksReach = 8;  // sentences from a dated word to the talks it was said in
constexpr uint32_t kNewsReach = 10;  // … from a lead to the dated word behind it
constexpr size_t kDaySize = 10;      // of "2024-05-13"

bool IsDay(const DateMention& date) {
  return date.resolved && (date.type == Timex::kDate || date.type == Timex::kTime) &&
         date.value.size() >= kDaySize && date.value[5] != 'W';
}

bool IsSpoken(const Clause& clause) {
  return clause.verb.form == VerbGroup::Form::kFinite && clause.verb.past && !clause.verb.perfect &&
         !clause.verb.negated && !clause.verb.modal.valid() && !clause.verb.passive &&
         clause.subject.valid();
}

}  // namespace

// "as I said on Sunday": of another day than that on which he says so.
bool Speeches::IsFirstPerson(const StoryView& view, NounPhraseId subject) const {
  if (view.syntax[subject].reading != Reading::kPronoun) return false;
  const auto pronoun = rules_.pronouns.find(view.At(view.syntax[subject].head).term);
  return pronoun != rules_.pronouns.end() && pronoun->second.person == 1;
}

// Who speaks: of talks, whoever is told to have said something in them.
Referents Speeches::SpeakerOf(const StoryView& view, Resolver& resolver, const Draft& draft) const {
  const EventType& type = rules_.types[draft.candidate.type.value()];
  if (type.speech_act) return draft.source;
  const ClauseId told = draft.candidate.clause;
  if (!type.symmetric || !told.valid()) return {};
  const Clause& clause = view.syntax[told];
  if (!IsSpoken(clause) || !flags_.Has(clause.verb.lemma, kSpeechVerb | kCommunication)) return {};
  if (draft.candidate.noun.valid() && draft.candidate.noun == clause.subject) return {};
  const Referents speaker = resolver.Resolve(clause.subject);
  return Within(view, resolver, speaker, Parties(draft), false) ? speaker : Referents();
}

// Not what had been said before, or is said again and again.
bool Speeches::IsToldNow(const StoryView& view, const Draft& draft, uint32_t lead) const {
  const Candidate& candidate = draft.candidate;
  if (!candidate.clause.valid()) return draft.headline;
  const Clause& clause = view.syntax[candidate.clause];
  if (clause.verb.perfect && (clause.verb.past || candidate.sentence > lead)) return false;
  if (clause.relation == Relation::kRelative) return false;
  return clause.relation != Relation::kAdjunct || !flags_.Has(clause.introducer, kAfterPreposition);
}

// The dated words of the story, in text order: of verbs of speech, and of the drafts themselves.
std::vector<Speeches::Saying> Speeches::Find(const StoryView& view, Resolver& resolver,
                                             const Draft& open,
                                             const std::vector<Draft>& drafts) const {
  std::vector<Saying> sayings;
  const std::vector<Sentence>& sentences = view.layers.sentences;
  uint32_t s = 0;
  for (const DateMention& date : view.layers.dates) {
    if (!IsDay(date)) continue;
    while (s < sentences.size() && sentences[s].end <= date.begin) ++s;
    if (s == sentences.size() || sayings.size() == kMostSayings) break;
    if (date.begin < sentences[s].begin) continue;
    const Syntax::Extent& extent = view.syntax.sentences[s];
    for (uint32_t c = extent.first_clause; c < extent.last_clause; ++c) {
      const Clause& clause = view.syntax.clauses[c];
      if (!IsSpoken(clause) || !flags_.Has(clause.verb.lemma, kSpeechVerb | kCommunication))
        continue;
      if (clause.relation == Relation::kRelative || IsFirstPerson(view, clause.subject)) continue;
      Candidate said = open.candidate;
      said.sentence = s;
      if (dates_.OfClause(view, said, ClauseId(c)) != &date) continue;
      said.roles = {};
      said.noun = NounPhraseId();
      said.clause = ClauseId(c);
      said.trigger = clause.verb.head;
      sayings.push_back({s, ClauseId(c), resolver.Resolve(clause.subject), &date,
                         date.value.substr(0, kDaySize), places_.Find(view, said)});
      break;
    }
  }
  for (const Draft& draft : drafts) {
    if (sayings.size() == kMostSayings) break;
    if (!rules_.types[draft.candidate.type.value()].speech_act || draft.headline ||
        draft.candidate.noun.valid())
      continue;
    if (draft.status != EventStatus::kActual || draft.day.size() != kDaySize || !draft.date)
      continue;
    sayings.push_back({draft.candidate.sentence, draft.candidate.clause, draft.source, draft.date,
                       draft.day, draft.place});
  }
  std::stable_sort(sayings.begin(), sayings.end(),
                   [](const Saying& a, const Saying& b) { return a.sentence < b.sentence; });
  return sayings;
}

void Speeches::Run(const StoryView& view, Resolver& resolver, std::vector<Draft>* drafts) const {
  const std::vector<Sentence>& sentences = view.layers.sentences;
  uint32_t lead = 0;
  while (lead + 1 < sentences.size() && sentences[lead].headline) ++lead;
  std::vector<Saying> sayings;
  bool looked = false;
  for (size_t d = 0; d < drafts->size(); ++d) {
    Draft& draft = (*drafts)[d];
    if (draft.status != EventStatus::kActual || !draft.day.empty()) continue;
    if (!IsToldNow(view, draft, lead) || dates_.TellsDay(view, resolver, draft.candidate)) continue;
    const Referents speaker = SpeakerOf(view, resolver, draft);
    if (speaker.empty()) continue;
    if (!draft.attribution.empty() && !Within(view, resolver, draft.attribution, speaker, false))
      continue;
    if (!looked) sayings = Find(view, resolver, draft, *drafts);
    looked = true;
    if (sayings.empty()) return;
    const bool talks = !rules_.types[draft.candidate.type.value()].speech_act;
    const uint32_t own = draft.headline ? lead : draft.candidate.sentence;
    const Saying* found = nullptr;
    for (const Saying& saying : sayings) {
      if (saying.sentence > own && (found || own > lead || saying.sentence > own + kNewsReach))
        break;
      if (talks && saying.sentence + kTalksReach < own) continue;
      if (saying.clause == draft.candidate.clause && !draft.headline) continue;
      if (Within(view, resolver, speaker, saying.speaker, false)) found = &saying;
    }
    if (found == nullptr) continue;
    draft.date = found->date;
    draft.day = found->day;
    if (!draft.place.valid() && !talks) draft.place = found->place;
  }
}

}  // namespace telex
