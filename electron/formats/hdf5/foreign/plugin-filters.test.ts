/** Datasets behind the filters of h5wasm-plugins, written and read by them. */
import { join } from 'node:path';
import * as h5 from 'h5wasm/node';
import { describe, expect, it } from 'vitest';
import { withTemporaryFolder } from '../../segy/test-segy-builder.ts';
import { loadLibrary } from '../library/load-library.ts';
import { allSamples, openForeign, outlineForeign } from './foreign-fixture.ts';

const library = await loadLibrary();

const SHAPE = [6, 7, 20] as const;
const DATA = Float32Array.from({ length: 6 * 7 * 20 }, (_, i) => ((i * 37) % 101) - 50);

/** Name as the tree shows it, registered number and options. */
const FILTERS = [
  ['blosc', 32001, [0, 0, 0, 0, 5, 1, 0]],
  ['zstd', 32015, [3]],
  ['lz4', 32004, [0]],
  ['bitshuffle', 32008, [0, 2]],
  ['lzf', 32000, [4, 261, 4]],
  ['bzip2', 307, [9]],
  // Mode 2: as many bits as these values have.
  ['zfp', 32013, [2, 0, 26]],
] as const;

describe.skipIf(!library.hasPlugins)(
  `filters of h5wasm-plugins${library.hasPlugins ? '' : ' (skipped: the package is not installed; npm ci)'}`,
  () => {
    async function withFilter(id: number, options: readonly number[], use: (path: string) => Promise<void>) {
      await withTemporaryFolder(async (folder) => {
        library.folders.add(folder);
        const path = join(folder, 'a.h5');
        const file = new h5.File(path, 'w');
        file.create_dataset({
          name: 'v',
          data: DATA,
          shape: [...SHAPE],
          dtype: '<f',
          chunks: [4, 4, 8],
          compression: id,
          compression_opts: [...options],
        });
        file.close();
        await use(path);
      });
    }

    it('decodes zfp within what its rate allows', async () => {
      // Mode 1: 16 bits a value, a float64 in two words (H5Z-ZFP's generic interface).
      const options = [1, 0, ...new Uint32Array(Float64Array.of(16).buffer)];
      await withFilter(32013, options, async (path) => {
        const cube = await openForeign(path, { dataset: '/v' });
        for (const samples of await allSamples(cube)) {
          const worst = samples.reduce((most, value, i) => Math.max(most, Math.abs(value - DATA[i]!)), 0);
          expect(worst).toBeLessThan(0.01);
        }
        await cube.close();
      });
    });

    it.each(FILTERS)('decodes %s', async (name, id, options) => {
      await withFilter(id, options, async (path) => {
        const { nodes } = await outlineForeign(path);
        expect(nodes.find((node) => node.path === '/v')?.dataset?.filters).toEqual([name]);
        const cube = await openForeign(path, { dataset: '/v' });
        for (const samples of await allSamples(cube)) expect(samples).toEqual(DATA);
        await cube.close();
      });
    });
  },
);
