// The people of a story: to whom a name belongs, and what the text and the lexicon tell of him.
#include <algorithm>

#include "pipeline/language/names_view.h"

namespace telex {
namespace {

constexpr size_t kMostPeopleBack =
    300;  // a name is looked for among these; keeps the work linear in the story
constexpr int kMostTitleWords = 3;       // capitalised words before an office that may belong to it
constexpr TokenIndex kMostHitWords = 7;  // of a lexicon phrase that ends at a title

// Whether somebody held the office on `date`; without a date, whether he holds it still.
bool Covers(const Tenure& tenure, std::string_view date) {
  if (date.empty()) return tenure.to.empty();
  return (tenure.from.empty() || date.substr(0, tenure.from.size()) >= tenure.from) &&
         (tenure.to.empty() || date.substr(0, tenure.to.size()) <= tenure.to);
}

}  // namespace

// "J.", "J.R."
bool NameFinder::IsInitials(const Word& word) {
  return word.Has(kInitial) || (word.Has(kAbbreviation) && word.Has(kAllCaps));
}

// How much of somebody's name this is: an initial is half a word.
size_t NameFinder::Fullness(const View& view, TokenRange name) {
  size_t halves = 0;
  for (TokenIndex token = name.begin; token < name.end; ++token)
    halves += IsInitials(view.At(token)) ? 1 : 2;
  return halves;
}

// Where the words of a name end that tell people apart: "Joseph R. Biden, Jr." without ", Jr.".
TokenIndex NameFinder::BeforeSuffix(const View& view, TokenRange name) const {
  TokenIndex end = name.end;
  if (end > name.begin + 1 && flags_.Has(view.At(end - 1).term, kNameSuffix)) --end;
  if (end > name.begin + 1 && view.At(end - 1).Is(kComma)) --end;
  return end;
}

uint64_t NameFinder::KeySetOf(const View& view, TokenRange name) {
  uint64_t keys = 0;
  for (TokenIndex token = name.begin; token < name.end; ++token)
    if (!IsInitials(view.At(token))) keys |= uint64_t{1} << (view.At(token).name_key & 63);
  return keys;
}

// The person that a name belongs to: same words, or one name is part of the other. An initial is
// the name that it begins ("S. Marek" of "Sona Marek"), or may be left out ("Sona B. Marek"). A
// surname alone prefers the person named last. `strong` names may lengthen the person's name, weak
// ones may not.
PersonId NameFinder::FindPerson(const View& view, TokenRange name, bool strong,
                                const Syntax& syntax) const {
  const auto same = [&](WordId a, WordId b) {
    const Word &one = view.words[a], &other = view.words[b];
    return a == b || (one.name_key == other.name_key &&
                      view.words.bare_name(one) == view.words.bare_name(other));
  };
  // Whether the shorter of two names ends the longer one: "Fidan", "Hakan Fidan".
  const auto ends_alike = [&](TokenRange mine, const std::vector<WordId>& theirs) {
    TokenIndex i = mine.end;
    size_t k = theirs.size();
    while (i > mine.begin && k > 0) {
      const WordId a = view.layers.tokens[i - 1].word, b = theirs[k - 1];
      const bool brief = IsInitials(view.words[a]), their_brief = IsInitials(view.words[b]);
      const bool first = i == mine.begin + 1 && mine.size() > 1;
      const bool their_first = k == 1 && theirs.size() > 1;
      if (same(a, b) || ((brief || their_brief) && (first || their_first) && i < mine.end &&
                         view.words.folded(a)[0] == view.words.folded(b)[0])) {
        --i, --k;
      } else if (brief && !first && i < mine.end) {
        --i;
      } else if (their_brief && !their_first && k < theirs.size()) {
        --k;
      } else {
        return false;
      }
    }
    return true;
  };
  const TokenIndex words_end = BeforeSuffix(view, name);
  const uint64_t key_set = KeySetOf(view, {name.begin, words_end});
  PersonId found;
  const size_t oldest =
      syntax.people.size() > kMostPeopleBack ? syntax.people.size() - kMostPeopleBack : 0;
  for (size_t p = syntax.people.size(); p-- > oldest;) {
    const StoryPerson& person = syntax.people[p];
    // One name must have all words of the other.
    if ((key_set & ~person.key_set) && (!strong || (person.key_set & ~key_set))) continue;
    const size_t mine = words_end - name.begin, theirs = person.words.size();
    if ((strong || mine <= theirs) && ends_alike({name.begin, words_end}, person.words))
      return PersonId(p);
    if (found.valid()) continue;
    if (mine <
        theirs) {  // part of the longer one: "Mohammed bin Salman" of "Mohammed bin Salman Al Saud"
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

bool NameFinder::HeldOffice(const View& view, uint32_t listed) const {
  const std::vector<Tenure>& tenures = rules_.lexicon.people[listed].tenures;
  return std::any_of(tenures.begin(), tenures.end(),
                     [&](const Tenure& tenure) { return Covers(tenure, view.date); });
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
    if (!Covers(tenure, view.date)) continue;
    for (size_t office = 0; office < rules_.lexicon.offices.size(); ++office)
      if (rules_.lexicon.offices[office].name == tenure.office)
        person.office = static_cast<uint32_t>(office);
  }
}

// The state or body right before an unlisted office is that of its holder.
void NameFinder::DescribeByNeighbour(const View& view, TokenIndex begin,
                                     StoryPerson& person) const {
  const std::vector<LexiconHit>& hits = view.layers.lexicon_hits;
  const auto near =
      std::lower_bound(hits.begin(), hits.end(), begin > kMostHitWords ? begin - kMostHitWords : 0,
                       [](const LexiconHit& a, TokenIndex b) { return a.begin < b; });
  for (auto hit = near; hit != hits.end() && hit->begin < begin; ++hit) {
    if (hit->end != begin) continue;
    const LexiconEntry& entry = rules_.lexicon.entries[hit->entry.value()];
    if ((KindsOf(entry.kind) & Bit(SlotKind::kCountry)) && person.country == StoryPerson::kNone)
      person.country = entry.index;
    if (entry.kind == EntryKind::kOrganization && person.organization == StoryPerson::kNone)
      person.organization = entry.index;
  }
}

void NameFinder::Describe(const View& view, const PhraseBindings& bindings,
                          StoryPerson& person) const {
  TokenRange title;
  uint32_t office = StoryPerson::kNone, country = StoryPerson::kNone,
           organization = StoryPerson::kNone;
  for (const PhraseBinding& binding : bindings) {
    const std::vector<LexiconHit>& hits = view.layers.lexicon_hits;
    for (uint32_t hit = view.syntax.first_hit[binding.range.begin];
         hit < hits.size() && hits[hit].begin == binding.range.begin; ++hit) {
      if (hits[hit].end != binding.range.end) continue;
      const LexiconEntry& entry = rules_.lexicon.entries[hits[hit].entry.value()];
      if (!(KindsOf(entry.kind) & Bit(binding.slot.kind))) continue;
      if (binding.slot.kind == SlotKind::kOffice && office == StoryPerson::kNone)
        office = entry.index;
      if (binding.slot.kind == SlotKind::kCountry && country == StoryPerson::kNone)
        country = entry.index;
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

// A name without what stands before it and is none: "King" of "King Charles III", "Trade
// Representative" before a given name.
TokenRange NameFinder::Bare(const View& view, TokenRange name) const {
  const std::vector<LexiconHit>& hits = view.layers.lexicon_hits;
  for (uint32_t hit = view.syntax.first_hit[name.begin];
       hit < hits.size() && hits[hit].begin == name.begin; ++hit) {
    const EntryKind kind = hits[hit].kind;
    const bool before = (KindsOf(kind) & (Bit(SlotKind::kOffice) | Bit(SlotKind::kHonorific) |
                                          Bit(SlotKind::kCountry))) != 0;
    if (before && hits[hit].end < name.end && !IsGivenName(view, name.begin))
      return Bare(view, {hits[hit].end, name.end});
  }
  // "King Charles III" as a form of "Charles III".
  for (uint32_t hit = view.syntax.first_hit[name.begin];
       hit < hits.size() && hits[hit].begin == name.begin; ++hit) {
    const LexiconEntry& entry = rules_.lexicon.entries[hits[hit].entry.value()];
    if (entry.kind != EntryKind::kPerson) continue;
    const std::string_view full = rules_.lexicon.people[entry.index].name;
    const auto words = static_cast<TokenIndex>(1 + std::count(full.begin(), full.end(), ' '));
    const std::string_view first = full.substr(0, full.find(' '));
    if (words < name.size() &&
        view.words.surface(view.layers.tokens[name.end - words].word) == first)
      return {name.end - words, name.end};
  }
  // "Trade Representative Dolores …": a word for people of rank that is no name ends the title.
  for (TokenIndex token = name.begin; token + 1 < name.end; ++token) {
    if (IsGivenName(view, token)) break;
    if (token > name.begin && flags_.Has(view.At(token).noun_lemma, kPeopleNoun))
      return {token + 1, name.end};
  }
  for (TokenIndex token = name.begin; token + 1 < name.end; ++token) {
    const Word& word = view.At(token);
    if (token > name.begin && IsGivenName(view, token)) return {token, name.end};
    if (IsGivenName(view, token) || word.noun_count + word.verb_count + word.adjective_count == 0)
      break;
  }
  return name;
}

// "van der Laan" of the run "Laan", and "Earl T. Jefferson" of a title and a name with an initial
// first.
TokenRange NameFinder::WithParticles(const View& view, TokenRange name) const {
  const auto free = [&](TokenIndex token) { return view.syntax.name_at[token] == Syntax::kNone; };
  while (name.begin > view.sentence && free(name.begin - 1) &&
         HasCue(view.At(name.begin - 1).term, kPersonParticle) &&
         !view.At(name.begin - 1).Has(kAnyCapital))
    --name.begin;
  if (name.begin > view.sentence && free(name.begin - 1) && name.size() > 1 &&
      view.At(name.begin).Has(kInitial) && IsGivenName(view, name.begin - 1))
    --name.begin;
  return name;
}

// "Joseph R. Biden" where the story has named Joe Biden: two forms of one whom a list names.
PersonId NameFinder::FindListed(const View& view, TokenRange name, const Syntax& syntax) const {
  const std::vector<LexiconHit>& hits = view.layers.lexicon_hits;
  for (uint32_t hit = view.syntax.first_hit[name.begin];
       name.size() > 1 && hit < hits.size() && hits[hit].begin == name.begin; ++hit) {
    const LexiconEntry& entry = rules_.lexicon.entries[hits[hit].entry.value()];
    if (entry.kind != EntryKind::kPerson || hits[hit].end < BeforeSuffix(view, name)) continue;
    const size_t people = std::min(syntax.people.size(), kMostPeopleBack);
    for (size_t person = 0; person < people; ++person)
      if (syntax.people[person].listed == entry.index) return PersonId(person);
  }
  return PersonId();
}

bool NameFinder::AddMention(const View& view, TokenRange range, TokenRange name,
                            const PhraseBindings& bindings, Syntax& syntax) const {
  const TokenRange written = name;
  name = WithParticles(view, Bare(view, name));
  if (!MayBeName(view, name)) return false;
  PersonId person = FindPerson(view, name, true, syntax);
  if (!person.valid()) person = FindListed(view, name, syntax);
  if (!person.valid()) {
    person = PersonId(syntax.people.size());
    syntax.people.emplace_back();
    syntax.people.back().first = range.begin;
  }
  StoryPerson& entry = syntax.people[person.value()];
  if (Fullness(view, {name.begin, BeforeSuffix(view, name)}) >
      Fullness(view, {entry.name.begin, BeforeSuffix(view, entry.name)})) {
    entry.name = name;
    entry.words.clear();
    const TokenRange words{name.begin, BeforeSuffix(view, name)};
    for (TokenIndex token = words.begin; token < words.end; ++token)
      entry.words.push_back(view.layers.tokens[token].word);
    entry.key_set = KeySetOf(view, words);
  }
  Describe(view, bindings, entry);
  // "U.S. Trade Representative Dolores …": an office, or a part of one, that no list has.
  if (entry.title.empty() && written.begin < name.begin) entry.title = {written.begin, name.begin};
  for (uint32_t hit = syntax.first_hit[written.begin];
       written.begin < name.begin && hit < view.layers.lexicon_hits.size() &&
       view.layers.lexicon_hits[hit].begin == written.begin;
       ++hit)
    DescribeByNeighbour(view, view.layers.lexicon_hits[hit].end, entry);
  TokenIndex title = std::min(range.begin, written.begin);
  for (int words = 0; words < kMostTitleWords && entry.country == StoryPerson::kNone &&
                      entry.organization == StoryPerson::kNone;
       ++words) {
    if (title <= view.sentence) break;
    DescribeByNeighbour(view, title, entry);
    if (!view.At(title - 1).Has(kCapital) || syntax.name_at[title - 1] != Syntax::kNone) break;
    --title;
  }
  // Of two who are called so the one who held an office then: two presidents George Bush.
  const std::vector<LexiconHit>& hits = view.layers.lexicon_hits;
  uint32_t listed = StoryPerson::kNone;
  for (uint32_t hit = view.syntax.first_hit[name.begin];
       hit < hits.size() && hits[hit].begin == name.begin; ++hit) {
    const LexiconEntry& lexicon = rules_.lexicon.entries[hits[hit].entry.value()];
    // "Ogata" of a story that has named another Ogata in full is not the one of the list.
    const bool fullest = entry.words.size() <= hits[hit].end - hits[hit].begin;
    if (lexicon.kind != EntryKind::kPerson || !fullest) continue;
    if (listed == StoryPerson::kNone || HeldOffice(view, lexicon.index)) listed = lexicon.index;
  }
  if (listed != StoryPerson::kNone && entry.listed == StoryPerson::kNone)
    DescribeListed(view, listed, entry);
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
    const bool untold = person.country == StoryPerson::kNone &&
                        person.organization == StoryPerson::kNone &&
                        person.listed == StoryPerson::kNone;
    if (untold && person.office != StoryPerson::kNone) person.country = home;
  }
}

}  // namespace telex
