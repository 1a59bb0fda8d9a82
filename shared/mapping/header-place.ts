/** Where a word stands in a trace header, and how a user writes it: `189` or `189:int32`. */

/**
 * Types that a header word may have. All are exact as a float64 but `int64` and `uint64`, which are rounded to nearest
 * beyond 2^53. `ibm32` is a 4-byte IBM float.
 */
export const WORD_BYTES = {
  int8: 1,
  uint8: 1,
  int16: 2,
  uint16: 2,
  int32: 4,
  uint32: 4,
  int64: 8,
  uint64: 8,
  float32: 4,
  float64: 8,
  ibm32: 4,
} as const;

export type WordType = keyof typeof WORD_BYTES;

export interface HeaderPlace {
  /** 1-based within the trace header and its extensions, as the standard counts. */
  readonly byte: number;
  readonly type: WordType;
}

/** The 240 bytes of a trace header, and the most extensions of 240 bytes that are followed. */
export const MOST_HEADER_BYTES = 240 * 65;

export const isWordType = (text: string): text is WordType => Object.hasOwn(WORD_BYTES, text);

export const samePlace = (one: HeaderPlace, other: HeaderPlace): boolean =>
  one.byte === other.byte && one.type === other.type;

export const placeText = ({ byte, type }: HeaderPlace): string => `${byte}:${type}`;

/** @returns null where the text is no such place */
export function placeFromText(text: string, defaultType: WordType): HeaderPlace | null {
  const match = /^\s*(\d{1,5})\s*(?::\s*(\w+)\s*)?$/.exec(text);
  if (match === null) return null;
  const byte = Number(match[1]);
  const type = match[2] ?? defaultType;
  if (!isWordType(type) || byte < 1 || byte + WORD_BYTES[type] - 1 > MOST_HEADER_BYTES) return null;
  return { byte, type };
}
