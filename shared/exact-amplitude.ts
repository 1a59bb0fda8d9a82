/** What a sample's float32 tells of the value that is stored. */

/** Formats of integers (codes of `sample-formats.ts`). */
const INTEGER_FORMATS: ReadonlySet<number> = new Set([2, 3, 7, 8, 9, 10, 11, 12, 15, 16]);

/** Below, every integer is a float32 (24 bits of significand); this one may be the next one, rounded. */
const FIRST_ROUNDED_INTEGER = 2 ** 24;
/** Below, a float32 has fewer than 24 bits; zero may be a smaller number, rounded. */
const LEAST_NORMAL = 2 ** -126;

/** Whether the stored value may be another than its float32. */
export function mayBeRounded(formatCode: number, amplitude: number): boolean {
  const magnitude = Math.abs(amplitude);
  if (INTEGER_FORMATS.has(formatCode)) return magnitude >= FIRST_ROUNDED_INTEGER;
  // IBM floats and fixed point with gain have no more bits than a float32, but reach further.
  if (formatCode === 1 || formatCode === 4) return magnitude < LEAST_NORMAL || magnitude === Infinity;
  return formatCode === 6;
}

/** The stored value in decimal digits, where the float32 is one that people write in full: an integer. */
export const wholeAmplitude = (formatCode: number, amplitude: number): string | null =>
  INTEGER_FORMATS.has(formatCode) && !mayBeRounded(formatCode, amplitude) ? String(amplitude) : null;
