// Terminal: what people see on stderr: messages, and progress where stderr is a terminal.
//
// The standard output is for data and is never written here. Colour only on a terminal, and never
// where the environment has a NO_COLOR that is not empty. The only file besides main.cc that knows
// of spdlog. One thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace telex {

/// Before any other function of this file.
void SetUpMessages();

/// "telex: …" on stderr: something said in passing, something that went wrong in part, something
/// that went wrong.
void Note(std::string_view message);
void Warn(std::string_view message);
void Complain(std::string_view message);

/// True where messages may be coloured.
bool HasColor();
/// The same of what a command writes to the standard output.
bool HasColorOut();

/// "12,345".
std::string WithCommas(uint64_t number);

/// One line at the foot of the terminal: stories, rate, and time left where the size of the feed is
/// known.
class Progress {
 public:
  /// `total_bytes` is 0 where it is not known; an invisible progress does nothing.
  Progress(bool visible, uint64_t total_bytes);
  ~Progress() { Clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void AddBytes(uint64_t bytes) { bytes_ += bytes; }
  void AddStory();

  /// Takes the line away, so that a message may be written; it comes back by itself.
  void Clear();

 private:
  void Show(double seconds);

  bool visible_;
  bool shown_ = false;
  uint64_t total_bytes_;
  uint64_t bytes_ = 0;
  uint64_t stories_ = 0;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace telex
