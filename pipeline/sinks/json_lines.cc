#include "pipeline/sinks/json_lines.h"

#include <charconv>
#include <cstdint>
#include <cstring>
#include <vector>

namespace telex {
namespace {

/// True if one of the eight bytes of `word` must be escaped: below 0x20, a quote or a backslash.
/// The classic test for a zero byte, three times; a byte above 0x7F never counts, since it is
/// masked out.
bool HasSpecial(uint64_t word) {
  constexpr uint64_t kOnes = 0x0101010101010101ull;
  constexpr uint64_t kHigh = 0x8080808080808080ull;
  const auto has_zero = [](uint64_t w) { return (w - kOnes) & ~w & kHigh; };
  const uint64_t control = (word - kOnes * 0x20) & ~word & kHigh;
  return (control | has_zero(word ^ (kOnes * '"')) | has_zero(word ^ (kOnes * '\\'))) != 0;
}

bool IsSpecial(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

size_t PlainPrefix(std::string_view text) {
  size_t at = 0;
  for (uint64_t word; at + 8 <= text.size(); at += 8) {
    std::memcpy(&word, text.data() + at, 8);
    if (HasSpecial(word)) break;
  }
  while (at < text.size() && !IsSpecial(text[at])) ++at;
  return at;
}

void AppendEscape(char c, std::string* out) {
  switch (c) {
    case '"':
      out->append("\\\"");
      return;
    case '\\':
      out->append("\\\\");
      return;
    case '\n':
      out->append("\\n");
      return;
    case '\r':
      out->append("\\r");
      return;
    case '\t':
      out->append("\\t");
      return;
    default: {
      constexpr char kHex[] = "0123456789abcdef";
      out->append("\\u00");
      out->push_back(kHex[static_cast<unsigned char>(c) >> 4]);
      out->push_back(kHex[c & 0xF]);
    }
  }
}

/// Writes the members of one object after another; knows when a comma is due.
class Object {
 public:
  explicit Object(std::string* out) : out_(out) { out_->push_back('{'); }
  void Close() { out_->push_back('}'); }

  /// The key and its colon; the value is the caller's.
  std::string* Key(std::string_view key) {
    if (!first_) out_->append(", ");
    first_ = false;
    out_->push_back('"');
    out_->append(key).append("\": ");
    return out_;
  }
  void Text(std::string_view key, std::string_view value) { AppendJsonString(value, Key(key)); }
  void TextIfAny(std::string_view key, std::string_view value) {
    if (!value.empty()) Text(key, value);
  }
  void TextOrNull(std::string_view key, std::string_view value) {
    if (value.empty()) {
      Key(key)->append("null");
    } else {
      Text(key, value);
    }
  }
  template <class Number>
  void Count(std::string_view key, Number value) {
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    Key(key)->append(digits, end);
  }
  void Texts(std::string_view key, const std::vector<std::string>& values) {
    Key(key)->push_back('[');
    for (const std::string& value : values) {
      if (&value != &values.front()) out_->append(", ");
      AppendJsonString(value, out_);
    }
    out_->push_back(']');
  }

 private:
  std::string* out_;
  bool first_ = true;
};

/// Writes one event; holds what the parts of it share.
class EventWriter {
 public:
  EventWriter(const Story& story, const CodePoints& points, std::string* out)
      : story_(story), points_(points), out_(out) {}

  void Write(const Event& event) {
    Object object(out_);
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
  void Place(Span span, Object& object) {
    if (span.empty()) return;
    const bool in_headline = span.begin < story_.body_begin();
    const size_t origin = in_headline ? 0 : points_.At(story_.body_begin());
    object.Count("begin", points_.At(span.begin) - origin);
    object.Count("end", points_.At(span.end) - origin);
    if (in_headline) object.Text("in", "headline");
  }

  void Actors(std::string_view key, const std::vector<Actor>& actors, Object& object) {
    object.Key(key)->push_back('[');
    for (const Actor& actor : actors) {
      if (&actor != &actors.front()) out_->append(", ");
      Object member(out_);
      member.TextIfAny("name", actor.name);
      member.TextIfAny("text", actor.text);
      member.TextIfAny("country", actor.country);
      member.TextIfAny("sector", actor.sector);
      member.TextIfAny("title", actor.title);
      Place(actor.span, member);
      member.Close();
    }
    out_->push_back(']');
  }

  void WhenWhereWhat(const Event& event, Object& object) {
    if (!event.date.value.empty() || !event.date.text.empty()) {
      object.Key("date");
      Object date(out_);
      date.TextIfAny("value", event.date.value);
      date.TextIfAny("text", event.date.text);
      date.Close();
    }
    if (!event.place.name.empty() || !event.place.country.empty()) {
      object.Key("place");
      Object place(out_);
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
      Object what(out_);
      what.TextIfAny("type", event.what.type);
      what.TextIfAny("text", event.what.text);
      what.Close();
    }
  }

  /// Once anything is coded all three keys stand there: a null says that the scheme has no code for
  /// this.
  void Codes(const Event& event, Object& object) {
    if (!event.has_plover && event.cameo.empty() && event.extension.empty()) return;
    object.Key("plover");
    if (event.has_plover) {
      Object plover(out_);
      plover.Text("type", event.plover.type);
      plover.TextIfAny("mode", event.plover.mode);
      plover.Texts("context", event.plover.contexts);
      plover.Close();
    } else {
      out_->append("null");
    }
    object.TextOrNull("cameo", event.cameo);
    object.TextOrNull("extension", event.extension);
  }

  void WriteEvidence(const Evidence& evidence, Object& object) {
    if (evidence.text.empty()) return;
    object.Key("evidence");
    Object member(out_);
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

void AppendJsonString(std::string_view text, std::string* out) {
  out->push_back('"');
  while (!text.empty()) {
    const size_t plain = PlainPrefix(text);
    out->append(text.substr(0, plain));
    if (plain == text.size()) break;
    AppendEscape(text[plain], out);
    text.remove_prefix(plain + 1);
  }
  out->push_back('"');
}

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
