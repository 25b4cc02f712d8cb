// Definitions: the short forms that a story explains itself: "the Research Institute of Petroleum
// Industry (RIPI)", after which RIPI is that institute.
//
// Made once a story, from the brackets behind capitalised words; the letters of the short form are
// looked for from its last to its first, as Schwartz and Hearst do (2003). Immutable.
#pragma once

#include <string_view>
#include <vector>

#include "pipeline/events/frame_match.h"

namespace telex {

/// Where the words begin, right before `end`, that `brief` (in lower case) is short for: its first
/// letter opens a word, the others stand anywhere behind it in their order. `end` where there are
/// none.
TokenIndex BeginOfFullForm(const StoryView& view, std::string_view brief, TokenIndex end);

class Definitions {
 public:
  explicit Definitions(const StoryView& view);

  /// Where the story writes out what `token` is short for; empty where it does not.
  TokenRange FullFormOf(const StoryView& view, TokenIndex token) const;
  /// The full form that the token lies in, or nothing.
  TokenRange FullFormAt(TokenIndex token) const;

 private:
  struct Definition {
    WordId brief;
    TokenRange full;
  };
  std::vector<Definition> all_;
};

}  // namespace telex
