#include "pipeline/language/names.h"

#include <algorithm>
#include <bit>

#include "pipeline/language/names_view.h"

namespace telex {

NameFinder::NameFinder(const RuleSet& rules, const TermFlags& flags)
    : rules_(rules), flags_(flags), cues_(rules.vocabulary.size(), 0) {
  struct ListCue {
    const char* list;
    Cue cue;
  };
  static constexpr ListCue kLists[] = {
      {"thing_nouns", kThing},    {"person_particles", kPersonParticle},
      {"maker_nouns", kMaker},    {"person_titles", kPersonTitle},
      {"person_relatives", kWho}, {"company_joiners", kJoiner},
      {"wickets", kWicket},       {"saints", kSaint},
      {"personal_feats", kFeat},  {"wicket_outcomes", kOutcome}};
  for (const ListCue& entry : kLists)
    for (TermId term : rules.List(entry.list)) cues_[term.value()] |= entry.cue;
  for (const NameRule& rule : rules.names) {
    for (const Phrase& phrase : rule.phrases) {
      if (patterns_.empty() || patterns_.back().size() == NamePatterns::kMost)
        patterns_.emplace_back(rules.vocabulary.size());
      patterns_.back().Add(phrase);
    }
  }
}

void NameFinder::Look(const View& view, const Sentence& sentence, Survey& survey) const {
  survey.last.fill(sentence.begin);
  uint64_t kinds = 0;
  const std::vector<LexiconHit>& hits = view.layers.lexicon_hits;
  for (; survey.hit < hits.size() && hits[survey.hit].begin < sentence.end; ++survey.hit) {
    const LexiconHit& hit = hits[survey.hit];
    const uint64_t here = KindsOf(hit.kind);
    if (here == 0 || hit.begin < sentence.begin) continue;  // before it lies the dateline
    kinds |= here;
    survey.last[static_cast<size_t>(std::countr_zero(here))] = hit.begin + 1;
  }
  survey.possible.clear();
  for (const NamePatterns& patterns : patterns_) {
    uint64_t words = 0;
    for (TokenIndex token = sentence.begin;
         (token = NextWith(view.layers.hints, kInNameRule, token, sentence.end)) < sentence.end;
         ++token)
      words |= patterns.SignsOf(view.At(token));
    survey.possible.push_back(patterns.Possible(kinds | words));
  }
}

// The patterns that may match at `token`, by what stands there and behind it. `starts`: a pattern
// can begin with its word.
NamePatterns::Set NameFinder::PatternsAt(const View& view, const NamePatterns& patterns,
                                         TokenIndex token, uint64_t kinds, bool starts,
                                         TokenIndex limit) const {
  const auto signs_at = [&](TokenIndex next) {
    if (next >= limit) return NamePatterns::Signs{0};
    const bool word = (view.layers.hints[next] & kInNameRule) != 0;
    return KindsAt(view, next, limit) | NamePatterns::kAny |
           (word ? patterns.SignsOf(view.At(next)) : 0);
  };
  constexpr uint64_t kName = Bit(SlotKind::kName);
  NamePatterns::Set set = 0;
  if (starts)
    set |= patterns.Beginning(patterns.SignsOf(view.At(token)) | NamePatterns::kAny,
                              signs_at(token + 1));
  if (kinds & kName) set |= patterns.Beginning(kName, signs_at(NameRun(view, token, limit)));
  if (kinds & ~kName) {
    const TokenIndex end = view.layers.lexicon_hits[view.syntax.first_hit[token]].end;
    set |= patterns.Beginning(kinds & ~kName, signs_at(end));
    if ((kinds & Bit(SlotKind::kOffice)) && PortfolioEnd(view, end, limit) > end)
      set |= patterns.Beginning(Bit(SlotKind::kOffice));
  }
  return set;
}

void NameFinder::IndexHits(const Layers& layers, Syntax& syntax) const {
  syntax.first_hit.assign(layers.tokens.size(), Syntax::kNone);
  syntax.hit_kinds.assign(layers.tokens.size(), 0);
  for (size_t i = layers.lexicon_hits.size(); i-- > 0;) {
    const LexiconHit& hit = layers.lexicon_hits[i];
    syntax.first_hit[hit.begin] = static_cast<uint32_t>(i);
    syntax.hit_kinds[hit.begin] |= SetOf(hit.kind);
  }
  syntax.date_at.assign(layers.tokens.size(), Syntax::kNone);
  for (size_t i = 0; i < layers.dates.size(); ++i)
    for (TokenIndex token = layers.dates[i].begin; token < layers.dates[i].end; ++token)
      syntax.date_at[token] = static_cast<uint32_t>(i);
}

uint64_t NameFinder::KindsAt(const View& view, TokenIndex token, TokenIndex limit) const {
  uint64_t kinds = KindsOf(view.syntax.hit_kinds[token]);
  if ((view.layers.hints[token] & kMayStartName) && NameRun(view, token, limit) > token)
    kinds |= Bit(SlotKind::kName);
  return kinds;
}

template <class Try>
bool NameFinder::SlotEnds(const View& view, const Slot& slot, TokenIndex token, TokenIndex limit,
                          const Try& try_end) const {
  if (slot.kind == SlotKind::kName) {
    const TokenIndex end = NameRun(view, token, limit);
    return end > token && try_end(end);
  }
  if (!(KindsOf(view.syntax.hit_kinds[token]) & Bit(slot.kind))) return false;
  const std::vector<LexiconHit>& hits = view.layers.lexicon_hits;
  TokenIndex tried = token;
  for (uint32_t hit = view.syntax.first_hit[token]; hit < hits.size() && hits[hit].begin == token;
       ++hit) {
    if (hits[hit].end == tried) continue;
    if (!(KindsOf(hits[hit].kind) & Bit(slot.kind))) continue;
    tried = hits[hit].end;
    if (slot.kind == SlotKind::kOffice) {
      const TokenIndex portfolio = PortfolioEnd(view, tried, limit);
      if (portfolio > tried && try_end(portfolio)) return true;
    }
    if (try_end(tried)) return true;
  }
  return false;
}

// "Talks with the Kenyan ministers, Mr. Odhiambo said", "In talks with the Kenyan minister, Mr.
// Havel said": the comma parts an office from the name of somebody else.
bool NameFinder::PartedByComma(const View& view, TokenRange range, TokenIndex limit,
                               const PhraseBindings& bindings) const {
  // "In Geneva, the UN envoy accused": a place is no envoy.
  const TokenIndex place = range.begin;
  if (place > view.sentence && place + 1 < limit && view.At(place + 1).Is(kComma) &&
      flags_.Has(view.At(place - 1).term, kPlacePreposition) &&
      (view.syntax.hit_kinds[place] & SetOf(EntryKind::kPlace, EntryKind::kCapital)))
    return true;
  const auto name = std::find_if(bindings.begin(), bindings.end(), [&](const PhraseBinding& one) {
    return (one.slot.kind == SlotKind::kName || one.slot.kind == SlotKind::kHonorific) &&
           one.range.begin > range.begin && view.At(one.range.begin - 1).Is(kComma);
  });
  if (name == bindings.end() || name->range.begin < range.begin + 2) return false;
  const Word& office = view.At(name->range.begin - 2);
  if (office.Is(kPlural) && flags_.Has(office.noun_lemma, kPeopleNoun | kPersonNoun)) return true;
  if (range.end >= limit) return false;
  const Word& next = view.At(range.end);
  return range.begin > view.sentence && view.At(view.sentence).Is(kPreposition | kGerund) &&
         next.Is(kPast | kPresent | kAuxiliary) && !next.Is(kPunctuation) && !next.Has(kCapital);
}

void NameFinder::FindStrongNames(const View& view, const Sentence& sentence, Survey& survey,
                                 Syntax& syntax) const {
  Look(view, sentence, survey);
  const auto ends = [&](const Slot& slot, TokenIndex token, const auto& try_end) {
    return SlotEnds(view, slot, token, sentence.end, try_end);
  };
  PhraseMatch match(view.layers.tokens, view.words, sentence.end, ends);
  const std::vector<HintSet>& hints = view.layers.hints;
  // Where no pattern has what it needs, as in most sentences, only names are looked for.
  const bool some = std::any_of(survey.possible.begin(), survey.possible.end(),
                                [](NamePatterns::Set possible) { return possible != 0; });
  const HintSet starts_one = some ? kInNameRule | kMayStartName | kStartsPhrase : kMayStartName;
  for (TokenIndex token = sentence.begin;
       (token = NextWith(hints, starts_one, token, sentence.end)) < sentence.end;) {
    const bool slot = (hints[token] & (kMayStartName | kStartsPhrase)) != 0;
    const uint64_t kinds = slot ? KindsAt(view, token, sentence.end) : 0;
    TokenIndex longest = token;
    PhraseBindings bindings;
    for (size_t block = 0; some && block < patterns_.size(); ++block) {
      const NamePatterns& patterns = patterns_[block];
      const bool starts = (hints[token] & kInNameRule) && patterns.StartsWith(view.At(token).term);
      if (kinds == 0 && !starts) continue;
      NamePatterns::Set possible = survey.possible[block];
      for (auto kind = static_cast<size_t>(SlotKind::kOffice); kind < survey.last.size(); ++kind)
        if (survey.last[kind] <= token) possible &= ~patterns.Needing(static_cast<SlotKind>(kind));
      if (possible == 0) continue;
      possible &= PatternsAt(view, patterns, token, kinds, starts, sentence.end);
      for (; possible != 0; possible &= possible - 1) {
        const auto pattern = static_cast<size_t>(std::countr_zero(possible));
        if (match.At(patterns[pattern], token) && match.end() > longest &&
            !PartedByComma(view, {token, match.end()}, sentence.end, match.bindings())) {
          longest = match.end();
          bindings = match.bindings();
        }
      }
    }
    if (longest > token) {
      if (AddMentions(view, {token, longest}, bindings, syntax)) {
        token = longest;
        continue;
      }
    }
    if (kinds & Bit(SlotKind::kName)) {
      const TokenIndex end = NameRun(view, token, sentence.end);
      const TokenRange person = PersonIn(view, token, end, sentence.end);
      if (!person.empty() && AddMention(view, person, person, {}, syntax)) {
        token = end;
        continue;
      }
      token = std::max(end, token + 1);
      continue;
    }
    ++token;
  }
}

// The name that a pattern matched. Where it has several ("her Maltese and Cypriot counterparts, A
// and B"), states and names stand in one order.
bool NameFinder::AddMentions(const View& view, TokenRange range, const PhraseBindings& bindings,
                             Syntax& syntax) const {
  const auto is = [](SlotKind kind) {
    return [kind](const PhraseBinding& binding) { return binding.slot.kind == kind; };
  };
  const auto names = std::count_if(bindings.begin(), bindings.end(), is(SlotKind::kName));
  if (names == 0) return false;
  if (names == 1) {
    const auto name = std::find_if(bindings.begin(), bindings.end(), is(SlotKind::kName));
    return AddMention(view, range, name->range, bindings, syntax);
  }
  PhraseBindings own;
  for (auto nth = 0; nth < names; ++nth) {
    TokenRange name;
    own.clear();
    decltype(nth) countries = 0, seen = 0;
    for (const PhraseBinding& binding : bindings) {
      if (binding.slot.kind == SlotKind::kName) {
        if (seen++ == nth) name = binding.range;
      } else if (binding.slot.kind != SlotKind::kCountry || countries++ == nth) {
        own.push_back(binding);
      }
    }
    AddMention(view, name, name, own, syntax);
  }
  return true;
}

// "YELTSIN MEETS AIDES.": as some agencies write their headlines.
bool NameFinder::IsInCapitals(const View& view, const Sentence& sentence) {
  size_t capitals = 0;
  for (TokenIndex token = sentence.begin; token < sentence.end; ++token) {
    const Word& word = view.At(token);
    if (word.Has(kLowerCase)) return false;
    capitals += word.Has(kAllCaps);
  }
  return capitals > 1;
}

void NameFinder::FindStoryNames(const View& view, const Sentence& sentence, Syntax& syntax) const {
  for (TokenIndex token = sentence.begin;
       (token = NextWith(view.layers.hints, kMayStartName, token, sentence.end)) < sentence.end;) {
    if (syntax.name_at[token] != Syntax::kNone) {
      token = syntax.names[syntax.name_at[token]].range.end;
      continue;
    }
    TokenIndex end = NameRun(view, token, sentence.end);
    for (TokenIndex known = token + 1; known < end; ++known)
      if (syntax.name_at[known] != Syntax::kNone) end = known;
    if (end > token) {
      TokenRange name{token, end};
      PersonId person = FindPerson(view, name, false, syntax);
      // "XI" in small type is no Xi, and "A." opens an answer; "MR. RAY:" labels one.
      const bool titled = token > view.sentence && StartsHonorific(view, token - 1);
      const bool letters = view.At(token).Has(kAllCaps) && !view.headline && !titled;
      if (name.size() == 1 && (letters || view.At(token).Has(kInitial))) person = PersonId();
      // "Yesterday Smith", "Striker Smith", "Smith Denies …": a word of the language is no part.
      if (!person.valid() && name.size() > 1 &&
          (token == view.sentence || IsPersonWord(view, token)) && NatureOf(view, token).word) {
        ++name.begin;
        person = FindPerson(view, name, false, syntax);
      }
      // "AIDES MOURN SOWANDE", "CLEMENS OUTDUELS": in capitals a verb that no list has is a name
      // too.
      constexpr TokenIndex kLongestHeadline = 20;  // a table in capitals is longer
      if (!person.valid() && name.size() > 1 && view.headline && view.At(token).Has(kAllCaps) &&
          !view.At(token).Hints(kInDictionary) &&
          sentence.end - sentence.begin <= kLongestHeadline) {
        name = {token, token + 1};
        end = token + 1;
        person = FindPerson(view, name, false, syntax);
      }
      // "the first Black woman"
      const Word& only = view.At(name.begin);
      const bool adjective = name.size() == 1 && only.adjective_count > 0 && end < sentence.end &&
                             IsNounAlone(view.At(end)) && !view.At(end).Is(kVerb);
      if (person.valid() && !adjective) {
        name = WithParticles(view, name);
        const uint32_t index = static_cast<uint32_t>(syntax.names.size());
        syntax.names.push_back({name, name, person});
        for (TokenIndex covered = name.begin; covered < end; ++covered)
          syntax.name_at[covered] = index;
      }
      token = end;
      continue;
    }
    ++token;
  }
}

void NameFinder::Run(const WordTable& words, const Layers& layers, std::string_view date,
                     Syntax& syntax) const {
  syntax.people.clear();
  syntax.names.clear();
  syntax.name_at.assign(layers.tokens.size(), Syntax::kNone);
  IndexHits(layers, syntax);
  const View view{words, layers, syntax, date,
                  std::vector<uint8_t>(layers.tokens.size(), View::kUnasked)};
  Survey survey;
  for (const Sentence& sentence : layers.sentences) {
    view.sentence = sentence.begin;
    view.headline = sentence.headline || IsInCapitals(view, sentence);
    FindStrongNames(view, sentence, survey, syntax);
  }
  if (syntax.people.empty()) return;
  for (const Sentence& sentence : layers.sentences) {
    view.sentence = sentence.begin;
    view.headline = sentence.headline || IsInCapitals(view, sentence);
    FindStoryNames(view, sentence, syntax);
  }
  DescribeAtHome(view, syntax);
}

}  // namespace telex
