/** The stored value of one sample, to its last digit. */
import { describe, expect, it } from 'vitest';
import { placeInPlane, type SamplePlace } from '../../../shared/sample-place.ts';
import type { SurveyPlane } from '../../../shared/slices.ts';
import { crosslineIndex, inlineIndex, sampleIndex, traceIndex } from '../../../shared/units.ts';
import { READER_CASES } from '../../native/testing/readers.ts';
import { openSegy } from './open-segy.ts';
import type { SegySource } from './segy-source.ts';
import { neverAborted } from './test-planes.ts';
import { buildSegy, gridTraces, withSegyFile, type TestSegy, type TestTrace } from './test-segy-builder.ts';

/** No float64 holds it, nor its neighbours at the other samples. */
const amplitude = (trace: number, sample: number): bigint => 2n ** 62n + BigInt(100 * trace + sample);

/** Trace 4 (inline 2, crossline 2) is left out. Delays of 0, 4 and 8 ms make an axis of 6 samples. */
const traces: TestTrace<bigint>[] = gridTraces({ inlines: [1, 2, 3], crosslines: [1, 2, 3], sampleCount: 4 })
  .map(({ words }, trace) => ({
    words: { ...words, 109: (trace % 3) * 4 },
    samples: [0, 1, 2, 3].map((k) => amplitude(trace, k)),
  }))
  .filter((_, trace) => trace !== 4);

const onGrid = (inline: number, crossline: number, sample: number): SamplePlace => ({
  inline: inlineIndex(inline),
  crossline: crosslineIndex(crossline),
  sample: sampleIndex(sample),
});

describe.each(READER_CASES)('$name', ({ reader, isAvailable }) => {
  describe.skipIf(!isAvailable).each([false, true])('little-endian: %s', (littleEndian) => {
    const withSource = (segy: TestSegy<bigint>, use: (source: SegySource) => Promise<void>): Promise<void> =>
      withSegyFile({ ...segy, format: 9, littleEndian }, async (path) => {
        const source = await openSegy(path, { reader, id: 'test', index: null });
        await use(source);
        await source.close();
      });

    it('is read where the trace stands and when it was recorded', async () => {
      await withSource({ traces }, async (source) => {
        const read = (place: SamplePlace): Promise<string | null> => source.readExactSample(place, neverAborted);
        expect(source.info).toMatchObject({ kind: 'cube', samples: { count: 6 } });
        expect(await read(onGrid(0, 0, 3))).toBe('4611686018427387907');
        expect(await read(onGrid(2, 2, 2))).toBe(String(amplitude(8, 0)));
        expect(await read({ trace: traceIndex(7), sample: sampleIndex(5) })).toBe(String(amplitude(8, 3)));
        expect(await read(onGrid(1, 1, 2)), 'no trace').toBeNull();
        expect(await read(onGrid(0, 0, 4)), 'after its end').toBeNull();
        expect(await read(onGrid(2, 2, 1)), 'before its start').toBeNull();
      });
    });

    it('is refused outside the survey', async () => {
      await withSource({ traces }, async (source) => {
        for (const place of [onGrid(3, 0, 0), onGrid(0, -1, 0), onGrid(0, 0, 6), onGrid(0, 0.5, 0)]) {
          const fault = { code: 'out-of-range' };
          await expect(source.readExactSample(place, neverAborted)).rejects.toMatchObject({ fault });
        }
        const trace = { trace: traceIndex(8), sample: sampleIndex(0) };
        await expect(source.readExactSample(trace, neverAborted)).rejects.toMatchObject({
          fault: { what: 'trace', requested: 8 },
        });
      });
    });
  });
});

it('fills test files as wide as their format', () => {
  expect(buildSegy({ traces, format: 9 })).toHaveLength(3600 + 8 * (240 + 4 * 8));
});

const PLANES: readonly [SurveyPlane, SamplePlace][] = [
  [{ orientation: 'inline', index: inlineIndex(7) }, onGrid(7, 1, 2)],
  [{ orientation: 'crossline', index: crosslineIndex(7) }, onGrid(1, 7, 2)],
  [{ orientation: 'sample', index: sampleIndex(7) }, onGrid(1, 2, 7)],
  [
    { orientation: 'traces', index: traceIndex(100), count: 5 },
    { trace: traceIndex(101), sample: sampleIndex(2) },
  ],
];

it.each(PLANES)('row 1, column 2 of %o is %o', (plane, place) => {
  expect(placeInPlane(plane, { row: 1, column: 2 })).toEqual(place);
});
