/** 2D lines: where their traces are, and how several in one file are told apart. */
import { describe, expect, it } from 'vitest';
import type { LineSplit, MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import { lineIndex, traceIndex } from '../../../shared/units.ts';
import { createReader } from '../../native/open-reader.ts';
import { lineNameIn } from './line-name.ts';
import { linePositions } from './line-positions.ts';
import { openSegy } from './open-segy.ts';
import type { SegySource } from './segy-source.ts';
import { readPlane } from './test-planes.ts';
import { withSegyFile, type TestTrace } from './test-segy-builder.ts';

const COUNT = 40;
const STEP = 25;
/** Direction in degrees from east, and where the line begins. */
const COURSES = [
  { degrees: 0, x: 500_000, y: 6_000_000 },
  { degrees: 37, x: 509_000, y: 6_004_000 },
  { degrees: 110, x: 503_000, y: 6_011_000 },
] as const;

interface LineTrace {
  readonly line: number;
  readonly along: number;
  readonly words: Record<number, number>;
}

function lineTrace(line: number, along: number, words: Record<number, number> = {}): LineTrace {
  const { degrees, x, y } = COURSES[line]!;
  const [east, north] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return {
    line,
    along,
    words: {
      71: -100,
      181: Math.round(100 * (x + STEP * along * east)),
      185: Math.round(100 * (y + STEP * along * north)),
      ...words,
    },
  };
}

const stored = (traces: readonly LineTrace[]): TestTrace[] =>
  traces.map(({ line, along, words }) => ({ words, samples: [100 * (line + 1) + along, 1, 2, 3] }));

const inTurn = (words: (line: number, along: number) => Record<number, number>): LineTrace[] =>
  [0, 1, 2].flatMap((line) => Array.from({ length: COUNT }, (_, along) => lineTrace(line, along, words(line, along))));

const interleaved = (words: (line: number, along: number) => Record<number, number>): LineTrace[] =>
  Array.from({ length: 3 * COUNT }, (_, trace) => {
    const [line, along] = [trace % 3, Math.floor(trace / 3)];
    return lineTrace(line, along, words(line, along));
  });

async function withLines(
  traces: readonly LineTrace[],
  overrides: MappingOverrides,
  use: (source: SegySource) => Promise<void>,
): Promise<void> {
  await withSegyFile({ traces: stored(traces) }, async (path) => {
    const source = await openSegy(path, { reader: createReader(), id: 'test', index: null, overrides });
    try {
      await use(source);
    } finally {
      await source.close();
    }
  });
}

/** The first sample of each trace of a line. */
async function firstSamples(source: SegySource, line: number): Promise<number[]> {
  const count = source.info.lines!.lines[line]!.traceCount;
  const plane = { orientation: 'traces', index: traceIndex(0), count, line: lineIndex(line) } as const;
  const { data, columns } = await readPlane(source, plane);
  return Array.from({ length: count }, (_, row) => data[row * columns]!);
}

const ofLine = (line: number): number[] => Array.from({ length: COUNT }, (_, along) => 100 * (line + 1) + along);

describe('several lines in one file', () => {
  it.each<{ name: string; traces: LineTrace[]; split: LineSplit; names: string[] }>([
    {
      name: 'by their inline number, one after the other',
      traces: inTurn((line) => ({ 189: 11 + line })),
      split: 'line',
      names: ['Line 11', 'Line 12', 'Line 13'],
    },
    {
      name: 'by their inline number, with CDP numbers of their own',
      traces: inTurn((line, along) => ({ 21: 500 + along, 189: 11 + line })),
      split: 'line',
      names: ['Line 11', 'Line 12', 'Line 13'],
    },
    {
      name: 'by their inline number though they alternate in the file',
      traces: interleaved((line, along) => ({ 21: 500 + along, 189: 11 + line })),
      split: 'line',
      names: ['Line 11', 'Line 12', 'Line 13'],
    },
    {
      name: 'by their crossline number, where some writers keep the line’s',
      traces: inTurn((line, along) => ({ 21: 500 + along, 193: 11 + line })),
      split: { byte: 193, type: 'int32' },
      names: ['Line 11', 'Line 12', 'Line 13'],
    },
    {
      name: 'by their field record, where no line number is set',
      traces: inTurn((line, along) => ({ 9: 70 + line, 21: 500 + along })),
      split: { byte: 9, type: 'int32' },
      names: ['Line 70', 'Line 71', 'Line 72'],
    },
    {
      name: 'by where the coordinates jump, where no word tells',
      traces: inTurn((_, along) => ({ 21: 500 + along })),
      split: 'jumps',
      names: ['Line 1', 'Line 2', 'Line 3'],
    },
  ])('are told apart $name', async ({ traces, split, names }) => {
    await withLines(traces, {}, async (source) => {
      const { info } = source;
      expect(info.kind).toBe('line');
      expect(info.lines?.split).toEqual(split);
      expect(info.lines?.lines.map(({ name }) => name)).toEqual(names);
      for (const line of [0, 1, 2]) {
        expect(await firstSamples(source, line)).toEqual(ofLine(line));
        expect(info.lines!.lines[line]!.length).toBeCloseTo(STEP * (COUNT - 1), 0);
      }
      const all = { orientation: 'traces', index: traceIndex(0), count: traces.length } as const;
      expect((await readPlane(source, all)).rows).toBe(traces.length);
    });
  });

  it.each<[LineSplit, number]>([
    ['none', 1],
    ['jumps', 3],
    ['line', 3],
    [{ byte: 189, type: 'int32' }, 3],
    // Every trace has another CDP within its line: 40 numbers.
    [{ byte: 21, type: 'int32' }, COUNT],
  ])('are told apart by %j where the user says so', async (split, count) => {
    const traces = inTurn((line, along) => ({ 21: 500 + along, 189: 11 + line }));
    await withLines(traces, { split, kind: 'line' }, ({ info }) => {
      expect(info.lines).toMatchObject({ split, lines: { length: count } });
      expect(info.lines?.choices.map((choice) => choice.split)).toContainEqual(split);
      expect(info.mapping?.mapping.split).toEqual(split);
      return Promise.resolve();
    });
  });

  it('stay one line where it has a gap that its CDP numbers explain', async () => {
    const skipped = (along: number): number => (along < 20 ? along : along + 60);
    const traces = Array.from({ length: COUNT }, (_, at) => lineTrace(1, skipped(at), { 21: 500 + skipped(at) }));
    await withLines(traces, {}, ({ info }) => {
      expect(info.lines?.lines).toHaveLength(1);
      return Promise.resolve();
    });
  });

  it('are not split into more than can be listed: the file stays whole, with a finding', async () => {
    const traces = Array.from({ length: 4200 }, (_, along) => lineTrace(0, along, { 17: along }));
    await withLines(traces, { kind: 'line', split: { byte: 17, type: 'int32' } }, ({ info }) => {
      expect(info.lines?.lines).toHaveLength(1);
      expect(info.findings.map(({ code }) => code)).toContain('split-impossible');
      return Promise.resolve();
    });
  });
});

describe('the navigation of a line', () => {
  const traces = Array.from({ length: COUNT }, (_, along) =>
    lineTrace(1, along, { 21: 900 - along, 197: 1000 + 5 * along, 201: -10 }),
  );

  it('tells CDP, shot point, position and distance of any stretch', async () => {
    await withLines(traces, {}, (source) => {
      const whole = source.navigation({ line: lineIndex(0), first: traceIndex(0), count: COUNT, every: 1 });
      expect([...whole.cdp]).toEqual(traces.map((_, along) => 900 - along));
      expect(whole.shotPoint?.[3]).toBeCloseTo(101.5, 10);
      const { x, y, distance } = whole.positions!;
      expect(Math.hypot(x[39]! - x[0]!, y[39]! - y[0]!)).toBeCloseTo(39 * STEP, 1);
      expect(distance[39]).toBeCloseTo(39 * STEP, 1);
      const part = source.navigation({ line: lineIndex(0), first: traceIndex(10), count: 9, every: 4 });
      expect([...part.trace]).toEqual([10, 14, 18]);
      expect(part.positions?.distance[1]).toBe(distance[14]);
      return Promise.resolve();
    });
  });

  it.each([
    ['a line that is not there', { line: 1, first: 0, count: 1, every: 1 }],
    ['more traces than there are', { line: 0, first: 1, count: COUNT, every: 1 }],
    ['no step', { line: 0, first: 0, count: 1, every: 0 }],
  ])('is refused for %s', async (_, { line, first, count, every }) => {
    await withLines(traces, {}, (source) => {
      const ask = (): unknown => source.navigation({ line: lineIndex(line), first: traceIndex(first), count, every });
      expect(ask).toThrow(
        expect.objectContaining({ fault: expect.objectContaining({ code: 'out-of-range' }) as unknown }),
      );
      return Promise.resolve();
    });
  });

  it('has no positions where coordinates are angles', async () => {
    const angles = traces.map(({ words, ...rest }) => ({ ...rest, words: { ...words, 89: 2 } }));
    await withLines(angles, {}, ({ info }) => {
      expect(info.lines?.lines[0]).toMatchObject({ length: null, traceCount: COUNT });
      return Promise.resolve();
    });
  });
});

describe('positions along a line', () => {
  const along = (x: readonly number[]) =>
    linePositions({ x: Float64Array.from(x), y: new Float64Array(x.length) }, Int32Array.from(x.keys()));

  it('lie evenly between those that are known, and end with them', () => {
    expect([...along([NaN, 0, NaN, 20, NaN])!.distance]).toEqual([0, 0, 10, 20, 20]);
  });

  it('leave a single slip out, which would make the line longer by twice its distance', () => {
    const slipped = along([0, 10, 20, 30, 9e6, 50, 60, 70, 80])!;
    expect([...slipped.distance]).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80]);
    expect(slipped.x[4]).toBeNaN();
  });

  it('are none where no trace has one', () => {
    expect(along([NaN, NaN, NaN, NaN, NaN])).toBeNull();
  });
});

describe('the name of a line', () => {
  it.each([
    ['C 2 Name: General intersection 1 Type: 2D seismic', 'General intersection 1'],
    ['C 2 LINE            AREA                        MAP ID', null],
    ['C02 LINE: ABC-84-12   AREA: NORTH SEA', 'ABC-84-12'],
    ['C 2 Line name 81-07', '81-07'],
    ['C 4 INLINE 189 XLINE 193', null],
    ['C 4 IN-LINE 100 TO 200', null],
    ['C 1 CLIENT: OIL   LINE NO. 12A', '12A'],
  ])('in "%s" is %j', (card, name) => {
    expect(lineNameIn([card])).toBe(name);
  });
});
