#include "tools/telex/terminal.h"

#include <spdlog/sinks/ansicolor_sink.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>

namespace telex {
namespace {

constexpr auto kRefresh = std::chrono::milliseconds(200);

bool IsTerminal() {
  static const bool terminal = isatty(STDERR_FILENO) == 1;
  return terminal;
}

bool WantsColor() {
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  return (no_color == nullptr || *no_color == '\0') &&
         (term == nullptr || std::string_view(term) != "dumb");
}

std::string TimeInWords(double seconds) {
  const auto whole = static_cast<uint64_t>(std::llround(seconds));
  if (whole < 60) return std::to_string(whole) + " s";
  if (whole < 3600) return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
  return std::to_string(whole / 3600) + " h " + std::to_string(whole / 60 % 60) + " min";
}

}  // namespace

bool HasColor() { return IsTerminal() && WantsColor(); }
bool HasColorOut() { return isatty(STDOUT_FILENO) == 1 && WantsColor(); }

void SetUpMessages() {
  auto sink = std::make_shared<spdlog::sinks::ansicolor_stderr_sink_st>(
      HasColor() ? spdlog::color_mode::always : spdlog::color_mode::never);
  auto logger = std::make_shared<spdlog::logger>("telex", std::move(sink));
  logger->set_pattern("%^%n:%$ %v");
  spdlog::set_default_logger(std::move(logger));
}

void Note(std::string_view message) { spdlog::info("{}", message); }
void Warn(std::string_view message) { spdlog::warn("{}", message); }
void Complain(std::string_view message) { spdlog::error("{}", message); }

std::string WithCommas(uint64_t number) {
  std::string digits = std::to_string(number);
  for (size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

Progress::Progress(bool visible, uint64_t total_bytes)
    : visible_(visible && IsTerminal()),
      total_bytes_(total_bytes),
      start_(std::chrono::steady_clock::now()),
      last_(start_) {}

void Progress::AddStory() {
  ++stories_;
  if (!visible_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < kRefresh) return;
  last_ = now;
  Show(std::chrono::duration<double>(now - start_).count());
}

void Progress::Show(double seconds) {
  const auto rate = static_cast<uint64_t>(static_cast<double>(stories_) / seconds);
  std::string line = WithCommas(stories_) + " stories, " + WithCommas(rate) + "/s";
  if (total_bytes_ > 0 && bytes_ > 0 && bytes_ <= total_bytes_) {
    const double share = static_cast<double>(bytes_) / static_cast<double>(total_bytes_);
    line += ", " + std::to_string(static_cast<int>(share * 100)) + " %, " +
            TimeInWords(seconds / share - seconds) + " left";
  }
  std::fprintf(stderr, "\r\x1B[K%s", line.c_str());
  std::fflush(stderr);
  shown_ = true;
}

void Progress::Clear() {
  if (!shown_) return;
  std::fputs("\r\x1B[K", stderr);
  std::fflush(stderr);
  shown_ = false;
}

}  // namespace telex
