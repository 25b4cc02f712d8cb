// CodePoints: turns byte offsets of one text into code point offsets, as Python, R and brat count.
//
//     CodePoints points(story.text());
//     points.At(span.begin)
//
// Stands at the edge: sinks and `explain` use it, stages never do. Making it reads the text once;
// asking is O(1) in a text of ASCII and otherwise counts at most 64 bytes. Const after
// construction, so safe to share; the text must outlive it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace telex {

class CodePoints {
 public:
  CodePoints() = default;
  explicit CodePoints(std::string_view text) { Reset(text); }

  /// Takes another text, and keeps the memory.
  void Reset(std::string_view text);

  /// How many code points start before byte `offset`, which must not lie beyond the text's end.
  size_t At(size_t offset) const;

 private:
  static constexpr size_t kBlock = 64;  // bytes between two samples

  std::string_view text_;
  std::vector<uint32_t> before_;  // code points before each block; empty where the text is ASCII
};

}  // namespace telex
