// Whose words a text is: the speaker of a quotation, and the author whom a headline names
// ("Statement by X", "Readout of X's call").
#include "pipeline/discourse/referents.h"
#include "pipeline/events/following.h"

namespace telex {

Referents Resolver::FindAuthor() {
  const TermSet& authored = rules_.List("authored_nouns");
  for (size_t s = 0; s < view_.layers.sentences.size(); ++s) {
    if (!view_.layers.sentences[s].headline) break;
    const Syntax::Extent& extent = view_.syntax.sentences[s];
    for (uint32_t p = extent.first_phrase; p < extent.last_phrase; ++p) {
      const NounPhrase& phrase = view_.syntax.phrases[p];
      if (authored.count(Head(phrase).noun_lemma) == 0 && authored.count(Head(phrase).term) == 0)
        continue;
      const auto persons = [&](NounPhraseId id) {
        Referents all;
        for (const Referent& one : ResolveOwner(id, SlotKind::kOwner))
          if (one.kind == Referent::Kind::kPerson || one.kind == Referent::Kind::kOrganization)
            AddOnce(&all, one);
        return all;
      };
      for (FollowingPhrases next(view_.syntax, phrase); next.valid(); next.Advance()) {
        if (!flags_.Has(next.preposition(), kByPreposition | kFromPreposition | kOfPreposition))
          continue;
        Referents author = persons(next.phrase());
        if (!author.empty()) return author;
      }
      if (phrase.possessor.valid()) {
        Referents author = persons(phrase.possessor);
        if (!author.empty()) return author;
      }
    }
  }
  return {};
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

// Who says "we" or "I" at `id`: the speaker of the quotation; outside of one, whoever says so in
// the same sentence, else the author whom the headline names.
Referents Resolver::Speaker(NounPhraseId id, int depth) {
  const Syntax& syntax = view_.syntax;
  const TokenIndex here = syntax[id].range.begin;
  const auto reports = [&](const Referents& all) {  // "we" is not the agency that reports it
    return !all.empty() && all[0].kind == Referent::Kind::kOrganization &&
           (rules_.lexicon.organizations[all[0].index].sector == "MED" ||
            rules_.lexicon.organizations[all[0].index].sector == "JRN");
  };
  if (const Quotation* quotation = quotations_.At(here)) {
    Referents speaker = SpeakerIn(*quotation, depth);
    return reports(speaker) ? Referents() : speaker;
  }
  const Syntax::Extent& extent = syntax.sentences[quotations_.SentenceOf(here)];
  for (uint32_t c = extent.last_clause; c-- > extent.first_clause;) {
    const Clause& clause = syntax.clauses[c];
    if (!flags_.Has(clause.verb.lemma, kSpeechVerb) || !clause.subject.valid() ||
        clause.subject == id || syntax[clause.subject].reading == Reading::kPronoun)
      continue;
    Referents speaker = ResolveOne(clause.subject, depth + 1);
    if (!speaker.empty() && !reports(speaker)) return speaker;
  }
  if (const NounPhraseId beside = quotations_.SpeakerBeside(here); beside.valid())
    return ResolveOne(beside, depth + 1);
  // "I" is one person: not the two who made a joint statement.
  return author_.size() > 1 && !syntax[id].plural ? Referents() : author_;
}

}  // namespace telex
