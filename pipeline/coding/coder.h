// Coder: gives an event its CAMEO code and what stands for it in one coding (rules/coding/).
//
// First the row of cameo.yaml that fits gives the CAMEO code, then the coding's row for that code
// gives PLOVER type, mode and contexts. Rows are asked in their order, those of the coding before
// those of the coding that it extends; words are looked up as bits, made once for each list.
// Immutable; safe to share between threads.
#pragma once

#include <boost/container/small_vector.hpp>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pipeline/coding/states.h"
#include "pipeline/events/candidate.h"
#include "pipeline/events/event.h"
#include "pipeline/events/frame_match.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

class Coder {
 public:
  /// `name` of the coding, "plover-gsr"; empty takes the default one.
  Coder(const RuleSet& rules, std::string_view name);
  void Code(const StoryView& view, const Candidate& candidate, Event* event) const;

 private:
  using Bits = boost::container::small_vector<uint64_t, 8>;  // by index of CodingTables::lists
  struct Facts {                                             // of one event, as rows ask for them
    TypeId type, inner;
    EventStatus status = EventStatus::kActual;
    const Event* event = nullptr;
    std::array<Bits, kCodingWords> words;
  };

  Facts FactsOf(const StoryView& view, const Candidate& candidate, const Event& event) const;
  void Add(const StoryView& view, TokenIndex token, Bits* bits) const;
  bool Fits(const CodingRow& row, const Facts& facts) const;
  const CodingRow* Find(const Facts& facts, const std::string& code, int depth) const;
  void Score(TypeId of, Event* event) const;

  const RuleSet& rules_;
  // The lists that a word is in: rows of `width_` words of bits, and by TermId the number of its
  // row; 0 is that of the words in none.
  size_t width_;
  std::vector<uint64_t> rows_;
  std::vector<uint32_t> row_of_;
  std::vector<std::vector<const CodingRow*>> by_type_;  // rows of cameo.yaml by TypeId
  std::unordered_map<std::string, std::vector<const CodingRow*>> by_code_;  // of the coding
  std::vector<const CodingContext*> contexts_;
  States states_;
  bool completes_states_ = false;
};

}  // namespace telex
