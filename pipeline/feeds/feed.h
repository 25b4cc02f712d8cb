// Feed: wire copy from outside, one story at a time.
//
//     FeedOptions options;
//     FeedReceiver receiver;
//     receiver.story = [&](Story&& story) { …; return true; };
//     receiver.problem = [&](FeedProblem&& problem) { … };
//     if (auto done = ReadFeed("stories.jsonl.gz", options, receiver); !done) … done.error() …
//
// A path is a file of plain text (one story), of JSON Lines (.jsonl, .ndjson, .json), either of
// them gzipped, a directory of such files (read to any depth, in order of their paths), or "-" for
// the standard input, where the first byte that is not blank decides: `{` means JSON Lines. A bad
// story becomes a FeedProblem and the feed goes on. Memory is bounded by the longest story.
// Blocking, and without state: each call may run on a thread of its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include <tl/expected.hpp>

#include "pipeline/text/story.h"

namespace telex {

/// What is wrong with one story, or with one file of a directory.
struct FeedProblem {
  std::string place;    // "file:line", or "file"
  std::string message;  // in a sentence without the place
  bool skipped = true;  // false: the story came through, without the part that was bad
};

/// The keys under which JSON Lines keep the parts of a story.
struct FieldNames {
  std::string id = "id";
  std::string published = "published";
  std::string headline = "headline";
  std::string text = "text";
  std::string source = "source";
  std::string url = "url";
};

struct FeedOptions {
  FieldNames field_names;
  std::string published;                     // for stories that have no date of their own
  size_t largest_story = size_t{256} << 20;  // bytes of a line or a file; more is a problem
};

struct FeedReceiver {
  std::function<bool(Story&&)> story;  // false ends the feed
  std::function<void(FeedProblem&&)> problem;
  std::function<void(uint64_t)>
      progress;  // may be empty: how many more bytes (as stored) were read
};

/// Reads the whole feed. The error is for a feed that cannot be read at all: not there, not
/// readable, a directory without any story file. Everything smaller goes to `receiver.problem`.
tl::expected<void, FeedProblem> ReadFeed(const std::string& path, const FeedOptions& options,
                                         const FeedReceiver& receiver);

/// How many bytes are stored under `path`, as FeedReceiver::progress counts them; 0 where that
/// cannot be known.
uint64_t FeedBytes(const std::string& path);

}  // namespace telex
