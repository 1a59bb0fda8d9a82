/** What the stored word that starts at `at` is worth, for the formats that DataView does not read. */
import { gainValue } from './gain-float.ts';

export const readGain = (source: DataView, at: number, little: boolean): number =>
  gainValue(source.getInt32(at, little));

export const readInt24 = (source: DataView, at: number, little: boolean): number =>
  (source.getInt8(at + (little ? 2 : 0)) << 16) | lowerTwo(source, at, little);

export const readUint24 = (source: DataView, at: number, little: boolean): number =>
  (source.getUint8(at + (little ? 2 : 0)) << 16) | lowerTwo(source, at, little);

/** Rounded, so that it is only good for a float32 (see `wideInteger`). */
export const readInt64 = (source: DataView, at: number, little: boolean): number =>
  wideInteger(source.getInt32(at + (little ? 4 : 0), little), lowerFour(source, at, little));

/** Rounded like `readInt64`. */
export const readUint64 = (source: DataView, at: number, little: boolean): number =>
  wideInteger(source.getUint32(at + (little ? 4 : 0), little), lowerFour(source, at, little));

/** The two bytes of three, or the four of eight, that count least. */
const lowerTwo = (source: DataView, at: number, little: boolean): number =>
  source.getUint16(at + (little ? 0 : 1), little);
const lowerFour = (source: DataView, at: number, little: boolean): number =>
  source.getUint32(at + (little ? 0 : 4), little);

/**
 * high * 2^32 + low as a float64 that rounds to the same float32 as the integer itself. Beyond 2^53 the sum would already
 * be rounded, and rounding it again could end on the wrong side of a tie. Float32 values there, and the ties between them,
 * are multiples of 2^29, so of the last 12 bits only whether any is set matters: one bit for all of them makes room.
 */
function wideInteger(high: number, low: number): number {
  const isExact = high >= -(2 ** 21) && high < 2 ** 21;
  const last = low & 0xfff;
  return high * 2 ** 32 + (isExact || last === 0 ? low : low - last + 0x800);
}
