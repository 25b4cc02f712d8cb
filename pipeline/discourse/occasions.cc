// What took place on an occasion that was told of before, or beside another deed.

#include <algorithm>

#include "pipeline/discourse/scenes.h"

namespace telex {
namespace {

constexpr uint32_t kOccasionReach = 4;  // sentences back from "in the clashes"

bool IsPlaced(const Draft& draft) { return draft.place.valid() || draft.at_dateline; }

void TakePlace(const Draft& from, Draft* draft) {
  draft->place = from.place;
  draft->at_dateline = from.at_dateline;
}

}  // namespace

// "In recent months, Kenya has condemned …": the sentence says when.
bool Scenes::HasDate(const StoryView& view, uint32_t sentence) const {
  const Sentence& extent = view.layers.sentences[sentence];
  const auto& dates = view.layers.dates;
  const auto first =
      std::lower_bound(dates.begin(), dates.end(), extent.begin,
                       [](const DateMention& a, TokenIndex b) { return a.begin < b; });
  return first != dates.end() && first->begin < extent.end;
}

// "Speaking at the ceremony, she praised": of the day and place of what was told right before to
// have been done at one, or signed.
void Scenes::ShareGathering(const StoryView& view, const std::vector<Draft>& drafts, size_t index,
                            Draft* draft) const {
  const uint32_t sentence = draft->candidate.sentence;
  if (draft->status != EventStatus::kActual || draft->headline) return;
  const Syntax::Extent& extent = view.syntax.sentences[sentence];
  for (uint32_t p = extent.first_phrase; p < extent.last_phrase; ++p) {
    const NounPhrase& gathering = view.syntax.phrases[p];
    const TermId noun = view.At(gathering.head).noun_lemma;
    if (gathering.reading != Reading::kThing || !gathering.definite || gathering.plural) continue;
    if (gathering.possessor.valid() || gathering.of.valid() || gatherings_.count(noun) == 0)
      continue;
    if (!flags_.Has(gathering.preposition, kScenePreposition) &&
        gathering.position != NounPhrase::Position::kObject)
      continue;
    // What was told by the same word comes first.
    const Draft* found = nullptr;
    for (size_t b = index; b-- > 0;) {
      const Draft& before = drafts[b];
      if (before.candidate.sentence + kOccasionReach < sentence) break;
      if (before.candidate.sentence >= sentence || !IsPlaced(before)) continue;
      if (before.status != EventStatus::kActual) continue;
      const bool told = IsToldBy(view, before, noun);
      if (told || (found == nullptr && TypeOf(before).on_site)) found = &before;
      if (told) break;
    }
    if (found == nullptr) continue;
    if (draft->day.empty() && !HasDate(view, sentence)) {
      draft->date = found->date;
      draft->day = found->day;
    }
    if (!IsPlaced(*draft)) TakePlace(*found, draft);
    return;
  }
}

// Whether a draft was told by this noun, or as done in or at what it names.
bool Scenes::IsToldBy(const StoryView& view, const Draft& draft, TermId noun) const {
  if (view.At(draft.candidate.trigger).noun_lemma == noun) return true;
  if (!draft.candidate.clause.valid()) return false;
  for (const Complement& complement : view.syntax[draft.candidate.clause].complements)
    if (flags_.Has(complement.preposition, kScenePreposition) &&
        view.At(view.syntax[complement.phrase].head).noun_lemma == noun)
      return true;
  return false;
}

// "In the clashes, two died": of the day and place of the clashes that were told of right before.
void Scenes::ShareOccasions(const StoryView& view, std::vector<Draft>* drafts) const {
  for (size_t d = 1; d < drafts->size(); ++d) {
    Draft& draft = (*drafts)[d];
    const ClauseId clause = draft.candidate.clause;
    if (!draft.day.empty() && IsPlaced(draft)) continue;
    if (TypeOf(draft).speech_act) {
      ShareGathering(view, *drafts, d, &draft);
      continue;
    }
    if (!clause.valid() || draft.status != EventStatus::kActual) continue;
    if (draft.day.empty() && HasDate(view, draft.candidate.sentence)) continue;
    for (const Complement& complement : view.syntax[clause].complements) {
      const NounPhrase& occasion = view.syntax[complement.phrase];
      if (occasion.reading != Reading::kThing || !occasion.definite) continue;
      if (!flags_.Has(complement.preposition, kScenePreposition)) continue;
      const TermId noun = view.At(occasion.head).noun_lemma;
      for (size_t b = d; b-- > 0 && noun.valid();) {
        const Draft& before = (*drafts)[b];
        if (before.candidate.sentence + kOccasionReach < draft.candidate.sentence) break;
        if (before.candidate.sentence >= draft.candidate.sentence || !IsToldBy(view, before, noun))
          continue;
        if (draft.day.empty() && before.status == draft.status) {
          draft.date = before.date;
          draft.day = before.day;
        }
        if (!IsPlaced(draft)) TakePlace(before, &draft);
        break;
      }
    }
  }
}

// "killed two guards and looted shops": one deed of a sentence took place where the other did.
void Scenes::ShareDeeds(std::vector<Draft>* drafts) const {
  const auto deed = [&](const Draft& draft) {
    const EventType& type = TypeOf(draft);
    return !type.speech_act && !type.symmetric && !type.journey && !draft.candidate.noun.valid();
  };
  for (size_t d = 0; d < drafts->size(); ++d) {
    Draft& draft = (*drafts)[d];
    if (IsPlaced(draft) || !deed(draft) || draft.source.empty()) continue;
    for (const size_t beside : {d - 1, d + 1}) {
      if (beside >= drafts->size()) continue;
      const Draft& other = (*drafts)[beside];
      if (other.candidate.sentence != draft.candidate.sentence || !deed(other)) continue;
      if (!IsPlaced(other) || other.status != draft.status || other.day != draft.day) continue;
      if (other.source == draft.source) TakePlace(other, &draft);
    }
  }
}

}  // namespace telex
