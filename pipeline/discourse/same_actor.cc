#include "pipeline/discourse/same_actor.h"

#include <algorithm>

namespace telex {
namespace {

constexpr uint32_t kNone = NounPhrase::kNone;

}  // namespace

Referents Parties(const Draft& draft) {
  Referents all = draft.source;
  all.insert(all.end(), draft.target.begin(), draft.target.end());
  return all;
}

bool SameActor(const StoryView& view, const Resolver& resolver, const Referent& a,
               const Referent& b, bool loose) {
  if (a == b) return true;
  if (a.kind == Referent::Kind::kPhrase && b.kind == Referent::Kind::kPhrase) {
    const NounPhrase &first = view.syntax[a.phrase], &second = view.syntax[b.phrase];
    return view.layers.tokens[first.head].word == view.layers.tokens[second.head].word &&
           first.country == second.country;
  }
  if (resolver.MayMean(a, b) || resolver.MayMean(b, a)) return true;
  if (!loose) return false;
  // "the Taliban", "a Taliban delegation"
  const auto part_of = [&](const Referent& part, const Referent& whole) {
    return part.kind == Referent::Kind::kPhrase && whole.kind == Referent::Kind::kOrganization &&
           view.syntax[part.phrase].organization == whole.index;
  };
  if (part_of(a, b) || part_of(b, a)) return true;
  const uint32_t country = resolver.CountryOf(a);
  if (country == kNone || country != resolver.CountryOf(b)) return false;
  return a.kind != b.kind || a.kind == Referent::Kind::kPhrase;
}

bool Has(const Referents& all, const Referent& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

bool SharesState(const Referents& all, uint32_t country, const Resolver& resolver) {
  return country != kNone && std::any_of(all.begin(), all.end(), [&](const Referent& one) {
           return resolver.CountryOf(one) == country;
         });
}

bool Within(const StoryView& view, const Resolver& resolver, const Referents& few,
            const Referents& many, bool loose) {
  return std::all_of(few.begin(), few.end(), [&](const Referent& one) {
    return std::any_of(many.begin(), many.end(), [&](const Referent& other) {
      return SameActor(view, resolver, one, other, loose);
    });
  });
}

}  // namespace telex
