import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { crosslineIndex } from '../../../../shared/units.ts';
import type { NativeReader } from '../../../native/native-reader.ts';
import { READER_CASES } from '../../../native/testing/readers.ts';
import { createRandom } from '../../segy/seeded-random.ts';
import { readPlane } from '../../segy/test-planes.ts';
import { expectPlanes, openWith, valueAt } from './chunked-fixture.ts';
import { CASES, python, UNWRITTEN, withFiles } from './h5py-chunks-fixture.ts';

describe.skipIf(python === null)(
  `chunks that h5py wrote${python === null ? ' (skipped: no Python with h5py)' : ''}`,
  () => {
    it.each(READER_CASES.filter(({ isAvailable }) => isAvailable))('are read by the $name', async ({ reader }) => {
      await withFiles(CASES, async (path, { name }) => {
        await expectPlanes(reader, path).catch((error: unknown) => {
          throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
        });
        const cube = await openWith(reader, path);
        expect(cube.info.inline).toMatchObject({ first: 100, last: 106 });
        await cube.close();
      });
    });

    it.each(READER_CASES.filter(({ isAvailable }) => isAvailable))(
      'have the fill value elsewhere ($name)',
      async ({ reader }) => {
        await withFiles(UNWRITTEN, async (path, { name, part }) => {
          const expected = (i: number, x: number, s: number): number =>
            part === true && i < 4 ? valueAt(i, x, s) : -3;
          await expectPlanes(reader, path, expected).catch((error: unknown) => {
            throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
          });
        });
      },
    );

    it('are refused, read, or told to be damaged, whatever is done to the file', async () => {
      await withFiles(
        CASES.filter((_, i) => i % 3 === 0),
        async (path, { name }) => {
          const whole = await readFile(path);
          const random = createRandom(name.length);
          for (let round = 0; round < 25; round += 1) {
            const bytes = Buffer.from(
              whole.subarray(0, random() < 0.2 ? Math.floor(random() * whole.length) : undefined),
            );
            for (let flips = 1 + Math.floor(random() * 20); flips > 0 && bytes.length > 0; flips -= 1) {
              bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
            }
            await writeFile(path, bytes);
            for (const { reader, isAvailable } of READER_CASES) {
              if (!isAvailable) continue;
              const code = await readAll(reader, path).catch(
                (error: unknown) => (error as { fault?: { code: string } }).fault?.code ?? error,
              );
              expect([undefined, 'not-hdf5', 'choose-dataset', 'damaged']).toContain(code);
            }
          }
        },
      );
    });
  },
);

async function readAll(reader: NativeReader, path: string): Promise<void> {
  const cube = await openWith(reader, path);
  try {
    const { inline, samples } = cube.info;
    // A file may lie about its size; a row of each plane is enough then.
    const decimation = { rows: Math.max(1, inline!.count >> 3), columns: Math.max(1, samples.count >> 6) };
    await readPlane(cube, { orientation: 'crossline', index: crosslineIndex(0) }, decimation);
  } finally {
    await cube.close();
  }
}
