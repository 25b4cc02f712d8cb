// RuleSet: everything that was read from a rules directory, compiled and immutable.
//
//     Diagnostics diagnostics;
//     auto rules = LoadRules("rules", diagnostics);      // never throws; reports every mistake of
//     every file if (diagnostics.HasErrors()) …
//
// Thread-safety: const after LoadRules; share one `shared_ptr<const RuleSet>` between any number of
// threads. Sources of the parts: lexicons -> Lexicon, language/ -> the word tables, events/ ->
// rules and frames, names.yaml, context.yaml, coding/ -> the structs below.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "grammars/date.h"
#include "pipeline/rules/coding_tables.h"
#include "pipeline/rules/diagnostic.h"
#include "pipeline/rules/frame.h"
#include "pipeline/rules/lexicon.h"
#include "pipeline/rules/morphology.h"
#include "pipeline/rules/pattern.h"
#include "pipeline/rules/pattern_keys.h"
#include "pipeline/rules/regexes.h"
#include "pipeline/rules/term_set.h"
#include "pipeline/rules/vocabulary.h"
#include "pipeline/rules/word_class.h"

namespace telex {

enum class EventStatus : uint8_t { kActual, kPlanned, kNegated, kPossible };

/// An event type of rules/ontology.yaml.
struct EventType {
  std::string name;
  std::string about;
  bool symmetric = false;
  bool alone = false;  // symmetric, and one party may stand for all: "agreed to reopen the border"
  bool speech_act = false;  // made by saying it: "rejected the proposal by X" tells that X proposed
  bool by_subject =
      false;             // its noun is the deed of its clause's subject: "after a visit to Oman, X"
  bool journey = false;  // a visit: who meets the host meets him there
  bool on_site = false;  // takes place where those are who take part
  bool at_scene = false;       // done by others to the state that a story is written in
  bool addressed = false;      // a speech act to somebody who hears it: a pledge, no rejection
  bool on_content = false;     // done to those whom its content is about: "refused to pay Oman"
  bool domestic = false;       // as a rule between those of one state, where one is not known
  bool at_home = false;        // against one's own state, where nobody is named: a protest
  bool at_place = false;       // against the state of the place, where that is not one's own
  bool adverse = false;        // against somebody: who meets in it is at odds
  bool between = false;        // done to the parties of what is told beside it: a mediation
  bool in_target = false;      // takes place in the state that it is done to: an attack on Oman
  bool at_goal = false;        // takes place where somebody is sent: a deployment to Oslo
  std::vector<TypeId> over;    // wider types that this one wins over on the same words
  std::vector<TypeId> undoes;  // what is ended by it: of a release, an arrest
  uint32_t rank = 0;           // one more than that of any type it wins over
};

struct Example {
  enum class Kind : uint8_t { kText, kNot, kNone, kTodo };
  Kind kind = Kind::kText;
  std::string text;
  std::vector<std::pair<std::string, std::string>>
      expect;  // role (or "status") -> what it must say
  SourcePlace place;
};

/// One pattern of a rule, as written.
struct RulePattern {
  enum class Kind : uint8_t { kSentence, kNoun, kPhrase, kSpeech };
  Kind kind = Kind::kSentence;
  std::string text;
  SourcePlace place;     // of the pattern's first byte
  PatternSequence tree;  // while rules load; empty afterwards
};

/// `target: what.source`: a role that no slot filled is taken from the inner event.
struct Lending {
  Role to = Role::kTarget;
  Role from = Role::kTarget;
};

struct Rule {
  RuleId id;
  std::string name;  // "phone_call/hold-call"
  TypeId type;
  std::string about;
  SourcePlace place;
  bool nominal = true;                // or the noun of a light verb is no event by itself
  bool mutual = false;                // both sides do it to each other: "X and Y clashed"
  bool by_speaker = false;            // whoever says that it is so is the source
  std::optional<bool> alone;          // symmetric types: says it in place of EventType::alone
  std::optional<EventStatus> status;  // whatever the context says, unless it holds the event back
  std::vector<RulePattern> patterns;
  std::vector<RulePattern> never, only;
  std::vector<Lending> lendings;  // the first that there is counts
  std::vector<Example> examples;
  std::vector<Phrase> phrases;        // compiled from `phrase:` patterns
  std::vector<Phrase> never_phrases;  // compiled from `never:`
  std::vector<Phrase> only_phrases;   // compiled from `only:`
};

enum class Gender : uint8_t { kAny, kMale, kFemale, kThing, kPerson };
struct PronounFeatures {
  bool plural = false;
  Gender gender = Gender::kAny;
  uint8_t person = 3;
};

/// Whom a word of rank ("diplomat") or of kind ("group") may mean (rules/lexicons/role_words.yaml).
struct RoleWord {
  std::vector<uint32_t> offices;     // indexes into Lexicon::offices, the highest first
  std::vector<std::string> sectors;  // of the office, or of the organisation
  TermSet titles;                    // words before the name
};

/// Vocabulary of the date grammar (rules/language/dates.yaml).
struct DateWords {
  std::unordered_map<TermId, int> weekdays;  // Monday = 1 … Sunday = 7
  std::unordered_map<TermId, int> months;    // January = 1
  std::unordered_map<TermId, int> units;     // a DateExpression::Unit, + 32 in the plural
  std::unordered_map<TermId, int> numbers;
  std::unordered_map<TermId, int> ordinals;
  std::unordered_map<TermId, int> prefixes;  // "mid": a DateExpression::Modifier
  TermSet ordinal_endings;
  TermSet ahead_words, ahead_prepositions;  // "scheduled … Friday", "for Friday": the next one
  TermSet past_modals;                      // would, could: they look nowhere
  TermSet past_auxiliaries;                 // did, was
  /// What every other single word is to the grammar, and these too but months and weekdays, which
  /// need a capital.
  std::unordered_map<TermId, DateInput> words;
  /// Several words that are one to the grammar; an entry is an index into `phrase_words`.
  PhraseTrie phrases;
  std::vector<DateInput> phrase_words;
};

/// One ordered rule of language/word_classes.yaml. An empty set stands for "anything".
struct WordClassRule {
  std::string id;
  ClassSet when = 0;  // the word can be all of these …
  ClassSet left = 0;  // … and the word before it is one of these
  ClassSet left2 = 0;
  ClassSet right = 0;
  ClassSet right2 = 0;
  ClassSet read = 0;  // then it is this
  TermSet words;      // only for these words, if not empty
};

struct NameRule {
  std::string id;
  SourcePlace place;
  std::vector<Phrase> phrases;
  std::vector<RulePattern> patterns;
  std::vector<Example> examples;  // `expect` may have name, title and country
};

/// What stands over an event and changes it (rules/context.yaml).
struct ContextCue {
  enum class Kind : uint8_t { kModal, kIntroducer, kGovernor, kModifier, kAdverb, kMark };
  // How the event hangs on its governor; bits.
  enum Link : uint8_t { kInfinitive = 1, kGerund = 2, kNoun = 4, kClause = 8 };
  std::string id;
  Kind kind = Kind::kGovernor;
  // Modals, words before a clause (if, without), governing verbs (lemmas), adjectives before the
  // event's noun.
  TermSet words;
  TermSet nouns;            // governing nouns (lemmas)
  TermSet particles;        // "call off": one of these must follow the governor, if not empty
  TermSet adjectives;       // governors behind "be" only: is *ready* to
  uint8_t takes = 0;        // the links for which the cue holds; 0 is all
  bool hold = false;        // the inner event does not come out
  bool historical = false;  // what is remembered: the anniversary of a bombing
  bool shares = false;      // introducers: what stands over their clause stands over the event too
  bool condition = false;   // introducers: what would follow is no more than possible
  bool passive = false;     // governors: their passive alone, "is said to"
  bool unreal = false;      // modals: would, could; with a perfect tense it did not happen
  EventStatus status = EventStatus::kActual;
};

/// What a story can be about that gives no events (rules/topics.yaml).
struct Topic {
  std::string id;
  TermSet strong, words;
  double times = 1;    // as many points as public affairs have
  uint32_t years = 0;  // a year up to this one is a strong word
};
struct TopicRules {
  uint32_t least = 0;  // points that a topic needs
  uint32_t most = 0;   // points of public affairs that no topic outweighs
  uint32_t lead = 0;   // … in the headline and the first sentence
  std::vector<Topic> topics;
  Topic affairs;
};

struct RuleSet {
  RuleSet() = default;
  RuleSet(const RuleSet&) = delete;
  RuleSet& operator=(const RuleSet&) = delete;

  Vocabulary vocabulary;
  Morphology morphology;
  Lexicon lexicon;
  std::vector<EventType> types;

  std::unordered_map<TermId, ClassSet> function_words;
  std::unordered_map<TermId, TermId>
      short_forms;  // "n't" -> "not", "wo" -> "will": halves of "won't"
  std::unordered_map<TermId, PronounFeatures> pronouns;
  std::vector<std::vector<TermId>> approximators;  // "at least": each the words of one
  std::vector<std::vector<TermId>> joiners;        // "along with": what joins a second subject
  std::unordered_map<TermId, RoleWord> role_words, body_words;
  std::unordered_map<std::string, TermSet>
      word_lists;  // function_words.yaml `lists:`: speech, object_control, …
  TermSet light_verbs;
  TermSet abbreviations_never_end, abbreviations_may_end;
  TermSet agencies;
  DateWords dates;
  std::vector<WordClassRule> word_class_rules;

  std::vector<NameRule> names;
  std::vector<ContextCue> cues;
  CodingTables coding;
  TopicRules topics;

  std::vector<Rule> rules;
  std::vector<Frame> frames;  // by FrameId
  std::unordered_map<TermId, std::vector<FrameId>>
      by_verb;  // head lemma -> frames, in FrameId order
  std::unordered_map<TermId, std::vector<FrameId>> by_noun;
  PatternKeys keys;               // what frames and phrases cannot do without
  std::vector<FrameId> by_regex;  // frames whose head is a regular expression
  Regexes regexes;                // of all patterns

  std::string hash;  // of every file's bytes and name, 16 hex digits
  size_t file_count = 0;

  static auto Parts(auto& it) {
    return std::tie(it.vocabulary, it.morphology, it.lexicon, it.types, it.function_words,
                    it.short_forms, it.pronouns, it.approximators, it.joiners, it.role_words,
                    it.body_words, it.word_lists, it.light_verbs, it.abbreviations_never_end,
                    it.abbreviations_may_end, it.agencies, it.dates, it.word_class_rules, it.names,
                    it.cues, it.coding, it.topics, it.rules, it.frames, it.by_verb, it.by_noun,
                    it.keys, it.by_regex, it.regexes, it.hash, it.file_count);
  }

  /// "won't" is "will" and "not", "we're" is "we" and "are": texts have such words as two.
  struct Contraction {
    size_t cut;    // bytes of the word that are the first's
    TermId first;  // what the first is read as; it is written so where it is no short form
    TermId second;
    bool first_is_short;  // "wo"
  };
  /// Of a folded word.
  std::optional<Contraction> FindContraction(std::string_view word) const;

  const TermSet& List(std::string_view name) const;  // empty if there is none
  TypeId FindType(std::string_view name) const;
  RuleId FindRule(
      std::string_view name) const;  // "phone_call/hold-call", or "hold-call" where it is unique
};

/// Reads every file below `directory`. Mistakes of authors go to `diagnostics` (all of them, of all
/// files). Returns nullptr only where nothing could be read at all (a diagnostic says why).
std::shared_ptr<const RuleSet> LoadRules(const std::string& directory, Diagnostics& diagnostics);

/// Compiles the trees of a rule's `sentence:` and `noun:` patterns to frames, and appends them to
/// `rules.frames`. Lists are resolved already: `lists` maps a list name to its words. Mistakes go
/// to `diagnostics`.
struct RuleWords {
  std::unordered_map<std::string, std::vector<std::string>> lists;
};
void CompileFrames(Rule& rule, const RuleWords& words, RuleSet& rules, Diagnostics& diagnostics);
/// Compiles a tree for matching over tokens (`phrase:`, `never:`, name rules).
Phrase CompilePhrase(const RulePattern& pattern, const RuleWords& words, RuleSet& rules,
                     Diagnostics& diagnostics);

}  // namespace telex
