#include "residency.h"

#ifdef __linux__
#include <sys/mman.h>

#include <algorithm>

#include "page.h"
#endif

namespace crossline {

#ifdef __linux__
namespace {

// Of pages that follow one another, one call tells all: 1.5 us for 518 mapped pages where 64 calls take 19 us.
constexpr size_t kMostPagesAtOnce = 1024;

bool IsOneStretch(const Stretches& stretches, size_t page_bytes) {
  const int64_t gap = stretches.row_stride - static_cast<int64_t>(stretches.row_bytes);
  return stretches.rows <= 1 || (stretches.row_stride > 0 && gap < static_cast<int64_t>(page_bytes));
}

double ShareOfStretch(const uint8_t* from, size_t bytes, size_t page_bytes) {
  unsigned char states[kMostPagesAtOnce + 1];
  const uint8_t* const first = PageStart(from);
  const size_t pages = (static_cast<size_t>(from - first) + bytes + page_bytes - 1) / page_bytes;
  if (mincore(const_cast<uint8_t*>(first), pages * page_bytes, states) != 0) return -1;
  const auto resident = std::count_if(states, states + pages, [](unsigned char state) { return (state & 1) != 0; });
  return static_cast<double>(resident) / static_cast<double>(pages);
}

}  // namespace

double ResidentShare(const MappedFile& file, const Stretches& stretches, size_t most_samples) {
  if (!file.tells_residency() || file.data() == nullptr || stretches.rows == 0) return -1;
  const size_t page_bytes = SystemPageBytes();
  const size_t span = (stretches.rows - 1) * static_cast<size_t>(stretches.row_stride) + stretches.row_bytes;
  if (IsOneStretch(stretches, page_bytes) && span > 0 && span < kMostPagesAtOnce * page_bytes) {
    return ShareOfStretch(file.data() + stretches.offset, span, page_bytes);
  }
  const size_t pages_per_row = std::max<size_t>(1, (stretches.row_bytes + page_bytes - 1) / page_bytes);
  const size_t pages = pages_per_row * stretches.rows;
  const size_t samples = std::min(pages, most_samples);
  size_t resident = 0;
  for (size_t i = 0; i < samples; ++i) {
    const size_t page = i * pages / samples;
    const int64_t row_start = stretches.offset + static_cast<int64_t>(page / pages_per_row) * stretches.row_stride;
    const int64_t at = row_start + static_cast<int64_t>(page % pages_per_row * page_bytes);
    unsigned char state = 0;
    if (mincore(const_cast<uint8_t*>(PageStart(file.data() + at)), 1, &state) != 0) return -1;
    resident += state & 1;
  }
  return static_cast<double>(resident) / static_cast<double>(samples);
}

bool IsResident(const MappedFile& file, const uint8_t* at) {
  unsigned char state = 0;
  if (!file.tells_residency() || mincore(const_cast<uint8_t*>(PageStart(at)), 1, &state) != 0) return true;
  return (state & 1) != 0;
}
#else
// Windows knows a process's working set, which is not what is in memory; what macOS answers for a mapped file was not
// tried.
double ResidentShare(const MappedFile&, const Stretches&, size_t) { return -1; }

bool IsResident(const MappedFile&, const uint8_t*) { return true; }
#endif

}  // namespace crossline
