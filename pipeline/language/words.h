// WordTable: every distinct written word of the stories read so far, each with one record of what
// is known about it.
//
// A feed has few distinct words and many tokens, so that everything that depends on the bytes of a
// word alone (lower-case form, lemmas, classes, whether a lexicon phrase starts with it, which
// `/re2/` of the rules it matches, what it is to the date grammar) is worked out when the word is
// first met, and never again. Stages compare ids and test bits.
//
//     WordTable words(rules);
//     words.StartStory();
//     const Word& word = words[words.Intern("Ministers")];   // word.noun_lemma is "minister"
//
// One table belongs to one scratch and thus to one thread. StartStory() empties a table that has
// outgrown its bounds: memory stays flat over any feed, and ids and views are good for one story
// only.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/language/token.h"
#include "pipeline/rules/ruleset.h"
#include "pipeline/text/huge_pages.h"

namespace telex {

enum WordFlag : uint16_t {
  kCapital = 1 << 0,  // the first letter is a capital
  kAllCaps = 1 << 1,  // two letters or more, all capitals ("NATO", "U.S.")
  kHasDigit = 1 << 2,
  kInitial = 1 << 3,       // one capital and a stop: "J."
  kAbbreviation = 1 << 4,  // ends with a stop that belongs to it: "Lt.", "U.S.", "J."
  kNeverEnds =
      1 << 5,  // … after which no sentence ends ("Lt."); from rules/language/abbreviations.yaml
  kYearLike = 1 << 6,    // four digits from 1000 to 2199
  kHyphenated = 1 << 7,  // has an inner hyphen: see hyphen_left and hyphen_right
  kJoiner = 1 << 8,      // the hyphen between two states: "Iran-Turkey"
  kAddress = 1 << 9,     // a URL, an e-mail address, an @handle or a #tag
  kLetters = 1 << 10,    // has a letter
  kQuoteMark = 1 << 11,
  kDigits = 1 << 12,      // figures alone: "7", "1,200", "3.5%"
  kAnyCapital = 1 << 13,  // a capital somewhere: "al-Assad"
  kLowerCase = 1 << 14,   // a lower-case letter somewhere
  kTakesStop = 1 << 15,   // a stop behind it belongs to it: "Lt", "Oct", "J"
};

// What tokens are asked for comes first and lies in one cache line; what is hardly asked for, in
// the other.
struct alignas(64) Word {
  ClassSet classes = 0;  // every reading: function classes, morphology, kName, kNumber, punctuation
  TermId term;           // the folded form in the vocabulary, or none
  TermId noun_lemma;     // in the vocabulary, or none
  TermId verb_lemma;
  uint32_t phrase_root = PhraseTrie::kNone;  // the trie's node after this word as a first word
  uint32_t phrase_next = 0;                  // PhraseTrie::NextOf that node
  uint16_t flags = 0;                        // of WordFlag
  HintSet hints = 0;                         // of WordHint
  uint32_t keys_begin = 0, keys_size = 0;    // WordTable::keys()
  uint32_t hits_begin = 0;                   // WordTable::hits()
  uint16_t hits_size = 0;
  char date_symbol = 0;     // what the word is to the date grammar (grammars/date.h), 0 if nothing
  int32_t date_value = 0;   // the number, month, weekday … that goes with it
  uint32_t noun_count = 0;  // how often the lemma was tagged as what
  uint32_t verb_count = 0;
  uint32_t adjective_count = 0;
  TermId hyphen_left;  // of "anti-terror": "anti" and "terror", where the vocabulary has them
  TermId hyphen_right;
  // Where its bytes stand in the table's arena.
  uint32_t surface_begin = 0, surface_size = 0;
  uint32_t folded_begin = 0, folded_size = 0;
  uint32_t name_key =
      0;  // of the folded form without a particle ("al-"): unequal names differ in it
  // The words that the tokenizer puts in the place of this one: "Iran-Turkey" has all three,
  // "won't" is "will" and "not", with no joiner. None: it stays whole.
  WordId split_left, split_joiner, split_right;
  uint32_t split_at = 0;  // bytes of the surface that are the left one's
  // Bit i: RuleSet::regexes[i] matches the folded form. Read when first asked (WordTable::IsAny):
  // hardly a word ever is.
  mutable uint64_t regexes_read = 0;
  mutable uint64_t regexes_matched = 0;

  bool Is(ClassSet any) const { return (classes & any) != 0; }
  bool Has(uint16_t any) const { return (flags & any) != 0; }
  bool Hints(HintSet any) const { return (hints & any) != 0; }
  /// Whether it is written as `spelling` asks of one word.
  bool SpelledAs(Spelling spelling) const;
};

class WordTable {
 public:
  /// `rules` must outlive the table.
  explicit WordTable(const RuleSet& rules);
  WordTable(const WordTable&) = delete;
  WordTable& operator=(const WordTable&) = delete;

  /// Call before each story. Forgets everything where the table holds more than `kMostWords` words
  /// or `kMostBytes` bytes.
  void StartStory();

  /// The id of the word that is written so. The bytes are copied when new.
  WordId Intern(std::string_view surface) { return Find(surface, EndsOf(surface)).word; }

  /// The first eight bytes of a word, and the last eight of one that is longer: the whole of a word
  /// of up to sixteen. What a shorter word lacks is zero.
  struct Ends {
    uint64_t first = 0;
    uint64_t last = 0;
    friend bool operator==(Ends a, Ends b) { return a.first == b.first && a.last == b.last; }
  };
  struct Found {
    WordId word;
    HintSet hints;
  };
  /// The same for who has the ends of the word at hand.
  Found Find(std::string_view surface, Ends ends) {
    const uint32_t hash = HashOf(surface, ends);
    const Recent& recent = recent_[hash & (kRecent - 1)];
    if (!(recent.ends == ends) || surface.size() > kWhole) return Look(surface, ends, hash);
    __builtin_prefetch(words_.data() + recent.word);  // the next stages read it
    return {WordId(recent.word), recent.hints};
  }

  /// Marks that are written alike but are different words have ids of their own.
  enum class Mark : uint8_t {
    kPossessive,       // ' of "ministers'"
    kPossessiveCurly,  // ’
    kOpenDouble,       // " that opens
    kCloseDouble,      // " that closes
    kOpenSingle,       // '
    kCloseSingle,
    kOpenCurly,       // ‘
    kOpenWrongCurly,  // ’ where ‘ is meant
    kCloseCurly,      // ’
    kJoiner,          // - of "Iran-Turkey"
    kJoinerDash,      // – of "Iran–Turkey"
    kShortBe,         // 's of "it's"
    kShortBeCurly,    // ’s
    kCount
  };
  WordId mark(Mark mark) const { return WordId(static_cast<size_t>(mark)); }

  const Word& operator[](WordId id) const { return words_[id.value()]; }
  /// As written; lower case with straight apostrophes and without invisible characters. Views die
  /// with the table's next StartStory() or Intern().
  std::string_view surface(WordId id) const {
    const Word& word = words_[id.value()];
    return {arena_.data() + word.surface_begin, word.surface_size};
  }
  std::string_view folded(WordId id) const {
    const Word& word = words_[id.value()];
    return {arena_.data() + word.folded_begin, word.folded_size};
  }

  /// The keys of event rules that the word or a lemma of it is in, each once and in their order.
  std::span<const KeyId> keys(const Word& word) const {
    return {keys_.data() + word.keys_begin, word.keys_size};
  }

  /// The entries of the lexicon that the word alone is, spelled as they must be.
  struct Hit {
    EntryId entry;
    EntryKind kind;
  };
  std::span<const Hit> hits(const Word& word) const {
    return {hits_.data() + word.hits_begin, word.hits_size};
  }

  /// Whether the folded form matches one of these expressions of the rules.
  bool IsAny(const std::vector<RegexId>& regexes, const Word& word) const {
    for (const RegexId regex : regexes) {
      if ((word.regexes_read >> regex.value() & 1) == 0) ReadRegex(regex, word);
      if ((word.regexes_matched >> regex.value() & 1) != 0) return true;
    }
    return false;
  }

  /// "assad" of "al-Assad": the folded form of a word as a part of somebody's name.
  std::string_view bare_name(const Word& word) const;

  /// Whether the word, as written, is alone the name of a state, nationality, body or person of the
  /// lexicon.
  bool NamesParty(WordId id) const;

  const RuleSet& rules() const { return rules_; }
  size_t size() const { return words_.size(); }

  static constexpr size_t kMostWords = 1 << 20;
  static constexpr size_t kMostBytes = 64 << 20;

 private:
  struct Cell {
    Ends ends;
    uint32_t word = 0;
    uint16_t size = 0;  // no word has none: a free cell; that of a long one is cut to kMostSize
    HintSet hints = 0;
  };
  static constexpr size_t kMostSize = 0xffff;
  // No byte of a word is zero, so that the ends of a short one tell its size.
  struct Recent {
    Ends ends;
    uint32_t word = 0;
    HintSet hints = 0;
  };
  static constexpr size_t kWhole = 2 * sizeof(uint64_t);
  static Ends EndsOf(std::string_view bytes);
  // A multiplication for each end; what lies between those of a long word is folded in, eight bytes
  // a step.
  static uint32_t HashOf(std::string_view bytes, Ends ends) {
    constexpr uint64_t kFactor = 0x9ddfea08eb382d69ull;
    uint64_t hash = ends.first * kFactor;
    for (size_t at = 8; bytes.size() > kWhole && at + 8 < bytes.size(); at += 8) {
      uint64_t chunk;
      std::memcpy(&chunk, bytes.data() + at, 8);
      hash = (hash ^ (hash >> 29) ^ chunk) * kFactor;
    }
    hash = (hash ^ (hash >> 32) ^ ends.last) * kFactor;
    return static_cast<uint32_t>(hash >> 32);
  }
  Found Look(std::string_view surface, Ends ends, uint32_t hash);
  Found LookUp(std::string_view surface, Ends ends, uint32_t hash);
  size_t FreeCell(uint32_t hash) const;
  void Clear();
  void Grow();
  WordId Add(std::string_view surface, std::string_view folded);
  void Describe(WordId id);  // fills everything but the bytes
  void DescribeHyphens(WordId id);
  void DescribeContraction(WordId id);
  bool TakesStop(std::string_view written, std::string_view lower, uint16_t flags,
                 TermId bare) const;

  bool HasParticle(const Word& word) const;
  void HintNames(const Phrase& phrase);
  void HintTopic(const Topic& topic);
  HintSet HintsOf(const Word& word) const;
  void FindKeys(Word& word);
  void FindHits(Word& word);
  void ReadRegex(RegexId regex, const Word& word) const;

  const RuleSet& rules_;
  std::vector<HintSet> hints_;  // by TermId
  const TermSet& name_particles_;
  std::vector<Word, HugePages<Word>> words_;
  std::string arena_;
  std::vector<KeyId> keys_;
  std::vector<Hit> hits_;
  std::vector<Cell, HugePages<Cell>> cells_;  // open addressing, a power of two, at most half full
  // In front of it, where a hash leads to the word that last had it: three tokens of four end here,
  // in the near cache, and neither the word's record nor its bytes are touched.
  static constexpr size_t kRecent = 16384;
  std::vector<Recent> recent_;
};

}  // namespace telex
