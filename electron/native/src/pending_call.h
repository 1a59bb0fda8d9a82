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

// Runs the task at once, on this thread, of which it needs no more than microseconds; settles like StartCall's.
Napi::Promise CallNow(Napi::Env env, const std::unique_ptr<Task>& task, const MakeResult& make_result);

// Once, when the addon is loaded into an environment.
void PrepareCalls(Napi::Env env);

}  // namespace crossline
