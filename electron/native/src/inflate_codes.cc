#include "inflate_codes.h"

namespace crossline {
namespace {

constexpr uint16_t kLengthBase[29] = {3,  4,  5,  6,  7,  8,  9,  10, 11,  13,  15,  17,  19,  23, 27,
                                      31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258};
constexpr uint8_t kLengthExtra[29] = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};
constexpr uint16_t kDistanceBase[30] = {1,   2,   3,   4,   5,   7,    9,    13,   17,   25,   33,   49,   65,    97,    129,
                                        193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577};
constexpr uint8_t kDistanceExtra[30] = {0, 0, 0, 0, 1, 1, 2, 2,  3,  3,  4,  4,  5,  5,  6,
                                        6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13};

unsigned Reversed(unsigned code, unsigned bits) {
  unsigned reversed = 0;
  for (unsigned i = 0; i < bits; ++i) reversed |= (code >> i & 1) << (bits - 1 - i);
  return reversed;
}

}  // namespace

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

}  // namespace crossline
