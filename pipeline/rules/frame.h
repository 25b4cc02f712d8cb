// Frame: what a `sentence:` or `noun:` of a rule compiles to, free of word order and voice.
//
// A frame has a head (verb lemmas, perhaps with a particle; or noun lemmas), and arguments:
// subject, object, prepositional complements in any order. The clause stage reads text into the
// same shape, so a frame is met by comparing arguments, whatever the voice. A frame of a light verb
// with its noun ("hold a call with") also lives as a noun frame. Immutable.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/rules/vocabulary.h"

namespace telex {

using RuleId = Id<struct RuleTag>;
using FrameId = Id<struct FrameTag>;
using RegexId = Id<struct RegexTag>;  // bit of a word's regex mask, see RuleSet::regexes

/// Alternatives for one word. A lemma matches any of its forms, an exact form only itself.
struct WordSet {
  std::vector<TermId> lemmas;
  std::vector<TermId> exact;
  std::vector<RegexId> regexes;
  // A bit for the last six of each term, all where there are expressions: most words that are not
  // in the set are told by it, without a look at the lists. Set once the rules are read
  // (IndexWords).
  uint64_t signs = ~uint64_t{0};

  bool empty() const { return lemmas.empty() && exact.empty() && regexes.empty(); }
  /// False where the set surely has no such term.
  bool MayHave(TermId term) const { return (signs & SignOf(term)) != 0; }
  /// The bit of a term; that of no term is as good as any.
  static constexpr uint64_t SignOf(TermId term) { return uint64_t{1} << (term.value() & 63); }
};

enum class SlotKind : uint8_t {
  // of event rules
  kActor,
  kPerson,
  kPlace,
  kThing,
  kEvent,
  kClause,
  kOwner,
  kAffected,
  kState,  // the state of whoever it is: a summoned envoy's
  // of name rules (rules/names.yaml)
  kName,
  kOffice,
  kModifier,
  kCountry,
  kOrganization,
  kHonorific,
};

enum class Role : uint8_t { kSource, kTarget, kPlace, kTopic, kWhat };

struct Slot {
  Role role = Role::kSource;
  SlotKind kind = SlotKind::kActor;
  uint64_t types = 0;  // kEvent: a bit for each type (TypeId) that the inner event may have
};

struct Argument {
  enum class Place : uint8_t {
    kSubject,
    kObject,
    kSecond,      // behind the object: "held X *responsible*"
    kComplement,  // behind a preposition
    kContent,     // an infinitive whose verb is one of `noun`: "offered to *meet*"; or the inner
                  // event or content of a slot
  };
  Place place = Place::kObject;
  WordSet prepositions;   // kComplement: any of these
  bool has_slot = false;  // either a slot …
  Slot slot;
  WordSet
      noun;  // … or a noun phrase with this head, or both: "<target> 's $noun", an owner's thing
  std::vector<WordSet> modifiers;  // each of which stands in the phrase before the head
  bool optional = false;
  bool infinitive = false;  // kContent behind prepositions: "to" is one of them

  /// True where the words of a noun are asked for.
  bool has_noun() const { return !has_slot || !noun.empty(); }
  /// True where an inner event is asked for.
  bool inner() const { return has_slot && slot.kind == SlotKind::kEvent; }
};

struct Frame {
  enum class Head : uint8_t {
    kVerbal,
    kNominal,
    kSpoken,  // `speech:`: words are the auxiliary of what is said, owner its subject
  };
  FrameId id;
  RuleId rule;
  Head head = Head::kVerbal;
  WordSet words;                    // the verb, or the noun
  TermId particle;                  // "phone in"
  std::vector<WordSet> modifiers;   // kNominal: must stand before the head noun
  std::vector<Argument> arguments;  // subject first
  uint32_t pattern = 0;             // which pattern of the rule, for messages
  bool nominal_of_light = false;    // made from "light verb + noun"
  bool composed = false;            // an argument is an inner event
  Slot owner;  // kNominal: what the noun's possessor, "by" phrase … is; kSpoken: the subject
};

/// An element of a `phrase:` or `never:`, matched over tokens as written.
struct PhraseElement {
  enum class Kind : uint8_t { kWord, kSlot, kGap, kGroup };
  Kind kind = Kind::kWord;
  WordSet words;
  Slot slot;
  std::vector<std::vector<PhraseElement>> alternatives;  // kGroup
  bool optional = false;
};

using Phrase = std::vector<PhraseElement>;

inline constexpr uint32_t kMostGap = 6;  // tokens that `...` of a phrase passes

}  // namespace telex
