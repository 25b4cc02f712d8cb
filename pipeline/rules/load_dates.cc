// The vocabulary of the date grammar: language/dates.yaml. Every key is a map from a word to its
// value, or a plain list of words.

#include <charconv>
#include <utility>

#include "pipeline/rules/load.h"

namespace telex {
namespace {

/// Read as they are into DateWords::more.
constexpr const char* kKept[] = {"guarded_months",
                                 "guarded_weekdays",
                                 "seasons",
                                 "edges",
                                 "in",
                                 "since",
                                 "until",
                                 "prefixes",
                                 "prepositions",
                                 "ordinal_endings",
                                 "clock",
                                 "other_months",
                                 "holidays"};

class DateReader {
 public:
  DateReader(Loading& loading, const YamlFile& file)
      : loading_(loading), file_(file), top_(file, file.root, "dates", loading.diagnostics) {}

  void Numbers(std::string_view key, int least, int most, std::unordered_map<TermId, int>& values) {
    for (const YamlEntry& entry : top_.Entries(key)) {
      const std::string& text = entry.value.text;
      if (text.find('.') != std::string::npos)
        continue;  // "half": no whole number, of no use to a date
      int value = 0;
      const char* begin = text.data() + (text.rfind('+', 0) == 0 ? 1 : 0);
      const auto [end, error] = std::from_chars(begin, text.data() + text.size(), value);
      if (error != std::errc() || end != text.data() + text.size() || value < least ||
          value > most) {
        top_.Error("R083", entry.value,
                   "\"" + text + "\" must be a number from " + std::to_string(least) + " to " +
                       std::to_string(most));
        continue;
      }
      values[loading_.Intern(entry.key.text)] = value;
    }
  }
  void Texts(std::string_view key, std::unordered_map<TermId, std::string>& values) {
    for (const YamlEntry& entry : top_.Entries(key)) {
      if (entry.value.is_text())
        values[loading_.Intern(entry.key.text)] = entry.value.text;
      else
        top_.Error("R010", entry.value, "\"" + entry.key.text + "\" must have a text as its value");
    }
  }
  /// A list of words; a map counts by its keys.
  void Words(std::string_view key, TermSet& words) {
    const YamlNode* node = top_.Find(key);
    if (node == nullptr) return;
    if (node->is_map()) {
      for (const YamlEntry& entry : node->entries) words.insert(loading_.Intern(entry.key.text));
    } else {
      words.merge(loading_.InternAll(top_.Texts(key)));
    }
  }
  /// Keeps words and values as they are, beside what was read from the key already.
  void Keep(const char* key, std::unordered_map<TermId, std::string>& values) {
    const YamlNode* node = top_.Find(key);
    if (node == nullptr) return;
    if (node->is_map()) {
      for (const YamlEntry& entry : node->entries)
        values[loading_.Intern(entry.key.text)] = entry.value.text;
    } else {
      for (const YamlNode* word : top_.Texts(key)) values[loading_.Intern(word->text)] = "";
    }
  }
  void Finish() { top_.Finish(); }

 private:
  Loading& loading_;
  const YamlFile& file_;
  YamlMap top_;
};

}  // namespace

void LoadDates(Loading& loading) {
  const YamlFile file = loading.Parse("language/dates.yaml", true);
  DateReader reader(loading, file);
  DateWords& dates = loading.rules.dates;
  reader.Numbers("weekdays", 1, 7, dates.weekdays);
  reader.Numbers("months", 1, 12, dates.months);
  reader.Texts("units", dates.units);
  reader.Texts("parts", dates.parts);
  reader.Numbers("relative_days", -31, 31, dates.relative_days);
  reader.Numbers("relative", -31, 31, dates.relative_days);
  reader.Numbers("directions", -1, 1, dates.directions);
  reader.Numbers("numbers", 0, 1'000'000'000, dates.numbers);
  reader.Numbers("ordinals", 1, 1000, dates.ordinals);
  reader.Words("ago", dates.ago);
  reader.Words("later", dates.later);
  reader.Words("ahead", dates.later);
  reader.Words("early_late", dates.early_late);
  reader.Words("edges", dates.early_late);
  reader.Words("seasons", dates.seasons);
  for (const char* key : kKept) reader.Keep(key, dates.more[key]);
  // By what they mean: "late" of an edge, "autumn" of a season.
  for (const auto& [word, edge] : dates.more["edges"]) loading.rules.word_lists[edge].insert(word);
  for (const auto& [word, season] : dates.more["seasons"])
    loading.rules
        .word_lists[season == "SP"   ? "spring"
                    : season == "SU" ? "summer"
                    : season == "WI" ? "winter"
                                     : "autumn"]
        .insert(word);
  reader.Finish();
}

}  // namespace telex
