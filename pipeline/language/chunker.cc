#include "pipeline/language/chunker.h"

#include <algorithm>

#include "pipeline/language/sentence_chunker.h"

namespace telex {
namespace {

constexpr ClassSet kNounLike = kNoun | kName;
constexpr ClassSet kPhraseStart =
    kDeterminer | kQuantifier | kPossessivePronoun | kNounLike | kAdjective | kNumber;
constexpr TokenIndex kMostBracket = 12;
constexpr TokenIndex kMostQuoted = 8;

}  // namespace

void Chunker::Run(const WordTable& words, const Layers& layers, Syntax& syntax) const {
  syntax.items.clear();
  syntax.phrases.clear();
  syntax.verbs.clear();
  syntax.sentences.clear();
  syntax.phrase_at.assign(layers.tokens.size(), Syntax::kNone);
  SentenceChunker chunker(rules_, flags_, words, layers, syntax);
  for (const Sentence& sentence : layers.sentences) {
    Syntax::Extent extent;
    extent.first_item = static_cast<uint32_t>(syntax.items.size());
    extent.first_phrase = static_cast<uint32_t>(syntax.phrases.size());
    chunker.Run(sentence);
    extent.last_item = static_cast<uint32_t>(syntax.items.size());
    extent.last_phrase = static_cast<uint32_t>(syntax.phrases.size());
    syntax.sentences.push_back(extent);
  }
}

void SentenceChunker::Run(const Sentence& sentence) {
  begin_ = partial_quote_ = sentence.begin;
  end_ = sentence.end;
  settlements_ = false;
  const uint32_t first_item = static_cast<uint32_t>(syntax_.items.size());
  for (TokenIndex token = begin_; token < end_;) {
    // What a token can start is mostly told by its classes, without a call.
    const ClassSet classes = syntax_.classes[token];
    TokenIndex next = syntax_.date_at[token] != Syntax::kNone ? TakeDate(token) : token;
    if (next == token && (classes & kOpenBracket)) next = TakeBracket(token);
    if (next == token) next = TakeHere(token);
    if (next == token && (classes & (kTo | kVerb | kAuxiliary | kNot))) next = TakeVerbGroup(token);
    if (next == token && !StartsNoPhrase(token)) next = TakeNounPhrase(token);
    if (next == token) next = TakeSmallWord(token);
    token = next;
  }
  LinkOf(first_item);
  if (settlements_) LinkPlaces(first_item);
  LinkLists(first_item);
}

void SentenceChunker::AddItem(Item::Kind kind, TokenIndex begin, TokenIndex end, TermId term,
                              uint32_t index) {
  syntax_.items.push_back({kind, {begin, end}, index, term});
}

// The date mention that starts at `token` and is an adverbial of its own; null where it belongs to
// a noun behind it
// ("a four-day truce", "the Saturday meeting").
const DateMention* SentenceChunker::DateAt(TokenIndex token) const {
  const uint32_t index = syntax_.date_at[token];
  if (index == Syntax::kNone || layers_.dates[index].begin != token) return nullptr;
  const DateMention& date = layers_.dates[index];
  if (date.expression.kind == DateExpression::Kind::kReference) return nullptr;  // "has recently"
  const ClassSet next = date.end < end_ ? Class(date.end) : ClassSet{kStop};
  const bool modifies = (next & (kNoun | kAdjective)) && !(next & (kName | kVerb | kPossessive));
  // "a four-day truce", "the Saturday meeting", "a June 30 coup"
  const bool inside = date.type == Timex::kDuration || date.end == token + 1 ||
                      (token > begin_ && (Class(token - 1) & kDeterminer));
  return modifies && inside ? nullptr : &date;
}

TokenIndex SentenceChunker::TakeDate(TokenIndex token) {
  const DateMention* date = DateAt(token);
  if (!date) return token;
  TokenIndex end = std::min(date->end, end_);
  const bool possessive = end < end_ && (Class(end) & kPossessive);  // "in Thursday's talks"
  if (possessive) ++end;
  // "on Monday" is one adverbial: its preposition takes no phrase.
  if (!possessive && token > begin_ && !syntax_.items.empty() &&
      syntax_.items.back().kind == Item::Kind::kPreposition &&
      syntax_.items.back().range.end == token)
    syntax_.items.back().kind = Item::Kind::kOther;
  AddItem(Item::Kind::kOther, token, end);
  return end;
}

TokenIndex SentenceChunker::TakeBracket(TokenIndex token) {
  if (!(Class(token) & kOpenBracket)) return token;
  for (TokenIndex close = token + 1; close < end_ && close < token + kMostBracket; ++close) {
    if (Class(close) & kCloseBracket) {
      AddItem(Item::Kind::kOther, token, close + 1);
      return close + 1;
    }
  }
  AddItem(Item::Kind::kBreak, token, token + 1);
  return token + 1;
}

// Where the marks around a few words close that are no speech but part of the sentence: 'voiced
// "deep sorrow" over the raid'; `token` where none open there.
TokenIndex SentenceChunker::PartialQuoteEnd(TokenIndex token) const {
  if (token == begin_ || !(Class(token) & kOpenQuote) || (Class(token - 1) & kPunctuation))
    return token;
  for (TokenIndex at = token + 1; at < end_ && at <= token + kMostQuoted; ++at) {
    if (Class(at) & kCloseQuote) return at;
    if (Class(at) & (kVerb | kAuxiliary | kPronoun | kPunctuation)) return token;
  }
  return token;
}

TokenIndex SentenceChunker::SkipAdverbs(TokenIndex token) const {
  while (token < end_ && (Class(token) & (kAdverb | kNot)) && !(Class(token) & kVerb)) ++token;
  return token;
}

bool SentenceChunker::StartsInfinitive(TokenIndex token) const {
  if (!(Class(token) & kTo)) return false;
  const TokenIndex verb = SkipAdverbs(token + 1);
  if (verb >= end_) return false;
  const ClassSet own = At(verb).classes;  // the tagger may have settled on the noun; "to" decides
  if (Class(verb) & (kBase | kBe | kHave | kDo)) return true;
  if ((own & kBase) && !(Class(verb) & (kName | kPlural)) &&
      At(verb).verb_count >= At(verb).noun_count)
    return true;
  return (own & kBase) && !(Class(verb) & (kName | kPlural)) && !At(verb).Has(kCapital) &&
         (Class(verb + 1) &
          (kDeterminer | kPreposition | kPossessivePronoun | kName | kTo | kPronoun));
}

// Takes auxiliaries, negation, adverbs and the main verb. What the main verb is (past tense,
// participle) follows from the auxiliaries; alone, a form that can be both stays marked as
// `maybe_participle` for the clause reader.
TokenIndex SentenceChunker::TakeVerbGroup(TokenIndex token) {
  VerbGroup verb;
  TokenIndex at = token;
  const bool infinitive = StartsInfinitive(token);
  if (infinitive) {
    verb.form = VerbGroup::Form::kInfinitive;
    ++at;
  } else if (!(Class(token) & (kVerb | kAuxiliary | kNot)) ||
             syntax_.name_at[token] != Syntax::kNone || ModifiesNoun(token)) {
    return token;
  }
  bool be = false, have = false, base_due = infinitive;
  TokenIndex last_auxiliary = end_;
  for (;; ++at) {
    const TokenIndex next = SkipAdverbs(at);
    for (TokenIndex skipped = at; skipped < next; ++skipped)
      verb.negated |= (Class(skipped) & kNot) != 0;
    if (next >= end_) break;
    const ClassSet classes = Class(next);
    if (!(classes & kAuxiliary)) {
      at = next;
      break;
    }
    if (at != next && last_auxiliary == end_ && next != token && !infinitive) break;
    verb.negated |= (At(next).classes & kNot) != 0;  // "didn't"
    if (classes & kModal) {
      if (last_auxiliary != end_) break;
      verb.modal = At(next).term;
      base_due = true;
    } else if (classes & kBe) {
      be = true;
      verb.past |= (At(next).classes & kPast) != 0;
      base_due = false;
    } else if (classes & kHave) {
      have = true;
      base_due = false;
    } else {
      base_due = true;
    }
    last_auxiliary = next;
    at = next;
  }
  const ClassSet main = at < end_ ? At(at).classes : 0;
  const ClassSet tagged = Class(at);
  const bool capital = at < end_ && (tagged & kName);
  bool found = false;
  if (at < end_ && !capital && syntax_.name_at[at] == Syntax::kNone) {
    if (be) {
      const bool adjective = (tagged & kAdjective) && !(tagged & kVerb);  // "is willing to help"
      if ((main & kGerund) && !adjective) {
        found = true;
      } else if ((main & kParticiple) && !adjective) {
        found = verb.passive = true;
      }
    } else if (have && !base_due) {
      found = verb.perfect = (main & kParticiple) && (tagged & (kVerb | kAdjective));
    } else if (base_due) {
      found = (main & kBase) != 0;
    } else if (last_auxiliary == end_) {
      found = (tagged & kVerb) != 0;
      if (found) {
        if (tagged & (kPresent | kBase)) {
          verb.form = VerbGroup::Form::kFinite;
        } else if (tagged & kPast) {
          verb.past = true;
          verb.maybe_participle = (tagged & kParticiple) != 0;
        } else if (tagged & kParticiple) {
          verb.form = VerbGroup::Form::kParticiple;
          verb.passive = true;
        } else {
          verb.form = VerbGroup::Form::kGerund;
        }
      }
    }
  }
  if (found) {
    verb.head = at;
    verb.lemma = At(at).verb_lemma;
  } else if (last_auxiliary != end_) {  // "is ready", "has a plan", "did so"
    verb.head = last_auxiliary;
    verb.lemma = At(last_auxiliary).verb_lemma;
    verb.passive = verb.perfect = false;
    if (At(last_auxiliary).classes & kPast) verb.past = true;
    if (verb.head == token && (At(token).classes & kGerund)) verb.form = VerbGroup::Form::kGerund;
  } else {
    return token;
  }
  // "having met", "being held" stay gerunds.
  if (found && last_auxiliary != end_ && (At(token).classes & kGerund))
    verb.form = VerbGroup::Form::kGerund;
  TokenIndex end = verb.head + 1;
  verb.range = {token, end};
  // "said on Monday" has no particle.
  const bool dated = end + 1 < end_ && DateAt(end + 1);
  if (end < end_ && (Class(end) & kParticle) && !dated) verb.particle = At(end).term;
  syntax_.verbs.push_back(verb);
  AddItem(Item::Kind::kVerbGroup, token, end, verb.lemma,
          static_cast<uint32_t>(syntax_.verbs.size() - 1));
  return end;
}

TokenIndex SentenceChunker::TakeSmallWord(TokenIndex token) {
  const ClassSet classes = Class(token);
  Item::Kind kind = Item::Kind::kOther;
  if (classes & kComma) {
    kind = Item::Kind::kComma;
  } else if (classes & (kOpenQuote | kCloseQuote)) {
    const bool closes = (classes & kCloseQuote) && token == partial_quote_;
    partial_quote_ = PartialQuoteEnd(token);
    kind = closes || partial_quote_ != token ? Item::Kind::kOther : Item::Kind::kQuote;
  } else if (classes & (kSemicolon | kColon | kDash | kOpenBracket | kCloseBracket)) {
    kind = Item::Kind::kBreak;
  } else if (classes & kThat) {
    kind = Item::Kind::kThat;
  } else if ((classes & kRelative) && !(classes & kSubordinator)) {
    kind = Item::Kind::kRelative;
  } else if (classes & kCoordinator) {
    kind = Item::Kind::kCoordinator;
  } else if (classes & (kPreposition | kTo)) {
    kind = Item::Kind::kPreposition;
  } else if (classes & (kSubordinator | kInterrogative)) {
    kind = Item::Kind::kSubordinator;
  }
  AddItem(kind, token, token + 1, At(token).term);
  return token + 1;
}

// A participle or gerund that stands before its noun: "the occupied territories", "the proposed
// meeting".
bool SentenceChunker::ModifiesNoun(TokenIndex token) const {
  if (token == begin_ || !(At(token).classes & (kParticiple | kGerund))) return false;
  if (!(Class(token + 1) & (kNounLike | kAdjective))) return false;
  const ClassSet before = Class(token - 1);
  // "The two condemned Kenya", against "two captured Kenyan soldiers".
  const ClassSet after = Class(token + 1);
  if ((before & (kNumber | kQuantifier)) && (Class(token) & kPast) && (after & kName) &&
      !(after & (kPlural | kAdjective)) && !(Class(token + 2) & (kNounLike | kAdjective)))
    return false;
  if (before & (kDeterminer | kPossessive | kPossessivePronoun | kNumber | kQuantifier))
    return true;
  if (At(token - 1).Has(kJoiner)) return true;  // "Qatar-brokered talks"
  // "a deadly armed raid"; but "Soviet" of "the Soviet Union invaded Chad" is a name.
  if ((before & kAdjective) && !(before & kName)) return true;
  // "called for increased efforts", "faces renewed pressure": a gerund there would be a verb of its
  // own, as would "freed Chad"; but "of frozen Chadian funds".
  const bool named = (after & kName) && !((after & kAdjective) && (Class(token) & kParticiple) &&
                                          (before & kPreposition) && (Class(token + 2) & kNoun) &&
                                          !(Class(token + 2) & kName));
  return (At(token).classes & kParticiple) && !(before & kAuxiliary) &&
         (before & (kPreposition | kVerb)) && !named;
}

// "arrived here" is "arrived in Nairobi" under the dateline of Nairobi.
TokenIndex SentenceChunker::TakeHere(TokenIndex token) {
  const Dateline& dateline = layers_.dateline;
  if (dateline.country == Dateline::kNowhere || !flags_.Has(At(token).term, kHere)) return token;
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

bool SentenceChunker::StateWithVerb(TokenIndex token) const {
  const uint32_t hit = syntax_.first_hit[token];
  if (hit == Syntax::kNone) return false;
  const LexiconHit& state = layers_.lexicon_hits[hit];
  return state.kind == EntryKind::kCountry &&
         (Class(state.end) & (kPast | kPresent | kAuxiliary)) != 0;
}

bool SentenceChunker::StartsNoPhrase(TokenIndex token) const {
  return !(Class(token) & (kPhraseStart | kPronoun)) && syntax_.name_at[token] == Syntax::kNone &&
         !ModifiesNoun(token);
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

// The end of a state's or body's name that has more in it than nouns ("Islamic Republic of Iran",
// "People's Republic of China"); else `token`.
TokenIndex SentenceChunker::LongNameEnd(TokenIndex token) const {
  if (!(syntax_.hit_kinds[token] & SetOf(EntryKind::kCountry, EntryKind::kOrganization)))
    return token;
  const TokenIndex end = layers_.lexicon_hits[syntax_.first_hit[token]].end;
  if (end > end_) return token;
  for (TokenIndex inner = token + 1; inner < end; ++inner)
    if (Class(inner) & (kPreposition | kPossessive | kCoordinator | kDeterminer)) return end;
  return token;
}

TokenIndex SentenceChunker::ScanNounPhrase(TokenIndex begin) const {
  if (const TokenIndex end = RecipientEnd(begin); end > begin) return end;
  bool noun = false;
  TokenIndex token = begin;
  for (; token < end_; ++token) {
    if (syntax_.name_at[token] != Syntax::kNone) {
      const TokenRange name = syntax_.names[syntax_.name_at[token]].range;
      if (noun && (Class(token - 1) & kPlural)) break;
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
      // "told reporters Iran would": a plural closes its phrase before a name, and any noun does
      // before a state with a verb of its own ("the plan Oman proposed"; not "northern Oman").
      if ((classes & kName) && noun && !(Class(token - 1) & kName) &&
          ((Class(token - 1) & kPlural) ||
           (!(At(token - 1).classes & kAdjective) && StateWithVerb(token))))
        break;
      noun = true;
      continue;
    }
    if (classes & (kAdjective | kNumber)) {
      if (noun && !(Class(token + 1) & (kNounLike | kAdjective))) break;
      continue;
    }
    if (ModifiesNoun(token)) continue;
    if (token > begin && !noun && (classes & kAdverb) && !(classes & kPreposition) &&
        (Class(token + 1) & kAdjective))
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

// Where a body's name ends that no list has and that says what the body is for: "the Ministry of
// Foreign Affairs and Trade", "the Center for Strategic Studies". `noun` is its own noun
// (Ministry); the end is behind it where no such words follow.
TokenIndex SentenceChunker::BodyNameEnd(TokenIndex noun) const {
  const TokenIndex behind = noun + 1;
  if (behind >= end_ || !At(noun).Has(kCapital) || (Class(noun) & kPlural) ||
      !flags_.Has(At(behind).term, kPurpose))
    return behind;
  constexpr KindSet kParties =
      SetOf(EntryKind::kCountry, EntryKind::kPeople, EntryKind::kCapital, EntryKind::kSeat,
            EntryKind::kPlace, EntryKind::kOrganization, EntryKind::kPerson, EntryKind::kOffice);
  // Words of the language alone: a state, a person, another body is a party of its own.
  const auto tells = [&](TokenIndex token) {
    if (token >= end_) return false;
    const Word& word = At(token);
    return word.Has(kCapital) && word.Hints(kInDictionary) &&
           (word.classes & (kNoun | kAdjective | kGerund)) &&
           !(syntax_.hit_kinds[token] & kParties) && syntax_.name_at[token] == Syntax::kNone &&
           syntax_.date_at[token] == Syntax::kNone && !(Class(token) & kPossessive);
  };
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

}  // namespace telex
