// The addon as it is loaded.
#include <napi.h>

#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#else
#include <dlfcn.h>
#endif

#include "calls.h"
#include "pending_call.h"

namespace crossline {
namespace {

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
  ExportFileCalls(env, exports);
  ExportGatherCalls(env, exports);
  ExportHeaderCalls(env, exports);
  ExportArrayCalls(env, exports);
  return exports;
}

}  // namespace
}  // namespace crossline

static Napi::Object InitialiseAddon(Napi::Env env, Napi::Object exports) {
  return crossline::Initialise(env, exports);
}

NODE_API_MODULE(crossline_native, InitialiseAddon)
