/** Whether a file stores its words with the highest byte first, as the standard long demanded, or last. */
import type { ByteOrder, Remedy } from '../../../shared/survey.ts';
import { isStandardFormat } from './sample-formats.ts';

/** Rev 2 stores this number in bytes 3297-3300 to tell the byte order. */
const ORDER_CONSTANT = 0x01020304;

/** The constant where each pair of bytes was swapped on the way, by a device or a program that moves two-byte words. */
const SWAPPED_CONSTANT = 0x02010403;

/** No native type reads such words; the whole file has to be swapped back, its text too. */
export const isSwappedInPairs = (binaryHeader: DataView): boolean =>
  binaryHeader.getUint32(3297 - 3201, false) === SWAPPED_CONSTANT;

/**
 * Rev 2's constant decides where it is there; else the order in which bytes 3225-3226 are a format code of the
 * standard (no code is one in both orders). Null: neither order makes sense, so the file is no SEG-Y.
 * @param binaryHeader the 400 bytes from byte 3201 on.
 */
export function detectByteOrder(binaryHeader: DataView): ByteOrder | null {
  if (binaryHeader.getUint32(3297 - 3201, false) === ORDER_CONSTANT) return 'big';
  if (binaryHeader.getUint32(3297 - 3201, true) === ORDER_CONSTANT) return 'little';
  if (isStandardFormat(binaryHeader.getUint16(3225 - 3201, false))) return 'big';
  if (isStandardFormat(binaryHeader.getUint16(3225 - 3201, true))) return 'little';
  return null;
}

export const useByteOrder = (byteOrder: ByteOrder): Remedy => ({
  label: `Read as ${byteOrder}-endian`,
  overrides: { byteOrder },
});
