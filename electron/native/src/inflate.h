// Zlib streams (RFC 1950, RFC 1951) to bytes.
#pragma once

#include <cstddef>
#include <cstdint>

namespace crossline {

struct Unpacked {
  size_t bytes;
  // What is wrong with the data, in words that follow "its"; null where nothing is.
  const char* fault;
};

// Writes at most `room` bytes, whatever the stream says. Plain C code: it may run under the fault guard.
Unpacked Inflate(const uint8_t* from, size_t bytes, uint8_t* into, size_t room);

}  // namespace crossline
