// Rows of an array written to places of a file that are evenly spaced.
#pragma once

#ifndef _WIN32
#include <cstddef>
#include <cstdint>

#include "task.h"

namespace crossline {

// Row r, of `row_bytes`, goes to `offset + r * stride`. One thread: the system lets one at a time write to a file.
class WriteTask final : public Task {
 public:
  WriteTask(int descriptor, const uint8_t* from, size_t rows, size_t row_bytes, int64_t offset, int64_t stride);
  void Work() override;

 private:
  const int descriptor_;
  const uint8_t* const from_;
  const size_t rows_;
  const size_t row_bytes_;
  const int64_t offset_;
  const int64_t stride_;
};

}  // namespace crossline
#endif
