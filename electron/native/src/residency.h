// Which pages of a mapped file are in memory, by a sample.
#pragma once

#include "mapped_file.h"

namespace crossline {

// mincore over every page of 848 MB takes 16 ms. A call for each sampled page takes 0.5 to 1 us on JavaScript's thread, so
// a picture's pages are sampled sparsely: what an eviction leaves are stretches and not single pages.
constexpr size_t kPictureSamples = 16;

// `rows` stretches of `row_bytes`, the first at `offset`, the others `row_stride` apart.
struct Stretches {
  int64_t offset;
  size_t rows;
  int64_t row_stride;
  size_t row_bytes;
};

// Share of the pages that are in memory: of all where the rows are one stretch of up to 4 MB, else of at most `most_samples`
// evenly spread ones; -1 where the system cannot tell or may lie.
double ResidentShare(const MappedFile& file, const Stretches& stretches, size_t most_samples);

// Whether the page of this byte is in memory; true where the system cannot tell.
bool IsResident(const MappedFile& file, const uint8_t* at);

}  // namespace crossline
