#include "pipeline/rules/phrase_form.h"

#include <algorithm>

#include "pipeline/text/utf8.h"

namespace telex {
namespace {

constexpr std::string_view kCurlyApostrophe = "\xE2\x80\x99";

std::string Straighten(std::string_view text) {
  std::string straight;
  straight.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    if (text.substr(i, 3) == kCurlyApostrophe) {
      straight += '\'';
      i += 3;
    } else {
      straight += text[i++];
    }
  }
  return straight;
}

void CutPiece(std::string_view piece, std::vector<std::string>& words) {
  while (!piece.empty() && (piece.front() == '(' || piece.front() == ',')) {
    words.emplace_back(piece.substr(0, 1));
    piece.remove_prefix(1);
  }
  std::vector<std::string> after;
  while (!piece.empty() && (piece.back() == ',' || piece.back() == ')')) {
    after.insert(after.begin(), std::string(piece.substr(piece.size() - 1)));
    piece.remove_suffix(1);
  }
  if (piece.size() > 2 &&
      (piece.substr(piece.size() - 2) == "'s" || piece.substr(piece.size() - 2) == "'S")) {
    after.insert(after.begin(), std::string(piece.substr(piece.size() - 2)));
    piece.remove_suffix(2);
  } else if (piece.size() > 2 && piece.substr(piece.size() - 2) == "s'") {
    after.insert(after.begin(), "'");
    piece.remove_suffix(1);
  }
  if (!piece.empty()) words.emplace_back(piece);
  for (std::string& word : after) words.push_back(std::move(word));
}

}  // namespace

std::string FoldWord(std::string_view word) {
  bool plain = true;  // almost every word of the tables is plain ASCII in lower case
  for (const char c : word)
    plain = plain && static_cast<unsigned char>(c) < 0x80 && (c < 'A' || c > 'Z');
  if (plain) return std::string(word);
  return FoldCase(Straighten(word));
}

std::vector<std::string> CutForm(std::string_view form) {
  std::vector<std::string> words;
  const std::string straight = Straighten(form);
  std::string_view rest = straight;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find_first_of(" \t\n"), rest.size());
    CutPiece(rest.substr(0, end), words);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return words;
}

Spelling SpellingOf(std::string_view form) {
  bool upper = false;
  bool lower = false;
  bool inner_stop = false;
  for (size_t i = 0; i < form.size();) {
    size_t size = 1;
    while (i + size < form.size() && (static_cast<unsigned char>(form[i + size]) & 0xC0) == 0x80)
      ++size;
    const std::string_view letter = form.substr(i, size);
    if (letter == ".") {
      inner_stop =
          inner_stop || (i > 0 && i + 1 < form.size() && form[i - 1] != ' ' && form[i + 1] != ' ');
    } else if (static_cast<unsigned char>(letter[0]) < 0x80) {
      upper = upper || (letter[0] >= 'A' && letter[0] <= 'Z');
      lower = lower || (letter[0] >= 'a' && letter[0] <= 'z');
    } else if (FoldCase(letter) != letter) {
      upper = true;
    } else {
      lower = true;
    }
    i += size;
  }
  if (!upper) return Spelling::kAny;
  const bool one_word = form.find(' ') == std::string_view::npos;
  if (!lower || (inner_stop && one_word)) return Spelling::kExact;
  // "Trump administration", but "Jihad al-Islami"
  const std::string_view last = form.substr(form.rfind(' ') + 1);
  const auto small = [](char letter) { return letter >= 'a' && letter <= 'z'; };
  const bool trailing = !one_word && std::all_of(last.begin(), last.end(), small);
  return trailing ? Spelling::kLeading : Spelling::kCapital;
}

}  // namespace telex
