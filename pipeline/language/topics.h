// TopicReader: what a story is about, where that is not public affairs.
//
// Stands behind the sentences and before all that is dear: a story about a match, a market or a
// novel (rules/topics.yaml) is not read any further. Counts each word of the lists once; one pass
// over the tokens, which looks at those that are a cue (kTopicCue). Immutable; safe to share
// between threads.
#pragma once

#include <vector>

#include "pipeline/language/layers.h"
#include "pipeline/language/words.h"
#include "pipeline/rules/ruleset.h"

namespace telex {

/// What a story's words say. `topic` is null where it is about public affairs, or nothing special.
struct TopicVerdict {
  const Topic* topic = nullptr;
  uint32_t points = 0;   // of the topic
  uint32_t affairs = 0;  // of public affairs
};

class TopicReader {
 public:
  explicit TopicReader(const RuleSet& rules);
  TopicVerdict Read(const WordTable& words, const Layers& layers) const;

 private:
  struct Cue {
    uint32_t topic = 0;  // index into the rules' topics; the one behind the last is affairs
    uint32_t points = 0;
  };
  const TopicRules& rules_;
  std::vector<uint32_t> first_cue_;  // by TermId: index into `cues_`; the next one's is the end
  std::vector<Cue> cues_;
};

}  // namespace telex
