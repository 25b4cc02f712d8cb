// Merger: makes one event of all the mentions a story gives it.
//
// Two drafts of a type are one event where their parties agree: of a symmetric type, one set of
// parties lies within the other; else source and target are the same (in a headline a state stands
// for its minister). A mention that leaves open who did it, or in the next sentence to whom, is of
// the same. Two different dates or places keep them apart; so does "did" against "did not". The
// more exact mention gives the record, the others add what it lacks. Immutable; stateless between
// runs.
#pragma once

#include <vector>

#include "pipeline/discourse/draft.h"

namespace telex {

class Merger {
 public:
  explicit Merger(const RuleSet& rules)
      : rules_(rules), discussing_(rules.List("discussing_verbs")) {}
  void Run(const StoryView& view, const Resolver& resolver, std::vector<Draft>* drafts) const;

 private:
  bool PointsBack(const StoryView& view, const Draft& later, const Draft& before) const;
  bool IsOccasion(const StoryView& view, const Draft& told, const Draft& noun) const;
  bool IsOneDeed(const StoryView& view, const Draft& a, const Draft& b) const;
  bool OtherPlace(const StoryView& view, const Draft& a, const Draft& b) const;
  bool ByItsForces(const StoryView& view, const Resolver& resolver, const Draft& a,
                   const Draft& b) const;
  bool SameEvent(const StoryView& view, const Resolver& resolver, const Draft& a,
                 const Draft& b) const;
  void Absorb(const StoryView& view, const Resolver& resolver, Draft* into,
              const Draft& other) const;

  const RuleSet& rules_;
  const TermSet& discussing_;  // list `discussing_verbs`: the two also *discussed* fish
};

}  // namespace telex
