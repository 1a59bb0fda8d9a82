#include "pending_call.h"

#include <atomic>
#include <chrono>
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

// A block takes 10 us.
constexpr std::chrono::microseconds kLongestWait(50);

// A call whose task is over is settled from its notice, unless JavaScript's thread works on it too and has not turned away.
enum class CallState { kJoined, kLeft, kEnded };

struct PendingCall {
  PendingCall(Napi::Env env, Calls* owner, std::unique_ptr<Task> work, MakeResult make)
      : calls(owner),
        deferred(Napi::Promise::Deferred::New(env)),
        task(std::move(work)),
        make_result(std::move(make)) {}

  void Keep(const std::vector<Napi::Value>& values) {
    for (const Napi::Value& value : values) {
      if (value.IsObject()) kept.push_back(Napi::Reference<Napi::Value>::New(value, 1));
    }
  }

  // For as long as the others' last blocks should take; they may have been sent to sleep.
  void WaitForEnd() const {
    const auto end = std::chrono::steady_clock::now() + kLongestWait;
    while (state.load() != CallState::kEnded && std::chrono::steady_clock::now() < end) continue;
  }

  Calls* const calls;
  Napi::Promise::Deferred deferred;
  std::unique_ptr<Task> task;
  MakeResult make_result;
  std::vector<Napi::Reference<Napi::Value>> kept;
  std::atomic<CallState> state{CallState::kLeft};
};

// The calls of one environment (the main thread's, or a worker's).
class Calls {
 public:
  explicit Calls(Napi::Env env) : notifier_(Notifier::New(env, "crossline", 0, 1, this)) {
    notifier_.Unref(env);
  }

  // On the pool's threads, but for one share that is the caller's where it joins in.
  void Start(PendingCall* call, bool joins) {
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
    Submit(call->task.get(), call->task->shares() - (joins ? 1 : 0));
  }

  // A process that waits for an answer stays alive.
  void Await(Napi::Env env) {
    if (unsettled_++ == 0) notifier_.Ref(env);
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
    // Once the state is set, a caller that joined in may delete the call.
    if (call->state.exchange(CallState::kEnded) == CallState::kLeft) notifier_.NonBlockingCall(call);
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

void SettlePromise(Napi::Env env, const PendingCall& call) {
  const Status& status = call.task->status();
  if (status.outcome == Outcome::kDone) {
    call.deferred.Resolve(call.make_result(env, call.task.get()));
  } else {
    call.deferred.Reject(ErrorOf(env, status).Value());
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
  SettlePromise(env, *call);
}

}  // namespace

Napi::Promise StartCall(Napi::Env env, std::unique_ptr<Task> task, const std::vector<Napi::Value>& kept,
                        MakeResult make_result) {
  Calls* const calls = env.GetInstanceData<Calls>();
  PendingCall* const call = new PendingCall(env, calls, std::move(task), std::move(make_result));
  const Napi::Promise promise = call->deferred.Promise();
  call->Keep(kept);
  calls->Await(env);
  calls->Start(call, false);
  return promise;
}

Napi::Promise JoinCall(Napi::Env env, std::unique_ptr<Task> task, const std::vector<Napi::Value>& kept,
                       MakeResult make_result) {
  Calls* const calls = env.GetInstanceData<Calls>();
  auto call = std::make_unique<PendingCall>(env, calls, std::move(task), std::move(make_result));
  const Napi::Promise promise = call->deferred.Promise();
  call->state.store(CallState::kJoined);
  calls->Start(call.get(), true);
  call->task->RunShare();
  if (call->state.load() != CallState::kEnded) {
    call->task->Forgo(Withdraw(call->task.get()));
    call->WaitForEnd();
  }
  if (call->state.exchange(CallState::kLeft) == CallState::kEnded) {
    SettlePromise(env, *call);
  } else {
    call->Keep(kept);
    calls->Await(env);
    call.release();
  }
  return promise;
}

void PrepareCalls(Napi::Env env) {
  Calls* const calls = new Calls(env);
  env.SetInstanceData<Calls>(calls);
  env.AddCleanupHook([](Calls* ending) { ending->StopAll(); }, calls);
}

}  // namespace crossline
