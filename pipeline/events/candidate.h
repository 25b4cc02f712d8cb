// Candidate: an event that a rule has read somewhere in a story, its roles still noun phrases.
//
// Made by the matcher (matcher.h) and by the slow reference (reference.h), kept or dropped by
// overlap.h, its roles turned into actors by the discourse floor.
#pragma once

#include <array>
#include <cstdint>

#include "pipeline/language/syntax.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

inline constexpr size_t kRoles = 5;  // of enum Role

/// What fills a slot <what:…>: the event that the content tells of, or for <what:clause> any
/// content.
struct InnerEvent {
  TypeId type;        // none for <what:clause>
  ClauseId clause;    // where the content is a clause
  NounPhraseId noun;  // where it is a noun phrase
  TokenIndex trigger = 0;
  std::array<NounPhraseId, kRoles> roles;
  std::array<SlotKind, kRoles> kinds{};
  bool valid() const { return clause.valid() || noun.valid(); }
};

struct Candidate {
  RuleId rule;
  FrameId frame;         // none where a `phrase:` matched
  uint32_t pattern = 0;  // of the rule
  TypeId type;
  TokenIndex trigger = 0;  // the verb's head, or the noun where a noun carries the event
  uint32_t sentence = 0;
  ClauseId clause;    // the clause it stands in, if any
  NounPhraseId noun;  // a nominal voice: the noun phrase of the event
  Voice voice = Voice::kActive;
  std::array<NounPhraseId, kRoles> roles;
  std::array<SlotKind, kRoles>
      kinds{};           // of the slots: kOwner gives the role to whom the phrase belongs
  NounPhraseId parties;  // "between X and Y": all of one list, in the place of source and target
  InnerEvent what;
  bool lent = false;        // the target is one of the inner event's
  bool loose = false;       // a noun without its owner: good as an inner event only
  bool historical = false;  // remembered: the anniversary of a bombing
  bool runner_up = false;   // the words are another's, unless nobody takes part in that
  EventStatus status = EventStatus::kActual;
  uint32_t words = 0;  // words of the pattern that the text had to have
  uint32_t slots = 0;  // roles filled

  NounPhraseId role(Role role) const { return roles[static_cast<size_t>(role)]; }
};

/// True where two candidates were read from the same words in the same way.
inline bool operator==(const Candidate& a, const Candidate& b) {
  return a.frame == b.frame && a.trigger == b.trigger && a.clause == b.clause && a.noun == b.noun &&
         a.roles == b.roles && a.slots == b.slots && a.loose == b.loose &&
         a.what.type == b.what.type && a.what.trigger == b.what.trigger &&
         a.what.clause == b.what.clause && a.what.noun == b.what.noun &&
         a.what.roles == b.what.roles;
}

/// True where the rule wants two who take part (`alone: false`) and the text has but one before it:
/// another rule may read the same words.
inline bool LacksPartner(const RuleSet& rules, const Syntax& syntax, const Candidate& candidate) {
  if (rules.rules[candidate.rule.value()].alone.value_or(true) || candidate.parties.valid())
    return false;
  const NounPhraseId source = candidate.role(Role::kSource);
  if (candidate.role(Role::kTarget).valid() || !source.valid()) return false;
  const NounPhrase& one = syntax[source];
  const bool several =
      one.next.valid() || one.number > 1 || (one.reading == Reading::kPronoun && one.plural);
  return !several;
}

}  // namespace telex
