// The addon's own threads. libuv has four for the whole process: four slices on a cold disk would starve every other
// file call.
#pragma once

#include "task.h"

namespace crossline {

// The number of processors, at least one.
unsigned ProcessorCount();

// Runs so many shares of the task, each on a thread of the pool. Threads start with the first task and live as long as the
// process, which does not wait for them.
void Submit(Task* task, unsigned shares);

// Takes the task's shares back that no thread has begun, and tells how many.
unsigned Withdraw(Task* task);

}  // namespace crossline
