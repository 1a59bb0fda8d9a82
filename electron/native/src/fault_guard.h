// Survives reading a mapped page that the system cannot supply: the file shrank under the mapping, or its disk failed.
#pragma once

namespace crossline {

// Call before each mapping is made: whoever installed a handler since then (Crashpad does) is chained to, not lost.
void InstallFaultGuard();

// Runs `body(context)`; false where a page could not be supplied, and the body ended there. The body must be plain C
// code: its frames are left without running destructors.
bool RunGuarded(void (*body)(void*), void* context);

}  // namespace crossline
