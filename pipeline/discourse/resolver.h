// Resolver: who is meant by a noun phrase that does not name anybody.
//
// "he", "his Turkish counterpart", "the top Iranian diplomat", "the two ministers", "both sides",
// "its": each is resolved from what the story has said so far (and, for a role with a country, from
// what it says later). Works on demand, in text order, and remembers what it has found: one
// Resolver serves one run over one story. The order of preference stands with each function in
// resolver.cc. Not shared between threads.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/events/frame_match.h"
#include "pipeline/language/syntax.h"
#include "pipeline/language/term_flags.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

/// Somebody who was resolved: a person of the story, a country, an organisation, or a phrase that
/// stands for itself.
struct Referent {
  enum class Kind : uint8_t { kPerson, kCountry, kOrganization, kPhrase };
  Kind kind = Kind::kPhrase;
  uint32_t index = 0;   // PersonId, country, organisation
  NounPhraseId phrase;  // where it is mentioned in the role at hand
  friend bool operator==(const Referent& a, const Referent& b) {
    return a.kind == b.kind &&
           (a.kind == Kind::kPhrase ? a.phrase == b.phrase : a.index == b.index);
  }
};
using Referents = std::vector<Referent>;

class Resolver {
 public:
  Resolver(const RuleSet& rules, const TermFlags& flags, const StoryView& view);

  /// Everybody that `phrase` (with its coordination) stands for; empty where that cannot be told.
  Referents Resolve(NounPhraseId phrase);
  /// The actor that a thing belongs to: itself if it acts, else its possessor, its "by", "of" or
  /// "from" phrase, or the state of its nationality. Behind "of" a deed names whom it was done to:
  /// that is asked for by kAffected ("condolences over the deaths of …"), and passed over for
  /// kOwner ("condemned the killing of …").
  Referents ResolveOwner(NounPhraseId phrase, SlotKind kind);
  /// Tells that these took part in an event that was read: "both sides" may mean them later.
  void AddParties(const Referents& parties) { parties_ = parties; }
  /// The country of a referent: index into Lexicon::countries, or NounPhrase::kNone.
  uint32_t CountryOf(const Referent& referent) const;

 private:
  Referents ResolveOne(NounPhraseId id, int depth);
  Referents Look(NounPhraseId id, int depth);
  Referents ResolvePronoun(NounPhraseId id, int depth);
  Referents ResolveRole(NounPhraseId id, int depth);
  Referents ResolveGroup(NounPhraseId id, int depth);
  Referents ResolveCounterpart(NounPhraseId id, int depth);
  Referents OwnerOf(NounPhraseId id, SlotKind kind, int depth);
  bool LastSubject(NounPhraseId before, bool people, const PronounFeatures& features,
                   const Referents& not_these, Referent* found, int depth);
  bool Fits(uint32_t person, const PronounFeatures& features) const;
  void Learn(const Referent& referent, const PronounFeatures& features);
  bool HoldsOffice(const StoryPerson& person, const NounPhrase& phrase) const;
  PersonId PersonOfRole(const NounPhrase& phrase, uint32_t country, bool later) const;
  Referents LastCountries(NounPhraseId before, uint32_t number) const;
  Referents Speaker(NounPhraseId id, int depth);
  NounPhraseId SubjectBehind(NounPhraseId id) const;
  uint32_t SentenceOf(TokenIndex token) const;
  std::vector<uint32_t> CountriesIn(const NounPhrase& phrase,
                                    bool nationalities_only = false) const;
  const Word& Head(const NounPhrase& phrase) const { return view_.At(phrase.head); }

  const RuleSet& rules_;
  const TermFlags& flags_;
  const StoryView& view_;
  std::vector<NameMention> mentions_;  // in text order
  struct Memory {
    enum class State : uint8_t { kNew, kBusy, kDone };
    State state = State::kNew;
    Referents referents;
  };
  std::vector<Memory> memory_;   // by NounPhraseId
  std::vector<Gender> genders_;  // by PersonId: what a pronoun has told
  Referents parties_;
};

}  // namespace telex
