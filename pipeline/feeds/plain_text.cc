#include "pipeline/feeds/plain_text.h"

#include <filesystem>
#include <utility>

#include "pipeline/feeds/story_check.h"

namespace telex {
namespace {

constexpr size_t kFirstRead = 64 * 1024;

/// "dir/2025-03-04-call.txt.gz" -> "2025-03-04-call".
std::string NameWithoutExtensions(const std::string& path) {
  std::filesystem::path name = std::filesystem::path(path).filename();
  if (name.extension() == ".gz") name = name.stem();
  return name.stem().string();
}

}  // namespace

bool ReadPlainText(ByteSource source, const std::string& name, const FeedOptions& options,
                   const FeedReceiver& receiver) {
  const auto bad = [&](std::string message) {
    receiver.problem({name, std::move(message), true});
    return true;
  };
  std::string text;
  size_t size = 0;
  while (true) {
    if (size == text.size()) text.resize(size == 0 ? kFirstRead : size * 2);
    auto got = source.Read(text.data() + size, text.size() - size);
    if (!got) return bad(got.error());
    if (*got == 0) break;
    size += *got;
    if (size > options.largest_story) {
      return bad("the file is longer than " + SizeInWords(options.largest_story));
    }
  }
  if (receiver.progress) receiver.progress(source.stored_bytes());
  text.resize(size);
  if (text.compare(0, 3, "\xEF\xBB\xBF") == 0) text.erase(0, 3);
  if (size == 0) return bad("the file is empty");
  if (std::string why = WhyNotText(text); !why.empty()) return bad(std::move(why));

  StoryFields fields;
  fields.id = name == "-" ? "stdin" : NameWithoutExtensions(name);
  // Only "2025-03-04…": eight digits at the start of a name are as likely a number.
  if (fields.id.size() >= 10 && fields.id[4] == '-') fields.published = IsoDate(fields.id);
  if (fields.published.size() > 10) fields.published.resize(10);
  if (fields.published.empty()) fields.published = options.published;
  fields.text = std::move(text);
  return receiver.story(Story(std::move(fields)));
}

}  // namespace telex
