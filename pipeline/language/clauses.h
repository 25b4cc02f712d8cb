// ClauseReader: reads the chunks of each sentence into clauses, every clause in one shape whatever
// its voice.
//
// Stage after Chunker; writes Syntax::clauses and tells each noun phrase its place in a clause. The
// voices that text uses (passive, reduced passive, relatives, participles, infinitives after
// control verbs, shared subjects, inversion in speech, headlines) are undone here, once, so that
// frames and rules never see them: agent, patient and complements mean the same in all. The essay
// on how stands in clauses.cc. Immutable; Run may be called from any number of threads.
#pragma once

#include "pipeline/language/layers.h"
#include "pipeline/language/syntax.h"
#include "pipeline/language/term_flags.h"
#include "pipeline/language/words.h"

namespace telex {

class ClauseReader {
 public:
  explicit ClauseReader(const TermFlags& flags) : flags_(flags) {}
  void Run(const Layers& layers, Syntax& syntax) const;

 private:
  const TermFlags& flags_;
};

}  // namespace telex
