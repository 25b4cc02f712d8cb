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
  EventStatus status = EventStatus::kActual;
  uint32_t words = 0;  // words of the pattern that the text had to have
  uint32_t slots = 0;  // roles filled

  NounPhraseId role(Role role) const { return roles[static_cast<size_t>(role)]; }
};

}  // namespace telex
