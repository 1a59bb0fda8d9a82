/** Files whose geometry stands in other words than the standard's, opened as they are. */
import { describe, expect, it } from 'vitest';
import type { MappingOverrides } from '../../../../shared/mapping/segy-mapping.ts';
import type { SurveyInfo } from '../../../../shared/survey.ts';
import { createReader } from '../../../native/open-reader.ts';
import { openSegy } from '../open-segy.ts';
import { gridTraces, withSegyFile, type TestGrid, type TestSegy, type TestTrace } from '../test-segy-builder.ts';
import { CUBE_PRESETS, LINE_PRESETS } from './presets.ts';

const reader = createReader();

const openedInfo = (segy: TestSegy, overrides: MappingOverrides = {}): Promise<SurveyInfo> =>
  withSegyFile(segy, async (path) => {
    const source = await openSegy(path, { reader, id: 'test', index: null, overrides });
    await source.close();
    return source.info;
  });

const GRID: TestGrid = { inlines: range(100, 9, 2), crosslines: range(7, 11, 3) };

function range(first: number, count: number, step: number): number[] {
  return Array.from({ length: count }, (_, i) => first + i * step);
}

/** The words that `gridTrace` writes, moved; other words of its traces stay. */
interface Moved {
  readonly inline?: number;
  readonly crossline?: number;
  readonly x?: number;
  readonly y?: number;
}

function moved(traces: readonly TestTrace[], to: Moved): TestTrace[] {
  const { inline = 189, crossline = 193, x = 181, y = 185 } = to;
  return traces.map(({ words, samples }) => ({
    words: {
      71: words[71]!,
      [x]: words[181]!,
      [y]: words[185]!,
      [inline]: words[189]!,
      [crossline]: words[193]!,
    },
    samples,
  }));
}

const AXES = {
  inline: { first: 100, last: 116, step: 2, count: 9 },
  crossline: { first: 7, last: 37, step: 3, count: 11 },
};
const codesOf = ({ findings }: SurveyInfo): string[] => findings.map(({ code }) => code);

describe('a cube with its line numbers in other words', () => {
  const elsewhere = CUBE_PRESETS.filter(({ name }) => !name.includes('tandard'));

  it.each(elsewhere.map(({ name, places }) => ({ name, places })))('$name', async ({ name, places }) => {
    const words = { inline: places.inline!.byte, crossline: places.crossline!.byte, x: 73, y: 77 };
    const info = await openedInfo({ traces: moved(gridTraces(GRID), words) });
    expect(info).toMatchObject({ kind: 'cube', ...AXES, missingTraceCount: 0 });
    expect(info.mapping).toMatchObject({ preset: name, origin: 'detected', mapping: { ...places, x: { byte: 73 } } });
    expect(info.mapping?.reasons[0]).toBe(
      `All 99 traces stand on a complete grid of 9 x 11 by the numbers in bytes ${words.inline} and ${words.crossline}.`,
    );
    expect(info.worldFromGrid?.inlineX).toBeCloseTo(40, 1);
    expect(codesOf(info)).toContain('lines-elsewhere');
  });

  it('is known at once where it is large, from a few headers', async () => {
    const traces = moved(gridTraces({ inlines: range(1, 40, 1), crosslines: range(1, 30, 1), sampleCount: 1000 }), {
      inline: 5,
      crossline: 21,
    });
    const info = await openedInfo({ traces });
    expect(info).toMatchObject({ kind: 'cube', geometryState: 'sampled', inline: { count: 40 } });
    expect(info.mapping?.preset).toBe('Petrel 5/21');
  });

  it.each([
    { name: 'with missing traces', keep: (_: TestTrace, i: number) => i % 7 !== 3 },
    { name: 'with a corner cut off', keep: ({ words }: TestTrace) => (words[189] ?? 0) + (words[193] ?? 0) < 140 },
  ])('$name', async ({ keep }) => {
    const traces = gridTraces(GRID).filter(keep);
    const info = await openedInfo({ traces: moved(traces, { inline: 17, crossline: 25 }) });
    expect(info).toMatchObject({ kind: 'cube', ...AXES, missingTraceCount: 99 - traces.length });
    expect(info.mapping?.preset).toBe('Kingdom 17/25');
  });

  it('sorted by crossline', async () => {
    const traces = gridTraces({ ...GRID, sorting: 'crossline' });
    const info = await openedInfo({ traces: moved(traces, { inline: 9, crossline: 21 }) });
    expect(info).toMatchObject({ kind: 'cube', ...AXES });
  });

  it('in words that nobody documents', async () => {
    const info = await openedInfo({ traces: moved(gridTraces(GRID), { inline: 209, crossline: 221 }) });
    expect(info).toMatchObject({ kind: 'cube', ...AXES });
    expect(info.mapping).toMatchObject({ preset: null, mapping: { inline: { byte: 209 }, crossline: { byte: 221 } } });
  });

  it('but where the user says which words, in those', async () => {
    const traces = moved(gridTraces(GRID), { inline: 5, crossline: 21 });
    const overrides: MappingOverrides = { inline: { byte: 21, type: 'int32' }, crossline: { byte: 5, type: 'int32' } };
    const info = await openedInfo({ traces }, overrides);
    expect(info).toMatchObject({ inline: AXES.crossline, crossline: AXES.inline, mapping: { origin: 'given' } });
    expect(codesOf(info)).not.toContain('lines-elsewhere');
  });

  it("and the standard's win where both make the grid", async () => {
    const traces = gridTraces(GRID).map(({ words, samples }) => ({
      words: { ...words, 5: words[189]! + 3, 21: words[193]! + 5 },
      samples,
    }));
    const info = await openedInfo({ traces });
    expect(info).toMatchObject({ ...AXES, mapping: { preset: 'Standard 189/193' } });
    expect(codesOf(info)).not.toContain('lines-elsewhere');
  });

  it('while another grid is told, with a remedy', async () => {
    // No coordinates tell them apart: bytes 5 and 21 number as full a grid as the standard's words.
    const traces = gridTraces(GRID).map(({ words, samples }, i) => ({
      words: { 189: words[189]!, 193: words[193]!, 5: Math.floor(i / 33), 21: i % 33 },
      samples,
    }));
    const holed = traces.filter((_, i) => i % 33 !== 20 && i % 33 !== 31);
    const info = await openedInfo({ traces: holed });
    expect(info).toMatchObject({ kind: 'cube', ...AXES });
    const finding = info.findings.find(({ code }) => code === 'lines-ambiguous');
    expect(finding?.remedies?.[0]).toMatchObject({ overrides: { inline: { byte: 5 }, crossline: { byte: 21 } } });
  });
});

it('gathers with their line numbers in other words are told by positions and offsets', async () => {
  const traces = moved(gridTraces(GRID), { inline: 5, crossline: 21 }).flatMap(({ words, samples }) =>
    [100, 200, 300, 400].map((offset) => ({ words: { ...words, 37: offset }, samples })),
  );
  const info = await openedInfo({ traces });
  expect(info).toMatchObject({ kind: 'gathers', ...AXES, gathers: { positions: 'bins' } });
  expect(info.mapping?.mapping).toMatchObject({ inline: { byte: 5 }, crossline: { byte: 21 } });
});

describe('coordinates', () => {
  const float = (value: number): number => new DataView(new Float32Array([value]).buffer).getInt32(0, true);

  it.each([
    ['73/77', { x: 73, y: 77 }],
    ['81/85', { x: 81, y: 85 }],
  ])('in %s', async (_, words) => {
    const info = await openedInfo({ traces: moved(gridTraces(GRID), words) });
    expect(info.mapping?.mapping).toMatchObject({ x: { byte: words.x }, y: { byte: words.y } });
    expect(info.worldFromGrid?.crosslineX).toBeCloseTo(-22.5, 1);
  });

  it('stored as floats', async () => {
    const traces = moved(gridTraces(GRID), {}).map(({ words, samples }) => ({
      words: { ...words, 71: 1, 181: float(words[181]! / 100), 185: float(words[185]! / 100) },
      samples,
    }));
    const info = await openedInfo({ traces });
    expect(info.mapping?.mapping.x).toEqual({ byte: 181, type: 'float32' });
    expect(info.worldFromGrid?.inlineX).toBeCloseTo(40, 0);
  });

  it('where those of the CDP are set but never change, those of the source', async () => {
    const traces = moved(gridTraces(GRID), { x: 73, y: 77 }).map(({ words, samples }) => ({
      words: { ...words, 181: 1234, 185: 5678 },
      samples,
    }));
    expect((await openedInfo({ traces })).mapping?.mapping).toMatchObject({ x: { byte: 73 }, y: { byte: 77 } });
  });
});

describe('scalars and units of coordinates', () => {
  /** The cube of `GRID` with coordinates as they are stored by that scalar. */
  const scaled = (stored: number, scalar: number, more: Readonly<Record<number, number>> = {}): TestSegy => ({
    traces: moved(gridTraces(GRID), { inline: 5, crossline: 21, x: 73, y: 77 }).map(({ words, samples }) => ({
      words: {
        ...words,
        ...more,
        71: scalar,
        73: Math.round((words[73]! / 100) * stored),
        77: Math.round((words[77]! / 100) * stored),
      },
      samples,
    })),
  });

  it.each([
    ['0 means none', scaled(1, 0), 40, []],
    ['10 multiplies', scaled(0.1, 10), 40, []],
    ['-1000 divides', scaled(100, -1000), 4, []],
    ['7 is applied and reported', scaled(1, 7), 280, ['coordinate-scalar-illegal']],
    ['-32768 is none', scaled(1, -32768), 40, ['coordinate-scalar-unset']],
    ['32767 is none', scaled(1, 32767), 40, ['coordinate-scalar-unset']],
    ['too large a one leaves lines too near', scaled(1, -100), 0.4, ['coordinate-scale-doubtful']],
    ['too small a one leaves lines too far apart', scaled(100, 1), 4000, ['coordinate-scale-doubtful']],
  ])('%s', async (_, segy, inlineX, codes) => {
    const info = await openedInfo(segy);
    expect(info).toMatchObject({ kind: 'cube', ...AXES, mapping: { preset: 'Petrel 5/21' } });
    expect(Math.abs(info.worldFromGrid!.inlineX / inlineX - 1)).toBeLessThan(0.1);
    expect(codesOf(info).filter((code) => code.startsWith('coordinate-scal'))).toEqual(codes);
  });

  it('offers the scalars that leave lines as far apart as surveys have them', async () => {
    const { findings } = await openedInfo(scaled(100, 1));
    const { remedies = [] } = findings.find(({ code }) => code === 'coordinate-scale-doubtful')!;
    expect(remedies.map(({ overrides }) => overrides)).toEqual([
      { scalarValue: -10 },
      { scalarValue: -100 },
      { scalarValue: -1000 },
    ]);
    const mended = await openedInfo(scaled(100, 1), remedies[1]!.overrides);
    expect(mended.worldFromGrid?.inlineX).toBeCloseTo(40, 0);
    expect(codesOf(mended)).not.toContain('coordinate-scale-doubtful');
  });

  it.each([
    [2, 'arc-seconds'],
    [3, 'degrees'],
    [4, 'degrees-minutes-seconds'],
  ])('angles (code %i of bytes 89-90) are not taken for lengths, and hide no line numbers', async (code, unit) => {
    const info = await openedInfo(scaled(1, 1, { 89: code }));
    expect(info).toMatchObject({ kind: 'cube', ...AXES, worldFromGrid: null, mapping: { preset: 'Petrel 5/21' } });
    expect(info.mapping?.mapping.coordinateUnit).toBe(unit);
    expect(codesOf(info)).toContain('coordinates-geographic');
  });
});

describe('what the user wants', () => {
  it('a cube read as a line, and as mere traces', async () => {
    const segy = { traces: gridTraces(GRID) };
    expect(await openedInfo(segy, { kind: 'line' })).toMatchObject({ kind: 'line', inline: null });
    expect(await openedInfo(segy, { kind: 'traces' })).toMatchObject({ kind: 'traces', inline: null });
  });

  it('a 2D line read as a cube of one line', async () => {
    const traces = Array.from({ length: 30 }, (_, i) => ({ words: { 9: 7, 21: 100 + i }, samples: [1, 2, 3, 4] }));
    const overrides: MappingOverrides = {
      kind: 'cube',
      inline: { byte: 9, type: 'int32' },
      crossline: { byte: 21, type: 'int32' },
    };
    expect((await openedInfo({ traces })).kind).toBe('line');
    expect(await openedInfo({ traces }, overrides)).toMatchObject({
      kind: 'cube',
      inline: { first: 7, count: 1 },
      crossline: { first: 100, count: 30 },
      mapping: { preset: '9/21', origin: 'given' },
    });
  });
});

describe('what is no cube is not made one', () => {
  const samples = [1, 2, 3, 4];

  it.each([
    {
      name: 'shots with their channels',
      kind: 'gathers',
      words: (i: number) => ({ 9: 1 + Math.floor(i / 12), 13: 1 + (i % 12), 37: 100 * (i % 12) }),
    },
    {
      name: 'shots of a 2D line with coordinates',
      kind: 'gathers',
      words: (i: number) => ({
        9: 1 + Math.floor(i / 12),
        13: 1 + (i % 12),
        73: 1000 + 50 * Math.floor(i / 12),
        77: 2000 + 10 * Math.floor(i / 12),
        81: 1000 + 50 * Math.floor(i / 12) + 25 * (i % 12),
        85: 2000 + 10 * Math.floor(i / 12) + 5 * (i % 12),
      }),
    },
    {
      name: 'CDP gathers of a 2D line',
      kind: 'gathers',
      words: (i: number) => ({
        5: i + 1,
        21: 1 + Math.floor(i / 12),
        25: 1 + (i % 12),
        37: 100 * (i % 12),
        181: 1000 + 50 * Math.floor(i / 12),
        185: 2000,
      }),
    },
    {
      name: 'a 2D line',
      kind: 'line',
      words: (i: number) => ({
        1: i + 1,
        5: i + 1,
        17: 100 + 2 * i,
        21: 1 + i,
        181: 1000 + 25 * i,
        185: 2000 + 10 * i,
      }),
    },
    {
      name: 'a 2D line of two shot points a CDP',
      kind: 'line',
      words: (i: number) => ({ 5: i + 1, 17: Math.floor(i / 2), 21: 1 + i, 73: 1000 + 25 * i, 77: 2000 }),
    },
  ])('$name', async ({ kind, words }) => {
    const traces = Array.from({ length: 120 }, (_, i) => ({ words: words(i), samples }));
    expect((await openedInfo({ traces })).kind).toBe(kind);
  });
});

it('presets have names of their own', () => {
  const names = [...CUBE_PRESETS, ...LINE_PRESETS].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
