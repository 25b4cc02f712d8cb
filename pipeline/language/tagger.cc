#include "pipeline/language/tagger.h"

#include <algorithm>

namespace telex {
namespace {

// The classes among which a neighbour rule chooses. A word with only one of these groups needs no
// rule.
constexpr ClassSet kOpen = kNoun | kVerb | kAdjective | kAdverb | kNumber;
constexpr ClassSet kFunction =
    ~(kOpen | kPlural | kName | kPunctuation | kSentenceStart | kSentenceEnd);
constexpr size_t kLastList = 63;  // of words that rules ask for
constexpr ClassSet kEnd = kSentenceEnd | kStop;

// Whether a word can be of two of these groups.
bool IsAmbiguous(ClassSet classes) {
  const unsigned groups = ((classes & kNoun) != 0 ? 1u : 0u) | ((classes & kVerb) != 0 ? 2u : 0u) |
                          ((classes & kAdjective) != 0 ? 4u : 0u) |
                          ((classes & kAdverb) != 0 ? 8u : 0u) |
                          ((classes & kFunction) != 0 ? 16u : 0u);
  return (groups & (groups - 1)) != 0;
}

ClassSet Keep(ClassSet classes, ClassSet read) {
  ClassSet kept = classes & read;
  if (kept & kNoun) kept |= classes & (kPlural | kName);
  return kept ? kept : classes;
}

bool Has(const WordTable& words, const Layers& layers, TokenIndex token, TokenIndex end,
         uint16_t flags) {
  return token < end && words[layers.tokens[token].word].Has(flags);
}

// The reading that texts use most, for a word that no rule has settled.
ClassSet MostFrequent(const Word& word, ClassSet classes) {
  if (classes & kFunction) return Keep(classes, kFunction);
  const uint32_t noun = (classes & kNoun) ? word.noun_count + 1 : 0;
  const uint32_t verb = (classes & kVerb) ? word.verb_count : 0;
  const uint32_t adjective = (classes & kAdjective) ? word.adjective_count : 0;
  if (adjective > noun && adjective >= verb) return Keep(classes, kAdjective);
  if (verb > noun) return Keep(classes, kVerb);
  if (noun) return Keep(classes, kNoun);
  if (verb) return Keep(classes, kVerb);
  if (adjective) return Keep(classes, kAdjective);
  return classes;
}

// Where a word stands, for the rules that no list of neighbours can say: what was decided to its
// left, and all that the words to its right can be.
struct Neighbourhood {
  ClassSet left, right, right2;
  bool in_hit, in_date;  // a lexicon phrase starts here; a date covers it
};

// What a function word is: first of those that have a reading besides, then of those with several.
ClassSet DecideFunctionWord(const Word& word, ClassSet own, const Neighbourhood& at) {
  // "one soldier"; "one of them" stays a pronoun.
  if ((own & kPronoun) && (own & kNumber) && (at.right & (kNoun | kAdjective)) &&
      !(at.right & kFunction))
    own = kNumber;
  // "US officials": a name of the lexicon, whatever the word is in lower case.
  if ((own & kPronoun) && word.Has(kAllCaps) && at.in_hit) own = kNoun | kName;
  // "the May 3 election"
  if ((own & kModal) && word.Has(kCapital) && at.in_date) own = kNoun | kName;
  // "the fourth round": a preposition elsewhere.
  if ((own & kPreposition) && (own & kNoun) && !(own & kSubordinator) && word.noun_count > 9 &&
      (at.left & (kDeterminer | kNumber | kAdjective | kPossessivePronoun)) &&
      !(at.left & (kFunction & ~(kDeterminer | kPossessivePronoun))))
    own &= kNoun | kPlural;
  if (!(own & kFunction)) return own;
  // A function word is one: that "in" is also a noun of some dictionary helps nobody. A verb
  // stays possible where something in front asks for one ("would like", "has provided").
  const bool verb_due =
      !(own & kAuxiliary) && word.verb_count > 4 &&
      ((at.left & (kModal | kTo | kPronoun)) ||
       ((own & kSubordinator) && (own & kParticiple) && (at.left & (kHave | kNoun | kName))));
  own &= kFunction | kNumber | kAdverb | (verb_due ? kVerb : ClassSet{0});
  if (own & kNumber) own &= ~(kNoun | kPlural | kAdjective | kVerb);
  if (own & kThat) {  // "at that meeting", "That meeting …"; else it opens a clause
    const bool before_noun = (at.right & (kNoun | kAdjective)) && !(at.right & (kPlural | kName));
    const bool noun_ends = (at.right2 & kPunctuation) != 0;
    const bool governed = (at.left & (kPreposition | kSentenceStart)) ||
                          ((at.left & kVerb) && !(at.left & kNoun) && noun_ends);
    own = before_noun && governed ? ClassSet{kDeterminer} : kThat | kRelative;
  }
  // "this Siberian city" against "this is", "these include".
  if ((own & kDeterminer) && (own & kPronoun)) {
    const bool before_noun =
        (at.right & (kNoun | kAdjective | kNumber | kName)) && !(at.right & (kFunction & ~kNumber));
    own = before_noun && !((at.right & kVerb) && !(at.right & kNoun)) ? kDeterminer : kPronoun;
  }
  if (own & kNot) own = kNot;
  // "the union, which Wangdue thanked": a relative behind its noun, no determiner of the next.
  if ((own & kRelative) && !(own & (kSubordinator | kThat | kPossessivePronoun)) &&
      (at.left & (kNoun | kName | kComma | kPreposition)))
    own = kRelative;
  return own;
}

}  // namespace

bool HasOneReading(ClassSet classes) {
  constexpr ClassSet kAsked =
      kName | kNumber | kThat | kNot | kRelative | kParticiple | kCloseQuote;
  constexpr ClassSet kThis = kDeterminer | kPronoun;
  return !(classes & kAsked) && (classes & kThis) != kThis && !IsAmbiguous(classes);
}

Tagger::Tagger(const RuleSet& rules, const TermFlags& flags)
    : rules_(rules),
      flags_(flags),
      listed_(rules.vocabulary.size(), 0),
      blocks_((rules.word_class_rules.size() + 63) / 64) {
  for (const std::vector<TermId>& phrase : rules.approximators)
    if (!phrase.empty()) approximators_[phrase.front()].push_back(&phrase);
  const auto add = [](Neighbour& neighbour, ClassSet asked, uint64_t rule) {
    if (asked == 0) neighbour.any |= rule;
    for (; asked != 0; asked &= asked - 1)
      neighbour.by_class[static_cast<size_t>(std::countr_zero(asked))] |= rule;
  };
  size_t lists = 0;
  for (size_t i = 0; i < rules.word_class_rules.size(); ++i) {
    const WordClassRule& rule = rules.word_class_rules[i];
    Block& block = blocks_[i / 64];
    if (rule.words.empty()) {
      block.any_word |= 1ull << i % 64;
    } else {
      const size_t list = std::min(lists++, kLastList);
      block.by_list[list] |= 1ull << i % 64;
      for (const TermId term : rule.words)
        if (term.valid()) listed_[term.value()] |= 1ull << list;
    }
    own_.push_back({rule.when ? rule.when : ~ClassSet{0}, rule.read});
    add(block.left2, rule.left2, 1ull << i % 64);
    add(block.left, rule.left, 1ull << i % 64);
    add(block.right, rule.right, 1ull << i % 64);
    add(block.right2, rule.right2, 1ull << i % 64);
  }
}

ClassSet Tagger::Decide(const Word& word, ClassSet classes, ClassSet left2, ClassSet left,
                        ClassSet right, ClassSet right2) const {
  const auto lists_with = [this](TermId term) { return term.valid() ? listed_[term.value()] : 0; };
  const uint64_t listed =
      lists_with(word.term) | lists_with(word.verb_lemma) | lists_with(word.noun_lemma);
  for (size_t b = 0; b < blocks_.size() && IsAmbiguous(classes); ++b) {
    const Block& block = blocks_[b];
    uint64_t allowed = block.any_word;
    for (uint64_t left_lists = listed; left_lists != 0; left_lists &= left_lists - 1)
      allowed |= block.by_list[static_cast<size_t>(std::countr_zero(left_lists))];
    allowed &= block.left.Allowed(left) & block.right.Allowed(right);
    if (allowed == 0) continue;
    allowed &= block.left2.Allowed(left2) & block.right2.Allowed(right2);
    for (; allowed != 0; allowed &= allowed - 1) {
      const size_t rule = 64 * b + static_cast<size_t>(std::countr_zero(allowed));
      if (!(classes & own_[rule].when) || !(classes & own_[rule].read)) continue;
      // The 64th list and those behind it share a bit.
      if ((block.by_list[kLastList] >> rule % 64 & 1) != 0) {
        const TermSet& list = rules_.word_class_rules[rule].words;
        if (!list.contains(word.term) && !list.contains(word.verb_lemma) &&
            !list.contains(word.noun_lemma))
          continue;
      }
      classes = Keep(classes, own_[rule].read);
      if (!IsAmbiguous(classes)) break;
    }
  }
  return IsAmbiguous(classes) ? MostFrequent(word, classes) : classes;
}

TokenIndex Tagger::Approximators(const WordTable& words, const Layers& layers, TokenIndex token,
                                 TokenIndex end) const {
  const auto found = approximators_.find(words[layers.tokens[token].word].term);
  if (found == approximators_.end()) return 0;
  for (const std::vector<TermId>* with : found->second) {
    const std::vector<TermId>& phrase = *with;
    const TokenIndex number = token + static_cast<TokenIndex>(phrase.size());
    if (number >= end) continue;
    const auto same = [&](TermId term, const Token& one) { return words[one.word].term == term; };
    if (!std::equal(phrase.begin(), phrase.end(), layers.tokens.begin() + token, same)) continue;
    const Word& next = words[layers.tokens[number].word];  // "over five million", not "over 2024"
    const bool half = next.Is(kQuantifier) && number + 1 < end &&
                      words[layers.tokens[number + 1].word].Is(kDeterminer);  // "half a million"
    if ((next.Is(kNumber) && !next.Has(kYearLike)) || half) return number - token;
  }
  return 0;
}

void Tagger::Run(const WordTable& words, const Layers& layers, Syntax& syntax) const {
  const std::vector<Token>& tokens = layers.tokens;
  std::vector<ClassSet>& classes = syntax.classes;
  classes.resize(tokens.size());
  for (size_t i = 0; i < tokens.size(); ++i) classes[i] = words[tokens[i].word].classes;
  // A word of the lexicon; "Soldiers" names nobody, "visiting" of an office neither.
  const auto names_somebody = [&](TokenIndex token) {
    const KindSet kinds = syntax.hit_kinds[token];
    return kinds != 0 && !(kinds & SetOf(EntryKind::kSector, EntryKind::kOfficeModifier));
  };
  const std::vector<LexiconHit>& hits = layers.lexicon_hits;
  size_t hit = 0;  // the first that starts no earlier than the word at hand
  for (const Sentence& sentence : layers.sentences) {
    ClassSet left = kSentenceStart, left2 = kSentenceStart;
    for (TokenIndex i = sentence.begin; i < sentence.end; ++i) {
      ClassSet own = classes[i];
      if (syntax.name_at[i] != Syntax::kNone && (own & (kOpen | kName))) {
        left2 = left;
        left = classes[i] = kNoun | kName;
        continue;
      }
      // "the lifting of the ban"
      if (own == kGerund && (left & (kDeterminer | kPossessive | kPossessivePronoun)) &&
          i + 1 < sentence.end && (classes[i + 1] & kPreposition))
        own = classes[i] = kNoun;
      if (!(layers.hints[i] & kAmbiguous)) {
        left2 = left;
        left = own;
        continue;
      }
      const Word& word = words[tokens[i].word];
      // "at least 12 people": adverbs, whatever else the words are.
      if (flags_.Has(word.term, kApproximator)) {
        if (const TokenIndex count = Approximators(words, layers, i, sentence.end); count > 0) {
          std::fill_n(classes.begin() + i, count, ClassSet{kAdverb});
          i += count - 1;
          left2 = left = kAdverb;
          continue;
        }
      }
      const ClassSet right = i + 1 < sentence.end ? classes[i + 1] : kEnd;
      const ClassSet right2 = i + 2 < sentence.end ? classes[i + 2] : kEnd;
      if (own & kFunction)
        own = DecideFunctionWord(word, own,
                                 {left, right, right2, syntax.first_hit[i] != Syntax::kNone,
                                  syntax.date_at[i] != Syntax::kNone});
      if (own & kNumber) own &= ~(kNoun | kPlural | kAdjective | kVerb);
      // A capital that the start of a sentence owes says nothing about the word.
      const auto somebody_at = [&](TokenIndex at) {  // "Visiting Beirut, he", "Meeting Rosa Quispe"
        if (at >= sentence.end) return false;
        return syntax.name_at[at] != Syntax::kNone ||
               (syntax.hit_kinds[at] & SetOf(EntryKind::kCountry, EntryKind::kCapital)) != 0;
      };
      const auto may_be_common = [&] {
        return ((own & kGerund) && (word.noun_count < 3 || somebody_at(i + 1))) ||
               (own & (kNoun | kVerb)) == (own & kVerb) ||  // "Accusing Eritrea": no noun at all
               (!Has(words, layers, i + 1, sentence.end, kCapital) &&
                ((own & ~(kName | kNoun)) != 0 || word.noun_count > 0));
      };
      if ((own & kName) && (i == sentence.begin || (left & (kOpenQuote | kColon))) &&
          (own & ~ClassSet{kName}) && !names_somebody(i) && may_be_common())
        own &= ~ClassSet{kName};
      if (own & kName) {
        // A capital inside a sentence makes a name (or a word of one), unless it is a function
        // word.
        if (!(own & kFunction)) own = Keep(own, kNoun | kAdjective | kName) | kNoun | kName;
        // "Amnesty International accused": the last word of a name qualifies nothing behind it.
        if ((own & kAdjective) && syntax.first_hit[i] == Syntax::kNone) {
          while (hit < hits.size() && hits[hit].begin < i) ++hit;
          if (hit > 0 && hits[hit - 1].end > i) own &= ~ClassSet{kAdjective};
        }
      } else if (IsAmbiguous(own)) {
        own = Decide(word, own, left2, left, right, right2);
      }
      // "the wounded were flown out": nobody's quality, but those who have it.
      if ((own & kParticiple) && (left & kDeterminer) && !(left & kPronoun) &&
          (right & (kFunction | kPunctuation | kSentenceEnd)) && !(right & kParticle))
        own = kNoun | kPlural;
      classes[i] = own;
      // 'the "brutal" attack': the word behind a closing quote still sees the one before it.
      if ((own & kCloseQuote) && !(own & kOpenQuote) && !(left & kPunctuation)) continue;
      // 'will "never attack" it'
      if ((own & kOpenQuote) && (left & (kAuxiliary | kTo)) &&
          !Has(words, layers, i + 1, sentence.end, kCapital))
        continue;
      left2 = left;
      left = own;
    }
  }
}

}  // namespace telex
