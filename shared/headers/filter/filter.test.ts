import { describe, expect, it, test } from 'vitest';
import { faultOf } from '../../errors.ts';
import { compileFilter } from './compile-filter.ts';
import type { FilterScope } from './filter-words.ts';
import { parseFilter } from './parse-filter.ts';

const SCOPE: FilterScope = { mapping: null, headerBytes: 240 };

/** Column values by byte and type; the traces that match, 0-based. */
function matches(
  expression: string,
  columns: Readonly<Record<string, readonly number[]>>,
  { firstTrace = 0, scope = SCOPE }: { readonly firstTrace?: number; readonly scope?: FilterScope } = {},
): number[] {
  const filter = compileFilter(parseFilter(expression, scope));
  const given = filter.places.map(({ byte, type }) => {
    const column = columns[`${byte}:${type}`];
    if (column === undefined) throw new Error(`the test has no column ${byte}:${type}`);
    return Float64Array.from(column);
  });
  const count = Object.values(columns)[0]?.length ?? 6;
  // Whatever was there before.
  const into = new Uint8Array(count).fill(7);
  filter.evaluate(given, tracesFrom(firstTrace, count), into);
  return [...into].flatMap((value, i) => (value === 1 ? [i] : []));
}

const tracesFrom = (first: number, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => first + i);

const ILINE = '189:int32';
const XLINE = '193:int32';
const OFFSET = '37:int32';

describe('an expression', () => {
  const lines = { [ILINE]: [1, 1, 2, 2, 3, 3], [XLINE]: [10, 11, 10, 11, 10, 11], [OFFSET]: [-3, -2, -1, 0, 1, 2] };

  it.each([
    ['inline == 2', [2, 3]],
    ['iline != 2', [0, 1, 4, 5]],
    ['INLINE >= 2 AND xline < 11', [2, 4]],
    ['inline == 1 or crossline == 10 and inline == 3', [0, 1, 4]],
    ['(inline == 1 or crossline == 10) and inline == 3', [4]],
    ['not inline == 2', [0, 1, 4, 5]],
    ['!(inline == 2) && crossline == 11', [1, 5]],
    ['1 < inline <= 3', [2, 3, 4, 5]],
    ['2 == inline == 2', [2, 3]],
    ['byte(37) % 2 == 1', [0, 2, 4]],
    ['offset % -2 == -1', [0, 2, 4]],
    ['abs(offset) <= 1', [2, 3, 4]],
    ['-offset > 0', [0, 1, 2]],
    ['- -offset + +1 > 0', [3, 4, 5]],
    ['offset * 2 + 1 == -3', [1]],
    ['offset - 1 - 1 == -2', [3]],
    ['12 / offset == 6', [5]],
    ['1 / offset > 1e300', [3]],
    ['inline == 0x2', [2, 3]],
    ['crossline == 1.1e1', [1, 3, 5]],
    ['byte(193, int32) == 10', [0, 2, 4]],
    ['trace >= 5 || trace == 1', [0, 4, 5]],
    ['1 == 1', [0, 1, 2, 3, 4, 5]],
    ['1 > 2', []],
  ])('%s', (expression, expected) => expect(matches(expression, lines)).toEqual(expected));

  test('the example of the issue', () => {
    const columns = { ...lines, '181:int32': [0, 5, 0, 0, 5, 5] };
    const expression = 'inline >= 2 and cdp_x == 0 or byte(37) % 2 == 1';
    expect(matches(expression, columns)).toEqual([0, 2, 3, 4]);
  });

  it('counts traces from the start of the file', () => {
    expect(matches('trace == 1003', lines, { firstTrace: 1000 })).toEqual([2]);
  });

  it('reads inline and crossline from where the survey has them, and iline from where the standard has it', () => {
    const mapping = { inline: { byte: 9, type: 'int32' }, crossline: { byte: 21, type: 'int16' } } as const;
    const scope = { mapping, headerBytes: 240 };
    expect(matches('inline == 7', { '9:int32': [7, 8] }, { scope })).toEqual([0]);
    expect(matches('crossline == 7', { '21:int16': [8, 7] }, { scope })).toEqual([1]);
    expect(matches('iline == 7', { [ILINE]: [7, 8] }, { scope })).toEqual([0]);
  });

  it('reads extensions where the traces have them', () => {
    const scope = { mapping: null, headerBytes: 480 };
    expect(matches('ext1.cdp_x > 1', { '401:float64': [1, 2] }, { scope })).toEqual([1]);
  });

  it('compares single precision words as their text reads', () => {
    const singles = { '181:float32': [0.1, 0.2].map(Math.fround) };
    expect(matches('byte(181, float32) == 0.1', singles)).toEqual([0]);
    expect(matches('0.2 <= byte(181, float32)', singles)).toEqual([1]);
  });

  it('finds what is no number only by that', () => {
    const column = { '181:float32': [NaN, 1] };
    expect(matches('byte(181, float32) != byte(181, float32)', column)).toEqual([0]);
    expect(matches('byte(181, float32) > 0 or byte(181, float32) <= 0', column)).toEqual([1]);
  });

  it('reads each word once', () => {
    const { places } = compileFilter(parseFilter('inline > 1 and iline < 5 or byte(189) == 7 or cdp == inline', SCOPE));
    expect(places).toEqual([
      { byte: 189, type: 'int32' },
      { byte: 21, type: 'int32' },
    ]);
  });

  it('can be evaluated over blocks of any length', () => {
    const filter = compileFilter(parseFilter('inline * 2 == trace', SCOPE));
    const into = new Uint8Array(8);
    filter.evaluate([Float64Array.of(1, 1, 2, 2)], tracesFrom(0, 4), into);
    expect([...into.subarray(0, 4)]).toEqual([0, 1, 0, 1]);
    filter.evaluate([tracesFrom(0, 8)], tracesFrom(4, 8), into);
    expect([...into]).toEqual([0, 0, 0, 0, 0, 1, 0, 0]);
    filter.evaluate([Float64Array.of(3, 3)], Float64Array.of(4, 5), into);
    expect([...into.subarray(0, 2)]).toEqual([0, 1]);
  });
});

describe('what is wrong is named with its place', () => {
  it.each([
    ['', 0, 0, 'it ends too early'],
    ['inline >', 8, 8, 'it ends too early'],
    ['inline', 0, 6, 'a condition is expected here'],
    ['inline == 1 or 2', 15, 16, 'a condition is expected here'],
    ['inline = 1', 7, 8, 'write =='],
    ['inlin == 1', 0, 5, '"inlin" is no word'],
    ['inline == 1 )', 12, 13, '")" is not expected'],
    ['(inline == 1', 12, 12, '")" is expected'],
    ['inline == 1 inline', 12, 18, '"inline" is not expected'],
    ['(inline == 1) + 1 == 2', 0, 13, 'a number is expected here'],
    ['not 5', 4, 5, 'a condition is expected here'],
    ['inline == 12abc', 10, 15, '"12abc" is no number'],
    ['inline ~ 1', 7, 8, '"~" means nothing'],
    ['byte(22) == 1', 0, 8, 'say its type'],
    ['byte(237, int64) == 1', 0, 16, 'outside the 240 bytes'],
    ['byte(0, int8) == 1', 0, 13, 'outside the 240 bytes'],
    ['byte(1.5, int8) == 1', 0, 15, 'outside the 240 bytes'],
    ['byte(1, int) == 1', 0, 12, '"int" is no type'],
    ['byte(x) == 1', 5, 6, 'the number of a byte'],
    ['ext1.cdp_x == 1', 0, 10, 'an extension that these traces do not have'],
    ['inline == 1 and and', 16, 19, '"and" is not expected'],
    ['abs(inline == 1)', 11, 13, '")" is expected'],
    ['constructor == 1', 0, 11, 'no word'],
    ['inline == 😀', 10, 12, '"😀" means nothing'],
  ])('%j', (expression, start, end, detail) => {
    const fault = thrownBy(() => parseFilter(expression, SCOPE));
    expect(fault).toMatchObject({ code: 'wrong-expression', expression, start, end });
    expect(fault).toMatchObject({ detail: expect.stringContaining(detail) as string });
  });

  it.each([
    ['parentheses', '('.repeat(5000)],
    ['signs', `${'-'.repeat(5000)}1 == 1`],
    ['negations', 'not '.repeat(2000)],
    ['length', `inline == ${'1'.repeat(20_000)}`],
  ])('%s without end are refused', (_, expression) => {
    expect(thrownBy(() => parseFilter(expression, SCOPE))).toMatchObject({ code: 'wrong-expression' });
  });
});

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (thrown) {
    return faultOf(thrown);
  }
  return null;
}
