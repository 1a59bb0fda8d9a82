import { describe, expect, it } from 'vitest';
import { NO_DECIMATION, TRACE_DEAD, TRACE_LIVE, TRACE_MISSING, type SurveyPlane } from '../../../shared/slices.ts';
import { crosslineIndex, inlineIndex, sampleIndex, traceIndex } from '../../../shared/units.ts';
import type { SurveySource } from '../survey-source.ts';
import { parseSyntheticPath } from './synthetic-options.ts';
import { openSynthetic } from './synthetic-source.ts';

const SIZE = { inlines: 6, crosslines: 8, samples: 40 };
const PATH = 'synthetic:?inlines=6&crosslines=8&samples=40&missingRate=0.2&deadRate=0.2&seed=5';

async function read(
  source: SurveySource,
  plane: SurveyPlane,
  length: number,
): Promise<{ data: Float32Array; status: Uint8Array | null }> {
  const data = new Float32Array(length);
  const { traceStatus } = await source.readSlice(plane, NO_DECIMATION, data, new AbortController().signal);
  return { data, status: traceStatus };
}

describe('a synthetic survey', () => {
  it('shows the same earth in every plane', async () => {
    const source = openSynthetic(PATH, '1');
    const inline = await read(source, { orientation: 'inline', index: inlineIndex(2) }, 8 * 40);
    const crossline = await read(source, { orientation: 'crossline', index: crosslineIndex(3) }, 6 * 40);
    const time = await read(source, { orientation: 'sample', index: sampleIndex(11) }, 6 * 8);
    const traces = await read(source, { orientation: 'traces', index: traceIndex(2 * 8), count: 8 }, 8 * 40);
    expect(traces.data).toEqual(inline.data);
    expect(inline.data.slice(3 * 40, 4 * 40)).toEqual(crossline.data.slice(2 * 40, 3 * 40));
    expect(time.data[2 * 8 + 3]).toBe(inline.data[3 * 40 + 11]);
    expect(time.status?.slice(16, 24)).toEqual(inline.status);
  });

  it('has missing traces as NaN and dead ones as zeros, as many as it says', async () => {
    const source = openSynthetic(PATH, '1');
    const { data, status } = await read(source, { orientation: 'traces', index: traceIndex(0), count: 48 }, 48 * 40);
    const traces = [...status!].map((traceStatus, trace) => ({
      traceStatus,
      samples: [...data.subarray(trace * 40, (trace + 1) * 40)],
    }));
    const having = (wanted: number): (typeof traces)[number][] =>
      traces.filter((trace) => trace.traceStatus === wanted);
    expect(having(TRACE_MISSING).length).toBe(source.info.missingTraceCount);
    expect(having(TRACE_DEAD).length).toBe(source.info.deadTraceCount);
    expect(
      having(TRACE_MISSING)
        .flatMap(({ samples }) => samples)
        .every(Number.isNaN),
    ).toBe(true);
    expect(having(TRACE_DEAD).flatMap(({ samples }) => samples)).not.toContainEqual(expect.not.closeTo(0));
    expect(having(TRACE_LIVE).every(({ samples }) => samples.some((value) => value !== 0))).toBe(true);
    expect(having(TRACE_MISSING).length * having(TRACE_DEAD).length).toBeGreaterThan(0);
  });

  it('tells each sample as its planes have it, and nothing of missing traces', async () => {
    const source = openSynthetic(PATH, '1');
    const plane: SurveyPlane = { orientation: 'traces', index: traceIndex(0), count: 48 };
    const { data } = await read(source, plane, 48 * 40);
    const { signal } = new AbortController();
    for (let trace = 0; trace < 48; trace += 1) {
      const sample = sampleIndex((trace * 7) % 40);
      const amplitude = data[trace * 40 + sample]!;
      const place = { inline: inlineIndex(Math.floor(trace / 8)), crossline: crosslineIndex(trace % 8), sample };
      const text = Number.isNaN(amplitude) ? null : String(amplitude);
      expect(await source.readExactSample(place, signal)).toBe(text);
      expect(await source.readExactSample({ trace: traceIndex(trace), sample }, signal)).toBe(text);
    }
    expect(await source.readExactSample({ trace: traceIndex(48), sample: sampleIndex(0) }, signal)).toBeNull();
  });

  it('decimates to every n-th row and column', async () => {
    const source = openSynthetic(PATH, '1');
    const plane = { orientation: 'crossline', index: crosslineIndex(1) } as const;
    const exact = await read(source, plane, 6 * 40);
    const coarse = new Float32Array(2 * 8);
    await source.readSlice(plane, { rows: 3, columns: 5 }, coarse, new AbortController().signal);
    expect(coarse[1 * 8 + 2]).toBe(exact.data[3 * 40 + 10]);
  });

  it('is the same for the same seed and another for another', async () => {
    const plane = { orientation: 'inline', index: inlineIndex(0) } as const;
    const readFrom = async (path: string): Promise<Float32Array> =>
      (await read(openSynthetic(path, '1'), plane, 320)).data;
    expect(await readFrom(PATH)).toEqual(await readFrom(PATH));
    expect(await readFrom(PATH)).not.toEqual(await readFrom(PATH.replace('seed=5', 'seed=6')));
  });

  it('fails as often as it was told', async () => {
    const source = openSynthetic('synthetic:?inlines=2&crosslines=2&samples=2&failRate=0.5', '1');
    const attempts = Array.from({ length: 200 }, () =>
      read(source, { orientation: 'inline', index: inlineIndex(0) }, 4),
    );
    const failed = (await Promise.allSettled(attempts)).filter(({ status }) => status === 'rejected');
    expect(failed.length).toBeGreaterThan(60);
    expect(failed.length).toBeLessThan(140);
    expect((failed[0] as PromiseRejectedResult).reason).toMatchObject({ fault: { code: 'io-failed' } });
  });

  it('stops waiting when it is aborted', async () => {
    const source = openSynthetic('synthetic:?inlines=2&crosslines=2&samples=2&delayMs=1000000', '1');
    const controller = new AbortController();
    const plane = { orientation: 'inline', index: inlineIndex(0) } as const;
    const reading = source.readSlice(plane, NO_DECIMATION, new Float32Array(4), controller.signal);
    controller.abort();
    await expect(reading).rejects.toMatchObject({ fault: { code: 'cancelled' } });
  });

  it('tells its line numbers where SEG-Y has them', async () => {
    const source = openSynthetic(PATH, '1');
    const words = [189, 193].map((byte) => ({ byte, type: 'int32' }) as const);
    const [inlines, crosslines] = await source.readHeaders(words, 7, 2, new AbortController().signal);
    expect([[...inlines!], [...crosslines!]]).toEqual([
      [1, 2],
      [8, 1],
    ]);
  });
});

describe('the path of a synthetic survey', () => {
  it('has a default for everything', () => {
    expect(parseSyntheticPath('synthetic:')).toMatchObject({ delayMs: [0, 0], failRate: 0, seed: 1 });
    expect(parseSyntheticPath(PATH)).toMatchObject(SIZE);
    expect(parseSyntheticPath('synthetic:?delayMs=5-30').delayMs).toEqual([5, 30]);
  });

  it.each([
    'inlines=0',
    'inlines=2.5',
    'samples=x',
    'samples=',
    'failRate=2',
    'delayMs=30-5',
    'delayMs=fast',
    'seed=-1',
  ])('is refused with %s', (parameter) => {
    expect(() => parseSyntheticPath(`synthetic:?${parameter}`)).toThrow(parameter);
  });
});
