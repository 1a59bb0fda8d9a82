#include "worker_pool.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace crossline {
namespace {

// More threads than processors, since a thread that waits for a cold disk uses none.
constexpr unsigned kLeastThreads = 4;
constexpr unsigned kMostThreads = 16;

class WorkerPool {
 public:
  WorkerPool() {
    const unsigned threads = std::clamp(ProcessorCount(), kLeastThreads, kMostThreads);
    for (unsigned i = 0; i < threads; ++i) std::thread([this] { Run(); }).detach();
  }

  void Submit(Task* task, unsigned shares) {
    {
      std::lock_guard<std::mutex> lock(mutex_);
      queue_.insert(queue_.end(), shares, task);
    }
    for (unsigned i = 0; i < shares; ++i) wake_.notify_one();
  }

  unsigned Withdraw(Task* task) {
    std::lock_guard<std::mutex> lock(mutex_);
    const auto kept_end = std::remove(queue_.begin(), queue_.end(), task);
    const auto withdrawn = static_cast<unsigned>(queue_.end() - kept_end);
    queue_.erase(kept_end, queue_.end());
    return withdrawn;
  }

 private:
  [[noreturn]] void Run() {
    for (;;) {
      Task* task = nullptr;
      {
        std::unique_lock<std::mutex> lock(mutex_);
        wake_.wait(lock, [this] { return !queue_.empty(); });
        task = queue_.front();
        queue_.pop_front();
      }
      task->RunShare();
    }
  }

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Task*> queue_;
};

WorkerPool& ThePool() {
  // Never destroyed: its threads may outlive the destructors of static objects.
  static WorkerPool* const pool = new WorkerPool();
  return *pool;
}

}  // namespace

unsigned ProcessorCount() {
  static const unsigned count = std::max(1u, std::thread::hardware_concurrency());
  return count;
}

void Submit(Task* task, unsigned shares) { ThePool().Submit(task, shares); }

unsigned Withdraw(Task* task) { return ThePool().Withdraw(task); }

}  // namespace crossline
