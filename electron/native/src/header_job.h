// Words of headers, one array a word.
#pragma once

#include <vector>

#include "header_kernels.h"
#include "mapped_job.h"
#include "places.h"

namespace crossline {

class HeaderJob final : public MappedJob {
 public:
  HeaderJob(std::shared_ptr<MappedFile> file, Places places, bool big_endian, std::vector<HeaderWord> words,
            const int32_t* abort_flag);

 protected:
  void RunBlock(size_t block, ShareReport* report) override;

 private:
  void StoreHeaders(size_t first, size_t end) const;
  template <bool kSwap, typename PlacesAt>
  void StoreHeadersAt(const PlacesAt& places, size_t first, size_t end) const;

  const Places places_;
  const bool big_endian_;
  const std::vector<HeaderWord> words_;
  // Positions within a header at which every cache line with a part of a word has a byte.
  const std::vector<int64_t> lines_;
};

}  // namespace crossline
