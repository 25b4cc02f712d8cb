#include "pipeline/discourse/date_finder.h"

#include <algorithm>

#include "pipeline/language/calendar.h"

namespace telex {
namespace {

using Relation = Clause::Relation;

constexpr int kMostLevels = 3;  // clauses that hang on each other
constexpr std::chrono::days kLongestSlip{7};
constexpr std::chrono::days kSoon{45};
constexpr size_t kYear = 4;                   // letters of "2015"
constexpr std::string_view kOldest = "1500";  // years before it are of another calendar
constexpr uint32_t kClose = 3;  // sentences from a lead to the talks in which its news was said

bool IsFinite(const Clause& clause) { return clause.verb.form == VerbGroup::Form::kFinite; }

// A date may stand for an event: a day, a month, a year.
bool DatesEvents(const DateMention& date) {
  return date.resolved && date.type != Timex::kDuration && date.type != Timex::kSet &&
         date.value.size() >= 4 &&  // a decade or a century dates no event
         date.value > kOldest;
}

std::vector<DateMention>::const_iterator FirstFrom(const StoryView& view, TokenIndex token) {
  return std::lower_bound(view.layers.dates.begin(), view.layers.dates.end(), token,
                          [](const DateMention& a, TokenIndex b) { return a.begin < b; });
}

bool IsAfter(std::string_view day, Anchor anchor) {
  day = day.substr(0, day.find('T'));
  const auto digit = [&](size_t at) { return day[at] >= '0' && day[at] <= '9'; };
  if (!anchor || day.size() < 7) return false;
  if (digit(5)) return day > DayText(*anchor);
  return day[5] == 'W' && digit(6) && day > WeekText(*anchor);
}

}  // namespace

const DateMention* DateFinder::Find(const StoryView& view, const Candidate& candidate) const {
  const DateMention* date = OfSentence(view, candidate);
  if (date == nullptr) date = OfClausesAbove(view, candidate);
  if (date == nullptr) date = OfClausesBelow(view, candidate);
  return date != nullptr ? date : OfLead(view, candidate);
}

const DateMention* DateFinder::OfClause(const StoryView& view, const Candidate& candidate,
                                        ClauseId host) const {
  Candidate other = candidate;
  other.roles = {};
  other.noun = NounPhraseId();
  other.status = EventStatus::kActual;
  other.clause = host;
  other.trigger = view.syntax[host].verb.head;
  if (const DateMention* date = OfSentence(view, other)) return date;
  return OfClausesAbove(view, other);
}

// "reported on Friday that he will travel": between the verb of speech and what is said, the day
// is the speech's.
bool DateFinder::BelongsToSpeech(const StoryView& view, const Candidate& candidate,
                                 const DateMention& date) const {
  if (!candidate.clause.valid()) return false;
  const Clause& clause = view.syntax[candidate.clause];
  if (clause.relation != Relation::kContent || !clause.parent.valid()) return false;
  const Clause& speech = view.syntax[clause.parent];
  if (date.begin < speech.verb.head || date.end >= clause.range.begin) return false;
  for (TokenIndex token = date.end; token < clause.range.begin; ++token)
    if (view.At(token).Is(kThat)) return true;
  return false;
}

// "decided on Monday to visit Chad": before an infinitive that is still to come, the day is that of
// the verb over it.
bool DateFinder::BelongsToGovernor(const StoryView& view, const Candidate& candidate,
                                   const DateMention& date) const {
  if (!candidate.clause.valid() || IsSpeechAct(candidate)) return false;
  if (candidate.status != EventStatus::kPlanned && candidate.status != EventStatus::kPossible)
    return false;
  const Clause& clause = view.syntax[candidate.clause];
  if (clause.relation != Relation::kInfinitive || !clause.governor.valid()) return false;
  const VerbGroup& verb = view.syntax[clause.governor].verb;
  return IsFinite(view.syntax[clause.governor]) && verb.past && !verb.passive &&
         !verb.modal.valid() && date.end <= clause.verb.range.begin;
}

// "called on Chad to leave by Friday": the day is that of what is asked for.
bool DateFinder::BelongsToContent(const StoryView& view, const Candidate& candidate,
                                  const DateMention& date) const {
  if (!IsSpeechAct(candidate)) return false;
  const Syntax::Extent& extent = view.syntax.sentences[candidate.sentence];
  for (uint32_t c = extent.first_clause; c < extent.last_clause; ++c) {
    const Clause& clause = view.syntax.clauses[c];
    if (clause.verb.head > candidate.trigger && clause.verb.head < date.begin &&
        clause.relation != Relation::kParticiple)
      return true;
  }
  return false;
}

// The event took place in, at or on the margins of the thing.
bool DateFinder::IsOccasion(const StoryView& view, const Clause& clause, NounPhraseId thing) const {
  const Complement* before = nullptr;
  for (const Complement& complement : clause.complements) {
    if (complement.phrase == thing) {
      const bool margin =
          before != nullptr && flags_.Has(complement.preposition, kOfPreposition) &&
          flags_.Has(view.At(view.syntax[before->phrase].head).noun_lemma, kMarginNoun);
      return margin || flags_.Has(complement.preposition, kScenePreposition);
    }
    before = &complement;
  }
  return false;
}

// "condemned Monday's attack", "ahead of the June 3 election": the day of a thing is the event's
// where the thing is the event, or where the event took place in or at it.
bool DateFinder::BelongsToThing(const StoryView& view, const Candidate& candidate,
                                const DateMention& date) const {
  const Syntax& syntax = view.syntax;
  if (date.end >= syntax.phrase_at.size()) return false;
  const ClassSet next = syntax.classes[date.end];
  const bool possessive = (next & kPossessive) != 0;
  // "the devastating February 6 earthquake", where the adjective is a phrase by itself
  const bool before_noun = (next & kNoun) && !(next & (kName | kVerb)) &&
                           syntax.date_at[date.end] == Syntax::kNone && date.begin > 0 &&
                           (syntax.classes[date.begin - 1] &
                            (kAdjective | kDeterminer | kPossessive | kPossessivePronoun));
  const TokenIndex at = possessive ? date.end + 1 : before_noun ? date.end : date.end - 1;
  const uint32_t index = at < syntax.phrase_at.size() ? syntax.phrase_at[at] : Syntax::kNone;
  if (index == Syntax::kNone) return false;
  const NounPhraseId thing(index);
  const NounPhrase& phrase = syntax[thing];
  if (phrase.head < date.end || phrase.head == candidate.trigger || thing == candidate.noun)
    return false;
  if (!candidate.clause.valid()) return true;
  const Clause& clause = syntax[candidate.clause];
  if (thing == clause.agent || thing == clause.subject) return false;
  if (thing == clause.patient)
    return before_noun || candidate.noun.valid() || IsSpeechAct(candidate);
  return !IsOccasion(view, clause, thing);
}

// A noun behind a verb of speech, or of a participle that points to it: "told reporters on Monday,
// referring to the visit". In or during it somebody spoke.
bool DateFinder::IsSpokenOf(const StoryView& view, const Candidate& candidate) const {
  if (!candidate.clause.valid()) return false;
  const Clause& clause = view.syntax[candidate.clause];
  const NounPhrase& noun = view.syntax[candidate.noun];
  if (noun.range.begin < clause.verb.head || flags_.Has(noun.preposition, kScenePreposition))
    return false;
  return flags_.Has(clause.verb.lemma, kSpeechVerb | kCommunication) ||
         clause.relation == Relation::kParticiple;
}

// "arrived on Monday after a visit to Chad", "on Monday hailed the visit": what came before or
// after, or is only spoken of, has a day of its own.
bool DateFinder::BelongsToVerb(const StoryView& view, const Candidate& candidate,
                               const DateMention& date) const {
  if (!candidate.noun.valid()) return false;
  const NounPhrase& noun = view.syntax[candidate.noun];
  const bool sequence = flags_.Has(noun.preposition, kAfterPreposition);
  if (!sequence && !IsSpokenOf(view, candidate)) return false;
  if (date.begin < noun.range.begin) return (view.syntax.classes[date.end] & kPossessive) == 0;
  // Two commas enclose a name: "talks with his counterpart, Rosa Quispe, in Oslo on Tuesday".
  size_t commas = 0;
  for (TokenIndex t = noun.range.end; t < date.begin; ++t) {
    if (candidate.clause.valid() && view.syntax[candidate.clause].verb.head == t) return true;
    if (view.syntax.classes[t] & kComma) ++commas;
  }
  return commas % 2 != 0;
}

// Whether a date on the far side of this clause's verb is none of the event's.
bool DateFinder::IsOtherVerb(const StoryView& view, const Candidate& candidate, ClauseId id) const {
  const Clause& clause = view.syntax[id];
  if (!IsFinite(clause) || id == candidate.clause) return false;
  // "on Wednesday condemned Belarus and urged it": verbs that share their subject share their day.
  if (candidate.clause.valid() && clause.subject.valid() &&
      clause.subject == view.syntax[candidate.clause].subject)
    return false;
  // "the talks, which will open on Monday"
  return !(candidate.noun.valid() && clause.relation == Relation::kRelative &&
           clause.subject == candidate.noun &&
           !flags_.Has(clause.verb.lemma, kSpeechVerb | kCommunication));
}

// "Quispe, who toured the north on Sunday, appealed": of what the relative clause tells.
bool DateFinder::IsInRelative(const StoryView& view, const Candidate& candidate,
                              const DateMention& date) const {
  if (date.begin > candidate.trigger) return false;
  const Syntax::Extent& extent = view.syntax.sentences[candidate.sentence];
  for (uint32_t c = extent.first_clause; c < extent.last_clause; ++c) {
    const Clause& clause = view.syntax.clauses[c];
    if (clause.relation != Relation::kRelative || !IsFinite(clause)) continue;
    if (clause.verb.head > date.begin || candidate.clause == ClauseId(c)) continue;
    // It ends before the verb of the event.
    if (clause.range.end > date.begin && clause.range.end <= candidate.trigger) return true;
  }
  return false;
}

// The date nearest to the trigger in its sentence, with no verb of another finite clause in
// between.
const DateMention* DateFinder::OfSentence(const StoryView& view, const Candidate& candidate) const {
  const Sentence& sentence = view.layers.sentences[candidate.sentence];
  const Syntax::Extent& extent = view.syntax.sentences[candidate.sentence];
  const DateMention* best = nullptr;
  TokenIndex best_distance = 0;
  for (auto date = FirstFrom(view, sentence.begin);
       date != view.layers.dates.end() && date->begin < sentence.end; ++date) {
    if (!DatesEvents(*date)) continue;
    const TokenIndex low = std::min(candidate.trigger, date->begin),
                     high = std::max(candidate.trigger, date->begin);
    if (best != nullptr && high - low >= best_distance) continue;
    bool other = false;
    for (uint32_t c = extent.first_clause; c < extent.last_clause && !other; ++c) {
      const TokenIndex head = view.syntax.clauses[c].verb.head;
      other = head > low && head < high && IsOtherVerb(view, candidate, ClauseId(c));
    }
    if (other || IsInRelative(view, candidate, *date) || BelongsToSpeech(view, candidate, *date) ||
        BelongsToThing(view, candidate, *date) || BelongsToVerb(view, candidate, *date) ||
        BelongsToGovernor(view, candidate, *date))
      continue;
    best = &*date;
    best_distance = high - low;
  }
  return best;
}

// What goes on at the same time: "said on Tuesday that …, urging both to", "bombed the town on
// Monday, killing", "an attack on Monday, which left two dead".
const DateMention* DateFinder::OfClausesAbove(const StoryView& view,
                                              const Candidate& candidate) const {
  if (!candidate.clause.valid()) return nullptr;
  const Clause& clause = view.syntax[candidate.clause];
  if (candidate.noun.valid() && (candidate.noun != clause.patient ||
                                 flags_.Has(clause.verb.lemma, kSpeechVerb | kCommunication)))
    return nullptr;
  if (!clause.parent.valid() || clause.verb.perfect) return nullptr;
  const Clause& host = view.syntax[clause.parent];
  if (host.sentence != clause.sentence || host.verb.modal.valid()) return nullptr;
  bool together = false;
  switch (clause.relation) {
    case Relation::kParticiple:
      together = clause.verb.form == VerbGroup::Form::kGerund &&
                 host.verb.range.end < clause.verb.range.begin;
      break;
    case Relation::kAdjunct:
      together = same_time_.count(clause.introducer) != 0;
      break;
    case Relation::kRelative:
      together = !IsSpeechAct(candidate) && clause.voice == Voice::kSubjectRelative &&
                 clause.subject.valid() && view.syntax[clause.subject].reading == Reading::kThing &&
                 clause.verb.range.begin > 2 &&
                 (view.syntax.classes[clause.verb.range.begin - 2] & kComma);
      break;
    default:
      break;
  }
  return together ? OfClause(view, candidate, clause.parent) : nullptr;
}

// "were killed when jets bombed the town on Monday"
const DateMention* DateFinder::OfClausesBelow(const StoryView& view,
                                              const Candidate& candidate) const {
  if (!candidate.clause.valid() || IsSpeechAct(candidate)) return nullptr;
  if (candidate.noun.valid() || candidate.status != EventStatus::kActual) return nullptr;
  const Syntax::Extent& extent = view.syntax.sentences[candidate.sentence];
  for (uint32_t c = extent.first_clause; c < extent.last_clause; ++c) {
    const Clause& clause = view.syntax.clauses[c];
    if (clause.relation != Relation::kAdjunct || clause.parent != candidate.clause) continue;
    if (!clause.verb.past || same_time_.count(clause.introducer) == 0) continue;
    Candidate other = candidate;
    other.roles = {};
    other.clause = ClauseId(c);
    other.trigger = clause.verb.head;
    if (const DateMention* date = OfSentence(view, other)) return date;
  }
  return nullptr;
}

// "In a phone call with Peru, he said …" close behind a lead with one day in it, and with no date
// of its own: the talks in which the news was said are of that day.
const DateMention* DateFinder::OfLead(const StoryView& view, const Candidate& candidate) const {
  if (candidate.status != EventStatus::kActual) return nullptr;
  const EventType& type = rules_.types[candidate.type.value()];
  if (!candidate.noun.valid()) {
    // "The papers were signed by the ministers."
    if (!type.on_site || !type.alone || !candidate.clause.valid()) return nullptr;
    const Clause& clause = view.syntax[candidate.clause];
    if (!IsFinite(clause) || !clause.verb.past || clause.verb.perfect ||
        clause.verb.modal.valid() || clause.relation != Relation::kMain)
      return nullptr;
  } else if (!type.symmetric) {
    return nullptr;
  }
  const std::vector<Sentence>& sentences = view.layers.sentences;
  uint32_t lead = 0;
  while (lead < candidate.sentence && sentences[lead].headline) ++lead;
  if (candidate.sentence <= lead || candidate.sentence > lead + kClose) return nullptr;
  const DateMention* found = nullptr;
  for (auto date = FirstFrom(view, sentences[lead].begin); date != view.layers.dates.end();
       ++date) {
    if (date->begin >= sentences[candidate.sentence].end) break;
    const bool own = date->begin >= sentences[candidate.sentence].begin;
    if (!own && date->begin >= sentences[lead].end) continue;
    const bool day = date->resolved && date->type == Timex::kDate && date->value.size() == 10;
    if (own || found || !day) return nullptr;
    found = &*date;
  }
  return found;
}

bool DateFinder::TellsDay(const StoryView& view, const Resolver& resolver,
                          const Candidate& candidate) const {
  const Sentence& sentence = view.layers.sentences[candidate.sentence];
  const Quotation* const own = resolver.QuotationAt(candidate.trigger);
  for (auto date = FirstFrom(view, sentence.begin);
       date != view.layers.dates.end() && date->begin < sentence.end; ++date) {
    if (const Quotation* quotation = resolver.QuotationAt(date->begin);
        quotation && quotation != own)
      continue;
    const uint32_t phrase = view.syntax.phrase_at[date->begin];
    const bool of_name = date->resolved && date->value.size() == kYear && phrase != Syntax::kNone &&
                         view.syntax.phrases[phrase].head >= date->end;
    if (!of_name) return true;
  }
  return false;
}

// By a noun or an infinitive: "in a Friday call" is told as done, "the talks next week" and "will
// sign it on Friday" are not.
bool DateFinder::IsToCome(const StoryView& view, const Candidate& candidate,
                          const DateMention& date, Anchor anchor) const {
  if (!IsAfter(date.value, anchor)) return false;
  if (!date.anchored ||
      IsAfter(telex::Resolve(date.expression, anchor, DateExpression::Direction::kPast).value,
              anchor))
    return true;
  ClauseId id = candidate.clause;
  // "decided to convene in Oslo on May 30", when that is not long off
  if (date.expression.kind == DateExpression::Kind::kCalendar) {
    const Anchor day = ParseDay(date.value);
    if (day && *day - *anchor <= kSoon) return true;
  }
  for (int level = 0; id.valid() && level < kMostLevels; ++level) {
    const Clause& clause = view.syntax[id];
    if (clause.verb.modal.valid() || (clause.verb.passive && !clause.verb.past && IsFinite(clause)))
      return true;
    id = IsFinite(clause) ? ClauseId() : clause.governor;
  }
  return false;
}

std::string DateFinder::DayFor(const StoryView& view, const DateMention& date,
                               const Candidate& candidate, Anchor anchor) const {
  using Direction = DateExpression::Direction;
  std::string day = date.value;
  const auto resolve = [&](Direction direction) {
    if (date.anchored) day = telex::Resolve(date.expression, anchor, direction).value;
  };
  const bool open =
      candidate.status == EventStatus::kPlanned || candidate.status == EventStatus::kPossible;
  // A pledge is made when it is said, whatever is to come of it.
  const bool ahead = open && !IsSpeechAct(candidate);
  if (ahead) resolve(Direction::kFuture);
  // What is told as done was not done on a day to come, but for a story that was published under a
  // wrong date.
  if (candidate.status == EventStatus::kActual && IsAfter(day, anchor)) {
    const Anchor told = ParseDay(day);
    const bool slip = told && date.expression.kind == DateExpression::Kind::kCalendar &&
                      *told - *anchor <= kLongestSlip;
    if (!slip) resolve(Direction::kPast);
    if (!slip && IsAfter(day, anchor)) return {};
    if (BelongsToContent(view, candidate, date)) return {};
  }
  day.resize(std::min(day.size(), day.find('T')));
  return day;
}

}  // namespace telex
