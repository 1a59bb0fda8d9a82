/** Finds the superblock (specification II.A) and the root group. */
import { CrosslineError } from '../../../../shared/errors.ts';
import type { OpenFile } from '../../../native/native-reader.ts';
import { MetadataReader } from './metadata-reader.ts';

export const HDF5_SIGNATURE: readonly number[] = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

/** A user block may stand before it: the superblock lies at 0, 512, 1024, 2048, ... */
const FIRST_USER_BLOCK_BYTES = 512;
/** Version 0's size with 8-byte offsets and lengths; others are shorter. */
const MOST_SUPERBLOCK_BYTES = 100;

export interface Hdf5Root {
  readonly reader: MetadataReader;
  /** Of the root group's object header. */
  readonly rootAddress: number;
}

/** @returns bytes from the file's start, null where it is no HDF5 file */
export async function findSuperblock(file: OpenFile): Promise<number | null> {
  for (let at = 0; at + HDF5_SIGNATURE.length <= file.bytes; at = at === 0 ? FIRST_USER_BLOCK_BYTES : 2 * at) {
    const bytes = new Uint8Array(HDF5_SIGNATURE.length);
    await file.readBytes(at, bytes, null);
    if (HDF5_SIGNATURE.every((value, i) => bytes[i] === value)) return at;
  }
  return null;
}

/** @throws CrosslineError not-hdf5 */
export async function readSuperblock(file: OpenFile): Promise<Hdf5Root> {
  const start = await findSuperblock(file);
  if (start === null) throw new CrosslineError({ code: 'not-hdf5', path: file.path, reason: 'it has no superblock' });
  const reader = new MetadataReader(file, start);
  const block = await reader.block(0, Math.min(MOST_SUPERBLOCK_BYTES, file.bytes - start));
  block.skip(HDF5_SIGNATURE.length);
  const version = block.u8();
  if (version > 3) throw reader.damaged(`its superblock has version ${version}`);
  if (version <= 1) block.skip(4);
  const [offsetBytes, lengthBytes] = [block.u8(), block.u8()];
  if (offsetBytes !== 8 || lengthBytes !== 8) throw reader.damaged(`its addresses have ${offsetBytes} bytes`);
  if (version <= 1) {
    block.skip(version === 0 ? 1 + 4 + 4 : 1 + 4 + 4 + 4);
    block.skip(4 * 8);
    block.skip(8);
  } else {
    block.skip(1 + 3 * 8);
  }
  const rootAddress = block.address();
  if (rootAddress === null) throw reader.damaged('it has no root group');
  return { reader, rootAddress };
}
