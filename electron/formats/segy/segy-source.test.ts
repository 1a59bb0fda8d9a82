/** Planes of synthetic files whose amplitudes tell where they were stored. */
import { describe, expect, it } from 'vitest';
import { inlineNumberAt, crosslineNumberAt } from '../../../shared/axes.ts';
import { TRACE_DEAD, TRACE_LIVE, TRACE_MISSING, type Decimation } from '../../../shared/slices.ts';
import { decodeText } from '../../../shared/text-header/decode-text.ts';
import { crosslineIndex, inlineIndex, sampleIndex, traceIndex } from '../../../shared/units.ts';
import { createReader } from '../../native/open-reader.ts';
import { openSegy } from './open-segy.ts';
import type { SegySource } from './segy-source.ts';
import { neverAborted, readPlane, type PlaneOfSamples } from './test-planes.ts';
import { gridAmplitude, gridTraces, withSegyFile, type TestSegy } from './test-segy-builder.ts';

const reader = createReader();

/** Opens a synthetic file, and closes it whatever the test finds. */
const withSource = <T>(segy: TestSegy, use: (source: SegySource) => Promise<T>): Promise<T> =>
  withSegyFile(segy, async (path) => {
    const source = await openSegy(path, { reader, id: 'test', index: null });
    try {
      return await use(source);
    } finally {
      await source.close();
    }
  });

/** What a plane must hold: `amplitudeAt` of each cell of the decimated plane. */
function expectPlane(plane: PlaneOfSamples, amplitudeAt: (row: number, column: number) => number): void {
  const expected = plane.data.map((_, cell) => amplitudeAt(Math.floor(cell / plane.columns), cell % plane.columns));
  expect(plane.data).toEqual(expected);
}

const DECIMATIONS: readonly Decimation[] = [
  { rows: 1, columns: 1 },
  { rows: 2, columns: 3 },
];

const ascendingLines = { inlines: [2, 4, 6], crosslines: [10, 11, 12, 13, 14] };
const FILES: readonly { name: string; segy: TestSegy; isMissing?: (inline: number, crossline: number) => boolean }[] = [
  { name: 'inline-sorted', segy: { traces: gridTraces(ascendingLines) } },
  { name: 'crossline-sorted', segy: { traces: gridTraces({ ...ascendingLines, sorting: 'crossline' }) } },
  {
    name: 'descending, little-endian',
    segy: {
      traces: gridTraces({ inlines: [6, 4, 2], crosslines: [14, 13, 12, 11, 10], sorting: 'crossline' }),
      littleEndian: true,
    },
  },
  {
    name: 'with holes',
    segy: { traces: gridTraces(ascendingLines).filter((_, trace) => trace !== 7 && trace !== 14) },
    isMissing: (inline, crossline) => (inline === 4 && crossline === 12) || (inline === 6 && crossline === 14),
  },
  {
    name: 'in no order',
    segy: {
      traces: gridTraces(ascendingLines).toSorted((a, b) => ((a.words[193]! * 7) % 5) - ((b.words[193]! * 7) % 5)),
    },
  },
  {
    name: 'with extended text headers',
    segy: { traces: gridTraces(ascendingLines), extendedText: ['one', 'two'] },
  },
];

describe.each(FILES)('a cube $name', ({ segy, isMissing = () => false }) => {
  it.each(DECIMATIONS)('answers every plane, every $rows row and $columns column', async (decimation) => {
    await withSource(segy, async (source) => {
      const { inline, crossline, samples } = source.info;
      if (inline === null || crossline === null) throw new Error('no cube');
      expect([inline.count, crossline.count, samples.count]).toEqual([3, 5, 4]);
      const amplitude = (i: number, j: number, k: number): number => {
        const inlineNumber = inlineNumberAt(inline, inlineIndex(i));
        const crosslineNumber = crosslineNumberAt(crossline, crosslineIndex(j));
        return isMissing(inlineNumber, crosslineNumber) ? Number.NaN : gridAmplitude(inlineNumber, crosslineNumber, k);
      };
      const { rows, columns } = decimation;
      for (let i = 0; i < 3; i += 1) {
        const plane = await readPlane(source, { orientation: 'inline', index: inlineIndex(i) }, decimation);
        expectPlane(plane, (row, column) => amplitude(i, row * rows, column * columns));
      }
      for (let j = 0; j < 5; j += 1) {
        const plane = await readPlane(source, { orientation: 'crossline', index: crosslineIndex(j) }, decimation);
        expectPlane(plane, (row, column) => amplitude(row * rows, j, column * columns));
      }
      for (let k = 0; k < 4; k += 1) {
        const plane = await readPlane(source, { orientation: 'sample', index: sampleIndex(k) }, decimation);
        expectPlane(plane, (row, column) => amplitude(row * rows, column * columns, k));
      }
    });
  });

  it('answers traces in file order', async () => {
    await withSource(segy, async (source) => {
      const plane = await readPlane(source, { orientation: 'traces', index: traceIndex(2), count: 3 });
      expectPlane(plane, (row, column) => segy.traces[2 + row]!.samples[column]!);
    });
  });
});

it("marks missing and dead traces, and keeps the dead ones' samples", async () => {
  const traces = gridTraces(ascendingLines).filter((_, trace) => trace !== 1);
  const zeroed = { ...traces[2]!, samples: [0, 0, 0, 0] };
  const marked = { ...traces[3]!, words: { ...traces[3]!.words, 29: 2 } };
  const segy = { traces: [traces[0]!, traces[1]!, zeroed, marked, ...traces.slice(4)] };
  await withSource(segy, async (source) => {
    expect(source.info).toMatchObject({ missingTraceCount: 1, deadTraceCount: 2 });
    const inline = await readPlane(source, { orientation: 'inline', index: inlineIndex(0) });
    const status = [TRACE_LIVE, TRACE_MISSING, TRACE_LIVE, TRACE_DEAD, TRACE_DEAD];
    expect(inline.read.traceStatus).toEqual(Uint8Array.from(status));
    expect([...inline.data.slice(4, 8)]).toEqual([NaN, NaN, NaN, NaN]);
    expect([...inline.data.slice(16, 20)]).toEqual(marked.samples);
    const slice = await readPlane(source, { orientation: 'sample', index: sampleIndex(0) });
    expect(slice.read.traceStatus).toEqual(Uint8Array.from([...status, ...Array<number>(10).fill(TRACE_LIVE)]));
    const allLive = await readPlane(source, { orientation: 'inline', index: inlineIndex(2) });
    expect(allLive.read.traceStatus).toBeNull();
  });
});

describe('traces of different delays', () => {
  // 0, 4 or 8 ms at 4 ms: the axis has 4 + 2 samples.
  const delayed = gridTraces(ascendingLines).map((trace, i) => ({
    ...trace,
    words: { ...trace.words, 109: (i % 3) * 4 },
  }));
  const shiftOf = (trace: number): number => trace % 3;
  const stored = (trace: number, axisSample: number): number =>
    delayed[trace]!.samples[axisSample - shiftOf(trace)] ?? Number.NaN;

  it.each(DECIMATIONS)('are aligned by time, every $rows row and $columns column', async (decimation) => {
    await withSource({ traces: delayed }, async (source) => {
      expect(source.info.samples).toMatchObject({ firstSampleMs: 0, count: 6 });
      expect(source.info.findings.map(({ code }) => code)).toContain('delays-differ');
      const { rows, columns } = decimation;
      const inline = await readPlane(source, { orientation: 'inline', index: inlineIndex(1) }, decimation);
      expectPlane(inline, (row, column) => stored(5 + row * rows, column * columns));
      for (let k = 0; k < 6; k += 1) {
        const slice = await readPlane(source, { orientation: 'sample', index: sampleIndex(k) }, decimation);
        expectPlane(slice, (row, column) => stored(row * rows * 5 + column * columns, k));
      }
      const traces = await readPlane(source, { orientation: 'traces', index: traceIndex(0), count: 15 }, decimation);
      expectPlane(traces, (row, column) => stored(row * rows, column * columns));
    });
  });
});

describe('traces of different lengths', () => {
  const lengthOf = (trace: number): number => 3 + ((trace * 5) % 4);
  const cut = gridTraces({ ...ascendingLines, sampleCount: 6 }).map(({ words, samples }, i) => ({
    words: { ...words, 115: lengthOf(i) },
    samples: samples.slice(0, lengthOf(i)),
  }));
  const stored = (trace: number, sample: number): number => cut[trace]!.samples[sample] ?? Number.NaN;

  it.each(DECIMATIONS)('end early, every $rows row and $columns column', async (decimation) => {
    await withSource({ traces: cut }, async (source) => {
      expect(source.info).toMatchObject({ kind: 'cube', traceCount: 15, samples: { count: 6 }, deadTraceCount: 0 });
      expect(source.info.findings.map(({ code }) => code)).toContain('trace-lengths-vary');
      const { rows, columns } = decimation;
      const inline = await readPlane(source, { orientation: 'inline', index: inlineIndex(1) }, decimation);
      expectPlane(inline, (row, column) => stored(5 + row * rows, column * columns));
      for (let k = 0; k < 6; k += 1) {
        const slice = await readPlane(source, { orientation: 'sample', index: sampleIndex(k) }, decimation);
        expectPlane(slice, (row, column) => stored(row * rows * 5 + column * columns, k));
      }
    });
  });

  it('have their headers read where they are, and only their own samples counted', async () => {
    await withSource({ traces: cut }, async (source) => {
      const [crosslines] = await source.readHeaders([{ byte: 193, type: 'int32' }], 8, 3, neverAborted);
      expect([...(crosslines ?? [])]).toEqual([13, 14, 10]);
      const { sampleCount } = await source.readStatistics(neverAborted);
      expect(sampleCount).toBe(cut.reduce((sum, { samples }) => sum + samples.length, 0));
    });
  });
});

describe('refuses', () => {
  it.each([
    ['an inline beyond the last', { orientation: 'inline', index: inlineIndex(3) }, 'inline'],
    ['a negative crossline', { orientation: 'crossline', index: crosslineIndex(-1) }, 'crossline'],
    ['a sample between two', { orientation: 'sample', index: sampleIndex(0.5) }, 'sample'],
    ['more traces than there are', { orientation: 'traces', index: traceIndex(14), count: 2 }, 'trace'],
  ] as const)('%s', async (_, plane, what) => {
    await withSource({ traces: gridTraces(ascendingLines) }, async (source) => {
      const into = new Float32Array(20);
      const read = source.readSlice(plane, { rows: 1, columns: 1 }, into, neverAborted);
      await expect(read).rejects.toMatchObject({ fault: { code: 'out-of-range', what } });
    });
  });

  it('a line of a survey that is no cube', async () => {
    const traces = gridTraces(ascendingLines).map(({ samples }) => ({ words: {}, samples }));
    await withSource({ traces }, async (source) => {
      const into = new Float32Array(20);
      const read = source.readSlice(
        { orientation: 'inline', index: inlineIndex(0) },
        { rows: 1, columns: 1 },
        into,
        neverAborted,
      );
      await expect(read).rejects.toMatchObject({
        fault: { code: 'out-of-range', available: 'none: the survey is no cube' },
      });
    });
  });

  it('reads after close, which may be called twice', async () => {
    await withSource({ traces: gridTraces(ascendingLines) }, async (source) => {
      await source.close();
      await source.close();
      await expect(readPlane(source, { orientation: 'inline', index: inlineIndex(0) })).rejects.toMatchObject({
        fault: { code: 'file-changed' },
      });
    });
  });

  it('a read that was aborted', async () => {
    await withSource({ traces: gridTraces(ascendingLines) }, async (source) => {
      const read = source.readSlice(
        { orientation: 'inline', index: inlineIndex(0) },
        { rows: 1, columns: 1 },
        new Float32Array(20),
        AbortSignal.abort(),
      );
      await expect(read).rejects.toMatchObject({ fault: { code: 'cancelled' } });
    });
  });
});

it('counts the amplitudes of live traces', async () => {
  const traces = gridTraces(ascendingLines).map((trace, i) => ({
    ...trace,
    words: { ...trace.words, 29: i === 0 ? 2 : 1 },
    samples: [-(i + 1), i + 1, NaN, 0],
  }));
  await withSource({ traces }, async (source) => {
    const statistics = await source.readStatistics(neverAborted);
    expect(statistics).toMatchObject({ min: -15, max: 15, sampleCount: 14 * 3, tracesShare: 14 / 15 });
    const squares = Array.from({ length: 14 }, (_, i) => (i + 2) ** 2).reduce((sum, square) => sum + 2 * square, 0);
    expect(statistics.rms).toBeCloseTo(Math.sqrt(squares / 42), 6);
    expect(statistics.histogram.reduce((sum, count) => sum + count, 0)).toBe(42);
    expect(statistics.histogram[0]).toBe(1);
    expect(statistics.absPercentiles[0]).toBe(0);
    expect(statistics.absPercentiles[100]).toBe(15);
  });
});

it('reads the text header and header words', async () => {
  await withSource({ traces: gridTraces(ascendingLines), text: 'C 1 DOMAIN: TIME' }, async (source) => {
    const [text] = await source.readTextHeaders();
    expect(text).toMatchObject({ part: 'file', offset: 0, codePage: 'ascii' });
    expect(decodeText(text!.bytes, text!.codePage)[0]?.trimEnd()).toBe('C 1 DOMAIN: TIME');
    expect(source.info.samples.domain).toBe('time');
    const words = [
      { byte: 193, type: 'int32' },
      { byte: 71, type: 'int16' },
    ] as const;
    const [crosslines, scalars] = await source.readHeaders(words, 3, 4, neverAborted);
    expect([...(crosslines ?? [])]).toEqual([13, 14, 10, 11]);
    expect([...(scalars ?? [])]).toEqual([-100, -100, -100, -100]);
    await expect(source.readHeaders(words, 14, 2, neverAborted)).rejects.toMatchObject({
      fault: { code: 'out-of-range' },
    });
  });
});
