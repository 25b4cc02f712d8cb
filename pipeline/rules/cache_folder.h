// CacheFolder: byte strings kept on disk under a key, that may be gone at any time.
//
//     CacheFolder folder("/home/me/.cache/telex");
//     if (const std::optional<std::string> bytes = folder.Read(key)) …
//     folder.Write(key, bytes);
//
// Nothing here fails aloud: what cannot be read, or is not whole, or could have been written by
// somebody else is not there, and what cannot be written is not written. A file comes into being
// under its name when it is complete, so any number of processes may use one folder. The files read
// longest ago are deleted when there are too many. Safe from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace telex {

class CacheFolder {
 public:
  static constexpr size_t kMostFiles = 8;
  static constexpr uint64_t kMostBytes = 1ull
                                         << 30;  // of all files; the newest one may stay larger

  /// The folder is made when something is written.
  explicit CacheFolder(std::string path) : path_(std::move(path)) {}

  std::optional<std::string> Read(uint64_t key) const;
  void Write(uint64_t key, std::string_view bytes) const;

 private:
  std::string PathOf(uint64_t key) const;
  void Prune(uint64_t newest) const;

  std::string path_;
};

}  // namespace telex
