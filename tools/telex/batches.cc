#include "tools/telex/batches.h"

#include <utility>

namespace telex {

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
  for (const Story& story : batch.stories) writer_(story, worker, batch);
}

}  // namespace telex
