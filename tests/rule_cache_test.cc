// The compiled cache: what comes back is what was stored, damage is seen, and nothing of it can
// make a wrong rule.

#include "pipeline/rules/rule_cache.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <thread>

#include "pipeline/examples.h"
#include "pipeline/feeds/feed.h"
#include "pipeline/pipeline.h"
#include "pipeline/rules/cache_folder.h"
#include "pipeline/rules/packing.h"
#include "pipeline/rules/program_id.h"
#include "pipeline/rules/render.h"
#include "pipeline/rules/stored_rules.h"
#include "pipeline/sinks/json_lines.h"
#include "pipeline/text/code_points.h"
#include "tests/catch.h"

namespace telex {
namespace {

namespace fs = std::filesystem;

const std::string kShipped = TELEX_SOURCE_DIR "/rules";
constexpr uint64_t kKey = 0x0123456789abcdefull;

std::string ReadText(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}
void WriteText(const fs::path& path, std::string_view text) {
  std::ofstream(path, std::ios::binary) << text;
}

class TemporaryFolder {
 public:
  TemporaryFolder() {
    static int number = 0;
    path_ = fs::temp_directory_path() /
            ("telex-cache-" + std::to_string(getpid()) + "-" + std::to_string(number++));
    fs::create_directories(path_);
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  fs::path operator/(const std::string& name) const { return path_ / name; }
  std::string text() const { return path_.string(); }
  std::vector<fs::path> Files() const {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(path_)) files.push_back(entry.path());
    return files;
  }
  /// The file of `key`.
  fs::path FileOf(uint64_t key) const {
    char name[32];
    std::snprintf(name, sizeof name, "%016llx.rules", static_cast<unsigned long long>(key));
    return path_ / name;
  }

 private:
  fs::path path_;
};

/// Small rules that load with a warning.
class SmallDirectory : public TemporaryFolder {
 public:
  SmallDirectory() {
    fs::copy(TELEX_SOURCE_DIR "/tests/diagnostics/base", text(), fs::copy_options::recursive);
    WriteText(*this / "strange.yaml", "a: b\n");
  }
};

std::string Render(const Diagnostics& diagnostics) {
  SourceLines sources;
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.all())
    text += RenderText(diagnostic, sources, false);
  return text;
}

std::string EventsOf(const Pipeline& pipeline, const std::string& feed) {
  std::string lines;
  Scratch scratch;
  std::vector<Event> events;
  FeedReceiver receiver;
  receiver.problem = [](FeedProblem&&) {};
  receiver.progress = [](uint64_t) {};
  receiver.story = [&](Story&& story) {
    pipeline.Run(story, scratch, events);
    const CodePoints points(story.text());
    for (const Event& event : events) AppendJsonLine(event, story, points, &lines);
    return true;
  };
  REQUIRE(ReadFeed(feed, FeedOptions{}, receiver).has_value());
  return lines;
}

TEST_CASE("what was stored comes back whole", "[cache][shipped]") {
  Diagnostics diagnostics, back;
  const auto rules = LoadRules(kShipped, diagnostics);
  const std::string bytes = StoreRules(*rules, diagnostics);
  const auto restored = RestoreRules(bytes, back);
  REQUIRE(restored != nullptr);
  // Every field is in the bytes (fields.h), so the same bytes are the same rules, in the same
  // order.
  CHECK((StoreRules(*restored, back) == bytes));

  const Pipeline compiled(rules, PipelineOptions{}), cached(restored, PipelineOptions{});
  for (const char* feed : {"/fixtures/wire", "/fixtures/quiet"})
    CHECK((EventsOf(compiled, TELEX_SOURCE_DIR + std::string(feed)) ==
           EventsOf(cached, TELEX_SOURCE_DIR + std::string(feed))));
  const std::vector<ExampleResult> one = RunExamples(compiled, *rules);
  const std::vector<ExampleResult> two = RunExamples(cached, *restored);
  REQUIRE(one.size() == two.size());
  for (size_t i = 0; i < one.size(); ++i) {
    CHECK(one[i].verdict == two[i].verdict);
    CHECK(one[i].events == two[i].events);
  }
}

struct Inner {
  std::vector<std::string> texts;
  std::optional<Role> role;
  std::array<uint32_t, 2> numbers = {1, 2};
};
struct Outer {
  std::unordered_multimap<std::string, int> hashed;
  std::map<std::string, Inner> sorted;
  std::set<TermId> terms;
  std::pair<std::string, double> pair;
  bool flag = false;
};
class Whole {
 public:
  static auto Parts(auto& it) { return std::tie(it.one_, it.two_, it.three_); }

 private:
  [[maybe_unused]] bool one_ = true;
  [[maybe_unused]] std::string two_ = "two";
  [[maybe_unused]] uint16_t three_ = 3;
};

TEST_CASE("every kind of field is packed", "[cache]") {
  Inner inner;
  Outer outer;
  Whole whole;
  CHECK(std::tuple_size_v<decltype(FieldsOf(inner))> == 3);
  CHECK(std::tuple_size_v<decltype(FieldsOf(outer))> == 5);
  CHECK(std::tuple_size_v<decltype(FieldsOf(whole))> == 3);
  // A field that Parts leaves out shows in the size.
  CHECK(fields_internal::SizeOf(static_cast<std::tuple<bool&, std::string&>*>(nullptr)) !=
        sizeof(Whole));

  for (int i = 0; i < 300; ++i) outer.hashed.emplace("key" + std::to_string(i % 90), i);
  outer.sorted["a"] = {{"", "x", std::string(1000, 'y')}, Role::kTopic, {7, 8}};
  outer.sorted["b"];
  outer.terms = {TermId(3), TermId(), TermId(70000)};
  outer.pair = {"π", -0.5};
  outer.flag = true;
  Packer packer;
  packer.Put(outer);
  const std::string bytes = packer.Finish();
  Outer back;
  Unpacker unpacker(bytes);
  unpacker.Take(back);
  REQUIRE(unpacker.finished());
  CHECK(std::equal(outer.hashed.begin(), outer.hashed.end(), back.hashed.begin(),
                   back.hashed.end()));  // in the same order too
  CHECK(back.sorted["a"].texts == outer.sorted["a"].texts);
  CHECK(back.sorted["a"].role == Role::kTopic);
  CHECK(back.sorted["a"].numbers == outer.sorted["a"].numbers);
  CHECK(!back.sorted["b"].role);
  CHECK(back.terms == outer.terms);
  CHECK(back.pair == outer.pair);
  CHECK(back.flag);

  for (size_t size = 0; size < bytes.size(); ++size) {
    Outer cut;
    Unpacker short_of(std::string_view(bytes).substr(0, size));
    short_of.Take(cut);
    CHECK_FALSE(short_of.finished());
  }
  const std::string long_bytes = bytes + "x";
  Unpacker longer(long_bytes);
  longer.Take(back);
  CHECK_FALSE(longer.finished());
}

TEST_CASE("the cache is used and says the same", "[cache]") {
  const SmallDirectory rules;
  const TemporaryFolder cache;
  REQUIRE(ProgramId().has_value());
  Diagnostics without, first, second;
  const auto plain = LoadRules(rules.text(), without);
  REQUIRE(without.all().size() == 1);
  const CachedRules one = LoadRulesCached(rules.text(), cache.text(), first);
  const CachedRules two = LoadRulesCached(rules.text(), cache.text(), second);
  CHECK_FALSE(one.from_cache);
  CHECK(two.from_cache);
  CHECK(cache.Files().size() == 1);
  CHECK(Render(first) == Render(without));
  CHECK(Render(second) == Render(without));
  CHECK((StoreRules(*plain, without) == StoreRules(*two.rules, second)));
}

TEST_CASE("whatever changes gets another file", "[cache]") {
  const SmallDirectory rules;
  const TemporaryFolder cache;
  const auto from_cache = [&](const std::string& directory) {
    Diagnostics diagnostics;
    return LoadRulesCached(directory, cache.text(), diagnostics).from_cache;
  };
  CHECK_FALSE(from_cache(rules.text()));
  CHECK(from_cache(rules.text()));
  WriteText(rules / "strange.yaml", "a: c\n");  // a byte
  CHECK_FALSE(from_cache(rules.text()));
  fs::rename(rules / "strange.yaml", rules / "stranger.yaml");  // a name
  CHECK_FALSE(from_cache(rules.text()));
  fs::remove(rules / "stranger.yaml");  // a file less
  CHECK_FALSE(from_cache(rules.text()));
  CHECK_FALSE(from_cache(rules.text() + "/../" + fs::path(rules.text()).filename().string()));
  WriteText(rules / "strange.yaml", "a: b\n");  // all as it was
  CHECK(from_cache(rules.text()));
}

TEST_CASE("where nothing is kept", "[cache]") {
  const SmallDirectory rules;
  const TemporaryFolder cache;
  const auto load = [](const std::string& directory, const std::string& folder) {
    Diagnostics diagnostics;
    const CachedRules loaded = LoadRulesCached(directory, folder, diagnostics);
    CHECK_FALSE(loaded.from_cache);
    return loaded.rules != nullptr;
  };
  CHECK(load(rules.text(), ""));
  CHECK(load(rules.text(), rules.text() + "/cache"));  // its files would be rules
  CHECK(load(rules.text(), rules.text()));
  CHECK_FALSE(fs::exists(rules / "cache"));
  const TemporaryFolder other;
  WriteText(other / "file", "");
  CHECK(load(rules.text(), (other / "file").string()));  // no folder
  CHECK(load(rules.text(), (other / "file/below").string()));
  CHECK(load(rules.text(), "/proc/none/such"));
  CHECK_FALSE(load((rules / "none").string(), cache.text()));
  WriteText(rules / "events/broken.yaml", "event: [\n");  // rules with errors
  CHECK(load(rules.text(), cache.text()));
  CHECK(load(rules.text(), cache.text()));
  CHECK(cache.Files().empty());
}

TEST_CASE("damage is seen", "[cache]") {
  const TemporaryFolder folder;
  const CacheFolder cache(folder.text());
  const fs::path file = folder.FileOf(kKey);
  std::mt19937 random(7);
  std::string bytes(5000, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random());
  CHECK_FALSE(cache.Read(kKey).has_value());
  cache.Write(kKey, bytes);
  REQUIRE(cache.Read(kKey) == bytes);
  const std::string whole = ReadText(file);

  for (int i = 0; i < 2000; ++i) {  // flipped bits, within the header too
    std::string damaged = whole;
    const int flips = 1 + i % 3;
    for (int flip = 0; flip < flips; ++flip)
      damaged[random() % (i % 4 == 0 ? 40 : damaged.size())] ^=
          static_cast<char>(1 << random() % 8);
    if (damaged == whole) continue;
    WriteText(file, damaged);
    CHECK_FALSE(cache.Read(kKey).has_value());
  }
  for (const size_t size : {size_t{0}, size_t{7}, size_t{31}, size_t{32}, whole.size() - 1}) {
    WriteText(file, whole.substr(0, size));
    CHECK_FALSE(cache.Read(kKey).has_value());
  }
  WriteText(file, whole + "x");
  CHECK_FALSE(cache.Read(kKey).has_value());
  WriteText(folder.FileOf(kKey + 1), whole);  // another's name
  CHECK_FALSE(cache.Read(kKey + 1).has_value());

  cache.Write(kKey, bytes);  // heals
  CHECK(cache.Read(kKey) == bytes);
  fs::permissions(file, fs::perms::all);  // others may have written it
  CHECK_FALSE(cache.Read(kKey).has_value());
  fs::permissions(file, fs::perms::owner_all);
  CHECK(cache.Read(kKey) == bytes);
  if (geteuid() == 0) {
    REQUIRE(chown(file.c_str(), 12345, 12345) == 0);
    CHECK_FALSE(cache.Read(kKey).has_value());
  }
  fs::remove(file);
  REQUIRE(mkfifo(file.c_str(), 0600) == 0);
  CHECK_FALSE(cache.Read(kKey).has_value());
  fs::remove(file);
  fs::create_directory(file);
  CHECK_FALSE(cache.Read(kKey).has_value());
  cache.Write(kKey, bytes);
  CHECK(folder.Files().size() ==
        2);  // the folder and the file of the other name: nothing half done
}

TEST_CASE("damaged rules are loaded from their YAML", "[cache]") {
  const SmallDirectory rules;
  const TemporaryFolder cache;
  Diagnostics before, after, healed;
  const auto written = LoadRulesCached(rules.text(), cache.text(), before).rules;
  REQUIRE(cache.Files().size() == 1);
  const fs::path file = cache.Files().front();
  std::string bytes = ReadText(file);
  bytes[bytes.size() / 2] ^= 1;
  WriteText(file, bytes);
  const CachedRules loaded = LoadRulesCached(rules.text(), cache.text(), after);
  CHECK_FALSE(loaded.from_cache);
  CHECK((StoreRules(*loaded.rules, after) == StoreRules(*written, before)));
  CHECK(LoadRulesCached(rules.text(), cache.text(), healed).from_cache);
}

TEST_CASE("what finds no room leaves nothing behind", "[cache]") {
  const TemporaryFolder folder;
  struct rlimit old {};
  REQUIRE(getrlimit(RLIMIT_FSIZE, &old) == 0);
  struct rlimit small = old;
  small.rlim_cur = 4096;  // as a full disk: writing stops in the middle
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
  CacheFolder(folder.text()).Write(kKey, std::string(100000, 'x'));
  REQUIRE(setrlimit(RLIMIT_FSIZE, &old) == 0);
  std::signal(SIGXFSZ, handler);
  CHECK(folder.Files().empty());
}

TEST_CASE("the folder stays small, and other files stay", "[cache]") {
  const TemporaryFolder folder;
  const CacheFolder cache(folder.text());
  WriteText(folder / "letter.txt", "dear");
  WriteText(folder / "my.rules", "mine");
  WriteText(folder / "0123456789abcdef.part-abcdef", "left by a process that was killed");
  WriteText(folder / "0123456789abcdef.part-ghijkl", "being written");
  const auto hours_ago = [](int hours) {
    return fs::file_time_type::clock::now() - std::chrono::hours(hours);
  };
  fs::last_write_time(folder / "0123456789abcdef.part-abcdef", hours_ago(2));
  for (uint64_t key = 1; key <= 12; ++key) {
    cache.Write(key, "bytes");
    fs::last_write_time(folder.FileOf(key), hours_ago(24 - static_cast<int>(key)));
    if (key > 1) CHECK(cache.Read(1) == "bytes");  // in use: it stays
  }
  size_t kept = 0;
  for (uint64_t key = 1; key <= 12; ++key) kept += cache.Read(key).has_value() ? 1 : 0;
  CHECK(kept == CacheFolder::kMostFiles);
  CHECK(cache.Read(1).has_value());
  CHECK(cache.Read(12).has_value());
  CHECK(folder.Files().size() == CacheFolder::kMostFiles + 3);
  CHECK_FALSE(fs::exists(folder / "0123456789abcdef.part-abcdef"));
}

TEST_CASE("many may write and read at once", "[cache]") {
  const TemporaryFolder folder;
  const CacheFolder cache(folder.text());
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&, thread] {
      for (int i = 0; i < 200; ++i) {
        const auto key = static_cast<uint64_t>((i + thread) % 3);
        const std::string bytes(20000 + key, static_cast<char>('a' + key));
        if (i % 2 == 0) cache.Write(key, bytes);
        const auto read = cache.Read(key);
        if (read && *read != bytes) ++wrong;
        if (i % 2 == 0 && !read) ++wrong;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == 0);
  CHECK(folder.Files().size() == 3);
}

}  // namespace
}  // namespace telex
