#include "zero_trace_job.h"

#include <algorithm>
#include <cstring>

#include "decode.h"
#include "prefetch.h"

namespace crossline {
namespace {

constexpr size_t kBlockTraces = 1024;
// Most traces are told by a few samples.
constexpr double kTraceNs = 40;

// Real traces begin with a muted stretch more often than they end with one, so the search starts at the middle.
bool AreZero(const uint8_t* trace, size_t bytes, size_t word_bytes, uint32_t value_bits) {
  const size_t middle = bytes / word_bytes / 2 * word_bytes;
  if (word_bytes == 4) {
    for (size_t i = 0; i < bytes; i += 4) {
      uint32_t word;
      memcpy(&word, trace + (i + middle < bytes ? i + middle : i + middle - bytes), 4);
      if ((word & value_bits) != 0) return false;
    }
    return true;
  }
  for (size_t i = 0; i < bytes; ++i) {
    if (trace[i + middle < bytes ? i + middle : i + middle - bytes] != 0) return false;
  }
  return true;
}

}  // namespace

ZeroTraceJob::ZeroTraceJob(std::shared_ptr<MappedFile> file, const ZeroSearch& search, uint8_t* into,
                           const int32_t* abort_flag)
    : MappedJob(std::move(file), (search.count + kBlockTraces - 1) / kBlockTraces,
                SharesFor(static_cast<double>(search.count) * kTraceNs), abort_flag),
      search_(search),
      into_(into) {}

void ZeroTraceJob::RunBlock(size_t block, ShareReport* report) {
  const uint64_t started = NowNs();
  const size_t word_bytes = WordBytes(search_.format);
  const uint32_t value_bits = ValueBits(search_.format, search_.big_endian);
  const size_t bytes = search_.samples * word_bytes;
  const size_t end = std::min((block + 1) * kBlockTraces, search_.count);
  for (size_t i = block * kBlockTraces; i < end; ++i) {
    const uint8_t* const trace = file().data() + search_.offset + static_cast<int64_t>(i) * search_.stride;
    Prefetch(trace + kPrefetchAhead * search_.stride + bytes / 2);
    into_[i] = AreZero(trace, bytes, word_bytes, value_bits) ? 1 : 0;
  }
  report->read_ns += NowNs() - started;
}

}  // namespace crossline
