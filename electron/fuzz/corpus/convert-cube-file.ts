import { convertCube } from '../../formats/hdf5/convert/convert-cube.ts';
import type { Compression } from '../../formats/hdf5/cube/compression.ts';
import { openSegy } from '../../formats/segy/open-segy.ts';
import { createArrayWork } from '../../native/array-work.ts';
import { createReader } from '../../native/open-reader.ts';

/** Writes a SEG-Y cube of the corpus as HDF5, by the program's own converter. */
export async function convertCubeFile(from: string, to: string, compression: Compression): Promise<void> {
  const source = await openSegy(from, { reader: createReader(), id: 'corpus', index: null });
  try {
    await convertCube(source, to, {
      layouts: ['ilines', 'hlines'],
      compression,
      force: true,
      verify: 'checksums',
      version: '0',
      work: createArrayWork(),
      reader: createReader(),
      signal: null,
      onProgress: () => undefined,
    });
  } finally {
    await source.close();
  }
}
