// Pronouns of one: "he", "her", "it", "we" and who is meant by them.
#include <algorithm>

#include "pipeline/discourse/referents.h"
#include "pipeline/events/slots.h"

namespace telex {

// Whether a person can be meant by a pronoun of this gender: who was once "she" is not "he"
// afterwards.
bool Resolver::Fits(uint32_t person, const PronounFeatures& features) const {
  if (features.gender != Gender::kMale && features.gender != Gender::kFemale) return true;
  const Gender known = person < genders_.size() ? genders_[person] : Gender::kAny;
  return known == Gender::kAny || known == features.gender;
}

void Resolver::Learn(const Referent& referent, const PronounFeatures& features) {
  if (referent.kind != Referent::Kind::kPerson) return;
  if (features.gender != Gender::kMale && features.gender != Gender::kFemale) return;
  genders_.resize(view_.syntax.people.size(), Gender::kAny);
  genders_[referent.index] = features.gender;
}

uint32_t Resolver::SentenceOf(TokenIndex token) const {
  const std::vector<Sentence>& sentences = view_.layers.sentences;
  const auto after =
      std::upper_bound(sentences.begin(), sentences.end(), token,
                       [](TokenIndex t, const Sentence& sentence) { return t < sentence.begin; });
  return after == sentences.begin() ? 0 : static_cast<uint32_t>(after - sentences.begin() - 1);
}

// The last subject before `before` that a pronoun can mean: in its own sentence first (not in its
// own clause), then in the sentences before, the latest clause first.
bool Resolver::LastSubject(NounPhraseId before, bool people, const PronounFeatures& features,
                           const Referents& not_these, Referent* found, int depth) {
  const Syntax& syntax = view_.syntax;
  const NounPhrase& phrase = syntax[before];
  const TokenIndex here = phrase.range.begin;
  const uint32_t own_sentence = SentenceOf(here);
  Referent phrase_found;  // a role phrase counts only where nobody is named
  bool any_phrase = false;
  for (uint32_t back = 0; back <= kSentencesBack && back <= own_sentence; ++back) {
    const uint32_t sentence = own_sentence - back;
    const Syntax::Extent& extent = syntax.sentences[sentence];
    // In earlier sentences the main subject, which stands first, counts before those of clauses
    // inside.
    for (int pass = 0; pass < 2; ++pass) {
      for (uint32_t c = 0; c < extent.last_clause - extent.first_clause; ++c) {
        const uint32_t index = back == 0 ? extent.last_clause - 1 - c : extent.first_clause + c;
        const Clause& clause = syntax.clauses[index];
        const bool main = clause.relation == Clause::Relation::kMain ||
                          clause.relation == Clause::Relation::kCoordinate;
        if ((pass == 0) != main) continue;
        if (!clause.subject.valid() || clause.subject == before ||
            syntax[clause.subject].range.begin >= here)
          continue;
        if (back == 0 && phrase.clause.valid() && ClauseId(index) == phrase.clause &&
            phrase.position != NounPhrase::Position::kNone)
          continue;                                         // "X met him": not X
        if (syntax[clause.subject].next.valid()) continue;  // several people are no "he"
        for (const Referent& one : ResolveOne(clause.subject, depth + 1)) {
          const bool person =
              one.kind == Referent::Kind::kPerson ||
              (one.kind == Referent::Kind::kPhrase &&
               syntax[one.phrase].reading != Reading::kOrganization && !syntax[one.phrase].plural);
          if (people != person) continue;
          if (one.kind == Referent::Kind::kPerson && !Fits(one.index, features)) continue;
          if (std::find(not_these.begin(), not_these.end(), one) != not_these.end()) continue;
          if (people && one.kind == Referent::Kind::kPhrase) {
            if (!any_phrase) phrase_found = one;
            any_phrase = true;
            continue;
          }
          *found = one;
          return true;
        }
      }
    }
  }
  if (any_phrase) *found = phrase_found;
  return any_phrase;
}

// Who speaks where "we" or "I" stands: the subject of the verb of speech in this sentence, else of
// the sentences before.
Referents Resolver::Speaker(NounPhraseId id, int depth) {
  const Syntax& syntax = view_.syntax;
  const TokenIndex here = syntax[id].range.begin;
  const uint32_t sentence = SentenceOf(here);
  for (uint32_t back = 0; back <= kSentencesBack && back <= sentence; ++back) {
    const Syntax::Extent& extent = syntax.sentences[sentence - back];
    for (uint32_t c = extent.last_clause; c-- > extent.first_clause;) {
      const Clause& clause = syntax.clauses[c];
      if (!flags_.Has(clause.verb.lemma, kSpeechVerb) || !clause.subject.valid() ||
          clause.subject == id)
        continue;
      if (syntax[clause.subject].reading == Reading::kPronoun &&
          syntax[clause.subject].range.begin == here)
        continue;
      const Referents speaker = ResolveOne(clause.subject, depth + 1);
      const bool reporter = !speaker.empty() && speaker[0].kind == Referent::Kind::kOrganization &&
                            rules_.lexicon.organizations[speaker[0].index].sector == "MED";
      if (!speaker.empty() && !reporter) return speaker;  // "we" is not the agency that reports it
    }
  }
  return {};
}

// "In his meeting with X, the minister said": a pronoun in a phrase that stands before its clause's
// subject means that one.
NounPhraseId Resolver::SubjectBehind(NounPhraseId id) const {
  const NounPhrase& pronoun = view_.syntax[id];
  if (!pronoun.possessed.valid()) return NounPhraseId();
  const NounPhrase& host = view_.syntax[pronoun.possessed];
  if (!host.clause.valid() || host.position != NounPhrase::Position::kComplement)
    return NounPhraseId();
  const NounPhraseId subject = view_.syntax[host.clause].subject;
  if (!subject.valid() || view_.syntax[subject].range.begin < host.range.begin)
    return NounPhraseId();
  return subject;
}

Referents Resolver::ResolvePronoun(NounPhraseId id, int depth) {
  const NounPhrase& phrase = view_.syntax[id];
  auto listed = rules_.pronouns.find(Head(phrase).term);
  PronounFeatures features;
  if (listed == rules_.pronouns.end()) {
    if (!phrase.plural) return {};
    features.plural = true;
  } else {
    features = listed->second;
  }
  if (features.person == 1) return Speaker(id, depth);
  if (features.person == 2) return {};
  if (features.plural) return ResolveGroup(id, depth);
  if (const NounPhraseId subject = SubjectBehind(id); subject.valid()) {
    const Referents ahead = ResolveOne(subject, depth + 1);
    if (ahead.size() == 1 && !view_.syntax[subject].plural) return ahead;
  }
  Referent found;
  if (features.gender == Gender::kThing) {
    if (LastSubject(id, false, features, {}, &found, depth)) return {found};
    // Else the state or body named last: "Israel's violations of a ceasefire it struck".
    for (size_t p = id.value(), end = FarthestBack(id); p-- > end;) {
      const NounPhrase& earlier = view_.syntax.phrases[p];
      if (earlier.reading == Reading::kCountry || earlier.reading == Reading::kOrganization)
        return ResolveOne(NounPhraseId(p), depth + 1);
    }
    return {};
  }
  // An object is not its own subject: "he asked her", "she thanked him".
  Referents other;
  if (!phrase.possessed.valid() && phrase.clause.valid() &&
      phrase.position != NounPhrase::Position::kSubject) {
    const NounPhraseId subject = view_.syntax[phrase.clause].subject;
    if (subject.valid() && subject != id) other = ResolveOne(subject, depth + 1);
  }
  // The other one of two who were together: "He called Y. He asked her …".
  if (other.size() == 1 &&
      std::find(parties_.begin(), parties_.end(), other[0]) != parties_.end()) {
    for (const Referent& party : parties_)
      if (party.kind == Referent::Kind::kPerson && !(party == other[0]) &&
          Fits(party.index, features)) {
        Learn(party, features);
        return {party};
      }
  }
  const bool subject_found = LastSubject(id, true, features, other, &found, depth);
  if (subject_found && found.kind == Referent::Kind::kPerson) {
    Learn(found, features);
    return {found};
  }
  const Referent role = found;  // counts only where nobody is named
  for (size_t p = id.value(), end = FarthestBack(id); p-- > end;) {
    const NounPhrase& earlier = view_.syntax.phrases[p];
    if (earlier.reading != Reading::kPerson || !Fits(earlier.person.value(), features)) continue;
    found = PersonReferent(earlier.person, NounPhraseId(p));
    if (std::find(other.begin(), other.end(), found) != other.end()) continue;
    Learn(found, features);
    return {found};
  }
  return subject_found ? Referents{role} : Referents();
}

}  // namespace telex
