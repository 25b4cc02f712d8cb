// Each story is scored at each level by itself. Gold and found events make a graph, with an edge
// where the level accepts the pair; the largest matching is grown by augmenting paths, in gold
// order. What gold is left over counts as met where a matched found event holds all of its actors
// ("met A and B" for two meetings); what is found is left over is forgiven where it is one
// counterpart's share of a matched gold event, or meets an optional one.
#include "pipeline/score/scorer.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

#include "pipeline/score/name_match.h"

namespace telex {
namespace {

/// An actor with its names prepared for comparing.
struct Party {
  std::vector<NameMatch> names;
  std::string country;
  bool has_name = false;  // found: the record has a name, which stands first
};
using Parties = std::vector<Party>;

Parties Prepare(const ScoredActors& actors) {
  Parties parties;
  for (const ScoredActor& actor : actors) {
    Party party;
    party.country = actor.country;
    party.has_name = !actor.names.empty() && !actor.names.front().empty();
    for (const std::string& name : actor.names) party.names.emplace_back(name);
    parties.push_back(std::move(party));
  }
  return parties;
}

Parties Join(const Parties& a, const Parties& b) {
  Parties all = a;
  all.insert(all.end(), b.begin(), b.end());
  return all;
}

bool SameParty(const Party& gold, const Party& found) {
  for (const NameMatch& accepted : gold.names)
    for (const NameMatch& name : found.names)
      if (accepted.Accepts(name)) return true;
  return false;
}

bool SameFullName(const Party& gold, const Party& found) {
  return found.has_name && !gold.names.empty() && gold.names.front().Accepts(found.names.front());
}

using Same = bool (*)(const Party&, const Party&);

size_t CountMet(const Parties& gold, const Parties& found, Same same) {
  return static_cast<size_t>(std::count_if(gold.begin(), gold.end(), [&](const Party& g) {
    return std::any_of(found.begin(), found.end(), [&](const Party& f) { return same(g, f); });
  }));
}

bool RoleAgrees(const Parties& gold, const Parties& found, size_t need, Same same) {
  if (gold.empty()) return true;
  const auto good =
      static_cast<size_t>(std::count_if(found.begin(), found.end(), [&](const Party& f) {
        return std::any_of(gold.begin(), gold.end(),
                           [&](const Party& g) { return SameParty(g, f); });
      }));
  return CountMet(gold, found, same) >= std::min(need, gold.size()) && 2 * good >= found.size();
}

struct Gold {
  const GoldEvent* event;
  Parties source, target, all;
  bool symmetric;
};
struct Found {
  const ScoredEvent* event;
  Parties source, target, all;
};

bool TypeAgrees(const GoldEvent& gold, const ScoredEvent& found) {
  return std::find(gold.types.begin(), gold.types.end(), found.type) != gold.types.end();
}

bool ActorsAgree(const Gold& gold, const Found& found, Same same = SameParty) {
  if (gold.symmetric) return RoleAgrees(gold.all, found.all, 2, same);
  return RoleAgrees(gold.source, found.source, 1, same) &&
         RoleAgrees(gold.target, found.target, 1, same);
}

bool DateAgrees(const Gold& gold, const Found& found) {
  return found.event->date.starts_with(gold.event->date);
}

bool PlaceAgrees(const Gold& gold, const Found& found) {
  return NameMatch(gold.event->place).Accepts(NameMatch(found.event->place));
}

std::set<std::string> CountriesOf(const Parties& parties) {
  std::set<std::string> countries;
  for (const Party& party : parties)
    if (!party.country.empty()) countries.insert(party.country);
  return countries;
}

size_t CountShared(const std::set<std::string>& a, const std::set<std::string>& b) {
  return static_cast<size_t>(
      std::count_if(a.begin(), a.end(), [&](const std::string& one) { return b.contains(one); }));
}

bool DyadAgrees(const Gold& gold, const Found& found) {
  if (gold.symmetric) {
    const std::set<std::string> wanted = CountriesOf(gold.all);
    const size_t shared = CountShared(wanted, CountriesOf(found.all));
    return shared == wanted.size() || shared >= 2;
  }
  const auto agree = [](const Parties& g, const Parties& f) {
    const std::set<std::string> wanted = CountriesOf(g);
    return wanted.empty() || CountShared(wanted, CountriesOf(f)) > 0;
  };
  return agree(gold.source, found.source) && agree(gold.target, found.target);
}

bool Accepts(Level level, const Gold& gold, const Found& found) {
  if (!TypeAgrees(*gold.event, *found.event)) return false;
  switch (level) {
    case Level::kType:
      return true;
    case Level::kEvent:
      return ActorsAgree(gold, found);
    case Level::kNamed:
      return ActorsAgree(gold, found) && ActorsAgree(gold, found, SameFullName);
    case Level::kFull:
      return ActorsAgree(gold, found) && found.event->status == gold.event->status &&
             (gold.event->date.empty() || DateAgrees(gold, found));
    case Level::kDyad:
      return DyadAgrees(gold, found);
  }
  return false;
}

/// The largest matching of gold with found events; for each gold one its partner's index, if it has
/// one.
class Matching {
 public:
  Matching(const std::vector<const Gold*>& golds, const std::vector<const Found*>& founds,
           Level level)
      : edges_(golds.size()), gold_of_(founds.size()), found_of_(golds.size()) {
    for (size_t g = 0; g < golds.size(); ++g)
      for (size_t f = 0; f < founds.size(); ++f)
        if (Accepts(level, *golds[g], *founds[f])) edges_[g].push_back(f);
    for (size_t g = 0; g < golds.size(); ++g) {
      std::vector<bool> seen(founds.size(), false);
      Grow(g, seen);
    }
    for (size_t f = 0; f < founds.size(); ++f)
      if (gold_of_[f]) found_of_[*gold_of_[f]] = f;
  }
  std::optional<size_t> FoundOf(size_t gold) const { return found_of_[gold]; }
  bool Takes(size_t found) const { return gold_of_[found].has_value(); }

 private:
  bool Grow(size_t gold, std::vector<bool>& seen) {
    for (size_t f : edges_[gold]) {
      if (seen[f]) continue;
      seen[f] = true;
      if (gold_of_[f] && !Grow(*gold_of_[f], seen)) continue;
      gold_of_[f] = gold;
      return true;
    }
    return false;
  }

  std::vector<std::vector<size_t>> edges_;
  std::vector<std::optional<size_t>> gold_of_, found_of_;
};

class Scorer {
 public:
  explicit Scorer(const ScoreOptions& options) : options_(options) {}

  void Add(const GoldStory& story, const std::vector<ScoredEvent>& events) {
    std::vector<Gold> golds;
    std::set<std::string> kept_types = options_.types;
    for (const GoldEvent& event : story.events) {
      if (!options_.types.empty()) {
        if (std::none_of(event.types.begin(), event.types.end(),
                         [&](const std::string& type) { return options_.types.contains(type); }))
          continue;
        kept_types.insert(event.types.begin(), event.types.end());
      }
      Gold gold{&event,
                Prepare(event.source),
                Prepare(event.target),
                {},
                options_.symmetric.contains(event.types.front())};
      gold.all = Join(gold.source, gold.target);
      golds.push_back(std::move(gold));
    }
    std::vector<Found> founds;
    for (const ScoredEvent& event : events) {
      if (!kept_types.empty() && !kept_types.contains(event.type)) continue;
      Found found{&event, Prepare(event.source), Prepare(event.target), {}};
      found.all = Join(found.source, found.target);
      // A type that is only an alternative of what is asked for counts only where it meets such a
      // gold event.
      if (!options_.types.empty() && !options_.types.contains(event.type) &&
          std::none_of(golds.begin(), golds.end(),
                       [&](const Gold& gold) { return Accepts(Level::kEvent, gold, found); }))
        continue;
      founds.push_back(std::move(found));
    }
    std::vector<const Gold*> required, optional;
    for (const Gold& gold : golds) (gold.event->optional ? optional : required).push_back(&gold);
    std::vector<const Found*> found;
    for (const Found& one : founds) found.push_back(&one);
    for (size_t level = 0; level < kLevels; ++level)
      ScoreLevel(story.doc, static_cast<Level>(level), required, optional, found);
  }

  Score Finish() {
    for (auto& [rule, counts] : rules_) score_.by_rule.emplace_back(rule, counts);
    return std::move(score_);
  }

 private:
  void ScoreLevel(const std::string& doc, Level level, const std::vector<const Gold*>& required,
                  const std::vector<const Gold*>& optional,
                  const std::vector<const Found*>& found) {
    const Matching matching(required, found, level);
    const bool shares = level != Level::kType;
    Counts& counts = score_.levels[static_cast<size_t>(level)];
    std::vector<const Found*> left;
    for (size_t f = 0; f < found.size(); ++f) {
      const bool share =
          shares && !matching.Takes(f) && IsShare(*found[f], required, matching, level);
      if (!matching.Takes(f) && !share) left.push_back(found[f]);
    }
    for (size_t g = 0; g < required.size(); ++g) {
      const bool met = matching.FoundOf(g).has_value();
      const bool covered = !met && shares && IsCovered(*required[g], found, matching, level);
      Counts one;
      one.right = met;
      one.found = met || covered;
      one.missed = !met && !covered;
      Add(one, counts);
      if (level != Level::kEvent) continue;
      Add(one, OfType(required[g]->event->types.front()));
      if (one.missed) score_.errors.push_back({doc, true, *required[g]->event, {}});
      if (met) CountFields(*required[g], *found[*matching.FoundOf(g)]);
    }
    const Matching forgiven(optional, left, Level::kType);
    for (size_t f = 0; f < left.size(); ++f) {
      if (forgiven.Takes(f)) continue;
      ++counts.spurious;
      if (level != Level::kEvent) continue;
      ++OfType(left[f]->event->type).spurious;
      ++rules_[left[f]->event->rule].spurious;
      score_.errors.push_back({doc, false, {}, *left[f]->event});
    }
  }

  /// A left-over found event that is one counterpart's share of a gold event met already.
  static bool IsShare(const Found& found, const std::vector<const Gold*>& golds,
                      const Matching& matching, Level level) {
    for (size_t g = 0; g < golds.size(); ++g)
      if (matching.FoundOf(g) && golds[g]->all.size() > 2 && Accepts(level, *golds[g], found))
        return true;
    return false;
  }

  /// A left-over gold event whose actors all stand in a found event that another gold event has
  /// taken.
  static bool IsCovered(const Gold& gold, const std::vector<const Found*>& found,
                        const Matching& matching, Level level) {
    for (size_t f = 0; f < found.size(); ++f)
      if (matching.Takes(f) && Accepts(level, gold, *found[f]) && !gold.all.empty() &&
          CountMet(gold.all, found[f]->all, SameParty) == gold.all.size())
        return true;
    return false;
  }

  void CountFields(const Gold& gold, const Found& found) {
    ++rules_[found.event->rule].right;
    if (!gold.event->date.empty()) {
      ++score_.date.all;
      score_.date.right += DateAgrees(gold, found) ? 1 : 0;
    }
    if (!gold.event->place.empty()) {
      ++score_.place.all;
      score_.place.right += PlaceAgrees(gold, found) ? 1 : 0;
    }
  }

  static void Add(const Counts& one, Counts& sum) {
    sum.right += one.right;
    sum.found += one.found;
    sum.missed += one.missed;
  }

  Counts& OfType(const std::string& type) {
    for (auto& [name, counts] : score_.by_type)
      if (name == type) return counts;
    return score_.by_type.emplace_back(type, Counts()).second;
  }

  const ScoreOptions& options_;
  Score score_;
  std::map<std::string, Counts> rules_;
};

}  // namespace

const char* NameOf(Level level) {
  static constexpr const char* kNames[kLevels] = {"type", "event", "named", "full", "dyad"};
  return kNames[static_cast<size_t>(level)];
}

double Counts::F1() const {
  const double precision = Precision(), recall = Recall();
  return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
}

std::set<std::string> UsualSymmetricTypes() {
  return {"agreement", "cooperation", "meeting", "negotiation", "phone_call", "recognition"};
}

Score ScoreEvents(const std::vector<GoldStory>& stories, const ScoredEvents& events,
                  const ScoreOptions& options) {
  static const std::vector<ScoredEvent> kNone;
  Scorer scorer(options);
  for (const GoldStory& story : stories) {
    const auto found = events.find(story.doc);
    scorer.Add(story, found == events.end() ? kNone : found->second);
  }
  return scorer.Finish();
}

}  // namespace telex
