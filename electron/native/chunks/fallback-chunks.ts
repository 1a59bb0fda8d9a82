/** Chunks read and decoded one after another on the calling thread. */
import { CrosslineError } from '../../../shared/errors.ts';
import { cancelled } from '../file-faults.ts';
import type { GatherReport } from '../native-reader.ts';
import type { ChunkCache } from './chunk-cache.ts';
import { CHUNK_FIELDS, chunkBytesOf, type ChunkGather, type ChunkOutput } from './chunk-gather.ts';
import { copyPieces } from './copy-pieces.ts';
import { DamagedChunk } from './damaged-chunk.ts';
import { undoFilters } from './undo-filters.ts';

/** @throws CrosslineError cancelled, damaged, and what `readBytes` throws */
export async function gatherChunks(
  file: {
    readonly path: string;
    readBytes(offset: number, into: Uint8Array, signal: AbortSignal | null): Promise<GatherReport>;
  },
  cache: ChunkCache,
  gather: ChunkGather,
  into: ChunkOutput,
  signal: AbortSignal | null,
): Promise<GatherReport> {
  const { chunks, filters, isShared } = gather;
  let [readMs, decodeMs, bytesRead] = [0, 0, 0];
  let firstPiece = 0;
  for (let i = 0; i < chunks.length; i += CHUNK_FIELDS) {
    if (signal?.aborted === true) throw cancelled();
    const [offset, bytes, skipped] = [chunks[i]!, chunks[i + 1]!, chunks[i + 2]!];
    let elements = isShared && offset >= 0 ? cache.find(offset) : null;
    let started = performance.now();
    if (offset >= 0 && elements === null) {
      const stored = new Uint8Array(bytes);
      await file.readBytes(offset, stored, signal);
      readMs += performance.now() - started;
      bytesRead += bytes;
      started = performance.now();
      elements = unpacked(file.path, offset, () => undoFilters(filters, skipped, stored, chunkBytesOf(gather)));
      if (isShared) cache.keep(offset, elements);
    }
    copyPieces(gather, firstPiece, chunks[i + 3]!, elements, into);
    decodeMs += performance.now() - started;
    firstPiece = chunks[i + 3]!;
  }
  return { readMs, decodeMs, bytesRead, majorFaults: null };
}

function unpacked(path: string, offset: number, unpack: () => Uint8Array): Uint8Array {
  try {
    return unpack();
  } catch (error) {
    if (!(error instanceof DamagedChunk)) throw error;
    const detail = `of the chunk at byte ${offset} the ${error.message}`;
    throw new CrosslineError({ code: 'damaged', path, detail }, { cause: error });
  }
}
