#include "pipeline/language/dates.h"

#include <algorithm>
#include <array>

#include "pipeline/language/date_tenses.h"

namespace telex {
namespace {

using Kind = DateExpression::Kind;
using Unit = DateExpression::Unit;
using Direction = DateExpression::Direction;

constexpr size_t kLongest = 16;  // symbols of one expression
constexpr std::chrono::days kNotLongAgo{75};

// A phrase of several words that is one symbol to the grammar, from `token` on: its tokens, 0 if
// none is there.
size_t ReadPhrase(const WordTable& words, const std::vector<Token>& tokens, TokenIndex token,
                  TokenIndex end, DateInput& input) {
  const DateWords& dates = words.rules().dates;
  uint32_t node = PhraseTrie::kRoot;
  size_t longest = 0;
  for (TokenIndex next = token; next < end; ++next) {
    const TermId term = words[tokens[next].word].term;
    if (!term.valid()) break;
    node = dates.phrases.Step(node, term);
    if (node == PhraseTrie::kNone) break;
    for (const EntryId entry : dates.phrases.EntriesAt(node)) {
      input = dates.phrase_words[entry.value()];
      longest = next + 1 - token;
    }
  }
  return longest;
}

// Whether a date may start with the word at `at`: as it and the next one are, or as a phrase.
bool MayStart(const WordTable& words, const std::vector<Token>& tokens, TokenIndex at,
              TokenIndex end) {
  const Word& word = words[tokens[at].word];
  if (word.date_symbol != kSymbolNone) {
    if (at + 1 == end) return MayStartDate(word.date_symbol, kSymbolNone);
    const Word& next = words[tokens[at + 1].word];
    if (next.Hints(kStartsDatePhrase) || MayStartDate(word.date_symbol, next.date_symbol))
      return true;
  }
  DateInput phrase;
  return word.Hints(kStartsDatePhrase) && ReadPhrase(words, tokens, at, end, phrase) > 0;
}

/// Tells a date from the same words in another sense, by the words around it.
class Context {
 public:
  Context(const WordTable& words, const std::vector<Token>& tokens, const Sentence& sentence)
      : words_(words), tokens_(tokens), sentence_(sentence) {}

  bool Fits(const DateExpression& e, TokenIndex at, size_t size) const {
    const Word& word = words_[tokens_[at].word];
    const Word* before = at > sentence_.begin ? &words_[tokens_[at - 1].word] : nullptr;
    const TokenIndex end = at + static_cast<TokenIndex>(size);
    const Word* after = end < sentence_.end ? &words_[tokens_[end].word] : nullptr;
    switch (e.kind) {
      case Kind::kWeekday:  // "Sun" and "Sat" alone are words or names
        return FitsWeekday(at, size, before);
      case Kind::kCalendar:
        return FitsCalendar(e, size, at, word, before, after);
      case Kind::kClock:  // "3:16" is a verse or a score
        return size > 1 || (before && before->Is(kPreposition));
      case Kind::kReference:
        return FitsReference(size, before, after);
      case Kind::kDuration:
        return word.date_symbol != kSymbolUnit || size > 1 || !before || FitsBareUnit(*before);
      default:
        return true;
    }
  }

 private:
  // "for years", "took years", and not "school years", "his early years"
  static bool FitsBareUnit(const Word& before) {
    if (before.Is(kPreposition | kPast | kPresent)) return true;
    return !before.Is(kNoun | kAdjective | kPossessivePronoun | kPossessive | kNumber |
                      kDeterminer);
  }

  bool FitsWeekday(TokenIndex at, size_t size, const Word* before) const {
    for (TokenIndex t = at; t < at + size; ++t) {
      const Word& word = words_[tokens_[t].word];
      if (word.date_symbol == kSymbolWeekday && word.surface_size <= 3)
        return word.Has(kAbbreviation) || (size == 1 && before && before->Is(kPreposition));
    }
    return true;
  }

  bool FitsCalendar(const DateExpression& e, size_t size, TokenIndex at, const Word& word,
                    const Word* before, const Word* after) const {
    const bool after_preposition = before && before->Is(kPreposition) && !before->Is(kTo);
    if (e.season[0] && e.year == 0 && e.direction == Direction::kUnsaid &&
        e.modifier == kNoModifier) {
      // "in spring", "in the fall"; the fall of a city is none
      return after_preposition && !(after && after->Is(kPreposition) && size > 1);
    }
    if ((e.half != 0 || e.quarter != 0) && e.year == 0 && e.direction == Direction::kUnsaid)
      return !(after && after->Is(kPreposition));  // "the first half of the match"
    if (size != 1) return true;
    if (word.date_symbol == kSymbolYear) return FitsYear(at, before, after);
    if (word.date_symbol == kSymbolHoliday) return !(after && after->Has(kCapital));
    if (word.date_symbol != kSymbolMonth) return true;
    // "Jan Novak", "April Jones", "Theresa May": beside another capital a month alone is a name,
    // unless a preposition says otherwise.
    if (after && after->Has(kCapital) && !after_preposition) return false;
    if (before && before->Has(kCapital) && before->Is(kName) && at - 1 > sentence_.begin &&
        before->date_symbol == 0 && !before->Is(kPreposition))
      return false;
    if (word.Is(kModal | kVerb | kAdjective)) return after_preposition;
    return true;
  }

  // A bare year is one only where the words around it say so: "in 2016", not "2016 people".
  bool FitsYear(TokenIndex at, const Word* before, const Word* after) const {
    if (!before || !before->Is(kPreposition | kSubordinator | kOpenBracket | kDeterminer |
                               kCoordinator | kComma | kDash | kPossessivePronoun)) {
      return false;
    }
    if (before->Is(kCoordinator | kComma | kDash)) {
      // "in 2016 and 2017", "1941–1945"
      return at > 1 && words_[tokens_[at - 2].word].date_symbol == kSymbolYear;
    }
    if (before->Is(kDeterminer) || !after)
      return !after || !after->Is(kPlural) || before->Is(kDeterminer);
    const bool counted = after->Is(kPlural | kNumber) && !after->Has(kCapital) &&
                         !after->Is(kFiniteVerb | kPreposition);
    return !counted;
  }

  // "as soon as", "the present law"
  bool FitsReference(size_t size, const Word* before, const Word* after) const {
    if (size == 1) return !(before && after && before->term.valid() && before->term == after->term);
    return !after || !after->Is(kNoun) || after->Is(kPresent | kPast | kModal | kPreposition);
  }

  static constexpr auto kNoModifier = DateExpression::Modifier::kNone;

  const WordTable& words_;
  const std::vector<Token>& tokens_;
  const Sentence& sentence_;
};

// The years of two dates that stand side by side: "from June 5 to July 10, 2015".
void ShareYears(std::vector<DateMention>& dates) {
  for (size_t i = 0; i + 1 < dates.size(); ++i) {
    DateExpression& one = dates[i].expression;
    const DateExpression& two = dates[i + 1].expression;
    if (one.kind == Kind::kCalendar && two.kind == Kind::kCalendar && one.month != 0 &&
        two.month != 0 && one.year == 0 && two.year != 0 && one.unit == Unit::kNone &&
        dates[i + 1].begin <= dates[i].end + 1) {
      one.year = one.month > two.month ? two.year - 1 : two.year;
    }
  }
}

// The day on which a value begins: "2003", "2003-05", "2003-05-07TMO".
Anchor StartOf(std::string_view value) {
  if (value.size() < 4 || value.substr(0, 4).find_first_not_of("0123456789") < 4)
    return std::nullopt;
  if (value.size() == 4) return ParseDay(std::string(value) + "-01-01");
  if (value.size() == 7) return ParseDay(std::string(value) + "-01");
  return ParseDay(value);
}

// A story of days long gone ("The siege began on 3 May 1921"): many dates with years of their own,
// and few that count from the day of publication.
bool TellsOfThePast(const std::vector<DateMention>& dates, const Anchor& anchor) {
  if (!anchor) return true;
  const int now = static_cast<int>(std::chrono::year_month_day(*anchor).year());
  size_t old = 0, near = 0;
  for (const DateMention& mention : dates) {
    const DateExpression& e = mention.expression;
    if (e.kind == Kind::kCalendar && e.year > 1000)
      ++(e.year < now - 1 ? old : near);
    else if (e.kind == Kind::kWeekday || e.kind == Kind::kRelativeDay ||
             (e.kind == Kind::kRelativeUnit && !e.from_event))
      ++near;
  }
  return old >= 4 && old > 3 * near;
}

// The year of a month in such a story: that of the day told last, or the one that had begun when a
// winter passed.
int ToldYear(const DateExpression& e, const std::chrono::year_month_day& last) {
  const auto month = static_cast<unsigned>(last.month());
  const bool next = month >= 10 && e.month >= 1 && e.month <= 3;
  return static_cast<int>(last.year()) + (next ? 1 : 0);
}

}  // namespace

size_t ReadDate(const WordTable& words, const std::vector<Token>& tokens, TokenIndex token,
                TokenIndex end, DateExpression& expression) {
  std::array<DateInput, kLongest> input;
  std::array<uint8_t, kLongest> width;
  // Reads the symbols from the token behind the first `taken` ones, and parses the row.
  const auto parse = [&](size_t size, TokenIndex at, DateExpression& read) {
    while (size < kLongest && at < end) {
      const Word& word = words[tokens[at].word];
      size_t tokens_taken = 0;
      if (size > 0 && word.Hints(kStartsDatePhrase))
        tokens_taken = ReadPhrase(words, tokens, at, end, input[size]);
      if (tokens_taken == 0) {
        if (word.date_symbol == 0) break;
        input[size] = {word.date_symbol, word.date_value};
        tokens_taken = 1;
      }
      width[size++] = static_cast<uint8_t>(tokens_taken);
      at += static_cast<TokenIndex>(tokens_taken);
    }
    if (size == 0) return size_t{0};
    size_t total = 0;
    const size_t symbols = ParseDate(input.data(), input.data() + size, read);
    for (size_t i = 0; i < symbols; ++i) total += width[i];
    return total;
  };
  const size_t plain = parse(0, token, expression);
  if (!words[tokens[token].word].Hints(kStartsDatePhrase)) return plain;
  // "the past": one word to the grammar, or the beginning of "the past two days".
  const size_t phrase = ReadPhrase(words, tokens, token, end, input[0]);
  if (phrase == 0) return plain;
  width[0] = static_cast<uint8_t>(phrase);
  DateExpression other;
  const size_t whole = parse(1, token + static_cast<TokenIndex>(phrase), other);
  if (whole < plain || whole == 0) return plain;
  expression = other;
  return whole;
}

bool DependsOnTense(const DateExpression& e) {
  if (e.year != 0) return false;
  switch (e.kind) {
    case Kind::kWeekday:
      return e.unit == Unit::kNone &&
             (e.direction == Direction::kUnsaid || e.direction == Direction::kThis);
    case Kind::kCalendar:
      return e.direction == Direction::kUnsaid;
    case Kind::kClock:
      return e.weekday != 0;
    case Kind::kRelativeUnit:
      return e.unit == Unit::kWeekend && e.direction == Direction::kUnsaid;
    default:
      return false;
  }
}

void FindDates(const WordTable& words, Layers& layers) {
  layers.dates.clear();
  const Dateline& dateline = layers.dateline;
  const auto add = [&](TokenRange range, const DateExpression& expression) {
    DateMention& mention = layers.dates.emplace_back();
    mention.begin = range.begin;
    mention.end = range.end;
    mention.expression = expression;
    if (expression.kind == Kind::kDuration) mention.type = Timex::kDuration;
    if (expression.kind == Kind::kSet) mention.type = Timex::kSet;
  };
  bool dateline_due = !dateline.day.empty();
  for (const Sentence& sentence : layers.sentences) {
    if (dateline_due && sentence.begin >= dateline.end) {
      add(dateline.day, dateline.expression);
      dateline_due = false;
    }
    const Context context(words, layers.tokens, sentence);
    for (TokenIndex at = sentence.begin;
         (at = NextWith(layers.hints, kMayStartDate, at, sentence.end)) < sentence.end;) {
      if (!MayStart(words, layers.tokens, at, sentence.end)) {
        ++at;
        continue;
      }
      DateExpression expression;
      const size_t size = ReadDate(words, layers.tokens, at, sentence.end, expression);
      if (size == 0 || !context.Fits(expression, at, size)) {
        ++at;
        continue;
      }
      const TokenIndex end = at + static_cast<TokenIndex>(size);
      add({at, end}, expression);
      at = end;
    }
  }
  if (dateline_due) add(dateline.day, dateline.expression);
  ShareYears(layers.dates);
}

void ResolveDates(std::string_view published, const DateTenses* tenses, Layers& layers) {
  const Anchor anchor = AnchorOf(published, layers.dateline);
  const bool past = TellsOfThePast(layers.dates, anchor);
  Anchor reference;  // the day the text last spoke of, for "two days later"
  for (DateMention& mention : layers.dates) {
    DateExpression e = mention.expression;
    Direction tense = tenses && DependsOnTense(e) ? tenses->At(mention.begin) : Direction::kUnsaid;
    // "will help after the February 6 flood": the verb looks ahead, the flood was not long ago.
    if (tense == Direction::kFuture && anchor && e.kind == Kind::kCalendar &&
        tenses->QualifiesNoun(mention.begin, mention.end)) {
      const Anchor near = StartOf(Resolve(e, anchor, Direction::kUnsaid).value);
      if (near && *near <= *anchor && *anchor - *near < kNotLongAgo) tense = Direction::kUnsaid;
    }
    if (past && reference && e.kind == Kind::kCalendar && e.year == 0 &&
        e.direction == Direction::kUnsaid) {
      e.year = ToldYear(e, std::chrono::year_month_day(*reference));
    }
    DateValue value = Resolve(e, e.from_event && reference ? reference : anchor, tense);
    mention.type = value.type;
    mention.resolved = value.resolved;
    mention.anchored = value.anchored;
    if (value.resolved && (value.type == Timex::kDate || value.type == Timex::kTime)) {
      if (const Anchor day_of_text = StartOf(value.value)) reference = day_of_text;
    }
    mention.value = std::move(value.value);
  }
}

}  // namespace telex
