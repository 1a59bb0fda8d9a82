#include "adler32.h"

namespace crossline {
namespace {

constexpr uint32_t kAdlerModulus = 65521;
// So many bytes of 255 fit a sum of 32 bits.
constexpr size_t kAdlerRun = 5536;
constexpr size_t kAdlerLanes = 32;

}  // namespace

uint32_t Adler32(const uint8_t* from, size_t bytes) {
  uint32_t low = 1;
  uint32_t high = 0;
  while (bytes > 0) {
    const size_t run = bytes < kAdlerRun ? bytes : kAdlerRun;
    size_t done = 0;
    // In steps that compilers turn into vectors: the sums of a step, not one of each byte.
    for (; done + kAdlerLanes <= run; done += kAdlerLanes) {
      uint32_t sum = 0;
      uint32_t weighted = 0;
      for (size_t i = 0; i < kAdlerLanes; ++i) {
        sum += from[done + i];
        weighted += static_cast<uint32_t>(kAdlerLanes - i) * from[done + i];
      }
      high += low * kAdlerLanes + weighted;
      low += sum;
    }
    for (; done < run; ++done) {
      low += from[done];
      high += low;
    }
    low %= kAdlerModulus;
    high %= kAdlerModulus;
    from += run;
    bytes -= run;
  }
  return high << 16 | low;
}

}  // namespace crossline
