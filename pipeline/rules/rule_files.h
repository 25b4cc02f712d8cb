// RuleFiles: every file below a rules directory, read once, with a hash over all names and bytes.
//
// The loaders take their files from here, so that what was hashed is what was compiled. Immutable
// after Read.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/rules/diagnostic.h"

namespace telex {

class RuleFiles {
 public:
  /// Reads all regular files below `directory` (hidden ones and editors' backups are left out).
  /// What cannot be read is reported.
  static RuleFiles Read(const std::string& directory, Diagnostics& diagnostics);

  /// The bytes of `name` ("lexicons/countries.tsv"), or nullptr.
  const std::string* Find(std::string_view name) const;
  /// Names that start with `folder` and end with `suffix`, in order.
  std::vector<std::string> List(std::string_view folder, std::string_view suffix) const;
  /// How messages call the file: the directory as given, then the name.
  std::string PathOf(std::string_view name) const { return directory_ + "/" + std::string(name); }
  const std::string& directory() const { return directory_; }
  size_t size() const { return files_.size(); }
  /// 16 hex digits.
  std::string Hash() const;

 private:
  std::string directory_;
  std::map<std::string, std::string, std::less<>> files_;
};

}  // namespace telex
