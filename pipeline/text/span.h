// Span: a half-open range of bytes in one story's text.
//
// Everything a stage produces points into the text by a Span. Offsets are bytes inside the library
// and become code points only at the edge (see code_points.h). A Span owns nothing and is freely
// copied.
#pragma once

#include <cstdint>
#include <string_view>

namespace telex {

struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool Contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool Overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(Span a, Span b) { return a.begin == b.begin && a.end == b.end; }

  /// The bytes of `text` that this span covers; `text` must be the text the span was made for.
  std::string_view Of(std::string_view text) const { return text.substr(begin, end - begin); }
};

}  // namespace telex
