#include "pipeline/discourse/definitions.h"

namespace telex {
namespace {

constexpr TokenIndex kMostWords = 12;  // of a full form
constexpr size_t kMostLetters = 10;    // of a short form

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

TokenIndex BeginOfFullForm(const StoryView& view, std::string_view brief, TokenIndex end) {
  size_t wanted = brief.size();
  const TokenIndex least = end > kMostWords ? end - kMostWords : 0;
  for (TokenIndex t = end; t-- > least;) {
    const Word& word = view.At(t);
    if (!word.Has(kCapital) && !word.Is(kPreposition | kCoordinator | kDeterminer | kComma))
      return end;
    if (word.Is(kStop | kSemicolon | kColon)) return end;
    const std::string_view letters = view.words.folded(view.layers.tokens[t].word);
    for (size_t at = letters.size(); at-- > 0;) {
      while (wanted > 0 && !IsLetter(brief[wanted - 1])) --wanted;
      if (wanted == 0 || letters[at] != brief[wanted - 1]) continue;
      if (wanted > 1) {
        --wanted;
      } else if (at == 0) {
        return word.Has(kCapital) ? t : end;
      }
    }
  }
  return end;
}

Definitions::Definitions(const StoryView& view) {
  const TokenIndex size = static_cast<TokenIndex>(view.layers.tokens.size());
  for (TokenIndex open = 2; open + 2 < size; ++open) {
    if (!(view.syntax.classes[open] & kOpenBracket)) continue;
    const Word& brief = view.At(open + 1);
    if (!brief.Has(kAllCaps) || brief.Has(kHasDigit) || brief.surface_size > kMostLetters) continue;
    if (!(view.syntax.classes[open + 2] & kCloseBracket)) continue;
    const WordId word = view.layers.tokens[open + 1].word;
    const TokenIndex begin = BeginOfFullForm(view, view.words.folded(word), open);
    if (begin + 1 < open) all_.push_back({word, {begin, open}});
  }
}

TokenRange Definitions::FullFormOf(const StoryView& view, TokenIndex token) const {
  for (const Definition& one : all_)
    if (one.brief == view.layers.tokens[token].word) return one.full;
  return {};
}

TokenRange Definitions::FullFormAt(TokenIndex token) const {
  for (const Definition& one : all_)
    if (token >= one.full.begin && token < one.full.end) return one.full;
  return {};
}

}  // namespace telex
