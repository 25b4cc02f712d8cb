#include "pipeline/text/code_points.h"

#include <cassert>

#include "pipeline/text/utf8.h"

namespace telex {
namespace {

size_t CountStarts(std::string_view bytes) {
  size_t count = 0;
  for (const char byte : bytes) count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
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
