/** How line numbers, coordinates and delays of all traces become a geometry. */
import { describe, expect, it } from 'vitest';
import { alignTraces } from './trace-alignment.ts';
import { gridFromLines } from './grid-from-lines.ts';
import { lineAxisFromNumbers } from './line-axis.ts';
import { proposeRegularCube } from './regular-cube.ts';
import { pickTraces } from './seeded-random.ts';
import { gridTraces, type TestGrid } from './test-segy-builder.ts';

const linesOf = (grid: TestGrid): { inline: number; crossline: number }[] =>
  gridTraces(grid).map(({ words }) => ({ inline: words[189]!, crossline: words[193]! }));

const GRIDS: readonly { name: string; grid: TestGrid }[] = [
  { name: 'inline-sorted', grid: { inlines: [1, 2, 3], crosslines: [20, 21] } },
  { name: 'crossline-sorted', grid: { inlines: [1, 2, 3], crosslines: [20, 21], sorting: 'crossline' } },
  { name: 'descending inlines', grid: { inlines: [30, 28, 26], crosslines: [5, 6, 7, 8] } },
  { name: 'both descending', grid: { inlines: [3, 2], crosslines: [9, 6, 3] } },
  { name: 'descending, crossline-sorted', grid: { inlines: [3, 2], crosslines: [9, 6, 3], sorting: 'crossline' } },
  { name: 'negative numbers in steps', grid: { inlines: [-8, -4, 0, 4], crosslines: [-20, -10] } },
  { name: 'a single inline', grid: { inlines: [7], crosslines: [1, 2, 3] } },
  { name: 'one trace a line', grid: { inlines: [1, 2, 3], crosslines: [4] } },
];

describe('proposeRegularCube', () => {
  it.each(GRIDS)('recognises $name', ({ grid }) => {
    const lines = linesOf(grid);
    const cube = proposeRegularCube(lines[0]!, lines[1]!, lines.at(-1)!, lines.length);
    if (cube === null) throw new Error('not recognised');
    expect([...Array(lines.length).keys()].map((trace) => cube.lineNumbersOf(trace))).toEqual(lines);
    const { inline, crossline, order } = cube;
    lines.forEach((line, trace) => {
      const i = (line.inline - inline.first) / inline.step;
      const j = (line.crossline - crossline.first) / crossline.step;
      expect(order.firstTrace + i * order.inlineStride + j * order.crosslineStride).toBe(trace);
    });
    expect(inline.count * crossline.count).toBe(lines.length);
    expect(cube.corners.every((trace) => trace >= 0 && trace < lines.length)).toBe(true);
  });

  const line = (inline: number, crossline: number): { inline: number; crossline: number } => ({ inline, crossline });
  it.each([
    ['nothing changes', line(1, 1), line(1, 1), line(1, 1), 4],
    ['both change', line(1, 1), line(2, 2), line(4, 4), 4],
    ['the count does not fit', line(1, 1), line(1, 2), line(3, 4), 11],
    ['steps are no integers', line(1, 1), line(1, 2), line(4, 2), 6],
    ['the last number is off the step', line(1, 1), line(1, 3), line(2, 4), 6],
    ['the inline was never set', line(0, 1), line(0, 2), line(0, 9), 9],
  ])('is null where %s', (_, first, second, last, traceCount) => {
    expect(proposeRegularCube(first, second, last, traceCount)).toBeNull();
  });
});

describe('gridFromLines', () => {
  const gridOf = (lines: readonly { inline: number; crossline: number }[]): ReturnType<typeof gridFromLines> =>
    gridFromLines(
      Int32Array.from(lines, ({ inline }) => inline),
      Int32Array.from(lines, ({ crossline }) => crossline),
    );

  it.each(GRIDS)('finds constant strides in $name', ({ grid }) => {
    const lines = linesOf(grid);
    const found = gridOf(lines);
    const proposed = proposeRegularCube(lines[0]!, lines[1]!, lines.at(-1)!, lines.length);
    expect(found).toMatchObject({ kind: 'grid', missingTraceCount: 0 });
    expect(found).toMatchObject({ inline: proposed?.inline, crossline: proposed?.crossline });
    expect(found.kind === 'grid' && found.order.kind).toBe('regular');
  });

  it('lists traces where some are missing, and takes a skipped line for a missing one', () => {
    const lines = linesOf({ inlines: [1, 2, 4], crosslines: [10, 12, 14, 16] }).filter((_, trace) => trace !== 5);
    expect(gridOf(lines)).toEqual({
      kind: 'grid',
      inline: { first: 1, last: 4, step: 1, count: 4 },
      crossline: { first: 10, last: 16, step: 2, count: 4 },
      order: {
        kind: 'table',
        traceAt: Int32Array.from([0, 1, 2, 3, 4, -1, 5, 6, -1, -1, -1, -1, 7, 8, 9, 10]),
      },
      isZeroUnset: false,
      missingTraceCount: 5,
      duplicateTraceCount: 0,
      findings: [expect.objectContaining({ code: 'traces-missing' })],
    });
  });

  it('shows the first of duplicate traces and says so', () => {
    const lines = linesOf({ inlines: [1, 2, 3], crosslines: [1, 2, 3, 4] });
    const found = gridOf([...lines, lines[3]!]);
    expect(found).toMatchObject({ kind: 'grid', findings: [{ code: 'traces-duplicate' }] });
    expect(found.kind === 'grid' && found.order).toMatchObject({ kind: 'regular', firstTrace: 0 });
  });

  it('leaves padding traces at (0, 0) out of the grid', () => {
    const lines = linesOf({ inlines: [100, 101], crosslines: [50, 51, 52] });
    const found = gridOf([{ inline: 0, crossline: 0 }, ...lines]);
    expect(found).toMatchObject({
      kind: 'grid',
      inline: { first: 100, count: 2 },
      findings: [{ code: 'traces-unplaced' }],
    });
  });

  it('keeps a grid that begins at (0, 0)', () => {
    expect(gridOf(linesOf({ inlines: [0, 1, 2], crosslines: [0, 1] }))).toMatchObject({
      kind: 'grid',
      inline: { first: 0, count: 3 },
      crossline: { first: 0, count: 2 },
      missingTraceCount: 0,
    });
  });

  it.each([
    ['unset', Array.from({ length: 9 }, () => ({ inline: 0, crossline: 0 }))],
    ['unset', Array.from({ length: 9 }, () => ({ inline: 5, crossline: 7 }))],
    ['unset', Array.from({ length: 9 }, (_, i) => ({ inline: 0, crossline: i + 1 }))],
    ['path', Array.from({ length: 9 }, (_, i) => ({ inline: i, crossline: 100 + i }))],
    ['repeated', Array.from({ length: 12 }, (_, i) => ({ inline: 1 + (i >> 2), crossline: 1 + ((i >> 1) & 1) }))],
    [
      'scattered',
      [
        { inline: 5, crossline: 9000 },
        { inline: 77_000, crossline: 3 },
      ],
    ],
  ] as const)('finds %s line numbers', (kind, lines) => {
    expect(gridOf(lines)).toEqual({ kind });
  });
});

it('takes the greatest common divisor of differences as the step', () => {
  expect(lineAxisFromNumbers([10, 22, 16, 10])).toEqual({ first: 10, last: 22, step: 6, count: 3 });
  expect(lineAxisFromNumbers([-7])).toEqual({ first: -7, last: -7, step: 1, count: 1 });
});

describe('alignTraces', () => {
  it('starts all traces with the first that says when where the user wants no delays', () => {
    const { alignment, findings } = alignTraces(Float64Array.of(NaN, 8, 0, 16), 5, 4000, 'ignore');
    expect(alignment).toEqual({ firstSampleMs: 8, sampleCount: 5, shifts: null });
    expect(findings).toEqual([]);
  });

  const align = (first: readonly number[]): ReturnType<typeof alignTraces> =>
    alignTraces(Float64Array.from(first), 5, 4000);

  it.each([
    { name: 'equal delays', first: [8, 8, 8], axis: [8, 5], shifts: null, codes: [] },
    { name: 'unknown delays', first: [NaN, NaN], axis: [0, 5], shifts: null, codes: [] },
    { name: 'less than half a sample apart', first: [8, 9], axis: [8, 5], shifts: null, codes: [] },
    { name: 'different delays', first: [12, 4, NaN], axis: [4, 7], shifts: [2, 0, 0], codes: ['delays-differ'] },
    {
      name: 'delays between samples',
      first: [0, 6],
      axis: [0, 7],
      shifts: [0, 2],
      codes: ['delays-differ', 'delays-off-grid'],
    },
    { name: 'absurd delays', first: [4, 30_000], axis: [4, 5], shifts: null, codes: ['delays-implausible'] },
  ])('$name', ({ first, axis, shifts, codes }) => {
    const { alignment, findings } = align(first);
    expect([alignment.firstSampleMs, alignment.sampleCount]).toEqual(axis);
    expect(alignment.shifts).toEqual(shifts === null ? null : Int32Array.from(shifts));
    expect(findings.map(({ code }) => code)).toEqual(codes);
  });
});

describe('pickTraces', () => {
  it('takes all where there are few', () => {
    expect(pickTraces(3, 8, 1)).toEqual([0, 1, 2]);
  });

  it('is repeatable, ascending and spread over the whole file', () => {
    const picks = pickTraces(3_000_000_000, 10, 1);
    expect(picks).toEqual(pickTraces(3_000_000_000, 10, 1));
    expect(picks).not.toEqual(pickTraces(3_000_000_000, 10, 2));
    expect(picks.map((trace) => Math.floor(trace / 300_000_000))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
