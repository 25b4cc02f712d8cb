#include "pipeline/coding/coder.h"

#include <algorithm>
#include <cstdlib>

#include "pipeline/coding/event_words.h"

namespace telex {
namespace {

template <class Bits>
bool Has(const Bits& bits, uint32_t list) {
  return list == CodingRow::kNoList || (bits[list / 64] >> (list % 64) & 1) != 0;
}

bool HasTarget(const std::vector<std::string>& wanted, const std::vector<Actor>& targets) {
  return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& sector) {
    if (sector == "none") return targets.empty();
    return std::any_of(targets.begin(), targets.end(),
                       [&](const Actor& actor) { return actor.sector == sector; });
  });
}

}  // namespace

Coder::Coder(const RuleSet& rules, std::string_view name)
    : rules_(rules),
      width_(rules.coding.lists.size() / 64 + 1),
      rows_(width_, 0),
      row_of_(rules.vocabulary.size(), 0),
      by_type_(rules.types.size()),
      states_(rules) {
  const CodingTables& tables = rules.coding;
  for (size_t list = 0; list < tables.lists.size(); ++list)
    for (const TermId term : tables.lists[list]) {
      uint32_t& row = row_of_[term.value()];
      if (row == 0) {
        row = static_cast<uint32_t>(rows_.size() / width_);
        rows_.resize(rows_.size() + width_, 0);
      }
      rows_[row * width_ + list / 64] |= 1ull << (list % 64);
    }
  for (const CodingRow& row : tables.cameo)
    for (const TypeId type : row.types)
      if (type.valid()) by_type_[type.value()].push_back(&row);
  const Coding* coding = tables.Find(name);
  if (coding == nullptr) return;
  completes_states_ = coding->states_of_sentence;
  for (const Coding* one : tables.Chain(*coding)) {
    for (const CodingContext& context : one->contexts) contexts_.push_back(&context);
    for (const CodingRow& row : one->rows)
      for (const auto& [code, about] : tables.codes)
        if (row.codes.empty() ||
            std::any_of(row.codes.begin(), row.codes.end(),
                        [&](const std::string& pattern) { return FitsCode(pattern, code); }))
          by_code_[code].push_back(&row);
  }
}

void Coder::Add(const StoryView& view, TokenIndex token, Bits* bits) const {
  const Word& word = view.At(token);
  for (const TermId term : {word.term, word.verb_lemma, word.noun_lemma}) {
    if (!term.valid() || row_of_[term.value()] == 0) continue;
    const uint64_t* lists = rows_.data() + row_of_[term.value()] * width_;
    for (size_t i = 0; i < width_; ++i) (*bits)[i] |= lists[i];
  }
}

Coder::Facts Coder::FactsOf(const StoryView& view, const Candidate& candidate,
                            const Event& event) const {
  Facts facts;
  facts.type = candidate.type;
  facts.inner = candidate.what.type;
  facts.status = event.status;
  facts.event = &event;
  for (Bits& bits : facts.words) bits.resize(width_);
  const auto into = [&](CodingWords part) {
    return [this, &view, bits = &facts.words[static_cast<size_t>(part)]](TokenRange range) {
      for (TokenIndex token = range.begin; token < range.end; ++token) Add(view, token, bits);
    };
  };
  Bits* under = &facts.words[static_cast<size_t>(CodingWords::kUnder)];
  EventWords(view, into(CodingWords::kEvent), into(CodingWords::kBy), [&](TokenIndex token) {
    Add(view, token, under);
  }).Run(candidate);
  Add(view, candidate.trigger, &facts.words[static_cast<size_t>(CodingWords::kTrigger)]);
  return facts;
}

bool Coder::Fits(const CodingRow& row, const Facts& facts) const {
  if ((row.statuses >> static_cast<unsigned>(facts.status) & 1) == 0) return false;
  for (size_t i = 0; i < kCodingWords; ++i)
    if (!Has(facts.words[i], row.words[i])) return false;
  const auto has = [](const std::vector<TypeId>& types, TypeId type) {
    return types.empty() || std::find(types.begin(), types.end(), type) != types.end();
  };
  return has(row.types, facts.type) && has(row.inner, facts.inner) &&
         (row.target.empty() || HasTarget(row.target, facts.event->target));
}

const CodingRow* Coder::Find(const Facts& facts, const std::string& code, int depth) const {
  const auto rows = by_code_.find(code);
  if (rows == by_code_.end()) return nullptr;
  for (const CodingRow* row : rows->second) {
    if (!Fits(*row, facts)) continue;
    if (row->as.empty()) return row;
    if (depth > 0) return nullptr;
    for (const std::string& pattern : row->codes)
      if (FitsCode(pattern, code)) return Find(facts, CodedAs(row->as, pattern, code), depth + 1);
  }
  return nullptr;
}

void Coder::Score(TypeId of, Event* event) const {
  const auto type = rules_.coding.legal.types.find(event->plover.type);
  if (type == rules_.coding.legal.types.end()) return;
  const auto mode = type->second.modes.find(event->plover.mode);
  const bool scored = mode != type->second.modes.end() && !mode->second.empty();
  event->plover.quad = type->second.quad;
  event->plover.scale = scored ? mode->second : type->second.score;
  // What several do together has them all as sources, each the others' recipient.
  const bool together = rules_.types[of.value()].symmetric && event->source.size() > 1;
  event->plover.lacks_recipient =
      type->second.needs_recipient && event->target.empty() && !together;
}

void Coder::Code(const StoryView& view, const Candidate& candidate, Event* event) const {
  const Facts facts = FactsOf(view, candidate, *event);
  for (const CodingRow* row : by_type_[candidate.type.value()]) {
    if (!Fits(*row, facts)) continue;
    event->cameo = row->cameo;
    event->extension = row->extension;
    break;
  }
  const auto code = rules_.coding.codes.find(event->cameo);
  if (code == rules_.coding.codes.end()) return;
  event->goldstein = code->second.goldstein;
  event->has_goldstein = true;
  const CodingRow* row = Find(facts, event->cameo, 0);
  if (row == nullptr || row->plover.empty()) return;
  event->has_plover = true;
  event->plover.type = row->plover;
  event->plover.mode = row->mode;
  event->plover.contexts = row->contexts;
  if (!contexts_.empty()) {
    Bits sentence(width_);
    const Sentence& evidence = view.layers.sentences[candidate.sentence];
    for (TokenIndex token = evidence.begin; token < evidence.end; ++token)
      Add(view, token, &sentence);
    for (const CodingContext* context : contexts_) {
      std::vector<std::string>& contexts = event->plover.contexts;
      if (Has(sentence, context->list) &&
          std::find(contexts.begin(), contexts.end(), context->context) == contexts.end())
        contexts.push_back(context->context);
    }
  }
  if (completes_states_) states_.Complete(view, candidate, event);
  Score(candidate.type, event);
}

}  // namespace telex
