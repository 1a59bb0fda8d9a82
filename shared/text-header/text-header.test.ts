import { describe, expect, it } from 'vitest';
import type { CodePage } from './code-pages.ts';
import { decodeText } from './decode-text.ts';
import { detectCodePage } from './detect-code-page.ts';
import { characterFromEbcdic, type EbcdicPage } from './ebcdic.ts';

const blankEbcdic = (): Uint8Array => new Uint8Array(3200).fill(0x40);
const blankAscii = (): Uint8Array => new Uint8Array(3200).fill(0x20);
const put = (bytes: Uint8Array, offset: number, codes: readonly number[]): Uint8Array => {
  bytes.set(codes, offset);
  return bytes;
};
const ascii = (text: string, into = blankAscii()): Uint8Array => put(into, 0, [...new TextEncoder().encode(text)]);
const decoded = (bytes: Uint8Array): string[] => decodeText(bytes, detectCodePage(bytes)).map((line) => line.trimEnd());

describe('decodeText', () => {
  it('makes 40 cards of 80 characters of EBCDIC', () => {
    // "C 1" and "C 2" in code page 037.
    const bytes = put(put(blankEbcdic(), 0, [0xc3, 0x40, 0xf1]), 80, [0xc3, 0x40, 0xf2]);
    const lines = decodeText(bytes, detectCodePage(bytes));
    expect(lines).toHaveLength(40);
    expect(lines.every((line) => line.length === 80)).toBe(true);
    expect(lines.slice(0, 2).map((line) => line.trimEnd())).toEqual(['C 1', 'C 2']);
  });

  it('keeps columns where control codes, NULs and one stray line break stand', () => {
    const lines = decodeText(ascii('C 1 F3\0\r\nABC\x07D'), 'ascii');
    expect(lines).toHaveLength(40);
    expect(lines[0]?.trimEnd()).toBe('C 1 F3   ABC D');
    expect(lines[0]).toHaveLength(80);
  });

  it('keeps cards that end in line breaks', () => {
    const cards = Array.from({ length: 40 }, (_, i) => `C${String(i + 1).padStart(2)} card`);
    for (const end of ['\r\n', '\n']) {
      const text = cards.map((card) => card.padEnd(80 - end.length) + end).join('');
      expect(decoded(ascii(text))).toEqual(cards);
    }
  });

  it('keeps cards in their columns whatever breaks stand between', () => {
    const cards = Array.from({ length: 40 }, (_, i) => `C${String(i + 1).padStart(2)} a\nb`.padEnd(80));
    expect(decoded(ascii(cards.join('')))[39]).toBe('C40 a b');
  });

  it('breaks text of free lines where its writer did', () => {
    const long = `C 3 ${'x'.repeat(100)}`;
    const text = `C 1 first\r\nC 2 second\r\n\r\n${long}\r\nend`;
    expect(decoded(ascii(text))).toEqual(['C 1 first', 'C 2 second', '', long.slice(0, 80), long.slice(80), 'end']);
  });

  it('breaks EBCDIC at its new line', () => {
    const bytes = put(blankEbcdic(), 0, [0xc1, 0x15, 0xc2, 0x25, 0xc3]);
    expect(decoded(bytes)).toEqual(['A', 'B', 'C']);
  });

  it('gives a character of several bytes one column, and leaves the cards where they are', () => {
    const bytes = put(ascii('C 1 Tromsø, 小 😀'), 80, [...new TextEncoder().encode('C 2')]);
    expect(decoded(bytes).slice(0, 2)).toEqual(['C 1 Tromsø, 小 😀', 'C 2']);
  });

  it('shows what is invalid in UTF-8 as Latin-1', () => {
    expect(decodeText(Uint8Array.of(0x41, 0xf8, 0xc0, 0x80, 0xed, 0xa0, 0x80), 'utf8')[0]).toBe('AøÀ€í\u00a0€');
  });

  it('reads the same bytes in every code page', () => {
    const bytes = Uint8Array.of(0x4a, 0x5f, 0xad, 0xba, 0xbd);
    const read = (codePage: CodePage): string | undefined => decodeText(bytes, codePage)[0];
    expect(read('cp037')).toBe('¢¬Ý[¨');
    expect(read('cp500')).toBe('[^Ý¬¨');
    expect(read('cp1047')).toBe('¢^[Ý]');
    expect(read('latin1')).toBe('J_\u00adº½');
  });
});

it.each([
  ['all NULs', new Uint8Array(3200), 'ascii'],
  ['nothing', new Uint8Array(), 'ascii'],
  ['blank EBCDIC', blankEbcdic(), 'cp037'],
  ['blank ASCII', blankAscii(), 'ascii'],
  ['EBCDIC with NUL padding', put(new Uint8Array(3200), 0, [0xc3, 0xf1, 0xc1, 0xc2]), 'cp037'],
  ['brackets of code page 037', put(blankEbcdic(), 0, [0xc1, 0xba, 0xf1, 0xbb]), 'cp037'],
  ['brackets of code page 500', put(blankEbcdic(), 0, [0xc1, 0x4a, 0xf1, 0x5a]), 'cp500'],
  ['brackets of code page 1047', put(blankEbcdic(), 0, [0xc1, 0xad, 0xf1, 0xbd]), 'cp1047'],
  ['UTF-8', ascii('C 1 Tromsø'), 'utf8'],
  ['Latin-1', put(blankAscii(), 0, [0x54, 0xf8, 0x20]), 'latin1'],
] as const)('finds the code page of %s', (_, bytes, codePage) => {
  expect(detectCodePage(bytes)).toBe(codePage);
});

/** Pairs from the code pages' published tables: of 037 one of each run and the odd ones, of the others what differs. */
it.each([
  ['cp037', 0x40, ' '],
  ['cp037', 0x4b, '.'],
  ['cp037', 0x5a, '!'],
  ['cp037', 0x7b, '#'],
  ['cp037', 0x81, 'a'],
  ['cp037', 0x99, 'r'],
  ['cp037', 0xa1, '~'],
  ['cp037', 0xb0, '^'],
  ['cp037', 0xba, '['],
  ['cp037', 0xc1, 'A'],
  ['cp037', 0xd1, 'J'],
  ['cp037', 0xe0, '\\'],
  ['cp037', 0xe2, 'S'],
  ['cp037', 0xf9, '9'],
  ['cp037', 0x00, ' '],
  ['cp037', 0xff, ' '],
  ['cp500', 0x4f, '!'],
  ['cp500', 0x5a, ']'],
  ['cp500', 0xbb, '|'],
  ['cp500', 0xc1, 'A'],
  ['cp1047', 0xb0, '¬'],
  ['cp1047', 0xbb, '¨'],
  ['cp1047', 0x4f, '|'],
] as const)('%s: code 0x%x is %j', (page: EbcdicPage, code, character) => {
  expect(characterFromEbcdic(code, page)).toBe(character);
});
