#include "output_pages.h"

#ifdef __linux__
#include <sys/mman.h>

#include "page.h"
#endif

namespace crossline {

#if defined(__linux__) && !defined(MADV_POPULATE_WRITE)
#define MADV_POPULATE_WRITE 23  // Linux 5.14; older headers lack it, older kernels answer EINVAL.
#endif

void PrepareOutput(uint8_t* from, size_t bytes) {
#ifdef __linux__
  if (bytes < SystemPageBytes()) return;
  const uint8_t* const page = PageStart(from);
  madvise(const_cast<uint8_t*>(page), bytes + static_cast<size_t>(from - page), MADV_POPULATE_WRITE);
#else
  (void)from;
  (void)bytes;
#endif
}

}  // namespace crossline
