// Work on whole arrays.
#include "calls.h"

#include "array_tasks.h"
#include "call_arguments.h"
#include "pack_task.h"
#include "pending_call.h"
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

}  // namespace

void ExportArrayCalls(Napi::Env env, Napi::Object exports) {
  exports.Set("transpose", Napi::Function::New<Transpose>(env));
  exports.Set("packChunks", Napi::Function::New<PackChunks>(env));
#ifndef _WIN32
  // Where descriptors of the system are those of JavaScript.
  exports.Set("writeRows", Napi::Function::New<WriteRows>(env));
#endif
  exports.Set("countAmplitudes", Napi::Function::New<CountAmplitudes>(env));
}

}  // namespace crossline
