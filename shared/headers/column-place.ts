/** How users name a column: a word of the standard, or a place of their own. */
import { placeFromText, placeText, type HeaderPlace } from '../mapping/header-place.ts';
import { traceWordAt, traceWordNamed, traceWordStartingAt } from './trace-words.ts';

/**
 * `cdp_x`, `181:int32`, or `181` where the standard has a word that starts there.
 * @returns null where it is none of these
 */
export function columnPlace(text: string): HeaderPlace | null {
  const word = traceWordNamed(text.trim());
  if (word !== null) return { byte: word.byte, type: word.type };
  const byte = /^\s*(\d{1,5})\s*$/.exec(text)?.[1];
  const standard = byte === undefined ? null : traceWordStartingAt(Number(byte));
  if (byte !== undefined && standard === null) return null;
  return placeFromText(text, standard?.type ?? 'int32');
}

/** `cdp_x`, or `183:int16` where the standard has no such word. */
export const columnName = (place: HeaderPlace): string => traceWordAt(place)?.name ?? placeText(place);
