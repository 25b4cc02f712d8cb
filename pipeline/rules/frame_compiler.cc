// From the tree of a `sentence:` or `noun:` pattern to frames.
//
// A sentence is read as its author wrote it, in the active voice: a slot for the subject, the verb,
// perhaps a particle, the object (a slot, or words whose last is the head of a noun phrase), what
// stands behind the object, and complements that a preposition opens. Groups with several
// alternatives are written out first, one flat row each; an optional group stays one row whose
// elements are marked optional. A light verb with a noun for its object ("hold a call with") yields
// a second frame under the noun, which reads the nominal voices.
#include <algorithm>

#include "pipeline/rules/word_set.h"

namespace telex {
namespace {

constexpr size_t kMostRows = 64;
constexpr size_t kMostlyVerbs = 5;  // four of five

struct Part {
  const PatternElement* element = nullptr;
  bool optional = false;
};
using Row = std::vector<Part>;

// Writes out the alternatives of groups: `(a|b c)? d` gives the rows "a? d" and "b? c? d".
std::vector<Row> WriteOut(const PatternSequence& sequence, bool optional) {
  std::vector<Row> rows(1);
  for (const PatternElement& element : sequence) {
    const bool own_optional = optional || element.optional;
    std::vector<Row> tails;
    if (element.kind == PatternElement::Kind::kGroup) {
      for (const PatternSequence& alternative : element.alternatives)
        for (Row& row : WriteOut(alternative, own_optional)) tails.push_back(std::move(row));
    } else {
      tails.push_back({{&element, own_optional}});
    }
    std::vector<Row> next;
    for (const Row& row : rows) {
      for (const Row& tail : tails) {
        if (next.size() == kMostRows) break;
        next.push_back(row);
        next.back().insert(next.back().end(), tail.begin(), tail.end());
      }
    }
    rows = std::move(next);
  }
  return rows;
}

class FrameCompiler {
 public:
  FrameCompiler(const Rule& rule, uint32_t pattern, const RuleWords& words, RuleSet& rules,
                Diagnostics& diagnostics)
      : rule_(rule),
        written_(rule.patterns[pattern]),
        pattern_(pattern),
        words_(words),
        rules_(rules),
        diagnostics_(diagnostics) {}

  void CompileSentence(const Row& row) {
    size_t at = 0;
    Frame frame = Start(Frame::Head::kVerbal);
    Slot subject;
    bool has_subject = false;
    if (at < row.size() && row[at].element->kind == PatternElement::Kind::kSlot) {
      has_subject = CompileSlot(*row[at].element, rules_, &subject);
      Argument argument;
      argument.place = Argument::Place::kSubject;
      argument.has_slot = true;
      argument.slot = subject;
      frame.arguments.push_back(argument);
      ++at;
    }
    if (at == row.size() || !IsWord(row[at])) {
      Report(
          "R060", row.empty() ? nullptr : row[std::min(at, row.size() - 1)].element,
          "this sentence has no verb behind its subject",
          "write it in the active voice: <source> verb object, then prepositions with their slots");
      return;
    }
    frame.words = Words(row[at++]);
    if (at < row.size() && IsWord(row[at]) && IsParticle(row, at)) {
      frame.particle = FirstTerm(Words(row[at++]));
    }
    const size_t before_object = frame.arguments.size();
    at = ReadNominal(row, at, Argument::Place::kObject, frame.arguments);
    while (at < row.size() && !IsPreposition(row[at]) &&
           row[at].element->kind != PatternElement::Kind::kGap) {
      const size_t next = ReadNominal(row, at, Argument::Place::kSecond, frame.arguments);
      if (next == at) break;
      at = next;
    }
    size_t after_object = frame.arguments.size();
    // The content behind a noun is as good as a complement: "make threat <what:event>".
    while (after_object > before_object + 1 && IsContent(frame.arguments[after_object - 1]))
      --after_object;
    ReadComplements(row, at, frame.arguments);
    // A light verb with its noun also reads "X's call with Y", "a call between X and Y".
    if (rule_.nominal && has_subject && after_object == before_object + 1 &&
        !frame.arguments[before_object].has_slot && HasLightVerb(frame.words)) {
      Frame noun = Start(Frame::Head::kNominal);
      noun.words = frame.arguments[before_object].noun;
      noun.modifiers = frame.arguments[before_object].modifiers;
      noun.arguments.assign(frame.arguments.begin() + static_cast<std::ptrdiff_t>(after_object),
                            frame.arguments.end());
      noun.nominal_of_light = true;
      noun.owner = subject;
      Finish(std::move(frame));
      Finish(std::move(noun));
      return;
    }
    Finish(std::move(frame));
  }

  void CompileNoun(const Row& row) {
    size_t at = 0;
    Frame frame = Start(Frame::Head::kNominal);
    frame.owner = {Role::kSource, SlotKind::kActor};
    if (at < row.size() && row[at].element->kind == PatternElement::Kind::kSlot)
      CompileSlot(*row[at++].element, rules_, &frame.owner);
    std::vector<Argument> head;
    at = ReadNominal(row, at, Argument::Place::kObject, head);
    if (head.empty() || head.front().noun.empty()) {
      Report("R061", row.empty() ? nullptr : row.front().element, "this noun pattern has no noun",
             "write the noun first, then its prepositions: visit|trip to <target>");
      return;
    }
    frame.words = head.front().noun;
    frame.modifiers = head.front().modifiers;
    if (at < row.size() && row[at].element->kind == PatternElement::Kind::kSlot)
      at = ReadNominal(row, at, Argument::Place::kContent, frame.arguments);
    ReadComplements(row, at, frame.arguments);
    Finish(std::move(frame));
  }

  // <target> must|should <what:clause>: a slot, then the auxiliaries; what stands behind them is
  // whatever is said.
  void CompileSpeech(const Row& row) {
    Frame frame = Start(Frame::Head::kSpoken);
    const bool fits = row.size() >= 2 && row[0].element->kind == PatternElement::Kind::kSlot &&
                      IsWord(row[1]) && CompileSlot(*row[0].element, rules_, &frame.owner);
    if (!fits) {
      Report("R063", row.empty() ? nullptr : row.front().element,
             "a speech pattern is a slot and an auxiliary",
             "write who is spoken of first: <target> must|should <what:clause>");
      return;
    }
    frame.words = Words(row[1]);
    Finish(std::move(frame));
  }

 private:
  Frame Start(Frame::Head head) const {
    Frame frame;
    frame.rule = rule_.id;
    frame.head = head;
    frame.pattern = pattern_;
    return frame;
  }
  static bool IsContent(const Argument& argument) {
    return argument.place == Argument::Place::kContent;
  }
  void Finish(Frame frame) {
    frame.composed = std::any_of(frame.arguments.begin(), frame.arguments.end(),
                                 [](const Argument& argument) { return argument.inner(); });
    frame.id = FrameId(rules_.frames.size());
    rules_.frames.push_back(std::move(frame));
  }
  void Report(std::string_view code, const PatternElement* element, std::string message,
              std::string help, Severity severity = Severity::kError) {
    Diagnostic diagnostic;
    diagnostic.severity = severity;
    diagnostic.code = code;
    diagnostic.place =
        element ? PlaceInPattern(written_, element->begin, element->end) : written_.place;
    diagnostic.message = "rule " + rule_.name + ": " + std::move(message);
    diagnostic.help = std::move(help);
    diagnostics_.Add(std::move(diagnostic));
  }

  static bool IsWord(const Part& part) { return part.element->kind == PatternElement::Kind::kWord; }
  WordSet Words(const Part& part) { return CompileWords(part.element->words, words_, rules_); }
  static TermId FirstTerm(const WordSet& set) {
    return !set.lemmas.empty() ? set.lemmas.front()
           : set.exact.empty() ? TermId()
                               : set.exact.front();
  }
  ClassSet FunctionClasses(TermId term) const {
    auto found = rules_.function_words.find(term);
    return found == rules_.function_words.end() ? 0 : found->second;
  }
  bool AllAre(const Part& part, ClassSet classes) {
    if (!IsWord(part)) return false;
    const WordSet set = Words(part);
    if (set.lemmas.empty() && set.exact.empty()) return false;
    for (TermId term : set.lemmas)
      if (!(FunctionClasses(term) & classes)) return false;
    for (TermId term : set.exact)
      if (!(FunctionClasses(term) & classes)) return false;
    return true;
  }
  bool AnyIs(const Part& part, ClassSet classes) {
    const WordSet set = Words(part);
    return std::any_of(set.lemmas.begin(), set.lemmas.end(),
                       [&](TermId term) { return (FunctionClasses(term) & classes) != 0; });
  }
  bool IsPreposition(const Part& part) { return AllAre(part, kPreposition | kTo); }
  // "put forward a plan", "speak out against": a particle is no preposition here, since no slot or
  // noun follows it.
  bool IsParticle(const Row& row, size_t at) {
    if (row[at].optional || row[at].element->words.size() != 1) return false;
    if (!AllAre(row[at], kParticle | kPreposition | kAdverb)) return false;
    if (!IsPreposition(row[at])) return AllAre(row[at], kParticle | kAdverb);
    return at + 1 == row.size() || IsPreposition(row[at + 1]);
  }
  bool HasLightVerb(const WordSet& set) const {
    return std::any_of(set.lemmas.begin(), set.lemmas.end(),
                       [&](TermId term) { return rules_.light_verbs.contains(term); });
  }

  static bool IsPossessive(const Part& part) {
    return part.element->kind == PatternElement::Kind::kMark &&
           part.element->words.front().text == "'s";
  }

  // A slot, the words of one noun phrase up to a preposition or slot, or both: "<target> 's $role"
  // is a phrase of these words whose owner is meant.
  size_t ReadNominal(const Row& row, size_t at, Argument::Place place,
                     std::vector<Argument>& arguments) {
    if (at == row.size() || IsPreposition(row[at])) return at;
    Argument argument;
    argument.place = place;
    if (row[at].element->kind == PatternElement::Kind::kSlot) {
      argument.has_slot = true;
      argument.optional = row[at].optional;
      if (!CompileSlot(*row[at].element, rules_, &argument.slot)) return at + 1;
      const SlotKind kind = argument.slot.kind;
      if (kind == SlotKind::kClause || kind == SlotKind::kEvent)
        argument.place = Argument::Place::kContent;
      ++at;
      if (at + 1 < row.size() && IsPossessive(row[at]) && IsWord(row[at + 1])) {
        argument.slot.kind = SlotKind::kOwner;
        at = ReadHead(row, at + 1, &argument);
      }
      arguments.push_back(argument);
      return at;
    }
    const size_t end = ReadHead(row, at, &argument);
    if (end != at) arguments.push_back(std::move(argument));
    return end;
  }
  // The words of a noun phrase: modifiers, then the head.
  size_t ReadHead(const Row& row, size_t at, Argument* argument) {
    bool any = false, optional = true;
    for (; at < row.size() && IsWord(row[at]) && !IsPreposition(row[at]); ++at) {
      if (row[at].optional && (at + 1 < row.size() || any))
        continue;  // "(directly)?": skipped in the text anyway
      if (any) argument->modifiers.push_back(argument->noun);
      argument->noun = Words(row[at]);
      optional = optional && row[at].optional;
      any = true;
    }
    if (!argument->has_slot) argument->optional = optional;
    return at;
  }

  void ReadComplements(const Row& row, size_t at, std::vector<Argument>& arguments) {
    while (at < row.size()) {
      if (row[at].element->kind == PatternElement::Kind::kGap) {
        ++at;
        continue;
      }
      if (!IsPreposition(row[at])) {
        Report("R062", row[at].element, "nothing joins this to the sentence",
               "a complement begins with a preposition: with <target>");
        return;
      }
      const bool optional = row[at].optional;
      const bool to = AnyIs(row[at], kTo);
      const bool infinitive = AllAre(row[at], kTo) && arguments.size() <= 1;
      WordSet prepositions = Words(row[at++]);
      if (at < row.size() && IsPreposition(row[at]))
        continue;  // "(of)? with": the first may be left out
      std::vector<Argument> inner;
      const PatternElement* const words_at = at < row.size() ? row[at].element : nullptr;
      at = ReadNominal(row, at, Argument::Place::kComplement, inner);
      if (inner.empty())
        continue;  // "accountable for": the preposition alone says nothing that a slot needs
      inner.front().prepositions = std::move(prepositions);
      inner.front().optional |= optional;
      inner.front().infinitive = to;
      if (infinitive && !inner.front().has_slot && MayBeInfinitive(words_at, inner.front().noun))
        inner.front().place = Argument::Place::kContent;
      arguments.push_back(std::move(inner.front()));
    }
  }
  // "seek to $harm": words that are verbs, or else nouns. A noun in a list of verbs is told,
  // and passed over.
  bool MayBeInfinitive(const PatternElement* element, const WordSet& set) {
    const auto is_verb = [&](TermId term) {
      return (rules_.morphology.Analyse(rules_.vocabulary.text(term)).classes & kBase) != 0;
    };
    const auto verbs =
        static_cast<size_t>(std::count_if(set.lemmas.begin(), set.lemmas.end(), is_verb));
    const size_t all = set.lemmas.size();
    if (verbs == all || verbs * kMostlyVerbs < all * (kMostlyVerbs - 1))
      return all > 0 && verbs == all;
    const TermId other = *std::find_if_not(set.lemmas.begin(), set.lemmas.end(), is_verb);
    Report("R065", element,
           "\"" + std::string(rules_.vocabulary.text(other)) + "\" is no verb, and the others are",
           "behind \"to\" stand verbs in their base form, or nouns: it will never be found there, "
           "take it out of the list",
           Severity::kWarning);
    return true;
  }

  const Rule& rule_;
  const RulePattern& written_;
  uint32_t pattern_;
  const RuleWords& words_;
  RuleSet& rules_;
  Diagnostics& diagnostics_;
};

}  // namespace

void CompileFrames(Rule& rule, const RuleWords& words, RuleSet& rules, Diagnostics& diagnostics) {
  for (uint32_t pattern = 0; pattern < rule.patterns.size(); ++pattern) {
    const RulePattern& written = rule.patterns[pattern];
    if (written.kind == RulePattern::Kind::kPhrase) {
      rule.phrases.push_back(CompilePhrase(written, words, rules, diagnostics));
      continue;
    }
    for (const Row& row : WriteOut(written.tree, false)) {
      FrameCompiler compiler(rule, pattern, words, rules, diagnostics);
      if (written.kind == RulePattern::Kind::kSentence) {
        compiler.CompileSentence(row);
      } else if (written.kind == RulePattern::Kind::kSpeech) {
        compiler.CompileSpeech(row);
      } else {
        compiler.CompileNoun(row);
      }
    }
  }
  for (const RulePattern& never : rule.never)
    rule.never_phrases.push_back(CompilePhrase(never, words, rules, diagnostics));
  for (const RulePattern& only : rule.only)
    rule.only_phrases.push_back(CompilePhrase(only, words, rules, diagnostics));
}

}  // namespace telex
