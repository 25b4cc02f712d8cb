// How far a name goes: runs of capitalised words with their particles and initials, and what ends
// them.
#include <algorithm>

#include "pipeline/language/names_view.h"

namespace telex {
namespace {

constexpr TokenIndex kMostNameWords = 7;

}  // namespace

// "al-Assad": a particle and a name in one word.
bool NameFinder::HasParticle(const Word& word) const {
  return word.Has(kHyphenated) && flags_.Has(word.hyphen_left, kNameParticle);
}

bool NameFinder::IsGivenName(const View& view, TokenIndex token) const {
  const std::vector<LexiconHit>& hits = view.layers.lexicon_hits;
  for (uint32_t hit = view.syntax.first_hit[token]; hit < hits.size() && hits[hit].begin == token;
       ++hit)
    if (rules_.lexicon.entries[hits[hit].entry.value()].kind == EntryKind::kGivenName) return true;
  return false;
}

// How far a run of name words goes that starts at `begin`: capitalised words that are not titles,
// states or bodies, with the particles and initials inside a name.
TokenIndex NameFinder::NameRun(const View& view, TokenIndex begin, TokenIndex limit) const {
  View::Run& run = view.runs[begin % view.runs.size()];
  if (begin != run.begin || limit != run.limit)
    run = {begin, limit, ScanNameRun(view, begin, limit)};
  return run.end;
}

TokenIndex NameFinder::ScanNameRun(const View& view, TokenIndex begin, TokenIndex limit) const {
  const std::vector<LexiconHit>& hits = view.layers.lexicon_hits;
  limit = std::min(limit, begin + kMostNameWords);
  TokenIndex end = begin;
  for (TokenIndex token = begin; token < limit; ++token) {
    const Word& word = view.At(token);
    // "Elsewhere, the leader …": the sentence owes the capital to a word that is no name.
    if (token == view.sentence && word.Is(kAdverb) &&
        !(token + 1 < limit && view.At(token + 1).Has(kCapital)))
      break;
    if (!word.Has(kCapital) && !HasParticle(word)) {
      const bool inside =
          token > begin && flags_.Has(word.term, kNameParticle) && token + 1 < limit &&
          (view.At(token + 1).Has(kCapital) || flags_.Has(view.At(token + 1).term, kNameParticle));
      if (!inside) break;
      continue;
    }
    if (word.Has(kAddress) || view.syntax.date_at[token] != Syntax::kNone) break;
    const ClassSet function =
        word.classes & ~(kNoun | kPlural | kName | kVerb | kAdjective | kAdverb | kNumber);
    const bool particle = flags_.Has(word.term, kNameParticle);
    const bool inner_modal = token > begin && (function & kModal);  // "Theresa May"
    if (function && !particle && !word.Has(kInitial) && !inner_modal) break;
    uint64_t kinds = 0;
    bool given = false, place = false,
         organization_noun = flags_.Has(word.noun_lemma, kOrganizationNoun);
    TokenIndex listed = token;
    for (uint32_t hit = view.syntax.first_hit[token]; hit < hits.size() && hits[hit].begin == token;
         ++hit) {
      const EntryKind kind = rules_.lexicon.entries[hits[hit].entry.value()].kind;
      if (kind == EntryKind::kPerson) listed = std::max(listed, hits[hit].end);
      given |= kind == EntryKind::kGivenName;
      place |= kind == EntryKind::kPlace || kind == EntryKind::kCapital;
      kinds |= KindsOf(kind);
      if (kind == EntryKind::kPeople) kinds |= Bit(SlotKind::kCountry);
    }
    if (listed > token) {
      end = listed;
      token = listed - 1;
      continue;
    }
    if (organization_noun && !given) return begin;  // "Atlantic Council": no person
    // "Governor of Najaf Luay al-Yassiry": a place before a given name is no part of the name.
    if (token == begin && place && token + 1 < limit && IsGivenName(view, token + 1)) return begin;
    if (kinds && !given && !word.Has(kInitial) &&
        !(place && token > begin && IsGivenName(view, token - 1)))
      break;
    end = token + 1;
  }
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
