// How far a name goes: runs of capitalised words with their particles and initials, and what ends
// them.
#include <algorithm>

#include "pipeline/language/names_view.h"

namespace telex {
namespace {

constexpr TokenIndex kMostNameWords = 7;

}  // namespace

bool NameFinder::IsGivenName(const View& view, TokenIndex token) const {
  return (view.syntax.hit_kinds[token] & SetOf(EntryKind::kGivenName)) != 0;
}

bool NameFinder::StartsHonorific(const View& view, TokenIndex token) const {
  return (view.syntax.hit_kinds[token] & SetOf(EntryKind::kHonorific)) != 0;
}

// "Jan van der Berg": a month, and a given name before a particle or a surname.
bool NameFinder::IsGivenMonth(const View& view, TokenIndex token, TokenIndex limit) const {
  const DateMention& date = view.layers.dates[view.syntax.date_at[token]];
  if (date.end != token + 1 || date.begin != token || token + 1 >= limit) return false;
  const Word& next = view.At(token + 1);
  // "Sun Tiantian" is no day.
  const bool first_of_name = NatureOf(view, token).surname_first;
  return (IsGivenName(view, token) || first_of_name) &&
         (HasCue(next.term, kPersonParticle) ||
          (next.Has(kCapital) && !next.Hints(kInDictionary) && !next.Has(kHasDigit)));
}

// Behind the mark that closes a nickname, before another capitalised word; `open` where there is
// none.
TokenIndex NameFinder::NicknameEnd(const View& view, TokenIndex open, TokenIndex limit) const {
  constexpr TokenIndex kMostWords = 3;
  const TokenIndex last = std::min(limit, open + kMostWords + 3);
  TokenIndex token = open + 1;
  while (token < last && view.At(token).Has(kCapital)) ++token;
  if (token == open + 1 || token + 1 >= last || !view.At(token).Is(kCloseQuote)) return open;
  const Word& next = view.At(token + 1);
  const bool named =
      next.Has(kCapital) && !next.Is(kDeterminer | kPronoun | kPreposition | kCoordinator);
  return named ? token + 1 : open;
}

// How far a run of name words goes that starts at `begin`: capitalised words that are not titles,
// states or bodies, with the particles and initials inside a name. `limit` is the sentence's end.
TokenIndex NameFinder::NameRun(const View& view, TokenIndex begin, TokenIndex limit) const {
  uint8_t& size = view.runs[begin];
  if (size == View::kUnasked) size = static_cast<uint8_t>(ScanNameRun(view, begin, limit) - begin);
  return begin + size;
}

TokenIndex NameFinder::ScanNameRun(const View& view, TokenIndex begin, TokenIndex limit) const {
  const std::vector<LexiconHit>& hits = view.layers.lexicon_hits;
  limit = std::min(limit, begin + kMostNameWords);
  TokenIndex end = begin;
  // "St. Brieuc"
  if (begin > view.sentence && HasCue(view.At(begin - 1).term, kSaint) &&
      !view.At(begin - 1).Has(kAllCaps) && view.At(begin - 1).Has(kCapital))
    return begin;
  for (TokenIndex token = begin; token < limit; ++token) {
    const Word& word = view.At(token);
    // "Elsewhere, the leader …": the sentence owes the capital to a word that is no name.
    if (token == view.sentence && word.Is(kAdverb) &&
        !(token + 1 < limit && view.At(token + 1).Has(kCapital)))
      break;
    // 'Theodore "Ted" Grossmann'
    if (word.Is(kOpenQuote) && token > begin) {
      const TokenIndex behind = NicknameEnd(view, token, limit);
      if (behind == token) break;
      token = behind - 1;
      continue;
    }
    if (!word.Hints(kMayStartName)) {
      const bool inside =
          token > begin && flags_.Has(word.term, kNameParticle) && token + 1 < limit &&
          (view.At(token + 1).Has(kCapital) || flags_.Has(view.At(token + 1).term, kNameParticle));
      if (!inside) break;
      continue;
    }
    if (word.Has(kAddress)) break;
    if (view.syntax.date_at[token] != Syntax::kNone && !IsGivenMonth(view, token, limit)) break;
    const ClassSet function =
        word.classes & ~(kNoun | kPlural | kName | kVerb | kAdjective | kAdverb | kNumber);
    const bool particle = flags_.Has(word.term, kNameParticle);
    const bool inner_modal = token > begin && (function & kModal);  // "Theresa May"
    if (function && !particle && !word.Has(kInitial) && !inner_modal) break;
    const KindSet hit = view.syntax.hit_kinds[token];
    if (hit & SetOf(EntryKind::kPerson)) {
      end = hits[view.syntax.first_hit[token]].end;
      token = end - 1;
      continue;
    }
    const bool organization_noun = flags_.Has(word.noun_lemma, kOrganizationNoun);
    const bool given = (hit & SetOf(EntryKind::kGivenName)) != 0;
    const bool surname = (hit & SetOf(EntryKind::kSurname)) != 0;
    const bool place = (hit & SetOf(EntryKind::kPlace, EntryKind::kCapital)) != 0;
    const bool kinds = hit != 0 && (KindsOf(hit) || (hit & SetOf(EntryKind::kPeople)));
    // "Atlantic Council", "Mandela Avenue": no person.
    if (organization_noun && !given) return begin;
    if (word.Has(kHyphenated) && token > begin &&
        (HasCue(word.hyphen_left, kThing) || HasCue(word.hyphen_right, kThing)))
      return begin;  // "Gandhi Road-based"
    if (!given && token > begin && (HasCue(word.noun_lemma, kThing) || HasCue(word.term, kThing)) &&
        !(surname && (IsGivenName(view, token - 1) || view.At(token - 1).Has(kInitial))))
      return begin;
    // "Michael Jordan", "Dick King": a state, an office behind a given name.
    if (kinds && !given && !word.Has(kInitial) &&
        !((place || surname) && token > begin && IsGivenName(view, token - 1)))
      break;
    // "Clinton Urges Yeltsin": the verb of a heading in capitals; a word that is a noun too (Meets)
    // only in a headline.
    if (token > begin && !given && !surname && !particle && word.Is(kPresent | kGerund) &&
        word.Hints(kInDictionary) && (view.headline || !word.Is(kNoun)))
      break;
    // "Readout of President Rosa Quispe Call with": in a headline, the event is none of the name.
    if (view.headline && token > begin && !given && !surname && word.noun_lemma.valid() &&
        rules_.List("event_anaphor").count(word.noun_lemma) != 0)
      break;
    end = token + 1;
  }
  // "Hargrove & Sons", but "Mr. Hargrove & Mrs. Hargrove"
  if (end > begin && end + 1 < limit && HasCue(view.At(end).term, kJoiner) &&
      view.At(end + 1).Has(kCapital) && !IsGivenName(view, end + 1) &&
      !StartsHonorific(view, end + 1))
    return begin;
  // "Charles de Gaulle airport"
  if (end > begin && end < limit && !view.At(end).Is(kVerb) &&
      HasCue(view.At(end).noun_lemma, kThing))
    return begin;
  if (end > begin && end + 1 < limit && view.At(end).Is(kComma) &&
      flags_.Has(view.At(end + 1).term, kNameSuffix))
    end += 2;
  return end;
}

// Where the portfolio behind an office ends that no list has: "Minister of Refugees and
// Repatriations" before a given name.
TokenIndex NameFinder::PortfolioEnd(const View& view, TokenIndex begin, TokenIndex limit) const {
  if (begin + 2 >= limit || !flags_.Has(view.At(begin).term, kPortfolioPreposition)) return begin;
  const TokenIndex last = std::min(limit, begin + 1 + kMostNameWords);
  for (TokenIndex token = begin + 1; token < last; ++token) {
    const Word& word = view.At(token);
    const bool named = token > begin + 1 && word.Has(kCapital) && IsGivenName(view, token);
    if (named) return token;
    if (!word.Has(kCapital) && !word.Is(kCoordinator | kPreposition)) return begin;
  }
  return begin;
}

}  // namespace telex
