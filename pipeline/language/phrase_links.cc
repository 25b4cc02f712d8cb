// Links between the noun phrases of a sentence: "of" phrases and coordinations.
#include "pipeline/language/sentence_chunker.h"

namespace telex {
namespace {

bool NamesBody(Reading reading) {
  return reading == Reading::kCountry || reading == Reading::kOrganization ||
         reading == Reading::kPlace;
}
// What joins nothing behind a phrase; where a preposition does, or something to pass over, is not
// told by its kind.
bool EndsList(Item::Kind kind) {
  return kind == Item::Kind::kVerbGroup || kind == Item::Kind::kNounPhrase ||
         kind == Item::Kind::kThat || kind == Item::Kind::kRelative || kind == Item::Kind::kBreak ||
         kind == Item::Kind::kQuote || kind == Item::Kind::kSubordinator;
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

// "talks with diplomats *from Chad*": whose they are. Not of those whom a verb may take from there:
// "withdrew troops from Chad".
void SentenceChunker::LinkOrigin(NounPhrase& people, const NounPhrase& from,
                                 const Item& before) const {
  if (people.reading != Reading::kRole || people.inanimate || people.possessor.valid() ||
      from.reading != Reading::kCountry)
    return;
  const bool object =
      before.kind == Item::Kind::kVerbGroup ||
      (before.kind == Item::Kind::kPreposition && flags_.Has(before.term, kOfPreposition));
  if (!object) InheritCountry(people, from);
}

void SentenceChunker::LinkOf(uint32_t first_item) {
  std::vector<Item>& items = syntax_.items;
  // From the right, so that "the foreign minister of the government of Iran" hands the country on.
  for (size_t i = items.size(); i-- > first_item;) {
    if (items[i].kind != Item::Kind::kNounPhrase) continue;
    const size_t preposition = i + 1, owner = i + 2;
    if (owner >= items.size() || items[preposition].kind != Item::Kind::kPreposition ||
        items[owner].kind != Item::Kind::kNounPhrase)
      continue;
    NounPhrase& phrase = syntax_.phrases[items[i].index];
    if (!flags_.Has(items[preposition].term, kOfPreposition)) {
      if (flags_.Has(items[preposition].term, kFromPreposition) && i > first_item)
        LinkOrigin(phrase, syntax_.phrases[items[owner].index], items[i - 1]);
      continue;
    }
    if (i > first_item && items[i - 1].kind == Item::Kind::kPreposition &&
        proxies_.count(At(phrase.head).noun_lemma) != 0) {
      // "thanked Chad on behalf of Oman": nobody that anything is said or done to.
      for (size_t part = i - 1; part <= owner; ++part) items[part].kind = Item::Kind::kOther;
      continue;
    }
    phrase.of = NounPhraseId(items[owner].index);
    const bool counted = (Class(syntax_[phrase.of].head) & kNumber) != 0;  // "the Group of Eight"
    if (phrase.reading == Reading::kPronoun ||
        (flags_.Has(At(phrase.head).noun_lemma, kQuantityNoun) && !phrase.possessor.valid() &&
         !counted)) {
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

bool SentenceChunker::StartsJoiner(size_t item) const {
  return item < syntax_.items.size() &&
         flags_.Has(At(syntax_.items[item].range.begin).term, kListJoiner);
}

// Behind "along with", "as well as": the item that follows; else `item`.
size_t SentenceChunker::JoinerEnd(size_t item) const {
  const TokenIndex begin = syntax_.items[item].range.begin;
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

bool SentenceChunker::IsNounPhrase(size_t item) const {
  return item < syntax_.items.size() && syntax_.items[item].kind == Item::Kind::kNounPhrase;
}

bool SentenceChunker::IsFiniteVerb(size_t item) const {
  return item < syntax_.items.size() && syntax_.items[item].kind == Item::Kind::kVerbGroup &&
         syntax_.verbs[syntax_.items[item].index].form == VerbGroup::Form::kFinite;
}

bool SentenceChunker::IsInfinitive(size_t item) const {
  return item < syntax_.items.size() && syntax_.items[item].kind == Item::Kind::kVerbGroup &&
         syntax_.verbs[syntax_.items[item].index].form == VerbGroup::Form::kInfinitive;
}

// "Oman Chad sign pact": a headline that lost its comma, with states side by side.
bool SentenceChunker::OpensBareList(size_t first, size_t next) const {
  const std::vector<Item>& items = syntax_.items;
  const auto is_state = [&](size_t item) {
    const NounPhrase& phrase = syntax_.phrases[items[item].index];
    return phrase.reading == Reading::kCountry && phrase.range.end == phrase.range.begin + 1;
  };
  return headline_ && items[first].range.begin == begin_ && IsNounPhrase(next) && is_state(first) &&
         is_state(next);
}

// Behind the phrase and its "of" phrases.
size_t SentenceChunker::EndOfPhrase(size_t item) const {
  const std::vector<Item>& items = syntax_.items;
  size_t next = NextItem(item);
  while (next + 1 < items.size() && items[next].kind == Item::Kind::kPreposition &&
         flags_.Has(items[next].term, kOfPreposition) &&
         items[next + 1].kind == Item::Kind::kNounPhrase)
    next = NextItem(next + 1);
  return next;
}

// "Iran, the envoy *said*, will": no list of two, but a speaker between subject and verb.
bool SentenceChunker::IsAside(size_t verb) const {
  const size_t next = NextItem(verb);
  return flags_.Has(syntax_.items[verb].term, kSpeechVerb) && next < syntax_.items.size() &&
         syntax_.items[next].kind == Item::Kind::kComma;
}

// "the violence and killings *and abuses* of the regime"
bool SentenceChunker::GoesOn(size_t item) const {
  const std::vector<Item>& items = syntax_.items;
  const size_t behind = EndOfPhrase(item);
  if (behind >= items.size() || items[behind].kind != Item::Kind::kCoordinator) return false;
  const size_t next = NextItem(behind);
  if (!IsNounPhrase(next)) return false;
  const NounPhrase& more = syntax_.phrases[items[next].index];
  return syntax_.phrases[items[item].index].reading == Reading::kThing && !more.definite;
}

// "In Cairo, Chad and Oman condemned the raid", "released in Cairo on Monday, Chad and Oman": the
// first is where it was, the others are who did it.
bool SentenceChunker::OpensClause(size_t first) const {
  const std::vector<Item>& items = syntax_.items;
  const size_t comma = NextItem(first);
  if (items[first - 1].kind != Item::Kind::kPreposition || comma >= items.size() ||
      items[comma].kind != Item::Kind::kComma)
    return false;
  const bool dated =
      comma > first + 1 && syntax_.date_at[items[first + 1].range.begin] != Syntax::kNone;
  return dated || items[first - 1].range.begin == begin_;
}

// Reads the list that begins with the phrase at `first` into `members_`; false where there is none.
bool SentenceChunker::ReadList(size_t first, bool after_preposition, bool verb_before,
                               bool after_speech) {
  const std::vector<Item>& items = syntax_.items;
  members_.assign(1, first);
  bool closed = false, open = true;
  size_t at = first;
  while (open) {
    const bool inner_of = at != first || !after_preposition;
    size_t next = inner_of ? EndOfPhrase(at) : NextItem(at);
    if (next >= items.size()) break;
    bool comma = items[next].kind == Item::Kind::kComma;
    const bool bare = !comma && OpensBareList(first, next);
    if (comma) {
      // "together with" begins with an adverb, which is passed over elsewhere.
      const size_t behind = next + 1;
      next = StartsJoiner(behind) && JoinerEnd(behind) != behind ? behind : NextItem(next);
    }
    bool coordinator = next < items.size() && items[next].kind == Item::Kind::kCoordinator;
    if (coordinator) next = NextItem(next);
    if (const size_t joined = coordinator || !StartsJoiner(next) ? next : JoinerEnd(next);
        joined != next) {
      size_t verb = IsNounPhrase(joined) ? EndOfPhrase(joined) : items.size();
      if (verb < items.size() && items[verb].kind == Item::Kind::kComma) verb = NextItem(verb);
      // "with Oman as well as Chad" is "with Oman and Chad".
      const bool equal =
          equal_joiners_.contains(At(items[next].range.begin).term) && !IsFiniteVerb(verb);
      if (!equal && (!IsFiniteVerb(verb) || after_preposition || (verb_before && !after_speech)))
        break;
      coordinator = true;
      next = joined;
    }
    if ((!comma && !coordinator && !bare) || !IsNounPhrase(next)) break;
    // "the ministers of Peru, Oman and Chad": the states are the list, not the ministers and
    // Oman.
    if (at == first && inner_of && NamesBody(syntax_.phrases[items[next].index].reading)) {
      const NounPhrase& head = syntax_.phrases[items[first].index];
      if (head.of.valid() && syntax_[head.of].reading == Reading::kCountry &&
          !NamesBody(head.reading))
        break;
    }
    const bool between =
        after_preposition && flags_.Has(items[first - 1].term, kBetweenPreposition);
    // "between the government and its foes": two, whatever they are
    if (!between && !MayJoin(syntax_.phrases[items[members_.back()].index],
                             syntax_.phrases[items[next].index], after_preposition))
      break;
    if (coordinator && comma && members_.size() == 1 && verb_before && !between)
      break;  // ", and Turkey …" begins anew
    members_.push_back(next);
    at = next;
    closed = closed || coordinator;
    open = !coordinator || GoesOn(at);
  }
  if (members_.size() < 2) return false;
  const bool headline =
      begin_ == items[first].range.begin && !closed &&
      ((IsFiniteVerb(NextItem(at)) && !IsAside(NextItem(at))) || IsInfinitive(NextItem(at))) &&
      NamesBody(syntax_.phrases[items[first].index].reading);
  return closed || headline;
}

// Makes one list of `members_`, under the item of the first.
void SentenceChunker::LinkMembers(size_t first) {
  std::vector<Item>& items = syntax_.items;
  const std::vector<size_t>& members = members_;
  for (size_t m = 1; m < members.size(); ++m) {
    const NounPhraseId before(items[members[m - 1]].index), here(items[members[m]].index);
    syntax_[before].next = here;
    syntax_[here].first = NounPhraseId(items[members[0]].index);
    syntax_[here].item = static_cast<uint32_t>(first);
    if (!(Class(syntax_[here].range.begin) & kDeterminer))
      InheritCountry(syntax_[here], syntax_[before]);
    for (size_t between = members[m - 1] + 1; between <= members[m]; ++between)
      items[between].kind = Item::Kind::kOther;
  }
  // "the government and nation of Iraq", "the killings and arrests of monks": what stands behind
  // the last belongs to those before it too.
  for (size_t m = members.size() - 1; m-- > 0;) {
    NounPhrase& before = syntax_.phrases[items[members[m]].index];
    const NounPhrase& last = syntax_.phrases[items[members.back()].index];
    if (!last.of.valid() || before.of.valid() || before.possessor.valid()) continue;
    if (before.reading == Reading::kRole && before.country == NounPhrase::kNone &&
        NamesPeople(last.reading))
      InheritCountry(before, last);
    if (before.reading != Reading::kThing || last.reading != Reading::kThing) continue;
    before.of = last.of;
    InheritCountry(before, last);
  }
  items[first].range.end = items[members.back()].range.end;
  syntax_.phrases[items[first].index].plural = true;
}

// Joins "A, B and C". "A, along with B," joins before a verb alone: behind it, B may belong to
// somebody else. In a headline "Iran, Turkey" joins as well, and so do states without a comma.
// After a verb, the last member must not be the subject of a verb of its own ("met Iran's minister
// and Turkey said …").
void SentenceChunker::LinkLists(uint32_t first_item) {
  const std::vector<Item>& items = syntax_.items;
  bool verb_before = false;
  for (size_t i = first_item; i < items.size(); ++i) {
    switch (items[i].kind) {
      case Item::Kind::kVerbGroup:
        verb_before = true;
        continue;
      case Item::Kind::kSubordinator:
      case Item::Kind::kThat:
      case Item::Kind::kBreak:
      case Item::Kind::kQuote:
        verb_before = false;
        continue;
      case Item::Kind::kPreposition:
        // "after Oman and Chad agreed"
        if ((syntax_.classes[items[i].range.begin] & kSubordinator) &&
            flags_.Has(items[i].term, kAfterPreposition))
          verb_before = false;
        continue;
      case Item::Kind::kNounPhrase:
        break;
      default:
        continue;
    }
    const Item::Kind before = i > first_item ? items[i - 1].kind : Item::Kind::kBreak;
    const bool after_preposition = before == Item::Kind::kPreposition;
    const bool after_speech =
        before == Item::Kind::kVerbGroup && flags_.Has(items[i - 1].term, kSpeechVerb);
    if (const size_t next = i + 1; next < items.size() && EndsList(items[next].kind) &&
                                   !StartsJoiner(next) && !OpensBareList(i, next))
      continue;
    if (!ReadList(i, after_preposition, verb_before, after_speech)) continue;
    const size_t behind = EndOfPhrase(members_.back());
    const bool verb_behind =
        IsFiniteVerb(behind) &&
        (!syntax_.verbs[items[behind].index].maybe_participle || IsNounPhrase(NextItem(behind)));
    const bool new_clause = before == Item::Kind::kCoordinator || before == Item::Kind::kComma;
    if (verb_behind &&
        ((verb_before && !after_speech && !new_clause) || (after_preposition && OpensClause(i))))
      continue;
    LinkMembers(i);
  }
}

}  // namespace telex
