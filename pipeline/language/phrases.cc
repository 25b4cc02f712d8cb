#include "pipeline/language/phrases.h"

#include <algorithm>

namespace telex {

bool SpelledAs(Spelling spelling, const WordTable& words, const std::vector<Token>& tokens,
               TokenIndex begin, TokenIndex end) {
  const auto spelled = [&](const Token& token) { return words[token.word].SpelledAs(spelling); };
  const Token& first = tokens[begin];
  switch (spelling) {
    case Spelling::kAny:
      return true;
    case Spelling::kLeading:
      return spelled(first);
    case Spelling::kCapital:
      return spelled(tokens[end - 1]) &&
             (spelled(first) || (end - begin > 1 && words[first.word].surface_size <= 3));
    case Spelling::kExact:
      return std::all_of(tokens.begin() + begin, tokens.begin() + end, spelled);
  }
  return false;
}

namespace {

void FindIn(TokenIndex begin, TokenIndex end, const WordTable& words, Layers& layers) {
  const Lexicon& lexicon = words.rules().lexicon;
  const PhraseTrie& trie = lexicon.phrases;
  for (TokenIndex at = begin; (at = NextWith(layers.hints, kStartsPhrase, at, end)) < end; ++at) {
    const Word& first = words[layers.tokens[at].word];
    // Where no longer phrase goes on, as behind most words, the word knows what it is.
    if (at + 1 >= end ||
        !PhraseTrie::MayGoOn(first.phrase_next, words[layers.tokens[at + 1].word].term)) {
      for (const WordTable::Hit& hit : words.hits(first))
        layers.lexicon_hits.push_back({at, at + 1, hit.entry, hit.kind});
      continue;
    }
    uint32_t node = first.phrase_root;
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
