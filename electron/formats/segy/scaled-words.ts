/** Scalars of trace headers: positive multiplies, negative divides, 0 means 1 (rev 2.1, bytes 71-72 and 215-216). */

/** Words that the user takes for a scalar may hold any float; beyond these bounds it is none, and distances would overflow. */
const LARGEST_SCALAR = 1e9;
const SMALLEST_SCALAR = 1e-9;

export function isScalar(word: number): boolean {
  const size = Math.abs(word);
  return size >= SMALLEST_SCALAR && size <= LARGEST_SCALAR;
}

export function applyScalar(value: number, scalar: number): number {
  if (!isScalar(scalar)) return value;
  return scalar > 0 ? value * scalar : value / -scalar;
}

const LEGAL_MAGNITUDES: readonly number[] = [0, 1, 10, 100, 1000, 10_000];

/** The standard allows powers of ten only. Others are applied by the same rule, and reported. */
export const isLegalScalar = (scalar: number): boolean => LEGAL_MAGNITUDES.includes(Math.abs(scalar));

/**
 * Time of a trace's first sample in ms: the delay (bytes 109-110), or where that is 0 minus the lag (105-106), each
 * scaled by byte 215. Depth surveys store metres there.
 */
export const firstSampleMs = (delay: number, lag: number, timeScalar: number): number =>
  delay === 0 ? 0 - applyScalar(lag, timeScalar) : applyScalar(delay, timeScalar);
