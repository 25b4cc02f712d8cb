// States: the state of an actor that has none of its own, from the sentence of its event.
//
// The PLOVER gold records name a state on both sides of nearly every act: protesters against their
// own government, a threat "to break relations with Russia" against Russia. A coding that says
// `states_of_sentence` is completed the same way: an act without a recipient state takes the first
// state that the sentence names behind its trigger, then before it, and else that of its own
// source, since what names nobody else is done at home. A source without a state takes the first
// that the sentence names. Whoever reports ("a Saudi weekly said") is not asked. What was worked
// out so is marked `inferred`. Consultations are left alone. Immutable; safe to share between
// threads; linear in the sentence.
#pragma once

#include <string>

#include "pipeline/events/candidate.h"
#include "pipeline/events/event.h"
#include "pipeline/events/frame_match.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

class States {
 public:
  explicit States(const RuleSet& rules) : rules_(rules), reporting_(rules.List("plain_speech")) {}
  void Complete(const StoryView& view, const Candidate& candidate, Event* event) const;

 private:
  std::string StateOf(const StoryView& view, const NounPhrase& phrase) const;
  bool Reports(const StoryView& view, const Candidate& candidate, const NounPhrase& phrase) const;
  /// The first state named in the tokens [begin, end) that is none of `known`; "" where none is.
  std::string Find(const StoryView& view, const Candidate& candidate, TokenIndex begin,
                   TokenIndex end, const std::vector<Actor>& known) const;
  void Give(const std::string& state, std::vector<Actor>* actors) const;

  const RuleSet& rules_;
  const TermSet& reporting_;
};

}  // namespace telex
