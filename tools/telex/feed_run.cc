#include "tools/telex/feed_run.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "pipeline/feeds/feed.h"
#include "pipeline/feeds/story_check.h"
#include "pipeline/pipeline.h"
#include "pipeline/rules/suggest.h"
#include "tools/telex/heap.h"
#include "tools/telex/output.h"
#include "tools/telex/rules_option.h"
#include "tools/telex/terminal.h"

namespace telex {
namespace {

// Enough for a thread not to wait on a lock and for its stages to run over many stories at once,
// little enough to keep all threads busy to the end.
constexpr size_t kBatchBytes = 128 * 1024;
constexpr size_t kBatchStories = 512;  // … however short their texts

/// Puts "id=guid" into `names`. False, having said why, if it cannot be.
bool SetFieldName(const std::string& assignment, FieldNames& names) {
  const std::map<std::string, std::string*> fields = {
      {"id", &names.id},     {"published", &names.published}, {"headline", &names.headline},
      {"text", &names.text}, {"source", &names.source},       {"url", &names.url}};
  const size_t equals = assignment.find('=');
  if (equals == std::string::npos || equals + 1 == assignment.size()) {
    Complain("--field " + assignment + ": write FIELD=NAME, such as text=body");
    return false;
  }
  const std::string field = assignment.substr(0, equals);
  const auto found = fields.find(field);
  if (found == fields.end()) {
    std::vector<std::string> candidates;
    for (const auto& [name, target] : fields) candidates.push_back(name);
    Complain("--field " + assignment + ": a story has no \"" + field + "\"" +
             DidYouMean(field, candidates));
    return false;
  }
  *found->second = assignment.substr(equals + 1);
  return true;
}

std::shared_ptr<const RuleSet> LoadRulesAndSay(const FeedArguments& options) {
  const auto start = std::chrono::steady_clock::now();
  CachedRules loaded = LoadRulesOrComplain(options.rules, options.quiet);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  if (options.stats && loaded.rules != nullptr) {
    char line[80];
    std::snprintf(line, sizeof line, "rules loaded in %.3f s from %s", seconds.count(),
                  loaded.from_cache ? "the cache" : "their files");
    Note(line);
  }
  return std::move(loaded.rules);
}

/// One run, from the first story to the closing line.
class Run {
 public:
  Run(const FeedArguments& options, const FeedProduct& product, Output output, uint64_t total_bytes)
      : options_(options),
        product_(product),
        output_(std::move(output)),
        progress_(!options.quiet, total_bytes),
        start_(std::chrono::steady_clock::now()),
        batch_(std::make_unique<Batch>()),
        batches_(product.writer, options.jobs) {}

  /// Reads one feed. False if there is no use in reading the next.
  bool Read(const std::string& feed, const FeedOptions& feed_options) {
    FeedReceiver receiver;
    receiver.story = [this](Story&& story) { return Take(std::move(story)); };
    receiver.problem = [this](FeedProblem&& problem) { Report(problem); };
    receiver.progress = [this](uint64_t bytes) { progress_.AddBytes(bytes); };
    if (auto done = ReadFeed(feed, feed_options, receiver); !done) {
      progress_.Clear();
      Complain(done.error().place + ": " + done.error().message);
      unreadable_ = true;
    }
    return output_.failure().empty();
  }

  int Close() {
    if (output_.failure().empty() && Send())
      while (auto batch = batches_.Pop(Batches::Wait::kYes))
        if (!Write(*batch)) break;
    progress_.Clear();
    if (!output_.Finish() && !output_.reader_left()) {
      Complain(output_.failure());
      return kExitUsage;
    }
    if (output_.reader_left()) return kExitFine;
    if ((!options_.quiet && stories_ > 0) || skipped_ > 0) Note(Summary());
    if (options_.stats) Statistics();
    if (stories_ == 0) {
      Complain("no story was read");
      return kExitUsage;
    }
    if (unreadable_) return kExitUsage;
    return skipped_ > 0 || incomplete_ > 0 ? kExitFindings : kExitFine;
  }

 private:
  bool Take(Story&& story) {
    ++stories_;
    bytes_ += story.text().size();
    batch_bytes_ += story.text().size();
    batch_->stories.push_back(std::move(story));
    progress_.AddStory();
    const bool more = batch_bytes_ < kBatchBytes && batch_->stories.size() < kBatchStories;
    return more && !output_.is_watched() ? true : Send();
  }

  /// Sends the batch off, and writes what came back. False if writing failed.
  bool Send() {
    batches_.Push(std::exchange(batch_, std::make_unique<Batch>()));
    batch_bytes_ = 0;
    while (auto batch = batches_.Pop(batches_.full() ? Batches::Wait::kYes : Batches::Wait::kNo)) {
      if (!Write(*batch)) return false;
    }
    return true;
  }

  bool Write(const Batch& batch) {
    for (const auto& [kind, count] : batch.counts) {
      counts_[kind] += count;
      total_ += count;
    }
    return batch.lines.empty() || output_.Write(batch.lines);
  }

  void Report(const FeedProblem& problem) {
    progress_.Clear();
    ++(problem.skipped ? skipped_ : incomplete_);
    Warn(problem.place + ": " + problem.message + (problem.skipped ? " (skipped)" : ""));
  }

  double Seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

  std::string Summary() const {
    const auto count = [](uint64_t n, const char* one, const char* many) {
      return WithCommas(n) + " " + (n == 1 ? one : many);
    };
    char seconds[32];
    std::snprintf(seconds, sizeof seconds, "%.1f s", Seconds());
    std::string summary = count(stories_, "story", "stories");
    if (skipped_ > 0) summary += ", " + WithCommas(skipped_) + " skipped";
    if (incomplete_ > 0) summary += ", " + WithCommas(incomplete_) + " without a date";
    return summary + ", " + count(total_, product_.one, product_.many) + " in " + seconds;
  }

  void Statistics() const {
    const double seconds = Seconds();
    char line[160];
    std::snprintf(line, sizeof line, "%.0f stories/s, %.2f MB/s",
                  static_cast<double>(stories_) / seconds,
                  static_cast<double>(bytes_) / seconds / 1e6);
    Note(line);
    for (const auto& [kind, count] : counts_) Note("  " + kind + " " + WithCommas(count));
  }

  const FeedArguments& options_;
  const FeedProduct& product_;
  Output output_;
  Progress progress_;
  std::chrono::steady_clock::time_point start_;

  std::unique_ptr<Batch> batch_;  // being filled
  size_t batch_bytes_ = 0;
  Batches batches_;

  uint64_t stories_ = 0;
  uint64_t bytes_ = 0;
  uint64_t skipped_ = 0;
  uint64_t incomplete_ = 0;  // read, but without a part that was bad
  uint64_t total_ = 0;
  std::map<std::string, uint64_t> counts_;  // what came out, by kind
  bool unreadable_ = false;
};

}  // namespace

std::string DidYouMean(const std::string& word, const std::vector<std::string>& candidates) {
  const std::string nearest = Nearest(word, candidates);
  return nearest.empty() ? "" : "; did you mean \"" + nearest + "\"?";
}

void AddFeedOptions(CLI::App& command, const std::string& stats_help, FeedArguments* options) {
  command
      .add_option("feed", options->feeds,
                  "Files (plain text or JSON Lines, also gzipped), directories, or - for the "
                  "standard input")
      ->type_name("FEED");
  AddRulesOption(command, &options->rules);
  command
      .add_option("--published", options->published, "Date of stories that have none of their own")
      ->type_name("DATE");
  command
      .add_option("--field", options->fields,
                  "The key of a field in JSON Lines, where it is not id, published, headline, "
                  "text, source, url; "
                  "may be given again")
      ->type_name("FIELD=NAME")
      ->allow_extra_args(false);
  command
      .add_option("-o,--output", options->output,
                  "Write to this file (default: the standard output)")
      ->type_name("FILE");
  command
      .add_option("-j,--jobs", options->jobs,
                  "Threads (default: one a processor); the output is the same with any number")
      ->type_name("N");
  command.add_flag("-q,--quiet", options->quiet, "No progress and no closing line");
  command.add_flag("--stats", options->stats, stats_help);
  command.footer(
      "Exit codes: 0 fine, 1 some stories were skipped, 2 nothing could be read or written.");
}

int RunFeeds(FeedArguments& options, const MakeProduct& make) {
  if (options.feeds.empty()) {
    if (isatty(STDIN_FILENO) == 1) {
      Complain(
          "name a feed: a file, a directory, or - for the standard input (`--help` says more)");
      return kExitUsage;
    }
    options.feeds = {"-"};
  }
  FeedOptions feed_options;
  for (const std::string& assignment : options.fields)
    if (!SetFieldName(assignment, feed_options.field_names)) return kExitUsage;
  if (!options.published.empty()) {
    feed_options.published = IsoDate(options.published);
    if (feed_options.published.empty()) {
      Complain("--published " + options.published + ": write a date such as 2025-03-04");
      return kExitUsage;
    }
  }
  auto rules = LoadRulesAndSay(options);
  if (rules == nullptr) return kExitUsage;
  const auto product = make(std::move(rules));
  if (!product) return kExitUsage;
  KeepHeapSmall();
  auto output = Output::Open(options.output);
  if (!output) {
    Complain(output.error());
    return kExitUsage;
  }
  if (options.jobs == 0) options.jobs = std::max(1u, std::thread::hardware_concurrency());
  uint64_t total_bytes = 0;
  if (!options.quiet && isatty(STDERR_FILENO) == 1)
    for (const std::string& feed : options.feeds) total_bytes += FeedBytes(feed);

  Run run(options, *product, std::move(*output), total_bytes);
  for (const std::string& feed : options.feeds)
    if (!run.Read(feed, feed_options)) break;
  return run.Close();
}

}  // namespace telex
