#include "pending_call.h"

#include <condition_variable>
#include <mutex>
#include <unordered_set>

#include "worker_pool.h"

namespace crossline {
namespace {

struct PendingCall;
class Calls;

void Settle(Napi::Env env, Napi::Function, Calls* calls, PendingCall* call);
using Notifier = Napi::TypedThreadSafeFunction<Calls, PendingCall, Settle>;

struct PendingCall {
  PendingCall(Napi::Env env, Calls* owner) : calls(owner), deferred(Napi::Promise::Deferred::New(env)) {}

  Calls* const calls;
  Napi::Promise::Deferred deferred;
  std::unique_ptr<Task> task;
  MakeResult make_result;
  std::vector<Napi::Reference<Napi::Value>> kept;
};

// The calls of one environment (the main thread's, or a worker's).
class Calls {
 public:
  explicit Calls(Napi::Env env) : notifier_(Notifier::New(env, "crossline", 0, 1, this)) {
    notifier_.Unref(env);
  }

  void Start(Napi::Env env, PendingCall* call) {
    if (unsettled_++ == 0) notifier_.Ref(env);  // A process that waits for an answer stays alive.
    {
      std::lock_guard<std::mutex> lock(mutex_);
      running_.insert(call);
    }
    call->task->OnEnd(
        [](void* owner) {
          PendingCall* const ended = static_cast<PendingCall*>(owner);
          ended->calls->End(ended);
        },
        call);
    Submit(call->task.get());
  }

  void Settled(Napi::Env env) {
    if (--unsettled_ == 0) notifier_.Unref(env);
  }

  // The environment ends: its buffers are freed after this, so no task may go on writing to them.
  void StopAll() {
    std::unique_lock<std::mutex> lock(mutex_);
    for (PendingCall* const call : running_) call->task->Cancel();
    all_ended_.wait(lock, [this] { return running_.empty(); });
  }

 private:
  void End(PendingCall* call) {
    std::lock_guard<std::mutex> lock(mutex_);
    running_.erase(call);
    notifier_.NonBlockingCall(call);
    all_ended_.notify_all();
  }

  Notifier notifier_;
  size_t unsettled_ = 0;
  std::mutex mutex_;
  std::condition_variable all_ended_;
  std::unordered_set<PendingCall*> running_;
};

Napi::Error ErrorOf(Napi::Env env, const Status& status) {
  const char* const code = status.outcome == Outcome::kCancelled     ? "CANCELLED"
                           : status.outcome == Outcome::kFileChanged ? "FILE_CHANGED"
                                                                     : status.code.c_str();
  Napi::Error error = Napi::Error::New(env, status.message);
  error.Set("code", Napi::String::New(env, code));
  return error;
}

void SettlePromise(Napi::Env env, const Napi::Promise::Deferred& deferred, Task* task, const MakeResult& make_result) {
  const Status& status = task->status();
  if (status.outcome == Outcome::kDone) {
    deferred.Resolve(make_result(env, task));
  } else {
    deferred.Reject(ErrorOf(env, status).Value());
  }
}

void Settle(Napi::Env env, Napi::Function, Calls* calls, PendingCall* call) {
  if (env == nullptr) {
    // The environment has gone, and with it what the references point to.
    for (auto& reference : call->kept) reference.SuppressDestruct();
    delete call;
    return;
  }
  const std::unique_ptr<PendingCall> owned(call);
  calls->Settled(env);
  SettlePromise(env, call->deferred, call->task.get(), call->make_result);
}

}  // namespace

Napi::Promise StartCall(Napi::Env env, std::unique_ptr<Task> task, const std::vector<Napi::Value>& kept,
                        MakeResult make_result) {
  Calls* const calls = env.GetInstanceData<Calls>();
  PendingCall* const call = new PendingCall(env, calls);
  call->task = std::move(task);
  call->make_result = std::move(make_result);
  for (const Napi::Value& value : kept) {
    if (value.IsObject()) call->kept.push_back(Napi::Reference<Napi::Value>::New(value, 1));
  }
  const Napi::Promise promise = call->deferred.Promise();
  calls->Start(env, call);
  return promise;
}

Napi::Promise CallNow(Napi::Env env, const std::unique_ptr<Task>& task, const MakeResult& make_result) {
  const auto deferred = Napi::Promise::Deferred::New(env);
  task->OnEnd([](void*) {}, nullptr);
  task->RunShare();
  SettlePromise(env, deferred, task.get(), make_result);
  return deferred.Promise();
}

void PrepareCalls(Napi::Env env) {
  Calls* const calls = new Calls(env);
  env.SetInstanceData<Calls>(calls);
  env.AddCleanupHook([](Calls* ending) { ending->StopAll(); }, calls);
}

}  // namespace crossline
