import { describe, expect, it } from 'vitest';
import { characterFromEbcdic } from './ebcdic.ts';
import { decodeTextHeader, detectTextEncoding } from './text-header.ts';

const blankEbcdic = (): Uint8Array => new Uint8Array(3200).fill(0x40);
const put = (bytes: Uint8Array, offset: number, codes: readonly number[]): Uint8Array => {
  bytes.set(codes, offset);
  return bytes;
};

describe('decodeTextHeader', () => {
  it('decodes EBCDIC into 40 lines of 80 characters', () => {
    // "C 1" and "C 2" in code page 037.
    const bytes = put(put(blankEbcdic(), 0, [0xc3, 0x40, 0xf1]), 80, [0xc3, 0x40, 0xf2]);
    const { encoding, lines } = decodeTextHeader(bytes);
    expect(encoding).toBe('EBCDIC');
    expect(lines).toHaveLength(40);
    expect(lines.every((line) => line.length === 80)).toBe(true);
    expect(lines[0]?.trimEnd()).toBe('C 1');
    expect(lines[1]?.trimEnd()).toBe('C 2');
  });

  it('decodes ASCII and turns NULs and line breaks into spaces', () => {
    const bytes = new Uint8Array(3200).fill(0x20);
    bytes.set(new TextEncoder().encode('C 1 F3\0\r\nABC'));
    const { encoding, lines } = decodeTextHeader(bytes);
    expect(encoding).toBe('ASCII');
    expect(lines[0]?.trimEnd()).toBe('C 1 F3   ABC');
  });

  it.each([
    ['all NULs', new Uint8Array(3200), 'ASCII'],
    ['blank EBCDIC', blankEbcdic(), 'EBCDIC'],
    ['blank ASCII', new Uint8Array(3200).fill(0x20), 'ASCII'],
    ['EBCDIC with NUL padding', put(new Uint8Array(3200), 0, [0xc3, 0xf1, 0xc1, 0xc2]), 'EBCDIC'],
  ])('finds the encoding of %s', (_, bytes, encoding) => {
    expect(detectTextEncoding(bytes)).toBe(encoding);
  });
});

/** Pairs from the code page's published table, one of each run and the odd ones. */
it.each([
  [0x40, ' '],
  [0x4b, '.'],
  [0x5a, '!'],
  [0x7b, '#'],
  [0x81, 'a'],
  [0x99, 'r'],
  [0xa1, '~'],
  [0xb0, '^'],
  [0xba, '['],
  [0xc1, 'A'],
  [0xd1, 'J'],
  [0xe0, '\\'],
  [0xe2, 'S'],
  [0xf9, '9'],
  [0x00, ' '],
  [0xff, ' '],
])('code 0x%x is %j', (code, character) => {
  expect(characterFromEbcdic(code)).toBe(character);
});
