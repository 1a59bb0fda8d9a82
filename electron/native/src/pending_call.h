// A JavaScript call that a task on the pool answers.
#pragma once

#include <napi.h>

#include <functional>
#include <memory>
#include <vector>

#include "task.h"

namespace crossline {

// What the task found, as a JavaScript value; on JavaScript's thread.
using MakeResult = std::function<Napi::Value(Napi::Env env, Task* task)>;

// Starts the task. The promise rejects with an Error whose `code` is CANCELLED, FILE_CHANGED or the system's name of
// its error. The kept values (the output buffers and the abort flag, whose memory the task uses) stay alive, and
// the task has stopped writing to them, until the promise settles.
Napi::Promise StartCall(Napi::Env env, std::unique_ptr<Task> task, const std::vector<Napi::Value>& kept,
                        MakeResult make_result);

// The same for a task of microseconds that waits for nothing: this thread takes one of its shares, and where the others are done
// with theirs by then the promise is settled already. The task must leave nothing undone when one share has returned.
Napi::Promise JoinCall(Napi::Env env, std::unique_ptr<Task> task, const std::vector<Napi::Value>& kept,
                       MakeResult make_result);

// Once, when the addon is loaded into an environment.
void PrepareCalls(Napi::Env env);

}  // namespace crossline
