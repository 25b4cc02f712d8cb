// Each frame is laid on every clause, or noun phrase, and the attempt that got farthest is told.
// Where no head fits, the words of the story say which of the usual reasons it is: the word is not
// there, or it is there as another part of speech.
#include "pipeline/explain/why_not.h"
#include "pipeline/events/inner_events.h"
#include "pipeline/events/matcher.h"
#include "pipeline/events/speech_match.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "pipeline/events/slots.h"
#include "pipeline/explain/layer_words.h"
#include "pipeline/explain/notation.h"
#include "pipeline/language/phrase_matcher.h"
#include "pipeline/rules/suggest.h"

namespace telex {
namespace {

class Attempts {
 public:
  Attempts(const Pipeline& pipeline, const Story& story, const Scratch& scratch)
      : rules_(pipeline.rules()),
        view_(scratch.view()),
        words_(story, view_, rules_),
        match_(rules_, pipeline.flags()),
        speech_(rules_, pipeline.flags()),
        phrases_(rules_),
        keys_(rules_.keys),
        inner_(phrases_, pool_, &keys_) {
    Matcher::Workspace work(rules_);
    Matcher(rules_, pipeline.flags()).Gather(view_, work, &pool_);
  }

  std::string OfFrame(const Frame& frame) const {
    if (frame.head == Frame::Head::kSpoken) return OfSpoken(frame);
    return frame.head == Frame::Head::kVerbal ? OfVerbal(frame) : OfNominal(frame);
  }

  std::string OfSpoken(const Frame& frame) const {
    std::vector<Candidate> candidates;
    for (uint32_t sentence = 0; sentence < view_.syntax.sentences.size(); ++sentence)
      speech_.Run(view_, sentence, &candidates);
    for (const Candidate& candidate : candidates)
      if (candidate.frame == frame.id) return "matches";
    return "nobody says here that somebody else must or should";
  }

  std::string OfPhrase(const Phrase& phrase) const {
    for (const Sentence& sentence : view_.layers.sentences)
      for (TokenIndex begin = sentence.begin; begin < sentence.end; ++begin) {
        TokenIndex end = begin;
        if (MatchEventPhrase(view_, phrase, begin, sentence.end, begin, &end, nullptr))
          return "matches: " + words_.Text(TokenRange{begin, end});
      }
    return "these words do not stand in the text in this order";
  }

 private:
  std::string OfVerbal(const Frame& frame) const {
    std::optional<ClauseId> best;
    MatchFailure farthest;
    for (uint32_t c = 0; c < view_.syntax.clauses.size(); ++c) {
      if (!IsHead(frame, view_.At(view_.syntax.clauses[c].verb.head), view_.words)) continue;
      Candidate candidate;
      MatchFailure failure;
      if (match_.Verbal(view_, frame, ClauseId(c), &inner_, &candidate, &failure))
        return "matches: " + words_.Text(view_.syntax.clauses[c].verb.range) + " (" +
               VoiceName(view_.syntax.clauses[c].voice) + ")";
      const bool farther =
          !best || (failure.wanted && (!farthest.wanted || failure.matched > farthest.matched));
      if (!farther) continue;
      best = ClauseId(c);
      farthest = failure;
    }
    if (!best) return NoHead(frame, kVerb, "verb");
    const Clause& clause = view_.syntax[*best];
    const std::string verb = "`" + words_.Text(clause.verb.range) + "`";
    if (!farthest.wanted)
      return verb + " is there, but without the particle `" + words_.Term(frame.particle) + "`";
    return "wanted `" + ArgumentText(rules_, *farthest.wanted) + "`" +
           SlotMeaning(*farthest.wanted) + PlaceText(*farthest.wanted) + " " + verb + "; " +
           ThereIs(*farthest.wanted, clause);
  }

  std::string OfNominal(const Frame& frame) const {
    std::optional<NounPhraseId> best;
    MatchFailure farthest;
    for (uint32_t p = 0; p < view_.syntax.phrases.size(); ++p) {
      const NounPhraseId id(p);
      if (!IsHead(frame, view_.At(view_.syntax[id].head), view_.words)) continue;
      Candidate candidate;
      MatchFailure failure;
      if (match_.Nominal(view_, frame, id, &inner_, &candidate, &failure))
        return "matches: " + words_.Text(view_.syntax[id].range) + " (nominal)";
      if (best && failure.matched <= farthest.matched) continue;
      best = id;
      farthest = failure;
    }
    if (!best) return NoHead(frame, kNoun, "noun");
    const NounPhrase& phrase = view_.syntax[*best];
    const std::string noun = "`" + words_.Text(phrase.range) + "`";
    for (const WordSet& modifier : frame.modifiers) {
      bool there = false;
      for (TokenIndex t = phrase.range.begin; t < phrase.head; ++t)
        there = there || Matches(modifier, view_.At(t), view_.words);
      if (!there) return "wanted `" + WordsText(rules_, modifier) + "` before the noun in " + noun;
    }
    if (farthest.wanted)
      return "wanted `" + ArgumentText(rules_, *farthest.wanted) + "`" +
             SlotMeaning(*farthest.wanted) + " right behind " + noun;
    return noun +
           " is there, but not whose it is: no possessor, no by or between, no subject for " +
           SlotText(rules_, frame.owner);
  }

  std::string NoHead(const Frame& frame, ClassSet wanted, const char* what) const {
    for (TokenIndex t = 0; t < view_.layers.tokens.size(); ++t) {
      if (!Matches(frame.words, view_.At(t), view_.words)) continue;
      const std::string word = "`" + words_.Text(TokenRange{t, t + 1}) + "`";
      const ClassSet read = t < view_.syntax.classes.size() ? view_.syntax.classes[t] : 0;
      if ((read & wanted) == 0)
        return word + " is there, but read as " + LayerWords::Classes(read) + ", not as a " + what;
      return word + " is there, but heads no " + (wanted == kNoun ? "noun phrase" : "clause");
    }
    return "no `" + HeadText(rules_, frame) + "` in the text";
  }

  static const char* PlaceText(const Argument& argument) {
    switch (argument.place) {
      case Argument::Place::kSubject:
        return " as the one who does";
      case Argument::Place::kObject:
        return " as the object of";
      case Argument::Place::kSecond:
        return " behind the object of";
      case Argument::Place::kComplement:
        return " after";
      case Argument::Place::kContent:
        return " as what follows";
    }
    return "";
  }

  /// What stands where the argument was looked for, and the nearest phrase that could fill its
  /// slot.
  std::string ThereIs(const Argument& argument, const Clause& clause) const {
    std::string text;
    NounPhraseId there;
    switch (argument.place) {
      case Argument::Place::kSubject:
        there = clause.agent;
        text = "the clause's agent is ";
        break;
      case Argument::Place::kObject:
        there = clause.patient;
        text = "the clause's object is ";
        break;
      case Argument::Place::kSecond:
        there = clause.second;
        text = "the second object is ";
        break;
      case Argument::Place::kComplement: {
        const std::string complements = words_.Complements(clause);
        text = complements.empty() ? "the clause has no complements"
                                   : "the clause's complements are: " + complements;
        break;
      }
      case Argument::Place::kContent:
        text = argument.inner() ? "nothing that hangs on it is read as such an event"
                                : "no that-clause or infinitive hangs on it";
        break;
    }
    if (argument.place < Argument::Place::kComplement)
      text += there.valid()
                  ? words_.Phrase(there) + " (" + words_.Reading(view_.syntax[there]) + ")"
                  : "missing";
    if (!argument.has_slot) return text;
    const NounPhraseId nearest = Nearest(argument.slot.kind, clause, there);
    return nearest.valid() ? text + "; the nearest that could be it is " + words_.Phrase(nearest)
                           : text;
  }

  NounPhraseId Nearest(SlotKind kind, const Clause& clause, NounPhraseId other_than) const {
    NounPhraseId nearest;
    TokenIndex distance = 0;
    const Syntax::Extent& extent = view_.syntax.sentences[clause.sentence];
    for (uint32_t p = extent.first_phrase; p < extent.last_phrase; ++p) {
      const NounPhraseId id(p);
      const NounPhrase& phrase = view_.syntax[id];
      if (id == other_than || id == clause.agent || !Accepts(kind, phrase)) continue;
      const TokenIndex far = phrase.head > clause.verb.head ? phrase.head - clause.verb.head
                                                            : clause.verb.head - phrase.head;
      if (nearest.valid() && far >= distance) continue;
      nearest = id;
      distance = far;
    }
    return nearest;
  }

  const RuleSet& rules_;
  const StoryView view_;
  const LayerWords words_;
  const FrameMatch match_;
  const SpeechMatch speech_;
  std::vector<Candidate> pool_;
  EventPhrases phrases_;
  SentenceKeys keys_;
  const InnerEvents inner_;
};

}  // namespace

tl::expected<RuleId, std::string> FindRuleOrNearest(const RuleSet& rules, const std::string& name) {
  if (const RuleId rule = rules.FindRule(name); rule.valid()) return rule;
  std::vector<std::string> full, last, same;
  for (const Rule& rule : rules.rules) {
    full.push_back(rule.name);
    last.push_back(rule.name.substr(rule.name.find('/') + 1));
    if (last.back() == name) same.push_back(rule.name);
  }
  std::string error = "there is no rule \"" + name + "\"";
  if (!same.empty()) {
    error = "several rules are called \"" + name + "\":";
    for (const std::string& one : same) error += " " + one;
    return tl::unexpected(error);
  }
  const std::string nearest = Nearest(name, name.find('/') == std::string::npos ? last : full);
  if (!nearest.empty()) error += "; did you mean \"" + nearest + "\"?";
  return tl::unexpected(error);
}

Table WhyNot(const Pipeline& pipeline, const Story& story, const Scratch& scratch, RuleId id) {
  const RuleSet& rules = pipeline.rules();
  const Rule& rule = rules.rules[id.value()];
  const Attempts attempts(pipeline, story, scratch);
  Table table{"patterns", {"pattern", "read as", "how far it got"}, {}};
  size_t phrase = 0;
  for (uint32_t p = 0; p < rule.patterns.size(); ++p) {
    const RulePattern& pattern = rule.patterns[p];
    if (pattern.kind == RulePattern::Kind::kPhrase) {
      if (phrase < rule.phrases.size())
        table.rows.push_back({pattern.text, "words", attempts.OfPhrase(rule.phrases[phrase++])});
      continue;
    }
    for (const Frame& frame : rules.frames) {
      if (frame.rule != id || frame.pattern != p) continue;
      table.rows.push_back({pattern.text,
                            frame.head == Frame::Head::kVerbal    ? "clause"
                            : frame.head == Frame::Head::kNominal ? "noun"
                                                                  : "speech",
                            attempts.OfFrame(frame)});
    }
  }
  return table;
}

}  // namespace telex
