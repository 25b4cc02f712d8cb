// Homes: of which state people and bodies are where their own words do not say.
//
// "rebels in the north of Mali", "killed three villagers near Gao": the place behind them, else
// where it was done. "The government", "residents", "Captain Moussa Ba" in a wire story from
// Conakry: the state that it was written in; in a paper's own pages, where the sentence names no
// state, that of the paper. Works on one draft, after its place is known. Immutable; one Resolver
// of the story is handed in.
#pragma once

#include "pipeline/discourse/draft.h"
#include "pipeline/language/term_flags.h"

namespace telex {

class Homes {
 public:
  Homes(const RuleSet& rules, const TermFlags& flags)
      : rules_(rules), flags_(flags), stateless_(rules.List("stateless_nouns")) {}
  /// Sets Referent::country of those who take part and have none.
  void Run(const StoryView& view, const Resolver& resolver, Draft* draft) const;

 private:
  uint32_t PlaceOfScene(const StoryView& view, const Candidate& candidate) const;
  uint32_t PlaceInside(const StoryView& view, const NounPhrase& phrase) const;
  uint32_t PlaceBehind(const StoryView& view, const NounPhrase& phrase) const;
  uint32_t OnlyState(const StoryView& view, uint32_t sentence, bool* none) const;
  bool NamesWorldBody(const StoryView& view, uint32_t sentence) const;
  bool NamesStates(const StoryView& view, const NounPhrase& phrase) const;
  bool SpansTwoSides(const StoryView& view, uint32_t sentence) const;
  bool MayBeAtHome(const StoryView& view, const Resolver& resolver, const Referent& actor,
                   bool acts, bool domestic, bool alone) const;
  void HomeActors(const StoryView& view, const Resolver& resolver, Draft* draft) const;
  void PlaceActors(const StoryView& view, const Resolver& resolver, const Draft& draft, bool acts,
                   Referents* actors) const;

  const RuleSet& rules_;
  const TermFlags& flags_;
  const TermSet& stateless_;  // list `stateless_nouns`: community, ally, terrorist
};

}  // namespace telex
