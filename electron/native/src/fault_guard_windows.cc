#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "fault_guard.h"

namespace crossline {

// Structured exceptions belong to the thread's frames: there is no handler to install.
void InstallFaultGuard() {}

bool RunGuarded(void (*body)(void*), void* context) {
  __try {
    body(context);
    return true;
  } __except (GetExceptionCode() == EXCEPTION_IN_PAGE_ERROR ? EXCEPTION_EXECUTE_HANDLER : EXCEPTION_CONTINUE_SEARCH) {
    return false;
  }
}

}  // namespace crossline
#endif
