/** Digits that a float32 needs at least and at most to be read back as itself (IEEE 754: 6 and 9). */
const FEWEST_DIGITS = 6;
const MOST_DIGITS = 9;

/** Whole numbers below it have no more than the fewest digits. */
const FEW_DIGITS = 10 ** FEWEST_DIGITS;
/** Down to here value x 10^decimals is below 10^9 and 10^decimals, up to 10^18, is a double: both steps round once. */
const SMALLEST_SCALED = 1e-9;
const POWERS = Array.from({ length: 20 }, (_, power) => 10 ** power);

/** The shortest decimal text (by whole digits, no fewer than six tried) that reads back as this very float32. */
export function shortestFloat32(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || (size < FEW_DIGITS && Number.isInteger(value))) return String(value);
  return (size < FEW_DIGITS && size > SMALLEST_SCALED ? scaledText(value, size) : null) ?? preciseText(value);
}

/** By arithmetic, three times as fast as by text: the digits are an integer, and dividing it rounds as reading it would. */
function scaledText(value: number, size: number): string | null {
  const firstDecimals = FEWEST_DIGITS - 1 - Math.floor(Math.log10(size));
  for (let more = 0; more <= MOST_DIGITS - FEWEST_DIGITS; more += 1) {
    const power = POWERS[firstDecimals + more]!;
    const rounded = Math.round(value * power) / power;
    if (Math.fround(rounded) === value) return String(rounded);
  }
  return null;
}

function preciseText(value: number): string {
  for (let digits = FEWEST_DIGITS; digits < MOST_DIGITS; digits += 1) {
    const rounded = Number(value.toPrecision(digits));
    if (Math.fround(rounded) === value) return String(rounded);
  }
  return String(Number(value.toPrecision(MOST_DIGITS)));
}
