#include "pipeline/rules/rule_files.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "pipeline/rules/hasher.h"

namespace telex {
namespace {

bool ReadWhole(const std::filesystem::path& path, std::string& bytes) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return false;
  std::error_code error;
  const uintmax_t size = std::filesystem::file_size(path, error);
  if (!error) bytes.reserve(size);
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
  return HexOf(hasher.value());
}

}  // namespace telex
