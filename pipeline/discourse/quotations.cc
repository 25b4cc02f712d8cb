#include "pipeline/discourse/quotations.h"

#include <algorithm>

namespace telex {
namespace {

constexpr uint32_t kSentencesSilent = 2;  // how far a speaker goes on without being named again
constexpr uint32_t kMostClauses = 40;     // of a sentence that are looked at

}  // namespace

Quotations::Quotations(const RuleSet& rules, const TermFlags& flags, const StoryView& view)
    : participles_(rules.List("attributing_participles")),
      quoting_(rules.List("quoting_verbs")),
      flags_(flags),
      view_(view) {
  Find();
  for (size_t i = 0; i < quotations_.size(); ++i) FindSpeaker(i);
}

const Quotation* Quotations::At(TokenIndex token) const {
  const auto after =
      std::upper_bound(quotations_.begin(), quotations_.end(), token,
                       [](TokenIndex t, const Quotation& one) { return t < one.range.begin; });
  if (after == quotations_.begin()) return nullptr;
  const Quotation& before = *(after - 1);
  return token < before.range.end ? &before : nullptr;
}

uint32_t Quotations::SentenceOf(TokenIndex token) const {
  const std::vector<Sentence>& sentences = view_.layers.sentences;
  const auto after =
      std::upper_bound(sentences.begin(), sentences.end(), token,
                       [](TokenIndex t, const Sentence& sentence) { return t < sentence.begin; });
  return after == sentences.begin() ? 0 : static_cast<uint32_t>(after - sentences.begin() - 1);
}

void Quotations::Add(TokenIndex begin, TokenIndex end) {
  if (end > begin + 1) quotations_.push_back({{begin, end}, NounPhraseId()});
}

// Marks of one kind inside those of the other belong to what is quoted. Where no mark closes, the
// quotation ends with its sentence; where the next paragraph opens with a mark, with its paragraph.
void Quotations::Find() {
  const std::vector<Sentence>& sentences = view_.layers.sentences;
  const auto single = [&](TokenIndex t) {
    return view_.words.folded(view_.layers.tokens[t].word) == "'";
  };
  bool open = false, open_single = false;
  TokenIndex begin = 0;
  uint32_t first = 0;  // the sentence that it begins in
  for (uint32_t s = 0; s < sentences.size(); ++s) {
    const Sentence& sentence = sentences[s];
    if (open && sentence.paragraph != sentences[s - 1].paragraph) {
      const Word& next = view_.At(sentence.begin);
      const bool goes_on = next.Has(kQuoteMark) || next.Is(kOpenQuote);
      Add(begin, goes_on ? sentences[s - 1].end : sentences[first].end);
      open = false;
    }
    for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
      const ClassSet mark = view_.syntax.classes[t];
      if (!(mark & (kOpenQuote | kCloseQuote))) continue;
      if (open && single(t) != open_single) continue;
      if (open && (mark & kCloseQuote)) {
        Add(begin, t + 1);
        open = false;
      } else if (mark & kOpenQuote) {
        if (open) Add(begin, std::min(sentences[first].end, t));
        open = true;
        open_single = single(t);
        begin = t;
        first = s;
      }
    }
  }
  if (open) Add(begin, sentences[first].end);
}

// Who speaks by a clause: "X said", "according to X"; of a verb that quotes another, the other.
NounPhraseId Quotations::SpeakerOf(const Clause& clause) const {
  const Word& verb = view_.At(clause.verb.head);
  if (participles_.count(verb.term) != 0) {
    for (const Complement& complement : clause.complements)
      if (view_.syntax[complement.phrase].range.begin > clause.verb.head) return complement.phrase;
    return NounPhraseId();
  }
  if (quoting_.count(clause.verb.lemma) != 0)
    return clause.verb.passive ? clause.subject : clause.patient;
  if (!flags_.Has(clause.verb.lemma, kSpeechVerb | kCommunication) || clause.verb.passive)
    return NounPhraseId();
  return clause.subject;
}

// Whoever speaks outside of quotations in a sentence: by a main clause, else the last one.
NounPhraseId Quotations::LastSpeaker(uint32_t sentence) const {
  const Syntax::Extent& extent = view_.syntax.sentences[sentence];
  const uint32_t count = std::min(extent.last_clause - extent.first_clause, kMostClauses);
  for (const bool main : {true, false})
    for (uint32_t c = extent.first_clause + count; c-- > extent.first_clause;) {
      const Clause& clause = view_.syntax.clauses[c];
      if (At(clause.verb.head) != nullptr) continue;
      if (main != (clause.relation == Clause::Relation::kMain)) continue;
      const NounPhraseId speaker = SpeakerOf(clause);
      if (speaker.valid()) return speaker;
    }
  return NounPhraseId();
}

void Quotations::FindSpeaker(size_t index) {
  Quotation& quotation = quotations_[index];
  const uint32_t first = SentenceOf(quotation.range.begin),
                 last = SentenceOf(quotation.range.end - 1);
  TokenIndex nearest = 0;
  bool found = false;
  NounPhraseId outside;  // the subject of the sentence around a few quoted words
  for (const uint32_t sentence : {first, last}) {
    const Syntax::Extent& extent = view_.syntax.sentences[sentence];
    const uint32_t count = std::min(extent.last_clause - extent.first_clause, kMostClauses);
    for (uint32_t c = extent.first_clause; c < extent.first_clause + count; ++c) {
      const Clause& clause = view_.syntax.clauses[c];
      const TokenIndex verb = clause.verb.head;
      if (At(verb) != nullptr) continue;
      if (!outside.valid() && clause.subject.valid() && verb < quotation.range.begin &&
          At(view_.syntax[clause.subject].head) == nullptr)
        outside = clause.subject;
      const NounPhraseId speaker = SpeakerOf(clause);
      if (!speaker.valid() || At(view_.syntax[speaker].head) == &quotation) continue;
      const TokenIndex distance =
          verb < quotation.range.begin ? quotation.range.begin - verb : verb - quotation.range.end;
      if (found && distance >= nearest) continue;
      found = true;
      nearest = distance;
      quotation.speaker = speaker;
    }
    if (first == last) break;
  }
  if (found) return;
  if (outside.valid()) {
    quotation.speaker = outside;
    return;
  }
  // Nobody in its own sentences: who was announced before, else who spoke before.
  if (first > 0) quotation.speaker = LastSpeaker(first - 1);
  if (quotation.speaker.valid() || index == 0) return;
  const Quotation& before = quotations_[index - 1];
  if (SentenceOf(before.range.end - 1) + kSentencesSilent >= first)
    quotation.speaker = before.speaker;
}

NounPhraseId Quotations::SpeakerBeside(TokenIndex token) const {
  const uint32_t sentence = SentenceOf(token);
  const Syntax::Extent& extent = view_.syntax.sentences[sentence];
  const uint32_t count = std::min(extent.last_clause - extent.first_clause, kMostClauses);
  for (uint32_t c = extent.first_clause + count; c-- > extent.first_clause;) {
    const Clause& clause = view_.syntax.clauses[c];
    const TokenIndex verb = clause.verb.head;
    if (verb == token || At(verb) != nullptr) continue;
    const NounPhraseId speaker = SpeakerOf(clause);
    if (!speaker.valid()) continue;
    if (participles_.count(view_.At(verb).term) != 0) return speaker;
    // "…, X said": a comma before it, and nothing of its own behind it.
    if (verb < token || clause.patient.valid() || !flags_.Has(clause.verb.lemma, kSpeechVerb) ||
        clause.relation != Clause::Relation::kMain)
      continue;
    const NounPhraseId owner = view_.syntax[speaker].possessor;  // "…, its minister said"
    const TokenIndex begin =
        std::min(verb, view_.syntax[owner.valid() ? owner : speaker].range.begin);
    if (begin > token && begin > 0 && view_.At(begin - 1).Is(kComma | kCloseQuote)) return speaker;
  }
  return NounPhraseId();
}

}  // namespace telex
