// Work on whole arrays.
#include "calls.h"

#include "array_tasks.h"
#include "call_arguments.h"
#include "pack_task.h"
#include "pending_call.h"
#include "warp_task.h"
#include "write_task.h"

namespace crossline {
namespace {

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

// In the time that it takes to wake a thread and to be told (0.1 ms) this one has done so many.
constexpr size_t kCellsAtHand = 100'000;

// warp(a, b, isSquared, diagonalWeight, starts, firstRow, steps) -> cost
Napi::Value Warp(const Napi::CallbackInfo& info) {
  const auto a = info[0].As<Napi::Float64Array>();
  const auto b = info[1].As<Napi::Float64Array>();
  auto steps = info[6].As<Napi::Uint8Array>();
  const WarpBand band = {info[4].As<Napi::Uint32Array>().Data(), info[5].As<Napi::Uint32Array>().Data()};
  auto task = std::make_unique<WarpTask>(a.Data(), a.ElementLength(), b.Data(), b.ElementLength(), Bool(info[2]),
                                         info[3].As<Napi::Number>().DoubleValue(), band,
                                         steps.Data());
  const auto call = steps.ElementLength() <= kCellsAtHand ? JoinCall : StartCall;
  return call(info.Env(), std::move(task), {info[0], info[4], info[5], info[6]}, [](Napi::Env env, Task* ended) -> Napi::Value {
    return Napi::Number::New(env, static_cast<WarpTask*>(ended)->cost());
  });
}

}  // namespace

void ExportArrayCalls(Napi::Env env, Napi::Object exports) {
  exports.Set("transpose", Napi::Function::New<Transpose>(env));
  exports.Set("packChunks", Napi::Function::New<PackChunks>(env));
#ifndef _WIN32
  // Where descriptors of the system are those of JavaScript.
  exports.Set("writeRows", Napi::Function::New<WriteRows>(env));
#endif
  exports.Set("countAmplitudes", Napi::Function::New<CountAmplitudes>(env));
  exports.Set("warp", Napi::Function::New<Warp>(env));
}

}  // namespace crossline
