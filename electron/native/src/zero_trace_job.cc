#include "zero_trace_job.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "decode.h"
#include "prefetch.h"

namespace crossline {
namespace {

constexpr size_t kBlockTraces = 1024;
// Most traces are told by a few samples.
constexpr double kTraceNs = 40;

// Whether all bytes are 0 in the bits of `value_bits`. Real traces begin with a muted stretch more often than they end
// with one, so the search starts at the middle.
template <typename Word>
bool AreZero(const uint8_t* trace, size_t bytes, uint64_t value_bits) {
  const Word mask = static_cast<Word>(value_bits);
  const size_t middle = bytes / sizeof(Word) / 2 * sizeof(Word);
  for (size_t i = 0; i < bytes; i += sizeof(Word)) {
    Word word;
    memcpy(&word, trace + (i + middle < bytes ? i + middle : i + middle - bytes), sizeof(Word));
    if ((word & mask) != 0) return false;
  }
  return true;
}

bool AreZeroWords(const uint8_t* trace, size_t bytes, size_t word_bytes, uint64_t value_bits) {
  if (word_bytes == 8) return AreZero<uint64_t>(trace, bytes, value_bits);
  if (word_bytes == 4) return AreZero<uint32_t>(trace, bytes, value_bits);
  // Narrower words are integers, which are zero when each of their bytes is.
  return AreZero<uint8_t>(trace, bytes, value_bits);
}

}  // namespace

ZeroTraceJob::ZeroTraceJob(std::shared_ptr<MappedFile> file, ZeroSearch search, uint8_t* into,
                           const int32_t* abort_flag)
    : MappedJob(std::move(file), (search.places.count + kBlockTraces - 1) / kBlockTraces,
                SharesFor(static_cast<double>(search.places.count) * kTraceNs), abort_flag),
      search_(std::move(search)),
      into_(into) {}

void ZeroTraceJob::RunBlock(size_t block, ShareReport* report) {
  const uint64_t started = NowNs();
  const size_t first = block * kBlockTraces;
  const size_t end = std::min(first + kBlockTraces, search_.places.count);
  if (search_.places.offsets.empty()) {
    SearchAt(EvenPlaces(file().data(), search_.places), first, end);
  } else {
    SearchAt(ListedPlaces(file().data(), search_.places), first, end);
  }
  report->read_ns += NowNs() - started;
}

template <typename PlacesAt>
void ZeroTraceJob::SearchAt(const PlacesAt& places, size_t first, size_t end) const {
  const size_t word_bytes = WordBytes(search_.format);
  const uint64_t value_bits = ValueBits(search_.format, search_.big_endian);
  const size_t bytes = search_.samples * word_bytes;
  for (size_t i = first; i < end; ++i) {
    if (i % kPagesPerSearch == 0) Prefetch(places.Ahead(i + kPageAhead) + bytes / 2);
    Prefetch(places.Ahead(i + kPrefetchAhead) + bytes / 2);
    into_[i] = AreZeroWords(places.At(i), bytes, word_bytes, value_bits) ? 1 : 0;
  }
}

}  // namespace crossline
