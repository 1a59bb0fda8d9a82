// The checksum of zlib streams (RFC 1950, 9).
#pragma once

#include <cstddef>
#include <cstdint>

namespace crossline {

uint32_t Adler32(const uint8_t* from, size_t bytes);

}  // namespace crossline
