// Stored words to Float32.
#pragma once

#include <cstddef>
#include <cstdint>

namespace crossline {

// `count` words that follow one another from `source` (no alignment needed) become `count` floats.
using DecodeWords = void (*)(const uint8_t* source, size_t count, float* into);

// By SEG-Y sample format code (DECODABLE_FORMATS of native-reader.ts); null for others. The kernel fits the processor
// that runs.
DecodeWords FindDecoder(int format, bool big_endian);

// 1, 2, 3, 4 or 8; 0 for other formats.
size_t WordBytes(int format);

// The bits of a word in the file's byte order, seen as this processor's, that are 0 in a zero sample.
uint64_t ValueBits(int format, bool big_endian);

}  // namespace crossline
