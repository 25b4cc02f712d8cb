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

void Scratch::Reading::Clear() {
  layers.clear();
  syntax.clear();
  candidates.clear();
  topic = TopicVerdict();
  ended = false;
}

template <class Stage>
void Pipeline::Each(const char* name, std::span<const Story> stories, Scratch& scratch,
                    const Stage& stage) {
  for (size_t i = 0; i < stories.size(); ++i)
    if (!scratch.readings_[i].ended) stage(stories[i], scratch.readings_[i]);
  scratch.Ended(name);
}

void Pipeline::ReadWords(std::span<const Story> stories, Scratch& scratch) const {
  if (!scratch.words_ || &scratch.words_->rules() != rules_.get()) {
    scratch.words_ = std::make_unique<WordTable>(*rules_);
    scratch.matching_ = std::make_unique<Matcher::Workspace>(*rules_);
  }
  WordTable& words = *scratch.words_;
  words.StartStory();
  if (scratch.readings_.size() < stories.size()) scratch.readings_.resize(stories.size());
  for (size_t i = 0; i < stories.size(); ++i) scratch.readings_[i].Clear();
  Each("tokens", stories, scratch, [&](const Story& story, Reading& reading) {
    Tokenize(story.text(), words, reading.layers);
  });
  Each("dateline", stories, scratch,
       [&](const Story& story, Reading& reading) { FindDateline(story, words, reading.layers); });
  Each("sentences", stories, scratch,
       [&](const Story& story, Reading& reading) { SplitSentences(story, words, reading.layers); });
}

void Pipeline::ReadSyntax(std::span<const Story> stories, Scratch& scratch) const {
  const WordTable& words = *scratch.words_;
  Each("lexicon hits", stories, scratch,
       [&](const Story&, Reading& reading) { FindPhrases(words, reading.layers); });
  Each("dates", stories, scratch,
       [&](const Story&, Reading& reading) { FindDates(words, reading.layers); });
  Each("names", stories, scratch, [&](const Story& story, Reading& reading) {
    names_.Run(words, reading.layers, story.published(), reading.syntax);
  });
  Each("word classes", stories, scratch,
       [&](const Story&, Reading& reading) { tagger_.Run(words, reading.layers, reading.syntax); });
  Each("chunks", stories, scratch, [&](const Story&, Reading& reading) {
    chunker_.Run(words, reading.layers, reading.syntax);
    appositions_.Run(reading.syntax);
  });
  Each("clauses", stories, scratch,
       [&](const Story&, Reading& reading) { clauses_.Run(reading.layers, reading.syntax); });
  Each("dates resolved", stories, scratch, [&](const Story& story, Reading& reading) {
    const DateTenses tenses(words, reading.layers, reading.syntax);
    ResolveDates(story.published(), &tenses, reading.layers);
  });
}

void Pipeline::Draw(const Story& story, const Reading& reading, Scratch& scratch,
                    const EventReceiver& receive) const {
  const StoryView view = reading.View(*scratch.words_);
  scratch.drafts_.clear();
  Resolver resolver(*rules_, flags_, view, story.source());
  const Anchor anchor = AnchorOf(story.published(), reading.layers.dateline);
  drafter_.Run(view, reading.candidates, anchor, resolver, &scratch.drafts_);
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
    receive(story, std::move(event));
  }
  scratch.Ended("records, codes");
}

void Pipeline::Read(const Story& story, Scratch& scratch) const {
  ReadWords({&story, 1}, scratch);
  ReadSyntax({&story, 1}, scratch);
}

void Pipeline::Run(const Story& story, Scratch& scratch, std::vector<Event>& events,
                   Trace* trace) const {
  events.clear();
  Run(
      std::span(&story, 1), scratch,
      [&](const Story&, Event&& event) { events.push_back(std::move(event)); }, trace);
}

void Pipeline::Run(std::span<const Story> stories, Scratch& scratch, const EventReceiver& receive,
                   Trace* trace) const {
  scratch.drafts_.clear();
  ReadWords(stories, scratch);
  Each("topic", stories, scratch, [&](const Story&, Reading& reading) {
    reading.topic = topics_.Read(*scratch.words_, reading.layers);
    reading.ended = reading.topic.topic != nullptr && trace == nullptr;
  });
  ReadSyntax(stories, scratch);
  Each("frames, status", stories, scratch, [&](const Story&, Reading& reading) {
    const StoryView view = reading.View(*scratch.words_);
    if (use_reference_) {
      reference_.Run(view, &reading.candidates);
    } else {
      matcher_.Run(view, *scratch.matching_, &reading.candidates, trace ? &trace->losers : nullptr);
    }
    if (trace != nullptr && !reading.candidates.empty()) trace->topic = reading.topic;
    reading.ended = reading.candidates.empty() || reading.topic.topic != nullptr;
  });
  for (size_t i = 0; i < stories.size(); ++i)
    if (!scratch.readings_[i].ended) Draw(stories[i], scratch.readings_[i], scratch, receive);
}

}  // namespace telex
