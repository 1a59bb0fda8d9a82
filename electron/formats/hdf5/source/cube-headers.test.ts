/** Headers of a cube file opened by itself, against those of the SEG-Y file that it was made of. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { convertSegy } from '../../../jobs/convert.ts';
import { createReader } from '../../../native/open-reader.ts';
import { openSegy } from '../../segy/open-segy.ts';
import { neverAborted } from '../../segy/test-planes.ts';
import { buildSegy, gridTraces, withTemporaryFolder, type TestTrace } from '../../segy/test-segy-builder.ts';
import { describeCube } from './describe-cube.ts';
import { openCube } from './open-cube.ts';

const GRID = { inlines: [10, 12, 14, 16], crosslines: [3, 4, 5, 6, 7], sampleCount: 8 };
const reader = createReader();
const noLibrary = { openDataset: () => Promise.reject(new Error('nothing here needs the library')) };

/** Each header says which trace it was in the file. */
const numbered = (traces: readonly TestTrace[]): TestTrace[] =>
  traces.map((trace, i) => ({ ...trace, words: { ...trace.words, 1: 1000 + i } }));

async function withBoth(
  segy: Parameters<typeof buildSegy>[0],
  use: (sources: {
    readonly segy: Awaited<ReturnType<typeof openSegy>>;
    readonly cube: Awaited<ReturnType<typeof openCube>>;
  }) => Promise<void>,
): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    const [from, to] = [join(folder, 'a.sgy'), join(folder, 'a.h5')];
    await writeFile(from, buildSegy(segy));
    await convertSegy(
      { from, to, overrides: null, layouts: ['ilines'], compression: { kind: 'none' }, force: false, verify: 'full' },
      { reader, signal: neverAborted, onProgress: () => undefined },
    );
    const file = await reader.openFile(to);
    const description = await describeCube(file);
    await file.close();
    const sources = {
      segy: await openSegy(from, { reader, id: 'segy', index: null }),
      cube: await openCube(to, description, { reader, id: 'cube', hdf5: noLibrary }),
    };
    try {
      await use(sources);
    } finally {
      await sources.segy.close();
      await sources.cube.close();
    }
  });
}

describe('the headers that a cube file keeps', () => {
  it.each([
    ['in the order of the grid', gridTraces(GRID), false],
    ['sorted by crosslines', gridTraces({ ...GRID, sorting: 'crossline' }), false],
    ['with gaps and a duplicate', [...gridTraces(GRID).filter((_, i) => i % 7 !== 3), gridTraces(GRID)[0]!], false],
    ['little-endian', gridTraces(GRID), true],
  ])('are those of each trace, %s', async (_, traces, littleEndian) => {
    await withBoth(
      { traces: numbered(traces), littleEndian, text: 'C 1 FILE', extendedText: ['page 2', 'page 3'] },
      async ({ segy, cube }) => {
        expect(await cube.describeHeaders()).toEqual(await segy.describeHeaders());
        expect(await cube.readTextHeaders()).toEqual(await segy.readTextHeaders());
        const { traceCount } = cube.info;
        const placeOf = new Map(
          Array.from({ length: segy.info.traceCount }, (_, trace) => [JSON.stringify(segy.locateTrace(trace)), trace]),
        );
        const traceOf = (trace: number): number => placeOf.get(JSON.stringify(cube.locateTrace(trace)))!;
        for (let trace = 0; trace < traceCount; trace += 1) {
          expect(await cube.readTraceHeader(trace)).toEqual(await segy.readTraceHeader(traceOf(trace)));
        }
        const words = [
          { byte: 1, type: 'int32' },
          { byte: 193, type: 'int32' },
        ] as const;
        const [first, step] = [1, 3];
        const count = Math.floor((traceCount - 1 - first) / step) + 1;
        const [numbers, crosslines] = await cube.readHeaders(words, first, count, neverAborted, step);
        const expected = Array.from({ length: count }, (_, i) => traceOf(first + i * step));
        expect([...numbers!]).toEqual(expected.map((trace) => 1000 + trace));
        const [, inSegy] = await segy.readHeaders(words, 0, segy.info.traceCount, neverAborted);
        expect([...crosslines!]).toEqual(expected.map((trace) => inSegy![trace]));
      },
    );
  });
});
