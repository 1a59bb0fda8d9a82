import { describe, expect, it } from 'vitest';
import { placesFromText } from './text-hints.ts';

const bytesOf = (...lines: string[]): Record<string, number> =>
  Object.fromEntries(Object.entries(placesFromText(lines)).map(([word, place]) => [word, place.byte]));

describe('places that the text header names', () => {
  it.each([
    ['C12 INLINE: BYTES 189-192, CROSSLINE: BYTES 193-196', { inline: 189, crossline: 193 }],
    ['C 5 In-line number byte 5   X-line number byte 21', { inline: 5, crossline: 21 }],
    ['C 7 IL 9-12   XL 21-24', { inline: 9, crossline: 21 }],
    ['C 9 ILINE loc: 17, XLINE loc: 25', { inline: 17, crossline: 25 }],
    ['C11 INLINE in bytes 233, crossline in bytes 237', { inline: 233, crossline: 237 }],
    ['C13 CDP X COORDINATE BYTES 73-76; CDP Y COORDINATE BYTES 77-80', { x: 73, y: 77 }],
    ['C14 X-coord: byte 181   Y-coord: byte 185', { x: 181, y: 185 }],
  ])('%s', (line, expected) => expect(bytesOf(line)).toEqual(expected));

  it.each([
    'C 3 INLINES 100 - 500 CROSSLINES 200 - 900',
    'C 4 INLINE RANGE: 1-4 XLINE RANGE 10-40',
    'C 5 IL 1001 XL 2001 X 455000.5 Y 6783000.1',
    'C 6 SAMPLE INTERVAL 4 BYTES/SAMPLE 4',
    'C 7 CROSSLINE BYTE 999',
  ])('%s names none', (line) => expect(bytesOf(line)).toEqual({}));

  it('are none where they contradict each other', () =>
    expect(bytesOf('INLINE BYTE 189', 'INLINE BYTE 9', 'XLINE BYTE 193')).toEqual({ crossline: 193 }));
});
