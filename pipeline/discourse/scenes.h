// Scenes: the dates and places that a story tells of its events elsewhere than in their own
// sentences.
//
// After merging. A meeting without a place took place where the visit led that brought its parties
// together; a visit without a day is of the day of such a meeting; what somebody said is of the day
// and place of which the next sentences say "he made the remarks on Monday in". Immutable;
// stateless between runs.
#pragma once

#include <cstddef>
#include <vector>

#include "pipeline/discourse/backdrop.h"
#include "pipeline/discourse/date_finder.h"
#include "pipeline/discourse/draft.h"
#include "pipeline/discourse/place_finder.h"
#include "pipeline/discourse/speeches.h"

namespace telex {

class Scenes {
 public:
  Scenes(const RuleSet& rules, const TermFlags& flags)
      : rules_(rules),
        flags_(flags),
        stay_prepositions_(rules.List("stay_prepositions")),
        gatherings_(rules.List("gathering_nouns")),
        signing_(rules.List("signing_verbs")),
        pacts_(rules.List("pact_nouns")),
        dates_(rules, flags),
        places_(rules, flags),
        speeches_(rules, flags),
        backdrop_(rules, flags) {}
  void Run(const StoryView& view, Anchor anchor, Resolver& resolver,
           std::vector<Draft>* drafts) const;

 private:
  const EventType& TypeOf(const Draft& draft) const {
    return rules_.types[draft.candidate.type.value()];
  }
  int Nearness(const StoryView& view, const Resolver& resolver, const Draft& event,
               const Draft& scene) const;
  bool TellsOfStay(const StoryView& view, const Resolver& resolver, const Draft& event,
                   const Draft& scene) const;
  bool BringsTogether(const StoryView& view, const Resolver& resolver, const Draft& event,
                      const Draft& visit, bool loosely) const;
  void DateVisit(const StoryView& view, const Resolver& resolver, const std::vector<Draft>& drafts,
                 Draft* visit) const;
  bool IsSigning(const StoryView& view, const Clause& clause) const;
  void FindSignings(const StoryView& view, std::vector<Draft>* drafts) const;
  bool IsSomeone(const NounPhrase& speaker) const;
  bool IsRemark(const StoryView& view, const Clause& clause, bool* plain) const;
  bool IsNewsOf(const StoryView& view, const Draft& draft) const;
  void ShareLead(const StoryView& view, Anchor anchor, Resolver& resolver,
                 std::vector<Draft>* drafts) const;
  bool IsGuest(const StoryView& view, const Resolver& resolver, const Draft& event,
               const Draft& scene) const;
  bool HasDate(const StoryView& view, uint32_t sentence) const;
  bool IsToldBy(const StoryView& view, const Draft& draft, TermId noun) const;
  void ShareGathering(const StoryView& view, const std::vector<Draft>& drafts, size_t index,
                      Draft* draft) const;
  void ShareDeeds(std::vector<Draft>* drafts) const;
  void ShareOccasions(const StoryView& view, std::vector<Draft>* drafts) const;
  void FindRemarks(const StoryView& view, Resolver& resolver, std::vector<Draft>* drafts) const;

  const RuleSet& rules_;
  const TermFlags& flags_;
  const TermSet& stay_prepositions_;  // *during*, *on* a visit
  const TermSet& gatherings_;         // list `gathering_nouns`: at the *ceremony*
  const TermSet& signing_;            // list `signing_verbs`
  const TermSet& pacts_;              // list `pact_nouns`: the *memorandum* was signed
  DateFinder dates_;
  PlaceFinder places_;
  Speeches speeches_;
  Backdrop backdrop_;
};

}  // namespace telex
