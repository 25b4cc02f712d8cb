// NameMatch: whether two names mean the same, for scoring: "President Bashar al-Assad" and "Bashar
// al-Assad" do.
//
// Titles, honorifics, articles, diacritics and marks do not count. Looser than SameName
// (pipeline/examples.h), which serves tests that know the exact form. A name is prepared once and
// compared often. Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace telex {

class NameMatch {
 public:
  explicit NameMatch(std::string_view name);
  /// True where `found` may stand for this accepted form: the same words, up to three more, or
  /// fewer with the same end.
  bool Accepts(const NameMatch& found) const;

 private:
  std::vector<std::string> words_;  // lower case, plain letters
  std::vector<std::string> core_;   // without titles; all words where nothing else is there
};

}  // namespace telex
