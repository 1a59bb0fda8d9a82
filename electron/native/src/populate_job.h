// Maps what lies in memory already, so that the first slice meets no page faults.
#pragma once

#include <atomic>

#include "mapped_job.h"

namespace crossline {

class PopulateJob final : public MappedJob {
 public:
  PopulateJob(std::shared_ptr<MappedFile> file, const int32_t* abort_flag);

  uint64_t populated_bytes() const { return populated_bytes_.load(); }

 protected:
  void RunBlock(size_t block, ShareReport* report) override;

 private:
  std::atomic<uint64_t> populated_bytes_{0};
};

}  // namespace crossline
