#include "chunk_job.h"

#include <algorithm>
#include <cstring>

#include "fault_guard.h"
#include "page.h"
#include "residency.h"

namespace crossline {
namespace {

// On one thread, for a byte of the decoded chunk (medium sample).
constexpr double kInflateByteNs = 3;
constexpr double kLzfByteNs = 1;
constexpr double kOtherByteNs = 0.2;
// A word copied from a chunk.
constexpr double kWordNs = 1;

// Words far apart are copied side by side in such runs, so that the same kernels decode them.
constexpr size_t kRunWords = 512;

// Asked of the disk while others are unpacked, each as a whole and nothing around it.
constexpr size_t kChunksAhead = 4;

// Larger buffers are given back after the call.
constexpr size_t kKeptScratchBytes = size_t{8} << 20;

double EstimateNs(const ChunkShape& shape) {
  double byte_ns = 0;
  for (const ChunkFilter& filter : shape.filters) {
    byte_ns += filter.kind == FilterKind::kDeflate ? kInflateByteNs : filter.kind == FilterKind::kLzf ? kLzfByteNs : kOtherByteNs;
  }
  double words = 0;
  for (const ChunkPiece& piece : shape.pieces) words += static_cast<double>(piece.rows) * static_cast<double>(piece.columns);
  return words * kWordNs + static_cast<double>(shape.chunks.size()) * static_cast<double>(shape.chunk_bytes) * byte_ns;
}

unsigned SharesOf(const ChunkShape& shape) {
  const unsigned shares = SharesFor(EstimateNs(shape));
  return static_cast<unsigned>(std::clamp<size_t>(shape.chunks.size(), 1, shares));
}

// A word among words that follow one another.
void PickWords(const uint8_t* from, int64_t stride_bytes, size_t count, size_t word_bytes, uint8_t* into) {
  switch (word_bytes) {
    case 4:
      for (size_t i = 0; i < count; ++i, from += stride_bytes) memcpy(into + 4 * i, from, 4);
      break;
    case 2:
      for (size_t i = 0; i < count; ++i, from += stride_bytes) memcpy(into + 2 * i, from, 2);
      break;
    case 8:
      for (size_t i = 0; i < count; ++i, from += stride_bytes) memcpy(into + 8 * i, from, 8);
      break;
    default:
      for (size_t i = 0; i < count; ++i, from += stride_bytes) memcpy(into + word_bytes * i, from, word_bytes);
  }
}

}  // namespace

// Of one thread.
struct ChunkJob::Scratch {
  std::vector<uint8_t> one;
  std::vector<uint8_t> other;
};

struct ChunkJob::Guarded {
  const ChunkJob* job;
  const StoredChunk* chunk;
  uint8_t* one;
  uint8_t* other;
  const uint8_t* elements;
  Unpacked unpacked;
  uint64_t touched_ns;
};

ChunkJob::ChunkJob(std::shared_ptr<MappedFile> file, ChunkShape shape, uint8_t* into, const int32_t* abort_flag)
    : Task(SharesOf(shape)),
      file_(std::move(file)),
      shape_(std::move(shape)),
      word_bytes_(WordBytes(shape_.format)),
      decode_(shape_.is_raw ? nullptr : FindDecoder(shape_.format, shape_.big_endian)),
      into_(into),
      abort_flag_(abort_flag) {}

bool ChunkJob::is_aborted() const {
  const auto* const flag = reinterpret_cast<const std::atomic<int32_t>*>(abort_flag_);
  return (flag != nullptr && flag->load(std::memory_order_relaxed) != 0) || is_cancelled();
}

void ChunkJob::Work() {
  static thread_local Scratch scratch;
  uint64_t unset = 0;
  started_ns_.compare_exchange_strong(unset, NowNs());
  ShareReport* const report = &reports_[next_share_.fetch_add(1)];
  const int64_t faults_before = MajorFaults();
  for (;;) {
    if (is_aborted() || has_faulted_.load(std::memory_order_relaxed) || is_damaged_.load(std::memory_order_relaxed)) break;
    const size_t chunk = next_chunk_.fetch_add(1, std::memory_order_relaxed);
    AskFor(chunk);
    AskFor(chunk + kChunksAhead);
    if (chunk >= shape_.chunks.size() || !RunChunk(shape_.chunks[chunk], &scratch, report)) break;
  }
  report->major_faults = faults_before < 0 ? -1 : MajorFaults() - faults_before;
  if (scratch.one.capacity() > kKeptScratchBytes) scratch = Scratch();
}

void ChunkJob::AskFor(size_t index) const {
  if (index >= shape_.chunks.size()) return;
  const StoredChunk& chunk = shape_.chunks[index];
  if (chunk.offset < 0) return;
  const uint8_t* const start = file_->data() + chunk.offset;
  if (!IsResident(*file_, start)) file_->Advise(start, chunk.bytes);
}

bool ChunkJob::RunChunk(const StoredChunk& chunk, Scratch* scratch, ShareReport* report) {
  const uint64_t started = NowNs();
  if (chunk.offset < 0) {
    FillPieces(chunk);
    report->decode_ns += NowNs() - started;
    return true;
  }
  Guarded guarded = {this, &chunk, nullptr, nullptr, nullptr, {0, nullptr}, started};
  const uint32_t all = shape_.filters.size() >= 32 ? ~0u : (1u << shape_.filters.size()) - 1;
  if ((chunk.skipped_filters & all) == all) {
    if (chunk.bytes != shape_.chunk_bytes) {
      Fail(chunk, "size is not that of its elements");
      return false;
    }
    if (!RunGuarded(CopyStored, &guarded)) {
      has_faulted_.store(true);
      return false;
    }
    report->read_ns += guarded.touched_ns - started;
    report->decode_ns += NowNs() - guarded.touched_ns;
    return true;
  }
  const DecodedChunk kept = shape_.is_shared ? file_->chunks().Find(chunk.offset) : nullptr;
  if (kept != nullptr && kept->size() == shape_.chunk_bytes) {
    CopyPieces(chunk, kept->data());
    report->decode_ns += NowNs() - started;
    return true;
  }
  const size_t room = FilterRoom(shape_.chunk_bytes);
  if (scratch->one.size() < room) {
    scratch->one.resize(room);
    scratch->other.resize(room);
  }
  guarded.one = scratch->one.data();
  guarded.other = scratch->other.data();
  if (!RunGuarded(Unpack, &guarded)) {
    has_faulted_.store(true);
    return false;
  }
  if (guarded.unpacked.fault != nullptr) {
    Fail(chunk, guarded.unpacked.fault);
    return false;
  }
  CopyPieces(chunk, guarded.elements);
  if (shape_.is_shared) {
    file_->chunks().Keep(chunk.offset, std::make_shared<const std::vector<uint8_t>>(
                                           guarded.elements, guarded.elements + shape_.chunk_bytes));
  }
  report->read_ns += guarded.touched_ns - started;
  report->decode_ns += NowNs() - guarded.touched_ns;
  return true;
}

void ChunkJob::Unpack(void* context) {
  Guarded* const guarded = static_cast<Guarded*>(context);
  const ChunkJob& job = *guarded->job;
  const StoredChunk& chunk = *guarded->chunk;
  const uint8_t* stored = job.file_->data() + chunk.offset;
  TouchPages(stored, chunk.bytes);
  guarded->touched_ns = NowNs();
  const std::vector<ChunkFilter>& filters = job.shape_.filters;
  guarded->unpacked = UndoFilters(filters.data(), filters.size(), chunk.skipped_filters, stored, chunk.bytes,
                                  job.shape_.chunk_bytes, guarded->one, guarded->other, &guarded->elements);
  // A checksum alone leaves the elements where they are stored, which must not be read without guard.
  if (guarded->unpacked.fault == nullptr && guarded->elements == stored) {
    memcpy(guarded->one, stored, job.shape_.chunk_bytes);
    guarded->elements = guarded->one;
  }
}

void ChunkJob::CopyStored(void* context) {
  Guarded* const guarded = static_cast<Guarded*>(context);
  const ChunkJob& job = *guarded->job;
  guarded->touched_ns = NowNs();
  job.CopyPieces(*guarded->chunk, job.file_->data() + guarded->chunk->offset);
}

void ChunkJob::CopyPieces(const StoredChunk& chunk, const uint8_t* elements) const {
  alignas(8) uint8_t run[kRunWords * 8];
  const int64_t word_bytes = static_cast<int64_t>(word_bytes_);
  for (size_t i = chunk.first_piece; i < chunk.end_piece; ++i) {
    const ChunkPiece& piece = shape_.pieces[i];
    for (size_t row = 0; row < piece.rows; ++row) {
      const int64_t element = static_cast<int64_t>(piece.first_element) + static_cast<int64_t>(row) * shape_.row_stride;
      const uint8_t* const from = elements + element * word_bytes;
      const size_t into = piece.into + row * shape_.into_row_stride;
      if (shape_.column_stride == 1) {
        CopyRow(from, piece.columns, into);
        continue;
      }
      const int64_t stride_bytes = shape_.column_stride * word_bytes;
      for (size_t done = 0; done < piece.columns; done += kRunWords) {
        const size_t count = std::min(kRunWords, piece.columns - done);
        PickWords(from + static_cast<int64_t>(done) * stride_bytes, stride_bytes, count, word_bytes_, run);
        CopyRow(run, count, into + done);
      }
    }
  }
}

void ChunkJob::CopyRow(const uint8_t* from, size_t columns, size_t into) const {
  if (decode_ == nullptr) {
    memcpy(into_ + into * word_bytes_, from, columns * word_bytes_);
  } else {
    decode_(from, columns, reinterpret_cast<float*>(into_) + into);
  }
}

void ChunkJob::FillPieces(const StoredChunk& chunk) const {
  uint8_t run[kRunWords * 8];
  for (size_t i = 0; i < kRunWords; ++i) memcpy(run + i * word_bytes_, shape_.fill, word_bytes_);
  for (size_t i = chunk.first_piece; i < chunk.end_piece; ++i) {
    const ChunkPiece& piece = shape_.pieces[i];
    for (size_t row = 0; row < piece.rows; ++row) {
      const size_t into = piece.into + row * shape_.into_row_stride;
      for (size_t done = 0; done < piece.columns; done += kRunWords) {
        CopyRow(run, std::min(kRunWords, piece.columns - done), into + done);
      }
    }
  }
}

// One message is enough: the first one's.
void ChunkJob::Fail(const StoredChunk& chunk, const char* fault) {
  if (is_damaged_.exchange(true)) return;
  status_.message = "of the chunk at byte " + std::to_string(chunk.offset) + " the " + fault;
}

void ChunkJob::Conclude() {
  ended_ns_ = NowNs();
  Status changed = file_->ChangeOf(has_faulted_.load());
  if (is_aborted()) {
    status_.outcome = Outcome::kCancelled;
  } else if (changed.outcome != Outcome::kDone) {
    status_ = std::move(changed);
  } else if (is_damaged_.load()) {
    status_.outcome = Outcome::kFailed;
    status_.code = "DAMAGED";
  }
  file_.reset();  // Here and not on JavaScript's thread, in case it is the last user and unmaps.
}

JobReport ChunkJob::Report() const { return ReportOf(reports_, shares(), ended_ns_ - started_ns_.load()); }

}  // namespace crossline
