#include "pipeline/rules/word_set.h"

#include "pipeline/rules/tsv.h"

namespace telex {
namespace {

void Index(WordSet& set) {
  if (!set.regexes.empty()) return;
  set.signs = 0;
  for (const std::vector<TermId>* terms : {&set.lemmas, &set.exact})
    for (const TermId term : *terms) set.signs |= WordSet::SignOf(term);
}

void Index(std::vector<WordSet>& sets) {
  for (WordSet& set : sets) Index(set);
}

void Index(Phrase& phrase) {
  for (PhraseElement& element : phrase) {
    Index(element.words);
    for (Phrase& alternative : element.alternatives) Index(alternative);
  }
}

}  // namespace

void IndexWords(RuleSet& rules) {
  for (NameRule& rule : rules.names)
    for (Phrase& phrase : rule.phrases) Index(phrase);
  for (Rule& rule : rules.rules)
    for (std::vector<Phrase>* phrases : {&rule.phrases, &rule.never_phrases, &rule.only_phrases})
      for (Phrase& phrase : *phrases) Index(phrase);
  for (Frame& frame : rules.frames) {
    Index(frame.words);
    Index(frame.modifiers);
    for (Argument& argument : frame.arguments) {
      Index(argument.prepositions);
      Index(argument.noun);
      Index(argument.modifiers);
    }
  }
}

WordSet CompileWords(const std::vector<PatternWord>& alternatives, const RuleWords& words,
                     RuleSet& rules) {
  WordSet set;
  for (const PatternWord& word : alternatives) {
    switch (word.kind) {
      case PatternWord::Kind::kLemma:
        set.lemmas.push_back(rules.vocabulary.Intern(word.text));
        break;
      case PatternWord::Kind::kExact:
        set.exact.push_back(rules.vocabulary.Intern(word.text));
        break;
      case PatternWord::Kind::kRegex:
        if (const RegexId regex = rules.regexes.Add(word.text); regex.valid())
          set.regexes.push_back(regex);
        break;
      case PatternWord::Kind::kList: {
        auto list = words.lists.find(word.text);
        if (list == words.lists.end()) break;
        for (const std::string& text : list->second)
          set.lemmas.push_back(rules.vocabulary.Intern(text));
        break;
      }
    }
  }
  return set;
}

bool CompileSlot(const PatternElement& element, const RuleSet& rules, Slot* slot) {
  struct RoleName {
    std::string_view name;
    Role role;
  };
  struct KindName {
    std::string_view name;
    SlotKind kind;
  };
  static constexpr RoleName kRoles[] = {{"source", Role::kSource},
                                        {"target", Role::kTarget},
                                        {"place", Role::kPlace},
                                        {"topic", Role::kTopic},
                                        {"what", Role::kWhat}};
  static constexpr KindName kKinds[] = {
      {"actor", SlotKind::kActor},        {"person", SlotKind::kPerson},
      {"place", SlotKind::kPlace},        {"thing", SlotKind::kThing},
      {"event", SlotKind::kEvent},        {"clause", SlotKind::kClause},
      {"owner", SlotKind::kOwner},        {"affected", SlotKind::kAffected},
      {"state", SlotKind::kState},        {"name", SlotKind::kName},
      {"office", SlotKind::kOffice},      {"modifier", SlotKind::kModifier},
      {"country", SlotKind::kCountry},    {"organization", SlotKind::kOrganization},
      {"honorific", SlotKind::kHonorific}};
  for (const KindName& kind : kKinds) {  // <name>, <office> …: the kind is written alone
    if (element.slot_kind.empty() && element.role == kind.name && kind.kind >= SlotKind::kName) {
      slot->kind = kind.kind;
      return true;
    }
  }
  bool known_role = false, known_kind = element.slot_kind.empty();
  for (const RoleName& role : kRoles) {
    if (element.role != role.name) continue;
    slot->role = role.role;
    known_role = true;
  }
  slot->kind = SlotKind::kActor;
  for (const KindName& kind : kKinds) {
    if (element.slot_kind != kind.name) continue;
    slot->kind = kind.kind;
    known_kind = true;
  }
  if (slot->kind == SlotKind::kEvent) slot->types = ~uint64_t{0};
  if (!known_kind && slot->role == Role::kWhat) {
    known_kind = true;
    slot->kind = SlotKind::kEvent;
    for (const std::string_view name : SplitAlternatives(element.slot_kind)) {
      const TypeId type = rules.FindType(name);
      known_kind = known_kind && type.valid();
      if (type.valid()) slot->types |= uint64_t{1} << type.value();
    }
  }
  return known_role && known_kind;
}

SourcePlace PlaceInPattern(const RulePattern& pattern, uint32_t begin, uint32_t end) {
  SourcePlace place = pattern.place;
  uint32_t column = 0;  // code points before `begin`
  for (uint32_t byte = 0; byte < begin && byte < pattern.text.size(); ++byte)
    column += (static_cast<unsigned char>(pattern.text[byte]) & 0xC0) != 0x80;
  place.column += column;
  place.length = end > begin ? end - begin : 1;
  return place;
}

}  // namespace telex
