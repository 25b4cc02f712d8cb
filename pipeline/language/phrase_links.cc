// Links between the noun phrases of a sentence: "of" phrases and coordinations.
#include "pipeline/language/sentence_chunker.h"

namespace telex {
namespace {

bool NamesBody(Reading reading) {
  return reading == Reading::kCountry || reading == Reading::kOrganization ||
         reading == Reading::kPlace;
}
bool NamesPeople(Reading reading) {
  return reading == Reading::kPerson || reading == Reading::kRole;
}

}  // namespace

size_t SentenceChunker::NextItem(size_t item) const {
  ++item;
  while (item < syntax_.items.size() && syntax_.items[item].kind == Item::Kind::kOther) ++item;
  return item;
}

void SentenceChunker::LinkOf(uint32_t first_item) {
  std::vector<Item>& items = syntax_.items;
  // From the right, so that "the foreign minister of the government of Iran" hands the country on.
  for (size_t i = items.size(); i-- > first_item;) {
    if (items[i].kind != Item::Kind::kNounPhrase) continue;
    const size_t preposition = i + 1, owner = i + 2;
    if (owner >= items.size() || items[preposition].kind != Item::Kind::kPreposition ||
        items[owner].kind != Item::Kind::kNounPhrase ||
        !flags_.Has(items[preposition].term, kOfPreposition))
      continue;
    NounPhrase& phrase = syntax_.phrases[items[i].index];
    phrase.of = NounPhraseId(items[owner].index);
    if (phrase.reading == Reading::kPronoun ||
        (flags_.Has(At(phrase.head).noun_lemma, kQuantityNoun) && !phrase.possessor.valid())) {
      // "a number of foreign ministers" are foreign ministers, "most of it" is it.
      const NounPhrase& of = syntax_[phrase.of];
      phrase.inanimate = of.inanimate;
      phrase.reading = of.reading;
      phrase.person = of.person;
      phrase.place = of.place;
      phrase.head = of.head;
      phrase.country = of.country;
      phrase.organization = of.organization;
      phrase.office = of.office;
      phrase.sector = of.sector;
      phrase.plural = true;
      phrase.definite = false;
      continue;
    }
    const Reading reading = phrase.reading;
    if (reading == Reading::kRole || reading == Reading::kThing)
      InheritCountry(phrase, syntax_[phrase.of]);
    if (reading == Reading::kPerson) {
      StoryPerson& person = syntax_.people[phrase.person.value()];
      const NounPhrase& of = syntax_[phrase.of];
      if (person.country == StoryPerson::kNone && of.reading == Reading::kCountry)
        person.country = of.country;
      if (phrase.country == NounPhrase::kNone) phrase.country = person.country;
    }
  }
}

bool SentenceChunker::MayJoin(const NounPhrase& a, const NounPhrase& b,
                              bool after_preposition) const {
  if (a.reading == Reading::kPronoun || b.reading == Reading::kPronoun) {
    return a.reading == Reading::kPronoun ? b.reading != Reading::kThing : NamesPeople(a.reading);
  }
  if (a.reading == Reading::kName || b.reading == Reading::kName)
    return a.reading != Reading::kThing && b.reading != Reading::kThing;
  if (NamesBody(a.reading) && NamesBody(b.reading)) return true;
  if (NamesPeople(a.reading) && NamesPeople(b.reading)) return true;
  if (a.reading == Reading::kThing || b.reading == Reading::kThing) return a.reading == b.reading;
  return !after_preposition;
}

// Behind "along with", "as well as": the item that follows; else `item`.
size_t SentenceChunker::JoinerEnd(size_t item) const {
  if (item >= syntax_.items.size()) return item;
  const TokenIndex begin = syntax_.items[item].range.begin;
  if (!flags_.Has(At(begin).term, kListJoiner)) return item;
  for (const std::vector<TermId>& joiner : rules_.joiners) {
    TokenIndex end = begin;
    for (const TermId term : joiner) {
      if (end >= end_ || At(end).term != term) break;
      ++end;
    }
    if (end != begin + joiner.size()) continue;
    while (item < syntax_.items.size() && syntax_.items[item].range.begin < end) ++item;
    return item;
  }
  return item;
}

// Joins "A, B and C". "A, along with B," joins before a verb alone: behind it, B may belong to
// somebody else. In a headline "Iran, Turkey" joins as well. After a verb, the last member
// must not be the subject of a verb of its own ("met Iran's minister and Turkey said …").
void SentenceChunker::LinkLists(uint32_t first_item) {
  std::vector<Item>& items = syntax_.items;
  const auto end_of_phrase = [&](size_t item) {  // behind the phrase and its "of" phrases
    size_t next = NextItem(item);
    while (next + 1 < items.size() && items[next].kind == Item::Kind::kPreposition &&
           flags_.Has(items[next].term, kOfPreposition) &&
           items[next + 1].kind == Item::Kind::kNounPhrase)
      next = NextItem(next + 1);
    return next;
  };
  const auto finite_verb = [&](size_t item) {
    return item < items.size() && items[item].kind == Item::Kind::kVerbGroup &&
           syntax_.verbs[items[item].index].form == VerbGroup::Form::kFinite;
  };
  const auto is_phrase = [&](size_t item) {
    return item < items.size() && items[item].kind == Item::Kind::kNounPhrase;
  };
  bool verb_before = false;
  std::vector<size_t>& members = members_;
  for (size_t i = first_item; i < items.size(); ++i) {
    const Item::Kind kind = items[i].kind;
    if (kind == Item::Kind::kVerbGroup) verb_before = true;
    if (kind == Item::Kind::kSubordinator || kind == Item::Kind::kThat ||
        kind == Item::Kind::kBreak || kind == Item::Kind::kQuote)
      verb_before = false;
    // "after Oman and Chad agreed"
    if (kind == Item::Kind::kPreposition && (Class(items[i].range.begin) & kSubordinator) &&
        flags_.Has(items[i].term, kAfterPreposition))
      verb_before = false;
    if (kind != Item::Kind::kNounPhrase) continue;
    const bool after_preposition = i > first_item && items[i - 1].kind == Item::Kind::kPreposition;
    const bool after_speech = i > first_item && items[i - 1].kind == Item::Kind::kVerbGroup &&
                              flags_.Has(items[i - 1].term, kSpeechVerb);
    members.assign(1, i);
    bool closed = false;
    size_t at = i;
    while (!closed) {
      const bool inner_of = at != i || !after_preposition;
      size_t next = inner_of ? end_of_phrase(at) : NextItem(at);
      if (next >= items.size()) break;
      bool comma = items[next].kind == Item::Kind::kComma;
      if (comma) next = NextItem(next);
      bool coordinator = next < items.size() && items[next].kind == Item::Kind::kCoordinator;
      if (coordinator) next = NextItem(next);
      if (const size_t joined = coordinator ? next : JoinerEnd(next); joined != next) {
        size_t verb = is_phrase(joined) ? end_of_phrase(joined) : items.size();
        if (verb < items.size() && items[verb].kind == Item::Kind::kComma) verb = NextItem(verb);
        if (!finite_verb(verb) || after_preposition || (verb_before && !after_speech)) break;
        coordinator = true;
        next = joined;
      }
      if ((!comma && !coordinator) || !is_phrase(next)) break;
      // "the ministers of Peru, Oman and Chad": the states are the list, not the ministers and
      // Oman.
      if (at == i && inner_of && NamesBody(syntax_.phrases[items[next].index].reading)) {
        const NounPhrase& head = syntax_.phrases[items[i].index];
        if (head.of.valid() && syntax_[head.of].reading == Reading::kCountry &&
            !NamesBody(head.reading))
          break;
      }
      const bool between = after_preposition && flags_.Has(items[i - 1].term, kBetweenPreposition);
      if (!MayJoin(syntax_.phrases[items[members.back()].index], syntax_.phrases[items[next].index],
                   after_preposition && !between))
        break;
      if (coordinator && comma && members.size() == 1 && verb_before && !between)
        break;  // ", and Turkey …" begins anew
      members.push_back(next);
      at = next;
      closed = coordinator;
    }
    const bool headline = begin_ == items[i].range.begin && members.size() > 1 && !closed &&
                          finite_verb(NextItem(at)) &&
                          NamesBody(syntax_.phrases[items[i].index].reading);
    if ((!closed && !headline) || members.size() < 2) continue;
    const bool after_coordinator = i > first_item && items[i - 1].kind == Item::Kind::kCoordinator;
    if (verb_before && !after_speech && !after_coordinator && finite_verb(end_of_phrase(at)) &&
        !syntax_.verbs[items[end_of_phrase(at)].index].maybe_participle)
      continue;
    for (size_t m = 1; m < members.size(); ++m) {
      const NounPhraseId before(items[members[m - 1]].index), here(items[members[m]].index);
      syntax_[before].next = here;
      syntax_[here].first = NounPhraseId(items[members[0]].index);
      syntax_[here].item = static_cast<uint32_t>(i);
      if (!(Class(syntax_[here].range.begin) & kDeterminer))
        InheritCountry(syntax_[here], syntax_[before]);
      for (size_t between = members[m - 1] + 1; between <= members[m]; ++between)
        items[between].kind = Item::Kind::kOther;
    }
    // "the government and nation of Iraq": what stands behind the last belongs to those before it
    // too.
    for (size_t m = members.size() - 1; m-- > 0;) {
      NounPhrase& before = syntax_.phrases[items[members[m]].index];
      const NounPhrase& last = syntax_.phrases[items[members.back()].index];
      const bool open = before.reading == Reading::kRole && before.country == NounPhrase::kNone &&
                        !before.possessor.valid();
      if (open && last.of.valid() && !before.of.valid() && NamesPeople(last.reading))
        InheritCountry(before, last);
    }
    items[i].range.end = items[members.back()].range.end;
    syntax_.phrases[items[i].index].plural = true;
  }
}

}  // namespace telex
