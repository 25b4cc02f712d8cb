#include "pipeline/pipeline.h"

#include <utility>

#include "pipeline/language/date_tenses.h"
#include "pipeline/language/dateline.h"
#include "pipeline/language/dates.h"
#include "pipeline/language/phrases.h"
#include "pipeline/language/sentences.h"
#include "pipeline/language/tokenizer.h"

namespace telex {

Pipeline::Pipeline(std::shared_ptr<const RuleSet> rules, PipelineOptions options)
    : rules_(std::move(rules)),
      flags_(*rules_),
      topics_(*rules_),
      tagger_(*rules_, flags_),
      names_(*rules_, flags_),
      chunker_(*rules_, flags_),
      appositions_(*rules_),
      clauses_(flags_),
      matcher_(*rules_, flags_),
      reference_(*rules_, flags_),
      use_reference_(options.reference),
      drafter_(*rules_, flags_),
      merger_(*rules_),
      implied_sources_(*rules_, flags_),
      implied_targets_(*rules_, flags_),
      scenes_(*rules_, flags_),
      recorder_(*rules_, flags_),
      coder_(*rules_, options.coding) {}

void Pipeline::ReadWords(const Story& story, Scratch& scratch) const {
  if (!scratch.words_ || &scratch.words_->rules() != rules_.get()) {
    scratch.words_ = std::make_unique<WordTable>(*rules_);
    scratch.matching_ = std::make_unique<Matcher::Workspace>(*rules_);
  }
  WordTable& words = *scratch.words_;
  Layers& layers = scratch.layers_;
  layers.clear();
  scratch.syntax_.clear();
  words.StartStory();
  Tokenize(story.text(), words, layers);
  scratch.Ended("tokens");
  FindDateline(story, words, layers);
  scratch.Ended("dateline");
  SplitSentences(story, words, layers);
  scratch.Ended("sentences");
}

void Pipeline::ReadSyntax(const Story& story, Scratch& scratch) const {
  const WordTable& words = *scratch.words_;
  Layers& layers = scratch.layers_;
  Syntax& syntax = scratch.syntax_;
  FindPhrases(words, layers);
  scratch.Ended("lexicon hits");
  FindDates(words, layers);
  scratch.Ended("dates");
  names_.Run(words, layers, story.published(), syntax);
  scratch.Ended("names");
  tagger_.Run(words, layers, syntax);
  scratch.Ended("word classes");
  chunker_.Run(words, layers, syntax);
  appositions_.Run(syntax);
  scratch.Ended("chunks");
  clauses_.Run(layers, syntax);
  scratch.Ended("clauses");
  const DateTenses tenses(words, layers, syntax);
  ResolveDates(story.published(), &tenses, layers);
  scratch.Ended("dates resolved");
}

void Pipeline::Read(const Story& story, Scratch& scratch) const {
  ReadWords(story, scratch);
  ReadSyntax(story, scratch);
}

void Pipeline::Run(const Story& story, Scratch& scratch, std::vector<Event>& events,
                   Trace* trace) const {
  events.clear();
  Run(
      story, scratch, [&](Event&& event) { events.push_back(std::move(event)); }, trace);
}

void Pipeline::Run(const Story& story, Scratch& scratch, const EventReceiver& receive,
                   Trace* trace) const {
  scratch.candidates_.clear();
  scratch.drafts_.clear();
  ReadWords(story, scratch);
  const TopicVerdict topic = topics_.Read(*scratch.words_, scratch.layers_);
  scratch.Ended("topic");
  if (topic.topic != nullptr && trace == nullptr) return;
  ReadSyntax(story, scratch);
  const StoryView view = scratch.view();
  if (use_reference_) {
    reference_.Run(view, &scratch.candidates_);
  } else {
    matcher_.Run(view, *scratch.matching_, &scratch.candidates_, trace ? &trace->losers : nullptr);
  }
  scratch.Ended("frames, status");
  if (scratch.candidates_.empty()) return;
  if (trace != nullptr) trace->topic = topic;
  if (topic.topic != nullptr) return;
  Resolver resolver(*rules_, flags_, view, story.source());
  const Anchor anchor = AnchorOf(story.published(), scratch.layers_.dateline);
  drafter_.Run(view, scratch.candidates_, anchor, resolver, &scratch.drafts_);
  scratch.Ended("roles");
  merger_.Run(view, resolver, &scratch.drafts_);
  implied_sources_.Run(view, resolver, &scratch.drafts_);
  implied_targets_.Run(view, resolver, &scratch.drafts_);
  scratch.Ended("merging");
  scenes_.Run(view, anchor, resolver, &scratch.drafts_);
  scratch.Ended("scenes");
  for (const Draft& draft : scratch.drafts_) {
    Event event = recorder_.Record(story, view, resolver, draft);
    coder_.Code(view, draft.candidate, &event);
    receive(std::move(event));
  }
  scratch.Ended("records, codes");
}

}  // namespace telex
