#include "pipeline/events/frame_heads.h"

#include <algorithm>

namespace telex {

ClauseParts::ClauseParts(const Clause& clause) : parts(0), prepositions(0) {
  // What has no agent of its own is no bar to a passive.
  if (clause.agent.valid() || clause.verb.passive) parts |= kAgent;
  if (clause.patient.valid() || clause.second.valid()) parts |= kObject;
  if (clause.second.valid()) parts |= kSecond;
  const auto add = [&](TermId term) { prepositions |= WordSet::SignOf(term); };
  add(clause.verb.particle);
  for (const Complement& complement : clause.complements) add(complement.preposition);
}

FrameHeads::FrameHeads(const RuleSet& rules,
                       const std::unordered_map<TermId, std::vector<FrameId>>& frames)
    : keys_(rules.keys) {
  begin_.reserve(rules.vocabulary.size() + 1);
  for (size_t term = 0; term < rules.vocabulary.size(); ++term) {
    begin_.push_back(static_cast<uint32_t>(groups_.size()));
    const auto found = frames.find(TermId(term));
    if (found == frames.end()) continue;
    const auto key_of = [&](FrameId frame) {
      const std::span<const KeyId> keys = rules.keys.KeysOf(frame);
      return keys.empty() ? KeyId() : keys.front();
    };
    std::vector<FrameId> headed = found->second;
    std::stable_sort(headed.begin(), headed.end(),
                     [&](FrameId a, FrameId b) { return key_of(a) < key_of(b); });
    for (const FrameId frame : headed) {
      const uint32_t at = static_cast<uint32_t>(asked_.size());
      if (groups_.size() == begin_.back() || groups_.back().key != key_of(frame))
        groups_.push_back({key_of(frame), at, at});
      ++groups_.back().end;
      asked_.push_back(AskedOf(rules, frame, TermId(term)));
    }
  }
  begin_.push_back(static_cast<uint32_t>(groups_.size()));
}

FrameHeads::Asked FrameHeads::AskedOf(const RuleSet& rules, FrameId id, TermId head) {
  const Frame& frame = rules.frames[id.value()];
  const std::span<const KeyId> keys = rules.keys.KeysOf(id);
  const std::vector<TermId>& lemmas = frame.words.lemmas;
  const bool certain = std::find(lemmas.begin(), lemmas.end(), head) != lemmas.end();
  Asked asked{id, keys.size() > 1 ? keys[1] : KeyId(), ~uint64_t{0}, 0, certain, keys.size() > 2};
  for (const Argument& argument : frame.arguments) {
    if (argument.optional) continue;
    switch (argument.place) {
      case Argument::Place::kSubject:
        asked.parts |= ClauseParts::kAgent;
        break;
      case Argument::Place::kObject:
        // An object may hang on the particle, and a word alone may be an adverb.
        if (argument.has_slot && !frame.particle.valid()) asked.parts |= ClauseParts::kObject;
        break;
      case Argument::Place::kSecond:
        asked.parts |= ClauseParts::kSecond;
        break;
      case Argument::Place::kComplement:
        asked.prepositions = argument.prepositions.signs;
        break;
      case Argument::Place::kContent:
        break;
    }
  }
  return asked;
}

}  // namespace telex
