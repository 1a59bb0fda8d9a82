// The prefix codes of deflate (RFC 1951, 3.2) as tables to look symbols up in.
#pragma once

#include <cstdint>

namespace crossline {

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

uint32_t LengthEntry(unsigned symbol);
uint32_t DistanceEntry(unsigned symbol);
uint32_t CodeEntry(unsigned symbol);

// False where the lengths are no prefix code. One code of one bit may stand alone, and there may be none at all, as in zlib.
bool BuildTable(const uint8_t* lengths, unsigned symbols, unsigned table_bits, unsigned most_entries,
                uint32_t (*entry_of)(unsigned), uint32_t* table);

}  // namespace crossline
