// Backdrop: when and where of what neither its own sentence nor another one dates or places, by
// what the story as a whole is.
//
// What an office of state says in its own name ("The United States condemns …") it says on the day
// of its statement. A meeting that opens a wire story was held where the story was written. An
// attack on a state is one in it. A pact signed in a state was signed in the town of it
// that the story tells of. Runs after Scenes, over the merged drafts. Immutable; stateless
// between runs.
#pragma once

#include <vector>

#include "pipeline/discourse/draft.h"
#include "pipeline/language/dates.h"
#include "pipeline/language/term_flags.h"

namespace telex {

class Backdrop {
 public:
  Backdrop(const RuleSet& rules, const TermFlags& flags);
  void Run(const StoryView& view, Anchor anchor, const Resolver& resolver,
           std::vector<Draft>* drafts) const;

 private:
  bool IsOfDocument(const StoryView& view, const Resolver& resolver, const Draft& draft,
                    uint32_t lead) const;
  bool IsReadout(const StoryView& view, const Draft& draft, uint32_t lead) const;
  bool IsOfDateline(const StoryView& view, const Resolver& resolver, const Draft& draft,
                    uint32_t lead) const;
  bool IsSiteAtHome(const StoryView& view, const NounPhrase& phrase, uint32_t home) const;
  NounPhraseId TownTold(const StoryView& view, const Resolver& resolver,
                        const std::vector<Draft>& drafts, const Draft& draft, bool* here) const;
  void Refine(const StoryView& view, const Resolver& resolver, const std::vector<Draft>& drafts,
              uint32_t lead, Draft* draft) const;
  uint32_t StateOf(const StoryView& view, const Resolver& resolver, const Draft& draft) const;

  const RuleSet& rules_;
  const TermFlags& flags_;
  const TermSet& signing_;     // list `signing_verbs`: an agreement that was *inked*
  const TermSet& towns_;       // list `town_nouns`: in the *city*, the *capital*
  const TermSet& town_sites_;  // list `town_sites`: at the *palace*
  const TermSet& home_sites_;  // list `home_sites`: a Ukrainian power *plant*
  const TermSet& parts_;       // list `parts_of_places`: in the city *centre*
};

}  // namespace telex
