#include "pipeline/discourse/other_party.h"

#include <algorithm>

#include "pipeline/discourse/referents.h"
#include "pipeline/discourse/same_actor.h"
#include "pipeline/events/slots.h"

namespace telex {
namespace {

constexpr size_t kMostBefore = 20;  // drafts that are looked through
constexpr uint32_t kNear = 2;       // sentences
constexpr int kMostAbove = 4;       // clauses over one that hangs on the event's

// Whether a clause hangs on another, by its governor or its parent.
bool HangsOn(const Syntax& syntax, ClauseId id, ClauseId over) {
  for (int level = 0; id.valid() && level <= kMostAbove; ++level) {
    if (id == over) return true;
    const Clause& clause = syntax[id];
    if (clause.relation == Clause::Relation::kCoordinate) return false;
    id = clause.governor.valid() ? clause.governor : clause.parent;
  }
  return false;
}

// The preposition right before a phrase.
TermId PrepositionOf(const Syntax& syntax, const NounPhrase& phrase) {
  if (phrase.preposition.valid()) return phrase.preposition;
  uint32_t at = phrase.item;
  while (at-- > 0 && syntax.items[at].kind == Item::Kind::kOther) {
  }
  return at < syntax.items.size() && syntax.items[at].kind == Item::Kind::kPreposition
             ? syntax.items[at].term
             : TermId();
}

// "in Vienna, Austria"
bool IsPlaceBehindPlace(const Syntax& syntax, const NounPhrase& phrase) {
  if (phrase.reading != Reading::kCountry || phrase.item < 2) return false;
  const Item &comma = syntax.items[phrase.item - 1], &place = syntax.items[phrase.item - 2];
  return comma.kind == Item::Kind::kComma && place.kind == Item::Kind::kNounPhrase &&
         syntax.phrases[place.index].reading == Reading::kPlace;
}

}  // namespace

// The doer himself, or somebody of his state.
bool OtherParty::IsOwn(const Draft& draft, const Referent& one, const Resolver& resolver) const {
  const Lexicon& lexicon = rules_.lexicon;
  // "IGO" and "EUR" are no states: each of their bodies is itself.
  const auto state = [&](const Referent& who) {
    if (who.kind != Referent::Kind::kOrganization) return resolver.CountryOf(who);
    const auto found = lexicon.country_by_code.find(lexicon.organizations[who.index].country);
    return found == lexicon.country_by_code.end() ? NounPhrase::kNone : found->second;
  };
  const uint32_t country = state(one);
  return std::any_of(draft.source.begin(), draft.source.end(), [&](const Referent& source) {
    return source == one || (country != NounPhrase::kNone && state(source) == country);
  });
}

// "proposed talks *with the opposition*"
bool OtherParty::IsOfTalks(const StoryView& view, const NounPhrase& phrase) const {
  const TokenIndex begin = phrase.range.begin;
  const uint32_t before = begin >= 2 ? view.syntax.phrase_at[begin - 2] : Syntax::kNone;
  return before != Syntax::kNone &&
         talks_.count(view.At(view.syntax.phrases[before].head).noun_lemma) != 0;
}

// Who is meant by a phrase, or whose thing it is, if he may be the other party.
Referents OtherParty::Others(const StoryView& view, const Draft& draft, NounPhraseId id,
                             Resolver& resolver) const {
  const NounPhrase& phrase = view.syntax[id];
  const TermId before = PrepositionOf(view.syntax, phrase);
  if (phrase.reading == Reading::kPronoun || phrase.reading == Reading::kPlace) return {};
  if (IsPlaceBehindPlace(view.syntax, phrase)) return {};
  // "agreed to impose sanctions on Chad": not with it.
  const TermSet& prepositions = TypeOf(draft).symmetric ? between_two_ : prepositions_;
  const bool content =
      !before.valid() || flags_.Has(before, kOfPreposition) || prepositions.count(before) != 0;
  if (!content) return {};
  Referents all;
  for (const Referent& one : resolver.ResolveOwner(id, SlotKind::kOwner)) {
    const uint32_t country = resolver.CountryOf(one);
    const bool body = one.kind == Referent::Kind::kOrganization;
    // "share it with neighbouring countries", "proposed talks with the opposition"
    const EventType& type = TypeOf(draft);
    const bool with = company_.count(before) != 0;
    const bool addressed =
        type.addressed && one.kind == Referent::Kind::kPhrase && one.phrase == id &&
        phrase.reading == Reading::kRole &&
        ((type.on_content && phrase.plural && (with || flags_.Has(before, kRecipient))) ||
         (phrase.definite && with && IsOfTalks(view, phrase)));
    if (country == NounPhrase::kNone && !body && !addressed) continue;
    if (body && resolver.Reports({one})) continue;
    if (!IsOwn(draft, one, resolver)) all.push_back(one);
  }
  return all;
}

Referents OtherParty::Behind(const StoryView& view, const Draft& draft, Resolver& resolver) const {
  const Candidate& candidate = draft.candidate;
  if (!candidate.clause.valid()) return {};
  const Syntax::Extent& extent = view.syntax.sentences[candidate.sentence];
  for (uint32_t p = extent.first_phrase; p < extent.last_phrase; ++p) {
    const NounPhrase& phrase = view.syntax.phrases[p];
    if (phrase.range.begin < candidate.trigger || phrase.item == NounPhrase::kNoItem) continue;
    if (phrase.clause.valid() && phrase.position == NounPhrase::Position::kComplement &&
        motion_.count(view.syntax[phrase.clause].verb.lemma) != 0)
      continue;  // "return to Vienna"
    // "voted against attacking Chad"
    if (TypeOf(draft).adverse && phrase.clause.valid() && phrase.clause != candidate.clause &&
        view.syntax[phrase.clause].verb.form == VerbGroup::Form::kGerund)
      continue;
    if (!phrase.clause.valid() || !HangsOn(view.syntax, phrase.clause, candidate.clause)) continue;
    if (Referents all = Others(view, draft, NounPhraseId(p), resolver); !all.empty()) return all;
  }
  return {};
}

// Who is named before it, but for those who say so: "In reply to Oman's remarks, he warned".
Referents OtherParty::Before(const StoryView& view, const Draft& draft, Resolver& resolver) const {
  const Candidate& candidate = draft.candidate;
  const Syntax::Extent& extent = view.syntax.sentences[candidate.sentence];
  Referents found;
  uint32_t only = NounPhrase::kNone;
  for (uint32_t p = extent.first_phrase; p < extent.last_phrase; ++p) {
    const NounPhrase& phrase = view.syntax.phrases[p];
    if (phrase.item == NounPhrase::kNoItem) continue;
    if (phrase.clause.valid() && view.syntax[phrase.clause].subject == NounPhraseId(p) &&
        flags_.Has(view.syntax[phrase.clause].verb.lemma, kSpeechVerb | kCommunication))
      continue;
    Referents all = Others(view, draft, NounPhraseId(p), resolver);
    for (const Referent& one : all) {
      const uint32_t country = resolver.CountryOf(one);
      if (country != NounPhrase::kNone && only != NounPhrase::kNone && country != only) return {};
      if (country != NounPhrase::kNone) only = country;
    }
    if (found.empty() && phrase.range.begin < candidate.trigger) found = all;
  }
  return found;
}

// Rebels and strikers have their state for an opponent, an official has not; nor has a state its
// own people.
bool OtherParty::IsOpponentAtHome(const StoryView& view, const Draft& draft,
                                  const Referent& one) const {
  using Kind = Referent::Kind;
  const auto is = [&](Kind kind) {
    return std::any_of(draft.source.begin(), draft.source.end(),
                       [&](const Referent& source) { return source.kind == kind; });
  };
  const auto same = std::find(draft.source.begin(), draft.source.end(), one);
  if (same != draft.source.end() || is(Kind::kCountry)) return false;
  if (one.kind == Kind::kCountry) return !is(Kind::kPerson);
  return one.kind != Kind::kPhrase || IsActor(view.syntax[one.phrase]);
}

// Who was there hears it himself; else it is his state's.
void OtherParty::AddParty(const Referent& one, bool together, const Draft& draft,
                          const Resolver& resolver, Referents* all) const {
  const uint32_t country = resolver.CountryOf(one);
  const bool body = one.kind == Referent::Kind::kOrganization;
  if (country == NounPhrase::kNone && !body && !together) return;
  if (IsOwn(draft, one, resolver)) return;
  const bool state = !together && country != NounPhrase::kNone;
  if (state && one.kind == Referent::Kind::kPerson) {
    AddOnce(all, {Referent::Kind::kCountry, country, one.phrase});
  } else {
    AddOnce(all, one);
  }
}

// "Chad accused Oman of it. Oman's minister warned that": with whom its doer is at odds, or, of
// what is said to somebody, with whom he has to do at all. Who is told of in the same words first,
// since rebels and their government are of one state.
Referents OtherParty::Opponent(const StoryView& view, const std::vector<Draft>& drafts, size_t at,
                               const Resolver& resolver) const {
  const Draft& draft = drafts[at];
  const bool at_odds = TypeOf(draft).adverse;
  const size_t first = at > kMostBefore ? at - kMostBefore : 0;
  for (const bool loosely : {false, true})
    for (size_t i = at; i-- > first;) {
      const Draft& other = drafts[i];
      const EventType& type = TypeOf(other);
      if (at_odds ? !type.adverse && !type.addressed : type.adverse) continue;
      if (!other.headline && other.candidate.sentence + kNear < draft.candidate.sentence) continue;
      if (!loosely && (!at_odds || !type.adverse)) continue;
      const bool by = Within(view, resolver, draft.source, other.source, loosely);
      const bool to = Within(view, resolver, draft.source, other.target, loosely);
      if (by == to) continue;
      Referents all;
      for (const Referent& one : by ? other.target : other.source)
        if (!loosely &&
            (IsOwn(draft, one, resolver) || resolver.CountryOf(one) == NounPhrase::kNone)) {
          if (IsOpponentAtHome(view, draft, one)) AddOnce(&all, one);
        } else {
          AddParty(one, type.symmetric || type.journey, draft, resolver, &all);
        }
      if (!all.empty()) return all;
    }
  return {};
}

// "The accord was reached with Oman's mediation": those who reached it, here or nearby.
Referents OtherParty::Mediated(const std::vector<Draft>& drafts, size_t at,
                               const Resolver& resolver) const {
  const Draft& draft = drafts[at];
  const auto parties = [&](const Draft& other) {
    Referents all;
    const uint32_t here = draft.candidate.sentence, there = other.candidate.sentence;
    if (!TypeOf(other).symmetric || (!other.headline && (here > there + kNear || there > here + 1)))
      return all;
    for (const Referent& one : Parties(other))
      if (!IsOwn(draft, one, resolver)) AddOnce(&all, one);
    if (all.size() < 2) all.clear();
    return all;
  };
  const size_t first = at > kMostBefore ? at - kMostBefore : 0;
  const size_t last = std::min(drafts.size(), at + 1 + kMostBefore);
  for (const bool same : {true, false}) {
    for (size_t i = at; i-- > first;)
      if ((drafts[i].candidate.sentence == draft.candidate.sentence) == same)
        if (Referents all = parties(drafts[i]); !all.empty()) return all;
    for (size_t i = at + 1; i < last; ++i)
      if ((drafts[i].candidate.sentence == draft.candidate.sentence) == same)
        if (Referents all = parties(drafts[i]); !all.empty()) return all;
  }
  return {};
}

// In the order in which they are right most often.
Referents OtherParty::Of(const StoryView& view, const std::vector<Draft>& drafts, size_t at,
                         Resolver& resolver) const {
  const Draft& draft = drafts[at];
  const EventType& type = TypeOf(draft);
  if (draft.source.empty() || type.symmetric || type.journey) return {};
  // What some say together they may say to each other.
  const bool mutual = type.addressed && draft.source.size() > 1;
  if (type.at_place || type.at_home || mutual) return {};
  Referents all;
  if (type.between) all = Mediated(drafts, at, resolver);
  if (all.empty() && type.adverse && !type.addressed) all = Opponent(view, drafts, at, resolver);
  // "condemned the raid on Chad": behind it stands whom it was done to.
  const bool blames = type.adverse && type.speech_act && !type.addressed && !type.on_content;
  if (all.empty() && !blames) all = Behind(view, draft, resolver);
  // What one proposes may be meant for all.
  const bool calls = type.addressed && (type.on_content || type.domestic);
  if (all.empty() && calls) all = Opponent(view, drafts, at, resolver);
  if (all.empty() && (type.addressed || type.between)) all = Before(view, draft, resolver);
  return all;
}

}  // namespace telex
