import { describe, expect, it, test } from 'vitest';
import { BINARY_WORDS } from './binary-words.ts';
import { STANDARD_TRACE_WORDS, traceWordNamed } from './trace-words.ts';
import { wordMeaning } from './word-meaning.ts';
import { isRounded, storedWordHex, storedWordText, wordText } from './word-text.ts';

describe('words as text', () => {
  const bytes = new DataView(Uint8Array.from([0x80, 0, 0, 0, 0, 0, 4, 1, 0xc2, 0x76, 0xa0, 0]).buffer);

  it.each([
    ['int64', 'big', '-9223372036854774783'],
    ['uint64', 'big', '9223372036854776833'],
    ['uint64', 'little', '73183493944770688'],
    ['int16', 'big', '-32768'],
    ['uint8', 'little', '128'],
  ] as const)('%s, %s-endian, is exact', (type, byteOrder, text) => {
    expect(storedWordText(bytes, 0, type, byteOrder)).toBe(text);
  });

  it('writes floats with no more digits than they have', () => {
    expect(storedWordText(bytes, 8, 'ibm32', 'big')).toBe('-118.625');
    expect(wordText(Math.fround(0.1), 'float32')).toBe('0.1');
    expect(wordText(0.1, 'float64')).toBe('0.1');
    expect(wordText((1 - 2 ** -24) * 16 ** 63, 'ibm32')).toBe('7.23700515e+75');
    expect(wordText(2 ** 63, 'uint64')).toBe('9223372036854775808');
  });

  it('tells which values of a column may be rounded', () => {
    expect(isRounded(2 ** 53, 'int64')).toBe(true);
    expect(isRounded(2 ** 53 - 1, 'int64')).toBe(false);
    expect(isRounded(2 ** 60, 'float64')).toBe(false);
  });

  it('shows bytes as they stand', () => expect(storedWordHex(bytes, 6, 'int32')).toBe('04 01 c2 76'));
});

describe('what words mean', () => {
  const bytes = new DataView(new ArrayBuffer(240));
  const header = { bytes, byteOrder: 'big', firstByte: 1 } as const;
  const meaning = (name: string, value: number, others: Readonly<Record<number, number>> = {}): string => {
    const word = traceWordNamed(name)!;
    new Uint8Array(bytes.buffer).fill(0);
    if (word.type === 'int32') bytes.setInt32(word.byte - 1, value);
    else bytes.setInt16(word.byte - 1, value);
    for (const [byte, other] of Object.entries(others)) bytes.setInt16(Number(byte) - 1, other);
    return wordMeaning(word, header);
  };

  it.each([
    ['trctype', 2, {}, 'dead'],
    ['trctype', 77, {}, 'no code of the standard'],
    ['gaintype', 0, {}, ''],
    ['cdp_x', 60612345, { 71: -100 }, '606123.45'],
    ['cdp_x', 606123, { 71: 10 }, '6061230'],
    ['cdp_x', 606123, {}, ''],
    ['relev', -1205, { 69: -10 }, '-120.5 m or ft'],
    ['delay', 4, { 215: 1 }, 'ms'],
    ['delay', 45, { 215: -10 }, '4.5 ms'],
    ['offset', 0, {}, ''],
    ['co_scal', -100, {}, 'divides by 100'],
    ['tm_scal', 10, {}, 'multiplies by 10'],
    ['dt', 4000, {}, 'µs'],
  ] as const)('%s = %d %o: %j', (name, value, others, expected) => {
    expect(meaning(name, value, others)).toBe(expected);
  });

  test('in the binary header bytes count from 3201', () => {
    const binary = { bytes: new DataView(new ArrayBuffer(400)), byteOrder: 'little', firstByte: 3201 } as const;
    binary.bytes.setInt16(24, 5, true);
    const format = BINARY_WORDS.find(({ name }) => name === 'format')!;
    expect(wordMeaning(format, binary)).toBe('4-byte IEEE floating-point');
  });

  test('every code is a value that its word can hold', () => {
    for (const { name, codes, type } of [...STANDARD_TRACE_WORDS, ...BINARY_WORDS]) {
      for (const code of Object.keys(codes ?? {}).map(Number)) {
        expect(Math.abs(code) < (type === 'int32' ? 2 ** 31 : 2 ** 15), name).toBe(true);
      }
    }
  });
});
