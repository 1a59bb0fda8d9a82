/** Digits that a float32 needs at least and at most to be read back as itself (IEEE 754: 6 and 9). */
const FEWEST_DIGITS = 6;
const MOST_DIGITS = 9;

/** Whole numbers below it have no more than the fewest digits. */
const FEW_DIGITS = 10 ** FEWEST_DIGITS;

/** The shortest decimal text (by whole digits, no fewer than six tried) that reads back as this very float32. */
export function shortestFloat32(value: number): string {
  if (!Number.isFinite(value) || (Number.isInteger(value) && Math.abs(value) < FEW_DIGITS)) return String(value);
  for (let digits = FEWEST_DIGITS; digits < MOST_DIGITS; digits += 1) {
    const rounded = Number(value.toPrecision(digits));
    if (Math.fround(rounded) === value) return String(rounded);
  }
  return String(Number(value.toPrecision(MOST_DIGITS)));
}
