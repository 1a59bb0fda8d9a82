// One anti-diagonal of dynamic time warping, in lanes that the compiler turns into SSE2, AVX2 or NEON by the function it is inlined
// into. What is computed is plainDtw of shared/ties/warp/exact-dtw.ts, to the last bit: no operation may be fused or reordered.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "decode_kernels.h"

namespace crossline {

// Element k is the cell in row `from + k`; `one_back` and `two_back` are the sums of the anti-diagonals before it, from the row
// before `from` on, and `sums` those of this one from `from` on.
struct WarpDiagonal {
  const double* a;
  // The second trace turned round, so that it runs along with the first.
  const double* b;
  const double* two_back;
  const double* one_back;
  double* sums;
  uint8_t* steps;
  size_t count;
  double diagonal_weight;
};

template <bool kSquared>
CROSSLINE_INLINE void WarpCells(const WarpDiagonal& at, size_t k) {
  for (; k < at.count; ++k) {
    const double difference = at.a[k] - at.b[k];
    const double measured = kSquared ? difference * difference : std::fabs(difference);
    // Only NaN is not itself.
    const double cell = measured == measured ? measured : 0;
    const double straight = at.two_back[k] + at.diagonal_weight * cell;
    const double along_a = at.one_back[k] + cell;
    const double along_b = at.one_back[k + 1] + cell;
    const bool is_a = along_a < straight;
    const double better = is_a ? along_a : straight;
    const bool is_b = along_b < better;
    at.sums[k] = is_b ? along_b : better;
    at.steps[k] = is_b ? 2 : is_a ? 1 : 0;
  }
}

#ifdef __GNUC__
// GCC and Clang turn neither the comparisons nor the bytes of a plain loop into vectors, so they are written as such.
typedef double Doubles2 __attribute__((vector_size(16)));
typedef int64_t Masks2 __attribute__((vector_size(16)));
typedef uint8_t Bytes2 __attribute__((vector_size(2)));
typedef double Doubles4 __attribute__((vector_size(32)));
typedef int64_t Masks4 __attribute__((vector_size(32)));
typedef uint8_t Bytes4 __attribute__((vector_size(4)));

template <bool kSquared, typename Doubles, typename Masks, typename Bytes>
CROSSLINE_INLINE void WarpLanes(const WarpDiagonal& at) {
  constexpr size_t kLanes = sizeof(Doubles) / sizeof(double);
  const Masks magnitude = Masks{} + INT64_MAX;
  size_t k = 0;
  for (; k + kLanes <= at.count; k += kLanes) {
    Doubles a, b, two_back, before, behind;
    memcpy(&a, at.a + k, sizeof(a));
    memcpy(&b, at.b + k, sizeof(b));
    memcpy(&two_back, at.two_back + k, sizeof(two_back));
    memcpy(&before, at.one_back + k, sizeof(before));
    memcpy(&behind, at.one_back + k + 1, sizeof(behind));
    const Doubles difference = a - b;
    const Doubles measured = kSquared ? difference * difference : (Doubles)((Masks)difference & magnitude);
    const Doubles cell = (Doubles)((Masks)measured & (Masks)(measured == measured));
    const Doubles straight = two_back + at.diagonal_weight * cell;
    const Doubles along_a = before + cell;
    const Doubles along_b = behind + cell;
    const Masks is_a = (Masks)(along_a < straight);
    const Doubles better = (Doubles)(((Masks)along_a & is_a) | ((Masks)straight & ~is_a));
    const Masks is_b = (Masks)(along_b < better);
    const Doubles least = (Doubles)(((Masks)along_b & is_b) | ((Masks)better & ~is_b));
    memcpy(at.sums + k, &least, sizeof(least));
    const Bytes step = __builtin_convertvector((is_b & 2) | (~is_b & is_a & 1), Bytes);
    memcpy(at.steps + k, &step, sizeof(step));
  }
  WarpCells<kSquared>(at, k);
}
#endif

}  // namespace crossline
