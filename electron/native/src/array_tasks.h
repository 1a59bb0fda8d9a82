// Work on arrays that JavaScript holds, on the pool's threads: no file, no faults.
#pragma once

#include <cstddef>
#include <cstdint>

#include "task.h"

namespace crossline {

// into[column * rows + row] = from[row * columns + column]
class TransposeTask final : public Task {
 public:
  TransposeTask(const float* from, size_t rows, size_t columns, float* into);
  void Work() override;

 private:
  const float* const from_;
  const size_t rows_;
  const size_t columns_;
  float* const into_;
  std::atomic<size_t> next_strip_{0};
};

// Finite and other samples by the upper half of their bits; the sum of the finite ones' squares; the least and the most of
// those that are not NaN.
constexpr size_t kAmplitudeClasses = 65536;

class CountTask final : public Task {
 public:
  // `classes` has kAmplitudeClasses elements and is added to.
  CountTask(const float* samples, size_t count, uint32_t* classes);
  void Work() override;

  double sum_of_squares() const { return sum_of_squares_; }
  float least() const { return least_; }
  float most() const { return most_; }

 private:
  const float* const samples_;
  const size_t count_;
  uint32_t* const classes_;
  double sum_of_squares_ = 0;
  float least_ = 0;
  float most_ = 0;
};

}  // namespace crossline
