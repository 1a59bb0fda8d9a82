/** Traces in the order in which a gather shows them. */

/** Digits of 11 bits: three hold an int32, and their counters stay in the cache. */
const DIGIT_BITS = 11;
const DIGITS = 2 ** DIGIT_BITS;
const SIGN_BIT = -0x80000000;

/** Traces with what they are sorted by. */
interface Keyed {
  readonly traces: Int32Array;
  readonly keys: Int32Array;
}

/**
 * By offset, then live before dead, then as listed. A radix sort that moves the keys along with the traces, so that it
 * reads memory in order.
 * @param isDead 1 for dead traces
 */
export function sortByOffset(traces: Int32Array, offset: Int32Array, isDead: Uint8Array): Int32Array {
  let from = liveFirst(traces, offset, isDead);
  let into: Keyed = { traces: new Int32Array(traces.length), keys: new Int32Array(traces.length) };
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    if (spread(from, into, shift)) [from, into] = [into, from];
  }
  return from.traces;
}

function liveFirst(traces: Int32Array, offset: Int32Array, isDead: Uint8Array): Keyed {
  const sorted: Keyed = { traces: new Int32Array(traces.length), keys: new Int32Array(traces.length) };
  let next = 0;
  for (const wanted of [0, 1]) {
    for (const trace of traces) {
      if (isDead[trace] !== wanted) continue;
      sorted.traces[next] = trace;
      // The sign bit turned, the negative ones come first.
      sorted.keys[next] = offset[trace]! ^ SIGN_BIT;
      next += 1;
    }
  }
  return sorted;
}

/** Those with the least digit first, within a digit as they were. False where all have the same: then nothing is moved. */
function spread({ traces, keys }: Keyed, into: Keyed, shift: number): boolean {
  const { traces: tracesInto, keys: keysInto } = into;
  const next = new Int32Array(DIGITS + 1);
  for (const key of keys) next[((key >>> shift) & (DIGITS - 1)) + 1]! += 1;
  if (next.includes(keys.length, 1)) return false;
  for (let digit = 0; digit < DIGITS; digit += 1) next[digit + 1]! += next[digit]!;
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at]!;
    const to = next[(key >>> shift) & (DIGITS - 1)]!++;
    keysInto[to] = key;
    tracesInto[to] = traces[at]!;
  }
  return true;
}
