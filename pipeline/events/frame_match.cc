#include "pipeline/events/frame_match.h"

#include <algorithm>

#include "pipeline/events/adjunct.h"
#include "pipeline/events/content_match.h"
#include "pipeline/events/following.h"
#include "pipeline/events/inner_events.h"
#include "pipeline/events/slots.h"
#include "pipeline/language/phrase_matcher.h"

namespace telex {
namespace {

bool HasObject(const Frame& frame) {
  return frame.particle.valid() ||
         std::any_of(frame.arguments.begin(), frame.arguments.end(), [](const Argument& argument) {
           return argument.place == Argument::Place::kObject ||
                  argument.place == Argument::Place::kSecond ||
                  argument.place == Argument::Place::kContent;
         });
}

bool Names(const WordSet& set, const Word& word, TermId Word::*lemma, const WordTable& words) {
  const auto has = [](const std::vector<TermId>& terms, TermId term) {
    return term.valid() && std::find(terms.begin(), terms.end(), term) != terms.end();
  };
  return has(set.lemmas, word.*lemma) || has(set.exact, word.term) ||
         words.IsAny(set.regexes, word);
}

// "withdrawal from the pact": the pattern itself has something behind this preposition.
bool Asks(const Frame& frame, TermId preposition) {
  return std::any_of(frame.arguments.begin(), frame.arguments.end(), [&](const Argument& argument) {
    return !argument.has_slot && Contains(argument.prepositions, preposition);
  });
}

}  // namespace

// "call off the visit": the object hangs on the particle.
NounPhraseId ObjectOf(const StoryView&, const Frame& frame, const Clause& clause) {
  if (clause.patient.valid() || !frame.particle.valid()) return clause.patient;
  for (const Complement& complement : clause.complements)
    if (complement.preposition == frame.particle) return complement.phrase;
  return NounPhraseId();
}

bool IsHead(const Frame& frame, const Word& word, const WordTable& words) {
  return Names(frame.words, word,
               frame.head == Frame::Head::kNominal ? &Word::noun_lemma : &Word::verb_lemma, words);
}

uint32_t WordsOf(const Frame& frame) {
  uint32_t words =
      1 + (frame.particle.valid() ? 1 : 0) + static_cast<uint32_t>(frame.modifiers.size());
  for (const Argument& argument : frame.arguments)
    if (argument.inner()) ++words;
  for (const Argument& argument : frame.arguments)
    if (argument.has_noun()) words += 1 + static_cast<uint32_t>(argument.modifiers.size());
  return words;
}

// Each modifier stands before the head in the phrase.
bool FrameMatch::HasModifiers(const StoryView& view, const std::vector<WordSet>& modifiers,
                              const NounPhrase& phrase) const {
  for (const WordSet& modifier : modifiers) {
    bool found = false;
    for (TokenIndex token = phrase.range.begin; token < phrase.head && !found; ++token)
      found = Matches(modifier, view.At(token), view.words);
    if (!found) return false;
  }
  return true;
}

bool FrameMatch::Bind(const StoryView& view, const Argument& argument, NounPhraseId phrase,
                      Candidate* candidate) const {
  if (!phrase.valid()) return false;
  if (argument.has_noun()) {
    NounPhraseId member = phrase;
    const auto has_words = [&](const NounPhrase& one) {
      return Matches(argument.noun, view.At(one.head), view.words) &&
             HasModifiers(view, argument.modifiers, one);
    };
    while (member.valid() && !has_words(view.syntax[member])) member = view.syntax[member].next;
    if (!member.valid() || !argument.has_slot) return member.valid();
  }
  if (!Accepts(argument.slot.kind, view.syntax[phrase])) return false;
  const size_t role = static_cast<size_t>(argument.slot.role);
  if (candidate->roles[role].valid()) return true;  // the first phrase of a role counts
  candidate->roles[role] = phrase;
  candidate->kinds[role] = argument.slot.kind;
  ++candidate->slots;
  return true;
}

// "spoke during talks with Oslo": the phrase belongs to the noun of an event right before it, not
// to the verb.
bool FrameMatch::BelongsToNoun(const StoryView& view, const Clause& clause, NounPhraseId id) const {
  uint32_t item = view.syntax[id].item;
  for (; item > 0 && view.syntax.items[item].kind != Item::Kind::kPreposition; --item)
    if (view.syntax.items[item].kind == Item::Kind::kVerbGroup) return false;
  if (item == 0) return false;
  const Item& before = view.syntax.items[item - 1];
  if (before.kind != Item::Kind::kNounPhrase) return false;
  const NounPhrase& noun = view.syntax.phrases[before.index];
  return noun.position == NounPhrase::Position::kComplement && noun.reading == Reading::kThing &&
         noun.preposition != clause.verb.particle &&  // "ruled out a compromise with"
         !flags_.Has(noun.preposition, kOfPreposition) && view.At(noun.head).Hints(kHeadsNominal);
}

bool FrameMatch::FindComplement(const StoryView& view, const Argument& argument,
                                const Clause& clause, Candidate* candidate) const {
  // What stands before the verb is the clause's frame ("On both banks, drivers called …"), no part
  // of the verb's, but for what stands behind the object of a passive ("the pact with Oman was
  // signed").
  const TokenIndex behind = clause.verb.passive && clause.patient.valid()
                                ? std::min(view.syntax[clause.patient].range.end, clause.verb.head)
                                : clause.verb.head;
  for (const Complement& complement : clause.complements) {
    if (view.syntax[complement.phrase].range.begin < behind) continue;
    const bool copula =
        (view.At(clause.verb.head).classes & kBe) != 0;  // "is in talks with": the noun is the verb
    if (!copula && BelongsToNoun(view, clause, complement.phrase)) continue;
    if (!Contains(argument.prepositions, complement.preposition) ||
        !Bind(view, argument, complement.phrase, candidate))
      continue;
    // "is in talks with": the noun carries the event, as with a light verb.
    if (!argument.has_slot && copula) candidate->trigger = view.syntax[complement.phrase].head;
    return true;
  }
  // "call in the envoy": a particle and an object.
  if (Contains(argument.prepositions, clause.verb.particle) && clause.patient.valid() &&
      Bind(view, argument, clause.patient, candidate))
    return true;
  return std::any_of(
      clause.complements.begin(), clause.complements.end(), [&](const Complement& complement) {
        return complement.fronted && Contains(argument.prepositions, complement.preposition) &&
               Bind(view, argument, complement.phrase, candidate);
      });
}

// "speak highly of", "meet virtually": where the object would stand, a word that is no noun phrase.
bool FrameMatch::HasAdverb(const StoryView& view, const WordSet& words,
                           const Clause& clause) const {
  const TokenIndex token = clause.verb.range.end;
  return token < view.layers.tokens.size() && view.syntax.phrase_at[token] == Syntax::kNone &&
         Matches(words, view.At(token), view.words);
}

// An infinitive whose verb is one of the argument's.
bool FrameMatch::FindVerb(const StoryView& view, const Argument& argument, ClauseId clause) const {
  const std::vector<Clause>& clauses = view.syntax.clauses;
  const uint32_t sentence = clauses[clause.value()].sentence;
  const size_t end = std::min<size_t>(clauses.size(), clause.value() + 1 + InnerEvents::kMostReach);
  for (size_t i = clause.value() + 1; i < end && clauses[i].sentence == sentence; ++i)
    if (clauses[i].governor == clause && Contains(argument.noun, clauses[i].verb.lemma))
      return true;
  return false;
}

bool FrameMatch::Verbal(const StoryView& view, const Frame& frame, ClauseId id,
                        const InnerEvents* inner, Candidate* candidate,
                        MatchFailure* failure) const {
  const Clause& clause = view.syntax[id];
  const bool passive = clause.verb.passive;
  *candidate = Candidate();
  candidate->trigger = clause.verb.head;
  if (frame.particle.valid() && clause.verb.particle != frame.particle) {
    // The particle may stand behind the object: "put a plan forward".
    const TokenIndex after =
        clause.patient.valid() ? view.syntax[clause.patient].range.end : clause.verb.range.end;
    if (after >= view.layers.tokens.size() || view.At(after).term != frame.particle) return false;
  }
  for (const Argument& argument : frame.arguments) {
    bool met = false;
    switch (argument.place) {
      case Argument::Place::kSubject:
        met = Bind(view, argument, clause.agent, candidate) || (passive && !clause.agent.valid());
        break;
      case Argument::Place::kObject: {
        const NounPhraseId object = ObjectOf(view, frame, clause);
        met = Bind(view, argument, object, candidate);
        if (!met && clause.second.valid()) met = Bind(view, argument, clause.second, candidate);
        if (!met && !argument.has_slot && !object.valid() && argument.modifiers.empty())
          met = HasAdverb(view, argument.noun, clause);
        if (met && !argument.has_slot && object.valid() && rules_.rules[frame.rule.value()].nominal)
          for (TermId light : frame.words.lemmas)
            if (flags_.Has(light, kLightVerb)) candidate->trigger = view.syntax[object].head;
        break;
      }
      case Argument::Place::kSecond:
        met = Bind(view, argument, clause.second, candidate);
        break;
      case Argument::Place::kComplement:
        met = FindComplement(view, argument, clause, candidate);
        break;
      case Argument::Place::kContent:
        met = argument.has_slot ? FindContent(view, flags_, frame, argument, id, inner, candidate)
                                : FindVerb(view, argument, id);
        break;
    }
    if (!met && !argument.optional) {
      if (failure) failure->wanted = &argument;
      return false;
    }
    if (failure) ++failure->matched;
  }
  // A frame without an object has no room for somebody who is one: "met in Doha", not "met the emir
  // in Doha".
  if (!passive && clause.patient.valid() && !HasObject(frame) &&
      IsSomebody(view.syntax[clause.patient]))
    return false;
  const Rule& rule = rules_.rules[frame.rule.value()];
  Lend(view.syntax, flags_, rule, candidate);
  // "ties between Oman and Chad were restored"
  if (passive && !clause.agent.valid() && clause.patient.valid() &&
      rules_.types[rule.type.value()].symmetric)
    BindParties(view, clause.patient, candidate);
  candidate->clause = id;
  candidate->sentence = clause.sentence;
  candidate->voice = clause.voice;
  candidate->words = WordsOf(frame);
  return true;
}

bool FrameMatch::FindFollowing(const StoryView& view, const Argument& argument,
                               const NounPhrase& phrase, Candidate* candidate) const {
  for (FollowingPhrases next(view.syntax, phrase); next.valid(); next.Advance())
    if (Contains(argument.prepositions, next.preposition()) &&
        Bind(view, argument, next.phrase(), candidate))
      return true;
  return false;
}

void FrameMatch::BindParties(const StoryView& view, NounPhraseId noun, Candidate* candidate) const {
  NounPhraseId parties = view.syntax[noun].between;
  for (FollowingPhrases next(view.syntax, view.syntax[noun]); next.valid() && !parties.valid();
       next.Advance())
    if (flags_.Has(next.preposition(), kBetweenPreposition)) parties = next.phrase();
  if (!parties.valid() || !view.syntax[parties].next.valid() || !IsActor(view.syntax[parties]))
    return;
  candidate->parties = parties;
  candidate->slots += 2;
}

// Whose event a noun tells of: the possessor; behind "by", "between", "of" or "from"; an adjective
// of nationality or a compound of states before it; and where it is an adjunct or object ("in a
// call with", "ended a visit to"), the subject.
bool FrameMatch::BindOwner(const StoryView& view, const Frame& frame, NounPhraseId id,
                           Candidate* candidate) const {
  const NounPhrase& phrase = view.syntax[id];
  const Rule& rule = rules_.rules[frame.rule.value()];
  const EventType& type = rules_.types[rule.type.value()];
  Argument owner;
  owner.has_slot = true;
  owner.slot = frame.owner;
  const size_t role = static_cast<size_t>(frame.owner.role);
  if (candidate->roles[role].valid()) return true;
  if (phrase.possessor.valid() && Bind(view, owner, phrase.possessor, candidate)) return true;
  for (FollowingPhrases next(view.syntax, phrase); next.valid(); next.Advance()) {
    const bool taken = std::find(candidate->roles.begin(), candidate->roles.end(), next.phrase()) !=
                       candidate->roles.end();
    if (taken || Asks(frame, next.preposition())) continue;
    if ((type.symmetric || rule.mutual) && flags_.Has(next.preposition(), kBetweenPreposition) &&
        view.syntax[next.phrase()].next.valid() && IsActor(view.syntax[next.phrase()])) {
      candidate->parties = next.phrase();
      candidate->slots += 2;
      return true;
    }
    // "of" belongs to the noun right before it: in "a meeting with the head of the bank" it is not
    // the meeting's.
    const bool of = flags_.Has(next.preposition(), kOfPreposition) && next.phrase() == phrase.of;
    const bool by = flags_.Has(next.preposition(), kByPreposition | kFromPreposition);
    if ((of || by) && Bind(view, owner, next.phrase(), candidate)) return true;
  }
  if ((type.symmetric || rule.mutual) && phrase.between.valid() &&
      view.syntax[phrase.between].next.valid() && IsActor(view.syntax[phrase.between])) {
    candidate->parties = phrase.between;
    candidate->slots += 2;
    return true;
  }
  if (phrase.country != NounPhrase::kNone && phrase.reading == Reading::kThing) {
    const bool own_word = !phrase.of.valid() || view.syntax[phrase.of].country != phrase.country;
    if (own_word && !phrase.possessor.valid()) {
      candidate->roles[role] = id;  // the noun's own nationality
      candidate->kinds[role] = SlotKind::kOwner;
      ++candidate->slots;
      return true;
    }
  }
  if (!phrase.clause.valid()) return false;
  const Clause& clause = view.syntax[phrase.clause];
  const bool adjunct = StandsBeside(view, flags_, id);
  const NounPhraseId list = phrase.first.valid() ? phrase.first : id;
  const bool behind_particle =
      phrase.position == NounPhrase::Position::kComplement && clause.verb.particle.valid() &&
      clause.verb.particle == phrase.preposition;  // "called off the visit"
  const bool object = (list == clause.patient || behind_particle) && !clause.verb.passive;
  // "an appeal to Chad was made by Oman"
  const bool done_by = list == clause.patient && clause.verb.passive && clause.agent.valid() &&
                       flags_.Has(clause.verb.lemma, kLightVerb) &&
                       !(type.speech_act && flags_.Has(clause.verb.lemma, kReceiving));
  if (done_by) return Bind(view, owner, clause.agent, candidate);
  if (!adjunct && !object) return false;
  // "condemned the attack on Oman", "after the attack, Chad": not the subject's own, unless the
  // verb is one of doing ("launched an attack").
  const bool does = object && flags_.Has(clause.verb.lemma, kLightVerb | kOwnDeed);
  if (!type.by_subject && !type.speech_act && !does) return false;
  if (adjunct && (view.At(clause.verb.head).classes & kBe) && !clause.verb.passive &&
      flags_.Has(phrase.preposition, kAfterPreposition))
    return false;  // "Syria was the third stop after a visit to Iraq": not Syria's
  // What is said has its speaker beside it, or the words are the place where the subject speaks:
  // "in a message to Oslo, he". "Thanked them for the message": not the subject's own.
  if (type.speech_act && frame.owner.role == Role::kSource &&
      !(adjunct && flags_.Has(phrase.preposition, kPlacePreposition)))
    return false;
  const NounPhraseId subject =
      adjunct ? (clause.agent.valid() ? clause.agent : clause.subject) : clause.agent;
  if (!subject.valid() || !Bind(view, owner, subject, candidate)) return false;
  // "Bagheri was grateful for the messages of condolence": they went to his country.
  if (frame.owner.kind == SlotKind::kAffected) candidate->kinds[role] = SlotKind::kState;
  return true;
}

bool FrameMatch::Nominal(const StoryView& view, const Frame& frame, NounPhraseId id,
                         const InnerEvents* inner, Candidate* candidate,
                         MatchFailure* failure) const {
  const NounPhrase& phrase = view.syntax[id];
  *candidate = Candidate();
  if (!HasModifiers(view, frame.modifiers, phrase)) return false;
  candidate->trigger = phrase.head;
  candidate->noun = id;
  candidate->clause = phrase.clause;
  candidate->voice = Voice::kNominal;
  bool all = true;
  const Argument* missing = nullptr;
  for (const Argument& argument : frame.arguments) {
    const bool met = argument.place == Argument::Place::kComplement
                         ? FindFollowing(view, argument, phrase, candidate)
                         : argument.place == Argument::Place::kContent && argument.has_slot &&
                               FindContentBehind(view, flags_, argument, id, inner, candidate);
    if (met && failure) ++failure->matched;
    if (met || argument.optional) continue;
    all = false;
    if (!missing) missing = &argument;
  }
  const bool owned = BindOwner(view, frame, id, candidate);
  const bool parties = candidate->parties.valid();  // "a call between X and Y" needs no "with Y"
  candidate->words = WordsOf(frame);
  if ((!all && !parties) || !owned) {
    candidate->loose = all || parties;
    if (failure) failure->wanted = missing;
    return false;
  }
  Lend(view.syntax, flags_, rules_.rules[frame.rule.value()], candidate);
  return true;
}

}  // namespace telex
