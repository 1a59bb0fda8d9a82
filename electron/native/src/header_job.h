// Words of evenly spaced headers, one array a word.
#pragma once

#include <vector>

#include "header_kernels.h"
#include "mapped_job.h"

namespace crossline {

class HeaderJob final : public MappedJob {
 public:
  HeaderJob(std::shared_ptr<MappedFile> file, int64_t offset, size_t count, int64_t stride, bool big_endian,
            std::vector<HeaderWord> words, const int32_t* abort_flag);

 protected:
  void RunBlock(size_t block, ShareReport* report) override;

 private:
  template <bool kSwap>
  void StoreHeaders(size_t first, size_t end) const;

  const int64_t offset_;
  const size_t count_;
  const int64_t stride_;
  const bool big_endian_;
  const std::vector<HeaderWord> words_;
  // Positions within a header at which every cache line with a part of a word has a byte.
  const std::vector<int64_t> lines_;
};

}  // namespace crossline
