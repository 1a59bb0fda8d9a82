/** What the names in an expression stand for in one survey. */
import { WORD_BYTES, isWordType, type HeaderPlace } from '../../mapping/header-place.ts';
import type { GeometryPlaces } from '../../mapping/segy-mapping.ts';
import { lastByteOf } from '../header-word.ts';
import { traceWordNamed, traceWordStartingAt } from '../trace-words.ts';

export interface FilterScope {
  /** `inline` and `crossline` are the words that the survey is read by; null: those of the standard. */
  readonly mapping: Pick<GeometryPlaces, 'inline' | 'crossline'> | null;
  /** Bytes of one trace header, its extensions included. */
  readonly headerBytes: number;
}

/** Words that name no header word. */
export const RESERVED_NAMES: readonly string[] = ['and', 'or', 'not', 'trace', 'byte', 'abs'];

/** @returns the place, or why there is none */
export function placeOfName(name: string, { mapping, headerBytes }: FilterScope): HeaderPlace | string {
  if (name === 'inline') return mapping?.inline ?? placeOfName('iline', { mapping, headerBytes });
  if (name === 'crossline') return mapping?.crossline ?? placeOfName('xline', { mapping, headerBytes });
  const word = traceWordNamed(name);
  if (word === null) return `"${name}" is no word of the standard`;
  if (lastByteOf(word) > headerBytes) return `"${name}" is a word of an extension that these traces do not have`;
  return { byte: word.byte, type: word.type };
}

/** @param type null where the expression gives none; @returns the place, or why there is none */
export function placeOfByte(byte: number, type: string | null, { headerBytes }: FilterScope): HeaderPlace | string {
  const resolved = type ?? traceWordStartingAt(byte)?.type;
  if (resolved === undefined)
    return `no word of the standard starts at byte ${byte}, so say its type: byte(${byte}, int16)`;
  if (!isWordType(resolved)) return `"${resolved}" is no type; there are ${Object.keys(WORD_BYTES).join(', ')}`;
  const place: HeaderPlace = { byte, type: resolved };
  if (!Number.isInteger(byte) || byte < 1 || lastByteOf(place) > headerBytes) {
    return `byte ${byte} as ${resolved} lies outside the ${headerBytes} bytes of a trace header`;
  }
  return place;
}
