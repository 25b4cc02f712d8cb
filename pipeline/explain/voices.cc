#include "pipeline/explain/voices.h"

#include <string>
#include <string_view>
#include <utility>

#include "pipeline/explain/notation.h"

namespace telex {
namespace {

/// The parts of a frame as they fill a shape.
struct Parts {
  std::string subject, verb, particle, objects, complements, noun, target;
  bool has_object = false;

  std::string_view Of(char key) const {
    switch (key) {
      case 'S':
        return subject;
      case 'V':
        return verb;
      case 'P':
        return particle;
      case 'O':
        return objects;
      case 'C':
        return complements;
      case 'N':
        return noun;
      case 'T':
        return target;
      default:
        return "";
    }
  }
};

void Append(std::string* list, const std::string& part) {
  if (!list->empty()) *list += ' ';
  *list += part;
}

Parts PartsOf(const RuleSet& rules, const Frame& frame) {
  Parts parts;
  if (frame.head == Frame::Head::kSpoken) {
    parts.verb = WordsText(rules, frame.words);
    parts.subject = SlotText(rules, frame.owner);
  } else if (frame.head == Frame::Head::kNominal) {
    parts.noun = HeadText(rules, frame);
    parts.subject = SlotText(rules, frame.owner);
  } else {
    parts.verb = WordsText(rules, frame.words);
    if (frame.particle.valid()) parts.particle = rules.vocabulary.text(frame.particle);
    parts.subject = "…";
  }
  for (const Argument& argument : frame.arguments) {
    std::string text = ArgumentText(rules, argument);
    if (argument.optional) text = "(" + text + ")?";
    if (argument.place == Argument::Place::kSubject) {
      parts.subject = std::move(text);
      continue;
    }
    if (argument.has_slot &&
        (argument.slot.role == Role::kTarget || argument.slot.role == Role::kSource) &&
        argument.place == Argument::Place::kComplement)
      parts.target = SlotText(rules, argument.slot);
    const bool object =
        argument.place == Argument::Place::kObject || argument.place == Argument::Place::kSecond;
    parts.has_object = parts.has_object || argument.place == Argument::Place::kObject;
    Append(object ? &parts.objects : &parts.complements, text);
  }
  return parts;
}

/// `shape` with its parts; a part that is empty takes the blank behind it along, or the one before
/// it at the end.
std::string Fill(std::string_view shape, const Parts& parts) {
  std::string text;
  for (size_t i = 0; i < shape.size(); ++i) {
    if (shape[i] != '{') {
      const bool stray = (shape[i] == ' ' && (text.empty() || text.back() == ' '));
      if (shape[i] == ',' && !text.empty() && text.back() == ' ') text.pop_back();
      if (!stray) text += shape[i];
      continue;
    }
    text += parts.Of(shape[i + 1]);
    i += 2;
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

}  // namespace

const std::vector<VoiceShape>& VoiceShapes() {
  constexpr auto kVerbal = Frame::Head::kVerbal;
  constexpr auto kNominal = Frame::Head::kNominal;
  static const std::vector<VoiceShape> shapes = {
      {"active", kVerbal, false, false, "{S} {V} {P} {O} {C}"},
      {"passive", kVerbal, true, false, "{O} be ({V})-ed {P} {C} (by {S})?"},
      {"reduced passive", kVerbal, true, false, "{O} ({V})-ed {P} by {S} {C}"},
      {"subject relative", kVerbal, false, false, "{S}, who|which|that {V} {P} {O} {C}"},
      {"object relative", kVerbal, true, false, "{O} (that|which)? {S} {V} {P} {C}"},
      {"participle before", kVerbal, false, false, "({V})-ing {P} {O} {C}, {S} …"},
      {"participle after", kVerbal, false, false, "{S} …, ({V})-ing {P} {O} {C}"},
      {"infinitive", kVerbal, false, false, "{S} … to {V} {P} {O} {C}"},
      {"nominal, possessor", kNominal, false, false, "{S}'s {N} {C}"},
      {"nominal, nationality", kNominal, false, false, "{S}, as an adjective, {N} {C}"},
      {"nominal, by", kNominal, false, false, "{N} by|of|from {S} {C}"},
      {"nominal, between", kNominal, false, true, "{N} between|among {S} and {T}"},
      {"nominal, adjunct", kNominal, false, false, "in|during|after {N} {C}, {S} …"},
      {"nominal, object", kNominal, false, false, "{S} … {N} {C}"},
  };
  return shapes;
}

std::vector<Table> ExpandRule(const RuleSet& rules, RuleId id) {
  std::vector<Table> tables;
  const Rule& rule = rules.rules[id.value()];
  for (uint32_t p = 0; p < rule.patterns.size(); ++p) {
    const RulePattern& pattern = rule.patterns[p];
    Table table{pattern.text, {"voice", "pattern"}, {}};
    if (pattern.kind == RulePattern::Kind::kPhrase)
      table.rows.push_back({"as written", pattern.text});
    if (pattern.kind == RulePattern::Kind::kSpeech)
      table.rows.push_back({"none", "`speech:` is read, and not matched yet"});
    for (const Frame& frame : rules.frames) {
      if (frame.rule != id || frame.pattern != p) continue;
      const Parts parts = PartsOf(rules, frame);
      for (const VoiceShape& shape : VoiceShapes()) {
        if (shape.head != frame.head || (shape.needs_object && !parts.has_object)) continue;
        if (shape.needs_target && parts.target.empty()) continue;
        table.rows.push_back({shape.name, Fill(shape.shape, parts)});
      }
    }
    tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace telex
