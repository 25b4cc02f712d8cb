#include "pipeline/language/dateline.h"

#include <algorithm>
#include <string>

#include "grammars/dateline.h"
#include "pipeline/language/dates.h"
#include "pipeline/language/letters.h"

namespace telex {
namespace {

class Finder {
 public:
  Finder(const Story& story, const WordTable& words, Layers& layers)
      : text_(story.text()),
        words_(words),
        layers_(layers),
        body_(story.body_begin()),
        published_(story.published()) {}

  void Run();

 private:
  // The first token that begins at or after `byte`.
  TokenIndex TokenAt(uint32_t byte) const {
    const auto found =
        std::lower_bound(layers_.tokens.begin(), layers_.tokens.end(), byte,
                         [](const Token& token, uint32_t at) { return token.begin < at; });
    return static_cast<TokenIndex>(found - layers_.tokens.begin());
  }
  TokenRange TokensOf(uint32_t begin, uint32_t end) const { return {TokenAt(begin), TokenAt(end)}; }

  bool Try(uint32_t begin);
  bool TryTag(uint32_t begin);
  bool IsAgency(Span span) const;
  bool AllCapitals(TokenRange range) const;
  uint32_t PhraseOf(TokenRange range) const;
  bool IsPlace(TokenRange range) const;
  void Locate(TokenRange place, TokenRange region);
  bool FollowedByCapitals(TokenIndex token) const;
  void ReadDateOf(Span span);

  std::string_view text_;
  const WordTable& words_;
  Layers& layers_;
  uint32_t body_;
  std::string_view published_;
};

bool Finder::IsAgency(Span span) const {
  std::string folded;
  FoldSurface(span.Of(text_), folded);
  while (!folded.empty() && folded.back() == ' ') folded.pop_back();
  const TermId term = words_.rules().vocabulary.Find(folded);
  return term.valid() && words_.rules().agencies.count(term) > 0;
}

bool Finder::AllCapitals(TokenRange range) const {
  bool any = false;
  for (TokenIndex i = range.begin; i < range.end; ++i) {
    const Word& word = words_[layers_.tokens[i].word];
    if (!word.Has(kLetters)) continue;
    if (word.Has(kLowerCase) || !word.Has(kAnyCapital)) return false;
    any = any || word.Has(kAllCaps);
  }
  return any;
}

// The lexicon's node where the whole range is one phrase of it.
uint32_t Finder::PhraseOf(TokenRange range) const {
  const Lexicon& lexicon = words_.rules().lexicon;
  uint32_t node = PhraseTrie::kRoot;
  for (TokenIndex i = range.begin; i < range.end && node != PhraseTrie::kNone; ++i) {
    const TermId term = words_[layers_.tokens[i].word].term;
    node = term.valid() ? lexicon.phrases.Step(node, term) : PhraseTrie::kNone;
  }
  return range.empty() ? PhraseTrie::kNone : node;
}

// The whole range is one phrase of the lexicon that names a place, a capital or a country.
bool Finder::IsPlace(TokenRange range) const {
  const Lexicon& lexicon = words_.rules().lexicon;
  const uint32_t node = PhraseOf(range);
  if (node == PhraseTrie::kNone) return false;
  for (const EntryId entry : lexicon.phrases.EntriesAt(node)) {
    const EntryKind kind = lexicon.entries[entry.value()].kind;
    if (kind == EntryKind::kPlace || kind == EntryKind::kCapital || kind == EntryKind::kCountry)
      return true;
  }
  return false;
}

// Where the story was written. "ANKARA, Turkey" is in Turkey; of several places of one name a
// capital is meant before others.
void Finder::Locate(TokenRange place, TokenRange region) {
  const Lexicon& lexicon = words_.rules().lexicon;
  Dateline& dateline = layers_.dateline;
  if (const uint32_t node = PhraseOf(region); node != PhraseTrie::kNone)
    for (const EntryId id : lexicon.phrases.EntriesAt(node))
      if (lexicon.entries[id.value()].kind == EntryKind::kCountry)
        dateline.country = lexicon.entries[id.value()].index;
  const uint32_t node = PhraseOf(place);
  if (node == PhraseTrie::kNone) return;
  const auto country_of = [&](uint32_t town) {
    const auto country = lexicon.country_by_code.find(lexicon.places[town].country);
    return country == lexicon.country_by_code.end() ? Dateline::kNowhere : country->second;
  };
  for (const EntryKind kind : {EntryKind::kCapital, EntryKind::kCountry, EntryKind::kPlace})
    for (const EntryId id : lexicon.phrases.EntriesAt(node)) {
      const LexiconEntry& entry = lexicon.entries[id.value()];
      if (entry.kind != kind) continue;
      const uint32_t country = kind == EntryKind::kPlace ? country_of(entry.index) : entry.index;
      if (dateline.country == Dateline::kNowhere) dateline.country = country;
      if (kind == EntryKind::kPlace && dateline.town == Dateline::kNowhere &&
          country == dateline.country)
        dateline.town = entry.index;
    }
}

// "IRAN - TURKEY TALKS": a headline, no dateline.
bool Finder::FollowedByCapitals(TokenIndex token) const {
  size_t words = 0, capitals = 0;
  for (TokenIndex i = token; i < layers_.tokens.size() && words < 4; ++i) {
    const Word& word = words_[layers_.tokens[i].word];
    if (i > token &&
        text_.substr(layers_.tokens[i - 1].end, layers_.tokens[i].begin - layers_.tokens[i - 1].end)
                .find('\n') != std::string_view::npos) {
      break;
    }
    if (!word.Has(kLetters)) continue;
    ++words;
    if (!word.Has(kLowerCase)) ++capitals;
  }
  return words >= 2 && capitals == words;
}

void Finder::ReadDateOf(Span span) {
  const TokenRange range = TokensOf(span.begin, span.end);
  for (TokenIndex i = range.begin; i < range.end; ++i) {
    DateExpression expression;
    const size_t size = ReadDate(words_, layers_.tokens, i, range.end, expression);
    if (size == 0) continue;
    layers_.dateline.date =
        Resolve(expression, ParseDay(published_), DateExpression::Direction::kPast).value;
    layers_.dateline.day = {i, i + static_cast<TokenIndex>(size)};
    layers_.dateline.expression = expression;
    return;
  }
}

bool Finder::Try(uint32_t begin) {
  DatelineShape shape;
  if (!ParseDateline(text_.substr(begin), shape)) return false;
  const auto shift = [begin](Span span) {
    return span.empty() ? Span{} : Span{span.begin + begin, span.end + begin};
  };
  const Span place = shift(shape.place), agency = shift(shape.agency);
  const uint32_t end = begin + shape.size;
  const TokenIndex after = TokenAt(end);
  // The mark must not cut a token: "TEHRAN-based" has the shape as far as the hyphen.
  if (after > 0 && layers_.tokens[after - 1].end > end) return false;

  const bool known_agency = !agency.empty() && IsAgency(agency);
  // Without a bracket only a name that is listed is an agency's: "Tehran, Oct. 12, IRNA --".
  const bool bare = !agency.empty() && text_[agency.begin - 1] != '(';
  if (bare && !known_agency) return false;
  if (place.empty()) {
    if (!known_agency) return false;
  } else {
    const TokenRange range = TokensOf(place.begin, place.end);
    if (range.empty()) return false;
    const bool capitals = AllCapitals(range);
    const bool known = IsPlace(range);
    const bool marked = shape.mark != DatelineShape::Mark::kNone;
    if (!agency.empty()) {
      // "TEHRAN (IP) —", "Tehran (IP):"; without a mark the bracket must hold an agency.
      if (!capitals && !known && !(known_agency && marked)) return false;
      if (!marked && !known_agency) return false;
      if (!known_agency && !(capitals && marked) && !known) return false;
    } else if (shape.mark == DatelineShape::Mark::kColon) {
      if (!known || !(capitals || !shape.date.empty())) return false;
    } else {
      if (!capitals &&
          !(known && shape.region.empty() && range.size() <= 2 && text_[end - 1] != '-'))
        return false;
      if (capitals && FollowedByCapitals(after)) return false;
      // A hyphen between letters makes a compound.
      if (text_[end - 1] == '-' && end < text_.size() && text_[end] != ' ' && text_[end] != '\n' &&
          !known)
        return false;
    }
  }
  Dateline& dateline = layers_.dateline;
  dateline.begin = TokenAt(begin);
  dateline.end = after;
  dateline.place = place.empty() ? TokenRange{} : TokensOf(place.begin, place.end);
  dateline.agency = agency;
  const Span region = shift(shape.region);
  Locate(dateline.place, region.empty() ? TokenRange{} : TokensOf(region.begin, region.end));
  if (!shape.date.empty()) ReadDateOf(shift(shape.date));
  return true;
}

bool Finder::TryTag(uint32_t begin) {
  DatelineShape shape;
  if (!ParseAgencyTag(text_.substr(begin), shape)) return false;
  if (!IsAgency({shape.agency.begin + begin, shape.agency.end + begin})) return false;
  const TokenRange range = TokensOf(begin, begin + shape.size);
  if (range.empty()) return false;
  layers_.agency_tags.push_back(range);
  return true;
}

void Finder::Run() {
  layers_.dateline = Dateline();
  layers_.agency_tags.clear();
  size_t line = 0;
  bool found = false, may_come = true;
  for (size_t at = body_; at < text_.size(); ++line) {
    const size_t stop = std::min(text_.find('\n', at), text_.size());
    size_t begin = at;
    while (begin < stop) {
      const Character c = CharacterAt(text_, begin);
      if (c.cls != CharClass::kBlank && c.cls != CharClass::kInvisible) break;
      begin += c.size;
    }
    at = stop + 1;
    if (begin >= stop) continue;  // an empty line
    const auto start = static_cast<uint32_t>(begin);
    if (text_[begin] == '(' || static_cast<unsigned char>(text_[begin]) >= 'A') {
      const bool tagged = TryTag(start);
      if (!tagged && may_come && !found) found = Try(start);
    }
    if (found) {
      may_come = false;
    } else if (may_come) {
      // A headline or two, a byline: short lines without a stop may come before the dateline.
      const TokenIndex next = TokenAt(static_cast<uint32_t>(std::min(at, text_.size())));
      const bool stopped = next > 0 && words_[layers_.tokens[next - 1].word].Is(kStop);
      may_come = line < 4 && !stopped && stop - begin < 200;
    }
  }
}

}  // namespace

void FindDateline(const Story& story, const WordTable& words, Layers& layers) {
  Finder(story, words, layers).Run();
}

}  // namespace telex
