#include "gather_plan.h"

#include <algorithm>

#include "decode.h"
#include "mapped_job.h"

namespace crossline {
namespace {

constexpr int kIeeeFloat = 5;

// A block's words lie in the fastest caches between being fetched and being decoded.
constexpr size_t kNearBlockWords = 16384;
constexpr size_t kFarBlockWords = 8192;
// Rows shorter than this are gathered word by word even where their words follow one another.
constexpr size_t kShortestRun = 16;

// On one warm thread: words that follow one another, the start of a run elsewhere in memory, a word of its own.
constexpr double kRunWordNs = 0.4;
constexpr double kFarRunNs = 300;
constexpr double kScatteredWordNs = 5;

bool IsNear(const GatherShape& shape, size_t word_bytes) {
  const int64_t row_bytes = static_cast<int64_t>(shape.columns * word_bytes);
  return shape.row_offsets.empty() && shape.row_stride >= 0 && shape.row_stride < 2 * row_bytes;
}

double EstimateNs(const GatherShape& shape, bool is_runs, bool is_near) {
  const double words = static_cast<double>(shape.rows) * static_cast<double>(shape.columns);
  if (!is_runs) return words * kScatteredWordNs;
  return words * kRunWordNs + (is_near ? 0 : static_cast<double>(shape.rows) * kFarRunNs);
}

}  // namespace

GatherPlan PlanGather(const GatherShape& shape) {
  GatherPlan plan;
  plan.word_bytes = WordBytes(shape.format);
  plan.is_runs = shape.column_stride == static_cast<int64_t>(plan.word_bytes) && shape.columns >= kShortestRun;
  plan.is_copy = shape.format == kIeeeFloat && !shape.big_endian;
  plan.is_near = IsNear(shape, plan.word_bytes);
  const size_t words = !plan.is_runs ? kScatteredBlockWords : plan.is_near ? kNearBlockWords : kFarBlockWords;
  plan.columns_per_block = std::max<size_t>(1, std::min(shape.columns, words));
  plan.rows_per_block = std::max<size_t>(1, words / plan.columns_per_block);
  plan.column_blocks = (shape.columns + plan.columns_per_block - 1) / plan.columns_per_block;
  plan.blocks = (shape.rows + plan.rows_per_block - 1) / plan.rows_per_block * plan.column_blocks;
  plan.estimated_ns = EstimateNs(shape, plan.is_runs, plan.is_near);
  plan.shares = SharesFor(plan.estimated_ns);
  return plan;
}

}  // namespace crossline
