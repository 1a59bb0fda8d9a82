/** Header places that the text header names: "INLINE NUMBER: BYTES 189-192", "XLINE 21-24", "CDP_X in 181". */
import { placeFromText, WORD_BYTES } from '../../../../shared/mapping/header-place.ts';
import { DEFAULT_WORD_TYPES } from '../../../../shared/mapping/mapping-json.ts';
import type { GeometryPlaces } from '../../../../shared/mapping/segy-mapping.ts';
import { TRACE_HEADER_BYTES } from '../trace-header.ts';

/** Names that writers use. A name must be followed by a byte number before any other number or name. */
const NAMES: readonly (readonly [word: keyof GeometryPlaces, name: RegExp])[] = [
  ['crossline', /\b(?:cross[ _-]?line|x[ _-]?line|xl|crl)(?:[ _-]?(?:number|no\.?|num))?\b/gi],
  ['inline', /\b(?:in[ _-]?line|i[ _-]?line|il|inl)(?:[ _-]?(?:number|no\.?|num))?\b/gi],
  ['x', /\b(?:cdp|ensemble|bin|trace)?[ _-]?x(?:[ _-]?coord(?:inate)?s?)?\b/gi],
  ['y', /\b(?:cdp|ensemble|bin|trace)?[ _-]?y(?:[ _-]?coord(?:inate)?s?)?\b/gi],
];

/** Between name and number: "BYTES", "in bytes", "loc", ":", "=", "(". The word byte or loc is demanded, or a range of 4 bytes. */
const BYTES =
  /^[\s:=(,]*(?:(?:is|are|in|at|header)\s+)*(?:bytes?|byte[ _-]?loc(?:ation)?|locations?|loc\.?)\s*[:=#]?\s*(\d{1,3})\b/i;
const RANGE = /^[\s:=(,]*(\d{1,3})\s*-\s*(\d{1,3})\b/;

/** Empty where the text names none, or two different ones for a word. */
export function placesFromText(lines: readonly string[]): Partial<GeometryPlaces> {
  const found = new Map<keyof GeometryPlaces, Set<number>>();
  for (const line of lines) {
    for (const [word, name] of NAMES) {
      for (const match of line.matchAll(name)) {
        const byte = byteAfter(line.slice(match.index + match[0].length));
        if (byte !== null) found.set(word, (found.get(word) ?? new Set()).add(byte));
      }
    }
  }
  const places: { -readonly [word in keyof GeometryPlaces]?: GeometryPlaces[word] } = {};
  for (const [word, bytes] of found) {
    const place =
      bytes.size === 1 && isInHeader([...bytes][0]!)
        ? placeFromText(String([...bytes][0]), DEFAULT_WORD_TYPES[word])
        : null;
    if (place !== null) places[word] = place;
  }
  return places;
}

const isInHeader = (byte: number): boolean => byte <= TRACE_HEADER_BYTES - WORD_BYTES.int32 + 1;

function byteAfter(text: string): number | null {
  const bytes = BYTES.exec(text);
  if (bytes !== null) return Number(bytes[1]);
  const range = RANGE.exec(text);
  if (range === null) return null;
  // "189-192" is the place of a word; "IL 100-500" is a range of lines.
  return Number(range[2]) - Number(range[1]) === 3 ? Number(range[1]) : null;
}
