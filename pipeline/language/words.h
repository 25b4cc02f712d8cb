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
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/language/token.h"
#include "pipeline/rules/ruleset.h"

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

/// Where rules name a word, so that a stage asks its own tables for few words only.
enum WordHint : uint8_t {
  kInNameRule = 1 << 0,        // the word or a lemma of it stands in a pattern of rules/names.yaml
  kInPatternKey = 1 << 1,      // … in a key of an event rule (PatternKeys)
  kHeadsVerbal = 1 << 2,       // its verb lemma heads a frame
  kHeadsNominal = 1 << 3,      // its noun lemma does
  kInDictionary = 1 << 4,      // a word of the language, which names may be as well
  kStartsDatePhrase = 1 << 5,  // a phrase of several words of rules/language/dates.yaml
};

// What most tokens are asked for comes first and lies in one cache line.
struct alignas(32) Word {
  ClassSet classes = 0;  // every reading: function classes, morphology, kName, kNumber, punctuation
  TermId term;           // the folded form in the vocabulary, or none
  TermId noun_lemma;     // in the vocabulary, or none
  TermId verb_lemma;
  uint32_t phrase_root = PhraseTrie::kNone;  // the trie's node after this word as a first word
  uint16_t flags = 0;                        // of WordFlag
  char date_symbol = 0;    // what the word is to the date grammar (grammars/date.h), 0 if nothing
  uint8_t hints = 0;       // of WordHint
  int32_t date_value = 0;  // the number, month, weekday … that goes with it
  TermId hyphen_left;      // of "anti-terror": "anti" and "terror", where the vocabulary has them
  TermId hyphen_right;
  uint32_t noun_count = 0;  // how often the lemma was tagged as what
  uint32_t verb_count = 0;
  uint32_t adjective_count = 0;
  // Where its bytes stand in the table's arena.
  uint32_t surface_begin = 0, surface_size = 0;
  uint32_t folded_begin = 0, folded_size = 0;
  // The three words that the tokenizer puts in the place of this one ("Iran-Turkey"), or none.
  WordId split_left, split_joiner, split_right;
  uint64_t regex_mask = 0;  // bit i: RuleSet::regexes[i] matches the folded form

  bool Is(ClassSet any) const { return (classes & any) != 0; }
  bool Has(uint16_t any) const { return (flags & any) != 0; }
  bool Hints(uint8_t any) const { return (hints & any) != 0; }
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
  WordId Intern(std::string_view surface);

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

  /// Whether the word, as written, is alone the name of a state, nationality, body or person of the
  /// lexicon.
  bool NamesParty(WordId id) const;

  const RuleSet& rules() const { return rules_; }
  size_t size() const { return words_.size(); }

  static constexpr size_t kMostWords = 1 << 20;
  static constexpr size_t kMostBytes = 64 << 20;

 private:
  // The first and the last bytes of a word, which with its size are the whole of one of up to
  // sixteen bytes.
  struct Ends {
    uint64_t first = 0;
    uint64_t last = 0;
  };
  struct Cell {
    Ends ends;
    uint32_t size = 0;  // no word has none: a free cell
    uint32_t word = 0;
    bool Holds(Ends other, size_t other_size) const {
      return ends.first == other.first && ends.last == other.last && size == other_size;
    }
  };
  static constexpr size_t kWhole = 2 * sizeof(uint64_t);
  static Ends EndsOf(std::string_view bytes);
  static uint32_t HashOf(std::string_view bytes, Ends ends);
  WordId Look(std::string_view surface, Ends ends, uint32_t hash);
  size_t FreeCell(uint32_t hash) const;
  void Clear();
  void Grow();
  WordId Add(std::string_view surface, std::string_view folded);
  void Describe(WordId id);  // fills everything but the bytes
  void DescribeHyphens(WordId id);
  void DescribeContraction(Word& word, std::string_view lower) const;
  bool TakesStop(std::string_view written, std::string_view lower, TermId bare) const;

  void HintNames(const Phrase& phrase);
  uint8_t HintsOf(const Word& word) const;

  const RuleSet& rules_;
  std::vector<uint8_t> hints_;  // by TermId
  std::vector<Word> words_;
  std::string arena_;
  std::vector<Cell> cells_;  // open addressing, a power of two, at most half full
  // In front of it, where a hash leads to the word that last had it: three tokens of four end here,
  // in the near cache, and neither the word's record nor its bytes are touched.
  static constexpr size_t kRecent = 16384;
  std::vector<Cell> recent_;
};

}  // namespace telex
