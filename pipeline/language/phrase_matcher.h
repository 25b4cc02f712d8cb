// MatchPhrase: matches a compiled Phrase (rules/names.yaml, `phrase:`, `never:`) over tokens as
// written.
//
// Backtracking over a continuation list, greedy: an optional part is tried before it is left out,
// and the first way to match the whole phrase wins. Phrases are short (a dozen elements) and a gap
// is at most six tokens, so the work at one token is bounded by the rule, never by the story. What
// a slot takes is told by the caller:
//
//     ends(slot, token, [&](TokenIndex end) { return try_on(end); })   // calls back per candidate
//     end, longest first
#pragma once

#include <boost/container/small_vector.hpp>

#include <algorithm>
#include <vector>

#include "pipeline/language/token.h"
#include "pipeline/language/words.h"
#include "pipeline/rules/frame.h"

namespace telex {

/// True where `word` is one of `set`: by lemma in any form, by exact form, or by expression.
inline bool Matches(const WordSet& set, const Word& word, const WordTable& words) {
  const auto has = [](const std::vector<TermId>& terms, TermId term) {
    return std::find(terms.begin(), terms.end(), term) != terms.end();
  };
  const TermId own = word.term, noun = word.noun_lemma, verb = word.verb_lemma;
  if (set.MayHave(own) && (has(set.lemmas, own) || has(set.exact, own))) return true;
  // Most words are their own lemma.
  if (noun != own && set.MayHave(noun) && has(set.lemmas, noun)) return true;
  if (verb != own && verb != noun && set.MayHave(verb) && has(set.lemmas, verb)) return true;
  return !set.regexes.empty() && words.IsAny(set.regexes, word);
}

struct PhraseBinding {
  Slot slot;
  TokenRange range;
};

/// What the slots of a match took, in text order.
using PhraseBindings = boost::container::small_vector<PhraseBinding, 8>;

template <class SlotEnds>
class PhraseMatch {
 public:
  /// A match must end behind the token `beyond`, where that is later than its first.
  PhraseMatch(const std::vector<Token>& tokens, const WordTable& words, TokenIndex limit,
              const SlotEnds& ends, TokenIndex beyond = 0)
      : tokens_(tokens), words_(words), limit_(limit), beyond_(beyond), ends_(ends) {}

  /// Matches `phrase` from `begin`. On success `end()` and `bindings()` tell what it took.
  bool At(const Phrase& phrase, TokenIndex begin) {
    bindings_.clear();
    return Step({&phrase, 0, nullptr}, begin);
  }
  /// Whether what stands at `token` and behind it is `phrase` from its element `first` on.
  bool GoesOn(const Phrase& phrase, size_t first, TokenIndex token) {
    bindings_.clear();
    return Step({&phrase, first, nullptr}, token);
  }
  TokenIndex end() const { return end_; }
  const PhraseBindings& bindings() const { return bindings_; }

 private:
  struct Rest {
    const Phrase* sequence;
    size_t index;
    const Rest* then;
  };

  bool Step(Rest rest, TokenIndex token) {
    while (rest.index == rest.sequence->size()) {
      if (!rest.then) {
        if (token <= beyond_) return false;
        end_ = token;
        return true;
      }
      rest = *rest.then;
    }
    const PhraseElement& element = (*rest.sequence)[rest.index];
    const Rest after{rest.sequence, rest.index + 1, rest.then};
    if (Take(element, after, token)) return true;
    return element.optional && Step(after, token);
  }

  bool Take(const PhraseElement& element, const Rest& after, TokenIndex token) {
    switch (element.kind) {
      case PhraseElement::Kind::kWord:
        return token < limit_ && Matches(element.words, words_[tokens_[token].word], words_) &&
               Step(after, token + 1);
      case PhraseElement::Kind::kSlot:
        if (token >= limit_) return false;
        return ends_(element.slot, token, [&](TokenIndex end) {
          if (end > limit_) return false;
          bindings_.push_back({element.slot, {token, end}});
          if (Step(after, end)) return true;
          bindings_.pop_back();
          return false;
        });
      case PhraseElement::Kind::kGap:
        for (TokenIndex skip = 0; skip <= kMostGap && token + skip <= limit_; ++skip)
          if (Step(after, token + skip)) return true;
        return false;
      case PhraseElement::Kind::kGroup:
        for (const Phrase& alternative : element.alternatives)
          if (Step({&alternative, 0, &after}, token)) return true;
        return false;
    }
    return false;
  }

  const std::vector<Token>& tokens_;
  const WordTable& words_;
  TokenIndex limit_, beyond_;
  const SlotEnds& ends_;
  TokenIndex end_ = 0;
  PhraseBindings bindings_;
};

}  // namespace telex
