// Draft: an event between reading and record: its roles resolved, not yet merged with other
// mentions, not yet written out.
#pragma once

#include <string>

#include "pipeline/discourse/resolver.h"
#include "pipeline/events/candidate.h"

namespace telex {

struct Draft {
  Candidate candidate;  // of the mention that the record shows
  Referents source, target;
  Referents what_source, what_target;  // of the inner event
  Referents attribution;
  EventStatus status = EventStatus::kActual;
  const DateMention* date = nullptr;
  std::string
      day;  // its value, for the status at hand, without a time of day; "2025-06", "2025-06-03"
  NounPhraseId place;
  bool at_dateline = false;            // it took place where the story was written
  uint32_t state = NounPhrase::kNone;  // … or in this state, where no phrase names a place
  uint32_t mentions = 1;
  bool headline = false;
  bool spoken_of =
      false;  // a noun that no verb of the past stands over: "the purpose of his visit"
};

}  // namespace telex
