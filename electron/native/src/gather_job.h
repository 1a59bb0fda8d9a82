// Strided words of a mapped file to Float32, in C order.
#pragma once

#include "decode.h"
#include "gather_plan.h"
#include "mapped_job.h"

namespace crossline {

class GatherJob final : public MappedJob {
 public:
  // The plan is that of the shape.
  GatherJob(std::shared_ptr<MappedFile> file, GatherShape shape, const GatherPlan& plan, float* into,
            const int32_t* abort_flag);

 protected:
  void RunBlock(size_t block, ShareReport* report) override;

 private:
  bool IsCold() const;
  void AskForRows(size_t first_row, size_t end_row) const;
  // Null for a missing row.
  const uint8_t* RowStart(size_t row) const;
  void RunRuns(size_t first_row, size_t end_row, size_t first_column, size_t end_column, ShareReport* report);
  void RunScattered(size_t first_row, size_t end_row, size_t first_column, size_t end_column, ShareReport* report);
  template <typename Word>
  void Stage(size_t first_row, size_t end_row, size_t first_column, size_t end_column, Word* raw) const;
  void FillMissing(size_t first_row, size_t end_row, size_t first_column, size_t end_column) const;

  const GatherShape shape_;
  const GatherPlan plan_;
  const DecodeWords decode_;
  float* const into_;
  // The first blocks, of rows that are asked for.
  size_t asking_blocks_ = 0;
};

}  // namespace crossline
