/** HDF5 files of other programs, by HDF5's own library. */
import { dirname } from 'node:path';
import * as h5 from 'h5wasm/node';
import { loadLibrary } from '../../formats/hdf5/library/load-library.ts';

/**
 * `sections`: a 2D line by dimension scales, mapped. `gathers`: compressed, of four axes, which the library decodes. `nameless`: nothing
 * says which axis is which.
 */
export type ForeignKind = 'sections' | 'gathers' | 'nameless';

const AXES = {
  sections: ['cdp', 'twt'],
  gathers: ['iline', 'xline', 'twt', 'offset'],
  nameless: ['u', 'v', 'w'],
} as const;

const SIZE = 6;

export async function writeForeignFile(path: string, kind: ForeignKind): Promise<void> {
  (await loadLibrary()).folders.add(dirname(path));
  const file = new h5.File(path, 'w');
  const axes = AXES[kind];
  const shape = axes.map(() => SIZE);
  const values = Float64Array.from({ length: SIZE }, (_, i) => 100 + 4 * i);
  const scales = axes.map((name) => file.create_dataset({ name, data: values, shape: [SIZE], dtype: '<d' }));
  const data = Float32Array.from({ length: SIZE ** axes.length }, (_, i) => (i * 37) % 101);
  const stored = kind === 'gathers' ? { chunks: axes.map(() => 4), compression: 'gzip' as const } : {};
  const dataset = file.create_dataset({ name: 'data', data, shape, dtype: '<f', ...stored });
  if (kind !== 'nameless') {
    scales.forEach((scale, axis) => {
      scale.make_scale(axes[axis]);
      dataset.attach_scale(axis, `/${axes[axis]!}`);
    });
  }
  file.close();
}
