// Topics: stories about other things than public affairs give no events, those that only mention
// such things keep theirs. The stories stand in fixtures/quiet and tests/topics.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/shipped_rules.h"

namespace telex {
namespace {

std::vector<std::filesystem::path> Stories(const char* folder) {
  std::vector<std::filesystem::path> stories;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".txt") stories.push_back(entry.path());
  std::sort(stories.begin(), stories.end());
  return stories;
}

TopicVerdict VerdictOf(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  const RunStory run(text.str());
  return TopicReader(ShippedPipeline().rules()).Read(run.scratch.words(), run.scratch.layers());
}

TEST_CASE("stories that mention sport, markets or culture stay stories about public affairs",
          "[topics][shipped]") {
  const auto stories = Stories(TELEX_SOURCE_DIR "/tests/topics");
  REQUIRE(stories.size() >= 10);
  for (const auto& story : stories) {
    const TopicVerdict verdict = VerdictOf(story);
    INFO(story.filename().string() << ": " << (verdict.topic ? verdict.topic->id : ""));
    CHECK(verdict.topic == nullptr);
  }
}

TEST_CASE("quiet stories are about something else", "[topics][shipped]") {
  const auto stories = Stories(TELEX_SOURCE_DIR "/fixtures/quiet");
  REQUIRE(stories.size() >= 40);
  for (const auto& story : stories) {
    const TopicVerdict verdict = VerdictOf(story);
    INFO(story.filename().string() << ": " << verdict.points << " against " << verdict.affairs);
    CHECK(verdict.topic != nullptr);
  }
}

}  // namespace
}  // namespace telex
