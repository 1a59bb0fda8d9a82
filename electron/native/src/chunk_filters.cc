#include "chunk_filters.h"

#include <cstring>

#include "lzf.h"

namespace crossline {
namespace {

constexpr size_t kChecksumBytes = 4;

// Sums of 16 bits with end-around carry over big-endian words, as HDF5 computes them.
uint32_t Fletcher32(const uint8_t* from, size_t bytes) {
  // So many sums fit 32 bits.
  constexpr size_t kRun = 360;
  uint32_t low = 0;
  uint32_t high = 0;
  for (size_t words = bytes / 2; words > 0;) {
    size_t run = words < kRun ? words : kRun;
    words -= run;
    for (; run > 0; --run, from += 2) {
      low += uint32_t{from[0]} << 8 | from[1];
      high += low;
    }
    low = (low & 0xffff) + (low >> 16);
    high = (high & 0xffff) + (high >> 16);
  }
  if (bytes % 2 != 0) {
    low += uint32_t{*from} << 8;
    high += low;
    low = (low & 0xffff) + (low >> 16);
    high = (high & 0xffff) + (high >> 16);
  }
  low = (low & 0xffff) + (low >> 16);
  high = (high & 0xffff) + (high >> 16);
  return high << 16 | low;
}

Unpacked CheckFletcher32(const uint8_t* from, size_t bytes) {
  if (bytes < kChecksumBytes) return {0, "checksum is missing"};
  const uint8_t* const sum = from + bytes - kChecksumBytes;
  const uint32_t found = Fletcher32(from, bytes - kChecksumBytes);
  const uint32_t expected = uint32_t{sum[3]} << 24 | uint32_t{sum[2]} << 16 | uint32_t{sum[1]} << 8 | sum[0];
  // Before HDF5 1.6.3 little-endian machines stored the bytes of each half in the other order.
  const uint32_t swapped = (found & 0x00ff00ff) << 8 | (found & 0xff00ff00) >> 8;
  if (found != expected && swapped != expected) return {0, "checksum (Fletcher-32) is not that of its data"};
  return {bytes - kChecksumBytes, nullptr};
}

template <size_t kBytes>
void UnshuffleElements(const uint8_t* from, size_t count, uint8_t* into) {
  for (size_t i = 0; i < count; ++i) {
    for (size_t k = 0; k < kBytes; ++k) into[i * kBytes + k] = from[k * count + i];
  }
}

template <size_t kBytes>
void ShuffleElements(const uint8_t* from, size_t count, uint8_t* into) {
  for (size_t i = 0; i < count; ++i) {
    for (size_t k = 0; k < kBytes; ++k) into[k * count + i] = from[i * kBytes + k];
  }
}

}  // namespace

size_t FilterRoom(size_t chunk_bytes) {
  // A compression that did not help, compressed again, and a checksum behind each.
  return chunk_bytes + chunk_bytes / 8 + 1024;
}

void Shuffle(const uint8_t* from, size_t bytes, size_t element_bytes, uint8_t* into) {
  const size_t count = bytes / element_bytes;
  switch (element_bytes) {
    case 2:
      ShuffleElements<2>(from, count, into);
      break;
    case 4:
      ShuffleElements<4>(from, count, into);
      break;
    case 8:
      ShuffleElements<8>(from, count, into);
      break;
    default:
      for (size_t k = 0; k < element_bytes; ++k) {
        for (size_t i = 0; i < count; ++i) into[k * count + i] = from[i * element_bytes + k];
      }
  }
  const size_t done = count * element_bytes;
  memcpy(into + done, from + done, bytes - done);
}

void Unshuffle(const uint8_t* from, size_t bytes, size_t element_bytes, uint8_t* into) {
  const size_t count = bytes / element_bytes;
  switch (element_bytes) {
    case 2:
      UnshuffleElements<2>(from, count, into);
      break;
    case 4:
      UnshuffleElements<4>(from, count, into);
      break;
    case 8:
      UnshuffleElements<8>(from, count, into);
      break;
    default:
      for (size_t k = 0; k < element_bytes; ++k) {
        for (size_t i = 0; i < count; ++i) into[i * element_bytes + k] = from[k * count + i];
      }
  }
  const size_t done = count * element_bytes;
  memcpy(into + done, from + done, bytes - done);
}

Unpacked UndoFilters(const ChunkFilter* filters, size_t count, uint32_t skipped, const uint8_t* stored, size_t bytes,
                     size_t chunk_bytes, uint8_t* one, uint8_t* other, const uint8_t** result) {
  const size_t room = FilterRoom(chunk_bytes);
  const uint8_t* from = stored;
  for (size_t i = count; i-- > 0;) {
    if ((skipped >> i & 1) != 0) continue;
    uint8_t* const into = from == one ? other : one;
    const ChunkFilter& filter = filters[i];
    Unpacked unpacked = {bytes, nullptr};
    switch (filter.kind) {
      case FilterKind::kDeflate:
        unpacked = Inflate(from, bytes, into, room);
        break;
      case FilterKind::kLzf:
        unpacked = ExpandLzf(from, bytes, into, room);
        break;
      case FilterKind::kShuffle:
        if (bytes > room) return {0, "data are longer than their chunk"};
        Unshuffle(from, bytes, filter.element_bytes, into);
        break;
      case FilterKind::kFletcher32:
        unpacked = CheckFletcher32(from, bytes);
        break;
    }
    if (unpacked.fault != nullptr) return unpacked;
    bytes = unpacked.bytes;
    if (filter.kind != FilterKind::kFletcher32) from = into;
  }
  if (bytes != chunk_bytes) return {0, bytes < chunk_bytes ? "data are shorter than their chunk" : "data are longer than their chunk"};
  *result = from;
  return {bytes, nullptr};
}

}  // namespace crossline
