// What the addon's functions are given, and what they give back.
#pragma once

#include <napi.h>

#include <memory>

#include "mapped_job.h"

namespace crossline {

using SharedFile = std::shared_ptr<MappedFile>;

// Null once closed.
inline SharedFile& FileOf(const Napi::Value& handle) { return *handle.As<Napi::External<SharedFile>>().Data(); }

// Null where the call cannot be aborted.
inline const int32_t* AbortFlag(const Napi::Value& flag) {
  return flag.IsNull() ? nullptr : flag.As<Napi::Int32Array>().Data();
}

inline int64_t Integer(const Napi::Value& value) { return value.As<Napi::Number>().Int64Value(); }

inline size_t Count(const Napi::Value& value) { return static_cast<size_t>(Integer(value)); }

inline bool Bool(const Napi::Value& value) { return value.As<Napi::Boolean>().Value(); }

// [readMs, decodeMs, majorFaults or -1]
inline Napi::Value ReportArray(Napi::Env env, const JobReport& report) {
  Napi::Array array = Napi::Array::New(env, 3);
  array.Set(0u, report.read_ms);
  array.Set(1u, report.decode_ms);
  array.Set(2u, report.major_faults);
  return array;
}

inline Napi::Value MappedReport(Napi::Env env, Task* task) {
  return ReportArray(env, static_cast<MappedJob*>(task)->Report());
}

inline Napi::Value Nothing(Napi::Env env, Task*) { return env.Undefined(); }

}  // namespace crossline
