#include "pipeline/rules/rule_files.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace telex {
namespace {

bool ReadWhole(const std::filesystem::path& path, std::string& bytes) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return false;
  char buffer[1 << 16];
  size_t count = 0;
  while ((count = std::fread(buffer, 1, sizeof buffer, file)) > 0) bytes.append(buffer, count);
  const bool fine = std::ferror(file) == 0;
  std::fclose(file);
  return fine;
}

void ReportUnreadable(const std::string& path, std::string message, Diagnostics& diagnostics) {
  Diagnostic diagnostic;
  diagnostic.code = "R001";
  diagnostic.place.file = path;
  diagnostic.message = std::move(message);
  diagnostics.Add(std::move(diagnostic));
}

/// Multiply-and-rotate over words of eight bytes: quick, stable between machines of one byte order,
/// not for secrets.
class Hasher {
 public:
  void Add(std::string_view bytes) {
    Mix(bytes.size());
    while (bytes.size() >= 8) {
      uint64_t word = 0;
      std::memcpy(&word, bytes.data(), 8);
      Mix(word);
      bytes.remove_prefix(8);
    }
    uint64_t tail = 0;
    if (!bytes.empty()) std::memcpy(&tail, bytes.data(), bytes.size());
    Mix(tail);
  }
  uint64_t value() const { return state_ ^ (state_ >> 29); }

 private:
  void Mix(uint64_t word) {
    state_ = (state_ ^ word) * 0x9E3779B97F4A7C15ull;
    state_ ^= state_ >> 32;
  }
  uint64_t state_ = 0x6A09E667F3BCC908ull;
};

}  // namespace

RuleFiles RuleFiles::Read(const std::string& directory, Diagnostics& diagnostics) {
  RuleFiles result;
  result.directory_ = directory;
  while (result.directory_.size() > 1 && result.directory_.back() == '/')
    result.directory_.pop_back();
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path root(directory);
  if (!fs::is_directory(root, error)) {
    ReportUnreadable(directory, "there is no such directory of rules", diagnostics);
    return result;
  }
  fs::recursive_directory_iterator walk(root, fs::directory_options::follow_directory_symlink,
                                        error);
  for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    const std::string name = walk->path().filename().string();
    if (name.empty() || name.front() == '.' || name.back() == '~') {
      std::error_code ignored;
      if (walk->is_directory(ignored)) walk.disable_recursion_pending();
      continue;
    }
    std::error_code status;
    if (!walk->is_regular_file(status)) continue;
    const std::string relative = walk->path().lexically_relative(root).generic_string();
    std::string bytes;
    if (!ReadWhole(walk->path(), bytes)) {
      ReportUnreadable(result.PathOf(relative), "this file cannot be read", diagnostics);
      continue;
    }
    result.files_.emplace(relative, std::move(bytes));
  }
  if (error)
    ReportUnreadable(directory, "reading the directory failed: " + error.message(), diagnostics);
  return result;
}

const std::string* RuleFiles::Find(std::string_view name) const {
  auto found = files_.find(name);
  return found == files_.end() ? nullptr : &found->second;
}

std::vector<std::string> RuleFiles::List(std::string_view folder, std::string_view suffix) const {
  std::vector<std::string> names;
  for (const auto& [name, bytes] : files_) {
    const std::string_view view = name;
    if (view.substr(0, folder.size()) == folder && view.size() >= suffix.size() &&
        view.substr(view.size() - suffix.size()) == suffix)
      names.push_back(name);
  }
  return names;
}

std::string RuleFiles::Hash() const {
  Hasher hasher;
  for (const auto& [name, bytes] : files_) {
    hasher.Add(name);
    hasher.Add(bytes);
  }
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hasher.value()));
  return text;
}

}  // namespace telex
