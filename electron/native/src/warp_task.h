// Exact dynamic time warping of two traces, on one thread of the pool.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "task.h"

namespace crossline {

// The cells of the band, as band-cells.ts lists them.
struct WarpBand {
  const uint32_t* starts;
  const uint32_t* first_row;
};

class WarpTask final : public Task {
 public:
  // `steps` has a byte for each cell of the band.
  WarpTask(const double* a, size_t rows, const double* b, size_t columns, bool is_squared, double diagonal_weight, WarpBand band,
           uint8_t* steps);
  void Work() override;

  // Of the whole path, where the band has its last cell.
  double cost() const { return cost_; }

 private:
  const double* const a_;
  const size_t rows_;
  const size_t columns_;
  // Turned round.
  const std::vector<double> b_;
  const bool is_squared_;
  const double diagonal_weight_;
  const WarpBand band_;
  uint8_t* const steps_;
  double cost_ = 0;
};

}  // namespace crossline
