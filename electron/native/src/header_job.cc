#include "header_job.h"

#include <algorithm>
#include <cstring>

#include "decode_kernels.h"
#include "prefetch.h"

namespace crossline {
namespace {

constexpr size_t kBlockHeaders = 4096;
// A header is one or two cache lines of its own, far from the next.
constexpr double kHeaderNs = 10;

template <typename Value>
Value LoadValue(const uint8_t* at, bool big_endian) {
  uint8_t bytes[sizeof(Value)];
  for (size_t i = 0; i < sizeof(Value); ++i) bytes[i] = at[big_endian ? sizeof(Value) - 1 - i : i];
  Value value;
  memcpy(&value, bytes, sizeof(value));
  return value;
}

template <typename Value>
double ReadWord(const uint8_t* at, bool big_endian) {
  return static_cast<double>(LoadValue<Value>(at, big_endian));
}

double ReadTyped(const uint8_t* at, HeaderWordType type, bool big_endian) {
  switch (type) {
    case HeaderWordType::kInt8:
      return ReadWord<int8_t>(at, big_endian);
    case HeaderWordType::kUint8:
      return ReadWord<uint8_t>(at, big_endian);
    case HeaderWordType::kInt16:
      return ReadWord<int16_t>(at, big_endian);
    case HeaderWordType::kUint16:
      return ReadWord<uint16_t>(at, big_endian);
    case HeaderWordType::kInt32:
      return ReadWord<int32_t>(at, big_endian);
    case HeaderWordType::kUint32:
      return ReadWord<uint32_t>(at, big_endian);
    case HeaderWordType::kInt64:
      return ReadWord<int64_t>(at, big_endian);
    case HeaderWordType::kUint64:
      return ReadWord<uint64_t>(at, big_endian);
    case HeaderWordType::kFloat32:
      return ReadWord<float>(at, big_endian);
    case HeaderWordType::kIbm32:
      return IbmValue(LoadValue<uint32_t>(at, big_endian));
    default:
      return ReadWord<double>(at, big_endian);
  }
}

}  // namespace

HeaderJob::HeaderJob(std::shared_ptr<MappedFile> file, int64_t offset, size_t count, int64_t stride, bool big_endian,
                     std::vector<HeaderWord> words, const int32_t* abort_flag)
    : MappedJob(std::move(file), (count + kBlockHeaders - 1) / kBlockHeaders,
                SharesFor(static_cast<double>(count) * kHeaderNs), abort_flag),
      offset_(offset),
      count_(count),
      stride_(stride),
      big_endian_(big_endian),
      words_(std::move(words)) {}

void HeaderJob::RunBlock(size_t block, ShareReport* report) {
  const uint64_t started = NowNs();
  const size_t first = block * kBlockHeaders;
  const size_t end = std::min(first + kBlockHeaders, count_);
  const HeaderWord* const words = words_.data();
  const size_t word_count = words_.size();
  if (word_count == 0) return;
  const uint8_t* header = file().data() + offset_ + static_cast<int64_t>(first) * stride_;
  for (size_t i = first; i < end; ++i, header += stride_) {
    Prefetch(header + kPrefetchAhead * stride_ + words[0].position);
    for (size_t w = 0; w < word_count; ++w) {
      words[w].into[i] = ReadTyped(header + words[w].position, words[w].type, big_endian_);
    }
  }
  report->read_ns += NowNs() - started;
}

}  // namespace crossline
