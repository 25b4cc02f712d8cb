// The fast matcher against the slow reference: the same candidates, the same lines of output, on
// the fixtures, on stories made up of the rules' own examples, and on a large feed where there is
// one beside the project.

#include "pipeline/events/reference.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "pipeline/feeds/feed.h"
#include "pipeline/pipeline.h"
#include "pipeline/sinks/json_lines.h"
#include "tests/catch.h"

namespace telex {
namespace {

constexpr const char* kFeed = TELEX_SOURCE_DIR "/../shared/corpus/wire.jsonl.gz";

const std::shared_ptr<const RuleSet>& ShippedRules() {
  static const std::shared_ptr<const RuleSet> rules = [] {
    Diagnostics diagnostics;
    return LoadRules(TELEX_SOURCE_DIR "/rules", diagnostics);
  }();
  return rules;
}

/// All fields of a candidate in one line.
std::string Dump(const RuleSet& rules, const Candidate& candidate) {
  std::ostringstream line;
  const auto id = [](auto value) { return value.valid() ? std::to_string(value.value()) : "-"; };
  line << rules.rules[candidate.rule.value()].name << " type " << id(candidate.type) << " pattern "
       << candidate.pattern << " frame " << id(candidate.frame) << " trigger " << candidate.trigger
       << " sentence " << candidate.sentence << " clause " << id(candidate.clause) << " noun "
       << id(candidate.noun) << ' ' << VoiceName(candidate.voice) << " status "
       << StatusName(candidate.status) << " words " << candidate.words << " slots "
       << candidate.slots << " parties " << id(candidate.parties) << " roles";
  for (size_t role = 0; role < kRoles; ++role)
    line << ' ' << id(candidate.roles[role]) << '/' << static_cast<int>(candidate.kinds[role]);
  return line.str();
}

/// Both matchers side by side.
class Comparison {
 public:
  Comparison()
      : fast_(ShippedRules(), PipelineOptions{}),
        slow_(ShippedRules(), PipelineOptions{.coding = "", .reference = true}) {}

  void Compare(const Story& story) {
    const Reading fast = Read(fast_, story, fast_scratch_);
    const Reading slow = Read(slow_, story, slow_scratch_);
    ++stories_;
    candidates_ += fast.candidates.size();
    if (fast.candidates == slow.candidates && fast.lines == slow.lines) return;
    if (++disagreements_ > kMostTold) return;
    UNSCOPED_INFO("story " << story.id());
    CHECK(Missing(fast.candidates, slow.candidates) == "");  // found by the fast matcher alone
    UNSCOPED_INFO("story " << story.id());
    CHECK(Missing(slow.candidates, fast.candidates) == "");  // found by the reference alone
    if (fast.candidates == slow.candidates) {
      CHECK(fast.lines == slow.lines);
    }
  }

  size_t stories() const { return stories_; }
  size_t candidates() const { return candidates_; }
  size_t disagreements() const { return disagreements_; }

 private:
  static constexpr size_t kMostTold = 5;

  struct Reading {
    std::vector<std::string> candidates;
    std::string lines;
  };
  /// Those of `all` that are not in `others`.
  static std::string Missing(const std::vector<std::string>& all,
                             const std::vector<std::string>& others) {
    std::string missing;
    for (const std::string& one : all)
      if (std::find(others.begin(), others.end(), one) == others.end()) missing += one + "\n";
    return missing;
  }
  static Reading Read(const Pipeline& pipeline, const Story& story, Scratch& scratch) {
    Reading reading;
    std::vector<Event> events;
    pipeline.Run(story, scratch, events);
    for (const Candidate& candidate : scratch.candidates())
      reading.candidates.push_back(Dump(pipeline.rules(), candidate));
    const CodePoints points(story.text());
    for (const Event& event : events) AppendJsonLine(event, story, points, &reading.lines);
    return reading;
  }

  Pipeline fast_, slow_;
  Scratch fast_scratch_, slow_scratch_;
  size_t stories_ = 0, candidates_ = 0, disagreements_ = 0;
};

/// Compares every `step`-th story of a feed.
void CompareFeed(const std::string& path, size_t step, Comparison& comparison) {
  FeedReceiver receiver;
  size_t number = 0;
  receiver.story = [&](Story&& story) {
    if (number++ % step == 0) comparison.Compare(story);
    return true;
  };
  receiver.problem = [](FeedProblem&&) {};
  REQUIRE(ReadFeed(path, FeedOptions{}, receiver).has_value());
}

/// Stories that nobody would write, out of the sentences that the rules are about. The same ones on
/// every machine: nothing here depends on how a library shuffles.
class StoryMaker {
 public:
  explicit StoryMaker(const RuleSet& rules) {
    for (const Rule& rule : rules.rules)
      for (const Example& example : rule.examples) sentences_.push_back(example.text);
  }

  Story Make(size_t number) {
    StoryFields fields;
    fields.id = "made-" + std::to_string(number);
    fields.published = "2024-05-15";
    if (Chance(3)) fields.headline = Distort(OneOf(sentences_));
    for (size_t left = 2 + Below(6); left > 0; --left) {
      std::string sentence = OneOf(sentences_);
      if (Chance(2)) sentence = Join(sentence, OneOf(sentences_));
      if (Chance(2)) sentence = Distort(sentence);
      fields.text += sentence + (Chance(4) ? "\n\n" : " ");
    }
    return Story(std::move(fields));
  }

 private:
  size_t Below(size_t end) { return static_cast<size_t>(random_() % end); }
  bool Chance(size_t one_in) { return Below(one_in) == 0; }
  template <class Items>
  const std::string& OneOf(const Items& items) {
    return items[Below(items.size())];
  }

  static std::vector<std::string> Split(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
  }
  static std::string Glue(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
  }
  static std::string WithoutStop(std::string sentence) {
    if (!sentence.empty() && sentence.back() == '.') sentence.pop_back();
    return sentence;
  }

  /// One sentence out of two: coordinated, subordinated, quoted, or cut and crossed.
  std::string Join(const std::string& a, const std::string& b) {
    static const std::vector<std::string> kLinks = {
        " and ",          ", and ",       ", but ",
        ", who ",         ", which ",     " after ",
        ", while ",       " if ",         " to ",
        " that ",         "; ",           " – ",
        ", saying that ", " because of ", " in response to ",
        " between ",      " (",           ": "};
    if (Chance(4)) return "“" + WithoutStop(a) + ",” he said. " + b;
    if (!Chance(3)) return WithoutStop(a) + OneOf(kLinks) + b;
    std::vector<std::string> front = Split(a), back = Split(b);
    front.resize(1 + Below(front.size()));
    back.erase(back.begin(), back.begin() + static_cast<std::ptrdiff_t>(Below(back.size())));
    front.insert(front.end(), back.begin(), back.end());
    return Glue(front);
  }

  /// Moves, drops, doubles and borrows words, and scatters marks.
  std::string Distort(const std::string& sentence) {
    static const std::vector<std::string> kMarks = {",", ".", ";",  " -", " —",  "\"",
                                                    "”", ")", "'s", ":",  "...", "?"};
    static const std::vector<std::string> kWords = {
        "not",  "will",     "may",     "and", "with", "to",    "by",    "of",   "between",
        "the",  "no",       "be",      "was", "plan", "visit", "talks", "call", "in",
        "held", "proposed", "meeting", "on",  "him",  "both",  "its"};
    std::vector<std::string> words = Split(sentence);
    for (size_t changes = 1 + Below(4); changes > 0 && !words.empty(); --changes) {
      const size_t at = Below(words.size());
      const auto place = words.begin() + static_cast<std::ptrdiff_t>(at);
      switch (Below(6)) {
        case 0:
          std::swap(words[at], words[Below(words.size())]);
          break;
        case 1:
          words.erase(place);
          break;
        case 2:
          words.insert(place, std::string(words[at]));
          break;
        case 3:
          words.insert(place, OneOf(kWords));
          break;
        case 4:
          words[at] += OneOf(kMarks);
          break;
        case 5: {
          // Another order of clauses: what stands behind comes first.
          std::rotate(words.begin(), place, words.end());
          break;
        }
      }
    }
    return Glue(words);
  }

  std::mt19937_64 random_{20250304};
  std::vector<std::string> sentences_;
};

TEST_CASE("the fast matcher and the reference agree on the fixtures", "[reference]") {
  REQUIRE(ShippedRules() != nullptr);
  Comparison comparison;
  CompareFeed(TELEX_SOURCE_DIR "/fixtures", 1, comparison);
  CHECK(comparison.disagreements() == 0);
  CHECK(comparison.stories() >= 20);
  CHECK(comparison.candidates() >= 20);  // else this would compare nothing with nothing
}

TEST_CASE("the fast matcher and the reference agree on examples, alone and mixed up",
          "[reference]") {
  REQUIRE(ShippedRules() != nullptr);
  const RuleSet& rules = *ShippedRules();
  Comparison comparison;
  for (const Rule& rule : rules.rules) {
    for (const Example& example : rule.examples) {
      StoryFields fields;
      fields.id = rule.name;
      fields.text = example.text;
      comparison.Compare(Story(std::move(fields)));
    }
  }
  StoryMaker maker(rules);
  for (size_t number = 0; number < 3000; ++number) comparison.Compare(maker.Make(number));
  CHECK(comparison.disagreements() == 0);
  CHECK(comparison.candidates() >= 3000);
}

// One pattern lies on a trigger once for each member of a list that starts before it. Nothing
// chooses between those but their order in the text.
TEST_CASE("of equal candidates on one trigger the first in the text stays", "[reference]") {
  REQUIRE(ShippedRules() != nullptr);
  StoryFields fields;
  fields.id = "list";
  fields.text =
      "Chad, Peru, Oman, Mali, Fiji, Cuba, Togo, Laos, Iraq, Niger, Nepal, Ghana, Kenya, Malta, "
      "Qatar, Samoa, Sudan, Syria, Tonga, Yemen, Belize and Brunei attended the 9th tea summit.";
  Comparison comparison;
  comparison.Compare(Story(std::move(fields)));
  CHECK(comparison.disagreements() == 0);
  CHECK(comparison.candidates() > 0);
}

// Every 20th story takes some seconds, all of them minutes: TELEX_FULL=1 asks for all.
TEST_CASE("the fast matcher and the reference agree on a feed", "[reference][feed]") {
  REQUIRE(ShippedRules() != nullptr);
  if (!std::filesystem::exists(kFeed)) {
    WARN("skipped: there is no feed ../shared/corpus/wire.jsonl.gz beside the project");
    return;
  }
  const char* full = std::getenv("TELEX_FULL");
  Comparison comparison;
  CompareFeed(kFeed, full != nullptr && std::string(full) == "1" ? 1 : 20, comparison);
  CHECK(comparison.disagreements() == 0);
  CHECK(comparison.candidates() > 0);
}

}  // namespace
}  // namespace telex
