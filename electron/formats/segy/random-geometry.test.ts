/** Seeded random surveys, written to files and read back, against a map from positions to traces that anyone can check. */
import { describe, expect, it } from 'vitest';
import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import { TRACE_DEAD, TRACE_MISSING, type SurveyPlane, type TraceSelection } from '../../../shared/slices.ts';
import { crosslineIndex, inlineIndex, offsetIndex, sampleIndex } from '../../../shared/units.ts';
import { createReader } from '../../native/open-reader.ts';
import { openSegy } from './open-segy.ts';
import { createRandom } from './seeded-random.ts';
import type { SegySource } from './segy-source.ts';
import { readPlane, type PlaneOfSamples } from './test-planes.ts';
import { withSegyFile } from './test-segy-builder.ts';

const SAMPLES = 3;
const TRACE_IDS = { live: 1, dead: 2 } as const;

interface Trace {
  readonly inline: number;
  readonly crossline: number;
  readonly offset: number;
  readonly isDead: boolean;
  readonly samples: readonly number[];
}

interface RandomSurvey {
  /** In file order. */
  readonly traces: readonly Trace[];
  readonly inlines: readonly number[];
  readonly crosslines: readonly number[];
  readonly offsets: readonly number[];
}

type Random = () => number;

const between = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));

/** Numbers in even steps, in either direction, negative ones among them. */
function axis(random: Random, count: number): number[] {
  const step = between(random, 1, 7);
  const first = between(random, -60, 60);
  const numbers = Array.from({ length: count }, (_, index) => first + index * step);
  return random() < 0.5 ? numbers : numbers.reverse();
}

function shuffle<T>(random: Random, items: T[]): T[] {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = between(random, 0, last);
    [items[last], items[other]] = [items[other]!, items[last]!];
  }
  return items;
}

/** The first and the last position of each axis always have a trace, so that the axes are known. */
function randomSurvey(seed: number, offsetCount: number): RandomSurvey {
  const random = createRandom(seed);
  const inlines = axis(random, between(random, 4, 9));
  const crosslines = axis(random, between(random, 4, 9));
  const offsets = Array.from({ length: offsetCount }, (_, index) => 100 + 50 * index);
  const holes = random() < 0.4 ? 0 : 0.3 * random();
  const deaths = random() < 0.5 ? 0 : 0.2 * random();
  // More repeated offsets than one in ten say that the word holds something else (`offset-axis.ts`).
  const repeats = random() < 0.5 ? 0 : (offsetCount > 1 ? 0.05 : 0.15) * random();
  const traces: Trace[] = [];
  const add = (inline: number, crossline: number, offset: number): void => {
    // Never zero: all-zero traces are dead too. (0, 0) may be a position like any other.
    const samples = Array.from({ length: SAMPLES }, () => 1 + between(random, 0, 1000) / 8);
    traces.push({ inline, crossline, offset, isDead: random() < deaths, samples });
  };
  const isInlineSorted = random() < 0.5;
  const [slow, fast] = isInlineSorted ? [inlines, crosslines] : [crosslines, inlines];
  for (const [i, slowNumber] of slow.entries()) {
    for (const [j, fastNumber] of fast.entries()) {
      const [inline, crossline] = isInlineSorted ? [slowNumber, fastNumber] : [fastNumber, slowNumber];
      const isNeeded = i === j % slow.length || j === i % fast.length;
      if (!isNeeded && random() < holes) continue;
      for (const [k, offset] of offsets.entries()) {
        // Every position keeps most of its offsets, and the first two of them.
        if (k > 1 && random() < holes) continue;
        add(inline, crossline, offset);
        if (random() < repeats) add(inline, crossline, offset);
      }
    }
  }
  return { traces: random() < 0.3 ? shuffle(random, traces) : traces, inlines, crosslines, offsets };
}

const ascending = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);

/** All traces of a position and offset, in file order. */
const tracesAt = ({ traces }: RandomSurvey, inline: number, crossline: number, offset?: number): Trace[] =>
  traces.filter(
    (trace) =>
      trace.inline === inline && trace.crossline === crossline && (offset === undefined || trace.offset === offset),
  );

/** The first live one, else the first. */
const shownOf = (traces: readonly Trace[]): Trace | undefined => traces.find(({ isDead }) => !isDead) ?? traces[0];

/** Mean of the live ones, of all where none is. */
function stackOf(traces: readonly Trace[], sample: number): number {
  const live = traces.filter(({ isDead }) => !isDead);
  const counted = live.length > 0 ? live : traces;
  return counted.reduce((sum, { samples }) => sum + samples[sample]!, 0) / counted.length;
}

async function withSurvey(
  { traces }: RandomSurvey,
  overrides: MappingOverrides,
  use: (source: SegySource) => Promise<void>,
): Promise<void> {
  const stored = traces.map(({ inline, crossline, offset, isDead, samples }) => ({
    words: { 29: isDead ? TRACE_IDS.dead : TRACE_IDS.live, 37: offset, 189: inline, 193: crossline },
    samples,
  }));
  await withSegyFile({ traces: stored }, async (path) => {
    const source = await openSegy(path, { reader: createReader(), id: 'test', index: null, overrides });
    try {
      await use(source);
    } finally {
      await source.close();
    }
  });
}

/** What a plane must hold at each of its positions: the samples, and the status. */
function expectPlane(
  { data, columns, read }: PlaneOfSamples,
  cells: readonly { readonly values: readonly number[] | null; readonly isDead: boolean }[],
  cellSamples: number,
): void {
  for (const [cell, { values, isDead }] of cells.entries()) {
    const start = cellSamples === 1 ? cell : cell * columns;
    const found = [...data.subarray(start, start + cellSamples)];
    const status = read.traceStatus?.[cell] ?? 0;
    if (values === null) {
      expect(found.every(Number.isNaN), `cell ${cell}`).toBe(true);
      expect(status, `cell ${cell}`).toBe(TRACE_MISSING);
      continue;
    }
    found.forEach((sample, k) => expect(sample, `cell ${cell}`).toBeCloseTo(values[k]!, 3));
    expect(status, `cell ${cell}`).toBe(isDead ? TRACE_DEAD : 0);
  }
}

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed);

describe('a random cube', () => {
  it.each(SEEDS)('reads as its traces say (seed %i)', async (seed) => {
    const survey = randomSurvey(seed, 1);
    const [inlines, crosslines] = [ascending(survey.inlines), ascending(survey.crosslines)];
    await withSurvey(survey, {}, async (source) => {
      const { info } = source;
      const taken = new Set(survey.traces.map(({ inline, crossline }) => `${inline},${crossline}`)).size;
      expect(info).toMatchObject({
        kind: 'cube',
        inline: { first: inlines[0], last: inlines.at(-1), count: inlines.length },
        crossline: { first: crosslines[0], last: crosslines.at(-1), count: crosslines.length },
        missingTraceCount: inlines.length * crosslines.length - taken,
        duplicateTraceCount: survey.traces.length - taken,
        deadTraceCount: survey.traces.filter(({ isDead }) => isDead).length,
      });
      const cellOf = (inline: number, crossline: number) => {
        const shown = shownOf(tracesAt(survey, inline, crossline));
        return { values: shown?.samples ?? null, isDead: shown?.isDead ?? false };
      };
      for (const [index, inline] of inlines.entries()) {
        const plane = await readPlane(source, { orientation: 'inline', index: inlineIndex(index) });
        expectPlane(
          plane,
          crosslines.map((crossline) => cellOf(inline, crossline)),
          SAMPLES,
        );
      }
      for (const [index, crossline] of crosslines.entries()) {
        const plane = await readPlane(source, { orientation: 'crossline', index: crosslineIndex(index) });
        expectPlane(
          plane,
          inlines.map((inline) => cellOf(inline, crossline)),
          SAMPLES,
        );
      }
      const slice = await readPlane(source, { orientation: 'sample', index: sampleIndex(1) });
      const cells = inlines.flatMap((inline) =>
        crosslines.map((crossline) => {
          const { values, isDead } = cellOf(inline, crossline);
          return { values: values && [values[1]!], isDead };
        }),
      );
      expectPlane(slice, cells, 1);
    });
  });
});

describe('random gathers', () => {
  it.each(SEEDS)('read by offset, one at a time and stacked as their traces say (seed %i)', async (seed) => {
    const survey = randomSurvey(1000 + seed, 2 + (seed % 4));
    const [inlines, crosslines] = [ascending(survey.inlines), ascending(survey.crosslines)];
    await withSurvey(survey, {}, async (source) => {
      const { info } = source;
      expect(info.kind).toBe('gathers');
      expect(info.gathers).toEqual({ positions: 'bins', offsets: { kind: 'offsets', values: survey.offsets } });
      const middle = inlines.length >> 1;
      const inlineOf = (selection: TraceSelection): SurveyPlane => ({
        orientation: 'inline',
        index: inlineIndex(middle),
        selection,
      });
      for (const [k, offset] of survey.offsets.entries()) {
        const plane = await readPlane(source, inlineOf({ kind: 'offset', index: offsetIndex(k) }));
        const cells = crosslines.map((crossline) => {
          const shown = shownOf(tracesAt(survey, inlines[middle]!, crossline, offset));
          return { values: shown?.samples ?? null, isDead: shown?.isDead ?? false };
        });
        expectPlane(plane, cells, SAMPLES);
      }
      const stackCell = (inline: number, crossline: number, samples: readonly number[]) => {
        const traces = tracesAt(survey, inline, crossline);
        const isDead = traces.length > 0 && traces.every((trace) => trace.isDead);
        return { values: traces.length === 0 ? null : samples.map((k) => stackOf(traces, k)), isDead };
      };
      const stack = await readPlane(source, inlineOf({ kind: 'stack' }));
      expectPlane(
        stack,
        crosslines.map((crossline) => stackCell(inlines[middle]!, crossline, [0, 1, 2])),
        SAMPLES,
      );
      const slice = await readPlane(source, {
        orientation: 'sample',
        index: sampleIndex(2),
        selection: { kind: 'stack' },
      });
      expectPlane(
        slice,
        inlines.flatMap((inline) => crosslines.map((crossline) => stackCell(inline, crossline, [2]))),
        1,
      );
      const gather = await readPlane(source, {
        orientation: 'gather',
        index: crosslineIndex(1),
        inline: inlineIndex(middle),
      });
      const traces = survey.offsets.map((offset) => {
        const shown = shownOf(tracesAt(survey, inlines[middle]!, crosslines[1]!, offset));
        return { values: shown?.samples ?? null, isDead: shown?.isDead ?? false };
      });
      expectPlane(gather, traces, SAMPLES);
    });
  });
});
