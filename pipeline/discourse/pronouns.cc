// Pronouns of one: "he", "her", "it", "whose" and who is meant by them.
//
// Subjects come first: of the pronoun's own sentence from right to left (not of its own clause),
// then of the sentences before, their main clauses before those inside. What stands in quotation
// marks counts after what the story says itself, and for a pronoun in the same marks before. A
// person must fit by title, given name and what earlier pronouns told; a role nobody is named for
// ("a Kenyan official said … he added") counts as one. Else whoever was named last.
#include <boost/container/small_vector.hpp>

#include <algorithm>
#include <array>

#include "pipeline/discourse/referents.h"
#include "pipeline/events/slots.h"

namespace telex {

// Whether a person can be meant by a pronoun of this gender: who was once "she" is not "he"
// afterwards.
bool Resolver::Fits(uint32_t person, const PronounFeatures& features) const {
  if (features.gender != Gender::kMale && features.gender != Gender::kFemale) return true;
  return genders_[person] == Gender::kAny || genders_[person] == features.gender;
}

void Resolver::Learn(const Referent& referent, const PronounFeatures& features) {
  if (referent.kind != Referent::Kind::kPerson) return;
  if (features.gender != Gender::kMale && features.gender != Gender::kFemale) return;
  genders_[referent.index] = features.gender;
}

// "he" is somebody, "it" a state or a body.
bool Resolver::MeansSomebody(const Referent& one, const PronounFeatures& features,
                             bool people) const {
  switch (one.kind) {
    case Referent::Kind::kPerson:
      return people && Fits(one.index, features);
    case Referent::Kind::kCountry:
    case Referent::Kind::kOrganization:
      return !people;
    case Referent::Kind::kPhrase: {
      const NounPhrase& phrase = view_.syntax[one.phrase];
      if (HeadIsPlural(phrase) || phrase.reading == Reading::kPronoun) return false;
      if (!people) return phrase.inanimate || phrase.reading == Reading::kOrganization;
      if (!IsSomebody(phrase) || phrase.reading == Reading::kOrganization) return false;
      const Gender gender = GenderOfRole(phrase);
      return gender == Gender::kAny || gender == features.gender;
    }
  }
  return false;
}

Resolver::Found Resolver::LastSubject(NounPhraseId before, bool people,
                                      const PronounFeatures& features, const Referents& not_these,
                                      uint32_t reach, Referent* found, int depth) {
  const Syntax& syntax = view_.syntax;
  const NounPhrase& phrase = syntax[before];
  const TokenIndex here = phrase.range.begin;
  const uint32_t own_sentence = quotations_.SentenceOf(here);
  const Quotation* const quotation = quotations_.At(here);
  bool any_name = false;  // what may be one who is named elsewhere counts last of all
  for (uint32_t back = 0; back <= reach && back <= own_sentence; ++back) {
    const Syntax::Extent& extent = syntax.sentences[own_sentence - back];
    const uint32_t count = extent.last_clause - extent.first_clause;
    Referent role;  // counts where nobody is named in the sentence
    bool any_role = false;
    // The subjects in the order in which they count: of main clauses in the same quotation or
    // outside of any, of other clauses there, of main clauses elsewhere, of others there.
    std::array<boost::container::small_vector<NounPhraseId, 8>, 4> subjects;
    for (uint32_t c = 0; c < count; ++c) {
      const uint32_t index = back == 0 ? extent.last_clause - 1 - c : extent.first_clause + c;
      const Clause& clause = syntax.clauses[index];
      if (!clause.subject.valid()) continue;
      // "Quispe's appeal has had no answer. Her criticism …": whose thing it is.
      const bool owned = syntax[clause.subject].reading == Reading::kThing &&
                         syntax[clause.subject].possessor.valid();
      const NounPhraseId of_clause = owned ? syntax[clause.subject].possessor : clause.subject;
      if (of_clause == before) continue;
      const NounPhrase& subject = syntax[of_clause];
      if (subject.range.begin >= here) continue;
      if (back == 0 && ClauseId(index) == phrase.clause &&
          phrase.position != NounPhrase::Position::kNone)
        continue;                          // "X met him": not X
      if (subject.next.valid()) continue;  // several people are no "he"
      // "Applauding the envoy's plan to meet, he": whose plan it is, is not he.
      if (clause.verb.form == VerbGroup::Form::kInfinitive && !owned &&
          subject.position == NounPhrase::Position::kNone)
        continue;
      const bool main = clause.relation == Clause::Relation::kMain ||
                        clause.relation == Clause::Relation::kCoordinate;
      const bool elsewhere = quotations_.At(subject.range.begin) != quotation;
      subjects[(elsewhere ? 2u : 0u) + (main ? 0u : 1u)].push_back(of_clause);
    }
    for (const auto& pass : subjects) {
      for (const NounPhraseId of_clause : pass) {
        for (const Referent& one : ResolveOne(of_clause, depth + 1)) {
          if (!MeansSomebody(one, features, people)) continue;
          if (std::find(not_these.begin(), not_these.end(), one) != not_these.end()) continue;
          if (people && one.kind == Referent::Kind::kPhrase) {
            // "a Kenyan official said. He …": a new one, as is any in the same sentence. "the
            // director" before it has been named, perhaps.
            const bool fresh = back == 0 || syntax[one.phrase].indefinite;
            bool& any = fresh ? any_role : any_name;
            if (!any) (fresh ? role : *found) = one;
            any = true;
            continue;
          }
          *found = one;
          return Found::kSurely;
        }
      }
    }
    if (any_role) {
      *found = role;
      return Found::kSurely;
    }
  }
  return any_name ? Found::kPerhaps : Found::kNobody;
}

// A pronoun may stand before the one it means: "In his meeting with X, the minister said", "After
// she left Oslo, the minister said".
NounPhraseId Resolver::SubjectBehind(NounPhraseId id) const {
  const Syntax& syntax = view_.syntax;
  const NounPhrase& pronoun = syntax[id];
  if (pronoun.possessed.valid()) {
    const NounPhrase& host = syntax[pronoun.possessed];
    if (!host.clause.valid() || host.position != NounPhrase::Position::kComplement)
      return NounPhraseId();
    const NounPhraseId subject = syntax[host.clause].subject;
    if (!subject.valid() || syntax[subject].range.begin < host.range.begin) return NounPhraseId();
    return subject;
  }
  if (!pronoun.clause.valid() || pronoun.position != NounPhrase::Position::kSubject)
    return NounPhraseId();
  const Clause& clause = syntax[pronoun.clause];
  const Syntax::Extent& extent = syntax.sentences[clause.sentence];
  if (clause.relation != Clause::Relation::kAdjunct ||
      pronoun.clause.value() != extent.first_clause)
    return NounPhraseId();
  for (uint32_t c = extent.first_clause + 1; c < extent.last_clause; ++c) {
    const Clause& later = syntax.clauses[c];
    if (later.relation != Clause::Relation::kMain || !later.subject.valid()) continue;
    return syntax[later.subject].reading == Reading::kPronoun ? NounPhraseId() : later.subject;
  }
  return NounPhraseId();
}

// "expelled the attache, accusing him of": an object of a participle is that of the clause that it
// hangs on.
NounPhraseId Resolver::PatientAbove(NounPhraseId id) const {
  const NounPhrase& pronoun = view_.syntax[id];
  if (pronoun.possessed.valid() || !pronoun.clause.valid() ||
      pronoun.position != NounPhrase::Position::kObject)
    return NounPhraseId();
  const Clause& clause = view_.syntax[pronoun.clause];
  const ClauseId over = clause.parent.valid() ? clause.parent : clause.governor;
  if (clause.relation != Clause::Relation::kParticiple || !over.valid()) return NounPhraseId();
  const Clause& above = view_.syntax[over];
  const bool before = above.patient.valid() && above.patient != id && !above.verb.passive &&
                      above.subject == clause.subject &&
                      view_.syntax[above.patient].range.begin < pronoun.range.begin;
  return before && IsSomebody(view_.syntax[above.patient]) ? above.patient : NounPhraseId();
}

// "Rosa Quispe, whose visit …": the noun before it.
Referents Resolver::ResolveRelative(NounPhraseId id, int depth) {
  const TokenIndex begin =
      view_.layers.sentences[quotations_.SentenceOf(view_.syntax[id].range.begin)].begin;
  for (size_t p = id.value(); p-- > 0;) {
    const NounPhrase& before = view_.syntax.phrases[p];
    if (before.range.begin < begin) break;
    if (IsActor(before)) return ResolveOne(NounPhraseId(p), depth + 1);
  }
  return {};
}

Referents Resolver::ResolveThing(NounPhraseId id, const PronounFeatures& features, int depth) {
  Referent found;
  if (LastSubject(id, false, features, {}, 0, &found, depth) == Found::kSurely) return {found};
  // "Russian exports after its invasion": in the sentence, whoever is named right before.
  if (view_.syntax[id].possessed.valid()) {
    const TokenIndex begin =
        view_.layers.sentences[quotations_.SentenceOf(view_.syntax[id].range.begin)].begin;
    for (size_t p = id.value(); p-- > 0 && view_.syntax.phrases[p].range.begin >= begin;) {
      const NounPhrase& earlier = view_.syntax.phrases[p];
      if (earlier.reading == Reading::kCountry || earlier.reading == Reading::kOrganization)
        return ResolveOne(NounPhraseId(p), depth + 1);
      if (earlier.reading == Reading::kThing && earlier.country != kNone)
        return {{Referent::Kind::kCountry, earlier.country, NounPhraseId(p)}};
    }
  }
  if (LastSubject(id, false, features, {}, kSentencesBack, &found, depth) == Found::kSurely)
    return {found};
  // Else the state or body named last: "Israel's violations of a ceasefire it struck".
  const uint32_t sentence = quotations_.SentenceOf(view_.syntax[id].range.begin);
  const TokenIndex far =
      view_.layers.sentences[sentence > kSentencesBack ? sentence - kSentencesBack : 0].begin;
  for (size_t p = id.value(), end = FarthestBack(id); p-- > end;) {
    const NounPhrase& earlier = view_.syntax.phrases[p];
    if (earlier.range.begin < far) break;
    if (earlier.reading == Reading::kCountry || earlier.reading == Reading::kOrganization)
      return ResolveOne(NounPhraseId(p), depth + 1);
  }
  return {};
}

// A number that alone is who a verb is about: "killing 40"; no year, age or number of an order.
bool Resolver::IsHeadcount(const NounPhrase& phrase) const {
  const Word& head = Head(phrase);
  if (phrase.definite || phrase.range.size() != 1 || head.Has(kYearLike) || head.date_value < 2 ||
      (view_.syntax.classes[phrase.head] & kNumber) == 0 ||
      (phrase.position != NounPhrase::Position::kObject &&
       phrase.position != NounPhrase::Position::kSubject))
    return false;
  return phrase.head > 0 &&
         !(view_.syntax.classes[phrase.head - 1] & (kNoun | kName | kComma | kNumber | kStop));
}

Referents Resolver::ResolvePronoun(NounPhraseId id, int depth) {
  const NounPhrase& phrase = view_.syntax[id];
  auto listed = rules_.pronouns.find(Head(phrase).term);
  PronounFeatures features;
  if (listed == rules_.pronouns.end()) {
    // "both", "the two", "the three"; "dozens" and "killing 40" are people without a name, "many",
    // "$2" and "each" nobody.
    // "thanked those who had helped": they are who the words say they are.
    const std::vector<Item>& items = view_.syntax.items;
    if (rules_.List("open_persons").count(Head(phrase).term) != 0 &&
        phrase.item + 1 < items.size() && items[phrase.item + 1].kind == Item::Kind::kRelative)
      return {{Referent::Kind::kPhrase, 0, id}};
    if (rules_.List("crowds").count(Head(phrase).term) != 0 || IsHeadcount(phrase))
      return {{Referent::Kind::kPhrase, 0, id}};
    if (!phrase.plural || phrase.number < 2 || !phrase.definite) return {};
    features.plural = true;
  } else {
    features = listed->second;
  }
  if (flags_.Has(Head(phrase).term, kWhose)) return ResolveRelative(id, depth);
  if (features.person == 1) return Speaker(id, depth);
  if (features.person == 2) return Addressee(id, depth);
  // "arrested 30 of them": those, if one word says who they are.
  if (features.plural && phrase.of.valid() && phrase.of.value() > id.value()) {
    const Referents whole = ResolveOne(phrase.of, depth + 1);
    const bool part = whole.size() > 1 && phrase.number > 0 && phrase.number != whole.size();
    return whole.empty() || part ? Referents{{Referent::Kind::kPhrase, 0, id}} : whole;
  }
  if (features.plural) return ResolveGroup(id, depth);
  if (const NounPhraseId subject = SubjectBehind(id); subject.valid()) {
    const Referents ahead = ResolveOne(subject, depth + 1);
    if (ahead.size() == 1 && !view_.syntax[subject].plural &&
        MeansSomebody(ahead[0], features, features.gender != Gender::kThing))
      return ahead;
  }
  if (features.gender == Gender::kThing) return ResolveThing(id, features, depth);
  // An object is not its own subject: "he asked her", "she thanked him". Nor is whoever speaks.
  Referents other;
  if (!phrase.possessed.valid() && phrase.clause.valid() &&
      phrase.position != NounPhrase::Position::kSubject) {
    const NounPhraseId subject = view_.syntax[phrase.clause].subject;
    if (subject.valid() && subject != id) other = ResolveOne(subject, depth + 1);
  }
  // "While praising Cairo's envoy, she left": nor whom the subject praised.
  if (phrase.clause.valid() && phrase.position == NounPhrase::Position::kSubject) {
    const Syntax& syntax = view_.syntax;
    const uint32_t sentence = syntax[phrase.clause].sentence;
    for (uint32_t c = syntax.sentences[sentence].first_clause; c < phrase.clause.value(); ++c) {
      const Clause& before = syntax.clauses[c];
      if (before.subject != id || !before.patient.valid()) continue;
      const NounPhraseId owner = syntax[before.patient].possessor;
      const NounPhraseId whom = owner.valid() ? owner : before.patient;
      if (syntax[whom].reading == Reading::kPronoun) continue;
      for (const Referent& one : ResolveOne(whom, depth + 1)) AddOnce(&other, one);
    }
  }
  if (const NounPhraseId patient = PatientAbove(id); patient.valid()) {
    const Referents above = ResolveOne(patient, depth + 1);
    if (above.size() == 1 && MeansSomebody(above[0], features, true) &&
        std::find(other.begin(), other.end(), above[0]) == other.end()) {
      Learn(above[0], features);
      return above;
    }
  }
  Referent found;
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
  if (const Quotation* quotation = quotations_.At(phrase.range.begin))
    for (const Referent& speaker : SpeakerIn(*quotation, depth)) AddOnce(&other, speaker);
  const Found subject = LastSubject(id, true, features, other, kSentencesBack, &found, depth);
  if (subject == Found::kSurely) {
    Learn(found, features);
    return {found};
  }
  const Referent name = found;  // counts only where nobody is known
  for (size_t p = id.value(), end = FarthestBack(id); p-- > end;) {
    const NounPhrase& earlier = view_.syntax.phrases[p];
    if (earlier.reading != Reading::kPerson || !Fits(earlier.person.value(), features)) continue;
    found = PersonReferent(earlier.person, NounPhraseId(p));
    if (std::find(other.begin(), other.end(), found) != other.end()) continue;
    Learn(found, features);
    return {found};
  }
  return subject == Found::kPerhaps ? Referents{name} : Referents();
}

}  // namespace telex
