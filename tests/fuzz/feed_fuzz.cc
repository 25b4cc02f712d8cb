// Any bytes as a feed: each story that comes through is valid UTF-8 with some text, and its record
// can be written.

#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "pipeline/feeds/byte_source.h"
#include "pipeline/feeds/json_lines.h"
#include "pipeline/feeds/plain_text.h"
#include "pipeline/sinks/json_lines.h"
#include "pipeline/text/utf8.h"

namespace {

void Check(const telex::Story& story) {
  if (!telex::IsValidUtf8(story.text()) || story.body().empty()) std::abort();
  const auto size = static_cast<uint32_t>(story.text().size());
  telex::Event event;
  event.headline = story.headline();
  event.evidence = {std::string(story.text()), {story.body_begin(), size}, 0, false};
  std::string line;
  telex::AppendJsonLine(event, story, telex::CodePoints(story.text()), &line);
  if (!telex::IsValidUtf8(line)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const int file = memfd_create("feed", MFD_CLOEXEC);
  if (file < 0 || write(file, data, size) != static_cast<ssize_t>(size)) std::abort();
  const std::string path = "/proc/self/fd/" + std::to_string(file);

  telex::FeedOptions options;
  options.largest_story = 1000;
  telex::FeedReceiver receiver;
  receiver.story = [](telex::Story&& story) {
    Check(story);
    return true;
  };
  receiver.problem = [](telex::FeedProblem&& problem) {
    if (problem.message.empty()) std::abort();
  };
  if (auto source = telex::ByteSource::Open(path)) {
    telex::ReadJsonLines(std::move(*source), path, options, receiver);
  }
  if (auto source = telex::ByteSource::Open(path)) {
    telex::ReadPlainText(std::move(*source), path, options, receiver);
  }
  close(file);
  return 0;
}
