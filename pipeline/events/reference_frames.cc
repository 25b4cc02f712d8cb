// Frames of the slow matcher. A clause or noun offers each argument of a frame an ordered list of
// places where its noun phrase may stand; the argument is met by the first place that suits it. A
// frame lies there when all that it requires is met. Each role then takes the phrase of the first
// argument that has it.
#include <algorithm>

#include "pipeline/events/adjunct.h"
#include "pipeline/events/reference.h"
#include "pipeline/events/slots.h"

namespace telex {
namespace {

using Places = std::vector<NounPhraseId>;

template <class Items, class T>
bool Has(const Items& items, const T& item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

/// Prepositions, particles and the verbs of infinitives are told by their one term.
bool Names(const WordSet& set, TermId term) {
  return term.valid() && (Has(set.lemmas, term) || Has(set.exact, term));
}

/// The head of a clause is a form of the verb, the head of a phrase a form of the noun: a word that
/// is both ("found" of find and to found) counts as what its lemma says.
bool IsHead(const WordSet& set, const Word& word, TermId lemma, const WordTable& words) {
  WordSet forms = set;
  forms.lemmas.clear();
  return (lemma.valid() && Has(set.lemmas, lemma)) || IsOneOf(forms, word, words);
}

bool StandBeforeHead(const StoryView& view, const std::vector<WordSet>& modifiers,
                     const NounPhrase& phrase) {
  return std::all_of(modifiers.begin(), modifiers.end(), [&](const WordSet& modifier) {
    for (TokenIndex token = phrase.range.begin; token < phrase.head; ++token)
      if (IsOneOf(modifier, view.At(token), view.words)) return true;
    return false;
  });
}

/// A slot takes a phrase of its kind; words, a slot's own too, must be those of the phrase or of a
/// member of its coordination.
bool Suits(const StoryView& view, const Argument& argument, NounPhraseId id) {
  if (argument.has_slot && !Accepts(argument.slot.kind, view.syntax[id])) return false;
  if (!argument.has_noun()) return true;
  for (; id.valid(); id = view.syntax[id].next) {
    const NounPhrase& member = view.syntax[id];
    if (IsOneOf(argument.noun, view.At(member.head), view.words) &&
        StandBeforeHead(view, argument.modifiers, member))
      return true;
  }
  return false;
}

/// Looks for the argument in `places`, and gives its role what it finds. False if no place suits.
bool Meet(const StoryView& view, const Argument& argument, const Places& places,
          Candidate* candidate) {
  for (const NounPhraseId place : places) {
    if (!place.valid() || !Suits(view, argument, place)) continue;
    const size_t role = static_cast<size_t>(argument.slot.role);
    if (argument.has_slot && !candidate->roles[role].valid()) {
      candidate->roles[role] = place;
      candidate->kinds[role] = argument.slot.kind;
      ++candidate->slots;
    }
    return true;
  }
  return false;
}

/// The words that the text must have: head, particle, and the nouns of arguments, with all their
/// modifiers.
uint32_t CountWords(const Frame& frame) {
  size_t words = 1 + frame.modifiers.size();
  if (frame.particle.valid()) ++words;
  for (const Argument& argument : frame.arguments) {
    if (argument.has_noun()) words += 1 + argument.modifiers.size();
    if (argument.has_slot && argument.slot.kind == SlotKind::kEvent) words += 1;
  }
  return static_cast<uint32_t>(words);
}

/// What is the object: the patient, or ("call off the visit") what hangs on the frame's particle.
NounPhraseId ObjectOf(const Frame& frame, const Clause& clause) {
  if (clause.patient.valid() || !frame.particle.valid()) return clause.patient;
  for (const Complement& complement : clause.complements)
    if (complement.preposition == frame.particle && complement.phrase.valid())
      return complement.phrase;
  return NounPhraseId();
}

/// "during talks with Oslo": right behind a noun of an event that is itself behind a preposition.
bool FollowsEventNoun(const RuleSet& rules, const TermFlags& flags, const StoryView& view,
                      const Clause& clause, NounPhraseId id) {
  const std::vector<Item>& items = view.syntax.items;
  for (size_t item = view.syntax[id].item; item > 0; --item) {
    if (items[item].kind == Item::Kind::kVerbGroup) return false;
    if (items[item].kind != Item::Kind::kPreposition) continue;
    if (items[item - 1].kind != Item::Kind::kNounPhrase) return false;
    const NounPhrase& noun = view.syntax.phrases[items[item - 1].index];
    return noun.position == NounPhrase::Position::kComplement && noun.reading == Reading::kThing &&
           noun.preposition != clause.verb.particle &&
           !flags.Has(noun.preposition, kOfPreposition) &&
           rules.by_noun.count(view.At(noun.head).noun_lemma) > 0;
  }
  return false;
}

/// What its prepositions open behind the verb.
Places ComplementsOf(const RuleSet& rules, const TermFlags& flags, const StoryView& view,
                     const Argument& argument, const Clause& clause) {
  Places places;
  const auto stands_behind = [&](NounPhraseId phrase) {
    const TokenIndex begin = view.syntax[phrase].range.begin;
    if (begin > clause.verb.head) return true;
    // "the pact with Oman was signed"
    return clause.verb.passive && clause.patient.valid() &&
           begin >= view.syntax[clause.patient].range.end;
  };
  for (const Complement& complement : clause.complements)
    if (Names(argument.prepositions, complement.preposition) && stands_behind(complement.phrase) &&
        ((view.At(clause.verb.head).classes & kBe) != 0 ||
         !FollowsEventNoun(rules, flags, view, clause, complement.phrase)))
      places.push_back(complement.phrase);
  // "call in the envoy": a particle and an object.
  if (Names(argument.prepositions, clause.verb.particle)) places.push_back(clause.patient);
  for (const Complement& complement : clause.complements)
    if (Names(argument.prepositions, complement.preposition) && complement.fronted)
      places.push_back(complement.phrase);
  return places;
}

bool HasParticle(const StoryView& view, const Frame& frame, const Clause& clause) {
  if (!frame.particle.valid() || clause.verb.particle == frame.particle) return true;
  // "put a plan forward": behind the object.
  const TokenIndex behind =
      clause.patient.valid() ? view.syntax[clause.patient].range.end : clause.verb.range.end;
  return behind < view.layers.tokens.size() && view.At(behind).term == frame.particle;
}

/// "speak highly of": a word right behind the verb that is no noun phrase.
bool HasAdverb(const StoryView& view, const WordSet& words, const Clause& clause) {
  const TokenIndex behind = clause.verb.range.end;
  return behind < view.layers.tokens.size() && view.syntax.phrase_at[behind] == Syntax::kNone &&
         IsOneOf(words, view.At(behind), view.words);
}

/// An infinitive of one of these verbs that depends on the clause: one of the next twelve clauses
/// of its sentence.
bool HasVerb(const StoryView& view, const Argument& argument, ClauseId id) {
  const std::vector<Clause>& clauses = view.syntax.clauses;
  for (size_t i = id.value() + 1; i < clauses.size() && i <= id.value() + 12; ++i) {
    const Clause& inner = clauses[i];
    if (inner.sentence == view.syntax[id].sentence && inner.governor == id &&
        Names(argument.noun, inner.verb.lemma))
      return true;
  }
  return false;
}

struct Following {
  TermId preposition;
  NounPhraseId phrase;
};

/// "by X", "with Y" … in an unbroken row behind a phrase.
std::vector<Following> Behind(const Syntax& syntax, const NounPhrase& phrase) {
  std::vector<const Item*> items;
  for (size_t i = phrase.item + 1; i < syntax.items.size(); ++i)
    if (syntax.items[i].kind != Item::Kind::kOther) items.push_back(&syntax.items[i]);
  std::vector<Following> row;
  for (size_t i = 0; i + 1 < items.size(); i += 2) {
    if (items[i]->kind != Item::Kind::kPreposition || items[i + 1]->kind != Item::Kind::kNounPhrase)
      break;
    row.push_back({items[i]->term, NounPhraseId(items[i + 1]->index)});
  }
  return row;
}

}  // namespace

std::optional<Candidate> ReferenceMatcher::Verbal(const StoryView& view, const Frame& frame,
                                                  ClauseId id,
                                                  const std::vector<Candidate>& before) const {
  const Clause& clause = view.syntax[id];
  const Word& verb = view.At(clause.verb.head);
  if (!IsHead(frame.words, verb, verb.verb_lemma, view.words) || !HasParticle(view, frame, clause))
    return std::nullopt;
  Candidate candidate;
  candidate.rule = frame.rule;
  candidate.frame = frame.id;
  candidate.pattern = frame.pattern;
  candidate.type = rules_.rules[frame.rule.value()].type;
  candidate.trigger = clause.verb.head;
  candidate.sentence = clause.sentence;
  candidate.clause = id;
  candidate.voice = clause.voice;
  candidate.words = CountWords(frame);
  const bool light = rules_.rules[frame.rule.value()].nominal &&
                     std::any_of(frame.words.lemmas.begin(), frame.words.lemmas.end(),
                                 [&](TermId lemma) { return rules_.light_verbs.contains(lemma); });
  for (const Argument& argument : frame.arguments) {
    bool met = false;
    switch (argument.place) {
      case Argument::Place::kSubject:
        met = Meet(view, argument, {clause.agent}, &candidate) ||
              (clause.verb.passive && !clause.agent.valid());
        break;
      case Argument::Place::kObject: {
        const NounPhraseId object = ObjectOf(frame, clause);
        met = Meet(view, argument, {object, clause.second}, &candidate);
        const bool adverb = !argument.has_slot && argument.modifiers.empty() && !object.valid();
        if (!met && adverb) met = HasAdverb(view, argument.noun, clause);
        // The noun of a light verb carries the event.
        if (met && light && !argument.has_slot && object.valid())
          candidate.trigger = view.syntax[object].head;
        break;
      }
      case Argument::Place::kSecond:
        met = Meet(view, argument, {clause.second}, &candidate);
        break;
      case Argument::Place::kComplement:
        for (const NounPhraseId phrase : ComplementsOf(rules_, flags_, view, argument, clause)) {
          if (met || !Meet(view, argument, {phrase}, &candidate)) continue;
          met = true;
          // "is in talks with": the noun carries the event.
          if (!argument.has_slot && phrase != clause.patient && (verb.classes & kBe))
            candidate.trigger = view.syntax[phrase].head;
        }
        break;
      case Argument::Place::kContent:
        met = argument.has_slot ? HasContent(view, frame, argument, id, before, &candidate)
                                : HasVerb(view, argument, id);
        break;
    }
    if (!met && !argument.optional) return std::nullopt;
  }
  // Somebody who is an object needs an object in the frame (or its particle).
  const bool no_object =
      !frame.particle.valid() &&
      std::none_of(frame.arguments.begin(), frame.arguments.end(), [](const Argument& argument) {
        return argument.place != Argument::Place::kSubject &&
               argument.place != Argument::Place::kComplement;
      });
  if (no_object && !clause.verb.passive && clause.patient.valid() &&
      IsSomebody(view.syntax[clause.patient]))
    return std::nullopt;
  Borrow(view.syntax, rules_.rules[frame.rule.value()], &candidate);
  // "ties between Oman and Chad were restored"
  if (rules_.types[candidate.type.value()].symmetric && clause.verb.passive &&
      clause.patient.valid() && !clause.agent.valid()) {
    const NounPhrase& noun = view.syntax[clause.patient];
    Places between = {noun.between};
    for (const Following& following : Behind(view.syntax, noun))
      if (flags_.Has(following.preposition, kBetweenPreposition))
        between.push_back(following.phrase);
    const auto first =
        std::find_if(between.begin(), between.end(), [](NounPhraseId one) { return one.valid(); });
    if (first != between.end() && view.syntax[*first].next.valid() &&
        IsActor(view.syntax[*first])) {
      candidate.parties = *first;
      candidate.slots += 2;
    }
  }
  return candidate;
}

std::optional<Candidate> ReferenceMatcher::Nominal(const StoryView& view, const Frame& frame,
                                                   NounPhraseId id, uint32_t sentence,
                                                   const std::vector<Candidate>& before) const {
  const NounPhrase& phrase = view.syntax[id];
  const Word& noun = view.At(phrase.head);
  if (!IsHead(frame.words, noun, noun.noun_lemma, view.words) ||
      !StandBeforeHead(view, frame.modifiers, phrase))
    return std::nullopt;
  Candidate candidate;
  candidate.rule = frame.rule;
  candidate.frame = frame.id;
  candidate.pattern = frame.pattern;
  candidate.type = rules_.rules[frame.rule.value()].type;
  candidate.trigger = phrase.head;
  candidate.sentence = sentence;
  candidate.clause = phrase.clause;
  candidate.noun = id;
  candidate.voice = Voice::kNominal;
  candidate.words = CountWords(frame);
  bool complete = true;
  for (const Argument& argument : frame.arguments) {
    Places places;
    for (const Following& following : Behind(view.syntax, phrase))
      if (Names(argument.prepositions, following.preposition)) places.push_back(following.phrase);
    const bool met = (argument.place == Argument::Place::kComplement &&
                      Meet(view, argument, places, &candidate)) ||
                     (argument.place == Argument::Place::kContent && argument.has_slot &&
                      HasContentBehind(view, argument, id, before, &candidate));
    complete = complete && (met || argument.optional);
  }
  const bool owned = GiveOwner(view, frame, id, &candidate);
  if (!complete && !candidate.parties.valid())
    return std::nullopt;  // "between X and Y" needs no "with Y"
  candidate.loose = !owned;
  if (owned) Borrow(view.syntax, rules_.rules[frame.rule.value()], &candidate);
  return candidate;
}

// Whose event it is. The first of these that there is: who has the role already; the possessor; the
// parties behind "between", or who stands behind "by", "from" or (if the noun itself is followed by
// it) "of"; the nationality in the phrase itself; the clause's subject.
bool ReferenceMatcher::GiveOwner(const StoryView& view, const Frame& frame, NounPhraseId id,
                                 Candidate* candidate) const {
  const Rule& rule = rules_.rules[frame.rule.value()];
  const EventType& type = rules_.types[rule.type.value()];
  const NounPhrase& phrase = view.syntax[id];
  Argument owner;
  owner.has_slot = true;
  owner.slot = frame.owner;
  const size_t role = static_cast<size_t>(frame.owner.role);
  if (candidate->roles[role].valid()) return true;
  if (Meet(view, owner, {phrase.possessor}, candidate)) return true;
  for (const Following& following : Behind(view.syntax, phrase)) {
    const bool of_pattern =
        std::any_of(frame.arguments.begin(), frame.arguments.end(), [&](const Argument& argument) {
          return !argument.has_slot && Names(argument.prepositions, following.preposition);
        });
    if (of_pattern || Has(candidate->roles, following.phrase)) continue;
    const NounPhrase& behind = view.syntax[following.phrase];
    if ((type.symmetric || rule.mutual) && flags_.Has(following.preposition, kBetweenPreposition) &&
        behind.next.valid() && IsActor(behind)) {
      candidate->parties = following.phrase;
      candidate->slots += 2;
      return true;
    }
    const bool of =
        flags_.Has(following.preposition, kOfPreposition) && following.phrase == phrase.of;
    const bool by = flags_.Has(following.preposition, kByPreposition | kFromPreposition);
    if ((of || by) && Meet(view, owner, {following.phrase}, candidate)) return true;
  }
  if ((type.symmetric || rule.mutual) && phrase.between.valid() &&
      view.syntax[phrase.between].next.valid() && IsActor(view.syntax[phrase.between])) {
    candidate->parties = phrase.between;
    candidate->slots += 2;
    return true;
  }
  // "the Turkish visit to Baku", but not "the visit of Turkey", whose country comes from behind.
  const bool from_behind = phrase.of.valid() && view.syntax[phrase.of].country == phrase.country;
  if (phrase.reading == Reading::kThing && phrase.country != NounPhrase::kNone && !from_behind &&
      !phrase.possessor.valid()) {
    candidate->roles[role] = id;
    candidate->kinds[role] = SlotKind::kOwner;
    ++candidate->slots;
    return true;
  }
  if (!phrase.clause.valid()) return false;
  const Clause& clause = view.syntax[phrase.clause];
  const bool adjunct = StandsBeside(view, flags_, id);
  // An object, alone or in a list of objects, or behind the verb's particle.
  const bool listed = clause.patient == (phrase.first.valid() ? phrase.first : id);
  const bool off = phrase.position == NounPhrase::Position::kComplement &&
                   clause.verb.particle.valid() && clause.verb.particle == phrase.preposition;
  const bool object = (listed || off) && !clause.verb.passive;
  // "an appeal to Chad was made by Oman"
  const bool receives = type.speech_act && flags_.Has(clause.verb.lemma, kReceiving);
  if (listed && clause.verb.passive && flags_.Has(clause.verb.lemma, kLightVerb) && !receives)
    if (clause.agent.valid()) return Meet(view, owner, {clause.agent}, candidate);
  if (!adjunct && !object) return false;
  // A deed is the subject's own where the type says so, or where he does it: "launched an attack".
  const bool does = object && flags_.Has(clause.verb.lemma, kLightVerb | kOwnDeed);
  if (!does && !type.by_subject && !type.speech_act) return false;
  const bool copula = (view.At(clause.verb.head).classes & kBe) != 0 && !clause.verb.passive;
  if (adjunct && copula && flags_.Has(phrase.preposition, kAfterPreposition)) return false;
  const bool in_place = adjunct && flags_.Has(phrase.preposition, kPlacePreposition);
  if (type.speech_act && frame.owner.role == Role::kSource && !in_place) return false;
  const NounPhraseId subject = adjunct && !clause.agent.valid() ? clause.subject : clause.agent;
  if (!Meet(view, owner, {subject}, candidate)) return false;
  if (frame.owner.kind == SlotKind::kAffected) candidate->kinds[role] = SlotKind::kState;
  return true;
}

}  // namespace telex
