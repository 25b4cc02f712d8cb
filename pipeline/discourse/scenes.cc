#include "pipeline/discourse/scenes.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "pipeline/discourse/same_actor.h"

namespace telex {
namespace {

constexpr uint32_t kNone = NounPhrase::kNone;
constexpr size_t kMostScenes = 24;    // of a story; keeps the work linear
constexpr uint32_t kNear = 12;        // sentences from a visit to what is told of it without a day
constexpr int kLongestVisit = 10;     // days
constexpr int kLongestStay = 2;       // … between two of a guest's talks in one town
constexpr uint32_t kRemarkReach = 3;  // sentences back from "made the remarks on Monday"
constexpr uint32_t kTalksReach =
    8;                              // sentences from a lead to the talks in which its news was said
constexpr uint32_t kSaidReach = 2;  // … from "said on Monday"
constexpr uint32_t kSigningReach = 3;  // sentences from a pact to "it was signed on Monday"

// A day as a number, for the distance of two of them; 0 where no day is said.
int DayNumber(const Draft& draft) {
  if (!draft.date) return 0;
  const Anchor day = ParseDay(draft.day);
  return day ? static_cast<int>(day->time_since_epoch().count()) : 0;
}

// How the days of a visit and of what may have happened on it agree.
enum class Days : uint8_t { kApart, kOpen, kClose, kSame };

Days Compare(const Draft& event, const Draft& visit) {
  if (!event.date || !visit.date) return Days::kOpen;
  if (event.day == visit.day) return Days::kSame;
  const int later = DayNumber(event) - DayNumber(visit);
  if (DayNumber(event) != 0 && DayNumber(visit) != 0)
    return later >= 0 && later <= kLongestVisit ? Days::kClose : Days::kApart;
  const std::string_view a = event.day, b = visit.day;
  const size_t size = std::min(a.size(), b.size());
  return a.substr(0, size) == b.substr(0, size) ? Days::kClose : Days::kApart;
}

uint32_t Distance(const Draft& a, const Draft& b) {
  const uint32_t x = a.candidate.sentence, y = b.candidate.sentence;
  return x > y ? x - y : y - x;
}

bool Contains(const StoryView& view, const Resolver& resolver, const Referents& some,
              const Referents& others) {
  return std::any_of(some.begin(), some.end(), [&](const Referent& one) {
    return Within(view, resolver, {one}, others, true);
  });
}

void SetDate(const DateMention* date, Draft* draft) {
  draft->date = date;
  draft->day = date->value.substr(0, date->value.find('T'));
}

}  // namespace

// The visitor took part, and somebody of the state that he visited, or others of whom no state is
// known. `loosely`: his state may stand for him.
bool Scenes::BringsTogether(const StoryView& view, const Resolver& resolver, const Draft& event,
                            const Draft& visit, bool loosely) const {
  const uint32_t host = view.syntax[visit.place].country;
  if (host == kNone) return false;
  bool visitor = false, himself = false, at_home = false, abroad = false;
  for (const Referents* role : {&event.source, &event.target})
    for (const Referent& one : *role) {
      if (Within(view, resolver, {one}, visit.source, loosely)) {
        visitor = true;
        himself |= Within(view, resolver, {one}, visit.source, false);
      } else {
        const uint32_t state = resolver.CountryOf(one);
        at_home |= state == host;
        abroad |= state != host && state != kNone;
      }
    }
  return visitor && (at_home || (himself && !abroad));
}

// "During a visit to Peru, she praised …"
bool Scenes::TellsOfStay(const StoryView& view, const Resolver& resolver, const Draft& event,
                         const Draft& scene) const {
  const Candidate &stay = scene.candidate, &deed = event.candidate;
  if (stay.sentence != deed.sentence || !stay.noun.valid() || stay.clause != deed.clause)
    return false;
  return stay_prepositions_.count(view.syntax[stay.noun].preposition) != 0 &&
         Contains(view, resolver, event.source, scene.source);
}

// Who was received in a state by one of its own was there when he met another of them: "met the
// Peruvian president in Lima", "also held talks with the foreign minister of Peru".
bool Scenes::IsGuest(const StoryView& view, const Resolver& resolver, const Draft& event,
                     const Draft& scene) const {
  const uint32_t host = view.syntax[scene.place].country;
  if (host == kNone || scene.candidate.type != event.candidate.type) return false;
  const auto receives = [&](const Draft& draft) {
    const auto at_home = [&](const Referent& one) { return resolver.CountryOf(one) == host; };
    return std::any_of(draft.source.begin(), draft.source.end(), at_home) ||
           std::any_of(draft.target.begin(), draft.target.end(), at_home);
  };
  if (!receives(event) || !receives(scene)) return false;
  for (const Referents* role : {&event.source, &event.target})
    for (const Referent& one : *role) {
      if (one.kind != Referent::Kind::kPerson || resolver.CountryOf(one) == host) continue;
      const auto same = [&](const Referent& other) { return other == one; };
      if (std::any_of(scene.source.begin(), scene.source.end(), same) ||
          std::any_of(scene.target.begin(), scene.target.end(), same))
        return true;
    }
  return false;
}

// How near a scene is to an event that may have taken place in it: 0 where it is none.
int Scenes::Nearness(const StoryView& view, const Resolver& resolver, const Draft& event,
                     const Draft& scene) const {
  // "the visit will help relations": nobody says that it is still to come.
  const bool spoken_of = scene.candidate.noun.valid() && !scene.date;
  if (scene.status != event.status && scene.status != EventStatus::kActual && !spoken_of) return 0;
  if (TypeOf(scene).journey && TellsOfStay(view, resolver, event, scene)) return 1000;
  if (!TypeOf(event).on_site) return 0;
  const uint32_t distance = Distance(event, scene);
  const Days days = Compare(event, scene);
  const bool near = DayNumber(event) != 0 && DayNumber(scene) != 0 &&
                    std::abs(DayNumber(event) - DayNumber(scene)) <= kLongestStay;
  if (days == Days::kApart && near && IsGuest(view, resolver, event, scene)) return 1;
  if (days == Days::kApart || (days == Days::kOpen && distance > kNear)) return 0;
  if (TypeOf(scene).journey) {
    // "Oman and Peru signed a pact" in a story of the visit of one's minister to the other
    const ClauseId told = event.candidate.clause;
    const bool signs = TypeOf(event).alone && told.valid() &&
                       view.syntax[told].verb.form == VerbGroup::Form::kFinite &&
                       !view.syntax[told].verb.perfect;
    const bool loosely = days != Days::kOpen || distance == 0 || signs;
    if (!BringsTogether(view, resolver, event, scene, loosely)) return 0;
  } else {
    // "met in Oslo and signed a deal": a meeting and what was agreed on it.
    const bool one_day = days == Days::kSame && DayNumber(event) != 0;
    if (IsGuest(view, resolver, event, scene)) return 1;
    if ((distance > 0 && !one_day) || scene.candidate.type == event.candidate.type) return 0;
    if (!Within(view, resolver, Parties(event), Parties(scene), true)) return 0;
  }
  const int by_days = days == Days::kSame ? 600 : days == Days::kClose ? 300 : 0;
  const bool before = scene.candidate.sentence <= event.candidate.sentence;
  return 1 + by_days + (distance == 0 ? 200 : 0) + (before ? 50 : 0) +
         static_cast<int>(kNear - std::min(distance, kNear));
}

// "after a visit to Syria", whose president he met there on Sunday.
void Scenes::DateVisit(const StoryView& view, const Resolver& resolver,
                       const std::vector<Draft>& drafts, Draft* visit) const {
  const Draft* first = nullptr;
  const uint32_t host = view.syntax[visit->place].country;
  for (const Draft& event : drafts) {
    if (!TypeOf(event).on_site || event.status != visit->status || !event.place.valid()) continue;
    if (DayNumber(event) == 0 || view.syntax[event.place].country != host) continue;
    if (!BringsTogether(view, resolver, event, *visit, false)) continue;
    if (first == nullptr || event.day < first->day) first = &event;
  }
  if (first == nullptr) return;
  visit->date = first->date;
  visit->day = first->day;
}

// "made the remarks", "The comments were made"; `plain`: "said", which the news of what was said
// may be told by.
bool Scenes::IsRemark(const StoryView& view, const Clause& clause, bool* plain) const {
  if (clause.verb.form != VerbGroup::Form::kFinite || clause.verb.negated) return false;
  *plain = flags_.Has(clause.verb.lemma, kSpeechVerb);
  if (*plain) return clause.verb.past && clause.subject.valid();
  if (!clause.patient.valid() || !flags_.Has(clause.verb.lemma, kLightVerb)) return false;
  const NounPhrase& remark = view.syntax[clause.patient];
  return remark.definite && flags_.Has(view.At(remark.head).noun_lemma, kRemarkNoun);
}

// "The official made the remarks": whoever spoke last, by a word that many are called by.
bool Scenes::IsSomeone(const NounPhrase& speaker) const {
  return speaker.reading == Reading::kRole && speaker.definite && !speaker.plural &&
         speaker.country == kNone && !speaker.possessor.valid() && !speaker.of.valid();
}

// Looks for the sentences that say when and where the words before them were spoken.
void Scenes::FindRemarks(const StoryView& view, Resolver& resolver,
                         std::vector<Draft>* drafts) const {
  const auto open = [&](const Draft& draft) {
    return TypeOf(draft).speech_act && draft.status == EventStatus::kActual &&
           draft.source.size() == 1 && (!draft.date || !draft.place.valid());
  };
  const std::vector<Sentence>& sentences = view.layers.sentences;
  uint32_t lead = 0;
  while (lead + 1 < sentences.size() && sentences[lead].headline) ++lead;
  for (size_t d = 0; d < drafts->size(); ++d) {
    Draft& draft = (*drafts)[d];
    if (!open(draft)) continue;
    const uint32_t own = std::max(draft.candidate.sentence, draft.headline ? lead : 0);
    // What is told as past news may be of another day than what is said of it now.
    const ClauseId told = draft.candidate.clause;
    if (!draft.date && HasDate(view, draft.candidate.sentence)) continue;
    const bool news = own <= lead || (told.valid() && view.syntax[told].verb.perfect &&
                                      !view.syntax[told].verb.past);
    const uint32_t last =
        std::min<uint32_t>(own + kRemarkReach, static_cast<uint32_t>(sentences.size()) - 1);
    for (uint32_t s = own + 1; s <= last; ++s) {
      const Syntax::Extent& extent = view.syntax.sentences[s];
      for (uint32_t c = extent.first_clause; c < extent.last_clause; ++c) {
        const Clause& clause = view.syntax.clauses[c];
        bool plain = false;
        if (!IsRemark(view, clause, &plain)) continue;
        if (plain && (!news || s > own + kSaidReach || draft.date)) continue;
        const NounPhraseId speaker = clause.agent.valid() ? clause.agent : clause.subject;
        if (speaker.valid() && speaker != clause.patient &&
            (plain || !IsSomeone(view.syntax[speaker])) &&
            !Within(view, resolver, draft.source, resolver.Resolve(speaker), true))
          continue;
        Candidate said = draft.candidate;
        said.roles = {};
        said.noun = NounPhraseId();
        said.sentence = s;
        said.clause = ClauseId(c);
        said.trigger =
            plain || !clause.patient.valid() ? clause.verb.head : view.syntax[clause.patient].head;
        const DateMention* date = dates_.Find(view, said);
        if (plain && (!date || date->value.size() < 10)) continue;
        if (!draft.date && date) SetDate(date, &draft);
        if (!draft.place.valid()) draft.place = places_.Find(view, said);
        s = last;
        break;
      }
    }
  }
}

// "The memorandum was signed in Oslo on Monday": the pact that was told right before.
bool Scenes::IsSigning(const StoryView& view, const Clause& clause) const {
  if (!clause.verb.passive || !clause.verb.past || clause.verb.modal.valid() ||
      clause.verb.negated || !clause.patient.valid() || signing_.count(clause.verb.lemma) == 0)
    return false;
  const NounPhrase& paper = view.syntax[clause.patient];
  return paper.definite && pacts_.count(view.At(paper.head).noun_lemma) != 0;
}

void Scenes::FindSignings(const StoryView& view, std::vector<Draft>* drafts) const {
  const auto open = [&](const Draft& draft) {
    return TypeOf(draft).alone && draft.status == EventStatus::kActual &&
           (!draft.date || !draft.place.valid());
  };
  if (std::none_of(drafts->begin(), drafts->end(), open)) return;
  std::vector<ClauseId> signings;
  for (size_t c = 0; c < view.syntax.clauses.size(); ++c)
    if (IsSigning(view, view.syntax.clauses[c])) signings.push_back(ClauseId(c));
  for (Draft& draft : *drafts) {
    if (!open(draft)) continue;
    const uint32_t own = draft.candidate.sentence;
    const auto next = std::partition_point(signings.begin(), signings.end(), [&](ClauseId c) {
      return view.syntax[c].sentence <= own;
    });
    if (next == signings.end() || view.syntax[*next].sentence > own + kSigningReach) continue;
    Candidate signing = draft.candidate;
    signing.roles = {};
    signing.noun = NounPhraseId();
    signing.sentence = view.syntax[*next].sentence;
    signing.clause = *next;
    signing.trigger = view.syntax[*next].verb.head;
    if (const DateMention* date = draft.date ? nullptr : dates_.Find(view, signing))
      SetDate(date, &draft);
    if (!draft.place.valid()) draft.place = places_.Find(view, signing);
  }
}

// "Mutineers free aid workers", "Aid workers freed"; not "Oman to meet envoys".
bool Scenes::IsNewsOf(const StoryView& view, const Draft& draft) const {
  const ClauseId id = draft.candidate.clause;
  if (!id.valid()) return false;
  const Clause& clause = view.syntax[id];
  if (draft.candidate.noun.valid() && draft.candidate.noun != clause.patient) return false;
  return clause.relation == Clause::Relation::kMain && !clause.verb.modal.valid() &&
         !clause.verb.perfect;
}

// What a headline tells in the present tense the first sentence tells with its day: "Quispe slams
// Kenya", "Rosa Quispe said on Monday that …"; and the talks in which somebody said so, told
// further down, are of the day on which he said it.
void Scenes::ShareLead(const StoryView& view, Anchor anchor, Resolver& resolver,
                       std::vector<Draft>* drafts) const {
  const std::vector<Sentence>& sentences = view.layers.sentences;
  uint32_t lead = 0;
  while (lead < sentences.size() && sentences[lead].headline) ++lead;
  if (lead == sentences.size()) return;
  const Syntax::Extent& extent = view.syntax.sentences[lead];
  ClauseId main;
  for (uint32_t c = extent.first_clause; c < extent.last_clause && !main.valid(); ++c) {
    const Clause& clause = view.syntax.clauses[c];
    if (clause.relation == Clause::Relation::kMain && clause.subject.valid() &&
        clause.verb.form == VerbGroup::Form::kFinite)
      main = ClauseId(c);
  }
  if (!main.valid()) return;
  const Clause& told = view.syntax[main];
  if (!(told.verb.past || told.verb.perfect) || told.verb.modal.valid() || told.verb.negated)
    return;
  const bool said = flags_.Has(told.verb.lemma, kSpeechVerb);
  for (Draft& draft : *drafts) {
    if (draft.status != EventStatus::kActual || !draft.day.empty()) continue;
    const EventType& type = TypeOf(draft);
    const ClauseId own = draft.candidate.clause;
    const bool talks = said && !draft.headline && type.symmetric && draft.candidate.noun.valid() &&
                       own.valid() && flags_.Has(view.syntax[own].verb.lemma, kSpeechVerb) &&
                       draft.candidate.sentence <= lead + kTalksReach &&
                       !HasDate(view, draft.candidate.sentence);
    if (!talks && !(draft.headline && (type.speech_act || !said))) continue;
    const Referents subject = resolver.Resolve(told.subject);
    const Referents parties = talks || type.symmetric ? Parties(draft) : draft.source;
    // A headline tells the news of the lead, by whatever name it calls those who made it.
    const bool same = !parties.empty() && Contains(view, resolver, parties, subject);
    if (!same && !(draft.headline && !said && IsNewsOf(view, draft))) continue;
    Candidate news = draft.candidate;
    news.roles = {};
    news.noun = NounPhraseId();
    news.sentence = lead;
    news.clause = main;
    news.trigger = told.verb.head;
    if (const DateMention* date = dates_.Find(view, news)) {
      draft.day = dates_.DayFor(view, *date, news, anchor);
      if (!draft.day.empty()) draft.date = date;
    }
    if (draft.headline && !draft.place.valid()) draft.place = places_.Find(view, news);
  }
}

void Scenes::Run(const StoryView& view, Anchor anchor, Resolver& resolver,
                 std::vector<Draft>* drafts) const {
  std::vector<const Draft*> scenes;
  for (const Draft& draft : *drafts) {
    const EventType& type = TypeOf(draft);
    if ((type.journey || type.on_site) && draft.place.valid() &&
        draft.status != EventStatus::kNegated && scenes.size() < kMostScenes)
      scenes.push_back(&draft);
  }
  for (Draft& draft : *drafts) {
    if (draft.status == EventStatus::kNegated || TypeOf(draft).journey) continue;
    if (draft.place.valid() && (!draft.day.empty() || !TypeOf(draft).on_site)) continue;
    const Draft* nearest = nullptr;
    int best = 0;
    for (const Draft* scene : scenes) {
      const int nearness = Nearness(view, resolver, draft, *scene);
      if (nearness <= best || scene == &draft) continue;
      best = nearness;
      nearest = scene;
    }
    if (nearest == nullptr) continue;
    if (!draft.place.valid()) draft.place = nearest->place;
    if (view.syntax[draft.place].country != view.syntax[nearest->place].country) continue;
    // What a visit brought about took place on its days.
    if (draft.day.empty() && draft.status == nearest->status && TypeOf(draft).on_site &&
        nearest->date && !dates_.TellsDay(view, resolver, draft.candidate)) {
      draft.date = nearest->date;
      draft.day = nearest->day;
    }
  }
  size_t visits = 0;
  for (Draft& draft : *drafts)
    if (TypeOf(draft).journey && !draft.date && draft.place.valid() &&
        draft.status == EventStatus::kActual && visits++ < kMostScenes)
      DateVisit(view, resolver, *drafts, &draft);
  FindRemarks(view, resolver, drafts);
  FindSignings(view, drafts);
  ShareLead(view, anchor, resolver, drafts);
  speeches_.Run(view, resolver, drafts);
  backdrop_.Run(view, anchor, resolver, drafts);
  ShareOccasions(view, drafts);
  ShareDeeds(drafts);
}

}  // namespace telex
