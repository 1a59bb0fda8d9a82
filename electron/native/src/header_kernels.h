// Words of one header after another, each stored as an element of its own column.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

#include "decode_kernels.h"

namespace crossline {

// The order of HEADER_WORD_TYPES in addon-binding.ts.
enum class HeaderWordType {
  kInt16,
  kUint16,
  kInt32,
  kFloat32,
  kFloat64,
  kInt8,
  kUint8,
  kUint32,
  kInt64,
  kUint64,
  kIbm32,
};

// What JavaScript allocated for a word: an Int32Array or a Float64Array.
enum class ColumnType { kInt32, kFloat64 };

struct HeaderWord {
  // 0-based within the header.
  int64_t position;
  HeaderWordType type;
  ColumnType column;
  void* into;
};

// The bits of a 4-byte IBM float.
struct IbmBits {
  uint32_t bits;
};

template <typename Value, bool kSwap>
CROSSLINE_INLINE Value LoadValue(const uint8_t* at) {
  using Word = std::conditional_t<sizeof(Value) == 1, uint8_t,
                                  std::conditional_t<sizeof(Value) == 2, uint16_t,
                                                     std::conditional_t<sizeof(Value) == 4, uint32_t, uint64_t>>>;
  const Word word = LoadWord<Word, kSwap>(at);
  Value value;
  memcpy(&value, &word, sizeof(value));
  return value;
}

template <typename Value>
CROSSLINE_INLINE double Float64Of(Value value) {
  return static_cast<double>(value);
}

CROSSLINE_INLINE double Float64Of(IbmBits value) { return IbmValue(value.bits); }

// ECMAScript's ToInt32, as an assignment to an Int32Array does it: fractions cut off, then modulo 2^32.
inline int32_t WrapToInt32(double value) {
  if (!std::isfinite(value)) return 0;
  const double wrapped = std::fmod(std::trunc(value), 4294967296.0);
  return static_cast<int32_t>(static_cast<uint32_t>(static_cast<int64_t>(wrapped)));
}

template <typename Value, bool kSwap>
CROSSLINE_INLINE void StoreValue(const uint8_t* at, const HeaderWord& word, size_t index) {
  const Value value = LoadValue<Value, kSwap>(at);
  if (word.column == ColumnType::kFloat64) {
    static_cast<double*>(word.into)[index] = Float64Of(value);
  } else if constexpr (std::is_integral_v<Value> && sizeof(Value) <= sizeof(int32_t)) {
    static_cast<int32_t*>(word.into)[index] = static_cast<int32_t>(value);
  } else {
    static_cast<int32_t*>(word.into)[index] = WrapToInt32(Float64Of(value));
  }
}

// Branches on what the same word of every header has in common, which processors foresee.
template <bool kSwap>
CROSSLINE_INLINE void StoreWord(const uint8_t* header, const HeaderWord& word, size_t index) {
  const uint8_t* const at = header + word.position;
  switch (word.type) {
    case HeaderWordType::kInt32:
      return StoreValue<int32_t, kSwap>(at, word, index);
    case HeaderWordType::kInt16:
      return StoreValue<int16_t, kSwap>(at, word, index);
    case HeaderWordType::kUint16:
      return StoreValue<uint16_t, kSwap>(at, word, index);
    case HeaderWordType::kInt8:
      return StoreValue<int8_t, kSwap>(at, word, index);
    case HeaderWordType::kUint8:
      return StoreValue<uint8_t, kSwap>(at, word, index);
    case HeaderWordType::kUint32:
      return StoreValue<uint32_t, kSwap>(at, word, index);
    case HeaderWordType::kInt64:
      return StoreValue<int64_t, kSwap>(at, word, index);
    case HeaderWordType::kUint64:
      return StoreValue<uint64_t, kSwap>(at, word, index);
    case HeaderWordType::kFloat32:
      return StoreValue<float, kSwap>(at, word, index);
    case HeaderWordType::kFloat64:
      return StoreValue<double, kSwap>(at, word, index);
    case HeaderWordType::kIbm32:
      return StoreValue<IbmBits, kSwap>(at, word, index);
  }
}

inline size_t WordBytes(HeaderWordType type) {
  switch (type) {
    case HeaderWordType::kInt8:
    case HeaderWordType::kUint8:
      return 1;
    case HeaderWordType::kInt16:
    case HeaderWordType::kUint16:
      return 2;
    case HeaderWordType::kInt64:
    case HeaderWordType::kUint64:
    case HeaderWordType::kFloat64:
      return 8;
    default:
      return 4;
  }
}

}  // namespace crossline
