// Output: where the data goes, the standard output or a file, with every failed write noticed.
//
//     auto output = Output::Open("-");
//     if (!output->Write(line)) …output->failure()…
//
// Buffered; Finish writes the rest and says whether all of it arrived. Move-only; one thread.
#pragma once

#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace telex {

class Output {
 public:
  /// Opens `path` anew, or the standard output for "-" and "". The error says in words why that
  /// failed.
  static tl::expected<Output, std::string> Open(const std::string& path);
  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  ~Output();

  /// False once something could not be written; then nothing more is.
  bool Write(std::string_view data);
  /// Writes what is buffered and closes. False if anything of it all was lost.
  bool Finish();

  /// Whether it goes to a terminal, to a person who wants each line at once.
  bool is_watched() const;
  /// The reader went away (`| head`): no mistake of anybody's.
  bool reader_left() const { return reader_left_; }
  /// Why a write failed, in words.
  const std::string& failure() const { return failure_; }

 private:
  Output(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}
  bool Flush();
  bool Send(std::string_view data);
  bool Fail(int error);

  int descriptor_;
  std::string name_;  // for messages
  std::string buffer_;
  std::string failure_;
  bool reader_left_ = false;
};

}  // namespace telex
