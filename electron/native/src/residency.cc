#include "residency.h"

#ifdef __linux__
#include <sys/mman.h>

#include <algorithm>

#include "page.h"
#endif

namespace crossline {

#ifdef __linux__
double ResidentShare(const MappedFile& file, const Stretches& stretches) {
  if (!file.tells_residency() || file.data() == nullptr) return -1;
  const size_t page_bytes = SystemPageBytes();
  const size_t pages_per_row = std::max<size_t>(1, (stretches.row_bytes + page_bytes - 1) / page_bytes);
  const size_t pages = pages_per_row * stretches.rows;
  const size_t samples = std::min(pages, kSampledPages);
  if (samples == 0) return -1;
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
#else
// Windows knows a process's working set, which is not what is in memory; what macOS answers for a mapped file was not
// tried.
double ResidentShare(const MappedFile&, const Stretches&) { return -1; }
#endif

}  // namespace crossline
