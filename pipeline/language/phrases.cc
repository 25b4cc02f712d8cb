#include "pipeline/language/phrases.h"

namespace telex {

bool SpelledAs(Spelling spelling, const WordTable& words, const std::vector<Token>& tokens,
               TokenIndex begin, TokenIndex end) {
  if (spelling == Spelling::kAny) return true;
  const Word& first = words[tokens[begin].word];
  const Word& last = words[tokens[end - 1].word];
  if (spelling == Spelling::kLeading) return first.Has(kAnyCapital);
  if (spelling == Spelling::kCapital) {
    const auto capital = [](const Word& word) {
      return word.Has(kAnyCapital) || !word.Has(kLetters);
    };
    if (!capital(last)) return false;
    return capital(first) || (end - begin > 1 && first.surface_size <= 3);
  }
  for (TokenIndex i = begin; i < end; ++i) {
    const Word& word = words[tokens[i].word];
    if (!word.Has(kLetters)) continue;
    // An abbreviation may have small letters ("Ph.D."), but starts with a capital.
    if (word.Has(kAbbreviation) ? !word.Has(kCapital) : word.Has(kLowerCase)) return false;
  }
  return true;
}

namespace {

void FindIn(TokenIndex begin, TokenIndex end, const WordTable& words, Layers& layers) {
  const Lexicon& lexicon = words.rules().lexicon;
  const PhraseTrie& trie = lexicon.phrases;
  for (TokenIndex at = begin; (at = NextWith(layers.hints, kStartsPhrase, at, end)) < end; ++at) {
    uint32_t node = words[layers.tokens[at].word].phrase_root;
    // The farthest place where an entry is spelled right.
    TokenIndex farthest = at;
    uint32_t best = PhraseTrie::kNone;
    for (TokenIndex next = at + 1;; ++next) {
      for (const EntryId entry : trie.EntriesAt(node)) {
        if (!SpelledAs(lexicon.entries[entry.value()].spelling, words, layers.tokens, at, next))
          continue;
        farthest = next;
        best = node;
        break;
      }
      if (next >= end) break;
      const TermId term = words[layers.tokens[next].word].term;
      if (!term.valid()) break;
      node = trie.Step(node, term);
      if (node == PhraseTrie::kNone) break;
    }
    if (best == PhraseTrie::kNone) continue;
    for (const EntryId entry : trie.EntriesAt(best)) {
      if (SpelledAs(lexicon.entries[entry.value()].spelling, words, layers.tokens, at, farthest)) {
        layers.lexicon_hits.push_back({at, farthest, entry, lexicon.entries[entry.value()].kind});
      }
    }
    at = farthest - 1;  // nothing inside a longer phrase counts: "Guinea" of "Equatorial Guinea"
  }
}

}  // namespace

void FindPhrases(const WordTable& words, Layers& layers) {
  layers.lexicon_hits.clear();
  const Dateline& dateline = layers.dateline;
  bool dateline_done = !dateline.found();
  for (const Sentence& sentence : layers.sentences) {
    if (!dateline_done && sentence.begin >= dateline.end) {
      FindIn(dateline.begin, dateline.end, words, layers);
      dateline_done = true;
    }
    FindIn(sentence.begin, sentence.end, words, layers);
  }
  if (!dateline_done) FindIn(dateline.begin, dateline.end, words, layers);
}

}  // namespace telex
