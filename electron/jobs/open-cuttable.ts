/** A cube of any format, for a part of it to be written as SEG-Y. */
import { NO_OVERRIDES, type MappingOverrides } from '../../shared/mapping/segy-mapping.ts';
import { cuttableCubeFile } from '../formats/cut-out/cuttable-cube-file.ts';
import { cuttableSegy } from '../formats/cut-out/cuttable-segy.ts';
import { cuttableVolume } from '../formats/cut-out/cuttable-volume.ts';
import type { CuttableCube } from '../formats/cut-out/cuttable.ts';
import { isHdf5, openCube } from '../formats/hdf5/source/open-cube.ts';
import type { NativeReader } from '../native/native-reader.ts';
import { openDataset, readDescription } from './hdf5-reading.ts';
import { openScanned } from './open-scanned.ts';

export interface OpenCuttable {
  readonly cube: CuttableCube;
  /** The SEG-Y file that it was made of can be had back. */
  readonly keepsSegy: boolean;
  close(): Promise<void>;
}

/** @throws CrosslineError usage (no cube), choose-dataset, not-hdf5; the file's own faults */
export async function openCuttable(
  path: string,
  overrides: MappingOverrides | null,
  reader: NativeReader,
  signal: AbortSignal,
): Promise<OpenCuttable> {
  const given = overrides ?? NO_OVERRIDES;
  if (!(await isHdf5(path, reader))) {
    const source = await openScanned(path, given, reader, signal);
    return await closedOnFailure(source, () => ({ cube: cuttableSegy(source), keepsSegy: false }));
  }
  const description = await readDescription(path, given, reader);
  if (description.chosen === null) {
    const file = await reader.openFile(path);
    return await closedOnFailure(file, async () => ({ cube: await cuttableCubeFile(file), keepsSegy: true }));
  }
  const hdf5 = { openDataset: (at: string, dataset: string) => openDataset(at, dataset, reader) };
  const source = await openCube(path, description, { reader, id: 'cut', hdf5 });
  return await closedOnFailure(source, () => ({ cube: cuttableVolume(source), keepsSegy: false }));
}

async function closedOnFailure(
  source: { close(): Promise<void> },
  make: () => Omit<OpenCuttable, 'close'> | Promise<Omit<OpenCuttable, 'close'>>,
): Promise<OpenCuttable> {
  try {
    return { ...(await make()), close: () => source.close() };
  } catch (error) {
    await source.close();
    throw error;
  }
}
