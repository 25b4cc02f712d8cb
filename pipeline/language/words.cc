#include "pipeline/language/words.h"

#include "pipeline/text/utf8.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cctype>
#include <cstring>

#include "pipeline/language/date_words.h"
#include "pipeline/language/letters.h"
#include "pipeline/language/tagger.h"

namespace telex {
namespace {

// What the marks that are written alike look like, in the order of WordTable::Mark.
struct MarkRow {
  std::string_view surface, folded;
  ClassSet classes;
  uint16_t flags;
};
constexpr std::array<MarkRow, static_cast<size_t>(WordTable::Mark::kCount)> kMarks = {{
    {"'", "'", kPossessive, 0},
    {"\u2019", "'", kPossessive, 0},
    {"\"", "\"", kOpenQuote, kQuoteMark},
    {"\"", "\"", kCloseQuote, kQuoteMark},
    {"'", "'", kOpenQuote, kQuoteMark},
    {"'", "'", kCloseQuote, kQuoteMark},
    {"\u2018", "'", kOpenQuote, kQuoteMark},
    {"\u2019", "'", kOpenQuote, kQuoteMark},
    {"\u2019", "'", kCloseQuote, kQuoteMark},
    {"-", "-", kDash, kJoiner},
    {"\u2013", "-", kDash, kJoiner},
    {"'s", "'s", kBe | kHave | kPresent, kLetters},
    {"\u2019s", "'s", kBe | kHave | kPresent, kLetters},
}};

// Classes and flags of words that are one mark; 0 where `surface` is none.
ClassSet MarkClasses(std::string_view surface) {
  const auto first = static_cast<unsigned char>(surface.front());
  if (first < 0x80 && std::isalnum(first)) return 0;
  if (surface.find_first_not_of(".!?") == std::string_view::npos || surface == "\u2026")
    return kStop;
  if (surface.find_first_not_of('-') == std::string_view::npos) return kDash;
  static constexpr struct {
    std::string_view mark;
    ClassSet classes;
  } kRows[] = {
      {",", kComma},           {";", kSemicolon},
      {":", kColon},           {"(", kOpenBracket},
      {"[", kOpenBracket},     {"{", kOpenBracket},
      {")", kCloseBracket},    {"]", kCloseBracket},
      {"}", kCloseBracket},    {"\"", kOpenQuote | kCloseQuote},
      {"\u201c", kOpenQuote},  {"\u201d", kCloseQuote},
      {"\u201e", kOpenQuote},  {"\u00ab", kOpenQuote},
      {"\u00bb", kCloseQuote}, {"``", kOpenQuote},
      {"''", kCloseQuote},     {"\u2039", kOpenQuote},
      {"\u203a", kCloseQuote}, {"\u2012", kDash},
      {"\u2013", kDash},       {"\u2014", kDash},
      {"\u2015", kDash},       {"\uff0c", kComma},
      {"\u060c", kComma},      {"\u061f", kStop},
      {"\u3002", kStop},
  };
  for (const auto& row : kRows) {
    if (row.mark == surface) return row.classes;
  }
  return 0;
}

}  // namespace

bool Word::SpelledAs(Spelling spelling) const {
  switch (spelling) {
    case Spelling::kAny:
      return true;
    case Spelling::kLeading:
      return Has(kAnyCapital);
    case Spelling::kCapital:
      return Has(kAnyCapital) || !Has(kLetters);
    case Spelling::kExact:
      // An abbreviation may have small letters ("Ph.D."), but starts with a capital.
      return !Has(kLetters) || (Has(kAbbreviation) ? Has(kCapital) : !Has(kLowerCase));
  }
  return false;
}

WordTable::WordTable(const RuleSet& rules)
    : rules_(rules),
      hints_(rules.vocabulary.size(), 0),
      name_particles_(rules.List("name_particles")) {
  for (const NameRule& rule : rules.names)
    for (const Phrase& phrase : rule.phrases) HintNames(phrase);
  for (size_t term = 0; term < hints_.size(); ++term)
    if (!rules.keys.KeysOf(TermId(term)).empty()) hints_[term] |= kInPatternKey;
  for (const auto& [lemma, frames] : rules.by_verb)
    if (lemma.valid()) hints_[lemma.value()] |= kHeadsVerbal;
  for (const auto& [lemma, frames] : rules.by_noun)
    if (lemma.valid()) hints_[lemma.value()] |= kHeadsNominal;
  for (const std::vector<TermId>& phrase : rules.approximators)
    if (!phrase.empty()) hints_[phrase.front().value()] |= kAmbiguous;
  for (const Topic& topic : rules.topics.topics) HintTopic(topic);
  HintTopic(rules.topics.affairs);
  Clear();
}

void WordTable::HintNames(const Phrase& phrase) {
  for (const PhraseElement& element : phrase) {
    for (const TermId term : element.words.lemmas) hints_[term.value()] |= kInNameRule;
    for (const TermId term : element.words.exact) hints_[term.value()] |= kInNameRule;
    for (const Phrase& alternative : element.alternatives) HintNames(alternative);
  }
}

bool WordTable::HasParticle(const Word& word) const {
  return word.hyphen_left.valid() && name_particles_.contains(word.hyphen_left);
}

std::string_view WordTable::bare_name(const Word& word) const {
  const std::string_view folded(arena_.data() + word.folded_begin, word.folded_size);
  return HasParticle(word) ? folded.substr(folded.find('-') + 1) : folded;
}

void WordTable::HintTopic(const Topic& topic) {
  for (const TermId term : topic.strong) hints_[term.value()] |= kTopicCue;
  for (const TermId term : topic.words) hints_[term.value()] |= kTopicCue;
}

HintSet WordTable::HintsOf(const Word& word) const {
  const auto of = [this](TermId term) { return term.valid() ? hints_[term.value()] : HintSet{0}; };
  const HintSet own = of(word.term), verb = of(word.verb_lemma), noun = of(word.noun_lemma);
  constexpr HintSet kAnyForm = kInNameRule | kInPatternKey | kTopicCue;
  const bool date_phrase =
      word.term.valid() &&
      rules_.dates.phrases.Step(PhraseTrie::kRoot, word.term) != PhraseTrie::kNone;
  unsigned hints =
      ((own | verb | noun) & kAnyForm) | (verb & kHeadsVerbal) | (noun & kHeadsNominal);
  const auto set = [&hints](bool when, WordHint hint) {
    if (when) hints |= hint;
  };
  set(date_phrase, kStartsDatePhrase);
  set(date_phrase || MayStartDate(word.date_symbol), kMayStartDate);
  set(word.phrase_root != PhraseTrie::kNone, kStartsPhrase);
  set(word.Has(kCapital) || HasParticle(word), kMayStartName);
  set(word.Is(kStop | kOpenBracket | kOtherMark) || word.Has(kAbbreviation), kMayEndSentence);
  set((own & kAmbiguous) || !HasOneReading(word.classes), kAmbiguous);
  set(word.Has(kYearLike), kTopicCue);
  return static_cast<HintSet>(hints);
}

void WordTable::FindKeys(Word& word) {
  word.keys_begin = static_cast<uint32_t>(keys_.size());
  const std::array<TermId, 3> terms = {word.term, word.verb_lemma, word.noun_lemma};
  for (auto term = terms.begin(); term != terms.end(); ++term) {
    if (std::find(terms.begin(), term, *term) != term) continue;  // most are their own lemma
    const std::span<const KeyId> keys = rules_.keys.KeysOf(*term);
    const auto known = keys_.insert(keys_.end(), keys.begin(), keys.end());
    std::inplace_merge(keys_.begin() + word.keys_begin, known, keys_.end());
  }
  keys_.erase(std::unique(keys_.begin() + word.keys_begin, keys_.end()), keys_.end());
  word.keys_size = static_cast<uint32_t>(keys_.size()) - word.keys_begin;
}

void WordTable::FindHits(Word& word) {
  word.hits_begin = static_cast<uint32_t>(hits_.size());
  if (word.phrase_root == PhraseTrie::kNone) return;
  const Lexicon& lexicon = rules_.lexicon;
  word.phrase_next = lexicon.phrases.NextOf(word.phrase_root);
  for (const EntryId id : lexicon.phrases.EntriesAt(word.phrase_root)) {
    const LexiconEntry& entry = lexicon.entries[id.value()];
    if (word.SpelledAs(entry.spelling)) hits_.push_back({id, entry.kind});
  }
  word.hits_size = static_cast<uint16_t>(hits_.size() - word.hits_begin);
}

// Two loads that may overlap, without a loop.
WordTable::Ends WordTable::EndsOf(std::string_view bytes) {
  const size_t size = bytes.size();
  const char* at = bytes.data();
  const auto load = [](const char* from, auto value) {
    std::memcpy(&value, from, sizeof value);
    return uint64_t{value};
  };
  if (size > 8) return {load(at, uint64_t{}), load(at + size - 8, uint64_t{})};
  if (size == 8) return {load(at, uint64_t{}), 0};
  if (size >= 4)
    return {load(at, uint32_t{}) | load(at + size - 4, uint32_t{}) << 8 * (size - 4), 0};
  uint64_t first = 0;
  for (size_t i = size; i-- > 0;) first = first << 8 | static_cast<unsigned char>(at[i]);
  return {first, 0};
}

void WordTable::StartStory() {
  if (words_.size() > kMostWords || arena_.size() > kMostBytes) Clear();
}

void WordTable::Clear() {
  // The memory is given back as well: one monstrous story must not hold it for the rest of the
  // feed.
  decltype(words_)().swap(words_);
  std::string().swap(arena_);
  std::vector<KeyId>().swap(keys_);
  std::vector<Hit>().swap(hits_);
  cells_.assign(size_t{1} << 14, Cell());
  recent_.assign(kRecent, Recent());
  for (const MarkRow& row : kMarks) {
    const WordId id = Add(row.surface, row.folded);  // in no cell
    Word& word = words_[id.value()];
    word.classes = row.classes;
    word.flags = row.flags;
    word.term = rules_.vocabulary.Find(row.folded);
    word.hints = HintsOf(word);
    FindKeys(word);
  }
}

WordTable::Found WordTable::Look(std::string_view surface, Ends ends, uint32_t hash) {
  const Found found = LookUp(surface, ends, hash);
  __builtin_prefetch(words_.data() + found.word.value());
  // Only now: a word that is described may intern others.
  if (surface.size() <= kWhole)
    recent_[hash & (kRecent - 1)] = {ends, found.word.value(), found.hints};
  return found;
}

WordTable::Found WordTable::LookUp(std::string_view surface, Ends ends, uint32_t hash) {
  const size_t mask = cells_.size() - 1;
  const auto size = static_cast<uint16_t>(std::min(surface.size(), kMostSize));
  for (size_t at = hash & mask; cells_[at].size != 0; at = (at + 1) & mask) {
    const Cell& cell = cells_[at];
    if (!(cell.ends == ends) || cell.size != size) continue;
    if (size <= kWhole || this->surface(WordId(cell.word)) == surface)
      return {WordId(cell.word), cell.hints};
  }
  std::string folded;
  FoldSurface(surface, folded);
  const WordId id = Add(surface, folded);
  Describe(id);
  Word& word = words_[id.value()];
  word.hints |= HintsOf(word);
  FindKeys(word);
  FindHits(word);
  const std::string_view bare = bare_name(word);
  word.name_key = HashOf(bare, EndsOf(bare));
  // Last: a word that is described may intern others.
  if (words_.size() * 2 >= cells_.size()) Grow();
  cells_[FreeCell(hash)] = {ends, id.value(), size, word.hints};
  return {id, word.hints};
}

size_t WordTable::FreeCell(uint32_t hash) const {
  const size_t mask = cells_.size() - 1;
  size_t at = hash & mask;
  while (cells_[at].size != 0) at = (at + 1) & mask;
  return at;
}

void WordTable::Grow() {
  decltype(cells_) old(cells_.size() * 2);
  old.swap(cells_);
  for (const Cell& cell : old)
    if (cell.size != 0) cells_[FreeCell(HashOf(surface(WordId(cell.word)), cell.ends))] = cell;
}

WordId WordTable::Add(std::string_view surface, std::string_view folded) {
  const WordId id(words_.size());
  Word& word = words_.emplace_back();
  word.surface_begin = static_cast<uint32_t>(arena_.size());
  word.surface_size = static_cast<uint32_t>(surface.size());
  arena_.append(surface);
  if (folded == surface) {
    word.folded_begin = word.surface_begin;
    word.folded_size = word.surface_size;
  } else {
    word.folded_begin = static_cast<uint32_t>(arena_.size());
    word.folded_size = static_cast<uint32_t>(folded.size());
    arena_.append(folded);
  }
  return id;
}

void WordTable::Describe(WordId id) {
  // Copies: describing the halves of a hyphenated word interns them, which moves both arrays.
  const std::string written(surface(id));
  const std::string lower(folded(id));
  Word word = words_[id.value()];

  if (const ClassSet mark = MarkClasses(written); mark != 0) {
    word.classes = mark;
    if (mark & (kOpenQuote | kCloseQuote)) word.flags |= kQuoteMark;
    word.term = rules_.vocabulary.Find(lower);
    word.date_symbol = DescribeDateMark(mark).symbol;
    words_[id.value()] = word;
    return;
  }

  word.flags = static_cast<uint16_t>(word.flags | SpellingFlags(written));
  if (!(word.flags & (kLetters | kHasDigit))) {
    word.classes = lower == "'s" ? kPossessive : kOtherMark;
    word.term = rules_.vocabulary.Find(lower);
    words_[id.value()] = word;
    return;
  }
  const bool possessive = lower == "'s";
  if (possessive) word.flags = kLetters;

  // The vocabulary may know an abbreviation with its stop or without; a form that starts a phrase
  // goes before one that does not.
  const Vocabulary& vocabulary = rules_.vocabulary;
  const PhraseTrie& phrases = rules_.lexicon.phrases;
  const bool stopped = lower.size() > 1 && lower.back() == '.';
  const std::string bare = stopped ? lower.substr(0, lower.size() - 1) : lower;
  const TermId exact = vocabulary.Find(lower);
  const auto term_of = [&](std::string_view text) {
    return text == lower ? exact : vocabulary.Find(text);
  };
  word.term = exact;
  if (!word.term.valid() && !IsAscii(lower))
    word.term = vocabulary.Find(StripMarks(lower));  // "Đà Nẵng" of a plain table
  if (word.term.valid()) word.phrase_root = phrases.Step(PhraseTrie::kRoot, word.term);
  if (word.phrase_root == PhraseTrie::kNone) {
    const bool acronym = lower.find('.') != std::string::npos;
    const TermId other = stopped   ? vocabulary.Find(bare)
                         : acronym ? vocabulary.Find(lower + ".")
                                   : TermId();
    if (other.valid()) {
      const uint32_t root = phrases.Step(PhraseTrie::kRoot, other);
      if (root != PhraseTrie::kNone || !word.term.valid()) word.term = other;
      word.phrase_root = root;
    }
  }
  if (stopped) {
    word.flags |= kAbbreviation;
    const TermId with = exact, without = vocabulary.Find(bare);
    if ((with.valid() && rules_.abbreviations_never_end.count(with)) ||
        (without.valid() && rules_.abbreviations_never_end.count(without))) {
      word.flags |= kNeverEnds;
    }
  }

  if (!stopped && TakesStop(written, lower, word.flags, exact)) word.flags |= kTakesStop;

  const DateInput date = DescribeDate(written, lower, word.flags, exact, rules_);
  word.date_symbol = date.symbol;
  word.date_value = date.value;

  ClassSet function = 0;
  if (exact.valid()) {
    if (auto found = rules_.function_words.find(exact); found != rules_.function_words.end())
      function = found->second;
  }
  if (possessive) function = kPossessive;
  word.classes = function;

  if (word.flags & (kDigits | kYearLike)) {
    word.classes |= kNumber;
  } else if (word.flags & kAddress) {
    word.classes |= kNoun;
  } else if (!possessive) {
    const Readings readings = rules_.morphology.Analyse(bare);
    if (readings.known || function != 0) word.hints |= kInDictionary;
    ClassSet classes = readings.classes;
    if (function != 0) {
      // WordNet knows "a" and "in" as nouns; only what was met in text counts beside a function
      // word.
      if (readings.counts.noun == 0) classes &= ~(kNoun | kPlural);
      if (readings.counts.verb == 0) classes &= ~kVerb;
      if (readings.counts.adjective == 0) classes &= ~kAdjective;
      if (readings.counts.adverb == 0) classes &= ~kAdverb;
    }
    word.classes |= classes;
    if (classes & kNoun) word.noun_lemma = term_of(readings.noun_lemma);
    if ((classes & kVerb) || (function & kAuxiliary))
      word.verb_lemma = term_of(readings.verb_lemma);
    word.noun_count = readings.counts.noun;
    word.verb_count = readings.counts.verb;
    word.adjective_count = readings.counts.adjective;
    if (word.flags & kHasDigit) word.classes |= kNumber;
    // A capital says nothing about a function word ("The", "In"), but "May", "Will" and "WHO" can
    // be names.
    if ((word.flags & kAnyCapital) &&
        (function == 0 || (function & kModal) || (word.flags & kAllCaps))) {
      word.classes |= kName;
    }
  }

  words_[id.value()] = word;
  if (word.flags & kHyphenated) DescribeHyphens(id);
  if (lower.find('\'') != std::string::npos) DescribeContraction(id);
}

void WordTable::ReadRegex(RegexId regex, const Word& word) const {
  const auto folded = std::string_view(arena_).substr(word.folded_begin, word.folded_size);
  word.regexes_read |= uint64_t{1} << regex.value();
  if (rules_.regexes.Match(regex, folded)) word.regexes_matched |= uint64_t{1} << regex.value();
}

void WordTable::DescribeContraction(WordId id) {
  const auto found = rules_.FindContraction(folded(id));
  if (!found) return;
  const std::string written(surface(id));
  std::string half;
  FoldSurface(std::string_view(written).substr(0, found->cut), half);
  if (half != folded(id).substr(0, found->cut)) return;  // a mark inside that folding drops
  const Vocabulary& vocabulary = rules_.vocabulary;
  const WordId left = found->first_is_short
                          ? Intern(vocabulary.text(found->first))
                          : Intern(std::string_view(written).substr(0, found->cut));
  const WordId right = Intern(vocabulary.text(found->second));
  Word& word = words_[id.value()];
  word.split_left = left;
  word.split_right = right;
  word.split_at = static_cast<uint32_t>(found->cut);
}

bool WordTable::TakesStop(std::string_view written, std::string_view lower, uint16_t flags,
                          TermId bare) const {
  const Character first = CharacterAt(written, 0);
  const bool capital = (flags & kCapital) != 0;
  if (first.size == written.size() && first.cls == CharClass::kLetter)  // an initial, or "v."
    return capital || (bare.valid() && rules_.abbreviations_never_end.count(bare) != 0);
  if (!bare.valid()) return false;
  // The lists have an abbreviation with its stop and without.
  if (rules_.abbreviations_never_end.count(bare) || rules_.abbreviations_may_end.count(bare))
    return true;
  // Short names of months and weekdays: "Oct.", "Thurs."; whole ones end a sentence ("in May.").
  if (!capital || lower.size() > 5) return false;
  const Vocabulary& vocabulary = rules_.vocabulary;
  const auto shorter_than_another = [&](const std::unordered_map<TermId, int>& names) {
    const auto found = names.find(bare);
    if (found == names.end()) return false;
    for (const auto& [term, value] : names) {
      if (value == found->second && vocabulary.text(term).size() > lower.size() &&
          vocabulary.text(term).substr(0, 3) == lower.substr(0, 3)) {
        return true;
      }
    }
    return false;
  };
  return shorter_than_another(rules_.dates.months) || shorter_than_another(rules_.dates.weekdays);
}

void WordTable::DescribeHyphens(WordId id) {
  const std::string written(surface(id));
  const std::string lower(folded(id));
  const size_t hyphen = lower.find('-');
  if (hyphen == std::string::npos) return;
  const std::string left = lower.substr(0, hyphen);
  const std::string right = lower.substr(hyphen + 1);
  {
    Word& word = words_[id.value()];
    word.hyphen_left = rules_.vocabulary.Find(left);
    word.hyphen_right = rules_.vocabulary.Find(right);
    if (word.date_symbol == kSymbolSpan || (word.flags & kHasDigit)) word.classes |= kAdjective;
    if (!word.Is(kVerb | kAdjective)) {
      // "far-reaching", "Iran-backed" stand before nouns.
      const size_t last = lower.rfind('-') + 1;
      const Readings readings = rules_.morphology.Analyse(std::string_view(lower).substr(last));
      if (readings.classes & (kParticiple | kGerund | kAdjective)) word.classes |= kAdjective;
    }
    if (word.phrase_root != PhraseTrie::kNone)
      return;  // "Guinea-Bissau" is one word of the lexicon
  }

  // "Iran-Turkey", "U.S.-China", "Iran-Russia-Turkey": parties side by side.
  const size_t cut = written.find('-');  // a Unicode hyphen stays: such words are names, not pairs
  if (cut == std::string::npos || cut == 0 || cut + 1 >= written.size()) return;
  // Every rest of "a-b-c-…" becomes a word of its own; a chain without end must not.
  constexpr size_t kLongestChain = 120;  // bytes
  if (written.size() > kLongestChain) return;
  const WordId first = Intern(std::string_view(written).substr(0, cut));
  const WordId second = Intern(std::string_view(written).substr(cut + 1));
  // "Qatar-brokered": what somebody does for others is his.
  const bool agent = words_[second.value()].term.valid() &&
                     rules_.List("agent_participles").contains(words_[second.value()].term);
  if (!NamesParty(first) ||
      !(agent || NamesParty(second) || words_[second.value()].split_left.valid()))
    return;
  Word& word = words_[id.value()];
  word.split_left = first;
  word.split_joiner = mark(Mark::kJoiner);
  word.split_right = second;
  word.split_at = static_cast<uint32_t>(cut);
}

bool WordTable::NamesParty(WordId id) const {
  const Word& word = words_[id.value()];
  if (word.phrase_root == PhraseTrie::kNone) return false;
  for (const EntryId entry : rules_.lexicon.phrases.EntriesAt(word.phrase_root)) {
    const LexiconEntry& found = rules_.lexicon.entries[entry.value()];
    if (found.kind > EntryKind::kOrganization && found.kind != EntryKind::kPerson) continue;
    if (!word.Has(kCapital)) continue;
    if (found.spelling == Spelling::kExact && !word.Has(kAllCaps)) continue;
    return true;
  }
  return false;
}

}  // namespace telex
