#include "pipeline/feeds/line_reader.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace telex {
namespace {

constexpr size_t kFirstCapacity = size_t{1} << 20;

}  // namespace

LineReader::LineReader(ByteSource source, size_t longest)
    : source_(std::move(source)),
      longest_(longest),
      buffer_(new char[kFirstCapacity + kPadding]()),
      capacity_(kFirstCapacity) {}

bool LineReader::Fill() {
  if (at_end_) return false;
  if (begin_ > 0) {
    std::memmove(buffer_.get(), buffer_.get() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (end_ == capacity_) {
    const size_t larger = capacity_ * 2;
    std::unique_ptr<char[]> buffer(new char[larger + kPadding]);
    std::memcpy(buffer.get(), buffer_.get(), end_);
    buffer_ = std::move(buffer);
    capacity_ = larger;
  }
  auto got = source_.Read(buffer_.get() + end_, capacity_ - end_);
  if (!got) {
    error_ = got.error();
    at_end_ = true;
    return false;
  }
  if (*got == 0) at_end_ = true;
  end_ += *got;
  std::memset(buffer_.get() + end_, 0, kPadding);
  return *got > 0;
}

bool LineReader::Next(Line* line) {
  size_t searched = 0;
  while (true) {
    const char* start = buffer_.get() + begin_;
    const size_t held = end_ - begin_;
    const void* feed = std::memchr(start + searched, '\n', held - searched);
    if (feed != nullptr &&
        static_cast<size_t>(static_cast<const char*>(feed) - start) <= longest_) {
      const size_t length = static_cast<size_t>(static_cast<const char*>(feed) - start);
      *line = {std::string_view(start, length), ++number_, false};
      begin_ += length + 1;
      return true;
    }
    if (held > longest_) {
      PassOverLine();
      if (!error_.empty()) return false;
      *line = {std::string_view(), ++number_, true};
      return true;
    }
    searched = held;
    if (Fill()) continue;
    if (!error_.empty() || held == 0) return false;
    *line = {std::string_view(buffer_.get() + begin_, held), ++number_, false};
    begin_ = end_;
    return true;
  }
}

void LineReader::PassOverLine() {
  while (true) {
    const char* start = buffer_.get() + begin_;
    const void* feed = std::memchr(start, '\n', end_ - begin_);
    if (feed != nullptr) {
      begin_ += static_cast<size_t>(static_cast<const char*>(feed) - start) + 1;
      return;
    }
    begin_ = end_ = 0;
    if (!Fill()) return;
  }
}

}  // namespace telex
