/** What the value of a word means, in words. */
import type { ByteOrder } from '../survey.ts';
import type { HeaderWordDefinition } from './header-word.ts';
import { headerWordReader } from './word-reader.ts';

/** Digits of scaled values: coordinates of 12 digits keep their centimetres. */
const SCALED_DIGITS = 15;

export interface StoredHeader {
  readonly bytes: DataView;
  readonly byteOrder: ByteOrder;
  /** Of the header's first byte, as its words count. */
  readonly firstByte: number;
}

/** Empty where there is nothing to say. */
export function wordMeaning(word: HeaderWordDefinition, header: StoredHeader): string {
  const value = valueIn(word, header);
  if (word.codes !== undefined) return word.codes[value] ?? (value === 0 ? '' : 'no code of the standard');
  const { unit = '' } = word;
  if (value === 0) return '';
  if (word.isScalar === true) return value > 0 ? `multiplies by ${value}` : `divides by ${-value}`;
  const scalar = word.scalar === undefined ? 0 : valueIn(word.scalar, header);
  if (scalar === 0 || scalar === 1) return unit;
  const scaled = scalar > 0 ? value * scalar : value / -scalar;
  return `${Number(scaled.toPrecision(SCALED_DIGITS))} ${unit}`.trimEnd();
}

export const valueIn = (
  { byte, type }: Pick<HeaderWordDefinition, 'byte' | 'type'>,
  { bytes, byteOrder, firstByte }: StoredHeader,
): number => headerWordReader(type, byteOrder)(bytes, byte - firstByte);
