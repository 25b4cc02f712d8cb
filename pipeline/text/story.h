// Story: one piece of wire copy as it came from a feed, with its text in UTF-8.
//
// The text that is read is `text()`: the headline, where there is one, then a line feed and the
// body. Stages point into it by byte spans. `body_begin()` is where the body starts; offsets in a
// record count from there (code points of the story's own text), and a span before it lies in the
// headline. A Story is immutable once made and may be read by any number of threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace telex {

struct StoryFields {
  std::string id;
  std::string published;  // ISO date (YYYY-MM-DD, a time may follow) or empty
  std::string headline;
  std::string text;
  std::string source;
  std::string url;
};

class Story {
 public:
  explicit Story(StoryFields fields) : fields_(std::move(fields)) {
    if (fields_.headline.empty()) {
      text_ = std::move(fields_.text);
    } else {
      text_.reserve(fields_.headline.size() + 1 + fields_.text.size());
      text_.append(fields_.headline).append("\n");
      body_begin_ = static_cast<uint32_t>(text_.size());
      text_.append(fields_.text);
    }
    std::string().swap(fields_.text);  // a long text is held once
  }

  std::string_view text() const { return text_; }
  std::string_view body() const { return std::string_view(text_).substr(body_begin_); }
  uint32_t body_begin() const { return body_begin_; }
  std::string_view id() const { return fields_.id; }
  std::string_view published() const { return fields_.published; }
  std::string_view headline() const { return fields_.headline; }
  std::string_view source() const { return fields_.source; }
  std::string_view url() const { return fields_.url; }

 private:
  StoryFields fields_;
  std::string text_;
  uint32_t body_begin_ = 0;
};

}  // namespace telex
