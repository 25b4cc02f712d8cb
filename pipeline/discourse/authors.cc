// Whose words a text is: the speaker of a quotation, and the author whom a headline names
// ("Statement by X", "Readout of X's call").
#include <algorithm>

#include "pipeline/discourse/referents.h"
#include "pipeline/events/following.h"
#include "pipeline/events/slots.h"

namespace telex {
namespace {

constexpr uint32_t kAddressReach = 8;  // sentences for which "you" is whom the speaker was with

}  // namespace

// The state whose seat or office the name of a feed has in it: "White House", "whitehouse_press".
// Newspapers named after a city speak for nobody.
// The state that a source's name leads to by entries of these kinds: "White House" by a seat,
// "Nairobi Standard" by a capital.
uint32_t Resolver::StateOfSource(std::string_view source, KindSet kinds) const {
  const Lexicon& lexicon = rules_.lexicon;
  const auto state = [&](uint32_t node) {
    if (node == PhraseTrie::kNone) return kNone;
    for (const EntryId entry : lexicon.phrases.EntriesAt(node))
      if (SetOf(lexicon.entries[entry.value()].kind) & kinds)
        return lexicon.entries[entry.value()].index;
    return kNone;
  };
  const auto step = [&](uint32_t node, std::string_view word) {
    const TermId term = rules_.vocabulary.Find(word);
    return term.valid() && node != PhraseTrie::kNone ? lexicon.phrases.Step(node, term)
                                                     : PhraseTrie::kNone;
  };
  std::string name(source.substr(0, 64));
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  uint32_t before = PhraseTrie::kNone;  // the trie's node behind the word before
  for (size_t begin = 0; begin < name.size();) {
    const auto letter = [&](size_t i) { return name[i] >= 'a' && name[i] <= 'z'; };
    if (!letter(begin)) {
      ++begin;
      continue;
    }
    size_t end = begin;
    while (end < name.size() && letter(end)) ++end;
    const std::string_view word = std::string_view(name).substr(begin, end - begin);
    begin = end;
    const uint32_t alone = step(PhraseTrie::kRoot, word);
    for (const uint32_t node : {step(before, word), alone})
      if (const uint32_t country = state(node); country != kNone) return country;
    before = alone;
    for (size_t cut = 3; cut + 3 <= word.size(); ++cut) {  // "whitehouse"
      const uint32_t node = step(step(PhraseTrie::kRoot, word.substr(0, cut)), word.substr(cut));
      if (const uint32_t country = state(node); country != kNone) return country;
    }
  }
  return kNone;
}

// "DR Congo: Annan condemns …", as the UN's and the monitors' headlines begin.
uint32_t Resolver::StateOfHeadline() const {
  const std::vector<Sentence>& sentences = view_.layers.sentences;
  if (sentences.empty() || !sentences[0].headline) return kNone;
  const TokenIndex begin = sentences[0].begin;
  const std::vector<LexiconHit>& hits = view_.layers.lexicon_hits;
  for (uint32_t hit = view_.syntax.first_hit[begin]; hit < hits.size() && hits[hit].begin == begin;
       ++hit) {
    const TokenIndex end = hits[hit].end;
    if (hits[hit].kind == EntryKind::kCountry && end < sentences[0].end && view_.At(end).Is(kColon))
      return rules_.lexicon.entries[hits[hit].entry.value()].index;
  }
  return kNone;
}

// By the phrases that name it or belong to it; the next one has to be told of clearly less.
uint32_t Resolver::StateMostTold() const {
  std::vector<uint32_t> counts(rules_.lexicon.countries.size());
  for (const NounPhrase& phrase : view_.syntax.phrases)
    if (phrase.country != kNone) ++counts[phrase.country];
  const auto top = std::max_element(counts.begin(), counts.end());
  if (top == counts.end() || *top == 0) return desk_;
  const uint32_t most = *top;
  *top = 0;
  const uint32_t next = *std::max_element(counts.begin(), counts.end());
  return 2 * most >= 3 * next ? static_cast<uint32_t>(top - counts.begin()) : kNone;
}

// "Presidential Message", "Fact Sheet", and not "G7 Statement" or "Leaders' Declaration".
bool Resolver::IsPlain(const NounPhrase& phrase) const {
  if (phrase.possessor.valid()) return false;
  for (TokenIndex token = phrase.range.begin; token < phrase.head; ++token)
    if (!(view_.syntax.classes[token] & kDeterminer) &&
        !flags_.Has(view_.At(token).term, kPlainModifier))
      return false;
  return true;
}

Referents Resolver::FindAuthor() {
  const TermSet& authored = rules_.List("authored_nouns");
  const TermSet& spoken = rules_.List("spoken_nouns");
  bool nobody_named = false, words_of_office = false;
  for (size_t s = 0; s < view_.layers.sentences.size(); ++s) {
    if (!view_.layers.sentences[s].headline) break;
    const Syntax::Extent& extent = view_.syntax.sentences[s];
    for (uint32_t p = extent.first_phrase; p < extent.last_phrase; ++p) {
      const NounPhrase& phrase = view_.syntax.phrases[p];
      if (authored.count(Head(phrase).noun_lemma) == 0 && authored.count(Head(phrase).term) == 0)
        continue;
      nobody_named = nobody_named || IsPlain(phrase);
      const auto persons = [&](NounPhraseId id) {
        Referents all;
        for (const Referent& one : ResolveOwner(id, SlotKind::kOwner))
          if (one.kind == Referent::Kind::kPerson || one.kind == Referent::Kind::kOrganization)
            AddOnce(&all, one);
        return all;
      };
      const bool speaks = spoken.count(Head(phrase).noun_lemma) != 0;
      words_of_office = words_of_office || (speaks && IsPlain(phrase));
      for (FollowingPhrases next(view_.syntax, phrase); next.valid(); next.Advance()) {
        if (!flags_.Has(next.preposition(), kByPreposition | kFromPreposition | kOfPreposition))
          continue;
        Referents author = persons(next.phrase());
        author_speaks_ = speaks && !author.empty();
        if (!author.empty()) return author;
      }
      if (phrase.possessor.valid()) {
        Referents author = persons(phrase.possessor);
        author_speaks_ = speaks && !author.empty();
        if (!author.empty()) return author;
      }
    }
  }
  Referents author = FindSignatory();
  author_speaks_ = !author.empty() || words_of_office;
  // "Presidential Message": it is published by the state's own office.
  if (author.empty() && nobody_named && publisher_ != kNoCountry)
    author.push_back({Referent::Kind::kCountry, publisher_, NounPhraseId()});
  return author;
}

// Who signs a letter: "Sincerely, / JANE DOE" at its end.
Referents Resolver::FindSignatory() const {
  constexpr size_t kMostLinesBehind = 3;  // "THE WHITE HOUSE," and the day
  const std::vector<Sentence>& sentences = view_.layers.sentences;
  auto mention = mentions_.rbegin();
  for (size_t s = sentences.size(); s-- > 0 && sentences.size() - s <= kMostLinesBehind + 1;) {
    while (mention != mentions_.rend() && mention->range.begin > sentences[s].begin) ++mention;
    if (mention == mentions_.rend() || sentences[s].headline) return {};
    if (mention->range.begin == sentences[s].begin && mention->range.end + 1 >= sentences[s].end)
      return {{Referent::Kind::kPerson, mention->person.value(), NounPhraseId()}};
  }
  return {};
}

// "MS. QUISPE: …", "THE PRESIDENT: …", "Q: …": in a transcript, a sentence that begins so has a new
// speaker, up to the next.
void Resolver::FindLabels() {
  constexpr TokenIndex kMostWords = 6;
  for (const Sentence& sentence : view_.layers.sentences) {
    if (sentence.headline) continue;
    TokenIndex t = sentence.begin;
    const TokenIndex limit = std::min(sentence.end, t + kMostWords);
    while (t < limit && view_.At(t).Has(kLetters) && !view_.At(t).Has(kLowerCase)) ++t;
    if (t == sentence.begin || t == limit || !view_.At(t).Is(kColon)) continue;
    const uint32_t phrase = view_.syntax.phrase_at[t - 1];
    labels_.push_back(
        {sentence.begin, phrase == Syntax::kNone ? NounPhraseId() : NounPhraseId(phrase)});
  }
}

Referents Resolver::Labelled(TokenIndex token, int depth) {
  const auto after =
      std::upper_bound(labels_.begin(), labels_.end(), token,
                       [](TokenIndex t, const Label& label) { return t < label.begin; });
  if (after == labels_.begin() || !(after - 1)->phrase.valid()) return {};
  const NounPhraseId phrase = (after - 1)->phrase;
  const Referents speaker = ResolveOne(phrase, depth + 1);
  const bool person = !speaker.empty() && speaker[0].kind == Referent::Kind::kPerson;
  return person ? speaker : Referents();
}

Referents Resolver::SpeakerIn(const Quotation& quotation, int depth) {
  if (!quotation.speaker.valid()) return {};
  Referents all;
  for (NounPhraseId member = quotation.speaker; member.valid(); member = view_.syntax[member].next)
    for (const Referent& one : ResolveOne(member, depth + 1)) AddOnce(&all, one);
  // "the statement said": whose statement it is.
  if (all.empty() && view_.syntax[quotation.speaker].reading == Reading::kThing)
    all = OwnerOf(quotation.speaker, SlotKind::kOwner, depth + 1);
  return all;
}

Referents Resolver::Claimant(TokenIndex token) {
  if (const Quotation* quotation = quotations_.At(token)) return SpeakerIn(*quotation, 0);
  const NounPhraseId speaker = quotations_.SpeakerBeside(token);
  return speaker.valid() ? Resolve(speaker) : Referents();
}

bool Resolver::Reports(const Referents& all) const {
  if (all.empty() || all[0].kind != Referent::Kind::kOrganization) return false;
  const std::string& sector = rules_.lexicon.organizations[all[0].index].sector;
  return sector == "MED" || sector == "JRN";
}

// Who says "we" or "I" at `id`: the speaker of the quotation; outside of one, whoever says so in
// the same sentence, else the author whom the headline names.
Referents Resolver::Speaker(NounPhraseId id, int depth) {
  const Syntax& syntax = view_.syntax;
  const TokenIndex here = syntax[id].range.begin;
  // "we" is not the agency that reports it.
  const auto reports = [&](const Referents& all) { return Reports(all); };
  if (const Quotation* quotation = quotations_.At(here)) {
    Referents speaker = SpeakerIn(*quotation, depth);
    return reports(speaker) ? Referents() : speaker;
  }
  const uint32_t sentence = quotations_.SentenceOf(here);
  const Syntax::Extent& extent = syntax.sentences[sentence];
  for (uint32_t c = extent.last_clause; c-- > extent.first_clause;) {
    const Clause& clause = syntax.clauses[c];
    if (clause.verb.head > here || clause.relation == Clause::Relation::kRelative) continue;
    if (!flags_.Has(clause.verb.lemma, kSpeechVerb) || !clause.subject.valid() ||
        clause.subject == id || syntax[clause.subject].reading == Reading::kPronoun)
      continue;
    Referents speaker = ResolveOne(clause.subject, depth + 1);
    if (!speaker.empty() && !reports(speaker)) return speaker;
  }
  if (const NounPhraseId beside = quotations_.SpeakerBeside(here); beside.valid())
    return ResolveOne(beside, depth + 1);
  if (!labels_.empty()) return Labelled(here, depth);
  // "I" is one person: not the two who made a joint statement, nor a state.
  const bool one = author_.size() == 1 && author_[0].kind == Referent::Kind::kPerson;
  return !one && !syntax[id].plural ? Referents() : author_;
}

// Who says what stands at `token` in no quotation and behind no verb of saying: the author of a
// statement, not of a readout or a transcript.
Referents Resolver::AuthorAt(TokenIndex token) {
  if (!author_speaks_ || author_.empty() || !labels_.empty()) return {};
  if (quotations_.At(token) || quotations_.SpeakerBeside(token).valid()) return {};
  const Syntax::Extent& extent = view_.syntax.sentences[quotations_.SentenceOf(token)];
  for (uint32_t c = extent.first_clause; c < extent.last_clause; ++c) {
    const Clause& clause = view_.syntax.clauses[c];
    if (flags_.Has(clause.verb.lemma, kSpeechVerb) && clause.subject.valid() &&
        view_.syntax[clause.subject].reading != Reading::kPronoun)
      return {};
  }
  return author_;
}

// Who is "you" at `id`: whom the words are said or written to ("told Oman's envoy: …", "wrote to
// the president"), else the other one of two who were together.
Referents Resolver::Addressee(NounPhraseId id, int depth) {
  const Syntax& syntax = view_.syntax;
  const Quotation* const quotation = quotations_.At(syntax[id].range.begin);
  if (!quotation || !quotation->speaker.valid()) return {};
  const Referents speaker = SpeakerIn(*quotation, depth);
  if (const ClauseId said = syntax[quotation->speaker].clause; said.valid()) {
    const Clause& clause = syntax[said];
    NounPhraseId listener;
    if (clause.patient.valid() && IsSomebody(syntax[clause.patient])) listener = clause.patient;
    for (const Complement& complement : clause.complements)
      if (flags_.Has(complement.preposition, kRecipient) && IsSomebody(syntax[complement.phrase]) &&
          !listener.valid())
        listener = complement.phrase;
    if (listener.valid() && !quotations_.At(syntax[listener].range.begin)) {
      const Referents found = ResolveList(listener, depth);
      if (!found.empty() && found != speaker) return found;
    }
  }
  const Referents parties = PartiesNear(syntax[id].range.begin, kAddressReach);
  if (speaker.size() != 1 || parties.size() != 2) return {};
  if (parties[0] == speaker[0]) return {parties[1]};
  if (parties[1] == speaker[0]) return {parties[0]};
  return {};
}

}  // namespace telex
