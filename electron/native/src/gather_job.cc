#include "gather_job.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include "page.h"
#include "prefetch.h"
#include "residency.h"

namespace crossline {
namespace {

// Touching a block takes microseconds from memory; longer than this, and it waited for the disk.
constexpr uint64_t kColdBlockNs = 400'000;

// Rows are asked for before the first is waited for: the disk sees all of them at once, and the system reads no more than that. At a
// fault it reads around, up to 8 MB on some machines and for each trace of a crossline (140 ms instead of 7).
constexpr size_t kColdSamples = 8;
constexpr double kGoldenSection = 0.6180339887498949;
constexpr size_t kRowsPerAsking = 64;

// The processor's own prefetching stops at the end of each page and starts anew with a few lines that miss. Runs that
// follow closely are decoded in chunks with the lines 512 words on asked for meanwhile (0.32 to 0.21 ms for 500 x 1000
// IBM words from memory). Of runs far apart a whole block is asked for first (0.55 to 0.30 ms).
constexpr size_t kChunkWords = 128;
constexpr size_t kChunksAhead = 4;
constexpr size_t kLineBytes = 64;

// A 24-bit word.
struct Triple {
  uint8_t bytes[3];
};

void FetchLines(const uint8_t* from, size_t bytes) {
  for (size_t i = 0; i < bytes; i += kLineBytes) Prefetch(from + i);
}

void DecodeFetchingAhead(DecodeWords decode, const uint8_t* source, size_t words, size_t word_bytes, float* into) {
  for (size_t done = 0; done < words; done += kChunkWords) {
    const size_t count = std::min(kChunkWords, words - done);
    const uint8_t* const from = source + done * word_bytes;
    FetchLines(from + kChunksAhead * kChunkWords * word_bytes, count * word_bytes);
    decode(from, count, into + done);
  }
}

}  // namespace

GatherJob::GatherJob(std::shared_ptr<MappedFile> file, GatherShape shape, const GatherPlan& plan, float* into,
                     const int32_t* abort_flag)
    : MappedJob(std::move(file), plan.blocks, plan.shares, abort_flag),
      shape_(std::move(shape)),
      plan_(plan),
      decode_(FindDecoder(shape_.format, shape_.big_endian)),
      into_(into) {
  if (!plan_.is_runs || plan_.is_at_hand || !IsCold()) return;
  asking_blocks_ = (shape_.rows + kRowsPerAsking - 1) / kRowsPerAsking;
  AddBlocks(asking_blocks_);
}

// By a few rows, spread as nothing else that was read of the file is: what an eviction leaves, or reading ahead brings, are
// stretches and not single pages.
bool GatherJob::IsCold() const {
  for (size_t i = 0; i < kColdSamples; ++i) {
    const double at = static_cast<double>(i) * kGoldenSection;
    const uint8_t* const start = RowStart(static_cast<size_t>((at - std::floor(at)) * static_cast<double>(shape_.rows)));
    if (start != nullptr && !IsResident(file(), start)) return true;
  }
  return false;
}

void GatherJob::AskForRows(size_t first_row, size_t end_row) const {
  const size_t bytes = shape_.columns * plan_.word_bytes;
  if (plan_.is_near) {
    file().Advise(RowStart(first_row), static_cast<size_t>(RowStart(end_row - 1) - RowStart(first_row)) + bytes);
    return;
  }
  for (size_t row = first_row; row < end_row; ++row) {
    const uint8_t* const start = RowStart(row);
    if (start != nullptr) file().Advise(start, bytes);
  }
}

inline const uint8_t* GatherJob::RowStart(size_t row) const {
  if (shape_.row_offsets.empty()) {
    return file().data() + shape_.offset + static_cast<int64_t>(row) * shape_.row_stride;
  }
  const double offset = shape_.row_offsets[row];
  return offset < 0 ? nullptr : file().data() + static_cast<int64_t>(offset);
}

void GatherJob::RunBlock(size_t block, ShareReport* report) {
  if (block < asking_blocks_) {
    const uint64_t started = NowNs();
    const size_t first_row = block * kRowsPerAsking;
    AskForRows(first_row, std::min(first_row + kRowsPerAsking, shape_.rows));
    report->read_ns += NowNs() - started;
    return;
  }
  block -= asking_blocks_;
  const size_t first_row = block / plan_.column_blocks * plan_.rows_per_block;
  const size_t end_row = std::min(first_row + plan_.rows_per_block, shape_.rows);
  const size_t first_column = block % plan_.column_blocks * plan_.columns_per_block;
  const size_t end_column = std::min(first_column + plan_.columns_per_block, shape_.columns);
  if (plan_.is_runs) {
    RunRuns(first_row, end_row, first_column, end_column, report);
  } else {
    RunScattered(first_row, end_row, first_column, end_column, report);
  }
}

// Words that follow one another are decoded where they lie, once their pages have been touched.
void GatherJob::RunRuns(size_t first_row, size_t end_row, size_t first_column, size_t end_column,
                        ShareReport* report) {
  const size_t words = end_column - first_column;
  const size_t skipped = first_column * plan_.word_bytes;
  const uint64_t started = NowNs();
  if (report->is_cold) AskForRows(first_row, end_row);
  for (size_t row = first_row; row < end_row; ++row) {
    const uint8_t* const start = RowStart(row);
    if (start == nullptr) continue;
    TouchPages(start + skipped, words * plan_.word_bytes);
    if (!plan_.is_near) FetchLines(start + skipped, words * plan_.word_bytes);
  }
  const uint64_t touched = NowNs();
  for (size_t row = first_row; row < end_row; ++row) {
    const uint8_t* const start = RowStart(row);
    float* const to = into_ + row * shape_.columns + first_column;
    if (start == nullptr) {
      std::fill(to, to + words, std::numeric_limits<float>::quiet_NaN());
    } else if (plan_.is_copy) {
      memcpy(to, start + skipped, words * plan_.word_bytes);
    } else if (plan_.is_near) {
      DecodeFetchingAhead(decode_, start + skipped, words, plan_.word_bytes, to);
    } else {
      decode_(start + skipped, words, to);
    }
  }
  report->read_ns += touched - started;
  report->decode_ns += NowNs() - touched;
  report->is_cold = touched - started > kColdBlockNs;
}

// Words far apart are first copied side by side as they are, so that the same kernels decode them.
void GatherJob::RunScattered(size_t first_row, size_t end_row, size_t first_column, size_t end_column,
                             ShareReport* report) {
  alignas(64) uint64_t raw[kScatteredBlockWords];
  const uint64_t started = NowNs();
  switch (plan_.word_bytes) {
    case 8:
      Stage(first_row, end_row, first_column, end_column, raw);
      break;
    case 4:
      Stage(first_row, end_row, first_column, end_column, reinterpret_cast<uint32_t*>(raw));
      break;
    case 3:
      Stage(first_row, end_row, first_column, end_column, reinterpret_cast<Triple*>(raw));
      break;
    case 2:
      Stage(first_row, end_row, first_column, end_column, reinterpret_cast<uint16_t*>(raw));
      break;
    default:
      Stage(first_row, end_row, first_column, end_column, reinterpret_cast<uint8_t*>(raw));
  }
  const uint64_t staged = NowNs();
  const size_t words = (end_row - first_row) * (end_column - first_column);
  decode_(reinterpret_cast<const uint8_t*>(raw), words, into_ + first_row * shape_.columns + first_column);
  if (!shape_.row_offsets.empty()) FillMissing(first_row, end_row, first_column, end_column);
  report->read_ns += staged - started;
  report->decode_ns += NowNs() - staged;
}

template <typename Word>
void GatherJob::Stage(size_t first_row, size_t end_row, size_t first_column, size_t end_column, Word* raw) const {
  const int64_t stride = shape_.column_stride;
  const size_t columns = end_column - first_column;
  // The word fetched ahead lies in the same row where rows are long, else in a later row.
  const bool is_long = columns > static_cast<size_t>(kPrefetchAhead);
  const size_t rows_ahead = is_long ? 0 : static_cast<size_t>(kPrefetchAhead) / columns;
  for (size_t row = first_row; row < end_row; ++row, raw += columns) {
    const uint8_t* at = RowStart(row);
    if (!is_long && row + rows_ahead < shape_.rows) {
      const uint8_t* const ahead = RowStart(row + rows_ahead);
      if (ahead != nullptr) {
        for (size_t i = 0; i < columns; ++i) Prefetch(ahead + static_cast<int64_t>(first_column + i) * stride);
      }
    }
    if (at == nullptr) {
      memset(raw, 0, columns * sizeof(Word));
      continue;
    }
    at += static_cast<int64_t>(first_column) * stride;
    if (is_long) {
      for (size_t i = 0; i < columns; ++i, at += stride) {
        if (i % kPagesPerSearch == 0) Prefetch(at + static_cast<int64_t>(kPageAhead) * stride);
        Prefetch(at + kPrefetchAhead * stride);
        memcpy(&raw[i], at, sizeof(Word));
      }
    } else {
      for (size_t i = 0; i < columns; ++i, at += stride) memcpy(&raw[i], at, sizeof(Word));
    }
  }
}

void GatherJob::FillMissing(size_t first_row, size_t end_row, size_t first_column, size_t end_column) const {
  for (size_t row = first_row; row < end_row; ++row) {
    if (shape_.row_offsets[row] >= 0) continue;
    float* const to = into_ + row * shape_.columns;
    std::fill(to + first_column, to + end_column, std::numeric_limits<float>::quiet_NaN());
  }
}

}  // namespace crossline
