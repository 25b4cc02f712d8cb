#include "pipeline/text/code_points.h"

#include <cassert>
#include <cstring>

#include "pipeline/text/utf8.h"

namespace telex {
namespace {

// How many code points start in a block or a part of one: all bytes but 10xxxxxx. Eight are looked
// at together, and each adds to a counter in its place.
size_t CountStarts(std::string_view bytes) {
  constexpr uint64_t kEach = 0x0101'0101'0101'0101;
  uint64_t inner = 0;
  size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    uint64_t eight;
    std::memcpy(&eight, bytes.data() + at, sizeof eight);
    inner += (eight >> 7) & ~(eight >> 6) & kEach;
  }
  size_t count = at - (inner * kEach >> 56);
  for (; at < bytes.size(); ++at) count += (static_cast<unsigned char>(bytes[at]) & 0xC0) != 0x80;
  return count;
}

}  // namespace

void CodePoints::Reset(std::string_view text) {
  text_ = text;
  before_.clear();
  if (IsAscii(text)) return;
  size_t count = 0;
  for (size_t at = 0; at < text.size(); at += kBlock) {
    before_.push_back(static_cast<uint32_t>(count));
    count += CountStarts(text.substr(at, kBlock));
  }
  before_.push_back(static_cast<uint32_t>(count));
}

size_t CodePoints::At(size_t offset) const {
  assert(offset <= text_.size());
  if (before_.empty()) return offset;
  const size_t block = offset / kBlock;
  return before_[block] + CountStarts(text_.substr(block * kBlock, offset % kBlock));
}

}  // namespace telex
