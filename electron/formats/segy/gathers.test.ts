/** Gathers: positions with several traces, read by offset, one at a time or stacked. */
import { describe, expect, it } from 'vitest';
import {
  NO_DECIMATION,
  TRACE_DEAD,
  TRACE_MISSING,
  type SurveyPlane,
  type TraceSelection,
} from '../../../shared/slices.ts';
import { crosslineIndex, inlineIndex, offsetIndex, sampleIndex } from '../../../shared/units.ts';
import { createReader } from '../../native/open-reader.ts';
import { openSegy } from './open-segy.ts';
import type { SegySource } from './segy-source.ts';
import { readPlane } from './test-planes.ts';
import { withSegyFile, type TestTrace } from './test-segy-builder.ts';

const OFFSETS = [100, 200, 300];
const SAMPLES = 4;

/** Tells position, offset and sample from the amplitude. */
const amplitude = (inline: number, crossline: number, offset: number, sample: number): number =>
  inline * 1000 + crossline * 10 + offset / 100 + sample / 16;

const gatherTrace = (inline: number, crossline: number, offset: number): TestTrace => ({
  words: { 37: offset, 189: inline, 193: crossline },
  samples: Array.from({ length: SAMPLES }, (_, k) => amplitude(inline, crossline, offset, k)),
});

const complete = [5, 7].flatMap((inline) =>
  [20, 21, 22].flatMap((crossline) => OFFSETS.map((offset) => gatherTrace(inline, crossline, offset))),
);

async function withGathers(traces: readonly TestTrace[], use: (source: SegySource) => Promise<void>): Promise<void> {
  await withSegyFile({ traces }, async (path) => {
    const source = await openSegy(path, { reader: createReader(), id: 'test', index: null });
    try {
      await use(source);
    } finally {
      await source.close();
    }
  });
}

const inlinePlane = (index: number, selection?: TraceSelection): SurveyPlane => ({
  orientation: 'inline',
  index: inlineIndex(index),
  ...(selection && { selection }),
});

const offset = (index: number): TraceSelection => ({ kind: 'offset', index: offsetIndex(index) });
const STACK: TraceSelection = { kind: 'stack' };

describe('complete gathers', () => {
  it('have axes and offsets', async () => {
    await withGathers(complete, ({ info }) => {
      expect(info).toMatchObject({
        kind: 'gathers',
        inline: { first: 5, last: 7, step: 2, count: 2 },
        crossline: { first: 20, count: 3 },
        gathers: { positions: 'bins', offsets: { kind: 'offsets', values: OFFSETS } },
        missingTraceCount: 0,
        duplicateTraceCount: 0,
      });
      return Promise.resolve();
    });
  });

  it.each([0, 1, 2])('show offset %i on every plane', async (index) => {
    await withGathers(complete, async (source) => {
      const inline = await readPlane(source, inlinePlane(1, offset(index)));
      expect([...inline.data.filter((_, at) => at % SAMPLES === 3)]).toEqual(
        [20, 21, 22].map((crossline) => amplitude(7, crossline, OFFSETS[index]!, 3)),
      );
      const slice = await readPlane(source, {
        orientation: 'sample',
        index: sampleIndex(2),
        selection: offset(index),
      });
      expect([...slice.data]).toEqual(
        [5, 7].flatMap((line) => [20, 21, 22].map((crossline) => amplitude(line, crossline, OFFSETS[index]!, 2))),
      );
    });
  });

  it('show the traces of one position by offset', async () => {
    await withGathers(complete, async (source) => {
      const plane: SurveyPlane = { orientation: 'gather', inline: inlineIndex(1), index: crosslineIndex(2) };
      const { rows, data } = await readPlane(source, plane);
      expect(rows).toBe(3);
      expect([...data.filter((_, at) => at % SAMPLES === 0)]).toEqual(
        OFFSETS.map((value) => amplitude(7, 22, value, 0)),
      );
      const everyOther = await readPlane(source, plane, { rows: 2, columns: 1 });
      expect(everyOther.rows).toBe(2);
      expect(everyOther.data[SAMPLES]).toBe(amplitude(7, 22, 300, 0));
    });
  });

  it('refuse offsets that they do not have', async () => {
    await withGathers(complete, async (source) => {
      const into = new Float32Array(3 * SAMPLES);
      const read = source.readSlice(inlinePlane(0, offset(3)), NO_DECIMATION, into, new AbortController().signal);
      await expect(read).rejects.toMatchObject({ fault: { code: 'out-of-range', what: 'offset' } });
    });
  });

  it('stack to the mean', async () => {
    await withGathers(complete, async (source) => {
      const { data } = await readPlane(source, inlinePlane(0, STACK));
      expect(data[SAMPLES + 1]).toBeCloseTo(amplitude(5, 21, 200, 1), 3);
      const slice = await readPlane(source, { orientation: 'sample', index: sampleIndex(3), selection: STACK });
      expect(slice.data[5]).toBeCloseTo(amplitude(7, 22, 200, 3), 3);
    });
  });
});

describe('gathers with holes', () => {
  /** Position (5, 21) lacks offset 100, position (7, 20) has no trace, (7, 22) a dead one of offset 300. */
  const holed = complete
    .filter(({ words }) => words[189] !== 5 || words[193] !== 21 || words[37] !== 100)
    .filter(({ words }) => words[189] !== 7 || words[193] !== 20)
    .map((trace) =>
      trace.words[189] === 7 && trace.words[193] === 22 && trace.words[37] === 300
        ? { ...trace, words: { ...trace.words, 29: 2 } }
        : trace,
    );

  it('count empty positions, and show missing and dead traces of the offset', async () => {
    await withGathers(holed, async (source) => {
      expect(source.info).toMatchObject({ missingTraceCount: 1, deadTraceCount: 1 });
      const first = await readPlane(source, inlinePlane(0, offset(0)));
      expect([...(first.read.traceStatus ?? [])]).toEqual([0, TRACE_MISSING, 0]);
      expect(first.data[SAMPLES]).toBeNaN();
      const third = await readPlane(source, inlinePlane(1, offset(2)));
      expect([...(third.read.traceStatus ?? [])]).toEqual([TRACE_MISSING, 0, TRACE_DEAD]);
    });
  });

  it('stack what is live', async () => {
    await withGathers(holed, async (source) => {
      const first = await readPlane(source, inlinePlane(0, STACK));
      expect(first.data[SAMPLES]).toBeCloseTo(amplitude(5, 21, 250, 0), 3);
      const second = await readPlane(source, inlinePlane(1, STACK));
      expect(second.data[0]).toBeNaN();
      expect(second.data[2 * SAMPLES]).toBeCloseTo(amplitude(7, 22, 150, 0), 3);
      expect([...(second.read.traceStatus ?? [])]).toEqual([TRACE_MISSING, 0, 0]);
      expect(second.read.stackMs).toBeGreaterThan(0);
    });
  });

  it('stack dead traces where there are no others, and say that they are dead', async () => {
    const dead = complete.map(({ words, samples }) => ({
      words: { ...words, 29: words[193] === 20 ? 2 : 1 },
      samples,
    }));
    await withGathers(dead, async (source) => {
      const { data, read } = await readPlane(source, inlinePlane(0, STACK));
      expect(data[0]).toBeCloseTo(amplitude(5, 20, 200, 0), 3);
      expect([...(read.traceStatus ?? [])]).toEqual([TRACE_DEAD, 0, 0]);
    });
  });
});

describe('what tells the traces of a position apart', () => {
  const infoOf = async (traces: readonly TestTrace[]): Promise<SegySource['info']> => {
    let info: SegySource['info'] | null = null;
    await withGathers(traces, (source) => {
      ({ info } = source);
      return Promise.resolve();
    });
    return info!;
  };
  const grouped = (words: (trace: number) => Record<number, number>): TestTrace[] =>
    Array.from({ length: 12 }, (_, trace) => ({ words: words(trace), samples: [trace, 1, 2, 3] }));

  it('is their order where all offsets are equal', async () => {
    const info = await infoOf(complete.map(({ words, samples }) => ({ words: { ...words, 37: 0 }, samples })));
    expect(info.gathers?.offsets).toEqual({ kind: 'numbers', count: 3 });
    expect(info.findings.map(({ code }) => code)).toContain('offsets-numbered');
  });

  it('is their order by offset where positions do not share offsets', async () => {
    const traces = complete.map(({ words, samples }, at) => ({ words: { ...words, 37: 1000 - at * 13 }, samples }));
    await withGathers(traces, async (source) => {
      expect(source.info.gathers?.offsets).toEqual({ kind: 'numbers', count: 3 });
      const { data } = await readPlane(source, inlinePlane(0, offset(0)));
      expect(data[0]).toBe(amplitude(5, 20, 300, 0));
    });
  });

  it('is the offset along CDPs and within shots', async () => {
    expect(await infoOf(grouped((i) => ({ 21: 5 + (i >> 2), 37: i & 3 })))).toMatchObject({
      kind: 'gathers',
      crossline: { first: 5, last: 7 },
      gathers: { positions: 'cdps', offsets: { values: [0, 1, 2, 3] } },
    });
    expect(await infoOf(grouped((i) => ({ 9: 1 + (i >> 2), 13: i & 3 })))).toMatchObject({
      kind: 'gathers',
      crossline: { first: 1, last: 3 },
      gathers: { positions: 'shots', offsets: { kind: 'numbers', count: 4 } },
    });
  });

  it('counts several traces of one offset, and shows the first live one', async () => {
    const [first, ...others] = complete;
    const dead = { words: { ...first!.words, 29: 2 }, samples: [9, 9, 9, 9] };
    await withGathers([dead, first!, ...others], async (source) => {
      expect(source.info).toMatchObject({ kind: 'gathers', duplicateTraceCount: 1 });
      const { data } = await readPlane(source, inlinePlane(0, offset(0)));
      expect(data[0]).toBe(amplitude(5, 20, 100, 0));
    });
  });
});
