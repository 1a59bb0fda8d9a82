// What a gather is asked for, and how it falls into blocks and threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

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

// A block holds several whole rows, or a part of one: either way its output is one contiguous stretch.
struct GatherPlan {
  // The words of a row follow one another: they are decoded where they lie.
  bool is_runs;
  // Each run begins close after the one before.
  bool is_near;
  // In memory, as far as the system tells: nothing will be waited for.
  bool is_at_hand = false;
  // The words are floats of this processor's already.
  bool is_copy;
  size_t word_bytes;
  size_t rows_per_block;
  size_t columns_per_block;
  // Blocks across a row.
  size_t column_blocks;
  size_t blocks;
  unsigned shares;
  // Of one thread.
  double estimated_ns;
};

constexpr size_t kScatteredBlockWords = 8192;

GatherPlan PlanGather(const GatherShape& shape);

}  // namespace crossline
