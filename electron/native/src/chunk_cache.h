// Chunks of one file as they are behind their filters, the last used ones within a budget of bytes.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace crossline {

using DecodedChunk = std::shared_ptr<const std::vector<uint8_t>>;

class ChunkCache {
 public:
  // `offset` is where the chunk is stored. Null where it is not kept.
  DecodedChunk Find(int64_t offset);
  void Keep(int64_t offset, DecodedChunk chunk);

 private:
  struct Kept {
    int64_t offset;
    DecodedChunk chunk;
  };

  std::mutex mutex_;
  // The last used first.
  std::list<Kept> order_;
  std::unordered_map<int64_t, std::list<Kept>::iterator> by_offset_;
  size_t bytes_ = 0;
};

}  // namespace crossline
