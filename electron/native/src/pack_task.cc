#include "pack_task.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

#include "chunk_filters.h"
#include "lzf.h"
#include "worker_pool.h"

namespace crossline {
namespace {

constexpr size_t kMostShares = 4;

size_t ElementsOf(const size_t (&shape)[3]) { return shape[0] * shape[1] * shape[2]; }

size_t CountOf(size_t size, size_t chunk) { return (size + chunk - 1) / chunk; }

}  // namespace

PackTask::PackTask(const float* from, const PackShape& shape, uint8_t* into, uint32_t* sizes)
    : Task(static_cast<unsigned>(std::clamp<size_t>(shape.chunks, 1, std::min<size_t>(kMostShares, ProcessorCount())))),
      from_(from),
      shape_(shape),
      into_(into),
      sizes_(sizes) {}

void PackTask::Work() {
  const size_t elements = ElementsOf(shape_.chunk_shape);
  const size_t bytes = elements * sizeof(float);
  std::vector<float> cut(elements);
  std::vector<uint8_t> shuffled(bytes);
  const auto places = std::make_unique<LzfPlaces>();
  for (;;) {
    const size_t chunk = next_chunk_.fetch_add(1, std::memory_order_relaxed);
    if (chunk >= shape_.chunks || is_cancelled()) return;
    CutOut(shape_.first_chunk + chunk, cut.data());
    uint8_t* const slot = into_ + chunk * bytes;
    const uint8_t* const samples = reinterpret_cast<const uint8_t*>(cut.data());
    size_t size = 0;
    if (shape_.compresses) {
      Shuffle(samples, bytes, sizeof(float), shuffled.data());
      size = CompressLzf(shuffled.data(), bytes, slot, bytes, places.get());
      // What does not become shorter stays as it is.
      if (size == 0) memcpy(slot, shuffled.data(), bytes);
    } else {
      Shuffle(samples, bytes, sizeof(float), slot);
    }
    sizes_[chunk] = static_cast<uint32_t>(size == 0 ? bytes : size);
  }
}

void PackTask::CutOut(size_t chunk, float* into) const {
  const auto& [shape, chunk_shape, first, chunks, compresses] = shape_;
  const size_t counts[2] = {CountOf(shape[1], chunk_shape[1]), CountOf(shape[2], chunk_shape[2])};
  const size_t start[3] = {chunk / counts[1] / counts[0] * chunk_shape[0], chunk / counts[1] % counts[0] * chunk_shape[1],
                           chunk % counts[1] * chunk_shape[2]};
  size_t used[3];
  for (size_t axis = 0; axis < 3; ++axis) used[axis] = std::min(chunk_shape[axis], shape[axis] - start[axis]);
  if (used[0] * used[1] * used[2] < ElementsOf(chunk_shape)) std::fill_n(into, ElementsOf(chunk_shape), 0.0f);
  for (size_t i = 0; i < used[0]; ++i) {
    for (size_t j = 0; j < used[1]; ++j) {
      const float* const row = from_ + ((start[0] + i) * shape[1] + start[1] + j) * shape[2] + start[2];
      memcpy(into + (i * chunk_shape[1] + j) * chunk_shape[2], row, used[2] * sizeof(float));
    }
  }
}

}  // namespace crossline
