// Days that the words count from another: "a day after", "earlier in the day".

#include <algorithm>
#include <string_view>

#include "pipeline/discourse/date_finder.h"
#include "pipeline/language/calendar.h"

namespace telex {
namespace {

using Relation = Clause::Relation;
using Unit = DateExpression::Unit;

constexpr int kMostLevels = 3;        // clauses that hang on each other
constexpr TokenIndex kNounReach = 4;  // words from "a day after" to its noun
constexpr uint32_t kToldReach = 4;    // sentences back to the day that was told last
constexpr uint32_t kTodayReach = 3;   // sentences behind a lead that tell of the day of the story
constexpr int kMostDays = 31;         // that are counted from the day of the story
constexpr size_t kDaySize = 10;       // of "2024-05-13"

// The day or the month that lies so far before `base`; empty where the words are vague.
std::string Before(std::chrono::sys_days base, const DateExpression& step, int sign) {
  const int amount = sign * step.amount;
  if (step.unit == Unit::kHour || step.unit == Unit::kMinute) return DayText(base);
  if (amount == 0) return {};
  switch (step.unit) {
    case Unit::kDay:
      return DayText(base - std::chrono::days(amount));
    case Unit::kWeek:
      return DayText(base - std::chrono::days(7 * amount));
    case Unit::kFortnight:
      return DayText(base - std::chrono::days(14 * amount));
    case Unit::kMonth:
      return DayText(AddMonths(base, -amount)).substr(0, 7);
    case Unit::kYear:
      return DayText(AddMonths(base, -12 * amount)).substr(0, 7);
    default:
      return {};
  }
}

bool IsShort(const DateExpression& step) {
  switch (step.unit) {
    case Unit::kHour:
    case Unit::kMinute:
      return true;
    case Unit::kDay:
      return step.amount <= kMostDays;
    case Unit::kWeek:
      return 7 * step.amount <= kMostDays;
    default:
      return false;
  }
}

// "would march on Thursday": the day of what has not been yet.
bool IsOpen(const StoryView& view, const DateMention& date) {
  const VerbGroup* verb = nullptr;  // the last before it
  for (const Clause& clause : view.syntax.clauses)
    if (clause.verb.head < date.begin && (verb == nullptr || verb->head < clause.verb.head))
      verb = &clause.verb;
  return verb != nullptr && (verb->modal.valid() || verb->form == VerbGroup::Form::kInfinitive);
}

uint32_t LeadOf(const StoryView& view) {
  const std::vector<Sentence>& sentences = view.layers.sentences;
  uint32_t lead = 0;
  while (lead + 1 < sentences.size() && sentences[lead].headline) ++lead;
  return lead;
}

}  // namespace

// The words of time right before the preposition that joins the event to another.
const DateMention* DateFinder::HostOfStep(const StoryView& view, const Candidate& candidate,
                                          ClauseId* host) const {
  const Sentence& sentence = view.layers.sentences[candidate.sentence];
  const std::vector<DateMention>& dates = view.layers.dates;
  auto step = std::lower_bound(dates.begin(), dates.end(), sentence.begin,
                               [](const DateMention& a, TokenIndex b) { return a.begin < b; });
  for (; step != dates.end() && step->begin < candidate.trigger; ++step) {
    if (step->type != Timex::kDuration || step->end >= sentence.end) continue;
    const TermId joint = view.At(step->end).term;
    if (!flags_.Has(joint, kAfterPreposition)) continue;
    if (candidate.noun.valid()) {
      for (TokenIndex t = step->end + 1; t <= step->end + kNounReach && t < sentence.end; ++t) {
        uint32_t phrase = view.syntax.phrase_at[t];
        for (int level = 0; phrase != Syntax::kNone && level < kMostLevels; ++level) {
          if (NounPhraseId(phrase) == candidate.noun) {
            *host = candidate.clause;
            return &*step;
          }
          const NounPhraseId of = view.syntax.phrases[phrase].of;
          phrase = of.valid() ? of.value() : Syntax::kNone;
        }
      }
      continue;
    }
    ClauseId id = candidate.clause;
    for (int level = 0; id.valid() && level < kMostLevels; ++level) {
      const Clause& clause = view.syntax[id];
      if (clause.relation == Relation::kAdjunct && clause.introducer == joint) {
        bool next = clause.verb.head > step->end;  // no other verb in between
        const Syntax::Extent& extent = view.syntax.sentences[candidate.sentence];
        for (uint32_t c = extent.first_clause; c < extent.last_clause && next; ++c) {
          const TokenIndex head = view.syntax.clauses[c].verb.head;
          next = head <= step->end || head >= clause.verb.head;
        }
        if (!next) break;
        *host = clause.parent.valid() ? clause.parent : clause.governor;
        for (uint32_t c = extent.first_clause; c < extent.last_clause && !host->valid(); ++c)
          if (view.syntax.clauses[c].relation == Relation::kMain) *host = ClauseId(c);
        return &*step;
      }
      if (clause.relation != Relation::kCoordinate && clause.relation != Relation::kParticiple)
        break;
      id = clause.parent;
    }
  }
  return nullptr;
}

const DateMention* DateFinder::StepFrom(const StoryView& view, const Candidate& candidate,
                                        Anchor anchor, std::string* day) const {
  if (!candidate.clause.valid() || candidate.status == EventStatus::kPlanned) return nullptr;
  ClauseId host;
  const DateMention* step = HostOfStep(view, candidate, &host);
  if (step == nullptr) return nullptr;
  day->clear();
  const DateMention* date = host.valid() ? OfClause(view, candidate, host) : nullptr;
  Anchor base;
  if (date != nullptr) {
    base = ParseDay(DayFor(view, *date, candidate, anchor));
  } else if (candidate.sentence <= LeadOf(view) + (IsShort(step->expression) ? kTodayReach : 0)) {
    base = anchor;
  }
  const int sign = later_than_.count(view.At(step->end).term) != 0 ? 1 : -1;
  if (base) *day = Before(*base, step->expression, sign);
  return step;
}

const DateMention* DateFinder::OfSameDay(const StoryView& view, const Candidate& candidate,
                                         Anchor anchor, std::string* day) const {
  if (!candidate.clause.valid() || candidate.noun.valid() || !anchor) return nullptr;
  const Clause& clause = view.syntax[candidate.clause];
  bool part = false, same = false;
  for (const Complement& complement : clause.complements) {
    const NounPhrase& phrase = view.syntax[complement.phrase];
    if (phrase.indefinite || phrase.plural || phrase.of.valid() || phrase.possessor.valid())
      continue;
    const Word& noun = view.At(phrase.head);
    if (view.syntax.date_at[phrase.head] != Syntax::kNone || noun.Has(kCapital)) continue;
    if (!flags_.Has(complement.preposition, kAdjunctPreposition | kAfterPreposition)) continue;
    same |= whole_days_.count(noun.noun_lemma) != 0;
    part |= same || day_parts_.count(noun.noun_lemma) != 0;
  }
  if (!part) return nullptr;
  const std::vector<Sentence>& sentences = view.layers.sentences;
  const uint32_t first = candidate.sentence > kToldReach ? candidate.sentence - kToldReach : 0;
  const DateMention* last = nullptr;
  const std::string today = DayText(*anchor);
  // "was to meet him later in the day"
  const bool open = candidate.status != EventStatus::kActual;
  const TokenIndex lead_end = sentences[LeadOf(view)].end;
  for (const DateMention& date : view.layers.dates) {
    if (date.begin >= candidate.trigger) break;
    // "At dawn" is that of the day on which the story begins.
    if (date.begin >= lead_end && !open && last != nullptr && !same) break;
    if (date.begin < sentences[first].begin && date.begin >= lead_end) continue;
    if (!date.resolved || date.value.size() < kDaySize || date.value[5] == 'W') continue;
    if (date.type != Timex::kDate && date.type != Timex::kTime) continue;
    const std::string_view told = std::string_view(date.value).substr(0, kDaySize);
    if ((open ? told == today : told <= today) && !IsOpen(view, date)) last = &date;
  }
  if (last != nullptr) *day = last->value.substr(0, kDaySize);
  return last;
}

}  // namespace telex
