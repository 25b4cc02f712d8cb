// JsonObject: writes one JSON object into a buffer, member after member; no tree is built.
//
//     JsonObject object(&out);
//     object.Text("doc", story.id());
//     object.Close();
//
// What the writers of JSON Lines share. One object, one thread; writes nothing but into the buffer.
#pragma once

#include <charconv>
#include <string>
#include <string_view>
#include <vector>

namespace telex {

/// Appends `text`, which must be UTF-8, as a JSON string with its quotes.
void AppendJsonString(std::string_view text, std::string* out);

/// Writes the members of one object after another; knows when a comma is due.
class JsonObject {
 public:
  explicit JsonObject(std::string* out) : out_(out) { out_->push_back('{'); }
  void Close() { out_->push_back('}'); }

  /// The key and its colon; the value is the caller's.
  std::string* Key(std::string_view key) {
    out_->append(first_ ? "\"" : ", \"", first_ ? 1 : 3).append(key).append("\": ", 3);
    first_ = false;
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

}  // namespace telex
