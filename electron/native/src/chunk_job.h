// Words of a dataset that is stored in chunks: each chunk that is needed is decoded once, and what is wanted of it copied.
#pragma once

#include <string>

#include "chunk_filters.h"
#include "decode.h"
#include "mapped_job.h"

namespace crossline {

struct StoredChunk {
  // Negative: nowhere, all its elements are the fill value.
  int64_t offset;
  size_t bytes;
  uint32_t skipped_filters;
  // Those of its pieces.
  size_t first_piece;
  size_t end_piece;
};

// Rows and columns of elements of one chunk, and where they go.
struct ChunkPiece {
  size_t first_element;
  size_t rows;
  size_t columns;
  size_t into;
};

// The contract of chunk-gather.ts; the caller has checked that every chunk lies inside the file, every element inside its
// chunk, and every piece inside the output.
struct ChunkShape {
  int format;
  bool big_endian;
  // Words go out as they are, instead of as Float32.
  bool is_raw;
  size_t chunk_bytes;
  // In elements.
  int64_t row_stride;
  int64_t column_stride;
  size_t into_row_stride;
  uint8_t fill[8];
  // Other planes need the same chunks.
  bool is_shared;
  std::vector<ChunkFilter> filters;
  std::vector<StoredChunk> chunks;
  std::vector<ChunkPiece> pieces;
};

class ChunkJob final : public Task {
 public:
  ChunkJob(std::shared_ptr<MappedFile> file, ChunkShape shape, uint8_t* into, const int32_t* abort_flag);

  void Work() override;
  void Conclude() override;
  JobReport Report() const;

 private:
  struct Scratch;
  struct Guarded;
  static void Unpack(void* guarded);
  static void CopyStored(void* guarded);

  bool is_aborted() const;
  // False where the file could not be read or the chunk is damaged.
  bool RunChunk(const StoredChunk& chunk, Scratch* scratch, ShareReport* report);
  void AskFor(size_t index) const;
  void CopyPieces(const StoredChunk& chunk, const uint8_t* elements) const;
  void FillPieces(const StoredChunk& chunk) const;
  void CopyRow(const uint8_t* from, size_t columns, size_t into) const;
  void Fail(const StoredChunk& chunk, const char* fault);

  std::shared_ptr<MappedFile> file_;
  const ChunkShape shape_;
  const size_t word_bytes_;
  const DecodeWords decode_;
  uint8_t* const into_;
  const int32_t* const abort_flag_;
  std::atomic<size_t> next_chunk_{0};
  std::atomic<unsigned> next_share_{0};
  std::atomic<bool> has_faulted_{false};
  std::atomic<bool> is_damaged_{false};
  std::atomic<uint64_t> started_ns_{0};
  uint64_t ended_ns_ = 0;
  ShareReport reports_[kMostShares];
};

}  // namespace crossline
