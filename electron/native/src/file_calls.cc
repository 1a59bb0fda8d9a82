// Opening and closing, and what of a file is in memory.
#include "calls.h"

#include "call_arguments.h"
#include "pending_call.h"
#include "populate_job.h"
#include "residency.h"

namespace crossline {
namespace {

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

}  // namespace

void ExportFileCalls(Napi::Env env, Napi::Object exports) {
  exports.Set("open", Napi::Function::New<Open>(env));
  exports.Set("close", Napi::Function::New<Close>(env));
  exports.Set("residentShare", Napi::Function::New<ResidentShareOf>(env));
  exports.Set("populateResident", Napi::Function::New<PopulateResident>(env));
}

}  // namespace crossline
