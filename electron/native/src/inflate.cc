#include "inflate.h"

#include <cstring>

namespace crossline {
namespace {

// An entry of a table: bits 0-4 how many bits the code takes, 8-12 how many extra bits follow (or how many bits a second
// table looks at), 16-31 the literal, the least length or distance, or where the second table begins.
constexpr uint32_t kLiteral = 1u << 13;
constexpr uint32_t kSecondTable = 1u << 14;
constexpr uint32_t kEndOfBlock = 1u << 15;
constexpr uint32_t kNoCode = 0;

constexpr unsigned kMostCodeBits = 15;
constexpr unsigned kLengthSymbols = 288;
constexpr unsigned kDistanceSymbols = 32;
constexpr unsigned kCodeSymbols = 19;
constexpr unsigned kLengthBits = 11;
constexpr unsigned kDistanceBits = 8;
constexpr unsigned kCodeBits = 7;
// First tables with all second tables that a complete code can need (zlib's enough.c: 288 symbols, 11 bits; 32, 8).
constexpr unsigned kLengthEntries = 2342;
constexpr unsigned kDistanceEntries = 402;

constexpr uint16_t kLengthBase[29] = {3,  4,  5,  6,  7,  8,  9,  10, 11,  13,  15,  17,  19,  23, 27,
                                      31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258};
constexpr uint8_t kLengthExtra[29] = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};
constexpr uint16_t kDistanceBase[30] = {1,   2,   3,   4,   5,   7,    9,    13,   17,   25,   33,   49,   65,    97,    129,
                                        193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577};
constexpr uint8_t kDistanceExtra[30] = {0, 0, 0, 0, 1, 1, 2, 2,  3,  3,  4,  4,  5,  5,  6,
                                        6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13};
// The order in which lengths of the codes for code lengths are stored.
constexpr uint8_t kCodeOrder[kCodeSymbols] = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

constexpr const char kEndsEarly[] = "deflate stream ends early";
constexpr const char kTooLong[] = "deflate stream is longer than its chunk";
constexpr const char kWrongCode[] = "deflate stream has a code that does not exist";
constexpr const char kWrongCodes[] = "deflate stream describes codes that cannot be";

uint32_t LengthEntry(unsigned symbol) {
  if (symbol < 256) return kLiteral | symbol << 16;
  if (symbol == 256) return kEndOfBlock;
  if (symbol > 285) return kNoCode;
  return uint32_t{kLengthExtra[symbol - 257]} << 8 | uint32_t{kLengthBase[symbol - 257]} << 16;
}

uint32_t DistanceEntry(unsigned symbol) {
  if (symbol > 29) return kNoCode;
  return uint32_t{kDistanceExtra[symbol]} << 8 | uint32_t{kDistanceBase[symbol]} << 16;
}

uint32_t CodeEntry(unsigned symbol) { return kLiteral | symbol << 16; }

unsigned Reversed(unsigned code, unsigned bits) {
  unsigned reversed = 0;
  for (unsigned i = 0; i < bits; ++i) reversed |= (code >> i & 1) << (bits - 1 - i);
  return reversed;
}

// False where the lengths are no prefix code. One code of one bit may stand alone, and there may be none at all, as in zlib.
bool BuildTable(const uint8_t* lengths, unsigned symbols, unsigned table_bits, unsigned most_entries,
                uint32_t (*entry_of)(unsigned), uint32_t* table) {
  unsigned counts[kMostCodeBits + 1] = {};
  for (unsigned i = 0; i < symbols; ++i) counts[lengths[i]] += 1;
  counts[0] = 0;
  unsigned longest = kMostCodeBits;
  while (longest > 0 && counts[longest] == 0) --longest;
  int left = 1;
  for (unsigned bits = 1; bits <= kMostCodeBits; ++bits) {
    left = left * 2 - static_cast<int>(counts[bits]);
    if (left < 0) return false;
  }
  if (left > 0 && longest > 1) return false;
  for (unsigned i = 0; i < 1u << table_bits; ++i) table[i] = kNoCode;

  unsigned offsets[kMostCodeBits + 2] = {};
  for (unsigned bits = 1; bits <= kMostCodeBits; ++bits) offsets[bits + 1] = offsets[bits] + counts[bits];
  uint16_t sorted[kLengthSymbols];
  for (unsigned i = 0; i < symbols; ++i) {
    if (lengths[i] != 0) sorted[offsets[lengths[i]]++] = static_cast<uint16_t>(i);
  }
  unsigned code = 0;
  unsigned end = 1u << table_bits;
  unsigned prefix = ~0u;
  unsigned second = 0;
  unsigned second_bits = 0;
  unsigned at = 0;
  for (unsigned bits = 1; bits <= longest; ++bits, code <<= 1) {
    for (unsigned rest = counts[bits]; rest > 0; --rest, ++code) {
      const unsigned reversed = Reversed(code, bits);
      const unsigned symbol = sorted[at++];
      const uint32_t entry = entry_of(symbol);
      if (bits <= table_bits) {
        for (unsigned i = reversed; i < 1u << table_bits; i += 1u << bits) table[i] = entry == kNoCode ? kNoCode : entry | bits;
        continue;
      }
      const unsigned first = reversed & ((1u << table_bits) - 1);
      if (first != prefix) {
        // As many bits as the longest code with this beginning has more.
        prefix = first;
        second_bits = bits - table_bits;
        for (unsigned used = rest; used < 1u << second_bits && table_bits + second_bits < longest;) {
          second_bits += 1;
          used = used * 2 + counts[table_bits + second_bits];
        }
        second = end;
        end += 1u << second_bits;
        if (end > most_entries) return false;
        for (unsigned i = second; i < end; ++i) table[i] = kNoCode;
        table[first] = kSecondTable | second_bits << 8 | second << 16 | table_bits;
      }
      const unsigned tail = bits - table_bits;
      for (unsigned i = reversed >> table_bits; i < 1u << second_bits; i += 1u << tail) {
        table[second + i] = entry == kNoCode ? kNoCode : entry | tail;
      }
    }
  }
  return true;
}

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

constexpr uint32_t kAdlerModulus = 65521;
// So many bytes of 255 fit a sum of 32 bits (RFC 1950, 9).
constexpr size_t kAdlerRun = 5536;
constexpr size_t kAdlerLanes = 32;

uint32_t Adler32(const uint8_t* from, size_t bytes) {
  uint32_t low = 1;
  uint32_t high = 0;
  while (bytes > 0) {
    const size_t run = bytes < kAdlerRun ? bytes : kAdlerRun;
    size_t done = 0;
    // In steps that compilers turn into vectors: the sums of a step, not one of each byte.
    for (; done + kAdlerLanes <= run; done += kAdlerLanes) {
      uint32_t sum = 0;
      uint32_t weighted = 0;
      for (size_t i = 0; i < kAdlerLanes; ++i) {
        sum += from[done + i];
        weighted += static_cast<uint32_t>(kAdlerLanes - i) * from[done + i];
      }
      high += low * kAdlerLanes + weighted;
      low += sum;
    }
    for (; done < run; ++done) {
      low += from[done];
      high += low;
    }
    low %= kAdlerModulus;
    high %= kAdlerModulus;
    from += run;
    bytes -= run;
  }
  return high << 16 | low;
}

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
