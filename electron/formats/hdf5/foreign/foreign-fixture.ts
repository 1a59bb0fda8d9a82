/** HDF5 files of other programs as the tests make and read them. */
import { CrosslineError } from '../../../../shared/errors.ts';
import type { MappingOverrides } from '../../../../shared/mapping/segy-mapping.ts';
import { crosslineIndex, inlineIndex, sampleIndex } from '../../../../shared/units.ts';
import { createReader } from '../../../native/open-reader.ts';
import { readPlane } from '../../segy/test-planes.ts';
import { LibraryDataset } from '../library/library-dataset.ts';
import type { CubeSource } from '../source/cube-source.ts';
import { openCube } from '../source/open-cube.ts';
import { describeHdf5, outlineHdf5, type Hdf5Content } from './describe-hdf5.ts';

const reader = createReader();

/** As the engine opens it, only in one process. */
export async function openForeign(path: string, overrides: MappingOverrides = {}): Promise<CubeSource> {
  const file = await reader.openFile(path);
  try {
    const description = await describeHdf5(file, overrides);
    const openDataset = (_: string, dataset: string) => LibraryDataset.open(file, dataset);
    return await openCube(path, description, { reader, id: 'foreign', hdf5: { openDataset } });
  } finally {
    await file.close();
  }
}

export async function outlineForeign(path: string): Promise<Hdf5Content> {
  const file = await reader.openFile(path);
  try {
    return await outlineHdf5(file);
  } finally {
    await file.close();
  }
}

/** The fault's code; null where it opens. */
export async function faultOfOpening(path: string, overrides: MappingOverrides = {}): Promise<string | null> {
  try {
    await (await openForeign(path, overrides)).close();
    return null;
  } catch (thrown) {
    if (thrown instanceof CrosslineError) return thrown.fault.code;
    throw thrown;
  }
}

/** Every sample three times: from inlines, crosslines and time slices, each as [inline, crossline, sample] in C order. */
export async function allSamples(cube: CubeSource): Promise<readonly Float32Array[]> {
  const [inlines, crosslines, samples] = [cube.info.inline!.count, cube.info.crossline!.count, cube.info.samples.count];
  const [byInline, byCrossline, bySample] = [0, 1, 2].map(() => new Float32Array(inlines * crosslines * samples));
  for (let i = 0; i < inlines; i += 1) {
    const { data } = await readPlane(cube, { orientation: 'inline', index: inlineIndex(i) });
    byInline!.set(data, i * crosslines * samples);
  }
  for (let j = 0; j < crosslines; j += 1) {
    const { data } = await readPlane(cube, { orientation: 'crossline', index: crosslineIndex(j) });
    for (let i = 0; i < inlines; i += 1) {
      byCrossline!.set(data.subarray(i * samples, (i + 1) * samples), (i * crosslines + j) * samples);
    }
  }
  for (let k = 0; k < samples; k += 1) {
    const { data } = await readPlane(cube, { orientation: 'sample', index: sampleIndex(k) });
    data.forEach((value, cell) => (bySample![cell * samples + k] = value));
  }
  return [byInline!, byCrossline!, bySample!];
}
