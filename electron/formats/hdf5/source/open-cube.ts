/** Opens a cube in an HDF5 file by the description that another process made of it. */
import { CrosslineError } from '../../../../shared/errors.ts';
import type { SurveyId } from '../../../../shared/survey.ts';
import type { NativeReader, OpenFile } from '../../../native/native-reader.ts';
import { findSuperblock } from '../read/superblock.ts';
import type { CubeDescription, Volume } from './cube-description.ts';
import { CubeSource } from './cube-source.ts';
import { areKeptInside } from './kept-headers.ts';

/** By its signature, which a user block of up to a few megabytes may precede. */
export async function isHdf5(path: string, reader: NativeReader): Promise<boolean> {
  const file = await reader.openFile(path);
  try {
    return (await findSuperblock(file)) !== null;
  } finally {
    await file.close();
  }
}

/** What another process says of a hostile file is not taken on trust. Chunks are looked at once more as they are read. */
function isInside(volume: Volume, fileBytes: number): boolean {
  if (volume.kind === 'mapped') return volume.address >= 0 && volume.address + volume.bytes <= fileBytes;
  const { offsets, bytes } = volume.table;
  return offsets.every((offset, i) => offset < 0 || offset + bytes[i]! <= fileBytes);
}

export interface OpenCubeOptions {
  readonly reader: NativeReader;
  readonly id: SurveyId;
  /** Decodes what cannot be mapped. */
  readonly hdf5: { openDataset(path: string, dataset: string): Promise<OpenFile> };
}

/** @throws CrosslineError not-hdf5 where the description does not fit the file; file-not-found, no-permission, io-failed */
export async function openCube(
  path: string,
  description: CubeDescription,
  { reader, id, hdf5 }: OpenCubeOptions,
): Promise<CubeSource> {
  if (description.decoded !== null) {
    const file = await hdf5.openDataset(path, description.decoded);
    return new CubeSource({ id, file, description, origin: 'decoded' });
  }
  const file = await reader.openFile(path);
  const outside = description.volumes.find((volume) => !isInside(volume, file.bytes));
  if (outside !== undefined) {
    await file.close();
    throw new CrosslineError({ code: 'not-hdf5', path, reason: `${outside.path} reaches beyond the end of the file` });
  }
  if (description.headers !== null && !areKeptInside(description.headers, file.bytes)) {
    await file.close();
    throw new CrosslineError({ code: 'not-hdf5', path, reason: 'its headers reach beyond the end of the file' });
  }
  return new CubeSource({ id, file, description, origin: reader.kind === 'addon' ? 'mapped' : 'fallback' });
}
