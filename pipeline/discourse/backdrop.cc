#include "pipeline/discourse/backdrop.h"

#include <algorithm>

#include "pipeline/discourse/same_actor.h"
#include "pipeline/language/calendar.h"

namespace telex {
namespace {

constexpr uint32_t kNone = NounPhrase::kNone;

// Of several actors the one state that all of them are of, or kNone.
uint32_t OneState(const Resolver& resolver, const Referents& actors) {
  uint32_t state = kNone;
  for (const Referent& actor : actors) {
    const uint32_t own = resolver.CountryOf(actor);
    if (own == kNone || (state != kNone && own != state)) return kNone;
    state = own;
  }
  return state;
}

constexpr size_t kMostBeside = 200;  // drafts that are looked through; keeps the work linear

// Whether somebody by name is among both.
bool Meet(const Referents& some, const Referents& others) {
  return std::any_of(some.begin(), some.end(), [&](const Referent& one) {
    return one.kind != Referent::Kind::kPhrase &&
           std::find(others.begin(), others.end(), one) != others.end();
  });
}

bool TakesPart(const Resolver& resolver, const Draft& draft, uint32_t state) {
  const auto of_state = [&](const Referent& one) { return resolver.CountryOf(one) == state; };
  return std::any_of(draft.source.begin(), draft.source.end(), of_state) ||
         std::any_of(draft.target.begin(), draft.target.end(), of_state);
}

}  // namespace

Backdrop::Backdrop(const RuleSet& rules, const TermFlags& flags)
    : rules_(rules),
      flags_(flags),
      signing_(rules.List("signing_verbs")),
      towns_(rules.List("town_nouns")),
      town_sites_(rules.List("town_sites")),
      home_sites_(rules.List("home_sites")),
      parts_(rules.List("parts_of_places")) {}

// "The United States condemns …", "I send my congratulations", in the present tense of an office's
// own words; and what the readout of a call or a meeting opens with.
bool Backdrop::IsOfDocument(const StoryView& view, const Resolver& resolver, const Draft& draft,
                            uint32_t lead) const {
  if (resolver.Publisher() == kNone || !draft.day.empty() || !draft.attribution.empty())
    return false;
  const Candidate& candidate = draft.candidate;
  if (draft.headline) return IsReadout(view, draft, lead);
  if (!candidate.clause.valid()) return false;
  const Sentence& sentence = view.layers.sentences[candidate.sentence];
  for (TokenIndex t = sentence.begin; t < sentence.end; ++t)
    if (view.syntax.date_at[t] != Syntax::kNone) return false;
  const EventType& type = rules_.types[candidate.type.value()];
  const Clause& clause = view.syntax[candidate.clause];
  if (clause.verb.form != VerbGroup::Form::kFinite || clause.relation != Clause::Relation::kMain ||
      candidate.noun.valid() || clause.verb.modal.valid())
    return false;
  if (type.symmetric || type.journey)
    return candidate.sentence == lead && clause.verb.past && !clause.verb.perfect;
  return !clause.verb.past && !clause.verb.perfect &&
         OneState(resolver, draft.source) == resolver.Publisher() &&
         std::none_of(draft.source.begin(), draft.source.end(),
                      [&](const Referent& one) { return one.kind == Referent::Kind::kPhrase; });
}

// "Readout of President Quispe's Meeting with …", of which the text tells in the past, without a
// day.
bool Backdrop::IsReadout(const StoryView& view, const Draft& draft, uint32_t lead) const {
  if (!draft.candidate.noun.valid() || !rules_.types[draft.candidate.type.value()].symmetric)
    return false;
  const Sentence& sentence = view.layers.sentences[lead];
  for (TokenIndex t = sentence.begin; t < sentence.end; ++t)
    if (view.syntax.date_at[t] != Syntax::kNone) return false;
  const Syntax::Extent& extent = view.syntax.sentences[lead];
  for (uint32_t c = extent.first_clause; c < extent.last_clause; ++c) {
    const Clause& clause = view.syntax.clauses[c];
    if (clause.relation == Clause::Relation::kMain)
      return clause.verb.past && !clause.verb.perfect && !clause.verb.modal.valid();
  }
  return false;
}

// A meeting, talks or a signature in the first sentence of a story that was not written at the
// desk.
bool Backdrop::IsOfDateline(const StoryView& view, const Resolver& resolver, const Draft& draft,
                            uint32_t lead) const {
  const Candidate& candidate = draft.candidate;
  const EventType& type = rules_.types[candidate.type.value()];
  if (resolver.Scene() == kNone || !type.on_site || candidate.sentence != lead) return false;
  if (type.alone && signing_.count(view.At(candidate.trigger).verb_lemma) == 0) return false;
  const Syntax::Extent& extent = view.syntax.sentences[lead];
  for (uint32_t p = extent.first_phrase; p < extent.last_phrase; ++p)
    if (view.syntax.phrases[p].reading == Reading::kPlace) return false;
  return TakesPart(resolver, draft, resolver.Scene());
}

// "outside the presidential palace", "to the Foreign Ministry", of no other state.
bool Backdrop::IsSiteAtHome(const StoryView& view, const NounPhrase& phrase, uint32_t home) const {
  const TokenIndex begin = phrase.range.begin;
  const uint32_t before = begin >= 2 ? view.syntax.phrase_at[begin - 2] : Syntax::kNone;
  // "a clerk in the Defence Ministry"
  if (before != Syntax::kNone && view.syntax.phrases[before].reading == Reading::kRole &&
      view.syntax.phrases[before].position != NounPhrase::Position::kSubject)
    return false;
  return phrase.head < phrase.range.end && phrase.place == kNone &&
         (phrase.country == kNone || phrase.country == home) &&
         flags_.Has(phrase.preposition, kPlacePreposition | kRecipient) &&
         town_sites_.count(view.At(phrase.head).noun_lemma) != 0;
}

// "talks here", "in the city", "at a palace in the capital": the town that something was told to be
// done in before, or where the story was written.
NounPhraseId Backdrop::TownTold(const StoryView& view, const Resolver& resolver,
                                const std::vector<Draft>& drafts, const Draft& draft,
                                bool* here) const {
  const Syntax::Extent& extent = view.syntax.sentences[draft.candidate.sentence];
  const bool at_scene = view.layers.dateline.country == resolver.Scene();
  const bool speech = rules_.types[draft.candidate.type.value()].speech_act;
  *here = false;
  for (uint32_t p = extent.first_phrase; p < extent.last_phrase; ++p) {
    const NounPhrase& phrase = view.syntax.phrases[p];
    if (resolver.QuotationAt(phrase.head) != nullptr) continue;
    if (at_scene && phrase.reading == Reading::kPlace &&
        flags_.Has(view.At(phrase.head).term, kHere)) {
      *here = true;
      return {};
    }
    if ((speech && phrase.clause != draft.candidate.clause) || !phrase.definite || phrase.plural ||
        phrase.of.valid() || phrase.possessor.valid())
      continue;
    if (at_scene && IsSiteAtHome(view, phrase, resolver.Scene()) &&
        TakesPart(resolver, draft, resolver.Scene())) {
      *here = true;
      return {};
    }
    if (phrase.place != kNone || phrase.country != kNone || phrase.head >= phrase.range.end)
      continue;
    // "the city", "the city centre"
    const TermId noun = view.At(phrase.head).noun_lemma;
    const bool part = phrase.head > phrase.range.begin && parts_.count(noun) != 0 &&
                      towns_.count(view.At(phrase.head - 1).noun_lemma) != 0;
    if (!flags_.Has(phrase.preposition, kPlacePreposition) || (!part && towns_.count(noun) == 0))
      continue;
    // Where something else was told to be done, before.
    NounPhraseId last;
    for (const Draft& other : drafts)
      if (other.place.valid() && view.syntax[other.place].place != kNone &&
          other.candidate.sentence <= draft.candidate.sentence &&
          view.syntax[other.place].range.begin < phrase.range.begin &&
          (!last.valid() || view.syntax[last].range.begin < view.syntax[other.place].range.begin))
        last = other.place;
    if (last.valid()) return last;
    *here = at_scene || flags_.Has(noun, kCapitalNoun);
    return {};
  }
  return {};
}

// "signed a pact in Kenya": in the one town of it where the story has the same people meet, or
// where it was written.
void Backdrop::Refine(const StoryView& view, const Resolver& resolver,
                      const std::vector<Draft>& drafts, uint32_t lead, Draft* draft) const {
  const EventType& type = rules_.types[draft->candidate.type.value()];
  const NounPhrase& state = view.syntax[draft->place];
  if (!type.on_site || state.reading != Reading::kCountry || state.place != kNone) return;
  NounPhraseId town;
  const size_t at = draft - drafts.data();
  const size_t first = at > kMostBeside ? at - kMostBeside : 0;
  const size_t last = std::min(drafts.size(), at + 1 + kMostBeside);
  for (size_t i = first; i < last; ++i) {
    const Draft& other = drafts[i];
    const EventType& kind = rules_.types[other.candidate.type.value()];
    if (&other == draft || !other.place.valid() || !(kind.on_site || kind.journey)) continue;
    const NounPhrase& place = view.syntax[other.place];
    if (place.place == kNone || place.country != state.country || other.status != draft->status)
      continue;
    if (!Meet(draft->source, other.source) && !Meet(draft->source, other.target)) continue;
    if (town.valid() && view.syntax[town].place != place.place) return;
    town = other.place;
  }
  if (town.valid()) {
    draft->place = town;
  } else if (draft->candidate.sentence <= lead && state.country == resolver.Scene() &&
             view.layers.dateline.country == state.country &&
             view.layers.dateline.town != Dateline::kNowhere) {
    draft->place = NounPhraseId();
    draft->at_dateline = true;
  }
}

// "Chad attacked Oman"
uint32_t Backdrop::StateOf(const StoryView& view, const Resolver& resolver,
                           const Draft& draft) const {
  const NounPhraseId target = draft.candidate.role(Role::kTarget);
  if (!rules_.types[draft.candidate.type.value()].in_target || !target.valid()) return kNone;
  const uint32_t state = OneState(resolver, draft.target);
  const NounPhrase& phrase = view.syntax[target];
  // "a Ukrainian power plant", "civilians" of a state that another attacks; soldiers, ships and
  // missions may be abroad.
  const bool there =
      phrase.reading == Reading::kCountry ||
      home_sites_.count(view.At(phrase.head).noun_lemma) != 0 ||
      (phrase.sector != kNone && rules_.lexicon.sectors[phrase.sector].code == "CVL" &&
       OneState(resolver, draft.source) != kNone);
  return there && state != OneState(resolver, draft.source) ? state : kNone;
}

void Backdrop::Run(const StoryView& view, Anchor anchor, const Resolver& resolver,
                   std::vector<Draft>* drafts) const {
  const std::vector<Sentence>& sentences = view.layers.sentences;
  uint32_t lead = 0;
  while (lead + 1 < sentences.size() && sentences[lead].headline) ++lead;
  for (Draft& draft : *drafts) {
    if (draft.status != EventStatus::kActual) continue;
    if (anchor && IsOfDocument(view, resolver, draft, lead)) draft.day = DayText(*anchor);
    if (draft.place.valid()) {
      Refine(view, resolver, *drafts, lead, &draft);
      continue;
    }
    bool here = false;
    draft.place = TownTold(view, resolver, *drafts, draft, &here);
    if (draft.place.valid()) continue;
    if (here || IsOfDateline(view, resolver, draft, lead)) {
      draft.at_dateline = true;
    } else {
      draft.state = StateOf(view, resolver, draft);
    }
  }
}

}  // namespace telex
