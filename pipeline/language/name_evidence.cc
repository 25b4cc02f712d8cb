// Which runs of capitalised words are people of whom neither a title nor a list tells.
//
// A run looks like a name (a given name first, a surname last, an initial, "bin" or "van" inside),
// or what stands around it is said of people alone: a word for a person before it, an age behind
// it, "said". A word of the dictionary that is no surname speaks against a name: in "Savings
// Partners said" nobody speaks. The looks are asked first, the neighbours only of runs in which no
// such word is.
#include <algorithm>

#include "pipeline/language/names_view.h"

namespace telex {
namespace {

constexpr TokenIndex kMostWordsBySurname = 4;

}  // namespace

NameFinder::Nature NameFinder::NatureOf(const View& view, TokenIndex token) const {
  const Word& word = view.At(token);
  Nature nature;
  constexpr KindSet kThings =
      SetOf(EntryKind::kCountry, EntryKind::kNationality, EntryKind::kPeople, EntryKind::kCapital,
            EntryKind::kSeat, EntryKind::kOrganization, EntryKind::kPlace);
  const KindSet kinds = view.syntax.hit_kinds[token];
  nature.given = (kinds & SetOf(EntryKind::kGivenName)) != 0;
  nature.listed = (kinds & SetOf(EntryKind::kPerson)) != 0;
  nature.thing = (kinds & kThings) != 0;
  if (kinds & SetOf(EntryKind::kSurname)) {
    const std::vector<LexiconHit>& hits = view.layers.lexicon_hits;
    for (uint32_t hit = view.syntax.first_hit[token]; hit < hits.size() && hits[hit].begin == token;
         ++hit)
      if (hits[hit].kind == EntryKind::kSurname)
        (rules_.lexicon.entries[hits[hit].entry.value()].index == 0 ? nature.surname
                                                                    : nature.surname_first) = true;
  }
  nature.initial = word.Has(kInitial) || (word.Has(kAbbreviation) && word.Has(kAllCaps));
  nature.word = (word.Hints(kInDictionary) || IsPeopleWord(word)) && !nature.given &&
                !nature.surname && !nature.surname_first && !word.Has(kInitial);
  return nature;
}

// "striker", "Vice-Premier"
bool NameFinder::IsPeopleWord(const Word& word) const {
  return flags_.Has(word.noun_lemma, kPeopleNoun) ||
         (word.Has(kHyphenated) && (flags_.Has(word.hyphen_right, kPeopleNoun) ||
                                    rules_.role_words.count(word.hyphen_right) != 0));
}

// A title tells that a name follows; what is none: adjectives and words for people ("Ambassador
// Extraordinary", "Senior Counsel"), plurals ("Student Affairs"), letters ("NEC").
bool NameFinder::MayBeName(const View& view, TokenRange name) const {
  const Nature first = NatureOf(view, name.begin);
  if (first.given || first.listed) return true;
  const TokenIndex last = BeforeSuffix(view, name) - 1;
  const Nature nature = last == name.begin ? first : NatureOf(view, last);
  const Word& word = view.At(last);
  if (nature.initial && last == name.begin) return false;
  if (last == name.begin && word.Has(kAllCaps) && !view.headline)
    return nature.surname || nature.surname_first;
  if (!nature.word || first.initial) return true;
  if (HasCue(word.noun_lemma, kThing)) return false;  // "Commissioner, Allen County"
  return word.adjective_count <= word.noun_count + word.verb_count &&
         !flags_.Has(word.noun_lemma, kPeopleNoun) && !word.Is(kPlural);
}

// "striker Alan Shearer", "Witness Susanna Diaz": the last word before a name says that a person
// follows. A plural does not ("the rebels Kofi …" are many).
bool NameFinder::IsPersonWord(const View& view, TokenIndex token) const {
  const Word& word = view.At(token);
  if (!word.Is(kNoun) || word.Is(kPlural) || HasCue(word.noun_lemma, kMaker)) return false;
  return IsPeopleWord(word) || HasCue(word.noun_lemma, kPersonTitle);
}

// What stands around a run of two words or more, none of them an ordinary word, that only a person
// has around him.
bool NameFinder::SurroundsPerson(const View& view, TokenRange run, TokenIndex limit) const {
  const auto at = [&](TokenIndex token) -> const Word* {
    return token < limit ? &view.At(token) : nullptr;
  };
  const auto says = [&](const Word& word) {
    return word.Is(kPast | kPresent) && flags_.Has(word.verb_lemma, kSpeechVerb) &&
           !word.Has(kCapital);
  };
  if (IsAmongPeople(view, run, limit) || HasScores(view, run, limit)) return true;
  const Word* next = at(run.end);
  const bool closed = next == nullptr || next->Is(kPunctuation);
  if (run.begin > view.sentence) {
    const Word& before = view.At(run.begin - 1);
    if (IsPersonWord(view, run.begin - 1)) return true;
    // "said Farokh Daruwalla of Motilal Securities"
    if (says(before) && (closed || next->Is(kPreposition))) return true;
    // "Iceland's Sigrun Olafsdottir won"
    if (before.Is(kPossessive) && run.begin > view.sentence + 1 &&
        (view.syntax.hit_kinds[run.begin - 2] & SetOf(EntryKind::kCountry)) &&
        (closed || (next->Is(kPast | kPresent) && !next->Has(kCapital))))
      return true;
    // "… and Xuan Tho" behind a person.
    if (before.Is(kCoordinator) && run.begin > view.sentence + 1 &&
        view.syntax.name_at[run.begin - 2] != Syntax::kNone)
      return true;
  }
  if (next == nullptr) return false;
  if (says(*next)) return true;
  if (next->Is(kPast | kPresent) && !next->Has(kCapital) && HasCue(next->verb_lemma, kFeat))
    return true;
  // "Hakeem Olajuwon had 29 points"
  const Word* figures = at(run.end + 1);
  const Word* counted = at(run.end + 2);
  if (next->Is(kHave) && figures != nullptr && figures->Has(kDigits) && counted != nullptr &&
      HasCue(counted->noun_lemma, kFeat))
    return true;
  if (next->Is(kOpenBracket)) {  // "Karsten Braasch (Germany)"
    const uint32_t hit = run.end + 1 < limit ? view.syntax.first_hit[run.end + 1] : Syntax::kNone;
    if (hit == Syntax::kNone) return false;
    const LexiconHit& place = view.layers.lexicon_hits[hit];
    return (KindsOf(place.kind) & Bit(SlotKind::kCountry)) && at(place.end) != nullptr &&
           at(place.end)->Is(kCloseBracket);
  }
  if (!next->Is(kComma)) return false;
  const Word* third = at(run.end + 1);
  const Word* fourth = at(run.end + 2);
  if (third == nullptr || fourth == nullptr) return false;
  if (third->Is(kRelative) && fourth->Is(kBe | kHave | kPresent) && !fourth->Is(kBase))
    return HasCue(third->term, kWho);  // "who is": a team has "who are"
  // "Wei-ling Tan, a dealer at …"
  if (!third->Is(kDeterminer)) return false;
  constexpr TokenIndex kMostWordsOfApposition = 5;
  const TokenIndex last = std::min(limit, run.end + 2 + kMostWordsOfApposition);
  for (TokenIndex token = run.end + 2; token < last; ++token) {
    if (view.At(token).Is(kPunctuation | kPreposition | kRelative | kBe)) break;
    if (IsPersonWord(view, token) && !(token + 1 < limit && IsNounAlone(view.At(token + 1))))
      return true;
  }
  return false;
}

// A name as lists of results write it, where one word is enough: "(Kluivert 18, Van Gastel 90)",
// "3 - Nilis (PSV), Cruz (Feyenoord)", "c Mahanama b Vaas 41", "Bowling: Vaas 18-4-52-2".
bool NameFinder::IsListed(const View& view, TokenRange run, TokenIndex limit) const {
  if (run.end >= limit) return false;
  const Word& next = view.At(run.end);
  const Word* before = run.begin > view.sentence ? &view.At(run.begin - 1) : nullptr;
  const auto letter = [&](TokenIndex token, char wanted) {
    const std::string_view text = view.words.surface(view.layers.tokens[token].word);
    return text.size() == 1 && text[0] == wanted;
  };
  const auto out = [&](TokenIndex token) {  // how a batsman went: c, b, st, lbw
    const Word& word = view.At(token);
    return word.surface_size <= 3 &&
           (letter(token, 'c') || letter(token, 'b') || HasCue(word.term, kWicket));
  };
  const auto name = [&] {
    for (TokenIndex token = run.begin; token < run.end; ++token)
      if (const Nature nature = NatureOf(view, token); nature.word || nature.thing) return false;
    return true;
  };
  // "R. Croft not out 28": his initial, and figures at the end
  const bool brief = view.At(run.begin).Has(kInitial) && run.size() > 1;
  if (before != nullptr && out(run.begin - 1) &&
      (next.Has(kDigits) || out(run.end) || next.Is(kPunctuation)))
    return name();
  if (before == nullptr && (out(run.end) || (brief && HasCue(next.term, kOutcome)))) return name();
  // "Vaas 18-4-52-2", "Kluivert 18": behind a mark that parts those of a list
  if (before == nullptr || !before->Is(kComma | kOpenBracket | kColon | kSemicolon | kDash))
    return false;
  if (next.Has(kHasDigit)) {
    const std::string_view text = view.words.surface(view.layers.tokens[run.end].word);
    if (std::count(text.begin(), text.end(), '-') == 3) return name();
    return next.Has(kDigits) && next.date_value > 0 && next.date_value <= 130 &&
           InBrackets(view, run.begin) && name();
  }
  // "3 - Nilis (PSV)"
  if (!next.Is(kOpenBracket) || run.end + 2 >= limit || !view.At(run.end + 2).Is(kCloseBracket))
    return false;
  if (before->Is(kDash))
    return run.begin >= view.sentence + 2 && view.At(run.begin - 2).Has(kDigits) && name();
  return before->Is(kComma) && view.At(view.sentence).Has(kDigits) &&
         view.At(run.begin - 2).Is(kCloseBracket) && name();
}

// One of those whom a list names one by one: "her sons, Dawit and Yonas", "Genk are without Peeters
// (knee) and Hasi (suspended)".
bool NameFinder::IsAmongPeople(const View& view, TokenRange run, TokenIndex limit) const {
  if (run.begin < view.sentence + 2) return false;
  const Word& before = view.At(run.begin - 1);
  const Word* next = run.end < limit ? &view.At(run.end) : nullptr;
  if (!before.Is(kCoordinator | kComma)) return false;
  if (next != nullptr && !next->Is(kPunctuation | kCoordinator)) return false;
  TokenIndex last = run.begin - 2;  // where the one before ends
  if (view.At(last).Is(kCloseBracket)) {
    if (next == nullptr || !next->Is(kOpenBracket)) return false;
    constexpr TokenIndex kMostInBrackets = 5;
    TokenIndex open = last;
    while (open > view.sentence && last - open < kMostInBrackets && !view.At(open).Is(kOpenBracket))
      --open;
    if (!view.At(open).Is(kOpenBracket) || open == view.sentence) return false;
    return view.syntax.name_at[open - 1] != Syntax::kNone;
  }
  // "a widow, Folake, and"
  if (before.Is(kComma) && run.size() == 1 && next != nullptr && next->Is(kComma) &&
      HasCue(view.At(last).noun_lemma, kPersonTitle) && !view.At(last).Is(kPlural))
    return true;
  const uint32_t mention = view.syntax.name_at[last];
  if (mention == Syntax::kNone || run.size() > 1) return false;
  // A given name behind a given name: a surname alone may be a firm's.
  const TokenRange other = view.syntax.names[mention].name;
  return other.size() == 1 && !view.At(other.begin).Hints(kInDictionary) &&
         (before.Is(kCoordinator) || (next != nullptr && next->Is(kComma | kCoordinator)));
}

// "Retief Goosen 69 70 69": rounds of golf.
bool NameFinder::HasScores(const View& view, TokenRange run, TokenIndex limit) const {
  const auto round = [&](TokenIndex token) {
    const Word& word = view.At(token);
    return word.Has(kDigits) && word.date_value >= 58 && word.date_value <= 90;
  };
  return run.end + 1 < limit && round(run.end) && round(run.end + 1);
}

// Whether a bracket is open at the token.
bool NameFinder::InBrackets(const View& view, TokenIndex token) const {
  constexpr TokenIndex kFarthest = 40;
  const TokenIndex least = std::max(view.sentence, token > kFarthest ? token - kFarthest : 0);
  while (token-- > least) {
    if (view.At(token).Is(kOpenBracket)) return true;
    if (view.At(token).Is(kCloseBracket)) return false;
  }
  return false;
}

// The person's name in the run of capitalised words at [begin, end), or nothing.
TokenRange NameFinder::PersonIn(const View& view, TokenIndex begin, TokenIndex end,
                                TokenIndex limit) const {
  TokenIndex first = begin;
  Nature head = NatureOf(view, first);
  if (head.listed) {
    // "an England XI" is no Xi.
    const bool letters = end == begin + 1 && view.At(begin).Has(kAllCaps) && !view.headline;
    return letters ? TokenRange{} : TokenRange{begin, end};
  }
  // "writer Bode Sowande": what is said of one person is said of all of the name.
  const bool titled = head.word && begin > view.sentence && begin + 1 < end &&
                      !view.At(begin - 1).Has(kCapital) && IsPersonWord(view, begin - 1) &&
                      !IsPeopleWord(view.At(begin)) && !NatureOf(view, end - 1).word &&
                      NatureOf(view, begin + 1).given;
  if (titled) return {begin, end};
  while (head.word && first + 1 < end) head = NatureOf(view, ++first);
  if (IsListed(view, {first, end}, limit)) return {first, end};
  if (head.word || head.listed) return {};
  const TokenRange name{first, end};
  const TokenIndex last = BeforeSuffix(view, name) - 1;
  // "Jane Doe, 43,"
  const bool aged = end + 1 < limit && view.At(end).Is(kComma) && view.At(end + 1).Has(kDigits) &&
                    view.At(end + 1).date_value >= 7 && view.At(end + 1).date_value <= 110 &&
                    (end + 2 == limit || view.At(end + 2).Is(kPunctuation | kCoordinator));
  if (last == first) {
    // "coach Holl", "Sister Nirmala"
    const bool called = first > view.sentence && IsPersonWord(view, first - 1) &&
                        !(view.headline && view.At(first).Hints(kInDictionary));
    // "Tunde is thin": a given name that is no word, where a sentence or quotation begins
    const bool opens = first == view.sentence || view.At(first - 1).Is(kOpenQuote);
    const bool acts =
        end < limit && view.At(end).Is(kBe | kHave | kPast) && !view.At(end).Has(kCapital);
    const bool among = !view.At(first).Hints(kInDictionary) && !view.At(first).Has(kAllCaps) &&
                       IsAmongPeople(view, name, limit);
    const bool alone = head.given && opens && acts && !view.At(first).Hints(kInDictionary) &&
                       !view.At(first).Has(kAllCaps);
    return !head.thing && ((head.surname && aged) || ((head.surname || head.given) && called) ||
                           alone || among)
               ? name
               : TokenRange{};
  }
  const Nature tail = NatureOf(view, last);
  bool plain = !head.thing && !tail.word && !(tail.thing && !tail.surname && !head.given);
  const bool hyphenated = view.At(first).Has(kHyphenated);  // "Wei-ling Tan"
  bool surname = tail.surname || (hyphenated && tail.surname_first), particle = false,
       inner_initial = false;
  for (TokenIndex token = first + 1; token < last; ++token) {
    const Nature nature = NatureOf(view, token);
    plain &= !nature.word || nature.listed || flags_.Has(view.At(token).term, kNameParticle);
    particle |= HasCue(view.At(token).term, kPersonParticle);
    inner_initial |= view.At(token).Has(kInitial);
    surname |= nature.surname;
  }
  // "Charlotte Hornets", "Virginia Securities"
  const Word& closing = view.At(last);
  const bool team =
      !tail.surname && closing.Is(kPlural) &&
      ((head.thing && tail.word) || (first > view.sentence && view.At(first - 1).Is(kDeterminer)));
  const bool doubtful = head.given && view.At(first).Hints(kInDictionary);  // "Grace Period"
  if (head.given || inner_initial) return team || (doubtful && tail.word) ? TokenRange{} : name;
  if (head.initial || particle) return plain && !tail.initial ? name : TokenRange{};
  if (head.surname_first && !tail.word) return name;
  // "CLEMENS OUTDUELS JOHNSON" has a verb.
  const TokenIndex most = view.headline && closing.Has(kAllCaps) ? 2 : kMostWordsBySurname;
  if (surname && plain && name.size() <= most) return name;
  return plain && (aged || SurroundsPerson(view, name, limit)) ? name : TokenRange{};
}

}  // namespace telex
