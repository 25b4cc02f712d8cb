// Entities: the names of a story as one row, each with its kind: people, organisations, places.
//
// Reads what the stages have found (Syntax::names, lexicon hits, noun phrases) and adds nothing to
// it; `telex annotate` writes the outcome. Where names lie inside each other the outer one counts.
// A country's name is a place, whatever it stands for in its sentence; a word of nationality
// ("Turkish") is no name. Stateless; safe from any thread.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/language/layers.h"
#include "pipeline/language/syntax.h"
#include "pipeline/language/words.h"

namespace telex {

struct Entity {
  enum class Kind : uint8_t { kPerson, kOrganization, kPlace };
  static constexpr uint32_t kNone = 0xffffffffu;

  TokenRange range;  // the name alone, without a title or an article
  Kind kind = Kind::kPerson;
  PersonId person;                // of a person
  uint32_t organization = kNone;  // of an organisation that the lexicon lists
  uint32_t country = kNone;       // of a place that is a country, or stands in the lexicon under it
  uint32_t place = kNone;         // of a place that is no country
  uint32_t first = 0;  // index of the first mention of the same; its own, where it is that
};

/// Replaces `entities` by the names of the story, in text order, not overlapping.
void ListEntities(const WordTable& words, const Layers& layers, const Syntax& syntax,
                  std::vector<Entity>* entities);

}  // namespace telex
