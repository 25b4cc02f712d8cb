// An example of kind `text` must be found by its own rule: among the events that the rule gave, the
// one that agrees best with `expect` is judged. Events of other types in the same sentence are
// nobody's business here; `none` alone minds them.

#include "pipeline/examples.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <utility>

namespace telex {
namespace {

constexpr std::string_view kStatusNames[] = {"actual", "planned", "negated", "possible"};

std::string_view StatusName(EventStatus status) {
  return kStatusNames[static_cast<size_t>(status)];
}

std::string Fold(std::string_view text) {
  utf8proc_uint8_t* folded = nullptr;
  const auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK |
                                     UTF8PROC_CASEFOLD | UTF8PROC_COMPAT);
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &folded, options);
  if (size < 0) return std::string(text);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(folded, &std::free);
  std::string result(reinterpret_cast<const char*>(folded), static_cast<size_t>(size));
  for (size_t at; (at = result.find("\xE2\x80\x99")) != std::string::npos;)
    result.replace(at, 3, "'");
  if (result.rfind("the ", 0) == 0) result.erase(0, 4);
  return result;
}

std::vector<std::string> Split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  while (true) {
    const size_t at = text.find(separator);
    parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + separator.size());
  }
}

std::string JoinNames(const std::vector<Actor>& actors) {
  std::string joined;
  for (const Actor& actor : actors) joined += (joined.empty() ? "" : "; ") + actor.name;
  return joined;
}

/// Each part names one actor, and each actor is named, in any order.
bool NamesAre(const std::vector<std::string>& parts, const std::vector<Actor>& actors) {
  if (parts.size() != actors.size()) return false;
  std::vector<bool> taken(actors.size(), false);
  for (const std::string& part : parts) {
    size_t i = 0;
    while (i < actors.size() && (taken[i] || !SameName(part, actors[i].name))) ++i;
    if (i == actors.size()) return false;
    taken[i] = true;
  }
  return true;
}

bool ActorsAre(const std::string& expected, const std::vector<Actor>& actors) {
  if (expected == "none") return actors.empty();
  if (NamesAre({expected}, actors)) return true;
  std::vector<std::string> parts = Split(expected, "; ");
  if (NamesAre(parts, actors)) return true;
  if (parts.size() != 1) return false;
  return NamesAre(Split(expected, " and "), actors);
}

/// What `event` has under `key`; and whether it is as expected.
std::pair<bool, std::string> Compare(const std::string& key, const std::string& expected,
                                     const Event& event) {
  if (key == "source") return {ActorsAre(expected, event.source), JoinNames(event.source)};
  if (key == "target") return {ActorsAre(expected, event.target), JoinNames(event.target)};
  std::string got;
  if (key == "status") got = StatusName(event.status);
  if (key == "place") got = event.place.name;
  if (key == "topic") got = event.topic;
  if (key == "what") got = SameName(expected, event.what.type) ? event.what.type : event.what.text;
  if (key == "date")
    got = SameName(expected, event.date.value) ? event.date.value : event.date.text;
  if (expected == "none") return {got.empty(), got};
  return {SameName(expected, got), got};
}

std::vector<std::string> Differences(const Example& example, const Event& event) {
  std::vector<std::string> wrong;
  for (const auto& [key, expected] : example.expect) {
    const auto [same, got] = Compare(key, expected, event);
    if (same) continue;
    wrong.push_back(key + ": expected \"" + expected + "\", got " +
                    (got.empty() ? "nothing" : "\"" + got + "\""));
  }
  return wrong;
}

std::string TypeOf(const Rule& rule) { return rule.name.substr(0, rule.name.find('/')); }

}  // namespace

std::string_view NameOf(Verdict verdict) {
  switch (verdict) {
    case Verdict::kPass:
      return "pass";
    case Verdict::kMissed:
      return "missed";
    case Verdict::kNoisy:
      return "noisy";
    case Verdict::kWrongRole:
      return "wrong-role";
    case Verdict::kWrongRule:
      return "wrong-rule";
  }
  return "";
}

bool SameName(std::string_view a, std::string_view b) { return a == b || Fold(a) == Fold(b); }

std::string DescribeEvent(const Event& event) {
  std::string line = event.rule;
  if (!event.voice.empty()) line += " [" + event.voice + "]";
  const auto add = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) line.append("; ").append(key).append(": ").append(value);
  };
  add("source", JoinNames(event.source));
  add("target", JoinNames(event.target));
  add("status", event.status == EventStatus::kActual ? "" : std::string(StatusName(event.status)));
  add("date", event.date.value);
  add("place", event.place.name);
  add("topic", event.topic);
  add("what", event.what.type.empty() ? event.what.text : event.what.type);
  return line;
}

ExampleResult JudgeExample(const Rule& rule, const Example& example,
                           const std::vector<Event>& events) {
  ExampleResult result;
  result.rule = rule.id;
  result.todo = example.kind == Example::Kind::kTodo;
  for (const Event& event : events) result.events.push_back(DescribeEvent(event));

  const auto is_own = [&](const Event& event) { return event.rule == rule.name; };
  if (example.kind == Example::Kind::kNone) {
    if (!events.empty()) result.verdict = Verdict::kNoisy;
    return result;
  }
  if (example.kind == Example::Kind::kNot) {
    if (std::any_of(events.begin(), events.end(), is_own)) result.verdict = Verdict::kNoisy;
    return result;
  }
  const Event* best = nullptr;
  for (const Event& event : events) {
    if (!is_own(event)) continue;
    std::vector<std::string> wrong = Differences(example, event);
    if (best == nullptr || wrong.size() < result.wrong.size()) {
      best = &event;
      result.wrong = std::move(wrong);
    }
  }
  if (best != nullptr) {
    if (!result.wrong.empty()) result.verdict = Verdict::kWrongRole;
    return result;
  }
  const std::string type = TypeOf(rule);
  const bool other = std::any_of(events.begin(), events.end(),
                                 [&](const Event& event) { return event.type == type; });
  result.verdict = other ? Verdict::kWrongRule : Verdict::kMissed;
  return result;
}

std::vector<ExampleResult> RunExamples(const Pipeline& pipeline, const RuleSet& rules) {
  std::vector<ExampleResult> results;
  Scratch scratch;
  std::vector<Event> events;
  for (const Rule& rule : rules.rules) {
    for (size_t i = 0; i < rule.examples.size(); ++i) {
      StoryFields fields;
      fields.id = rule.name + "#" + std::to_string(i + 1);
      fields.published = "2024-05-15";  // a Wednesday; relative dates need a day
      fields.text = rule.examples[i].text;
      pipeline.Run(Story(std::move(fields)), scratch, events);
      results.push_back(JudgeExample(rule, rule.examples[i], events));
      results.back().example = i;
    }
  }
  return results;
}

Diagnostic DescribeFailure(const ExampleResult& result, const RuleSet& rules) {
  const Rule& rule = rules.rules[result.rule.value()];
  const Example& example = rule.examples[result.example];
  Diagnostic diagnostic;
  diagnostic.place = example.place;
  std::string message = "rule " + rule.name + ": ";
  switch (result.verdict) {
    case Verdict::kPass:
      break;
    case Verdict::kMissed:
      diagnostic.code = "E001";
      message += "missed: no event of type " + TypeOf(rule) + " in this sentence";
      break;
    case Verdict::kNoisy:
      diagnostic.code = "E002";
      message += example.kind == Example::Kind::kNot ? "noisy: the rule must not fire here"
                                                     : "noisy: no rule may fire here";
      break;
    case Verdict::kWrongRole:
      diagnostic.code = "E003";
      message += "wrong role";
      for (const std::string& wrong : result.wrong) message += "; " + wrong;
      break;
    case Verdict::kWrongRule:
      diagnostic.code = "E004";
      message += "wrong rule: another one found the event";
      break;
  }
  diagnostic.message = std::move(message);
  for (const std::string& event : result.events)
    diagnostic.help += (diagnostic.help.empty() ? "what came out: " : " | ") + event;
  if (result.events.empty()) diagnostic.help = "what came out: no event at all";
  return diagnostic;
}

}  // namespace telex
