import { describe, expect, it, test } from 'vitest';
import { isWordType } from '../mapping/header-place.ts';
import { BINARY_WORDS } from './binary-words.ts';
import { columnName, columnPlace } from './column-place.ts';
import { EXTENSION_1_WORDS } from './extension-1-words.ts';
import { lastByteOf, type HeaderWordDefinition } from './header-word.ts';
import { STANDARD_TRACE_WORDS, traceWordAt, traceWordNamed, traceWordsIn } from './trace-words.ts';

const TABLES: readonly (readonly [
  name: string,
  words: readonly HeaderWordDefinition[],
  first: number,
  last: number,
])[] = [
  ['trace header', STANDARD_TRACE_WORDS, 1, 240],
  ['extension 1', EXTENSION_1_WORDS, 241, 480],
  ['binary header', BINARY_WORDS, 3201, 3600],
];

describe.each(TABLES)('%s', (_, words, first, last) => {
  it('has words in order, that do not overlap and lie inside', () => {
    let next = first;
    for (const word of words) {
      expect(word.byte, word.name).toBeGreaterThanOrEqual(next);
      next = lastByteOf(word) + 1;
      expect(isWordType(word.type)).toBe(true);
    }
    expect(next).toBeLessThanOrEqual(last + 1);
  });

  it('has names that an expression can use, each once', () => {
    const names = words.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z_][a-z0-9_]*(\.[a-z0-9_]+)?$/);
  });

  it('scales by words of its own', () => {
    for (const { scalar } of words) {
      if (scalar !== undefined) expect(words).toContainEqual(expect.objectContaining({ ...scalar }));
    }
  });
});

test('the trace header has no gap up to byte 240', () => {
  let next = 1;
  for (const word of STANDARD_TRACE_WORDS) {
    expect(word.byte).toBe(next);
    next = lastByteOf(word) + 1;
  }
  expect(next).toBe(241);
});

test('words are found by name, place and what is stored', () => {
  expect(traceWordNamed('CDP_X')).toMatchObject({ byte: 181, type: 'int32' });
  expect(traceWordNamed('constructor')).toBeNull();
  expect(traceWordAt({ byte: 189, type: 'int32' })?.name).toBe('iline');
  expect(traceWordAt({ byte: 189, type: 'int16' })).toBeNull();
  expect(traceWordsIn(240)).toHaveLength(91);
  expect(traceWordsIn(480)).toHaveLength(91 + EXTENSION_1_WORDS.length);
});

test.each([
  ['cdp_x', 181, 'int32'],
  [' nsamps ', 115, 'uint16'],
  ['71', 71, 'int16'],
  ['189:float32', 189, 'float32'],
  ['22:int16', 22, 'int16'],
  ['ext1.cdp', 265, 'int64'],
] as const)('%s is a column', (text, byte, type) => {
  expect(columnPlace(text)).toEqual({ byte, type });
});

test.each(['', '22', 'inlin', '189:int', '0:int8', '99999:int8'])('%j is no column', (text) =>
  expect(columnPlace(text)).toBeNull(),
);

test('columns are named as users name them', () => {
  expect(columnName({ byte: 193, type: 'int32' })).toBe('xline');
  expect(columnName({ byte: 193, type: 'int16' })).toBe('193:int16');
});
