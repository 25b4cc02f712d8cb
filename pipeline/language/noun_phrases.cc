// Noun phrases: how far one goes, with its possessors and what its name goes on with.
#include "pipeline/language/sentence_chunker.h"

namespace telex {
bool SentenceChunker::StateWithVerb(TokenIndex token) const {
  const uint32_t hit = syntax_.first_hit[token];
  if (hit == Syntax::kNone) return false;
  const LexiconHit& state = layers_.lexicon_hits[hit];
  return state.kind == EntryKind::kCountry &&
         (Class(state.end) & (kPast | kPresent | kAuxiliary)) != 0;
}

TokenIndex SentenceChunker::NameEnd(TokenIndex token) const {
  while (token < end_ && (Class(token) & kName)) ++token;
  return token;
}

// "During the talks Quispe praised", "the letter Rosa Quispe wrote": behind what is said or done, a
// name with a verb begins a clause and is no part of the phrase.
bool SentenceChunker::BeginsClause(TokenIndex name, TokenIndex end) const {
  const Word& before = At(name - 1);
  const bool event = before.Hints(kHeadsNominal) || flags_.Has(before.noun_lemma, kMessage);
  // "opposition MPs", "the Iran talks committee"
  const bool people = (syntax_.hit_kinds[name] & SetOf(EntryKind::kSector, EntryKind::kOffice)) &&
                      syntax_.name_at[name] == Syntax::kNone;
  return event && !people && !before.Has(kCapital) && !(Class(name - 1) & kName) &&
         (Class(end) & (kPast | kPresent | kAuxiliary)) != 0 && !(Class(end) & kNounLike);
}

// "gave Kenya aid", "sent Chad 40 trucks": behind a verb that takes two objects a state's bare name
// is one of them. The end of that name; else `token`.
TokenIndex SentenceChunker::RecipientEnd(TokenIndex token) const {
  if (syntax_.items.empty() || syntax_.items.back().kind != Item::Kind::kVerbGroup ||
      syntax_.items.back().range.end != token || !flags_.Has(syntax_.items.back().term, kDative))
    return token;
  const KindSet kinds = syntax_.hit_kinds[token];
  if (!(kinds & SetOf(EntryKind::kCountry, EntryKind::kCapital)) ||
      (kinds & SetOf(EntryKind::kNationality, EntryKind::kPeople)))  // "U.S. aid"
    return token;
  const TokenIndex end = layers_.lexicon_hits[syntax_.first_hit[token]].end;
  const ClassSet next = Class(end);
  const bool thing = (next & (kNoun | kAdjective | kNumber)) && !(next & (kName | kPossessive));
  return thing ? end : token;
}

// The end of a name of the lexicon that has more in it than nouns ("People's Republic of China",
// "Washington, D.C.", "Strait of Hormuz"); else `token`.
TokenIndex SentenceChunker::LongNameEnd(TokenIndex token) const {
  if (!(syntax_.hit_kinds[token] & SetOf(EntryKind::kCountry, EntryKind::kOrganization,
                                         EntryKind::kCapital, EntryKind::kPlace)))
    return token;
  const TokenIndex end = layers_.lexicon_hits[syntax_.first_hit[token]].end;
  if (end > end_) return token;
  for (TokenIndex inner = token + 1; inner < end; ++inner)
    if (Class(inner) & (kPreposition | kPossessive | kCoordinator | kDeterminer | kComma))
      return end;
  return token;
}

// True where the name of an office ends before `token` in the phrase that begins at `begin`.
bool SentenceChunker::OfficeEndsAt(TokenIndex begin, TokenIndex token) const {
  for (TokenIndex first = begin; first < token; ++first) {
    if (!(syntax_.hit_kinds[first] & SetOf(EntryKind::kOffice))) continue;
    for (uint32_t hit = syntax_.first_hit[first];
         hit < layers_.lexicon_hits.size() && layers_.lexicon_hits[hit].begin == first; ++hit)
      if (layers_.lexicon_hits[hit].kind == EntryKind::kOffice &&
          layers_.lexicon_hits[hit].end == token)
        return true;
  }
  return false;
}

// "Oman *Chad* sign pact", a headline that lost its comma: states side by side before a verb.
bool SentenceChunker::IsBareListAt(TokenIndex token) const {
  const auto is_state = [&](TokenIndex at) {
    return (syntax_.hit_kinds[at] & SetOf(EntryKind::kCountry, EntryKind::kCapital)) != 0 &&
           !(syntax_.hit_kinds[at] & SetOf(EntryKind::kNationality));
  };
  for (TokenIndex before = begin_; before < token; ++before)
    if (!is_state(before)) return false;
  TokenIndex end = token;
  while (end < end_ && is_state(end)) ++end;
  return end > token && (Class(end) & (kVerb | kTo)) != 0;
}

TokenIndex SentenceChunker::ScanNounPhrase(TokenIndex begin) const {
  if (const TokenIndex end = RecipientEnd(begin); end > begin) return end;
  bool noun = false;
  TokenIndex token = begin;
  for (; token < end_; ++token) {
    if (syntax_.name_at[token] != Syntax::kNone) {
      const TokenRange name = syntax_.names[syntax_.name_at[token]].range;
      if (noun && ((Class(token - 1) & kPlural) || BeginsClause(token, name.end))) break;
      return token == name.begin ? name.end : token;
    }
    if (token > begin && syntax_.date_at[token] != Syntax::kNone && DateAt(token)) break;
    const ClassSet classes = syntax_.classes[token];
    const TokenIndex long_name = syntax_.hit_kinds[token] != 0 ? LongNameEnd(token) : token;
    if (long_name > token) {
      if (noun && (Class(token - 1) & kPlural)) break;
      noun = true;
      token = long_name - 1;
      continue;
    }
    if (classes & (kDeterminer | kQuantifier)) {
      if (noun || (token > begin && !(Class(token - 1) & (kQuantifier | kDeterminer | kNumber))))
        break;
      continue;
    }
    if ((classes & kDash) && At(token).Has(kJoiner)) continue;  // Iran-Turkey
    if (classes & kNounLike) {
      if (noun && headline_ && IsBareListAt(token)) break;
      // "told reporters Iran would": a plural closes its phrase before a name, and any noun does
      // before a state with a verb of its own ("the plan Oman proposed"; not "northern Oman").
      if ((classes & kName) && noun && !(Class(token - 1) & kName) &&
          ((Class(token - 1) & kPlural) ||
           (!(At(token - 1).classes & kAdjective) && StateWithVerb(token)) ||
           BeginsClause(token, NameEnd(token))))
        break;
      noun = true;
      continue;
    }
    if (classes & (kAdjective | kNumber)) {
      // "discussed with the foreign minister bilateral ties"
      if (noun && (classes & kAdjective) && OfficeEndsAt(begin, token)) break;
      if (noun && !(Class(token + 1) & (kNounLike | kAdjective))) break;
      continue;
    }
    if (ModifiesNoun(token)) continue;
    if (noun && (classes & (kCoordinator | kComma)) && JoinsBodyName(begin, token)) continue;
    // "a very good talk", "an earlier round"
    if (token > begin && !noun && (classes & kAdverb) && !(classes & kPreposition) &&
        ((Class(token + 1) & kAdjective) ||
         ((Class(token - 1) & kDeterminer) && (At(token).classes & kAdjective) &&
          (Class(token + 1) & kNounLike))))
      continue;
    // 'the "illegal" arrest', "a frank, friendly talk"
    if (token > begin && !noun && (Class(token + 1) & (kAdjective | kNoun | kParticiple)) &&
        ((classes & (kOpenQuote | kCloseQuote)) ||
         ((classes & kComma) && (Class(token - 1) & kAdjective) &&
          (Class(token + 1) & kAdjective))))
      continue;
    // "political and economic ties", "the Iranian and Qatari ministers"
    if (token > begin && (classes & kCoordinator) && (Class(token - 1) & kAdjective) &&
        !(Class(token - 1) & kPlural) && (Class(token + 1) & kAdjective) &&
        (Class(token + 2) & (kNounLike | kAdjective)))
      continue;
    break;
  }
  return token;
}

NounPhraseId SentenceChunker::AddPronoun(TokenIndex token) {
  const NounPhraseId id(syntax_.phrases.size());
  NounPhrase& phrase = syntax_.phrases.emplace_back();
  phrase.range = {token, token + 1};
  phrase.head = token;
  phrase.reading = Reading::kPronoun;
  auto features = rules_.pronouns.find(At(token).term);
  if (features != rules_.pronouns.end()) {
    phrase.plural = features->second.plural;
    phrase.inanimate = features->second.gender == Gender::kThing;
  }
  syntax_.phrase_at[token] = id.value();
  return id;
}

NounPhraseId SentenceChunker::AddNounPhrase(TokenIndex begin, TokenIndex end,
                                            NounPhraseId possessor) {
  const NounPhraseId id(syntax_.phrases.size());
  NounPhrase& phrase = syntax_.phrases.emplace_back();
  phrase.range = {begin, end};
  phrase.possessor = possessor;
  phrase.definite = possessor.valid();
  phrase.head = end - 1;
  while (phrase.head > begin && !(Class(phrase.head) & (kNounLike | kNumber))) --phrase.head;
  if (!(Class(phrase.head) & kNounLike)) phrase.head = end - 1;
  Read(phrase);
  if (possessor.valid()) {
    InheritCountry(phrase, syntax_[possessor]);
    // "Quispe's office said"
    const Reading owner = syntax_[possessor].reading;
    if (phrase.reading == Reading::kThing && phrase.head == phrase.range.begin &&
        (owner == Reading::kPerson || owner == Reading::kRole) &&
        bodies_.count(At(phrase.head).noun_lemma) != 0)
      phrase.reading = Reading::kRole;
    // "Chad's Congress" is not the one of the lexicon.
    if (phrase.organization != NounPhrase::kNone && phrase.reading == Reading::kOrganization &&
        syntax_[possessor].reading == Reading::kCountry) {
      const auto& of = rules_.lexicon.organizations[phrase.organization].country;
      const std::string& country = rules_.lexicon.countries[syntax_[possessor].country].iso3;
      if (of != country && of.size() == 3 && of != "IGO" && of != "EUR")
        phrase.organization = NounPhrase::kNone;
    }
    syntax_[possessor].possessed = id;
  }
  for (TokenIndex token = begin; token < end; ++token) syntax_.phrase_at[token] = id.value();
  return id;
}

// Words of the language alone in capitals: a state, a person, another body is a party of its own.
bool SentenceChunker::TellsPurpose(TokenIndex token) const {
  constexpr KindSet kParties =
      SetOf(EntryKind::kCountry, EntryKind::kPeople, EntryKind::kCapital, EntryKind::kSeat,
            EntryKind::kPlace, EntryKind::kOrganization, EntryKind::kPerson, EntryKind::kOffice);
  if (token >= end_) return false;
  const Word& word = At(token);
  const bool known = word.Hints(kInDictionary) || (word.classes & kPlural) ||
                     portfolios_.count(word.noun_lemma) != 0;
  return word.Has(kCapital) && known && (word.classes & (kNoun | kAdjective | kGerund)) &&
         !(syntax_.hit_kinds[token] & kParties) && syntax_.name_at[token] == Syntax::kNone &&
         syntax_.date_at[token] == Syntax::kNone && !(Class(token) & kPossessive);
}

// "Security and *Policy Committee Chairman Rosa Quispe*": the body's noun stands in a person's
// title.
bool SentenceChunker::TitleOfBodyAt(TokenIndex token) const {
  const uint32_t at = token < end_ ? syntax_.name_at[token] : Syntax::kNone;
  if (at == Syntax::kNone || syntax_.names[at].range.begin != token) return false;
  for (TokenIndex title = token; title < syntax_.names[at].name.begin; ++title)
    if (flags_.Has(At(title).noun_lemma, kOrganizationNoun)) return true;
  return false;
}

// "the National Security *and* Foreign Policy Committee", "the Trade*,* Labor and Mines Office":
// the mark at `token` joins what a body is for, in front of its own noun.
bool SentenceChunker::JoinsBodyName(TokenIndex begin, TokenIndex token) const {
  const auto own_noun = [&](TokenIndex at) {
    return flags_.Has(At(at).noun_lemma, kOrganizationNoun | kPeopleNoun);
  };
  const TokenIndex before = token - ((Class(token - 1) & kComma) ? 2 : 1);
  if (token < begin + 2 || !TellsPurpose(before) || own_noun(before)) return false;
  for (TokenIndex joined = token;;) {
    if ((Class(joined) & kComma) && (Class(joined + 1) & kCoordinator)) ++joined;
    TokenIndex end = joined + 1;
    while (TellsPurpose(end) && !own_noun(end)) ++end;
    if ((Class(joined) & kCoordinator) && TitleOfBodyAt(end)) return true;
    if (end == joined + 1 || end >= end_) return false;
    if ((Class(joined) & kComma) && (Class(end) & (kComma | kCoordinator))) {
      joined = end;
      continue;
    }
    return (Class(joined) & kCoordinator) && At(end).Has(kCapital) &&
           flags_.Has(At(end).noun_lemma, kOrganizationNoun) && !(Class(end) & kPlural) &&
           syntax_.name_at[end] == Syntax::kNone;
  }
}

// "the French decision to leave": France's, as the infinitive behind asks whose. The end of the
// adjective or name of a state; else `begin`.
TokenIndex SentenceChunker::DecidingStateEnd(TokenIndex begin, TokenIndex end) const {
  if (!(Class(end) & kTo) || !flags_.Has(At(end - 1).noun_lemma, kContentNoun) ||
      !StartsInfinitive(end))
    return begin;
  const TokenIndex state = begin + ((Class(begin) & kDeterminer) != 0);
  if (state + 1 >= end ||
      !(syntax_.hit_kinds[state] &
        SetOf(EntryKind::kNationality, EntryKind::kCountry, EntryKind::kOrganization)))
    return begin;
  const TokenIndex behind = layers_.lexicon_hits[syntax_.first_hit[state]].end;
  // "the Iranian and Syrian decision", "the Iranian parliament decision"
  return behind + 1 == end || (behind < end && (Class(behind) & kAdjective) && behind + 2 == end)
             ? behind
             : begin;
}

// Where a body's name ends that no list has and that says what the body is for: "the Ministry of
// Foreign Affairs and Trade", "the Center for Strategic Studies". `noun` is its own noun
// (Ministry); the end is behind it where no such words follow.
TokenIndex SentenceChunker::BodyNameEnd(TokenIndex noun) const {
  const TokenIndex behind = noun + 1;
  if (behind >= end_ || !At(noun).Has(kCapital) || (Class(noun) & kPlural) ||
      !flags_.Has(At(behind).term, kPurpose))
    return behind;
  const auto tells = [&](TokenIndex token) { return TellsPurpose(token); };
  TokenIndex end = behind;
  for (TokenIndex token = behind + 1; token < end_;) {
    TokenIndex word = token;
    while (tells(word)) ++word;
    // A run that goes on in a name, or "and Parliament", is not of this one.
    const bool open = (Class(word) & kNounLike) && word < end_ && At(word).Has(kCapital);
    const bool other_body =
        end > behind && word > token && flags_.Has(At(word - 1).noun_lemma, kOrganizationNoun);
    if (word == token || open || other_body) break;
    end = word;
    if (!(Class(end) & (kCoordinator | kComma))) break;
    token = end + 1;
    if ((Class(end) & kComma) && (Class(token) & kCoordinator)) ++token;
  }
  return end;
}

// Takes in what a body is for. The end of the phrase.
TokenIndex SentenceChunker::ExtendBody(NounPhraseId id) {
  NounPhrase& phrase = syntax_.phrases[id.value()];
  const bool body = phrase.reading == Reading::kOrganization ||
                    (phrase.reading == Reading::kRole && (Class(phrase.head) & kName) &&
                     flags_.Has(At(phrase.head).noun_lemma, kOrganizationNoun));
  if (!body || phrase.organization != NounPhrase::kNone || phrase.head + 1 != phrase.range.end)
    return phrase.range.end;
  const TokenIndex end = BodyNameEnd(phrase.head);
  for (TokenIndex token = phrase.range.end; token < end; ++token)
    syntax_.phrase_at[token] = id.value();
  if (end > phrase.head + 1) phrase.reading = Reading::kOrganization;
  return phrase.range.end = end;
}

// A noun phrase with the possessors before it: "his country's foreign minister" is three phrases
// and one item.
TokenIndex SentenceChunker::TakeNounPhrase(TokenIndex token) {
  if (syntax_.name_at[token] == Syntax::kNone && (Class(token) & kPronoun) &&
      !(Class(token) & (kPossessivePronoun | kRelative))) {
    const NounPhraseId id = AddPronoun(token);
    syntax_[id].item = static_cast<uint32_t>(syntax_.items.size());
    AddItem(Item::Kind::kNounPhrase, token, token + 1, {}, id.value());
    return token + 1;
  }
  NounPhraseId possessor, last;
  TokenIndex begin = token;
  while (begin < end_) {
    if (syntax_.name_at[begin] == Syntax::kNone && (Class(begin) & kPossessivePronoun)) {
      possessor = AddPronoun(begin);
      last = NounPhraseId();
      ++begin;
      continue;
    }
    const TokenIndex end = ScanNounPhrase(begin);
    if (end == begin) break;
    if (const TokenIndex state = DecidingStateEnd(begin, end);
        state > begin && !possessor.valid()) {
      possessor = AddNounPhrase(begin, state, NounPhraseId());
      if (syntax_[possessor].reading == Reading::kRole)
        syntax_[possessor].reading = Reading::kCountry;
      begin = state;
    }
    last = AddNounPhrase(begin, end, possessor);
    begin = ExtendBody(last);
    if (begin < end_ && (Class(begin) & kPossessive)) {
      possessor = last;
      ++begin;
      continue;
    }
    // "the Novak government" is Novak's.
    if (begin < end_ && syntax_.name_at[begin - 1] != Syntax::kNone &&
        syntax_.name_at[begin] == Syntax::kNone && (Class(begin) & kNoun) &&
        flags_.Has(At(begin).noun_lemma, kGovernmentNoun)) {
      possessor = last;
      continue;
    }
    break;
  }
  if (begin == token) return token;
  if (!last.valid()) last = possessor;  // "Turkey's" with no noun after it
  syntax_[last].item = static_cast<uint32_t>(syntax_.items.size());
  AddItem(Item::Kind::kNounPhrase, token, begin, At(syntax_[last].head).noun_lemma, last.value());
  return begin;
}

// "arrived here" is "arrived in Nairobi" under the dateline of Nairobi.
TokenIndex SentenceChunker::TakeHere(TokenIndex token) {
  const Dateline& dateline = layers_.dateline;
  if (!flags_.Has(At(token).term, kHere)) return token;
  NounPhrase phrase;
  phrase.range = {token, token + 1};
  phrase.head = token;
  phrase.definite = true;
  phrase.reading = Reading::kPlace;
  phrase.country = dateline.country;
  phrase.place = dateline.town;
  const NounPhraseId id(syntax_.phrases.size());
  phrase.item = static_cast<uint32_t>(syntax_.items.size() + 1);
  // No pattern over tokens sees a phrase there: its preposition is no token.
  syntax_.phrases.push_back(phrase);
  AddItem(Item::Kind::kPreposition, token, token, flags_.here());
  AddItem(Item::Kind::kNounPhrase, token, token + 1, {}, id.value());
  return token + 1;
}

}  // namespace telex
