#include "pipeline/language/names.h"

#include <algorithm>
#include <array>
#include <bit>

namespace telex {
namespace {

constexpr TokenIndex kMostNameWords = 7;
constexpr size_t kMostPeopleBack = 300;  // a name is looked for among these; keeps the work linear in the story
constexpr int kMostTitleWords = 3;  // capitalised words before an office that may belong to it

constexpr uint64_t Bit(SlotKind kind) { return 1ull << static_cast<int>(kind); }

// What kind of slot a lexicon entry can fill in a name rule, as bits; 0 where none.
uint64_t KindsOf(EntryKind kind) {
  switch (kind) {
    case EntryKind::kCountry:
    case EntryKind::kNationality:
    case EntryKind::kCapital:
    case EntryKind::kSeat:
      return Bit(SlotKind::kCountry);
    case EntryKind::kOffice: return Bit(SlotKind::kOffice);
    case EntryKind::kOfficeModifier: return Bit(SlotKind::kModifier);
    case EntryKind::kHonorific: return Bit(SlotKind::kHonorific);
    case EntryKind::kOrganization: return Bit(SlotKind::kOrganization);
    default: return 0;
  }
}

struct FirstSet {
  uint64_t kinds = 0;
  std::vector<const WordSet*> words;
};

// Collects what can come first; returns true where the sequence may also be empty.
bool CollectFirst(const Phrase& phrase, FirstSet& first) {
  for (const PhraseElement& element : phrase) {
    bool empty = element.optional;
    switch (element.kind) {
      case PhraseElement::Kind::kSlot: first.kinds |= Bit(element.slot.kind); break;
      case PhraseElement::Kind::kWord: first.words.push_back(&element.words); break;
      case PhraseElement::Kind::kGap: empty = true; break;
      case PhraseElement::Kind::kGroup:
        for (const Phrase& alternative : element.alternatives) empty |= CollectFirst(alternative, first);
        break;
    }
    if (!empty) return false;
  }
  return true;
}

}  // namespace

struct NameFinder::View {
  const WordTable& words;
  const Layers& layers;
  const Syntax& syntax;
  std::string_view date;
  // The last answers of NameRun: the rules that are tried at a token ask for the same few.
  struct Run {
    TokenIndex begin = 0, limit = 0, end = 0;
  };
  mutable std::array<Run, 16> runs = {};
  mutable TokenIndex sentence = 0;  // where the sentence at hand begins

  const Word& At(TokenIndex token) const { return words[layers.tokens[token].word]; }
};

// What one sentence has of what patterns need. Most sentences lack something for most patterns ("ambassador", an office
// at all), which are then not tried at any of its tokens.
struct NameFinder::Survey {
  std::array<TokenIndex, 64> last = {};  // by slot kind: behind the last token where a lexicon hit of the kind starts
  std::vector<const Pattern*> patterns;  // those that the sentence has something for
};

NameFinder::NameFinder(const RuleSet& rules, const TermFlags& flags)
    : rules_(rules), flags_(flags), start_words_(rules.vocabulary.size(), false), needed_words_(rules.vocabulary.size(), 0) {
  for (const NameRule& rule : rules.names)
    for (const Phrase& phrase : rule.phrases) AddPattern(phrase);
}

void NameFinder::AddPattern(const Phrase& phrase) {
  FirstSet first;
  CollectFirst(phrase, first);
  for (const WordSet* set : first.words) {
    for (TermId term : set->lemmas) start_words_[term.value()] = true;
    for (TermId term : set->exact) start_words_[term.value()] = true;
  }
  Pattern pattern;
  pattern.phrase = &phrase;
  pattern.kinds = first.kinds;
  pattern.starts_with_word = !first.words.empty();
  for (const PhraseElement& element : phrase) {
    if (element.optional) continue;
    if (element.kind == PhraseElement::Kind::kSlot && element.slot.kind != SlotKind::kName)
      pattern.needed_kinds |= Bit(element.slot.kind);
    if (element.kind != PhraseElement::Kind::kWord || !element.words.regexes.empty()) continue;
    const auto same = [&](const WordSet* set) {
      return set->lemmas == element.words.lemmas && set->exact == element.words.exact;
    };
    const auto known = std::find_if(needed_sets_.begin(), needed_sets_.end(), same);
    const size_t set = static_cast<size_t>(known - needed_sets_.begin());
    if (set == 64) continue;
    if (known == needed_sets_.end()) needed_sets_.push_back(&element.words);
    pattern.needed_words |= 1ull << set;
    for (TermId term : element.words.lemmas) needed_words_[term.value()] |= 1ull << set;
    for (TermId term : element.words.exact) needed_words_[term.value()] |= 1ull << set;
  }
  size_t name = 0;
  while (name < phrase.size() && phrase[name].kind == PhraseElement::Kind::kSlot && phrase[name].optional)
    pattern.lead_kinds |= Bit(phrase[name++].slot.kind);
  const bool fixed = name + 1 < phrase.size() && phrase[name].kind == PhraseElement::Kind::kSlot && !phrase[name].optional &&
                     phrase[name].slot.kind == SlotKind::kName && phrase[name + 1].kind == PhraseElement::Kind::kWord &&
                     !phrase[name + 1].optional;
  if (fixed) pattern.after_name = &phrase[name + 1].words;
  patterns_.push_back(pattern);
}

void NameFinder::Look(const View& view, const Sentence& sentence, Survey& survey) const {
  survey.last.fill(sentence.begin);
  uint64_t words = 0, kinds = 0;
  const auto note = [&](TermId term) {
    if (term.valid()) words |= needed_words_[term.value()];
  };
  const std::vector<LexiconHit>& hits = view.layers.lexicon_hits;
  for (TokenIndex token = sentence.begin; token < sentence.end; ++token) {
    const Word& word = view.At(token);
    if (word.Hints(kInNameRule)) {
      note(word.term);
      note(word.noun_lemma);
      note(word.verb_lemma);
    }
    for (uint32_t hit = view.syntax.first_hit[token]; hit < hits.size() && hits[hit].begin == token; ++hit) {
      const uint64_t kind = KindsOf(rules_.lexicon.entries[hits[hit].entry.value()].kind);
      kinds |= kind;
      if (kind) survey.last[static_cast<size_t>(std::countr_zero(kind))] = token + 1;
    }
  }
  survey.patterns.clear();
  for (const Pattern& pattern : patterns_)
    if (!(pattern.needed_kinds & ~kinds) && !(pattern.needed_words & ~words)) survey.patterns.push_back(&pattern);
}

// False where a look at what `token` starts and at what the sentence still has tells that `pattern` does not match here.
bool NameFinder::MayMatch(const View& view, const Pattern& pattern, const Survey& survey, TokenIndex token, uint64_t kinds,
                          TokenIndex limit) const {
  for (uint64_t needed = pattern.needed_kinds; needed != 0; needed &= needed - 1)
    if (survey.last[static_cast<size_t>(std::countr_zero(needed))] <= token) return false;
  if (!pattern.after_name || (kinds & pattern.lead_kinds)) return true;
  const TokenIndex end = NameRun(view, token, limit);
  return end > token && end < limit && Matches(*pattern.after_name, view.At(end));
}

void NameFinder::IndexHits(const Layers& layers, Syntax& syntax) const {
  syntax.first_hit.assign(layers.tokens.size(), Syntax::kNone);
  for (size_t i = layers.lexicon_hits.size(); i-- > 0;)
    syntax.first_hit[layers.lexicon_hits[i].begin] = static_cast<uint32_t>(i);
  syntax.date_at.assign(layers.tokens.size(), Syntax::kNone);
  for (size_t i = 0; i < layers.dates.size(); ++i)
    for (TokenIndex token = layers.dates[i].begin; token < layers.dates[i].end; ++token)
      syntax.date_at[token] = static_cast<uint32_t>(i);
}

uint64_t NameFinder::KindsAt(const View& view, TokenIndex token, TokenIndex limit) const {
  uint64_t kinds = 0;
  const std::vector<LexiconHit>& hits = view.layers.lexicon_hits;
  for (uint32_t hit = view.syntax.first_hit[token]; hit < hits.size() && hits[hit].begin == token; ++hit)
    kinds |= KindsOf(rules_.lexicon.entries[hits[hit].entry.value()].kind);
  if (NameRun(view, token, limit) > token) kinds |= Bit(SlotKind::kName);
  return kinds;
}

// "al-Assad": a particle and a name in one word.
bool NameFinder::HasParticle(const Word& word) const {
  return word.Has(kHyphenated) && flags_.Has(word.hyphen_left, kNameParticle);
}

bool NameFinder::IsGivenName(const View& view, TokenIndex token) const {
  const std::vector<LexiconHit>& hits = view.layers.lexicon_hits;
  for (uint32_t hit = view.syntax.first_hit[token]; hit < hits.size() && hits[hit].begin == token; ++hit)
    if (rules_.lexicon.entries[hits[hit].entry.value()].kind == EntryKind::kGivenName) return true;
  return false;
}

// How far a run of name words goes that starts at `begin`: capitalised words that are not titles, states or bodies,
// with the particles and initials inside a name.
TokenIndex NameFinder::NameRun(const View& view, TokenIndex begin, TokenIndex limit) const {
  View::Run& run = view.runs[begin % view.runs.size()];
  if (begin != run.begin || limit != run.limit) run = {begin, limit, ScanNameRun(view, begin, limit)};
  return run.end;
}

TokenIndex NameFinder::ScanNameRun(const View& view, TokenIndex begin, TokenIndex limit) const {
  const std::vector<LexiconHit>& hits = view.layers.lexicon_hits;
  limit = std::min(limit, begin + kMostNameWords);
  TokenIndex end = begin;
  for (TokenIndex token = begin; token < limit; ++token) {
    const Word& word = view.At(token);
    // "Elsewhere, the leader …": the sentence owes the capital to a word that is no name.
    if (token == view.sentence && word.Is(kAdverb) && !(token + 1 < limit && view.At(token + 1).Has(kCapital))) break;
    if (!word.Has(kCapital) && !HasParticle(word)) {
      const bool inside = token > begin && flags_.Has(word.term, kNameParticle) && token + 1 < limit &&
                          (view.At(token + 1).Has(kCapital) || flags_.Has(view.At(token + 1).term, kNameParticle));
      if (!inside) break;
      continue;
    }
    if (word.Has(kAddress) || view.syntax.date_at[token] != Syntax::kNone) break;
    const ClassSet function = word.classes & ~(kNoun | kPlural | kName | kVerb | kAdjective | kAdverb | kNumber);
    const bool particle = flags_.Has(word.term, kNameParticle);
    const bool inner_modal = token > begin && (function & kModal);  // "Theresa May"
    if (function && !particle && !word.Has(kInitial) && !inner_modal) break;
    uint64_t kinds = 0;
    bool given = false, place = false, organization_noun = flags_.Has(word.noun_lemma, kOrganizationNoun);
    TokenIndex listed = token;
    for (uint32_t hit = view.syntax.first_hit[token]; hit < hits.size() && hits[hit].begin == token; ++hit) {
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
    if (kinds && !given && !word.Has(kInitial) && !(place && token > begin && IsGivenName(view, token - 1))) break;
    end = token + 1;
  }
  if (end > begin && end + 1 < limit && view.At(end).Is(kComma) && flags_.Has(view.At(end + 1).term, kNameSuffix))
    end += 2;
  return end;
}

// Where the portfolio behind an office ends that no list has: "Minister of Refugees and Repatriations" before a given name.
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

template <class Try>
bool NameFinder::SlotEnds(const View& view, const Slot& slot, TokenIndex token, TokenIndex limit,
                          const Try& try_end) const {
  if (slot.kind == SlotKind::kName) {
    const TokenIndex end = NameRun(view, token, limit);
    return end > token && try_end(end);
  }
  const std::vector<LexiconHit>& hits = view.layers.lexicon_hits;
  TokenIndex tried = token;
  for (uint32_t hit = view.syntax.first_hit[token]; hit < hits.size() && hits[hit].begin == token; ++hit) {
    if (hits[hit].end == tried) continue;
    if (!(KindsOf(rules_.lexicon.entries[hits[hit].entry.value()].kind) & Bit(slot.kind))) continue;
    tried = hits[hit].end;
    if (slot.kind == SlotKind::kOffice) {
      const TokenIndex portfolio = PortfolioEnd(view, tried, limit);
      if (portfolio > tried && try_end(portfolio)) return true;
    }
    if (try_end(tried)) return true;
  }
  return false;
}

void NameFinder::FindStrongNames(const View& view, const Sentence& sentence, Survey& survey, Syntax& syntax) const {
  Look(view, sentence, survey);
  const auto ends = [&](const Slot& slot, TokenIndex token, const auto& try_end) {
    return SlotEnds(view, slot, token, sentence.end, try_end);
  };
  PhraseMatch match(view.layers.tokens, view.words, sentence.end, ends);
  for (TokenIndex token = sentence.begin; token < sentence.end;) {
    const Word& word = view.At(token);
    const bool may_start = word.Hints(kInNameRule) && word.term.valid() && start_words_[word.term.value()];
    const uint64_t kinds = word.Has(kCapital) || HasParticle(word) || view.syntax.first_hit[token] != Syntax::kNone
                               ? KindsAt(view, token, sentence.end)
                               : 0;
    TokenIndex longest = token;
    std::vector<PhraseBinding> bindings;
    if (kinds || may_start) {
      for (const Pattern* pattern : survey.patterns) {
        if (!(pattern->kinds & kinds) && !(pattern->starts_with_word && may_start)) continue;
        if (!MayMatch(view, *pattern, survey, token, kinds, sentence.end)) continue;
        if (match.At(*pattern->phrase, token) && match.end() > longest) {
          longest = match.end();
          bindings = match.bindings();
        }
      }
    }
    if (longest > token) {
      TokenRange name;
      for (const PhraseBinding& binding : bindings)
        if (binding.slot.kind == SlotKind::kName) name = binding.range;
      if (!name.empty() && AddMention(view, {token, longest}, name, bindings, syntax)) {
        token = longest;
        continue;
      }
    }
    if (kinds & Bit(SlotKind::kName)) {
      const TokenIndex end = NameRun(view, token, sentence.end);
      bool strong = false;
      const std::vector<LexiconHit>& hits = view.layers.lexicon_hits;
      for (uint32_t hit = view.syntax.first_hit[token]; hit < hits.size() && hits[hit].begin == token; ++hit) {
        const EntryKind kind = rules_.lexicon.entries[hits[hit].entry.value()].kind;
        strong |= kind == EntryKind::kPerson || (kind == EntryKind::kGivenName && end - token > 1);
      }
      // An initial in the middle ("John Q. Citizen") is a person's.
      for (TokenIndex inner = token; inner + 1 < end; ++inner) strong |= inner > token && view.At(inner).Has(kInitial);
      if (strong && AddMention(view, {token, end}, {token, end}, {}, syntax)) {
        token = end;
        continue;
      }
      token = std::max(end, token + 1);
      continue;
    }
    ++token;
  }
}

void NameFinder::FindStoryNames(const View& view, const Sentence& sentence, Syntax& syntax) const {
  for (TokenIndex token = sentence.begin; token < sentence.end;) {
    if (syntax.name_at[token] != Syntax::kNone) {
      token = syntax.names[syntax.name_at[token]].range.end;
      continue;
    }
    const TokenIndex end = view.At(token).Has(kCapital) || HasParticle(view.At(token)) ? NameRun(view, token, sentence.end) : token;
    if (end > token) {
      const PersonId person = FindPerson(view, {token, end}, false, syntax);
      if (person.valid()) {
        const uint32_t index = static_cast<uint32_t>(syntax.names.size());
        syntax.names.push_back({{token, end}, {token, end}, person});
        for (TokenIndex covered = token; covered < end; ++covered) syntax.name_at[covered] = index;
      }
      token = end;
      continue;
    }
    ++token;
  }
}

// Where the words of a name end that tell people apart: "Joseph R. Biden, Jr." without ", Jr.".
TokenIndex NameFinder::BeforeSuffix(const View& view, TokenRange name) const {
  TokenIndex end = name.end;
  if (end > name.begin + 1 && flags_.Has(view.At(end - 1).term, kNameSuffix)) --end;
  if (end > name.begin + 1 && view.At(end - 1).Is(kComma)) --end;
  return end;
}

// The person that a name belongs to: same words, or one name is part of the other. A surname alone prefers the person
// named last. `strong` names may lengthen the person's name, weak ones may not.
PersonId NameFinder::FindPerson(const View& view, TokenRange name, bool strong, const Syntax& syntax) const {
  const auto bare = [&](WordId id) {  // "Assad" of "al-Assad"
    const std::string_view folded = view.words.folded(id);
    return HasParticle(view.words[id]) ? folded.substr(folded.find('-') + 1) : folded;
  };
  const auto same = [&](WordId a, WordId b) { return a == b || bare(a) == bare(b); };
  const TokenIndex words_end = BeforeSuffix(view, name);
  PersonId found;
  const size_t oldest = syntax.people.size() > kMostPeopleBack ? syntax.people.size() - kMostPeopleBack : 0;
  for (size_t p = syntax.people.size(); p-- > oldest;) {
    const StoryPerson& person = syntax.people[p];
    const size_t mine = words_end - name.begin, theirs = person.words.size();
    const size_t common = std::min(mine, theirs);
    bool tail = true;  // the shorter one ends the longer one: "Fidan", "Hakan Fidan"
    for (size_t i = 0; i < common && tail; ++i)
      tail = same(view.layers.tokens[words_end - 1 - i].word, person.words[theirs - 1 - i]);
    if (tail && (strong || mine <= theirs)) return PersonId(p);
    if (found.valid()) continue;
    if (mine < theirs) {  // part of the longer one: "Mohammed bin Salman" of "Mohammed bin Salman Al Saud"
      for (size_t start = 0; start + mine <= theirs; ++start) {
        if (mine == 1 && start == 0 && theirs > 1 && strong) continue;
        bool part = true;
        for (size_t i = 0; i < mine && part; ++i)
          part = same(view.layers.tokens[name.begin + i].word, person.words[start + i]);
        if (part) found = PersonId(p);
      }
    } else if (strong && theirs > 1 && mine > theirs) {
      bool head = true;
      for (size_t i = 0; i < theirs && head; ++i)
        head = same(view.layers.tokens[name.begin + i].word, person.words[i]);
      if (head) found = PersonId(p);
    }
  }
  return found;
}

void NameFinder::DescribeListed(const View& view, uint32_t listed, StoryPerson& person) const {
  const Person& entry = rules_.lexicon.people[listed];
  person.listed = listed;
  if (person.country == StoryPerson::kNone) {
    auto country = rules_.lexicon.country_by_code.find(entry.country);
    if (country != rules_.lexicon.country_by_code.end()) person.country = country->second;
  }
  if (person.office != StoryPerson::kNone) return;
  for (const Tenure& tenure : entry.tenures) {
    const bool after = view.date.empty() || tenure.from.empty() || view.date.substr(0, tenure.from.size()) >= tenure.from;
    const bool before = view.date.empty() ? tenure.to.empty()
                                          : tenure.to.empty() || view.date.substr(0, tenure.to.size()) <= tenure.to;
    if (!after || !before) continue;
    for (size_t office = 0; office < rules_.lexicon.offices.size(); ++office)
      if (rules_.lexicon.offices[office].name == tenure.office) person.office = static_cast<uint32_t>(office);
  }
}

// The state or body right before an unlisted office is that of its holder.
void NameFinder::DescribeByNeighbour(const View& view, TokenIndex begin, StoryPerson& person) const {
  const std::vector<LexiconHit>& hits = view.layers.lexicon_hits;
  const auto near = std::lower_bound(hits.begin(), hits.end(), begin > kMostNameWords ? begin - kMostNameWords : 0,
                                     [](const LexiconHit& a, TokenIndex b) { return a.begin < b; });
  for (auto hit = near; hit != hits.end() && hit->begin < begin; ++hit) {
    if (hit->end != begin) continue;
    const LexiconEntry& entry = rules_.lexicon.entries[hit->entry.value()];
    if ((KindsOf(entry.kind) & Bit(SlotKind::kCountry)) && person.country == StoryPerson::kNone) person.country = entry.index;
    if (entry.kind == EntryKind::kOrganization && person.organization == StoryPerson::kNone) person.organization = entry.index;
  }
}

void NameFinder::Describe(const View& view, const std::vector<PhraseBinding>& bindings, StoryPerson& person) const {
  TokenRange title;
  uint32_t office = StoryPerson::kNone, country = StoryPerson::kNone, organization = StoryPerson::kNone;
  for (const PhraseBinding& binding : bindings) {
    const std::vector<LexiconHit>& hits = view.layers.lexicon_hits;
    for (uint32_t hit = view.syntax.first_hit[binding.range.begin];
         hit < hits.size() && hits[hit].begin == binding.range.begin; ++hit) {
      if (hits[hit].end != binding.range.end) continue;
      const LexiconEntry& entry = rules_.lexicon.entries[hits[hit].entry.value()];
      if (!(KindsOf(entry.kind) & Bit(binding.slot.kind))) continue;
      if (binding.slot.kind == SlotKind::kOffice && office == StoryPerson::kNone) office = entry.index;
      if (binding.slot.kind == SlotKind::kCountry && country == StoryPerson::kNone) country = entry.index;
      if (binding.slot.kind == SlotKind::kOrganization && organization == StoryPerson::kNone)
        organization = entry.index;
    }
    if (binding.slot.kind == SlotKind::kOffice || binding.slot.kind == SlotKind::kModifier) {
      if (title.empty()) title = binding.range;
      if (binding.range.begin <= title.end + 1) title.end = binding.range.end;
    }
  }
  if (person.office == StoryPerson::kNone) person.office = office;
  if (person.country == StoryPerson::kNone) person.country = country;
  if (person.organization == StoryPerson::kNone) person.organization = organization;
  if (title.size() > person.title.size()) person.title = title;
}

// A name without what stands before it and is none: "King" of "King Charles III", "Trade Representative" before a given
// name.
TokenRange NameFinder::Bare(const View& view, TokenRange name) const {
  const std::vector<LexiconHit>& hits = view.layers.lexicon_hits;
  for (uint32_t hit = view.syntax.first_hit[name.begin]; hit < hits.size() && hits[hit].begin == name.begin; ++hit) {
    const EntryKind kind = rules_.lexicon.entries[hits[hit].entry.value()].kind;
    const bool before = (KindsOf(kind) & (Bit(SlotKind::kOffice) | Bit(SlotKind::kHonorific) | Bit(SlotKind::kCountry))) != 0;
    if (before && hits[hit].end < name.end && !IsGivenName(view, name.begin))
      return Bare(view, {hits[hit].end, name.end});
  }
  // "King Charles III" as a form of "Charles III".
  for (uint32_t hit = view.syntax.first_hit[name.begin]; hit < hits.size() && hits[hit].begin == name.begin; ++hit) {
    const LexiconEntry& entry = rules_.lexicon.entries[hits[hit].entry.value()];
    if (entry.kind != EntryKind::kPerson) continue;
    const std::string_view full = rules_.lexicon.people[entry.index].name;
    const auto words = static_cast<TokenIndex>(1 + std::count(full.begin(), full.end(), ' '));
    const std::string_view first = full.substr(0, full.find(' '));
    if (words < name.size() && view.words.surface(view.layers.tokens[name.end - words].word) == first)
      return {name.end - words, name.end};
  }
  // "Trade Representative Dolores …": a word for people of rank that is no name ends the title.
  for (TokenIndex token = name.begin; token + 1 < name.end; ++token) {
    if (IsGivenName(view, token)) break;
    if (token > name.begin && flags_.Has(view.At(token).noun_lemma, kPeopleNoun)) return {token + 1, name.end};
  }
  for (TokenIndex token = name.begin; token + 1 < name.end; ++token) {
    const Word& word = view.At(token);
    if (token > name.begin && IsGivenName(view, token)) return {token, name.end};
    if (IsGivenName(view, token) || word.noun_count + word.verb_count + word.adjective_count == 0) break;
  }
  return name;
}

bool NameFinder::AddMention(const View& view, TokenRange range, TokenRange name,
                            const std::vector<PhraseBinding>& bindings, Syntax& syntax) const {
  const TokenRange written = name;
  name = Bare(view, name);
  PersonId person = FindPerson(view, name, true, syntax);
  if (!person.valid()) {
    person = PersonId(syntax.people.size());
    syntax.people.emplace_back();
    syntax.people.back().first = range.begin;
  }
  StoryPerson& entry = syntax.people[person.value()];
  if (BeforeSuffix(view, name) - name.begin > entry.words.size()) {
    entry.name = name;
    entry.words.clear();
    for (TokenIndex token = name.begin; token < BeforeSuffix(view, name); ++token)
      entry.words.push_back(view.layers.tokens[token].word);
  }
  Describe(view, bindings, entry);
  // "U.S. Trade Representative Dolores …": an office, or a part of one, that no list has.
  if (entry.title.empty() && written.begin < name.begin) entry.title = {written.begin, name.begin};
  for (uint32_t hit = syntax.first_hit[written.begin]; written.begin < name.begin && hit < view.layers.lexicon_hits.size() &&
                                                       view.layers.lexicon_hits[hit].begin == written.begin;
       ++hit)
    DescribeByNeighbour(view, view.layers.lexicon_hits[hit].end, entry);
  TokenIndex title = std::min(range.begin, written.begin);
  for (int words = 0; words < kMostTitleWords && entry.country == StoryPerson::kNone && entry.organization == StoryPerson::kNone;
       ++words) {
    if (title <= view.sentence) break;
    DescribeByNeighbour(view, title, entry);
    if ( !view.At(title - 1).Has(kCapital) || syntax.name_at[title - 1] != Syntax::kNone) break;
    --title;
  }
  const std::vector<LexiconHit>& hits = view.layers.lexicon_hits;
  for (uint32_t hit = view.syntax.first_hit[name.begin]; hit < hits.size() && hits[hit].begin == name.begin; ++hit) {
    const LexiconEntry& lexicon = rules_.lexicon.entries[hits[hit].entry.value()];
    if (lexicon.kind == EntryKind::kPerson && entry.listed == StoryPerson::kNone)
      DescribeListed(view, lexicon.index, entry);
  }
  const uint32_t index = static_cast<uint32_t>(syntax.names.size());
  syntax.names.push_back({range, name, person});
  for (TokenIndex token = range.begin; token < range.end; ++token) syntax.name_at[token] = index;
  return true;
}

// An office without a state is one at home, where the story was written.
void NameFinder::DescribeAtHome(const View& view, Syntax& syntax) const {
  uint32_t home = StoryPerson::kNone;
  const Dateline& dateline = view.layers.dateline;
  for (const LexiconHit& hit : view.layers.lexicon_hits) {
    if (hit.begin >= dateline.end) break;
    if (hit.begin < dateline.begin || home != StoryPerson::kNone) continue;
    const LexiconEntry& entry = rules_.lexicon.entries[hit.entry.value()];
    if (KindsOf(entry.kind) & Bit(SlotKind::kCountry)) home = entry.index;
  }
  for (StoryPerson& person : syntax.people) {
    const bool untold = person.country == StoryPerson::kNone && person.organization == StoryPerson::kNone &&
                        person.listed == StoryPerson::kNone;
    if (untold && person.office != StoryPerson::kNone) person.country = home;
  }
}

void NameFinder::Run(const WordTable& words, const Layers& layers, std::string_view date, Syntax& syntax) const {
  syntax.people.clear();
  syntax.names.clear();
  syntax.name_at.assign(layers.tokens.size(), Syntax::kNone);
  IndexHits(layers, syntax);
  const View view{words, layers, syntax, date};
  Survey survey;
  for (const Sentence& sentence : layers.sentences) {
    view.sentence = sentence.begin;
    FindStrongNames(view, sentence, survey, syntax);
  }
  if (syntax.people.empty()) return;
  for (const Sentence& sentence : layers.sentences) {
    view.sentence = sentence.begin;
    FindStoryNames(view, sentence, syntax);
  }
  DescribeAtHome(view, syntax);
}

}  // namespace telex
