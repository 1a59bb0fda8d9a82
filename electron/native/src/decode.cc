#include "decode.h"

#include "decode_kernels.h"

namespace crossline {
namespace {

// Each kernel is compiled for the baseline and, on x86-64, again for AVX2. MSVC has no per-function target; it
// vectorises the baseline.
#define CROSSLINE_KERNELS(TARGET, SUFFIX)                                                           \
  template <bool kSwap>                                                                             \
  TARGET void Ibm##SUFFIX(const uint8_t* source, size_t count, float* into) {                       \
    DecodeIbm<kSwap>(source, count, into);                                                          \
  }                                                                                                 \
  template <bool kSwap>                                                                             \
  TARGET void Int32##SUFFIX(const uint8_t* source, size_t count, float* into) {                     \
    DecodeInteger<int32_t, uint32_t, kSwap>(source, count, into);                                   \
  }                                                                                                 \
  template <bool kSwap>                                                                             \
  TARGET void Int16##SUFFIX(const uint8_t* source, size_t count, float* into) {                     \
    DecodeInteger<int16_t, uint16_t, kSwap>(source, count, into);                                   \
  }                                                                                                 \
  template <bool kSwap>                                                                             \
  TARGET void Ieee##SUFFIX(const uint8_t* source, size_t count, float* into) {                      \
    DecodeIeee<kSwap>(source, count, into);                                                         \
  }                                                                                                 \
  TARGET void Int8##SUFFIX(const uint8_t* source, size_t count, float* into) {                      \
    DecodeInteger<int8_t, uint8_t, false>(source, count, into);                                     \
  }                                                                                                 \
  DecodeWords Find##SUFFIX(int format, bool big_endian) {                                           \
    switch (format) {                                                                               \
      case 1:                                                                                       \
        return big_endian ? Ibm##SUFFIX<true> : Ibm##SUFFIX<false>;                                 \
      case 2:                                                                                       \
        return big_endian ? Int32##SUFFIX<true> : Int32##SUFFIX<false>;                             \
      case 3:                                                                                       \
        return big_endian ? Int16##SUFFIX<true> : Int16##SUFFIX<false>;                             \
      case 5:                                                                                       \
        return big_endian ? Ieee##SUFFIX<true> : Ieee##SUFFIX<false>;                               \
      case 8:                                                                                       \
        return Int8##SUFFIX;                                                                        \
      default:                                                                                      \
        return nullptr;                                                                             \
    }                                                                                               \
  }

CROSSLINE_KERNELS(, Baseline)

#if defined(__x86_64__) && defined(__GNUC__)
CROSSLINE_KERNELS(__attribute__((target("avx2"))), Avx2)

bool HasAvx2() {
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx2");
}
#endif

}  // namespace

DecodeWords FindDecoder(int format, bool big_endian) {
#if defined(__x86_64__) && defined(__GNUC__)
  static const bool has_avx2 = HasAvx2();
  if (has_avx2) return FindAvx2(format, big_endian);
#endif
  return FindBaseline(format, big_endian);
}

size_t WordBytes(int format) {
  switch (format) {
    case 1:
    case 2:
    case 5:
      return 4;
    case 3:
      return 2;
    case 8:
      return 1;
    default:
      return 0;
  }
}

uint32_t ValueBits(int format, bool big_endian) {
  const uint32_t bits = format == 1 ? 0x00ffffff : format == 5 ? 0x7fffffff : 0xffffffff;
  return big_endian ? SwapBytes(bits) : bits;
}

}  // namespace crossline
