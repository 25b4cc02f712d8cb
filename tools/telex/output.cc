#include "tools/telex/output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace telex {
namespace {

constexpr size_t kBuffer = 256 * 1024;

}  // namespace

tl::expected<Output, std::string> Output::Open(const std::string& path) {
  if (path.empty() || path == "-") return Output(STDOUT_FILENO, "the standard output");
  const int descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) return tl::unexpected("cannot write " + path + ": " + std::strerror(errno));
  return Output(descriptor, path);
}

Output::Output(Output&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      name_(std::move(other.name_)),
      buffer_(std::move(other.buffer_)),
      failure_(std::move(other.failure_)),
      reader_left_(other.reader_left_) {}

Output::~Output() {
  if (descriptor_ >= 0) Finish();
}

bool Output::Write(std::string_view data) {
  if (!failure_.empty()) return false;
  // What a long story gives is not copied.
  if (data.size() >= kBuffer) return Flush() && Send(data);
  buffer_.append(data);
  return buffer_.size() >= kBuffer || is_watched() ? Flush() : true;
}

bool Output::is_watched() const { return isatty(descriptor_) == 1; }

bool Output::Flush() {
  const bool sent = Send(buffer_);
  buffer_.clear();
  return sent;
}

bool Output::Send(std::string_view data) {
  while (!data.empty()) {
    const ssize_t written = write(descriptor_, data.data(), data.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return Fail(errno);
    }
    data.remove_prefix(static_cast<size_t>(written));
  }
  return true;
}

bool Output::Finish() {
  const bool flushed = failure_.empty() && Flush();
  if (descriptor_ < 0) return flushed;
  // Some file systems report a full disk only here. Closing the standard output is safe: nothing is
  // printed after.
  const int closed = close(std::exchange(descriptor_, -1));
  if (flushed && closed != 0 && errno != EINTR) return Fail(errno);
  return flushed;
}

bool Output::Fail(int error) {
  buffer_.clear();
  reader_left_ = error == EPIPE;
  failure_ = "cannot write to " + name_ + ": " + std::strerror(error);
  return false;
}

}  // namespace telex
