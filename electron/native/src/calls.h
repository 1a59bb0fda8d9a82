// The addon's functions as JavaScript sees them; addon-binding.ts declares their types, addon.ts checks the arguments
// and is their only caller.
#pragma once

#include <napi.h>

namespace crossline {

void ExportFileCalls(Napi::Env env, Napi::Object exports);
void ExportGatherCalls(Napi::Env env, Napi::Object exports);
void ExportHeaderCalls(Napi::Env env, Napi::Object exports);
void ExportArrayCalls(Napi::Env env, Napi::Object exports);

}  // namespace crossline
