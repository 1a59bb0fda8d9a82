// Raw bytes of a mapped file.
#pragma once

#include "mapped_job.h"

namespace crossline {

class BytesJob final : public MappedJob {
 public:
  // `is_at_hand`: in memory, as far as the system tells.
  BytesJob(std::shared_ptr<MappedFile> file, int64_t offset, size_t bytes, uint8_t* into, bool is_at_hand,
           const int32_t* abort_flag);

 protected:
  void RunBlock(size_t block, ShareReport* report) override;

 private:
  const int64_t offset_;
  const size_t bytes_;
  uint8_t* const into_;
  const bool is_at_hand_;
};

}  // namespace crossline
