#include "warp_task.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "warp_kernels.h"

namespace crossline {
namespace {

using WarpFunction = void (*)(const WarpDiagonal&);

template <bool kSquared>
void WarpBaseline(const WarpDiagonal& at) {
#ifdef __GNUC__
  WarpLanes<kSquared, Doubles2, Masks2, Bytes2>(at);
#else
  WarpCells<kSquared>(at, 0);
#endif
}

#if defined(__x86_64__) && defined(__GNUC__)
template <bool kSquared>
__attribute__((target("avx2"))) void WarpAvx2(const WarpDiagonal& at) {
  WarpLanes<kSquared, Doubles4, Masks4, Bytes4>(at);
}

bool HasAvx2() {
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx2");
}
#endif

WarpFunction FindWarp(bool is_squared) {
#if defined(__x86_64__) && defined(__GNUC__)
  static const bool has_avx2 = HasAvx2();
  if (has_avx2) return is_squared ? WarpAvx2<true> : WarpAvx2<false>;
#endif
  return is_squared ? WarpBaseline<true> : WarpBaseline<false>;
}

// Anti-diagonals between two looks at the cancel flag.
constexpr size_t kPatience = 256;

}  // namespace

WarpTask::WarpTask(const double* a, size_t rows, const double* b, size_t columns, bool is_squared, double diagonal_weight,
                   WarpBand band, uint8_t* steps)
    : Task(1),
      a_(a),
      rows_(rows),
      columns_(columns),
      b_(std::make_reverse_iterator(b + columns), std::make_reverse_iterator(b)),
      is_squared_(is_squared),
      diagonal_weight_(diagonal_weight),
      band_(band),
      steps_(steps) {}

void WarpTask::Work() {
  constexpr double kUnreached = std::numeric_limits<double>::infinity();
  const WarpFunction warp = FindWarp(is_squared_);
  // Row i of an anti-diagonal is element i + 1, so that the first one has a neighbour; one more for lanes that look ahead.
  std::vector<double> memory(3 * (rows_ + 2), kUnreached);
  double* two_back = memory.data();
  double* one_back = two_back + rows_ + 2;
  double* sums = one_back + rows_ + 2;
  // Before the first cell, which is so reached diagonally.
  two_back[0] = 0;
  for (size_t diagonal = 0; diagonal + 1 < rows_ + columns_; ++diagonal) {
    if (diagonal % kPatience == 0 && is_cancelled()) return;
    const size_t from = band_.first_row[diagonal];
    const size_t start = band_.starts[diagonal];
    const size_t count = band_.starts[diagonal + 1] - start;
    if (count > 0) {
      warp({a_ + from, b_.data() + (columns_ - 1 + from - diagonal), two_back + from, one_back + from, sums + from + 1,
            steps_ + start, count, diagonal_weight_});
    }
    // The next two look at one element on either side of these.
    if (from <= rows_) sums[from] = kUnreached;
    if (from + count + 1 <= rows_) sums[from + count + 1] = kUnreached;
    double* const free = two_back;
    two_back = one_back;
    one_back = sums;
    sums = free;
  }
  cost_ = one_back[rows_];
}

}  // namespace crossline
