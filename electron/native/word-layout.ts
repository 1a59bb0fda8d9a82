/** What the sample formats have in common: how wide a word is, and when it is zero. */
import type { DecodableFormat } from './native-reader.ts';

type WordBytes = 1 | 2 | 3 | 4 | 8;

const WORD_BYTES: Readonly<Record<DecodableFormat, WordBytes>> = {
  1: 4,
  2: 4,
  3: 2,
  4: 4,
  5: 4,
  6: 8,
  7: 3,
  8: 1,
  9: 8,
  10: 4,
  11: 2,
  12: 8,
  15: 3,
  16: 1,
};

export const wordBytesOf = (format: DecodableFormat): WordBytes => WORD_BYTES[format];

/**
 * The bits of a word's first four bytes that decide whether it is zero; all of the bytes behind them do. An IBM word is
 * zero when its 24-bit fraction is, whatever sign and exponent; one of fixed point with gain when its mantissa is,
 * whatever the gain; an IEEE word when all but its sign is; an integer when each of its bytes is.
 */
export function valueBitsOf(format: DecodableFormat): number {
  switch (format) {
    case 1:
      return 0x00ffffff;
    case 4:
      return 0x0000ffff;
    case 5:
    case 6:
      return 0x7fffffff;
    default:
      return 0xffffffff;
  }
}
