#include "mapped_job.h"

#ifdef __linux__
#include <sys/resource.h>
#endif

#include <algorithm>
#include <chrono>

#include "fault_guard.h"
#include "worker_pool.h"

namespace crossline {
namespace {

// Waking a second thread costs about 30 us; it must save more.
constexpr double kNsPerShare = 100'000;

}  // namespace

int64_t MajorFaults() {
#ifdef __linux__
  struct rusage usage;
  if (getrusage(RUSAGE_THREAD, &usage) == 0) return usage.ru_majflt;
#endif
  return -1;
}

uint64_t NowNs() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return static_cast<uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count());
}

unsigned SharesFor(double estimated_ns) {
  const double most = std::min(kMostShares, ProcessorCount());
  return static_cast<unsigned>(std::clamp(estimated_ns / kNsPerShare, 1.0, most));
}

struct MappedJob::Guarded {
  MappedJob* job;
  ShareReport* report;
};

MappedJob::MappedJob(std::shared_ptr<MappedFile> file, size_t blocks, unsigned shares, const int32_t* abort_flag)
    : Task(std::min(shares, kMostShares)), file_(std::move(file)), blocks_(blocks), abort_flag_(abort_flag) {}

bool MappedJob::is_aborted() const {
  // JavaScript's plain store becomes visible in its own time; a relaxed load is all that the other side can use.
  const auto* const flag = reinterpret_cast<const std::atomic<int32_t>*>(abort_flag_);
  return (flag != nullptr && flag->load(std::memory_order_relaxed) != 0) || is_cancelled();
}

void MappedJob::Work() {
  uint64_t unset = 0;
  started_ns_.compare_exchange_strong(unset, NowNs());
  Guarded guarded = {this, &reports_[next_share_.fetch_add(1)]};
  const int64_t faults_before = MajorFaults();
  if (!RunGuarded(RunBlocks, &guarded)) has_faulted_.store(true);
  guarded.report->major_faults = faults_before < 0 ? -1 : MajorFaults() - faults_before;
}

void MappedJob::RunBlocks(void* guarded) {
  MappedJob* const job = static_cast<Guarded*>(guarded)->job;
  ShareReport* const report = static_cast<Guarded*>(guarded)->report;
  for (;;) {
    if (job->is_aborted() || job->has_faulted_.load(std::memory_order_relaxed)) return;
    const size_t block = job->next_block_.fetch_add(1, std::memory_order_relaxed);
    if (block >= job->blocks_) return;
    job->RunBlock(block, report);
  }
}

void MappedJob::Conclude() {
  ended_ns_ = NowNs();
  Status changed = file_->ChangeOf(has_faulted_.load());
  if (is_aborted()) {
    status_.outcome = Outcome::kCancelled;
  } else {
    status_ = std::move(changed);
  }
  file_.reset();  // Here and not on JavaScript's thread, in case it is the last user and unmaps.
}

JobReport MappedJob::Report() const { return ReportOf(reports_, shares(), ended_ns_ - started_ns_.load()); }

JobReport ReportOf(const ShareReport* reports, unsigned shares, uint64_t wall_ns) {
  double read_ns = 0;
  double decode_ns = 0;
  double faults = 0;
  bool counts_faults = true;
  for (unsigned i = 0; i < shares; ++i) {
    read_ns += static_cast<double>(reports[i].read_ns);
    decode_ns += static_cast<double>(reports[i].decode_ns);
    faults += static_cast<double>(reports[i].major_faults);
    counts_faults = counts_faults && reports[i].major_faults >= 0;
  }
  const double measured_ns = read_ns + decode_ns;
  const double wall_ms = static_cast<double>(wall_ns) / 1e6;
  const double read_share = measured_ns > 0 ? read_ns / measured_ns : 1;
  return {wall_ms * read_share, wall_ms * (1 - read_share), counts_faults ? faults : -1};
}

}  // namespace crossline
