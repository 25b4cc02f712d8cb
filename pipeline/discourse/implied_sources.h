// ImpliedSources: who did what is told as done to somebody, where another word or sentence says so.
//
// "Ten were killed in an Israeli raid", "EU sanctions imposed on Chad": whose the deed noun is.
// "Gunmen seized five guards … The guards were freed": who undoes it. "Police clashed with
// students. Ten people were arrested": who did the like right before. Runs over the merged drafts,
// before ImpliedTargets. Immutable; one Resolver of the story is handed in.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/discourse/deed_words.h"
#include "pipeline/discourse/draft.h"
#include "pipeline/discourse/resolver.h"

namespace telex {

class ImpliedSources {
 public:
  ImpliedSources(const RuleSet& rules, const TermFlags& flags);
  /// Fills sources that are empty and may be known. `drafts` are in text order.
  void Run(const StoryView& view, Resolver& resolver, std::vector<Draft>* drafts) const;

 private:
  const EventType& TypeOf(const Draft& draft) const {
    return rules_.types[draft.candidate.type.value()];
  }
  bool MayDo(const StoryView& view, const Draft& draft, const Referent& one,
             const Resolver& resolver) const;
  Referents Filtered(const StoryView& view, const Draft& draft, const Referents& some,
                     const Resolver& resolver) const;
  Referents OfNoun(const StoryView& view, const Draft& draft, NounPhraseId noun,
                   Resolver& resolver) const;
  Referents InDeed(const StoryView& view, const Draft& draft, Resolver& resolver) const;
  Referents Undone(const StoryView& view, const std::vector<Draft>& drafts, size_t at,
                   const Resolver& resolver) const;
  bool IsOfOwn(const Draft& draft, const Referent& one, const Resolver& resolver) const;
  Referents Beside(const StoryView& view, const std::vector<Draft>& drafts, size_t at,
                   const Resolver& resolver) const;

  const RuleSet& rules_;
  const TermFlags& flags_;
  DeedWords words_;
  TypeSet deeds_ = 0;  // types of what is done against somebody
};

}  // namespace telex
