// SentenceReader: the clause reader's work on one sentence (see clauses.h, and clauses.cc for how a
// sentence is read). Used by clauses.cc and the clause_*.cc files alone.
#pragma once

#include <boost/container/small_vector.hpp>

#include "pipeline/language/clauses.h"

namespace telex {

class SentenceReader {
 public:
  SentenceReader(const TermFlags& flags, Syntax& syntax, uint32_t sentence, bool headline)
      : flags_(flags), syntax_(syntax), sentence_(sentence), headline_(headline) {}

  void Run(uint32_t first, uint32_t last);

 private:
  struct Boundary {
    bool comma = false, coordinator = false, that = false, relative = false;
    TermId subordinator;
    bool any() const { return comma || coordinator || that || relative || subordinator.valid(); }
  };
  struct Preposition {
    bool pending = false;
    bool alone = false;  // right behind no noun
    TermId term;
  };

  const Item& Here() const { return syntax_.items[item_]; }
  uint32_t Next(uint32_t item) const {
    ++item;
    while (item < last_ && syntax_.items[item].kind == Item::Kind::kOther) ++item;
    return item;
  }
  bool ObjectBehindAside() const;
  uint32_t AsideEnd() const;
  void TakeAside();
  Item::Kind KindAt(uint32_t item) const;
  const VerbGroup* VerbAt(uint32_t item) const;
  Item::Kind Previous() const;
  bool Is(TermId term, uint64_t flag) const { return flags_.Has(term, flag); }
  // "proposed by X", "proposed to Y by X"
  bool ByFollows(uint32_t item) const;
  // True where the noun phrase at `item`, behind a word that may be a preposition, has a verb:
  // "after two of the vans were hit", against "after talks held in Oslo".
  bool IsSubject(uint32_t item) const;
  bool HasApposition(const NounPhrase& phrase) const;
  // "militiamen armed with machetes attacked": behind the verb and its prepositions stands a finite
  // verb for the same subject.
  bool FiniteVerbFollows(uint32_t item) const;
  bool ObjectFollows(uint32_t verb) const;
  bool BehindOpening() const;
  Clause* Open() { return open_.valid() ? &syntax_[open_] : nullptr; }

  // "The minister who met [Rosa] praised", "the threat to expel [envoys] was": the noun before
  // "who" or "to" still waits for its verb.
  bool ObjectOfRelative() const;
  bool ObjectOfGerund(uint32_t item) const;
  // True where the noun phrase at `item` is the subject of the verb right behind it.
  bool HasOwnVerb(uint32_t item) const;
  void Place(NounPhraseId id, NounPhrase::Position position, ClauseId clause);
  void AddComplement(ClauseId clause, TermId preposition, NounPhraseId phrase,
                     bool fronted = false);
  // Whether the phrase in front of its sentence is the verb's own, and no noun's before it.
  bool StandsAlone(const Preposition& preposition, NounPhraseId phrase) const;
  void ReadPreposition();
  bool IsContentOf(const NounPhrase& noun) const;
  void ReadThat();
  NounPhraseId Antecedent() const;
  void OpenRelative();
  void OpenSubordinate(TermId term);
  void Break();
  bool SpokenAside() const;
  bool IsWhose(const NounPhrase& phrase) const;
  void ReadPhrase();
  // "helped Kenya *rebuild* the port"
  bool IsBareInfinitive(const VerbGroup& verb) const;
  bool GoesToSomebody(NounPhraseId id);
  bool ContinuesObject() const;
  void FindParties(const Clause& clause, NounPhraseId parties);
  // The clause of a speaker above `clause`: "he said that X is …, urging Y": back to "said".
  ClauseId Speaker(ClauseId clause) const;
  ClauseId Add(const VerbGroup& verb);
  void SetSubject(ClauseId id, NounPhraseId subject);
  void Resolve(NounPhraseId subject);
  void Enter(ClauseId id, bool takes_fronted);
  void ReadVerb();
  bool IsNaming(const VerbGroup& verb) const;
  bool SpeaksOf() const;
  bool IsReducedPassive(const VerbGroup& verb) const;
  // "will go to Rome and meet the pope", "plans to go and meet": a bare verb shares what stands
  // before the one it is joined to.
  void ShareAuxiliaries(ClauseId from, ClauseId to);
  bool SharesObject(const Clause& first, const VerbGroup& verb) const;
  ClauseId SameTense(ClauseId clause, const VerbGroup& verb) const;
  bool IsBarePassive(const VerbGroup& verb) const;
  void ReadFinite(VerbGroup verb);
  // `"…," said Fidan`: a verb of speech without a subject, and its speaker behind it.
  bool Inverted(ClauseId id, const VerbGroup& verb);
  // Whose the noun is that the infinitive at hand belongs to: "Oman's refusal to sign". False where
  // it stands behind no such noun, or nobody says whose it is.
  bool OwnedByNoun(NounPhraseId* owner) const;
  bool WaitsForVerb(NounPhraseId* owner) const;
  void ReadInfinitive(const VerbGroup& verb);
  // Whose deed it is that somebody is accused of, thanked for, kept from: the object, or whom its
  // noun went to ("expressed thanks to Oman for opening").
  NounPhraseId Blamed(ClauseId id) const;
  void ReadGerund(const VerbGroup& verb);
  void ReadParticiple(VerbGroup verb);
  const TermFlags& flags_;
  Syntax& syntax_;
  uint32_t sentence_;
  bool headline_;
  uint32_t first_ = 0, last_ = 0, item_ = 0;
  ClauseId open_;
  NounPhraseId candidate_, last_phrase_, antecedent_, main_subject_;
  NounPhraseId
      tentative_;       // object of a verb of saying, so far: perhaps the subject of what is said
  ClauseId reporting_;  // … and a relative stands between the two: its verb of saying
  // Of a sentence or two in a story more than what stands here.
  boost::container::small_vector<NounPhraseId, 8> interrupted_;
  // Verbs whose object is that of the verb joined to them.
  boost::container::small_vector<ClauseId, 4> objectless_;
  boost::container::small_vector<Complement, 8> fronted_;
  bool aside_ = false;  // a verb of saying stands between the subject and its verb
  Complement joined_;   // "with whom": for the verb that follows
  boost::container::small_vector<ClauseId, 8> waiting_;
  Boundary boundary_;
  Preposition preposition_;
  TermId introducer_;
};

}  // namespace telex
