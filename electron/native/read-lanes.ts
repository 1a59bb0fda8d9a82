/** A few reads in flight at a time, so that the disk works while the last bytes are decoded. */
import type { FileHandle } from 'node:fs/promises';
import { CrosslineError, isCrosslineError } from '../../shared/errors.ts';
import type { CoalescedRead } from './coalesced-reads.ts';
import { cancelled, changedSize, fileFault, writtenFile } from './file-faults.ts';

export interface ReadableFile {
  readonly handle: FileHandle;
  readonly path: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

/** Half of libuv's four threads: other file calls of the process keep the rest. */
const LANES = 2;

/**
 * Resolves with the wall time of it all, shared out between reading and decoding in proportion to what the lanes
 * measured. No decoding happens after it has settled, also when it was aborted or failed.
 * @throws CrosslineError cancelled, file-changed, io-failed
 */
export async function readLanes(
  file: ReadableFile,
  reads: Iterator<CoalescedRead, void>,
  signal: AbortSignal | null,
  decode: (source: DataView, read: CoalescedRead) => void,
): Promise<{ readMs: number; decodeMs: number }> {
  const started = performance.now();
  let readMs = 0;
  let decodeMs = 0;
  let failure: unknown = null;
  const isStopped = (): boolean => failure !== null || signal?.aborted === true;

  const runLane = async (): Promise<void> => {
    let buffer = new Uint8Array(0);
    try {
      for (;;) {
        const next = reads.next();
        if (next.done === true || isStopped()) return;
        const read = next.value;
        const length = read.high - read.low;
        if (buffer.length < length) buffer = new Uint8Array(length);
        const asked = performance.now();
        await readFully(file, buffer, read.low, length, isStopped);
        const arrived = performance.now();
        readMs += arrived - asked;
        if (isStopped()) return;
        decode(new DataView(buffer.buffer, 0, length), read);
        decodeMs += performance.now() - arrived;
      }
    } catch (error) {
      failure ??= error;
    }
  };
  await Promise.all(Array.from({ length: LANES }, runLane));
  if (failure === null && signal?.aborted !== true) failure = await changeOf(file);
  if (signal?.aborted === true) throw cancelled();
  if (failure !== null) throw translated(file, failure);

  const wallMs = performance.now() - started;
  const measuredMs = readMs + decodeMs;
  const readShare = measuredMs > 0 ? readMs / measuredMs : 1;
  return { readMs: wallMs * readShare, decodeMs: wallMs * (1 - readShare) };
}

/** One system call reads no more than this, so that an abort is felt soon also where one element is very long. */
const MAX_CALL_BYTES = 8 * 1024 * 1024;

async function readFully(
  file: ReadableFile,
  buffer: Uint8Array,
  offset: number,
  length: number,
  isStopped: () => boolean,
): Promise<void> {
  for (let done = 0; done < length && !isStopped();) {
    const wanted = Math.min(length - done, MAX_CALL_BYTES);
    const { bytesRead } = await file.handle.read(buffer, done, wanted, offset + done);
    if (bytesRead === 0) throw (await changeOf(file)) ?? changedSize(file.path, file.bytes, offset + done);
    done += bytesRead;
  }
}

/** Looked at after the reads: what came before a change of the file may be half old, half new. */
async function changeOf(file: ReadableFile): Promise<CrosslineError | null> {
  const { size, mtimeMs } = await file.handle.stat();
  if (size !== file.bytes) return changedSize(file.path, file.bytes, size);
  return mtimeMs === file.modifiedMs ? null : writtenFile(file.path);
}

function translated(file: ReadableFile, error: unknown): unknown {
  if (isCrosslineError(error) || !(error instanceof Error)) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  return code === undefined ? error : new CrosslineError(fileFault(file.path, code, message), { cause: error });
}
