#include "pipeline/discourse/recorder.h"

#include <algorithm>

#include "pipeline/discourse/story_names.h"
#include "pipeline/events/following.h"
#include "pipeline/language/calendar.h"
#include "pipeline/language/dates.h"

namespace telex {
namespace {

constexpr uint32_t kNone = NounPhrase::kNone;
constexpr size_t kMostPhrasesOfContent = 4;

// FNV-1a, 64 bits: an id that is the same on every machine and in every run.
class Hash {
 public:
  void Add(std::string_view bytes) {
    for (const char byte : bytes) Mix(static_cast<unsigned char>(byte));
    Mix(0xff);  // no two fields run together
  }
  std::string Hex() const {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string hex(16, '0');
    for (size_t i = 0; i < 16; ++i) hex[15 - i] = kDigits[(value_ >> (4 * i)) & 15];
    return hex;
  }

 private:
  void Mix(unsigned char byte) { value_ = (value_ ^ byte) * 1099511628211ull; }
  uint64_t value_ = 14695981039346656037ull;
};

constexpr int kMonthsAgo = 2;  // from when on an event is told as history

// True where `day` ("2023-11", "1979", "2023-11-05") ended more than two months before `published`.
// What is known by its year alone must be of a year before.
bool IsLongAgo(std::string_view day, std::string_view published) {
  const auto number = [](std::string_view text, size_t at, size_t size) {
    int value = 0;
    for (const char digit : text.substr(at, size)) {
      if (digit < '0' || digit > '9') return -1;
      value = 10 * value + (digit - '0');
    }
    return value;
  };
  if (day.size() < 4 || published.size() < 10) return false;
  const int year = number(day, 0, 4), now = number(published, 0, 4);
  if (year < 0 || now < 0) return false;
  if (day.size() < 7) return year < now;
  const int month = number(day, 5, 2), this_month = number(published, 5, 2);
  if (month < 0 || this_month < 0) return false;  // a week
  const int months = 12 * (now - year) + this_month - month;
  if (months != kMonthsAgo || day.size() < 10) return months > kMonthsAgo;
  return number(day, 8, 2) < number(published, 8, 2);
}

// The Thursday of a week ("2025-W46"), whose month is that of most of its days; nothing of any
// other date.
Anchor ThursdayOf(std::string_view week) {
  if (week.size() < 8 || week[5] != 'W') return std::nullopt;
  const int number = 10 * (week[6] - '0') + week[7] - '0';
  const Anchor fourth = ParseDay(std::string(week.substr(0, 4)) + "-01-04");  // in the first week
  if (!fourth) return fourth;
  return *fourth + std::chrono::days(4 - WeekdayOf(*fourth) + 7 * (number - 1));
}

Span SpanOf(const StoryView& view, TokenRange range) {
  return {view.layers.tokens[range.begin].begin, view.layers.tokens[range.end - 1].end};
}

std::string TextOf(const Story& story, Span span) { return std::string(span.Of(story.text())); }

// A name as records write it: straight apostrophes, one blank where the text has a line break or
// several.
std::string NameOf(const Story& story, Span span) {
  static constexpr std::string_view kCurly = "\u2019";
  const std::string_view text = span.Of(story.text());
  std::string name;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, kCurly.size(), kCurly) == 0) {
      name += '\'';
      i += kCurly.size() - 1;
    } else if (text[i] == ' ' || text[i] == '\n' || text[i] == '\r' || text[i] == '\t') {
      if (!name.empty() && name.back() != ' ') name += ' ';
    } else {
      name += text[i];
    }
  }
  return name;
}

}  // namespace

std::string Recorder::CountryCode(uint32_t country) const {
  return country == kNone ? std::string() : rules_.lexicon.countries[country].iso3;
}

// The phrase with its possessor and "of" phrase, without the article: "foreign ministers of the
// Asia Dialogue".
Span Recorder::PhraseSpan(const StoryView& view, NounPhraseId id) const {
  const NounPhrase& phrase = view.syntax[id];
  TokenIndex begin = phrase.range.begin, end = phrase.range.end;
  // "thousands of people" has its head behind "of" and keeps its measure.
  const bool measured = phrase.head >= phrase.range.end;
  const ClassSet left_out =
      kDeterminer | kOpenQuote | kCloseQuote | (measured ? ClassSet{0} : ClassSet{kQuantifier});
  while (begin < phrase.head && (view.syntax.classes[begin] & left_out)) ++begin;
  if (phrase.possessor.valid() && view.syntax[phrase.possessor].reading != Reading::kPronoun) {
    begin = view.syntax[phrase.possessor].range.begin;
    while (begin < phrase.head && (view.syntax.classes[begin] & kDeterminer)) ++begin;
  }
  for (NounPhraseId of = phrase.of; of.valid(); of = view.syntax[of].of) {
    if (phrase.reading != Reading::kRole && phrase.reading != Reading::kName &&
        phrase.reading != Reading::kPronoun)
      break;
    end = view.syntax[of].range.end;
    // "a mob of rioters and looters"
    const NounPhraseId also = view.syntax[of].next;
    if (!also.valid() || view.syntax[also].next.valid()) continue;
    const TokenIndex second = view.syntax[also].range.begin;
    if (second == end + 1 && !(view.syntax.classes[second] & kDeterminer))
      end = view.syntax[also].range.end;
  }
  return SpanOf(view, {begin, std::max(end, begin + 1)});
}

Actor Recorder::RecordActor(const Story& story, const StoryView& view, const Resolver& resolver,
                            const Referent& referent) const {
  Actor actor;
  const Lexicon& lexicon = rules_.lexicon;
  const NounPhraseId mention = referent.mention.valid() ? referent.mention : referent.phrase;
  if (mention.valid()) {
    const NounPhrase& phrase = view.syntax[mention];
    actor.span = SpanOf(view, phrase.range);
    if (phrase.possessor.valid())
      actor.span.begin = SpanOf(view, view.syntax[phrase.possessor].range).begin;
    // The comma that closes an apposition is none of the actor.
    TokenIndex last = phrase.range.end - 1;
    while (last > phrase.range.begin && (view.syntax.classes[last] & kComma)) --last;
    actor.span.end = view.layers.tokens[last].end;
    actor.text = TextOf(story, actor.span);
    if (phrase.sector != kNone) actor.sector = lexicon.sectors[phrase.sector].code;
    if (phrase.office != kNone && actor.sector.empty())
      actor.sector = lexicon.offices[phrase.office].sector;
  }
  const uint32_t country = resolver.CountryOf(referent);
  actor.country = CountryCode(country);
  switch (referent.kind) {
    case Referent::Kind::kPerson: {
      const StoryPerson& person = view.syntax.people[referent.index];
      actor.name = NameOf(story, SpanOf(view, person.name));
      actor.sector.clear();
      if (!person.title.empty()) actor.title = NameOf(story, SpanOf(view, person.title));
      if (person.office != StoryPerson::kNone) {
        if (actor.title.empty()) actor.title = lexicon.offices[person.office].name;
        actor.sector = lexicon.offices[person.office].sector;
      }
      // Of no state: "IGO", "EUR".
      if (actor.country.empty() && person.listed != StoryPerson::kNone)
        actor.country = lexicon.people[person.listed].country;
      if (person.organization != StoryPerson::kNone) {
        const Organization& body = lexicon.organizations[person.organization];
        if (actor.country.empty()) actor.country = body.country;
        if (actor.sector.empty()) actor.sector = body.sector;
      }
      break;
    }
    case Referent::Kind::kCountry:
      actor.name = NameOfState(rules_, story, view, referent.index);
      break;
    case Referent::Kind::kOrganization: {
      const Organization& body = lexicon.organizations[referent.index];
      const Span own = OwnFormOfBody(rules_, story, view, referent.index);
      actor.name = own.empty() ? body.name : NameOf(story, own);
      actor.country = body.country;
      actor.sector = body.sector;
      break;
    }
    case Referent::Kind::kPhrase: {
      const Span span = ActorSpan(view, resolver, referent.phrase);
      actor.name = NameOf(story, span);
      const uint32_t organization = view.syntax[referent.phrase].organization;
      if (actor.country.empty() && organization != kNone)
        actor.country = lexicon.organizations[organization].country;
      break;
    }
  }
  return actor;
}

void Recorder::RecordDate(const Story& story, const StoryView& view, const Draft& draft,
                          Event* event) const {
  event->date.value = draft.day;
  if (const Anchor thursday = ThursdayOf(draft.day)) {
    event->date.week = draft.day;
    // Of a week in two months what has been is not of the one to come, nor the other way round.
    const Anchor now = ParseDay(story.published());
    const bool open =
        draft.status == EventStatus::kPlanned || draft.status == EventStatus::kPossible;
    const bool fits = !now || (open ? *thursday >= *now : *thursday <= *now);
    event->date.value = DayText(fits ? *thursday : *now).substr(0, 7);
  }
  if (draft.date)
    event->date.text = TextOf(story, SpanOf(view, {draft.date->begin, draft.date->end}));
}

void Recorder::RecordPlace(const Story& story, const StoryView& view, const Draft& draft,
                           Event* event) const {
  const Lexicon& lexicon = rules_.lexicon;
  const auto listed = [&](uint32_t index) {
    const Place& place = lexicon.places[index];
    event->place.name = place.name;
    event->place.country = place.country;
    event->place.has_coordinates = place.latitude != 0 || place.longitude != 0;
    event->place.latitude = place.latitude;
    event->place.longitude = place.longitude;
  };
  if (!draft.place.valid()) {
    const Dateline& dateline = view.layers.dateline;
    const uint32_t state = draft.at_dateline ? dateline.country : draft.state;
    if (draft.at_dateline && dateline.town != Dateline::kNowhere) {
      listed(dateline.town);
    } else if (state != kNone) {
      event->place.name = lexicon.countries[state].name;
      event->place.country = CountryCode(state);
    }
    return;
  }
  const NounPhrase& phrase = view.syntax[draft.place];
  if (phrase.place != kNone) {
    listed(phrase.place);
    // "the port of Odesa": the name stands behind "of"
    const bool behind = phrase.of.valid() && view.syntax[phrase.of].place == phrase.place;
    event->place.name = NameOfPlace(rules_, story, view, phrase.place,
                                    behind ? view.syntax[phrase.of].range : phrase.range);
  } else if (phrase.reading == Reading::kCountry) {
    event->place.name = NameOfState(rules_, story, view, phrase.country);
    event->place.country = lexicon.countries[phrase.country].iso3;
  } else {
    event->place.name = NameOf(story, PhraseSpan(view, draft.place));
    event->place.country = CountryCode(phrase.country);
  }
}

// A clause from its verb (or a subject of its own) to the end of what belongs to it; a noun with
// the prepositional phrases behind it.
Span Recorder::ContentSpan(const StoryView& view, const Candidate& candidate) const {
  const InnerEvent& what = candidate.what;
  if (what.clause.valid()) {
    const Clause& clause = view.syntax[what.clause];
    TokenRange range{clause.verb.range.begin, std::max(clause.range.end, clause.verb.range.end)};
    if (clause.subject.valid() && clause.verb.form == VerbGroup::Form::kFinite) {
      const TokenIndex subject = view.syntax[clause.subject].range.begin;
      if (subject > candidate.trigger && subject < range.begin) range.begin = subject;
    }
    return SpanOf(view, range);
  }
  Span span = PhraseSpan(view, what.noun);
  size_t phrases = 0;
  for (FollowingPhrases next(view.syntax, view.syntax[what.noun]);
       next.valid() && phrases < kMostPhrasesOfContent; next.Advance(), ++phrases)
    span.end = std::max(span.end, SpanOf(view, view.syntax[next.phrase()].range).end);
  return span;
}

void Recorder::RecordContent(const Story& story, const StoryView& view, const Resolver& resolver,
                             const Draft& draft, Event* event) const {
  const InnerEvent& what = draft.candidate.what;
  if (!what.valid()) return;
  event->what.text = TextOf(story, ContentSpan(view, draft.candidate));
  if (what.clause.valid() && view.syntax[what.clause].verb.negated) event->what.status = "negated";
  if (!what.type.valid()) return;
  event->what.type = rules_.types[what.type.value()].name;
  for (const Referent& one : draft.what_source)
    event->what.source.push_back(RecordActor(story, view, resolver, one));
  for (const Referent& one : draft.what_target)
    event->what.target.push_back(RecordActor(story, view, resolver, one));
}

Event Recorder::Record(const Story& story, const StoryView& view, const Resolver& resolver,
                       const Draft& draft) const {
  const Candidate& candidate = draft.candidate;
  Event event;
  event.doc = story.id();
  event.type = rules_.types[candidate.type.value()].name;
  for (const Referent& one : draft.source)
    event.source.push_back(RecordActor(story, view, resolver, one));
  for (const Referent& one : draft.target)
    event.target.push_back(RecordActor(story, view, resolver, one));
  for (const Referent& one : draft.attribution)
    event.attribution.push_back(RecordActor(story, view, resolver, one));
  event.status = draft.status;
  if (candidate.historical || IsLongAgo(draft.day, story.published()))
    event.modes.push_back("historical");
  if (draft.status == EventStatus::kPlanned) event.modes.push_back("future");
  if (draft.status == EventStatus::kPossible) event.modes.push_back("hypothetical");
  if (draft.status == EventStatus::kNegated) event.modes.push_back("negation");
  RecordDate(story, view, draft, &event);
  RecordPlace(story, view, draft, &event);
  if (const NounPhraseId topic = candidate.role(Role::kTopic); topic.valid())
    event.topic = TextOf(story, PhraseSpan(view, topic));
  RecordContent(story, view, resolver, draft, &event);
  const Sentence& sentence = view.layers.sentences[candidate.sentence];
  event.evidence.span = SpanOf(view, {sentence.begin, sentence.end});
  event.evidence.text = TextOf(story, event.evidence.span);
  event.evidence.sentence = candidate.sentence;
  event.evidence.in_headline = event.evidence.span.begin < story.body_begin();
  event.mentions = draft.mentions;
  event.rule = rules_.rules[candidate.rule.value()].name;
  event.voice = VoiceName(candidate.voice);
  event.rules_hash = rules_.hash;
  event.published = story.published();
  event.headline = story.headline();
  event.url = story.url();
  Hash hash;
  const Span trigger = view.layers.tokens[candidate.trigger].span();
  hash.Add(event.doc);
  hash.Add(event.type);
  hash.Add(std::to_string(trigger.begin));
  hash.Add(std::to_string(trigger.end));
  event.id = hash.Hex();
  return event;
}

}  // namespace telex
