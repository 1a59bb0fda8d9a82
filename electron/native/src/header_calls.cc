// Words of all headers, and which traces are all zero.
#include "calls.h"

#include "call_arguments.h"
#include "header_job.h"
#include "pending_call.h"
#include "zero_trace_job.h"

namespace crossline {
namespace {

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

}  // namespace

void ExportHeaderCalls(Napi::Env env, Napi::Object exports) {
  exports.Set("gatherHeaders", Napi::Function::New<GatherHeaders>(env));
  exports.Set("findZeroTraces", Napi::Function::New<FindZeroTraces>(env));
}

}  // namespace crossline
