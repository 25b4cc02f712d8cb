#include "pipeline/feeds/json_lines.h"

#include <simdjson.h>

#include <string_view>
#include <utility>

#include "pipeline/feeds/line_reader.h"
#include "pipeline/feeds/story_check.h"
#include "pipeline/text/utf8.h"

// simdjson's tree (dom) and not its lazy reader: the tree checks the whole line, the lazy one only
// what is asked for, and a line that is broken behind its text would pass.

namespace telex {
namespace {

std::string_view Trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// What is wrong with `line`, for people. `line` is not empty.
std::string JsonMistake(simdjson::error_code code, std::string_view line) {
  switch (code) {
    case simdjson::UTF8_ERROR:
      return "the line is not UTF-8 at byte " + std::to_string(ValidPrefix(line));
    case simdjson::UNCLOSED_STRING:
      return "not valid JSON: the line ends inside a string; it may be cut off";
    case simdjson::UNESCAPED_CHARS:
      return "not valid JSON: a string holds a control character that is not escaped";
    case simdjson::STRING_ERROR:
      return "not valid JSON: a string holds an escape that means nothing";
    case simdjson::DEPTH_ERROR:
      return "not valid JSON: it is nested too deep";
    case simdjson::MEMALLOC:
      return "out of memory";
    case simdjson::NUMBER_ERROR:
      return "not valid JSON: a number is malformed";
    default:
      break;
  }
  if (line.front() != '{') return "not a JSON object: the line must start with {";
  if (line.back() != '}')
    return "not valid JSON: the line ends before its object does; it may be cut off";
  return "not valid JSON: a comma, a brace, a quote or a key is missing or too many";
}

class JsonStories {
 public:
  JsonStories(const std::string& name, const FeedOptions& options, const FeedReceiver& receiver)
      : name_(name), options_(options), receiver_(receiver) {}

  /// Gives the story of `line` to the receiver, or its problem. False if the receiver ended the
  /// feed. LineReader's padding must follow `line`.
  bool Take(std::string_view line, uint64_t number) {
    number_ = number;
    simdjson::dom::element root;
    const auto code = parser_.parse(line.data(), line.size(), false).get(root);
    if (code != simdjson::SUCCESS) return Bad(JsonMistake(code, line));
    simdjson::dom::object object;
    if (root.get(object) != simdjson::SUCCESS) {
      return Bad("not a JSON object: the line must start with {");
    }
    return TakeObject(object);
  }

  bool Bad(std::string message) {
    receiver_.problem({Place(), std::move(message), true});
    return true;
  }
  void SetLine(uint64_t number) { number_ = number; }

 private:
  static_assert(LineReader::kPadding >= simdjson::SIMDJSON_PADDING);

  std::string Place() const { return name_ + ":" + std::to_string(number_); }

  bool TakeObject(const simdjson::dom::object& object) {
    const FieldNames& names = options_.field_names;
    StoryFields fields;
    bool has_text = false;
    for (const auto [key, value] : object) {
      std::string* field = key == names.text        ? &fields.text
                           : key == names.id        ? &fields.id
                           : key == names.headline  ? &fields.headline
                           : key == names.published ? &fields.published
                           : key == names.source    ? &fields.source
                           : key == names.url       ? &fields.url
                                                    : nullptr;
      if (field == nullptr) continue;
      field->clear();
      if (field == &fields.text) has_text = false;
      if (value.is_null()) continue;
      std::string_view text;
      if (value.get(text) == simdjson::SUCCESS) {
        field->assign(text);
        if (field == &fields.text) has_text = true;
      } else if (int64_t id; field == &fields.id && value.get(id) == simdjson::SUCCESS) {
        *field = std::to_string(id);
      } else {
        return Bad("the field \"" + std::string(key) + "\" is not a string");
      }
    }
    if (!has_text) return Bad("the story has no field \"" + names.text + "\"");
    if (std::string why = WhyNotText(fields.text); !why.empty()) {
      return Bad("the field \"" + names.text + "\": " + why);
    }
    if (fields.headline.find('\0') != std::string::npos) {
      return Bad("the field \"" + names.headline + "\" holds a NUL");
    }
    if (!fields.published.empty()) {
      std::string date = IsoDate(fields.published);
      if (date.empty()) {
        receiver_.problem({Place(),
                           "the field \"" + names.published +
                               "\" is no date such as 2025-03-04 and was left out: \"" +
                               fields.published + "\"",
                           false});
      }
      fields.published = std::move(date);
    }
    if (fields.published.empty()) fields.published = options_.published;
    if (fields.id.empty()) fields.id = Place();
    return receiver_.story(Story(std::move(fields)));
  }

  const std::string& name_;
  const FeedOptions& options_;
  const FeedReceiver& receiver_;
  simdjson::dom::parser parser_;
  uint64_t number_ = 0;
};

}  // namespace

bool ReadJsonLines(ByteSource source, const std::string& name, const FeedOptions& options,
                   const FeedReceiver& receiver) {
  LineReader lines(std::move(source), options.largest_story);
  JsonStories stories(name, options, receiver);
  LineReader::Line line;
  uint64_t reported = 0;
  while (lines.Next(&line)) {
    if (receiver.progress) {
      const uint64_t stored = lines.source().stored_bytes();
      if (stored > reported) receiver.progress(stored - reported);
      reported = stored;
    }
    stories.SetLine(line.number);
    if (line.too_long) {
      stories.Bad("the line is longer than " + SizeInWords(options.largest_story));
      continue;
    }
    std::string_view text = line.text;
    if (line.number == 1 && text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
    text = Trimmed(text);
    if (!text.empty() && !stories.Take(text, line.number)) return false;
  }
  if (!lines.error().empty()) {
    stories.SetLine(line.number + 1);
    stories.Bad(lines.error() + "; the feed ends here");
  }
  return true;
}

}  // namespace telex
