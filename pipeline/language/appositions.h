// Appositions: what stands beside a person's name, between commas, and says whence he is.
//
// "Bjorn Aasen, chief of staff to the head of the OSCE mission, said", "the army's spokesman in
// Mali, Colonel Issa Ba, said". The patterns of names.yaml know the common ones; this stage, after
// the chunker, reads the others off the noun phrases and gives the person the state or the body
// that the apposition has. Immutable; Run may be called from any number of threads.
#pragma once

#include "pipeline/language/syntax.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

class Appositions {
 public:
  explicit Appositions(const RuleSet& rules);
  /// Fills in StoryPerson::country, organization, title and office where they are open.
  void Run(Syntax& syntax) const;

 private:
  const RuleSet& rules_;
  const TermSet& prepositions_;  // list `apposition_prepositions`: of, for, with
};

}  // namespace telex
