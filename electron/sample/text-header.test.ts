import { expect, test } from 'vitest';
import { encodeTextHeader } from './text-header.ts';

/** Node's decoders know no EBCDIC; these are the codes of page 037 for the characters used here. */
const CODES: Readonly<Record<string, number>> = { C: 0xc3, S: 0xe2, a: 0x81, z: 0xa9, '1': 0xf1, '4': 0xf4, '0': 0xf0 };

test('numbers 40 cards of 80 characters and ends them as revision 1 asks', () => {
  const bytes = encodeTextHeader(['Saz']);
  expect(bytes.length).toBe(3200);
  expect([...bytes.subarray(0, 8)]).toEqual(['C', ' ', '1', ' ', 'S', 'a', 'z', ' '].map((c) => CODES[c] ?? 0x40));
  expect([...bytes.subarray(39 * 80, 39 * 80 + 3)]).toEqual([CODES['C'], CODES['4'], CODES['0']]);
});

test('refuses what does not fit', () => {
  expect(() => encodeTextHeader(['x'.repeat(77)])).toThrow(/80/);
  expect(() => encodeTextHeader(Array.from({ length: 39 }, () => 'x'))).toThrow(RangeError);
  expect(() => encodeTextHeader(['temperature in °C'])).toThrow(/EBCDIC/);
});
