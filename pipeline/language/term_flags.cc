#include "pipeline/language/term_flags.h"

namespace telex {

TermFlags::TermFlags(const RuleSet& rules) : flags_(rules.vocabulary.size(), 0) {
  struct ListFlag {
    const char* list;
    uint64_t flag;
  };
  static constexpr ListFlag kLists[] = {
      {"plain_speech", kSpeechVerb},
      {"speech", kCommunication},
      {"object_control", kObjectControl},
      {"name_particles", kNameParticle},
      {"organization_nouns", kOrganizationNoun},
      {"counterparts", kCounterpartNoun},
      {"sides", kSideNoun},
      {"country_nouns", kCountryNoun},
      {"agent_prepositions", kByPreposition},
      {"owner_prepositions", kOfPreposition},
      {"party_prepositions", kBetweenPreposition},
      {"origin_prepositions", kFromPreposition},
      {"place_prepositions", kPlacePreposition},
      {"adjunct_prepositions", kAdjunctPreposition},
      {"former_modifiers", kFormerModifier},
      {"person_nouns", kPersonNoun},
      {"name_suffixes", kNameSuffix},
      {"pair_words", kPairWord},
      {"subject_control", kTakesInfinitive},
      {"object_control", kTakesInfinitive},
      {"raising", kTakesInfinitive},
      {"motion", kMotion},
      {"sending", kSending},
      {"government_nouns", kGovernmentNoun},
      {"deed_nouns", kDeedNoun},
      {"indefinites", kIndefinite},
      {"sequence_prepositions", kAfterPreposition},
      {"people", kPeopleNoun},
      {"portfolio_prepositions", kPortfolioPreposition},
      {"purpose_prepositions", kPurpose},
      {"here_words", kHere},
      {"home_bodies", kHomeBody},
      {"quantity_nouns", kQuantityNoun},
      {"polite_verbs", kPolite},
      {"possessive_relatives", kWhose},
      {"pair_nouns", kPairNoun},
      {"content", kContentNoun},
      {"own_deed", kOwnDeed},
      {"object_gerund_prepositions", kObjectGerund},
      {"named_things", kNamedThing},
      {"thing_titles", kThingTitle},
      {"dative_verbs", kDative},
      {"recipient_prepositions", kRecipient},
      {"fronted_prepositions", kFronted},
      {"authored_nouns", kMessage},
      {"occurrence_objects", kOccurrence},
      {"receiving_verbs", kReceiving},
      {"scene_prepositions", kScenePreposition},
      {"margin_nouns", kMarginNoun},
      {"settlement_nouns", kSettlementNoun},
      {"capital_nouns", kCapitalNoun},
      {"place_relatives", kWhere},
      {"phoning", kPhoning},
      {"remark_nouns", kRemarkNoun},
      {"helping_verbs", kHelping},
      {"make", kMake},
      {"person_relatives", kPersonalRelative},
      {"plain_modifiers", kPlainModifier},
      {"intransitive", kIntransitive},
      {"needs_object", kNeedsObject},
      {"naming_verbs", kNaming},
      {"arrival_adjectives", kArrived},
      {"partner_prepositions", kPartnerPreposition},
  };
  static_assert(
      [] {
        uint64_t taken = kApproximator | kListJoiner | kLightVerb;
        for (const ListFlag& entry : kLists) {
          if ((taken & entry.flag) && entry.flag != kTakesInfinitive) return false;
          taken |= entry.flag;
        }
        return true;
      }(),
      "two lists share a bit");
  for (const ListFlag& entry : kLists)
    for (TermId term : rules.List(entry.list)) flags_[term.value()] |= entry.flag;
  for (const std::vector<TermId>& words : rules.approximators)
    flags_[words.front().value()] |= kApproximator;
  for (const std::vector<TermId>& words : rules.joiners)
    flags_[words.front().value()] |= kListJoiner;
  for (TermId term : rules.List("recipient_prepositions"))
    if (!recipient_.valid()) recipient_ = term;
  for (TermId term : rules.List("here_prepositions"))
    if (!here_.valid()) here_ = term;
  for (TermId term : rules.light_verbs) flags_[term.value()] |= kLightVerb;
}

}  // namespace telex
