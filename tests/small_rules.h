// A small RuleSet made by hand, for tests of the language floor that must not depend on the rules
// directory.
#pragma once

#include <initializer_list>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

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
    for (const char* verb : {"say", "tell", "add"}) rules.word_lists["speech"].insert(Term(verb));
    for (const char* verb : {"visit", "talk", "meet", "come", "leave", "sign"})
      rules.morphology.AddLemma(verb, {kBase | kNoun, 5, 9, 0, 0});
    for (const char* verb : {"say", "tell", "add"})
      rules.morphology.AddLemma(verb, {kBase, 0, 90, 0, 0});
    rules.morphology.AddLemma("art", {kNoun, 30, 0, 0, 0});
    rules.morphology.AddForm("said", {"say", kPast | kParticiple});
    rules.morphology.AddForm("told", {"tell", kPast | kParticiple});
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
    Class(kModal, {"may", "will", "wo"});
    Class(kNot, {"not", "n't"});
    Class(kExistential, {"there"});
    rules.pronouns[Term("he")] = {false, Gender::kMale, 3};
    rules.pronouns[Term("it")] = {false, Gender::kThing, 3};
  }
  void Numbers(std::unordered_map<TermId, int>& map, std::initializer_list<const char*> words,
               int from = 1) {
    for (const char* word : words) map[Term(word)] = from++;
  }
  void Texts(std::unordered_map<TermId, std::string>& map,
             std::initializer_list<std::pair<const char*, const char*>> rows) {
    for (const auto& [word, text] : rows) map[Term(word)] = text;
  }
  void Dates() {
    DateWords& dates = rules.dates;
    Numbers(dates.weekdays,
            {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});
    Numbers(dates.weekdays, {"mon", "tue", "wed", "thu", "fri", "sat", "sun"});
    Numbers(dates.months, {"january", "february", "march", "april", "may", "june", "july", "august",
                           "september", "october", "november", "december"});
    Numbers(dates.months,
            {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});
    Numbers(dates.numbers,
            {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"});
    dates.numbers[Term("a")] = dates.numbers[Term("an")] = 1;
    dates.numbers[Term("twenty")] = 20;
    Numbers(dates.ordinals, {"first", "second", "third", "fourth", "fifth", "sixth", "seventh"});
    for (const char* unit :
         {"minute", "hour", "day", "week", "weekend", "month", "quarter", "year", "decade"}) {
      dates.units[Term(unit)] = unit;
      dates.units[Term(std::string(unit) + "s")] = unit;
    }
    Texts(dates.parts, {{"morning", "MO"},
                        {"afternoon", "AF"},
                        {"evening", "EV"},
                        {"night", "NI"},
                        {"tonight", "NI"}});
    dates.relative_days = {
        {Term("today"), 0}, {Term("tonight"), 0}, {Term("yesterday"), -1}, {Term("tomorrow"), 1}};
    dates.directions = {{Term("last"), -1},
                        {Term("past"), -1},
                        {Term("this"), 0},
                        {Term("next"), 1},
                        {Term("coming"), 1}};
    for (const char* word : {"ago", "earlier", "before"}) dates.ago.insert(Term(word));
    for (const char* word : {"later", "after"}) dates.later.insert(Term(word));
    Texts(dates.more["edges"], {{"early", "early"}, {"mid", "mid"}, {"late", "late"}});
    Texts(dates.more["prefixes"], {{"mid-", "mid"}, {"early-", "early"}});
    Texts(dates.more["seasons"],
          {{"spring", "SP"}, {"summer", "SU"}, {"autumn", "FA"}, {"winter", "WI"}});
    Texts(dates.more["ordinal_endings"], {{"st", ""}, {"nd", ""}, {"rd", ""}, {"th", ""}});
    Texts(dates.more["clock"], {{"a.m.", "AM"}, {"am", "AM"}, {"p.m.", "PM"}, {"pm", "PM"}});
    Texts(dates.more["every"], {{"every", ""}});
    Texts(dates.more["often"], {{"daily", "day"}, {"weekly", "week"}, {"annual", "year"}});
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
