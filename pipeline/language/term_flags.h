// TermFlags: the named word lists of rules/language/function_words.yaml that the language floor
// asks for, as bits by TermId.
//
// Made once from a RuleSet, so that a stage tests a bit and never searches a set. Immutable; safe
// to share.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/rules/ruleset.h"

namespace telex {

// All bits are taken: what a single class asks for is a TermSet of its own there (RuleSet::List).
enum TermFlag : uint64_t {
  kSpeechVerb = 1u << 0,           // list `plain_speech`: say, add, note
  kCommunication = 1u << 23,       // list `speech`: these, and warn, urge, thank …
  kObjectControl = 1u << 1,        // list `object_control`
  kLightVerb = 1u << 2,            // light_verbs
  kNameParticle = 1u << 3,         // list `name_particles`: bin, van, al
  kOrganizationNoun = 1u << 4,     // list `organization_nouns`: council, bank, ministry
  kCounterpartNoun = 1u << 5,      // list `counterparts`: counterpart, opposite number
  kSideNoun = 1u << 6,             // list `sides`: side, party, leader, minister of "both sides"
  kCountryNoun = 1u << 7,          // list `country_nouns`: country, nation, state
  kByPreposition = 1u << 8,        // list `agent_prepositions`: by
  kOfPreposition = 1u << 9,        // list `owner_prepositions`: of
  kBetweenPreposition = 1u << 10,  // list `party_prepositions`: between, among
  kFromPreposition = 1u << 11,     // list `origin_prepositions`: from
  kPlacePreposition = 1u << 12,    // list `place_prepositions`: in, at
  kAdjunctPreposition =
      1u << 13,  // list `adjunct_prepositions`: in, during, after, following, on, at, upon
  kFormerModifier = 1u << 14,   // list `former_modifiers`: former, ex-, late
  kPersonNoun = 1u << 15,       // list `person_nouns`: man, diplomat
  kNameSuffix = 1u << 16,       // list `name_suffixes`: jr., iii
  kPairWord = 1u << 17,         // list `pair_words`: both, either
  kTakesInfinitive = 1u << 19,  // lists `subject_control`, `object_control`, `raising`
  kSending = 1ull << 35,        // list `sending`: send, train, whose infinitive is a purpose
  kMotion = 1u << 20,           // list `motion`: travel, fly, come
  kGovernmentNoun = 1u << 21,   // list `government_nouns`: government, regime; stands for its state
  kDeedNoun = 1u << 22,      // list `deed_nouns`: killing, arrest; "of" names whom it was done to
  kQuantityNoun = 1u << 24,  // list `quantity_nouns`: number, range, group of somebody
  kPolite = 1u << 25,        // list `polite_verbs`: "would *like* to thank" is a thank
  kPortfolioPreposition =
      1u << 26,  // list `portfolio_prepositions`: Minister *of* Trade, Adviser *for* Security
  kPeopleNoun = 1u << 27,        // table person_nouns.tsv: climber, nurse
  kApproximator = 1u << 28,      // first word of an approximator: over, at (least)
  kAfterPreposition = 1u << 29,  // list `sequence_prepositions`: after, before, following
  kIndefinite = 1u << 30,        // list `indefinites`: a, another, any
  kPairNoun = 1u << 31,          // list `pair_nouns`: pair, duo
  kWhose = 1u << 18,             // list `possessive_relatives`: whose
  kContentNoun = 1ull << 33,     // list `content`: refusal, plan, threat, which take an infinitive
  kOwnDeed = 1ull << 34,       // list `own_deed`: end, suspend, threaten, whose object is their own
  kDative = 1ull << 43,        // list `dative_verbs`: give, offer, send *somebody* something
  kRecipient = 1ull << 44,     // list `recipient_prepositions`: to
  kFronted = 1ull << 38,       // list `fronted_prepositions`: "*With* Chad, Oman held talks"
  kMessage = 1ull << 40,       // list `authored_nouns`: letter, message, statement
  kReceiving = 1ull << 42,     // list `receiving_verbs`: an appeal received by Chad is not Chad's
  kOccurrence = 1ull << 41,    // list `occurrence_objects`: "took *place* between"
  kListJoiner = 1ull << 39,    // first word of a joiner: along (with), as (well as)
  kIntransitive = 1ull << 48,  // list `intransitive`: die, arrive; nobody is died by another
  kArrived = 1ull << 49,       // list `arrival_adjectives`: *visiting* Foreign Minister A. B.
  kPlainModifier = 1ull << 62,     // list `plain_modifiers`: a *presidential* message
  kPersonalRelative = 1ull << 61,  // list `person_relatives`: who
  kMake = 1ull << 47,              // list `make`: help, let; a bare infinitive behind their object
  kHelping = 1ull << 45,           // list `helping_verbs`: help, supply, whose object gains by it
  kPartnerPreposition = 1ull << 46,  // list `partner_prepositions`: with, to, for
  kObjectGerund =
      1ull << 32,  // list `object_gerund_prepositions`: "accused Oman *of* bombing", the object's
  kThingTitle = 1ull << 37,  // list `thing_titles`: hurricane, operation; a name behind them cannot
  kNamedThing =
      1ull << 36,  // list `named_things`: act, plan, storm; a name that ends so cannot act
  kScenePreposition = 1ull << 50,  // list `scene_prepositions`: in, at, during a thing somewhere
  kMarginNoun = 1ull << 51,        // list `margin_nouns`: on the *sidelines* of
  kSettlementNoun = 1ull << 52,    // list `settlement_nouns`: the *city* of Ankara
  kCapitalNoun = 1ull << 53,       // list `capital_nouns`: the Turkish *capital*
  kRemarkNoun = 1ull << 56,        // list `remark_nouns`: made the *remarks*
  kWhere = 1ull << 54,             // list `place_relatives`: Oslo, *where* he met
  kPhoning = 1ull << 57,      // list `phoning`: "*called* Oman to thank it", "*called* on Oman to"
  kPurpose = 1ull << 60,      // list `purpose_prepositions`: the Ministry *of* Trade
  kHomeBody = 1ull << 59,     // list `home_bodies`: parliament, police
  kNeedsObject = 1ull << 63,  // list `needs_object`: kill, arrest; without an object a passive
  kNaming = 1ull << 55,       // list `naming_verbs`: call, dub
  kHere = 1ull << 58,         // list `here_words`: where the story was written
};

class TermFlags {
 public:
  explicit TermFlags(const RuleSet& rules);
  bool Has(TermId term, uint64_t flags) const { return (Of(term) & flags) != 0; }
  /// All flags of a term; none of no term.
  uint64_t Of(TermId term) const { return term.value() < flags_.size() ? flags_[term.value()] : 0; }
  /// The preposition that says to whom: "gave Kenya aid" is "gave aid *to* Kenya".
  TermId recipient() const { return recipient_; }
  /// The preposition that "here" stands for with its place: "met *in* Nairobi".
  TermId here() const { return here_; }

 private:
  std::vector<uint64_t> flags_;
  TermId recipient_, here_;
};

}  // namespace telex
