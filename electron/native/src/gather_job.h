// Strided words of a mapped file to Float32, in C order.
#pragma once

#include <vector>

#include "decode.h"
#include "mapped_job.h"

namespace crossline {

// The contract of native-reader.ts; the caller has checked that every element lies inside the file.
struct GatherShape {
  int format;
  bool big_endian;
  size_t rows;
  size_t columns;
  int64_t column_stride;
  // Grid: row r starts at offset + r * row_stride. Where `row_offsets` is not empty it gives the starts instead, and a
  // negative one is a missing row.
  int64_t offset;
  int64_t row_stride;
  std::vector<double> row_offsets;
};

class GatherJob final : public MappedJob {
 public:
  GatherJob(std::shared_ptr<MappedFile> file, GatherShape shape, float* into, const int32_t* abort_flag);

 protected:
  void RunBlock(size_t block, ShareReport* report) override;

 private:
  struct Cut;
  GatherJob(std::shared_ptr<MappedFile> file, GatherShape shape, const Cut& cut, float* into, const int32_t* abort_flag);

  // Null for a missing row.
  const uint8_t* RowStart(size_t row) const;
  void RunRuns(size_t first_row, size_t end_row, size_t first_column, size_t end_column, ShareReport* report);
  void RunScattered(size_t first_row, size_t end_row, size_t first_column, size_t end_column, ShareReport* report);
  template <typename Word>
  void Stage(size_t first_row, size_t end_row, size_t first_column, size_t end_column, Word* raw) const;
  void FillMissing(size_t first_row, size_t end_row, size_t first_column, size_t end_column) const;

  const GatherShape shape_;
  const DecodeWords decode_;
  const size_t word_bytes_;
  const bool is_runs_;
  const bool is_near_;
  const size_t rows_per_block_;
  const size_t columns_per_block_;
  const size_t column_blocks_;
  float* const into_;
};

}  // namespace crossline
