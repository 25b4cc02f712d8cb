#include "pipeline/sinks/annotation.h"

#include <unordered_map>

#include "pipeline/sinks/json_object.h"

namespace telex {
namespace {

/// Writes one story; holds what its parts share.
class AnnotationWriter {
 public:
  AnnotationWriter(const Story& story, const StoryView& view, const std::vector<Entity>& entities,
                   const CodePoints& points, std::string* out)
      : story_(story), view_(view), entities_(entities), points_(points), out_(out) {}

  void Write() {
    JsonObject object(out_);
    object.Text("doc", story_.id());
    object.TextIfAny("published", story_.published());
    object.Text("text", story_.body());
    Layers(story_.body_begin(), story_.text().size(), object);
    if (story_.body_begin() > 0) {
      object.Key("headline");
      JsonObject headline(out_);
      headline.Text("text", story_.headline());
      Layers(0, story_.body_begin(), headline);
      headline.Close();
    }
    object.Close();
    out_->push_back('\n');
  }

 private:
  Span SpanOf(TokenRange range) const {
    return {view_.layers.tokens[range.begin].begin, view_.layers.tokens[range.end - 1].end};
  }
  /// A dateline on the same line is the sentence's; one on a line of its own is nobody's.
  TokenIndex BeginWithDateline(const Sentence& sentence) const {
    const Dateline& dateline = view_.layers.dateline;
    if (!dateline.found() || dateline.end != sentence.begin) return sentence.begin;
    const size_t end = view_.layers.tokens[dateline.end - 1].end;
    const size_t begin = view_.layers.tokens[sentence.begin].begin;
    const bool apart = story_.text().substr(end, begin - end).find('\n') != std::string_view::npos;
    return apart ? sentence.begin : dateline.begin;
  }
  bool InPart(Span span) const { return span.begin >= part_.begin && span.begin < part_.end; }

  void Layers(size_t begin, size_t end, JsonObject& object) {
    part_ = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    origin_ = points_.At(begin);
    List(
        "sentences", view_.layers.sentences, object,
        [&](const Sentence& s) {
          return SpanOf({BeginWithDateline(s), s.end});
        },
        [](const Sentence&, JsonObject&) {});
    List(
        "tokens", view_.layers.tokens, object, [](const Token& token) { return token.span(); },
        [](const Token&, JsonObject&) {});
    written_.clear();
    names_ = 0;
    List(
        "names", entities_, object, [&](const Entity& e) { return SpanOf(e.range); },
        [&](const Entity& e, JsonObject& member) { Name(e, member); });
    List(
        "dates", view_.layers.dates, object,
        [&](const DateMention& date) {
          return SpanOf({date.begin, date.end});
        },
        [&](const DateMention& date, JsonObject& member) {
          member.Text("type", TimexName(date.type));
          member.Text("value", date.value);
          member.Text("text", SpanOf({date.begin, date.end}).Of(story_.text()));
        });
  }

  /// `items` of this part as a list of objects, each with its place first.
  template <class Items, class SpanOfItem, class WriteItem>
  void List(std::string_view key, const Items& items, JsonObject& object, const SpanOfItem& span_of,
            const WriteItem& write) {
    object.Key(key)->push_back('[');
    bool first = true;
    for (const auto& item : items) {
      const Span span = span_of(item);
      if (!InPart(span)) continue;
      if (!first) out_->append(", ");
      first = false;
      JsonObject member(out_);
      member.Count("begin", points_.At(span.begin) - origin_);
      member.Count("end", points_.At(span.end) - origin_);
      write(item, member);
      member.Close();
    }
    out_->push_back(']');
  }

  void Name(const Entity& entity, JsonObject& member) {
    const Lexicon& lexicon = view_.words.rules().lexicon;
    member.Text("kind", KindName(entity.kind));
    member.Text("text", SpanOf(entity.range).Of(story_.text()));
    std::string_view country;
    if (entity.country != Entity::kNone) country = lexicon.countries[entity.country].iso3;
    if (entity.kind == Entity::Kind::kPerson) {
      const StoryPerson& person = view_.syntax.people[entity.person.value()];
      member.Text("name", SpanOf(person.name).Of(story_.text()));
      if (person.country != StoryPerson::kNone) country = lexicon.countries[person.country].iso3;
      member.TextIfAny("country", country);
      if (!person.title.empty())
        member.Text("office", SpanOf(person.title).Of(story_.text()));
      else if (person.office != StoryPerson::kNone)
        member.Text("office", lexicon.offices[person.office].name);
      if (person.office != StoryPerson::kNone)
        member.TextIfAny("sector", lexicon.offices[person.office].sector);
    } else if (entity.organization != Entity::kNone) {
      const Organization& body = lexicon.organizations[entity.organization];
      member.Text("name", body.name);
      member.TextIfAny("country", body.country);
      member.TextIfAny("sector", body.sector);
    } else if (entity.place != Entity::kNone) {
      const Place& place = lexicon.places[entity.place];
      member.Text("name", place.name);
      member.TextIfAny("country", place.country);
      if (place.latitude != 0 || place.longitude != 0) {
        member.Count("lat", place.latitude);
        member.Count("lon", place.longitude);
      }
    } else {
      const bool is_country =
          entity.country != Entity::kNone && entity.kind == Entity::Kind::kPlace;
      member.Text("name", is_country ? std::string_view(lexicon.countries[entity.country].name)
                                     : SpanOf(entity.range).Of(story_.text()));
      member.TextIfAny("country", country);
    }
    const auto [before, fresh] = written_.emplace(entity.first, static_cast<uint32_t>(names_++));
    if (!fresh) member.Count("refers", before->second);
  }

  const Story& story_;
  const StoryView& view_;
  const std::vector<Entity>& entities_;
  const CodePoints& points_;
  std::string* out_;
  Span part_;          // bytes of the part at hand, headline or body
  size_t origin_ = 0;  // its first code point
  size_t names_ = 0;   // how many of its names are written
  // Entity::first -> the place in this part's list where the same was first named.
  std::unordered_map<uint32_t, uint32_t> written_;
};

}  // namespace

void AppendAnnotation(const Story& story, const StoryView& view,
                      const std::vector<Entity>& entities, const CodePoints& points,
                      std::string* out) {
  AnnotationWriter(story, view, entities, points, out).Write();
}

std::string_view KindName(Entity::Kind kind) {
  switch (kind) {
    case Entity::Kind::kPerson:
      return "PERSON";
    case Entity::Kind::kOrganization:
      return "ORGANIZATION";
    case Entity::Kind::kPlace:
      return "PLACE";
  }
  return "";
}

std::string_view TimexName(Timex type) {
  switch (type) {
    case Timex::kDate:
      return "DATE";
    case Timex::kTime:
      return "TIME";
    case Timex::kDuration:
      return "DURATION";
    case Timex::kSet:
      return "SET";
  }
  return "";
}

}  // namespace telex
