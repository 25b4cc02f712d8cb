#include "pipeline/language/chunker.h"

#include <algorithm>

#include "pipeline/language/sentence_chunker.h"

namespace telex {
namespace {

constexpr TokenIndex kMostBracket = 12;
constexpr TokenIndex kMostQuoted = 8;

}  // namespace

void Chunker::Run(const WordTable& words, const Layers& layers, Syntax& syntax) const {
  syntax.items.clear();
  syntax.phrases.clear();
  syntax.verbs.clear();
  syntax.sentences.clear();
  syntax.phrase_at.assign(layers.tokens.size(), Syntax::kNone);
  // Room for all at once: what grows step by step is copied, and a long story pays for each new
  // page. What stays unused is never touched.
  syntax.items.reserve(layers.tokens.size() + layers.sentences.size());
  syntax.phrases.reserve(layers.tokens.size() / 2);
  syntax.verbs.reserve(layers.tokens.size() / 4);
  SentenceChunker chunker(rules_, flags_, words, layers, syntax);
  for (const Sentence& sentence : layers.sentences) {
    Syntax::Extent extent;
    extent.first_item = static_cast<uint32_t>(syntax.items.size());
    extent.first_phrase = static_cast<uint32_t>(syntax.phrases.size());
    chunker.Run(sentence);
    extent.last_item = static_cast<uint32_t>(syntax.items.size());
    extent.last_phrase = static_cast<uint32_t>(syntax.phrases.size());
    syntax.sentences.push_back(extent);
    // Between the shares of two sentences, so that no row of phrases goes on from one to the next.
    syntax.items.push_back({Item::Kind::kBreak, {sentence.end, sentence.end}, 0, TermId()});
  }
}

void SentenceChunker::Run(const Sentence& sentence) {
  begin_ = sentence.begin;
  end_ = sentence.end;
  headline_ = sentence.headline;
  settlements_ = false;
  const bool from_somewhere = layers_.dateline.country != Dateline::kNowhere;
  const uint32_t first_item = static_cast<uint32_t>(syntax_.items.size());
  for (TokenIndex token = begin_; token < end_;) {
    // What a token can start is mostly told by its classes, without a call.
    const ClassSet classes = syntax_.classes[token];
    TokenIndex next = syntax_.date_at[token] != Syntax::kNone ? TakeDate(token) : token;
    if (next == token && (classes & kOpenBracket)) next = TakeBracket(token);
    if (next == token && from_somewhere) next = TakeHere(token);
    if (next == token && (classes & (kGerund | kDeterminer))) next = TakeArrival(token);
    if (next == token && (classes & (kTo | kVerb | kAuxiliary | kNot))) next = TakeVerbGroup(token);
    if (next == token && (classes & (kQuantifier | kAdjective | kDeterminer)))
      next = TakeAside(token);
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

// "the visiting Malaysian premier": says of a person that he has come, and is left out of his
// phrase.
TokenIndex SentenceChunker::TakeArrival(TokenIndex token) {
  const TokenIndex arrived = token + ((Class(token) & kDeterminer) != 0), person = arrived + 1;
  if (person >= end_ || !flags_.Has(At(arrived).term, kArrived)) return token;
  const KindSet kinds = syntax_.hit_kinds[person];
  const bool named = syntax_.name_at[person] != Syntax::kNone;
  const bool described = (kinds & SetOf(EntryKind::kNationality, EntryKind::kOffice)) &&
                         (Class(person + 1) & (kNounLike | kAdjective));
  if (!named && !described) return token;
  const bool after_preposition = !syntax_.items.empty() &&
                                 syntax_.items.back().kind == Item::Kind::kPreposition &&
                                 syntax_.items.back().range.end == token;
  if (after_preposition) {
    syntax_.items.back().range.end = person;
  } else {
    AddItem(Item::Kind::kOther, token, person);
  }
  return person;
}

// What stands between a subject or a verb and the rest of its clause and is no phrase of its own:
// "Oman and Chad *both* urged", "dismissed *as groundless* Oman's claims".
TokenIndex SentenceChunker::TakeAside(TokenIndex token) {
  if (syntax_.items.empty() || syntax_.items.back().range.end != token) return token;
  Item& before = syntax_.items.back();
  const TokenIndex next = token + 1;
  if (before.kind == Item::Kind::kNounPhrase && floating_.contains(At(token).term)) {
    const TokenIndex verb = SkipAdverbs(next);
    if (verb >= end_ || !(Class(verb) & (kVerb | kAuxiliary))) return token;
    AddItem(Item::Kind::kOther, token, next);
    return next;
  }
  const bool object = next < end_ && !(Class(next) & kAdjective) &&
                      (Class(next) & (kName | kDeterminer | kPossessivePronoun));
  if (!object || (Class(token) & (kNoun | kName | kDeterminer)) ||
      before.kind != Item::Kind::kPreposition || syntax_.items.size() < 2 ||
      syntax_.items[syntax_.items.size() - 2].kind != Item::Kind::kVerbGroup ||
      !equal_joiners_.contains(before.term))
    return token;
  before.kind = Item::Kind::kOther;
  AddItem(Item::Kind::kOther, token, next);
  return next;
}

// True where the mark at `token` opens no speech but words of the sentence itself: 'voiced "deep
// sorrow" over the raid', 'said Oman "will not yield to threats"'.
bool SentenceChunker::OpensPartialQuote(TokenIndex token) const {
  if (token == begin_ || token + 1 >= end_ || (Class(token - 1) & kPunctuation)) return false;
  if (!At(token + 1).Has(kCapital)) return true;
  for (TokenIndex at = token + 1; at < end_ && at <= token + kMostQuoted; ++at) {
    if (Class(at) & kCloseQuote) return true;
    const bool closing = (Class(at) & kComma) && (Class(at + 1) & kCloseQuote);  // "a disgrace,"
    if ((Class(at) & (kVerb | kAuxiliary | kPronoun | kPunctuation)) && !closing) return false;
  }
  return false;
}

// Whether the mark at `token`, opening or closing, is one of a partial quotation.
bool SentenceChunker::IsPartialQuote(TokenIndex token) const {
  if (Class(token) & kOpenQuote) return OpensPartialQuote(token);
  TokenIndex open = token;
  while (open > begin_ && !(Class(open - 1) & (kOpenQuote | kCloseQuote))) --open;
  return open > begin_ && (Class(open - 1) & kOpenQuote) && OpensPartialQuote(open - 1);
}

TokenIndex SentenceChunker::SkipAdverbs(TokenIndex token) const {
  while (token < end_ && (Class(token) & (kAdverb | kNot)) && !(Class(token) & kVerb)) ++token;
  return token;
}

bool SentenceChunker::StartsInfinitive(TokenIndex token) const {
  if (!(Class(token) & kTo)) return false;
  TokenIndex verb = SkipAdverbs(token + 1);
  if (verb < end_ && (Class(verb) & kOpenQuote)) verb = SkipAdverbs(verb + 1);  // to "destroy"
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

// Behind an adjunct that stands between auxiliary and verb: "has *for years* rejected", "will *on
// Monday* meet"; `token` where none does. A passive takes no place there: "was in talks held in
// Oslo".
TokenIndex SentenceChunker::BehindAdjunct(TokenIndex token, bool be) const {
  constexpr TokenIndex kMostWords = 4;
  const auto dated = [&](TokenIndex at) {
    const uint32_t date = at < end_ ? syntax_.date_at[at] : Syntax::kNone;
    return date != Syntax::kNone && layers_.dates[date].begin == at ? layers_.dates[date].end : at;
  };
  const bool preposition = (Class(token) & kPreposition) && !(Class(token) & (kTo | kVerb));
  const TokenIndex phrase = token + (preposition ? 1 : 0);
  TokenIndex end = dated(phrase);
  if (end == phrase && preposition && !be) {
    constexpr ClassSet kInPhrase = kDeterminer | kQuantifier | kNumber | kAdjective | kNoun;
    while (end < end_ && end < phrase + kMostWords && (Class(end) & kInPhrase) &&
           !(Class(end) & (kVerb | kName | kPronoun | kPunctuation)) &&
           syntax_.name_at[end] == Syntax::kNone)
      ++end;
  }
  return end == phrase ? token : SkipAdverbs(end);
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
    at = SkipAdverbs(token + 1);
    at = (Class(at) & kOpenQuote) ? at + 1 : token + 1;
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
  if (last_auxiliary != end_) {
    const auto form = be ? kGerund | kParticiple : have && !base_due ? kParticiple : kBase;
    // "are each sending": what stands behind the pronoun looks like its noun.
    const bool floating = at + 1 < end_ && (Class(at) & (kDeterminer | kQuantifier)) &&
                          rules_.List("floating").count(At(at).term) != 0;
    if (floating && (At(at + 1).classes & form) && (Class(at + 1) & (kVerb | kNoun)) &&
        !(Class(at + 1) & kName)) {
      ++at;
    } else if (const TokenIndex behind = BehindAdjunct(at, be);
               behind > at && behind < end_ && (At(behind).classes & form) &&
               (Class(behind) & kVerb) && !(Class(behind) & kAuxiliary)) {
      at = behind;
    }
  }
  // 'will "never agree" to'
  if (last_auxiliary != end_ && at < end_ && (Class(at) & kOpenQuote) && IsPartialQuote(at)) {
    const TokenIndex inside = SkipAdverbs(at + 1);
    const ClassSet due = be ? kGerund | kParticiple : have && !base_due ? kParticiple : kBase;
    if (inside < end_ && (At(inside).classes & due) && (Class(inside) & kVerb)) {
      for (TokenIndex skipped = at; skipped < inside; ++skipped)
        verb.negated |= (Class(skipped) & kNot) != 0;
      at = inside;
    }
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
    kind = IsPartialQuote(token) ? Item::Kind::kOther : Item::Kind::kQuote;
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

bool SentenceChunker::StartsNoPhrase(TokenIndex token) const {
  return !(Class(token) & (kPhraseStart | kPronoun)) && syntax_.name_at[token] == Syntax::kNone &&
         !ModifiesNoun(token);
}

}  // namespace telex
