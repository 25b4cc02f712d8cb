#include "pipeline/rules/cache_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <vector>

#include "pipeline/rules/hasher.h"

namespace telex {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSuffix = ".rules";
constexpr std::string_view kPartMark = ".part-";  // of a file that is being written
constexpr size_t kPartTail = 6;                   // what mkstemp puts behind it
constexpr size_t kDigits = 16;

/// What stands before the bytes in a file.
struct Header {
  char magic[8] = {'t', 'e', 'l', 'e', 'x', 'r', 's', '1'};
  uint64_t key = 0;
  uint64_t size = 0;
  uint64_t sum = 0;  // of the bytes
};

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

  bool Read(void* to, size_t size) const {
    for (auto* at = static_cast<char*>(to); size > 0;) {
      const ssize_t count = read(number_, at, size);
      if (count <= 0) return false;
      at += count;
      size -= static_cast<size_t>(count);
    }
    return true;
  }
  bool Write(const void* from, size_t size) const {
    for (auto* at = static_cast<const char*>(from); size > 0;) {
      const ssize_t count = write(number_, at, size);
      if (count <= 0) return false;
      at += count;
      size -= static_cast<size_t>(count);
    }
    return true;
  }

 private:
  int number_;
};

uint64_t SumOf(std::string_view bytes) {
  Hasher hasher;
  hasher.Add(bytes);
  return hasher.value();
}

bool IsHex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// Nothing but our own files is ever deleted, whatever folder somebody names.
bool IsOurs(std::string_view name) {
  return name.size() == kDigits + kSuffix.size() && IsHex(name.substr(0, kDigits)) &&
         name.substr(kDigits) == kSuffix;
}
bool IsOurPart(std::string_view name) {
  return name.size() == kDigits + kPartMark.size() + kPartTail && IsHex(name.substr(0, kDigits)) &&
         name.substr(kDigits, kPartMark.size()) == kPartMark;
}

}  // namespace

std::string CacheFolder::PathOf(uint64_t key) const {
  return path_ + "/" + HexOf(key) + std::string(kSuffix);
}

std::optional<std::string> CacheFolder::Read(uint64_t key) const {
  // A pipe must not hold us up, and what others may write is not to be trusted.
  const Descriptor file(open(PathOf(key).c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat status {};
  if (file.number() < 0 || fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode) ||
      status.st_uid != geteuid() || (status.st_mode & (S_IWGRP | S_IWOTH)) != 0)
    return std::nullopt;
  const Header expected;
  Header header;
  if (!file.Read(&header, sizeof header) ||
      std::memcmp(header.magic, expected.magic, sizeof header.magic) != 0 || header.key != key ||
      header.size != static_cast<uint64_t>(status.st_size) - sizeof header)
    return std::nullopt;
  std::string bytes(header.size, '\0');
  if (!file.Read(bytes.data(), bytes.size()) || SumOf(bytes) != header.sum) return std::nullopt;
  futimens(file.number(), nullptr);  // it was of use: Prune keeps it
  return bytes;
}

void CacheFolder::Write(uint64_t key, std::string_view bytes) const {
  std::error_code error;
  if (!fs::exists(path_, error)) {
    fs::create_directories(path_, error);
    fs::permissions(path_, fs::perms::owner_all, error);
  }
  std::string part =
      path_ + "/" + HexOf(key) + std::string(kPartMark) + std::string(kPartTail, 'X');
  bool whole = false;
  {
    const Descriptor file(mkostemp(part.data(), O_CLOEXEC));
    if (file.number() < 0) return;
    Header header;
    header.key = key;
    header.size = bytes.size();
    header.sum = SumOf(bytes);
    whole = file.Write(&header, sizeof header) && file.Write(bytes.data(), bytes.size());
  }
  whole = whole && std::rename(part.c_str(), PathOf(key).c_str()) == 0;
  if (!whole) unlink(part.c_str());
  Prune(key);
}

void CacheFolder::Prune(uint64_t newest) const {
  struct File {
    fs::file_time_type time;
    uint64_t size = 0;
    fs::path path;
  };
  std::vector<File> files;
  std::error_code error;
  const fs::path keep = PathOf(newest);
  for (fs::directory_iterator walk(path_, error); !error && walk != fs::directory_iterator();
       walk.increment(error)) {
    std::error_code gone;  // another process may be pruning too
    const File file{walk->last_write_time(gone), walk->file_size(gone), walk->path()};
    const std::string name = file.path.filename().string();
    if (gone || file.path == keep) continue;
    if (IsOurs(name)) files.push_back(file);
    // Left behind by a process that was killed.
    if (IsOurPart(name) && fs::file_time_type::clock::now() - file.time > std::chrono::hours(1))
      fs::remove(file.path, gone);
  }
  std::sort(files.begin(), files.end(),
            [](const File& a, const File& b) { return a.time > b.time; });
  uint64_t total = fs::file_size(keep, error);
  if (error) total = 0;
  for (size_t i = 0; i < files.size(); ++i) {
    total += files[i].size;
    if (i + 1 >= kMostFiles || total > kMostBytes) fs::remove(files[i].path, error);
  }
}

}  // namespace telex
