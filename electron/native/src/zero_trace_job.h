// Which traces carry nothing but zeros.
#pragma once

#include "mapped_job.h"
#include "places.h"

namespace crossline {

struct ZeroSearch {
  int format;
  bool big_endian;
  // Of the first samples.
  Places places;
  size_t samples;
};

class ZeroTraceJob final : public MappedJob {
 public:
  // `into[i]` becomes 1 where trace i is all zero, else 0.
  ZeroTraceJob(std::shared_ptr<MappedFile> file, ZeroSearch search, uint8_t* into, const int32_t* abort_flag);

 protected:
  void RunBlock(size_t block, ShareReport* report) override;

 private:
  template <typename PlacesAt>
  void SearchAt(const PlacesAt& places, size_t first, size_t end) const;

  const ZeroSearch search_;
  uint8_t* const into_;
};

}  // namespace crossline
