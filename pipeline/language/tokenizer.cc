// One pass with a table of byte classes; only bytes above ASCII are decoded. Four words of five are
// letters and then a blank or a mark that is none of a word's: they are read eight letters at a
// time, in the two numbers under which the WordTable knows them. Whether a stop belongs
// to the word before it ("Lt.") and whether a word splits ("Iran-Turkey", "won't") depends on the
// word alone and is read from its record, so that a token costs one look-up, and two where a stop
// follows. The pass keeps two bits of state: an open single and an open double quotation, which
// tell a closing ' from a possessive and an opening " from a closing one. Blank lines reset both.
#include "pipeline/language/tokenizer.h"

#include <array>
#include <bit>
#include <cstring>

#include "pipeline/language/letters.h"

namespace telex {
namespace {

constexpr std::array<bool, 256> MakeWordBytes() {
  std::array<bool, 256> bytes{};
  for (size_t c = 0; c < 128; ++c)
    bytes[c] = kAsciiClass[c] == CharClass::kLetter || kAsciiClass[c] == CharClass::kDigit;
  return bytes;
}
constexpr std::array<bool, 256> kWordByte = MakeWordBytes();

// Bytes that end a word of letters, whatever follows them.
constexpr std::array<bool, 256> MakeEndBytes() {
  std::array<bool, 256> bytes{};
  for (size_t c = 0; c < 128; ++c) {
    const CharClass cls = kAsciiClass[c];
    bytes[c] = cls == CharClass::kBlank || cls == CharClass::kNewline || cls == CharClass::kMark;
  }
  for (const char c : {'&', ':', '@'}) bytes[static_cast<unsigned char>(c)] = false;
  return bytes;
}
constexpr std::array<bool, 256> kEndByte = MakeEndBytes();

static_assert(std::endian::native == std::endian::little, "the first byte of a load is its lowest");
uint64_t Load8(const char* at) {
  uint64_t bytes;
  std::memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

// How many of eight bytes are letters before one that is none; all at once, each in its place.
unsigned LettersIn(uint64_t bytes) {
  constexpr uint64_t kEach = 0x0101'0101'0101'0101, kHigh = 0x80 * kEach;
  const uint64_t lower = (bytes | 0x20 * kEach) & ~kHigh;
  const uint64_t from_a = lower + (0x80 - 'a') * kEach;      // its high bit: not before a
  const uint64_t past_z = lower + (0x80 - 'z' - 1) * kEach;  // behind z
  const uint64_t others = (~(from_a ^ past_z) | bytes) & kHigh;
  return static_cast<unsigned>(std::countr_zero(others)) / 8;
}

constexpr bool IsWordClass(CharClass cls) {
  return cls == CharClass::kLetter || cls == CharClass::kDigit;
}

class Scanner {
 public:
  Scanner(std::string_view text, WordTable& words, Layers& layers)
      : text_(text),
        words_(words),
        tokens_(layers.tokens),
        hints_(layers.hints),
        domains_(words.rules().List("domains")),
        plural_endings_(words.rules().List("plural_endings")),
        versus_(words.rules().List("versus")) {}

  void Run();

 private:
  using Mark = WordTable::Mark;

  Character At(size_t at) const {
    if (at >= text_.size()) return {0, 0, CharClass::kNewline};
    return CharacterAt(text_, at);
  }
  char Byte(size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  bool WordAt(size_t at) const { return IsWordClass(At(at).cls); }
  bool BlankAt(size_t at) const {
    const CharClass cls = At(at).cls;
    return cls == CharClass::kBlank || cls == CharClass::kNewline;
  }
  bool BlankBefore(size_t at) const;  // a blank, the start, or a mark that opens
  bool DigitAt(size_t at) const { return At(at).cls == CharClass::kDigit; }

  size_t TakePlainWord(size_t begin);
  size_t ScanWord(size_t begin);
  size_t ScanAddress(size_t mark);
  bool IsAddress(size_t begin, size_t end) const;
  bool IsInitial(size_t begin, size_t end) const;
  bool IsSeeded(size_t begin, size_t hyphen);
  size_t TakeStop(size_t begin, size_t end);
  size_t Apostrophe(size_t at, const Character& c);
  size_t OtherMark(size_t at, const Character& c);
  bool PossessiveAt(size_t at, size_t size) const {
    const char s = Byte(at + size);
    return (s == 's' || s == 'S') && !WordAt(at + size + 1);
  }
  bool IsShortBe() const;

  void Emit(WordTable::Found found, size_t begin, size_t end) {
    tokens_.push_back({found.word, static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
    hints_.push_back(static_cast<HintSet>(found.hints | line_));
    line_ = 0;
  }
  void Emit(WordId word, size_t begin, size_t end) { Emit({word, words_[word].hints}, begin, end); }
  void EmitWord(size_t begin, size_t end);
  void EmitMark(Mark mark, size_t begin, size_t size) {
    Emit(words_.mark(mark), begin, begin + size);
  }
  void EmitSurface(size_t begin, size_t end) {
    Emit(words_.Intern(text_.substr(begin, end - begin)), begin, end);
  }

  std::string_view text_;
  WordTable& words_;
  std::vector<Token>& tokens_;
  std::vector<HintSet>& hints_;
  HintSet line_ = 0;               // kAfterLine, where a line ended since the last token
  const TermSet& domains_;         // "com", "org": what makes words with stops between an address
  const TermSet& plural_endings_;  // letters behind which an apostrophe alone owns: "soldiers'"
  const TermSet& versus_;          // whose stop ends no sentence: "Ruiz v. Palmer"
  bool open_single_ = false;
  bool open_double_ = false;
  bool may_split_ =
      false;  // the word that ScanWord found last has a hyphen or an apostrophe inside
};

bool Scanner::BlankBefore(size_t at) const {
  if (at == 0) return true;
  const auto byte = static_cast<unsigned char>(text_[at - 1]);
  if (byte <= ' ') return true;
  if (byte == '(' || byte == '[' || byte == '{' || byte == '"' || byte == '-' || byte == '/')
    return true;
  if (byte < 0x80) return false;
  size_t back = at - 1;
  while (back > 0 && at - back < 4 && (static_cast<unsigned char>(text_[back]) & 0xc0) == 0x80)
    --back;
  const Character c = CharacterAt(text_, back);
  return c.cls == CharClass::kBlank || c.cls == CharClass::kNewline || c.cls == CharClass::kDash ||
         c.code_point == 0x201c || c.code_point == 0x2018 || c.code_point == 0xab;
}

void Scanner::EmitWord(size_t begin, size_t end) {
  const WordId id = words_.Intern(text_.substr(begin, end - begin));
  if (!may_split_ || !words_[id].split_left.valid()) {  // most records are not even touched here
    Emit(id, begin, end);
    return;
  }
  // Copied: nothing below may look at the record after the table has grown.
  const Word word = words_[id];
  const size_t middle = begin + word.split_at;
  Emit(word.split_left, begin, middle);
  if (!word.split_joiner.valid()) {
    Emit(word.split_right, middle, end);
    return;
  }
  Emit(word.split_joiner, middle, middle + 1);
  EmitWord(middle + 1, end);
}

// Where the blank-delimited run that goes on at `mark`, behind a word, ends, without the marks that
// close a sentence around it. Never before `mark`.
size_t Scanner::ScanAddress(size_t mark) {
  may_split_ = true;  // what is taken from here on is not looked at
  size_t end = mark;
  while (end < text_.size()) {
    const auto byte = static_cast<unsigned char>(text_[end]);
    if (byte <= ' ' || byte == '"' || byte == '<' || byte == '>' || byte >= 0x80) break;
    ++end;
  }
  while (end > mark) {
    const char last = text_[end - 1];
    if (last == '.' || last == ',' || last == ')' || last == ';' || last == ':' || last == '!' ||
        last == '?' || last == '\'' || last == ']') {
      --end;
    } else {
      break;
    }
  }
  return end;
}

// Called at a mark that ended a word: is this "https://", "name@host" or "host.com"?
bool Scanner::IsAddress(size_t begin, size_t end) const {
  const char mark = Byte(end);
  if (mark == ':') return Byte(end + 1) == '/' && Byte(end + 2) == '/';
  if (mark == '@') return end > begin && WordAt(end + 1);
  if (mark != '.' || static_cast<unsigned char>(Byte(end + 1)) <= ' ') return false;
  if (end - begin == 3 && (text_[begin] | 32) == 'w' && (text_[begin + 1] | 32) == 'w' &&
      (text_[begin + 2] | 32) == 'w') {
    return WordAt(end + 1);
  }
  // "first.last@host": look a little ahead for the @.
  for (size_t at = end + 1; at < text_.size() && at < end + 64; ++at) {
    const char c = text_[at];
    if (c == '@') return WordAt(at + 1);
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || (!IsWordClass(kAsciiClass[byte]) && c != '.' && c != '-')) break;
  }
  // "reuters.com", "news.velanox.org/en": words and stops up to a domain of the net.
  size_t label = end + 1;
  for (size_t at = label; at <= text_.size() && at < end + 64; ++at) {
    const auto byte = static_cast<unsigned char>(Byte(at));
    if (byte < 0x80 && (IsWordClass(kAsciiClass[byte]) || byte == '-')) continue;
    if (at > label) {
      const TermId term = words_.rules().vocabulary.Find(text_.substr(label, at - label));
      if (term.valid() && domains_.count(term) > 0) return true;
    }
    if (byte != '.' || at == label) break;
    label = at + 1;
  }
  return false;
}

// "it's", "there's", "who's": the word before decides, "Iran's" is the rule.
bool Scanner::IsShortBe() const {
  if (tokens_.empty()) return false;
  const Word& base = words_[tokens_.back().word];
  if (base.Is(kExistential | kThat | kRelative | kInterrogative)) return true;
  if (!base.Is(kPronoun) || !base.term.valid()) return false;
  const auto& pronouns = words_.rules().pronouns;
  const auto found = pronouns.find(base.term);
  return found != pronouns.end() && found->second.person == 3 &&
         (found->second.gender == Gender::kMale || found->second.gender == Gender::kFemale ||
          found->second.gender == Gender::kThing);
}

// A stop behind [begin, end): the new end where it belongs to the word, else `end`.
// "5-Wayne Ferreira", as results write that he is seeded: a name behind the number, no "10-Year".
bool Scanner::IsSeeded(size_t begin, size_t hyphen) {
  const size_t name = hyphen + 1;
  if (hyphen - begin > 2 || Byte(name) < 'A' || Byte(name) > 'Z') return false;
  size_t end = name + 1;
  while (Byte(end) >= 'a' && Byte(end) <= 'z') ++end;
  return end > name + 2 && Byte(end) == ' ' &&
         !words_[words_.Intern(text_.substr(name, end - name))].Hints(kInDictionary);
}

// "A. Marek" and "I. B. Marek", which are a determiner and a pronoun elsewhere ("so do I. He"): a
// capital behind it, and before it no word, or another initial behind it.
bool Scanner::IsInitial(size_t begin, size_t end) const {
  if (end - begin != 1) return false;
  size_t next = end + 1;
  if (Byte(next) != ' ') return false;
  while (Byte(next) == ' ') ++next;
  if (Byte(next) < 'A' || Byte(next) > 'Z') return false;
  if (Byte(next + 1) == '.') return true;
  size_t before = begin;
  while (before > 0 && Byte(before - 1) == ' ') --before;
  return before == 0 || !WordAt(before - 1);
}

size_t Scanner::TakeStop(size_t begin, size_t end) {
  if (Byte(end + 1) == '.') return end;  // an ellipsis
  const Word& word = words_[words_.Intern(text_.substr(begin, end - begin))];
  if (!word.Has(kTakesStop)) return end;
  if (word.term.valid() && versus_.count(word.term) != 0) return end + 1;
  const bool plain =
      word.noun_count + word.verb_count + word.adjective_count > 0 && !word.Has(kAnyCapital);
  if (plain ||
      (word.Is(kNot | kDeterminer | kPronoun | kPreposition | kAuxiliary) && !word.Has(kAllCaps))) {
    // "No. 5", "art. 7" against "He said no." and "works of art."
    size_t next = end + 1;
    while (At(next).cls == CharClass::kBlank) next += At(next).size;
    if (!DigitAt(next) && !IsInitial(begin, end)) return end;
  }
  return end + 1;
}

// A word of letters that is seen at once to be one: where the text goes on behind it and a blank,
// else `begin`.
size_t Scanner::TakePlainWord(size_t begin) {
  if (begin + 17 > text_.size()) return begin;
  const char* at = text_.data() + begin;
  WordTable::Ends ends{Load8(at), 0};
  unsigned size = LettersIn(ends.first);
  if (size < 8) {
    if (size == 0) return begin;
    ends.first &= ~(~uint64_t{0} << 8 * size);
  } else {
    size += LettersIn(Load8(at + 8));
    if (size > 8) ends.last = Load8(at + size - 8);
  }
  const char next = at[size];
  if (!kEndByte[static_cast<unsigned char>(next)]) return begin;
  const size_t end = begin + size;
  Emit(words_.Find({at, size}, ends), begin, end);
  return next == ' ' ? end + 1 : end;
}

size_t Scanner::ScanWord(size_t begin) {
  size_t at = begin;
  may_split_ = false;
  size_t segment = begin;  // after the last stop, for U.S.
  bool acronym = false;    // single letters with stops so far
  for (;;) {
    while (at < text_.size() && kWordByte[static_cast<unsigned char>(text_[at])]) ++at;
    if (at >= text_.size() || text_[at] == ' ') return at;  // four words of five
    const Character c = At(at);
    const Character next = At(at + c.size);
    const bool letter_next = next.cls == CharClass::kLetter;
    const bool digit_before =
        at > begin &&
        kAsciiClass[static_cast<unsigned char>(text_[at - 1]) & 0x7f] == CharClass::kDigit &&
        static_cast<unsigned char>(text_[at - 1]) < 0x80;
    switch (c.cls) {
      case CharClass::kLetter:
      case CharClass::kDigit:
        break;
      case CharClass::kInvisible:
        if (!IsWordClass(next.cls) && next.cls != CharClass::kInvisible) return at;
        break;
      case CharClass::kApostrophe:
        if (!letter_next) return at;
        if (PossessiveAt(at, c.size)) return at;
        may_split_ = true;
        break;
      case CharClass::kHyphen:
        if (!IsWordClass(next.cls) || (digit_before && IsSeeded(begin, at))) return at;
        acronym = false;
        may_split_ = true;
        segment = at + c.size;
        break;
      case CharClass::kStop: {
        if (IsAddress(begin, at)) return ScanAddress(at);
        if (digit_before && next.cls == CharClass::kDigit) break;
        const size_t size = at - segment;
        const bool one = size == 1 && At(segment).cls == CharClass::kLetter;
        if (letter_next && one && !WordAt(at + 1 + next.size)) {
          acronym = true;
          segment = at + 1;
          break;
        }
        // "Ph.D."
        if (letter_next && size <= 3 && size > 0 && Byte(at + 1 + next.size) == '.' &&
            next.code_point >= 'A' && next.code_point <= 'Z' && !digit_before) {
          acronym = true;
          segment = at + 1;
          break;
        }
        if (acronym && one) {
          // The stop that closes U.S.; a hyphen may follow: U.S.-China.
          if (Byte(at + 1) == '-' && WordAt(at + 2)) break;
          return Byte(at + 1) == '.' ? at : at + 1;
        }
        return TakeStop(begin, at);
      }
      case CharClass::kMark:
        if (c.code_point == ',' && digit_before && DigitAt(at + 1) && DigitAt(at + 2) &&
            DigitAt(at + 3) && !DigitAt(at + 4))
          break;
        if ((c.code_point == ':' || c.code_point == '/') && digit_before && DigitAt(at + 1)) break;
        if (c.code_point == '%' && digit_before) return at + 1;
        if (c.code_point == '&' && letter_next && at - begin <= 3) break;
        if ((c.code_point == ':' || c.code_point == '@') && IsAddress(begin, at))
          return ScanAddress(at);
        return at;
      default:
        return at;
    }
    at += c.size;
  }
}

size_t Scanner::Apostrophe(size_t at, const Character& c) {
  const size_t end = at + c.size;
  const bool curly = c.code_point == 0x2019;
  if (!curly && c.code_point != '\'') {  // a prime or another rarity: only what it looks like
    EmitSurface(at, end);
    return end;
  }
  if (c.code_point == '\'' && Byte(end) == '\'') {  // '' closes as “ does
    EmitSurface(at, end + 1);
    return end + 1;
  }
  const bool blank_before = BlankBefore(at);
  if (!blank_before && PossessiveAt(at, c.size)) {
    if (!tokens_.empty() && tokens_.back().end == at && IsShortBe()) {
      EmitMark(curly ? Mark::kShortBeCurly : Mark::kShortBe, at, c.size + 1);
    } else {
      EmitSurface(at, end + 1);
    }
    return end + 1;
  }
  if (!blank_before && !WordAt(end)) {
    const char before = static_cast<char>(text_[at - 1] | 0x20);
    const TermId ending = words_.rules().vocabulary.Find({&before, 1});
    const bool plural = ending.valid() && plural_endings_.count(ending) > 0;
    if (plural && !open_single_) {
      EmitMark(curly ? Mark::kPossessiveCurly : Mark::kPossessive, at, c.size);
      return end;
    }
    open_single_ = false;
    EmitMark(curly ? Mark::kCloseCurly : Mark::kCloseSingle, at, c.size);
    return end;
  }
  if (blank_before && !BlankAt(end)) {
    open_single_ = true;
    EmitMark(curly ? Mark::kOpenWrongCurly : Mark::kOpenSingle, at, c.size);
    return end;
  }
  open_single_ = false;
  EmitMark(curly ? Mark::kCloseCurly : Mark::kCloseSingle, at, c.size);
  return end;
}

size_t Scanner::OtherMark(size_t at, const Character& c) {
  const size_t end = at + c.size;
  switch (c.code_point) {
    case '"': {
      const bool before = BlankBefore(at) && !(at > 0 && text_[at - 1] == '"');
      const bool after = BlankAt(end);
      const bool opens = before != after ? before : !open_double_;
      open_double_ = opens;
      EmitMark(opens ? Mark::kOpenDouble : Mark::kCloseDouble, at, 1);
      return end;
    }
    case 0x2018:
      open_single_ = true;
      EmitMark(Mark::kOpenCurly, at, c.size);
      return end;
    case '`':
      if (Byte(end) == '`') {
        EmitSurface(at, end + 1);
        return end + 1;
      }
      EmitSurface(at, end);
      return end;
    case '!':
    case '?': {
      size_t last = end;
      while (Byte(last) == '!' || Byte(last) == '?') ++last;
      EmitSurface(at, last);
      return last;
    }
    case '$':
    case 0xa3:
    case 0x20ac:
    case 0xa5:
      if (DigitAt(end)) {
        const size_t last = ScanWord(end);
        EmitSurface(at, last);
        return last;
      }
      break;
    case '@':
    case '#':
      if (BlankBefore(at) && WordAt(end)) {
        const size_t last = ScanWord(end);
        EmitSurface(at, last);
        return last;
      }
      break;
    default:
      break;
  }
  EmitSurface(at, end);
  return end;
}

void Scanner::Run() {
  size_t at = 0;
  bool line_is_blank = false;  // since the last line feed
  tokens_.reserve(text_.size() / 4);
  hints_.reserve(text_.size() / 4);
  while (at < text_.size()) {
    if (const size_t next = TakePlainWord(at); next > at) {
      line_is_blank = false;
      at = next;
      continue;
    }
    const Character c = At(at);
    switch (c.cls) {
      case CharClass::kBlank:
      case CharClass::kInvisible:
        at += c.size;
        continue;
      case CharClass::kNewline:
        if (line_is_blank) open_single_ = open_double_ = false;
        line_is_blank = true;
        line_ = kAfterLine;
        at += c.size;
        continue;
      default:
        line_is_blank = false;
        break;
    }
    switch (c.cls) {
      case CharClass::kLetter:
      case CharClass::kDigit: {
        const size_t end = ScanWord(at);
        EmitWord(at, end);
        at = end;
        break;
      }
      case CharClass::kApostrophe:
        if (WordAt(at + c.size) && DigitAt(at + c.size) && BlankBefore(at) &&
            DigitAt(at + c.size + 1) && !DigitAt(at + c.size + 2)) {
          const size_t end = ScanWord(at + c.size);  // '90s
          EmitSurface(at, end);
          at = end;
        } else {
          at = Apostrophe(at, c);
        }
        break;
      case CharClass::kStop: {
        size_t end = at + 1;
        while (Byte(end) == '.') ++end;
        EmitSurface(at, end);
        at = end;
        break;
      }
      case CharClass::kHyphen:
      case CharClass::kDash: {
        size_t end = at + c.size;
        if (c.code_point == '-') {
          while (Byte(end) == '-') ++end;
        }
        // "Iran–Turkey", as tight as a hyphen.
        const bool tight =
            c.code_point == 0x2013 && !tokens_.empty() && tokens_.back().end == at && WordAt(end);
        if (tight && words_.NamesParty(tokens_.back().word)) {
          const size_t next = ScanWord(end);
          if (words_.NamesParty(words_.Intern(text_.substr(end, next - end)))) {
            EmitMark(Mark::kJoinerDash, at, end - at);
            at = end;
            break;
          }
        }
        EmitSurface(at, end);
        at = end;
        break;
      }
      default:
        at = OtherMark(at, c);
        break;
    }
  }
}

}  // namespace

void Tokenize(std::string_view text, WordTable& words, Layers& layers) {
  layers.tokens.clear();
  layers.hints.clear();
  Scanner(text, words, layers).Run();
}

}  // namespace telex
