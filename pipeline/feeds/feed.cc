#include "pipeline/feeds/feed.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "pipeline/feeds/byte_source.h"
#include "pipeline/feeds/json_lines.h"
#include "pipeline/feeds/plain_text.h"

namespace telex {
namespace {

namespace fs = std::filesystem;

enum class Format { kNone, kPlainText, kJsonLines };

/// What the name of a file promises; kNone if it promises nothing that Telex reads.
Format FormatOf(const fs::path& path) {
  const auto lower_extension = [](const fs::path& name) {
    std::string extension = name.extension().string();
    for (char& c : extension)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return extension;
  };
  std::string extension = lower_extension(path);
  if (extension == ".gz") extension = lower_extension(path.stem());
  if (extension == ".txt") return Format::kPlainText;
  if (extension == ".jsonl" || extension == ".ndjson") return Format::kJsonLines;
  return Format::kNone;
}

/// Collects the story files below `directory`. Links to directories are not followed, so there are
/// no circles.
void CollectFiles(const fs::path& directory, std::vector<fs::path>& files,
                  const std::function<void(FeedProblem&&)>& problem) {
  std::error_code error;
  fs::directory_iterator entry(directory, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    if (entry->path().filename().string().front() == '.') continue;
    std::error_code ignored;
    if (entry->is_directory(ignored) && !entry->is_symlink(ignored)) {
      CollectFiles(entry->path(), files, problem);
    } else if (!entry->is_directory(ignored) && FormatOf(entry->path()) != Format::kNone) {
      files.push_back(entry->path());
    }
  }
  if (error && problem) {
    problem({directory.string(), "the directory cannot be read: " + error.message(), true});
  }
}

std::vector<fs::path> StoryFiles(const fs::path& directory,
                                 const std::function<void(FeedProblem&&)>& problem) {
  std::vector<fs::path> files;
  CollectFiles(directory, files, problem);
  std::sort(files.begin(), files.end());
  return files;
}

/// Reads one file; the error is why it could not be opened. `more` tells whether the receiver wants
/// more.
tl::expected<void, FeedProblem> ReadFile(const std::string& path, Format format,
                                         const FeedOptions& options, const FeedReceiver& receiver,
                                         bool* more) {
  auto source = ByteSource::Open(path);
  if (!source) return tl::unexpected(FeedProblem{path, source.error(), true});
  *more = format == Format::kJsonLines ? ReadJsonLines(std::move(*source), path, options, receiver)
                                       : ReadPlainText(std::move(*source), path, options, receiver);
  return {};
}

tl::expected<void, FeedProblem> ReadDirectory(const std::string& path, const FeedOptions& options,
                                              const FeedReceiver& receiver) {
  const std::vector<fs::path> files = StoryFiles(path, receiver.problem);
  if (files.empty()) {
    return tl::unexpected(FeedProblem{
        path, "the directory holds no story (*.txt, *.jsonl, *.ndjson, also with .gz)", true});
  }
  bool more = true;
  for (const fs::path& file : files) {
    auto done = ReadFile(file.string(), FormatOf(file), options, receiver, &more);
    if (!done) receiver.problem(std::move(done.error()));
    if (!more) break;
  }
  return {};
}

tl::expected<void, FeedProblem> ReadStandardInput(const FeedOptions& options,
                                                  const FeedReceiver& receiver) {
  auto source = ByteSource::Open("-");
  if (!source) return tl::unexpected(FeedProblem{"-", source.error(), true});
  auto first = source->PeekFirst();
  if (!first) return tl::unexpected(FeedProblem{"-", first.error(), true});
  if (*first == '{') {
    ReadJsonLines(std::move(*source), "-", options, receiver);
  } else {
    ReadPlainText(std::move(*source), "-", options, receiver);
  }
  return {};
}

}  // namespace

tl::expected<void, FeedProblem> ReadFeed(const std::string& path, const FeedOptions& options,
                                         const FeedReceiver& receiver) {
  if (path == "-") return ReadStandardInput(options, receiver);
  std::error_code error;
  if (fs::is_directory(path, error)) return ReadDirectory(path, options, receiver);
  Format format = FormatOf(path);
  // Named by hand, a file of any other name is read too.
  if (format == Format::kNone) {
    format = fs::path(path).extension() == ".json" ? Format::kJsonLines : Format::kPlainText;
  }
  bool more = true;
  return ReadFile(path, format, options, receiver, &more);
}

uint64_t FeedBytes(const std::string& path) {
  std::error_code error;
  const auto size_of = [&](const fs::path& file) {
    const auto size = fs::file_size(file, error);
    return error ? uint64_t{0} : static_cast<uint64_t>(size);
  };
  if (path == "-") return 0;
  if (!fs::is_directory(path, error)) return size_of(path);
  uint64_t total = 0;
  for (const fs::path& file : StoryFiles(path, nullptr)) total += size_of(file);
  return total;
}

}  // namespace telex
