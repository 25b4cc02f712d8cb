#include "pipeline/explain/notation.h"

#include <re2/re2.h>

#include <vector>

namespace telex {
namespace {

constexpr size_t kMostWords = 4;

struct KindText {
  const char* name;  // as in <role:kind>
  const char* meaning;
};

KindText Describe(SlotKind kind) {
  switch (kind) {
    case SlotKind::kActor:
      return {"", "an actor: a person, a state, a body, or people by their role"};
    case SlotKind::kPerson:
      return {"person", "a person"};
    case SlotKind::kPlace:
      return {"place", "a place"};
    case SlotKind::kThing:
      return {"thing", "any noun phrase"};
    case SlotKind::kEvent:
      return {"event", "an inner event"};
    case SlotKind::kClause:
      return {"clause", "what is said or wanted: that …, to …"};
    case SlotKind::kOwner:
      return {"owner", "somebody's thing: its owner is meant"};
    case SlotKind::kAffected:
      return {"affected", "what is done to somebody: that somebody is meant"};
    case SlotKind::kState:
      return {"state", "people or a body: their state is meant"};
    default:
      return {"", "a noun phrase"};
  }
}

}  // namespace

const char* RoleName(Role role) {
  static constexpr const char* kNames[] = {"source", "target", "place", "topic", "what"};
  return kNames[static_cast<size_t>(role)];
}

std::string WordsText(const RuleSet& rules, const WordSet& words) {
  std::vector<std::string> all;
  for (TermId term : words.lemmas) all.emplace_back(rules.vocabulary.text(term));
  for (TermId term : words.exact)
    all.push_back("\"" + std::string(rules.vocabulary.text(term)) + "\"");
  for (RegexId regex : words.regexes) all.push_back("/" + rules.regexes.expression(regex) + "/");
  std::string text;
  for (size_t i = 0; i < all.size() && i < kMostWords; ++i) text += (i == 0 ? "" : "|") + all[i];
  return all.size() > kMostWords ? text + "|…" : text;
}

std::string SlotText(const RuleSet& rules, const Slot& slot) {
  std::string kind = Describe(slot.kind).name;
  if (slot.kind == SlotKind::kEvent && ~slot.types != 0) {
    kind.clear();
    for (size_t type = 0; type < rules.types.size(); ++type)
      if ((slot.types >> type & 1) != 0) kind += (kind.empty() ? "" : "|") + rules.types[type].name;
  }
  return std::string("<") + RoleName(slot.role) + (kind.empty() ? "" : ":" + kind) + ">";
}

std::string ArgumentText(const RuleSet& rules, const Argument& argument) {
  std::string text;
  if (!argument.prepositions.empty()) text = WordsText(rules, argument.prepositions) + " ";
  if (argument.place == Argument::Place::kContent && !argument.has_slot) text += "to ";
  if (argument.has_slot) text += SlotText(rules, argument.slot);
  if (!argument.has_noun()) return text;
  if (argument.has_slot) text += " 's ";
  for (const WordSet& modifier : argument.modifiers) text += WordsText(rules, modifier) + " ";
  return text + WordsText(rules, argument.noun);
}

std::string SlotMeaning(const Argument& argument) {
  return argument.has_slot ? std::string(" (") + Describe(argument.slot.kind).meaning + ")" : "";
}

std::string HeadText(const RuleSet& rules, const Frame& frame) {
  std::string text;
  for (const WordSet& modifier : frame.modifiers) text += WordsText(rules, modifier) + " ";
  text += WordsText(rules, frame.words);
  if (frame.particle.valid()) text.append(" ").append(rules.vocabulary.text(frame.particle));
  return text;
}

}  // namespace telex
