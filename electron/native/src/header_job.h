// Words of evenly spaced headers to float64, one array a word.
#pragma once

#include <vector>

#include "mapped_job.h"

namespace crossline {

// The order of HEADER_WORD_TYPES in addon-binding.ts.
enum class HeaderWordType {
  kInt16,
  kUint16,
  kInt32,
  kFloat32,
  kFloat64,
  kInt8,
  kUint8,
  kUint32,
  kInt64,
  kUint64,
  kIbm32,
};

struct HeaderWord {
  // 0-based within the header.
  int64_t position;
  HeaderWordType type;
  double* into;
};

class HeaderJob final : public MappedJob {
 public:
  HeaderJob(std::shared_ptr<MappedFile> file, int64_t offset, size_t count, int64_t stride, bool big_endian,
            std::vector<HeaderWord> words, const int32_t* abort_flag);

 protected:
  void RunBlock(size_t block, ShareReport* report) override;

 private:
  const int64_t offset_;
  const size_t count_;
  const int64_t stride_;
  const bool big_endian_;
  const std::vector<HeaderWord> words_;
};

}  // namespace crossline
