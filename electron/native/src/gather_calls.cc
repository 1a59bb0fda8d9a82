// Samples and bytes of a file.
#include "calls.h"

#include <algorithm>

#include "bytes_job.h"
#include "call_arguments.h"
#include "chunk_job.h"
#include "gather_job.h"
#include "pending_call.h"
#include "residency.h"
#include "worker_pool.h"

namespace crossline {
namespace {

// A plane that lies in one piece in memory is decoded (0.1 to 0.2 ms for 500,000 words) in the time that it takes to wake two
// threads, hand them the work and be told (0.1 to 0.15 ms). Longer would be felt by what else the event loop does.
constexpr double kAtHandNs = 200'000;
// Work that is over before a second thread would have come.
constexpr double kAloneNs = 100'000;
// As much as the system tells exactly of (residency.h).
constexpr size_t kStretchAtHand = 4 * 1024 * 1024 - 64 * 1024;

bool IsAtHand(const MappedFile& file, const GatherShape& shape, const GatherPlan& plan) {
  if (!plan.is_runs || !plan.is_near || plan.estimated_ns > kAtHandNs || shape.rows == 0) return false;
  const size_t row_bytes = shape.columns * plan.word_bytes;
  const size_t span = (shape.rows - 1) * static_cast<size_t>(shape.row_stride) + row_bytes;
  if (span > kStretchAtHand) return false;
  return ResidentShare(file, {shape.offset, 1, 0, span}, kPictureSamples) == 1;
}

// gather(handle, format, isBigEndian, rows, columns, columnStride, offset, rowStride, rowOffsets or null, into, flag)
Napi::Value Gather(const Napi::CallbackInfo& info) {
  GatherShape shape;
  shape.format = static_cast<int>(Integer(info[1]));
  shape.big_endian = Bool(info[2]);
  shape.rows = Count(info[3]);
  shape.columns = Count(info[4]);
  shape.column_stride = Integer(info[5]);
  shape.offset = Integer(info[6]);
  shape.row_stride = Integer(info[7]);
  if (!info[8].IsNull()) {
    // A copy: JavaScript may change its array after it was checked.
    const auto offsets = info[8].As<Napi::Float64Array>();
    shape.row_offsets.assign(offsets.Data(), offsets.Data() + shape.rows);
  }
  float* const into = info[9].As<Napi::Float32Array>().Data();
  GatherPlan plan = PlanGather(shape);
  const SharedFile file = FileOf(info[0]);
  plan.is_at_hand = IsAtHand(*file, shape, plan);
  if (plan.is_at_hand) plan.shares = plan.estimated_ns < kAloneNs ? 1 : std::min(2u, ProcessorCount());
  const auto call = plan.is_at_hand ? JoinCall : StartCall;
  std::unique_ptr<Task> job = std::make_unique<GatherJob>(file, std::move(shape), plan, into, AbortFlag(info[10]));
  return call(info.Env(), std::move(job), {info[9], info[10]}, MappedReport);
}

// So few bytes, in memory, are copied (5 us) sooner than a thread is woken and JavaScript told (30 to 60 us): opening a file
// reads a hundred headers.
constexpr size_t kBytesAtHand = 16 * 1024;

// readBytes(handle, offset, into, flag)
Napi::Value ReadBytes(const Napi::CallbackInfo& info) {
  auto into = info[2].As<Napi::Uint8Array>();
  const std::shared_ptr<MappedFile> file = FileOf(info[0]);
  const int64_t offset = Integer(info[1]);
  const size_t bytes = into.ElementLength();
  const bool is_at_hand = bytes <= kBytesAtHand && ResidentShare(*file, {offset, 1, 0, bytes}, kPictureSamples) == 1;
  const auto call = is_at_hand ? JoinCall : StartCall;
  auto job = std::make_unique<BytesJob>(file, offset, bytes, into.Data(), is_at_hand, AbortFlag(info[3]));
  return call(info.Env(), std::move(job), {info[2], info[3]}, MappedReport);
}

// gatherChunks(handle, format, isBigEndian, filters, filterElementBytes, chunkBytes, chunks, pieces, rowStride, columnStride,
//              intoRowStride, fill, isShared, into, flag): of each chunk offset, bytes, skipped filters and the piece behind its
//              last; of each piece first element, rows, columns and element of `into`; a Uint8Array takes words as they are
Napi::Value GatherChunks(const Napi::CallbackInfo& info) {
  ChunkShape shape;
  shape.format = static_cast<int>(Integer(info[1]));
  shape.big_endian = Bool(info[2]);
  const auto filters = info[3].As<Napi::Array>();
  const auto element_bytes = info[4].As<Napi::Array>();
  for (uint32_t i = 0; i < filters.Length(); ++i) {
    shape.filters.push_back({static_cast<FilterKind>(Integer(filters.Get(i))), Count(element_bytes.Get(i))});
  }
  shape.chunk_bytes = Count(info[5]);
  const auto chunks = info[6].As<Napi::Float64Array>();
  for (size_t i = 0, first_piece = 0; i < chunks.ElementLength(); i += 4) {
    const size_t end_piece = static_cast<size_t>(chunks[i + 3]);
    shape.chunks.push_back({static_cast<int64_t>(chunks[i]), static_cast<size_t>(chunks[i + 1]),
                            static_cast<uint32_t>(chunks[i + 2]), first_piece, end_piece});
    first_piece = end_piece;
  }
  const auto pieces = info[7].As<Napi::Float64Array>();
  for (size_t i = 0; i < pieces.ElementLength(); i += 4) {
    shape.pieces.push_back({static_cast<size_t>(pieces[i]), static_cast<size_t>(pieces[i + 1]),
                            static_cast<size_t>(pieces[i + 2]), static_cast<size_t>(pieces[i + 3])});
  }
  shape.row_stride = Integer(info[8]);
  shape.column_stride = Integer(info[9]);
  shape.into_row_stride = Count(info[10]);
  const auto fill = info[11].As<Napi::Uint8Array>();
  std::copy_n(fill.Data(), fill.ElementLength(), shape.fill);
  shape.is_shared = Bool(info[12]);
  const auto into = info[13].As<Napi::TypedArray>();
  shape.is_raw = into.TypedArrayType() == napi_uint8_array;
  uint8_t* const data = shape.is_raw ? into.As<Napi::Uint8Array>().Data()
                                     : reinterpret_cast<uint8_t*>(into.As<Napi::Float32Array>().Data());
  auto job = std::make_unique<ChunkJob>(FileOf(info[0]), std::move(shape), data, AbortFlag(info[14]));
  return StartCall(info.Env(), std::move(job), {info[13], info[14]}, [](Napi::Env env, Task* task) {
    return ReportArray(env, static_cast<ChunkJob*>(task)->Report());
  });
}

}  // namespace

void ExportGatherCalls(Napi::Env env, Napi::Object exports) {
  exports.Set("gather", Napi::Function::New<Gather>(env));
  exports.Set("readBytes", Napi::Function::New<ReadBytes>(env));
  exports.Set("gatherChunks", Napi::Function::New<GatherChunks>(env));
}

}  // namespace crossline
