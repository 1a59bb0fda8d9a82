// Pages of memory.
#pragma once

#ifndef _WIN32
#include <unistd.h>
#endif

#include <cstddef>
#include <cstdint>

namespace crossline {

// The smallest page of the systems we run on. Where pages are larger (16 KiB on Apple silicon) some are touched more
// than once, which costs next to nothing.
constexpr size_t kPageBytes = 4096;

#ifndef _WIN32
// The system's own page size, of which addresses given to madvise and mincore are multiples.
inline size_t SystemPageBytes() {
  static const size_t bytes = static_cast<size_t>(sysconf(_SC_PAGESIZE));
  return bytes;
}

inline const uint8_t* PageStart(const uint8_t* at) {
  return at - (reinterpret_cast<uintptr_t>(at) & (SystemPageBytes() - 1));
}
#endif

// Reads one byte of each page, so that it is mapped afterwards.
inline void TouchPages(const uint8_t* from, size_t bytes) {
  if (bytes == 0) return;
  const volatile uint8_t* const end = from + bytes;
  (void)*static_cast<const volatile uint8_t*>(from);
  const volatile uint8_t* at = from - (reinterpret_cast<uintptr_t>(from) & (kPageBytes - 1)) + kPageBytes;
  for (; at < end; at += kPageBytes) (void)*at;
}

}  // namespace crossline
