// Stored words to Float32.
#pragma once

#include <cstddef>
#include <cstdint>

namespace crossline {

// `count` words that follow one another from `source` (no alignment needed) become `count` floats.
using DecodeWords = void (*)(const uint8_t* source, size_t count, float* into);

// SEG-Y sample format code 1, 2, 3, 5 or 8; null for others. The kernel fits the processor that runs.
DecodeWords FindDecoder(int format, bool big_endian);

// 4, 4, 2, 4 or 1; 0 for other formats.
size_t WordBytes(int format);

// The bits of a word in the file's byte order, seen as this processor's, that are 0 in a zero sample.
uint32_t ValueBits(int format, bool big_endian);

}  // namespace crossline
