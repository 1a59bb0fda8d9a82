// Work for the pool: one or more shares that run at the same time, then one notice that all have ended.
#pragma once

#include <atomic>
#include <string>

namespace crossline {

enum class Outcome { kDone, kCancelled, kFileChanged, kFailed };

// `code` is the system's name of the error ("ENOENT"), for kFailed only.
struct Status {
  Outcome outcome = Outcome::kDone;
  std::string code;
  std::string message;
};

class Task {
 public:
  explicit Task(unsigned shares) : shares_(shares), shares_left_(shares) {}
  virtual ~Task() = default;
  Task(const Task&) = delete;
  Task& operator=(const Task&) = delete;

  // One share, on a pool thread.
  virtual void Work() = 0;
  // After the last share, on its thread; still before the notice.
  virtual void Conclude() {}

  void Cancel() { cancelled_.store(true, std::memory_order_relaxed); }
  unsigned shares() const { return shares_; }
  const Status& status() const { return status_; }

  // Called once, on a pool thread; the owner may delete the task from there on.
  void OnEnd(void (*notice)(void* owner), void* owner) {
    notice_ = notice;
    owner_ = owner;
  }

  void RunShare() {
    Work();
    EndShares(1);
  }

  // So many shares will not be run: there is nothing left for them. Not for all of a task's.
  void Forgo(unsigned shares) {
    if (shares > 0) EndShares(shares);
  }

 protected:
  bool is_cancelled() const { return cancelled_.load(std::memory_order_relaxed); }
  Status status_;

 private:
  void EndShares(unsigned ended) {
    if (shares_left_.fetch_sub(ended, std::memory_order_acq_rel) != ended) return;
    Conclude();
    notice_(owner_);
  }

  const unsigned shares_;
  std::atomic<unsigned> shares_left_;
  std::atomic<bool> cancelled_{false};
  void (*notice_)(void*) = nullptr;
  void* owner_ = nullptr;
};

}  // namespace crossline
