#include "pipeline/discourse/story_names.h"

#include <algorithm>
#include <string_view>

#include "pipeline/discourse/definitions.h"

namespace telex {
namespace {

// Shows to `visit` the text of each hit of one entry, until it returns false.
template <class Visit>
void ForEachHit(const RuleSet& rules, const Story& story, const StoryView& view, EntryKind kind,
                uint32_t index, const Visit& visit) {
  for (const LexiconHit& hit : view.layers.lexicon_hits) {
    if (hit.kind != kind || rules.lexicon.entries[hit.entry.value()].index != index) continue;
    TokenRange range{hit.begin, hit.end};
    if (range.size() > 1 && view.At(range.begin).Is(kDeterminer)) ++range.begin;
    const Span span{view.layers.tokens[range.begin].begin, view.layers.tokens[range.end - 1].end};
    if (!visit(range, span.Of(story.text()))) return;
  }
}

// Written out: several words, of which those that carry the name have a capital and some are more
// than abbreviations. "UN nuclear watchdog" describes.
bool IsWrittenOut(const StoryView& view, TokenRange range) {
  if (range.size() < 2) return false;
  bool spelt = false;
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    const Word& word = view.At(t);
    if (!word.Has(kCapital) && !word.Is(kPreposition | kCoordinator | kDeterminer | kPunctuation))
      return false;
    spelt |= word.Has(kCapital) && word.Has(kLowerCase);
  }
  return spelt;
}

}  // namespace

Span OwnFormOfBody(const RuleSet& rules, const Story& story, const StoryView& view,
                   uint32_t organization) {
  const std::string_view listed = rules.lexicon.organizations[organization].name;
  std::string_view brief;  // as the story abbreviates it
  bool as_listed = false;
  TokenRange longest;
  size_t size = 0;
  const auto visit = [&](const auto& use) {
    ForEachHit(rules, story, view, EntryKind::kOrganization, organization, use);
  };
  visit([&](TokenRange range, std::string_view text) {
    const Word& first = view.At(range.begin);
    as_listed = text == listed && (range.size() > 1 || !first.Has(kAllCaps));
    if (range.size() == 1 && first.Has(kAllCaps) && !first.Has(kAbbreviation))
      brief = view.words.folded(view.layers.tokens[range.begin].word);
    return !as_listed;
  });
  if (as_listed) return {};
  bool part = false;  // the story has a part of the listed name, or letters
  Span other;         // "Taleban", "the Majlis": a name of one word that no list has as the body's
  visit([&](TokenRange range, std::string_view text) {
    const Word& first = view.At(range.begin);
    part |=
        first.Has(kAllCaps) || !first.Has(kCapital) || listed.find(text) != std::string_view::npos;
    if (range.size() == 1)
      other = {view.layers.tokens[range.begin].begin, view.layers.tokens[range.begin].end};
    // "Movement for Coastal Freedom (MCF)", spelt as no list has it
    if (range.size() == 1 && first.Has(kAllCaps) && range.begin > 1 &&
        view.At(range.begin - 1).Is(kOpenBracket) && range.end < view.layers.tokens.size() &&
        view.At(range.end).Is(kCloseBracket)) {
      const TokenIndex open = range.begin - 1;
      TokenIndex begin =
          BeginOfFullForm(view, view.words.folded(view.layers.tokens[range.begin].word), open);
      // "Bureau of Mines and Forests (MF)"
      while (begin > 1 && begin < open && view.At(begin - 1).Is(kPreposition) &&
             view.At(begin - 2).Has(kCapital))
        begin -= 2;
      if (begin + 1 < open && open - begin > longest.size()) {
        longest = {begin, open};
        size = Span{view.layers.tokens[begin].begin, view.layers.tokens[open - 1].end}
                   .Of(story.text())
                   .size();
        return true;
      }
    }
    // "Security Council" is less than the list has; "Board of Governors" where
    // the story knows the IAEA is a part of it.
    const bool spelt =
        brief.empty() || BeginOfFullForm(view, brief, range.end) - range.begin < range.size();
    if (!spelt || listed.find(text) != std::string_view::npos) return true;
    if (IsWrittenOut(view, range) && text.size() > size) longest = range, size = text.size();
    return true;
  });
  if (longest.empty()) return part ? Span() : other;
  return {view.layers.tokens[longest.begin].begin, view.layers.tokens[longest.end - 1].end};
}

std::string NameOfState(const RuleSet& rules, const Story& story, const StoryView& view,
                        uint32_t country) {
  const Country& state = rules.lexicon.countries[country];
  std::string_view name = state.name;
  if (!state.called.empty())
    ForEachHit(rules, story, view, EntryKind::kCountry, country,
               [&](TokenRange, std::string_view text) {
                 const auto& called = state.called;
                 if (text == state.name)
                   name = text;
                 else if (std::find(called.begin(), called.end(), text) != called.end())
                   name = text;
                 return text != state.name;
               });
  return std::string(name);
}

std::string NameOfPlace(const RuleSet& rules, const Story& story, const StoryView& view,
                        uint32_t place, TokenRange words) {
  const std::string& listed = rules.lexicon.places[place].name;
  std::string name;
  ForEachHit(
      rules, story, view, EntryKind::kPlace, place, [&](TokenRange range, std::string_view text) {
        if (range.begin < words.begin || range.end > words.end) return true;
        const Word& last = view.At(range.end - 1);
        // "Đà Nẵng" is "Da Nang" in plain letters; "'Afrin" is Afrin.
        const bool plain = std::all_of(text.begin(), text.end(), [](char letter) {
          return static_cast<unsigned char>(letter) < 0x80;
        });
        if (plain && last.Has(kCapital) && last.Has(kLowerCase) && !last.Has(kAbbreviation) &&
            (listed.find(text) == std::string::npos || listed.front() == '\''))
          name = text;
        return false;
      });
  return name.empty() ? listed : name;
}

}  // namespace telex
