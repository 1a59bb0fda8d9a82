// Samples cut into chunks, as HDF5 stores them: shuffled, and compressed by LZF where that is wanted.
#pragma once

#include <cstddef>
#include <cstdint>

#include "task.h"

namespace crossline {

// The contract of pack-chunks.ts; the caller has checked that everything fits.
struct PackShape {
  // Axes slowest first.
  size_t shape[3];
  size_t chunk_shape[3];
  // Chunks in C order of their places.
  size_t first_chunk;
  size_t chunks;
  bool compresses;
};

class PackTask final : public Task {
 public:
  // Chunk i goes to `into + i * chunk bytes`, and how many bytes it has to `sizes[i]`.
  PackTask(const float* from, const PackShape& shape, uint8_t* into, uint32_t* sizes);
  void Work() override;

 private:
  // What of the chunk reaches beyond the samples is 0.
  void CutOut(size_t chunk, float* into) const;

  const float* const from_;
  const PackShape shape_;
  uint8_t* const into_;
  uint32_t* const sizes_;
  std::atomic<size_t> next_chunk_{0};
};

}  // namespace crossline
