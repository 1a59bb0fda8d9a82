#include "decode.h"

#include "decode_kernels.h"

namespace crossline {
namespace {

// Each kernel is compiled for the baseline and, on x86-64, again for AVX2. MSVC has no per-function target; it
// vectorises the baseline.
#define CROSSLINE_KERNELS(TARGET, SUFFIX)                                                           \
  template <bool kBig>                                                                              \
  TARGET void Ibm##SUFFIX(const uint8_t* source, size_t count, float* into) {                       \
    DecodeIbm<kBig>(source, count, into);                                                           \
  }                                                                                                 \
  template <bool kBig>                                                                              \
  TARGET void Int32##SUFFIX(const uint8_t* source, size_t count, float* into) {                     \
    DecodeInteger<int32_t, uint32_t, kBig>(source, count, into);                                    \
  }                                                                                                 \
  template <bool kBig>                                                                              \
  TARGET void Int16##SUFFIX(const uint8_t* source, size_t count, float* into) {                     \
    DecodeInteger<int16_t, uint16_t, kBig>(source, count, into);                                    \
  }                                                                                                 \
  template <bool kBig>                                                                              \
  TARGET void Gain##SUFFIX(const uint8_t* source, size_t count, float* into) {                      \
    DecodeGain<kBig>(source, count, into);                                                          \
  }                                                                                                 \
  template <bool kBig>                                                                              \
  TARGET void Ieee##SUFFIX(const uint8_t* source, size_t count, float* into) {                      \
    DecodeIeee<kBig>(source, count, into);                                                          \
  }                                                                                                 \
  template <bool kBig>                                                                              \
  TARGET void Double##SUFFIX(const uint8_t* source, size_t count, float* into) {                    \
    DecodeDouble<kBig>(source, count, into);                                                        \
  }                                                                                                 \
  template <bool kBig>                                                                              \
  TARGET void Int24##SUFFIX(const uint8_t* source, size_t count, float* into) {                     \
    DecodeTriple<int32_t, kBig>(source, count, into);                                               \
  }                                                                                                 \
  TARGET void Int8##SUFFIX(const uint8_t* source, size_t count, float* into) {                      \
    DecodeInteger<int8_t, uint8_t, false>(source, count, into);                                     \
  }                                                                                                 \
  template <bool kBig>                                                                              \
  TARGET void Int64##SUFFIX(const uint8_t* source, size_t count, float* into) {                     \
    DecodeInteger<int64_t, uint64_t, kBig>(source, count, into);                                    \
  }                                                                                                 \
  template <bool kBig>                                                                              \
  TARGET void Uint32##SUFFIX(const uint8_t* source, size_t count, float* into) {                    \
    DecodeInteger<uint32_t, uint32_t, kBig>(source, count, into);                                   \
  }                                                                                                 \
  template <bool kBig>                                                                              \
  TARGET void Uint16##SUFFIX(const uint8_t* source, size_t count, float* into) {                    \
    DecodeInteger<uint16_t, uint16_t, kBig>(source, count, into);                                   \
  }                                                                                                 \
  template <bool kBig>                                                                              \
  TARGET void Uint64##SUFFIX(const uint8_t* source, size_t count, float* into) {                    \
    DecodeInteger<uint64_t, uint64_t, kBig>(source, count, into);                                   \
  }                                                                                                 \
  template <bool kBig>                                                                              \
  TARGET void Uint24##SUFFIX(const uint8_t* source, size_t count, float* into) {                    \
    DecodeTriple<uint32_t, kBig>(source, count, into);                                              \
  }                                                                                                 \
  TARGET void Uint8##SUFFIX(const uint8_t* source, size_t count, float* into) {                     \
    DecodeInteger<uint8_t, uint8_t, false>(source, count, into);                                    \
  }                                                                                                 \
  DecodeWords Find##SUFFIX(int format, bool big_endian) {                                           \
    switch (format) {                                                                               \
      case 1:                                                                                       \
        return big_endian ? Ibm##SUFFIX<true> : Ibm##SUFFIX<false>;                                 \
      case 2:                                                                                       \
        return big_endian ? Int32##SUFFIX<true> : Int32##SUFFIX<false>;                             \
      case 3:                                                                                       \
        return big_endian ? Int16##SUFFIX<true> : Int16##SUFFIX<false>;                             \
      case 4:                                                                                       \
        return big_endian ? Gain##SUFFIX<true> : Gain##SUFFIX<false>;                               \
      case 5:                                                                                       \
        return big_endian ? Ieee##SUFFIX<true> : Ieee##SUFFIX<false>;                               \
      case 6:                                                                                       \
        return big_endian ? Double##SUFFIX<true> : Double##SUFFIX<false>;                           \
      case 7:                                                                                       \
        return big_endian ? Int24##SUFFIX<true> : Int24##SUFFIX<false>;                             \
      case 8:                                                                                       \
        return Int8##SUFFIX;                                                                        \
      case 9:                                                                                       \
        return big_endian ? Int64##SUFFIX<true> : Int64##SUFFIX<false>;                             \
      case 10:                                                                                      \
        return big_endian ? Uint32##SUFFIX<true> : Uint32##SUFFIX<false>;                           \
      case 11:                                                                                      \
        return big_endian ? Uint16##SUFFIX<true> : Uint16##SUFFIX<false>;                           \
      case 12:                                                                                      \
        return big_endian ? Uint64##SUFFIX<true> : Uint64##SUFFIX<false>;                           \
      case 15:                                                                                      \
        return big_endian ? Uint24##SUFFIX<true> : Uint24##SUFFIX<false>;                           \
      case 16:                                                                                      \
        return Uint8##SUFFIX;                                                                       \
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
    case 6:
    case 9:
    case 12:
      return 8;
    case 1:
    case 2:
    case 4:
    case 5:
    case 10:
      return 4;
    case 7:
    case 15:
      return 3;
    case 3:
    case 11:
      return 2;
    case 8:
    case 16:
      return 1;
    default:
      return 0;
  }
}

uint64_t ValueBits(int format, bool big_endian) {
  switch (format) {
    case 1:
      return big_endian ? SwapBytes(uint32_t{0x00ffffff}) : 0x00ffffff;
    case 4:
      return big_endian ? SwapBytes(uint32_t{0x0000ffff}) : 0x0000ffff;
    case 5:
      return big_endian ? SwapBytes(uint32_t{0x7fffffff}) : 0x7fffffff;
    case 6:
      return big_endian ? SwapBytes(uint64_t{0x7fffffffffffffff}) : 0x7fffffffffffffff;
    default:
      return ~uint64_t{0};
  }
}

}  // namespace crossline
