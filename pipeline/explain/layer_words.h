// LayerWords: the parts of one story's layers in words: "[Hakan Fidan: person, TUR]", "noun,
// plural".
//
// Borrows the story, its view and the rules; use it while they live. One thread.
#pragma once

#include <string>

#include "pipeline/events/frame_match.h"
#include "pipeline/rules/ruleset.h"
#include "pipeline/text/story.h"

namespace telex {

class LayerWords {
 public:
  LayerWords(const Story& story, const StoryView& view, const RuleSet& rules)
      : story_(story), view_(view), rules_(rules) {}

  /// As written, line feeds as blanks; "" of an empty range.
  std::string Text(TokenRange range) const;
  std::string Text(Span span) const;
  /// A noun phrase with all members of its coordination: "Iran & Oman"; "" where there is none.
  std::string Phrase(NounPhraseId phrase) const;
  /// "person", "country", … and what is known: "person, TUR".
  std::string Reading(const NounPhrase& phrase) const;
  /// "with Fidan; in Ankara".
  std::string Complements(const Clause& clause) const;
  std::string Term(TermId term) const {
    return term.valid() ? std::string(rules_.vocabulary.text(term)) : "";
  }
  std::string Country(uint32_t country) const;
  /// "noun, plural".
  static std::string Classes(ClassSet classes);
  /// "country Turkey (TUR)".
  std::string Entry(EntryId entry) const;

 private:
  const Story& story_;
  const StoryView& view_;
  const RuleSet& rules_;
};

}  // namespace telex
