#include "tools/telex/batches.h"

#include <algorithm>
#include <utility>

namespace telex {
namespace {

// As many stories as are read stage by stage: so few that their layers stay in the near cache, so
// many that the code and the tables of a stage are fetched for a good many sentences.
constexpr size_t kMostStories = 16;
constexpr size_t kMostBytes = 48 * 1024;

size_t FirstOf(std::span<const Story> stories) {
  size_t count = 0, bytes = 0;
  while (count < std::min(stories.size(), kMostStories)) {
    bytes += stories[count].text().size();
    if (count > 0 && bytes > kMostBytes) break;
    ++count;
  }
  return count;
}

}  // namespace

Batches::~Batches() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
    waiting_.clear();
  }
  work_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void Batches::Push(std::unique_ptr<Batch> batch) {
  order_.push_back(std::move(batch));
  if (jobs_ <= 1) {
    Process(*order_.back(), own_);
    order_.back()->done = true;
    return;
  }
  // Threads start with the work: a feed of a few stories needs fewer.
  if (threads_.size() < jobs_) threads_.emplace_back([this] { Work(); });
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(order_.back().get());
  }
  work_.notify_one();
}

std::unique_ptr<Batch> Batches::Pop(Wait wait) {
  if (order_.empty()) return nullptr;
  {
    std::unique_lock lock(mutex_);
    if (!order_.front()->done && wait == Wait::kNo) return nullptr;
    done_.wait(lock, [this] { return order_.front()->done; });
  }
  std::unique_ptr<Batch> batch = std::move(order_.front());
  order_.pop_front();
  if (batch->error) std::rethrow_exception(batch->error);
  return batch;
}

void Batches::Work() {
  Worker worker;
  std::unique_lock lock(mutex_);
  while (true) {
    work_.wait(lock, [this] { return closing_ || !waiting_.empty(); });
    if (closing_) return;
    Batch* batch = waiting_.front();
    waiting_.pop_front();
    lock.unlock();
    try {
      Process(*batch, worker);
    } catch (...) {
      batch->error = std::current_exception();
    }
    lock.lock();
    batch->done = true;
    done_.notify_one();
  }
}

void Batches::Process(Batch& batch, Worker& worker) const {
  for (std::span<const Story> left = batch.stories; !left.empty();) {
    const size_t count = FirstOf(left);
    writer_(left.first(count), worker, batch);
    left = left.subspan(count);
  }
}

}  // namespace telex
