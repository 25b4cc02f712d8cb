// Speeches: when and where somebody said what a story has him say in several sentences.
//
// After Scenes' own look at the sentences next to an event. "Quispe said on Monday in Oslo that
// fish is dear. She added that Kenya …, praising Peru": what he is told to have said between one
// dated word of his and the next is of that day and place, and so are the talks in which he said
// it. Where a story opens with what he "has said", its day is that of his first dated word behind
// it. Immutable; stateless between runs.
#pragma once

#include <string>
#include <vector>

#include "pipeline/discourse/date_finder.h"
#include "pipeline/discourse/draft.h"
#include "pipeline/discourse/place_finder.h"

namespace telex {

class Speeches {
 public:
  Speeches(const RuleSet& rules, const TermFlags& flags)
      : rules_(rules), flags_(flags), dates_(rules, flags), places_(rules, flags) {}
  void Run(const StoryView& view, Resolver& resolver, std::vector<Draft>* drafts) const;

 private:
  struct Saying {
    uint32_t sentence = 0;
    ClauseId clause;  // of the verb of speech
    Referents speaker;
    const DateMention* date = nullptr;
    std::string day;
    NounPhraseId place;
  };
  bool IsFirstPerson(const StoryView& view, NounPhraseId subject) const;
  Referents SpeakerOf(const StoryView& view, Resolver& resolver, const Draft& draft) const;
  std::vector<Saying> Find(const StoryView& view, Resolver& resolver, const Draft& open,
                           const std::vector<Draft>& drafts) const;
  bool IsToldNow(const StoryView& view, const Draft& draft, uint32_t lead) const;

  const RuleSet& rules_;
  const TermFlags& flags_;
  DateFinder dates_;
  PlaceFinder places_;
};

}  // namespace telex
