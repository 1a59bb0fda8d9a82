#include "bytes_job.h"

#include <algorithm>
#include <cstring>

namespace crossline {
namespace {

constexpr size_t kBlockBytes = 256 * 1024;
// Few bytes are asked for by themselves: at a fault the system reads around, up to 8 MB on some machines, and a file's opening
// looks at headers all over it (124 MB read for 32 headers of a cube). Of more, what follows will be wanted next.
constexpr size_t kAskedBytes = 64 * 1024;
// A copy of one byte at 10 GB/s.
constexpr double kByteNs = 0.1;

}  // namespace

BytesJob::BytesJob(std::shared_ptr<MappedFile> file, int64_t offset, size_t bytes, uint8_t* into,
                   bool is_at_hand, const int32_t* abort_flag)
    : MappedJob(std::move(file), (bytes + kBlockBytes - 1) / kBlockBytes,
                SharesFor(static_cast<double>(bytes) * kByteNs), abort_flag),
      offset_(offset),
      bytes_(bytes),
      into_(into),
      is_at_hand_(is_at_hand) {}

void BytesJob::RunBlock(size_t block, ShareReport* report) {
  const uint64_t started = NowNs();
  const size_t first = block * kBlockBytes;
  if (!is_at_hand_ && bytes_ <= kAskedBytes) file().Advise(file().data() + offset_, bytes_);
  memcpy(into_ + first, file().data() + offset_ + first, std::min(kBlockBytes, bytes_ - first));
  report->read_ns += NowNs() - started;
}

}  // namespace crossline
