// Whether a person is "he" or "she", as far as titles and given names tell
// (rules/lexicons/genders.yaml).
#include "pipeline/discourse/referents.h"

namespace telex {

// A title ("Queen", "spokeswoman") says more than a given name. Nobody whose names disagree is
// told.
void Resolver::FindGenders() {
  const StoryView& view = view_;
  genders_.assign(view.syntax.people.size(), Gender::kAny);
  const TermSet &female_titles = rules_.List("female_titles"),
                &male_titles = rules_.List("male_titles"),
                &female_names = rules_.List("female_names"),
                &male_names = rules_.List("male_names");
  for (const NameMention& mention : mentions_) {
    Gender& gender = genders_[mention.person.value()];
    if (gender != Gender::kAny) continue;
    for (TokenIndex t = mention.range.begin; t < mention.name.begin; ++t) {
      const TermId term = view.At(t).term;
      if (!term.valid()) continue;
      if (female_titles.count(term) != 0) gender = Gender::kFemale;
      if (male_titles.count(term) != 0) gender = Gender::kMale;
    }
  }
  for (size_t p = 0; p < genders_.size(); ++p) {
    const StoryPerson& person = view.syntax.people[p];
    if (genders_[p] != Gender::kAny) continue;
    TermId given;
    if (person.words.size() > 1) {
      given = view.words[person.words[0]].term;
    } else if (person.listed != StoryPerson::kNone) {
      const std::string_view name = rules_.lexicon.people[person.listed].name;
      std::string first(name.substr(0, name.find(' ')));
      if (first.size() == name.size()) continue;
      for (char& c : first)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
      given = rules_.vocabulary.Find(first);
    }
    if (!given.valid()) continue;
    if (female_names.count(given) != 0) genders_[p] = Gender::kFemale;
    if (male_names.count(given) != 0) genders_[p] = Gender::kMale;
  }
}

// "the spokeswoman", "a Kenyan woman".
Gender Resolver::GenderOfRole(const NounPhrase& phrase) const {
  const Word& head = Head(phrase);
  for (const TermId term : {head.term, head.noun_lemma}) {
    if (!term.valid()) continue;
    if (rules_.List("female_titles").count(term) != 0) return Gender::kFemale;
    if (rules_.List("male_titles").count(term) != 0) return Gender::kMale;
  }
  return Gender::kAny;
}

}  // namespace telex
