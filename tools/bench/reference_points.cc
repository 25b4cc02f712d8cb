// reference_points: well-known work over the stories of a feed, which runs anywhere, to hold the
// figures of Telex against.
//
//     reference_points re2|icu|simdjson FEED ROUNDS
//
// re2: RE2::Set with 50 patterns, over each line of text. icu: the break iterators for sentences
// and for words, over each story. simdjson: the JSON of the feed, with its texts. Prints the
// processor seconds of each round, on a line each, then what was found; reading the file is no part
// of them.
#include <re2/re2.h>
#include <re2/set.h>
#include <simdjson.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace {

// Verbs that news uses much; each is looked for in all its regular forms.
constexpr std::string_view kVerbs[] = {
    "visit",    "meet",     "condemn",  "praise",      "urge",     "demand",     "reject",
    "accus",    "attack",   "bomb",     "arrest",      "detain",   "releas",     "sign",
    "agre",     "negotiat", "mediat",   "protest",     "sanction", "invit",      "thank",
    "welcom",   "support",  "pledg",    "promis",      "threaten", "warn",       "deploy",
    "withdraw", "propos",   "request",  "appeal",      "call",     "phon",       "discuss",
    "criticiz", "denounc",  "blam",     "kill",        "wound",    "investigat", "probe",
    "seiz",     "expel",    "recogniz", "congratulat", "apologiz", "host",       "travel",
    "arriv"};

/// One story after the other; the count is of whatever was found.
using Work = std::function<size_t(const std::vector<std::string>& texts)>;

Work Expressions() {
  RE2::Options options;
  options.set_max_mem(int64_t{256} << 20);  // enough to stay with its automaton
  auto set = std::make_shared<RE2::Set>(options, RE2::UNANCHORED);
  for (const std::string_view verb : kVerbs)
    set->Add("\\b" + std::string(verb) + "(e|s|es|ed|d|ing)?\\b", nullptr);
  set->Compile();
  return [set](const std::vector<std::string>& texts) {
    size_t found = 0;
    std::vector<int> which;
    for (const std::string_view text : texts) {
      for (size_t begin = 0; begin < text.size();) {
        const size_t end = std::min(text.find('\n', begin), text.size());
        if (set->Match(re2::StringPiece(text.data() + begin, end - begin), &which))
          found += which.size();
        begin = end + 1;
      }
    }
    return found;
  };
}

Work Breaks() {
  UErrorCode status = U_ZERO_ERROR;
  using Iterator = std::shared_ptr<icu::BreakIterator>;
  const Iterator sentences(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), status));
  const Iterator words(icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), status));
  if (U_FAILURE(status)) return nullptr;
  return [sentences, words](const std::vector<std::string>& texts) {
    size_t found = 0;
    for (const std::string& text : texts) {
      UErrorCode failed = U_ZERO_ERROR;
      UText* utf8 =
          utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &failed);
      for (const Iterator& breaks : {sentences, words}) {
        breaks->setText(utf8, failed);
        while (breaks->next() != icu::BreakIterator::DONE) ++found;
      }
      utext_close(utf8);
    }
    return found;
  };
}

/// Calls `take` with the text of every story; false if the bytes are not JSON Lines.
bool ParseFeed(const simdjson::padded_string& json,
               const std::function<void(std::string_view)>& take) {
  simdjson::ondemand::parser parser;
  simdjson::ondemand::document_stream stream;
  if (parser.iterate_many(json, size_t{4} << 20).get(stream) != simdjson::SUCCESS) return false;
  for (auto document : stream) {
    std::string_view text;
    if (document["text"].get_string().get(text) != simdjson::SUCCESS) return false;
    take(text);
  }
  return true;
}

int Main(int argc, char** argv) {
  const std::string name = argc == 4 ? argv[1] : "";
  if (name != "re2" && name != "icu" && name != "simdjson") {
    std::cerr << "usage: reference_points re2|icu|simdjson FEED ROUNDS\n";
    return 2;
  }
  simdjson::padded_string json;
  std::vector<std::string> texts;
  if (simdjson::padded_string::load(argv[2]).get(json) != simdjson::SUCCESS ||
      !ParseFeed(json, [&](std::string_view text) { texts.emplace_back(text); })) {
    std::cerr << "reference_points: cannot read " << argv[2] << "\n";
    return 2;
  }
  const Work work = name == "re2" ? Expressions()
                    : name == "icu"
                        ? Breaks()
                        : [&](const std::vector<std::string>&) {
                            size_t bytes = 0;
                            ParseFeed(json, [&](std::string_view text) { bytes += text.size(); });
                            return bytes;
                          };
  if (!work) {
    std::cerr << "reference_points: no " << name << " here\n";
    return 2;
  }
  size_t found = 0;
  for (int round = 0; round < std::atoi(argv[3]); ++round) {
    const std::clock_t start = std::clock();
    found = work(texts);
    std::printf("%.6f\n", static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  std::printf("found %zu\n", found);
  return 0;
}

}  // namespace

int main(int argc, char** argv) { return Main(argc, argv); }
