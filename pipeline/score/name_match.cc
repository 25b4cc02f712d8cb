#include "pipeline/score/name_match.h"

#include <utf8proc.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <iterator>
#include <memory>

namespace telex {
namespace {

/// Titles and other words that make no difference between two names; sorted.
constexpr std::string_view kTitles[] = {
    "a",         "acting",       "affairs",     "ambassador", "an",     "ayatollah",
    "caretaker", "chief",        "col",         "crown",      "deputy", "dr",
    "foreign",   "former",       "gen",         "general",    "head",   "her",
    "his",       "hojatoleslam", "interim",     "its",        "king",   "leader",
    "lt",        "minister",     "ministry",    "mr",         "mrs",    "ms",
    "of",        "president",    "prime",       "prince",     "queen",  "sayyed",
    "secretary", "senior",       "seyed",       "seyyed",     "sheikh", "sir",
    "spokesman", "spokesperson", "spokeswoman", "state",      "the",    "their",
    "top",       "vice"};

bool IsTitle(std::string_view word) {
  return std::binary_search(std::begin(kTitles), std::end(kTitles), word);
}

/// Lower-case ASCII; letters lose their marks, what has no such form is dropped.
std::string Plain(std::string_view text) {
  utf8proc_uint8_t* decomposed = nullptr;
  const auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT);
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &decomposed, options);
  if (size < 0) return "";
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(decomposed, &std::free);
  std::string plain;
  for (utf8proc_ssize_t i = 0; i < size; ++i)
    if (decomposed[i] < 0x80) plain += static_cast<char>(std::tolower(decomposed[i]));
  return plain;
}

bool IsWordByte(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

/// "U.N.'s" is one word, "un".
std::vector<std::string> SplitWords(std::string_view name) {
  const std::string plain = Plain(name);
  std::vector<std::string> words(1);
  for (size_t i = 0; i < plain.size(); ++i) {
    const bool inner = i + 2 < plain.size() && (IsWordByte(plain[i + 2]) || plain[i + 2] == '_');
    if (plain.compare(i, 2, "'s") == 0 && !inner) {
      ++i;
    } else if (IsWordByte(plain[i])) {
      words.back() += plain[i];
    } else if (plain[i] != '.' && !words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool Within(const std::vector<std::string>& few, const std::vector<std::string>& many) {
  return std::all_of(few.begin(), few.end(), [&](const std::string& word) {
    return std::find(many.begin(), many.end(), word) != many.end();
  });
}

}  // namespace

NameMatch::NameMatch(std::string_view name) : words_(SplitWords(name)) {
  std::copy_if(words_.begin(), words_.end(), std::back_inserter(core_),
               [](const std::string& word) { return !IsTitle(word); });
  if (core_.empty()) core_ = words_;
}

bool NameMatch::Accepts(const NameMatch& found) const {
  constexpr size_t kMoreWords = 3;
  if (core_.empty() || found.core_.empty()) return false;
  if (core_ == found.core_ || words_ == found.words_) return true;
  if (Within(core_, found.core_) && found.core_.size() <= core_.size() + kMoreWords) return true;
  return Within(found.core_, core_) && found.core_.back() == core_.back();
}

}  // namespace telex
