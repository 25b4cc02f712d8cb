// NameFinder: the people of a story, and where the text names them.
//
// Stage after the lexicon hits. First the strong names: the title-and-name rules of
// rules/names.yaml, people whom the lexicon lists, and capitalised words that begin with a given
// name. Then the story's names: a surname alone, a name in another length, is joined to the person
// it belongs to, also where the full name comes later. Writes Syntax::people, names, name_at,
// first_hit and date_at. Immutable; Run may be called from any number of threads.
#pragma once

#include <string_view>
#include <vector>

#include "pipeline/language/layers.h"
#include "pipeline/language/name_patterns.h"
#include "pipeline/language/phrase_matcher.h"
#include "pipeline/language/syntax.h"
#include "pipeline/language/term_flags.h"
#include "pipeline/language/words.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

class NameFinder {
 public:
  NameFinder(const RuleSet& rules, const TermFlags& flags);
  /// `date` (ISO, may be empty) decides which office a listed person held.
  void Run(const WordTable& words, const Layers& layers, std::string_view date,
           Syntax& syntax) const;

 private:
  struct Survey;  // what a sentence has, names.cc
  struct View;    // one run's inputs, names.cc

  // What a word tells that stands in a name or beside it.
  enum Cue : uint16_t {
    kThing = 1 << 0,           // list `thing_nouns`: a name that ends so is a street's, a prize's
    kPersonParticle = 1 << 1,  // list `person_particles`: bin, van, of people alone
    kMaker = 1 << 2,           // list `maker_nouns`: maker, carrier, of companies
    kPersonTitle = 1 << 3,     // list `person_titles`: coach, of people before their names
    kWho = 1 << 4,             // list `person_relatives`: who
    kJoiner = 1 << 5,          // list `company_joiners`: the & of "Hargrove & Sons"
    kWicket = 1 << 6,          // list `wickets`: lbw of a scoreboard, between two names
    kOutcome = 1 << 9,         // list `wicket_outcomes`: run (out), not (out), behind one
    kSaint = 1 << 7,           // list `saints`: the St. of "St. Brieuc", a place
    kFeat = 1 << 8,            // list `personal_feats`: what a team or a company does not do
  };
  // What one word of a run looks like.
  struct Nature {
    bool given = false, surname = false, surname_first = false, listed = false, initial = false;
    bool thing = false;  // a state, a place, a body
    bool word = false;   // of the dictionary, and none of these
  };

  void Look(const View& view, const Sentence& sentence, Survey& survey) const;
  NamePatterns::Set PatternsAt(const View& view, const NamePatterns& patterns, TokenIndex token,
                               uint64_t kinds, bool starts, TokenIndex limit) const;
  void IndexHits(const Layers& layers, Syntax& syntax) const;
  void FindStrongNames(const View& view, const Sentence& sentence, Survey& survey,
                       Syntax& syntax) const;
  static bool IsInCapitals(const View& view, const Sentence& sentence);
  void FindStoryNames(const View& view, const Sentence& sentence, Syntax& syntax) const;
  TokenIndex NameRun(const View& view, TokenIndex begin, TokenIndex limit) const;
  TokenIndex NicknameEnd(const View& view, TokenIndex open, TokenIndex limit) const;
  TokenIndex ScanNameRun(const View& view, TokenIndex begin, TokenIndex limit) const;
  uint64_t KindsAt(const View& view, TokenIndex token, TokenIndex limit) const;
  template <class Try>
  bool SlotEnds(const View& view, const Slot& slot, TokenIndex token, TokenIndex limit,
                const Try& try_end) const;
  bool PartedByComma(const View& view, TokenRange range, TokenIndex limit,
                     const PhraseBindings& bindings) const;
  bool AddMentions(const View& view, TokenRange range, const PhraseBindings& bindings,
                   Syntax& syntax) const;
  bool AddMention(const View& view, TokenRange range, TokenRange name,
                  const PhraseBindings& bindings, Syntax& syntax) const;
  TokenIndex PortfolioEnd(const View& view, TokenIndex begin, TokenIndex limit) const;
  TokenRange Bare(const View& view, TokenRange name) const;
  bool IsGivenName(const View& view, TokenIndex token) const;
  bool StartsHonorific(const View& view, TokenIndex token) const;
  bool IsGivenMonth(const View& view, TokenIndex token, TokenIndex limit) const;
  bool HasCue(TermId term, uint16_t cues) const {
    return term.valid() && (cues_[term.value()] & cues) != 0;
  }
  Nature NatureOf(const View& view, TokenIndex token) const;
  bool MayBeName(const View& view, TokenRange name) const;
  bool IsPeopleWord(const Word& word) const;
  bool IsPersonWord(const View& view, TokenIndex token) const;
  bool IsListed(const View& view, TokenRange run, TokenIndex limit) const;
  bool InBrackets(const View& view, TokenIndex token) const;
  bool IsAmongPeople(const View& view, TokenRange run, TokenIndex limit) const;
  bool HasScores(const View& view, TokenRange run, TokenIndex limit) const;
  TokenRange WithParticles(const View& view, TokenRange name) const;
  bool SurroundsPerson(const View& view, TokenRange run, TokenIndex limit) const;
  TokenRange PersonIn(const View& view, TokenIndex begin, TokenIndex end, TokenIndex limit) const;
  static bool IsInitials(const Word& word);
  static size_t Fullness(const View& view, TokenRange name);
  static uint64_t KeySetOf(const View& view, TokenRange name);
  TokenIndex BeforeSuffix(const View& view, TokenRange name) const;
  PersonId FindPerson(const View& view, TokenRange name, bool strong, const Syntax& syntax) const;
  PersonId FindListed(const View& view, TokenRange name, const Syntax& syntax) const;
  void Describe(const View& view, const PhraseBindings& bindings, StoryPerson& person) const;
  void DescribeAtHome(const View& view, Syntax& syntax) const;
  void DescribeByNeighbour(const View& view, TokenIndex begin, StoryPerson& person) const;
  bool HeldOffice(const View& view, uint32_t listed) const;
  void DescribeListed(const View& view, uint32_t listed, StoryPerson& person) const;

  const RuleSet& rules_;
  const TermFlags& flags_;
  std::vector<NamePatterns> patterns_;  // of names.yaml, in its order, as many as one takes in each
  std::vector<uint16_t> cues_;          // by TermId: of Cue
};

}  // namespace telex
