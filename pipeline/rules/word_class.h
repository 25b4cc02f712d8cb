// Word classes: what a word can be, as bits, so that a word with several readings is one ClassSet.
//
// The names are what YAML files write (rules/language/function_words.yaml, word_classes.yaml); the
// table that joins the two stands in word_class.cc. A tagger narrows a ClassSet, it never adds to
// it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace telex {

using ClassSet = uint64_t;

enum WordClass : ClassSet {
  // open classes
  kNoun = 1ull << 0,        // also plural nouns and unknown words
  kPlural = 1ull << 1,      // goes with kNoun
  kName = 1ull << 2,        // written with a capital where no capital is owed
  kBase = 1ull << 3,        // verb, base form (also present plural)
  kPresent = 1ull << 4,     // verb, third person singular
  kPast = 1ull << 5,        // verb, past tense
  kParticiple = 1ull << 6,  // verb, past participle
  kGerund = 1ull << 7,      // verb, -ing
  kAdjective = 1ull << 8,
  kAdverb = 1ull << 9,
  kNumber = 1ull << 10,  // figures and number words
  // function words
  kDeterminer = 1ull << 11,
  kQuantifier = 1ull << 12,  // all, both, several
  kPronoun = 1ull << 13,     // he, they, it, who is kRelative
  kPossessivePronoun = 1ull << 14,
  kPossessive = 1ull << 15,  // 's
  kPreposition = 1ull << 16,
  kCoordinator = 1ull << 17,   // and, or, but
  kSubordinator = 1ull << 18,  // because, while, after
  kRelative = 1ull << 19,      // who, which, whose, that
  kThat = 1ull << 20,
  kModal = 1ull << 21,
  kBe = 1ull << 22,
  kHave = 1ull << 23,
  kDo = 1ull << 24,
  kTo = 1ull << 25,
  kNot = 1ull << 26,
  kParticle = 1ull << 27,       // up, out, off, over
  kInterrogative = 1ull << 28,  // how, why, whether, if, what
  kExistential = 1ull << 29,    // there
  // punctuation
  kComma = 1ull << 32,
  kStop = 1ull << 33,  // . ! ? and the ellipsis
  kColon = 1ull << 34,
  kSemicolon = 1ull << 35,
  kDash = 1ull << 36,
  kOpenQuote = 1ull << 37,  // a straight double quote is both
  kCloseQuote = 1ull << 38,
  kOpenBracket = 1ull << 39,
  kCloseBracket = 1ull << 40,
  kOtherMark = 1ull << 41,
  // the edges of a sentence, as neighbours of its first and last word
  kSentenceStart = 1ull << 42,
  kSentenceEnd = 1ull << 43,
};

inline constexpr ClassSet kVerb = kBase | kPresent | kPast | kParticiple | kGerund;
inline constexpr ClassSet kFiniteVerb = kBase | kPresent | kPast;
inline constexpr ClassSet kAuxiliary = kModal | kBe | kHave | kDo;
inline constexpr ClassSet kPunctuation = kComma | kStop | kColon | kSemicolon | kDash | kOpenQuote |
                                         kCloseQuote | kOpenBracket | kCloseBracket | kOtherMark;

/// The class that YAML calls `name` ("noun", "present", "possessive pronoun" …), or nothing. "verb"
/// is the union.
std::optional<ClassSet> FindWordClass(std::string_view name);
/// All names, for suggestions.
std::vector<std::string> WordClassNames();

}  // namespace telex
