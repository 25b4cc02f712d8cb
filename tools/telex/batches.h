// Batches: stories go in, in any number of threads they become lines of output, and come back in
// the order they went in.
//
//     Batches batches(writer, jobs);
//     batches.Push(std::move(batch));                      // waits while too many are under way
//     while (auto done = batches.Pop(Batches::Wait::kNo)) …
//     while (auto done = batches.Pop(Batches::Wait::kYes)) …   // at the end: all the rest
//
// Push and Pop belong to one thread. With one job there are no threads and Push does the work. The
// output does not depend on the number of jobs.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "pipeline/language/entities.h"
#include "pipeline/pipeline.h"
#include "pipeline/text/code_points.h"

namespace telex {

struct Batch {
  std::vector<Story> stories;
  std::string lines;                       // what the writer made of them, as JSON Lines
  std::map<std::string, uint64_t> counts;  // what they hold, by kind
  bool done = false;
  std::exception_ptr error;  // a bug: thrown on by Pop
};

/// What one thread reuses from story to story.
struct Worker {
  Scratch scratch;
  std::vector<Entity> entities;
  CodePoints points;
};

/// Appends the lines of these stories to the batch, and counts. Called from several threads.
using StoryWriter = std::function<void(std::span<const Story>, Worker&, Batch&)>;

class Batches {
 public:
  enum class Wait { kNo, kYes };

  /// `writer` must outlive this.
  Batches(const StoryWriter& writer, unsigned jobs) : writer_(writer), jobs_(jobs) {}
  ~Batches();
  Batches(const Batches&) = delete;
  Batches& operator=(const Batches&) = delete;

  void Push(std::unique_ptr<Batch> batch);
  /// The oldest batch, if it is done (kYes: once it is done); nullptr if it is not, or if there is
  /// none.
  std::unique_ptr<Batch> Pop(Wait wait);
  /// True where another Push would have to wait.
  bool full() const { return order_.size() >= 2 * static_cast<size_t>(jobs_); }
  unsigned jobs() const { return jobs_; }

 private:
  void Process(Batch& batch, Worker& worker) const;
  void Work();

  const StoryWriter& writer_;
  const unsigned jobs_;
  Worker own_;
  std::deque<std::unique_ptr<Batch>> order_;  // all that is under way; the front is the oldest

  std::mutex mutex_;  // guards what follows, and `done` of each batch
  std::condition_variable work_;
  std::condition_variable done_;
  std::deque<Batch*> waiting_;
  bool closing_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace telex
