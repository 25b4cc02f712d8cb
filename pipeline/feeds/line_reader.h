// LineReader: the lines of a ByteSource, in large blocks and without copying them out.
//
//     LineReader lines(std::move(source), limit);
//     while (lines.Next(&line)) …
//     if (!lines.error().empty()) …
//
// One buffer is reused and grows only to the longest line, never beyond `longest`. Belongs to one
// thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "pipeline/feeds/byte_source.h"

namespace telex {

class LineReader {
 public:
  /// Bytes behind each line that may be read (their values mean nothing), as simdjson asks for.
  static constexpr size_t kPadding = 64;

  struct Line {
    std::string_view text;  // without the line feed; valid until the next call of Next
    uint64_t number = 0;    // from 1
    bool too_long = false;  // above the limit: `text` is empty, the line was passed over
  };

  LineReader(ByteSource source, size_t longest);

  /// False at the end, and where reading fails (then error() says why). The last line needs no line
  /// feed.
  bool Next(Line* line);

  const std::string& error() const { return error_; }
  const ByteSource& source() const { return source_; }

 private:
  bool Fill();  // false if nothing more came
  void PassOverLine();

  ByteSource source_;
  size_t longest_;
  std::unique_ptr<char[]> buffer_;
  size_t capacity_;   // without the padding
  size_t begin_ = 0;  // of what was read and not yet given
  size_t end_ = 0;
  uint64_t number_ = 0;
  bool at_end_ = false;
  std::string error_;
};

}  // namespace telex
