// ImpliedTargets: whom an event concerns where its own words leave that open.
//
// "Israel shelled Tyre. Oman condemned the shelling": the doer of the event that the noun takes up.
// "Oman told Peru that it would help", "phoned Peru to express his sympathy": whom the words above
// it address. "Chad rejected Oman's request": who answers it. "threatened to punish Chad": see
// content_targets.h. "Oman recalled its ambassador" in a wire story from Lima: the state that the
// story was written in. And who did what only a state does: "was arrested in Lima". The first guess
// that Run lists and that finds somebody holds: companions.cc has those for whom one was with,
// owners.cc those for whose it is. Runs over the merged drafts, so that a target which is said
// anywhere comes first. Immutable; one Resolver of the story is handed in.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/discourse/content_targets.h"
#include "pipeline/discourse/deed_words.h"
#include "pipeline/discourse/draft.h"
#include "pipeline/discourse/other_party.h"

namespace telex {

class ImpliedTargets {
 public:
  ImpliedTargets(const RuleSet& rules, const TermFlags& flags);
  /// Fills targets that are empty and may be known. `drafts` are in text order.
  void Run(const StoryView& view, Resolver& resolver, std::vector<Draft>* drafts) const;

 private:
  static constexpr size_t kMostBefore =
      40;  // drafts that are looked through; keeps the work linear

  Referents DoerOf(const StoryView& view, const std::vector<Draft>& drafts, size_t at,
                   const Resolver& resolver) const;
  Referents Doers(const Draft& earlier, const Draft& draft, const Resolver& resolver) const;
  bool IsOfOwn(const Draft& draft, const Referent& one, const Resolver& resolver) const;
  Referents Companion(const StoryView& view, const std::vector<Draft>& drafts, size_t at,
                      const Resolver& resolver) const;
  Referents Together(const StoryView& view, const std::vector<Draft>& drafts, size_t at,
                     const Resolver& resolver) const;
  Referents Partner(const StoryView& view, const std::vector<Draft>& drafts, size_t at,
                    Resolver& resolver) const;
  Referents Captives(const StoryView& view, const Draft& draft, Resolver& resolver) const;
  Referents Captor(const StoryView& view, const std::vector<Draft>& drafts, size_t at,
                   const Referents& captives, const Resolver& resolver) const;
  Referents OwnerOfTaken(const StoryView& view, const Draft& draft, Resolver& resolver) const;
  Referents StateOfDeed(const StoryView& view, const Draft& draft, Resolver& resolver) const;
  std::vector<uint32_t> StatesOf(const std::vector<Draft>& drafts, const Resolver& resolver) const;
  Referents OnlyOther(const Draft& draft, const std::vector<uint32_t>& states,
                      const Resolver& resolver) const;
  Referents OtherOwner(const StoryView& view, const Draft& draft, Resolver& resolver) const;
  Referents Likewise(const StoryView& view, const std::vector<Draft>& drafts, size_t at,
                     const Resolver& resolver) const;
  Referents Guest(const StoryView& view, const Draft& draft, Resolver& resolver) const;
  Referents Authority(const StoryView& view, const Draft& draft, const Resolver& resolver) const;
  bool IsRebel(const StoryView& view, const Referent& one) const;
  NounPhraseId DeedOf(const StoryView& view, const Candidate& candidate) const;
  Referents StateOfPlace(const StoryView& view, const Draft& draft, const Resolver& resolver) const;
  Referents Addressed(const StoryView& view, const Draft& draft, Resolver& resolver) const;
  Referents Answerer(const StoryView& view, const Draft& draft, Resolver& resolver) const;
  Referents SceneState(const StoryView& view, const Draft& draft, const Resolver& resolver) const;
  bool IsAddress(const StoryView& view, NounPhraseId phrase) const;
  bool MayHear(const StoryView& view, const Referent& one, const Draft& draft,
               const Resolver& resolver) const;

  const RuleSet& rules_;
  const TermFlags& flags_;
  DeedWords words_;
  ContentTargets contents_;
  OtherParty other_party_;
  const TermSet& told_deeds_;      // list `told_deeds`: the move, the decision
  const TermSet& told_words_;      // list `told_words`: the claim, the charge
  const TermSet& inquiring_;       // list `inquiry_prepositions`: into
  const TermSet& answering_;       // list `answering_verbs`: accept, reject
  const TermSet& likewise_;        // list `likewise`: also, too
  const TermSet& freeing_;         // list `freeing_nouns`: release, return
  const TermSet& deeds_of_state_;  // list `deeds_of_state`: coup, arrest
  TypeSet undone_ = 0;             // what another type undoes: arrests
  TypeSet talks_ = 0;              // what two sides do together
};

}  // namespace telex
