// ByteSource: the bytes of a file or of the standard input, ungzipped where they are gzipped.
//
// The one place where feeds touch the operating system. gzip is told by its first two bytes,
// whatever the name says. Move-only; belongs to one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include <tl/expected.hpp>

struct gzFile_s;

namespace telex {

class ByteSource {
 public:
  /// Opens `path`, or the standard input for "-". The error says in words why that failed.
  static tl::expected<ByteSource, std::string> Open(const std::string& path);

  /// Puts up to `size` bytes into `buffer`; none only at the end.
  tl::expected<size_t, std::string> Read(char* buffer, size_t size);

  /// The first byte that is neither blank nor part of a byte order mark, '\0' if there is none in
  /// the first 64 KB. Only before the first Read, which still gives every byte.
  tl::expected<char, std::string> PeekFirst();

  /// How many bytes were taken from the file so far, as stored (gzipped, if it is).
  uint64_t stored_bytes() const;

 private:
  struct Close {
    void operator()(gzFile_s* file) const;
  };
  explicit ByteSource(gzFile_s* file) : file_(file) {}
  tl::expected<size_t, std::string> ReadFile(char* buffer, size_t size);

  std::unique_ptr<gzFile_s, Close> file_;
  std::string peeked_;         // read by PeekFirst, not yet by Read
  std::string pending_error_;  // met behind bytes that were still good; for the next read
};

}  // namespace telex
