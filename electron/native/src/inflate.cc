#include "inflate.h"

#include <cstring>

#include "adler32.h"
#include "inflate_codes.h"

namespace crossline {
namespace {

// The order in which lengths of the codes for code lengths are stored.
constexpr uint8_t kCodeOrder[kCodeSymbols] = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

constexpr const char kEndsEarly[] = "deflate stream ends early";
constexpr const char kTooLong[] = "deflate stream is longer than its chunk";
constexpr const char kWrongCode[] = "deflate stream has a code that does not exist";
constexpr const char kWrongCodes[] = "deflate stream describes codes that cannot be";

class Inflater {
 public:
  Inflater(const uint8_t* from, size_t bytes, uint8_t* into, size_t room)
      : in_(from), in_end_(from + bytes), start_(into), out_(into), out_end_(into + room) {}

  // Null where the stream is whole.
  const char* Run() {
    for (bool is_last = false; !is_last;) {
      Refill();
      is_last = Take(1) != 0;
      const char* fault = nullptr;
      switch (Take(2)) {
        case 0:
          fault = CopyStored();
          break;
        case 1:
          BuildFixed();
          fault = RunCodes();
          break;
        case 2:
          fault = ReadCodes();
          if (fault == nullptr) fault = RunCodes();
          break;
        default:
          fault = "deflate stream has a block of no known kind";
      }
      if (fault != nullptr) return fault;
    }
    AlignToByte();
    return nullptr;
  }

  size_t written() const { return static_cast<size_t>(out_ - start_); }
  const uint8_t* rest() const { return in_; }

 private:
  // At least 56 bits, or all that is left.
  void Refill() {
    if (in_end_ - in_ >= 8) {
      uint64_t word;
      memcpy(&word, in_, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
      word = __builtin_bswap64(word);
#endif
      bits_ |= word << bit_count_;
      in_ += (63 - bit_count_) >> 3;
      bit_count_ |= 56;
      return;
    }
    while (bit_count_ <= 56 && in_ < in_end_) {
      bits_ |= static_cast<uint64_t>(*in_++) << bit_count_;
      bit_count_ += 8;
    }
  }

  // Beyond the end of the input the count becomes negative, and the bits are zeros.
  unsigned Take(unsigned count) {
    const unsigned taken = static_cast<unsigned>(bits_ & ((uint64_t{1} << count) - 1));
    Drop(count);
    return taken;
  }

  void Drop(unsigned count) {
    bits_ >>= count;
    bit_count_ -= static_cast<int>(count);
  }

  bool has_ended() const { return bit_count_ < 0; }

  void AlignToByte() {
    if (bit_count_ < 0) return;
    in_ -= bit_count_ >> 3;
    bits_ = 0;
    bit_count_ = 0;
  }

  const char* CopyStored() {
    if (has_ended()) return kEndsEarly;
    AlignToByte();
    if (in_end_ - in_ < 4) return kEndsEarly;
    const unsigned length = in_[0] | in_[1] << 8;
    if (length != ((in_[2] | in_[3] << 8) ^ 0xffffu)) return "deflate stream has a block whose length is wrong";
    in_ += 4;
    if (static_cast<size_t>(in_end_ - in_) < length) return kEndsEarly;
    if (static_cast<size_t>(out_end_ - out_) < length) return kTooLong;
    memcpy(out_, in_, length);
    in_ += length;
    out_ += length;
    return nullptr;
  }

  void BuildFixed() {
    uint8_t lengths[kLengthSymbols];
    for (unsigned i = 0; i < kLengthSymbols; ++i) lengths[i] = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8;
    BuildTable(lengths, kLengthSymbols, kLengthBits, kLengthEntries, LengthEntry, lengths_);
    for (unsigned i = 0; i < kDistanceSymbols; ++i) lengths[i] = 5;
    BuildTable(lengths, kDistanceSymbols, kDistanceBits, kDistanceEntries, DistanceEntry, distances_);
  }

  const char* ReadCodes() {
    Refill();
    const unsigned length_count = Take(5) + 257;
    const unsigned distance_count = Take(5) + 1;
    const unsigned code_count = Take(4) + 4;
    if (length_count > 286 || distance_count > 30) return kWrongCodes;
    uint8_t codes[kCodeSymbols] = {};
    for (unsigned i = 0; i < code_count; ++i) {
      Refill();
      codes[kCodeOrder[i]] = static_cast<uint8_t>(Take(3));
    }
    // The table of distances is not needed yet, and has room for this one.
    if (!BuildTable(codes, kCodeSymbols, kCodeBits, kDistanceEntries, CodeEntry, distances_)) return kWrongCodes;
    uint8_t lengths[kLengthSymbols + kDistanceSymbols] = {};
    const unsigned count = length_count + distance_count;
    for (unsigned at = 0; at < count;) {
      Refill();
      const uint32_t entry = distances_[bits_ & ((1u << kCodeBits) - 1)];
      if (entry == kNoCode) return has_ended() ? kEndsEarly : kWrongCode;
      Drop(entry & 31);
      const unsigned symbol = entry >> 16;
      if (symbol < 16) {
        lengths[at++] = static_cast<uint8_t>(symbol);
      } else {
        if (symbol == 16 && at == 0) return kWrongCodes;
        const uint8_t repeated = symbol == 16 ? lengths[at - 1] : 0;
        unsigned times = symbol == 16 ? 3 + Take(2) : symbol == 17 ? 3 + Take(3) : 11 + Take(7);
        if (times > count - at) return kWrongCodes;
        for (; times > 0; --times) lengths[at++] = repeated;
      }
      if (has_ended()) return kEndsEarly;
    }
    if (lengths[256] == 0) return kWrongCodes;
    const bool is_code =
        BuildTable(lengths, length_count, kLengthBits, kLengthEntries, LengthEntry, lengths_) &&
        BuildTable(lengths + length_count, distance_count, kDistanceBits, kDistanceEntries, DistanceEntry, distances_);
    return is_code ? nullptr : kWrongCodes;
  }

  template <unsigned kTableBits>
  uint32_t LookUp(const uint32_t* table) {
    uint32_t entry = table[bits_ & ((1u << kTableBits) - 1)];
    if ((entry & kSecondTable) == 0) return entry;
    Drop(kTableBits);
    return table[(entry >> 16) + (bits_ & ((1u << (entry >> 8 & 31)) - 1))];
  }

  const char* RunCodes() {
    for (;;) {
      Refill();
      uint32_t entry = LookUp<kLengthBits>(lengths_);
      // Three codes of literals take at most 45 of the 56 bits.
      for (unsigned i = 0; (entry & kLiteral) != 0; ++i) {
        if (out_ == out_end_) return kTooLong;
        Drop(entry & 31);
        *out_++ = static_cast<uint8_t>(entry >> 16);
        if (has_ended()) return kEndsEarly;
        if (i % 3 == 2) Refill();
        entry = LookUp<kLengthBits>(lengths_);
      }
      // With the two codes and their extra bits, at most 48 bits.
      Refill();
      if (entry == kNoCode) return has_ended() ? kEndsEarly : kWrongCode;
      Drop(entry & 31);
      if ((entry & kEndOfBlock) != 0) return has_ended() ? kEndsEarly : nullptr;
      const size_t length = (entry >> 16) + Take(entry >> 8 & 31);
      const uint32_t far = LookUp<kDistanceBits>(distances_);
      if (far == kNoCode) return has_ended() ? kEndsEarly : kWrongCode;
      Drop(far & 31);
      const size_t distance = (far >> 16) + Take(far >> 8 & 31);
      if (has_ended()) return kEndsEarly;
      if (distance > static_cast<size_t>(out_ - start_)) return "deflate stream refers to what lies before its start";
      if (length > static_cast<size_t>(out_end_ - out_)) return kTooLong;
      CopyMatch(distance, length);
    }
  }

  void CopyMatch(size_t distance, size_t length) {
    const uint8_t* from = out_ - distance;
    uint8_t* const end = out_ + length;
    if (distance >= 8 && static_cast<size_t>(out_end_ - out_) >= length + 8) {
      // Up to seven bytes more than asked for, which are written again.
      for (uint8_t* to = out_; to < end; to += 8, from += 8) memcpy(to, from, 8);
    } else if (distance == 1) {
      memset(out_, *from, length);
    } else {
      for (uint8_t* to = out_; to < end; ++to, ++from) *to = *from;
    }
    out_ = end;
  }

  const uint8_t* in_;
  const uint8_t* const in_end_;
  uint8_t* const start_;
  uint8_t* out_;
  uint8_t* const out_end_;
  uint64_t bits_ = 0;
  int bit_count_ = 0;
  uint32_t lengths_[kLengthEntries];
  uint32_t distances_[kDistanceEntries];
};

}  // namespace

Unpacked Inflate(const uint8_t* from, size_t bytes, uint8_t* into, size_t room) {
  constexpr size_t kHeaderBytes = 2;
  constexpr size_t kChecksumBytes = 4;
  if (bytes < kHeaderBytes + kChecksumBytes) return {0, kEndsEarly};
  // Deflate, a window of at most 32 KiB, no dictionary.
  const bool is_zlib = (from[0] & 0x0f) == 8 && from[0] >> 4 <= 7 && (from[0] << 8 | from[1]) % 31 == 0 && (from[1] & 0x20) == 0;
  if (!is_zlib) return {0, "deflate stream has no zlib header"};
  Inflater inflater(from + kHeaderBytes, bytes - kHeaderBytes, into, room);
  const char* const fault = inflater.Run();
  if (fault != nullptr) return {0, fault};
  const uint8_t* const sum = inflater.rest();
  if (from + bytes - sum < static_cast<ptrdiff_t>(kChecksumBytes)) return {0, kEndsEarly};
  const uint32_t expected = uint32_t{sum[0]} << 24 | uint32_t{sum[1]} << 16 | uint32_t{sum[2]} << 8 | sum[3];
  if (Adler32(into, inflater.written()) != expected) return {0, "checksum (Adler-32) is not that of its data"};
  return {inflater.written(), nullptr};
}

}  // namespace crossline
