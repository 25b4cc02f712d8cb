// A small RuleSet made by hand, for tests of the language floor that must not depend on the rules
// directory.
#pragma once

#include <initializer_list>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/rules/load.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

class SmallRules {
 public:
  SmallRules() {
    Functions();
    Dates();
    Names();
    for (const char* word :
         {"lt", "gen", "dr", "mr", "mrs", "prof", "sen", "no", "vs", "st", "art", "e.g"}) {
      rules.abbreviations_never_end.insert(Term(word));
    }
    for (const char* word : {"u.s", "u.n", "a.m", "p.m", "inc", "corp", "jr", "etc"})
      rules.abbreviations_may_end.insert(Term(word));
    for (const char* name : {"ip", "iran press", "ap", "reuters", "mna", "xyz"})
      rules.agencies.insert(Term(name));
    for (const char* domain : {"com", "org", "ir"})
      rules.word_lists["domains"].insert(Term(domain));
    for (const char* letter : {"s", "z", "x"})
      rules.word_lists["plural_endings"].insert(Term(letter));
    for (const char* verb : {"say", "tell", "add"}) rules.word_lists["speech"].insert(Term(verb));
    for (const char* verb : {"visit", "talk", "meet", "come", "leave", "sign"})
      rules.morphology.AddLemma(verb, {kBase | kNoun, 5, 9, 0, 0});
    for (const char* verb : {"say", "tell", "add"})
      rules.morphology.AddLemma(verb, {kBase, 0, 90, 0, 0});
    rules.morphology.AddLemma("art", {kNoun, 30, 0, 0, 0});
    rules.morphology.AddForm("said", "say", kPast | kParticiple);
    rules.morphology.AddForm("told", "tell", kPast | kParticiple);
  }

  TermId Term(std::string_view text) { return rules.vocabulary.Intern(text); }

  void Add(EntryKind kind, std::string_view phrase, Spelling spelling = Spelling::kCapital) {
    std::vector<TermId> terms;
    std::istringstream words{std::string(phrase)};
    for (std::string word; words >> word;) terms.push_back(Term(word));
    const EntryId entry(rules.lexicon.entries.size());
    rules.lexicon.entries.push_back({kind, 0, spelling});
    rules.lexicon.phrases.Add(terms, entry);
  }

  RuleSet rules;

 private:
  void Class(ClassSet classes, std::initializer_list<const char*> words) {
    for (const char* word : words) rules.function_words[Term(word)] |= classes;
  }
  void Functions() {
    Class(kDeterminer, {"the", "a", "an", "this", "that", "every", "no"});
    Class(kPronoun, {"he", "she", "it", "they", "we", "i"});
    Class(kPossessivePronoun, {"his", "its", "their"});
    Class(kPreposition, {"in", "on", "of", "at", "to", "by", "for", "with", "since", "during",
                         "until", "after", "before", "from", "under", "between"});
    Class(kSubordinator, {"after", "before", "since", "while"});
    Class(kCoordinator, {"and", "or", "but"});
    Class(kBe, {"is", "was", "are"});
    Class(kDo, {"do", "does"});
    Class(kModal, {"may", "will"});
    Class(kNot, {"not"});
    Class(kExistential, {"there"});
    const std::pair<const char*, const char*> kShortForms[] = {
        {"'re", "are"}, {"'ll", "will"}, {"n't", "not"}, {"wo", "will"}};
    for (const auto& [part, whole] : kShortForms) rules.short_forms[Term(part)] = Term(whole);
    rules.pronouns[Term("he")] = {false, Gender::kMale, 3};
    rules.pronouns[Term("it")] = {false, Gender::kThing, 3};
  }
  // The words of dates are those that Telex comes with.
  void Dates() {
    Diagnostics diagnostics;
    const RuleFiles files = RuleFiles::Read(TELEX_SOURCE_DIR "/rules", diagnostics);
    Loading loading{files, rules, diagnostics, {}, {}, {}, {}};
    LoadDates(loading);
  }
  void Names() {
    for (const char* name : {"iran", "turkey", "china", "russia", "lebanon", "united states"})
      Add(EntryKind::kCountry, name);
    for (const char* name : {"u.s.", "us"}) Add(EntryKind::kCountry, name, Spelling::kExact);
    for (const char* name : {"iranian", "turkish", "israeli", "palestinian"})
      Add(EntryKind::kNationality, name);
    for (const char* name : {"tehran", "ankara", "washington", "beirut", "geneva"}) {
      Add(EntryKind::kCapital, name);
      Add(EntryKind::kPlace, name);
    }
    Add(EntryKind::kPlace, "new york");
    Add(EntryKind::kPlace, "gulf of oman");
    Add(EntryKind::kOrganization, "al-qaeda");
    Add(EntryKind::kOrganization, "un", Spelling::kExact);
    Add(EntryKind::kOffice, "foreign minister", Spelling::kAny);
    Add(EntryKind::kOffice, "minister", Spelling::kAny);
    Add(EntryKind::kOffice, "under secretary", Spelling::kAny);
    Add(EntryKind::kHonorific, "lt. gen.");
    Add(EntryKind::kCountry, "guinea-bissau");
    Add(EntryKind::kPerson, "ursula von der leyen");
  }
};

}  // namespace telex
