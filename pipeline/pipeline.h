// Pipeline: the assembled stages, from a story to its events.
//
//     Pipeline pipeline(rules, PipelineOptions{});
//     Scratch scratch;                       // one a thread
//     std::vector<Event> events;
//     pipeline.Run(story, scratch, events);
//
// Several stories may be handed in at once. Each stage then runs over all of them before the next
// begins, so that its code and its tables are fetched into the near caches once for all.
//
// The one place where the stages stand in their order (DESIGN: tokens, dateline, sentences, topic,
// lexicon hits, dates, names, word classes, chunks, clauses, frames and status, resolution,
// merging, coding) and where they are traced. Thread-safety: a Pipeline is immutable once made and
// may be shared; a Scratch belongs to one thread.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "pipeline/coding/coder.h"
#include "pipeline/discourse/drafter.h"
#include "pipeline/discourse/implied_sources.h"
#include "pipeline/discourse/implied_targets.h"
#include "pipeline/discourse/merger.h"
#include "pipeline/discourse/recorder.h"
#include "pipeline/discourse/scenes.h"
#include "pipeline/events/event.h"
#include "pipeline/events/matcher.h"
#include "pipeline/events/reference.h"
#include "pipeline/language/appositions.h"
#include "pipeline/language/chunker.h"
#include "pipeline/language/clauses.h"
#include "pipeline/language/names.h"
#include "pipeline/language/tagger.h"
#include "pipeline/language/topics.h"
#include "pipeline/rules/ruleset.h"
#include "pipeline/text/story.h"

namespace telex {

struct PipelineOptions {
  std::string coding;  // name of the coding; empty takes the default one
  bool reference =
      false;  // match with the slow reference, to check the fast matcher; its trace has no losers
};

/// What the stages reuse from story to story. After a run it holds the layers of its stories, until
/// the next one.
class Scratch {
 public:
  const WordTable& words() const { return *words_; }
  /// Of the first story of the run, which mostly is its only one.
  const Layers& layers() const { return readings_.front().layers; }
  const Syntax& syntax() const { return readings_.front().syntax; }
  const std::vector<Candidate>& candidates() const { return readings_.front().candidates; }
  StoryView view() const { return readings_.front().View(*words_); }
  /// Of the last one.
  const std::vector<Draft>& drafts() const { return drafts_; }

  /// Told the name of each stage as it ends, for those who measure; may be empty.
  std::function<void(const char* stage)> stage_ended;

 private:
  friend class Pipeline;
  /// What the stages found in one story.
  struct Reading {
    Layers layers;
    Syntax syntax;
    std::vector<Candidate> candidates;
    TopicVerdict topic;
    bool ended = false;  // there is nothing in it for the stages that are left

    StoryView View(const WordTable& words) const { return {words, layers, syntax}; }
    void Clear();
  };
  void Ended(const char* stage) const {
    if (stage_ended) stage_ended(stage);
  }

  std::unique_ptr<WordTable> words_;  // of the rules of the last run
  std::unique_ptr<Matcher::Workspace> matching_;
  std::vector<Reading> readings_ = std::vector<Reading>(1);  // one a story; not all are in use
  std::vector<Draft> drafts_;
};

/// What a run tells beside its events. Handing in none costs nothing.
struct Trace {
  std::vector<Loser> losers;  // what matched and did not come out
  TopicVerdict topic;         // what else than public affairs the story is about
};

class Pipeline {
 public:
  Pipeline(std::shared_ptr<const RuleSet> rules, PipelineOptions options);

  using EventReceiver = std::function<void(const Story&, Event&&)>;
  /// Hands over the events of `stories` in text order, each once it is whole: a story of many need
  /// not hold them all. `trace` may be null; of more stories than one it tells of the last.
  void Run(std::span<const Story> stories, Scratch& scratch, const EventReceiver& receive,
           Trace* trace = nullptr) const;
  /// The same for one story, with `events` replaced by all of them.
  void Run(const Story& story, Scratch& scratch, std::vector<Event>& events,
           Trace* trace = nullptr) const;
  /// The stages of the language floor alone: afterwards the scratch holds the story's layers.
  void Read(const Story& story, Scratch& scratch) const;

  const RuleSet& rules() const { return *rules_; }
  const TermFlags& flags() const { return flags_; }

 private:
  using Reading = Scratch::Reading;
  /// Calls `stage(story, reading)` with those of `stories` that have not ended, and says so.
  template <class Stage>
  static void Each(const char* name, std::span<const Story> stories, Scratch& scratch,
                   const Stage& stage);
  void ReadWords(std::span<const Story> stories, Scratch& scratch) const;  // … and sentences
  void ReadSyntax(std::span<const Story> stories, Scratch& scratch) const;
  void Draw(const Story& story, const Reading& reading, Scratch& scratch,
            const EventReceiver& receive) const;  // the events from what was matched

  std::shared_ptr<const RuleSet> rules_;
  TermFlags flags_;
  TopicReader topics_;
  Tagger tagger_;
  NameFinder names_;
  Chunker chunker_;
  Appositions appositions_;
  ClauseReader clauses_;
  Matcher matcher_;
  ReferenceMatcher reference_;
  bool use_reference_;
  Drafter drafter_;
  Merger merger_;
  ImpliedSources implied_sources_;
  ImpliedTargets implied_targets_;
  Scenes scenes_;
  Recorder recorder_;
  Coder coder_;
};

}  // namespace telex
