// The addon's functions as JavaScript sees them; addon-binding.ts declares their types, addon.ts checks the arguments
// and is their only caller.
#include <napi.h>

#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#else
#include <dlfcn.h>
#endif

#include <algorithm>

#include "array_tasks.h"
#include "bytes_job.h"
#include "chunk_job.h"
#include "gather_job.h"
#include "header_job.h"
#include "pack_task.h"
#include "pending_call.h"
#include "populate_job.h"
#include "residency.h"
#include "write_task.h"
#include "zero_trace_job.h"

namespace crossline {
namespace {

using SharedFile = std::shared_ptr<MappedFile>;

// Null once closed.
SharedFile& FileOf(const Napi::Value& handle) { return *handle.As<Napi::External<SharedFile>>().Data(); }

// Null where the call cannot be aborted.
const int32_t* AbortFlag(const Napi::Value& flag) {
  return flag.IsNull() ? nullptr : flag.As<Napi::Int32Array>().Data();
}

int64_t Integer(const Napi::Value& value) { return value.As<Napi::Number>().Int64Value(); }

size_t Count(const Napi::Value& value) { return static_cast<size_t>(Integer(value)); }

bool Bool(const Napi::Value& value) { return value.As<Napi::Boolean>().Value(); }

// [readMs, decodeMs, majorFaults or -1]
Napi::Value ReportArray(Napi::Env env, const JobReport& report) {
  Napi::Array array = Napi::Array::New(env, 3);
  array.Set(0u, report.read_ms);
  array.Set(1u, report.decode_ms);
  array.Set(2u, report.major_faults);
  return array;
}

Napi::Value MappedReport(Napi::Env env, Task* task) {
  return ReportArray(env, static_cast<MappedJob*>(task)->Report());
}

Napi::Value Nothing(Napi::Env env, Task*) { return env.Undefined(); }

class OpenTask final : public Task {
 public:
  explicit OpenTask(std::string path) : Task(1), path_(std::move(path)) {}
  void Work() override { file_ = MappedFile::Open(path_, &status_); }
  SharedFile file() const { return file_; }

 private:
  const std::string path_;
  SharedFile file_;
};

class CloseTask final : public Task {
 public:
  explicit CloseTask(SharedFile file) : Task(1), file_(std::move(file)) {}
  void Work() override { file_.reset(); }

 private:
  SharedFile file_;
};

// open(path) -> {handle, bytes, modifiedMs}
Napi::Value Open(const Napi::CallbackInfo& info) {
  auto task = std::make_unique<OpenTask>(info[0].As<Napi::String>().Utf8Value());
  return StartCall(info.Env(), std::move(task), {}, [](Napi::Env env, Task* ended) -> Napi::Value {
    SharedFile* const file = new SharedFile(static_cast<OpenTask*>(ended)->file());
    Napi::Object opened = Napi::Object::New(env);
    opened.Set("handle", Napi::External<SharedFile>::New(env, file, [](Napi::Env, SharedFile* gone) { delete gone; }));
    opened.Set("bytes", static_cast<double>((*file)->size()));
    opened.Set("modifiedMs", (*file)->modified_ms());
    return opened;
  });
}

// close(handle): the file is unmapped after the last call that uses it.
Napi::Value Close(const Napi::CallbackInfo& info) {
  SharedFile file;
  file.swap(FileOf(info[0]));
  return StartCall(info.Env(), std::make_unique<CloseTask>(std::move(file)), {}, Nothing);
}

// A plane that lies in one piece in memory is decoded (0.1 to 0.2 ms for 500,000 words) in the time that it takes to wake two
// threads, hand them the work and be told (0.1 to 0.15 ms). Longer would be felt by what else the event loop does.
constexpr double kAtHandNs = 200'000;
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
  const bool is_at_hand = IsAtHand(*file, shape, plan);
  if (is_at_hand) plan.shares = 1;
  std::unique_ptr<Task> job = std::make_unique<GatherJob>(file, std::move(shape), plan, into, AbortFlag(info[10]));
  if (is_at_hand) return CallNow(info.Env(), job, MappedReport);
  return StartCall(info.Env(), std::move(job), {info[9], info[10]}, MappedReport);
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
  std::unique_ptr<Task> job = std::make_unique<BytesJob>(file, offset, bytes, into.Data(), AbortFlag(info[3]));
  const bool is_at_hand = bytes <= kBytesAtHand && ResidentShare(*file, {offset, 1, 0, bytes}, kPictureSamples) == 1;
  if (is_at_hand) return CallNow(info.Env(), job, MappedReport);
  return StartCall(info.Env(), std::move(job), {info[2], info[3]}, MappedReport);
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

// Offset, count, stride and the list of offsets or null, which are four arguments in this order.
Places PlacesAt(const Napi::CallbackInfo& info, size_t first) {
  Places places = {Count(info[first + 1]), Integer(info[first]), Integer(info[first + 2]), {}};
  if (!info[first + 3].IsNull()) {
    // A copy: JavaScript may change its array after it was checked.
    const auto offsets = info[first + 3].As<Napi::Float64Array>();
    places.offsets.assign(offsets.Data(), offsets.Data() + places.count);
  }
  return places;
}

// gatherHeaders(handle, offset, count, stride, offsets or null, isBigEndian, positions, types, columns, flag)
Napi::Value GatherHeaders(const Napi::CallbackInfo& info) {
  const auto positions = info[6].As<Napi::Array>();
  const auto types = info[7].As<Napi::Array>();
  const auto columns = info[8].As<Napi::Array>();
  std::vector<HeaderWord> words;
  std::vector<Napi::Value> kept = {info[9]};
  for (uint32_t i = 0; i < positions.Length(); ++i) {
    const Napi::TypedArray column = columns.Get(i).As<Napi::TypedArray>();
    const bool is_int32 = column.TypedArrayType() == napi_int32_array;
    void* const into = is_int32 ? static_cast<void*>(column.As<Napi::Int32Array>().Data())
                                : static_cast<void*>(column.As<Napi::Float64Array>().Data());
    words.push_back({Integer(positions.Get(i)), static_cast<HeaderWordType>(Integer(types.Get(i))),
                     is_int32 ? ColumnType::kInt32 : ColumnType::kFloat64, into});
    kept.push_back(column);
  }
  auto job = std::make_unique<HeaderJob>(FileOf(info[0]), PlacesAt(info, 1), Bool(info[5]), std::move(words),
                                         AbortFlag(info[9]));
  return StartCall(info.Env(), std::move(job), kept, Nothing);
}

// findZeroTraces(handle, format, isBigEndian, offset, count, stride, offsets or null, samples, into, flag)
Napi::Value FindZeroTraces(const Napi::CallbackInfo& info) {
  ZeroSearch search = {static_cast<int>(Integer(info[1])), Bool(info[2]), PlacesAt(info, 3), Count(info[7])};
  uint8_t* const into = info[8].As<Napi::Uint8Array>().Data();
  auto job = std::make_unique<ZeroTraceJob>(FileOf(info[0]), std::move(search), into, AbortFlag(info[9]));
  return StartCall(info.Env(), std::move(job), {info[8], info[9]}, Nothing);
}

// residentShare(handle, offset, rows, rowStride, rowBytes) -> share, or -1 where it is not known
Napi::Value ResidentShareOf(const Napi::CallbackInfo& info) {
  const Stretches stretches = {Integer(info[1]), Count(info[2]), Integer(info[3]), Count(info[4])};
  return Napi::Number::New(info.Env(), ResidentShare(*FileOf(info[0]), stretches, kPictureSamples));
}

// populateResident(handle, flag) -> bytes
Napi::Value PopulateResident(const Napi::CallbackInfo& info) {
  auto job = std::make_unique<PopulateJob>(FileOf(info[0]), AbortFlag(info[1]));
  return StartCall(info.Env(), std::move(job), {info[1]}, [](Napi::Env env, Task* task) -> Napi::Value {
    return Napi::Number::New(env, static_cast<double>(static_cast<PopulateJob*>(task)->populated_bytes()));
  });
}

// transpose(from, rows, columns, into)
Napi::Value Transpose(const Napi::CallbackInfo& info) {
  auto task = std::make_unique<TransposeTask>(info[0].As<Napi::Float32Array>().Data(), Count(info[1]), Count(info[2]),
                                              info[3].As<Napi::Float32Array>().Data());
  return StartCall(info.Env(), std::move(task), {info[0], info[3]}, Nothing);
}

// packChunks(from, shape, chunkShape, firstChunk, chunks, compresses, into, sizes)
Napi::Value PackChunks(const Napi::CallbackInfo& info) {
  PackShape shape;
  for (uint32_t axis = 0; axis < 3; ++axis) {
    shape.shape[axis] = Count(info[1].As<Napi::Array>().Get(axis));
    shape.chunk_shape[axis] = Count(info[2].As<Napi::Array>().Get(axis));
  }
  shape.first_chunk = Count(info[3]);
  shape.chunks = Count(info[4]);
  shape.compresses = Bool(info[5]);
  auto task = std::make_unique<PackTask>(info[0].As<Napi::Float32Array>().Data(), shape,
                                         info[6].As<Napi::Uint8Array>().Data(), info[7].As<Napi::Uint32Array>().Data());
  return StartCall(info.Env(), std::move(task), {info[0], info[6], info[7]}, Nothing);
}

#ifndef _WIN32
// writeRows(descriptor, from, rows, rowBytes, offset, stride)
Napi::Value WriteRows(const Napi::CallbackInfo& info) {
  auto task = std::make_unique<WriteTask>(static_cast<int>(Integer(info[0])), info[1].As<Napi::Uint8Array>().Data(),
                                          Count(info[2]), Count(info[3]), Integer(info[4]), Integer(info[5]));
  return StartCall(info.Env(), std::move(task), {info[1]}, Nothing);
}
#endif

// countAmplitudes(samples, classes) -> [sumOfSquares, least, most]
Napi::Value CountAmplitudes(const Napi::CallbackInfo& info) {
  const auto samples = info[0].As<Napi::Float32Array>();
  auto task = std::make_unique<CountTask>(samples.Data(), samples.ElementLength(), info[1].As<Napi::Uint32Array>().Data());
  return StartCall(info.Env(), std::move(task), {info[0], info[1]}, [](Napi::Env env, Task* ended) -> Napi::Value {
    const CountTask& count = *static_cast<CountTask*>(ended);
    Napi::Array array = Napi::Array::New(env, 3);
    array.Set(0u, count.sum_of_squares());
    array.Set(1u, static_cast<double>(count.least()));
    array.Set(2u, static_cast<double>(count.most()));
    return array;
  });
}

// The pool's threads and the signal handler outlive the environment that loaded the library (a worker's is unloaded
// with it), so the library stays until the process ends.
void PinLibrary() {
#ifdef _WIN32
  HMODULE module;
  GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS,
                     reinterpret_cast<LPCWSTR>(&PinLibrary), &module);
#else
  Dl_info found;
  if (dladdr(reinterpret_cast<void*>(&PinLibrary), &found) != 0) dlopen(found.dli_fname, RTLD_NOW | RTLD_NODELETE);
#endif
}

Napi::Object Initialise(Napi::Env env, Napi::Object exports) {
  PinLibrary();
  PrepareCalls(env);
  exports.Set("open", Napi::Function::New<Open>(env));
  exports.Set("close", Napi::Function::New<Close>(env));
  exports.Set("gather", Napi::Function::New<Gather>(env));
  exports.Set("readBytes", Napi::Function::New<ReadBytes>(env));
  exports.Set("gatherChunks", Napi::Function::New<GatherChunks>(env));
  exports.Set("gatherHeaders", Napi::Function::New<GatherHeaders>(env));
  exports.Set("findZeroTraces", Napi::Function::New<FindZeroTraces>(env));
  exports.Set("residentShare", Napi::Function::New<ResidentShareOf>(env));
  exports.Set("transpose", Napi::Function::New<Transpose>(env));
  exports.Set("packChunks", Napi::Function::New<PackChunks>(env));
#ifndef _WIN32
  // Where descriptors of the system are those of JavaScript.
  exports.Set("writeRows", Napi::Function::New<WriteRows>(env));
#endif
  exports.Set("countAmplitudes", Napi::Function::New<CountAmplitudes>(env));
  exports.Set("populateResident", Napi::Function::New<PopulateResident>(env));
  return exports;
}

}  // namespace
}  // namespace crossline

static Napi::Object InitialiseAddon(Napi::Env env, Napi::Object exports) {
  return crossline::Initialise(env, exports);
}

NODE_API_MODULE(crossline_native, InitialiseAddon)
