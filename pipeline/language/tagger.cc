#include "pipeline/language/tagger.h"

#include <algorithm>

namespace telex {
namespace {

// The classes among which a neighbour rule chooses. A word with only one of these groups needs no
// rule.
constexpr ClassSet kOpen = kNoun | kVerb | kAdjective | kAdverb | kNumber;
constexpr ClassSet kFunction =
    ~(kOpen | kPlural | kName | kPunctuation | kSentenceStart | kSentenceEnd);
constexpr ClassSet kEnd = kSentenceEnd | kStop;

int Groups(ClassSet classes) {
  return ((classes & kNoun) != 0) + ((classes & kVerb) != 0) + ((classes & kAdjective) != 0) +
         ((classes & kAdverb) != 0) + ((classes & kFunction) != 0);
}

// True where a word has one reading that nothing around it changes; most words.
bool IsSettled(ClassSet classes) {
  constexpr ClassSet kAsked =
      kName | kNumber | kThat | kNot | kRelative | kParticiple | kCloseQuote;
  constexpr ClassSet kThis = kDeterminer | kPronoun;
  return !(classes & kAsked) && (classes & kThis) != kThis && Groups(classes) < 2;
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

}  // namespace

Tagger::Tagger(const RuleSet& rules, const TermFlags& flags)
    : rules_(rules),
      flags_(flags),
      listed_(rules.vocabulary.size(), 0),
      list_of_rule_(rules.word_class_rules.size(), 0),
      blocks_((rules.word_class_rules.size() + 63) / 64) {
  for (const std::vector<TermId>& phrase : rules.approximators)
    if (!phrase.empty()) approximators_[phrase.front()].push_back(&phrase);
  const auto add = [](Neighbour& neighbour, ClassSet asked, uint64_t rule) {
    if (asked == 0) neighbour.any |= rule;
    for (; asked != 0; asked &= asked - 1)
      neighbour.by_class[static_cast<size_t>(std::countr_zero(asked))] |= rule;
  };
  for (size_t i = 0; i < rules.word_class_rules.size(); ++i) {
    const WordClassRule& rule = rules.word_class_rules[i];
    if (!rule.words.empty()) {
      list_of_rule_[i] = static_cast<uint8_t>(std::min<size_t>(lists_++, 63));
      for (const TermId term : rule.words)
        if (term.valid()) listed_[term.value()] |= 1ull << list_of_rule_[i];
    }
    Block& block = blocks_[i / 64];
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
  for (size_t b = 0; b < blocks_.size() && Groups(classes) > 1; ++b) {
    const Block& block = blocks_[b];
    uint64_t allowed = block.left.Allowed(left) & block.right.Allowed(right);
    allowed &= block.left2.Allowed(left2) & block.right2.Allowed(right2);
    for (; allowed != 0; allowed &= allowed - 1) {
      const WordClassRule& rule =
          rules_.word_class_rules[64 * b + static_cast<size_t>(std::countr_zero(allowed))];
      if ((rule.when && !(classes & rule.when)) || !(classes & rule.read)) continue;
      if (!rule.words.empty()) {
        const uint8_t list =
            list_of_rule_[static_cast<size_t>(&rule - rules_.word_class_rules.data())];
        if (!(listed >> list & 1)) continue;
        // The 64th list and those behind it share a bit.
        if (list == 63 && !rule.words.contains(word.term) &&
            !rule.words.contains(word.verb_lemma) && !rule.words.contains(word.noun_lemma))
          continue;
      }
      classes = Keep(classes, rule.read);
      if (Groups(classes) < 2) break;
    }
  }
  return Groups(classes) < 2 ? classes : MostFrequent(word, classes);
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
    if (next.Is(kNumber) && !next.Has(kYearLike)) return number - token;
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
  for (const Sentence& sentence : layers.sentences) {
    ClassSet left = kSentenceStart, left2 = kSentenceStart;
    TokenIndex name_end = sentence.begin;  // of the lexicon's name that the last words belong to
    for (TokenIndex i = sentence.begin; i < sentence.end; ++i) {
      const Word& word = words[tokens[i].word];
      ClassSet own = classes[i];
      if (syntax.first_hit[i] != Syntax::kNone)
        name_end = std::max(name_end, layers.lexicon_hits[syntax.first_hit[i]].end);
      if (syntax.name_at[i] != Syntax::kNone && (own & (kOpen | kName))) {
        own = classes[i] = kNoun | kName;
        left2 = left;
        left = own;
        continue;
      }
      if (IsSettled(own) && !flags_.Has(word.term, kApproximator)) {
        left2 = left;
        left = own;
        continue;
      }
      // "at least 12 people": adverbs, whatever else the words are.
      if (flags_.Has(word.term, kApproximator)) {
        if (const TokenIndex count = Approximators(words, layers, i, sentence.end); count > 0) {
          std::fill_n(classes.begin() + i, count, ClassSet{kAdverb});
          i += count - 1;
          left2 = left = kAdverb;
          continue;
        }
      }
      // "one soldier"; "one of them" stays a pronoun.
      if ((own & kPronoun) && (own & kNumber) && i + 1 < sentence.end &&
          (classes[i + 1] & (kNoun | kAdjective)) && !(classes[i + 1] & kFunction))
        own = kNumber;
      // "US officials": a name of the lexicon, whatever the word is in lower case.
      if ((own & kPronoun) && word.Has(kAllCaps) && syntax.first_hit[i] != Syntax::kNone)
        own = kNoun | kName;
      // "the May 3 election"
      if ((own & kModal) && word.Has(kCapital) && syntax.date_at[i] != Syntax::kNone)
        own = kNoun | kName;
      // "the fourth round": a preposition elsewhere.
      if ((own & kPreposition) && (own & kNoun) && !(own & kSubordinator) && word.noun_count > 9 &&
          (left & (kDeterminer | kNumber | kAdjective | kPossessivePronoun)) &&
          !(left & (kFunction & ~(kDeterminer | kPossessivePronoun))))
        own &= kNoun | kPlural;
      // A function word is one: that "in" is also a noun of some dictionary helps nobody. A verb
      // stays possible where something in front asks for one ("would like", "has provided").
      if (own & kFunction) {
        const bool verb_due =
            !(own & kAuxiliary) && word.verb_count > 4 &&
            ((left & (kModal | kTo | kPronoun)) ||
             ((own & kSubordinator) && (own & kParticiple) && (left & (kHave | kNoun | kName))));
        own &= kFunction | kNumber | kAdverb | (verb_due ? kVerb : ClassSet{0});
      }
      if (own & kNumber) own &= ~(kNoun | kPlural | kAdjective | kVerb);
      if (own & kThat) {  // "at that meeting", "That meeting …"; else it opens a clause
        const ClassSet next = i + 1 < sentence.end ? classes[i + 1] : kEnd;
        const bool before_noun = (next & (kNoun | kAdjective)) && !(next & (kPlural | kName));
        const bool noun_ends = i + 2 >= sentence.end || (classes[i + 2] & (kPunctuation));
        const bool governed = (left & (kPreposition | kSentenceStart)) ||
                              ((left & kVerb) && !(left & kNoun) && noun_ends);
        own = before_noun && governed ? ClassSet{kDeterminer} : kThat | kRelative;
      }
      // "this Siberian city" against "this is", "these include".
      if ((own & kDeterminer) && (own & kPronoun)) {
        const ClassSet next = i + 1 < sentence.end ? classes[i + 1] : kEnd;
        const bool before_noun =
            (next & (kNoun | kAdjective | kNumber | kName)) && !(next & (kFunction & ~kNumber));
        own = before_noun && !((next & kVerb) && !(next & kNoun)) ? kDeterminer : kPronoun;
      }
      if (own & kNot) own = kNot;
      // "the union, which Wangdue thanked": a relative behind its noun, no determiner of the next.
      if ((own & kRelative) && !(own & (kSubordinator | kThat | kPossessivePronoun)) &&
          (left & (kNoun | kName | kComma | kPreposition)))
        own = kRelative;
      // A capital that the start of a sentence owes says nothing about the word.
      const bool may_be_common = i == sentence.begin || (left & (kOpenQuote | kColon)) != 0;
      const auto somebody_at = [&](TokenIndex at) {  // "Visiting Beirut, he", "Meeting Rosa Quispe"
        if (at >= sentence.end) return false;
        return syntax.name_at[at] != Syntax::kNone ||
               (syntax.hit_kinds[at] & SetOf(EntryKind::kCountry, EntryKind::kCapital)) != 0;
      };
      const bool common =
          ((own & kGerund) && (word.noun_count < 3 || somebody_at(i + 1))) ||
          (own & (kNoun | kVerb)) == (own & kVerb) ||  // "Accusing Eritrea": no noun at all
          (!Has(words, layers, i + 1, sentence.end, kCapital) &&
           ((own & ~(kName | kNoun)) != 0 || word.noun_count > 0));
      if ((own & kName) && may_be_common && common && (own & ~ClassSet{kName}) &&
          !names_somebody(i))
        own &= ~ClassSet{kName};
      if (own & kName) {
        // A capital inside a sentence makes a name (or a word of one), unless it is a function
        // word.
        if (!(own & kFunction)) own = Keep(own, kNoun | kAdjective | kName) | kNoun | kName;
        // "Amnesty International accused": the last word of a name qualifies nothing behind it.
        if (i < name_end && syntax.first_hit[i] == Syntax::kNone) own &= ~ClassSet{kAdjective};
      } else if (Groups(own) > 1) {
        const ClassSet right = i + 1 < sentence.end ? classes[i + 1] : kEnd;
        const ClassSet right2 = i + 2 < sentence.end ? classes[i + 2] : kEnd;
        own = Decide(word, own, left2, left, right, right2);
      }
      // "the wounded were flown out": nobody's quality, but those who have it.
      if ((own & kParticiple) && (left & kDeterminer) && !(left & kPronoun)) {
        const ClassSet right = i + 1 < sentence.end ? classes[i + 1] : kEnd;
        if ((right & (kFunction | kPunctuation | kSentenceEnd)) && !(right & kParticle))
          own = kNoun | kPlural;
      }
      classes[i] = own;
      // 'the "brutal" attack': the word behind a closing quote still sees the one before it.
      if ((own & kCloseQuote) && !(own & kOpenQuote) && !(left & kPunctuation)) continue;
      left2 = left;
      left = own;
    }
  }
}

}  // namespace telex
