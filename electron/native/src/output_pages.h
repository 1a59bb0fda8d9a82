// Fresh memory that a job is about to fill.
#pragma once

#include <cstddef>
#include <cstdint>

namespace crossline {

// Asks the system for all pages of a stretch at once, where it can: one by one, each costs a fault of its own, which in a
// virtual machine takes longer than filling the page. Leaves what is there as it is.
void PrepareOutput(uint8_t* from, size_t bytes);

}  // namespace crossline
