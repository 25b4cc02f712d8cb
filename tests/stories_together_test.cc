// Stories that are read at once give what each gives by itself, however unlike they are.
#include <span>
#include <string>
#include <vector>

#include "pipeline/pipeline.h"
#include "tests/catch.h"
#include "tests/shipped_rules.h"

namespace telex {
namespace {

TEST_CASE("several stories at once give the events of each alone, in their order", "[pipeline]") {
  const std::vector<std::string> texts = {
      "Iranian Foreign Minister Amina Diallo met her Omani counterpart, Bo Chen, in Muscat on "
      "Monday. She praised the talks.",
      "",
      "Nothing at all is told here.",
      "United beat Rovers 3-1 in the second leg of the cup final, after a penalty and a goal by "
      "the "
      "striker in stoppage time.",
      "Kenya condemned the attack on Tuesday.\n\nShe said the talks would go on.",
      "Bo Chen phoned Amina Diallo."};
  std::vector<Story> stories;
  for (const std::string& text : texts) stories.emplace_back(RunStory::Fields(text, ""));
  std::vector<std::string> alone, together;
  for (size_t i = 0; i < stories.size(); ++i) {
    const RunStory run(texts[i]);
    for (const Event& event : run.events) alone.push_back(std::to_string(i) + EventLine(event));
  }
  Scratch scratch;
  for (int round = 0; round < 2; ++round) {  // the second with the layers of the first
    together.clear();
    ShippedPipeline().Run(
        std::span<const Story>(stories), scratch, [&](const Story& story, Event&& event) {
          together.push_back(std::to_string(&story - stories.data()) + EventLine(event));
        });
    CHECK(together == alone);
  }
  CHECK(alone.size() >= 3);
}

}  // namespace
}  // namespace telex
