#include "pipeline/sinks/json_lines.h"

#include <vector>

#include "pipeline/sinks/json_object.h"

namespace telex {
namespace {

/// Writes one event; holds what the parts of it share.
class EventWriter {
 public:
  EventWriter(const Story& story, const CodePoints& points, std::string* out)
      : story_(story), points_(points), out_(out) {}

  void Write(const Event& event) {
    JsonObject object(out_);
    object.Count("schema", kJsonSchema);
    object.Text("id", event.id);
    object.Text("doc", event.doc);
    object.Text("type", event.type);
    Actors("source", event.source, object);
    Actors("target", event.target, object);
    object.Text("status", StatusName(event.status));
    object.Texts("modes", event.modes);
    WhenWhereWhat(event, object);
    if (!event.attribution.empty()) Actors("attribution", event.attribution, object);
    Codes(event, object);
    WriteEvidence(event.evidence, object);
    object.Count("mentions", event.mentions);
    object.TextIfAny("rule", event.rule);
    object.TextIfAny("voice", event.voice);
    object.TextIfAny("rules", event.rules_hash);
    object.TextIfAny("published", event.published);
    object.TextIfAny("headline", event.headline);
    object.TextIfAny("url", event.url);
    object.Close();
    out_->push_back('\n');
  }

 private:
  void Place(Span span, JsonObject& object) {
    if (span.empty()) return;
    const bool in_headline = span.begin < story_.body_begin();
    const size_t origin = in_headline ? 0 : points_.At(story_.body_begin());
    object.Count("begin", points_.At(span.begin) - origin);
    object.Count("end", points_.At(span.end) - origin);
    if (in_headline) object.Text("in", "headline");
  }

  void Actors(std::string_view key, const std::vector<Actor>& actors, JsonObject& object) {
    object.Key(key)->push_back('[');
    for (const Actor& actor : actors) {
      if (&actor != &actors.front()) out_->append(", ");
      JsonObject member(out_);
      member.TextIfAny("name", actor.name);
      member.TextIfAny("text", actor.text);
      member.TextIfAny("country", actor.country);
      member.TextIfAny("sector", actor.sector);
      member.TextIfAny("title", actor.title);
      if (actor.inferred) member.Key("inferred")->append("true");
      Place(actor.span, member);
      member.Close();
    }
    out_->push_back(']');
  }

  void WhenWhereWhat(const Event& event, JsonObject& object) {
    if (!event.date.value.empty() || !event.date.text.empty()) {
      object.Key("date");
      JsonObject date(out_);
      date.TextIfAny("value", event.date.value);
      date.TextIfAny("week", event.date.week);
      date.TextIfAny("text", event.date.text);
      date.Close();
    }
    if (!event.place.name.empty() || !event.place.country.empty()) {
      object.Key("place");
      JsonObject place(out_);
      place.TextIfAny("name", event.place.name);
      place.TextIfAny("country", event.place.country);
      if (event.place.has_coordinates) {
        place.Count("lat", event.place.latitude);
        place.Count("lon", event.place.longitude);
      }
      place.Close();
    }
    object.TextIfAny("topic", event.topic);
    if (!event.what.type.empty() || !event.what.text.empty()) {
      object.Key("what");
      JsonObject what(out_);
      what.TextIfAny("type", event.what.type);
      what.TextIfAny("text", event.what.text);
      if (!event.what.source.empty()) Actors("source", event.what.source, what);
      if (!event.what.target.empty()) Actors("target", event.what.target, what);
      what.TextIfAny("status", event.what.status);
      what.Close();
    }
  }

  /// Once anything is coded all three keys stand there: a null says that the scheme has no code for
  /// this.
  void Codes(const Event& event, JsonObject& object) {
    if (!event.has_plover && event.cameo.empty() && event.extension.empty()) return;
    object.Key("plover");
    if (event.has_plover) {
      JsonObject plover(out_);
      plover.Text("type", event.plover.type);
      plover.TextIfAny("mode", event.plover.mode);
      plover.Texts("context", event.plover.contexts);
      if (!event.plover.quad.empty()) plover.Count("quad", std::atoi(event.plover.quad.c_str()));
      if (!event.plover.scale.empty())
        plover.Count("scale", std::strtod(event.plover.scale.c_str(), nullptr));
      if (event.plover.lacks_recipient) plover.Text("lacks", "recipient");
      plover.Close();
    } else {
      out_->append("null");
    }
    object.TextOrNull("cameo", event.cameo);
    if (event.has_goldstein) object.Count("goldstein", event.goldstein);
    object.TextOrNull("extension", event.extension);
  }

  void WriteEvidence(const Evidence& evidence, JsonObject& object) {
    if (evidence.text.empty()) return;
    object.Key("evidence");
    JsonObject member(out_);
    member.Text("text", evidence.text);
    Place(evidence.span, member);
    member.Count("sentence", evidence.sentence);
    member.Close();
  }

  const Story& story_;
  const CodePoints& points_;
  std::string* out_;
};

}  // namespace

void AppendJsonLine(const Event& event, const Story& story, const CodePoints& points,
                    std::string* out) {
  EventWriter(story, points, out).Write(event);
}

std::string_view StatusName(EventStatus status) {
  switch (status) {
    case EventStatus::kActual:
      return "actual";
    case EventStatus::kPlanned:
      return "planned";
    case EventStatus::kNegated:
      return "negated";
    case EventStatus::kPossible:
      return "possible";
  }
  return "actual";
}

}  // namespace telex
