/** Cubes in chunks, read natively by both readers. */
import { join } from 'node:path';
import * as h5 from 'h5wasm/node';
import { beforeAll, describe, it } from 'vitest';
import { READER_CASES } from '../../../native/testing/readers.ts';
import { withTemporaryFolder } from '../../segy/test-segy-builder.ts';
import { expectPlanes, SHAPE, valueAt } from './chunked-fixture.ts';

beforeAll(async () => {
  await h5.ready;
});

describe.each(READER_CASES)('$name: chunks that h5wasm wrote', ({ reader, isAvailable }) => {
  it.skipIf(!isAvailable).each([
    [[7, 9, 11], undefined],
    [[2, 4, 3], undefined],
    [[1, 9, 11], 'gzip'],
    [[3, 2, 11], 'gzip'],
  ] as const)('of %s, %s', async (chunks, compression) => {
    await withTemporaryFolder(async (folder) => {
      const path = join(folder, 'a.h5');
      const file = new h5.File(path, 'w');
      const [, crosslines, samples] = SHAPE;
      const data = Float32Array.from({ length: 7 * 9 * 11 }, (_, k) =>
        valueAt(Math.floor(k / samples / crosslines), Math.floor(k / samples) % crosslines, k % samples),
      );
      const settings = compression === undefined ? {} : { compression, compression_opts: [6] };
      const group = file.create_group('Cube');
      group.create_dataset({ name: 'ilines', data, shape: [...SHAPE], chunks: [...chunks], ...settings });
      file.close();
      await expectPlanes(reader, path);
    });
  });
});
