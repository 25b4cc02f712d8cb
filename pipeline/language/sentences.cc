// One walk over the tokens. Between two tokens the text is looked at for line feeds, which give a
// break of three strengths; at a stop, at an abbreviation and at a break one question is asked:
// does a sentence end here? What follows is consulted for a few tokens at most, so that the walk is
// linear whatever the text.
#include "pipeline/language/sentences.h"

#include <algorithm>

#include "pipeline/language/letters.h"

namespace telex {
namespace {

enum class Break : uint8_t { kNone, kLine, kParagraph };

// Words that open a sentence and seldom stand with a capital inside one.
constexpr ClassSet kOpeners = kDeterminer | kPronoun | kPossessivePronoun | kPreposition |
                              kSubordinator | kCoordinator | kInterrogative | kExistential |
                              kRelative;
constexpr TokenIndex kFarthestBracket = 80;  // tokens
constexpr TokenIndex kFarthestSpeech = 8;

class Splitter {
 public:
  Splitter(const Story& story, const WordTable& words, Layers& layers)
      : story_(story),
        text_(story.text()),
        words_(words),
        layers_(layers),
        speech_(words.rules().List("speech")),
        firm_suffixes_(words.rules().List("firm_suffixes")),
        streets_(words.rules().List("street_words")) {}

  void Run();

 private:
  const Word& At(TokenIndex i) const { return words_[layers_.tokens[i].word]; }
  TokenIndex size() const { return static_cast<TokenIndex>(layers_.tokens.size()); }
  Break BreakBetween(uint32_t begin, uint32_t end) const;
  Break BreakAfter(TokenIndex i) const {
    if (i + 1 >= size()) return Break::kParagraph;
    if (!(layers_.hints[i + 1] & kAfterLine)) return Break::kNone;  // nearly always
    return BreakBetween(layers_.tokens[i].end, layers_.tokens[i + 1].begin);
  }
  bool Tight(TokenIndex i) const {  // no blank behind token i
    return i + 1 < size() && layers_.tokens[i].end == layers_.tokens[i + 1].begin;
  }
  // The first token from `i` on that can end a sentence, or before which one can end.
  TokenIndex NextEnd(TokenIndex i, TokenIndex limit) const {
    const TokenIndex end = NextWith(layers_.hints, kMayEndSentence | kAfterLine, i + 1, limit);
    return end < limit && (layers_.hints[end] & kAfterLine) ? end - 1 : end;
  }
  bool LowerAt(TokenIndex i) const {
    return i < size() && At(i).Has(kLetters) && !At(i).Has(kAnyCapital) && !At(i).Has(kHasDigit);
  }
  bool CapitalAt(TokenIndex i) const { return i < size() && At(i).Has(kCapital); }
  bool OpenerAt(TokenIndex i) const;
  bool IsWrapped() const;
  bool SpeechFollows(TokenIndex i) const;
  bool EndsAtStop(TokenIndex begin, TokenIndex stop, TokenIndex last) const;
  bool IsDegree(TokenIndex i) const;
  bool EndsAtAbbreviation(TokenIndex begin, TokenIndex i) const;
  bool EndsAtLine(TokenIndex begin, TokenIndex last) const;
  TokenIndex ClosersAfter(TokenIndex stop) const;
  TokenIndex BracketEnd(TokenIndex open) const;
  /// "1.", "2)", "b." or "1.)" before an item of a list.
  struct ItemMark {
    TokenIndex size = 0;  // tokens, 0 where there is none
    int32_t number = 0;   // 2 for "2" and "b"
    int style = 0;        // how it is written
  };
  ItemMark ItemMarkAt(TokenIndex i) const;
  bool BulletAt(TokenIndex i) const;
  static constexpr TokenIndex kMostTokens = 600;
  void Emit(TokenIndex begin, TokenIndex end, bool headline);
  bool FirstLineIsHeadline(TokenIndex begin, TokenIndex end) const;
  TokenIndex CrossheadEnd(TokenIndex begin, TokenIndex end) const;

  const Story& story_;
  std::string_view text_;
  const WordTable& words_;
  Layers& layers_;
  const TermSet& speech_;
  const TermSet& firm_suffixes_;  // the Inc. of "Yahoo! Inc."
  const TermSet& streets_;        // the St. of "43rd St."
  uint32_t paragraph_ = 0;
  bool wrapped_ = false;
};

Break Splitter::BreakBetween(uint32_t begin, uint32_t end) const {
  size_t feeds = 0;
  for (size_t at = begin; at < end;) {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte < 0x80) {
      feeds += byte == '\n';
      ++at;
      continue;
    }
    const Character c = CharacterAt(text_, at);
    if (c.code_point == 0x2029)
      feeds += 2;
    else if (c.cls == CharClass::kNewline)
      ++feeds;
    at += c.size;
  }
  return feeds == 0 ? Break::kNone : feeds == 1 ? Break::kLine : Break::kParagraph;
}

// Copy that was wrapped by hand: lines of like length of which many go on in lower case.
bool Splitter::IsWrapped() const {
  const std::string_view body = story_.body();
  size_t breaks = 0, going_on = 0, unstopped = 0, longest = 0;
  for (size_t at = 0; at < body.size();) {
    const size_t feed = body.find('\n', at);
    if (feed == std::string_view::npos) break;
    const size_t length = feed - at;
    size_t next = feed + 1;
    while (next < body.size() && (body[next] == ' ' || body[next] == '\r' || body[next] == '\t'))
      ++next;
    if (next < body.size() && body[next] != '\n' && length > 1) {
      longest = std::max(longest, length);
      ++breaks;
      if (body[next] >= 'a' && body[next] <= 'z') ++going_on;
      size_t last = feed;
      while (last > at && (body[last - 1] == ' ' || body[last - 1] == '\r')) --last;
      if (last > at && std::string_view(".!?:\"").find(body[last - 1]) == std::string_view::npos)
        ++unstopped;
    }
    at = feed + 1;
  }
  return breaks >= 2 && longest <= 110 && going_on * 4 >= breaks && unstopped * 2 >= breaks;
}

bool Splitter::OpenerAt(TokenIndex i) const {
  if (!CapitalAt(i)) return false;
  const Word& word = At(i);
  if (!word.Is(kOpeners) || word.Has(kAllCaps)) return false;
  // "U.S. Under Secretary": a title.
  if (word.phrase_root != PhraseTrie::kNone && i + 1 < size() && !word.Is(kDeterminer) &&
      At(i + 1).term.valid() &&
      words_.rules().lexicon.phrases.Step(word.phrase_root, At(i + 1).term) != PhraseTrie::kNone) {
    return false;
  }
  return true;
}

// `"…." Fidan said.`: who says it, and nothing more.
bool Splitter::SpeechFollows(TokenIndex i) const {
  for (TokenIndex k = i; k < size() && k < i + kFarthestSpeech; ++k) {
    const Word& word = At(k);
    if (word.verb_lemma.valid() && word.Is(kPast | kPresent) && speech_.count(word.verb_lemma)) {
      return k == i || k + 1 >= size() || At(k + 1).Is(kStop);
    }
    if (word.Is(kPunctuation & ~kComma) || BreakAfter(k) == Break::kParagraph) return false;
  }
  return false;
}

TokenIndex Splitter::ClosersAfter(TokenIndex stop) const {
  TokenIndex last = stop;
  while (last + 1 < size() && BreakAfter(last) == Break::kNone) {
    const Word& next = At(last + 1);
    if (next.Is(kCloseBracket)) {
      ++last;
    } else if (next.Is(kCloseQuote) && (!next.Is(kOpenQuote) || Tight(last))) {
      ++last;
    } else if (next.Is(kStop) && Tight(last) && last > stop) {
      ++last;  // `."."`
    } else {
      break;
    }
  }
  return last;
}

// `stop` is a stop, `last` the last quote or bracket that closes behind it.
bool Splitter::EndsAtStop(TokenIndex begin, TokenIndex stop, TokenIndex last) const {
  const TokenIndex next = last + 1;
  const Break gap = BreakAfter(last);
  if (next >= size() || gap == Break::kParagraph) return true;
  if (gap == Break::kLine && !wrapped_) return !LowerAt(next);
  const std::string_view mark = words_.surface(layers_.tokens[stop].word);
  const Word& after = At(next);
  if (after.Is(kComma | kSemicolon | kColon | kStop | kPossessive)) return false;
  // "1." and "a." before an item of a list.
  if (mark == "." && stop == begin + 1 && last == stop &&
      (At(begin).Has(kDigits) || layers_.tokens[begin].span().size() == 1)) {
    return false;
  }
  if (LowerAt(next)) return false;
  // "Yahoo! Inc."; "Yahoo! News" cannot be told from "Stop! He said": a capital ends.
  if (mark == "!" && last == stop && stop > begin && CapitalAt(stop - 1) && after.term.valid() &&
      firm_suffixes_.count(after.term) != 0)
    return false;
  if (last > stop && At(last).Is(kCloseQuote) && At(begin).Is(kOpenQuote) && SpeechFollows(next))
    return false;
  if (mark.size() > 1 && mark[0] == '.') return after.Has(kCapital) || after.Is(kOpenQuote);
  if (mark == "\u2026") return after.Has(kCapital) || after.Is(kOpenQuote);
  if (after.Is(kDash) && !Tight(last)) return next + 1 >= size() || !LowerAt(next + 1);
  return true;
}

// Celsius, Fahrenheit.
bool Splitter::IsDegree(TokenIndex i) const {
  const std::string_view text = words_.surface(layers_.tokens[i].word);
  return text == "C." || text == "F.";
}

bool Splitter::EndsAtAbbreviation(TokenIndex begin, TokenIndex i) const {
  const Break gap = BreakAfter(i);
  if (gap == Break::kParagraph) return true;
  const TokenIndex next = i + 1;
  if (gap == Break::kLine && !wrapped_) return !LowerAt(next);
  const Word& word = At(i);
  const Word& after = At(next);
  if (after.Is(kPunctuation & ~(kOpenQuote | kOpenBracket)) || after.Is(kPossessive)) return false;
  if (word.Has(kNeverEnds)) {
    // "at 12 W. 43rd St. Visitors", "on Dock St. The"; but "Mount St. Helens"
    if (i > begin && word.term.valid() && streets_.count(word.term) != 0)
      return At(i - 1).Has(kHasDigit) ? CapitalAt(next)
                                      : OpenerAt(next) && CapitalAt(i - 1) && i > begin + 1;
    // "3 percent in Oct. Economists", but "In Oct. Clinton"
    constexpr TokenIndex kFewest = 4;
    if (word.Is(kNoun) && word.date_symbol != 0 && i >= begin + kFewest &&
        At(i - 1).Is(kPreposition))
      return CapitalAt(next) && At(next).date_symbol == 0;
    return OpenerAt(next) && !word.Has(kAnyCapital);
  }
  // "39.8 C."
  if (word.Has(kInitial) && i > begin && At(i - 1).Has(kDigits) && !At(i - 1).Has(kYearLike) &&
      IsDegree(i))
    return CapitalAt(next);
  if (word.Has(kInitial))
    return OpenerAt(next) && i > begin && !(words_.folded(layers_.tokens[next].word).size() == 1);
  if (after.Is(kOpenQuote)) return CapitalAt(next + 1);
  if (!CapitalAt(next)) return false;
  if (OpenerAt(next)) return true;
  // "at 10 a.m. Fidan arrived", but "10 a.m. Monday", "8 p.m. GMT"
  if (i < begin + 4 && At(begin).Is(kPreposition)) return false;  // "At 5 p.m. Fidan arrived"
  if (word.date_symbol == kSymbolMeridiem) return after.date_symbol == 0 && !after.Has(kAllCaps);
  return false;
}

bool Splitter::BulletAt(TokenIndex i) const {
  if (!At(i).Is(kOtherMark)) return false;
  const std::string_view mark = words_.surface(layers_.tokens[i].word);
  return mark == "\u2022" || mark == "\u25e6" || mark == "\u25aa" || mark == "\u25cf" ||
         mark == "\u25a0" || mark == "\u2023" || mark == "\u2043";
}

Splitter::ItemMark Splitter::ItemMarkAt(TokenIndex i) const {
  ItemMark mark;
  const std::string_view text = words_.surface(layers_.tokens[i].word);
  if (At(i).Has(kDigits) && text.size() <= 3) {
    mark.number = At(i).date_value;
  } else if (text.size() == 1 && text[0] >= 'a' && text[0] <= 'z') {
    mark.number = text[0] - 'a' + 1;
    mark.style = 4;
  } else {
    return {};
  }
  TokenIndex last = i;
  if (Tight(last) && At(last + 1).Is(kStop) && layers_.tokens[last + 1].span().size() == 1)
    mark.style += 1, ++last;
  if (Tight(last) && At(last + 1).Is(kCloseBracket)) mark.style += 2, ++last;
  if (last == i || last + 1 >= size() || Tight(last) || BreakAfter(last) != Break::kNone) return {};
  mark.size = last + 1 - i;
  return mark;
}

// A line that ends without a stop.
bool Splitter::EndsAtLine(TokenIndex begin, TokenIndex last) const {
  if (wrapped_) return false;
  const uint32_t length = layers_.tokens[last].end - layers_.tokens[begin].begin;
  return !(LowerAt(last + 1) && length >= 40);
}

// Where the bracket that opens at `open` closes, if it soon does and the sentence goes on behind
// it; else `open`.
TokenIndex Splitter::BracketEnd(TokenIndex open) const {
  const TokenIndex limit = std::min<TokenIndex>(size(), open + kFarthestBracket);
  for (TokenIndex i = open + 1; i < limit; ++i) {
    if (BreakBetween(layers_.tokens[i - 1].end, layers_.tokens[i].begin) == Break::kParagraph)
      return open;
    if (At(i).Is(kOpenBracket)) return open;  // the inner one is asked by itself
    if (At(i).Is(kCloseBracket)) {
      const bool goes_on =
          i + 1 < size() && (LowerAt(i + 1) || At(i + 1).Is(kComma | kSemicolon | kStop | kDash));
      return goes_on ? i : open;
    }
  }
  return open;
}

// "Oman calls for wider ties In a meeting with …": a line between the paragraphs of a story that
// lost its line feed. Where it ends if the sentence begins with one, else `begin`: before a word
// that opens a sentence, with a capital, that the text goes on behind in lower case.
TokenIndex Splitter::CrossheadEnd(TokenIndex begin, TokenIndex end) const {
  constexpr TokenIndex kFewest = 3, kMost = 14, kFewestPlain = 2;
  constexpr ClassSet kLeadsOn = kPreposition | kDeterminer | kCoordinator | kPossessive | kTo;
  const TokenIndex limit = std::min(end, begin + kMost);
  const auto next = [&](TokenIndex i) { return NextWith(layers_.hints, kMayStartName, i, limit); };
  for (TokenIndex i = next(begin + kFewest); i < limit; i = next(i + 1)) {
    // "I" has its capital anywhere, a word behind a quotation mark as well.
    const bool telling = CapitalAt(i) && At(i).Is(kGerund) && At(i).verb_lemma.valid() &&
                         speech_.count(At(i).verb_lemma) != 0 && !CapitalAt(i - 1);
    const bool opens = telling || (OpenerAt(i) && layers_.tokens[i].span().size() > 1);
    if (!opens || !LowerAt(i + 1) || At(i - 1).Is(kLeadsOn | kOpenQuote)) continue;
    TokenIndex plain = 0;  // in a title all but the small words have capitals
    for (TokenIndex k = begin; k < i; ++k) {
      const bool quoted = At(k).Is(kOpenQuote | kCloseQuote) && (k == begin || k + 1 == i);
      if (At(k).Is(kPunctuation) && !At(k).Is(kPossessive) && !quoted) return begin;
      plain += LowerAt(k) && !At(k).Is(kLeadsOn);
    }
    const TokenIndex first = At(begin).Is(kOpenQuote) ? begin + 1 : begin;
    return plain >= kFewestPlain && CapitalAt(first) ? i : begin;
  }
  return begin;
}

// A sentence of more than kMostTokens tokens is a table or a list without stops. It is cut, behind
// a comma where there is one, so that no later stage does more than linear work on a text of any
// shape.
void Splitter::Emit(TokenIndex begin, TokenIndex end, bool headline) {
  if (const TokenIndex cut = headline ? begin : CrossheadEnd(begin, end); cut > begin) {
    layers_.sentences.push_back({begin, cut, paragraph_, headline});
    begin = cut;
  }
  while (end - begin > kMostTokens) {
    TokenIndex cut = begin + kMostTokens;
    while (cut > begin + kMostTokens / 2 && !At(cut - 1).Is(kComma | kSemicolon | kColon)) --cut;
    if (cut == begin + kMostTokens / 2) cut = begin + kMostTokens;
    layers_.sentences.push_back({begin, cut, paragraph_, headline});
    begin = cut;
  }
  if (begin < end) layers_.sentences.push_back({begin, end, paragraph_, headline});
}

// A first line without a stop, shorter than what follows.
bool Splitter::FirstLineIsHeadline(TokenIndex begin, TokenIndex end) const {
  if (end >= size() || end - begin > 30 || !story_.headline().empty() || wrapped_) return false;
  const Word& last = At(end - 1);
  if (last.Is(kStop | kColon | kComma | kSemicolon | kCloseQuote)) return false;
  if (!(CapitalAt(begin) || At(begin).Has(kHasDigit)) || BreakAfter(end - 1) == Break::kNone)
    return false;
  if (LowerAt(end)) return false;
  const size_t line_end = std::min(text_.find('\n', layers_.tokens[end].begin), text_.size());
  return line_end - layers_.tokens[end].begin >
         layers_.tokens[end - 1].end - layers_.tokens[begin].begin;
}

void Splitter::Run() {
  layers_.sentences.clear();
  if (size() == 0) return;
  wrapped_ = IsWrapped();
  TokenIndex i = 0;
  while (i < size() && layers_.tokens[i].begin < story_.body_begin()) ++i;
  if (i > 0) {
    Emit(0, i, /*headline=*/true);
    ++paragraph_;
  }
  const Dateline& dateline = layers_.dateline;
  size_t tag = 0;
  bool first = true;
  TokenIndex begin = i, bracket_end = 0;
  ItemMark item;             // of the list that the text is in
  TokenIndex unskipped = i;  // up to here nothing lies that belongs to no sentence
  while (i < size()) {
    if (i + 1 < unskipped && i > begin + 1 && item.size == 0 &&
        !(layers_.hints[i] & kMayEndSentence) && !(layers_.hints[i + 1] & kAfterLine)) {
      i = NextEnd(i, unskipped - 1);
      continue;
    }
    // What belongs to no sentence.
    TokenIndex skip = i;
    if (dateline.found() && i == dateline.begin) {
      skip = dateline.end;
    } else {
      while (tag < layers_.agency_tags.size() && layers_.agency_tags[tag].begin < i) ++tag;
      if (tag < layers_.agency_tags.size() && layers_.agency_tags[tag].begin == i)
        skip = layers_.agency_tags[tag].end;
    }
    unskipped = size();
    if (dateline.found() && i <= dateline.begin) unskipped = dateline.begin;
    if (tag < layers_.agency_tags.size() && layers_.agency_tags[tag].begin > i)
      unskipped = std::min(unskipped, layers_.agency_tags[tag].begin);
    if (skip > i) {
      unskipped = skip;
      Emit(begin, i, false);
      begin = i = skip;
      first = false;
      continue;
    }

    const Word& word = At(i);
    // The mark of an item opens a sentence; the next item of the list opens another.
    if (i > begin && !(i == begin + 1 && BulletAt(begin)) &&
        (BulletAt(i) || (item.size > 0 && word.Is(kNumber | kNoun | kDeterminer)))) {
      const ItemMark next = ItemMarkAt(i);
      if (BulletAt(i) || (next.size > 0 && next.style == item.style &&
                          next.number == item.number + 1 && CapitalAt(i + next.size))) {
        Emit(begin, i, false);
        begin = i;
        bracket_end = 0;
      }
    }
    if (i == begin || (i == begin + 1 && BulletAt(begin))) {
      if (const ItemMark mark = ItemMarkAt(i); mark.size > 0) {
        item = mark;
        i += mark.size;
        continue;
      }
    }
    TokenIndex last = i;
    bool ends = false;
    if (word.Is(kOpenBracket) && i > begin && i >= bracket_end) {
      bracket_end = BracketEnd(i);
    } else if (word.Is(kStop)) {
      last = ClosersAfter(i);
      ends = last >= bracket_end && EndsAtStop(begin, i, last);
      if (last < bracket_end) last = i;
    } else if (word.Has(kAbbreviation)) {
      last = ClosersAfter(i);
      ends = i >= bracket_end && EndsAtAbbreviation(begin, last > i ? last : i);
      if (!ends) last = i;
    }
    const Break gap = BreakAfter(last);
    if (!ends && gap == Break::kParagraph) ends = true;
    if (!ends && gap == Break::kLine && !word.Is(kStop)) ends = EndsAtLine(begin, last);
    i = last + 1;
    // Before the dateline of the body everything is a headline.
    const bool before_dateline = dateline.found() && i <= dateline.begin;
    if (before_dateline && i == dateline.begin) ends = true;
    if (!ends) continue;
    Emit(begin, i, before_dateline || (first && FirstLineIsHeadline(begin, i)));
    begin = i;
    first = false;
    bracket_end = 0;
    if (gap == Break::kParagraph) ++paragraph_;
  }
  Emit(begin, size(), false);
}

}  // namespace

void SplitSentences(const Story& story, const WordTable& words, Layers& layers) {
  Splitter(story, words, layers).Run();
}

}  // namespace telex
