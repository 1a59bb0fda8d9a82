#include "chunk_cache.h"

namespace crossline {
namespace {

// An inline and a crossline of a large survey in chunks that are four planes thick.
constexpr size_t kMostBytes = size_t{96} << 20;

}  // namespace

DecodedChunk ChunkCache::Find(int64_t offset) {
  std::lock_guard<std::mutex> lock(mutex_);
  const auto found = by_offset_.find(offset);
  if (found == by_offset_.end()) return nullptr;
  order_.splice(order_.begin(), order_, found->second);
  return found->second->chunk;
}

void ChunkCache::Keep(int64_t offset, DecodedChunk chunk) {
  const size_t bytes = chunk->size();
  // Freed behind the lock.
  std::list<Kept> gone;
  std::lock_guard<std::mutex> lock(mutex_);
  if (bytes > kMostBytes / 4 || by_offset_.count(offset) != 0) return;
  order_.push_front({offset, std::move(chunk)});
  by_offset_[offset] = order_.begin();
  bytes_ += bytes;
  while (bytes_ > kMostBytes) {
    const auto last = std::prev(order_.end());
    bytes_ -= last->chunk->size();
    by_offset_.erase(last->offset);
    gone.splice(gone.begin(), order_, last);
  }
}

}  // namespace crossline
