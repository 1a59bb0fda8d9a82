/** Values of header words as text. */
import { shortestFloat32 } from '../shortest-float32.ts';
import { WORD_BYTES, type WordType } from '../mapping/header-place.ts';
import type { ByteOrder } from '../survey.ts';
import { headerWordReader } from './word-reader.ts';

/** Digits with which any float of 24 bits is told from its neighbours (IEEE 754). */
const SINGLE_DIGITS = 9;

/** The shortest text that reads back as the same word; 64-bit integers beyond 2^53 as the float64 nearest to them. */
export function wordText(value: number, type: WordType): string {
  if (type === 'float32') return shortestFloat32(value);
  if (type !== 'ibm32') return isLong(type) && Number.isFinite(value) ? String(BigInt(value)) : String(value);
  // An IBM float may be greater or smaller than any float32.
  return Math.fround(value) === value ? shortestFloat32(value) : String(Number(value.toPrecision(SINGLE_DIGITS)));
}

/** Exact also for integers of 64 bits. */
export function storedWordText(bytes: DataView, position: number, type: WordType, byteOrder: ByteOrder): string {
  const little = byteOrder === 'little';
  if (type === 'int64') return String(bytes.getBigInt64(position, little));
  if (type === 'uint64') return String(bytes.getBigUint64(position, little));
  return wordText(headerWordReader(type, byteOrder)(bytes, position), type);
}

/** The word's bytes as they stand in the file. */
export const storedWordHex = (bytes: DataView, position: number, type: WordType): string =>
  Array.from({ length: WORD_BYTES[type] }, (_, i) =>
    bytes
      .getUint8(position + i)
      .toString(16)
      .padStart(2, '0'),
  ).join(' ');

/** Whether a column's value may differ from what is stored. */
export const isRounded = (value: number, type: WordType): boolean => isLong(type) && !Number.isSafeInteger(value);

const isLong = (type: WordType): boolean => type === 'int64' || type === 'uint64';
