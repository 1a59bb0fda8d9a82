/**
 * 32-bit fixed point with gain (SEG-Y format 4, obsolete since rev 1): byte 1 is unused, byte 2 an unsigned gain g, bytes 3
 * and 4 a 16-bit two's complement mantissa m; the value is m * 2^-g (SEG-Y rev 2.1). Rev 0 (K. M. Barry, D. A. Cavers, C. W.
 * Kneale, Geophysics 40, 1975) has the same bytes; how readers differ is in the README.
 */

/** Entry g is 2^-g. The product with 16 bits is exact in float64. */
const GAIN_WEIGHT: Float64Array = Float64Array.from({ length: 256 }, (_, gain) => 2 ** -gain);

/** The exact value of a 32-bit word. */
export const gainValue = (word: number): number => ((word << 16) >> 16) * GAIN_WEIGHT[(word >>> 16) & 0xff]!;
