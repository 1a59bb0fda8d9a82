/** A small cube in every sample format of the standard, both byte orders, with either reader. */
import { describe, expect, it } from 'vitest';
import { TRACE_DEAD, TRACE_LIVE } from '../../../shared/slices.ts';
import { inlineIndex, sampleIndex } from '../../../shared/units.ts';
import { READER_CASES } from '../../native/testing/readers.ts';
import { openSegy } from './open-segy.ts';
import { neverAborted, readPlane } from './test-planes.ts';
import { TEST_FORMATS } from './test-sample-words.ts';
import { gridTrace, withSegyFile, type TestTrace } from './test-segy-builder.ts';

const INLINES = [1, 2, 3];
const CROSSLINES = [1, 2, 3, 4];
const SAMPLES = 5;

/** 1 to 99, which every format holds exactly; the first trace is all zero. */
const traces: TestTrace[] = INLINES.flatMap((inline, i) =>
  CROSSLINES.map((crossline, j) => ({
    ...gridTrace(inline, crossline),
    samples: Array.from({ length: SAMPLES }, (_, k) => (i === 0 && j === 0 ? 0 : 40 * i + 5 * j + k)),
  })),
);

const LAYOUTS = TEST_FORMATS.flatMap((format) => [false, true].map((littleEndian) => ({ format, littleEndian })));

describe.each(READER_CASES)('$name', ({ reader, isAvailable }) => {
  describe.skipIf(!isAvailable).each(LAYOUTS)('format $format, little-endian: $littleEndian', (layout) => {
    it('opens as the cube that it is, with its planes, dead traces and statistics', async () => {
      await withSegyFile({ traces, ...layout }, async (path) => {
        const source = await openSegy(path, { reader, id: 'test', index: null });
        expect(source.info).toMatchObject({
          kind: 'cube',
          sampleFormat: { code: layout.format },
          byteOrder: layout.littleEndian ? 'little' : 'big',
          samples: { count: SAMPLES },
          deadTraceCount: 1,
        });
        const inline = await readPlane(source, { orientation: 'inline', index: inlineIndex(0) });
        expect([...inline.data]).toEqual(traces.slice(0, 4).flatMap(({ samples }) => samples));
        expect([...(inline.read.traceStatus ?? [])]).toEqual([TRACE_DEAD, TRACE_LIVE, TRACE_LIVE, TRACE_LIVE]);
        const slice = await readPlane(source, { orientation: 'sample', index: sampleIndex(3) });
        expect([...slice.data]).toEqual(traces.map(({ samples }) => samples[3]));
        const { min, max, sampleCount } = await source.readStatistics(neverAborted);
        expect({ min, max, sampleCount }).toEqual({ min: 5, max: 99, sampleCount: 11 * SAMPLES });
        await source.close();
      });
    });
  });
});
