#include "pipeline/rules/word_class.h"

namespace telex {
namespace {

struct ClassName {
  std::string_view name;
  ClassSet classes;
};

constexpr ClassName kClassNames[] = {
    {"noun", kNoun},
    {"plural", kPlural},
    {"name", kName},
    {"verb", kVerb},
    {"finite verb", kFiniteVerb},
    {"base", kBase},
    {"present", kPresent},
    {"past", kPast},
    {"participle", kParticiple},
    {"gerund", kGerund},
    {"adjective", kAdjective},
    {"adverb", kAdverb},
    {"number", kNumber},
    {"determiner", kDeterminer},
    {"quantifier", kQuantifier},
    {"pronoun", kPronoun},
    {"possessive pronoun", kPossessivePronoun},
    {"possessive", kPossessive},
    {"preposition", kPreposition},
    {"coordinator", kCoordinator},
    {"subordinator", kSubordinator},
    {"relative", kRelative},
    {"that", kThat},
    {"auxiliary", kAuxiliary},
    {"modal", kModal},
    {"be", kBe},
    {"have", kHave},
    {"do", kDo},
    {"to", kTo},
    {"not", kNot},
    {"particle", kParticle},
    {"interrogative", kInterrogative},
    {"existential", kExistential},
    {"punctuation", kPunctuation},
    {"comma", kComma},
    {"stop", kStop},
    {"colon", kColon},
    {"semicolon", kSemicolon},
    {"dash", kDash},
    {"open quote", kOpenQuote},
    {"close quote", kCloseQuote},
    {"open bracket", kOpenBracket},
    {"close bracket", kCloseBracket},
    {"other mark", kOtherMark},
    {"start", kSentenceStart},
    {"end", kSentenceEnd | kStop},
};

}  // namespace

std::optional<ClassSet> FindWordClass(std::string_view name) {
  for (const ClassName& entry : kClassNames)
    if (entry.name == name) return entry.classes;
  return std::nullopt;
}

std::vector<std::string> WordClassNames() {
  std::vector<std::string> names;
  for (const ClassName& entry : kClassNames) names.emplace_back(entry.name);
  return names;
}

}  // namespace telex
