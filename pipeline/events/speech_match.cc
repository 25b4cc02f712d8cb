#include "pipeline/events/speech_match.h"

#include <algorithm>

#include "pipeline/events/slots.h"
#include "pipeline/language/phrase_matcher.h"

namespace telex {

SpeechMatch::SpeechMatch(const RuleSet& rules, const TermFlags& flags)
    : rules_(rules), flags_(flags) {
  for (const Frame& frame : rules.frames)
    if (frame.head == Frame::Head::kSpoken) frames_.push_back(frame.id);
}

// The clause in which somebody says what `said` says: above it, or beside it in a sentence with a
// quotation.
ClauseId SpeechMatch::Speaking(const StoryView& view, ClauseId said) const {
  const Syntax& syntax = view.syntax;
  const auto speaks = [&](ClauseId id) {
    return syntax[id].subject.valid() &&
           flags_.Has(syntax[id].verb.lemma, kSpeechVerb | kCommunication);
  };
  ClauseId above = syntax[said].parent;
  for (int level = 0; above.valid() && level < 4; ++level) {
    if (speaks(above)) return above;
    above = syntax[above].parent;
  }
  const Syntax::Extent& extent = syntax.sentences[syntax[said].sentence];
  for (uint32_t c = extent.first_clause; c < extent.last_clause; ++c) {
    const ClauseId id(c);
    const bool main =
        syntax[id].relation == Clause::Relation::kMain || syntax[id].voice == Voice::kInversion;
    if (id != said && main && speaks(id) && flags_.Has(syntax[id].verb.lemma, kSpeechVerb))
      return id;
  }
  return ClauseId();
}

void SpeechMatch::Run(const StoryView& view, uint32_t sentence,
                      std::vector<Candidate>* candidates) const {
  if (frames_.empty()) return;
  const Syntax& syntax = view.syntax;
  const Syntax::Extent& extent = syntax.sentences[sentence];
  for (uint32_t c = extent.first_clause; c < extent.last_clause; ++c) {
    const Clause& said = syntax.clauses[c];
    // "each group must be treated well" asks nothing of the group.
    if (!said.verb.modal.valid() || !said.subject.valid() || said.verb.negated || said.verb.passive)
      continue;
    const ClauseId speaking = Speaking(view, ClauseId(c));
    if (!speaking.valid() || syntax[speaking].subject == said.subject) continue;
    for (const FrameId id : frames_) {
      const Frame& frame = rules_.frames[id.value()];
      const bool modal = std::find(frame.words.lemmas.begin(), frame.words.lemmas.end(),
                                   said.verb.modal) != frame.words.lemmas.end();
      if (!modal || !Accepts(frame.owner.kind, syntax[said.subject]) ||
          syntax[said.subject].reading == Reading::kPronoun)
        continue;
      Candidate candidate;
      candidate.rule = frame.rule;
      candidate.frame = id;
      candidate.pattern = frame.pattern;
      candidate.type = rules_.rules[frame.rule.value()].type;
      candidate.trigger = said.verb.head;
      candidate.sentence = sentence;
      candidate.clause = speaking;
      candidate.voice = syntax[speaking].voice;
      candidate.roles[static_cast<size_t>(Role::kSource)] = syntax[speaking].subject;
      candidate.roles[static_cast<size_t>(frame.owner.role)] = said.subject;
      candidate.kinds[static_cast<size_t>(frame.owner.role)] = frame.owner.kind;
      candidate.words = 1;
      candidate.slots = 2;
      candidates->push_back(candidate);
    }
  }
}

}  // namespace telex
