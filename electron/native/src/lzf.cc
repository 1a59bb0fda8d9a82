#include "lzf.h"

#include <cstring>

namespace crossline {
namespace {

// A control byte below 32: so many literals and one more. Else its upper three bits are a length less two (7: the next
// byte is added), its lower five and the byte behind a distance less one.
constexpr size_t kMostLiterals = 32;
constexpr size_t kMostDistance = 8192;
constexpr size_t kShortLength = 7;
constexpr size_t kMostLength = 264;
constexpr size_t kLeastLength = 3;
constexpr size_t kMostStep = 15;

constexpr const char kEndsEarly[] = "LZF data end early";
constexpr const char kTooLong[] = "LZF data are longer than their chunk";

inline uint32_t Three(const uint8_t* at) { return uint32_t{at[0]} | uint32_t{at[1]} << 8 | uint32_t{at[2]} << 16; }

// Knuth's multiplicative hash, by its highest bits.
inline uint32_t HashOf(uint32_t three) { return (three * 2654435761u) >> (32 - kLzfHashBits); }

}  // namespace

Unpacked ExpandLzf(const uint8_t* from, size_t bytes, uint8_t* into, size_t room) {
  const uint8_t* in = from;
  const uint8_t* const in_end = from + bytes;
  uint8_t* out = into;
  uint8_t* const out_end = into + room;
  while (in < in_end) {
    const size_t control = *in++;
    if (control < kMostLiterals) {
      const size_t count = control + 1;
      if (static_cast<size_t>(in_end - in) < count) return {0, kEndsEarly};
      if (static_cast<size_t>(out_end - out) < count) return {0, kTooLong};
      if (static_cast<size_t>(in_end - in) >= kMostLiterals && static_cast<size_t>(out_end - out) >= kMostLiterals) {
        // A copy of fixed length is one or two instructions; what is too much is written again.
        memcpy(out, in, kMostLiterals);
      } else {
        memcpy(out, in, count);
      }
      in += count;
      out += count;
      continue;
    }
    size_t length = control >> 5;
    if (length == kShortLength) {
      if (in == in_end) return {0, kEndsEarly};
      length += *in++;
    }
    length += 2;
    if (in == in_end) return {0, kEndsEarly};
    const size_t distance = ((control & 0x1f) << 8 | *in++) + 1;
    if (distance > static_cast<size_t>(out - into)) return {0, "LZF data refer to what lies before their start"};
    if (length > static_cast<size_t>(out_end - out)) return {0, kTooLong};
    const uint8_t* match = out - distance;
    uint8_t* const end = out + length;
    if (distance >= 8 && static_cast<size_t>(out_end - out) >= length + 8) {
      for (; out < end; out += 8, match += 8) memcpy(out, match, 8);
    } else if (distance == 1) {
      memset(out, *match, length);
    } else {
      for (; out < end; ++out, ++match) *out = *match;
    }
    out = end;
  }
  return {static_cast<size_t>(out - into), nullptr};
}

size_t CompressLzf(const uint8_t* from, size_t bytes, uint8_t* into, size_t room, LzfPlaces* places) {
  memset(places, 0xff, sizeof(*places));
  const uint8_t* const end = from + bytes;
  const uint8_t* in = from;
  const uint8_t* literals = from;
  uint8_t* out = into;
  uint8_t* const out_end = into + room;
  // False where there is no room.
  const auto flush = [&] {
    while (literals < in) {
      const size_t left = static_cast<size_t>(in - literals);
      const size_t count = left < kMostLiterals ? left : kMostLiterals;
      if (static_cast<size_t>(out_end - out) <= count + 1) return false;
      *out++ = static_cast<uint8_t>(count - 1);
      memcpy(out, literals, count);
      out += count;
      literals += count;
    }
    return true;
  };
  while (in + kLeastLength < end) {
    const uint32_t three = Three(in);
    uint32_t& place = places->at[HashOf(three)];
    const size_t at = static_cast<size_t>(in - from);
    const size_t distance = at - place;
    const bool is_match = place < at && distance <= kMostDistance && Three(from + place) == three;
    place = static_cast<uint32_t>(at);
    if (!is_match) {
      // What has not matched for long is gone through in larger steps.
      const size_t step = static_cast<size_t>(in - literals) >> 6;
      in += 1 + (step < kMostStep ? step : kMostStep);
      continue;
    }
    const uint8_t* const match = in - distance;
    const size_t most = static_cast<size_t>(end - in) < kMostLength ? static_cast<size_t>(end - in) : kMostLength;
    size_t length = kLeastLength;
    while (length < most && match[length] == in[length]) ++length;
    if (!flush() || out_end - out <= 3) return 0;
    const size_t less = length - 2;
    const size_t high = (distance - 1) >> 8;
    if (less < kShortLength) {
      *out++ = static_cast<uint8_t>(less << 5 | high);
    } else {
      *out++ = static_cast<uint8_t>(kShortLength << 5 | high);
      *out++ = static_cast<uint8_t>(less - kShortLength);
    }
    *out++ = static_cast<uint8_t>((distance - 1) & 0xff);
    in += length;
    literals = in;
    // Of a long match only its end is remembered.
    if (in + kLeastLength < end) {
      places->at[HashOf(Three(in - 2))] = static_cast<uint32_t>(in - 2 - from);
      places->at[HashOf(Three(in - 1))] = static_cast<uint32_t>(in - 1 - from);
    }
  }
  in = end;
  if (!flush()) return 0;
  return static_cast<size_t>(out - into);
}

}  // namespace crossline
