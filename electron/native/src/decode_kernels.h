// The decoding loops, written once in plain C++ for the compiler to vectorise: SSE2, AVX2 or NEON by the function they
// are inlined into.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#ifdef _MSC_VER
#include <stdlib.h>
#define CROSSLINE_INLINE __forceinline
#else
#define CROSSLINE_INLINE inline __attribute__((always_inline))
#endif

namespace crossline {

CROSSLINE_INLINE uint64_t SwapBytes(uint64_t word) {
#ifdef _MSC_VER
  return _byteswap_uint64(word);
#else
  return __builtin_bswap64(word);
#endif
}

CROSSLINE_INLINE uint32_t SwapBytes(uint32_t word) {
#ifdef _MSC_VER
  return _byteswap_ulong(word);
#else
  return __builtin_bswap32(word);
#endif
}

CROSSLINE_INLINE uint16_t SwapBytes(uint16_t word) { return static_cast<uint16_t>((word << 8) | (word >> 8)); }

CROSSLINE_INLINE uint8_t SwapBytes(uint8_t word) { return word; }

template <typename Word, bool kSwap>
CROSSLINE_INLINE Word LoadWord(const uint8_t* at) {
  Word word;
  memcpy(&word, at, sizeof(word));
  return kSwap ? SwapBytes(word) : word;
}

CROSSLINE_INLINE float FloatOfBits(uint32_t bits) {
  float value;
  memcpy(&value, &bits, sizeof(value));
  return value;
}

CROSSLINE_INLINE double DoubleOfBits(uint64_t bits) {
  double value;
  memcpy(&value, &bits, sizeof(value));
  return value;
}

// By definition: fraction times 2^(4(e-64)-24), exact in float64.
CROSSLINE_INLINE double IbmValue(uint32_t word) {
  const uint64_t exponent = (word >> 24) & 0x7f;
  const double weight = DoubleOfBits((1023 + 4 * exponent - 256 - 24) << 52);
  const double value = static_cast<double>(static_cast<int32_t>(word & 0x00ffffff)) * weight;
  return (word >> 31) != 0 ? -value : value;
}

// Rounded once.
CROSSLINE_INLINE float IbmByDefinition(uint32_t word) { return static_cast<float>(IbmValue(word)); }

// The fraction, at most 24 bits, is exact in float32, and the exponent is added to its exponent field as an integer.
// With e from 39 to 96 the field stays within 1 to 254 for every fraction but 0, whose result is masked to 0. A group
// with a word beyond that (under 2^-124 or over 2^104 x 2^24: rare in any real file) is done again by definition.
constexpr size_t kIbmGroup = 32;
constexpr int32_t kLeastFastExponent = 39;
constexpr int32_t kMostFastExponent = 96;

template <bool kSwap>
CROSSLINE_INLINE void DecodeIbm(const uint8_t* source, size_t count, float* into) {
  size_t done = 0;
  for (; done + kIbmGroup <= count; done += kIbmGroup) {
    const uint8_t* const from = source + 4 * done;
    float* const to = into + done;
    uint32_t rare = 0;
    for (size_t i = 0; i < kIbmGroup; ++i) {
      const uint32_t word = LoadWord<uint32_t, kSwap>(from + 4 * i);
      const int32_t fraction = static_cast<int32_t>(word & 0x00ffffff);
      const int32_t exponent = static_cast<int32_t>((word >> 24) & 0x7f);
      const float unscaled = static_cast<float>(fraction);
      uint32_t bits;
      memcpy(&bits, &unscaled, sizeof(bits));
      bits += static_cast<uint32_t>(4 * exponent - 256 - 24) << 23;
      const uint32_t is_nonzero = fraction > 0 ? 0xffffffffu : 0;
      const uint32_t is_low = exponent < kLeastFastExponent ? 0xffffffffu : 0;
      const uint32_t is_high = exponent > kMostFastExponent ? 0xffffffffu : 0;
      rare |= is_nonzero & (is_low | is_high);
      to[i] = FloatOfBits((bits & is_nonzero) | (word & 0x80000000u));
    }
    if (rare == 0) continue;
    for (size_t i = 0; i < kIbmGroup; ++i) to[i] = IbmByDefinition(LoadWord<uint32_t, kSwap>(from + 4 * i));
  }
  for (; done < count; ++done) into[done] = IbmByDefinition(LoadWord<uint32_t, kSwap>(source + 4 * done));
}

// `Value` is the word as the integer that it is, signed or not. Of 64 bits, too, the conversion to float rounds once, to
// nearest with ties to even: by way of float64 it would round twice.
template <typename Value, typename Word, bool kSwap>
CROSSLINE_INLINE void DecodeInteger(const uint8_t* source, size_t count, float* into) {
  for (size_t i = 0; i < count; ++i) {
    into[i] = static_cast<float>(static_cast<Value>(LoadWord<Word, kSwap>(source + sizeof(Word) * i)));
  }
}

template <bool kSwap>
CROSSLINE_INLINE void DecodeIeee(const uint8_t* source, size_t count, float* into) {
  for (size_t i = 0; i < count; ++i) into[i] = FloatOfBits(LoadWord<uint32_t, kSwap>(source + 4 * i));
}

template <bool kSwap>
CROSSLINE_INLINE void DecodeDouble(const uint8_t* source, size_t count, float* into) {
  for (size_t i = 0; i < count; ++i) {
    into[i] = static_cast<float>(DoubleOfBits(LoadWord<uint64_t, kSwap>(source + 8 * i)));
  }
}

// The mantissa times 2^-gain (see gain-float.ts), exact in float64, rounded once.
template <bool kSwap>
CROSSLINE_INLINE void DecodeGain(const uint8_t* source, size_t count, float* into) {
  for (size_t i = 0; i < count; ++i) {
    const uint32_t word = LoadWord<uint32_t, kSwap>(source + 4 * i);
    const double weight = DoubleOfBits((1023 - static_cast<uint64_t>((word >> 16) & 0xff)) << 52);
    into[i] = static_cast<float>(static_cast<int16_t>(word & 0xffff) * weight);
  }
}

// Three bytes at a time, since a fourth may lie outside the mapping. They fill the upper part of a word, whose shift down
// brings the sign along.
template <typename Value, bool kBig>
CROSSLINE_INLINE void DecodeTriple(const uint8_t* source, size_t count, float* into) {
  for (size_t i = 0; i < count; ++i) {
    const uint8_t* const at = source + 3 * i;
    const uint32_t high = at[kBig ? 0 : 2];
    const uint32_t middle = at[1];
    const uint32_t low = at[kBig ? 2 : 0];
    const Value upper = static_cast<Value>((high << 24) | (middle << 16) | (low << 8));
    into[i] = static_cast<float>(static_cast<int32_t>(upper >> 8));
  }
}

}  // namespace crossline
