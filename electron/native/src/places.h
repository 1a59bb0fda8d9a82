// Where headers or traces stand in a file: evenly spaced, or as a list says.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace crossline {

struct Places {
  size_t count;
  int64_t offset;
  int64_t stride;
  // Where it is not empty it gives the offsets instead.
  std::vector<double> offsets;
};

class EvenPlaces {
 public:
  EvenPlaces(const uint8_t* data, const Places& places) : first_(data + places.offset), stride_(places.stride) {}
  const uint8_t* At(size_t index) const { return first_ + static_cast<int64_t>(index) * stride_; }
  // To be fetched early; it may lie outside the mapping.
  const uint8_t* Ahead(size_t index) const { return At(index); }

 private:
  const uint8_t* const first_;
  const int64_t stride_;
};

class ListedPlaces {
 public:
  ListedPlaces(const uint8_t* data, const Places& places)
      : data_(data), offsets_(places.offsets.data()), last_(places.count - 1) {}
  const uint8_t* At(size_t index) const { return data_ + static_cast<int64_t>(offsets_[index]); }
  const uint8_t* Ahead(size_t index) const { return At(std::min(index, last_)); }

 private:
  const uint8_t* const data_;
  const double* const offsets_;
  const size_t last_;
};

}  // namespace crossline
