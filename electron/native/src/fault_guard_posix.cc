#ifndef _WIN32
#include <setjmp.h>
#include <signal.h>
#include <string.h>

#include <mutex>

#include "fault_guard.h"

namespace crossline {
namespace {

// Initial-exec: the handler must not be the one that allocates a thread's block of dynamic thread-local storage.
#ifdef __linux__
#define CROSSLINE_TLS __attribute__((tls_model("initial-exec")))
#else
#define CROSSLINE_TLS
#endif

// Where this thread resumes. The pointer itself is volatile: nothing between its two stores is seen to read it, and
// the compiler would drop the first of them.
__thread sigjmp_buf* volatile resume_point CROSSLINE_TLS = nullptr;
__thread volatile sig_atomic_t is_chaining CROSSLINE_TLS = 0;

struct sigaction previous_action;

void TakeDefault(int number) {
  struct sigaction fallback;
  memset(&fallback, 0, sizeof(fallback));
  fallback.sa_handler = SIG_DFL;
  sigaction(number, &fallback, nullptr);
}

// A fault of somebody else's. Back from here the faulting instruction runs again, so a handler that does not help is
// called again and again, as it would be without us.
void Chain(int number, siginfo_t* info, void* machine) {
  const bool has_handler = (previous_action.sa_flags & SA_SIGINFO) != 0 ||
                           (previous_action.sa_handler != SIG_DFL && previous_action.sa_handler != SIG_IGN);
  // Where the previous handler chains back to us, the circle ends with the default action: the process dies.
  if (!has_handler || is_chaining) {
    TakeDefault(number);
    if (info->si_code <= 0) raise(number);  // Sent by a process: no instruction runs again to repeat it.
    return;
  }
  is_chaining = 1;
  if ((previous_action.sa_flags & SA_SIGINFO) != 0) {
    previous_action.sa_sigaction(number, info, machine);
  } else {
    previous_action.sa_handler(number);
  }
  is_chaining = 0;
}

void OnBusError(int number, siginfo_t* info, void* machine) {
  sigjmp_buf* const point = resume_point;
  if (point != nullptr && info->si_code > 0) {
    resume_point = nullptr;
    siglongjmp(*point, 1);
  }
  Chain(number, info, machine);
}

}  // namespace

void InstallFaultGuard() {
  static std::mutex mutex;
  std::lock_guard<std::mutex> lock(mutex);
  struct sigaction current;
  if (sigaction(SIGBUS, nullptr, &current) != 0) return;
  if ((current.sa_flags & SA_SIGINFO) != 0 && current.sa_sigaction == OnBusError) return;
  previous_action = current;
  struct sigaction ours;
  memset(&ours, 0, sizeof(ours));
  ours.sa_sigaction = OnBusError;
  ours.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigemptyset(&ours.sa_mask);
  sigaction(SIGBUS, &ours, nullptr);
}

__attribute__((noinline)) bool RunGuarded(void (*body)(void*), void* context) {
  sigjmp_buf point;
  // With the signal mask, else SIGBUS would stay blocked after the jump and the next fault would kill the process.
  if (sigsetjmp(point, 1) != 0) return false;
  resume_point = &point;
  body(context);
  resume_point = nullptr;
  return true;
}

}  // namespace crossline
#endif
