/** Names a file by what is in it, so that a copy, a link or a renamed file is the same, and finds its siblings. */
import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { decodeText } from '../../../../shared/text-header/decode-text.ts';
import { detectCodePage } from '../../../../shared/text-header/detect-code-page.ts';
import { TEXT_HEADER_BYTES } from '../../../../shared/text-header/text-header.ts';
import type { OpenFile } from '../../../native/native-reader.ts';
import { BINARY_HEADER_BYTES, FILE_HEADER_BYTES } from '../binary-header.ts';
import { TRACE_HEADER_BYTES } from '../trace-header.ts';

export interface Fingerprint {
  /** Hex; the same for the same file, wherever it lies. */
  readonly file: string;
  /** Hex; the same where the binary headers agree on format, interval, samples and units. */
  readonly structure: string;
  /** Hex; the same where the text headers differ in digits and spaces only. */
  readonly writer: string;
  readonly folder: string;
}

/** What tells a state of a file from any other. */
export interface FileIdentity {
  readonly name: string;
  readonly bytes: number;
  readonly modifiedMs: number;
  /** `Fingerprint.file`. */
  readonly fingerprint: string;
}

export const identify = async (file: OpenFile): Promise<FileIdentity> => ({
  name: basename(file.path),
  bytes: file.bytes,
  modifiedMs: file.modifiedMs,
  fingerprint: (await fingerprintOf(file)).file,
});

/** Besides the first 8 traces' worth of bytes: places spread over the file, whatever its layout. */
const SPREAD_BLOCKS = 8;
const FIRST_BYTES = 8192;

/** Binary header words that siblings share (1-based bytes of the file): interval, samples, format, units, revision. */
const STRUCTURE_WORDS = [3217, 3221, 3225, 3255, 3501];

/** Reads some 14 KB, however the file is mapped. */
export async function fingerprintOf(file: OpenFile): Promise<Fingerprint> {
  const start = await readBlock(file, 0, FILE_HEADER_BYTES + FIRST_BYTES);
  const textBytes = start.subarray(0, TEXT_HEADER_BYTES);
  const text = decodeText(textBytes, detectCodePage(textBytes)).join('');
  const binary = start.subarray(TEXT_HEADER_BYTES, TEXT_HEADER_BYTES + BINARY_HEADER_BYTES);
  const words = STRUCTURE_WORDS.map((byte) =>
    binary.subarray(byte - TEXT_HEADER_BYTES - 1, byte - TEXT_HEADER_BYTES + 1),
  );
  return {
    file: await digestWith(file, start),
    structure: digest(words),
    writer: digest([text.replace(/[\d\s]+/g, '').toLowerCase()]),
    folder: dirname(file.path),
  };
}

/** Hex; of any file, the same wherever it lies. Reads as much. */
export const contentDigest = async (file: OpenFile): Promise<string> =>
  await digestWith(file, await readBlock(file, 0, FILE_HEADER_BYTES + FIRST_BYTES));

async function digestWith(file: OpenFile, start: Uint8Array): Promise<string> {
  const spread = await Promise.all(
    Array.from({ length: SPREAD_BLOCKS }, (_, part) =>
      readBlock(file, Math.floor((file.bytes * (part + 0.5)) / SPREAD_BLOCKS), TRACE_HEADER_BYTES),
    ),
  );
  return digest([String(file.bytes), start, ...spread]);
}

/** Shorter where the file ends before. */
async function readBlock(file: OpenFile, offset: number, bytes: number): Promise<Uint8Array> {
  const block = new Uint8Array(Math.max(0, Math.min(bytes, file.bytes - offset)));
  if (block.length > 0) await file.readBytes(offset, block, null);
  return block;
}

function digest(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
