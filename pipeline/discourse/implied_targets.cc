#include "pipeline/discourse/implied_targets.h"

#include <algorithm>
#include <string_view>

#include "pipeline/discourse/same_actor.h"
#include "pipeline/events/slots.h"

namespace telex {
namespace {

constexpr size_t kMostBeside = 200;  // drafts on both sides of one; keeps the work linear
constexpr int kMostAbove = 3;        // clauses over the event
constexpr uint32_t kNear = 2;        // sentences back that "the move" reaches
constexpr TokenIndex kNearWord = 5;  // tokens from a verb to its "also"

}  // namespace

ImpliedTargets::ImpliedTargets(const RuleSet& rules, const TermFlags& flags)
    : rules_(rules),
      flags_(flags),
      words_(rules),
      contents_(rules),
      other_party_(rules, flags),
      told_deeds_(rules.List("told_deeds")),
      told_words_(rules.List("told_words")),
      inquiring_(rules.List("inquiry_prepositions")),
      answering_(rules.List("answering_verbs")),
      likewise_(rules.List("likewise")),
      freeing_(rules.List("freeing_nouns")),
      deeds_of_state_(rules.List("deeds_of_state")) {
  for (size_t type = 0; type < rules.types.size(); ++type) {
    if (rules.types[type].symmetric) talks_ |= TypeSetOf(TypeId(type));
    for (const TypeId undone : rules.types[type].undoes) undone_ |= TypeSetOf(undone);
  }
}

// The speaker's own state, and of a state or an official that speaks anybody; protesters and
// defendants have others at home.
bool ImpliedTargets::IsOfOwn(const Draft& draft, const Referent& one,
                             const Resolver& resolver) const {
  if (!SharesState(draft.source, resolver.CountryOf(one), resolver)) return false;
  return one.kind == Referent::Kind::kCountry ||
         std::any_of(draft.source.begin(), draft.source.end(),
                     [](const Referent& source) { return source.kind != Referent::Kind::kPhrase; });
}

// Those who did a deed told elsewhere, but for whoever speaks now and his own.
Referents ImpliedTargets::Doers(const Draft& earlier, const Draft& draft,
                                const Resolver& resolver) const {
  Referents doers;
  const bool all = rules_.types[earlier.candidate.type.value()].symmetric;
  for (const Referent& one : all ? Parties(earlier) : earlier.source)
    if (!Has(draft.source, one) && !IsOfOwn(draft, one, resolver)) doers.push_back(one);
  return doers;
}

// What is condemned, by the slot of the target; "opened an inquiry into the raids" has none.
NounPhraseId ImpliedTargets::DeedOf(const StoryView& view, const Candidate& candidate) const {
  const NounPhraseId slot = candidate.role(Role::kTarget);
  if (slot.valid()) {
    const bool owned = BelongsTo(candidate.kinds[static_cast<size_t>(Role::kTarget)]);
    return owned ? slot : NounPhraseId();
  }
  if (!candidate.clause.valid()) return NounPhraseId();
  for (const Complement& complement : view.syntax[candidate.clause].complements)
    if (inquiring_.count(complement.preposition) != 0 &&
        view.syntax[complement.phrase].range.begin > candidate.trigger)
      return complement.phrase;
  return NounPhraseId();
}

// "condemned the raids", "rejected the allegations", "hailed the decision": who did so, in the
// event of that kind that was told last, or, where the news came first, is told next.
Referents ImpliedTargets::DoerOf(const StoryView& view, const std::vector<Draft>& drafts, size_t at,
                                 const Resolver& resolver) const {
  const Draft& draft = drafts[at];
  const Candidate& candidate = draft.candidate;
  const NounPhraseId slot = DeedOf(view, candidate);
  if (!slot.valid()) return {};
  const NounPhrase& phrase = view.syntax[slot];
  if (phrase.reading != Reading::kThing) return {};
  const TermId noun = view.At(phrase.head).noun_lemma;
  const TypeSet types = words_.TypesOf(noun);
  const bool told = noun.valid() && told_words_.count(noun) != 0;
  const bool any = told || (noun.valid() && told_deeds_.count(noun) != 0);
  // "the incident", "Monday's incident"
  const bool dated = phrase.range.begin >= 2 &&
                     view.syntax.date_at[phrase.range.begin - 2] != Syntax::kNone &&
                     (view.syntax.classes[phrase.range.begin - 1] & kPossessive) != 0;
  const bool taken_up =
      (phrase.definite || dated) && !phrase.of.valid() && (dated || !phrase.possessor.valid());
  // "the shelling of a bridge" may be another one; "the killing of two nuns" was told of.
  const bool known = phrase.of.valid() ? IsActor(view.syntax[phrase.of]) : phrase.definite || dated;
  const bool of_kind = types != 0 && known;
  if (!of_kind && !(any && taken_up)) return {};
  const auto fits = [&](const Draft& other) {
    const EventType& type = rules_.types[other.candidate.type.value()];
    if (other.source.empty()) return false;
    const bool near = other.candidate.sentence + kNear >= candidate.sentence;
    const bool kind = of_kind && (types & TypeSetOf(other.candidate.type)) != 0;
    // "hailed the accord": those who made it.
    if (type.symmetric) return kind && Parties(other).size() > 1;
    // "China condemned the launch. Oman denounced the test": not China's.
    const bool apart = told ? type.speech_act : other.candidate.type != candidate.type;
    return kind || (any && taken_up && near && apart);
  };
  const size_t first = at > kMostBefore ? at - kMostBefore : 0;
  for (size_t i = at; i-- > first;)
    if (fits(drafts[i]) && drafts[i].candidate.trigger < phrase.range.begin)
      if (Referents doers = Doers(drafts[i], draft, resolver); !doers.empty()) return doers;
  const size_t last = std::min(drafts.size(), at + 1 + kMostBefore);
  for (size_t i = at + 1; of_kind && i < last; ++i)
    if (fits(drafts[i]) && drafts[i].candidate.trigger > candidate.trigger &&
        !rules_.types[drafts[i].candidate.type.value()].speech_act)
      if (Referents doers = Doers(drafts[i], draft, resolver); !doers.empty()) return doers;
  return {};
}

// "flew to Oslo at the invitation of the king": who comes.
Referents ImpliedTargets::Guest(const StoryView& view, const Draft& draft,
                                Resolver& resolver) const {
  const Candidate& candidate = draft.candidate;
  const NounPhraseId host = candidate.role(Role::kSource);
  if (!rules_.types[candidate.type.value()].addressed || candidate.frame.valid() || !host.valid() ||
      view.syntax[host].position != NounPhrase::Position::kComplement ||
      !view.syntax[host].clause.valid())
    return {};
  const NounPhraseId subject = view.syntax[view.syntax[host].clause].subject;
  if (!subject.valid() || subject == host) return {};
  Referents all;
  for (const Referent& one : resolver.ResolveOwner(subject, SlotKind::kOwner))
    if (MayHear(view, one, draft, resolver)) all.push_back(one);
  return all;
}

// Journalists hear what is meant for others, and an official what his own state does.
bool ImpliedTargets::MayHear(const StoryView& view, const Referent& one, const Draft& draft,
                             const Resolver& resolver) const {
  if (Has(draft.source, one)) return false;
  const uint32_t country = resolver.CountryOf(one);
  if (SharesState(draft.source, country, resolver)) return false;
  if (one.kind != Referent::Kind::kPhrase) return true;
  return country != NounPhrase::kNone && view.syntax[one.phrase].reading == Reading::kRole;
}

// "in talks with Peru", "a message to Peru", "said to Peru"; not "the ambassador to Peru".
bool ImpliedTargets::IsAddress(const StoryView& view, NounPhraseId phrase) const {
  const TokenIndex begin = view.syntax[phrase].range.begin;
  const uint32_t before = begin >= 2 ? view.syntax.phrase_at[begin - 2] : Syntax::kNone;
  if (before == Syntax::kNone) return true;
  const TermId noun = view.At(view.syntax.phrases[before].head).noun_lemma;
  if (flags_.Has(noun, kMessage)) return true;
  return (words_.TypesOf(noun) & talks_) != 0;
}

// Whom the clause above speaks or turns to: "told Peru that", "phoned Peru to", "met with Peru's
// minister, expressing".
Referents ImpliedTargets::Addressed(const StoryView& view, const Draft& draft,
                                    Resolver& resolver) const {
  const Candidate& candidate = draft.candidate;
  const bool named = candidate.role(Role::kTarget).valid() &&
                     !BelongsTo(candidate.kinds[static_cast<size_t>(Role::kTarget)]);
  if (!rules_.types[candidate.type.value()].addressed || named || !candidate.clause.valid() ||
      draft.source.empty())
    return {};
  ClauseId id = candidate.clause;
  for (int level = 0; level < kMostAbove; ++level) {
    const Clause& clause = view.syntax[id];
    const bool content = clause.relation == Clause::Relation::kContent;
    const bool hangs = clause.relation == Clause::Relation::kInfinitive ||
                       clause.relation == Clause::Relation::kParticiple;
    const ClauseId above = content || !clause.governor.valid() ? clause.parent : clause.governor;
    if ((!content && !hangs) || !above.valid()) return {};
    const Clause& over = view.syntax[above];
    if (content && !flags_.Has(over.verb.lemma, kSpeechVerb | kCommunication)) return {};
    if (over.voice != Voice::kActive && over.voice != Voice::kInfinitive &&
        over.voice != Voice::kParticiple)
      return {};
    const auto hearers = [&](NounPhraseId phrase) {
      Referents all;
      if (!phrase.valid() || !IsActor(view.syntax[phrase])) return all;
      for (const Referent& one : resolver.Resolve(phrase))
        if (MayHear(view, one, draft, resolver)) all.push_back(one);
      return all;
    };
    if (Referents all = hearers(over.patient); !all.empty()) return all;
    for (const Complement& complement : over.complements) {
      if (!flags_.Has(complement.preposition, kPartnerPreposition | kRecipient)) continue;
      if (!IsAddress(view, complement.phrase)) continue;
      if (Referents all = hearers(complement.phrase); !all.empty()) return all;
    }
    id = above;
  }
  return {};
}

// "Beijing turned down Manila's request", "agreed to a Chilean proposal": who answers it.
Referents ImpliedTargets::Answerer(const StoryView& view, const Draft& draft,
                                   Resolver& resolver) const {
  const Candidate& candidate = draft.candidate;
  if (!rules_.types[candidate.type.value()].addressed || !candidate.noun.valid()) return {};
  const NounPhrase& noun = view.syntax[candidate.noun];
  if (!noun.clause.valid() || noun.position == NounPhrase::Position::kNone) return {};
  const Clause& clause = view.syntax[noun.clause];
  const bool asked =
      clause.patient == candidate.noun ||
      (noun.position == NounPhrase::Position::kComplement && !clause.patient.valid());
  if (!asked || answering_.count(clause.verb.lemma) == 0 || !clause.agent.valid() ||
      !IsActor(view.syntax[clause.agent]))
    return {};
  Referents all;
  for (const Referent& one : resolver.Resolve(clause.agent))
    if (MayHear(view, one, draft, resolver)) all.push_back(one);
  return all;
}

// Other states act on the one that a wire story was written in.
Referents ImpliedTargets::SceneState(const StoryView& view, const Draft& draft,
                                     const Resolver& resolver) const {
  const uint32_t scene = resolver.Scene();
  const Candidate& candidate = draft.candidate;
  const NounPhraseId slot = candidate.role(Role::kTarget);
  // "condemned the arrests", or nothing at all: "recalled its ambassador".
  const bool open = slot.valid()
                        ? view.syntax[slot].definite &&
                              BelongsTo(candidate.kinds[static_cast<size_t>(Role::kTarget)])
                        : rules_.types[candidate.type.value()].at_scene;
  if (!open || scene == NounPhrase::kNone || draft.source.empty()) return {};
  for (const Referent& one : draft.source) {
    const uint32_t country = resolver.CountryOf(one);
    if (country == NounPhrase::kNone || country == scene) return {};
  }
  return {{Referent::Kind::kCountry, scene, NounPhraseId()}};
}

// "was arrested in Lima", "is held in Peru": by the state of the place, or that of a wire story.
Referents ImpliedTargets::Authority(const StoryView& view, const Draft& draft,
                                    const Resolver& resolver) const {
  if (!words_.IsLawful(view.At(draft.candidate.trigger)) || draft.target.empty()) return {};
  uint32_t country = draft.place.valid() ? view.syntax[draft.place].country : NounPhrase::kNone;
  if (country == NounPhrase::kNone) country = resolver.Scene();
  if (country == NounPhrase::kNone) return {};
  const Referent state = {Referent::Kind::kCountry, country, draft.place};
  return Has(draft.target, state) ? Referents() : Referents{state};
}

bool ImpliedTargets::IsRebel(const StoryView& view, const Referent& one) const {
  if (one.kind != Referent::Kind::kPhrase) return false;
  const uint32_t sector = view.syntax[one.phrase].sector;
  if (sector == NounPhrase::kNone) return false;
  const std::string& code = rules_.lexicon.sectors[sector].code;
  return code == "REB" || code == "UAF" || code == "OPP";
}

// "students marched in Seoul", "guerrillas blew up a bridge": against their own state; "fired
// missiles at a base in Oman": against the one where it fell.
Referents ImpliedTargets::StateOfPlace(const StoryView& view, const Draft& draft,
                                       const Resolver& resolver) const {
  const EventType& type = rules_.types[draft.candidate.type.value()];
  if (!(type.at_home || type.at_place || type.at_goal) || draft.source.empty()) return {};
  uint32_t home = NounPhrase::kNone;
  for (const Referent& one : draft.source) {
    const uint32_t country = resolver.CountryOf(one);
    if (country != NounPhrase::kNone) home = country;
    if (one.kind == Referent::Kind::kCountry) home = NounPhrase::kNone;
    if (one.kind == Referent::Kind::kCountry && type.at_home) return {};
  }
  if (type.at_home)
    return home == NounPhrase::kNone ? Referents()
                                     : Referents{{Referent::Kind::kCountry, home, NounPhraseId()}};
  // Rebels fight their own state, if they do not fight abroad.
  const bool rebels = home != NounPhrase::kNone &&
                      std::all_of(draft.source.begin(), draft.source.end(),
                                  [&](const Referent& one) { return IsRebel(view, one); });
  const bool abroad = draft.place.valid() && view.syntax[draft.place].country != home &&
                      view.syntax[draft.place].country != NounPhrase::kNone;
  if (rebels && !abroad) return {{Referent::Kind::kCountry, home, NounPhraseId()}};
  if (!draft.place.valid()) return {};
  const uint32_t place = view.syntax[draft.place].country;
  if (place == NounPhrase::kNone || SharesState(draft.source, place, resolver)) return {};
  return {{Referent::Kind::kCountry, place, NounPhraseId()}};
}

// "He met Quispe and praised his record", where "his" was read as his own: the one whom the clause
// before is about.
Referents ImpliedTargets::OtherOwner(const StoryView& view, const Draft& draft,
                                     Resolver& resolver) const {
  const Candidate& candidate = draft.candidate;
  const NounPhraseId slot = candidate.role(Role::kTarget);
  if (!rules_.types[candidate.type.value()].speech_act || !slot.valid() ||
      !candidate.clause.valid() || !BelongsTo(candidate.kinds[static_cast<size_t>(Role::kTarget)]))
    return {};
  const NounPhraseId owner = view.syntax[slot].possessor;
  if (!owner.valid() || view.syntax[owner].reading != Reading::kPronoun) return {};
  const Clause& clause = view.syntax[candidate.clause];
  const Syntax::Extent& extent = view.syntax.sentences[candidate.sentence];
  for (uint32_t c = candidate.clause.value(); c-- > extent.first_clause;) {
    const Clause& before = view.syntax.clauses[c];
    if (before.subject != clause.subject || before.verb.passive) continue;
    Referents all;
    const auto add = [&](NounPhraseId phrase) {
      if (!all.empty() || !phrase.valid() || !IsSomebody(view.syntax[phrase])) return;
      for (const Referent& one : resolver.Resolve(phrase))
        if (!Has(draft.source, one)) all.push_back(one);
    };
    add(before.patient);
    for (const Complement& complement : before.complements)
      if (flags_.Has(complement.preposition, kPartnerPreposition)) add(complement.phrase);
    if (!all.empty()) return all;
  }
  return {};
}

// "Oman apologised to Chad. Kenya also apologised": to whom the one before did; "sent tents": to
// the state that all others of the story gave to.
Referents ImpliedTargets::Likewise(const StoryView& view, const std::vector<Draft>& drafts,
                                   size_t at, const Resolver& resolver) const {
  const Draft& draft = drafts[at];
  const Candidate& candidate = draft.candidate;
  if (candidate.role(Role::kTarget).valid() || draft.source.empty()) return {};
  const auto fits = [&](const Draft& other) {
    return other.candidate.type == candidate.type && !other.target.empty() &&
           !Within(view, resolver, draft.source, other.target, true) &&
           !Within(view, resolver, draft.source, other.source, true);
  };
  bool also = false;
  const Sentence& sentence = view.layers.sentences[candidate.sentence];
  const TokenIndex end = std::min(sentence.end, candidate.trigger + kNearWord);
  TokenIndex token = candidate.trigger > sentence.begin + kNearWord ? candidate.trigger - kNearWord
                                                                    : sentence.begin;
  for (; token < end && !also; ++token) also = likewise_.count(view.At(token).term) != 0;
  const size_t first = at > kMostBefore ? at - kMostBefore : 0;
  if (also)
    for (size_t i = at; i-- > first;)
      if (fits(drafts[i]) && drafts[i].candidate.sentence + kNear >= candidate.sentence)
        return drafts[i].target;
  const EventType& type = rules_.types[candidate.type.value()];
  if (!type.at_scene || type.adverse || type.journey) return {};
  Referents all;
  const size_t nearby = at > kMostBeside ? at - kMostBeside : 0;
  const size_t last = std::min(drafts.size(), at + 1 + kMostBeside);
  for (size_t i = nearby; i < last; ++i) {
    const Draft& other = drafts[i];
    if (other.candidate.type != candidate.type || other.target.empty()) continue;
    if (Within(view, resolver, draft.source, other.target, true)) return {};
    const uint32_t country = resolver.CountryOf(other.target[0]);
    if (country == NounPhrase::kNone) return {};
    if (!all.empty() && all[0].index != country) return {};
    all = {{Referent::Kind::kCountry, country, other.target[0].phrase}};
  }
  return all;
}

void ImpliedTargets::Run(const StoryView& view, Resolver& resolver,
                         std::vector<Draft>* drafts) const {
  for (size_t at = 0; at < drafts->size(); ++at) {
    Draft& draft = (*drafts)[at];
    if (draft.source.empty()) draft.source = Authority(view, draft, resolver);
    if (const Referents captives = Captives(view, draft, resolver);
        !captives.empty() && (draft.target.empty() || draft.target == captives))
      draft.target = Captor(view, *drafts, at, captives, resolver);
    if (!draft.target.empty()) continue;
    if (rules_.types[draft.candidate.type.value()].symmetric) {
      draft.target = Partner(view, *drafts, at, resolver);
      continue;
    }
    draft.target = DoerOf(view, *drafts, at, resolver);
    if (draft.target.empty()) draft.target = StateOfDeed(view, draft, resolver);
    if (draft.target.empty()) draft.target = OtherOwner(view, draft, resolver);
    if (draft.target.empty()) draft.target = Answerer(view, draft, resolver);
    if (draft.target.empty()) draft.target = Addressed(view, draft, resolver);
    if (draft.target.empty()) draft.target = Likewise(view, *drafts, at, resolver);
    if (draft.target.empty() && rules_.types[draft.candidate.type.value()].on_content)
      draft.target = contents_.Of(view, draft, resolver);
    if (draft.target.empty()) draft.target = OwnerOfTaken(view, draft, resolver);
    if (draft.target.empty()) draft.target = Guest(view, draft, resolver);
    if (draft.target.empty()) draft.target = SceneState(view, draft, resolver);
    if (draft.target.empty()) draft.target = Companion(view, *drafts, at, resolver);
    if (draft.target.empty()) draft.target = StateOfPlace(view, draft, resolver);
    if (draft.target.empty()) draft.target = other_party_.Of(view, *drafts, at, resolver);
  }
  const std::vector<uint32_t> states = StatesOf(*drafts, resolver);
  for (Draft& draft : *drafts)
    if (draft.target.empty()) draft.target = OnlyOther(draft, states, resolver);
}

}  // namespace telex
