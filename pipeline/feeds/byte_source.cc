#include "pipeline/feeds/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>

namespace telex {
namespace {

constexpr unsigned kZlibBuffer = 128 * 1024;
constexpr size_t kPeek = 64 * 1024;
constexpr size_t kLargestRead = size_t{1} << 30;  // zlib counts in int

std::string Words(int error) {
  switch (error) {
    case ENOENT:
      return "there is no such file or directory";
    case EACCES:
      return "no permission to read it";
    case EISDIR:
      return "it is a directory";
    default:
      return std::strerror(error);
  }
}

}  // namespace

void ByteSource::Close::operator()(gzFile_s* file) const { gzclose(file); }

tl::expected<ByteSource, std::string> ByteSource::Open(const std::string& path) {
  // A descriptor of our own, so that closing the source never closes the standard input.
  const int descriptor = path == "-" ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
                                     : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return tl::unexpected(Words(errno));
  struct stat status;
  if (fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
    close(descriptor);
    return tl::unexpected(Words(EISDIR));
  }
  gzFile file = gzdopen(descriptor, "rb");
  if (file == nullptr) {
    close(descriptor);
    return tl::unexpected(std::string("out of memory"));
  }
  gzbuffer(file, kZlibBuffer);
  return ByteSource(file);
}

tl::expected<size_t, std::string> ByteSource::ReadFile(char* buffer, size_t size) {
  if (!pending_error_.empty()) return tl::unexpected(pending_error_);
  size_t total = 0;
  while (total < size) {
    const size_t wanted = std::min(size - total, kLargestRead);
    errno = 0;
    const int got = gzread(file_.get(), buffer + total, static_cast<unsigned>(wanted));
    if (got > 0) {
      total += static_cast<size_t>(got);
      continue;
    }
    int code = Z_OK;
    const char* message = gzerror(file_.get(), &code);
    if (code == Z_OK || code == Z_STREAM_END) break;
    pending_error_ = code == Z_ERRNO ? Words(errno)
                     : code == Z_BUF_ERROR
                         ? "the gzip data breaks off early"
                         : std::string("the gzip data is damaged (") + message + ")";
    // What came before the damage is good and goes out first.
    if (total == 0) return tl::unexpected(pending_error_);
    break;
  }
  return total;
}

tl::expected<size_t, std::string> ByteSource::Read(char* buffer, size_t size) {
  if (peeked_.empty()) return ReadFile(buffer, size);
  const size_t taken = std::min(size, peeked_.size());
  std::memcpy(buffer, peeked_.data(), taken);
  peeked_.erase(0, taken);
  return taken;
}

tl::expected<char, std::string> ByteSource::PeekFirst() {
  std::string start(kPeek, '\0');
  auto got = ReadFile(start.data(), start.size());
  if (!got) return tl::unexpected(got.error());
  start.resize(*got);
  peeked_ = std::move(start);
  std::string_view rest = peeked_;
  if (rest.substr(0, 3) == "\xEF\xBB\xBF") rest.remove_prefix(3);
  const size_t first = rest.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? '\0' : rest[first];
}

uint64_t ByteSource::stored_bytes() const {
  const auto offset = gzoffset(file_.get());
  return offset < 0 ? 0 : static_cast<uint64_t>(offset);
}

}  // namespace telex
