// A task over a mapped file, cut into blocks that the shares take in turn.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>

#include "mapped_file.h"
#include "task.h"

namespace crossline {

// What one share measured. On a cache line of its own: shares count at the same time.
struct alignas(64) ShareReport {
  uint64_t read_ns = 0;
  uint64_t decode_ns = 0;
  int64_t major_faults = 0;
  // The last block waited for the disk.
  bool is_cold = false;
};

struct JobReport {
  double read_ms;
  double decode_ms;
  // -1 where the system does not count per thread.
  double major_faults;
};

uint64_t NowNs();

// Faults of this thread that waited for the disk; -1 where the system does not count them.
int64_t MajorFaults();

constexpr unsigned kMostShares = 4;

// The wall time shared out in proportion to what the shares measured.
JobReport ReportOf(const ShareReport* reports, unsigned shares, uint64_t wall_ns);

// How many threads pay for work of so many nanoseconds on one.
unsigned SharesFor(double estimated_ns);

class MappedJob : public Task {
 public:
  // `abort_flag` is JavaScript's: non-zero once the caller has aborted; may be null.
  MappedJob(std::shared_ptr<MappedFile> file, size_t blocks, unsigned shares, const int32_t* abort_flag);

  void Work() final;
  void Conclude() final;

  // From the first share's start to the end.
  JobReport Report() const;

 protected:
  // Reads the mapping, under the fault guard: plain C code, nothing in it needs a destructor.
  virtual void RunBlock(size_t block, ShareReport* report) = 0;

  // Before the job is handed over.
  void AddBlocks(size_t more) { blocks_ += more; }

  const MappedFile& file() const { return *file_; }
  bool is_aborted() const;

 private:
  struct Guarded;
  static void RunBlocks(void* guarded);

  std::shared_ptr<MappedFile> file_;
  size_t blocks_;
  const int32_t* const abort_flag_;
  std::atomic<size_t> next_block_{0};
  std::atomic<unsigned> next_share_{0};
  std::atomic<bool> has_faulted_{false};
  std::atomic<uint64_t> started_ns_{0};
  uint64_t ended_ns_ = 0;
  ShareReport reports_[kMostShares];
};

}  // namespace crossline
