#include "pipeline/coding/coder.h"

namespace telex {

Coder::Coder(const RuleSet& rules, std::string_view name) : rows_(rules.types.size()) {
  for (const Coding& coding : rules.codings) {
    if (!name.empty() && coding.name != name) continue;
    for (const CodingRow& row : coding.rows)
      if (row.type.valid()) rows_[row.type.value()].push_back(&row);
    return;
  }
}

bool Coder::Fits(const StoryView& view, const CodingRow& row, const Event& event) const {
  if (!row.any_status && row.status != event.status) return false;
  if (!row.inner.empty()) return false;  // inner events are not read yet
  if (row.wording.empty()) return true;
  const Sentence& sentence = view.layers.sentences[event.evidence.sentence];
  for (TokenIndex token = sentence.begin; token < sentence.end; ++token) {
    const Word& word = view.At(token);
    if (row.wording.contains(word.term) || row.wording.contains(word.verb_lemma) ||
        row.wording.contains(word.noun_lemma))
      return true;
  }
  return false;
}

void Coder::Code(const StoryView& view, TypeId type, Event* event) const {
  for (const CodingRow* row : rows_[type.value()]) {
    if (!Fits(view, *row, *event)) continue;
    event->has_plover = !row->plover.empty();
    event->plover.type = row->plover;
    event->plover.mode = row->mode;
    event->plover.contexts = row->contexts;
    event->cameo = row->cameo;
    event->extension = row->extension;
    return;
  }
}

}  // namespace telex
