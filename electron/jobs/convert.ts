/** The body of the convert job: a SEG-Y file becomes an HDF5 cube file. Runs in a job's process, or in a test without one. */
import { NO_OVERRIDES, type MappingOverrides } from '../../shared/mapping/segy-mapping.ts';
import { writeSegyBack } from '../formats/hdf5/back/write-segy.ts';
import { convertCube, type ConvertedCube, type Verification } from '../formats/hdf5/convert/convert-cube.ts';
import type { Compression } from '../formats/hdf5/cube/compression.ts';
import type { CubeLayout } from '../formats/hdf5/cube/cube-layouts.ts';
import { createArrayWork } from '../native/array-work.ts';
import type { NativeReader } from '../native/native-reader.ts';
import { openScanned } from './open-scanned.ts';
import { VERSION } from '../version.ts';

export interface ConvertParameters {
  readonly from: string;
  readonly to: string;
  /** How `from` is read; null: as it is detected. */
  readonly overrides: MappingOverrides | null;
  readonly layouts: readonly CubeLayout[];
  readonly compression: Compression;
  readonly force: boolean;
  readonly verify: Verification;
}

export interface ConvertContext {
  readonly reader: NativeReader;
  readonly signal: AbortSignal;
  /** Bytes of samples written. */
  readonly onProgress: (done: number, total: number) => void;
  readonly onNote?: (note: string) => void;
}

/**
 * The SEG-Y file that a cube file was made of.
 * @returns its bytes
 * @throws CrosslineError what `writeSegyBack` throws
 */
export async function convertBack(
  { from, to, force }: Pick<ConvertParameters, 'from' | 'to' | 'force'>,
  { reader, signal, onProgress }: ConvertContext,
): Promise<number> {
  const file = await reader.openFile(from);
  try {
    return await writeSegyBack(file, to, { force, signal, onProgress });
  } finally {
    await file.close();
  }
}

/** @throws CrosslineError what `openSegy`, `scanFile` and `convertCube` throw */
export async function convertSegy(
  { from, to, overrides, layouts, compression, force, verify }: ConvertParameters,
  { reader, signal, onProgress, onNote }: ConvertContext,
): Promise<ConvertedCube> {
  const source = await openScanned(from, overrides ?? NO_OVERRIDES, reader, signal);
  try {
    const work = createArrayWork();
    const options = { layouts, compression, force, verify, version: VERSION, work, reader, signal, onProgress, onNote };
    return await convertCube(source, to, options);
  } finally {
    await source.close();
  }
}
