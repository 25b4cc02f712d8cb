// Resolver: who is meant by a noun phrase that does not name anybody.
//
// "he", "his Turkish counterpart", "the top Iranian diplomat", "the two ministers", "both sides",
// "its": each is resolved from what the story has said so far (and, for a role with a country, from
// what it says later). Works on demand, in text order, and remembers what it has found: one
// Resolver serves one run over one story. The order of preference stands with each function in
// resolver.cc. Not shared between threads.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pipeline/discourse/definitions.h"
#include "pipeline/discourse/quotations.h"
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
  uint32_t index = 0;                    // PersonId, country, organisation
  NounPhraseId phrase;                   // what names it; of a pronoun, its antecedent
  uint32_t country = NounPhrase::kNone;  // of a phrase that names none: where it stands
  NounPhraseId mention = {};  // where it is mentioned in the role at hand: "he", "both sides"
  friend bool operator==(const Referent& a, const Referent& b) {
    return a.kind == b.kind &&
           (a.kind == Kind::kPhrase ? a.phrase == b.phrase : a.index == b.index);
  }
};
using Referents = std::vector<Referent>;

class Resolver {
 public:
  /// `source` is the feed's or publisher's name: that of a state's own office ("White House") tells
  /// whose officials are meant.
  Resolver(const RuleSet& rules, const TermFlags& flags, const StoryView& view,
           std::string_view source);

  /// Everybody that `phrase` (with its coordination) stands for; empty where that cannot be told.
  Referents Resolve(NounPhraseId phrase);
  /// The same of one member of a coordination.
  Referents ResolveMember(NounPhraseId phrase) { return ResolveOne(phrase, 0); }
  /// The actor that a thing belongs to: itself if it acts, else its possessor, its "by", "of" or
  /// "from" phrase, or the state of its nationality. Behind "of" a deed names whom it was done to:
  /// that is asked for by kAffected ("condolences over the deaths of …"), and passed over for
  /// kOwner ("condemned the killing of …").
  Referents ResolveOwner(NounPhraseId phrase, SlotKind kind);
  /// Tells that these took part in an event that was read: "both sides" may mean them later.
  void AddParties(const Referents& parties, uint32_t sentence) {
    parties_ = parties;
    parties_sentence_ = sentence;
  }
  /// Whose claim it is where `token` stands in a quotation, or where "according to X" or "…, X
  /// said" stands beside it; empty where the story says so itself.
  Referents Claimant(TokenIndex token);
  /// The author of a statement, where nobody else says what stands at `token`; else nobody.
  Referents AuthorAt(TokenIndex token);
  /// The quotation that `token` stands in, or nullptr.
  const Quotation* QuotationAt(TokenIndex token) const { return quotations_.At(token); }
  /// Whether this is a news agency or a paper, which tells what others say.
  bool Reports(const Referents& all) const;
  /// Whether a role that was not resolved may be this person: "an Iranian president", "foreign
  /// counterparts".
  bool MayMean(const Referent& role, const Referent& person) const;
  /// The country of a referent: index into Lexicon::countries, or NounPhrase::kNone.
  uint32_t CountryOf(const Referent& referent) const;
  /// Whether the person holds an office that a state gives, not a body or several states.
  bool ServesState(const StoryPerson& person) const;
  /// The short forms that the story explains.
  const Definitions& definitions() const { return definitions_; }
  /// The state that a story is about by its headline ("Sudan: Rebels shell town"), else that it was
  /// written in, where that is not the publisher's own desk: "police" of a wire story from Nairobi
  /// are Kenyan. Or NounPhrase::kNone.
  uint32_t Scene() const {
    if (headed_ != kNoCountry) return headed_;
    const uint32_t country = view_.layers.dateline.country;
    return country == desk_ ? kNoCountry : country;
  }
  /// Where a story of the publisher's own desk is at home: his state, or the one that the story
  /// tells of more than of any other. Or NounPhrase::kNone, where two are told of alike.
  uint32_t Focus() const { return focus_; }
  /// The publisher's own state, or NounPhrase::kNone.
  uint32_t Desk() const { return desk_; }

  /// The state whose office publishes the story, or NounPhrase::kNone.
  uint32_t Publisher() const { return publisher_; }

 private:
  static constexpr uint32_t kNoCountry = NounPhrase::kNone;
  const Referents& ResolveOne(NounPhraseId id, int depth);
  Referents Look(NounPhraseId id, int depth);
  NounPhraseId WrittenOut(NounPhraseId id) const;
  Referents ResolvePronoun(NounPhraseId id, int depth);
  bool IsHeadcount(const NounPhrase& phrase) const;
  Referents ResolveRelative(NounPhraseId id, int depth);
  Referents ResolveThing(NounPhraseId id, const PronounFeatures& features, int depth);
  Referents ResolveRole(NounPhraseId id, int depth);
  bool IsSomebodysRole(const NounPhrase& phrase) const;
  PersonId NamedBehind(NounPhraseId id) const;
  PersonId NamedAfterOf(const NounPhrase& phrase) const;
  PersonId NamedLater(NounPhraseId id) const;
  bool CalledBy(const NameMention& mention, TermId noun) const;
  bool SpeaksByName(const NameMention& mention, const NounPhrase& role) const;
  Referents ResolveRoles(NounPhraseId id, int depth);
  NounPhraseId FullerRole(NounPhraseId id) const;
  Referents ResolveList(NounPhraseId first, int depth);
  Referents ResolveGroup(NounPhraseId id, int depth);
  Referents ResolveThey(NounPhraseId id, int depth);
  Referents ResolveBody(NounPhraseId id, int depth);
  Referents ResolveCountry(NounPhraseId id, int depth);
  Referents PartnersInFront(const Clause& clause) const;
  PersonId OnlyStranger(NounPhraseId id, const Referents& not_these) const;
  Referents ResolveCounterpart(NounPhraseId id, int depth);
  Referents OwnerOf(NounPhraseId id, SlotKind kind, int depth);
  Referents PeopleBefore(NounPhraseId id, int depth);
  enum class Found : uint8_t { kNobody, kPerhaps, kSurely };
  Found LastSubject(NounPhraseId before, bool people, const PronounFeatures& features,
                    const Referents& not_these, uint32_t reach, Referent* found, int depth);
  bool Fits(uint32_t person, const PronounFeatures& features) const;
  void Learn(const Referent& referent, const PronounFeatures& features);
  void FindGenders();
  Gender GenderOfRole(const NounPhrase& phrase) const;
  Referents FindAuthor();
  uint32_t StateOfHeadline() const;
  uint32_t StateMostTold() const;
  Referents FindSignatory() const;
  bool IsPlain(const NounPhrase& phrase) const;
  uint32_t StateOfSource(std::string_view source, KindSet kinds) const;
  bool HeldByAnother(const StoryPerson& person) const;
  Referents Addressee(NounPhraseId id, int depth);
  void FindLabels();
  Referents Labelled(TokenIndex token, int depth);
  bool MeansSomebody(const Referent& one, const PronounFeatures& features, bool people) const;
  Referents SpeakerIn(const Quotation& quotation, int depth);
  int HoldsOffice(const StoryPerson& person, const NounPhrase& phrase) const;
  bool HasBefore(TokenRange range, TokenIndex head, uint64_t flag) const;
  bool StartsWithModifier(std::string_view office) const;
  bool HasRank(const NounPhrase& phrase) const;
  bool IsExact(const NounPhrase& phrase) const;
  bool NamedWith(const NounPhrase& body, TermId word) const;
  PersonId PersonOfRole(const NounPhrase& phrase, uint32_t country, bool later,
                        const Referents& not_these) const;
  Referents PartiesNear(TokenIndex token, uint32_t reach) const;
  Referents LastCountries(NounPhraseId before, uint32_t number) const;
  Referents Speaker(NounPhraseId id, int depth);
  NounPhraseId SubjectBehind(NounPhraseId id) const;
  NounPhraseId PatientAbove(NounPhraseId id) const;
  std::vector<uint32_t> CountriesIn(const NounPhrase& phrase,
                                    bool nationalities_only = false) const;
  /// Of the noun itself: the first member of a list counts as plural, whatever it is.
  bool HeadIsPlural(const NounPhrase& phrase) const {
    return (view_.syntax.classes[phrase.head] & kPlural) != 0 ||
           (Head(phrase).noun_lemma.valid() && collectives_.count(Head(phrase).noun_lemma) != 0);
  }
  /// Whose "the president" and "the government" are.
  uint32_t Home() const { return publisher_ != kNoCountry ? publisher_ : Scene(); }
  const Word& Head(const NounPhrase& phrase) const { return view_.At(phrase.head); }

  const RuleSet& rules_;
  const TermFlags& flags_;
  const StoryView& view_;
  const TermSet& collectives_;         // list `collectives`: people, police
  std::vector<NameMention> mentions_;  // in text order
  struct Memory {
    enum class State : uint8_t { kNew, kBusy, kDone };
    State state = State::kNew;
    Referents referents;
  };
  std::vector<Memory> memory_;   // by NounPhraseId
  std::vector<Gender> genders_;  // by PersonId: by title and given name, else as a pronoun has told
  Quotations quotations_;
  Definitions definitions_;
  struct Label {
    TokenIndex begin;
    NounPhraseId phrase;
  };
  std::vector<Label> labels_;  // of a transcript, in text order
  Referents parties_;          // of the event read last
  uint32_t parties_sentence_ = 0;
  uint32_t publisher_ = kNoCountry;  // the state whose office publishes the story
  uint32_t focus_ = kNoCountry;
  uint32_t headed_ = kNoCountry;  // the state before the headline's colon
  uint32_t desk_ = kNoCountry;    // … or whose paper: it writes of all the world at home
  Referents author_;              // "Statement by X": who says "we" outside of quotations
  bool author_speaks_ = false;    // … and all that is said of nobody else; not of a readout
};

}  // namespace telex
