/**
 * Keeps scan results between openings, so that a file known from before needs no scan. One file a survey in a cache
 * folder: CRC-32 of the rest (4 bytes, big-endian), then CBOR. Whatever is wrong with it, it is as if it were not there.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { Encoder } from 'cbor-x';
import envPaths from 'env-paths';
import { overridesKey, type MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import type { ScanResult } from './scan-result.ts';

export interface IndexStore {
  /** Keeps also what takes a millisecond or two to scan: worth it where a folder of hundreds is looked through before it is opened. */
  readonly keepsSmall: boolean;
  /** The result kept for this file read by these overrides; null where there is none for its present size and time of change. */
  load(path: string, fileBytes: number, modifiedMs: number, overrides: MappingOverrides): Promise<ScanResult | null>;
  /** Never fails: without room or permission the next opening scans again. */
  keep(path: string, result: ScanResult, overrides: MappingOverrides): Promise<void>;
}

/** Raised whenever `ScanResult` or what a scan looks at changes. */
const INDEX_VERSION = 6;
/** Guards against what disks and crashes do. SHA-256 would keep the engine for 140 ms over the 40 MB of ten million traces, this 16 ms. */
const CHECKSUM_BYTES = 4;

interface KeptIndex {
  readonly version: number;
  /** Guards against two paths of the same digest, and says what the file belongs to. */
  readonly path: string;
  /** `overridesKey`. */
  readonly overrides: string;
  readonly result: ScanResult;
}

const cbor = new Encoder({ tagUint8Array: true, useRecords: false });

/** CROSSLINE_CACHE, or the system's cache folder of this program. */
export const defaultIndexFolder = (): string =>
  join(process.env['CROSSLINE_CACHE'] ?? envPaths('crossline', { suffix: '' }).cache, 'scans');

export function createIndexStore(folder: string = defaultIndexFolder(), keepsSmall = false): IndexStore {
  const fileOf = (path: string, key: string): string =>
    join(folder, `${createHash('sha256').update(`${path}\n${key}`).digest('hex')}.cbor`);
  return {
    keepsSmall,
    async load(path, fileBytes, modifiedMs, overrides) {
      const key = overridesKey(overrides);
      const kept = await readKept(fileOf(path, key));
      if (kept?.version !== INDEX_VERSION || kept.path !== path || kept.overrides !== key) return null;
      const { result } = kept;
      return result.fileBytes === fileBytes && result.modifiedMs === modifiedMs ? result : null;
    },
    async keep(path, result, overrides) {
      const key = overridesKey(overrides);
      const kept: KeptIndex = { version: INDEX_VERSION, path, overrides: key, result };
      const body = cbor.encode(kept);
      await writeWhole(folder, fileOf(path, key), [checksum(body), body]).catch(() => undefined);
    },
  };
}

/** Written beside its place and renamed, so that a reader sees the old file or the new one and never a part. */
async function writeWhole(folder: string, target: string, parts: readonly Uint8Array[]): Promise<void> {
  const partial = `${target}.${randomUUID()}`;
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(partial, parts);
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function readKept(file: string): Promise<KeptIndex | null> {
  try {
    const bytes = await readFile(file);
    const body = bytes.subarray(CHECKSUM_BYTES);
    if (!checksum(body).equals(bytes.subarray(0, CHECKSUM_BYTES))) return null;
    return cbor.decode(body) as KeptIndex;
  } catch {
    return null;
  }
}

function checksum(body: Uint8Array): Buffer {
  const bytes = Buffer.alloc(CHECKSUM_BYTES);
  bytes.writeUInt32BE(crc32(body));
  return bytes;
}
