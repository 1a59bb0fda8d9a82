// Which pages of a mapped file are in memory, by a sample.
#pragma once

#include "mapped_file.h"

namespace crossline {

// mincore over every page of 848 MB takes 16 ms; over so many it takes microseconds.
constexpr size_t kSampledPages = 64;

// `rows` stretches of `row_bytes`, the first at `offset`, the others `row_stride` apart.
struct Stretches {
  int64_t offset;
  size_t rows;
  int64_t row_stride;
  size_t row_bytes;
};

// Share of at most kSampledPages evenly spread pages that are in memory; -1 where the system cannot tell or may lie.
double ResidentShare(const MappedFile& file, const Stretches& stretches);

}  // namespace crossline
