#include <unistd.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/feeds/feed.h"
#include "pipeline/feeds/story_check.h"
#include "tests/catch.h"

namespace telex {
namespace {

namespace fs = std::filesystem;

/// A directory of its own for each test, gone afterwards.
class Directory {
 public:
  Directory() {
    std::string pattern = (fs::temp_directory_path() / "telex feeds XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  ~Directory() { fs::remove_all(path_); }

  std::string Write(const std::string& name, std::string_view bytes) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return (path_ / name).string();
  }
  std::string WriteGzip(const std::string& name, std::string_view bytes) const {
    const std::string path = (path_ / name).string();
    gzFile file = gzopen(path.c_str(), "wb");
    gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size()));
    gzclose(file);
    return path;
  }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

struct Outcome {
  std::vector<Story> stories;
  std::vector<FeedProblem> problems;
  std::string error;
};

Outcome Read(const std::string& path, const FeedOptions& options = {}, size_t most = SIZE_MAX) {
  Outcome outcome;
  FeedReceiver receiver;
  receiver.story = [&](Story&& story) {
    outcome.stories.push_back(std::move(story));
    return outcome.stories.size() < most;
  };
  receiver.problem = [&](FeedProblem&& problem) { outcome.problems.push_back(std::move(problem)); };
  if (auto done = ReadFeed(path, options, receiver); !done) {
    outcome.error = done.error().place + ": " + done.error().message;
  }
  return outcome;
}

TEST_CASE("A text file is one story, dated by its name") {
  const Directory directory;
  const Outcome dated = Read(
      directory.Write("2025-03-04-ankara-call.txt", "\xEF\xBB\xBFThe envoy called.\r\nTwice.\r\n"));
  REQUIRE(dated.stories.size() == 1);
  CHECK(dated.stories[0].id() == "2025-03-04-ankara-call");
  CHECK(dated.stories[0].published() == "2025-03-04");
  CHECK(dated.stories[0].text() == "The envoy called.\r\nTwice.\r\n");
  CHECK(dated.problems.empty());

  FeedOptions options;
  options.published = "2024-01-02";
  const Outcome undated = Read(directory.Write("2025-13-04.wire", "No such month."), options);
  REQUIRE(undated.stories.size() == 1);
  CHECK(undated.stories[0].id() == "2025-13-04");
  CHECK(undated.stories[0].published() == "2024-01-02");
}

TEST_CASE("A text file that is no story is a problem") {
  struct Case {
    std::string bytes, message;
  };
  const std::vector<Case> cases = {
      {"", "the file is empty"},
      {" \r\n\n", "the text is empty"},
      {std::string("PNG\0\0", 5), "this is not text: byte 3 is NUL"},
      {"One line.\nCaf\xE9 talks.\n", "the text is not UTF-8: 0xE9 at byte 13 (line 2)"},
  };
  const Directory directory;
  for (const Case& c : cases) {
    const std::string path = directory.Write("bad.txt", c.bytes);
    const Outcome outcome = Read(path);
    CHECK(outcome.stories.empty());
    REQUIRE(outcome.problems.size() == 1);
    CHECK(outcome.problems[0].place == path);
    CHECK(outcome.problems[0].message == c.message);
    CHECK(outcome.problems[0].skipped);
  }
}

TEST_CASE("JSON Lines give their fields") {
  const Directory directory;
  const std::string path = directory.Write(
      "wire.jsonl",
      "\xEF\xBB\xBF{\"id\":\"a\",\"published\":\"2025-03-04T08:00:00Z\",\"headline\":\"Head\","
      "\"text\":\"Body \\u00e9.\","
      "\"source\":\"IP\",\"url\":\"https://example.org/a\",\"more\":{\"text\":[1,2]}}\r\n"
      "\n   \n"
      "{\"text\": \"Second.\", \"headline\": null, \"published\": \"20250305\"}\n"
      "{\"id\": 17, \"text\": \"Third.\"}");
  const Outcome outcome = Read(path);
  CHECK(outcome.problems.empty());
  REQUIRE(outcome.stories.size() == 3);
  const Story& first = outcome.stories[0];
  CHECK(first.id() == "a");
  CHECK(first.published() == "2025-03-04T08:00:00Z");
  CHECK(first.headline() == "Head");
  CHECK(first.body() == "Body é.");
  CHECK(first.source() == "IP");
  CHECK(first.url() == "https://example.org/a");
  CHECK(outcome.stories[1].id() == path + ":4");
  CHECK(outcome.stories[1].published() == "2025-03-05");
  CHECK(outcome.stories[2].id() == "17");
}

TEST_CASE("Keys of other names") {
  const Directory directory;
  FeedOptions options;
  options.field_names.id = "guid";
  options.field_names.text = "body";
  const Outcome outcome = Read(
      directory.Write("x.ndjson", "{\"guid\": \"g\", \"body\": \"B.\", \"text\": 5}\n"), options);
  REQUIRE(outcome.stories.size() == 1);
  CHECK(outcome.stories[0].id() == "g");
  CHECK(outcome.stories[0].text() == "B.");
}

TEST_CASE("A bad line is a problem with its number, and the feed goes on") {
  struct Case {
    std::string line, message;
  };
  const std::vector<Case> cases = {
      {"{\"id\": \"x\"}", "the story has no field \"text\""},
      {"{\"text\": null}", "the story has no field \"text\""},
      {"{\"text\": 5}", "the field \"text\" is not a string"},
      {"{\"text\": \"b\", \"headline\": []}", "the field \"headline\" is not a string"},
      {"{\"text\": \" \"}", "the field \"text\": the text is empty"},
      {"{\"text\": \"a\\u0000b\"}", "the field \"text\": this is not text: byte 1 is NUL"},
      {"{\"text\": \"cut o", "not valid JSON: the line ends inside a string; it may be cut off"},
      {"{\"text\": \"cut\", \"id\": 1",
       "not valid JSON: the line ends before its object does; it may be cut off"},
      {"{\"text\": \"a\" \"id\": 1}",
       "not valid JSON: a comma, a brace, a quote or a key is missing or too many"},
      {"{\"text\": \"a\"} {}",
       "not valid JSON: a comma, a brace, a quote or a key is missing or too many"},
      {"{\"text\": \"\\ud800\"}", "not valid JSON: a string holds an escape that means nothing"},
      {"{\"text\": \"a\tb\"}",
       "not valid JSON: a string holds a control character that is not escaped"},
      {"[\"text\"]", "not a JSON object: the line must start with {"},
      {"text", "not a JSON object: the line must start with {"},
      {"{\"text\": \"caf\xE9\"}", "the line is not UTF-8 at byte 13"},
  };
  const Directory directory;
  for (const Case& c : cases) {
    CAPTURE(c.line);
    const std::string path = directory.Write(
        "bad.jsonl", "{\"text\": \"Before.\"}\n" + c.line + "\n{\"text\": \"After.\"}\n");
    const Outcome outcome = Read(path);
    CHECK(outcome.stories.size() == 2);
    REQUIRE(outcome.problems.size() == 1);
    CHECK(outcome.problems[0].place == path + ":2");
    CHECK(outcome.problems[0].message == c.message);
  }
}

TEST_CASE("A date that is none costs the date, not the story") {
  const Directory directory;
  const Outcome outcome =
      Read(directory.Write("d.jsonl", "{\"text\": \"T.\", \"published\": \"4 March 2025\"}\n"));
  REQUIRE(outcome.stories.size() == 1);
  CHECK(outcome.stories[0].published().empty());
  REQUIRE(outcome.problems.size() == 1);
  CHECK_FALSE(outcome.problems[0].skipped);
}

TEST_CASE("IsoDate") {
  CHECK(IsoDate("2025-03-04") == "2025-03-04");
  CHECK(IsoDate("2024-02-29") == "2024-02-29");
  CHECK(IsoDate("2025-02-29").empty());
  CHECK(IsoDate("2025-03-04 08:15") == "2025-03-04T08:15");
  CHECK(IsoDate("20250304T0815Z") == "2025-03-04T0815Z");
  CHECK(IsoDate("2025-0304").empty());
  CHECK(IsoDate("202503041").empty());
  CHECK(IsoDate("2025-03").empty());
  CHECK(IsoDate("").empty());
}

TEST_CASE("gzip is read whatever the format, also in two members") {
  const Directory directory;
  CHECK(Read(directory.WriteGzip("2025-03-04-a.txt.gz", "Zipped.")).stories.at(0).id() ==
        "2025-03-04-a");
  const std::string path = directory.WriteGzip("a.jsonl.gz", "{\"text\": \"One.\"}\n");
  directory.WriteGzip("b.gz", "{\"text\": \"Two.\"}\n");
  std::ofstream(path, std::ios::binary | std::ios::app)
      << std::ifstream(directory.path() + "/b.gz", std::ios::binary).rdbuf();
  CHECK(Read(path).stories.size() == 2);
}

TEST_CASE("gzip that breaks off gives what came before, and a problem") {
  const Directory directory;
  std::string lines;
  for (int i = 0; i < 20000; ++i)
    lines += "{\"text\": \"Story " + std::to_string(i * 7919 % 10007) + ".\"}\n";
  const std::string path = directory.WriteGzip("cut.jsonl.gz", lines);
  fs::resize_file(path, fs::file_size(path) / 2);
  const Outcome outcome = Read(path);
  CHECK(outcome.stories.size() > 1000);
  CHECK(outcome.stories.size() < 20000);
  REQUIRE(!outcome.problems.empty());
  CHECK(outcome.problems.back().message.find("the gzip data breaks off early") == 0);
}

TEST_CASE("A directory is read to any depth, in order, and only its stories") {
  const Directory directory;
  directory.Write("b.txt", "Second.");
  directory.Write("a/deep/x.JSONL", "{\"id\": \"deep\", \"text\": \"First.\"}\n");
  directory.Write("c.ndjson", "{\"id\": \"third\", \"text\": \"Third.\"}\nbroken\n");
  directory.Write("rules.yaml", "no: story");
  directory.Write(".hidden.txt", "Hidden.");
  directory.Write(".git/x.txt", "Hidden.");
  const Outcome outcome = Read(directory.path());
  std::vector<std::string> ids;
  for (const Story& story : outcome.stories) ids.emplace_back(story.id());
  CHECK(ids == std::vector<std::string>{"deep", "b", "third"});
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].place == directory.path() + "/c.ndjson:2");
  CHECK(FeedBytes(directory.path()) > 0);
}

TEST_CASE("A feed that cannot be read at all is an error") {
  const Directory directory;
  CHECK(Read(directory.path() + "/none.txt").error ==
        directory.path() + "/none.txt: there is no such file or directory");
  CHECK(Read(directory.path()).error.find("holds no story") != std::string::npos);
}

TEST_CASE("Long lines are read, longer ones passed over") {
  const Directory directory;
  const std::string story = "{\"text\": \"" + std::string(5u << 20, 'x') + "\"}\n";
  const std::string path =
      directory.Write("long.jsonl", story + "{\"text\": \"Short.\"}\n" + story);
  const Outcome whole = Read(path);
  CHECK(whole.problems.empty());
  REQUIRE(whole.stories.size() == 3);
  CHECK(whole.stories[2].text().size() == (5u << 20));

  FeedOptions options;
  options.largest_story = 1000;
  const Outcome bounded = Read(path, options);
  REQUIRE(bounded.stories.size() == 1);
  CHECK(bounded.stories[0].text() == "Short.");
  REQUIRE(bounded.problems.size() == 2);
  CHECK(bounded.problems[0].place == path + ":1");
  CHECK(bounded.problems[1].place == path + ":3");
  CHECK(bounded.problems[0].message == "the line is longer than 1000 bytes");
}

TEST_CASE("The receiver may end the feed") {
  const Directory directory;
  directory.Write("a.jsonl", "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n");
  directory.Write("b.txt", "Three.");
  CHECK(Read(directory.path(), {}, 1).stories.size() == 1);
}

}  // namespace
}  // namespace telex
