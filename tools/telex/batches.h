// Batches: stories go in, in any number of threads they become lines of output, and come back in
// the order they went in.
//
//     Batches batches(pipeline, jobs, types);
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
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_set>
#include <vector>

#include "pipeline/pipeline.h"

namespace telex {

struct Batch {
  std::vector<Story> stories;
  std::string lines;  // the events, as JSON Lines
  std::map<std::string, uint64_t> events_by_type;
  bool done = false;
  std::exception_ptr error;  // a bug: thrown on by Pop
};

class Batches {
 public:
  enum class Wait { kNo, kYes };

  /// `pipeline` must outlive this. Of `types`, if any, only events of these types are written.
  Batches(const Pipeline& pipeline, unsigned jobs, std::unordered_set<std::string> types);
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
  struct Worker {  // what one thread reuses
    Scratch scratch;
    std::vector<Event> events;
  };
  void Process(Batch& batch, Worker& worker) const;
  void Work();

  const Pipeline& pipeline_;
  const unsigned jobs_;
  const std::unordered_set<std::string> types_;
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
