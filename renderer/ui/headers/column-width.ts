import { columnName } from '../../../shared/headers/column-place.ts';
import { WORD_BYTES, type HeaderPlace } from '../../../shared/mapping/header-place.ts';

/** CSS pixels. */
export const ROW_HEIGHT = 20;
export const HEAD_HEIGHT = 36;
export const TRACE_COLUMN_WIDTH = 84;
const CHARACTER_WIDTH = 7;
const PADDING = 16;
/** Characters of the longest value: a sign and the digits of an int32, or of a float64. */
const SHORT_VALUE = 11;
const LONG_VALUE = 20;

/** Wide enough for any value of its type, and for its head. */
export function columnWidth(place: HeaderPlace): number {
  const value = WORD_BYTES[place.type] === 8 ? LONG_VALUE : SHORT_VALUE;
  const characters = Math.max(value, columnName(place).length, `${place.byte} ${place.type}`.length);
  return characters * CHARACTER_WIDTH + PADDING;
}
