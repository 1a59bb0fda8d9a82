#include "populate_job.h"

#ifdef __linux__
#include <sys/mman.h>
#endif

#include <algorithm>

#include "page.h"
#include "residency.h"

namespace crossline {
namespace {

// A piece takes 0.1 to 2 ms to map, by the size of the page cache's folios: that is how soon an abort is felt. Its samples
// look every 512 KiB, less than the system reads ahead of a sequential reader.
constexpr size_t kPieceBytes = 32 * 1024 * 1024;
constexpr size_t kPieceSamples = 64;

// Two threads map 848 MB of small folios in 30 ms instead of 50 ms.
constexpr unsigned kShares = 2;

#if defined(__linux__) && !defined(MADV_POPULATE_READ)
#define MADV_POPULATE_READ 22  // Linux 5.14; older headers lack it.
#endif

void Populate(const uint8_t* from, size_t bytes) {
#ifdef __linux__
  if (madvise(const_cast<uint8_t*>(from), bytes, MADV_POPULATE_READ) == 0) return;
#endif
  // The kernel is older (EINVAL), or a page cannot be supplied: then the touch meets the fault guard.
  TouchPages(from, bytes);
}

size_t PieceCount(const MappedFile& file) {
  return file.tells_residency() ? static_cast<size_t>((file.size() + kPieceBytes - 1) / kPieceBytes) : 0;
}

}  // namespace

PopulateJob::PopulateJob(std::shared_ptr<MappedFile> file, const int32_t* abort_flag)
    : MappedJob(file, PieceCount(*file), kShares, abort_flag) {}

void PopulateJob::RunBlock(size_t block, ShareReport* report) {
  const uint64_t started = NowNs();
  const uint64_t first = static_cast<uint64_t>(block) * kPieceBytes;
  const size_t bytes = static_cast<size_t>(std::min<uint64_t>(kPieceBytes, file().size() - first));
  // A piece with a hole stays as it is: populating it would read the disk.
  if (ResidentShare(file(), {static_cast<int64_t>(first), 1, 0, bytes}, kPieceSamples) == 1) {
    Populate(file().data() + first, bytes);
    populated_bytes_.fetch_add(bytes);
  }
  report->read_ns += NowNs() - started;
}

}  // namespace crossline
