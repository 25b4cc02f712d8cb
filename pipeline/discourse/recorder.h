// Recorder: writes a draft out as an Event: names in their fullest form, countries, titles, date,
// place, evidence, id.
//
// The last step before coding. Immutable; safe to share between threads.
#pragma once

#include <string>

#include "pipeline/discourse/draft.h"
#include "pipeline/events/event.h"
#include "pipeline/text/story.h"

namespace telex {

class Recorder {
 public:
  Recorder(const RuleSet& rules, const TermFlags& flags) : rules_(rules), flags_(flags) {}
  Event Record(const Story& story, const StoryView& view, const Resolver& resolver,
               const Draft& draft) const;

 private:
  Actor RecordActor(const Story& story, const StoryView& view, const Resolver& resolver,
                    const Referent& referent) const;
  Span PhraseSpan(const StoryView& view, NounPhraseId phrase) const;
  TokenIndex EndOfRelative(const StoryView& view, const NounPhrase& phrase) const;
  TokenIndex EndOfTail(const StoryView& view, NounPhraseId phrase) const;
  Span ActorSpan(const StoryView& view, const Resolver& resolver, NounPhraseId phrase) const;
  std::string CountryCode(uint32_t country) const;
  void RecordDate(const Story& story, const StoryView& view, const Draft& draft,
                  Event* event) const;
  Span ContentSpan(const StoryView& view, const Candidate& candidate) const;
  void RecordContent(const Story& story, const StoryView& view, const Resolver& resolver,
                     const Draft& draft, Event* event) const;
  void RecordPlace(const Story& story, const StoryView& view, const Draft& draft,
                   Event* event) const;

  const RuleSet& rules_;
  const TermFlags& flags_;
};

}  // namespace telex
