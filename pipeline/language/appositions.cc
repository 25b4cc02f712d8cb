#include "pipeline/language/appositions.h"

namespace telex {
namespace {

constexpr uint32_t kNone = NounPhrase::kNone;

class Reader {
 public:
  Reader(const RuleSet& rules, const TermSet& prepositions, Syntax& syntax)
      : rules_(rules), prepositions_(prepositions), syntax_(syntax) {}

  void Read(const Syntax::Extent& extent) {
    for (uint32_t i = extent.first_item; i < extent.last_item; ++i) {
      const NounPhraseId id = PhraseAt(i, extent);
      if (!id.valid() || syntax_[id].reading != Reading::kPerson || syntax_[id].next.valid())
        continue;
      StoryPerson& person = syntax_.people[syntax_[id].person.value()];
      const bool open = person.country == StoryPerson::kNone &&
                        person.organization == StoryPerson::kNone &&
                        person.listed == StoryPerson::kNone;
      if (!open) continue;
      // "China's embassy spokesman Wei Han", "special UN envoy Ann Roe"
      if (TakeFrom(syntax_[id], &person)) continue;
      const NounPhraseId owner = syntax_[id].possessor;
      if (owner.valid() && syntax_[owner].reading == Reading::kCountry &&
          TakeFrom(syntax_[owner], &person))
        continue;
      NounPhraseId beside = Behind(i, extent);
      if (!beside.valid()) beside = Before(i, extent);
      if (beside.valid()) Take(beside, extent, &person);
      if (syntax_[id].country == kNone) syntax_[id].country = person.country;
    }
  }

 private:
  NounPhraseId PhraseAt(uint32_t item, const Syntax::Extent& extent) const {
    const bool phrase = item >= extent.first_item && item < extent.last_item &&
                        syntax_.items[item].kind == Item::Kind::kNounPhrase;
    return phrase ? NounPhraseId(syntax_.items[item].index) : NounPhraseId();
  }
  bool IsAt(uint32_t item, const Syntax::Extent& extent, Item::Kind kind) const {
    return item >= extent.first_item && item < extent.last_item && syntax_.items[item].kind == kind;
  }
  // One person by what he is; several are others.
  bool Describes(NounPhraseId id) const {
    const NounPhrase& phrase = syntax_[id];
    return phrase.reading == Reading::kRole && !phrase.plural && !phrase.inanimate &&
           !phrase.next.valid() && !phrase.first.valid();
  }

  NounPhraseId Behind(uint32_t item, const Syntax::Extent& extent) const {
    if (!IsAt(item + 1, extent, Item::Kind::kComma)) return NounPhraseId();
    const NounPhraseId id = PhraseAt(item + 2, extent);
    return id.valid() && Describes(id) ? id : NounPhraseId();
  }

  // The first of "the head of the office for X in Y".
  NounPhraseId Before(uint32_t item, const Syntax::Extent& extent) const {
    if (item < extent.first_item + 2 || !IsAt(item - 1, extent, Item::Kind::kComma))
      return NounPhraseId();
    uint32_t at = item - 2;
    while (at >= extent.first_item + 2 && PhraseAt(at, extent).valid() &&
           IsAt(at - 1, extent, Item::Kind::kPreposition) && PhraseAt(at - 2, extent).valid())
      at -= 2;
    const NounPhraseId id = PhraseAt(at, extent);
    return id.valid() && Describes(id) ? id : NounPhraseId();
  }

  void Take(NounPhraseId id, const Syntax::Extent& extent, StoryPerson* person) const {
    const NounPhrase& phrase = syntax_[id];
    if (person->title.empty() && phrase.office != kNone) {
      TokenIndex begin = phrase.range.begin;
      while (begin < phrase.head && (syntax_.classes[begin] & (kDeterminer | kQuantifier))) ++begin;
      person->title = {begin, phrase.range.end};
      if (person->office == StoryPerson::kNone) person->office = phrase.office;
    }
    if (TakeFrom(phrase, person)) return;
    for (NounPhraseId owner = phrase.possessor; owner.valid(); owner = syntax_[owner].possessor)
      if (TakeFrom(syntax_[owner], person)) return;
    for (uint32_t at = phrase.item + 1; IsAt(at, extent, Item::Kind::kPreposition); at += 2) {
      const NounPhraseId behind = PhraseAt(at + 1, extent);
      if (!behind.valid() || prepositions_.count(syntax_.items[at].term) == 0) return;
      if (TakeFrom(syntax_[behind], person)) return;
    }
  }

  bool TakeFrom(const NounPhrase& phrase, StoryPerson* person) const {
    if (phrase.organization != kNone) {
      const std::string& state = rules_.lexicon.organizations[phrase.organization].country;
      const auto country = rules_.lexicon.country_by_code.find(state);
      if (country != rules_.lexicon.country_by_code.end()) {
        person->country = country->second;
      } else {
        person->organization = phrase.organization;
      }
      return true;
    }
    person->country = phrase.country;
    return phrase.country != kNone;
  }

  const RuleSet& rules_;
  const TermSet& prepositions_;
  Syntax& syntax_;
};

}  // namespace

Appositions::Appositions(const RuleSet& rules)
    : rules_(rules), prepositions_(rules.List("apposition_prepositions")) {}

void Appositions::Run(Syntax& syntax) const {
  if (syntax.people.empty()) return;
  Reader reader(rules_, prepositions_, syntax);
  for (const Syntax::Extent& extent : syntax.sentences) reader.Read(extent);
}

}  // namespace telex
