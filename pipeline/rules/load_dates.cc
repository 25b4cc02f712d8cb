// The vocabulary of the date grammar: language/dates.yaml. Every key is a map from a word to its
// value, or a plain list of words; here it becomes symbols (grammars/date.h). A word that stands
// under several keys has the symbol of the one that is read first.

#include <charconv>
#include <optional>
#include <utility>

#include "grammars/date.h"
#include "pipeline/rules/load.h"
#include "pipeline/rules/phrase_form.h"

namespace telex {
namespace {

using Unit = DateExpression::Unit;

std::optional<int> ReadNumber(std::string_view text) {
  int value = 0;
  if (!text.empty() && text[0] == '+') text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<int> ReadUnit(std::string_view name) {
  static constexpr std::pair<std::string_view, Unit> kNames[] = {
      {"second", Unit::kSecond},       {"minute", Unit::kMinute},
      {"hour", Unit::kHour},           {"day", Unit::kDay},
      {"week", Unit::kWeek},           {"weekend", Unit::kWeekend},
      {"month", Unit::kMonth},         {"quarter", Unit::kQuarter},
      {"half", Unit::kHalf},           {"year", Unit::kYear},
      {"decade", Unit::kDecade},       {"century", Unit::kCentury},
      {"fortnight", Unit::kFortnight}, {"millennium", Unit::kMillennium},
  };
  for (const auto& [text, unit] : kNames)
    if (text == name) return static_cast<int>(unit);
  return std::nullopt;
}

std::optional<int> ReadModifier(std::string_view name) {
  if (name == "early") return static_cast<int>(DateExpression::Modifier::kEarly);
  if (name == "mid") return static_cast<int>(DateExpression::Modifier::kMid);
  if (name == "late") return static_cast<int>(DateExpression::Modifier::kLate);
  return std::nullopt;
}

/// "MO", as one number.
std::optional<int> ReadLetters(std::string_view code) {
  if (code.size() != 2) return std::nullopt;
  return static_cast<unsigned char>(code[0]) * 256 + static_cast<unsigned char>(code[1]);
}

/// "0 NI": days from the anchor, and the part of the day.
std::optional<int> ReadRelative(std::string_view text) {
  const size_t blank = text.find(' ');
  const std::optional<int> days = ReadNumber(text.substr(0, blank));
  if (!days || *days < -31 || *days > 31) return std::nullopt;
  if (blank == std::string_view::npos) return (*days + 100) * 65536;
  const std::optional<int> part = ReadLetters(text.substr(blank + 1));
  return part ? std::optional<int>((*days + 100) * 65536 + *part) : std::nullopt;
}

/// "week", "2 year"
std::optional<int> ReadOften(std::string_view text) {
  const size_t blank = text.find(' ');
  if (blank == std::string_view::npos) {
    const std::optional<int> unit = ReadUnit(text);
    return unit ? std::optional<int>(16 + *unit) : std::nullopt;
  }
  const std::optional<int> amount = ReadNumber(text.substr(0, blank));
  const std::optional<int> unit = ReadUnit(text.substr(blank + 1));
  if (!amount || !unit || *amount < 1 || *amount > 1000) return std::nullopt;
  return *amount * 16 + *unit;
}

/// "12:00", as minutes.
std::optional<int> ReadClock(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const std::optional<int> hour = ReadNumber(text.substr(0, 2)),
                           minute = ReadNumber(text.substr(3));
  if (!hour || !minute || *hour > 24 || *minute > 59) return std::nullopt;
  return *hour * 60 + *minute;
}

std::optional<int> ReadMeridiem(std::string_view text) {
  if (text == "AM") return 0;
  if (text == "PM") return 12;
  return std::nullopt;
}

std::optional<int> ReadReference(std::string_view text) {
  if (text == "PAST_REF") return -1;
  if (text == "PRESENT_REF") return 0;
  if (text == "FUTURE_REF") return 1;
  return std::nullopt;
}

/// "12-25", "easter-2", "11-W4-4", "05-W9-1" (the last Monday), "islamic-10-01": see
/// kSymbolHoliday.
std::optional<int> ReadHoliday(std::string_view text) {
  constexpr std::string_view kEaster = "easter";
  if (text.substr(0, kEaster.size()) == kEaster) {
    if (text.size() == kEaster.size()) return kHolidayEaster;
    const std::optional<int> days = ReadNumber(text.substr(kEaster.size()));
    return days ? std::optional<int>(kHolidayEaster + *days) : std::nullopt;
  }
  constexpr std::string_view kIslamic = "islamic-";
  if (text.substr(0, kIslamic.size()) == kIslamic) {
    const std::optional<int> day = ReadHoliday(text.substr(kIslamic.size()));
    return day && *day < kHolidayWeekday ? std::optional<int>(kHolidayIslamic + *day)
                                         : std::nullopt;
  }
  const std::optional<int> month = ReadNumber(text.substr(0, 2));
  if (!month || *month < 1 || *month > 12 || text.size() < 5 || text[2] != '-') return std::nullopt;
  if (text[3] == 'W' && text.size() == 7 && text[5] == '-')
    return kHolidayWeekday + *month * 100 + (text[4] - '0') * 10 + (text[6] - '0');
  const std::optional<int> day = ReadNumber(text.substr(3));
  return day && *day >= 1 && *day <= 31 ? std::optional<int>(*month * 100 + *day) : std::nullopt;
}

class DateReader {
 public:
  DateReader(Loading& loading, const YamlFile& file)
      : loading_(loading), top_(file, file.root, "dates", loading.diagnostics) {}

  /// A map whose values `read` understands; `what` says what they must be. `store` gets each word
  /// with its value.
  template <class Read, class Store>
  void Map(std::string_view key, const char* what, const Read& read, const Store& store) {
    for (const YamlEntry& entry : top_.Entries(key)) {
      const std::optional<int> value = read(entry.value.text);
      if (value)
        store(entry.key.text, *value);
      else
        top_.Error("R083", entry.value, "\"" + entry.value.text + "\" must be " + what);
    }
  }
  template <class Read>
  void Symbols(std::string_view key, DateSymbol symbol, const char* what, const Read& read) {
    Map(key, what, read, [&](const std::string& word, int value) { Add(word, {symbol, value}); });
  }
  template <class Read>
  void Values(std::string_view key, DateSymbol symbol, const char* what, const Read& read,
              std::unordered_map<TermId, int>& values) {
    Map(key, what, read, [&](const std::string& word, int value) {
      values[loading_.Intern(word)] = value;
      if (symbol != kSymbolNone) Add(word, {symbol, value});
    });
  }
  void List(std::string_view key, DateSymbol symbol, int value) {
    for (const YamlNode* word : top_.Texts(key)) Add(word->text, {symbol, value});
  }
  TermSet Terms(std::string_view key) { return loading_.InternAll(top_.Texts(key)); }
  void Finish() { top_.Finish(); }

  void Add(const std::string& text, DateInput word) {
    DateWords& dates = loading_.rules.dates;
    std::vector<TermId> terms;
    for (const std::string& part : CutForm(text)) terms.push_back(loading_.Intern(part));
    if (terms.size() == 1) {
      dates.words.emplace(terms[0], word);
    } else if (!terms.empty()) {
      dates.phrases.Add(terms, EntryId(dates.phrase_words.size()));
      dates.phrase_words.push_back(word);
    }
  }

 private:
  Loading& loading_;
  YamlMap top_;
};

auto NumberFrom(int least, int most) {
  return [least, most](std::string_view text) -> std::optional<int> {
    const std::optional<int> value = ReadNumber(text);
    return value && *value >= least && *value <= most ? value : std::nullopt;
  };
}

}  // namespace

void LoadDates(Loading& loading) {
  const YamlFile file = loading.Parse("language/dates.yaml", true);
  DateReader reader(loading, file);
  DateWords& dates = loading.rules.dates;
  constexpr const char* kModifiers = "early, mid or late";
  constexpr const char* kLetters = "two letters of TIMEX3, such as MO";
  const auto none = kSymbolNone;
  reader.Values("weekdays", none, "a number from 1 to 7", NumberFrom(1, 7), dates.weekdays);
  reader.Values("months", none, "a number from 1 to 12", NumberFrom(1, 12), dates.months);
  reader.Symbols("clock", kSymbolMeridiem, "AM or PM", ReadMeridiem);
  reader.Symbols("relative", kSymbolRelative, "days from -31 to 31, then perhaps MO, AF, EV, NI",
                 ReadRelative);
  reader.List("every", kSymbolEvery, 1);
  reader.List("every_other", kSymbolEvery, 2);
  const TermSet loosely = reader.Terms("loosely"), prepositions = reader.Terms("step_prepositions");
  for (const auto& [key, symbol] : {std::pair{"ago", kSymbolAgo}, {"ahead", kSymbolLater}}) {
    for (const TermId term : loosely)
      if (reader.Terms(key).count(term))
        reader.Add(std::string(loading.rules.vocabulary.text(term)), {symbol, kStepLoosely});
    for (const TermId term : prepositions)
      if (reader.Terms(key).count(term))
        reader.Add(std::string(loading.rules.vocabulary.text(term)), {symbol, kStepPreposition});
    reader.List(key, symbol, kStepPlain);
  }
  reader.Symbols("directions", kSymbolDirection, "-1, 0 or 1", NumberFrom(-1, 1));
  reader.Map("text_directions", "-1, 0 or 1", NumberFrom(-1, 1),
             [&](const std::string& word, int value) {
               reader.Add(word, {kSymbolDirection, value + 8});
             });
  reader.Symbols("edges", kSymbolModifier, kModifiers, ReadModifier);
  reader.Symbols("edge_nouns", kSymbolEdge, kModifiers, ReadModifier);
  reader.Values("prefixes", none, kModifiers, ReadModifier, dates.prefixes);
  reader.Values("ordinals", kSymbolOrdinal, "a number from 1 to 1000", NumberFrom(1, 1000),
                dates.ordinals);
  reader.Map("units", "a unit of time, such as week", ReadUnit,
             [&](const std::string& word, int unit) {
               if (!ReadUnit(word)) unit |= 32;  // "weeks", "millennia"
               dates.units[loading.Intern(word)] = unit;
               reader.Add(word, {kSymbolUnit, unit});
             });
  reader.Symbols("parts", kSymbolPart, kLetters, ReadLetters);
  reader.Symbols("seasons", kSymbolSeason, kLetters, ReadLetters);
  reader.Values("numbers", kSymbolNumber, "a number from 0 to 1000000000",
                NumberFrom(0, 1'000'000'000), dates.numbers);
  reader.List("vague", kSymbolVague, 0);
  reader.Symbols("often", kSymbolOften, "a unit of time, or a number and a unit", ReadOften);
  reader.List("often_counts", kSymbolOftenCount, 0);
  reader.List("times", kSymbolTimes, 0);
  reader.List("the", kSymbolThe, 0);
  reader.List("one", kSymbolOne, 1);
  reader.List("prepositions", kSymbolPreposition, 0);
  reader.List("of", kSymbolPreposition, 1);
  reader.List("and", kSymbolAnd, 0);
  reader.List("between", kSymbolBetween, 0);
  reader.List("about", kSymbolAbout, 0);
  reader.List("fiscal", kSymbolFiscal, 0);
  reader.List("fiscal_years", kSymbolFiscal, 1);
  reader.Symbols("unit_ends", kSymbolUnitEnd, "a unit of time, such as year", ReadUnit);
  reader.Symbols("decades", kSymbolNamedDecade, "the first three figures of its years, as in 199",
                 NumberFrom(100, 220));
  reader.List("oclock", kSymbolOclock, 0);
  reader.Symbols("clock_words", kSymbolClock, "a time of day, such as 12:00", ReadClock);
  reader.List("eras", kSymbolEra, 0);
  reader.List("zones", kSymbolZone, 0);
  reader.Symbols("references", kSymbolReference, "PAST_REF, PRESENT_REF or FUTURE_REF",
                 ReadReference);
  reader.Symbols("holidays", kSymbolHoliday,
                 "a day such as 12-25, easter+1, 11-W4-4 or islamic-10-01", ReadHoliday);
  dates.ahead_words = reader.Terms("ahead_words");
  dates.ahead_prepositions = reader.Terms("ahead_prepositions");
  dates.past_auxiliaries = reader.Terms("past_auxiliaries");
  dates.past_modals = reader.Terms("past_modals");
  dates.ordinal_endings = reader.Terms("ordinal_endings");
  reader.Finish();
}

}  // namespace telex
