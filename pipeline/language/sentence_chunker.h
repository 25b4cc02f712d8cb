// SentenceChunker: the chunker's work on one story, sentence by sentence (see chunker.h). Used by
// chunker.cc alone; in it the items and verb groups, in noun_phrases.cc the noun phrases.
#pragma once

#include <vector>

#include "pipeline/language/chunker.h"

namespace telex {

class SentenceChunker {
 public:
  SentenceChunker(const RuleSet& rules, const TermFlags& flags, const WordTable& words,
                  const Layers& layers, Syntax& syntax)
      : rules_(rules),
        flags_(flags),
        words_(words),
        layers_(layers),
        syntax_(syntax),
        proxies_(rules.List("proxy_nouns")),
        bodies_(rules.List("persons_offices")),
        portfolios_(rules.List("portfolio_words")),
        tokens_(layers.tokens.data()),
        classes_(syntax.classes.data()),
        floating_(rules.List("floating")),
        equal_joiners_(rules.List("equal_joiners")) {}

  void Run(const Sentence& sentence);

 private:
  static constexpr ClassSet kNounLike = kNoun | kName;
  static constexpr ClassSet kPhraseStart =
      kDeterminer | kQuantifier | kPossessivePronoun | kNounLike | kAdjective | kNumber;

  const Word& At(TokenIndex token) const { return words_[tokens_[token].word]; }
  ClassSet Class(TokenIndex token) const { return token < end_ ? classes_[token] : kStop; }
  void AddItem(Item::Kind kind, TokenIndex begin, TokenIndex end, TermId term = {},
               uint32_t index = 0);

  // Each takes what starts at `token` and returns where it ends, or `token` where nothing of its
  // kind starts.
  TokenIndex TakeDate(TokenIndex token);
  TokenIndex TakeBracket(TokenIndex token);
  TokenIndex TakeVerbGroup(TokenIndex token);
  TokenIndex TakeNounPhrase(TokenIndex token);
  TokenIndex TakeSmallWord(TokenIndex token);
  TokenIndex TakeHere(TokenIndex token);
  TokenIndex TakeAside(TokenIndex token);
  TokenIndex TakeArrival(TokenIndex token);

  TokenIndex SkipAdverbs(TokenIndex token) const;
  TokenIndex BehindAdjunct(TokenIndex token, bool be) const;
  bool OpensPartialQuote(TokenIndex token) const;
  bool IsPartialQuote(TokenIndex token) const;
  bool StartsInfinitive(TokenIndex token) const;
  bool ModifiesNoun(TokenIndex token) const;
  bool StateWithVerb(TokenIndex token) const;
  TokenIndex NameEnd(TokenIndex token) const;
  bool BeginsClause(TokenIndex name, TokenIndex end) const;
  const DateMention* DateAt(TokenIndex token) const;
  // A token that starts no noun phrase, as its classes tell.
  bool StartsNoPhrase(TokenIndex token) const;
  TokenIndex LongNameEnd(TokenIndex token) const;
  TokenIndex RecipientEnd(TokenIndex token) const;
  bool OfficeEndsAt(TokenIndex begin, TokenIndex token) const;
  bool IsBareListAt(TokenIndex token) const;
  TokenIndex ScanNounPhrase(TokenIndex begin) const;
  NounPhraseId AddNounPhrase(TokenIndex begin, TokenIndex end, NounPhraseId possessor);
  bool TellsPurpose(TokenIndex token) const;
  bool TitleOfBodyAt(TokenIndex token) const;
  bool JoinsBodyName(TokenIndex begin, TokenIndex token) const;
  TokenIndex DecidingStateEnd(TokenIndex begin, TokenIndex end) const;
  TokenIndex BodyNameEnd(TokenIndex noun) const;
  TokenIndex ExtendBody(NounPhraseId id);
  NounPhraseId AddPronoun(TokenIndex token);
  size_t EndOfPhrase(size_t item) const;
  bool IsFiniteVerb(size_t item) const;
  bool IsInfinitive(size_t item) const;
  bool OpensBareList(size_t first, size_t next) const;
  bool IsNounPhrase(size_t item) const;
  bool IsAside(size_t verb) const;
  bool GoesOn(size_t item) const;
  bool OpensClause(size_t first) const;
  bool ReadList(size_t first, bool after_preposition, bool verb_before, bool after_speech);
  void LinkMembers(size_t first);

  // Reading of a phrase (phrase_reading.cc).
  void DropForeignBody(NounPhrase& phrase) const;
  void Read(NounPhrase& phrase);
  uint32_t CountryBehind(const NounPhrase& phrase) const;
  void ReadHit(const LexiconEntry& entry, bool at_head, NounPhrase& phrase) const;
  void InheritCountry(NounPhrase& phrase, const NounPhrase& from) const;

  // Links between phrases, once the sentence's items stand (phrase_links.cc,
  // phrase_places.cc).
  void LinkOrigin(NounPhrase& people, const NounPhrase& from, const Item& before) const;
  void LinkOf(uint32_t first_item);
  void LinkLists(uint32_t first_item);
  void LinkPlaces(uint32_t first_item);
  uint32_t PlaceBefore(const NounPhrase& phrase) const;
  bool IsOwnPlace(const NounPhrase& phrase) const;
  void BecomePlace(uint32_t place, NounPhrase& phrase) const;
  bool MayJoin(const NounPhrase& a, const NounPhrase& b, bool after_preposition) const;
  size_t NextItem(size_t item) const;
  bool StartsJoiner(size_t item) const;
  size_t JoinerEnd(size_t item) const;

  const RuleSet& rules_;
  const TermFlags& flags_;
  const WordTable& words_;
  const Layers& layers_;
  Syntax& syntax_;
  const TermSet& proxies_;
  const TermSet& bodies_;
  const TermSet& portfolios_;
  const Token* const tokens_;  // of the story, and their classes: asked for at every step
  const ClassSet* const classes_;
  const TermSet& floating_;       // *both* urged, *all* agreed
  const TermSet& equal_joiners_;  // list `equal_joiners`: dismissed *as* groundless, as well *as*
  TokenIndex begin_ = 0, end_ = 0;
  bool headline_ = false;
  bool settlements_ = false;     // whether the sentence has a noun for LinkPlaces
  std::vector<size_t> members_;  // of the list that LinkLists reads; kept for its memory
};

}  // namespace telex
