#include "pipeline/explain/explanation.h"

#include <algorithm>
#include <string>
#include <utility>

#include "pipeline/events/status.h"
#include "pipeline/explain/layer_words.h"
#include "pipeline/explain/notation.h"
#include "pipeline/sinks/json_lines.h"

namespace telex {
namespace {

std::string Number(size_t number) { return std::to_string(number); }

const char* FormName(VerbGroup::Form form) {
  static constexpr const char* kNames[] = {"finite", "infinitive", "gerund", "participle"};
  return kNames[static_cast<size_t>(form)];
}

const char* RelationName(Clause::Relation relation) {
  static constexpr const char* kNames[] = {"main",       "content", "relative",  "participle",
                                           "infinitive", "adjunct", "coordinate"};
  return kNames[static_cast<size_t>(relation)];
}

Table Sentences(const LayerWords& words, const StoryView& view) {
  Table table{"sentences", {"number", "kind", "text"}, {}};
  if (view.layers.dateline.found())
    table.rows.push_back(
        {"-", "dateline",
         words.Text(TokenRange{view.layers.dateline.begin, view.layers.dateline.end})});
  for (size_t s = 0; s < view.layers.sentences.size(); ++s) {
    const Sentence& sentence = view.layers.sentences[s];
    table.rows.push_back({Number(s), sentence.headline ? "headline" : "sentence",
                          words.Text(TokenRange{sentence.begin, sentence.end})});
  }
  return table;
}

Table Tokens(const LayerWords& words, const StoryView& view) {
  Table table{"tokens", {"number", "word", "read as", "could also be"}, {}};
  for (TokenIndex t = 0; t < view.layers.tokens.size(); ++t) {
    const ClassSet read = t < view.syntax.classes.size() ? view.syntax.classes[t] : 0;
    table.rows.push_back({Number(t), words.Text(TokenRange{t, t + 1}), LayerWords::Classes(read),
                          LayerWords::Classes(view.At(t).classes & ~read)});
  }
  return table;
}

Table LexiconHits(const LayerWords& words, const StoryView& view) {
  Table table{"lexicon", {"words", "entry"}, {}};
  for (const LexiconHit& hit : view.layers.lexicon_hits)
    table.rows.push_back({words.Text(TokenRange{hit.begin, hit.end}), words.Entry(hit.entry)});
  return table;
}

Table Dates(const LayerWords& words, const StoryView& view) {
  static constexpr const char* kTypes[] = {"date", "time", "duration", "set"};
  Table table{"dates", {"words", "type", "value", "note"}, {}};
  for (const DateMention& date : view.layers.dates)
    table.rows.push_back({words.Text(TokenRange{date.begin, date.end}),
                          kTypes[static_cast<size_t>(date.type)], date.value,
                          date.resolved ? "" : "open: --published DATE would settle it"});
  return table;
}

Table People(const LayerWords& words, const StoryView& view) {
  Table table{"people", {"name", "title", "country", "mentions"}, {}};
  for (size_t p = 0; p < view.syntax.people.size(); ++p) {
    const StoryPerson& person = view.syntax.people[p];
    const auto mentions =
        std::count_if(view.syntax.names.begin(), view.syntax.names.end(),
                      [&](const NameMention& mention) { return mention.person == PersonId(p); });
    table.rows.push_back({words.Text(person.name), words.Text(person.title),
                          words.Country(person.country), std::to_string(mentions)});
  }
  return table;
}

Table Phrases(const LayerWords& words, const StoryView& view) {
  static constexpr const char* kPositions[] = {"", "subject", "object", "complement"};
  Table table{"noun phrases", {"words", "read as", "belongs to", "stands as"}, {}};
  for (const NounPhrase& phrase : view.syntax.phrases) {
    std::string owner = words.Phrase(phrase.possessor);
    if (phrase.of.valid()) owner += (owner.empty() ? "of " : "; of ") + words.Phrase(phrase.of);
    std::string position = kPositions[static_cast<size_t>(phrase.position)];
    if (phrase.preposition.valid())
      position += (position.empty() ? "after " : " after ") + words.Term(phrase.preposition);
    table.rows.push_back(
        {words.Text(phrase.range), words.Reading(phrase), std::move(owner), std::move(position)});
  }
  return table;
}

Table Verbs(const LayerWords& words, const StoryView& view) {
  Table table{"verb groups", {"words", "verb", "form"}, {}};
  for (const VerbGroup& verb : view.syntax.verbs) {
    std::string form = FormName(verb.form);
    const auto add = [&](bool is, const std::string& what) {
      if (is) form += ", " + what;
    };
    add(verb.past, "past");
    add(verb.perfect, "perfect");
    add(verb.passive, "passive");
    add(verb.negated, "negated");
    add(verb.modal.valid(), "modal " + words.Term(verb.modal));
    std::string lemma = verb.lemma.valid() ? words.Term(verb.lemma) : "(in no rule)";
    if (verb.particle.valid()) lemma += " " + words.Term(verb.particle);
    table.rows.push_back({words.Text(verb.range), std::move(lemma), std::move(form)});
  }
  return table;
}

Table Clauses(const LayerWords& words, const StoryView& view) {
  Table table{"clauses",
              {"number", "agent", "verb", "patient", "second object", "complements", "voice",
               "relation", "under"},
              {}};
  for (size_t c = 0; c < view.syntax.clauses.size(); ++c) {
    const Clause& clause = view.syntax.clauses[c];
    const ClauseId under = clause.governor.valid() ? clause.governor : clause.parent;
    std::string relation = RelationName(clause.relation);
    if (clause.introducer.valid()) relation += " (" + words.Term(clause.introducer) + ")";
    table.rows.push_back({Number(c), words.Phrase(clause.agent), words.Text(clause.verb.range),
                          words.Phrase(clause.patient), words.Phrase(clause.second),
                          words.Complements(clause), VoiceName(clause.voice), std::move(relation),
                          under.valid() ? Number(under.value()) : ""});
  }
  return table;
}

/// "Ali (IRN); Oman (OMN)".
std::string ActorNames(const std::vector<Actor>& actors) {
  std::string text;
  for (const Actor& actor : actors)
    text += (text.empty() ? "" : "; ") + actor.name +
            (actor.country.empty() ? "" : " (" + actor.country + ")");
  return text;
}

std::string StatusText(const StatusReading& reading, EventStatus status) {
  std::string text(StatusName(status));
  return reading.cue ? text + ", by cue " + reading.cue->id : text;
}

}  // namespace

std::vector<Table> ExplainLayers(const Story& story, const StoryView& view, const RuleSet& rules) {
  const LayerWords words(story, view, rules);
  return {Sentences(words, view), Tokens(words, view), LexiconHits(words, view),
          Dates(words, view),     People(words, view), Phrases(words, view),
          Verbs(words, view),     Clauses(words, view)};
}

Table ExplainEvents(const Pipeline& pipeline, const Story& story, const Scratch& scratch,
                    const std::vector<Event>& events) {
  const StoryView view = scratch.view();
  const LayerWords words(story, view, pipeline.rules());
  const StatusReader statuses(pipeline.rules(), pipeline.flags());
  Table table{"events", {"number", "what", "is", "from the words"}, {}};
  for (size_t i = 0; i < events.size(); ++i) {
    const Event& event = events[i];
    const Candidate& candidate =
        scratch.drafts()[i].candidate;  // drafts and events go side by side
    const auto row = [&](const char* what, std::string is, std::string from) {
      if (!is.empty() || !from.empty())
        table.rows.push_back({Number(i + 1), what, std::move(is), std::move(from)});
    };
    row("rule", event.rule, event.voice + " voice");
    row("source", ActorNames(event.source), words.Phrase(candidate.role(Role::kSource)));
    row("target", ActorNames(event.target), words.Phrase(candidate.role(Role::kTarget)));
    row("between", "", words.Phrase(candidate.parties));
    row("status", StatusText(statuses.Read(view, candidate), event.status), "");
    row("date", event.date.value, event.date.text);
    row("place", event.place.name, words.Phrase(candidate.role(Role::kPlace)));
    row("topic", event.topic, words.Phrase(candidate.role(Role::kTopic)));
    row("what", event.what.type.empty() ? event.what.text : event.what.type,
        event.what.type.empty() ? "" : event.what.text);
    row("its source", ActorNames(event.what.source), "");
    row("its target", ActorNames(event.what.target), "");
    row("said by", ActorNames(event.attribution), "");
    std::string codes =
        event.has_plover
            ? event.plover.type + (event.plover.mode.empty() ? "" : " " + event.plover.mode)
            : event.extension;
    if (!event.cameo.empty()) codes += (codes.empty() ? "CAMEO " : ", CAMEO ") + event.cameo;
    row("codes", codes, "");
    row("mentions", event.mentions > 1 ? Number(event.mentions) : "", "");
  }
  return table;
}

Table ExplainLosers(const Pipeline& pipeline, const Story& story, const Scratch& scratch,
                    const Trace& trace) {
  const RuleSet& rules = pipeline.rules();
  const StoryView view = scratch.view();
  const LayerWords words(story, view, rules);
  Table table{"matched and did not come out", {"rule", "at", "why"}, {}};
  const auto name = [&](RuleId rule) {
    return rule.valid() ? rules.rules[rule.value()].name : std::string();
  };
  const auto trigger = [&](const Candidate& candidate) {
    return words.Text(TokenRange{candidate.trigger, candidate.trigger + 1});
  };
  for (const Loser& loser : trace.losers) {
    std::string why;
    switch (loser.reason) {
      case Loser::Reason::kNever:
        why = "a `never:` of the rule matches here, or none of its `only:`";
        break;
      case Loser::Reason::kHeld:
        why = "only spoken of: held back by cue " +
              (loser.cue ? loser.cue->id : std::string("(none)"));
        break;
      case Loser::Reason::kOverlap:
        why = loser.winner.valid() ? "the same words went to " + name(loser.winner)
                                   : "a better match on the same words";
        break;
    }
    table.rows.push_back({name(loser.candidate.rule), trigger(loser.candidate), std::move(why)});
  }
  for (const Candidate& candidate : scratch.candidates()) {
    const auto& drafts = scratch.drafts();
    const bool out = std::any_of(drafts.begin(), drafts.end(), [&](const Draft& draft) {
      return draft.candidate.type == candidate.type &&
             (draft.candidate.trigger == candidate.trigger || draft.mentions > 1);
    });
    if (out) continue;
    if (candidate.runner_up) {
      const auto winner = std::find_if(drafts.begin(), drafts.end(), [&](const Draft& draft) {
        return draft.candidate.trigger == candidate.trigger;
      });
      if (winner != drafts.end()) {
        if (winner->candidate.rule != candidate.rule)
          table.rows.push_back({name(candidate.rule), trigger(candidate),
                                "the same words went to " + name(winner->candidate.rule)});
        continue;
      }
    }
    const Topic* topic = trace.topic.topic;
    table.rows.push_back(
        {name(candidate.rule), trigger(candidate),
         topic == nullptr
             ? "nobody could be found who takes part: roles stay open"
             : "the story is about " + topic->id + ": " + std::to_string(trace.topic.points) +
                   " points, public affairs " + std::to_string(trace.topic.affairs)});
  }
  return table;
}

}  // namespace telex
