// The filters that HDF5 stores chunks through, undone.
#pragma once

#include <vector>

#include "inflate.h"

namespace crossline {

// The order is that of `CHUNK_FILTERS` in chunk-gather.ts.
enum class FilterKind : int { kDeflate, kLzf, kShuffle, kFletcher32 };

struct ChunkFilter {
  FilterKind kind;
  // Of an element, for kShuffle.
  size_t element_bytes;
};

// Bytes of buffers in which a chunk of `chunk_bytes` passes from filter to filter.
size_t FilterRoom(size_t chunk_bytes);

// Undoes the filters, last first, but those whose bit is set in `skipped`. What comes out lies at `*result`, which is
// `stored` itself, `one` or `other`; these have FilterRoom bytes each. Plain C code: it may run under the fault guard.
Unpacked UndoFilters(const ChunkFilter* filters, size_t count, uint32_t skipped, const uint8_t* stored, size_t bytes,
                     size_t chunk_bytes, uint8_t* one, uint8_t* other, const uint8_t** result);

// Of each element the first byte, then of each the second, ...; what is left of a last element follows as it is.
void Shuffle(const uint8_t* from, size_t bytes, size_t element_bytes, uint8_t* into);
void Unshuffle(const uint8_t* from, size_t bytes, size_t element_bytes, uint8_t* into);

}  // namespace crossline
