// LZF, the compression that h5py brings along: fast, byte by byte, without entropy coding.
#pragma once

#include "inflate.h"

namespace crossline {

// Writes at most `room` bytes, whatever the data say. Plain C code: it may run under the fault guard.
Unpacked ExpandLzf(const uint8_t* from, size_t bytes, uint8_t* into, size_t room);

// Where the last three bytes with a hash were seen, from the start of the data.
constexpr unsigned kLzfHashBits = 14;
struct LzfPlaces {
  uint32_t at[1u << kLzfHashBits];
};

// Bytes written; 0 where they would be `room` or more.
size_t CompressLzf(const uint8_t* from, size_t bytes, uint8_t* into, size_t room, LzfPlaces* places);

}  // namespace crossline
