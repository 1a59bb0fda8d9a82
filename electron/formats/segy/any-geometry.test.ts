/** Coordinates, duplicates and kinds as they are met: what is fitted, what is left out, what is said. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { worldPoint } from '../../../shared/geometry/world-from-grid.ts';
import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { inlineIndex, offsetIndex, traceIndex } from '../../../shared/units.ts';
import { createReader } from '../../native/open-reader.ts';
import { fitTraces } from './fit-traces.ts';
import { openSegy } from './open-segy.ts';
import { readPlane } from './test-planes.ts';
import { gridTrace, gridTraces, withSegyFile, withTemporaryFolder, type TestTrace } from './test-segy-builder.ts';
import type { SegySource } from './segy-source.ts';

const INT32_MIN = -(2 ** 31);
const numbers = (count: number, first = 1): number[] => Array.from({ length: count }, (_, index) => first + index);
const cube = gridTraces({ inlines: numbers(12), crosslines: numbers(15, 100) });

async function withSource<T>(
  traces: readonly TestTrace[],
  use: (source: SegySource) => Promise<T>,
  overrides: MappingOverrides = {},
): Promise<T> {
  return await withSegyFile({ traces }, async (path) => {
    const source = await openSegy(path, { reader: createReader(), id: 'test', index: null, overrides });
    try {
      return await use(source);
    } finally {
      await source.close();
    }
  });
}

const infoOf = (traces: readonly TestTrace[], overrides: MappingOverrides = {}): Promise<SurveyInfo> =>
  withSource(traces, ({ info }) => Promise.resolve(info), overrides);

const codesOf = ({ findings }: SurveyInfo): string[] => findings.map(({ code }) => code);

const withWords = (trace: TestTrace, words: Readonly<Partial<Record<number, number>>>): TestTrace => ({
  ...trace,
  words: { ...trace.words, ...(words as Record<number, number>) },
});

describe('the map of a cube to the world', () => {
  /** Where the builder puts a trace. */
  const expectPlaced = ({ worldFromGrid }: SurveyInfo): void => {
    const { x, y } = worldPoint(worldFromGrid!, { inline: 10, crossline: 14 });
    expect(x).toBeCloseTo(500_000 + 11 * 20 + 114 * -7.5, 1);
    expect(y).toBeCloseTo(6_000_000 + 11 * 15 + 114 * 10, 1);
  };

  type Words = Readonly<Partial<Record<number, number>>>;
  /** With the scalar that says so; the builder stores centimetres. */
  const inDecimetres = ({ words }: TestTrace): Words => ({
    71: -10,
    181: Math.round(words[181]! / 10),
    185: Math.round(words[185]! / 10),
  });

  it.each<[string, (at: number) => Words, number]>([
    ['none wild', () => ({}), 0],
    ['the ends of int32 on some', (at) => (at % 9 === 4 ? { 181: INT32_MIN, 185: INT32_MIN } : {}), 0],
    ['zeros on some', (at) => (at % 9 === 4 ? { 181: 0, 185: 0 } : {}), 0],
    ['a few wild ones', (at) => (at % 40 === 4 ? { 181: 999, 185: -3 } : {}), 5],
    ['a third wild', (at) => (at % 3 === 1 ? { 181: 7 * at, 185: 70_000_000 } : {}), 60],
    ['centimetres and decimetres in turn', (at) => (at % 2 === 0 ? {} : inDecimetres(cube[at]!)), 0],
  ])('is right with %s', async (_, change, leftOut) => {
    const info = await infoOf(cube.map((trace, at) => withWords(trace, change(at))));
    expect(info.kind).toBe('cube');
    expectPlaced(info);
    expect(info.worldFit?.leftOutCount).toBe(leftOut);
    // Decimetres are rounded.
    expect(info.worldFit?.rmsResidual).toBeLessThan(0.05);
    expect(codesOf(info).includes('coordinates-wild')).toBe(leftOut > 0);
  });

  it('tells which trace is farthest from it', async () => {
    const moved = cube.map((trace, at) => (at === 77 ? withWords(trace, { 181: trace.words[181]! + 900 }) : trace));
    const { worldFit } = await infoOf(moved);
    expect(worldFit).toMatchObject({ maxTrace: 77, leftOutCount: 0, traceCount: cube.length });
    expect(worldFit?.maxResidual).toBeCloseTo(9, 0);
  });

  it('keeps the hand of the grid', async () => {
    const mirrored = cube.map((trace) => withWords(trace, { 181: -trace.words[181]! }));
    const { worldFromGrid } = await infoOf(mirrored);
    const { inlineX, inlineY, crosslineX, crosslineY } = worldFromGrid!;
    expect(Math.sign(inlineX * crosslineY - inlineY * crosslineX)).toBe(-1);
  });

  it.each([2, 3, 4])('is none where the coordinates are angles (unit %i)', async (unit) => {
    const info = await infoOf(cube.map((trace) => withWords(trace, { 89: unit })));
    expect(info).toMatchObject({ kind: 'cube', worldFromGrid: null, worldFit: null });
    expect(codesOf(info)).toContain('coordinates-geographic');
  });

  it.each([0, 7])('is made with a scalar of %i, which is reported where it is none', async (scalar) => {
    const info = await infoOf(cube.map((trace) => withWords(trace, { 71: scalar })));
    expect(info.worldFromGrid?.inlineX).toBeCloseTo(2000 * Math.max(scalar, 1), 3);
    expect(codesOf(info).includes('coordinate-scalar-illegal')).toBe(scalar === 7);
  });

  it('is the least squares of all traces, not of some', () => {
    const count = 200_000;
    const at = Array.from({ length: count }, (_, trace) => trace);
    const inline = Int32Array.from(at, (trace) => Math.floor(trace / 500));
    const crossline = Int32Array.from(at, (trace) => trace % 500);
    const shifted = (trace: number): number => (trace === 123_457 ? 40 : 0);
    const traces = {
      inline,
      crossline,
      x: Float64Array.from(at, (trace) => 436_000 + 25 * inline[trace]! + shifted(trace)),
      y: Float64Array.from(at, (trace) => 6_470_000 + 12.5 * crossline[trace]!),
      coordinateScalar: new Float64Array(count).fill(1),
    };
    const axis = (lines: number) => ({ first: 0, last: lines - 1, step: 1, count: lines });
    const fit = fitTraces(traces, { inline: axis(400), crossline: axis(500), isZeroUnset: true });
    expect(fit?.quality).toMatchObject({ traceCount: count - 1, leftOutCount: 0, maxTrace: 123_457 });
    // One trace of 199,999 moves the mean by its share, which no sample of the traces would show.
    expect(fit?.quality.rmsResidual).toBeCloseTo(40 / Math.sqrt(count), 4);
  });
});

describe('duplicate positions', () => {
  const [first, second] = cube as [TestTrace, TestTrace];
  const marked = { ...second, samples: [-1, -2, -3, -4] };

  it('show the first live trace, name pairs, and offer all of them', async () => {
    const dead = withWords(second, { 29: 2 });
    await withSource([first, dead, marked, ...cube.slice(2)], async (source) => {
      expect(source.info).toMatchObject({ kind: 'cube', duplicateTraceCount: 1 });
      const finding = source.info.findings.find(({ code }) => code === 'traces-duplicate');
      expect(finding?.message).toContain('trace 2 where 3 is shown');
      expect(finding?.remedies).toEqual([expect.objectContaining({ overrides: { kind: 'gathers' } })]);
      const { data, columns } = await readPlane(source, { orientation: 'inline', index: inlineIndex(0) });
      expect(data[columns]).toBe(-1);
    });
  });

  it('are all seen as gathers', async () => {
    const traces = [first, second, marked, ...cube.slice(2)];
    await withSource(
      traces,
      async (source) => {
        expect(source.info).toMatchObject({ kind: 'gathers', gathers: { offsets: { kind: 'numbers', count: 2 } } });
        const selection = { kind: 'offset', index: offsetIndex(1) } as const;
        const { data, columns } = await readPlane(source, { orientation: 'inline', index: inlineIndex(0), selection });
        expect(data[0]).toBeNaN();
        expect(data[columns]).toBe(-1);
      },
      { kind: 'gathers' },
    );
  });
});

describe('a kind that the user wants', () => {
  /** Two lines of a billion numbers each: no grid of it fits into memory. */
  const hostile = numbers(50).map((at) => gridTrace(at * 19_999_999, at * -17_777_777));

  it.each<[string, readonly TestTrace[], MappingOverrides['kind'], SurveyInfo['kind']]>([
    ['a cube of numbers all over the place', hostile, 'cube', 'line'],
    ['gathers of numbers all over the place', hostile, 'gathers', 'gathers'],
    ['a line of a cube', cube, 'line', 'line'],
    ['traces of a cube', cube, 'traces', 'traces'],
    ['gathers of a cube', cube, 'gathers', 'gathers'],
    ['a cube of nothing', numbers(9).map((n) => ({ words: {}, samples: [n, 1, 2, 3] })), 'cube', 'traces'],
  ])('%s opens within bounds, as that or with the reason why not', async (_, traces, kind, opened) => {
    const info = await infoOf(traces, { kind });
    expect(info.kind).toBe(opened);
    const isRefused = opened !== kind || (kind === 'gathers' && info.gathers === null);
    expect(codesOf(info).includes('kind-impossible')).toBe(isRefused);
  });
});

it('reads any stretch of a million traces without geometry', async () => {
  const count = 1_000_000;
  await withTemporaryFolder(async (folder) => {
    const path = join(folder, 'million.sgy');
    const bytes = Buffer.alloc(3600 + count * 244);
    bytes.writeInt16BE(4000, 3216);
    bytes.writeInt16BE(1, 3220);
    bytes.writeInt16BE(5, 3224);
    for (let trace = 0; trace < count; trace += 1) bytes.writeFloatBE(trace + 1, 3600 + trace * 244 + 240);
    await writeFile(path, bytes);
    const source = await openSegy(path, { reader: createReader(), id: 'test', index: null });
    try {
      expect(source.info).toMatchObject({ kind: 'traces', traceCount: count });
      for (const first of [0, 499_500, count - 1000]) {
        const plane = { orientation: 'traces', index: traceIndex(first), count: 1000 } as const;
        const { data } = await readPlane(source, plane);
        expect([data[0], data[999]]).toEqual([first + 1, first + 1000]);
      }
    } finally {
      await source.close();
    }
  });
});
