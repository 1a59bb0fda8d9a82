#include "array_tasks.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <vector>

#include "worker_pool.h"

namespace crossline {
namespace {

// A strip of columns becomes whole rows of the result, so that two threads never write to one line.
constexpr size_t kStripColumns = 64;
constexpr size_t kBlockRows = 64;
// Below this a second thread takes longer to wake than it saves.
constexpr size_t kLeastShared = 65536;

unsigned SharesForArray(size_t elements) { return elements < kLeastShared ? 1 : std::min(4u, ProcessorCount()); }

// Samples summed in float64 lanes before they are added up.
constexpr size_t kRun = 4096;
constexpr size_t kLanes = 8;

uint32_t BitsOf(float value) {
  uint32_t bits;
  memcpy(&bits, &value, sizeof(bits));
  return bits;
}

bool IsFinite(float value) { return (BitsOf(value) & 0x7fffffff) < 0x7f800000; }

}  // namespace

TransposeTask::TransposeTask(const float* from, size_t rows, size_t columns, float* into)
    : Task(SharesForArray(rows * columns)), from_(from), rows_(rows), columns_(columns), into_(into) {}

void TransposeTask::Work() {
  for (;;) {
    const size_t first = next_strip_.fetch_add(1, std::memory_order_relaxed) * kStripColumns;
    if (first >= columns_ || is_cancelled()) return;
    const size_t end = std::min(columns_, first + kStripColumns);
    for (size_t row = 0; row < rows_; row += kBlockRows) {
      const size_t end_row = std::min(rows_, row + kBlockRows);
      for (size_t column = first; column < end; ++column) {
        const float* at = from_ + row * columns_ + column;
        float* const to = into_ + column * rows_;
        for (size_t i = row; i < end_row; ++i, at += columns_) to[i] = *at;
      }
    }
  }
}

CountTask::CountTask(const float* samples, size_t count, uint32_t* classes)
    : Task(1), samples_(samples), count_(count), classes_(classes) {}

void CountTask::Work() {
  float least = std::numeric_limits<float>::infinity();
  float most = -least;
  std::vector<uint32_t> second(kAmplitudeClasses);
  for (size_t first = 0; first < count_; first += kRun) {
    if (is_cancelled()) return;
    const float* const run = samples_ + first;
    const size_t count = std::min(kRun, count_ - first);
    double sum = 0;
    // Apart from the counting, which compilers cannot turn into vectors. Neighbours are often of one class: counted in two
    // tables, the second need not wait for the first.
    double sums[kLanes] = {};
    float leasts[kLanes];
    float mosts[kLanes];
    std::fill_n(leasts, kLanes, least);
    std::fill_n(mosts, kLanes, most);
    size_t i = 0;
    for (; i + kLanes <= count; i += kLanes) {
      for (size_t lane = 0; lane < kLanes; ++lane) {
        const float value = run[i + lane];
        const double finite = IsFinite(value) ? value : 0;
        sums[lane] += finite * finite;
        leasts[lane] = value < leasts[lane] ? value : leasts[lane];
        mosts[lane] = value > mosts[lane] ? value : mosts[lane];
      }
    }
    for (; i < count; ++i) {
      const double finite = IsFinite(run[i]) ? run[i] : 0;
      sum += finite * finite;
      least = run[i] < least ? run[i] : least;
      most = run[i] > most ? run[i] : most;
    }
    for (size_t lane = 0; lane < kLanes; ++lane) {
      sum += sums[lane];
      least = leasts[lane] < least ? leasts[lane] : least;
      most = mosts[lane] > most ? mosts[lane] : most;
    }
    sum_of_squares_ += sum;
    for (i = 0; i + 1 < count; i += 2) {
      classes_[BitsOf(run[i]) >> 16] += 1;
      second[BitsOf(run[i + 1]) >> 16] += 1;
    }
    if (i < count) classes_[BitsOf(run[i]) >> 16] += 1;
  }
  for (size_t i = 0; i < kAmplitudeClasses; ++i) classes_[i] += second[i];
  least_ = least;
  most_ = most;
}

}  // namespace crossline
