// Syntax: noun phrases, verb groups and clauses of a story, the skeleton on which event frames are
// laid.
//
// Written by the stages after the tokens: Tagger (classes), NameFinder (names and people), Chunker
// (items, noun phrases, verb groups) and ClauseReader (clauses). A clause has the same shape
// whatever its voice: an agent, a patient, and complements by preposition. One Syntax lives in a
// scratch and is reused; not shared between threads.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "pipeline/language/token.h"
#include "pipeline/rules/lexicon.h"
#include "pipeline/rules/word_class.h"
#include "pipeline/text/id.h"

namespace telex {

using NounPhraseId = Id<struct NounPhraseTag>;
using ClauseId = Id<struct ClauseTag>;
using PersonId = Id<struct StoryPersonTag>;
using HitId = Id<struct HitTag>;  // index into Layers::lexicon_hits

/// Somebody the story names. The fullest name, title and country that the story gives anywhere are
/// put together here.
struct StoryPerson {
  std::vector<WordId> words;  // of the fullest name, as written
  uint64_t key_set = 0;       // their name_keys, by the last six bits
  TokenRange name;            // where the fullest name stands
  TokenRange title;           // "Acting Minister of Foreign Affairs", may be empty
  uint32_t office = kNone;    // index into Lexicon::offices
  uint32_t country = kNone;   // index into Lexicon::countries
  uint32_t organization = kNone;
  uint32_t listed = kNone;  // index into Lexicon::people
  TokenIndex first = 0;     // first mention

  static constexpr uint32_t kNone = 0xffffffffu;
};

/// A person's name in the text, with the titles around it that belong to it.
struct NameMention {
  TokenRange range;  // "Turkish Foreign Minister Hakan Fidan"
  TokenRange name;   // "Hakan Fidan"
  PersonId person;
};

/// What a noun phrase stands for, as far as it can be told without looking back.
enum class Reading : uint8_t {
  kThing,         // a crime, a meeting, readiness
  kPerson,        // named: `person`
  kName,          // a capitalised name that nothing is known about
  kCountry,       // `country`
  kOrganization,  // `organization`, or unlisted (kNone) with its own words as name
  kRole,          // people or bodies by what they are: Turkish officials, the minister, protesters
  kPronoun,
  kPlace,  // `place`
};

struct NounPhrase {
  static constexpr uint32_t kNone = 0xffffffffu;

  TokenRange range;  // without a possessor before it
  TokenIndex head = 0;
  Reading reading = Reading::kThing;
  bool plural = false;
  bool definite = false;    // the, this, both, or a possessor
  bool indefinite = false;  // a, another, any: nobody known before
  bool content = false;     // takes an infinitive: a refusal, a plan to
  bool inanimate = false;   // nobody by himself: "it", a ministry, "FY24"
  PersonId person;
  uint32_t country = kNone;  // the country named, or the one a role belongs to
  uint32_t organization = kNone;
  uint32_t office = kNone;
  uint32_t place = kNone;
  uint32_t sector = kNone;  // index into Lexicon::sectors
  uint32_t number = 0;      // "two ministers"
  NounPhraseId possessor;   // Turkey's …, his …
  NounPhraseId of;          // … of Turkey
  NounPhraseId between;  // the parties, where they stand behind the verb: "talks were held between"
  NounPhraseId made_by;  // "a plan *proposed by Oman*"
  NounPhraseId next;     // the next member of a coordination
  NounPhraseId first;    // the first member, for those after it
  NounPhraseId possessed;  // of a possessor: what it possesses
  // Where it stands in its clause.
  enum class Position : uint8_t { kNone, kSubject, kObject, kComplement };
  Position position = Position::kNone;
  ClauseId clause;
  TermId preposition;
  uint32_t item = kNoItem;  // index into Syntax::items; a possessor has none of its own

  static constexpr uint32_t kNoItem = kNone - 1;  // nothing stands before it, or behind it
};

struct VerbGroup {
  enum class Form : uint8_t { kFinite, kInfinitive, kGerund, kParticiple };
  TokenRange range;     // "has not been holding"
  TokenIndex head = 0;  // "holding"
  TermId lemma;         // none where no rule knows the verb
  Form form = Form::kFinite;
  bool passive = false;
  bool negated = false;
  bool past = false;
  bool perfect = false;
  TermId modal;                   // will, may
  TermId particle;                // called off
  bool maybe_participle = false;  // "proposed": past tense, or a participle after its noun
};

/// The parts of a sentence in order.
struct Item {
  enum class Kind : uint8_t {
    kNounPhrase,
    kVerbGroup,
    kPreposition,
    kComma,
    kCoordinator,
    kSubordinator,
    kRelative,
    kThat,
    kQuote,
    kBreak,
    kOther,
  };
  Kind kind = Kind::kOther;
  TokenRange range;
  uint32_t index = 0;  // noun phrase or verb group
  TermId term;         // preposition, subordinator …
};

struct Complement {
  TermId preposition;
  NounPhraseId phrase;
  bool fronted = false;  // the verb's own though it stands before it: "With Chad, Oman held talks"
};

/// The prepositional phrases of a clause in text order. A clause with more than it holds keeps the
/// first ones: frames name at most a few, and memory stays flat.
class Complements {
 public:
  static constexpr size_t kMost = 12;
  void Add(Complement complement) {
    if (size_ < kMost) items_[size_++] = complement;
  }
  const Complement* begin() const { return items_.data(); }
  const Complement* end() const { return items_.data() + size_; }
  size_t size() const { return size_; }

 private:
  std::array<Complement, kMost> items_;
  uint8_t size_ = 0;
};

enum class Voice : uint8_t {
  kActive,
  kPassive,
  kReducedPassive,
  kSubjectRelative,
  kObjectRelative,
  kParticiple,
  kInfinitive,
  kInversion,
  kNominal,
};
const char* VoiceName(Voice voice);

struct Clause {
  enum class Relation : uint8_t {
    kMain,
    kContent,
    kRelative,
    kParticiple,
    kInfinitive,
    kAdjunct,
    kCoordinate
  };
  VerbGroup verb;
  Voice voice = Voice::kActive;
  Relation relation = Relation::kMain;
  NounPhraseId subject;  // as written, for those who share it
  NounPhraseId agent;    // who does it, whatever the voice
  NounPhraseId patient;  // whom or what it is done to
  NounPhraseId second;   // a second object: "gave them *aid*"
  ClauseId parent;       // the clause it depends on: speech for content, control for an infinitive
  ClauseId governor;     // infinitive or adjunct gerund: the clause whose verb governs it
  TermId introducer;     // the preposition or subordinator before it (after, without, if)
  uint32_t sentence = 0;
  TokenRange range;  // from its first to its last token
  Complements complements;
};

struct Syntax {
  std::vector<ClassSet> classes;  // by token: what it is here
  std::vector<uint32_t>
      first_hit;  // by token: index of the first lexicon hit that starts here, or kNone
  std::vector<KindSet> hit_kinds;   // by token: the kinds of the lexicon hits that start here
  std::vector<uint32_t> date_at;    // by token: index of the date mention that covers it, or kNone
  std::vector<StoryPerson> people;  // by PersonId
  std::vector<NameMention> names;   // not overlapping; strong names first, then the story's
  std::vector<uint32_t>
      name_at;  // by token: index into `names` of the mention that covers it, or kNone
  std::vector<uint32_t>
      phrase_at;  // by token: noun phrase that covers it (its own words), or kNone
  std::vector<Item> items;
  std::vector<NounPhrase> phrases;  // by NounPhraseId
  std::vector<VerbGroup> verbs;
  std::vector<Clause> clauses;  // by ClauseId
  struct Extent {               // one sentence's share of items, phrases and clauses
    uint32_t first_item = 0, last_item = 0;
    uint32_t first_phrase = 0, last_phrase = 0;
    uint32_t first_clause = 0, last_clause = 0;
  };
  std::vector<Extent> sentences;

  static constexpr uint32_t kNone = 0xffffffffu;

  const NounPhrase& operator[](NounPhraseId id) const { return phrases[id.value()]; }
  NounPhrase& operator[](NounPhraseId id) { return phrases[id.value()]; }
  const Clause& operator[](ClauseId id) const { return clauses[id.value()]; }
  Clause& operator[](ClauseId id) { return clauses[id.value()]; }

  void clear() {
    classes.clear();
    first_hit.clear();
    hit_kinds.clear();
    date_at.clear();
    people.clear();
    names.clear();
    name_at.clear();
    phrase_at.clear();
    items.clear();
    phrases.clear();
    verbs.clear();
    clauses.clear();
    sentences.clear();
  }
};

}  // namespace telex
