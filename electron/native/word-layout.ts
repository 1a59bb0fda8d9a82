/** What the five sample formats have in common: how wide a word is, and when it is zero. */
import type { DecodableFormat } from './native-reader.ts';

const WORD_BYTES: Readonly<Record<DecodableFormat, 1 | 2 | 4>> = { 1: 4, 2: 4, 3: 2, 5: 4, 8: 1 };

export const wordBytesOf = (format: DecodableFormat): 1 | 2 | 4 => WORD_BYTES[format];

/**
 * The bits that decide whether a word is zero. An IBM word is zero when its 24-bit fraction is, whatever sign and
 * exponent; an IEEE word when all but its sign is.
 */
const VALUE_BITS: Readonly<Record<DecodableFormat, number>> = {
  1: 0x00ffffff,
  2: 0xffffffff,
  3: 0xffff,
  5: 0x7fffffff,
  8: 0xff,
};

export const valueBitsOf = (format: DecodableFormat): number => VALUE_BITS[format];
